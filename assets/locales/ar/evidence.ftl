# ساعتان، وما كان معروفًا ومتى، ومن يقوله، وما تقادم.


## Counts

count-unreported = بلا تاريخ نشر: { $n }
count-filtered = استبعدته المرشّحات: { $n }
count-unconfirmed = من المحتمل ما لم يعد مؤكدًا: { $n }
count-unknown = من المحتمل ما حاله مجهولة: { $n }

## On the command line

cli-help-clock = قياس النافذة على يوم الحدوث أو يوم النشر: {"\u2066"}happened{"\u2069"} أو {"\u2066"}reported{"\u2069"}
cli-help-stale-months = عدد الأشهر بلا تأكيد التي تصبح بعدها حال الوجود مجهولة؛ 12 افتراضيًا
cli-help-claimant = السجلات التي يقول فيها مدّعٍ بهذا الاسم شيئًا فقط
cli-help-source = السجلات التي تستشهد بهذا المصدر فقط: معرّفه أو جزء من عنوانه أو ناشره
cli-help-origins = السجلات التي لها هذا العدد على الأقل من المنابع المستقلة فقط؛ والمصادر التي تكرر منبعًا واحدًا تُحسب مرة
cli-reason-clock = يقبل {"\u2066"}happened{"\u2069"} أو {"\u2066"}reported{"\u2069"}
cli-reason-stale-months = يقبل عددًا صحيحًا من الأشهر من 1 إلى 1200
cli-reason-origins = يقبل عددًا صحيحًا مثل 2

## In the sentence about what is shown

said-reported = نُشر: { $window }
said-claimant = بحسب «{ $text }»
said-source = في المصدر «{ $text }»
said-origins = عدد المنابع المستقلة على الأقل: { $n }

## Why the window shows a record

why-unreported = لا أحد يذكر متى عُرف، فلا تُظهره أي نافذة على هذه الساعة.
why-derived = لا تاريخ خاصًا به؛ وبحسب ترتيبه بدأ في وقت ما من هذه المدة: { $when }.
why-unknown = آخر إثبات: { $when }، أي قبل النافذة بأكثر من هذا العدد من الأشهر: { $n }؛ فحاله مجهولة.
why-possible-days = في وقت ما من هذه المدة: { $when }؛ أيامها الواقعة في النافذة: { $n } من { $all }.
standing-unknown = حالة مجهولة
legend-unknown = حال مجهولة
legend-unknown-hint = وجود لم يثبته أي مصدر منذ مدة طويلة حتى لم يعد يُقال عنه شيء؛ والحد يُضبط بين المرشّحات

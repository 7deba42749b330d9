# ساعتان، وما كان معروفًا ومتى، ومن يقوله، وما تقادم.


## Counts

count-unreported = بلا تاريخ نشر: { $n }
count-filtered = استبعدته المرشحات: { $n }
count-unconfirmed = من المحتمل غير مثبت: { $n }
count-unknown = من المحتمل ما حالته مجهولة: { $n }

## On the command line

cli-help-clock = قياس النافذة على يوم الحدوث أو يوم النشر: {"\u2068"}happened{"\u2069"} أو {"\u2068"}reported{"\u2069"}
cli-help-stale-months = عدد الأشهر بلا إثبات التي تصبح بعدها حالة الوجود مجهولة؛ 12 افتراضيًا
cli-help-claimant = السجلات التي يقول فيها مدّعٍ بهذا الاسم شيئًا فقط
cli-help-source = السجلات التي تستشهد بهذا المصدر فقط: معرّفه أو جزء من عنوانه أو ناشره
cli-help-origins = السجلات التي لها هذا العدد على الأقل من المنابع المستقلة فقط؛ والمصادر التي تكرر منبعًا واحدًا تُحسب مرة
cli-help-lacks-words = السجلات التي فيها قيمة لا تسمي كلمات من وثيقة فقط، بحسب صيغة سجلات هذا البرنامج
cli-reason-clock = يقبل {"\u2068"}happened{"\u2069"} أو {"\u2068"}reported{"\u2069"}
cli-reason-stale-months = يقبل عددًا صحيحًا من الأشهر من 1 إلى 1200
cli-reason-origins = يقبل عددًا صحيحًا مثل 2

## In the sentence about what is shown

said-aged = { $shown } (من المحتمل { $aged })
said-unconfirmed = غير مثبت: { $n }
said-unknown = حالته مجهولة: { $n }
said-stale = { $n ->
    [zero] الحالة مجهولة بعد { $n } شهر بلا إثبات
    [one] الحالة مجهولة بعد شهر واحد بلا إثبات
    [two] الحالة مجهولة بعد شهرين بلا إثبات
    [few] الحالة مجهولة بعد { $n } أشهر بلا إثبات
    [many] الحالة مجهولة بعد { $n } شهرًا بلا إثبات
   *[other] الحالة مجهولة بعد { $n } شهر بلا إثبات
}
legend-count = { $word }: { $n }
said-reported = نُشر: { $window }
said-claimant = بحسب «{ $text }»
said-source = في المصدر «{ $text }»
said-origins = { $n ->
    [zero] بلا شرط على المنابع
    [one] له منبع واحد على الأقل
    [two] له منبعان مستقلان على الأقل
    [few] له { $n } منابع مستقلة على الأقل
    [many] له { $n } منبعًا مستقلًا على الأقل
   *[other] له { $n } منبع مستقل على الأقل
}
said-lacks-words = فيها قيمة لا تسمي كلمات من وثيقة

## Why the window shows a record

why-unreported = لا أحد يذكر متى عُرف، فلا تُظهره أي نافذة على هذه الساعة.
why-derived = لا تاريخ خاصًا به؛ وبحسب ترتيبه بدأ في وقت ما من هذه المدة: { $when }.
why-unknown = { $n ->
    [zero] آخر إثبات: { $when }، أي قبل النافذة بأكثر من { $n } شهر؛ فحالته مجهولة.
    [one] آخر إثبات: { $when }، أي قبل النافذة بأكثر من شهر واحد؛ فحالته مجهولة.
    [two] آخر إثبات: { $when }، أي قبل النافذة بأكثر من شهرين؛ فحالته مجهولة.
    [few] آخر إثبات: { $when }، أي قبل النافذة بأكثر من { $n } أشهر؛ فحالته مجهولة.
    [many] آخر إثبات: { $when }، أي قبل النافذة بأكثر من { $n } شهرًا؛ فحالته مجهولة.
   *[other] آخر إثبات: { $when }، أي قبل النافذة بأكثر من { $n } شهر؛ فحالته مجهولة.
}
why-possible-days = في وقت ما من هذه المدة: { $when }؛ أيامها الواقعة في النافذة: { $n } من { $all }.
standing-unknown = حالة مجهولة
legend-unknown = حالة مجهولة
legend-unknown-hint = وجود لم يثبته أي مصدر منذ مدة طويلة حتى لم يعد يُقال عنه شيء؛ والحد يُضبط بين المرشحات

## On the timeline

timeline-clock = الساعة: أي تاريخ يتبعه الزمن
timeline-clock-happened = الحدوث
timeline-clock-happened-hint = بحسب يوم الحدوث
timeline-clock-reported = النشر
timeline-clock-reported-hint = بحسب اليوم الذي عُرفت فيه من أول مصدر
coverage = المصادر المنشورة في كل شهر
coverage-short = النشر
coverage-known = ما كان معروفًا
coverage-none = لا نشر في هذه البيانات: { $month }
coverage-month = { $month }: المصادر المنشورة على وجه اليقين: { $certain }؛ وربما: { $possible }
coverage-month-records = { $month }: السجلات المنشورة على وجه اليقين: { $certain }؛ وربما: { $possible }
coverage-undated = مصادر لا يُعرف تاريخ نشرها: { $n }
coverage-unreported = سجلات لا يُعرف تاريخ نشرها: { $n }
coverage-unknown = لا أحد يذكر متى نُشرت هذه السجلات
known-switch = النظر من يوم معيّن
known-hint = ما كان معروفًا في يوم ما: يخفي ما نُشر لاحقًا، مع الأقوال والمصادر. حرّك المقبض لترى كيف نمت الصورة.
known-handle = مقبض يوم النظر
known-field = اليوم المنظور منه
action-other-clock = الحدوث أو النشر
action-other-clock-hint = يجعل الزمن يتبع التاريخ الآخر من تاريخي كل سجل
action-known = ما كان معروفًا في يوم ما
action-known-hint = يخفي ما نُشر بعد يوم يحدده مقبض ثالث

## In the panel of filters

evidence = مَن يقول ذلك
filter-claimant = صاحب القول
filter-claimant-clear = إظهار كل أصحاب الأقوال
filter-source = المصدر
filter-source-clear = إظهار كل المصادر
filter-origins = المنابع المستقلة، على الأقل
filter-origins-hint = المصادر التي تكرر منبعًا واحدًا تُحسب مرة واحدة؛ والصفر لا يشترط شيئًا
filter-lacks-words = { $n ->
    [zero] لا قيمة بلا كلماتها
    [one] قيمة واحدة بلا كلماتها
    [two] قيمتان بلا كلماتهما
    [few] { $n } قيم بلا كلماتها
    [many] { $n } قيمة بلا كلماتها
   *[other] { $n } قيمة بلا كلماتها
}
filter-lacks-words-counting = قيم بلا كلماتها
filter-lacks-words-hint = تواريخ وأماكن وجهات وأعداد ومعدات وأقوال لا تسمي كلمات من وثيقة ولا موضعًا في مصدر؛ عند التفعيل: السجلات التي فيها مثل هذه القيم فقط
filter-stale = الحالة مجهولة بعد (بالأشهر)
filter-stale-hint = عدد الأشهر بلا إثبات التي تصبح بعدها حالة الوجود مجهولة؛ ويظل الوجود مدرجًا ومحسوبًا ضمن المحتمل

## On the card of a record

claims-disputed = أصحاب الأقوال متناقضون
claims-contradicts = يناقض { $claimant }
claims-only = إظهار ما يقوله { $claimant } فقط
claims-everybody = إظهار ما يقوله الجميع من جديد
claims-only-source = السجلات التي تستشهد به فقط
claims-all-sources = سجلات كل المصادر من جديد
card-sources-later = مصادر نُشرت لاحقًا: { $n }
status-then = بحسب الأقوال المعروفة في { $date }
status-then-none = حالته في { $date } غير مذكورة
status-today = { $status } (حتى اليوم)
status-today-hint = حالته اليوم: نُشرت مصادر بعد { $date }
status-unstated = غير مذكورة آنذاك
card-written-later = العنوان والملخص والتواريخ كُتبت لاحقًا، بمصادر نُشرت بعد { $date }
card-derived = مستنتج
derived-precision = من ترتيبه لا من تاريخ خاص به
derived-after = بعد «{ $title }»
derived-before = قبل «{ $title }»
derived-attested = قبل آخر إثبات له
card-delay = التأخر
delay-before = عُرف قبل حدوثه
delay-days = { $n ->
    [zero] عُرف في اليوم نفسه
    [one] عُرف بعد يوم واحد
    [two] عُرف بعد يومين
    [few] عُرف بعد { $n } أيام
    [many] عُرف بعد { $n } يومًا
   *[other] عُرف بعد { $n } يوم
}
delay-up-to = { $n ->
    [zero] عُرف في اليوم نفسه
    [one] عُرف خلال يوم واحد على الأكثر
    [two] عُرف خلال يومين على الأكثر
    [few] عُرف خلال { $n } أيام على الأكثر
    [many] عُرف خلال { $n } يومًا على الأكثر
   *[other] عُرف خلال { $n } يوم على الأكثر
}
delay-between = { $n ->
    [zero] عُرف في اليوم نفسه
    [one] عُرف في اليوم نفسه أو بعد يوم واحد
    [two] عُرف بعد يومين على الأكثر
    [few] عُرف بعد { $least } إلى { $n } أيام
    [many] عُرف بعد { $least } إلى { $n } يومًا
   *[other] عُرف بعد { $least } إلى { $n } يوم
}
delay-months = { $n ->
    [zero] عُرف في الشهر نفسه
    [one] عُرف بعد شهر تقريبًا
    [two] عُرف بعد شهرين تقريبًا
    [few] عُرف بعد { $n } أشهر تقريبًا
    [many] عُرف بعد { $n } شهرًا تقريبًا
   *[other] عُرف بعد { $n } شهر تقريبًا
}
delay-months-up-to = { $n ->
    [zero] عُرف في الشهر نفسه
    [one] عُرف خلال شهر تقريبًا على الأكثر
    [two] عُرف خلال شهرين تقريبًا على الأكثر
    [few] عُرف خلال { $n } أشهر تقريبًا على الأكثر
    [many] عُرف خلال { $n } شهرًا تقريبًا على الأكثر
   *[other] عُرف خلال { $n } شهر تقريبًا على الأكثر
}
delay-months-between = { $n ->
    [zero] عُرف في الشهر نفسه
    [one] عُرف بعد شهر تقريبًا على الأكثر
    [two] عُرف بعد شهرين تقريبًا على الأكثر
    [few] عُرف بعد { $least } إلى { $n } أشهر تقريبًا
    [many] عُرف بعد { $least } إلى { $n } شهرًا تقريبًا
   *[other] عُرف بعد { $least } إلى { $n } شهر تقريبًا
}
delay-years = { $n ->
    [zero] عُرف في العام نفسه
    [one] عُرف بعد عام تقريبًا
    [two] عُرف بعد عامين تقريبًا
    [few] عُرف بعد { $n } أعوام تقريبًا
    [many] عُرف بعد { $n } عامًا تقريبًا
   *[other] عُرف بعد { $n } عام تقريبًا
}
delay-years-up-to = { $n ->
    [zero] عُرف في العام نفسه
    [one] عُرف خلال عام تقريبًا على الأكثر
    [two] عُرف خلال عامين تقريبًا على الأكثر
    [few] عُرف خلال { $n } أعوام تقريبًا على الأكثر
    [many] عُرف خلال { $n } عامًا تقريبًا على الأكثر
   *[other] عُرف خلال { $n } عام تقريبًا على الأكثر
}
delay-years-between = { $n ->
    [zero] عُرف في العام نفسه
    [one] عُرف بعد عام تقريبًا على الأكثر
    [two] عُرف بعد عامين تقريبًا على الأكثر
    [few] عُرف بعد { $least } إلى { $n } أعوام تقريبًا
    [many] عُرف بعد { $least } إلى { $n } عامًا تقريبًا
   *[other] عُرف بعد { $least } إلى { $n } عام تقريبًا
}
card-coordinates = خط العرض، خط الطول

## In the tray

tray-sum = مجموع السجلات { $records }: أكيد { $certain } + محتمل { $possible } + خارج النافذة { $out } + { $undated } + غير مقروء { $unreadable } + تحجبه المرشحات { $filtered }.

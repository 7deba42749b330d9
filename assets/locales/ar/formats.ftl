# الصيغ: النماذج المعروفة ومطابقة الأعمدة وما لا تحمله الصيغة.

cli-help-preset = قراءة الملفات على نموذج معروف: { $names }؛ وإلا دلّت عليه الأعمدة
cli-help-date-order = ترتيب التواريخ مثل 03/04/2023: إما dmy (اليوم أولًا) أو mdy (الشهر أولًا)
cli-help-swap-coordinates = خط العرض وخط الطول متبادلا الموضع في الملفات
cli-help-all-columns = قراءة الأعمدة التي يتركها النموذج أيضًا (وحدات GeoConfirmed)
cli-help-zone = المنطقة الزمنية للأوقات التي لا تذكرها، مثل Africa/Bamako أو +01:00
cli-help-century = أول سنة في قرن السنوات المكتوبة برقمين: 1900 أو 2000
cli-help-set = قيمة حقل في كل سجل لا يذكرها، مثل kind=presence (يمكن تكراره)
cli-help-date = تاريخ كل سجل لا تاريخ له، مثل 1914
cli-reason-zone = المطلوب اسم مثل Africa/Bamako أو فارق مثل +01:00
cli-reason-century = المطلوب أول سنة في القرن، مثل 1900 أو 2000
cli-reason-set = المطلوب kind=event أو presence، أو status= تليها حالة من حالات النسق، أو layer= أو title= أو summary= أو place= أو date=
cli-reason-date = المطلوب تاريخ مثل 1914 أو 1914-08 أو 1914-08-01/1914-08-31
cli-century = في العمود «{ $column }» من { $file } تواريخ مثل «{ $value }» سنتها برقمين؛ أضف --century 1900 أو --century 2000.
cli-reason-preset = المطلوب واحد من { $names }
cli-reason-date-order = المطلوب dmy أو mdy
cli-no-column = ليس في { $file } عمود «{ $column }»؛ وأعمدته { $columns }.
cli-not-preset = ليست في { $file } أعمدة { $preset }؛ اترك --preset أو سمّها بخيار --map.
cli-date-order = في العمود «{ $column }» من { $file } تواريخ مثل «{ $value }» لا يتميز فيها اليوم من الشهر؛ أضف --date-order dmy أو --date-order mdy.
cli-extras = { $file }: حُفظت خصائص إضافية لأن لا موضع لها في النسق: { $columns }.
cli-withheld = { $file }: تُركت ما لم تُطلب بخيار --all-columns: { $columns }.
cli-sheets = { $file }: قُرئت الورقة { $sheet }؛ ويقرأ الخيار --sheet غيرها: { $sheets }.

export-loss-lines = لا موضع في GeoJSON بالأسطر لما يخص المجموعة كلها: تُركت قائمة المصادر والإشارات المرجعية والعرض.
export-loss-csv = في CSV نص واحد لكل خلية: تُركت قائمة المصادر والإشارات المرجعية والعرض، وتبدأ بفاصلة عليا النصوص التي قد يحسبها جدول حسابي.
export-loss-xlsx = في XLSX نص واحد لكل خلية: للمصادر والأقوال أوراقها، والأيام تواريخ وسائر التواريخ نصوص، وتذكر الورقة الأخيرة ما تُرك.
export-loss-gpkg = يحمل GeoPackage كل شيء؛ القوائم والأقوال نص JSON في عمود تعرضه البرامج الأخرى نصًا.
export-loss-parquet = يحمل GeoParquet كل شيء؛ القوائم والأقوال نص JSON في عمود. والإصدار 2.0 لبرامج عام 2026 وما بعده.
export-loss-shp = في Shapefile أسماء من عشرة أحرف و255 عمودًا على الأكثر ونصوص من 254 بايت وأعداد صحيحة من 18 رقمًا: تُقطع النصوص الأطول وتُترك القوائم والأقوال الأطول، وكذلك الارتفاعات ومجموعات الأشكال؛ ولكل نوع من الأشكال ملف.
export-loss-kml = في KML تاريخ أو مدة واحدة لكل سجل: درجة اليقين في بيانات كل علامة، وتُركت قائمة المصادر والإشارات المرجعية والعرض؛ ومحارف التحكم التي لا يكتبها XML تصير U+FFFD.
export-loss-changes = لكل تغيّر سطر في الجدول: ما تغيّر والتواريخ والحالة؛ وتُركت الأشكال وسائر الخصائص.
export-loss-none = صيغة GeoJSON تحمل كل شيء: السجلات كما هي، والمصادر والإشارات المرجعية والعرض.
export-swapped = كان خط العرض وخط الطول معكوسَين في الملف؛ والتصدير يضع خط الطول أولًا كما يقتضي GeoJSON.

mapping-preset = القراءة على نموذج
mapping-no-preset = لا نموذج معروف
mapping-preview = ما تصير إليه السجلات الأولى
mapping-order-ask = أيهما أولًا في «{ $column }»: اليوم أم الشهر؟ لا تُقرأ هذه التواريخ حتى تحدد ذلك، فلا شيء يُخمَّن.
mapping-order-read = تُقرأ التواريخ المكتوبة بالأرقام في «{ $column }» بهذا الترتيب؛ اختر الآخر إن كان خاطئًا.
mapping-order-dmy = اليوم أولًا
mapping-order-mdy = الشهر أولًا
mapping-becomes = { $written }: { $read }
mapping-no-such-date = لا وجود لهذا التاريخ
mapping-swapped-ask = يبدو أن خط العرض وخط الطول متبادلا الموضع: { $n ->
    [zero] لا سجل يجتمع
    [one] يجتمع عندئذ سجل واحد
    [two] يجتمع عندئذ سجلان
    [few] تجتمع عندئذ { $n } سجلات
    [many] يجتمع عندئذ { $n } سجلًا
   *[other] يجتمع عندئذ { $n } سجل
} في الساحل، ولا يكاد يقع فيه شيء على ما في الملف.
mapping-swapped = يُقرأ خط العرض وخط الطول في هذا الملف أحدهما مكان الآخر.
mapping-swap = مبادلتهما
mapping-extras = لا موضع لها في النسق، وحُفظت خصائص إضافية: { $columns }
mapping-withheld = قراءة ما يُترك عادةً أيضًا: { $columns }
mapping-read-as = قُرئ على نموذج { $preset }؛ لرؤية ذلك أو تغييره اختر ملف ثم حقول الملف.

understood-file = { $file }: { $format }، { $encoding }؛ السجلات: { $n }، ذوات التاريخ: { $dated }، ذوات المكان: { $placed }.
understood-field = { $field }: «{ $column }» ({ $why })
understood-set = { $field }: «{ $value }» في كل سجل لا يذكره
understood-why = { $reason }؛ فيه قيمة في { $filled } من { $seen } من السجلات المفحوصة
reason-profile = بحسب النسق
reason-preset = كما في هذا النموذج المعروف
reason-name = باسمه
reason-name-and-values = باسمه وقيمه
reason-said = كما قيل صراحة
doubt-line = { $file }: موضع شك: { $doubt }
doubt-line-options = { $file }: موضع شك: { $doubt } وما يحسمه: { $options }.
doubt-no-date-column = لم يُعدّ شيء تاريخًا؛ وأقرب الأسماء: «{ $value }».
doubt-no-place-columns = لم يُعدّ شيء مكانًا؛ وأقرب الأسماء: «{ $value }».
doubt-swapped = يبدو أن خط العرض وخط الطول متبادلا الموضع: عدد السجلات التي تقع في مكانها بعكسهما { $n }.
doubt-far-dates = تواريخ بعيدة عن سائر التواريخ، مثل «{ $value }»: { $n }. أهي السنة الصحيحة؟
doubt-order-unsaid = تواريخ لا يتميز فيها اليوم من الشهر، مثل «{ $value }»: { $n }. وهي لا تُقرأ.
doubt-two-orders = في «{ $value }» تواريخ لا تُقرأ إلا واليوم أولًا، وأخرى لا تُقرأ إلا والشهر أولًا.
doubt-order-told = تاريخ واحد، «{ $value }»، دلّ على ترتيب اليوم والشهر في كل التواريخ الرقمية.
doubt-no-zone = أوقات بلا منطقة زمنية، مثل «{ $value }»: { $n }. وهي لا تُقرأ.
doubt-short-years = تواريخ سنتها برقمين، مثل «{ $value }»: { $n }. وهي لا تُقرأ.
doubt-day-numbers = أعداد في موضع التواريخ، مثل «{ $value }»: { $n }. تشبه أرقام الأيام في الجداول الحسابية؛ اكتب فيها تواريخ.
doubt-metres = إحداثيات تشبه الأمتار، مثل «{ $value }»: { $n }. والمقروء درجات العرض والطول (WGS 84).
doubt-year-disagrees = تواريخ تخالف عمود السنة، مثل «{ $value }»: { $n }.
doubt-after-file = تواريخ بعد كتابة الملف، مثل «{ $value }»: { $n }.
doubt-outside-country = أماكن خارج البلد الذي يذكره سجلها، مثل «{ $value }»: { $n }.

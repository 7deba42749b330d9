# القوائم والأوامر وشرحها.

menu-file = ملف
menu-time = الزمن
menu-map = الخريطة
menu-record = السجل
menu-view = عرض

action-open = فتح…
action-open-hint = فتح ملفات GeoJSON بدل ما هو مفتوح
action-open-path = فتح مسار…
action-open-path-hint = فتح ملف بكتابة مساره
action-open-bundled = السجلات المضمنة
action-open-bundled-hint = العودة إلى السجلات الموثقة عن مالي داخل البرنامج
action-open-recent = فتح ملف حديث
action-clear-recent = إفراغ القائمة
action-export = تصدير…
action-export-hint = كتابة سجلات النافذة بصيغة GeoJSON كما هي، مع بيان ما تُرك وسببه
action-export-path = تصدير إلى مسار…
action-export-path-hint = التصدير إلى ملف بكتابة مساره
action-mapping = حقول الملف…
action-mapping-hint = أي خاصية تقوم مقام التاريخ والطبقة وسائر الحقول
action-issues = الملاحظات…
action-issues-hint = ما يشوب سجلات الملفات المفتوحة
action-basemap = فتح خريطة أساس…
action-basemap-hint = رسم أرشيف ‎.pmtiles خاص بك تحت العلامات
action-basemap-bundled = خريطة الأساس المضمنة
action-basemap-bundled-hint = العودة إلى الخريطة داخل البرنامج
action-quit = إنهاء
action-quit-hint = إغلاق البرنامج

action-play = تشغيل أو إيقاف مؤقت
action-play-hint = تحريك النافذة عبر الزمن
action-step-forward = خطوة إلى الأمام
action-step-back = خطوة إلى الوراء
action-big-step-forward = خطوة كبيرة إلى الأمام
action-big-step-back = خطوة كبيرة إلى الوراء
action-next-record = السجل التالي زمنيًا
action-previous-record = السجل السابق زمنيًا
action-first = إلى البداية
action-last = إلى النهاية
action-whole-range = المدى كله
action-whole-range-hint = توسيع النافذة لتشمل كل تواريخ السجلات
action-mode-window = نافذة
action-mode-cumulative = تراكمي
action-mode-instant = لحظة

action-fit-all = عرض الكل
action-fit-all-hint = إظهار كل العلامات
action-zoom-in = تقريب
action-zoom-out = إبعاد
action-relief = التضاريس
action-relief-hint = تظليل الجبال والأودية

action-select-next = اختيار السجل التالي
action-select-previous = اختيار السجل السابق
action-clear-selection = إلغاء الاختيار
action-clear-filters = مسح كل عوامل التصفية
action-certain-only = استبعاد المحتمل
action-certain-only-hint = إظهار السجلات الواقعة في النافذة أيًّا كان تاريخها الحقيقي فقط

action-palette = البحث عن أمر…
action-palette-hint = كل الأوامر بأسمائها
action-help = المفاتيح ودليل الرموز
action-help-hint = المفاتيح وكيفية قراءة العلامات
action-full-screen = ملء الشاشة
action-left-panel = لوحة الطبقات
action-right-panel = لوحة التفاصيل
action-theme-light = المظهر الفاتح
action-theme-dark = المظهر الداكن
action-theme-system = مظهر النظام
action-language-en = English
action-language-fr = Français
action-language-ar = العربية
action-larger = تكبير الواجهة
action-smaller = تصغير الواجهة
action-normal-size = الواجهة بالحجم المعتاد
action-about = حول Sahelscope
action-about-hint = الإصدار والتراخيص ومصدر الخريطة

help-keys = المفاتيح
help-legend = كيف تُقرأ العلامات
help-legend-solid = مصمتة: السجل داخل النافذة أيًّا كان تاريخه الحقيقي
help-legend-hollow = مفرغة: بعض تواريخه المحتملة داخل النافذة
help-legend-dashed = متقطعة: وجود لم يؤكده أي مصدر منذ ما قبل النافذة
help-legend-area = مساحة مخففة: في مكان ما داخلها، وليست نقطة دقيقة أبدًا
help-legend-stack = رقم: عدة سجلات في مكان واحد؛ انقر لنشرها
help-mouse = الفأرة
help-mouse-map = اسحب الخريطة لتحريكها، وأدر العجلة للتقريب، وانقر علامة لقراءتها
help-mouse-time = اسحب النافذة من وسطها أو من حافتيها، وأدر العجلة فوق الخط الزمني لتكبيره
help-close = اضغط Esc للإغلاق

palette-search = اكتب اسم أمر
palette-empty = لا يوجد أمر باسم «{ $text }». جرّب كلمة أقصر.

about-version = الإصدار { $version }
about-purpose = يوثق Sahelscope الماضي اعتمادًا على تقارير منشورة، وليس أداة استهداف ولا تتبع مباشر.
about-offline = يعمل بلا شبكة، ولا يفتح اتصالًا من تلقاء نفسه أبدًا.
about-records = السجلات المضمنة
about-map = خريطة الأساس
about-map-credit = أُنجزت باستخدام Natural Earth. أسماء الأماكن © GeoNames (CC BY 4.0) مع تعديل. الأنهار والبحيرات: GSHHG 2.3.7 وWDBII، P. Wessel وW. H. F. Smith (LGPL-3.0 أو أحدث). المطارات: airportsdata (MIT). التضاريس: shadedrelief.com. الحدود إرشادية ولا تعبر عن رأي في الوضع القانوني.
about-fonts = الخطوط
about-fonts-credit = IBM Plex (SIL Open Font License 1.1)، وأيقونات Phosphor (MIT).
about-licence = الترخيص
about-licence-text = البرنامج: MIT أو Apache-2.0. نصوص السجلات المضمنة: CC BY 4.0.
offline = بلا اتصال
offline-hint = لا يستخدم Sahelscope أي شبكة

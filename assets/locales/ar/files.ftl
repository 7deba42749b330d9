# فتح الملفات وحفظها وتصديرها.

file-bundled = السجلات المضمنة
file-several = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $n } ملفات
    [many] { $n } ملفًا
   *[other] { $n } ملف
}
file-filter-records = سجلات
file-filter-basemap = أرشيف خريطة أساس (PMTiles)
file-filter-png = صورة (PNG)
file-loading = تحميل { $name }
file-loading-bytes = { $done } من { $total } ميغابايت
file-exporting = جارٍ التصدير
file-cancelled = أُلغي التحميل، وما كان مفتوحًا ما زال مفتوحًا.
session-lost = تعذرت إعادة فتح هذا مما كان مفتوحًا: { $names }. { $reason }
session-set-aside = تعذرت قراءة ما كان مفتوحًا آخر مرة فنُحّي باسم { $name }.
session-unreadable = ما كان مفتوحًا آخر مرة موجود في { $name } لكن تعذرت قراءته. يبقى الملف كما هو.
file-still-loading = ما زال الملف يُقرأ. انتظر حتى ينتهي أو ألغِ التحميل.
file-opened = فُتح { $name }: { $n ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}.
file-opened-issues = فُتح { $name }: { $n ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}. { $issues ->
    [zero] بلا ملاحظات.
    [one] ملاحظة واحدة: انظر ملف، الملاحظات.
    [two] ملاحظتان: انظر ملف، الملاحظات.
    [few] { $issues } ملاحظات: انظر ملف، الملاحظات.
    [many] { $issues } ملاحظة: انظر ملف، الملاحظات.
   *[other] { $issues } ملاحظة: انظر ملف، الملاحظات.
}
file-closed = أُغلق { $name }.
file-exported = صُدّر { $n ->
    [zero] لا شيء
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
} إلى { $name }.
file-stopped = توقفت مهمة على نحو غير متوقع. لم يتغير شيء؛ أعد المحاولة.
file-drop = أفلت للفتح
file-drop-hint = ملف GeoJSON أو GeoJSON بالأسطر أو CSV أو خريطة أساس .pmtiles

basemap-opened = تُعرض خريطة الأساس { $name }.
basemap-failed = تعذر رسم خريطة الأساس { $name }: { $reason }. تُعرض الخريطة المضمنة بدلًا منها.
basemap-error-not-an-archive = الملف ليس أرشيف PMTiles
basemap-error-version = الأرشيف ليس من الإصدار 3 من PMTiles
basemap-error-tile-type = مربعات الأرشيف ليست متجهة ولا صورًا بصيغة PNG أو JPEG
basemap-error-compression = الأرشيف مضغوط بغير gzip
basemap-error-damaged = الأرشيف تالف
basemap-error-unreadable = تعذرت قراءة الملف

path-open = فتح ملف
path-open-in-place = فتح ملف وإغلاق ما هو مفتوح
path-export = التصدير إلى ملف
path-basemap = فتح خريطة أساس
path-label = المسار
path-hint = مسار كامل، مثل ‎/home/you/records.geojson
path-no-dialog = لم يُفتح مربع حوار الملفات في النظام. اكتب المسار بدلًا منه.
path-browse = تصفح…
path-browse-hint = الاختيار في مربع حوار الملفات في النظام

export-no-name = اكتب اسم ملف أولًا.
export-no-format = لم يُكتب { $name }: ليست { $ending } صيغة للسجلات. اجعل لاحقته إحدى هذه: { $endings }.
export-no-ending = لم يُكتب { $name }: ليست له لاحقة تدل على صيغة. سمّه { $proposed } أو اختر صيغة.
export-holds = يُكتب: { $certain } أكيد + { $possible } محتمل، منها { $unplaced } بلا موقع على الخريطة؛ و{ $undated } بلا تاريخ.
export-leaves = يُترك: { $out } خارج النافذة، { $filtered } بالمرشحات، { $undated } بلا تاريخ، { $unreadable } غير مقروء.
export-tray-holds = يُكتب: { $undated } بلا تاريخ، و{ $unplaced } في النافذة بلا موقع على الخريطة.
export-changes-hold = يُكتب من التغيّرات: { $certain } أكيد + { $possible } محتمل.
export-counting = ما زال عدّ ما سيُكتب جاريًا.

overwrite-title = أتريد استبدال هذا الملف؟
overwrite-explain = { $name } موجود من قبل، وسيضيع ما فيه.
overwrite-dated = { $size }، وآخر تغيير فيه يوم { $day } في الساعة { $time } (بالتوقيت العالمي).
overwrite-undated = { $size }، ولا يُعرف متى تغيّر آخر مرة.
overwrite-other = اختيار اسم آخر
overwrite-replace = استبدال
overwrite-replace-hint = يضيع ما في الملف ويُكتب التصدير مكانه
size-bytes = { $n ->
    [zero] لا شيء
    [one] بايت واحد
    [two] بايتان
    [few] { $n } بايتات
    [many] { $n } بايتًا
   *[other] { $n } بايت
}
size-kilobytes = { $n } كيلوبايت
size-megabytes = { $n } ميغابايت

save-nothing = لا شيء يُحفظ: لم يتغيّر أي سجل. «ملف، تصدير» يكتب السجلات في ملف آخر.

picture-title = صورة الخريطة
picture-export = حفظ الصورة
picture-size = المقاس
picture-window = النافذة
picture-page = صفحة
picture-slide = شريحة عرض
picture-phone = هاتف
picture-points = النقاط
picture-width = العرض بالنقاط
picture-height = الارتفاع بالنقاط
picture-scale = الدقة
picture-scale-hint = عدد البكسلات في النقطة: القيمة 2 تضاعف دقة كل شيء
picture-pixels = { $width } × { $height } بكسل
picture-too-large = { $width } × { $height } بكسل أكثر مما يمكن رسمه. صغّر الصورة أو خفّض دقتها.
picture-heading = العنوان
picture-no-title = بلا عنوان
picture-legend = المفتاح
picture-language = اللغة
picture-view = المنظر
picture-now = ما تعرضه النافذة
picture-preview = معاينة الصورة
picture-drawing = جارٍ رسم الصورة
picture-save = حفظ…
picture-save-hint = اختيار مكان كتابتها بصيغة PNG
picture-copy = نسخ
picture-copy-hint = وضعها في الحافظة
picture-copied = الصورة في الحافظة.
picture-exported = حُفظت الصورة باسم { $name }.
picture-no-format = لم يُكتب { $name }: ليست { $ending } صيغة للصور. اجعل لاحقته إحدى هذه: { $endings }.

issues-title = الملاحظات
issues-none = أمكنت قراءة كل السجلات، ولا شائبة فيها.
issues-count = { $n ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $n } ملاحظات
    [many] { $n } ملاحظة
   *[other] { $n } ملاحظة
}
issues-record = السجل
issues-field = الحقل
issues-reason = السبب
issues-value = القيمة
issues-file = الملف
issues-whole-file = الملف كله
issues-nothing-lost = لا يضيع شيء: ما تتعذر قراءته يُحفظ ويُكتب كما هو.
issues-copy = نسخ القائمة
issues-copied = قائمة الملاحظات في الحافظة.

mapping-title = حقول الملف
mapping-explain = هذا الملف لا يتبع نسق السجلات. تقوم هذه الخصائص مقام حقوله؛ صحح ما جاء التخمين فيه خاطئًا.
mapping-profile = هذا الملف يتبع نسق السجلات، وتُقرأ حقوله بأسمائها.
mapping-nothing = (لا شيء)
field-id = المعرّف
field-date_precision = دقة التاريخ
field-end_date_precision = دقة اليوم الأخير
field-place_precision = دقة المكان
field-latitude = خط العرض
field-longitude = خط الطول
field-geometry = الشكل الهندسي (WKT)
field-sources = المصادر
field-date = التاريخ
field-end_date = تاريخ الانتهاء
field-reported = تاريخ النشر
field-layer = الطبقة
field-kind = النوع
field-title = العنوان
field-summary = الملخص
field-place = المكان
field-status = الحالة
field-actors = الأطراف

link-title = هل يُفتح هذا الرابط؟
link-explain = سيفتح المتصفح صفحة من { $host }.
link-open = فتح في المتصفح
link-host-written = { $host } (مكتوب هنا { $written })
link-not-scheme = لا تُفتح إلا روابط http وhttps.
link-not-invisible = فيه مسافات أو محارف لا تُرى.
link-not-user = فيه اسم مستخدم قد يُظن موقعًا آخر.
link-not-host = لا يسمي موقعًا يمكن أن يوجد.
link-failed = تعذر فتح المتصفح: { $reason }. انسخ العنوان بدلًا من ذلك.

notice-copied = نُسخ.
notice-dismiss = إخفاء
notice-done = تم
notice-warning = تنبيه
notice-error = خطأ

## لماذا تعذرت قراءة ملف أو كتابته: الملف والموضع وما العمل

read-error-missing = الملف { $file } غير موجود. تحقق من المسار.
read-error-directory = { $file } مجلد. اختر ملفًا فيه.
read-error-permission = لا يحق لك قراءة { $file }. راجع مالكه أو غيّر أذوناته.
read-error-changed-while-reading = تغيّر { $file } أو اختفى أثناء قراءته. افتحه من جديد.
read-error-too-large = حجم { $file } أكبر من { $number } ميغابايت أو من الذاكرة المتاحة. قسّمه إلى عدة ملفات.
read-error-memory = يحتاج { $file } إلى نحو { $number } ميغابايت من الذاكرة، والمتاح { $detail } ميغابايت. أغلق برامج أخرى أو قسّمه إلى عدة ملفات.
read-error-packed = الملف { $file } مضغوط ولا يمكن فكّ ضغطه بعد البايت { $number } من محتواه. قد يكون ناقصًا: نزّله من جديد.
read-error-bomb = يصبح { $file } بعد فكّ ضغطه أكبر من { $number } ميغابايت، أي أكبر بكثير من نص بحجمه. إن كنت تثق به ففكّ ضغطه بنفسك وافتح ما فيه.
read-error-empty = الملف { $file } فارغ. اختر ملفًا يحتوي على GeoJSON.
read-error-not-text = لا يعود { $file } نصًا ابتداءً من البايت { $number } ({ $detail }). احفظه بترميز UTF-8.
read-error-not-json = لا يستقيم { $file } بصيغة JSON ابتداءً من السطر { $line }، الحرف { $column }. أصلحه هناك.
read-error-unknown-crs = إحداثيات الملف { $file } بالنظام المرجعي «{ $detail }» وهو غير معروف هنا. حوّلها إلى خطوط طول وعرض (WGS 84‏، EPSG:4326) ببرنامج QGIS مثلًا ثم افتح الناتج.
read-error-markup = الملف { $file } بصيغة XML أو HTML ولا يُقرأ. احفظه بصيغة GeoJSON أو CSV.
read-error-is-spreadsheet = الملف { $file } جدول بيانات (Excel أو LibreOffice). احفظ الورقة هناك بصيغة CSV وترميز UTF-8 ثم افتح الناتج.
read-error-is-document = الملف { $file } مستند من برنامج مكتبي. ينبغي أن تكون السجلات في جدول: احفظه بصيغة CSV ثم افتحه.
read-error-is-old-office = الملف { $file } من ملفات Microsoft Office لما قبل 2007. إن كان ورقة جدول فاحفظها بصيغة CSV ثم افتح الناتج.
read-error-is-pdf = الملف { $file } بصيغة PDF. انسخ جدوله إلى جدول بيانات واحفظه بصيغة CSV ثم افتحه.
read-error-is-picture = الملف { $file } صورة لا سجلات فيها.
read-error-is-recording = الملف { $file } تسجيل مرئي أو صوتي لا سجلات فيه.
read-error-is-database = الملف { $file } قاعدة بيانات (SQLite أو Access). صدّر الجدول الذي تريده بصيغة GeoJSON أو CSV ببرنامج QGIS مثلًا.
read-error-is-archive = الملف { $file } أرشيف ملفات. فك ضغطه ثم افتح الملف الذي تريده.
read-error-is-geodata = الملف { $file } بيانات جغرافية بصيغة ثنائية لا تُقرأ (Arrow أو HDF5 أو NetCDF…). احفظه بصيغة GeoJSON في QGIS ثم افتح الناتج.
read-error-is-program = الملف { $file } برنامج وليس ملف سجلات.
read-error-is-web-page = الملف { $file } صفحة ويب، تطلب تسجيل الدخول على الأرجح أو تخبر بخطأ. نزّل الملف من جديد بالمتصفح.
read-error-is-script = الملف { $file } نص JavaScript. احذف ما قبل أول قوس وما بعد آخر قوس واحفظه بصيغة JSON.
read-error-is-commented = يبدأ الملف { $file } بتعليقات لا تعرفها صيغة JSON (السطر 1). احذفها ثم افتحه من جديد.
read-error-several = في الملف { $file } عدة مستندات متتالية؛ يبدأ الثاني في السطر { $line }. احفظ كلًا منها في ملف مستقل.
read-error-prose = الملف { $file } نص مسترسل وليس جدولًا. احفظ السجلات في جدول، لكل سجل صف، تحت أسماء الأعمدة.
read-error-damaged = { $file } ليس { $detail } كاملًا: ينقطع أو يخالف قواعد هذه الصيغة في السطر { $line }، الحرف { $column }. نزّله أو احفظه من جديد.
read-error-too-deep = { $file } بصيغة { $detail } وفيه أكثر من { $number } مستوى متداخل. احفظه بمستويات أقل.
read-error-encrypted = { $file } مشفَّر ({ $detail }). افتحه في البرنامج الذي أنشأه واحفظه بلا كلمة مرور ثم افتح تلك النسخة.
read-error-broken = { $file } ليس { $detail } كاملًا: ينقطع أو يناقض محتواه بعضه بعضًا. نزّله أو احفظه من جديد.
read-error-unread = { $file } ملف من نوع { $detail } الذي لا يُقرأ. احفظه بصيغة XLSX أو CSV أو GeoJSON.
read-error-no-text = { $file } ملف { $detail } بلا نص، كالوثيقة الممسوحة ضوئيًا. أضف إليه نصه ببرنامج للتعرف على الحروف (OCR) أو احفظ الصفحة بصيغة HTML.
read-error-no-document = ليس { $file } وثيقة من نوع يُقرأ. احفظها نصًا أو بصيغة Markdown أو HTML أو PDF أو DOCX، والقناة بصيغة result.json من تيليغرام، وأرشيف الويب بصيغة WARC أو WACZ.
read-error-no-sheet = ليس في { $file } ورقة بهذا الاسم. أوراقه: { $detail }.
read-error-alone = { $file } جزء من { $detail } فقط. ضعه في ملف ZIP واحد مع الملفات التي تحمل اسمه (.shp و.dbf و.prj و.cpg) وافتح ذلك الملف.
read-error-one-column = الملف { $file } ليس GeoJSON ولا جدولًا: في السطر { $line } عمود واحد فقط. افصل بين الأعمدة بفواصل أو فواصل منقوطة أو علامات جدولة.
read-error-no-header = السطر { $line } من { $file } فيه قيم في موضع أسماء الأعمدة. أضف فوقه سطرًا بالأسماء.
read-error-too-many-columns = الملف { $file } فيه أكثر من { $number } عمود. اجعل لكل سجل صفًا واحدًا واحذف الأعمدة غير اللازمة.
read-error-too-many-cells = صفوف { $file } أقصر بكثير من سطر العناوين: لو مُلئت إلى عرضه لزادت على { $number } خلية. احذف الأعمدة غير اللازمة.
read-error-not-geojson = الملف { $file } بصيغة JSON وليس GeoJSON ({ $detail }). اختر ملفًا فيه معالم.
read-error-no-features = الملف { $file } مجموعة بلا «features». اختر ملفًا فيه معالم.
read-error-features-not-array = في { $file } ليست «features» مصفوفة (السطر { $line }، الحرف { $column }). أصلحه هناك.
read-error-truncated = ينتهي { $file } قبل سجله الأول. انسخه أو نزّله من جديد.
read-error-too-many-records = في { $file } أكثر من { $number } سجل. قسّمه إلى عدة ملفات.
read-error-cancelled = أُلغيت قراءة { $file }.
read-error-system = تعذرت قراءة { $file }: { $detail }. أعد المحاولة.
write-error-no-folder = مجلد { $file } غير موجود. أنشئه أو اختر غيره.
write-error-directory = { $file } مجلد. سمِّ الملف باسم آخر.
write-error-input = { $file } مفتوح، والتصدير لا يحوي إلا جزءًا منه. سمِّ ملف التصدير باسم آخر.
write-error-standing = { $file } موجود من قبل ولم يُستبدل. اختر اسمًا آخر.
write-error-permission = لا يحق لك كتابة { $file }. اختر مجلدًا آخر.
write-error-disk-full = لا مساحة باقية لـ{ $file }. أفرغ مساحة أو اختر قرصًا آخر.
write-error-too-many-rows = سيكون في { $file } أكثر من { $detail } سجل، وهذا فوق ما تتسع له الصيغة. ضيّق المرشّح أو صدّر بصيغة GeoJSON أو CSV.
write-error-unread = غاب من كان سيقرأ { $file }. ابدأ من جديد.
write-error-closed = المخرج القياسي مغلق أو لا يؤدي إلى مكان، فلم يُكتب شيء. سمِّ ملفًا للكتابة بالخيار ‎-o‎.
write-error-too-many-cells = لم يُكتب { $file }: في جدول ستكون لهذه السجلات أكثر من { $number } خلية، وكلها تقريبًا فارغة. اكتب بصيغة GeoJSON بدلًا من ذلك.
write-error-unreadable = { $file } موجود لكن تعذرت قراءته، فلن يُكتب فوقه. اجعله قابلًا للقراءة أو انقله.
write-error-busy = تكتب نافذة أخرى { $file } الآن. حاول مرة أخرى.
write-error-changed-underneath = غيّر شخص آخر { $file } بعد قراءته، فلم يُكتب فوقه. اقرأه من جديد: تغييراتك محفوظة في سجل التغييرات وستُضاف إليه.
write-error-not-its-text = { $file } مضغوط أو بترميز قديم، فلا يمكن تغيير سجلاته فيه. صدّره بصيغة GeoJSON وافتح الناتج.
write-error-copy = لم يُكتب { $file }: تغيّرت الوثيقة { $detail } في أثناء ذلك أو لا يمكن قراءتها. لم يبق منه شيء؛ أعد المحاولة.
write-error-finer = لم يُكتب { $file }: كان { $detail } فيه سيحتوي قيمة تستبعدها القواعد. هذا عيب في البرنامج، فالرجاء الإبلاغ عنه.
write-error-cancelled = أُلغيت كتابة { $file }، ولم يتغير شيء.
write-error-system = تعذرت كتابة { $file }: { $detail }. جرّب مجلدًا آخر.
save-not-synced = حُفظ { $file }. تعذرت مزامنة مجلده ({ $detail })، فقد يُبطل انقطاع الكهرباء في اللحظات القادمة ذلك الحفظ.

## القراءة من جديد

reload-title = تغيّرت الملفات
reload-explain = عند قراءتها من جديد تقول شيئًا آخر. لن يُستبدل شيء قبل موافقتك.
reload-under-way = القراءة من جديد
reload-no-files = لا ملف مفتوح تمكن قراءته من جديد.
reload-unchanged = لم يتغير شيء: { $n ->
    [zero] لا سجلات
    [one] سجل واحد كما كان
    [two] سجلان كما كانا
    [few] { $n } سجلات كما كانت
    [many] { $n } سجلًا كما كانت
   *[other] { $n } سجل كما كانت
}
reload-changed = تغيّر { $n }
reload-added = أُضيف { $n }
reload-removed = حُذف { $n }
reload-same = بلا تغيير { $n }
reload-fields = المختلف: { $names }
reload-unreadable = تعذّرت قراءة أحدهما
reload-replace = استبدال
reload-replace-hint = عرض القراءة الجديدة بدل المفتوح؛ يبقى العرض والمرشحات والتحديد
reload-keep-both = الإبقاء على الاثنين
reload-keep-both-hint = عرض القراءة الجديدة إلى جانب المفتوح
reload-cancel-hint = إبقاء المفتوح كما هو
reload-replaced = قُرئت من جديد: أُضيف { $added }، وتغيّر { $changed }، وحُذف { $removed }.

## إسقاط الملفات

drop-open = أسقط الملفات لفتحها
drop-open-hint = تأخذ مكان السجلات المضمنة في البرنامج.
drop-add = أسقط الملفات لإضافتها
drop-add-hint = تُفتح إلى جانب ما هو مفتوح؛ يُعرض كل منها ويُغلق وحده.

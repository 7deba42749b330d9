# The command line.

cli-about = الوجود العسكري الأجنبي الموثق في مالي على خريطة: ماذا ومتى ومن يقول ذلك. بلا أمر تُفتح النافذة، وبلا ملف تُستخدم السجلات المضمنة، و«-» هو الدخل أو الخرج القياسي.
cli-usage = الاستخدام:
cli-commands = الأوامر
cli-arguments = المعطيات
cli-options = الخيارات
cli-filters = المرشحات

cli-export-about = كتابة السجلات المرشحة في ملف
cli-count-about = عدّ السجلات المرشحة
cli-check-about = سرد كل ملاحظة: الملف والسجل والحقل والسبب
cli-render-about = رسم الخريطة صورةً (PNG) بلا شاشة
cli-bench-about = قياس عمل البرنامج نفسه على ملف؛ يكتب كائن JSON واحدًا
cli-bench-load-about = قراءة ملف وتهيئته كما تفعل النافذة؛ يكتب الثواني المنقضية وثواني المعالج وعدد السجلات وأقصى ذاكرة مستعملة
cli-bench-export-about = كتابة ما تظهره المرشحات من ملف في ملف آخر؛ يكتب الثواني المنقضية وثواني المعالج وعدد السجلات المكتوبة
cli-bench-make-about = كتابة ملف من سجلات مختلَقة، هو نفسه على كل جهاز: مجموعة واحدة، أو عنصر في كل سطر إذا انتهى اسم الملف بـ .ndjson أو .geojsonl
cli-bench-window-about = تحريك نافذة على كامل مدى التواريخ، من اليوم الأول إلى الأخير بخطوات متساوية من أيام كاملة، وعدّ السجلات ذات المكان في كل خطوة، الأكيدة والمحتملة معًا، بحسب الطبقة وبحسب خلية من نصف درجة (84 عمودًا ابتداءً من خط الطول -17، وصفوف ابتداءً من خط العرض 8؛ وما يقع خارجها لا يُعدّ). prep_s هو الوقت من قراءة الملف إلى أول عدّ، و total مجموع كل الأعداد، و check مجموع كل عدد مضروبًا في باقي قسمة رقم خليته على 97، والخلايا مرقمة صفًا صفًا
cli-bench-frames-about = رسم الواجهة كلها بلا نافذة بينما تنتقل نافذة الزمن من أول يوم إلى آخره بخطوات متساوية، وقياس كلفة كل إطار على المعالج بالملي ثانية: median_ms وp95_ms مع كل اللوحات والمثلثات، وours_median_ms وours_p95_ms للأعداد والخريطة والخط الزمني
cli-bookmarks-about = سرد الإشارات المرجعية للسجلات
cli-coverage-about = ذكر ما نُشر في كل شهر، والأشهر التي لم يُنشر فيها شيء
cli-diff-about = بيان ما يختلف بين نافذتين زمنيتين

cli-help-files = ملفات GeoJSON أو GeoJSON بالأسطر أو CSV للقراءة
cli-without-overlay = ما يُترك من الصورة: { $name }
cli-help-density = إظهار عدد السجلات في كل موضع على الخريطة بدل علاماتها
cli-help-map = قراءة حقل من حقول السجل من خاصية أخرى، مثل date=when (يمكن تكراره)
cli-help-sheet = ورقة المصنّف المراد قراءتها؛ وإلا فأول ورقة تشبه السجلات
cli-help-lang = لغة الرسائل: en أو fr أو ar
cli-help-fresh = البدء بالسجلات المضمنة لا بما كان مفتوحًا آخر مرة
cli-help-help = ذكر ما يتاح وكيفية استخدامه
cli-help-version = ذكر رقم الإصدار
cli-help-renderer = رسم النافذة بواسطة auto أو glow (OpenGL)، أو wgpu حيث ضُمِّن في البناء
cli-help-input = الملف المراد قراءته
cli-help-records = عدد السجلات
cli-help-out = الملف المراد كتابته؛ «-» هو الخرج القياسي
cli-help-changes = الملف المراد كتابته: ‎.geojson أو ‎.csv لجدول، وإلا فجدول على الخرج القياسي
cli-help-before = النافذة التي يُقارن بها: تاريخ أو فترة بصيغة EDTF
cli-help-after = النافذة التي تُقارن بها
cli-help-format = أحد هذه: { $formats }؛ وإلا فبحسب لاحقة الملف
cli-help-as-read = عدم إدراج start وend وreported المشتقة
cli-help-qgis = كتابة نمط لبرنامج QGIS بجانب الملف أيضًا (.qml)، تُحسب به الأيام كاملة وتبقى النهايات المفتوحة مفتوحة
cli-qgis-file = يكتب --qgis نمطًا بجانب ملف؛ سمِّ ملفًا بالخيار --out.
cli-qgis-written = { $file }: نمط لبرنامج QGIS، تظهر به الأيام كاملة والنهايات المفتوحة.
cli-help-tray = السجلات التي لا مكان لها على الخط الزمني أو الخريطة وحدها
cli-help-size = حجم الصورة، مثل 1280x800
cli-help-scale = عدد البكسلات لكل منها، من 0.5 إلى 4: القيمة 2 أدق مرتين
cli-help-center = خط طول الوسط وعرضه؛ وإلا ظهرت كل العلامات
cli-help-zoom = التكبير من 2 إلى 13؛ وإلا ظهرت كل العلامات
cli-help-theme = light أو dark
cli-help-step = صورة لكل يوم أو أسبوع أو شهر أو سنة من النافذة (day أو week أو month أو year)، مرقّمة
cli-help-cumulative = تعرض كل صورة منها كل شيء منذ بداية النافذة
cli-help-skip-same = ترك الصور التي تعرض ما تعرضه سابقتها
cli-help-json = كتابة كائن JSON واحد
cli-help-cancel = تحميل الملف ثم إلغاء ذلك بهذا العدد من المرات في لحظات موزعة عليه كله؛ يكتب الوقت الذي مضى حتى توقف
cli-help-steps = عدد النوافذ
cli-help-days = أيام النافذة
cli-help-events = عدّ كل سجل في تاريخه وحده، حتى الوجود الذي لا يُعرف متى انتهى؛ وإلا يُعدّ كل سجل بحسب ما هو
cli-help-say = قول ما هو معروض في جملة واحدة
cli-help-window = ما قد يقع في تاريخ أو مدة EDTF فقط، والطرفان داخلان
cli-help-known = ما أُبلغ عنه في هذا التاريخ أو قبله فقط
cli-help-layer = هذه الطبقة فقط (يمكن تكراره)
cli-help-file = سجلات هذا الملف المفتوح فقط، مع مجلداته إن حمل ملفان الاسم نفسه (يمكن تكراره)
cli-help-status = هذه الحالة فقط (يمكن تكراره)
cli-help-actor = السجلات التي فيها طرف بهذا الاسم فقط
cli-help-text = السجلات التي فيها هذا النص فقط
cli-help-bbox = ما يقع بين هذه الدرجات فقط: غرب وجنوب وشرق وشمال
cli-help-near = ما يقع بالقرب من هذا فقط: خط عرض وخط طول، أو مكان، أو معرّف سجل؛ مع ‎--within
cli-help-within = المسافة عن ‎--near بالكيلومترات
cli-help-polygon = ما يقع في منطقة لها هذه الأركان فقط، وكل ركن خط طول وخط عرض
cli-help-certain = ترك ما هو محتمل فحسب
cli-help-bookmark = عرض ما تعرضه إشارة مرجعية باسمها أو رقمها، وتحل المرشحات الأخرى محل مرشحاتها

cli-wrong-usage = { $what }؛ انظر «{ $command } --help».
cli-bad-value = لا يقبل { $option } القيمة «{ $value }»: { $reason }.
cli-unknown-file = لا ملف مفتوح اسمه «{ $file }»؛ الملفات هي { $names }.
cli-reason-window = المطلوب تاريخ أو مدة مثل 2022-01-05 أو 2022-01 أو 2022-01-05/2022-03-31
cli-reason-known = المطلوب تاريخ مثل 2022-01-05 أو 2022-01
cli-reason-status = المطلوب confirmed أو reported أو claimed أو disputed أو speculated أو denied
cli-reason-bbox = المطلوب أربعة أعداد، غرب وجنوب وشرق وشمال، مثل -12.5,10,4.5,25
cli-reason-near = لا تعرف السجلات ولا الخريطة مكانًا بهذا الاسم؛ المطلوب مكان أو معرّف سجل أو خط عرض وخط طول مثل 14.48,-4.18
cli-reason-within = المطلوب عدد من الكيلومترات مثل 25
cli-reason-polygon = المطلوب ثلاثة أركان على الأقل، كل منها خط طول وخط عرض، مثل "-5,14 -4,14 -4,15.5"
cli-reason-bookmark = لا إشارة مرجعية بهذا الاسم أو الرقم، والأمر bookmarks يسردها
cli-reason-map = المطلوب حقل وخاصية، مثل date=when، والحقول هي id وdate وend_date وreported وlayer وkind وtitle وsummary وplace وplace_precision وlatitude وlongitude وgeometry وstatus وactors وsources
cli-reason-lang = المطلوب en أو fr أو ar
cli-reason-size = المطلوب عرض وارتفاع من 200 إلى 16384، مثل 1280x800
cli-reason-scale = المطلوب عدد من 0.5 إلى 4 يبقي ضلع الصورة دون 16384 بكسل ومجموعها دون 120 مليونًا
cli-reason-center = المطلوب خط طول وخط عرض بالدرجات، مثل -8,12.6
cli-reason-zoom = المطلوب عدد من 2 إلى 13
cli-reason-positive = المطلوب عدد صحيح من 1 فما فوق
cli-reason-theme = المطلوب light أو dark
cli-reason-step = المطلوب day أو week أو month أو year
cli-film = الصور المكتوبة: { $n }؛ والمتروكة لأن شيئًا لم يتغيّر: { $skipped }.
cli-film-output = تحتاج الصور المتتابعة إلى اسم مثل ‎-o mali.png، فتصير mali-001.png وهكذا.
cli-film-long = يزيد ذلك على 10000 صورة؛ اختر خطوة أطول أو نافذة أقصر.
cli-reason-format = هذه النسخة تكتب { $formats }
cli-no-format = لاحقة { $file } لا تدل على صيغة تكتبها هذه النسخة؛ أضف --format مع أحد هذه: { $formats }.
cli-no-ending = ليست لـ{ $file } لاحقة تدل على صيغة؛ سمّه { $proposed } أو أضف --format مع أحد هذه: { $formats }.
cli-bad-ending = لاحقة { $file } ليست لاحقة ما سيُكتب فيه؛ اجعلها { $endings }.
cli-diff-window = يقارن diff النافذتين A وB ولا يقبل ‎--window؛ اكتب B مكانه.
cli-over-input = { $file } يُقرأ وسيحل محله جزء منه؛ اختر اسمًا آخر.

cli-no-window = تعذر فتح النافذة: { $reason }؛ الأوامر export وcount وcheck وrender تعمل بلا شاشة.
cli-no-basemap = تعذر رسم الخريطة المضمنة: { $reason }.

cli-exported = { $file }: كُتب { $written } من أصل { $n }؛ المتروك: { $out } خارج النافذة، { $filtered } بالمرشحات، { $undated } بلا تاريخ، { $unreadable } غير مقروءة.
cli-known-whole = تخرج السجلات كاملة: العناوين والملخصات والتواريخ والأقوال والحالات كما هي اليوم، مع المصادر المنشورة بعد يوم ‎--known‎
cli-exported-tray = { $file }: كُتب { $written } من أصل { $n } بلا تاريخ أو بلا موقع؛ المتروك: { $shown } على الخريطة والخط الزمني، { $out } خارج النافذة، { $filtered } بالمرشحات، { $unreadable } غير مقروءة.
cli-issue = { $message }: «{ $value }»
cli-checked = السجلات: { $n }، غير المقروءة: { $unreadable }، الملاحظات: { $issues }
cli-bookmark = { $number }. { $name } ({ $window })
cli-difference = جديد: { $new }؛ منتهٍ: { $ended }؛ منتقل: { $moved }؛ متغيّر: { $changed }؛ تغيّرت حالته: { $status }؛ بلا تغيّر: { $same }.

cli-suggest-about = البحث عما يقوله نص: تواريخ وأماكن وكميات وجهات وعتاد، كلٌّ مع كلماته والقاعدة التي وجدته
cli-help-document = وثيقة للقراءة: نص بأي ترميز أو صفحة محفوظة أو DOCX أو تصدير Telegram أو WARC أو WACZ؛ الإدخال القياسي افتراضيًا
cli-help-published = متى نُشر النص بصيغة EDTF: ما تُحسب منه «الأسبوع الماضي»
cli-help-names-of = سجلات تُبحث أسماء أماكنها وجهاتها وعتادها (يمكن تكراره)؛ السجلات المضمنة افتراضيًا
cli-suggest-unpublished = لم يُعثر على تاريخ. التواريخ بلا سنة، مثل «الأسبوع الماضي»، تحتاج إلى --published.
cli-suggestion = { $place }  { $kind }  { $text }  →  { $value }  ({ $rule })
suggestion-date = تاريخ
suggestion-place = مكان
suggestion-quantity = كمية
suggestion-actor = جهة
suggestion-equipment = عتاد

cli-source-about = حفظ وثائق مجموعة البيانات كما وردت
cli-source-add-about = أرشفة وثيقة بجانب مجموعة بيانات مع ما تقوله عن نفسها: نص أو Markdown أو صفحة محفوظة أو DOCX أو تصدير Telegram أو WARC أو WACZ
cli-source-list-about = سرد مصادر مجموعة البيانات وهل نسخها موجودة
cli-source-check-about = حساب بصمة كل نسخة مؤرشفة من جديد؛ ينتهي بالحالة 1 إن غابت نسخة أو تغيرت
cli-help-title = العنوان إن لم يكن عنوان الوثيقة صحيحًا
cli-help-publisher = الناشر إن لم يكن ما تقوله الوثيقة صحيحًا
cli-help-url = العنوان الذي نُشرت فيه
cli-source-no-collection = { $file }: لا قائمة مصادر فيه؛ اذكر مجموعة GeoJSON مثل ما يكتبه export.
cli-source-found = وُجد: { $value } ({ $place }).
cli-source-kept = { $file }: حُفظ ({ $format }، { $count ->
    [zero] بلا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}).
cli-source-untold = { $count ->
    [zero] لا حروف مجهولة فيه.
    [one] فيه حرف واحد يرسمه خط لا يبيّن أي حرف هو، ويظهر � في النص. اقرأ الصفحة نفسها هناك.
    [two] فيه حرفان يرسمهما خط لا يبيّن أي حرف هما، ويظهران � في النص. اقرأ الصفحة نفسها هناك.
    [few] فيه { $count } حروف يرسمها خط لا يبيّن أي حروف هي، وتظهر � في النص. اقرأ الصفحة نفسها هناك.
    [many] فيه { $count } حرفًا يرسمها خط لا يبيّن أي حروف هي، وتظهر � في النص. اقرأ الصفحة نفسها هناك.
   *[other] فيه { $count } حرف يرسمها خط لا يبيّن أي حروف هي، وتظهر � في النص. اقرأ الصفحة نفسها هناك.
}
cli-source-known = هذه الوثيقة مصدر موجود: { $id }.
cli-source-line = { $id }  { $published }  { $copy }  { $title }
source-copy-kept = محفوظة
source-copy-missing = غائبة
source-copy-changed = متغيرة
source-copy-none = بلا نسخة
cli-suggest-published = تُحسب التواريخ النسبية من { $date } كما تقول الوثيقة ({ $place }).

cli-seal-about = كتابة حزمة مختومة: السجلات والعرض والسجل والوثائق المؤرشفة في أرشيف ZIP واحد (BagIt، RO-Crate) تتحقق منه برامج أخرى
cli-verify-about = التحقق من حزمة مختومة أو حزمة BagIt أو ملف مصدَّر، مع تسمية كل ملف مفقود أو مضاف أو متغير
cli-help-archive = الأرشيف الذي يُكتب (.zip)
cli-help-day = يوم الختم، وهو اليوم الحالي افتراضيًا؛ السجلات نفسها واليوم نفسه يعطيان البايتات نفسها
cli-help-license = ترخيص السجلات بدل ما تقوله الملفات: اسم SPDX أو عنوان أو نص
cli-help-bundle = حزمة مختومة، أو حزمة BagIt أرشيفًا أو مجلدًا، أو ملف GeoJSON مصدَّر
cli-reason-day = يُنتظر يوم مثل 2026-05-01
cli-seal-file = تُكتب الحزمة في ملف؛ سمِّ ملفًا بالخيار --out.
cli-sealed = { $file }: خُتم. السجلات: { $records }، الملفات: { $files }. نسخ الوثائق: داخل الحزمة { $kept }، مفقودة { $missing }، متغيرة { $changed }، لم تُحفظ قط { $none }. يثبت الختم أن شيئًا لم يتغير منذئذ، لا أنه صحيح.
cli-help-sign = التوقيع بهذا المفتاح الخاص من OpenSSH؛ يوضع التوقيع بجانب الحزمة (.sig) ويتحقق منه ssh-keygen -Y verify
cli-help-time-query = كتابة طلب ختم زمني (RFC 3161) أيضًا بجانب الحزمة (.tsq)؛ لا يُرسل شيء
cli-help-signature = التوقيع الذي يُفحص، وهو افتراضيًا الذي بجانب الحزمة (.sig)
cli-help-signers = ملف الموقّعين المقبولين كما في ssh-keygen؛ من دونه يُذكر المفتاح الموقّع فقط
cli-sign-no-key = ليس { $key } مفتاحًا خاصًا معروفًا هنا؛ يُقبل Ed25519 وECDSA P-256 بصيغة OpenSSH. كُتبت الحزمة دون توقيع.
cli-sign-encrypted = المفتاح { $key } مشفر ويبقى كذلك. كُتبت الحزمة؛ لتوقيعها استخرج tagmanifest-sha256.txt ونفّذ ssh-keygen -Y sign -f { $key } -n sahelscope-bundle tagmanifest-sha256.txt.
cli-beside-written = { $file }: كُتب بجانب الحزمة.
cli-help-publish-safe = ختم سجلات يجوز نشرها: ملف JSON فيه «names» للأسماء التي لا تُترك في أي مكان و«rules» للقواعد (records، embargo، decimals، area، omit)؛ تبقى الوثائق والسجل خارجها، ويعدّد تقرير كل تغيير
cli-bad-rules = ليس { $file } ملف قواعد: «{ $member }» فيه غير معروف أو بلا معنى. لم يُختم شيء، كي لا يُنشر ما لا يجوز نشره.

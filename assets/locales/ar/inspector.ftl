# بطاقة السجل.

inspector = السجل
record-number = السجل { $n }

## لا شيء محدد

inspector-needs-record = تُفتح لوحة التفاصيل مع سجل: انقر علامة أو شريطًا أو سطرًا.
in-window = في النافذة

## ما يمكن فعله بالسجل

record-previous = السجل السابق (P)
record-next = السجل التالي (N)
record-reveal = إظهاره على الخريطة والخط الزمني
record-close = إغلاق البطاقة
citation = التوثيق
geojson = GeoJSON
record-copy-geojson = نسخ بصيغة GeoJSON
record-copy-citation = نسخ التوثيق
record-copy-raw = نسخ الخصائص
copied-geojson = نُسخ السجل بصيغة GeoJSON
copied-citation = نُسخ التوثيق
copied-raw = نُسخت الخصائص

## لماذا تُظهره النافذة

why-undated = لا تاريخ له، فلا تُظهره أي نافذة.
why-filtered = يقع في النافذة، لكن المرشحات تحجبه.
why-certain-event = تقع كل تواريخه المحتملة ({ $when }) في النافذة.
why-certain-seen = كان قائمًا في وقت ما من هذه المدة، وكلها في النافذة: { $when }.
why-certain-presence = بدأ في موعد أقصاه { $start }، ودام حتى { $end } على الأقل.
why-unconfirmed = غير مثبت منذ { $when }: لا مصدر يثبته بعد ذلك ولا يذكر نهايته.
why-possible-start = لعله لم يبدأ إلا بعد النافذة: { $when }.
why-possible-end = لعله انتهى قبل النافذة: { $when }.
why-possible-event = يقع في النافذة { $percent ->
    [0] أقل من واحد بالمئة
   *[other] { $percent }٪
} من تواريخه المحتملة ({ $when }).
why-possible-open = يقع بعض تواريخه المحتملة ({ $when }) في النافذة.
why-out-event-before = وقع قبل النافذة: { $when }.
why-out-event-after = وقع بعد النافذة: { $when }.
why-out-presence-before = انتهى قبل النافذة: { $when }.
why-out-presence-after = بدأ بعد النافذة: { $when }.
standing-certain = أكيد في هذه النافذة
standing-possible = محتمل في هذه النافذة
standing-unconfirmed = محتمل لكن غير مثبت
standing-filtered = تحجبه المرشحات
standing-out = خارج هذه النافذة
standing-undated = بلا تاريخ

## الوقائع

card-when = متى
card-no-date = لا تاريخ تمكن قراءته
card-last-confirmed = آخر إثبات
card-reported = النشر
card-reported-first = تاريخ أقدم مصادره
card-reported-only = تاريخ مصدره
card-where = أين
card-no-place = لم يُذكر مكان
card-unnamed-place = مكان بلا اسم
card-unplaced = ليس على الخريطة
review = المراجعة
review-draft = مسودة
review-ready = جاهز للمراجعة
review-reviewed = تمت مراجعته
card-summary = الملخص
card-date-code = التاريخ بصيغة EDTF

## الأقسام

card-issues = { $n ->
    [zero] لا خلل في هذا السجل
    [one] في هذا السجل خلل
    [two] في هذا السجل خللان
    [few] في هذا السجل { $n } أخطاء
    [many] في هذا السجل { $n } خطأً
   *[other] في هذا السجل { $n } خطأ
}
card-unreadable = تتعذر قراءة هذا السجل
card-all-issues = عرض كل الملاحظات
card-unreadable-hint = يُحفظ كما هو ويُصدَّر دون تغيير.
card-quantities = الأعداد
card-equipment = العتاد
card-equipment-model = الطراز
card-equipment-kind = النوع
card-equipment-number = العدد
card-actors = الأطراف
card-actor-filter = إظهار سجلات { $actor } وحدها
card-actor-unfilter = إظهار سجلات كل الأطراف من جديد
card-claims = من يقول ماذا
card-claims-all-from = كلها من مصدر واحد: { $source }
card-claims-later = { $n ->
    [zero] لا أقوال عُرفت لاحقًا
    [one] قول واحد عُرف لاحقًا
    [two] قولان عُرفا لاحقًا
    [few] { $n } أقوال عُرفت لاحقًا
    [many] { $n } قولًا عُرفت لاحقًا
   *[other] { $n } قول عُرفت لاحقًا
}
card-sources = المصادر
card-related = سجلات ذات صلة
card-others = خصائص أخرى
card-raw = الخصائص كما في الملف

## الأقوال والمصادر

card-unnamed-claimant = قائل غير مسمى
card-words = القيم وكلماتها
card-words-all = { $n ->
    [zero] لا قيم له.
    [one] قيمته تسمي الكلمات التي تستند إليها.
    [two] قيمتاه تسميان الكلمات التي تستندان إليها.
    [few] قيمه وعددها { $n } تسمي كلها الكلمات التي تستند إليها.
    [many] قيمه وعددها { $n } تسمي كلها الكلمات التي تستند إليها.
   *[other] قيمه وعددها { $n } تسمي كلها الكلمات التي تستند إليها.
}
card-words-lacking = { $n ->
    [zero] لا قيمة من { $all } بلا كلمات من وثيقة.
    [one] قيمة واحدة من { $all } لا تسمي كلمات من وثيقة.
    [two] قيمتان من { $all } لا تسميان كلمات من وثيقة.
    [few] { $n } قيم من { $all } لا تسمي كلمات من وثيقة.
    [many] { $n } قيمة من { $all } لا تسمي كلمات من وثيقة.
   *[other] { $n } قيمة من { $all } لا تسمي كلمات من وثيقة.
}
card-words-hint = تُختار الكلمات في الوثيقة بجانب الخريطة، وقد تسمي القيمة موضعًا في مصدر أيضًا
card-words-value = { $name }: { $value }
card-words-actor = جهة
card-words-quantity = عدد
card-words-equipment = معدات
card-words-claim = قول
card-words-none = لا كلمات من وثيقة
card-words-quote = «{ $words }»
card-words-coded = رمّزها { $by } في { $at }
card-words-copy-digest = نسخ بصمة الوثيقة: { $digest }
copied-digest = نُسخت البصمة
card-unnamed-publisher = ناشر غير مسمى
card-unlisted-source = غير موصوف في الملف
card-published = نُشر: { $date }
card-published-printed = نُشر: { $date }، كما هو مطبوع
card-published-inferred = نُشر: { $date }، بالاستنتاج
card-repeats = ينقل عن { $source }
card-open-link = فتح في { $host }
card-open-archive = نسخة محفوظة في { $host }
card-no-link = ليس رابطًا: { $address }. { $reason }
card-not-here = ليس في البيانات المفتوحة
related-includes = يشمل
related-jump = { $relationship }: { $title }
fallback-hint = غير متاح بلغة البرنامج، معروض بهذه اللغة: { $language }
locator-para = { $form ->
    [single] الفقرة { $list }
   *[several] الفقرات { $list }
}
locator-page = { $form ->
    [single] الصفحة { $list }
   *[several] الصفحات { $list }
}

## التوثيق

cite-quoted = «{ $title }»
cite-sourced = { $subject }. المصادر: { $sources }.
cite-unsourced = { $subject }. لم يُذكر مصدر.
cite-separator = ؛{" "}
cite-inferred = { $date } (تاريخ مستنتج)

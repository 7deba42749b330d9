# لوحة الطبقات والمرشحات والدرج.

layers-empty = لا شيء مفتوح
layers-empty-hint = افتح ملفًا، أو أسقط ملفًا على النافذة، أو عد إلى السجلات المضمنة في البرنامج.
layers-open = فتح ملف…
layers-open-bundled = عرض سجلات مالي

## المرشحات

filters = المرشحات
filters-clear = مسح المرشحات
filters-held-back = { $n ->
    [zero] لا تحجب المرشحات شيئًا
    [one] تحجب المرشحات سجلًا واحدًا
    [two] تحجب المرشحات سجلين
    [few] تحجب المرشحات { $n } سجلات
    [many] تحجب المرشحات { $n } سجلًا
   *[other] تحجب المرشحات { $n } سجل
}
filter-text = بحث في السجلات
filter-text-clear = مسح النص
filter-actor = الطرف
filter-actor-clear = عرض كل الأطراف
filter-names-awaited = تُقرأ أسماء كل السجلات: { $percent }٪
filter-chip = { $name }: { $value }
filter-chip-origins = المنابع: { $n } على الأقل
filter-chip-lacks-words = قيم بلا كلمات
filter-within-box = هذا الجزء من الخريطة فقط
filter-within-ring = المنطقة المرسومة فقط
filter-take-back = إزالة المرشح «{ $what }»
filter-certain-only = استبعاد المحتمل

## الملفات

files = الملفات
files-add = إضافة ملف…
files-add-hint = فتح ملفات إلى جانب هذه (Ctrl+O، أو أسقطها على النافذة)
file-switch = إظهار الملف { $name }
file-only = الملف { $name } وحده
file-close = إغلاق الملف { $name }
file-line-hint = { $name }: { $n ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}. انقر لإظهاره أو إخفائه، ومع Alt لإظهاره وحده، واضغط Delete لإغلاقه.

## الطبقات

layers = الطبقات
layer-switch = إظهار { $layer }
layer-only = { $layer } وحدها
count-short = { $certain } + { $possible }
legend-certain = أكيد
legend-possible = محتمل
legend-unconfirmed = غير مثبت
legend-unconfirmed-hint = وجود لم يعد أي مصدر يثبته في النافذة ولا يذكر نهايته

## السجلات

rows-none = لا شيء في هذه النافذة. وسّعها على الخط الزمني.
rows-none-filtered = لا شيء في هذه النافذة يجتاز المرشحات.
rows-rest = سجلات أخرى ليست في هذه القائمة: { $n }

## الدرج

tray-undated = بلا تاريخ
tray-undated-hint = لا تُظهرها أي نافذة، إذ لا مكان لها على الخط الزمني.
tray-unplaced = بلا موقع على الخريطة
tray-unplaced-hint = تقع في النافذة، لكن لا مكان لها على الخريطة.
tray-no-date = لم يُذكر تاريخ
tray-no-place = لم يُذكر مكان
tray-issue = { $what }: { $value }
tray-export = تصدير ما بلا تاريخ أو موقع
tray-unreadable = { $n ->
    [zero] لا سجلات تتعذر قراءتها
    [one] سجل واحد تتعذر قراءته
    [two] سجلان تتعذر قراءتهما
    [few] { $n } سجلات تتعذر قراءتها
    [many] { $n } سجلًا تتعذر قراءتها
   *[other] { $n } سجل تتعذر قراءته
}
tray-issues = { $n ->
    [zero] لا ملاحظات
    [one] عرض ملاحظة واحدة
    [two] عرض ملاحظتين
    [few] عرض { $n } ملاحظات
    [many] عرض { $n } ملاحظة
   *[other] عرض { $n } ملاحظة
}

## البحث

search-results = السجلات التي عُثر عليها
search-found = { $n ->
    [zero] لم يُعثر على شيء
    [one] عُثر على سجل واحد
    [two] عُثر على سجلين
    [few] عُثر على { $n } سجلات
    [many] عُثر على { $n } سجلًا
   *[other] عُثر على { $n } سجل
}
search-under-way = جارٍ البحث، { $percent }٪
search-filter = عرض هذه فقط
search-near = لا سجل فيه «{ $typed }». تهجئة قريبة: «{ $near }»
search-keys = السهم إلى الأسفل للتنقل، ومفتاح الإدخال لعرضها وحدها

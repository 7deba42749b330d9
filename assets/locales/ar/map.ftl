# الخريطة: ما يُكتب عليها وأزرارها وبطاقاتها وما تقوله حين تخلو.

map-name = خريطة السجلات
map-names-foreign = ما كُتب باللاتينية لا يُعرف اسمه العربي
map-scale-km = { $km } كم
map-scale-m = { $m } م

## الأزرار

map-zoom-in = تقريب
map-zoom-out = إبعاد
map-fit-all = إظهار كل العلامات
map-places = أماكن
map-areas = جزء من الخريطة فقط
map-places-hint = الانتقال إلى مكان
map-places-records = في السجلات
map-relief-on = إظهار التضاريس
map-relief-off = إخفاء التضاريس
map-by-file-title = اللون حسب الملف
map-by-file-key = كما بجانب أسماء الملفات؛ الرمادي: معدودة معًا
map-density-on = إظهار كثافة السجلات
map-density-off = إظهار علامات السجلات
map-density-title = السجلات في كل مربع
map-density-key = مصمت: أكيدة، أجوف: محتملة

## أماكن للانتقال إليها

map-place-mali = مالي كلها
map-place-airport = مطار باماكو
map-place-segou = سيغو
map-place-mopti = موبتي
map-place-timbuktu = تمبكتو
map-place-moura = مورا
map-place-gao = غاو
map-place-kidal = كيدال

## شارات ما لا مكان له على الخريطة

map-badge = { $place }: { $n ->
    [zero] لا سجلات معروفة على مستوى البلد فقط
    [one] سجل واحد معروف على مستوى البلد فقط
    [two] سجلان معروفان على مستوى البلد فقط
    [few] { $n } سجلات معروفة على مستوى البلد فقط
    [many] { $n } سجلًا معروفًا على مستوى البلد فقط
   *[other] { $n } سجل معروف على مستوى البلد فقط
}
map-badge-nowhere = بلا مكان
count-thousands = { $n } ألف
count-millions = { $n } مليون
map-badge-countries = بلدان
map-badge-countries-hint = { $n ->
    [zero] لا سجلات معروفة على مستوى البلد فقط
    [one] سجل واحد معروف على مستوى البلد فقط
    [two] سجلان معروفان على مستوى البلد فقط
    [few] { $n } سجلات معروفة على مستوى البلد فقط
    [many] { $n } سجلًا معروفًا على مستوى البلد فقط
   *[other] { $n } سجل معروف على مستوى البلد فقط
}
map-badge-nowhere-hint = { $n ->
    [zero] لا سجلات بلا مكان على هذه الخريطة
    [one] سجل واحد بلا مكان على هذه الخريطة
    [two] سجلان بلا مكان على هذه الخريطة
    [few] { $n } سجلات بلا مكان على هذه الخريطة
    [many] { $n } سجلًا بلا مكان على هذه الخريطة
   *[other] { $n } سجل بلا مكان على هذه الخريطة
}

## البطاقات

map-card-here = { $n ->
    [zero] لا سجلات هنا
    [one] سجل واحد هنا
    [two] سجلان هنا
    [few] { $n } سجلات هنا
    [many] { $n } سجلًا هنا
   *[other] { $n } سجل هنا
}
map-card-area = { $n ->
    [zero] لا سجلات في هذه المنطقة
    [one] سجل واحد في مكان ما من هذه المنطقة
    [two] سجلان في مكان ما من هذه المنطقة
    [few] { $n } سجلات في مكان ما من هذه المنطقة
    [many] { $n } سجلًا في مكان ما من هذه المنطقة
   *[other] { $n } سجل في مكان ما من هذه المنطقة
}
map-card-more = { $n ->
    [zero] ولا سجلات أخرى
    [one] وسجل آخر
    [two] وسجلان آخران
    [few] و{ $n } سجلات أخرى
    [many] و{ $n } سجلًا آخر
   *[other] و{ $n } سجل آخر
}
map-card-areas = { $n ->
    [zero] لا سجل منها معروف بالمنطقة فقط
    [one] واحد منها معروف بالمنطقة فقط
    [two] اثنان منها معروفان بالمنطقة فقط
    [few] { $n } منها معروفة بالمنطقة فقط
    [many] { $n } منها معروفًا بالمنطقة فقط
   *[other] { $n } منها معروف بالمنطقة فقط
}
map-card-open = انقر للفتح
map-card-undated = بلا تاريخ

## حين لا يوجد ما يُرى

map-empty-window = لا شيء في هذه النافذة
map-empty-nearest = أقرب سجل: { $title }، { $date }
map-empty-show = إظهاره
map-empty-hidden = المرشحات تخفي كل السجلات
map-empty-clear = مسح المرشحات
map-empty-file = لا سجلات مفتوحة
map-empty-file-hint = افتح ملف GeoJSON أو عُد إلى السجلات المضمنة في البرنامج
map-empty-open = فتح…
map-empty-bundled = السجلات المضمنة
map-empty-undated = لا عمود يُقرأ تاريخًا
map-empty-choose = اختيار الأعمدة…
map-empty-unplaced = { $n ->
    [zero] لا سجلات بلا مكان في هذه النافذة
    [one] السجل الموجود في هذه النافذة لا مكان له على الخريطة
    [two] السجلان الموجودان في هذه النافذة لا مكان لهما على الخريطة
    [few] { $n } سجلات في هذه النافذة لا مكان لها على الخريطة
    [many] { $n } سجلًا في هذه النافذة لا مكان لها على الخريطة
   *[other] { $n } سجل في هذه النافذة لا مكان لها على الخريطة
}
map-elsewhere = العلامات خارج هذا العرض

menu-open-record = فتح السجل
menu-window-of-record = عرض تواريخه
menu-hide-layer = إخفاء { $layer }
menu-copy-coordinates = نسخ { $at }
menu-copy-otherwise = نسخ الإحداثيات بصيغة
menu-centre-here = التوسيط هنا
menu-zoom-here = التقريب هنا
menu-within = حول هذا المكان فقط
menu-within-km = في حدود { $km } كم
draw-circle-middle = انقر على مركز الدائرة
draw-circle-edge = انقر حيث تنتهي الدائرة
draw-polygon-corners = انقر على أركان المنطقة
draw-polygon-end = تابع النقر؛ مفتاح الإدخال أو النقر المزدوج ينهي المنطقة
draw-done = عرض هذه المنطقة
copied-coordinates = نُسخت الإحداثيات
action-graticule = شبكة الإحداثيات
action-graticule-hint = رسم خطوط الطول ودوائر العرض مع درجاتها
help-legend-graticule = خطوط رفيعة: خطوط الطول ودوائر العرض مع درجاتها، عند إظهارها
help-legend-found = حلقة حول ما فيه الكلمات المكتوبة في البحث
graticule-degrees = { $d }°
graticule-minutes = { $d }°{ $m }′
graticule-north = { $at } ش
graticule-south = { $at } ج
graticule-east = { $at } ق
graticule-west = { $at } غ

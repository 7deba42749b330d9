# جدول السجلات.

table-title = السجلات ضمن النافذة الزمنية
table-close = إغلاق الجدول
table-marked = { $n ->
    [zero] لا سجلات محددة
    [one] سجل واحد محدد
    [two] سجلان محددان
    [few] { $n } سجلات محددة
    [many] { $n } سجلًا محددًا
   *[other] { $n } سجل محدد
}
table-sorting = جارٍ الفرز، { $percent }٪
table-possible = محتمل، { $percent }٪
table-derived = بالترتيب: { $when }
table-copy = نسخ الصفوف المحددة لجدول بيانات؛ وكلها إن لم يُحدد شيء، { $most } على الأكثر
table-copy-geojson = نسخ الصفوف المحددة بصيغة GeoJSON؛ وكلها إن لم يُحدد شيء، { $most } على الأكثر
table-copied = نُسخت الصفوف
table-copied-geojson = نُسخت الصفوف بصيغة GeoJSON
table-columns = الأعمدة
table-columns-reset = الأعمدة كما كانت
table-below = تحت الخريطة
table-beside = بجانب الخريطة
table-instead = بدل الخريطة
table-no-room = النافذة منخفضة فلا متسع للجدول تحت الخريطة
table-column-earlier = تقديم { $column }
table-column-later = تأخير { $column }
table-sort = فرز حسب: { $column }
table-sorted-up = مفروز حسب: { $column }، من الأول إلى الأخير؛ اضغط لعكسه
table-sorted-down = مفروز حسب: { $column }، من الأخير إلى الأول؛ اضغط لعكسه
table-sorted-then-up = مفروز ثانيًا حسب: { $column }، من الأول إلى الأخير
table-sorted-then-down = مفروز ثانيًا حسب: { $column }، من الأخير إلى الأول
table-filter = تصفية: { $column }
table-filter-set = تصفية سارية: { $column }
table-filter-clear = إلغاء هذه التصفية
table-total = { $n ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}
table-total-layer = { $layer } { $n }
table-resize = عرض عمود { $column }

## الأعمدة

column-date = التاريخ
column-title = العنوان
column-place = المكان
column-layer = الطبقة
column-status = الحالة
column-certainty = ضمن النافذة
column-actors = الأطراف
column-sources = المصادر
column-reported = معروف منذ

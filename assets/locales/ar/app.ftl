# الكلمات المشتركة بين أجزاء البرنامج.

app-name = Sahelscope
app-tagline = السجل الموثق، بقدر ما تؤكده مصادره

## الأوامر

open = فتح
save = حفظ
save-as = حفظ باسم
export = تصدير
close = إغلاق
cancel = إلغاء
done = تم
apply = تطبيق
reset = إعادة الضبط
clear = مسح
copy = نسخ
copied = تم النسخ
undo = تراجع
redo = إعادة
search = بحث
filter = تصفية
show = إظهار
hide = إخفاء
show-all = إظهار الكل
hide-all = إخفاء الكل
show-more = عرض المزيد
show-less = عرض أقل
back = رجوع
next = التالي
previous = السابق
remove = إزالة
retry = إعادة المحاولة
quit = إنهاء
help = مساعدة
settings = الإعدادات
about = حول البرنامج

## الأجوبة والقيم الغائبة

yes = نعم
no = لا
none = لا شيء
all = الكل
unknown = غير معروف
not-stated = غير مذكور
hidden-by = يخفيه { $what }
and-others = { $list } { $n ->
    [zero] دون غيرها
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $n } آخرون
    [many] و{ $n } آخرون
   *[other] و{ $n } آخرون
}
two-items = { $first } و{ $second }
list-separator = ،{" "}

## الأعداد

records = { $n ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}
window = النافذة الزمنية
certain = أكيد
possible = محتمل
out = خارج النافذة
undated = بلا تاريخ
unplaced = بلا موقع
unreadable = غير مقروء
certain-hint = تقع في النافذة أيًّا كان تاريخها الدقيق
possible-hint = يقع بعض تواريخها المحتملة في النافذة
out-hint = لا يقع أي من تواريخها المحتملة في النافذة
undated-hint = لا تاريخ لها، أو لها تاريخ تتعذر قراءته
unplaced-hint = لا موقع لها على الخريطة
unreadable-hint = موجودة في الملف لكن تتعذر قراءتها
count-certain = أكيد: { $n }
count-possible = محتمل: { $n }
count-certain-possible = أكيد: { $certain } + محتمل: { $possible }
count-out = خارج النافذة: { $n }
count-undated = بلا تاريخ: { $n }
count-unplaced = بلا موقع: { $n }
count-unreadable = غير مقروء: { $n }

## الطبقات

layer-deployment = انتشار
layer-incident = حادثة
layer-delivery = توريد
layer-context = سياق
layers-deployment = عمليات الانتشار
layers-incident = الحوادث
layers-delivery = التوريدات
layers-context = السياق
layer-deployment-hint = قوات أو قواعد في مكان ما
layer-incident-hint = ما وقع للناس
layer-delivery-hint = عتاد أو أفراد وصلوا
layer-context-hint = ما يفسر غيره وقد لا يكون له مكان

## أنواع السجلات

kind-event = حدث
kind-presence = وجود
kind-event-hint = وقع مرة واحدة في لحظة ما من تاريخه
kind-presence-hint = دام طوال تاريخه

## من يقف وراء السجل

status = الحالة
status-confirmed = مؤكد
status-reported = وارد في المصدر
status-claimed = مُدّعى
status-disputed = متنازع عليه
status-speculated = تخمين
status-denied = منفي
status-confirmed-hint = يقر به الطرف المعني أو تثبته صور مستقلة
status-reported-hint = يقوله المصدر بلسانه
status-claimed-hint = يقوله طرف مسمى أو موصوف
status-disputed-hint = الأقوال فيه متناقضة
status-speculated-hint = المصدر نفسه يخمّن
status-denied-hint = ينفيه طرف ولا يتمسك به أحد

## دقة المكان

place-site = موقع محدد
place-town = بلدة
place-area = محيط نقطة
place-region = إقليم
place-country = بلد
place-unknown = مكان غير معروف
place-site-hint = مبنى أو قاعدة أو مطار
place-town-hint = مدينة أو قرية
place-area-hint = في مكان ما حول نقطة
place-region-hint = في مكان ما من إقليم
place-country-hint = في مكان ما من البلد
place-unknown-hint = لا أحد يذكر مدى دقة المكان
within-km = في حدود { $km } كم

## صلة السجلات بعضها ببعض

related-part-of = جزء من
related-same-as = لعله نفسه
related-contradicts = يناقض
related-after = بعد
related-before = قبل

## المصادر

source-news = صحافة
source-ngo = منظمة غير حكومية
source-think-tank = مركز أبحاث
source-official = مصدر رسمي
source-dataset = مجموعة بيانات

## الأعداد المذكورة

number-exact = { $low }
number-about = نحو { $low }
number-range = من { $low } إلى { $high }
number-about-range = نحو { $low } إلى { $high }
number-more-than = أكثر من { $low }
number-at-least = { $low } على الأقل
number-at-most = { $high } على الأكثر
number-about-at-least = نحو { $low } أو أكثر
number-about-at-most = نحو { $high } أو أقل
number-unstated = العدد غير مذكور

## السمات واللغات

theme = المظهر
theme-light = فاتح
theme-dark = داكن
theme-system = كالنظام
language = اللغة
language-en = English
language-fr = Français
language-ar = العربية

## Fields of numbers

number-more = زيادة
number-less = إنقاص
number-wrong = المتوقع عدد من { $from } إلى { $to }

## Edges of panels

resize-timeline = تغيير حجم الخط الزمني
resize-table = تغيير حجم الجدول
resize-reader = تغيير عرض لوحة الوثائق
resize-layers = تغيير عرض لوحة الطبقات
resize-inspector = تغيير عرض لوحة التفاصيل

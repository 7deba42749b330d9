# المشاهد: ما شوهد وما يُحفظ منه وما اختلف وما يقال عنه.

## Steps

action-back = العودة إلى المشهد السابق
action-forward = الانتقال إلى المشهد التالي
action-undo-filters = التراجع عن آخر تغيير في المرشحات
action-redo-filters = إعادة تغيير المرشحات

## ما هو معروض، في جملة واحدة

said-separator = ؛{" "}
said-all-layers = كل الطبقات
said-no-layer = لا طبقة
said-file-name = «{ $text }»
said-files = { $n ->
    [zero] لا ملف
    [one] الملف { $list } فقط
    [two] الملفان { $list } فقط
    [few] الملفات { $list } فقط
    [many] الملفات { $list } فقط
   *[other] الملفات { $list } فقط
}
said-no-file = لا ملف
said-all-dates = كل التواريخ
said-known = كما كان معلومًا في { $date } (العناوين والملخصات والتواريخ كُتبت بعد ذلك)
said-status = الحالة: { $list }
said-actor = الطرف «{ $text }»
said-text = النص «{ $text }»
said-words = نص فيه { $list }
said-area = خط الطول من { $west } إلى { $east }، وخط العرض من { $south } إلى { $north }
said-circle = على بعد لا يزيد على { $km } كم من { $place }
said-ring = في منطقة مرسومة بين خطي الطول { $west } و{ $east }، وخطي العرض { $south } و{ $north }
said-certain-only = الأكيد وحده
said-filtered = تركتها المرشحات: { $n }
said-all = { $subject }: { $shown } من أصل { $records }.
said-part = { $subject }: { $shown } من أصل { $records }؛ غير معروض: { $rest }.
said-copied = نُسخت الجملة.
action-copy-said = نسخ الجملة التي تصف المعروض
action-copy-said-hint = الطبقات والتواريخ والشروط والأعداد وما تُرك، لنص أو لشرح صورة

## الإشارات المرجعية

briefing = الإشارات المرجعية
briefing-empty = تحفظ الإشارة المرجعية ما تراه: التواريخ والمرشحات والموضع على الخريطة. وعدة إشارات مرتبة تصنع عرضًا موجزًا. وتُحفظ مع كل تصدير.
briefing-place = { $at } من { $n }
briefing-step = { $number }. { $name }
bookmark-title = الاسم ({ $language })
bookmark-text = النص ({ $language })
bookmark-added = أُضيفت إشارة مرجعية: { $name }
bookmark-none = لا إشارات مرجعية بعد.
bookmark-earlier = إلى الأعلى
bookmark-later = إلى الأسفل
bookmark-retake = حفظ ما يُرى الآن في هذه الإشارة
bookmark-remove = إزالة هذه الإشارة
bookmark-restore = إعادة الإشارة المزالة
bookmarks-set-aside = كانت الإشارات المرجعية على هذا الجهاز تالفة، وهي محفوظة باسم { $name }.
bookmarks-unreadable = الإشارات المرجعية على هذا الجهاز موجودة في { $name } لكن تعذرت قراءتها. يبقى الملف كما هو.
action-bookmark = إضافة إشارة مرجعية
action-bookmark-hint = تحفظ التواريخ والمرشحات والموضع على الخريطة باسم
action-step-after = الإشارة التالية
action-step-before = الإشارة السابقة
action-present = نص الإشارة المرجعية على الخريطة
action-present-hint = يعرض نص الإشارة المرجعية في بطاقة على الخريطة أو يخفيها؛ والخطوات تعرضه أيضًا
briefing-close = إغلاق نص الإشارة المرجعية

## الفرق بين نافذتين زمنيتين

difference = الفرق
difference-a = A: { $window }
difference-b = B: { $window }
difference-count = { $kind } { $count }
difference-same = بلا تغيّر { $count }
difference-none = لا فرق بين A وB.
difference-awaited = يجري حساب الفرق…
difference-possible = { $name } (محتمل)
difference-row = { $kind }: { $name }
difference-possible-hint = محتمل فقط: بعض تواريخه المحتملة يقول غير ذلك.
difference-from = مكان: { $name }
difference-statuses = { $before } ← { $after }
difference-copy = نسخ التغيّرات جدولًا
difference-copied = نُسخت التغيّرات جدولًا.
difference-export = كتابة التغيّرات في ملف
difference-exported = { $n ->
    [zero] لم يُكتب أي تغيّر
    [one] كُتب تغيّر واحد
    [two] كُتب تغيّران
    [few] كُتبت { $n } تغيّرات
    [many] كُتب { $n } تغيّرًا
   *[other] كُتب { $n } تغيّر
} إلى { $name }.
difference-end = إنهاء المقارنة
change-new = جديد
change-new-hint = في B وحدها
change-ended = منتهٍ
change-ended-hint = في A وحدها: وجود انتهى أو حدث مضى
change-moved = منتقل
change-moved-hint = وجود في A يليه في B وجود في مكان آخر
change-changed = متغيّر
change-changed-hint = وجود يليه آخر في المكان نفسه، أو سجل أكيد في نافذة ومحتمل فقط في الأخرى
change-status-changed = الحالة
change-status-changed-hint = الأقوال المعلومة حتى نهاية B تعطيه حالة غير التي أعطتها الأقوال المعلومة حتى نهاية A
swipe-name = الفاصل بين A وB
swipe-hint = A على اليسار وB على اليمين: اسحب أو استعمل مفاتيح الأسهم
action-pin = مقارنة: تثبيت هذه النافذة بوصفها A، أو الإنهاء
action-pin-hint = ثم حرّك النافذة: تعرض الخريطة والقائمة ما اختلف
action-swap = تبديل A وB

## التشغيل

playback-options = كيف يمر الزمن
playback-ending = عند النهاية
playback-stop = التوقف عند النهاية
playback-loop = البدء من جديد عند النهاية
playback-bounce = الرجوع من حيث أتى عند النهاية
playback-range = تشغيل { $range } فقط
action-next-change = التغيّر التالي
action-previous-change = التغيّر السابق
action-next-change-hint = ينقل النافذة إلى اليوم التالي الذي تعرض فيه شيئًا آخر
action-skip-empty = تخطي الفترات التي لا تغيّر فيها
action-skip-empty-hint = يقفز التشغيل فوق الأيام التي لا يمكن أن يبدأ فيها سجل أو ينتهي، ويبقى المحور كما هو مع تعليمها
action-hold-records = الانتظار عند كل سجل جديد
action-hold-records-hint = يتوقف التشغيل لحظة حين يدخل سجل النافذة
action-play-range = التشغيل داخل هذه النافذة فقط
action-play-range-hint = تصبح تواريخ النافذة الحالية حدودًا للتشغيل

## مسارات الخط الزمني والنظرة العامة

lane-fold = طي { $lane } في سطر واحد
lane-unfold = فتح { $lane }
lane-hint = انقر للطي، واسحب أو استعمل الأسهم لتحريك المسار
overview-name = نظرة عامة على كل التواريخ
overview-hint = كل التواريخ مصغّرة: اسحب لتحريك ما يعرضه الخط الزمني

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
said-all-dates = كل التواريخ
said-known = كما كان معلومًا في { $date }
said-status = الحالة: { $list }
said-actor = الفاعل «{ $text }»
said-text = النص «{ $text }»
said-area = خط الطول من { $west } إلى { $east }، وخط العرض من { $south } إلى { $north }
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
action-bookmark = إضافة إشارة مرجعية
action-bookmark-hint = تحفظ التواريخ والمرشحات والموضع على الخريطة باسم
action-step-after = الإشارة التالية
action-step-before = الإشارة السابقة

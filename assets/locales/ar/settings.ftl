# الإعدادات.

settings-scale = حجم الواجهة
settings-motion = الحركة
settings-motion-usual = معتادة
settings-motion-less = أقل
settings-motion-hint = مع حركة أقل تظهر الخريطة وما يُفتح في الحال
settings-scale-percent = { $percent }٪
settings-set-aside = تعذرت قراءة الإعدادات فنُحّيت باسم { $name }. تُستخدم القيم الافتراضية.
settings-unreadable = الإعدادات موجودة في { $name } لكن تعذرت قراءتها. تُستخدم القيم الافتراضية في الأثناء، ويبقى الملف كما هو.
settings-unknown = هذه الإعدادات من إصدار آخر وتبقى كما هي: { $name }. تُستخدم مكانها القيم الافتراضية.
settings-not-saved = تعذر حفظ الإعدادات أو الإشارات المرجعية أو ما هو مفتوح: { $reason }
theme-is = المظهر: { $theme }
settings-title = الإعدادات
settings-language = لغة البرنامج
settings-language-system = لغة النظام
settings-content = لغة السجلات
settings-content-same = لغة البرنامج
settings-content-hint = إذا خلا سجل من نص بهذه اللغة عُرض النص بلغة أخرى وذُكر اسمها بجانبه.
settings-digits = الأرقام بالعربية
settings-digits-western = الغربية، من 0 إلى 9
settings-digits-arabic = العربية المشرقية، من ٠ إلى ٩
settings-time = اتجاه الزمن بالعربية
settings-time-from-left = من اليسار إلى اليمين
settings-time-from-right = من اليمين إلى اليسار
settings-time-hint = يسير الزمن دائمًا من اليسار إلى اليمين بالإنجليزية والفرنسية.
settings-theme = المظهر
settings-overlays = على الخريطة

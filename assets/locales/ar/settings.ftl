# الإعدادات.

settings-scale = حجم الواجهة
settings-scale-percent = { $percent } %
settings-set-aside = تعذرت قراءة الإعدادات فنُحّيت باسم { $name }. تُستخدم القيم الافتراضية.
settings-not-saved = تعذر حفظ الإعدادات: { $reason }
theme-is = المظهر: { $theme }

# ما قد يكون في السجل من خلل، بكلمات قليلة.

issue-syntax = ليس بصيغة JSON
issue-truncated = ينتهي الملف في وسط السجل
issue-too-large = السجل أكبر من أن يُقرأ
issue-not-a-feature = ليس عنصر GeoJSON
issue-geometry-malformed = الشكل الهندسي غير سليم
issue-coordinate-out-of-range = إحداثية خارج حدود الأرض
issue-date-missing = التاريخ فارغ أو ليس نصًا
issue-date-malformed = التاريخ ليس بصيغة EDTF
issue-date-no-such-day = لا وجود لهذا التاريخ في التقويم
issue-date-ambiguous = لا يمكن التمييز بين اليوم والشهر
issue-date-no-zone = لا يذكر الوقت فرقه عن UTC
issue-date-reversed = تنتهي الفترة قبل أن تبدأ
issue-value-unknown = كلمة لا يعرفها النموذج
issue-type-wrong = قيمة من نوع خاطئ
issue-range-reversed = الحد الأدنى أكبر من الأعلى
issue-id-duplicate = المعرّف مستخدم من قبل
issue-source-unknown = المصدر غير مدرج
issue-related-unknown = السجل المرتبط ليس في البيانات
issue-order-circular = يعود الترتيب إلى السجل نفسه
issue-order-contradicted = تناقض التواريخ هذا الترتيب

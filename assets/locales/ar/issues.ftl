# ما قد يكون في السجل من خلل، بكلمات قليلة.

issue-syntax = ليس بصيغة JSON
issue-truncated = ينتهي الملف في وسط السجل
issue-too-large = السجل أكبر من أن يُقرأ
issue-not-a-feature = ليس عنصر GeoJSON
issue-geometry-malformed = الشكل الهندسي غير سليم
issue-coordinate-out-of-range = إحداثية خارج حدود الأرض
issue-coordinate-metres = ليست درجات بل أمتار على الأرجح: ينبغي أن يسمّي الملف نظامها المرجعي، مثل EPSG:32629
issue-crs-unknown = النظام المرجعي لهذه الإحداثيات غير معروف: حوّلها إلى خطوط طول وعرض (WGS 84)
issue-place-zero = الأرجح أن 0, 0 ليس مكانًا: اترك المكان فارغًا إن لم يكن معروفًا
issue-date-far = تاريخه بعيد جدًا عن تواريخ بقية سجلات الملف: هل السنة صحيحة؟
issue-not-a-number = ‏NaN وInfinity ليسا من JSON؛ يُقرآن كقيمة فارغة
issue-date-missing = التاريخ فارغ أو ليس نصًا
issue-date-malformed = التاريخ ليس بصيغة EDTF
issue-date-no-such-day = لا وجود لهذا التاريخ في التقويم
issue-date-ambiguous = لا يمكن التمييز بين اليوم والشهر
issue-date-no-zone = لا يذكر الوقت فرقه عن UTC
issue-no-date-column = لم تُعدّ أي خاصية في الملف تاريخًا. سمّ واحدة بخيار --map date=NAME، أو أعطِ الملف كله تاريخًا بخيار --date؛ وتليه أقرب الأسماء إن وُجدت
issue-no-place-columns = لم يُعدّ شيء في الملف مكانًا. سمّ أعمدة بخياري --map latitude=NAME --map longitude=NAME، أو بخيار --map geometry=NAME؛ وتليه أقرب الأسماء إن وُجدت
issue-date-short-year = السنة مكتوبة برقمين؛ حدّد القرن بخيار --century 1900 أو --century 2000
issue-date-reversed = تنتهي الفترة قبل أن تبدأ
issue-date-bounds-only = تاريخ EDTF من المستوى 2: لا يُقرأ منه سوى أول يوم وآخر يوم
issue-date-unread = هذه الصيغة من EDTF لا تُقرأ: اكتب أول يوم وآخر يوم
issue-date-zone-named = لا يُقرأ اسم المنطقة الزمنية: اكتب فرقًا مثل ‎+01:00 أو UTC
issue-date-other-calendar = لا يُحوَّل التاريخ الهجري: اكتبه بالتقويم الميلادي
issue-date-day-number = رقم يشبه عدد الأيام في جداول البيانات: اجعل العمود هناك بصيغة تاريخ
issue-confirmed-before = آخر تأكيد له يسبق بدايته؛ فيُعدّ مؤكدًا عند بدايته
issue-value-unknown = كلمة لا يعرفها النسق
issue-type-wrong = قيمة من نوع خاطئ
issue-range-reversed = الحد الأدنى أكبر من الأعلى
issue-id-duplicate = المعرّف مستخدم من قبل
issue-source-unknown = المصدر غير مدرج
issue-related-unknown = السجل المرتبط ليس في البيانات
issue-order-circular = يعود الترتيب إلى السجل نفسه
issue-order-contradicted = تناقض التواريخ هذا الترتيب
issue-row-short = خلايا السطر أقل من الأعمدة؛ تحقق من علامات الاقتباس والفواصل
issue-row-long = خلايا السطر أكثر من الأعمدة؛ تحقق من علامات الاقتباس والفواصل
issue-quote-open = علامة اقتباس لا تُغلق، فينتهي الصف عند نهاية سطره؛ أغلقها أو احذفها
issue-rows-passed-over = تُركت صفوف لا محتوى لها (صفوف فارغة أو ترويسة مكررة أو وسوم أو تعليقات)
issue-comment = لا تعليقات في JSON؛ وقد تُركت
issue-nul-character = فيه محارف NUL؛ احفظ الملف نصًا من جديد
issue-header-empty = عمود بلا اسم؛ سمّه في سطر العناوين
issue-header-duplicate = عمودان بهذا الاسم؛ غيّر اسم أحدهما
issue-no-rows = في الملف سطر عناوين ولا صف تحته
issue-no-records = لا سجل في الملف
issue-encoding-mixed = أسطر بترميزين مُيّز بينها سطرًا سطرًا؛ احفظ الملف بترميز UTF-8
issue-encoding-wrong = نص بترميز غير الذي يذكره الملف (المذكور: المقروء)

# الخط الزمني

timeline = الخط الزمني
timeline-play = تشغيل
timeline-play-backward = تشغيل إلى الوراء
timeline-pause = إيقاف مؤقت
timeline-step-back = خطوة إلى الوراء
timeline-step-forward = خطوة إلى الأمام
timeline-previous-record = السجل السابق
timeline-next-record = السجل التالي
timeline-speed = السرعة بالأيام في الثانية
timeline-days-per-second = يوم/ث

## How far a step goes

timeline-unit = طول الخطوة
timeline-unit-day = يوم
timeline-unit-week = أسبوع
timeline-unit-month = شهر
timeline-unit-year = سنة

## What the window is

timeline-mode = النمط
timeline-mode-window = نافذة
timeline-mode-window-hint = من بداية إلى نهاية، ولك أن تحرّك كلتيهما
timeline-mode-cumulative = تراكمي
timeline-mode-cumulative-hint = كل شيء من البداية حتى نهاية تحرّكها
timeline-mode-instant = لحظة
timeline-mode-instant-hint = يوم واحد، أو خطوة واحدة، في كل مرة

## The window as text

timeline-start = بداية النافذة
timeline-end = نهاية النافذة
timeline-at = تاريخ اللحظة
timeline-until = حتى
timeline-whole-range = المدى كله
timeline-field-hint = يوم أو شهر أو سنة مثل {"\u2068"}2022-01-05{"\u2069"} أو {"\u2068"}2022-01{"\u2069"} أو {"\u2068"}2022{"\u2069"}، أو فترة مثل {"\u2068"}2022-01/2022-03{"\u2069"}. مفتاح الإدخال يطبّقها، ومغادرة الحقل كذلك.
timeline-error-empty = اكتب تاريخًا مثل {"\u2068"}2022-01-05{"\u2069"}.
timeline-error-malformed = ليس هذا تاريخًا: اكتبه هكذا {"\u2068"}2022-01-05{"\u2069"} أو {"\u2068"}2022-01{"\u2069"} أو {"\u2068"}2022{"\u2069"}.
timeline-error-no-such-date = لا وجود لهذا التاريخ في التقويم.
timeline-error-ambiguous = لا يمكن التمييز بين اليوم والشهر: اكتبه هكذا {"\u2068"}2022-01-05{"\u2069"}.
timeline-error-no-zone = الوقت يحتاج إلى Z أو إلى فارق مثل {"\u2068"}+01:00{"\u2069"}.
timeline-error-interval-reversed = تنتهي هذه الفترة قبل أن تبدأ.
timeline-error-qualified = لا تكون حدود النافذة تقريبية: احذف ~ و? و%.

## On the plot

timeline-start-handle = مقبض البداية
timeline-end-handle = مقبض النهاية
timeline-move-handle = مقبض النافذة كلها
timeline-histogram = السجلات على الخريطة
timeline-presets = اختيار مدة
timeline-last-months = آخر 12 شهرًا
timeline-at-handle = مقبض اللحظة
timeline-more-layers = طبقات أخرى: { $n }
timeline-more = وأخرى: { $n }
timeline-nothing-dated = لا سجل هنا له تاريخ مقروء
timeline-look-closer = انقر للتقريب
timeline-behind = يجري تحديث الأعداد
timeline-nothing-matches = لا سجل مؤرخًا يجتاز المرشحات
timeline-filtered = حجبته المرشحات: { $n }
timeline-counts-hint = أكيد: في النافذة أيًّا كان تاريخه الدقيق. محتمل: لا تقع فيها إلا بعض تواريخه المحتملة. والأعمدة خلف المسارات تعدّ ما يقع في المعروض من الخريطة.

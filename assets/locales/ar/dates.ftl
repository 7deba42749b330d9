# التواريخ بالكلمات. $grain هو ما يسميه التاريخ: day أو month أو season أو year أو decade أو years.

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر

## أسماء التواريخ

date-day = { $day } { $month } { $year }
date-day-of-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $first }–{ $last } { $year }
date-decade = عقد { $year }
date-minute = { $date }، { $time } بالتوقيت العالمي
date-span = { $first } – { $last }
date-tight-span = { $first }–{ $last }

## عبارات

date-noun = { $grain ->
   *[other] { $date }
}
date-about = { $grain ->
   *[other] نحو { $date }
}
date-on = { $grain ->
    [days] بين { $date }
    [season] بين { $date }
    [years] بين { $date }
   *[other] في { $date }
}
date-some-time = في وقت ما خلال { $date }
date-seen = مُثبت { $when }
date-between = بين { $first } و{ $last }
date-start = { $grain ->
   *[other] من { $date }
}
date-end = { $grain ->
   *[other] إلى { $date }
}
date-from-to = { $start } { $end }
date-since-open = منذ { $date } ولا يزال مستمرًا
date-since-unknown = منذ { $date }، والنهاية غير معروفة
date-until-open = { $grain ->
   *[other] حتى { $date }، منذ وقت سابق
}
date-until-unknown = { $grain ->
   *[other] حتى { $date }، والبداية غير معروفة
}
date-event-after = في وقت ما بدءًا من { $date }
date-event-before = { $grain ->
   *[other] في وقت ما حتى { $date }
}
date-any-time = في أي وقت
date-doubtful = { $phrase } (التاريخ موضع شك)

## صيغ قصيرة للقوائم والعلامات

date-short-about = نحو { $date }
date-short-doubtful = { $date }؟
date-short-since = منذ { $date }
date-short-until = حتى { $date }
date-short-none = بلا تاريخ

## الحدود

date-from-on = من { $date } فصاعدًا
date-up-to = حتى { $date }

## دقة التاريخ

precision-second = بدقة الثانية
precision-minute = بدقة الدقيقة
precision-day = بدقة اليوم
precision-days = بدقة هذه الأيام
precision-month = بدقة الشهر
precision-season = بدقة ثلاثة أشهر
precision-year = بدقة السنة
precision-decade = بدقة عشر سنوات
precision-century = بدقة مئة سنة
precision-about-day = بفارق ثلاثة أيام قبل أو بعد
precision-about-days = بفارق عدد مماثل من الأيام قبل أو بعد
precision-about-month = بفارق شهر قبل أو بعد
precision-about-season = بفارق ثلاثة أشهر قبل أو بعد
precision-about-year = بفارق سنة قبل أو بعد
precision-about-decade = بفارق عشر سنوات قبل أو بعد
precision-about-century = بفارق مئة سنة قبل أو بعد

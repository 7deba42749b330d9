# Dates in words. $grain is what the date names: day, month, season, year, decade or years.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Names of dates

date-day = { $day } { $month } { $year }
date-day-of-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $first }–{ $last } { $year }
date-decade = the { $year }s
date-minute = { $date }, { $time } UTC
date-span = { $first } – { $last }
date-tight-span = { $first }–{ $last }

## Phrases

date-noun = { $grain ->
   *[other] { $date }
}
date-about = { $grain ->
   *[other] about { $date }
}
date-on = { $grain ->
    [day] on { $date }
   *[other] in { $date }
}
date-some-time = some time in { $date }
date-seen = seen { $when }
date-between = between { $first } and { $last }
date-start = { $grain ->
   *[other] from { $date }
}
date-end = { $grain ->
   *[other] to { $date }
}
date-from-to = { $start } { $end }
date-since-open = since { $date }, still going on
date-since-unknown = since { $date }, end unknown
date-until-open = { $grain ->
   *[other] until { $date }, from an earlier time on
}
date-until-unknown = { $grain ->
   *[other] until { $date }, beginning unknown
}
date-event-after = some time from { $date } on
date-event-before = { $grain ->
   *[other] some time up to { $date }
}
date-any-time = at any time
date-doubtful = { $phrase } (the date is in doubt)

## Short forms, for lists and marks

date-short-about = c. { $date }
date-short-doubtful = { $date }?
date-short-since = since { $date }
date-short-until = until { $date }
date-short-none = no date

## Bounds

date-from-on = from { $date } on
date-up-to = up to { $date }

## How finely a date is stated

precision-second = to the second
precision-minute = to the minute
precision-day = to the day
precision-days = to these days
precision-month = to the month
precision-season = to three months
precision-year = to the year
precision-decade = to ten years
precision-century = to a hundred years
precision-about-day = give or take three days
precision-about-days = give or take as many days
precision-about-month = give or take a month
precision-about-season = give or take three months
precision-about-year = give or take a year
precision-about-decade = give or take ten years
precision-about-century = give or take a hundred years

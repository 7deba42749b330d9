# Les dates en toutes lettres. $grain est ce que la date nomme : day, month, season, year, decade ou years.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

## Noms des dates

date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day-of-year = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date-month = { $month } { $year }
date-season = { $first }–{ $last } { $year }
date-decade = les années { $year }
date-minute = { $date }, { $time } UTC
date-span = { $first } – { $last }
date-tight-span = { $first }–{ $last }

## Tournures

date-noun = { $grain ->
    [day] le { $date }
   *[other] { $date }
}
date-about = { $grain ->
    [day] vers le { $date }
   *[other] vers { $date }
}
date-on = { $grain ->
    [day] le { $date }
    [days] entre { $date }
    [season] entre { $date }
    [decade] dans { $date }
    [years] entre { $date }
   *[other] en { $date }
}
date-some-time = courant { $date }
date-seen = attesté { $when }
date-between = entre { $first } et { $last }
date-start = { $grain ->
    [day] du { $date }
   *[other] depuis { $date }
}
date-end = { $grain ->
    [day] au { $date }
    [month] jusqu’en { $date }
    [year] jusqu’en { $date }
   *[other] jusqu’à { $date }
}
date-from-to = { $start } { $end }
date-since-open = depuis { $date }, toujours en cours
date-since-unknown = depuis { $date }, fin inconnue
date-until-open = { $grain ->
    [day] jusqu’au { $date }, depuis plus longtemps
    [month] jusqu’en { $date }, depuis plus longtemps
    [year] jusqu’en { $date }, depuis plus longtemps
   *[other] jusqu’à { $date }, depuis plus longtemps
}
date-until-unknown = { $grain ->
    [day] jusqu’au { $date }, début inconnu
    [month] jusqu’en { $date }, début inconnu
    [year] jusqu’en { $date }, début inconnu
   *[other] jusqu’à { $date }, début inconnu
}
date-event-after = à un moment donné depuis { $date }
date-event-before = { $grain ->
    [day] au plus tard le { $date }
    [decade] au plus tard dans { $date }
    [month] au plus tard en { $date }
    [year] au plus tard en { $date }
   *[other] au plus tard { $date }
}
date-any-time = à n’importe quel moment
date-doubtful = { $phrase } (date incertaine)

## Formes brèves, pour les listes et les marques

date-short-about = v. { $date }
date-short-doubtful = { $date } ?
date-short-since = depuis { $date }
date-short-until = jusqu’à { $date }
date-short-none = sans date

## Bornes

date-from-on = à partir du { $date }
date-up-to = jusqu’au { $date }

## Finesse d’une date

precision-second = à la seconde
precision-minute = à la minute
precision-day = au jour près
precision-days = à ces jours près
precision-month = au mois près
precision-season = à trois mois près
precision-year = à l’année près
precision-decade = à dix ans près
precision-century = à cent ans près
precision-about-day = à trois jours près
precision-about-days = à autant de jours près, de part et d’autre
precision-about-month = à un mois près, de part et d’autre
precision-about-season = à trois mois près, de part et d’autre
precision-about-year = à un an près, de part et d’autre
precision-about-decade = à dix ans près, de part et d’autre
precision-about-century = à cent ans près, de part et d’autre

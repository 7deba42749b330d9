# Two clocks, what was known when, who says so, and what has grown stale.


## Counts

count-unreported = { $n } without a report date
count-filtered = { $n } left out by filters
count-unconfirmed = of the possible, { $n } unconfirmed
count-unknown = of the possible, { $n } of unknown status

## On the command line

cli-help-clock = Hold the window against the day it happened or the day it was reported: happened or reported
cli-help-stale-months = Months without a confirmation after which the status of a presence is unknown; 12 by default
cli-help-claimant = Only records in which a claimant of this name says something
cli-help-source = Only records that cite this source: its id, or a part of its title or publisher
cli-help-origins = Only records with at least so many independent origins; sources that repeat one origin count once
cli-help-lacks-words = Only records with a value that names no words of a document, as those of the record profile may
cli-reason-clock = it takes happened or reported
cli-reason-stale-months = it takes a whole number of months from 1 to 1200
cli-reason-origins = it takes a whole number such as 2

## In the sentence about what is shown

said-aged = { $shown } ({ $aged })
said-unconfirmed = { $n } unconfirmed
said-unknown = { $n } of unknown status
said-stale = status unknown after { $n ->
    [one] { $n } month
   *[other] { $n } months
} without a confirmation
legend-count = { $word }: { $n }
said-reported = reported { $window }
said-claimant = said by “{ $text }”
said-source = in the source “{ $text }”
said-origins = with { $n ->
    [one] at least one origin
   *[other] at least { $n } independent origins
}
said-lacks-words = with a value that names no words of a document

## Why the window shows a record

why-unreported = Nobody says when it became known, so no window of this clock shows it.
why-derived = It has no date of its own; by its order it began at some time: { $when }.
why-unknown = Last attested { $when }, { $n ->
    [one] more than one month
   *[other] more than { $n } months
} before the window: its status is unknown.
why-possible-days = Some time in { $when }: { $n } of { $all } days lie in this window.
standing-unknown = Status unknown
legend-unknown = status unknown
legend-unknown-hint = A presence that no source has attested for so long that nothing can be said of it; the limit is set among the filters

## On the timeline

timeline-clock = Clock: which date time runs on
timeline-clock-happened = Happened
timeline-clock-happened-hint = By the day that things happened
timeline-clock-reported = Reported
timeline-clock-reported-hint = By the day that they became known, with the earliest source
coverage = Sources published in each month
coverage-short = Reporting
coverage-known = As known on
coverage-none = { $month }: no reporting in this dataset
coverage-month = { $month }: sources published for certain: { $certain }; possibly: { $possible }
coverage-month-records = { $month }: records reported for certain: { $certain }; possibly: { $possible }
coverage-undated = Of { $n ->
    [one] one source
   *[other] { $n } sources
} nobody says when it was published.
coverage-unreported = Of { $n ->
    [one] one record
   *[other] { $n } records
} nobody says when it was reported.
coverage-unknown = Nobody says when these records were published
known-switch = Look as from a day
known-hint = As known on a day: hides what was reported later, claims and sources included. Move the handle to see how the picture grew.
known-handle = Handle of the day looked from
known-field = Day looked from
action-other-clock = Happened or reported
action-other-clock-hint = Runs time on the other of the two dates of each record
action-known = As known on a day
action-known-hint = Hides what was reported later than a day that a third handle sets

## In the panel of filters

evidence = Who says so
filter-claimant = Claimant
filter-claimant-clear = Show all claimants
filter-source = Source
filter-source-clear = Show all sources
filter-origins = Independent origins, at least
filter-origins-hint = Sources that repeat one origin count once; 0 asks for none
filter-lacks-words = { $n ->
    [one] { $n } value without its words
   *[other] { $n } values without their words
}
filter-lacks-words-counting = Values without their words
filter-lacks-words-hint = Dates, places, actors, numbers, equipment and claims that name neither words of a document nor a place in a source; on: only records with such a value
filter-stale = Status unknown after, months
filter-stale-hint = Months without a confirmation after which a presence fades to unknown status; it is still listed and counted as possible

## On the card of a record

claims-disputed = The claimants contradict one another
claims-contradicts = Contradicts { $claimant }
claims-only = Show only what { $claimant } says
claims-everybody = Show what everybody says again
claims-only-source = Only records that cite it
claims-all-sources = Records of all sources again
card-sources-later = { $n ->
    [one] One source was published later
   *[other] { $n } sources were published later
}
status-then = By the claims known on { $date }
status-then-none = Its status on { $date } is not stated
status-today = { $status } (as of today)
status-today-hint = Its status of today: sources were published after { $date }
status-unstated = Not stated then
card-written-later = Title, summary and dates were written later, with sources published after { $date }
card-derived = Derived
derived-precision = From its order, not from a date of its own
derived-after = after ‘{ $title }’
derived-before = before ‘{ $title }’
derived-attested = before it was last confirmed
card-delay = Delay
delay-before = Known before it happened
delay-days = { $n ->
    [0] Known on the day
    [one] Known one day later
   *[other] Known { $n } days later
}
delay-up-to = { $n ->
    [one] Known within one day
   *[other] Known within { $n } days
}
delay-between = Known { $least } to { $n } days later
delay-months = { $n ->
    [one] Known about one month later
   *[other] Known about { $n } months later
}
delay-months-up-to = { $n ->
    [one] Known within about one month
   *[other] Known within about { $n } months
}
delay-months-between = Known about { $least } to { $n } months later
delay-years = { $n ->
    [one] Known about one year later
   *[other] Known about { $n } years later
}
delay-years-up-to = { $n ->
    [one] Known within about one year
   *[other] Known within about { $n } years
}
delay-years-between = Known about { $least } to { $n } years later
card-coordinates = Latitude, longitude

## In the tray

tray-sum = Of { $records } records: { $certain } certain + { $possible } possible + { $out } outside + { $undated } + { $unreadable } unreadable + { $filtered } filtered out.

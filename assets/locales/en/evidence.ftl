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
cli-reason-clock = it takes happened or reported
cli-reason-stale-months = it takes a whole number of months from 1 to 1200
cli-reason-origins = it takes a whole number such as 2

## In the sentence about what is shown

said-reported = reported { $window }
said-claimant = said by “{ $text }”
said-source = in the source “{ $text }”
said-origins = with { $n ->
    [one] at least one origin
   *[other] at least { $n } independent origins
}

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

# The card of one record.

inspector = Record
record-number = Record { $n }

## Nothing selected

inspector-needs-record = The inspector opens with a record: click a mark, a bar or a line.
in-window = In the window

## What one can do with a record

record-previous = Previous record (P)
record-next = Next record (N)
record-reveal = Show on map and timeline
record-close = Close the card
citation = Citation
geojson = GeoJSON
record-copy-geojson = Copy as GeoJSON
record-copy-citation = Copy citation
record-copy-raw = Copy the properties
copied-geojson = Record copied as GeoJSON
copied-citation = Citation copied
copied-raw = Properties copied

## Why the window shows it

why-undated = It has no date, so no window shows it.
why-filtered = It lies in the window, but the filters keep it back.
why-certain-event = All of its possible dates ({ $when }) lie in the window.
why-certain-seen = It was there at some time in { $when }, all of which lies in the window.
why-certain-presence = It had begun by { $start } and lasted until { $end } at least.
why-unconfirmed = Unconfirmed since { $when }: no source attests it later or reports its end.
why-possible-start = It may have begun only after the window: { $when }.
why-possible-end = It may have ended before the window: { $when }.
why-possible-event = { $percent ->
    [0] Less than 1%
   *[other] { $percent }%
} of its possible dates ({ $when }) lie in the window.
why-possible-open = Some of its possible dates ({ $when }) lie in the window.
why-out-event-before = It happened before the window: { $when }.
why-out-event-after = It happened after the window: { $when }.
why-out-presence-before = It was over before the window: { $when }.
why-out-presence-after = It began after the window: { $when }.
standing-certain = Certain in this window
standing-possible = Possible in this window
standing-unconfirmed = Possible, but unconfirmed
standing-filtered = Hidden by filters
standing-out = Outside this window
standing-undated = Undated

## Facts

card-when = When
card-no-date = No date that can be read
card-last-confirmed = Last confirmed
card-reported = Reported
card-reported-first = Date of its earliest source
card-reported-only = Date of its source
card-where = Where
card-no-place = No place given
card-unnamed-place = A place without a name
card-unplaced = Not on the map
review = Review
review-draft = draft
review-ready = ready for review
review-reviewed = reviewed
card-summary = Summary
card-date-code = Date as EDTF

## Sections

card-issues = { $n ->
    [one] Something is wrong with this record
   *[other] { $n } things are wrong with this record
}
card-unreadable = This record cannot be read
card-all-issues = Show all that is wrong
card-unreadable-hint = It is kept as it stands and exported unchanged.
card-quantities = Numbers
card-equipment = Equipment
card-equipment-model = Model
card-equipment-kind = Kind
card-equipment-number = Number
card-actors = Actors
card-actor-filter = Show only records with { $actor }
card-actor-unfilter = Show records of all actors again
card-claims = Who says what
card-claims-all-from = All in one source: { $source }
card-claims-later = { $n ->
    [one] One claim became known later
   *[other] { $n } claims became known later
}
card-sources = Sources
card-related = Related records
card-others = Other properties
card-raw = Properties in the file

## Claims and sources

card-unnamed-claimant = Claimant not named
card-words = Values and their words
card-words-all = { $n ->
    [one] Its value names the words it rests on.
   *[other] All { $n } values name the words they rest on.
}
card-words-lacking = { $n ->
    [one] { $n } of { $all } values names no words of a document.
   *[other] { $n } of { $all } values name no words of a document.
}
card-words-hint = Words are chosen in the document beside the map; a value may also name a place in a source
card-words-value = { $name }: { $value }
card-words-actor = Actor
card-words-quantity = Number
card-words-equipment = Equipment
card-words-claim = Claim
card-words-none = No words of a document
card-words-quote = “{ $words }”
card-words-coded = Coded by { $by }, { $at }
card-words-copy-digest = Copy the digest of the document: { $digest }
copied-digest = Digest copied
card-unnamed-publisher = Publisher not named
card-unlisted-source = Not described in the file
card-published = Published { $date }
card-published-printed = Published { $date }, as printed
card-published-inferred = Published { $date }, inferred
card-repeats = Repeats { $source }
card-open-link = Open at { $host }
card-open-archive = Archived copy at { $host }
card-no-link = Not a link: { $address }. { $reason }
card-not-here = Not in the open data
related-includes = Includes
related-jump = { $relationship }: { $title }
fallback-hint = Not available in the language of the program; shown in { $language }
locator-para = { $form ->
    [single] paragraph { $list }
   *[several] paragraphs { $list }
}
locator-page = { $form ->
    [single] page { $list }
   *[several] pages { $list }
}

## Citation

cite-quoted = ‘{ $title }’
cite-sourced = { $subject }. Sources: { $sources }.
cite-unsourced = { $subject }. No source given.
cite-separator = ;{" "}
cite-inferred = { $date } (date inferred)

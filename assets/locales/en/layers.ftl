# The panel of layers, filters and the tray.

layers-empty = Nothing is open
layers-empty-hint = Open a file, drop one on the window, or go back to the records inside the program.
layers-open = Open a file…
layers-open-bundled = Show the records of Mali

## Filters

filters = Filters
filters-clear = Clear filters
filters-held-back = { $n ->
    [one] The filters keep back one record
   *[other] The filters keep back { $n } records
}
filter-text = Find in records
filter-text-clear = Clear the text
filter-actor = Actor
filter-actor-clear = Show all actors
filter-names-awaited = Reading the names of all records: { $percent } %
filter-chip = { $name }: { $value }
filter-chip-origins = origins: { $n } at least
filter-chip-lacks-words = values without words
filter-within-box = Only this part of the map
filter-within-ring = Only the drawn area
filter-take-back = Take back the filter “{ $what }”
filter-certain-only = Leave out the possible

## Files

files = Files
files-add = Add a file…
files-add-hint = Open files beside these (Ctrl+O, or drop them on the window)
file-switch = Show the file { $name }
file-only = Only the file { $name }
file-close = Close the file { $name }
file-line-hint = { $name }: { $n ->
    [one] one record
   *[other] { $n } records
}. Click to show or hide it, with Alt to show it alone, Delete to close it.

## Layers

layers = Layers
layer-switch = Show { $layer }
layer-only = Only { $layer }
count-short = { $certain } + { $possible }
legend-certain = certain
legend-possible = possible
legend-unconfirmed = unconfirmed
legend-unconfirmed-hint = A presence that no source attests any more in the window, nor reports as ended

## Records

rows-none = Nothing lies in this window. Widen it on the timeline.
rows-none-filtered = Nothing in this window passes the filters.
rows-rest = { $n ->
    [one] One more is not in this list.
   *[other] { $n } more are not in this list.
}

## The tray

tray-undated = Undated
tray-undated-hint = No window shows these: the timeline has no place for them.
tray-unplaced = Without a place on the map
tray-unplaced-hint = In the window, but the map has no place for them.
tray-no-date = No date given
tray-no-place = No place given
tray-issue = { $what }: { $value }
tray-export = Export undated, unplaced
tray-unreadable = { $n ->
    [one] One record cannot be read
   *[other] { $n } records cannot be read
}
tray-issues = { $n ->
    [one] Show one issue
   *[other] Show { $n } issues
}

## Search

search-results = Records found
search-found = { $n ->
    [one] one record found
   *[other] { $n } records found
}
search-under-way = searching, { $percent } %
search-filter = Show only these
search-near = No record holds “{ $typed }”. Near spelling: “{ $near }”
search-keys = ↓ goes through them, Enter shows only these

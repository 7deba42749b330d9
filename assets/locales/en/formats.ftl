# Formats: presets, mapping of columns, and what a format does not carry.

cli-help-preset = Read the files as acled, ucdp-ged, timemap, geoconfirmed or sahelscope; by default their columns tell
cli-help-date-order = Order of dates such as 03/04/2023: dmy or mdy
cli-help-swap-coordinates = Latitude and longitude have changed places in the files
cli-help-all-columns = Read also the columns that a preset leaves out (units of GeoConfirmed)
cli-reason-preset = it takes acled, ucdp-ged, timemap, geoconfirmed or sahelscope
cli-reason-date-order = it takes dmy or mdy
cli-no-column = { $file } has no column “{ $column }”; its columns are { $columns }.
cli-not-preset = { $file } does not have the columns of { $preset }; leave out --preset, or name them with --map.
cli-date-order = The column “{ $column }” of { $file } has dates such as “{ $value }”, whose day and month cannot be told apart; add --date-order dmy or --date-order mdy.
cli-extras = { $file }: kept as extra properties, because the profile has no place for them: { $columns }.
cli-withheld = { $file }: left out, unless --all-columns asks for them: { $columns }.
cli-swapped = { $file }: latitude and longitude seem to have changed places ({ $n ->
    [one] one record
   *[other] { $n } records
} would then lie together); if so, add --swap-coordinates.

export-loss-lines = Line-delimited GeoJSON has no place for what is about the whole: the list of sources, bookmarks and the view are left out.
export-loss-csv = CSV holds one text a cell: the list of sources, bookmarks and the view are left out, and texts that a spreadsheet would compute begin with an apostrophe.
export-loss-kml = KML holds one date or span a record: which dates are certain stands in the data of each placemark, and the list of sources, bookmarks and the view are left out.
export-loss-changes = A table of changes has one line for each: what changed, dates and status; shapes and other properties are left out.
export-loss-none = GeoJSON carries everything: the records as they stand, sources, bookmarks and the view.
export-swapped = Latitude and longitude stood the other way round in the file; the export has longitude first, as GeoJSON wants it.

mapping-preset = Read as
mapping-no-preset = no known dataset
mapping-preview = What the first records become
mapping-order-ask = Does the day or the month come first in “{ $column }”? Until you say, these dates are not read: nothing is guessed.
mapping-order-dmy = Day first
mapping-order-mdy = Month first
mapping-becomes = { $written }: { $read }
mapping-no-such-date = no such date
mapping-swapped-ask = Latitude and longitude seem to have changed places: { $n ->
    [one] one record
   *[other] { $n } records
} would then lie together in the Sahel, and hardly any does as the file has them.
mapping-swapped = Latitude and longitude of this file are read the other way round.
mapping-swap = Change them round
mapping-extras = Without a place in the profile, kept as extra properties: { $columns }
mapping-withheld = Read also what is usually left out: { $columns }
mapping-read-as = Read as { $preset }; to see or change how, choose File, Fields of the file.

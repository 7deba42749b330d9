# Formats: presets, mapping of columns, and what a format does not carry.

cli-help-preset = Read the files as a known dataset: { $names }; by default their columns tell
cli-help-date-order = Order of dates such as 03/04/2023: dmy or mdy
cli-help-swap-coordinates = Latitude and longitude have changed places in the files
cli-help-all-columns = Read also the columns that a preset leaves out (units of GeoConfirmed)
cli-help-zone = Time zone of times of day that name none, such as Africa/Bamako or +01:00
cli-help-century = First year of the century of years written with two digits: 1900 or 2000
cli-help-set = What a field is in every record that does not say it itself, such as kind=presence (repeatable)
cli-help-date = Date of every record that has none of its own, such as 1914
cli-reason-zone = it takes a name such as Africa/Bamako, or an offset such as +01:00
cli-reason-century = it takes the first year of a century, such as 1900 or 2000
cli-reason-set = it takes kind=event or presence, status= a status of the profile, layer=, title=, summary=, place= or date=
cli-reason-date = it takes a date such as 1914, 1914-08 or 1914-08-01/1914-08-31
cli-century = The column “{ $column }” of { $file } has dates such as “{ $value }”, whose year has two digits; add --century 1900 or --century 2000.
cli-reason-preset = it takes one of { $names }
cli-reason-date-order = it takes dmy or mdy
cli-no-column = { $file } has no column “{ $column }”; its columns are { $columns }.
cli-not-preset = { $file } does not have the columns of { $preset }; leave out --preset, or name them with --map.
cli-date-order = The column “{ $column }” of { $file } has dates such as “{ $value }”, whose day and month cannot be told apart; add --date-order dmy or --date-order mdy.
cli-extras = { $file }: kept as extra properties, because the profile has no place for them: { $columns }.
cli-withheld = { $file }: left out, unless --all-columns asks for them: { $columns }.
cli-sheets = { $file }: the sheet { $sheet } was read; --sheet reads another: { $sheets }.

export-loss-lines = Line-delimited GeoJSON has no place for what is about the whole: the list of sources, bookmarks and the view are left out.
export-loss-csv = CSV holds one text a cell: the list of sources, bookmarks and the view are left out, and texts that a spreadsheet would compute begin with an apostrophe.
export-loss-xlsx = XLSX holds one text a cell: sources and claims stand in sheets of their own, days are dates and all other dates texts, and the last sheet says what was left out.
export-loss-gpkg = GeoPackage carries everything; lists and claims are JSON in a column, which other programs show as text.
export-loss-parquet = GeoParquet carries everything; lists and claims are JSON in a column. Version 2.0 is for programs of 2026 and later.
export-loss-shp = A Shapefile has names of ten letters, at most 255 columns, texts of 254 bytes and whole numbers of 18 digits: longer texts are cut, longer lists and claims left out, heights and collections of shapes too; a file for each kind of shape.
export-loss-kml = KML holds one date or span a record: which dates are certain stands in the data of each placemark, and the list of sources, bookmarks and the view are left out; control characters, which XML cannot write, become U+FFFD.
export-loss-changes = A table of changes has one line for each: what changed, dates and status; shapes and other properties are left out.
export-loss-none = GeoJSON carries everything: the records as they stand, sources, bookmarks and the view.
export-swapped = Latitude and longitude stood the other way round in the file; the export has longitude first, as GeoJSON wants it.

mapping-preset = Read as
mapping-no-preset = no known dataset
mapping-preview = What the first records become
mapping-order-ask = Does the day or the month come first in “{ $column }”? Until you say, these dates are not read: nothing is guessed.
mapping-order-read = The dates by number in “{ $column }” are read in this order; choose the other one if it is wrong.
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

understood-file = { $file }: { $format }, { $encoding }; records: { $n }, with a date: { $dated }, with a place: { $placed }.
understood-field = { $field }: “{ $column }” ({ $why })
understood-set = { $field }: “{ $value }” in every record that does not say it itself
understood-why = { $reason }; something in it in { $filled } of { $seen } records looked at
reason-profile = by the profile
reason-preset = as in this known dataset
reason-name = by its name
reason-name-and-values = by its name and its values
reason-said = as somebody has said
doubt-line = { $file }: in doubt: { $doubt }
doubt-line-options = { $file }: in doubt: { $doubt } What settles it: { $options }.
doubt-no-date-column = Nothing was taken for a date; the nearest names: “{ $value }”.
doubt-no-place-columns = Nothing was taken for a place; the nearest names: “{ $value }”.
doubt-swapped = Latitude and longitude seem to have changed places: the other way round, records that find their place are { $n }.
doubt-far-dates = Dates far from all others, such as “{ $value }”: { $n }. Is the year right?
doubt-order-unsaid = Dates whose day and month cannot be told apart, such as “{ $value }”: { $n }. They are not read.
doubt-two-orders = In “{ $value }” some dates can only be read day first and others only month first.
doubt-order-told = One date, “{ $value }”, told the order of day and month of all dates by number.
doubt-no-zone = Times of day without a zone, such as “{ $value }”: { $n }. They are not read.
doubt-short-years = Dates whose year has two digits, such as “{ $value }”: { $n }. They are not read.
doubt-day-numbers = Numbers in the place of dates, such as “{ $value }”: { $n }. They look like day numbers of a spreadsheet; write dates in it.
doubt-metres = Coordinates that look like metres, such as “{ $value }”: { $n }. Degrees of latitude and longitude (WGS 84) are read.
doubt-year-disagrees = Dates that contradict the column of the year, such as “{ $value }”: { $n }.
doubt-after-file = Dates after the file was written, such as “{ $value }”: { $n }.
doubt-outside-country = Places outside the country that their record names, such as “{ $value }”: { $n }.

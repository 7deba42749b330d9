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

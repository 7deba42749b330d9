# The table of records.

table-title = Records in the window
table-close = Close the table
table-marked = { $n ->
    [one] one marked
   *[other] { $n } marked
}
table-sorting = Sorting, { $percent } %
table-possible = possible, { $percent } %
table-derived = by order: { $when }
table-copy = Copy the marked rows for a spreadsheet; all when none is marked, at most { $most }
table-copy-geojson = Copy the marked rows as GeoJSON; all when none is marked, at most { $most }
table-copied = Rows copied
table-copied-geojson = Rows copied as GeoJSON
table-columns = Columns
table-columns-reset = Columns as at first
table-below = Below the map
table-beside = Beside the map
table-instead = In place of the map
table-no-room = In a window this low the table has no room below the map
table-column-earlier = Move { $column } earlier
table-column-later = Move { $column } later
table-sort = Order by { $column }
table-sorted-up = Ordered by { $column }, first to last; press to turn it round
table-sorted-down = Ordered by { $column }, last to first; press to turn it round
table-sorted-then-up = Then ordered by { $column }, first to last
table-sorted-then-down = Then ordered by { $column }, last to first
table-filter = Filter { $column }
table-filter-set = Filter of { $column }, set
table-filter-clear = Take this filter back
table-total = { $n ->
    [one] one record
   *[other] { $n } records
}
table-total-layer = { $layer } { $n }
table-resize = Width of { $column }

## Columns

column-date = Date
column-title = Title
column-place = Place
column-layer = Layer
column-status = Status
column-certainty = In the window
column-actors = Actors
column-sources = Sources
column-reported = Known since

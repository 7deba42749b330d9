# What can be wrong with a record: the kind in a few words.

issue-syntax = Not JSON
issue-truncated = The file ends in the middle of the record
issue-too-large = The record is too large to be read
issue-not-a-feature = Not a GeoJSON feature
issue-geometry-malformed = The geometry is malformed
issue-coordinate-out-of-range = A coordinate lies outside the world
issue-coordinate-metres = No degrees, but most likely metres: the file has to name their reference system, such as EPSG:32629
issue-crs-unknown = The reference system of these coordinates is not known: convert them to longitude and latitude (WGS 84)
issue-place-zero = 0, 0 is most likely no place: leave the place empty where it is not known
issue-date-far = Its date lies far from those of all other records of the file: is the year right?
issue-not-a-number = NaN and Infinity are no JSON; it is read as null
issue-date-missing = The date is empty or not text
issue-date-malformed = The date is not in EDTF form
issue-date-no-such-day = The calendar has no such date
issue-date-ambiguous = Day and month cannot be told apart
issue-date-no-zone = The time of day has no offset from UTC
issue-no-date-column = No property of the file was taken for a date. Name one with --map date=NAME, or give the whole file a date with --date; the nearest names, if there are any, follow
issue-no-place-columns = Nothing in the file was taken for a place. Name columns with --map latitude=NAME --map longitude=NAME, or --map geometry=NAME; the nearest names, if there are any, follow
issue-date-short-year = The year has two digits; say the century with --century 1900 or --century 2000
issue-date-reversed = The interval ends before it begins
issue-date-bounds-only = EDTF of level 2: only its earliest and its latest day are read
issue-date-unread = This form of EDTF is not read: write its earliest and its latest day
issue-date-zone-named = The name of a time zone is not read: write an offset such as +01:00, or UTC
issue-date-other-calendar = A date of the Hijri calendar is not converted: write it in the Gregorian one
issue-date-day-number = A number that looks like the days of a spreadsheet: format the column as dates there
issue-confirmed-before = It was last confirmed before it began; it is taken to be confirmed when it began
issue-value-unknown = A word that the profile does not know
issue-type-wrong = A value of the wrong type
issue-range-reversed = The low number lies above the high one
issue-id-duplicate = The id is already taken
issue-source-unknown = The source is not listed
issue-related-unknown = The related record is not in the data
issue-order-circular = The order leads back to the record itself
issue-order-contradicted = The dates contradict this order
issue-row-short = The row has fewer cells than there are columns; check its quotes and delimiters
issue-row-long = The row has more cells than there are columns; check its quotes and delimiters
issue-quote-open = A quote is never closed, so the row ends with its line; close it or take it away
issue-rows-passed-over = Rows without anything of their own were passed over (empty ones, the header again, tags, comments)
issue-comment = JSON has no comments; they were passed over
issue-nul-character = There are NUL characters in it; save the file as text anew
issue-header-empty = A column has no name; give it one in the header
issue-header-duplicate = Two columns have this name; rename one
issue-no-rows = There is a header but no row below it
issue-no-records = No record in the file
issue-encoding-mixed = Lines in two encodings, told apart line by line; save the file as UTF-8
issue-encoding-wrong = Text in another encoding than the file says (said: read)

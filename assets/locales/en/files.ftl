# Opening, saving and exporting files.

file-bundled = Bundled records
file-several = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
file-filter-records = Records
file-filter-basemap = Basemap archive (PMTiles)
file-filter-png = Picture (PNG)
file-loading = Loading { $name }
file-loading-bytes = { $done } of { $total } MB
file-exporting = Exporting
file-cancelled = Loading was cancelled. What was open before is still open.
session-lost = Of what was open last, this could not be opened again: { $names }. { $reason }
session-set-aside = What was open last could not be read and was set aside as { $name }.
session-unreadable = What was open last is at { $name } but could not be read. The file is left as it is.
file-still-loading = The file is still being read. Wait for its end, or cancel.
file-opened = Opened { $name }: { $n ->
    [one] { $n } record
   *[other] { $n } records
}.
file-opened-issues = Opened { $name }: { $n ->
    [one] { $n } record
   *[other] { $n } records
}. { $issues ->
    [one] One issue: see File, Issues.
   *[other] { $issues } issues: see File, Issues.
}
file-closed = Closed { $name }.
file-exported = Exported { $n ->
    [one] { $n } record
   *[other] { $n } records
} to { $name }.
file-stopped = A worker stopped unexpectedly. Nothing was changed; try again.
file-drop = Drop to open
file-drop-hint = GeoJSON, line-delimited GeoJSON, CSV or a .pmtiles basemap

basemap-opened = Drawing the basemap { $name }.
basemap-failed = The basemap { $name } cannot be drawn: { $reason }. The bundled one is shown instead.
basemap-error-not-an-archive = it is not a PMTiles archive
basemap-error-version = it is of another version of PMTiles than 3
basemap-error-tile-type = its tiles are neither vector tiles nor PNG or JPEG pictures
basemap-error-compression = it is compressed otherwise than by gzip
basemap-error-damaged = it is damaged
basemap-error-unreadable = the file cannot be read

path-open = Open a file
path-open-in-place = Open a file and close what is open
path-export = Export to a file
path-basemap = Open a basemap
path-label = Path
path-hint = An absolute path, such as /home/you/records.geojson
path-no-dialog = The system's file dialog did not open. Type the path instead.
path-browse = Browse…
path-browse-hint = Choose in the system's file dialog

export-no-name = Type the name of a file first.
export-no-format = { $name } was not written: { $ending } is no format for records. End it in { $endings }.
export-no-ending = { $name } was not written: it has no ending that names a format. Call it { $proposed }, or choose a format.
export-holds = Goes out: { $certain } certain + { $possible } possible, { $unplaced } of them without a place on the map; { $undated } undated.
export-leaves = Stays behind: { $out } outside the window, { $filtered } filtered out, { $undated } undated, { $unreadable } unreadable.
export-tray-holds = Goes out: { $undated } undated, and { $unplaced } in the window without a place on the map.
export-changes-hold = Goes out: { $certain } certain + { $possible } possible changes.
export-counting = What goes out is still being counted.

overwrite-title = Replace this file?
overwrite-explain = { $name } is there already. What is in it would be lost.
overwrite-dated = { $size }, last changed on { $day } at { $time } (UTC).
overwrite-undated = { $size }; nobody knows when it was last changed.
overwrite-other = Choose another name
overwrite-replace = Replace
overwrite-replace-hint = Lose what is in the file and write the export in its place
size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

save-nothing = There is nothing to save: no record was changed. File, Export writes records to another file.

picture-title = Picture of the map
picture-export = Save the picture
picture-size = Size
picture-window = Window
picture-page = Page
picture-slide = Slide
picture-phone = Phone
picture-points = Points
picture-width = Width in points
picture-height = Height in points
picture-scale = Fineness
picture-scale-hint = Pixels to a point: 2 makes everything twice as fine
picture-pixels = { $width } × { $height } pixels
picture-too-large = { $width } × { $height } pixels are more than can be drawn. Make the picture smaller or less fine.
picture-heading = Title
picture-no-title = No title
picture-legend = Legend
picture-language = Language
picture-view = View
picture-now = What the window shows
picture-preview = Preview of the picture
picture-drawing = Drawing the picture
picture-save = Save…
picture-save-hint = Choose where to write it as PNG
picture-copy = Copy
picture-copy-hint = Put it on the clipboard
picture-copied = The picture is on the clipboard.
picture-exported = Saved the picture as { $name }.
picture-no-format = { $name } was not written: { $ending } is no format for pictures. End it in { $endings }.

issues-title = Issues
issues-none = Every record could be read, and nothing is wrong with any of them.
issues-count = { $n ->
    [one] { $n } issue
   *[other] { $n } issues
}
issues-record = Record
issues-field = Field
issues-reason = Reason
issues-value = Value
issues-file = File
issues-whole-file = whole file
issues-nothing-lost = Nothing is lost: what cannot be read is kept and written back as it stands.
issues-copy = Copy the list
issues-copied = The list of issues is on the clipboard.

mapping-title = Fields of the file
mapping-explain = This file does not follow the record profile. These properties stand for its fields; change what was guessed wrongly.
mapping-profile = This file follows the record profile; its fields are read by their own names.
mapping-nothing = (nothing)
field-id = Id
field-date_precision = Precision of the date
field-end_date_precision = Precision of the last day
field-place_precision = Precision of the place
field-latitude = Latitude
field-longitude = Longitude
field-geometry = Geometry (WKT)
field-sources = Sources
field-date = Date
field-end_date = End date
field-reported = Reported
field-layer = Layer
field-kind = Kind
field-title = Title
field-summary = Summary
field-place = Place
field-status = Status
field-actors = Actors

link-title = Open this link?
link-explain = The browser will open a page of { $host }.
link-open = Open in the browser
link-host-written = { $host } (written { $written } here)
link-not-scheme = Only http and https links are opened.
link-not-invisible = It has spaces or characters in it that cannot be seen.
link-not-user = It has a user name in it, which can pass for another site.
link-not-host = It names no site that there can be.
link-failed = No browser could be opened: { $reason }. Copy the address instead.

notice-copied = Copied.
notice-dismiss = Dismiss
notice-done = Done
notice-warning = Warning
notice-error = Error

## Why a file could not be read or written: the file, the place in it, what to do

read-error-missing = { $file } does not exist. Check the path.
read-error-directory = { $file } is a folder. Choose a file in it.
read-error-permission = { $file } may not be read by you. Ask its owner, or change its permissions.
read-error-changed-while-reading = { $file } changed or went away while it was read. Open it again.
read-error-too-large = { $file } is larger than { $number } MB or than the memory that is free. Split it into several files.
read-error-memory = { $file } needs about { $number } MB of memory and { $detail } MB are free. Close other programs, or split it into several files.
read-error-packed = { $file } is compressed and cannot be unpacked beyond byte { $number } of what is in it. It may be incomplete: fetch it again.
read-error-bomb = { $file } unpacks to more than { $number } MB, far more than a text of its size. Unpack it yourself if you trust it, and open what is in it.
read-error-empty = { $file } is empty. Choose a file with GeoJSON in it.
read-error-not-text = { $file } stops being text at byte { $number } ({ $detail }). Save it as UTF-8.
read-error-not-json = { $file } is not JSON from line { $line }, character { $column } on. Mend it there.
read-error-unknown-crs = { $file } has its coordinates in “{ $detail }”, a reference system that is not known here. Convert it to longitude and latitude (WGS 84, EPSG:4326), in QGIS for example, and open that.
read-error-markup = { $file } is XML or HTML, which is not read. Save it as GeoJSON or CSV.
read-error-is-spreadsheet = { $file } is a spreadsheet (Excel or LibreOffice). Save the sheet as CSV in UTF-8 there, and open that.
read-error-is-document = { $file } is a document of an office program. Records have to stand in a table: save that as CSV, and open it.
read-error-is-old-office = { $file } is a file of Microsoft Office of before 2007. If it is a sheet, save it as CSV there, and open that.
read-error-is-pdf = { $file } is a PDF. Copy its table into a spreadsheet, save that as CSV, and open it.
read-error-is-picture = { $file } is a picture, which has no records in it.
read-error-is-recording = { $file } is a film or a sound, which has no records in it.
read-error-is-database = { $file } is a database (SQLite or Access). Export the table that you want as GeoJSON or CSV, in QGIS for example.
read-error-is-archive = { $file } is an archive of files. Unpack it, and open the file that you want.
read-error-is-geodata = { $file } is geodata in a binary format that is not read (Arrow, HDF5, NetCDF…). Save it as GeoJSON in QGIS, and open that.
read-error-is-program = { $file } is a program, not a file of records.
read-error-is-web-page = { $file } is a web page, most likely one that asks you to sign in or says that something went wrong. Fetch the file again, in a browser.
read-error-is-script = { $file } is JavaScript. Take away what stands before the first and behind the last brace or bracket, and save it as JSON.
read-error-is-commented = { $file } begins with comments, which JSON has none of (line 1). Take them away, and open it again.
read-error-several = { $file } holds several documents one behind the other; the second begins at line { $line }. Save each in a file of its own.
read-error-prose = { $file } is running text, not a table. Save the records as a table, a row each, below the names of the columns.
read-error-damaged = { $file } is not whole { $detail }: it breaks off, or breaks the rules of that format, at line { $line }, character { $column }. Fetch or save it again.
read-error-too-deep = { $file } is { $detail } with more than { $number } things inside one another. Save it again with fewer levels.
read-error-encrypted = { $file } is encrypted ({ $detail }). Open it in the program it was made with, save it without a password, and open that.
read-error-broken = { $file } is not whole { $detail }: it breaks off, or what is in it contradicts itself. Fetch or save it again.
read-error-unread = { $file } is a file of the kind { $detail }, which is not read. Save it as XLSX, CSV or GeoJSON.
read-error-no-text = { $file } is a { $detail } without text in it, as a scan is. Let a program for text recognition (OCR) add its text, or save the page as HTML.
read-error-no-document = { $file } is no document of a kind that is read. Save it as text, Markdown, HTML, PDF or DOCX; a channel as Telegram’s result.json, a web archive as WARC or WACZ.
read-error-no-sheet = { $file } has no sheet of that name. It has: { $detail }.
read-error-alone = { $file } is one part of a { $detail }. Put it into one ZIP with the files of the same name (.shp, .dbf, .prj, .cpg), and open that.
read-error-one-column = { $file } is neither GeoJSON nor a table: line { $line } has one column only. Part the columns with commas, semicolons or tabs.
read-error-no-header = Line { $line } of { $file } has values where the names of the columns belong. Add a line with names above it.
read-error-too-many-columns = { $file } has more than { $number } columns. Keep one record a row, and drop columns that are not needed.
read-error-too-many-cells = { $file } has rows far shorter than its header: filled to its width, they would come to more than { $number } cells. Drop the columns that are not needed.
read-error-not-geojson = { $file } is JSON but not GeoJSON ({ $detail }). Choose a file with features.
read-error-no-features = { $file } is a collection without “features”. Choose a file with features.
read-error-features-not-array = In { $file }, “features” is not an array (line { $line }, character { $column }). Mend it there.
read-error-truncated = { $file } ends before its first record. Copy or download it again.
read-error-too-many-records = { $file } has more than { $number } records. Split it into several files.
read-error-cancelled = Reading { $file } was cancelled.
read-error-system = { $file } could not be read: { $detail }. Try again.
write-error-no-folder = The folder of { $file } does not exist. Make it, or choose another.
write-error-directory = { $file } is a folder. Give the file another name.
write-error-input = { $file } is open, and an export holds only a part of it. Give the export another name.
write-error-standing = { $file } is there already and was not replaced. Choose another name.
write-error-permission = { $file } may not be written by you. Choose another folder.
write-error-disk-full = There is no room left for { $file }. Free some space, or choose another disk.
write-error-too-many-rows = { $file } would have more than { $detail } records, which the format does not hold. Narrow the filter, or export GeoJSON or CSV.
write-error-unread = Whoever was to read { $file } has gone. Start it again.
write-error-closed = Standard output is closed or leads nowhere, so nothing was written. Name a file to write to with -o.
write-error-too-many-cells = { $file } is not written: as a table, these records would have more than { $number } cells, nearly all of them empty. Write GeoJSON instead.
write-error-unreadable = { $file } is there but could not be read, so it is not written over. Make it readable, or move it away.
write-error-busy = { $file } is being written by another window. Try again.
write-error-changed-underneath = { $file } was changed by somebody else since it was read, so it is not written over. Read it again: your changes are in its log and will be put on top.
write-error-not-its-text = { $file } is packed or in an old encoding, so records cannot be changed in it. Export it as GeoJSON and open that.
write-error-copy = { $file } is not written: the document { $detail } was changed meanwhile or cannot be read. Nothing is left of it; try again.
write-error-finer = { $file } is not written: { $detail } in it would still have held a value that the rules leave out. This is a fault of the program; please report it.
write-error-cancelled = Writing { $file } was cancelled; nothing was changed.
write-error-system = { $file } could not be written: { $detail }. Try another folder.
save-not-synced = { $file } is saved. Its folder could not be synced ({ $detail }), so that a power cut in the next moments might undo that.

## Reading again

reload-title = The files have changed
reload-explain = Read again, they say something else. Nothing is replaced until you say so.
reload-under-way = Reading again
reload-no-files = No file is open that could be read again.
reload-unchanged = Nothing has changed: { $n ->
    [one] one record says
   *[other] { $n } records say
} the same as before.
reload-changed = { $n } changed
reload-added = { $n } added
reload-removed = { $n } removed
reload-same = { $n } the same
reload-fields = Different: { $names }
reload-unreadable = One of the two cannot be read
reload-replace = Replace
reload-replace-hint = Show the later reading in place of what is open; view, filters and selection stay
reload-keep-both = Keep both
reload-keep-both-hint = Show the later reading beside what is open
reload-cancel-hint = Keep what is open as it is
reload-replaced = Read again: { $added } added, { $changed } changed, { $removed } removed.

## Dropping files

drop-open = Drop files to open them
drop-open-hint = They take the place of the records inside the program.
drop-add = Drop files to add them
drop-add-hint = They are opened beside what is open; each can be switched and closed alone.

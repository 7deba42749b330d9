# The command line.

cli-about = The documented foreign military presence in Mali on a map: what, when, who says so. Without a command the window opens; without a file the records inside the program are used; “-” is standard input or output.
cli-usage = Usage:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-filters = Filters

cli-export-about = Write the filtered records to a file
cli-count-about = Count the filtered records
cli-check-about = List every issue: file, record, field, reason
cli-render-about = Draw the map as a picture (PNG), without a display
cli-bench-about = Measure the program's own work on a file; prints one JSON object
cli-bench-load-about = Read a file and prepare it as the window does; prints the seconds that pass, the seconds of processor time, the records and the most memory taken up
cli-bench-export-about = Write what the filters show of a file to another; prints the seconds that pass, the seconds of processor time and the records written
cli-bench-make-about = Write a file of made-up records, the same on every machine: one collection, or a feature a line where the file ends in .ndjson or .geojsonl
cli-bench-window-about = Move a window over the whole range of dates, from the first day to the last in equal steps of whole days, and count the placed records at each step, certain and possible together, by layer and by cell of half a degree (84 columns from longitude -17, rows from latitude 8; what lies outside is not counted). prep_s is the time from the read file to the first count; total is the sum of all counts; check is the sum of each count times its cell modulo 97, cells numbered row by row
cli-bench-frames-about = Draw the whole interface without a window while the window of time moves from the first day to the last in equal steps, and measure what a frame costs the processor, in milliseconds: median_ms and p95_ms with all panels and triangles, ours_median_ms and ours_p95_ms for counts, map and timeline
cli-bookmarks-about = List the bookmarks of the records
cli-coverage-about = Say what was published in each month, and in which months nothing was
cli-diff-about = Say what differs between two windows

cli-help-files = GeoJSON, line-delimited GeoJSON or CSV files to read
cli-without-overlay = Leave out of the picture: { $name }
cli-help-density = Show on the map how many records lie where instead of their marks
cli-help-map = Read a field of the record profile from another property, such as date=when (repeatable)
cli-help-sheet = The sheet of a workbook to read; by default the first that looks like records
cli-help-lang = Language of the messages: en, fr or ar
cli-help-fresh = Begin with the bundled records and not with what was open last
cli-help-help = Say what there is and how to use it
cli-help-version = Say which version this is
cli-help-renderer = Draw the window with auto or glow (OpenGL); with wgpu where it was built in
cli-help-input = File to read
cli-help-records = Number of records
cli-help-out = File to write; “-” is standard output
cli-help-changes = File to write: .geojson, or .csv for a table; a table on standard output by default
cli-help-before = The window to compare with: an EDTF date or interval
cli-help-after = The window that is compared with it
cli-help-format = { $formats }; by default what the ending of the file says
cli-help-as-read = Insert no derived start, end and reported
cli-help-qgis = Write also a style for QGIS beside the file (.qml), with which days count whole and open ends stay open
cli-qgis-file = --qgis writes a style beside a file; name a file with --out.
cli-qgis-written = { $file }: style for QGIS, which then shows days whole and open ends.
cli-help-tray = Only the records that the timeline or the map has no place for
cli-help-size = Size of the picture, such as 1280x800
cli-help-scale = Pixels for each of these, from 0.5 to 4: 2 is twice as fine
cli-help-center = Longitude and latitude of the middle; by default every mark is shown
cli-help-zoom = Zoom from 2 to 13; by default every mark is shown
cli-help-theme = light or dark
cli-help-step = One picture for each day, week, month or year of the window, numbered
cli-help-cumulative = Each of these pictures shows everything from the beginning of the window on
cli-help-skip-same = Leave out pictures that would show the same as the one before
cli-help-json = Print one JSON object
cli-help-cancel = Load the file, then cancel that as many times at moments spread over all of it; prints how long it took to end
cli-help-steps = Number of windows
cli-help-days = Days in a window
cli-help-events = Count every record on its own date only, also a presence whose end nobody knows; by default each counts as what it is
cli-help-say = Say what is shown in one sentence
cli-help-window = Only what may fall into an EDTF date or interval, ends included
cli-help-known = Only what was reported on this date or before
cli-help-layer = Only this layer (repeatable)
cli-help-file = Only the records of this open file, with folders where two have one name (repeatable)
cli-help-status = Only this status (repeatable)
cli-help-actor = Only records with an actor of this name
cli-help-text = Only records with this text
cli-help-bbox = Only what lies between these degrees: west, south, east, north
cli-help-near = Only what lies near this: latitude and longitude, a place, or the id of a record; with --within
cli-help-within = How far from --near, in kilometres
cli-help-polygon = Only what lies in an area with these corners, each a longitude and a latitude
cli-help-certain = Leave out what is only possible
cli-help-bookmark = Show what a bookmark shows, by its name or number; other filters take the place of its own

cli-wrong-usage = { $what }; see “{ $command } --help”.
cli-bad-value = { $option } does not take “{ $value }”: { $reason }.
cli-unknown-file = No open file is called “{ $file }”; the files are { $names }.
cli-reason-window = it takes a date or an interval such as 2022-01-05, 2022-01 or 2022-01-05/2022-03-31
cli-reason-known = it takes a date such as 2022-01-05 or 2022-01
cli-reason-status = it takes confirmed, reported, claimed, disputed, speculated or denied
cli-reason-bbox = it takes four numbers, west, south, east and north, such as -12.5,10,4.5,25
cli-reason-near = neither a record nor the map knows a place of this name; it takes a place, the id of a record, or latitude and longitude such as 14.48,-4.18
cli-reason-within = it takes a number of kilometres such as 25
cli-reason-polygon = it takes at least three corners, each a longitude and a latitude, such as "-5,14 -4,14 -4,15.5"
cli-reason-bookmark = no bookmark has this name or number; the command bookmarks lists them
cli-reason-map = it takes a field and a property, such as date=when, and the fields are id, date, end_date, reported, layer, kind, title, summary, place, place_precision, latitude, longitude, geometry, status, actors and sources
cli-reason-lang = it takes en, fr or ar
cli-reason-size = it takes a width and a height from 200 to 16384, such as 1280x800
cli-reason-scale = it takes a number from 0.5 to 4 that keeps the picture below 16384 pixels a side and 120 million in all
cli-reason-center = it takes a longitude and a latitude in degrees, such as -8,12.6
cli-reason-zoom = it takes a number from 2 to 13
cli-reason-positive = it takes a whole number from 1 on
cli-reason-theme = it takes light or dark
cli-reason-step = it takes day, week, month or year
cli-film = { $n ->
    [one] One picture is written
   *[other] { $n } pictures are written
}; { $skipped } left out because nothing changed.
cli-film-output = Pictures in steps need a name, such as -o mali.png; they become mali-001.png and so on.
cli-film-long = That would be more than 10,000 pictures; choose a longer step or a shorter window.
cli-reason-format = this version writes { $formats }
cli-no-format = The ending of { $file } does not name a format that this version writes; add --format with one of { $formats }.
cli-no-ending = { $file } has no ending that names a format; call it { $proposed }, or add --format with one of { $formats }.
cli-bad-ending = { $file } does not end in what would be written to it; end it in { $endings }.
cli-diff-window = diff compares the windows A and B and takes no --window; write B in its place.
cli-over-input = { $file } is read and would be replaced by a part of itself; choose another name.

cli-no-window = The window cannot be opened: { $reason }; the commands export, count, check and render work without a display.
cli-no-basemap = The basemap inside the program cannot be drawn: { $reason }.

cli-exported = { $file }: { $written } of { $n ->
    [one] { $n } record
   *[other] { $n } records
}; left out: { $out } outside the window, { $filtered } by filters, { $undated } undated, { $unreadable } unreadable.
cli-known-whole = Records go out whole: their titles, summaries, dates, claims and statuses are those of today, with sources published after the day of --known
cli-exported-tray = { $file }: { $written } of { $n ->
    [one] { $n } record
   *[other] { $n } records
} are in the tray and written; left out: { $shown } on map and timeline, { $out } outside the window, { $filtered } by filters, { $unreadable } unreadable.
cli-issue = { $message }: “{ $value }”
cli-checked = { $n ->
    [one] { $n } record
   *[other] { $n } records
}, { $unreadable } unreadable, { $issues ->
    [one] one issue
   *[other] { $issues } issues
}
cli-bookmark = { $number }. { $name } ({ $window })
cli-difference = new: { $new }; ended: { $ended }; moved: { $moved }; changed: { $changed }; status changed: { $status }; the same: { $same }.

cli-suggest-about = Find what a text says: dates, places, quantities, actors and equipment, each with its words and the rule that found it
cli-help-document = Document to read: text in any encoding, a saved page, DOCX, a Telegram export, WARC or WACZ; standard input by default
cli-help-published = When the text was published, as EDTF: what “last week” is told from
cli-help-names-of = Records whose names of places, actors and equipment are looked for (repeatable); the bundled records by default
cli-suggest-unpublished = No date is found. Dates without a year, such as “last week”, need --published.
cli-suggestion = { $place }  { $kind }  { $text }  →  { $value }  ({ $rule })
suggestion-date = date
suggestion-place = place
suggestion-quantity = quantity
suggestion-actor = actor
suggestion-equipment = equipment

cli-source-about = Keep the documents of a dataset as they were received
cli-source-add-about = Archive a document beside a dataset, with what it says about itself: text, Markdown, saved pages, DOCX, Telegram exports, WARC and WACZ
cli-source-list-about = List the sources of a dataset and whether their copies are there
cli-source-check-about = Hash every archived copy again; ends with 1 where one is missing or changed
cli-help-title = Title, where the document’s own is not right
cli-help-publisher = Who published it, where the document’s own word is not right
cli-help-url = Address that it was published at
cli-source-no-collection = { $file }: it has no list of sources; name a GeoJSON collection, such as one that export writes.
cli-source-found = Found: { $value } ({ $place }).
cli-source-kept = { $file }: kept ({ $format }, { $count -> 
    [one] one paragraph
   *[other] { $count } paragraphs
}).
cli-source-untold = { $count ->
    [one] { $count } letter of it is drawn by a font that does not say which it is, and stands as � in its text. Read the page itself there.
   *[other] { $count } letters of it are drawn by a font that does not say which they are, and stand as � in its text. Read the page itself there.
}
cli-source-known = This document is a source already: { $id }.
cli-source-line = { $id }  { $published }  { $copy }  { $title }
source-copy-kept = kept
source-copy-missing = missing
source-copy-changed = changed
source-copy-none = no copy
cli-suggest-published = Relative dates are told from { $date }, as the document says ({ $place }).

cli-seal-about = Write a sealed bundle: records, view, log and archived documents in one ZIP archive (BagIt, RO-Crate) that other programs verify
cli-verify-about = Verify a sealed bundle, a bag or an exported file; names each file that is missing, added or changed
cli-help-archive = Archive to write (.zip)
cli-help-day = Day of sealing, today by default; the same records and day give the same bytes
cli-help-license = Licence of the records in place of what the files state: a name of SPDX, an address or a text
cli-help-bundle = A sealed bundle, a bag as an archive or a folder, or an exported GeoJSON file
cli-reason-day = it takes a day such as 2026-05-01
cli-seal-file = A bundle is written to a file; name one with --out.
cli-sealed = { $file }: sealed. Records: { $records }, files: { $files }. Copies of documents: { $kept } inside, { $missing } missing, { $changed } changed, { $none } never kept. A seal proves that nothing was changed since, not that it is true.
cli-help-sign = Sign with this private key of OpenSSH; the signature stands beside the bundle (.sig), and ssh-keygen -Y verify checks it
cli-help-time-query = Write also a query for a stamp of time (RFC 3161) beside the bundle (.tsq); nothing is sent
cli-help-signature = Signature to check, by default the one beside the bundle (.sig)
cli-help-signers = File of allowed signers, as ssh-keygen has it; without one it is only said which key signed
cli-sign-no-key = { $key } is no private key that is known here; it takes Ed25519 and ECDSA P-256 in the format of OpenSSH. The bundle is written without a signature.
cli-sign-encrypted = { $key } is encrypted and stays so. The bundle is written; to sign it, unpack tagmanifest-sha256.txt and run ssh-keygen -Y sign -f { $key } -n sahelscope-bundle tagmanifest-sha256.txt.
cli-beside-written = { $file }: written beside the bundle.
cli-help-publish-safe = Seal records that may be published: a JSON file with “names” that may stand nowhere and “rules” (records, embargo, decimals, area, omit); documents and log stay out, and a report lists each change
cli-bad-rules = { $file } is no file of rules: “{ $member }” in it is not known or makes no sense. Nothing is sealed, so that nothing is published that should not be.

# Changes of records: their log on the command line, and the editor.

cli-log-about = Print the log of changes of a file: who changed what, when and why
cli-apply-about = Let the changes of a log take effect on a file; ends with 1 where a person is needed
cli-undo-about = Take one change of a file back; the log keeps both
cli-verify-log-about = Check that no line of a log was altered, moved or taken out; ends with 1 and names the first line where its chain is broken
cli-help-dataset = The file of records, or the folder of its logs
cli-help-log-path = A log, or a folder of logs
cli-help-change = The id of the change, or its beginning
cli-help-record = Only the changes of the record with this id
cli-help-by = Who makes the change; by default whoever the system says
cli-help-why = Why

cli-log-empty = There is no log of changes.
cli-log-whole = { $author }: { $n ->
    [one] one line, its chain is whole
   *[other] { $n } lines, their chain is whole
}
cli-log-cut = { $author }: the last line was cut off, so it is left out. Nothing before it is lost.
cli-log-fault = { $author }, line { $line }: { $reason }
log-fault-not-json = the line is not JSON
log-fault-version = the line is of another version of the program
log-fault-form = the line is not a change: something it needs is missing or of another kind
log-fault-chain = the chain is broken: what this line follows is not before it, so lines were altered, moved or taken out
log-fault-twice = another line has the same id
log-fault-seen = the line knows one of another author that is not there
cli-log-undoes = takes { $id } back
cli-log-saved = saved
cli-log-new = new record
cli-log-deleted = deleted
cli-log-unsettled = To be settled: { $record } { $field }: { $values }
cli-unsettled = Two analysts say otherwise; both values are kept until somebody decides
cli-log-foreign = Not a change of { $log } fits { $file }; it is the log of another dataset. Nothing was written.
cli-applied = Changes: { $done } made, { $already } there already, { $refused } that do not fit, { $unsettled } to be settled by a person.
cli-change-refused = { $id } takes no effect: { $reason }
edit-refused-no-record = there is no record { $record }
edit-refused-ambiguous = several records are called { $record }
edit-refused-not-json = the record { $record } cannot be read
edit-refused-misfit = { $field } of { $record } is not what it was when the change was made
cli-no-change = No change begins with { $id }, or several do; “sahelscope log FILE” lists them.
cli-no-inverse = { $id } cannot be taken back: it is no change of a record, or does not say what was there before.
cli-not-editable = The records of { $file } cannot be changed in it; export it as GeoJSON first.
cli-undo-later = A later change stands on it; take that one back first.
cli-undone = { $id } is taken back.

cli-merge-about = Put together what two analysts made of one file; where both changed a value otherwise, both are kept and it ends with 1
cli-help-base = The file that both started from
cli-help-ours = What one of them made of it
cli-help-theirs = What the other made of it
cli-help-report = File for a report as JSON: what was taken, and what a person has to settle
cli-merged = Records: { $taken } taken from the other side, { $joined } changed on both sides; { $unsettled } values to be settled by a person.

action-edit = Edit the selected record
action-new-record = New record
action-undo = Undo the last change of records
action-redo = Redo the change of records
edit-in-language = { $name }, { $language }
edit-done = Done
edit-done-hint = Show the record as a card again; every change is in the log already
edit-duplicate = Duplicate the record
edit-delete = Delete the record…
edit-delete-why = Why it is deleted; the log keeps the reason and the record
edit-delete-now = Delete
edit-deleted = The record is deleted. Ctrl+Z brings it back.
edit-unreadable = This record cannot be read, so it cannot be changed here.
edit-select-first = Select a record first.
edit-no-file = There is nothing open that a record could be added to.
edit-saving = Saving; one moment.
edit-nothing-to-undo = There is no change of records to take back.
edit-nothing-to-redo = There is no change of records to do again.
edit-does-not-fit = The change does not fit what the record says now, so nothing was changed.
edit-not-logged = The change is shown but not in the log: { $reason } Save soon.
edit-copied = What you change is kept in a copy: { $name }
edit-no-place = What was changed is in no file yet; export it under a name.
edit-saved = { $name } is saved.
edit-changed-underneath = { $name } was changed by somebody else. It was read again and { $n } of your changes are on top, { $refused } did not fit. Look at it, then save again.
edit-recovered = { $name }: { $n ->
    [one] one change that was not saved is there again.
   *[other] { $n } changes that were not saved are there again.
} Ctrl+S saves, Ctrl+Z takes back.
edit-recovered-part = { $name }: { $refused } changes of its log do not fit the file, { $unsettled } are to be settled; “sahelscope log” lists them.
edit-date-means = { $said }: { $bounds }
edit-date-kept-as = { $edtf } – { $meaning }
edit-wrong-number = This is not a number.
edit-wrong-json = This is not JSON.
edit-wrong-place = Latitude, then longitude, in degrees: 12.65, -8.00
edit-wrong-date = This is not a date: 2022-03-05, 2022-03, 2022~, 2022-03/2022-05, or in words.
edit-wrong-date-ambiguous = Day and month cannot be told apart: write 2022-03-05.
edit-wrong-date-none = The calendar has no such date.
edit-wrong-date-reversed = The end lies before the beginning.
edit-wrong-date-zone = A time of day needs its offset from UTC: 2022-03-05T14:30Z.
said-unsaved = { $sentence } { $n ->
    [one] One unsaved change.
   *[other] { $n } unsaved changes.
}
unsaved-title = Save before closing?
unsaved-explain = { $n ->
    [one] One change is not saved. It is in the log, so it is not lost: it will be there at the next start.
   *[other] { $n } changes are not saved. They are in the log, so they are not lost: they will be there at the next start.
}
unsaved-save = Save and close
unsaved-leave = Close without saving
unsaved-leave-hint = The file stays as it is; the log keeps the changes
unsaved-title-other = Save before going on?
unsaved-save-other = Save and go on
unsaved-leave-other = Go on without saving
unsaved-discard = Take the changes back
unsaved-discard-sure = Yes, take them all back
unsaved-discard-hint = The log tells that they were taken back; they are not shown again

edit-field-id = Id
edit-field-geometry = Latitude, longitude
edit-field-layer = Layer
edit-field-layer-other = Layer, in a word of your own
edit-field-kind = Kind
edit-field-title = Title
edit-field-summary = Summary
edit-field-date = Date
edit-field-date-basis = How the date was derived
edit-field-last-confirmed = Last confirmed
edit-field-reported = Became known
edit-field-place = Place
edit-field-place-precision = How well the place is known
edit-field-place-radius-km = Radius of uncertainty, km
edit-field-place-basis = How the place was derived
edit-field-status = Status
edit-field-actors = Actors, one a line
edit-field-quantities = Quantities
edit-field-equipment = Equipment
edit-field-claims = Claims
edit-field-sources = Ids of sources, one a line
edit-field-related = Related records
edit-field-review = Review
edit-review-by = Reviewed by
edit-review-at = Reviewed on
edit-review-note = Note on the review
edit-item = { $n }. { $line }
edit-item-pair = { $one }: { $other }
edit-item-add-hint = Opens empty fields; nothing is written before one of them is filled in
edit-item-remove-hint = Takes this away: { $line }
edit-add-quantity = Add a quantity
edit-new-quantity = New quantity
edit-remove-quantity = Remove the quantity
edit-add-equipment = Add equipment
edit-new-equipment = New equipment
edit-remove-equipment = Remove the equipment
edit-add-claim = Add a claim
edit-new-claim = New claim
edit-remove-claim = Remove the claim
edit-add-related = Add a related record
edit-new-related = New related record
edit-remove-related = Remove the related record
edit-member-what = What is counted
edit-member-model = Model, exactly as the source writes it
edit-member-sort = What sort of equipment
edit-member-count = How many
edit-member-by = Who says it
edit-member-says = What they say
edit-member-status = Status of the claim
edit-member-source = Document
edit-member-locator = Where in the document
edit-member-relationship = How it is related
edit-member-record = Id of the other record
edit-count-hint = 200, about ~200, 100-200, at least >=5, more than >100, at most <=50. Empty: not stated.
edit-wrong-count = This is not a number of things: 200, ~200, 100-200, >=5, >100, <=50.
edit-add-source = Add a document of the file
edit-no-sources = The file lists no documents.
edit-pick = Point out the record
edit-pick-now = Now select the other record
edit-pick-hint = The record that is selected next, on the map, the timeline or in a list, is taken; press again to take none
edit-pick-no-id = That record has no id, so another cannot name it. Give it one first.
edit-places = Places that the program knows; one press gives names, point and precision:
edit-place-offer = { $name }: { $lat }, { $lon }

edit-history = Changes
edit-take-back = Take this change back
edit-history-line = { $by }, { $at }
edit-history-undo = { $by }, { $at }, taken back
edit-history-value = { $field }: { $was } → { $is }
edit-wrong-word = The profile has no such word here.
bulk-title = { $n ->
    [one] Change one marked record
   *[other] Change { $n } marked records
}
bulk-property = Which property
bulk-value = New value; empty takes it away
bulk-find = Replace only this text; empty replaces the whole value
bulk-do = { $n ->
    [one] Change one record
   *[other] Change { $n } records
}
bulk-done = { $n ->
    [one] One record was changed. Ctrl+Z takes it back.
   *[other] { $n } records were changed. Ctrl+Z takes all of it back.
}
table-bulk = Change all marked records
settings-author = Your name
settings-author-hint = The log of changes says it; empty: the name that the system knows
edit-place-hint = A click on the map with Ctrl puts the record there, as exactly as the map is seen.
edit-bar-start = Start of the selected bar
edit-bar-end = End of the selected bar
action-deleted = Deleted records…
deleted-title = Deleted records
deleted-explain = The log keeps them with the reason. Ctrl+Z takes a bringing back away again.
deleted-none = No log tells of a deleted record.
deleted-bring-back = Bring back: { $record }
deleted-line = { $by }, { $at }: { $why }
edit-unsettled = Two analysts say otherwise. Press the value that is to stand.
edit-unsettled-hint = This value stands from now on; the log keeps both
action-merge = Compare with a colleague’s file…
path-merge = A colleague’s file, or the folder it is in
merge-under-way = Comparing with a colleague’s file
merge-strange = { $name } and what is open have no record of the same id, so there is nothing to compare.
merge-title = Two codings of the same records
merge-explain = { $ours } and { $theirs }: { $both } records in both, { $mine } only here, { $new } only there. Neither wins by itself.
merge-differences = Differences: { $n }
merge-new = Only there: { $n }
merge-agreement = Agreement by field
merge-agreement-explain = Of the records that are in both. Kappa is Cohen’s: agreement beyond chance, 1 at most, for fields with words of a vocabulary. For dates: how much of the time that either allows both allow.
merge-field = Field
merge-compared = Compared
merge-same = The same
merge-kappa = Kappa
merge-overlap = Overlap
merge-percent = { $percent } %
merge-line = { $record } – { $field }
merge-changed-both = Both have changed it
merge-changed-ours = Only you have changed it
merge-changed-theirs = Only the colleague has changed it
merge-changed-unknown = No log says who has changed it
merge-says-nothing = says nothing
merge-both = Keep both, to be settled later
merge-both-hint = Your value stands; both are kept beside it with their authors until somebody decides
merge-apply = Take over what is chosen ({ $n })
merge-take-theirs = Choose all that only they changed ({ $n })
merge-take-theirs-hint = What both have changed waits for your choice
merge-take-new = Choose all that are only there ({ $n })
merge-nothing = Nothing was to be changed.
merge-why = from { $name }
edit-carry = Drag the mark to move the place
edit-carry-to = Moved to { $lat }, { $lon }
edit-carry-ask = How well is this place known? Nothing is written before that is said.
edit-carry-back = Leave it where it was
menu-new-record-here = New record here
edit-drag-none = It cannot be moved there: the end would come before the beginning.
edit-drag-precision = As exact as it was written; type the date to say more.
action-sketch-line = Draw a line on the map
action-sketch-area = Draw an area on the map
action-sketch-corners = Move the corners of line or area
action-sketch-radius = Set how far around the point it may be
sketch-begin-line = Draw a line
sketch-begin-area = Draw an area
sketch-begin-corners = Move corners
sketch-begin-radius = Set the radius
sketch-line = Click the corners of the line; a double click ends it
sketch-area = Click the corners of the area; a double click or the first corner ends it
sketch-corners = Drag a corner, or the middle of an edge for a new one
sketch-radius = Click or drag how far it reaches
sketch-radius-is = Within { $km } km of the point
sketch-keys = By keys: arrows lead (Shift: finely), Enter sets or carries a corner, Space goes to the next, Delete takes it away, Backspace takes a step back, Enter twice ends, Escape leaves it as it was.
sketch-done = Write it
sketch-back = Step back
sketch-corner = Corner { $n }
sketch-middle = Middle of an edge, before corner { $n }
sketch-radius-grip = Edge of the radius
sketch-few-line = A line has at least two corners.
sketch-few-area = An area has at least three corners.
sketch-crosses = The edge of the area crosses itself or a hole: move a corner.
sketch-too-wide = It spans more than half of the world, or passes the 180th meridian: draw a part on each side.
sketch-too-many = The shape has more than 5,000 corners, which is too much for moving by hand. Change it in a program for maps.
sketch-no-corners = This record has no line and no area whose corners could be moved. Draw one.
sketch-no-point = This record has no point. Set its place first.
sketch-no-radius = There is no radius yet: click how far it reaches.
sketch-fewest = A line keeps two corners, an area three.
sketch-of = Of the record “{ $name }”
sketch-open = The shape that you began is not written yet: write it, or leave it with Escape.
sketch-lost = The record whose shape you drew is not open any more; the shape was dropped.
sketch-collection = The place of this record is a collection of shapes of several kinds, whose corners cannot be moved here. A line or an area that you draw takes its place.
mend-to = Write { $text }
mend-to-said = Write { $text } ({ $said })
mend-swapped = Swap latitude and longitude: { $text }
mend-spaces = Without the spaces at the ends
mend-no-place = No place
mend-hint = Takes this in place of what stands in the field; Ctrl+Z takes it back

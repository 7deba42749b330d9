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

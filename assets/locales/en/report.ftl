# The report: one file of HTML for those who have no Sahelscope.

report-language = Report in English
report-contents = Contents
report-view = What the window shows
report-map = Map: { $what }
report-certain = certain
report-possible = possible
report-all = All
report-is-certain = certain
report-is-possible = possible
report-none = No record lies in this view.
report-more = { $n ->
    [one] One more record of this view is not listed.
   *[other] { $n } more records of this view are not listed.
}
report-records = Records
report-sources = Sources
report-no-sources = The records name no sources.
report-note = Source { $n }
report-method = How to read this
report-method-certain = “Certain”: all possible dates of the record lie in the dates of the view.
report-method-possible = “Possible”: only some of its possible dates do. The two are never added up.
report-method-dates = Dates are as exact as their sources and no more; the notation beside them is EDTF (ISO 8601-2).
report-left-out = { $n ->
    [one] One more bookmark is not in this report.
   *[other] { $n } more bookmarks are not in this report.
}
report-files = Files
report-digest = SHA-256
report-credit = Map: { $credit }
report-made-with = Made with Sahelscope { $version }

## The dialog

report-title = Report
report-languages = Languages
report-holds = Holds
report-holds-view = What the window shows
report-holds-bookmarks = { $n ->
    [0] No bookmarks yet
    [one] One bookmark
   *[other] { $n } bookmarks
}
report-explain = One file of HTML: pictures of the map, both counts, the records with who says what, numbered sources. It opens in any browser, without a network.
report-save = Save…
report-save-hint = Choose where the report is written
report-export = Save the report
report-exported = { $n ->
    [one] Saved the report with one record as { $name }.
   *[other] Saved the report with { $n } records as { $name }.
}
report-no-format = { $name } was not written: { $ending } is no format for reports. End it in { $endings }.
file-filter-html = Report (HTML)

## The command

cli-report-about = Write a report: one HTML file with maps, counts, records and sources, from the filter and the bookmarks
cli-help-in = Languages of the report, one after the other: en, fr, ar or all
cli-help-no-bookmarks = Only what the filter shows, without the bookmarks
cli-reason-in = it takes en, fr, ar, separated by commas, or all
cli-report = { $file }: views { $views }, records { $n }, bookmarks left out { $left_out }

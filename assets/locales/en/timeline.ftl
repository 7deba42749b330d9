# The timeline.

timeline = Timeline
timeline-play = Play
timeline-play-backward = Play backward
timeline-pause = Pause
timeline-step-back = Step back
timeline-step-forward = Step forward
timeline-previous-record = Previous record
timeline-next-record = Next record
timeline-speed = Speed in days per second
timeline-days-per-second = days/s

## How far a step goes

timeline-unit = Length of a step
timeline-unit-day = Day
timeline-unit-week = Week
timeline-unit-month = Month
timeline-unit-year = Year

## What the window is

timeline-mode = Mode
timeline-mode-window = Window
timeline-mode-window-hint = From a start to an end, both of which you move
timeline-mode-cumulative = Cumulative
timeline-mode-cumulative-hint = Everything from the beginning up to an end that you move
timeline-mode-instant = Instant
timeline-mode-instant-hint = One day, or one step, at a time

## The window as text

timeline-start = Start of the window
timeline-end = End of the window
timeline-at = Date of the instant
timeline-until = until
timeline-whole-range = Whole range
timeline-field-hint = A day, month or year such as 2022-01-05, 2022-01 or 2022, or an interval such as 2022-01/2022-03. Enter applies it, and so does leaving the field.
timeline-error-empty = Type a date such as 2022-01-05.
timeline-error-malformed = Not a date: write it as 2022-01-05, 2022-01 or 2022.
timeline-error-no-such-date = The calendar has no such date.
timeline-error-ambiguous = Day and month cannot be told apart: write it as 2022-01-05.
timeline-error-no-zone = A time of day needs Z or an offset such as +01:00.
timeline-error-interval-reversed = This interval ends before it begins.
timeline-error-qualified = The edges of a window cannot be approximate: leave out ~, ? and %.

## On the plot

timeline-start-handle = Start handle
timeline-end-handle = End handle
timeline-move-handle = Handle of the whole window
timeline-histogram = Records on the map
timeline-presets = Choose a stretch of time
timeline-last-months = Last 12 months
timeline-at-handle = Instant handle
timeline-more-layers = { $n } more layers
timeline-more = and { $n } more
timeline-nothing-dated = No record here has a date that can be read
timeline-look-closer = Click to look closer
timeline-behind = The counts are being brought up to date
timeline-nothing-matches = No dated record passes the filters
timeline-filtered = { $n } filtered out
timeline-counts-hint = Certain: in the window wherever their true dates lie. Possible: only some of their possible dates are in it. The bars behind the lanes count what lies in the map’s view.

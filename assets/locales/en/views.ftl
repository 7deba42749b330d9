# Views: what was seen, what is kept of it, what differs, what is said of it.

## Steps

action-back = Back to the view before
action-forward = Forward to the next view
action-undo-filters = Undo the last change of filters
action-redo-filters = Redo the change of filters

## What is shown, in one sentence

said-separator = ;{" "}
said-all-layers = all layers
said-no-layer = no layer
said-file-name = “{ $text }”
said-files = { $n ->
    [one] only the file { $list }
   *[other] only the files { $list }
}
said-no-file = no file
said-all-dates = all dates
said-known = as known on { $date } (titles, summaries and dates as written since)
said-status = status: { $list }
said-actor = actor “{ $text }”
said-text = text “{ $text }”
said-words = text with { $list }
said-area = longitude { $west } to { $east }, latitude { $south } to { $north }
said-circle = within { $km } km of { $place }
said-ring = in a drawn area between longitude { $west } and { $east }, latitude { $south } and { $north }
said-certain-only = only what is certain
said-filtered = { $n } held back by filters
said-all = { $subject }: { $shown } of { $records }.
said-part = { $subject }: { $shown } of { $records }; not shown: { $rest }.
said-copied = The sentence is copied.
action-copy-said = Copy the sentence about what is shown
action-copy-said-hint = Layers, dates, conditions, counts and what is left out, for a text or a caption

## Bookmarks

briefing = Bookmarks
briefing-empty = A bookmark keeps what you see: dates, filters, place on the map. Several of them in order are a briefing. Exports take them along.
briefing-place = { $at } of { $n }
briefing-step = { $number }. { $name }
bookmark-title = Name ({ $language })
bookmark-text = Text ({ $language })
bookmark-added = Bookmark added: { $name }
bookmark-none = There is no bookmark yet.
bookmark-earlier = Move up
bookmark-later = Move down
bookmark-retake = Let this bookmark hold what is seen now
bookmark-remove = Remove this bookmark
bookmark-restore = Bring the removed bookmark back
bookmarks-set-aside = The bookmarks on this machine were damaged; they are kept as { $name }.
bookmarks-unreadable = The bookmarks on this machine are at { $name } but could not be read. The file is left as it is.
action-bookmark = Bookmark what is seen
action-bookmark-hint = Keeps dates, filters and the place on the map under a name
action-step-after = Next bookmark
action-step-before = Previous bookmark
action-present = Words of the bookmark over the map
action-present-hint = Shows what the bookmark says on a card over the map, or hides it; steps show it too
briefing-close = Close the words of the bookmark

## The difference between two windows

difference = Difference
difference-a = A: { $window }
difference-b = B: { $window }
difference-count = { $kind } { $count }
difference-same = the same { $count }
difference-none = Nothing differs between A and B.
difference-awaited = The difference is being worked out …
difference-possible = { $name } (possibly)
difference-row = { $kind }: { $name }
difference-possible-hint = Only possible: some of its possible dates say otherwise.
difference-from = In the place of: { $name }
difference-statuses = { $before } → { $after }
difference-copy = Copy the changes as a table
difference-copied = The changes are copied as a table.
difference-export = Write the changes to a file
difference-exported = Wrote { $n ->
    [one] { $n } change
   *[other] { $n } changes
} to { $name }.
difference-end = Stop comparing
change-new = new
change-new-hint = In B only
change-ended = ended
change-ended-hint = In A only: a presence that ended, or an event that is past
change-moved = moved
change-moved-hint = A presence of A that one at another place follows in B
change-changed = changed
change-changed-hint = A presence that another follows at the same place, or a record that is certain in one window and only possible in the other
change-status-changed = status
change-status-changed-hint = The claims known by the end of B give it another status than those known by the end of A
swipe-name = Divider between A and B
swipe-hint = A on the left, B on the right: drag, or use the arrow keys
action-pin = Compare: pin this window as A, or stop
action-pin-hint = Then move the window: the map and the list show what differs
action-swap = Swap A and B

## Playback

playback-options = How time plays
playback-ending = At the end
playback-stop = Stop at the end
playback-loop = Begin again at the end
playback-bounce = Turn round at the end
playback-range = Play only { $range }
action-next-change = Next change
action-previous-change = Previous change
action-next-change-hint = Moves the window to the next day on which it shows something else
action-skip-empty = Skip stretches without a change
action-skip-empty-hint = Playback leaps over days on which no record can begin or end; the axis stays as it is and marks them
action-hold-records = Wait at each new record
action-hold-records-hint = Playback waits for a moment when a record comes into the window
action-play-range = Play only within this window
action-play-range-hint = The dates that the window has now become the limits of playback

## Lanes and overview of the timeline

lane-fold = Fold { $lane } to one row
lane-unfold = Unfold { $lane }
lane-hint = Click to fold; drag, or use the arrow keys, to move the lane
overview-name = Overview of all dates
overview-hint = All dates in small: drag to move what the timeline shows

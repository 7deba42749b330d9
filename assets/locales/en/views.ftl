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
said-all-dates = all dates
said-known = as known on { $date }
said-status = status: { $list }
said-actor = actor “{ $text }”
said-text = text “{ $text }”
said-area = longitude { $west } to { $east }, latitude { $south } to { $north }
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
action-bookmark = Bookmark what is seen
action-bookmark-hint = Keeps dates, filters and the place on the map under a name
action-step-after = Next bookmark
action-step-before = Previous bookmark

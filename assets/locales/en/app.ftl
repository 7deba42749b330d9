# Words that every part of the program uses.

app-name = Sahelscope
app-tagline = The documented record, as certain as its sources

## Commands

open = Open
save = Save
save-as = Save as
export = Export
close = Close
cancel = Cancel
done = Done
apply = Apply
reset = Reset
clear = Clear
copy = Copy
copied = Copied
undo = Undo
redo = Redo
search = Search
filter = Filter
show = Show
hide = Hide
show-all = Show all
hide-all = Hide all
show-more = Show more
show-less = Show less
back = Back
next = Next
previous = Previous
remove = Remove
retry = Try again
quit = Quit
help = Help
settings = Settings
about = About

## Answers and placeholders

yes = yes
no = no
none = none
all = all
unknown = unknown
not-stated = not stated
hidden-by = Hidden by { $what }
and-others = { $list } and { $n ->
    [one] one other
   *[other] { $n } others
}
two-items = { $first } and { $second }
list-separator = ,{" "}

## Counts

records = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
window = Window
certain = certain
possible = possible
out = outside the window
undated = undated
unplaced = unplaced
unreadable = unreadable
certain-hint = Wherever their true dates lie, they fall in the window
possible-hint = Some of their possible dates fall in the window
out-hint = None of their possible dates falls in the window
undated-hint = No date, or a date that cannot be read
unplaced-hint = No place on the map
unreadable-hint = The file holds them, but they cannot be read
count-certain = { $n } certain
count-possible = { $n } possible
count-certain-possible = { $certain } certain + { $possible } possible
count-out = { $n } outside
count-undated = { $n } undated
count-unplaced = { $n } unplaced
count-unreadable = { $n } unreadable

## Layers

layer-deployment = Deployment
layer-incident = Incident
layer-delivery = Delivery
layer-context = Context
layers-deployment = Deployments
layers-incident = Incidents
layers-delivery = Deliveries
layers-context = Context
layer-deployment-hint = Forces or bases in a place
layer-incident-hint = Something that happened to people
layer-delivery-hint = Equipment or personnel that arrived
layer-context-hint = What explains the rest and may have no place

## Kinds of record

kind-event = Event
kind-presence = Presence
kind-event-hint = It happened once, somewhere inside its date
kind-presence-hint = It held all through its date

## Who stands behind a record

status = Status
status-confirmed = Confirmed
status-reported = Reported
status-claimed = Claimed
status-disputed = Disputed
status-speculated = Speculated
status-denied = Denied
status-confirmed-hint = The party concerned or independent imagery acknowledges it
status-reported-hint = The source says it in its own voice
status-claimed-hint = A named or described claimant says it
status-disputed-hint = Claimants contradict one another
status-speculated-hint = The source itself guesses
status-denied-hint = A party denies it and nobody upholds it

## How well a place is known

place-site = Exact site
place-town = Town
place-area = Area
place-region = Region
place-country = Country
place-unknown = Place not known
place-site-hint = A building, base or airport
place-town-hint = A town or village
place-area-hint = Somewhere around a point
place-region-hint = Somewhere in a region
place-country-hint = Somewhere in the country
place-unknown-hint = Nobody says how well the place is known
within-km = within { $km } km

## How records relate

related-part-of = Part of
related-same-as = Perhaps the same as
related-contradicts = Contradicts
related-after = After
related-before = Before

## Sources

source-news = News
source-ngo = NGO
source-think-tank = Think tank
source-official = Official
source-dataset = Dataset

## Stated numbers

number-exact = { $low }
number-about = about { $low }
number-range = { $low } to { $high }
number-about-range = about { $low } to { $high }
number-more-than = more than { $low }
number-at-least = at least { $low }
number-at-most = at most { $high }
number-about-at-least = about { $low } or more
number-about-at-most = about { $high } or fewer
number-unstated = number not stated

## Themes and languages

theme = Theme
theme-light = Light
theme-dark = Dark
theme-system = As the system
language = Language
language-en = English
language-fr = Français
language-ar = العربية

## Fields of numbers

number-more = Increase
number-less = Decrease
number-wrong = A number from { $from } to { $to } is expected

## Edges of panels

resize-timeline = Resize the timeline
resize-table = Resize the table
resize-reader = Resize the pane of documents
resize-layers = Resize the panel of layers
resize-inspector = Resize the inspector

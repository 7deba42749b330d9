# The map: what is written on it, its controls, its cards and what it says when it is empty.

map-name = Map of the records
map-names-foreign = Some places have no name in Arabic letters
map-scale-km = { $km } km
map-scale-m = { $m } m

## Controls

map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-fit-all = Show every mark
map-places = Places
map-areas = Only a part of the map
map-places-hint = Fly to a place
map-places-records = In the records
map-relief-on = Show the relief
map-relief-off = Hide the relief
map-by-file-title = Colour by file
map-by-file-key = As beside the names of the files; grey: counted together
map-density-on = Show how many records lie where
map-density-off = Show the marks of the records
map-density-title = Records in a square
map-density-key = solid certain, hollow possible

## Places to fly to

map-place-mali = All of Mali
map-place-airport = Bamako airport
map-place-segou = Ségou
map-place-mopti = Mopti
map-place-timbuktu = Timbuktu
map-place-moura = Moura
map-place-gao = Gao
map-place-kidal = Kidal

## Badges of what has no place on the map

map-badge = { $place }: { $n ->
    [one] one record known to the country only
   *[other] { $n } records known to the country only
}
map-badge-nowhere = No place
count-thousands = { $n }k
count-millions = { $n }M
map-badge-countries = Countries
map-badge-countries-hint = { $n ->
    [one] One record known to a country only
   *[other] { $n } records known to a country only
}
map-badge-nowhere-hint = { $n ->
    [one] One record without a place on this map
   *[other] { $n } records without a place on this map
}

## Cards

map-card-here = { $n ->
    [one] One record here
   *[other] { $n } records here
}
map-card-area = { $n ->
    [one] One record somewhere in this area
   *[other] { $n } records somewhere in this area
}
map-card-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
map-card-areas = { $n ->
    [one] One of them is known to an area only
   *[other] { $n } of them are known to an area only
}
map-card-open = Click to open
map-card-undated = No date

## When there is nothing to see

map-empty-window = Nothing in this window
map-empty-nearest = The nearest record: { $title }, { $date }
map-empty-show = Show it
map-empty-hidden = The filter hides every record
map-empty-clear = Clear the filter
map-empty-file = No records are open
map-empty-file-hint = Open a GeoJSON file, or go back to the records inside the program
map-empty-open = Open…
map-empty-bundled = Bundled records
map-empty-undated = No column is read as a date
map-empty-choose = Choose columns…
map-empty-unplaced = { $n ->
    [one] The record in this window has no place on the map
   *[other] The { $n } records in this window have no place on the map
}
map-elsewhere = The marks lie outside this view

menu-open-record = Open the record
menu-window-of-record = Show its dates
menu-hide-layer = Hide { $layer }
menu-copy-coordinates = Copy { $at }
menu-copy-otherwise = Copy the coordinates as
menu-centre-here = Centre here
menu-zoom-here = Zoom in here
menu-within = Only around here
menu-within-km = Within { $km } km
draw-circle-middle = Click the middle of the circle
draw-circle-edge = Click how far the circle reaches
draw-polygon-corners = Click the corners of the area
draw-polygon-end = Click on; Enter or a double click ends the area
draw-done = Show this area
copied-coordinates = Coordinates copied
action-graticule = Graticule
action-graticule-hint = Draw meridians and parallels, with their degrees
help-legend-graticule = Thin lines: meridians and parallels with their degrees, when they are switched on
help-legend-found = A ring around what holds the words typed into the search
graticule-degrees = { $d }°
graticule-minutes = { $d }°{ $m }′
graticule-north = { $at }N
graticule-south = { $at }S
graticule-east = { $at }E
graticule-west = { $at }W

# Menus, actions and their help.

menu-file = File
menu-time = Time
menu-map = Map
menu-record = Record
menu-view = View

action-open = Open…
action-open-hint = Open GeoJSON files in place of what is open
action-open-path = Open a path…
action-open-path-hint = Open a file by typing its path
action-open-bundled = Bundled records
action-open-bundled-hint = Go back to the documented record of Mali inside the program
action-open-recent = Open recent
action-clear-recent = Clear the list
action-export = Export…
action-export-hint = Write the records in the window as GeoJSON, untouched, with what was left out and why
action-export-path = Export to a path…
action-export-path-hint = Export to a file by typing its path
action-mapping = Fields of the file…
action-mapping-hint = Which property stands for the date, the layer and the other fields
action-issues = Issues…
action-issues-hint = What is wrong with records of the open files
action-basemap = Open a basemap…
action-basemap-hint = Draw your own .pmtiles archive under the marks
action-basemap-bundled = Bundled basemap
action-basemap-bundled-hint = Go back to the map inside the program
action-quit = Quit
action-quit-hint = Close the program

action-play = Play or pause
action-play-hint = Move the window through time
action-step-forward = One step later
action-step-back = One step earlier
action-big-step-forward = One larger step later
action-big-step-back = One larger step earlier
action-next-record = Next record in time
action-previous-record = Previous record in time
action-first = To the beginning
action-last = To the end
action-whole-range = Whole range
action-whole-range-hint = Set the window to all dates of the records
action-mode-window = Window
action-mode-cumulative = Cumulative
action-mode-instant = Instant

action-fit-all = Fit all
action-fit-all-hint = Show every mark
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-relief = Relief
action-relief-hint = Shade mountains and valleys

action-select-next = Select the next record
action-select-previous = Select the previous record
action-clear-selection = Clear the selection
action-clear-filters = Clear all filters
action-certain-only = Leave out the possible
action-certain-only-hint = Show only records that lie in the window whatever their true dates are

action-palette = Find an action…
action-palette-hint = Every action by name
action-help = Keys and legend
action-help-hint = The keys, and how to read the marks
action-full-screen = Full screen
action-left-panel = Panel of layers
action-right-panel = Inspector
action-theme-light = Light theme
action-theme-dark = Dark theme
action-theme-system = Theme of the system
action-language-en = English
action-language-fr = Français
action-language-ar = العربية
action-larger = Larger interface
action-smaller = Smaller interface
action-normal-size = Interface at normal size
action-about = About Sahelscope
action-about-hint = Version, licences and the origin of the map

help-keys = Keys
help-legend = How to read the marks
help-legend-solid = Solid: the record lies in the window whatever its true date is
help-legend-hollow = Hollow: some of its possible dates lie in the window
help-legend-dashed = Dashed: a presence that no source has confirmed since before the window
help-legend-area = Soft area: somewhere in it; never an exact point
help-legend-stack = Number: several records at one place; click to fan them out
help-mouse = Mouse
help-mouse-map = Drag the map to move it, turn the wheel to zoom, click a mark to read it
help-mouse-time = Drag the window by its middle or its edges, turn the wheel over the timeline to zoom into it
help-close = Press Esc to close

palette-search = Type the name of an action
palette-empty = No action is called “{ $text }”. Try a shorter word.

about-version = Version { $version }
about-purpose = Sahelscope documents the past from published reports. It is no targeting or live-tracking tool.
about-offline = It works without a network and never opens one by itself.
about-records = Bundled records
about-map = Basemap
about-map-credit = Made with Natural Earth. Place names © GeoNames (CC BY 4.0), modified. Rivers and lakes: GSHHG 2.3.7 and WDBII, P. Wessel and W. H. F. Smith (LGPL-3.0-or-later). Airports: airportsdata (MIT). Relief: shadedrelief.com. Boundaries are indicative and imply no opinion on status.
about-fonts = Fonts
about-fonts-credit = IBM Plex (SIL Open Font License 1.1), Phosphor icons (MIT).
about-licence = Licence
about-licence-text = The program: MIT or Apache-2.0. The words of the bundled records: CC BY 4.0.
offline = Offline
offline-hint = Sahelscope uses no network

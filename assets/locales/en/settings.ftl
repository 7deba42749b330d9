# Settings.

settings-scale = Size of the interface
settings-motion = Motion
settings-motion-usual = Usual
settings-motion-less = Less
settings-motion-hint = With less, the map and what opens are there at once
settings-scale-percent = { $percent } %
settings-set-aside = The settings could not be read and were set aside as { $name }. The defaults are used.
settings-unreadable = The settings are at { $name } but could not be read. The defaults serve meanwhile; the file is left as it is.
settings-unknown = These settings come from another version and stay as they are: { $name }. The defaults are used in their place.
settings-not-saved = Settings, bookmarks or what is open could not be saved: { $reason }
theme-is = Theme: { $theme }
settings-title = Settings
settings-language = Language of the program
settings-language-system = As the system
settings-content = Language of records
settings-content-same = As the program
settings-content-hint = A text that a record lacks in this language is shown in another, with its name beside it.
settings-digits = Digits in Arabic
settings-digits-western = Western, 0 to 9
settings-digits-arabic = Arabic-Indic, ٠ to ٩
settings-time = Time in Arabic
settings-time-from-left = Runs from the left
settings-time-from-right = Runs from the right
settings-time-hint = In English and French time always runs from the left.
settings-theme = Theme
settings-overlays = On the map

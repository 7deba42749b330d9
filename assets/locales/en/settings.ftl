# Settings.

settings-scale = Size of the interface
settings-scale-percent = { $percent } %
settings-set-aside = The settings could not be read and were set aside as { $name }. The defaults are used.
settings-not-saved = The settings could not be saved: { $reason }
theme-is = Theme: { $theme }

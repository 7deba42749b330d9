# Réglages.

settings-scale = Taille de l’interface
settings-scale-percent = { $percent } %
settings-set-aside = Les réglages étaient illisibles et ont été mis de côté sous { $name }. Les valeurs par défaut sont utilisées.
settings-not-saved = Les réglages n’ont pas pu être enregistrés : { $reason }
theme-is = Thème : { $theme }

# Réglages.

settings-scale = Taille de l’interface
settings-motion = Mouvement
settings-motion-usual = Habituel
settings-motion-less = Réduit
settings-motion-hint = Réduit, la carte et ce qui s’ouvre sont là aussitôt
settings-scale-percent = { $percent } %
settings-set-aside = Les réglages étaient illisibles et ont été mis de côté sous { $name }. Les valeurs par défaut sont utilisées.
settings-unreadable = Les réglages se trouvent sous { $name } mais n’ont pas pu être lus. Les valeurs par défaut servent entre-temps ; le fichier reste tel quel.
settings-unknown = Ces réglages viennent d’une autre version et restent tels quels : { $name }. Les valeurs par défaut sont utilisées à leur place.
settings-not-saved = Des réglages, des signets ou ce qui est ouvert n’ont pas pu être enregistrés : { $reason }
theme-is = Thème : { $theme }
settings-title = Réglages
settings-language = Langue du programme
settings-language-system = Celle du système
settings-content = Langue des fiches
settings-content-same = Celle du programme
settings-content-hint = Un texte qu’une fiche n’a pas dans cette langue s’affiche dans une autre, nommée à côté.
settings-digits = Chiffres en arabe
settings-digits-western = Occidentaux, 0 à 9
settings-digits-arabic = Arabo-indiens, ٠ à ٩
settings-time = Temps en arabe
settings-time-from-left = De gauche à droite
settings-time-from-right = De droite à gauche
settings-time-hint = En anglais et en français, le temps va toujours de gauche à droite.
settings-theme = Thème
settings-overlays = Sur la carte

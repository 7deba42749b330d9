# Menus, actions et leur aide.

menu-file = Fichier
menu-time = Temps
menu-map = Carte
menu-record = Fiche
menu-view = Affichage

action-open = Ouvrir…
action-open-hint = Ouvrir des fichiers GeoJSON à la place de ce qui est ouvert
action-open-path = Ouvrir un chemin…
action-open-path-hint = Ouvrir un fichier en saisissant son chemin
action-open-bundled = Fiches intégrées
action-open-bundled-hint = Revenir aux fiches documentées sur le Mali, contenues dans le programme
action-open-recent = Ouvrir un fichier récent
action-clear-recent = Vider la liste
action-export = Exporter…
action-export-hint = Écrire en GeoJSON les fiches de la fenêtre, telles quelles, avec ce qui a été écarté et pourquoi
action-export-path = Exporter vers un chemin…
action-export-path-hint = Exporter vers un fichier en saisissant son chemin
action-mapping = Champs du fichier…
action-mapping-hint = Quelle propriété tient lieu de date, de couche et d’autres champs
action-issues = Anomalies…
action-issues-hint = Ce qui ne va pas dans les fiches des fichiers ouverts
action-basemap = Ouvrir un fond de carte…
action-basemap-hint = Dessiner votre propre archive .pmtiles sous les marques
action-basemap-bundled = Fond de carte intégré
action-basemap-bundled-hint = Revenir à la carte contenue dans le programme
action-quit = Quitter
action-quit-hint = Fermer le programme

action-play = Lecture ou pause
action-play-hint = Faire avancer la fenêtre dans le temps
action-step-forward = Un pas plus tard
action-step-back = Un pas plus tôt
action-big-step-forward = Un grand pas plus tard
action-big-step-back = Un grand pas plus tôt
action-next-record = Fiche suivante dans le temps
action-previous-record = Fiche précédente dans le temps
action-first = Au début
action-last = À la fin
action-whole-range = Toute la période
action-whole-range-hint = Étendre la fenêtre à toutes les dates des fiches
action-mode-window = Fenêtre
action-mode-cumulative = Cumul
action-mode-instant = Instant

action-fit-all = Tout voir
action-fit-all-hint = Montrer toutes les marques
action-zoom-in = Zoom avant
action-zoom-out = Zoom arrière
action-relief = Relief
action-relief-hint = Ombrer montagnes et vallées

action-select-next = Choisir la fiche suivante
action-select-previous = Choisir la fiche précédente
action-clear-selection = Annuler le choix
action-clear-filters = Effacer tous les filtres
action-certain-only = Écarter le possible
action-certain-only-hint = Ne montrer que les fiches situées dans la fenêtre quelles que soient leurs vraies dates

action-palette = Trouver une action…
action-palette-hint = Toutes les actions par leur nom
action-help = Touches et légende
action-help-hint = Les touches, et comment lire les marques
action-full-screen = Plein écran
action-left-panel = Panneau des couches
action-right-panel = Inspecteur
action-theme-light = Thème clair
action-theme-dark = Thème sombre
action-theme-system = Thème du système
action-language-en = English
action-language-fr = Français
action-language-ar = العربية
action-larger = Agrandir l’interface
action-smaller = Réduire l’interface
action-normal-size = Interface à taille normale
action-about = À propos de Sahelscope
action-about-hint = Version, licences et origine de la carte

help-keys = Touches
help-legend = Comment lire les marques
help-legend-solid = Pleine : la fiche est dans la fenêtre quelle que soit sa vraie date
help-legend-hollow = Creuse : certaines de ses dates possibles sont dans la fenêtre
help-legend-dashed = Tiretée : une présence qu’aucune source n’a confirmée depuis avant la fenêtre
help-legend-area = Zone estompée : quelque part dedans, jamais un point exact
help-legend-stack = Nombre : plusieurs fiches au même lieu ; cliquez pour les déployer
help-mouse = Souris
help-mouse-map = Faites glisser la carte, tournez la molette pour zoomer, cliquez une marque pour la lire
help-mouse-time = Faites glisser la fenêtre par son milieu ou ses bords, tournez la molette sur la frise pour l’agrandir
help-close = Échap pour fermer

palette-search = Saisissez le nom d’une action
palette-empty = Aucune action ne s’appelle « { $text } ». Essayez un mot plus court.

about-version = Version { $version }
about-purpose = Sahelscope documente le passé à partir de textes publiés. Ce n’est ni un outil de ciblage ni un suivi en direct.
about-offline = Il fonctionne sans réseau et n’en ouvre jamais de lui-même.
about-records = Fiches intégrées
about-map = Fond de carte
about-map-credit = Réalisé avec Natural Earth. Noms de lieux © GeoNames (CC BY 4.0), modifiés. Cours d’eau et lacs : GSHHG 2.3.7 et WDBII, P. Wessel et W. H. F. Smith (LGPL-3.0 ou ultérieure). Aéroports : airportsdata (MIT). Relief : shadedrelief.com. Les frontières sont indicatives et n’impliquent aucune prise de position.
about-fonts = Polices
about-fonts-credit = IBM Plex (SIL Open Font License 1.1), icônes Phosphor (MIT).
about-licence = Licence
about-licence-text = Le programme : MIT ou Apache-2.0. Les textes des fiches intégrées : CC BY 4.0.
offline = Hors ligne
offline-hint = Sahelscope n’utilise aucun réseau

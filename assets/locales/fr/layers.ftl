# Le panneau des couches, des filtres et du tiroir.

layers-empty = Rien n’est ouvert
layers-empty-hint = Ouvrez un fichier, déposez-en un sur la fenêtre ou revenez aux fiches contenues dans le programme.
layers-open = Ouvrir un fichier…
layers-open-bundled = Montrer les fiches du Mali

## Filtres

filters = Filtres
filters-clear = Effacer les filtres
filters-held-back = { $n ->
    [one] Les filtres retiennent une fiche
   *[other] Les filtres retiennent { $n } fiches
}
filter-text = Chercher dans les fiches
filter-text-clear = Effacer le texte
filter-actor = Acteur
filter-actor-clear = Montrer tous les acteurs
filter-names-awaited = Lecture des noms de toutes les fiches : { $percent } %
filter-chip = { $name } : { $value }
filter-chip-origins = origines : { $n } au moins
filter-chip-lacks-words = valeurs sans mots
filter-within-box = Cette partie de la carte seulement
filter-within-ring = La zone dessinée seulement
filter-take-back = Retirer le filtre « { $what } »
filter-certain-only = Écarter le possible

## Fichiers

files = Fichiers
files-add = Ajouter un fichier…
files-add-hint = Ouvrir des fichiers à côté de ceux-ci (Ctrl+O, ou déposez-les sur la fenêtre)
file-switch = Afficher le fichier { $name }
file-only = Seulement le fichier { $name }
file-close = Fermer le fichier { $name }
file-line-hint = { $name } : { $n ->
    [one] une fiche
   *[other] { $n } fiches
}. Cliquez pour l’afficher ou le masquer, avec Alt pour l’afficher seul, Suppr pour le fermer.

## Couches

layers = Couches
layer-switch = Afficher { $layer }
layer-only = Seulement { $layer }
count-short = { $certain } + { $possible }
legend-certain = certain
legend-possible = possible
legend-unconfirmed = non confirmé
legend-unconfirmed-hint = Une présence qu’aucune source n’atteste plus dans la fenêtre, ni ne dit terminée

## Fiches

rows-none = Cette fenêtre ne contient rien. Élargissez-la sur la frise.
rows-none-filtered = Rien dans cette fenêtre ne passe les filtres.
rows-rest = { $n ->
    [one] Une fiche de plus n’est pas dans cette liste.
   *[other] { $n } fiches de plus ne sont pas dans cette liste.
}

## Le tiroir

tray-undated = Sans date
tray-undated-hint = Aucune fenêtre ne les montre : la frise n’a pas de place pour elles.
tray-unplaced = Sans lieu sur la carte
tray-unplaced-hint = Dans la fenêtre, mais sans place sur la carte.
tray-no-date = Aucune date indiquée
tray-no-place = Aucun lieu indiqué
tray-issue = { $what } : { $value }
tray-export = Exporter sans date ni lieu
tray-unreadable = { $n ->
    [one] Une fiche ne peut être lue
   *[other] { $n } fiches ne peuvent être lues
}
tray-issues = { $n ->
    [one] Voir une anomalie
   *[other] Voir { $n } anomalies
}

## Recherche

search-results = Fiches trouvées
search-found = { $n ->
    [one] { $n } fiche trouvée
   *[other] { $n } fiches trouvées
}
search-under-way = recherche en cours, { $percent } %
search-filter = N’afficher que celles-ci
search-near = Aucune fiche ne contient « { $typed } ». Graphie proche : « { $near } »
search-keys = ↓ les parcourt, Entrée n’affiche qu’elles

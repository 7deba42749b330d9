# La carte : ce qui y est écrit, ses commandes, ses cartons et ce qu'elle dit quand elle est vide.

map-name = Carte des fiches
map-names-foreign = Certains lieux n’ont pas de nom en lettres arabes
map-scale-km = { $km } km
map-scale-m = { $m } m

## Commandes

map-zoom-in = Zoom avant
map-zoom-out = Zoom arrière
map-fit-all = Montrer toutes les marques
map-places = Lieux
map-areas = Une partie de la carte seulement
map-places-hint = Aller à un lieu
map-places-records = Dans les fiches
map-relief-on = Afficher le relief
map-relief-off = Masquer le relief
map-by-file-title = Couleur par fichier
map-by-file-key = Comme à côté des noms des fichiers ; gris : comptées ensemble
map-density-on = Montrer où les fiches sont nombreuses
map-density-off = Montrer les marques des fiches
map-density-title = Fiches par carré
map-density-key = plein : certaines, creux : possibles

## Lieux où aller

map-place-mali = Tout le Mali
map-place-airport = Aéroport de Bamako
map-place-segou = Ségou
map-place-mopti = Mopti
map-place-timbuktu = Tombouctou
map-place-moura = Moura
map-place-gao = Gao
map-place-kidal = Kidal

## Pastilles de ce qui n’a pas de lieu sur la carte

map-badge = { $place } : { $n ->
    [one] une fiche connue au seul niveau du pays
   *[other] { $n } fiches connues au seul niveau du pays
}
map-badge-nowhere = Sans lieu
count-thousands = { $n } k
count-millions = { $n } M
map-badge-countries = Pays
map-badge-countries-hint = { $n ->
    [one] Une fiche située au niveau du pays seulement
   *[other] { $n } fiches situées au niveau du pays seulement
}
map-badge-nowhere-hint = { $n ->
    [one] Une fiche sans lieu sur cette carte
   *[other] { $n } fiches sans lieu sur cette carte
}

## Cartons

map-card-here = { $n ->
    [one] Une fiche ici
   *[other] { $n } fiches ici
}
map-card-area = { $n ->
    [one] Une fiche quelque part dans cette zone
   *[other] { $n } fiches quelque part dans cette zone
}
map-card-more = { $n ->
    [one] et une autre
   *[other] et { $n } autres
}
map-card-areas = { $n ->
    [one] L’une d’elles n’est connue qu’à une zone près
   *[other] { $n } d’entre elles ne sont connues qu’à une zone près
}
map-card-open = Cliquer pour ouvrir
map-card-undated = Sans date

## Quand il n'y a rien à voir

map-empty-window = Rien dans cette fenêtre
map-empty-nearest = La fiche la plus proche : { $title }, { $date }
map-empty-show = La montrer
map-empty-hidden = Le filtre masque toutes les fiches
map-empty-clear = Effacer le filtre
map-empty-file = Aucune fiche n’est ouverte
map-empty-file-hint = Ouvrez un fichier GeoJSON ou revenez aux fiches contenues dans le programme
map-empty-open = Ouvrir…
map-empty-bundled = Fiches intégrées
map-empty-undated = Aucune colonne n’est lue comme date
map-empty-choose = Choisir les colonnes…
map-empty-unplaced = { $n ->
    [one] La fiche de cette fenêtre n’a pas de lieu sur la carte
   *[other] Les { $n } fiches de cette fenêtre n’ont pas de lieu sur la carte
}
map-elsewhere = Les marques sont hors de cette vue

menu-open-record = Ouvrir la fiche
menu-window-of-record = Montrer ses dates
menu-hide-layer = Masquer { $layer }
menu-copy-coordinates = Copier { $at }
menu-copy-otherwise = Copier les coordonnées en
menu-centre-here = Centrer ici
menu-zoom-here = Agrandir ici
menu-within = Autour d’ici seulement
menu-within-km = À { $km } km au plus
draw-circle-middle = Cliquez au centre du cercle
draw-circle-edge = Cliquez là où le cercle doit aller
draw-polygon-corners = Cliquez les sommets de la zone
draw-polygon-end = Continuez ; Entrée ou un double clic termine la zone
draw-done = Montrer cette zone
copied-coordinates = Coordonnées copiées
action-graticule = Graticule
action-graticule-hint = Tracer méridiens et parallèles, avec leurs degrés
help-legend-graticule = Lignes fines : méridiens et parallèles avec leurs degrés, quand ils sont affichés
help-legend-found = Un anneau autour de ce qui contient les mots tapés dans la recherche
graticule-degrees = { $d }°
graticule-minutes = { $d }°{ $m }′
graticule-north = { $at }N
graticule-south = { $at }S
graticule-east = { $at }E
graticule-west = { $at }O

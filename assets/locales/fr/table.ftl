# Le tableau des fiches.

table-title = Fiches dans la fenêtre
table-close = Fermer le tableau
table-marked = { $n ->
    [one] une fiche marquée
   *[other] { $n } fiches marquées
}
table-sorting = Tri en cours, { $percent } %
table-possible = possible, { $percent } %
table-derived = par l’ordre : { $when }
table-copy = Copier les lignes marquées pour un tableur ; toutes si aucune ne l’est, { $most } au plus
table-copy-geojson = Copier les lignes marquées en GeoJSON ; toutes si aucune ne l’est, { $most } au plus
table-copied = Lignes copiées
table-copied-geojson = Lignes copiées en GeoJSON
table-columns = Colonnes
table-columns-reset = Colonnes d’origine
table-below = Sous la carte
table-beside = À côté de la carte
table-instead = À la place de la carte
table-no-room = La fenêtre est trop basse pour un tableau sous la carte
table-column-earlier = Avancer { $column }
table-column-later = Reculer { $column }
table-sort = Trier par : { $column }
table-sorted-up = Trié par : { $column }, du premier au dernier ; appuyer pour inverser
table-sorted-down = Trié par : { $column }, du dernier au premier ; appuyer pour inverser
table-sorted-then-up = Trié ensuite par : { $column }, du premier au dernier
table-sorted-then-down = Trié ensuite par : { $column }, du dernier au premier
table-filter = Filtrer : { $column }
table-filter-set = Filtre posé : { $column }
table-filter-clear = Lever ce filtre
table-total = { $n ->
    [one] une fiche
   *[other] { $n } fiches
}
table-total-layer = { $layer } { $n }
table-resize = Largeur de la colonne { $column }

## Colonnes

column-date = Date
column-title = Titre
column-place = Lieu
column-layer = Couche
column-status = Statut
column-certainty = Dans la fenêtre
column-actors = Acteurs
column-sources = Sources
column-reported = Connu depuis

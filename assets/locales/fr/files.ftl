# Ouvrir, enregistrer et exporter des fichiers.

file-bundled = Fiches intégrées
file-several = { $n ->
    [one] { $n } fichier
    [many] { $n } de fichiers
   *[other] { $n } fichiers
}
file-filter-geojson = GeoJSON
file-filter-basemap = Archive de fond de carte (PMTiles)
file-loading = Chargement de { $name }
file-loading-bytes = { $done } sur { $total } Mo
file-exporting = Exportation
file-cancelled = Le chargement a été annulé. Ce qui était ouvert l’est toujours.
file-opened = { $name } ouvert : { $n ->
    [one] { $n } fiche
    [many] { $n } de fiches
   *[other] { $n } fiches
}.
file-opened-issues = { $name } ouvert : { $n ->
    [one] { $n } fiche
    [many] { $n } de fiches
   *[other] { $n } fiches
}. { $issues ->
    [one] Une anomalie : voir Fichier, Anomalies.
    [many] { $issues } d’anomalies : voir Fichier, Anomalies.
   *[other] { $issues } anomalies : voir Fichier, Anomalies.
}
file-exported = { $n ->
    [one] { $n } fiche exportée
    [many] { $n } de fiches exportées
   *[other] { $n } fiches exportées
} vers { $name }.
file-stopped = Une tâche s’est arrêtée de façon inattendue. Rien n’a été modifié ; réessayez.
file-drop = Déposez pour ouvrir
file-drop-hint = GeoJSON, GeoJSON par lignes ou fond de carte .pmtiles

basemap-opened = Le fond de carte { $name } est affiché.
basemap-failed = Le fond de carte { $name } ne peut pas être dessiné : { $reason }. Celui du programme est affiché à la place.

path-open = Ouvrir un fichier
path-export = Exporter vers un fichier
path-basemap = Ouvrir un fond de carte
path-label = Chemin
path-hint = Un chemin absolu, par exemple /home/vous/fiches.geojson
path-no-dialog = Le dialogue de fichiers du système ne s’est pas ouvert. Saisissez le chemin.
path-empty = Saisissez d’abord un chemin.

issues-title = Anomalies
issues-none = Toutes les fiches ont pu être lues, sans aucune anomalie.
issues-count = { $n ->
    [one] { $n } anomalie
    [many] { $n } d’anomalies
   *[other] { $n } anomalies
}
issues-record = Fiche
issues-field = Champ
issues-reason = Raison
issues-value = Valeur
issues-file = Fichier
issues-whole-file = fichier entier
issues-nothing-lost = Rien n’est perdu : ce qui ne peut pas être lu est conservé et réécrit tel quel.
issues-copy = Copier la liste
issues-copied = La liste des anomalies est dans le presse-papiers.

mapping-title = Champs du fichier
mapping-explain = Ce fichier ne suit pas le profil des fiches. Ces propriétés tiennent lieu de champs ; corrigez ce qui a été mal deviné.
mapping-profile = Ce fichier suit le profil des fiches ; ses champs sont lus sous leur propre nom.
mapping-field = Champ
mapping-property = Propriété
mapping-sample = Dans les premières fiches
mapping-nothing = (rien)
mapping-dated = { $dated } fiches sur { $n } ont une date lisible
field-date = Date
field-end_date = Date de fin
field-reported = Rapporté
field-layer = Couche
field-kind = Nature
field-title = Titre
field-summary = Résumé
field-place = Lieu
field-status = Statut
field-actors = Acteurs

link-title = Ouvrir ce lien ?
link-explain = Le navigateur ouvrira une page de { $host }.
link-open = Ouvrir dans le navigateur
link-refused = Seuls les liens http et https sont ouverts ; celui-ci n’en est pas un.

notice-copied = Copié.
notice-dismiss = Fermer
notice-done = Fait
notice-warning = Avertissement
notice-error = Erreur

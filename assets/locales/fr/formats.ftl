# Formats : modèles connus, correspondance des colonnes, et ce qu’un format ne transporte pas.

cli-help-preset = Lire les fichiers comme acled, ucdp-ged, timemap, geoconfirmed ou sahelscope ; par défaut leurs colonnes le disent
cli-help-date-order = Ordre des dates comme 03/04/2023 : dmy (jour d’abord) ou mdy (mois d’abord)
cli-help-swap-coordinates = Latitude et longitude sont interverties dans les fichiers
cli-help-all-columns = Lire aussi les colonnes qu’un modèle laisse de côté (unités de GeoConfirmed)
cli-reason-preset = il faut acled, ucdp-ged, timemap, geoconfirmed ou sahelscope
cli-reason-date-order = il faut dmy ou mdy
cli-no-column = { $file } n’a pas de colonne « { $column } » ; ses colonnes sont { $columns }.
cli-not-preset = { $file } n’a pas les colonnes de { $preset } ; omettez --preset ou nommez-les avec --map.
cli-date-order = La colonne « { $column } » de { $file } contient des dates comme « { $value } », où le jour et le mois ne se distinguent pas ; ajoutez --date-order dmy ou --date-order mdy.
cli-extras = { $file } : conservées comme propriétés supplémentaires, faute de place dans le profil : { $columns }.
cli-withheld = { $file } : laissées de côté, sauf demande par --all-columns : { $columns }.
cli-swapped = { $file } : latitude et longitude semblent interverties ({ $n ->
    [one] une fiche se trouverait
   *[other] { $n } fiches se trouveraient
} alors ensemble) ; si c’est le cas, ajoutez --swap-coordinates.

export-loss-lines = Le GeoJSON par lignes n’a pas de place pour l’ensemble : la liste des sources, les signets et la vue sont omis.
export-loss-csv = Le CSV a un texte par cellule : la liste des sources, les signets et la vue sont omis, et les textes qu’un tableur calculerait commencent par une apostrophe.
export-loss-kml = Le KML a une date ou une période par fiche : la certitude figure dans les données de chaque repère ; la liste des sources, les signets et la vue sont omis.
export-loss-changes = Un tableau des changements a une ligne pour chacun : ce qui a changé, dates et statut ; les formes et les autres propriétés sont omises.
export-loss-none = Le GeoJSON porte tout : les fiches telles quelles, les sources, les signets et la vue.
export-swapped = La latitude et la longitude étaient inversées dans le fichier ; l’export met la longitude en premier, comme le veut GeoJSON.

mapping-preset = Lire comme
mapping-no-preset = aucun jeu de données connu
mapping-preview = Ce que deviennent les premières fiches
mapping-order-ask = Dans « { $column } », est-ce le jour ou le mois qui vient d’abord ? Tant que vous ne le dites pas, ces dates ne sont pas lues : rien n’est deviné.
mapping-order-dmy = Jour d’abord
mapping-order-mdy = Mois d’abord
mapping-becomes = { $written } : { $read }
mapping-no-such-date = date inexistante
mapping-swapped-ask = Latitude et longitude semblent interverties : { $n ->
    [one] une fiche se trouverait
   *[other] { $n } fiches se trouveraient
} alors ensemble au Sahel, et presque aucune ne s’y trouve d’après le fichier tel quel.
mapping-swapped = La latitude et la longitude de ce fichier sont lues l’une pour l’autre.
mapping-swap = Les intervertir
mapping-extras = Sans place dans le profil, conservées comme propriétés supplémentaires : { $columns }
mapping-withheld = Lire aussi ce qui est d’ordinaire laissé de côté : { $columns }
mapping-read-as = Lu comme { $preset } ; pour voir ou changer la lecture, choisissez Fichier, Champs du fichier.

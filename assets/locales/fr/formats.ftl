# Formats : modèles connus, correspondance des colonnes, et ce qu’un format ne transporte pas.

cli-help-preset = Lire les fichiers comme un jeu de données connu : { $names } ; par défaut leurs colonnes le disent
cli-help-date-order = Ordre des dates comme 03/04/2023 : dmy (jour d’abord) ou mdy (mois d’abord)
cli-help-swap-coordinates = Latitude et longitude sont interverties dans les fichiers
cli-help-all-columns = Lire aussi les colonnes qu’un modèle laisse de côté (unités de GeoConfirmed)
cli-help-zone = Fuseau des heures qui n’en indiquent pas, par exemple Africa/Bamako ou +01:00
cli-help-century = Première année du siècle des années à deux chiffres : 1900 ou 2000
cli-help-set = Valeur d’un champ dans toutes les fiches qui ne la disent pas, par exemple kind=presence (répétable)
cli-help-date = Date de toutes les fiches qui n’en ont pas, par exemple 1914
cli-reason-zone = il faut un nom comme Africa/Bamako, ou un décalage comme +01:00
cli-reason-century = il faut la première année d’un siècle, par exemple 1900 ou 2000
cli-reason-set = il faut kind=event ou presence, status= suivi d’un statut du profil, layer=, title=, summary=, place= ou date=
cli-reason-date = il faut une date comme 1914, 1914-08 ou 1914-08-01/1914-08-31
cli-century = La colonne « { $column } » de { $file } contient des dates comme « { $value } », dont l’année n’a que deux chiffres ; ajoutez --century 1900 ou --century 2000.
cli-reason-preset = il faut l’un de { $names }
cli-reason-date-order = il faut dmy ou mdy
cli-no-column = { $file } n’a pas de colonne « { $column } » ; ses colonnes sont { $columns }.
cli-not-preset = { $file } n’a pas les colonnes de { $preset } ; omettez --preset ou nommez-les avec --map.
cli-date-order = La colonne « { $column } » de { $file } contient des dates comme « { $value } », où le jour et le mois ne se distinguent pas ; ajoutez --date-order dmy ou --date-order mdy.
cli-extras = { $file } : conservées comme propriétés supplémentaires, faute de place dans le profil : { $columns }.
cli-withheld = { $file } : laissées de côté, sauf demande par --all-columns : { $columns }.
cli-sheets = { $file } : la feuille { $sheet } a été lue ; --sheet en lit une autre : { $sheets }.

export-loss-lines = Le GeoJSON par lignes n’a pas de place pour l’ensemble : la liste des sources, les signets et la vue sont omis.
export-loss-csv = Le CSV a un texte par cellule : la liste des sources, les signets et la vue sont omis, et les textes qu’un tableur calculerait commencent par une apostrophe.
export-loss-xlsx = Le XLSX a un texte par cellule : sources et affirmations ont leurs feuilles, les jours sont des dates et les autres dates des textes ; la dernière feuille dit ce qui a été omis.
export-loss-gpkg = Le GeoPackage porte tout ; listes et affirmations sont du JSON dans une colonne, que les autres programmes montrent comme du texte.
export-loss-parquet = Le GeoParquet porte tout ; listes et affirmations sont du JSON dans une colonne. La version 2.0 est pour les programmes de 2026 et après.
export-loss-shp = Un Shapefile a des noms de dix lettres, 255 colonnes au plus, des textes de 254 octets et des entiers de 18 chiffres : les textes plus longs sont coupés, les listes et affirmations plus longues omises, ainsi que les altitudes et les collections de formes ; un fichier par sorte de forme.
export-loss-kml = Le KML a une date ou une période par fiche : la certitude figure dans les données de chaque repère ; la liste des sources, les signets et la vue sont omis ; les caractères de contrôle, que XML ne peut pas écrire, deviennent U+FFFD.
export-loss-changes = Un tableau des changements a une ligne pour chacun : ce qui a changé, dates et statut ; les formes et les autres propriétés sont omises.
export-loss-none = Le GeoJSON porte tout : les fiches telles quelles, les sources, les signets et la vue.
export-swapped = La latitude et la longitude étaient inversées dans le fichier ; l’export met la longitude en premier, comme le veut GeoJSON.

mapping-preset = Lire comme
mapping-no-preset = aucun jeu de données connu
mapping-preview = Ce que deviennent les premières fiches
mapping-order-ask = Dans « { $column } », est-ce le jour ou le mois qui vient d’abord ? Tant que vous ne le dites pas, ces dates ne sont pas lues : rien n’est deviné.
mapping-order-read = Les dates en chiffres de « { $column } » sont lues dans cet ordre ; choisissez l’autre s’il est faux.
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

understood-file = { $file } : { $format }, { $encoding } ; fiches : { $n }, datées : { $dated }, placées : { $placed }.
understood-field = { $field } : « { $column } » ({ $why })
understood-set = { $field } : « { $value } » dans toutes les fiches qui ne le disent pas
understood-why = { $reason } ; rempli dans { $filled } des { $seen } fiches examinées
reason-profile = selon le profil
reason-preset = comme dans ce jeu de données connu
reason-name = par son nom
reason-name-and-values = par son nom et ses valeurs
reason-said = comme quelqu’un l’a dit
doubt-line = { $file } : en doute : { $doubt }
doubt-line-options = { $file } : en doute : { $doubt } Pour trancher : { $options }.
doubt-no-date-column = Rien n’a été pris pour une date ; les noms les plus proches : « { $value } ».
doubt-no-place-columns = Rien n’a été pris pour un lieu ; les noms les plus proches : « { $value } ».
doubt-swapped = Latitude et longitude semblent interverties : dans l’autre sens, les fiches qui trouvent leur place sont { $n }.
doubt-far-dates = Dates loin de toutes les autres, comme « { $value } » : { $n }. L’année est-elle juste ?
doubt-order-unsaid = Dates dont le jour et le mois ne se distinguent pas, comme « { $value } » : { $n }. Elles ne sont pas lues.
doubt-two-orders = Dans « { $value } », certaines dates ne se lisent que le jour d’abord, d’autres que le mois d’abord.
doubt-order-told = Une date, « { $value } », a donné l’ordre du jour et du mois de toutes les dates en chiffres.
doubt-no-zone = Heures sans fuseau, comme « { $value } » : { $n }. Elles ne sont pas lues.
doubt-short-years = Dates dont l’année n’a que deux chiffres, comme « { $value } » : { $n }. Elles ne sont pas lues.
doubt-day-numbers = Nombres à la place de dates, comme « { $value } » : { $n }. Ils ressemblent aux numéros de jour d’un tableur ; écrivez-y des dates.
doubt-metres = Coordonnées qui ressemblent à des mètres, comme « { $value } » : { $n }. On lit des degrés de latitude et de longitude (WGS 84).
doubt-year-disagrees = Dates qui contredisent la colonne de l’année, comme « { $value } » : { $n }.
doubt-after-file = Dates postérieures à l’écriture du fichier, comme « { $value } » : { $n }.
doubt-outside-country = Lieux hors du pays que nomme leur fiche, comme « { $value } » : { $n }.

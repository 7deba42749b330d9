# Ouvrir, enregistrer et exporter des fichiers.

file-bundled = Fiches intégrées
file-several = { $n ->
    [one] { $n } fichier
   *[other] { $n } fichiers
}
file-filter-records = Fiches
file-filter-basemap = Archive de fond de carte (PMTiles)
file-filter-png = Image (PNG)
file-loading = Chargement de { $name }
file-loading-bytes = { $done } sur { $total } Mo
file-exporting = Exportation
file-cancelled = Le chargement a été annulé. Ce qui était ouvert l’est toujours.
session-lost = De ce qui était ouvert, ceci n’a pas pu être rouvert : { $names }. { $reason }
session-set-aside = Ce qui était ouvert n’a pas pu être lu et a été mis de côté sous { $name }.
session-unreadable = Ce qui était ouvert se trouve sous { $name } mais n’a pas pu être lu. Le fichier reste tel quel.
file-still-loading = Le fichier est encore en cours de lecture. Attendez la fin ou annulez.
file-opened = { $name } ouvert : { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
}.
file-opened-issues = { $name } ouvert : { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
}. { $issues ->
    [one] Une anomalie : voir Fichier, Anomalies.
   *[other] { $issues } anomalies : voir Fichier, Anomalies.
}
file-closed = { $name } fermé.
file-exported = { $n ->
    [one] { $n } fiche exportée
   *[other] { $n } fiches exportées
} vers { $name }.
file-stopped = Une tâche s’est arrêtée de façon inattendue. Rien n’a été modifié ; réessayez.
file-drop = Déposez pour ouvrir
file-drop-hint = GeoJSON, GeoJSON par lignes, CSV ou un fond de carte .pmtiles

basemap-opened = Le fond de carte { $name } est affiché.
basemap-failed = Le fond de carte { $name } ne peut pas être dessiné : { $reason }. Celui du programme est affiché à la place.
basemap-error-not-an-archive = ce n’est pas une archive PMTiles
basemap-error-version = elle n’est pas de la version 3 de PMTiles
basemap-error-tile-type = ses tuiles ne sont ni vectorielles, ni des images PNG ou JPEG
basemap-error-compression = elle est compressée autrement que par gzip
basemap-error-damaged = elle est endommagée
basemap-error-unreadable = le fichier ne peut pas être lu

path-open = Ouvrir un fichier
path-open-in-place = Ouvrir un fichier et fermer ce qui est ouvert
path-export = Exporter vers un fichier
path-basemap = Ouvrir un fond de carte
path-label = Chemin
path-hint = Un chemin absolu, par exemple /home/vous/fiches.geojson
path-no-dialog = Le dialogue de fichiers du système ne s’est pas ouvert. Saisissez le chemin.
path-browse = Parcourir…
path-browse-hint = Choisir dans le dialogue de fichiers du système

export-no-name = Saisissez d’abord le nom d’un fichier.
export-no-format = { $name } n’a pas été écrit : { $ending } n’est pas un format de fiches. Terminez-le par { $endings }.
export-no-ending = { $name } n’a pas été écrit : aucune extension n’y désigne un format. Nommez-le { $proposed } ou choisissez un format.
export-holds = Partent : { $certain } certaines + { $possible } possibles, dont { $unplaced } sans lieu sur la carte ; { $undated } sans date.
export-leaves = Restent : { $out } hors de la fenêtre, { $filtered } écartées par les filtres, { $undated } sans date, { $unreadable } illisibles.
export-tray-holds = Partent : { $undated } sans date, et { $unplaced } dans la fenêtre sans lieu sur la carte.
export-changes-hold = Partent : { $certain } changements certains + { $possible } possibles.
export-counting = Ce qui part est encore en cours de comptage.

overwrite-title = Remplacer ce fichier ?
overwrite-explain = { $name } existe déjà. Son contenu serait perdu.
overwrite-dated = { $size }, modifié pour la dernière fois le { $day } à { $time } (UTC).
overwrite-undated = { $size } ; la date de sa dernière modification est inconnue.
overwrite-other = Choisir un autre nom
overwrite-replace = Remplacer
overwrite-replace-hint = Perdre le contenu du fichier et écrire l’export à sa place
size-bytes = { $n ->
    [one] { $n } octet
   *[other] { $n } octets
}
size-kilobytes = { $n } ko
size-megabytes = { $n } Mo

save-nothing = Il n’y a rien à enregistrer : aucune fiche n’a été modifiée. Fichier, Exporter écrit les fiches dans un autre fichier.

picture-title = Image de la carte
picture-export = Enregistrer l’image
picture-size = Taille
picture-window = Fenêtre
picture-page = Page
picture-slide = Diapositive
picture-phone = Téléphone
picture-points = Points
picture-width = Largeur en points
picture-height = Hauteur en points
picture-scale = Finesse
picture-scale-hint = Pixels par point : 2 rend tout deux fois plus fin
picture-pixels = { $width } × { $height } pixels
picture-too-large = { $width } × { $height } pixels dépassent ce qui peut être dessiné. Réduisez la taille ou la finesse.
picture-heading = Titre
picture-no-title = Sans titre
picture-legend = Légende
picture-language = Langue
picture-view = Vue
picture-now = Ce que montre la fenêtre
picture-preview = Aperçu de l’image
picture-drawing = Dessin de l’image
picture-save = Enregistrer…
picture-save-hint = Choisir où l’écrire en PNG
picture-copy = Copier
picture-copy-hint = La mettre dans le presse-papiers
picture-copied = L’image est dans le presse-papiers.
picture-exported = Image enregistrée sous { $name }.
picture-no-format = { $name } n’a pas été écrit : { $ending } n’est pas un format d’image. Terminez-le par { $endings }.

issues-title = Anomalies
issues-none = Toutes les fiches ont pu être lues, sans aucune anomalie.
issues-count = { $n ->
    [one] { $n } anomalie
   *[other] { $n } anomalies
}
issues-record = Fiche
issues-field = Champ
issues-reason = Raison
issues-value = Valeur
issues-file = Fichier
issues-whole-file = fichier entier
issues-nothing-lost = Rien n’est perdu : ce qui ne peut pas être lu est conservé et réécrit tel quel.
issues-copy = Copier la liste
issues-copied = La liste des anomalies est dans le presse-papiers.

mapping-title = Champs du fichier
mapping-explain = Ce fichier ne suit pas le profil des fiches. Ces propriétés tiennent lieu de champs ; corrigez ce qui a été mal deviné.
mapping-profile = Ce fichier suit le profil des fiches ; ses champs sont lus sous leur propre nom.
mapping-nothing = (rien)
field-id = Identifiant
field-date_precision = Précision de la date
field-end_date_precision = Précision du dernier jour
field-place_precision = Précision du lieu
field-latitude = Latitude
field-longitude = Longitude
field-geometry = Géométrie (WKT)
field-sources = Sources
field-date = Date
field-end_date = Date de fin
field-reported = Publié
field-layer = Couche
field-kind = Nature
field-title = Titre
field-summary = Résumé
field-place = Lieu
field-status = Statut
field-actors = Acteurs

link-title = Ouvrir ce lien ?
link-explain = Le navigateur ouvrira une page de { $host }.
link-open = Ouvrir dans le navigateur
link-host-written = { $host } (écrit ici { $written })
link-not-scheme = Seuls les liens http et https sont ouverts.
link-not-invisible = Elle contient des espaces ou des caractères invisibles.
link-not-user = Elle contient un nom d’utilisateur, qui peut passer pour un autre site.
link-not-host = Elle ne désigne aucun site possible.
link-failed = Aucun navigateur n’a pu être ouvert : { $reason }. Copiez plutôt l’adresse.

notice-copied = Copié.
notice-dismiss = Fermer
notice-done = Fait
notice-warning = Avertissement
notice-error = Erreur

## Pourquoi un fichier n’a pu être lu ou écrit : le fichier, l’endroit, que faire

read-error-missing = { $file } n’existe pas. Vérifiez le chemin.
read-error-directory = { $file } est un dossier. Choisissez un fichier qu’il contient.
read-error-permission = Vous n’avez pas le droit de lire { $file }. Adressez-vous à son propriétaire ou changez ses droits.
read-error-changed-while-reading = { $file } a changé ou disparu pendant la lecture. Ouvrez-le de nouveau.
read-error-too-large = { $file } dépasse { $number } Mo ou la mémoire libre. Divisez-le en plusieurs fichiers.
read-error-memory = { $file } demande environ { $number } Mo de mémoire et { $detail } Mo sont libres. Fermez d’autres programmes ou divisez-le en plusieurs fichiers.
read-error-packed = { $file } est compressé et ne peut être décompressé au-delà de l’octet { $number } de son contenu. Il est peut-être incomplet : téléchargez-le de nouveau.
read-error-bomb = { $file } se décompresse en plus de { $number } Mo, bien plus qu’un texte de sa taille. Si vous lui faites confiance, décompressez-le vous-même et ouvrez ce qu’il contient.
read-error-empty = { $file } est vide. Choisissez un fichier qui contient du GeoJSON.
read-error-not-text = { $file } cesse d’être du texte à l’octet { $number } ({ $detail }). Enregistrez-le en UTF-8.
read-error-not-json = { $file } n’est plus du JSON à partir de la ligne { $line }, caractère { $column }. Corrigez-le à cet endroit.
read-error-unknown-crs = { $file } donne ses coordonnées dans « { $detail } », un système de référence inconnu ici. Convertissez-le en longitude et latitude (WGS 84, EPSG:4326), avec QGIS par exemple, et ouvrez le résultat.
read-error-markup = { $file } est du XML ou du HTML, qui n’est pas lu. Enregistrez-le en GeoJSON ou en CSV.
read-error-is-spreadsheet = { $file } est une feuille de calcul (Excel ou LibreOffice). Enregistrez-y la feuille en CSV (UTF-8), puis ouvrez ce fichier.
read-error-is-document = { $file } est un document de bureautique. Les fiches doivent être dans un tableau : enregistrez-le en CSV, puis ouvrez-le.
read-error-is-old-office = { $file } est un fichier Microsoft Office d’avant 2007. Si c’est une feuille de calcul, enregistrez-la en CSV, puis ouvrez ce fichier.
read-error-is-pdf = { $file } est un PDF. Copiez son tableau dans un tableur, enregistrez-le en CSV, puis ouvrez-le.
read-error-is-picture = { $file } est une image, qui ne contient pas de fiches.
read-error-is-recording = { $file } est une vidéo ou un son, qui ne contient pas de fiches.
read-error-is-database = { $file } est une base de données (SQLite ou Access). Exportez la table voulue en GeoJSON ou en CSV, avec QGIS par exemple.
read-error-is-archive = { $file } est une archive de fichiers. Décompressez-la, puis ouvrez le fichier voulu.
read-error-is-geodata = { $file } contient des géodonnées dans un format binaire qui n’est pas lu (Arrow, HDF5, NetCDF…). Enregistrez-le en GeoJSON avec QGIS, puis ouvrez ce fichier.
read-error-is-program = { $file } est un programme, pas un fichier de fiches.
read-error-is-web-page = { $file } est une page web, sans doute une demande de connexion ou un message d’erreur. Téléchargez de nouveau le fichier dans un navigateur.
read-error-is-script = { $file } est du JavaScript. Retirez ce qui précède la première accolade (ou le premier crochet) et ce qui suit la dernière, puis enregistrez-le en JSON.
read-error-is-commented = { $file } commence par des commentaires, que JSON n’admet pas (ligne 1). Retirez-les, puis ouvrez-le de nouveau.
read-error-several = { $file } contient plusieurs documents à la suite ; le deuxième commence à la ligne { $line }. Enregistrez chacun dans son propre fichier.
read-error-prose = { $file } est du texte suivi, pas un tableau. Enregistrez les fiches en tableau, une par ligne, sous les noms des colonnes.
read-error-damaged = { $file } n’est pas un { $detail } complet : il s’interrompt, ou enfreint les règles de ce format, à la ligne { $line }, caractère { $column }. Téléchargez-le ou enregistrez-le de nouveau.
read-error-too-deep = { $file } est un { $detail } de plus de { $number } niveaux imbriqués. Enregistrez-le avec moins de niveaux.
read-error-encrypted = { $file } est chiffré ({ $detail }). Ouvrez-le dans son programme d’origine, enregistrez-le sans mot de passe et ouvrez cette copie.
read-error-broken = { $file } n’est pas un { $detail } complet : il s’interrompt, ou son contenu se contredit. Téléchargez-le ou enregistrez-le de nouveau.
read-error-unread = { $file } est un fichier de type { $detail }, qui n’est pas lu. Enregistrez-le en XLSX, CSV ou GeoJSON.
read-error-no-text = { $file } est un fichier { $detail } sans texte, comme un document numérisé. Faites-y ajouter son texte par un programme de reconnaissance (OCR), ou enregistrez la page en HTML.
read-error-no-document = { $file } n’est pas un document d’un type lu. Enregistrez-le en texte, Markdown, HTML, PDF ou DOCX ; un canal en result.json de Telegram, une archive du web en WARC ou WACZ.
read-error-no-sheet = { $file } n’a pas de feuille de ce nom. Il a : { $detail }.
read-error-alone = { $file } n’est qu’une partie d’un { $detail }. Mettez-le dans un ZIP avec les fichiers du même nom (.shp, .dbf, .prj, .cpg) et ouvrez ce ZIP.
read-error-one-column = { $file } n’est ni du GeoJSON ni un tableau : la ligne { $line } n’a qu’une colonne. Séparez les colonnes par des virgules, des points-virgules ou des tabulations.
read-error-no-header = La ligne { $line } de { $file } contient des valeurs à la place des noms de colonnes. Ajoutez au-dessus une ligne de noms.
read-error-too-many-columns = { $file } a plus de { $number } colonnes. Mettez un enregistrement par ligne et supprimez les colonnes inutiles.
read-error-too-many-cells = { $file } a des lignes bien plus courtes que son en-tête : complétées à sa largeur, elles feraient plus de { $number } cellules. Supprimez les colonnes inutiles.
read-error-not-geojson = { $file } est du JSON, mais pas du GeoJSON ({ $detail }). Choisissez un fichier d’entités.
read-error-no-features = { $file } est une collection sans « features ». Choisissez un fichier d’entités.
read-error-features-not-array = Dans { $file }, « features » n’est pas un tableau (ligne { $line }, caractère { $column }). Corrigez-le à cet endroit.
read-error-truncated = { $file } s’arrête avant sa première fiche. Copiez-le ou téléchargez-le de nouveau.
read-error-too-many-records = { $file } contient plus de { $number } fiches. Divisez-le en plusieurs fichiers.
read-error-cancelled = La lecture de { $file } a été annulée.
read-error-system = { $file } n’a pas pu être lu : { $detail }. Réessayez.
write-error-no-folder = Le dossier de { $file } n’existe pas. Créez-le ou choisissez-en un autre.
write-error-directory = { $file } est un dossier. Donnez un autre nom au fichier.
write-error-input = { $file } est ouvert, et un export n’en contient qu’une partie. Donnez un autre nom à l’export.
write-error-standing = { $file } existe déjà et n’a pas été remplacé. Choisissez un autre nom.
write-error-permission = Vous n’avez pas le droit d’écrire { $file }. Choisissez un autre dossier.
write-error-disk-full = Il n’y a plus de place pour { $file }. Libérez de l’espace ou choisissez un autre disque.
write-error-too-many-rows = { $file } aurait plus de { $detail } fiches, ce que le format ne contient pas. Restreignez le filtre, ou exportez en GeoJSON ou en CSV.
write-error-unread = Le destinataire de { $file } a disparu. Recommencez.
write-error-closed = La sortie standard est fermée ou ne mène nulle part, rien n’a donc été écrit. Indiquez un fichier avec -o.
write-error-too-many-cells = { $file } n’est pas écrit : en tableau, ces fiches feraient plus de { $number } cellules, presque toutes vides. Écrivez plutôt du GeoJSON.
write-error-unreadable = { $file } existe mais n’a pas pu être lu ; il n’est donc pas remplacé. Rendez-le lisible ou déplacez-le.
write-error-busy = { $file } est en cours d’écriture par une autre fenêtre. Réessayez.
write-error-changed-underneath = { $file } a été modifié par quelqu’un d’autre depuis sa lecture et n’est donc pas écrasé. Relisez-le : vos modifications sont dans son journal et s’ajouteront par-dessus.
write-error-not-its-text = { $file } est compressé ou dans un ancien codage, on ne peut donc pas y modifier de fiches. Exportez-le en GeoJSON et ouvrez le résultat.
write-error-copy = { $file } n’est pas écrit : le document { $detail } a été modifié entre-temps ou ne se lit pas. Il n’en reste rien ; recommencez.
write-error-finer = { $file } n’est pas écrit : { $detail } y aurait encore contenu une valeur que les règles omettent. C’est un défaut du programme ; signalez-le.
write-error-cancelled = L’écriture de { $file } a été annulée ; rien n’a été modifié.
write-error-system = { $file } n’a pas pu être écrit : { $detail }. Essayez un autre dossier.
save-not-synced = { $file } est enregistré. Son dossier n’a pas pu être synchronisé ({ $detail }) : une panne de courant dans les prochains instants pourrait l’annuler.

## Relecture

reload-title = Les fichiers ont changé
reload-explain = Relus, ils disent autre chose. Rien n’est remplacé sans votre accord.
reload-under-way = Relecture
reload-no-files = Aucun fichier ouvert ne peut être relu.
reload-unchanged = Rien n’a changé : { $n ->
    [one] { $n } fiche dit
   *[other] { $n } fiches disent
} la même chose qu’avant.
reload-changed = { $n ->
    [one] { $n } modifiée
   *[other] { $n } modifiées
}
reload-added = { $n ->
    [one] { $n } ajoutée
   *[other] { $n } ajoutées
}
reload-removed = { $n ->
    [one] { $n } retirée
   *[other] { $n } retirées
}
reload-same = { $n ->
    [one] { $n } inchangée
   *[other] { $n } inchangées
}
reload-fields = Différent : { $names }
reload-unreadable = L’une des deux est illisible
reload-replace = Remplacer
reload-replace-hint = Afficher la relecture à la place de ce qui est ouvert ; vue, filtres et sélection restent
reload-keep-both = Garder les deux
reload-keep-both-hint = Afficher la relecture à côté de ce qui est ouvert
reload-cancel-hint = Garder ce qui est ouvert tel quel
reload-replaced = Relecture : fiches ajoutées { $added }, modifiées { $changed }, retirées { $removed }.

## Déposer des fichiers

drop-open = Déposez les fichiers pour les ouvrir
drop-open-hint = Ils prennent la place des fiches contenues dans le programme.
drop-add = Déposez les fichiers pour les ajouter
drop-add-hint = Ils s’ouvrent à côté de ce qui est ouvert ; chacun s’affiche et se ferme seul.

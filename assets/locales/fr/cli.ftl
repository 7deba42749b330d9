# The command line.

cli-about = La présence militaire étrangère documentée au Mali sur une carte : quoi, quand, qui le dit. Sans commande, la fenêtre s’ouvre ; sans fichier, les fiches du programme servent ; « - » désigne l’entrée ou la sortie standard.
cli-usage = Utilisation :
cli-commands = Commandes
cli-arguments = Arguments
cli-options = Options
cli-filters = Filtres

cli-export-about = Écrire les fiches filtrées dans un fichier
cli-count-about = Compter les fiches filtrées
cli-check-about = Lister chaque anomalie : fichier, fiche, champ, raison
cli-render-about = Dessiner la carte en image (PNG), sans écran
cli-bench-about = Mesurer le travail du programme sur un fichier ; écrit un objet JSON
cli-bench-load-about = Lire un fichier et le préparer comme le fait la fenêtre ; écrit les secondes écoulées, les secondes de processeur, les fiches et le plus de mémoire occupée
cli-bench-export-about = Écrire dans un autre fichier ce que les filtres montrent ; écrit les secondes écoulées, les secondes de processeur et les fiches écrites
cli-bench-make-about = Écrire un fichier de fiches inventées, le même sur chaque machine : une collection, ou un objet par ligne si le fichier finit par .ndjson ou .geojsonl
cli-bench-window-about = Déplacer une fenêtre sur toute l’étendue des dates, du premier jour au dernier par pas égaux de jours entiers, et compter à chaque pas les fiches placées, certaines et possibles ensemble, par couche et par cellule d’un demi-degré (84 colonnes depuis la longitude -17, lignes depuis la latitude 8 ; ce qui est hors de la grille ne compte pas). prep_s est le temps entre le fichier lu et le premier compte ; total est la somme de tous les comptes ; check est la somme de chaque compte multiplié par sa cellule modulo 97, les cellules étant numérotées ligne par ligne
cli-bench-frames-about = Dessiner toute l’interface sans fenêtre pendant que la fenêtre de temps va du premier au dernier jour à pas égaux, et mesurer ce qu’une image coûte au processeur, en millisecondes : median_ms et p95_ms avec tous les panneaux et triangles, ours_median_ms et ours_p95_ms pour décomptes, carte et frise
cli-bookmarks-about = Lister les signets des fiches
cli-coverage-about = Dire ce qui a été publié chaque mois, et en quels mois rien ne l’a été
cli-diff-about = Dire ce qui diffère entre deux fenêtres

cli-help-files = Fichiers GeoJSON, GeoJSON par lignes ou CSV à lire
cli-without-overlay = Laisser hors de l’image : { $name }
cli-help-density = Montrer sur la carte combien de fiches se trouvent où au lieu de leurs marques
cli-help-map = Lire un champ du profil dans une autre propriété, par exemple date=when (répétable)
cli-help-sheet = La feuille à lire d’un classeur ; par défaut la première qui ressemble à des fiches
cli-help-lang = Langue des messages : en, fr ou ar
cli-help-fresh = Commencer par les fiches intégrées et non par ce qui était ouvert
cli-help-help = Dire ce qu’il y a et comment s’en servir
cli-help-version = Dire de quelle version il s’agit
cli-help-renderer = Dessiner la fenêtre avec auto ou glow (OpenGL) ; avec wgpu s’il a été compilé
cli-help-input = Fichier à lire
cli-help-records = Nombre de fiches
cli-help-out = Fichier à écrire ; « - » désigne la sortie standard
cli-help-changes = Fichier à écrire : .geojson, ou .csv pour un tableau ; par défaut un tableau sur la sortie standard
cli-help-before = La fenêtre à laquelle comparer : une date ou un intervalle EDTF
cli-help-after = La fenêtre qui lui est comparée
cli-help-format = { $formats } ; par défaut selon l’extension du fichier
cli-help-as-read = N’insérer ni start, ni end, ni reported
cli-help-qgis = Écrire aussi un style QGIS à côté du fichier (.qml), avec lequel les jours comptent entiers et les fins ouvertes le restent
cli-qgis-file = --qgis écrit un style à côté d’un fichier ; nommez-en un avec --out.
cli-qgis-written = { $file } : style pour QGIS, qui montre alors les jours entiers et les fins ouvertes.
cli-help-tray = Seulement les fiches auxquelles la frise ou la carte n’a pas de place à donner
cli-help-size = Taille de l’image, par exemple 1280x800
cli-help-scale = Pixels pour chacun d’eux, de 0.5 à 4 : 2 est deux fois plus fin
cli-help-center = Longitude et latitude du milieu ; par défaut tous les marques sont montrées
cli-help-zoom = Zoom de 2 à 13 ; par défaut tous les marques sont montrées
cli-help-theme = light ou dark
cli-help-step = Une image pour chaque jour, semaine, mois ou année de la fenêtre (day, week, month ou year), numérotée
cli-help-cumulative = Chacune de ces images montre tout depuis le début de la fenêtre
cli-help-skip-same = Omettre les images qui montreraient la même chose que la précédente
cli-help-json = Écrire un objet JSON
cli-help-cancel = Charger le fichier, puis annuler autant de fois à des moments répartis sur toute la durée ; écrit le temps mis à s’arrêter
cli-help-steps = Nombre de fenêtres
cli-help-days = Jours d’une fenêtre
cli-help-events = Compter chaque fiche à sa seule date, même une présence dont personne ne connaît la fin ; par défaut chacune compte pour ce qu’elle est
cli-help-say = Dire en une phrase ce qui est montré
cli-help-window = Seulement ce qui peut tomber dans une date ou un intervalle EDTF, bornes comprises
cli-help-known = Seulement ce qui était rapporté à cette date ou avant
cli-help-layer = Seulement cette couche (répétable)
cli-help-file = Seulement les fiches de ce fichier ouvert, avec ses dossiers si deux ont le même nom (répétable)
cli-help-status = Seulement ce statut (répétable)
cli-help-actor = Seulement les fiches avec un acteur de ce nom
cli-help-text = Seulement les fiches avec ce texte
cli-help-bbox = Seulement ce qui se trouve entre ces degrés : ouest, sud, est, nord
cli-help-near = Seulement ce qui se trouve près de là : latitude et longitude, un lieu, ou l’identifiant d’une fiche ; avec --within
cli-help-within = À quelle distance de --near, en kilomètres
cli-help-polygon = Seulement ce qui se trouve dans une zone ayant ces sommets, chacun une longitude et une latitude
cli-help-certain = Laisser de côté ce qui n’est que possible
cli-help-bookmark = Montrer ce que montre un signet, par son nom ou son numéro ; les autres filtres remplacent les siens

cli-wrong-usage = { $what } ; voir « { $command } --help ».
cli-bad-value = { $option } n’accepte pas « { $value } » : { $reason }.
cli-unknown-file = Aucun fichier ouvert ne s’appelle « { $file } » ; les fichiers sont { $names }.
cli-reason-window = il faut une date ou un intervalle comme 2022-01-05, 2022-01 ou 2022-01-05/2022-03-31
cli-reason-known = il faut une date comme 2022-01-05 ou 2022-01
cli-reason-status = il faut confirmed, reported, claimed, disputed, speculated ou denied
cli-reason-bbox = il faut quatre nombres, ouest, sud, est et nord, comme -12.5,10,4.5,25
cli-reason-near = ni les fiches ni la carte ne connaissent un lieu de ce nom ; il faut un lieu, l’identifiant d’une fiche, ou une latitude et une longitude comme 14.48,-4.18
cli-reason-within = il faut un nombre de kilomètres comme 25
cli-reason-polygon = il faut au moins trois sommets, chacun une longitude et une latitude, comme "-5,14 -4,14 -4,15.5"
cli-reason-bookmark = aucun signet n’a ce nom ou ce numéro ; la commande bookmarks les liste
cli-reason-map = il faut un champ et une propriété, comme date=when, et les champs sont id, date, end_date, reported, layer, kind, title, summary, place, place_precision, latitude, longitude, geometry, status, actors et sources
cli-reason-lang = il faut en, fr ou ar
cli-reason-size = il faut une largeur et une hauteur de 200 à 16384, comme 1280x800
cli-reason-scale = il faut un nombre de 0.5 à 4 qui garde l’image sous 16384 pixels de côté et 120 millions en tout
cli-reason-center = il faut une longitude et une latitude en degrés, comme -8,12.6
cli-reason-zoom = il faut un nombre de 2 à 13
cli-reason-positive = il faut un nombre entier à partir de 1
cli-reason-theme = il faut light ou dark
cli-reason-step = il faut day, week, month ou year
cli-film = { $n ->
    [one] { $n } image écrite
   *[other] { $n } images écrites
} ; { $skipped } omises parce que rien ne changeait.
cli-film-output = Les images par pas ont besoin d’un nom, tel que -o mali.png ; elles deviennent mali-001.png et ainsi de suite.
cli-film-long = Cela ferait plus de 10 000 images ; choisissez un pas plus long ou une fenêtre plus courte.
cli-reason-format = cette version écrit { $formats }
cli-no-format = L’extension de { $file } ne désigne pas un format que cette version écrit ; ajoutez --format suivi de l’un de ces mots : { $formats }.
cli-no-ending = { $file } n’a pas d’extension qui désigne un format ; nommez-le { $proposed } ou ajoutez --format suivi de l’un de ces mots : { $formats }.
cli-bad-ending = L’extension de { $file } n’est pas celle de ce qui y serait écrit ; terminez-le par { $endings }.
cli-diff-window = diff compare les fenêtres A et B et n’accepte pas --window ; donnez B à sa place.
cli-over-input = { $file } est lu et serait remplacé par une partie de lui-même ; choisissez un autre nom.

cli-no-window = La fenêtre ne peut pas s’ouvrir : { $reason } ; les commandes export, count, check et render fonctionnent sans écran.
cli-no-basemap = Le fond de carte du programme ne peut pas être dessiné : { $reason }.

cli-exported = { $file } : { $written } sur { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
} ; laissées de côté : { $out } hors de la fenêtre, { $filtered } par les filtres, { $undated } sans date, { $unreadable } illisibles.
cli-known-whole = Les fiches sortent entières : titres, résumés, dates, affirmations et statuts sont ceux d’aujourd’hui, avec les sources parues après le jour de --known
cli-exported-tray = { $file } : { $written } sur { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
} sont au tiroir et ont été écrites ; laissées de côté : { $shown } sur la carte et la frise, { $out } hors fenêtre, { $filtered } par les filtres, { $unreadable } illisibles.
cli-issue = { $message } : « { $value } »
cli-checked = { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
}, { $unreadable } illisibles, { $issues ->
    [one] une anomalie
   *[other] { $issues } anomalies
}
cli-bookmark = { $number }. { $name } ({ $window })
cli-difference = nouvelles : { $new } ; terminées : { $ended } ; déplacées : { $moved } ; changées : { $changed } ; statut changé : { $status } ; inchangées : { $same }.

cli-suggest-about = Trouver ce que dit un texte : dates, lieux, quantités, acteurs et matériels, chacun avec ses mots et la règle qui l’a trouvé
cli-help-document = Document à lire : texte dans n’importe quel encodage, page enregistrée, DOCX, export Telegram, WARC ou WACZ ; l’entrée standard par défaut
cli-help-published = Quand le texte a été publié, en EDTF : le point de départ de « la semaine dernière »
cli-help-names-of = Données dont les noms de lieux, d’acteurs et de matériels sont cherchés (peut être répété) ; les données intégrées par défaut
cli-suggest-unpublished = Aucune date trouvée. Les dates sans année, comme « la semaine dernière », demandent --published.
cli-suggestion = { $place }  { $kind }  { $text }  →  { $value }  ({ $rule })
suggestion-date = date
suggestion-place = lieu
suggestion-quantity = quantité
suggestion-actor = acteur
suggestion-equipment = matériel

cli-source-about = Conserver les documents d’un jeu de données tels qu’ils ont été reçus
cli-source-add-about = Archiver un document à côté d’un jeu de données, avec ce qu’il dit de lui-même : texte, Markdown, pages enregistrées, DOCX, exports Telegram, WARC et WACZ
cli-source-list-about = Lister les sources d’un jeu de données et si leurs copies sont là
cli-source-check-about = Recalculer l’empreinte de chaque copie archivée ; se termine par 1 si l’une manque ou a changé
cli-help-title = Titre, si celui du document n’est pas juste
cli-help-publisher = Qui l’a publié, si le document le dit mal
cli-help-url = Adresse de publication
cli-source-no-collection = { $file } : pas de liste de sources ; indiquez une collection GeoJSON, comme export en écrit.
cli-source-found = Trouvé : { $value } ({ $place }).
cli-source-kept = { $file } : conservé ({ $format }, { $count ->
    [one] un paragraphe
   *[other] { $count } paragraphes
}).
cli-source-untold = { $count ->
    [one] { $count } lettre est dessinée par une police qui ne dit pas laquelle c’est, et figure comme � dans le texte. Lisez-y la page elle-même.
   *[other] { $count } lettres sont dessinées par une police qui ne dit pas lesquelles, et figurent comme � dans le texte. Lisez-y la page elle-même.
}
cli-source-known = Ce document est déjà une source : { $id }.
cli-source-line = { $id }  { $published }  { $copy }  { $title }
source-copy-kept = conservée
source-copy-missing = manquante
source-copy-changed = modifiée
source-copy-none = sans copie
cli-suggest-published = Les dates relatives partent de { $date }, d’après le document ({ $place }).

cli-seal-about = Écrire un paquet scellé : fiches, vue, journal et documents archivés dans une archive ZIP (BagIt, RO-Crate) que d’autres programmes vérifient
cli-verify-about = Vérifier un paquet scellé, un paquet BagIt ou un fichier exporté ; chaque fichier manquant, ajouté ou modifié est nommé
cli-help-archive = Archive à écrire (.zip)
cli-help-day = Jour du scellement, aujourd’hui par défaut ; les mêmes fiches et le même jour donnent les mêmes octets
cli-help-license = Licence des fiches à la place de celle que disent les fichiers : un nom SPDX, une adresse ou un texte
cli-help-bundle = Un paquet scellé, un paquet BagIt en archive ou en dossier, ou un fichier GeoJSON exporté
cli-reason-day = un jour comme 2026-05-01 est attendu
cli-seal-file = Un paquet s’écrit dans un fichier ; nommez-en un avec --out.
cli-sealed = { $file } : scellé. Fiches : { $records }, fichiers : { $files }. Copies de documents : { $kept } incluses, { $missing } manquantes, { $changed } modifiées, { $none } jamais conservées. Un sceau prouve que rien n’a été modifié depuis, non que c’est vrai.
cli-help-sign = Signer avec cette clé privée OpenSSH ; la signature se trouve à côté du paquet (.sig), et ssh-keygen -Y verify la contrôle
cli-help-time-query = Écrire aussi une demande d’horodatage (RFC 3161) à côté du paquet (.tsq) ; rien n’est envoyé
cli-help-signature = Signature à contrôler, par défaut celle à côté du paquet (.sig)
cli-help-signers = Fichier des signataires admis, comme pour ssh-keygen ; sans lui, seule la clé qui a signé est indiquée
cli-sign-no-key = { $key } n’est pas une clé privée connue ici ; Ed25519 et ECDSA P-256 au format OpenSSH sont acceptés. Le paquet est écrit sans signature.
cli-sign-encrypted = { $key } est chiffrée et le reste. Le paquet est écrit ; pour le signer, décompressez tagmanifest-sha256.txt et lancez ssh-keygen -Y sign -f { $key } -n sahelscope-bundle tagmanifest-sha256.txt.
cli-beside-written = { $file } : écrit à côté du paquet.
cli-help-publish-safe = Sceller des fiches publiables : un fichier JSON avec « names », les noms à ne laisser nulle part, et « rules » (records, embargo, decimals, area, omit) ; les documents et le journal en sont exclus, et un rapport énumère chaque changement
cli-bad-rules = { $file } n’est pas un fichier de règles : « { $member } » n’y est pas connu ou n’a pas de sens. Rien n’est scellé, afin que rien ne soit publié à tort.

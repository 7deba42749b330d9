# Ce qui peut clocher dans une fiche, en quelques mots.

issue-syntax = Ce n’est pas du JSON
issue-truncated = Le fichier s’arrête au milieu de la fiche
issue-too-large = La fiche est trop volumineuse pour être lue
issue-not-a-feature = Ce n’est pas un objet GeoJSON
issue-geometry-malformed = La géométrie est mal formée
issue-coordinate-out-of-range = Une coordonnée sort du globe
issue-coordinate-metres = Ce ne sont pas des degrés, mais sans doute des mètres : le fichier doit nommer leur système de référence, tel qu’EPSG:32629
issue-crs-unknown = Le système de référence de ces coordonnées est inconnu : convertissez-les en longitude et latitude (WGS 84)
issue-place-zero = 0, 0 n’est sans doute pas un lieu : laissez le lieu vide s’il est inconnu
issue-date-far = Sa date est très loin de celles des autres fiches du fichier : l’année est-elle juste ?
issue-not-a-number = NaN et Infinity ne sont pas du JSON ; lu comme null
issue-date-missing = La date est vide ou n’est pas un texte
issue-date-malformed = La date n’est pas au format EDTF
issue-date-no-such-day = Cette date n’existe pas au calendrier
issue-date-ambiguous = Le jour et le mois ne se distinguent pas
issue-date-no-zone = L’heure n’a pas de décalage par rapport à UTC
issue-no-date-column = Aucune propriété du fichier n’a été prise pour une date. Nommez-en une par --map date=NOM, ou datez tout le fichier par --date ; suivent les noms les plus proches, s’il y en a
issue-no-place-columns = Rien dans le fichier n’a été pris pour un lieu. Nommez des colonnes par --map latitude=NOM --map longitude=NOM, ou --map geometry=NOM ; suivent les noms les plus proches, s’il y en a
issue-date-short-year = L’année n’a que deux chiffres ; indiquez le siècle par --century 1900 ou --century 2000
issue-date-reversed = L’intervalle finit avant de commencer
issue-date-bounds-only = EDTF de niveau 2 : seuls son premier et son dernier jour sont lus
issue-date-unread = Cette forme d’EDTF n’est pas lue : écrivez son premier et son dernier jour
issue-date-zone-named = Le nom d’un fuseau horaire n’est pas lu : écrivez un décalage tel que +01:00, ou UTC
issue-date-other-calendar = Une date du calendrier hégirien n’est pas convertie : écrivez-la dans le calendrier grégorien
issue-date-day-number = Un nombre qui ressemble aux jours d’un tableur : mettez-y la colonne au format date
issue-confirmed-before = Sa dernière confirmation précède son début ; on la tient pour confirmée à son début
issue-value-unknown = Un mot que le profil ne connaît pas
issue-type-wrong = Une valeur du mauvais type
issue-range-reversed = Le minimum dépasse le maximum
issue-id-duplicate = L’identifiant est déjà pris
issue-source-unknown = La source n’est pas dans la liste
issue-related-unknown = La fiche liée n’est pas dans les données
issue-order-circular = L’ordre ramène à la fiche elle-même
issue-order-contradicted = Les dates contredisent cet ordre
issue-row-short = La ligne a moins de cellules que de colonnes ; vérifiez guillemets et séparateurs
issue-row-long = La ligne a plus de cellules que de colonnes ; vérifiez guillemets et séparateurs
issue-quote-open = Un guillemet n’est jamais fermé, la rangée s’arrête donc à la fin de sa ligne ; fermez-le ou supprimez-le
issue-rows-passed-over = Des lignes sans contenu propre ont été ignorées (lignes vides, en-tête répété, étiquettes, commentaires)
issue-comment = JSON n’a pas de commentaires ; ils ont été ignorés
issue-nul-character = Elle contient des caractères NUL ; réenregistrez le fichier en texte
issue-header-empty = Une colonne n’a pas de nom ; donnez-lui-en un dans l’en-tête
issue-header-duplicate = Deux colonnes portent ce nom ; renommez-en une
issue-no-rows = Il y a un en-tête mais aucune ligne dessous
issue-no-records = Aucune fiche dans le fichier
issue-encoding-mixed = Lignes en deux encodages, distingués ligne par ligne ; enregistrez le fichier en UTF-8
issue-encoding-wrong = Texte dans un autre encodage que celui que le fichier annonce (annoncé : lu)

# Ce qui peut clocher dans une fiche, en quelques mots.

issue-syntax = Ce n’est pas du JSON
issue-truncated = Le fichier s’arrête au milieu de la fiche
issue-too-large = La fiche est trop volumineuse pour être lue
issue-not-a-feature = Ce n’est pas un objet GeoJSON
issue-geometry-malformed = La géométrie est mal formée
issue-coordinate-out-of-range = Une coordonnée sort du globe
issue-date-missing = La date est vide ou n’est pas un texte
issue-date-malformed = La date n’est pas au format EDTF
issue-date-no-such-day = Cette date n’existe pas au calendrier
issue-date-ambiguous = Le jour et le mois ne se distinguent pas
issue-date-no-zone = L’heure n’a pas de décalage par rapport à UTC
issue-date-reversed = L’intervalle finit avant de commencer
issue-value-unknown = Un mot que le profil ne connaît pas
issue-type-wrong = Une valeur du mauvais type
issue-range-reversed = Le minimum dépasse le maximum
issue-id-duplicate = L’identifiant est déjà pris
issue-source-unknown = La source n’est pas dans la liste
issue-related-unknown = La fiche liée n’est pas dans les données
issue-order-circular = L’ordre ramène à la fiche elle-même
issue-order-contradicted = Les dates contredisent cet ordre

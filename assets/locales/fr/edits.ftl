# Modifications des fiches : leur journal en ligne de commande, et l’éditeur.

cli-log-about = Afficher le journal des modifications d’un fichier : qui a changé quoi, quand et pourquoi
cli-apply-about = Appliquer à un fichier les modifications d’un journal ; finit par 1 si quelqu’un doit trancher
cli-undo-about = Annuler une modification d’un fichier ; le journal garde les deux
cli-verify-log-about = Vérifier qu’aucune ligne d’un journal n’a été altérée, déplacée ou retirée ; finit par 1 et nomme la première ligne où la chaîne est rompue
cli-help-dataset = Le fichier de fiches, ou le dossier de ses journaux
cli-help-log-path = Un journal, ou un dossier de journaux
cli-help-change = L’identifiant de la modification, ou son début
cli-help-record = Seulement les modifications de la fiche qui a cet identifiant
cli-help-by = Qui fait la modification ; par défaut la personne que donne le système
cli-help-why = Pourquoi

cli-log-empty = Il n’y a pas de journal des modifications.
cli-log-whole = { $author } : { $n ->
    [one] une ligne, sa chaîne est entière
   *[other] { $n } lignes, leur chaîne est entière
}
cli-log-cut = { $author } : la dernière ligne a été coupée et n’est donc pas lue. Rien de ce qui précède n’est perdu.
cli-log-fault = { $author }, ligne { $line } : { $reason }
log-fault-not-json = la ligne n’est pas du JSON
log-fault-version = la ligne vient d’une autre version du programme
log-fault-form = la ligne n’est pas une modification : il y manque quelque chose, ou c’est d’un autre type
log-fault-chain = la chaîne est rompue : ce que cette ligne suit n’est pas avant elle, donc des lignes ont été altérées, déplacées ou retirées
log-fault-twice = une autre ligne a le même identifiant
log-fault-seen = la ligne en connaît une d’un autre auteur qui n’est pas là
cli-log-undoes = annule { $id }
cli-log-saved = enregistré
cli-log-new = nouvelle fiche
cli-log-deleted = supprimée
cli-log-unsettled = À trancher : { $record } { $field } : { $values }
cli-unsettled = Deux analystes disent autre chose ; les deux valeurs sont gardées jusqu’à ce que quelqu’un tranche
cli-log-foreign = Aucune modification de { $log } ne convient à { $file } ; c’est le journal d’un autre jeu de données. Rien n’a été écrit.
cli-applied = Modifications : { $done } faites, { $already } déjà présentes, { $refused } qui ne conviennent pas, { $unsettled } à trancher par quelqu’un.
cli-change-refused = { $id } reste sans effet : { $reason }
edit-refused-no-record = il n’y a pas de fiche { $record }
edit-refused-ambiguous = plusieurs fiches s’appellent { $record }
edit-refused-not-json = la fiche { $record } est illisible
edit-refused-misfit = { $field } de { $record } n’est pas ce qu’il était quand la modification a été faite
cli-no-change = Aucune modification ne commence par { $id }, ou plusieurs ; « sahelscope log FICHIER » en donne la liste.
cli-no-inverse = { $id } ne peut pas être annulée : ce n’est pas la modification d’une fiche, ou elle ne dit pas ce qu’il y avait avant.
cli-not-editable = Les fiches de { $file } ne peuvent pas y être modifiées ; exportez-le d’abord en GeoJSON.
cli-undo-later = Une modification ultérieure repose dessus ; annulez d’abord celle-là.
cli-undone = { $id } est annulée.

cli-merge-about = Réunir ce que deux analystes ont fait d’un fichier ; si les deux ont changé une valeur autrement, les deux sont gardées et la commande finit par 1
cli-help-base = Le fichier dont les deux sont partis
cli-help-ours = Ce que l’un en a fait
cli-help-theirs = Ce que l’autre en a fait
cli-help-report = Fichier pour un rapport en JSON : ce qui a été repris, et ce que quelqu’un doit trancher
cli-merged = Fiches : { $taken } reprises de l’autre côté, { $joined } changées des deux côtés ; { $unsettled } valeurs à trancher par quelqu’un.

action-edit = Modifier la fiche choisie
action-new-record = Nouvelle fiche
action-undo = Annuler la dernière modification de fiche
action-redo = Rétablir la modification de fiche
edit-in-language = { $name }, { $language }
edit-done = Terminé
edit-done-hint = Revenir à la fiche ; chaque modification est déjà dans le journal
edit-duplicate = Dupliquer la fiche
edit-delete = Supprimer la fiche…
edit-delete-why = Pourquoi la supprimer ; le journal garde la raison et la fiche
edit-delete-now = Supprimer
edit-deleted = La fiche est supprimée. Ctrl+Z la ramène.
edit-unreadable = Cette fiche est illisible, on ne peut donc pas la modifier ici.
edit-select-first = Choisissez d’abord une fiche.
edit-no-file = Rien n’est ouvert à quoi ajouter une fiche.
edit-saving = Enregistrement en cours ; un instant.
edit-nothing-to-undo = Il n’y a pas de modification de fiche à annuler.
edit-nothing-to-redo = Il n’y a pas de modification de fiche à rétablir.
edit-does-not-fit = La modification ne convient pas à ce que la fiche dit maintenant ; rien n’a été changé.
edit-not-logged = La modification est affichée, mais pas dans le journal : { $reason } Enregistrez bientôt.
edit-copied = Ce que vous modifiez est gardé dans une copie : { $name }
edit-no-place = Ce qui a été modifié n’est encore dans aucun fichier ; exportez-le sous un nom.
edit-saved = { $name } est enregistré.
edit-changed-underneath = { $name } a été modifié par quelqu’un d’autre. Le fichier a été relu et { $n } de vos modifications sont par-dessus, { $refused } ne convenaient pas. Vérifiez, puis enregistrez de nouveau.
edit-recovered = { $name } : { $n ->
    [one] une modification non enregistrée est de nouveau là.
   *[other] { $n } modifications non enregistrées sont de nouveau là.
} Ctrl+S enregistre, Ctrl+Z annule.
edit-recovered-part = { $name } : { $refused } modifications du journal ne conviennent pas au fichier, { $unsettled } sont à trancher ; « sahelscope log » les énumère.
edit-date-means = { $said } : { $bounds }
edit-date-kept-as = { $edtf } – { $meaning }
edit-wrong-number = Ce n’est pas un nombre.
edit-wrong-json = Ce n’est pas du JSON.
edit-wrong-place = La latitude, puis la longitude, en degrés : 12.65, -8.00
edit-wrong-date = Ce n’est pas une date : 2022-03-05, 2022-03, 2022~, 2022-03/2022-05, ou en toutes lettres.
edit-wrong-date-ambiguous = Le jour et le mois ne se distinguent pas : écrivez 2022-03-05.
edit-wrong-date-none = Cette date n’existe pas.
edit-wrong-date-reversed = La fin précède le début.
edit-wrong-date-zone = Une heure a besoin de son décalage avec UTC : 2022-03-05T14:30Z.
said-unsaved = { $sentence } { $n ->
    [one] Une modification non enregistrée.
   *[other] { $n } modifications non enregistrées.
}
unsaved-title = Enregistrer avant de fermer ?
unsaved-explain = { $n ->
    [one] Une modification n’est pas enregistrée. Elle est dans le journal, donc pas perdue : elle sera là au prochain démarrage.
   *[other] { $n } modifications ne sont pas enregistrées. Elles sont dans le journal, donc pas perdues : elles seront là au prochain démarrage.
}
unsaved-save = Enregistrer et fermer
unsaved-leave = Fermer sans enregistrer
unsaved-leave-hint = Le fichier reste tel quel ; le journal garde les modifications
unsaved-title-other = Enregistrer avant de continuer ?
unsaved-save-other = Enregistrer et continuer
unsaved-leave-other = Continuer sans enregistrer
unsaved-discard = Annuler les modifications
unsaved-discard-sure = Oui, tout annuler
unsaved-discard-hint = Le journal dit qu’elles ont été annulées ; elles ne réapparaîtront pas

edit-field-id = Identifiant
edit-field-geometry = Latitude, longitude
edit-field-layer = Couche
edit-field-layer-other = Couche, d’un mot à vous
edit-field-kind = Nature
edit-field-title = Titre
edit-field-summary = Résumé
edit-field-date = Date
edit-field-date-basis = D’où vient la date
edit-field-last-confirmed = Dernière confirmation
edit-field-reported = Connu depuis
edit-field-place = Lieu
edit-field-place-precision = Précision du lieu
edit-field-place-radius-km = Rayon d’incertitude, km
edit-field-place-basis = D’où vient le lieu
edit-field-status = Statut
edit-field-actors = Acteurs, un par ligne
edit-field-quantities = Quantités
edit-field-equipment = Matériel
edit-field-claims = Affirmations
edit-field-sources = Identifiants des sources, un par ligne
edit-field-related = Fiches liées
edit-field-review = Relecture
edit-review-by = Relue par
edit-review-at = Relue le
edit-review-note = Note de relecture
edit-item = { $n }. { $line }
edit-item-pair = { $one } : { $other }
edit-item-add-hint = Ouvre des champs vides ; rien n’est écrit avant que l’un d’eux soit rempli
edit-item-remove-hint = Enlève ceci : { $line }
edit-add-quantity = Ajouter une quantité
edit-new-quantity = Nouvelle quantité
edit-remove-quantity = Enlever la quantité
edit-add-equipment = Ajouter du matériel
edit-new-equipment = Nouveau matériel
edit-remove-equipment = Enlever le matériel
edit-add-claim = Ajouter une affirmation
edit-new-claim = Nouvelle affirmation
edit-remove-claim = Enlever l’affirmation
edit-add-related = Ajouter une fiche liée
edit-new-related = Nouvelle fiche liée
edit-remove-related = Enlever la fiche liée
edit-member-what = Ce qui est compté
edit-member-model = Modèle, exactement comme l’écrit la source
edit-member-sort = De quelle sorte de matériel
edit-member-count = Combien
edit-member-by = Qui l’affirme
edit-member-says = Ce qu’il affirme
edit-member-status = Statut de l’affirmation
edit-member-source = Document
edit-member-locator = Où dans le document
edit-member-relationship = Quel est le lien
edit-member-record = Identifiant de l’autre fiche
edit-count-hint = 200, environ ~200, 100-200, au moins >=5, plus de >100, au plus <=50. Vide : non précisé.
edit-wrong-count = Ce n’est pas un nombre de choses : 200, ~200, 100-200, >=5, >100, <=50.
edit-add-source = Ajouter un document du fichier
edit-no-sources = Le fichier ne liste aucun document.
edit-pick = Désigner la fiche
edit-pick-now = Choisissez maintenant l’autre fiche
edit-pick-hint = La fiche choisie ensuite, sur la carte, la frise ou dans une liste, est prise ; appuyez encore pour n’en prendre aucune
edit-pick-no-id = Cette fiche n’a pas d’identifiant, donc une autre ne peut pas la nommer. Donnez-lui-en un d’abord.
edit-places = Lieux que le programme connaît ; un appui donne noms, point et précision :
edit-place-offer = { $name } : { $lat }, { $lon }

edit-history = Modifications
edit-take-back = Annuler cette modification
edit-history-line = { $by }, { $at }
edit-history-undo = { $by }, { $at }, annulation
edit-history-value = { $field } : { $was } → { $is }
edit-wrong-word = Le profil n’a pas ce mot ici.
bulk-title = { $n ->
    [one] Modifier une fiche marquée
   *[other] Modifier { $n } fiches marquées
}
bulk-property = Quelle propriété
bulk-value = Nouvelle valeur ; vide l’enlève
bulk-find = Remplacer seulement ce texte ; vide remplace toute la valeur
bulk-do = { $n ->
    [one] Modifier une fiche
   *[other] Modifier { $n } fiches
}
bulk-done = { $n ->
    [one] Une fiche a été modifiée. Ctrl+Z l’annule.
   *[other] { $n } fiches ont été modifiées. Ctrl+Z annule le tout.
}
table-bulk = Modifier toutes les fiches marquées
settings-author = Votre nom
settings-author-hint = Le journal des modifications le dit ; vide : le nom que connaît le système
edit-place-hint = Un clic sur la carte avec Ctrl y met la fiche, aussi exactement que la carte se voit.
edit-bar-start = Début de la barre choisie
edit-bar-end = Fin de la barre choisie
action-deleted = Fiches supprimées…
deleted-title = Fiches supprimées
deleted-explain = Le journal les garde avec la raison. Ctrl+Z annule un retour.
deleted-none = Aucun journal ne parle d’une fiche supprimée.
deleted-bring-back = Faire revenir : { $record }
deleted-line = { $by }, { $at } : { $why }
edit-unsettled = Deux analystes disent autre chose. Appuyez sur la valeur qui doit rester.
edit-unsettled-hint = Cette valeur reste désormais ; le journal garde les deux
action-merge = Comparer avec le fichier d’un collègue…
path-merge = Le fichier d’un collègue, ou son dossier
merge-under-way = Comparaison avec le fichier d’un collègue
merge-strange = { $name } et ce qui est ouvert n’ont aucune fiche de même identifiant, donc rien à comparer.
merge-title = Deux codages des mêmes fiches
merge-explain = { $ours } et { $theirs } : { $both } fiches des deux côtés, { $mine } seulement ici, { $new } seulement là. Aucun ne l’emporte de lui-même.
merge-differences = Différences : { $n }
merge-new = Seulement là : { $n }
merge-agreement = Accord par champ
merge-agreement-explain = Parmi les fiches des deux côtés. Kappa de Cohen : l’accord au-delà du hasard, 1 au plus, pour les champs à mots convenus. Pour les dates : la part du temps admis par l’un ou l’autre que les deux admettent.
merge-field = Champ
merge-compared = Comparées
merge-same = Identiques
merge-kappa = Kappa
merge-overlap = Recouvrement
merge-percent = { $percent } %
merge-line = { $record } – { $field }
merge-changed-both = Les deux l’ont changé
merge-changed-ours = Vous seul l’avez changé
merge-changed-theirs = Seul le collègue l’a changé
merge-changed-unknown = Aucun journal ne dit qui l’a changé
merge-says-nothing = ne dit rien
merge-both = Garder les deux, à trancher plus tard
merge-both-hint = Votre valeur reste ; les deux sont gardées à côté avec leurs auteurs jusqu’à ce que quelqu’un tranche
merge-apply = Reprendre ce qui est choisi ({ $n })
merge-take-theirs = Choisir tout ce que lui seul a changé ({ $n })
merge-take-theirs-hint = Ce que les deux ont changé attend votre choix
merge-take-new = Choisir toutes celles qui ne sont que là ({ $n })
merge-nothing = Rien n’était à changer.
merge-why = de { $name }
edit-carry = Tirer le repère pour déplacer le lieu
edit-carry-to = Déplacée en { $lat }, { $lon }
edit-carry-ask = Avec quelle précision ce lieu est-il connu ? Rien n’est écrit avant que ce soit dit.
edit-carry-back = La laisser où elle était
menu-new-record-here = Nouvelle fiche ici
edit-drag-none = Impossible de la mettre là : la fin viendrait avant le début.
edit-drag-precision = Aussi précise qu’elle était écrite ; tapez la date pour en dire plus.
action-sketch-line = Tracer une ligne sur la carte
action-sketch-area = Tracer une zone sur la carte
action-sketch-corners = Déplacer les sommets de la ligne ou de la zone
action-sketch-radius = Dire jusqu’où autour du point cela peut être
sketch-begin-line = Tracer une ligne
sketch-begin-area = Tracer une zone
sketch-begin-corners = Déplacer les sommets
sketch-begin-radius = Fixer le rayon
sketch-line = Cliquez les sommets de la ligne ; un double clic la termine
sketch-area = Cliquez les sommets de la zone ; un double clic ou le premier sommet la termine
sketch-corners = Tirez un sommet, ou le milieu d’un côté pour en ajouter un
sketch-radius = Cliquez ou tirez jusqu’où cela s’étend
sketch-radius-is = À { $km } km au plus du point
sketch-keys = Au clavier : les flèches mènent (Maj : finement), Entrée pose ou porte un sommet, Espace va au suivant, Suppr l’enlève, Retour arrière reprend un pas, deux fois Entrée termine, Échap laisse tout comme avant.
sketch-done = L’écrire
sketch-back = Un pas en arrière
sketch-corner = Sommet { $n }
sketch-middle = Milieu d’un côté, avant le sommet { $n }
sketch-radius-grip = Bord du rayon
sketch-few-line = Une ligne a au moins deux sommets.
sketch-few-area = Une zone a au moins trois sommets.
sketch-crosses = Le bord de la zone se croise ou croise un trou : déplacez un sommet.
sketch-too-wide = Elle couvre plus de la moitié du monde, ou passe le 180e méridien : tracez une partie de chaque côté.
sketch-too-many = La forme a plus de 5 000 sommets, c’est trop pour la main. Changez-la dans un logiciel de cartes.
sketch-no-corners = Cette fiche n’a ni ligne ni zone dont on puisse déplacer les sommets. Tracez-en une.
sketch-no-point = Cette fiche n’a pas de point. Placez-la d’abord.
sketch-no-radius = Il n’y a pas encore de rayon : cliquez jusqu’où cela s’étend.
sketch-fewest = Une ligne garde deux sommets, une zone trois.
sketch-of = De la fiche « { $name } »
sketch-open = La forme commencée n’est pas encore écrite : écrivez-la, ou abandonnez-la avec Échap.
sketch-lost = La fiche dont vous traciez la forme n’est plus ouverte ; la forme a été abandonnée.
sketch-collection = Le lieu de cette fiche est un ensemble de formes de plusieurs sortes, dont les sommets ne se déplacent pas ici. Une ligne ou une zone tracée prend sa place.
mend-to = Écrire { $text }
mend-to-said = Écrire { $text } ({ $said })
mend-swapped = Échanger latitude et longitude : { $text }
mend-spaces = Sans les espaces aux extrémités
mend-no-place = Aucun lieu
mend-hint = Remplace ce que dit le champ ; Ctrl+Z l’annule

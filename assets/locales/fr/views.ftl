# Les vues : ce qui a été vu, ce qu’on en garde, ce qui diffère, ce qu’on en dit.

## Steps

action-back = Revenir à la vue précédente
action-forward = Aller à la vue suivante
action-undo-filters = Annuler le dernier changement de filtres
action-redo-filters = Rétablir le changement de filtres

## Ce qui est montré, en une phrase

said-separator = {"\u202F"};{" "}
said-all-layers = toutes les couches
said-no-layer = aucune couche
said-file-name = « { $text } »
said-files = { $n ->
    [one] seulement le fichier { $list }
   *[other] seulement les fichiers { $list }
}
said-no-file = aucun fichier
said-all-dates = toutes les dates
said-known = tel que connu le { $date } (titres, résumés et dates rédigés depuis)
said-status = statut : { $list }
said-actor = acteur « { $text } »
said-text = texte « { $text } »
said-words = texte avec { $list }
said-area = longitude { $west } à { $east }, latitude { $south } à { $north }
said-circle = à { $km } km au plus de { $place }
said-ring = dans une zone dessinée entre les longitudes { $west } et { $east }, les latitudes { $south } et { $north }
said-certain-only = seulement le certain
said-filtered = { $n ->
    [one] { $n } écartée par les filtres
   *[other] { $n } écartées par les filtres
}
said-all = { $subject } : { $shown } sur { $records }.
said-part = { $subject } : { $shown } sur { $records } ; non montrées : { $rest }.
said-copied = La phrase est copiée.
action-copy-said = Copier la phrase qui dit ce qui est montré
action-copy-said-hint = Couches, dates, conditions, décomptes et ce qui est laissé de côté, pour un texte ou une légende

## Signets

briefing = Signets
briefing-empty = Un signet garde ce que vous voyez : dates, filtres, endroit de la carte. Plusieurs à la suite forment un exposé. Les exports les emportent.
briefing-place = { $at } sur { $n }
briefing-step = { $number }. { $name }
bookmark-title = Nom ({ $language })
bookmark-text = Texte ({ $language })
bookmark-added = Signet ajouté : { $name }
bookmark-none = Il n’y a pas encore de signet.
bookmark-earlier = Monter
bookmark-later = Descendre
bookmark-retake = Mettre dans ce signet ce que l’on voit maintenant
bookmark-remove = Retirer ce signet
bookmark-restore = Remettre le signet retiré
bookmarks-set-aside = Les signets de cette machine étaient endommagés ; ils sont gardés sous { $name }.
bookmarks-unreadable = Les signets de cette machine se trouvent sous { $name } mais n’ont pas pu être lus. Le fichier reste tel quel.
action-bookmark = Mettre un signet
action-bookmark-hint = Garde sous un nom les dates, les filtres et l’endroit de la carte
action-step-after = Signet suivant
action-step-before = Signet précédent
action-present = Texte du signet sur la carte
action-present-hint = Montre ou cache le texte du signet sur la carte ; les pas le montrent aussi
briefing-close = Fermer le texte du signet

## La différence entre deux fenêtres

difference = Différence
difference-a = A : { $window }
difference-b = B : { $window }
difference-count = { $kind } { $count }
difference-same = inchangées { $count }
difference-none = Rien ne diffère entre A et B.
difference-awaited = La différence est en cours de calcul…
difference-possible = { $name } (possible)
difference-row = { $kind } : { $name }
difference-possible-hint = Seulement possible : certaines de ses dates possibles disent autre chose.
difference-from = À la place de : { $name }
difference-statuses = { $before } → { $after }
difference-copy = Copier les changements en tableau
difference-copied = Les changements sont copiés en tableau.
difference-export = Écrire les changements dans un fichier
difference-exported = { $n ->
    [one] { $n } changement écrit
   *[other] { $n } changements écrits
} dans { $name }.
difference-end = Cesser de comparer
change-new = nouvelles
change-new-hint = Seulement en B
change-ended = terminées
change-ended-hint = Seulement en A : une présence terminée, ou un événement passé
change-moved = déplacées
change-moved-hint = Une présence de A que suit en B une autre, ailleurs
change-changed = changées
change-changed-hint = Une présence que suit une autre au même lieu, ou une fiche certaine dans une fenêtre et seulement possible dans l’autre
change-status-changed = statut
change-status-changed-hint = Les affirmations connues à la fin de B lui donnent un autre statut que celles connues à la fin de A
swipe-name = Séparation entre A et B
swipe-hint = A à gauche, B à droite : glissez, ou utilisez les flèches
action-pin = Comparer : épingler cette fenêtre comme A, ou cesser
action-pin-hint = Déplacez ensuite la fenêtre : la carte et la liste montrent ce qui diffère
action-swap = Échanger A et B

## Lecture

playback-options = Comment le temps défile
playback-ending = À la fin
playback-stop = S’arrêter à la fin
playback-loop = Recommencer à la fin
playback-bounce = Faire demi-tour à la fin
playback-range = Ne jouer que { $range }
action-next-change = Changement suivant
action-previous-change = Changement précédent
action-next-change-hint = Déplace la fenêtre au prochain jour où elle montre autre chose
action-skip-empty = Sauter les périodes sans changement
action-skip-empty-hint = La lecture saute les jours où aucune fiche ne peut commencer ni finir ; l’axe reste tel quel et les marque
action-hold-records = Attendre à chaque nouvelle fiche
action-hold-records-hint = La lecture attend un instant quand une fiche entre dans la fenêtre
action-play-range = Ne jouer que dans cette fenêtre
action-play-range-hint = Les dates actuelles de la fenêtre deviennent les limites de la lecture

## Couloirs et vue d’ensemble de la frise

lane-fold = Replier { $lane } sur une ligne
lane-unfold = Déplier { $lane }
lane-hint = Cliquez pour replier ; glissez, ou utilisez les flèches, pour déplacer le couloir
overview-name = Vue d’ensemble des dates
overview-hint = Toutes les dates en petit : glissez pour déplacer ce que montre la frise

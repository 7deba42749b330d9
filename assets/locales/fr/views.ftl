# Les vues : ce qui a été vu, ce qu’on en garde, ce qui diffère, ce qu’on en dit.

## Steps

action-back = Revenir à la vue précédente
action-forward = Aller à la vue suivante
action-undo-filters = Annuler le dernier changement de filtres
action-redo-filters = Rétablir le changement de filtres

## Ce qui est montré, en une phrase

said-separator = {" "};{" "}
said-all-layers = toutes les couches
said-no-layer = aucune couche
said-all-dates = toutes les dates
said-known = tel que connu le { $date }
said-status = statut : { $list }
said-actor = acteur « { $text } »
said-text = texte « { $text } »
said-area = longitude { $west } à { $east }, latitude { $south } à { $north }
said-certain-only = seulement le certain
said-filtered = { $n ->
    [one] { $n } écartée par les filtres
   *[other] { $n } écartées par les filtres
}
said-all = { $subject } : { $shown } sur { $records }.
said-part = { $subject } : { $shown } sur { $records } ; non montrées : { $rest }.
said-copied = La phrase est copiée.
action-copy-said = Copier la phrase qui dit ce qui est montré
action-copy-said-hint = Couches, dates, conditions, décomptes et ce qui est laissé de côté, pour un texte ou une légende

## Signets

briefing = Signets
briefing-empty = Un signet garde ce que vous voyez : dates, filtres, endroit de la carte. Plusieurs à la suite forment un exposé. Les exports les emportent.
briefing-place = { $at } sur { $n }
briefing-step = { $number }. { $name }
bookmark-title = Nom ({ $language })
bookmark-text = Texte ({ $language })
bookmark-added = Signet ajouté : { $name }
bookmark-none = Il n’y a pas encore de signet.
bookmark-earlier = Monter
bookmark-later = Descendre
bookmark-retake = Mettre dans ce signet ce que l’on voit maintenant
bookmark-remove = Retirer ce signet
bookmark-restore = Remettre le signet retiré
bookmarks-set-aside = Les signets de cette machine étaient endommagés ; ils sont gardés sous { $name }.
action-bookmark = Mettre un signet
action-bookmark-hint = Garde sous un nom les dates, les filtres et l’endroit de la carte
action-step-after = Signet suivant
action-step-before = Signet précédent

# La frise chronologique.

timeline = Frise chronologique
timeline-play = Lecture
timeline-play-backward = Lecture à rebours
timeline-pause = Pause
timeline-step-back = Un pas en arrière
timeline-step-forward = Un pas en avant
timeline-previous-record = Fiche précédente
timeline-next-record = Fiche suivante
timeline-speed = Vitesse en jours par seconde
timeline-days-per-second = jours/s

## How far a step goes

timeline-unit = Longueur d’un pas
timeline-unit-day = Jour
timeline-unit-week = Semaine
timeline-unit-month = Mois
timeline-unit-year = Année

## What the window is

timeline-mode = Mode
timeline-mode-window = Fenêtre
timeline-mode-window-hint = D’un début à une fin, que vous déplacez tous deux
timeline-mode-cumulative = Cumul
timeline-mode-cumulative-hint = Tout depuis le début jusqu’à une fin que vous déplacez
timeline-mode-instant = Instant
timeline-mode-instant-hint = Un jour, ou un pas, à la fois

## The window as text

timeline-start = Début de la fenêtre
timeline-end = Fin de la fenêtre
timeline-at = Date de l’instant
timeline-until = jusqu’au
timeline-whole-range = Toute la période
timeline-field-hint = Un jour, un mois ou une année, comme 2022-01-05, 2022-01 ou 2022, ou un intervalle comme 2022-01/2022-03. Entrée l’applique, et quitter le champ aussi.
timeline-error-empty = Saisissez une date, par exemple 2022-01-05.
timeline-error-malformed = Ce n’est pas une date : écrivez 2022-01-05, 2022-01 ou 2022.
timeline-error-no-such-date = Cette date n’existe pas dans le calendrier.
timeline-error-ambiguous = Le jour et le mois se confondent : écrivez 2022-01-05.
timeline-error-no-zone = Une heure demande Z ou un décalage comme +01:00.
timeline-error-interval-reversed = Cet intervalle finit avant de commencer.
timeline-error-qualified = Les bords d’une fenêtre ne peuvent être approximatifs : retirez ~, ? et %.

## On the plot

timeline-start-handle = Poignée de début
timeline-end-handle = Poignée de fin
timeline-move-handle = Poignée de toute la fenêtre
timeline-histogram = Fiches sur la carte
timeline-presets = Choisir une période
timeline-last-months = 12 derniers mois
timeline-at-handle = Poignée de l’instant
timeline-more-layers = { $n ->
    [one] { $n } autre couche
   *[other] { $n } autres couches
}
timeline-more = et { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
timeline-nothing-dated = Aucune fiche n’a de date lisible ici
timeline-look-closer = Cliquez pour voir de plus près
timeline-behind = Les décomptes sont en cours de mise à jour
timeline-nothing-matches = Aucune fiche datée ne passe les filtres
timeline-filtered = { $n ->
    [one] { $n } écartée
   *[other] { $n } écartées
} par les filtres
timeline-counts-hint = Certaines : dans la fenêtre quelle que soit leur date exacte. Possibles : une partie seulement de leurs dates possibles y tombe. Les barres derrière les lignes comptent ce qui se trouve dans la vue de la carte.

# Deux horloges, ce que l’on savait et quand, qui le dit, et ce qui a vieilli.


## Counts

count-unreported = { $n } sans date de publication
count-filtered = { $n ->
    [one] { $n } écartée
   *[other] { $n } écartées
} par les filtres
count-unconfirmed = { $n } non { $n ->
    [one] confirmée
   *[other] confirmées
} parmi les possibles
count-unknown = { $n } de statut inconnu parmi les possibles

## On the command line

cli-help-clock = Comparer la fenêtre au jour des faits ou à celui de la publication : happened ou reported
cli-help-stale-months = Mois sans confirmation après lesquels le statut d’une présence est inconnu ; 12 par défaut
cli-help-claimant = Seulement les fiches où un déclarant de ce nom affirme quelque chose
cli-help-source = Seulement les fiches qui citent cette source : son identifiant, ou une partie de son titre ou de son éditeur
cli-help-origins = Seulement les fiches ayant au moins ce nombre d’origines indépendantes ; les sources qui répètent une même origine comptent une fois
cli-help-lacks-words = Seulement les fiches dont une valeur ne cite aucun mot d’un document (format de fiche de ce programme)
cli-reason-clock = attendu : happened ou reported
cli-reason-stale-months = attendu : un nombre entier de mois, de 1 à 1200
cli-reason-origins = attendu : un nombre entier, par exemple 2

## In the sentence about what is shown

said-aged = { $shown } ({ $aged })
said-unconfirmed = { $n } non { $n ->
    [one] confirmée
   *[other] confirmées
}
said-unknown = { $n } de statut inconnu
said-stale = statut inconnu après { $n } mois sans confirmation
legend-count = { $word } : { $n }
said-reported = publié : { $window }
said-claimant = selon « { $text } »
said-source = dans la source « { $text } »
said-origins = avec au moins { $n ->
    [one] { $n } origine
   *[other] { $n } origines indépendantes
}
said-lacks-words = avec une valeur qui ne cite aucun mot d’un document

## Why the window shows a record

why-unreported = Nul ne dit quand elle a été connue : aucune fenêtre de cette horloge ne la montre.
why-derived = Elle n’a pas de date propre ; d’après l’ordre des fiches, elle commence dans cette période : { $when }.
why-unknown = Dernière attestation : { $when }, plus de { $n } mois avant la fenêtre ; son statut est inconnu.
why-possible-days = Date exacte inconnue ({ $when }) : { $n ->
    [one] { $n } jour sur { $all } tombe
   *[other] { $n } jours sur { $all } tombent
} dans cette fenêtre.
standing-unknown = Statut inconnu
legend-unknown = statut inconnu
legend-unknown-hint = Une présence qu’aucune source n’atteste depuis si longtemps qu’on ne peut plus rien en dire ; la limite se règle dans les filtres

## On the timeline

timeline-clock = Horloge : la date que suit le temps
timeline-clock-happened = Faits
timeline-clock-happened-hint = Selon le jour des faits
timeline-clock-reported = Publication
timeline-clock-reported-hint = Selon le jour où ils ont été connus, par la première source
coverage = Sources publiées chaque mois
coverage-short = Publications
coverage-known = Ce que l’on savait
coverage-none = { $month } : aucune publication dans ces données
coverage-month = { $month } : sources publiées avec certitude : { $certain } ; peut-être : { $possible }
coverage-month-records = { $month } : fiches publiées avec certitude : { $certain } ; peut-être : { $possible }
coverage-undated = La date de publication de { $n ->
    [one] { $n } source
   *[other] { $n } sources
} n’est pas dite.
coverage-unreported = La date de publication de { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
} n’est pas dite.
coverage-unknown = Personne ne dit quand ces fiches ont été publiées
known-switch = Regarder depuis un jour donné
known-hint = Ce que l’on savait un jour donné : masque ce qui fut publié plus tard, affirmations et sources comprises. Déplacez la poignée pour voir l’image grandir.
known-handle = Poignée du jour d’observation
known-field = Jour depuis lequel regarder
action-other-clock = Faits ou publication
action-other-clock-hint = Fait suivre au temps l’autre des deux dates de chaque fiche
action-known = Ce que l’on savait un jour donné
action-known-hint = Masque ce qui fut publié après un jour que fixe une troisième poignée

## In the panel of filters

evidence = Qui le dit
filter-claimant = Déclarant
filter-claimant-clear = Montrer tous les déclarants
filter-source = Source
filter-source-clear = Montrer toutes les sources
filter-origins = Origines indépendantes, au moins
filter-origins-hint = Les sources qui répètent une même origine comptent une fois ; 0 n’en demande aucune
filter-lacks-words = { $n ->
    [one] { $n } valeur sans ses mots
   *[other] { $n } valeurs sans leurs mots
}
filter-lacks-words-counting = Valeurs sans leurs mots
filter-lacks-words-hint = Dates, lieux, acteurs, nombres, matériels et affirmations qui ne citent ni mots d’un document ni endroit d’une source ; activé : seulement les fiches qui en ont
filter-stale = Statut inconnu après, en mois
filter-stale-hint = Mois sans confirmation après lesquels une présence passe au statut inconnu ; elle reste listée et comptée comme possible

## On the card of a record

claims-disputed = Les déclarants se contredisent
claims-contradicts = Contredit { $claimant }
claims-only = Ne montrer que ce que dit { $claimant }
claims-everybody = Montrer de nouveau ce que tous disent
claims-only-source = Seulement les fiches qui la citent
claims-all-sources = De nouveau les fiches de toutes les sources
card-sources-later = { $n ->
    [one] Une source est parue plus tard
   *[other] { $n } sources sont parues plus tard
}
status-then = D’après les affirmations connues le { $date }
status-then-none = Son statut au { $date } n’est pas indiqué
status-today = { $status } (à ce jour)
status-today-hint = Son statut d’aujourd’hui : des sources ont paru après le { $date }
status-unstated = Non indiqué alors
card-written-later = Titre, résumé et dates ont été rédigés plus tard, avec des sources parues après le { $date }
card-derived = Déduit
derived-precision = De l’ordre des fiches, non d’une date propre
derived-after = après « { $title } »
derived-before = avant « { $title } »
derived-attested = avant sa dernière confirmation
card-delay = Délai
delay-before = Connu avant les faits
delay-days = { $n ->
    [0] Connu le jour même
    [one] Connu un jour plus tard
   *[other] Connu { $n } jours plus tard
}
delay-up-to = { $n ->
    [one] Connu en un jour au plus
   *[other] Connu en { $n } jours au plus
}
delay-between = Connu de { $least } à { $n } jours plus tard
delay-months = { $n ->
    [one] Connu environ un mois plus tard
   *[other] Connu environ { $n } mois plus tard
}
delay-months-up-to = { $n ->
    [one] Connu en un mois environ au plus
   *[other] Connu en { $n } mois environ au plus
}
delay-months-between = Connu de { $least } à { $n } mois environ plus tard
delay-years = { $n ->
    [one] Connu environ un an plus tard
   *[other] Connu environ { $n } ans plus tard
}
delay-years-up-to = { $n ->
    [one] Connu en un an environ au plus
   *[other] Connu en { $n } ans environ au plus
}
delay-years-between = Connu de { $least } à { $n } ans environ plus tard
card-coordinates = Latitude, longitude

## In the tray

tray-sum = Sur { $records } fiches : { $certain } { $certain ->
    [one] certaine
   *[other] certaines
} + { $possible } { $possible ->
    [one] possible
   *[other] possibles
} + { $out } hors fenêtre + { $undated } + { $unreadable } { $unreadable ->
    [one] illisible
   *[other] illisibles
} + { $filtered } { $filtered ->
    [one] écartée
   *[other] écartées
} par les filtres.

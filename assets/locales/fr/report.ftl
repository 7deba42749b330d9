# Le rapport : un fichier HTML pour qui n’a pas Sahelscope.

report-language = Rapport en français
report-contents = Sommaire
report-view = Ce que montre la fenêtre
report-map = Carte : { $what }
report-certain = certaines
report-possible = possibles
report-all = Toutes
report-is-certain = certaine
report-is-possible = possible
report-none = Aucune fiche dans cette vue.
report-more = { $n ->
    [one] Une autre fiche de cette vue n’est pas listée.
   *[other] { $n } autres fiches de cette vue ne sont pas listées.
}
report-records = Fiches
report-sources = Sources
report-no-sources = Les fiches ne citent aucune source.
report-note = Source { $n }
report-method = Comment lire ce rapport
report-method-certain = « Certaine » : toutes les dates possibles de la fiche tombent dans les dates de la vue.
report-method-possible = « Possible » : une partie seulement de ses dates possibles y tombe. Les deux ne s’additionnent jamais.
report-method-dates = Les dates ont la précision de leurs sources et pas davantage ; la notation à côté est EDTF (ISO 8601-2).
report-left-out = { $n ->
    [one] Un autre signet n’est pas dans ce rapport.
   *[other] { $n } autres signets ne sont pas dans ce rapport.
}
report-files = Fichiers
report-digest = SHA-256
report-credit = Carte : { $credit }
report-made-with = Fait avec Sahelscope { $version }

## Le dialogue

report-title = Rapport
report-languages = Langues
report-holds = Contenu
report-holds-view = Ce que montre la fenêtre
report-holds-bookmarks = { $n ->
    [0] Pas encore de signet
    [one] Un signet
   *[other] { $n } signets
}
report-explain = Un seul fichier HTML : images de la carte, les deux comptes, les fiches avec qui dit quoi, sources numérotées. Il s’ouvre dans tout navigateur, sans réseau.
report-save = Enregistrer…
report-save-hint = Choisir où écrire le rapport
report-export = Enregistrer le rapport
report-exported = { $n ->
    [one] Rapport d’une fiche enregistré sous { $name }.
   *[other] Rapport de { $n } fiches enregistré sous { $name }.
}
report-no-format = { $name } n’a pas été écrit : { $ending } n’est pas un format de rapport. Terminez-le par { $endings }.
file-filter-html = Rapport (HTML)

## La commande

cli-report-about = Écrire un rapport : un fichier HTML avec cartes, comptes, fiches et sources, d’après le filtre et les signets
cli-help-in = Langues du rapport, l’une après l’autre : en, fr, ar ou all
cli-help-no-bookmarks = Seulement ce que montre le filtre, sans les signets
cli-reason-in = il faut en, fr, ar, séparés par des virgules, ou all
cli-report = { $file } : vues { $views }, fiches { $n }, signets omis { $left_out }

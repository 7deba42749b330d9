# La fiche d’un enregistrement.

inspector = Fiche
record-number = Fiche { $n }

## Rien de sélectionné

inspector-needs-record = L’inspecteur s’ouvre avec une fiche : cliquez sur une marque, une barre ou une ligne.
in-window = Dans la fenêtre

## Ce qu’on peut faire d’une fiche

record-previous = Fiche précédente (P)
record-next = Fiche suivante (N)
record-reveal = Montrer sur la carte et la frise
record-close = Fermer la fiche
citation = Référence
geojson = GeoJSON
record-copy-geojson = Copier en GeoJSON
record-copy-citation = Copier la référence
record-copy-raw = Copier les propriétés
copied-geojson = Fiche copiée en GeoJSON
copied-citation = Référence copiée
copied-raw = Propriétés copiées

## Pourquoi la fenêtre la montre

why-undated = Elle n’a pas de date : aucune fenêtre ne la montre.
why-filtered = Elle est dans la fenêtre, mais les filtres la retiennent.
why-certain-event = Toutes ses dates possibles ({ $when }) sont dans la fenêtre.
why-certain-seen = Elle est attestée à un moment de cette période, tout entière dans la fenêtre : { $when }.
why-certain-presence = Commencée au plus tard le { $start }, elle a duré au moins jusqu’au { $end }.
why-unconfirmed = Non confirmée depuis ({ $when }) : aucune source ne l’atteste ensuite ni n’en rapporte la fin.
why-possible-start = Elle n’a peut-être commencé qu’après la fenêtre : { $when }.
why-possible-end = Elle a peut-être pris fin avant la fenêtre : { $when }.
why-possible-event = { $percent ->
    [0] Moins de 1 %
   *[other] { $percent } %
} de ses dates possibles ({ $when }) sont dans la fenêtre.
why-possible-open = Une partie de ses dates possibles ({ $when }) est dans la fenêtre.
why-out-event-before = Elle se situe avant la fenêtre : { $when }.
why-out-event-after = Elle se situe après la fenêtre : { $when }.
why-out-presence-before = Elle a pris fin avant la fenêtre : { $when }.
why-out-presence-after = Elle a commencé après la fenêtre : { $when }.
standing-certain = Certaine dans cette fenêtre
standing-possible = Possible dans cette fenêtre
standing-unconfirmed = Possible, mais non confirmée
standing-filtered = Masquée par les filtres
standing-out = Hors de cette fenêtre
standing-undated = Sans date

## Faits

card-when = Quand
card-no-date = Aucune date lisible
card-last-confirmed = Dernière attestation
card-reported = Publié
card-reported-first = Date de sa source la plus ancienne
card-reported-only = Date de sa source
card-where = Où
card-no-place = Aucun lieu indiqué
card-unnamed-place = Un lieu sans nom
card-unplaced = Absente de la carte
review = Relecture
review-draft = brouillon
review-ready = à relire
review-reviewed = relue
card-summary = Résumé
card-date-code = Date en EDTF

## Rubriques

card-issues = { $n ->
    [one] Cette fiche présente une anomalie
   *[other] Cette fiche présente { $n } anomalies
}
card-unreadable = Cette fiche ne peut être lue
card-all-issues = Voir toutes les anomalies
card-unreadable-hint = Elle est conservée telle quelle et exportée sans changement.
card-quantities = Chiffres
card-equipment = Matériel
card-equipment-model = Modèle
card-equipment-kind = Type
card-equipment-number = Nombre
card-actors = Acteurs
card-actor-filter = Ne montrer que les fiches avec { $actor }
card-actor-unfilter = Montrer à nouveau tous les acteurs
card-claims = Qui dit quoi
card-claims-all-from = Dans une même source : { $source }
card-claims-later = { $n ->
    [one] Une affirmation connue plus tard
   *[other] { $n } affirmations connues plus tard
}
card-sources = Sources
card-related = Fiches liées
card-others = Autres propriétés
card-raw = Propriétés dans le fichier

## Affirmations et sources

card-unnamed-claimant = Déclarant non nommé
card-words = Les valeurs et leurs mots
card-words-all = { $n ->
    [one] Sa valeur cite les mots sur lesquels elle repose.
   *[other] Ses { $n } valeurs citent les mots sur lesquels elles reposent.
}
card-words-lacking = { $n ->
    [one] { $n } valeur sur { $all } ne cite aucun mot d’un document.
   *[other] { $n } valeurs sur { $all } ne citent aucun mot d’un document.
}
card-words-hint = Les mots se choisissent dans le document à côté de la carte ; une valeur peut aussi citer un endroit d’une source
card-words-value = { $name } : { $value }
card-words-actor = Acteur
card-words-quantity = Nombre
card-words-equipment = Matériel
card-words-claim = Affirmation
card-words-none = Aucun mot d’un document
card-words-quote = « { $words } »
card-words-coded = Codé par { $by }, { $at }
card-words-copy-digest = Copier l’empreinte du document : { $digest }
copied-digest = Empreinte copiée
card-unnamed-publisher = Éditeur non nommé
card-unlisted-source = Non décrite dans le fichier
card-published = Publication : { $date }
card-published-printed = Publication : { $date }, date imprimée
card-published-inferred = Publication : { $date }, date déduite
card-repeats = Reprend { $source }
card-open-link = Ouvrir sur { $host }
card-open-archive = Copie archivée sur { $host }
card-no-link = Pas un lien : { $address }. { $reason }
card-not-here = Absente des données ouvertes
related-includes = Comprend
related-jump = { $relationship } : { $title }
fallback-hint = Non disponible dans la langue du programme ; affiché en { $language }
locator-para = { $form ->
    [single] paragraphe { $list }
   *[several] paragraphes { $list }
}
locator-page = { $form ->
    [single] page { $list }
   *[several] pages { $list }
}

## Référence

cite-quoted = « { $title } »
cite-sourced = { $subject }. Sources : { $sources }.
cite-unsourced = { $subject }. Aucune source indiquée.
cite-separator = {"\u202F"};{" "}
cite-inferred = { $date } (date déduite)

# Documents lus à côté des fiches

reader = Documents
reader-hide = Masquer les documents
reader-empty = Aucun document n’est ouvert. Lisez-en un : son texte se place ici, avec les dates, lieux et nombres qu’il nomme.
reader-reading = Lecture d’un document en cours…
reader-close = Fermer { $name }
reader-about = { $format }, { $count ->
    [one] { $count } paragraphe
   *[other] { $count } paragraphes
}, { $coded ->
    [0] aucun codé
    [one] { $coded } codé
   *[other] { $coded } codés
}
document-text = texte
document-telegram = export de Telegram
document-single-file = page enregistrée par SingleFile
reader-published = publié { $date } selon lui-même
reader-untold = { $count ->
    [one] { $count } lettre que sa police ne dit pas
   *[other] { $count } lettres que sa police ne dit pas
}
reader-suggestions = { $count ->
    [one] { $count } proposition
   *[other] { $count } propositions
}
reader-suggestion = Proposition, { $kind } : { $value } (règle { $rule })
reader-records = { $count ->
    [one] Une fiche s’appuie sur le paragraphe { $number }. La sélectionner
   *[other] { $count } fiches s’appuient sur le paragraphe { $number }. Sélectionner la suivante
}
reader-choose-first = Choisissez d’abord des mots d’un document : faites glisser le pointeur dessus, ou allez à la proposition suivante avec Alt+N.
reader-no-words = La fiche sélectionnée ne cite aucun mot de ce document.
reader-no-date = « { $words } » ne nomme aucune date. Choisissez les mots qui le font, ou saisissez-la dans le formulaire.
reader-no-number = « { $words } » ne nomme aucun nombre. Choisissez les mots qui le font, ou saisissez-le dans le formulaire.
reader-no-name = « { $words } » est trop long pour un nom. Choisissez moins de mots.
code-record = nouvelle fiche
path-document = Lire un document
file-filter-documents = Documents

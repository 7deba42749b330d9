# Mots que tout le programme emploie.

app-name = Sahelscope
app-tagline = Les faits documentés, aussi sûrs que leurs sources

## Commandes

open = Ouvrir
save = Enregistrer
save-as = Enregistrer sous
export = Exporter
close = Fermer
cancel = Annuler
done = Terminé
apply = Appliquer
reset = Réinitialiser
clear = Effacer
copy = Copier
copied = Copié
undo = Annuler
redo = Rétablir
search = Rechercher
filter = Filtrer
show = Afficher
hide = Masquer
show-all = Tout afficher
hide-all = Tout masquer
show-more = Afficher plus
show-less = Afficher moins
back = Retour
next = Suivant
previous = Précédent
remove = Retirer
retry = Réessayer
quit = Quitter
help = Aide
settings = Réglages
about = À propos

## Réponses et valeurs absentes

yes = oui
no = non
none = aucun
all = tous
unknown = inconnu
not-stated = non précisé
hidden-by = Masqué par { $what }
and-others = { $list } et { $n ->
    [one] un autre
   *[other] { $n } autres
}
two-items = { $first } et { $second }
list-separator = ,{" "}

## Décomptes

records = { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
}
window = Fenêtre
certain = certain
possible = possible
out = hors de la fenêtre
undated = sans date
unplaced = sans lieu
unreadable = illisible
certain-hint = Quelle que soit leur date exacte, elles tombent dans la fenêtre
possible-hint = Une partie de leurs dates possibles tombe dans la fenêtre
out-hint = Aucune de leurs dates possibles ne tombe dans la fenêtre
undated-hint = Pas de date, ou une date qui ne peut être lue
unplaced-hint = Pas de lieu sur la carte
unreadable-hint = Le fichier les contient, mais elles ne peuvent être lues
count-certain = { $n ->
    [one] { $n } certaine
   *[other] { $n } certaines
}
count-possible = { $n ->
    [one] { $n } possible
   *[other] { $n } possibles
}
count-certain-possible = { $certain ->
    [one] { $certain } certaine
   *[other] { $certain } certaines
} + { $possible ->
    [one] { $possible } possible
   *[other] { $possible } possibles
}
count-out = { $n } hors fenêtre
count-undated = { $n } sans date
count-unplaced = { $n } sans lieu
count-unreadable = { $n ->
    [one] { $n } illisible
   *[other] { $n } illisibles
}

## Couches

layer-deployment = Déploiement
layer-incident = Incident
layer-delivery = Livraison
layer-context = Contexte
layers-deployment = Déploiements
layers-incident = Incidents
layers-delivery = Livraisons
layers-context = Contexte
layer-deployment-hint = Des forces ou des bases en un lieu
layer-incident-hint = Ce qui est arrivé à des personnes
layer-delivery-hint = Du matériel ou du personnel qui arrive
layer-context-hint = Ce qui explique le reste, parfois sans lieu

## Sortes de fiches

kind-event = Événement
kind-presence = Présence
kind-event-hint = A eu lieu une fois, quelque part dans sa date
kind-presence-hint = A duré pendant toute sa date

## Qui l’affirme

status = Statut
status-confirmed = Confirmé
status-reported = Rapporté
status-claimed = Allégué
status-disputed = Contesté
status-speculated = Supposé
status-denied = Démenti
status-confirmed-hint = La partie concernée ou des images indépendantes l’attestent
status-reported-hint = La source le dit en son propre nom
status-claimed-hint = Quelqu’un, nommé ou décrit, l’affirme
status-disputed-hint = Les affirmations se contredisent
status-speculated-hint = La source elle-même suppose
status-denied-hint = Une partie le dément et personne ne le soutient

## Précision du lieu

place-site = Site exact
place-town = Localité
place-area = Alentours
place-region = Région
place-country = Pays
place-unknown = Lieu inconnu
place-site-hint = Un bâtiment, une base ou un aéroport
place-town-hint = Une ville ou un village
place-area-hint = Quelque part autour d’un point
place-region-hint = Quelque part dans une région
place-country-hint = Quelque part dans le pays
place-unknown-hint = Personne ne dit avec quelle précision le lieu est connu
within-km = à { $km } km près

## Liens entre fiches

related-part-of = Fait partie de
related-same-as = Peut-être identique à
related-contradicts = Contredit
related-after = Après
related-before = Avant

## Sources

source-news = Presse
source-ngo = ONG
source-think-tank = Centre de recherche
source-official = Source officielle
source-dataset = Jeu de données

## Nombres indiqués

number-exact = { $low }
number-about = environ { $low }
number-range = de { $low } à { $high }
number-about-range = environ { $low } à { $high }
number-more-than = plus de { $low }
number-at-least = au moins { $low }
number-at-most = au plus { $high }
number-about-at-least = environ { $low } ou plus
number-about-at-most = environ { $high } ou moins
number-unstated = nombre non précisé

## Thèmes et langues

theme = Thème
theme-light = Clair
theme-dark = Sombre
theme-system = Comme le système
language = Langue
language-en = English
language-fr = Français
language-ar = العربية

## Fields of numbers

number-more = Augmenter
number-less = Diminuer
number-wrong = Un nombre de { $from } à { $to } est attendu

## Edges of panels

resize-timeline = Redimensionner la frise
resize-table = Redimensionner le tableau
resize-reader = Redimensionner le volet des documents
resize-layers = Redimensionner le panneau des couches
resize-inspector = Redimensionner l’inspecteur

# Modifications des fiches : leur journal en ligne de commande, et l’éditeur.

cli-log-about = Afficher le journal des modifications d’un fichier : qui a changé quoi, quand et pourquoi
cli-apply-about = Appliquer à un fichier les modifications d’un journal ; finit par 1 si quelqu’un doit trancher
cli-undo-about = Annuler une modification d’un fichier ; le journal garde les deux
cli-verify-log-about = Vérifier qu’aucune ligne d’un journal n’a été altérée, déplacée ou retirée ; finit par 1 et nomme la première ligne où la chaîne est rompue
cli-help-dataset = Le fichier de fiches, ou le dossier de ses journaux
cli-help-log-path = Un journal, ou un dossier de journaux
cli-help-change = L’identifiant de la modification, ou son début
cli-help-record = Seulement les modifications de la fiche qui a cet identifiant
cli-help-by = Qui fait la modification ; par défaut la personne que donne le système
cli-help-why = Pourquoi

cli-log-empty = Il n’y a pas de journal des modifications.
cli-log-whole = { $author } : { $n ->
    [one] une ligne, sa chaîne est entière
   *[other] { $n } lignes, leur chaîne est entière
}
cli-log-cut = { $author } : la dernière ligne a été coupée et n’est donc pas lue. Rien de ce qui précède n’est perdu.
cli-log-fault = { $author }, ligne { $line } : { $reason }
log-fault-not-json = la ligne n’est pas du JSON
log-fault-version = la ligne vient d’une autre version du programme
log-fault-form = la ligne n’est pas une modification : il y manque quelque chose, ou c’est d’un autre type
log-fault-chain = la chaîne est rompue : ce que cette ligne suit n’est pas avant elle, donc des lignes ont été altérées, déplacées ou retirées
log-fault-twice = une autre ligne a le même identifiant
log-fault-seen = la ligne en connaît une d’un autre auteur qui n’est pas là
cli-log-undoes = annule { $id }
cli-log-saved = enregistré
cli-log-new = nouvelle fiche
cli-log-deleted = supprimée
cli-log-unsettled = À trancher : { $record } { $field } : { $values }
cli-log-foreign = Aucune modification de { $log } ne convient à { $file } ; c’est le journal d’un autre jeu de données. Rien n’a été écrit.
cli-applied = Modifications : { $done } faites, { $already } déjà présentes, { $refused } qui ne conviennent pas, { $unsettled } à trancher par quelqu’un.
cli-change-refused = { $id } reste sans effet : { $reason }
edit-refused-no-record = il n’y a pas de fiche { $record }
edit-refused-ambiguous = plusieurs fiches s’appellent { $record }
edit-refused-not-json = la fiche { $record } est illisible
edit-refused-misfit = { $field } de { $record } n’est pas ce qu’il était quand la modification a été faite
cli-no-change = Aucune modification ne commence par { $id }, ou plusieurs ; « sahelscope log FICHIER » en donne la liste.
cli-no-inverse = { $id } ne peut pas être annulée : ce n’est pas la modification d’une fiche, ou elle ne dit pas ce qu’il y avait avant.
cli-not-editable = Les fiches de { $file } ne peuvent pas y être modifiées ; exportez-le d’abord en GeoJSON.
cli-undo-later = Une modification ultérieure repose dessus ; annulez d’abord celle-là.
cli-undone = { $id } est annulée.

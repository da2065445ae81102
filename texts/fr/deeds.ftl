# Ce que le personnel fait d’une demande, et ce qu’on en dit aux visiteurs.

deeds-help = Aide à la réponse
deeds-suggested = Articles suggérés
deeds-suggested-for = Pour :
deeds-no-suggestion = Aucun article ne se rapproche de la dernière question.
deeds-canned = Réponses types
deeds-insert = Insérer
deeds-sent = Tel qu’envoyé
deeds-meaning = Dans votre langue
deeds-open-article = Ouvrir l’article
deeds-note = Note interne
deeds-note-label = Note interne (visible du personnel uniquement)
deeds-note-save = Enregistrer la note
deeds-assign = Attribuer
deeds-colleague = Collègue
deeds-transfer = Transférer
deeds-snooze = Mettre en veille
deeds-snooze-for = Pendant combien de temps
deeds-snoozed = En veille
deeds-snoozed-until = En veille jusqu’au
deeds-wake = Reprendre maintenant
deeds-merge = Fusionner un doublon
deeds-duplicate = Demande de la même personne
deeds-merged-into = Fusionnée avec
deeds-close = Clore
deeds-close-reason = Motif
deeds-pick = Sélectionner
deeds-bulk = Pour les demandes sélectionnées :
deeds-bulk-done = { $count ->
    [one] Fait pour { $count } demande.
   *[other] Fait pour { $count } demandes.
  }
deeds-bulk-refused = Impossible (désormais) : { $cases }.
queues-state-snoozed = en veille
console-resolution-answered = réponse donnée
console-resolution-no_reply = sans réponse du visiteur
console-resolution-not_ours = ne relève pas de nous
console-resolution-abuse = abus
console-resolution-merged = fusionnée avec une autre demande

# Aux visiteurs
transferred = { $name } a transmis votre demande à d’autres collègues, qui vous répondront ici.
transferred-sensitive = { $name } a transmis votre demande à l’équipe chargée des questions sensibles. Seule cette équipe lit désormais la conversation.
merged = Votre demande { $case } a été réunie avec votre demande { $other }. La réponse viendra dans cette dernière.

# Refus
error-colleague = La demande ne peut pas être attribuée à cette personne. Veuillez en choisir une autre.
error-queue = Veuillez choisir une autre file.
error-merge = Seules les demandes d’une même personne peuvent être fusionnées.
error-answered-meanwhile = Une réponse a été envoyée entre-temps. Veuillez la lire, puis renvoyer la vôtre si elle reste utile.

# Notices of outages in the staff console.

notices-title = Avis
notices-text = Lors d’une panne, beaucoup de personnes posent la même question. Dès qu’un avis est publié, l’assistant le donne d’abord en réponse à toute question qui s’y rapporte.
notices-notice = Avis
notices-new = Nouvel avis
notices-edit = Modifier l’avis
notices-back = Retour
notices-no-notice = Il n’y a pas encore d’avis.
notices-none = Aucun avis
notices-link = Rattacher à l’avis
notices-unlink = Détacher
notices-starts = À partir de
notices-ends = Jusqu’à
notices-requests = Demandes ouvertes à ce sujet
notices-no-requests = Aucune demande ouverte n’est rattachée à cet avis.
notices-state-draft = brouillon
notices-state-published = publié
notices-state-planned = prévu
notices-state-over = délai écoulé
notices-state-ended = terminé
notices-keywords = Mots-clés
notices-keywords-hint = Mots-clés : un par ligne. Une question où figure l’un d’eux reçoit l’avis, quoi qu’elle dise d’autre.
notices-questions-hint = Exemples de questions : un par ligne, 5 ou plus de préférence, tels que différentes personnes les écriraient.
notices-languages-hint = Le titre et le texte sont obligatoires en { $language } ; ceux qui écrivent dans une langue manquante les reçoivent, et on le leur dit.
notices-replaces = L’avis remplace la réponse habituelle (sinon il la précède)
notices-times-hint = Laissez vide pour publier aussitôt et jusqu’à ce que quelqu’un y mette fin. Fuseau horaire : { $zone }.
notices-manner = Dans la conversation
notices-manner-replaces = à la place de la réponse habituelle
notices-manner-precedes = avant la réponse habituelle
notices-end = Y mettre fin maintenant
notices-publish-again = Publier à nouveau
notices-discard = Supprimer
notices-tried-yes = Cette question reçoit l’avis.
notices-tried-no = Cette question ne reçoit pas l’avis.
notices-reply = Une réponse pour tous
notices-reply-text = Chaque visiteur la reçoit dans sa conversation, dans sa langue si vous l’écrivez, sinon en { $language }.
notices-then = Ensuite
notices-then-close = Clore les demandes
notices-then-hand-back = Rendre à l’assistant
notices-send = Envoyer à tous
notices-answered = { $count ->
    [one] { $count } visiteur a reçu la réponse.
   *[other] { $count } visiteurs ont reçu la réponse.
  }
notices-held = Des collègues s’occupent de celles-ci ; elles n’ont pas été modifiées. Cochez-les ci-dessous pour y répondre aussi.
notices-held-confirm = Répondre aussi aux demandes dont s’occupent des collègues (vous les reprenez)

# Errors
error-notice-changed = Quelqu’un d’autre a modifié cet avis entre-temps. Veuillez le relire.
error-notice-first = Veuillez écrire le titre et le texte dans la première langue.
error-notice-half = Chaque langue doit avoir un titre et un texte.
error-notice-long = Un titre peut avoir 200 caractères, un texte 4 000, une question ou un mot-clé 300 ; 50 lignes au plus.
error-notice-keyword = Le mot-clé « { $word } » est trop court : il figurerait dans trop de questions.
error-notice-nothing = Veuillez écrire au moins un exemple de question ou un mot-clé, sinon personne ne recevra l’avis.
error-notice-times = La fin doit venir après le début.
error-notice-sensitive = Une demande sensible ne peut pas être rattachée à un avis.
error-notice-reply = Veuillez écrire la réponse dans la première langue.

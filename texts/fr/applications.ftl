# Candidatures : qui demande, où elles en sont, retrait, coordonnées ; et les courriels qui vont avec.

# Qui demande
verify-who = Pour que personne d’autre n’ait connaissance de votre candidature, veuillez d’abord confirmer qu’il s’agit bien de la vôtre. Indiquez l’adresse électronique avec laquelle vous avez postulé, ou la référence de votre candidature, par exemple APP-7K3M-9QX2.
verify-sent = S’il existe une candidature correspondant à ce que vous avez indiqué, un code à six chiffres vient d’être envoyé à l’adresse électronique qui figure dans le dossier. Veuillez saisir ce code ici. Il est valable { $minutes } minutes. Si aucun message n’arrive, vérifiez vos courriers indésirables ou essayez une autre adresse ou référence.
verify-wrong = Ce code n’est pas le bon. { $left ->
    [one] Il vous reste { $left } essai.
   *[other] Il vous reste { $left } essais.
  }
verify-no-tries = Ce code n’est pas le bon non plus, et il n’est désormais plus valable. Vous pouvez en demander un nouveau.
verify-expired = Ce code n’est plus valable. Vous pouvez en demander un nouveau.
verify-wait = Trop de codes ont été demandés en peu de temps. Veuillez réessayer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
verify-done = Merci, c’est confirmé. Pendant une demi-heure, vous pouvez consulter vos candidatures dans cette conversation.
verify-over = Plus d’une demi-heure s’est écoulée depuis que vous avez confirmé votre identité.
verify-cancelled = Très bien, restons-en là. Que puis-je faire d’autre pour vous ?
verify-form-identity = Ce n’est ni une adresse électronique complète ni une référence. Une référence se présente ainsi : APP-7K3M-9QX2.
verify-form-code = Le code comporte six chiffres. Vous le trouverez dans le courriel que nous vous avons envoyé.
verify-form-email = Cela ne ressemble pas à une adresse électronique. Veuillez l’écrire sous la forme nom@example.org.
verify-form-email-code = Le code comporte six chiffres. Vous le trouverez dans le courriel envoyé à votre nouvelle adresse.
verify-form-phone = Cela ne ressemble pas à un numéro de téléphone. Veuillez l’écrire avec l’indicatif du pays, par exemple +254 712 345678.
verify-remind-identity = J’attends toujours l’adresse électronique avec laquelle vous avez postulé, ou la référence de votre candidature.
verify-remind-code = J’attends toujours le code à six chiffres reçu par courriel.
verify-remind-email = J’attends toujours votre nouvelle adresse électronique.
verify-remind-email-code = J’attends toujours le code à six chiffres envoyé à votre nouvelle adresse.
verify-remind-phone = J’attends toujours votre nouveau numéro de téléphone.
# Ce que l’on écrit pour arrêter, en minuscules, séparé par |
verify-cancel-words = laisse tomber|laissez tomber|annuler|annule|annulez|stop|arrête|arrêtez|tant pis|oubliez|oublie|non merci|ce n'est pas grave|c'est pas grave|pas maintenant|abandonner
choice-cancel = Annuler
choice-new-code = Envoyer un nouveau code

# Où en sont les candidatures
application-list = { $count ->
    [0] Il n’y a plus de candidature à votre nom.
    [one] Vous avez une candidature :
   *[other] Vous avez { $count } candidatures. Choisissez-en une pour en savoir plus :
  }
application-since = Statut : **{ $status }**, depuis le { $date }.
application-status-submitted = reçue
application-status-screening = en cours d’examen
application-status-shortlisted = sur la liste restreinte
application-status-interview = entretien
application-status-checks = dernières vérifications
application-status-selected = retenue
application-status-not_selected = non retenue
application-status-withdrawn = retirée
application-next-submitted = Notre équipe va maintenant vérifier si vous remplissez les conditions requises. Vous n’avez rien à faire.
application-next-screening = Notre équipe compare votre profil aux conditions requises. Les profils les plus adaptés seront ensuite inscrits sur la liste restreinte. Vous n’avez rien à faire.
application-next-shortlisted = Votre profil est parmi les plus adaptés. L’entité pourra maintenant vous inviter à un entretien ; veuillez consulter souvent votre messagerie.
application-next-interview = Vous êtes invité(e) à un entretien ou vous l’avez déjà passé. L’entité prendra ensuite sa décision, puis vos références et vos documents seront vérifiés.
application-next-checks = Vos références, vos documents et votre aptitude médicale sont en cours de vérification. Si tout est en ordre, vous recevrez une offre. Veuillez répondre rapidement aux questions.
application-next-selected = Félicitations, votre candidature a été retenue. La suite est expliquée dans le courriel contenant l’offre. S’il ne vous est pas parvenu, adressez-vous à l’un de nos collègues.
application-next-not_selected = Une autre personne a été choisie cette fois-ci. Votre profil est conservé, et vous pouvez postuler à d’autres affectations.
application-next-withdrawn = Vous avez retiré cette candidature. Vous pouvez postuler à d’autres affectations.
application-usual = Cette étape dure en général environ { $half } ; trois candidatures sur quatre la franchissent en { $most } au plus.
application-usual-unknown = Nous ne pouvons pas encore dire combien de temps dure habituellement cette étape.
application-demonstration = Données de démonstration : cette candidature est fictive.
choice-applications = Toutes mes candidatures
choice-withdraw-application = Retirer cette candidature

# Retrait
application-sure = Voulez-vous vraiment retirer votre candidature pour **{ $name }** ({ $reference }) ? Ce retrait est définitif.
choice-withdraw-sure = Oui, la retirer
choice-withdraw-keep = Non, la maintenir
application-withdrawn = Votre candidature pour **{ $name }** ({ $reference }) a été retirée. Vous recevrez une confirmation par courriel.
application-kept = Votre candidature { $reference } est maintenue telle quelle.

# Coordonnées
choice-email = Changer mon adresse électronique
choice-phone = Changer mon numéro de téléphone
contact-new-email = Veuillez indiquer votre nouvelle adresse électronique. Nous y enverrons un code.
contact-code-sent = Un code à six chiffres vient d’être envoyé à la nouvelle adresse, sauf si celle-ci est déjà utilisée. Veuillez saisir ce code ici. Il est valable { $minutes } minutes.
contact-email-changed = Merci, votre adresse électronique a été modifiée. L’ancienne adresse en a été informée.
contact-new-phone = Veuillez indiquer votre nouveau numéro de téléphone avec l’indicatif du pays, par exemple +254 712 345678.
contact-phone-changed = Merci, votre numéro de téléphone a été modifié. Un message d’information a été envoyé à votre adresse électronique.

# Courriels
mail-code-subject = Votre code : { $code }
mail-code-text =
    Bonjour,

    Votre code est { $code }. Veuillez le saisir dans la conversation où vous avez demandé des nouvelles de votre candidature. Il est valable { $minutes } minutes.

    Nous ne demandons jamais ce code par téléphone ni par courriel. Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans ce code, personne ne peut voir votre candidature.

    { $organisation }
mail-email-code-subject = Votre code pour la nouvelle adresse : { $code }
mail-email-code-text =
    Bonjour,

    Quelqu’un a indiqué cette adresse comme nouvelle adresse électronique pour sa candidature. S’il s’agit de vous, veuillez saisir le code { $code } dans la conversation. Il est valable { $minutes } minutes.

    Sinon, vous n’avez rien à faire.

    { $organisation }
mail-email-changed-subject = Votre adresse électronique a été modifiée
mail-email-changed-text =
    Bonjour,

    L’adresse électronique de votre candidature a été modifiée dans la conversation en ligne. Nous écrirons désormais à la nouvelle adresse.

    Si cette demande ne vient pas de vous, veuillez nous le signaler immédiatement en répondant à ce message.

    { $organisation }
mail-phone-changed-subject = Votre numéro de téléphone a été modifié
mail-phone-changed-text =
    Bonjour,

    Le numéro de téléphone de votre candidature a été modifié dans la conversation en ligne.

    Si cette demande ne vient pas de vous, veuillez nous le signaler immédiatement en répondant à ce message.

    { $organisation }
mail-withdrawn-subject = Votre candidature { $reference } a été retirée
mail-withdrawn-text =
    Bonjour,

    Vous avez retiré dans la conversation en ligne votre candidature pour { $name } ({ $reference }).

    Si cette demande ne vient pas de vous, veuillez nous le signaler immédiatement en répondant à ce message.

    { $organisation }

# What the desk itself says to visitors, and its errors, in French.

queued = Votre demande porte le numéro { $case }. { $place ->
    [one] Vous êtes en tête de la file d’attente.
   *[other] Vous êtes en { $place }e position dans la file d’attente.
  } { $wait }
queued-sensitive = Votre demande porte le numéro { $case }. Seule l’équipe chargée des questions sensibles la lira. { $wait }
wait-unknown = Nous ne pouvons pas encore dire combien de temps cela prendra.
wait-minutes = { $minutes ->
    [one] L’attente sera d’environ { $minutes } minute.
   *[other] L’attente sera d’environ { $minutes } minutes.
  }
wait-nobody = Aucun membre de notre équipe n’est en ligne pour le moment. { $where }
wait-closed = Notre équipe est absente pour le moment. Elle sera de retour le { $day } à { $time } ({ $zone }). { $where }
wait-closed-long = Notre équipe est absente pour le moment. { $where }
# What stands behind these: with an e-mail address, or in a matter where none is asked for.
wait-email = Vous pouvez laisser une adresse électronique ; la réponse s’affichera aussi ici.
wait-here = La réponse s’affichera ici.
added-to-request = Votre message a été ajouté à votre demande.
choice-resume = Continuer avec l’assistant
choice-withdraw = Retirer la demande
choice-wait = Attendre un membre de l’équipe
resumed = Vous pouvez continuer avec l’assistant. Votre demande { $case } garde sa place ; un membre de notre équipe vous rejoindra quand viendra votre tour.
withdrawn = Votre demande { $case } a été retirée.
contact-saved = Merci. La réponse à la demande { $case } s’affichera ici, et notre équipe pourra vous écrire à l’adresse que vous avez laissée.
joined = { $name } a rejoint la conversation.
handed-back = { $name } a rendu la conversation à l’assistant.
released = { $name } a remis votre demande dans la file d’attente.
closed = { $name } a clos la conversation. Vous pouvez nous écrire de nouveau quand vous voulez.
closed-one = { $name } a clos votre demande { $case }. Votre autre demande est toujours en attente.
reopened = La conversation est de nouveau ouverte.
choice-gone = Ce bouton n’est plus valable. Veuillez écrire votre question.
feedback-thanks = Merci de votre avis.
feedback-sorry = Merci de nous l’avoir dit. Posez votre question autrement, ou parlez à un membre de notre équipe.
language-set = La langue est désormais le français.
failure-assistant = L’assistant ne peut pas répondre pour le moment. Votre message est conservé et notre équipe est prévenue (demande { $case }). Veuillez réessayer dans un instant.
failure-interrupted = Votre dernier message est resté sans réponse, car le service a été interrompu. Il est conservé et notre équipe est prévenue (demande { $case }). Veuillez reposer votre question.
error-not-found = Il n’y a rien à cette adresse.
error-not-allowed = Cette adresse ne peut pas être utilisée de cette façon.
error-conversation-unknown = Cette conversation n’existe plus. Veuillez en commencer une nouvelle.
error-token = La clé de cette conversation manque ou n’est pas valable. Veuillez commencer une nouvelle conversation.
error-invalid = La requête n’est pas valable.
error-empty = Veuillez écrire un message.
error-too-long = Votre message compte { $length } caractères ; le maximum est de { $maximum }. Veuillez le raccourcir ou l’envoyer en plusieurs parties.
error-body-too-large = La requête est trop volumineuse.
error-rate = Trop de messages en peu de temps. Veuillez réessayer dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }.
error-email = Cela ne ressemble pas à une adresse électronique.
error-no-request = Il n’y a pas de demande en cours dans cette conversation.
error-message-unknown = Cette réponse n’existe pas dans cette conversation.
error-erase-sensitive = Cette conversation contient un signalement. Un membre de notre équipe doit confirmer avant qu’elle soit supprimée ; votre demande a été transmise.
error-internal = Un problème est survenu de notre côté. Veuillez réessayer dans un instant.
error-login = L’identifiant ou le mot de passe est incorrect.
error-login-rate = Trop de tentatives de connexion. Veuillez patienter { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }.
error-forbidden = Vous n’avez pas l’autorisation de faire cela.
error-origin = La requête ne vient pas de ce site.
error-taken = Quelqu’un a été plus rapide : { $name } a déjà pris cette demande en charge.
error-held = { $name } s’entretient avec cette personne : la conversation est déjà prise en charge.
error-stale = La demande a changé entre-temps. Veuillez la relire.
error-not-owner = Vous n’êtes pas ou plus en charge de cette conversation. Prenez-la d’abord en charge.
error-password-weak = Le mot de passe doit compter au moins { $minimum } caractères et être différent de l’ancien.
error-login-taken = Cet identifiant est déjà pris.

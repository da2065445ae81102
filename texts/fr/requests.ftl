# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = Je peux enregistrer votre demande de volontaires. Vous pouvez répondre dans l’ordre que vous voulez, tout corriger et revenir plus tard ; rien n’est envoyé avant que vous ne confirmiez.
request-known = Voici ce que j’ai noté : { $facts }.
request-facts-separator = { " " }; { "" }
request-back = Revenons à votre demande : { $question }
request-ask-profile = De quel type de volontaires avez-vous besoin, et combien ? Par exemple : deux infirmières et une sage-femme.
request-ask-number = De combien de volontaires avez-vous besoin ?
request-ask-country = Dans quel pays les volontaires serviront-ils ?
request-ask-modality = De quelle forme de volontariat s’agit-il ?
request-ask-start = Quand les volontaires doivent-ils commencer ?
request-ask-duration = Pour combien de temps en avez-vous besoin ?
request-ask-number-of = Combien vous en faut-il ({ $profile }) ?
request-ask-country-of = Dans quel pays ces volontaires serviront-ils ({ $profile }) ?
request-ask-modality-of = De quelle forme de volontariat s’agit-il ({ $profile }) ?
request-ask-start-of = Quand ces volontaires doivent-ils commencer ({ $profile }) ?
request-ask-duration-of = Pour combien de temps en avez-vous besoin ({ $profile }) ?
request-ask-funding = Comment les volontaires seront-ils financés ?
request-ask-organisation = De quelle organisation vient la demande ?
request-ask-contact = Quel est le nom de la personne à contacter ?
request-ask-email = Quelle est l’adresse électronique de cette personne ? Nous y enverrons un lien ; la demande ne compte qu’une fois ce lien ouvert et confirmé.
request-confirm = Tout est-il exact ? Si oui, j’enverrai la demande.
request-change = Que faut-il changer ? Écrivez-le avec vos mots, par exemple : cinq, pas trois.
request-guess = Dois-je noter ceci : { $facts } ?
request-summary = Voici votre demande :
request-counted = { $number } × { $what }
request-volunteers = volontaires
request-from = début : { $start }
request-start-soon = dès que possible
request-open = non précisé
request-email-known = reçue (non affichée ici)
request-fact = { $label } : { $value }
request-field-funding = Financement
request-field-organisation = Organisation
request-field-contact = Personne à contacter
request-field-email = Adresse électronique
request-funding-own = fonds propres de l’organisation
request-funding-donor = un donateur ou un gouvernement
request-funding-shared = partagé entre plusieurs
request-funding-none = pas encore de financement
request-later = Très bien, je la garde. Dites « reprendre ma demande » quand vous le souhaitez.
request-cancelled = La demande a été abandonnée. Rien n’a été envoyé.
request-nothing = Il n’y a pas de demande à reprendre. Dites-moi de quels volontaires vous avez besoin, et j’en commence une.
request-passed-on = Merci. Je transmets votre demande.
request-choice-send = Envoyer la demande
request-choice-change = Changer quelque chose
request-choice-cancel = Abandonner la demande
request-choice-later = Plus tard
request-choice-resume = Reprendre la demande
request-choice-skip = Ne pas préciser
request-choice-yes = Oui
request-choice-no = Non
request-choice-email = Redonner l’adresse

# Values that cannot be right
request-problem-number-least = Il faut au moins un volontaire ; { $value } n’est pas possible.
request-problem-number-most = { $value } volontaires, c’est plus qu’une demande ne peut contenir (500). Pour des nombres plus élevés, veuillez vous adresser à un collègue.
request-problem-start-past = { $value } : cette date est passée. Veuillez indiquer un mois à venir.
request-problem-start-day = Ce jour n’existe pas : { $value }. Veuillez l’écrire ainsi : 15 mars 2027.
request-problem-start-far = { $value } : cette date est trop lointaine ; les demandes portent sur les trois prochaines années.
request-problem-duration = Cette durée n’est pas possible : elle doit être comprise entre une semaine et quatre ans.
request-problem-country-region = « { $value } » est une région. Veuillez indiquer un pays ; vous pouvez en indiquer plusieurs, l’un après l’autre.
request-problem-lines = { $value } types de volontaires, c’est plus qu’une demande ne peut contenir (12). Veuillez faire deux demandes.
request-problem-needed = Cette indication est indispensable.
request-problem-name = « { $value } » ne me semble pas être un nom.
request-problem-form-number = Je n’ai pas trouvé de nombre dans « { $value } ». Veuillez l’écrire ainsi : 5 ou cinq.
request-problem-form-country = Je ne connais pas de pays appelé « { $value } ». Veuillez écrire son nom en entier.
request-problem-form-modality = Je ne connais pas « { $value } » comme forme de volontariat. Veuillez en choisir une ci-dessous, ou ne pas préciser ce point.
request-problem-form-start = Je n’ai pas trouvé de date dans « { $value } ». Veuillez l’écrire ainsi : mars 2027 ou 15 mars 2027.
request-problem-form-duration = Je n’ai pas trouvé de durée dans « { $value } ». Veuillez l’écrire ainsi : 6 mois.
request-problem-form-funding = Je n’ai pas compris, d’après « { $value } », qui paie. Veuillez choisir ci-dessous, ou ne pas préciser ce point.
request-problem-form-email = « { $value } » n’est pas une adresse électronique complète. Veuillez l’écrire ainsi : nom@example.org.

# What the desk says
request-received = Votre demande porte le numéro **{ $number }**. Un courriel contenant un lien est en route vers l’adresse de la personne à contacter. La demande ne compte qu’une fois confirmée par ce lien ; nos collègues la voient déjà. Pour savoir où elle en est, ou pour la modifier, écrivez ce numéro ici.
request-received-before = Cette demande a déjà été envoyée ; elle porte le numéro **{ $number }**.
request-changed = Votre demande **{ $number }** a été modifiée. Un message à ce sujet a été envoyé à la personne à contacter.
request-address-gone = Nous ne conservons pas les adresses aussi longtemps et n’avons plus la vôtre. Veuillez l’indiquer de nouveau.
request-too-many = Trop de courriels ont été demandés en peu de temps. Veuillez réessayer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
request-code-sent = S’il existe une demande portant ce numéro, un code à six chiffres est en route vers l’adresse de la personne à contacter. Veuillez écrire le code ici. Il est valable { $minutes } minutes.
request-progress = Demande **{ $number }** ({ $organisation }), faite le { $date }
request-state-claimed = Elle n’est pas encore confirmée : veuillez ouvrir le lien du courriel envoyé à la personne à contacter.
request-state-confirmed = Elle est confirmée et attend un collègue.
request-state-working = Elle est confirmée et un collègue s’en occupe.
request-state-done = Nos collègues l’ont traitée.
request-state-withdrawn = Elle a été retirée.
choice-request-change = Modifier la demande
choice-request-withdraw = Retirer la demande
choice-request-withdraw-sure = Oui, la retirer
choice-request-keep = Non, la garder
request-sure = Voulez-vous vraiment retirer la demande { $number } ? Ce sera définitif.
request-withdrawn = La demande { $number } a été retirée. Une confirmation a été envoyée à la personne à contacter.
request-kept = La demande { $number } reste inchangée.

# The page behind the link
request-page-title = Confirmer une demande de volontaires
request-page-text = La demande { $number } a été faite pour { $organisation }, et vous en êtes la personne à contacter. Elle ne compte qu’une fois que vous l’aurez confirmée.
request-page-button = Confirmer la demande
request-page-not-you = Si vous n’en savez rien, fermez simplement cette page : sans confirmation, la demande ne compte pas.
request-page-done-title = La demande est confirmée
request-page-done = Merci. Nos collègues prendront contact avec vous au sujet de la demande { $number }.
request-page-gone-title = Ce lien n’est plus valable
request-page-gone = La demande a été retirée ou le lien a expiré. Veuillez faire une nouvelle demande dans le chat.

# Mails
mail-request-confirm-subject = Veuillez confirmer votre demande { $number }
mail-request-confirm-text =
    Bonjour { $contact },

    Une demande de volontaires a été faite avec cette adresse comme contact. Elle porte le numéro { $number } :

    { $summary }

    Veuillez la confirmer ici ; elle ne compte pas avant. Le lien est valable { $days } jours.

    { $link }

    Si vous n’en savez rien, vous n’avez rien à faire.

    { $organisation }
mail-request-confirmed-subject = Votre demande { $number } est confirmée
mail-request-confirmed-text =
    Bonjour { $contact },

    Merci d’avoir confirmé la demande { $number }. Nos collègues prendront contact avec vous.

    { $summary }

    Pour savoir où elle en est, ou pour la modifier, écrivez son numéro dans le chat.

    { $organisation }
mail-request-changed-subject = Votre demande { $number } a été modifiée
mail-request-changed-text =
    Bonjour { $contact },

    La demande { $number } a été modifiée dans le chat. La voici maintenant :

    { $summary }

    Si ce n’était pas vous, veuillez répondre à ce courriel.

    { $organisation }
mail-request-withdrawn-subject = Votre demande { $number } a été retirée
mail-request-withdrawn-text =
    Bonjour { $contact },

    La demande { $number } a été retirée dans le chat.

    Si ce n’était pas vous, veuillez répondre à ce courriel.

    { $organisation }
mail-request-code-subject = Votre code : { $code }
mail-request-code-text =
    Bonjour,

    Votre code est { $code }. Veuillez l’écrire dans le chat où vous avez demandé des nouvelles de votre demande de volontaires. Il est valable { $minutes } minutes.

    Nous ne demandons jamais ce code par téléphone ni par courriel. Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans le code, personne ne voit votre demande.

    { $organisation }

# The console
console-reason-volunteer_request = demande de volontaires
console-request = Demande de volontaires
console-request-number = Numéro
console-request-state = Confirmée
console-request-claimed = pas encore : adresse non vérifiée
console-request-confirmed = oui, par un lien envoyé à la personne à contacter, le { $date }
console-request-withdrawn = retirée le { $date }
console-request-lines = Volontaires

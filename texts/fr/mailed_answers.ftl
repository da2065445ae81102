# Réponses des collègues par courriel, et retour dans la conversation.

choice-again = Écrire de nouveau à nos collègues
answer-solved = La demande { $case } est close. Si vous avez encore quelque chose à dire à nos collègues à ce sujet, appuyez sur le bouton ; ce que vous écrirez ensuite leur parviendra.
answer-link-title = Votre conversation avec nous
answer-link-text = Voulez-vous poursuivre la demande { $case } dans la conversation en ligne ? Votre conversation s’ouvrira dans ce navigateur. Ne le faites que sur un appareil de confiance.
answer-link-button = Ouvrir la conversation
error-answer-link = Ce lien n’est pas valable ou ne l’est plus : les liens de nos courriels sont valables sept jours. Avec le numéro et le code de votre demande, vous pouvez lire la réponse à tout moment sur la page « Votre demande ».
mail-answer-subject = Réponse à votre demande { $case }
mail-answer-text =
    Bonjour,

    Nos collègues ont répondu à votre demande { $case } :

    { $answer }

    Ce lien ouvre votre conversation en ligne, où vous pouvez répondre. Il est valable { $days ->
        [one] { $days } jour
        [many] { $days } jours
       *[other] { $days } jours
      } ; merci de ne pas le transmettre :
    { $link }

    { $organisation }
mail-answer-hidden-subject = Réponse à votre demande { $case }
mail-answer-hidden-text =
    Bonjour,

    Nos collègues ont répondu à votre demande { $case }. Pour protéger ce que vous avez écrit, rien n’en figure dans ce courriel. Avec le numéro de votre demande et le code affiché dans la conversation, vous pouvez lire la réponse ici et y répondre :
    { $link }

    { $organisation }
answer-reply = Vous pouvez simplement répondre à ce courriel ou poursuivre dans la conversation en ligne.
mail-partly = Seul le texte de votre courriel a été repris ({ $length } caractères au plus), sans les pièces jointes ni le reste.
mail-without-text = (Courriel sans texte)

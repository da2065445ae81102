# Corrections of answers: the console's pages, and what is sent.

corrections-title = Rectifications
corrections-text = Articles dont quelqu’un a reçu une réponse qui n’est plus valable.
corrections-people = Personnes
corrections-nobody = Il n’y a personne à prévenir.
corrections-link = Qui a reçu une réponse erronée
corrections-of = Rectifications : { $title }
corrections-of-text = La dernière réponse que ces personnes ont reçue a été modifiée ou retirée depuis, ou a été signalée comme fausse. Chacune reçoit une seule rectification, dans sa langue.
corrections-way-chat = dans la conversation
corrections-way-mail = par courriel
corrections-way-none = injoignable
corrections-erased = Demandes dont la conversation a été supprimée
corrections-send = { $count ->
    [one] Envoyer la rectification à { $count } personne
   *[other] Envoyer la rectification à { $count } personnes
  }
corrections-sent = Envoyé : { $chat } dans la conversation, { $mail } par courriel.
corrections-unreached = { $count ->
    [one] { $count } personne n’a pas pu être jointe.
   *[other] { $count } personnes n’ont pas pu être jointes.
  }
corrections-failed = { $count ->
    [one] { $count } personne a été prévenue entre-temps par un collègue ou a supprimé la conversation.
   *[other] { $count } personnes ont été prévenues entre-temps par un collègue ou ont supprimé la conversation.
  }
corrections-answered = Réponse donnée
corrections-why = Motif
corrections-why-changed = le texte a changé
corrections-why-withdrawn = l’article est retiré
corrections-why-wrong = signalée comme fausse
corrections-way = Peut être prévenue

# To visitors
correction = Rectification
correction-changed = Le { $date }, nous vous avons donné ici sur « { $title } » une réponse qui n’est plus valable. Voici notre réponse actuelle :
correction-withdrawn = Le { $date }, nous vous avons donné ici sur « { $title } » une réponse qui n’est plus valable. Ne vous y fiez plus. Nos collègues vous aideront volontiers.
correction-wrong = Le { $date }, nous avons répondu ici à votre question par « { $title } ». Ce n’était pas la bonne réponse. Ne vous y fiez pas. Nos collègues vous aideront volontiers.
mail-correction-subject = { $organisation } : rectification d’une réponse
mail-correction-text =
    Bonjour,

    Vous nous avez posé une question dans notre chat en laissant cette adresse. Nous devons rectifier notre réponse.

    { $text }

    Nous vous prions de nous excuser de cette erreur.

    { $organisation }

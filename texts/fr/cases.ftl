# Une demande sur n’importe quel appareil : numéro et code, réponses, message.

case-code = Vous pouvez aussi lire la réponse sur n’importe quel appareil, sans cette conversation : { $link }, avec le numéro { $case } et le code { $code }. Conservez bien ce code : quiconque le possède peut lire la réponse.
case-title = Votre demande
case-intro = Indiquez le numéro de votre demande et son code. Tous deux vous ont été donnés dans la conversation au moment de la demande.
case-number = Numéro de la demande
case-secret = Code d’accès
case-look = Afficher ma demande
case-again = Voir s’il y a de nouvelles réponses
case-about = Demande { $case }.
case-open = Elle attend un membre de l’équipe.
case-claimed = { $name } s’en occupe.
case-solved = Elle est traitée. Si vous écrivez de nouveau, elle sera rouverte.
case-written = Messages depuis la demande
case-no-answer = Il n’y a pas encore de réponse.
case-you = Vous
case-reply = Écrire à l’équipe
case-send = Envoyer
error-case-unknown = Il n’y a pas de demande portant ce numéro et ce code. Veuillez vérifier les deux dans votre conversation.
error-case-rate = Trop de tentatives en peu de temps. Veuillez réessayer dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }.

# Ce qui attend un membre de l’équipe, et si la console est connectée.

console-waits = { $count ->
    [one] { $count } demande vous attend
   *[other] { $count } demandes vous attendent
  }
console-unread = La personne a écrit
console-lost = Le service est injoignable. Ce que vous écrivez reste ici ; la page reprend d’elle-même dès que le service est de retour.
console-failed = L’envoi n’est pas parvenu au service. Votre texte est toujours là ; veuillez réessayer dans un instant.
account-chime = Signal sonore
account-chime-wanted = Émettre un signal sonore quand une nouvelle demande ou un nouveau message vous attend
account-chime-try = Écouter le signal

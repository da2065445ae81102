# La question posée à la fin aux visiteurs sur leur satisfaction.

satisfaction-ask = Avons-nous répondu à votre question ?
satisfaction-yes = Oui
satisfaction-partly = En partie
satisfaction-no = Non
satisfaction-thanks = Merci de votre réponse.

widget-more = Afficher la suite

widget-download-data = Télécharger les données (JSON)
widget-anew = Commencer une nouvelle conversation
widget-anew-question = Commencer une nouvelle conversation ? Celle-ci ne sera plus affichée ici ; notre service la conserve. Téléchargez-la d’abord si vous voulez la garder.
widget-large = Grand affichage
widget-mute = Sans son

widget-shared = Appareil partagé
widget-shared-on = Appareil partagé : rien n’est conservé ici une fois que vous fermez le chat ou cette page.
widget-shared-off = Cet appareil conserve de nouveau la conversation, pour que vous la retrouviez à votre retour.
widget-leave = Quitter maintenant

widget-email-down = Le service ne répond pas pour le moment. Laissez votre adresse électronique : votre message sera transmis dès son retour et la réponse vous parviendra par courriel.
widget-email-kept = Le service ne répond pas pour le moment. Votre message et votre adresse sont conservés sur cet appareil et seront transmis dès son retour, au plus tard lors de votre prochaine visite sur ce site.

## Un fichier que l’équipe demande

widget-file = Un fichier pour notre équipe
widget-file-choose = Choisir un fichier
widget-file-send = Envoyer le fichier
widget-file-sending = Envoi du fichier…
widget-file-kept = Le fichier n’a pas été envoyé : la connexion a été interrompue. Il est toujours choisi ici ; renvoyez-le.
widget-file-large = Ce fichier dépasse {$limit} Mo. Veuillez en choisir un plus petit.

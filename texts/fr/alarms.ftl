# Alarmes sur les demandes que personne n’a prises, hors de la console. $requests ne contient rien de ce que les visiteurs ont écrit.

alarm-since = En attente depuis
alarm-members = Qui peut l’ouvrir
mail-alarm-subject = { $count ->
        [one] { $value } demande attend un collègue
        [many] { $value } demandes attendent un collègue
    *[other] { $value } demandes attendent un collègue
   }
mail-alarm-text =
    Bonjour,

    { $count ->
         [one] { $value } demande n’est pas encore prise en charge
         [many] { $value } demandes ne sont pas encore prises en charge
        *[other] { $value } demandes ne sont pas encore prises en charge
       } :

    { $requests }

    Ce qui a été écrit ne se lit que dans la console. Dès qu’une demande est prise en charge, plus aucun courriel n’est envoyé à son sujet.

    { $organisation }
mail-alarm-urgent-subject = Urgent : { $count ->
        [one] { $value } signalement confidentiel attend
        [many] { $value } signalements confidentiels attendent
    *[other] { $value } signalements confidentiels attendent
   }
mail-alarm-urgent-text =
    Bonjour,

    { $count ->
         [one] { $value } signalement confidentiel n’est pas encore pris en charge
         [many] { $value } signalements confidentiels ne sont pas encore pris en charge
        *[other] { $value } signalements confidentiels ne sont pas encore pris en charge
       } :

    { $requests }

    Seuls les membres de la file peuvent l’ouvrir. Si vous n’en faites pas partie, veillez à ce que l’un d’eux s’en charge maintenant. Vous continuerez de recevoir ces courriels tant que personne ne l’aura fait.

    { $organisation }
account-email = Alarmes par courriel
account-email-text = Si vous indiquez une adresse, vous y recevrez un courriel lorsque des demandes de vos files n’ont été prises en charge par personne. Les superviseurs en reçoivent aussi pour les demandes qui attendent trop longtemps dans d’autres files. Rien de ce que les visiteurs ont écrit ne figure dans ces courriels.
account-email-address = Adresse électronique
people-email-of = Adresse électronique de { $login }
people-save-email = Enregistrer l’adresse de { $login }

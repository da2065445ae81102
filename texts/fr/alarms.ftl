# Alarmes sur les demandes que personne n’a prises, hors de la console. $requests ne contient rien de ce que les visiteurs ont écrit.

alarm-since = En attente depuis
mail-alarm-subject = { $count ->
        [one] { $value } demande attend un collègue
        [many] { $value } de demandes attendent un collègue
    *[other] { $value } demandes attendent un collègue
   }
mail-alarm-text =
    Bonjour,

    { $count ->
         [one] personne n’a encore pris { $value } demande
         [many] personne n’a encore pris { $value } de demandes
        *[other] personne n’a encore pris { $value } demandes
       } :

    { $requests }

    Ce qui a été écrit ne se lit que dans la console. Dès que quelqu’un prend une demande, il n’y a plus de courriel à son sujet.

    { $organisation }
mail-alarm-urgent-subject = Urgent : { $count ->
        [one] { $value } signalement confidentiel attend
        [many] { $value } de signalements confidentiels attendent
    *[other] { $value } signalements confidentiels attendent
   }
mail-alarm-urgent-text =
    Bonjour,

    { $count ->
         [one] personne n’a encore pris { $value } signalement confidentiel
         [many] personne n’a encore pris { $value } de signalements confidentiels
        *[other] personne n’a encore pris { $value } signalements confidentiels
       } :

    { $requests }

    Seuls les membres de la file peuvent l’ouvrir. Si vous n’en êtes pas, veillez à ce que l’un d’eux le prenne maintenant. Vous serez de nouveau averti tant que personne ne l’aura fait.

    { $organisation }
account-email = Alarmes par courriel
account-email-text = Si vous indiquez une adresse, vous y êtes averti des demandes de vos files que personne n’a prises. Les superviseurs le sont aussi de celles qui attendent trop longtemps dans d’autres files. Rien de ce qui a été dit ne figure dans ces courriels.
account-email-address = Adresse électronique
people-email-of = Adresse électronique de { $login }
people-save-email = Enregistrer l’adresse de { $login }

# Les comptes du personnel : le sien, et la page de l’administration.

account-title = Mon compte
account-factor = Second facteur
account-factor-on = À chaque connexion, un code de votre application d’authentification vous est demandé.
account-factor-off = Vous vous connectez avec le seul mot de passe. Un second facteur protège votre compte si le mot de passe vient à être connu.
account-factor-set = Configurer un second facteur
account-factor-remove = Supprimer le second facteur
account-codes = Le second facteur est configuré. Conservez ces codes de secours en lieu sûr ; ils ne sont affichés que maintenant. Chacun remplace un code une seule fois si vous perdez votre téléphone.
account-codes-left = { $count ->
    [one] Il reste { $count } code de secours.
    [many] Il reste { $count } codes de secours.
   *[other] Il reste { $count } codes de secours.
  }
account-code = Code
account-code-wanted = Saisissez le code affiché par votre application d’authentification, ou l’un de vos codes de secours.
account-scan = Scannez cette image avec une application d’authentification, puis saisissez le code qu’elle affiche.
account-qr = Code QR contenant le secret ; il est aussi écrit ci-dessous.
account-secret = Si vous ne pouvez pas le scanner, saisissez ce secret à la main :
account-logins = Vos connexions
account-browser = Navigateur
account-begun = Depuis
account-seen = Dernière utilisation
account-this = celle-ci
account-end = Déconnecter
account-end-others = Déconnecter toutes les autres
account-choose = Choisir un mot de passe
account-welcome = { $name }, choisissez un mot de passe pour votre compte { $login }. Ce lien ne fonctionne qu’une fois.
account-single = Se connecter avec le compte de votre organisation
people-state = État
people-link = { $hours ->
    [one] Transmettez ce lien à { $login } ; il fonctionne une seule fois, pendant { $hours } heure :
    [many] Transmettez ce lien à { $login } ; il fonctionne une seule fois, pendant { $hours } heures :
   *[other] Transmettez ce lien à { $login } ; il fonctionne une seule fois, pendant { $hours } heures :
  }
people-active = actif
people-inactive = désactivé
people-with-factor = avec second facteur
people-new-link = Nouveau lien
people-deactivate = Désactiver
people-activate = Réactiver
people-reset-factor = Supprimer le second facteur
people-role-of = Rôle de { $login }
people-save-role = Enregistrer le rôle de { $login }
error-second-factor-code = Ce code est erroné ou a déjà été utilisé.
error-second-factor-there = Un second facteur existe déjà. Supprimez-le d’abord.
error-second-factor-none = Il n’y a pas de second facteur.
error-link-void = Ce lien a déjà été utilisé, a été remplacé ou est trop ancien. Demandez-en un nouveau à votre administrateur.
error-last-administrator = Il faut au moins un administrateur en mesure de se connecter. Nommez d’abord quelqu’un d’autre.
error-provider = La connexion par l’organisation n’a pas abouti. Veuillez réessayer ou vous adresser à votre administrateur.
error-provider-unknown = Le compte de votre organisation ne donne pas accès à cette console. Adressez-vous à votre administrateur.

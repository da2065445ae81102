# Alertes sur les nouvelles affectations : les demander dans la conversation, les pages des liens, les courriels.

# Dans la conversation
button-alert = M’avertir des nouvelles affectations
alert-where = Je peux vous écrire lorsque de nouvelles affectations correspondant à cette recherche sont publiées. Veuillez indiquer votre adresse électronique. Elle ne servira à rien d’autre.
alert-sent = Nous avons envoyé à cette adresse un courriel contenant un lien. Veuillez ouvrir ce lien et confirmer ; vous ne recevrez rien avant cela. Il est valable { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }. Si aucun courriel n’arrive, regardez dans le dossier des courriers indésirables.
alert-wait = Trop de courriels de ce type ont été demandés en peu de temps. Veuillez réessayer { $when }.
alert-cancelled = Très bien, je ne vous écrirai pas. Que puis-je faire d’autre pour vous ?
verify-form-alert = Cela ne ressemble pas à une adresse électronique. Veuillez l’écrire ainsi : nom@example.org.
verify-remind-alert = J’attends toujours l’adresse électronique à laquelle nous pouvons vous écrire au sujet des nouvelles affectations.

# Les pages
alert-confirm-title = Les nouvelles affectations par courriel
alert-confirm-text = Souhaitez-vous recevoir par courriel les nouvelles affectations pour : { $wishes } ? Vous pouvez mettre fin à ces courriels à tout moment grâce au lien que contient chacun d’eux.
alert-confirm-button = Oui, écrivez-moi
alert-confirmed-title = C’est confirmé
alert-confirmed-text = Désormais, nous vous écrirons lorsque de nouvelles affectations seront publiées pour : { $wishes }. Chaque courriel contient un lien pour y mettre fin.
alert-stop-title = Mettre fin à ces courriels
alert-stop-text = Souhaitez-vous ne plus recevoir de courriels sur les nouvelles affectations pour cette recherche ?
alert-stop-button = Ne plus m’écrire
alert-stopped-title = Il n’y aura plus de courriels
alert-stopped-text = Vous ne recevrez plus de courriels au sujet de cette recherche, et l’adresse que vous aviez donnée à cette fin a été effacée.
alert-link-title = Ce lien n’est pas valable
error-alert-link = Ce lien n’est pas ou plus valable : les liens de confirmation sont valables sept jours. Pour recevoir les nouvelles affectations, refaites votre recherche dans le chat.

# Les courriels. $assignments et $wishes viennent de la recherche.
mail-alert-confirm-subject = Veuillez confirmer : les nouvelles affectations par courriel
mail-alert-confirm-text =
    Bonjour,

    Quelqu’un a demandé dans notre chat que nous écrivions à cette adresse au sujet des nouvelles affectations pour : { $wishes }.

    Si c’était vous, veuillez ouvrir cette page et confirmer :
    { $link }

    Le lien est valable { $days ->
        [one] { $days } jour
       *[other] { $days } jours
      }. Si ce n’était pas vous, vous n’avez rien à faire : vous ne recevrez pas d’autre courriel.

    { $organisation }
mail-alert-subject = { $count ->
    [one] { $value } nouvelle affectation
   *[other] { $value } nouvelles affectations
  } : { $wishes }
mail-alert-text =
    Bonjour,

    Il y a { $count ->
        [one] { $value } nouvelle affectation
       *[other] { $value } nouvelles affectations
      } pour : { $wishes }.

    { $assignments }

    Vous recevez ce courriel parce que vous l’avez demandé et confirmé. Un clic suffit pour ne plus en recevoir :
    { $link }

    { $organisation }
alert-rest = { $count ->
    [one] Il y en a encore { $value } autre. Vous la trouverez dans le chat : { $link }
   *[other] Il y en a encore { $value } autres. Vous les trouverez dans le chat : { $link }
  }

# The texts of this organisation; replace them by your own.
organisation = NAME
emergency-contacts = Si vous êtes en danger en ce moment, appelez le numéro d’urgence du pays où vous vous trouvez.
privacy-note = Un assistant automatique répond ici ; notre équipe peut lire la conversation lorsque vous demandez à parler à quelqu’un. Les conversations sont conservées pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }, puis supprimées ; vous pouvez télécharger ou supprimer la vôtre à tout moment dans le menu. Questions sur vos données : { $privacy }.
widget-greeting = Bonjour ! Que puis-je faire pour vous ?
widget-example-1 = Que savez-vous faire ?
widget-example-2 = Quelles affectations sont ouvertes ?
widget-example-3 = Quelles sont les formes de volontariat ?
widget-example-4 = Je voudrais parler à quelqu’un.

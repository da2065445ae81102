# The texts of the demonstration profile, in French.
organisation = le Programme de volontariat (démonstration)
emergency-contacts = Si vous êtes en danger en ce moment, appelez le numéro d’urgence du pays où vous vous trouvez ou le responsable de la sécurité des Nations Unies de votre lieu d’affectation.
privacy-note = Ceci est la démonstration d’un service d’assistance : ne saisissez pas de véritables données personnelles. Un assistant automatique répond ; notre équipe peut lire la conversation lorsque vous demandez à parler à quelqu’un. Les conversations sont conservées pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }, puis supprimées ; vous pouvez télécharger ou supprimer la vôtre à tout moment dans le menu. Responsable des données : l’exploitant de cette démonstration, { $privacy }.
widget-greeting = Bonjour ! Interrogez-moi sur les affectations, les formes de volontariat, les chiffres ou les conditions de service.
widget-example-1 = Combien de Volontaires des Nations Unies ont servi en 2019 ?
widget-example-2 = Postes d’infirmier au Kenya
widget-example-3 = Qu’est-ce qu’un jeune Volontaire des Nations Unies ?
widget-example-4 = Comment réinitialiser mon mot de passe ?
site-demonstration-text = Les affectations, les personnes et les candidatures qui y figurent sont inventées. Ce n’est pas un service des Nations Unies ni d’aucune organisation qui y est nommée. On ne peut pas postuler ici ; merci de ne saisir aucune donnée personnelle.
# The date of a source that gives no year.
date-mid-2000s = milieu des années 2000

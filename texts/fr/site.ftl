# The demonstration site, in French. It must fit any organisation, so it names none.

site-title = Des questions sur le volontariat ?
site-skip = Aller au contenu
site-languages = Langues
site-demonstration = Ceci est une démonstration.
site-demonstration-text = Les affectations, les personnes et les candidatures qui y figurent sont inventées. Ce n’est le service d’aucune des organisations qui y sont nommées. On ne peut pas postuler ici ; merci de ne saisir aucune donnée personnelle.
site-lead = Posez vos questions avec vos mots, dans votre langue. La réponse est immédiate et cite sa source. Quand l’assistant ne sait pas, une personne prend le relais dans la même conversation.
site-how = Ouvrez le chat avec le bouton rond, dans le coin de cette page.
site-topics = Ce que vous pouvez demander
site-assignments = Affectations
site-assignments-text = Cherchez une affectation par pays, profession, langue ou mode de travail.
site-assignments-question-1 = Y a-t-il des postes d’infirmier au Kenya ?
site-assignments-question-2 = Que puis-je faire en ligne, de chez moi ?
site-conditions = Conditions
site-conditions-text = Ce que chaque forme de volontariat vous demande, et ce qu’elle vous apporte.
site-conditions-question-1 = Quel âge faut-il avoir ?
site-conditions-question-2 = Quels frais sont pris en charge ?
site-application = Candidature
site-application-text = Comment postuler, ce qui se passe ensuite et combien de temps cela prend.
site-application-question-1 = Comment postuler ?
site-application-question-2 = Dans combien de temps aurai-je une réponse ?
site-figures = Faits et chiffres
site-figures-text = Les résultats obtenus, avec le chiffre et le paragraphe où il se trouve.
site-figures-question-1 = Combien de volontaires ont servi en 2019 ?
site-figures-question-2 = Combien d’entre eux étaient des femmes ?
site-partners = Accueillir des volontaires
site-partners-text = Pour les organisations qui souhaitent travailler avec des volontaires.
site-partners-question-1 = Comment mon organisation peut-elle accueillir un volontaire ?
site-partners-question-2 = Combien cela coûte-t-il ?
site-person = Une vraie personne
site-person-text = Certaines questions demandent l’aide de notre équipe. Vous voyez votre place dans la file d’attente et pouvez continuer à poser des questions entre-temps.
site-person-question-1 = Je voudrais parler à quelqu’un
site-person-question-2 = Je veux signaler un problème
site-honest = Ce que vous pouvez attendre
site-honest-sources = Chaque réponse dit d’où elle vient et de quand elle date.
site-honest-unknown = Ce que l’assistant ne sait pas, il le dit. Rien n’est inventé.
site-honest-languages = Vous pouvez changer de langue au milieu d’une conversation.
site-honest-data = Vous pouvez télécharger votre conversation et la supprimer quand vous voulez.
site-footer = Un service d’assistance open source pour les organisations qui mobilisent des volontaires.
help-title = Réponses aux questions fréquentes
help-lead = Chaque réponse est approuvée et indique sa source. L’assistant, en bas de la page, trouve celle qu’il vous faut.
help-sources = D’où vient cette réponse

## Facts and figures: the page of statistics, and charts

statistics-title = Faits et chiffres
statistics-lead = Chaque chiffre indique sa source et le paragraphe où il figure. Chaque tableau peut être téléchargé.
statistics-none = Il n’y a pas encore de chiffres ici. L’assistant, dans le coin de la page, répond à vos autres questions.
statistics-contents = Sur cette page
statistics-indicators = Cadre de résultats
statistics-group-people = Volontaires
statistics-group-service = Service et affectations
statistics-group-partners = Partenaires et financement
statistics-group-money = Finances
statistics-group-results = Résultats
statistics-group-operations = Fonctionnement du programme
statistics-group-other = Autres chiffres
statistics-year = Année
statistics-members = Portée
statistics-value = Chiffre
statistics-paragraph = Paragraphe
statistics-source = Source
statistics-total = Total
statistics-share = part du total
# $base: the year that is compared with
statistics-change = évolution depuis { $base }
statistics-change-alone = évolution
# $shown and $total: how many figures, with the separators of the language
statistics-first = Affichés ici : { $shown } sur { $total }, les plus récents d’abord. Le téléchargement les contient tous.
# $format: CSV or JSON; $name: what the table is about
statistics-download = Télécharger en { $format } : { $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }, { $details }
# What the bars of a chart are, by dimension
chart-by-host = par entité hôte
chart-by-country = par pays de service
chart-by-region = par région
chart-by-nationality = par nationalité
chart-by-donor = par partenaire financier
chart-by-gender = par sexe
chart-by-age = par tranche d’âge
chart-by-modality = par catégorie de volontaires
chart-by-sdg = par objectif de développement durable
chart-by-origin = par origine
chart-by-disability = selon le handicap

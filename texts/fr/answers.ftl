# What the assistant says, in French. $organisation is the name the organisation gives itself.

greet = Bonjour ! Je suis l’assistant qui répond pour { $organisation }. Interrogez-moi sur les affectations, les formes de volontariat, les chiffres ou les conditions de service. Que puis-je faire pour vous ?
goodbye = Au revoir, et merci de nous avoir écrit. Vous pouvez revenir sur ce chat à tout moment.
thank = Je vous en prie. Souhaitez-vous savoir autre chose ?
affirm = Très bien. Que souhaitez-vous savoir ensuite ?
deny = D’accord. Posez-moi une autre question quand vous voulez.
bot = Je suis un assistant automatique, pas une personne. Mes réponses viennent d’articles et de chiffres validés, et je peux faire appel à un membre de notre équipe.
capabilities = Je peux chercher des affectations, expliquer les formes de volontariat et qui peut y prétendre, répondre à partir d’articles validés à vos questions sur les conditions et les candidatures, et donner des chiffres avec leur source. Je comprends ces langues : { $languages }. Si je ne peux pas vous aider, je fais appel à un membre de notre équipe.
language-changed = Désormais, je réponds en français.
language-which = Quelle langue préférez-vous ? Vous avez le choix entre : { $languages }.
out-of-scope = Je suis désolé, cela sort de mon domaine. Je peux vous aider pour tout ce qui touche au volontariat : affectations, formes de service, conditions, candidatures et chiffres.
not-helpful = Je suis désolé que cette réponse ne vous soit pas utile. Pourriez-vous poser la question autrement ? Je peux aussi faire appel à un membre de notre équipe.
not-understood = Je ne suis pas sûr d’avoir bien compris. Pourriez-vous le dire autrement ? Je peux aussi faire appel à un membre de notre équipe.
unknown = Je n’ai pas de réponse validée à cette question et je préfère ne rien inventer. Voulez-vous que je fasse appel à un membre de notre équipe ?
choose-article = Laquelle de ces questions correspond à la vôtre ?
button-human = Parler à quelqu’un
button-other = Aucune de celles-ci
button-more = Afficher la suite
button-details = Détails : { $title }
button-without = ✕ { $wish }
hand-over = Je fais appel à un membre de notre équipe et je lui transmets notre conversation : vous n’aurez rien à répéter.
sensitive = Merci de nous en avoir parlé. Votre message est transmis directement aux collègues chargés de ces questions, qui le liront en toute discrétion. Rien ne vous oblige à donner ici plus de détails que vous ne le souhaitez.
sensitive-despair = Je suis vraiment désolé que vous traversiez cela, et vous avez bien fait de nous en parler. Vous n’avez pas à affronter cela sans aide. Parlez dès maintenant à une personne de confiance près de vous. Votre message est aussi transmis directement aux collègues chargés de ces questions ; ils le liront en toute discrétion, mais ne peuvent pas toujours répondre tout de suite.
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = Si votre question portait sur les règles en général, voici ce que je peux vous dire :
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = S’il vous est arrivé quelque chose, à vous ou à une autre personne, ou si quelqu’un est en danger, vous pouvez le dire à l’équipe chargée de ces questions. Elle lira votre message en toute confidentialité.
button-confidence = En parler en confidence
application-status = Je peux consulter votre candidature pour vous.
application-status-elsewhere = Je ne peux pas consulter les candidatures individuelles ici. Pour savoir où en est la vôtre, connectez-vous à la plateforme sur laquelle vous avez postulé. Un membre de notre équipe peut aussi vous renseigner.
article-other-language = (Ce texte n’est pas encore traduit dans votre langue ; le voici en { $language }.)
article-confidence-medium = À noter : ces informations proviennent de copies ou de pages plus anciennes.
article-confidence-low = À noter : cette information est de seconde main ; vérifiez-la avant de vous y fier.
figure = **{ $figure }** – { $metric }, { $year }.
figure-members = **{ $figure }** – { $metric } ({ $members }), { $year }.
figure-change = **{ $figure }** – { $metric }, { $year } par rapport à { $base }.
figure-change-members = **{ $figure }** – { $metric } ({ $members }), { $year } par rapport à { $base }.
figure-share-of = { $figure } du total
figure-up-amount = hausse de { $figure }
figure-up-share = hausse de { $figure }
figure-up-qualified = hausse : { $figure }
figure-down-amount = baisse de { $figure }
figure-down-share = baisse de { $figure }
figure-down-qualified = baisse : { $figure }
figure-same = sans changement
figure-missing = Je n’ai pas de chiffre correspondant exactement à cette demande. Voici ce qui s’en approche le plus :
figure-years = À ce sujet, je dispose de chiffres de { $first } à { $last }.
figure-list = **{ $name }** ({ $count }) :
figure-parts = À noter : dans la même source, la somme des chiffres détaillés est différente : { $sum }, et non { $figure }.
figures = **{ $metric }**, { $year } :
figures-members = **{ $metric }** ({ $members }), { $year } :
figures-change = **{ $metric }**, évolution de { $base } à { $year } :
figures-change-members = **{ $metric }** ({ $members }), évolution de { $base } à { $year } :
figures-years = **{ $metric }**, année par année :
figures-years-members = **{ $metric }** ({ $members }), année par année :
colon = { " : " }
percentage-points = { $value } points de pourcentage
calculated-share = **{ $value }** (calcul : { $part } sur { $whole }).
calculated-part = Environ **{ $value }** (calcul : { $part } de { $whole }).
calculated-rest = **{ $value }** pour le reste (calcul : 100 % moins { $part }).
calculated-difference = Différence calculée : **{ $value }**.
calculated-sum = Total calculé : **{ $value }**.
calculated-growth = **{ $change }** ({ $share }), par calcul : de { $first } à { $last }.
calculated-growth-points = **{ $change }**, par calcul : de { $first } à { $last }.
dimension-year = Année
dimension-host = Entité
dimension-region = Région
dimension-country = Pays
dimension-donor = Financé par
dimension-nationality = Nationalité
dimension-gender = Sexe
dimension-age = Âge
dimension-modality = Catégorie de volontaires
dimension-sdg = Objectif
dimension-origin = Origine
dimension-disability = Handicap
dimension-initiative = Objet
paragraph = par. { $number }
unit-persons = { $count ->
    [one] { $value } personne
    [many] { $value } personnes
   *[other] { $value } personnes
  }
unit-months = { $count ->
    [one] { $value } mois
    [many] { $value } mois
   *[other] { $value } mois
  }
unit-years = { $count ->
    [one] { $value } an
    [many] { $value } ans
   *[other] { $value } ans
  }
unit-days = { $count ->
    [one] { $value } jour
    [many] { $value } jours
   *[other] { $value } jours
  }
unit-countries = { $count ->
    [one] { $value } pays
    [many] { $value } pays
   *[other] { $value } pays
  }
unit-hours = { $count ->
    [one] { $value } heure
    [many] { $value } heures
   *[other] { $value } heures
  }
unit-weeks = { $count ->
    [one] { $value } semaine
    [many] { $value } semaines
   *[other] { $value } semaines
  }
qualifier-about = environ { $figure }
qualifier-more_than = plus de { $figure }
qualifier-less_than = moins de { $figure }
qualifier-nearly = près de { $figure }
qualifier-at_least = au moins { $figure }
qualifier-rough = à peu près { $figure }
qualifier-rounded = { $figure } (chiffre arrondi)
qualifier-interim = { $figure } (chiffre provisoire)
qualifier-announced = { $figure } (chiffre annoncé)
qualifier-agreed = { $figure } (chiffre convenu)
indicator = **{ $key } { $name }** ({ $year }) : cible { $target }, résultat { $result }, score { $score } – { $colour }.
indicator-count = { $count ->
    [one] { $count } indicateur :
   *[other] { $count } indicateurs :
  }
indicator-none = Je ne connais pas cet indicateur. Voici ceux dont je dispose :
colour-green = vert (atteint)
colour-yellow = jaune (en deçà de la cible)
colour-red = rouge (non atteint)
colour-grey = gris (pas de données)
table-indicator = Indicateur
table-target = Cible
table-result = Résultat
table-score = Score
table-colour = Couleur
modality-list = Voici les formes de volontariat proposées :
modality-rules = Conditions, d’après les sources :
modality-rule = { $rule } : { $value } (information de { $date })
modality-rule-older = { $rule } : { $value } (règle ancienne, { $date })
date-undated = non daté
modality-no-rules = Je n’ai pas de conditions d’admission confirmées pour cette forme de volontariat. C’est le descriptif d’affectation qui fait foi.
modality-search = Voir les affectations ouvertes
rule-min_age = âge minimum
rule-max_age = âge maximum
rule-education = niveau d’études
rule-experience_years = expérience
rule-languages = langues
rule-nationality = nationalité
rule-residence = résidence
rule-first_contract_months = premier contrat
rule-min_months = durée minimale de service
rule-max_months = durée maximale de service
rule-max_weeks = durée maximale d’une tâche
rule-hours_per_week = nombre d’heures par semaine
search-found = { $count ->
    [one] J’ai trouvé { $value } affectation ouverte
   *[other] J’ai trouvé { $value } affectations ouvertes
  } pour : { $wishes }.
search-found-all = { $count ->
    [one] Il y a { $value } affectation ouverte.
   *[other] Il y a { $value } affectations ouvertes.
  } Indiquez-moi un pays, une profession, une organisation ou une langue pour affiner la recherche.
search-dropped = Je n’ai rien trouvé pour : { $wishes }. Voici ce que j’ai trouvé en laissant de côté : { $dropped }.
# $words: one or two words of the visitor that nothing explains
search-left-out = « { $words } » n’a pas été pris en compte : je ne connais aucune affectation qui y corresponde.
search-none = Je n’ai trouvé aucune affectation ouverte pour : { $wishes }.
search-none-open = Aucune affectation n’est ouverte pour le moment.
search-range = Résultats { $from } à { $to } sur { $total }.
search-end = Il n’y en a pas d’autres.
search-first = Dites-moi d’abord ce que vous cherchez, par exemple une profession et un pays.
wish-not = sauf { $wish }
wish-near = à proximité ({ $place })
wish-over = plus de { $duration }
wish-least = au moins { $duration }
wish-under = moins de { $duration }
wish-most = { $duration } au plus
wish-lasting = durée : { $duration }
wish-from = début à partir du { $date }
wish-until = début au plus tard le { $date }
wish-onsite = sur place
wish-family = lieu d’affectation famille autorisée
wish-disability = affectation adaptée aux personnes handicapées
wish-words = « { $words } »
assignment-gone = Cette affectation n’est plus ouverte.
assignment-which = De quelle affectation affichée parlez-vous ? Indiquez-moi son numéro.
assignment-demonstration = Ce sont des données de démonstration : elles sont inventées et ne correspondent à aucune affectation réelle.
assignment-place = Lieu
assignment-online = En ligne, de n’importe où
assignment-city = { $city }, { $country }
assignment-host = Entité hôte
assignment-modality = Forme de volontariat
assignment-duration = Durée
assignment-start = Début
assignment-closes = Date limite de candidature
assignment-languages = Langues
assignment-education = Niveau d’études
assignment-experience = Expérience
assignment-tasks = Tâches
assignment-reference = Référence
assignment-apply = Comment postuler
education-secondary = Études secondaires
education-technical = Diplôme technique
education-bachelor = Licence
education-master = Master
rule-status = situation
rule-typical_experience_years = expérience habituelle (non exigée)
value-country_of_service = celle du pays d’affectation
value-not_country_of_service = autre que celle du pays d’affectation
value-legal_residence_refugee_stateless = ouvert aussi aux réfugiés reconnus et aux apatrides qui résident légalement dans le pays, si la loi nationale le permet
value-bachelor_or_higher_technical_diploma = diplôme universitaire ou diplôme technique supérieur
value-student = personne en cours d’études
value-refugee_or_asylum_seeker = personne réfugiée ou demandeuse d’asile
value-host_country = dans le pays d’accueil
value-any-language = { $languages } (une au moins)
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number } de { $currency }
money-millions-vowel = { $number } d’{ $currency }
unit-working_days = { $count ->
    [one] { $value } jour ouvrable
    [many] { $value } jours ouvrables
   *[other] { $value } jours ouvrables
  }
unit-ages = { $count ->
    [one] { $value } an
   *[other] { $value } ans
  }

# Between the items of a list
list-separator = { ", " }

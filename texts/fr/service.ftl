# Les chiffres du service, dans la console.

service-title = Chiffres
service-from = Du
service-to = Au
service-show = Afficher
service-periods = Périodes courantes
service-last-days = { $count ->
    [one] { $count } dernier jour
    [many] { $count } derniers jours
   *[other] { $count } derniers jours
  }
service-period = Du { $first } au { $last }
service-counted = Comptage arrêté au { $moment }.
service-none = Rien n’a été compté pour cette période.
service-few = moins de { $count }
service-all = Toutes les langues
service-chart = Graphique : { $name }. Les mêmes chiffres figurent dans le tableau.
service-download = { $name } au format CSV
service-escalation = { $rate } des échanges sont parvenus à l’équipe : { $number } sur { $total }.
service-under = Le seuil de { $line } n’est pas dépassé.
service-over = Le seuil de { $line } est dépassé.
service-reviewed = { $count ->
    [one] { $count } échange a été contrôlé.
    [many] { $count } échanges ont été contrôlés.
   *[other] { $count } échanges ont été contrôlés.
  }
error-period = Cette période n’est pas valable. Choisissez deux dates, la première n’étant pas postérieure à la seconde, à dix ans d’écart au plus.

service-table-days = Échanges par jour et par langue
service-note-days = Un échange est une question avec tout ce qui l’a suivie. Les longues périodes sont présentées par semaine ou par mois ; le fichier contient chaque jour.
service-table-outcomes = Issues des échanges
service-note-outcomes = Chaque échange a une seule issue. Les issues sont présentées côte à côte et ne sont pas additionnées en un taux de réussite.
service-table-queues = Demandes adressées à l’équipe, par file
service-note-queues = Temps écoulé entre la demande et la première réponse, puis la solution : la médiane, et le délai respecté neuf fois sur dix. Les demandes encore sans réponse ou sans solution n’entrent pas dans ces temps.
service-table-promises = Respect des engagements, par file
service-note-promises = L’engagement de chaque file, compté en heures d’ouverture : une première réponse et une solution dans les délais. Un engagement n’est pas tenu dès que le délai est dépassé ; les demandes qui peuvent encore être traitées dans les délais ne figurent dans aucune colonne.
service-table-satisfaction = Satisfaction des visiteurs
service-note-satisfaction = La question est posée une seule fois, quand une demande a été traitée ; jamais pour les affaires sensibles. La part est celle des « oui » parmi les réponses.
service-table-hours = Heures les plus chargées
service-note-hours = Moment où les échanges commencent, dans le fuseau horaire des heures d’ouverture.
service-table-weekdays = Jours de la semaine les plus chargés
service-note-weekdays = Moment où les échanges commencent.
service-table-topics = Questions les plus fréquentes
service-note-topics = Types de questions et issue des échanges. Les affaires sensibles n’y figurent pas.
service-table-unanswered = Questions restées sans réponse
service-note-unanswered = Échanges dont au moins une question est restée sans réponse, même si une autre tentative a abouti.
service-table-questions = Questions non comprises
service-note-questions = Ce que les visiteurs ont demandé le plus souvent sans obtenir de réponse, dans leurs propres mots ; les données personnelles sont masquées. Les questions formées des mêmes mots sont comptées ensemble. Rien n’est repris des conversations qui contiennent un signalement.
service-table-helpful = Articles utiles
service-note-helpful = Articles que les visiteurs ont le plus souvent jugés utiles.
service-table-unhelpful = Articles peu utiles
service-note-unhelpful = Articles après lesquels les échanges ont le plus souvent été abandonnés, transmis à l’équipe ou jugés erronés.

service-column-day = Jour
service-column-week = Semaine du
service-column-month = Mois
service-column-question = Question posée
service-column-total = Échanges
service-column-language = Langue
service-column-confirmed = Confirmés
service-column-assumed = Présumés résolus
service-column-abandoned = Abandonnés
service-column-escalated = Transmis à l’équipe
service-column-wrong = Erronés
service-column-open = En cours
service-column-rate = Part transmise à l’équipe
service-column-queue = File d’attente
service-column-requests = Demandes
service-column-answer-median = Première réponse, médiane
service-column-answer-p90 = Première réponse, neuf sur dix
service-column-solution-median = Solution, médiane
service-column-solution-p90 = Solution, neuf sur dix
service-column-answers-kept = Réponses dans les délais
service-column-answers-missed = Réponses hors délai
service-column-share-answers = Part des réponses dans les délais
service-column-solutions-kept = Solutions dans les délais
service-column-solutions-missed = Solutions hors délai
service-column-share-solutions = Part des solutions dans les délais
service-column-asked = Personnes interrogées
service-column-yes = Oui
service-column-partly = En partie
service-column-no = Non
service-column-share-yes = Part des « oui »
service-column-hour = Heure
service-column-weekday = Jour de la semaine
service-column-intent = Objet de la question
service-column-article = Article d’aide
service-column-misses = Questions sans réponse

service-outcome-confirmed = Le visiteur a indiqué que la réponse l’avait aidé.
service-outcome-assumed = Une réponse a été donnée, suivie de 24 heures de silence. Annulé si la même question revient dans les 72 heures.
service-outcome-abandoned = Pas de réponse, ou une réponse qui n’a pas aidé, puis 24 heures de silence.
service-outcome-escalated = Une demande a été adressée à l’équipe, quelle qu’en soit la raison.
service-outcome-wrong = Un contrôle a montré que la réponse était erronée.
service-outcome-open = Moins de 24 heures se sont écoulées.

service-intent-ask-article = Règles et informations
service-intent-search-assignments = Recherche d’affectations
service-intent-more-results = Autres résultats
service-intent-ask-details = Détails d’une affectation
service-intent-ask-statistic = Statistiques
service-intent-ask-indicator = Indicateurs de résultats
service-intent-ask-modality = Formes de volontariat
service-intent-ask-eligibility = Conditions à remplir
service-intent-ask-application-status = État d’une candidature
service-intent-ask-capabilities = Possibilités du service
service-intent-ask-human = Souhait de parler à une personne
service-intent-not-helpful = Réponse jugée inutile
service-intent-out-of-scope = Hors sujet
service-intent-nlu-fallback = Non compris

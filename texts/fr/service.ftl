# Les chiffres du service, dans la console.

service-title = Chiffres
service-from = Du
service-to = Au
service-show = Afficher
service-periods = Périodes courantes
service-last-days = { $count ->
    [one] { $count } dernier jour
    [many] { $count } de derniers jours
   *[other] { $count } derniers jours
  }
service-period = Du { $first } au { $last }
service-counted = Comptage arrêté au { $moment }.
service-none = Rien n’a été compté pour cette période.
service-few = moins de { $count }
service-all = Toutes les langues
service-chart = Graphique : { $name }. Les mêmes chiffres figurent dans le tableau.
service-download = { $name } au format CSV
service-escalation = { $rate } des demandes sont parvenues au personnel : { $number } sur { $total }.
service-under = Le seuil de { $line } n’est pas dépassé.
service-over = Le seuil de { $line } est dépassé.
service-reviewed = { $count ->
    [one] { $count } demande a été contrôlée.
    [many] { $count } de demandes ont été contrôlées.
   *[other] { $count } demandes ont été contrôlées.
  }
error-period = Cette période n’est pas valable. Choisissez deux dates, la première n’étant pas postérieure à la seconde, à dix ans d’écart au plus.

service-table-days = Demandes par jour et par langue
service-note-days = Une demande est une question avec tout ce qui l’a suivie. Les longues périodes sont présentées par semaine ou par mois ; le fichier contient chaque jour.
service-table-outcomes = Suites données aux demandes
service-note-outcomes = Chaque demande a une seule issue. Les issues sont présentées côte à côte et ne sont pas additionnées en un taux de réussite.
service-table-queues = Requêtes adressées au personnel, par file
service-note-queues = Temps écoulé entre la requête et la première réponse, puis la solution : la médiane, et le délai respecté neuf fois sur dix. Les requêtes encore sans réponse ou sans solution n’entrent pas dans ces temps.
service-table-promises = Délais annoncés et respectés, par file
service-note-promises = Ce que chaque file annonce, compté en heures d’ouverture : une première réponse et une solution dans les temps. Un délai est manqué dès qu’il est dépassé ; les requêtes qui peuvent encore être traitées à temps ne figurent dans aucune colonne.
service-table-satisfaction = Satisfaction des visiteurs
service-note-satisfaction = La question est posée une seule fois, quand une requête a été traitée ; jamais pour les affaires sensibles. La part est celle des « oui » parmi les réponses.
service-table-hours = Heures les plus chargées
service-note-hours = Moment où les demandes commencent, dans le fuseau horaire des heures d’ouverture.
service-table-weekdays = Jours de la semaine les plus chargés
service-note-weekdays = Moment où les demandes commencent.
service-table-topics = Questions les plus fréquentes
service-note-topics = Types de questions et suites données. Les affaires sensibles n’y figurent pas.
service-table-unanswered = Questions restées sans réponse
service-note-unanswered = Demandes dont au moins une question est restée sans réponse, même si une autre tentative a abouti.
service-table-helpful = Articles utiles
service-note-helpful = Articles que les visiteurs ont le plus souvent jugés utiles.
service-table-unhelpful = Articles peu utiles
service-note-unhelpful = Articles après lesquels les demandes ont le plus souvent été abandonnées, transmises ou jugées erronées.

service-column-day = Jour
service-column-week = Semaine du
service-column-month = Mois
service-column-total = Demandes
service-column-language = Langue
service-column-confirmed = Confirmées
service-column-assumed = Présumées résolues
service-column-abandoned = Abandonnées
service-column-escalated = Transmises
service-column-wrong = Erronées
service-column-open = En cours
service-column-rate = Parvenues au personnel
service-column-queue = File d’attente
service-column-requests = Requêtes
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
service-column-asked = Interrogés
service-column-yes = Oui
service-column-partly = En partie
service-column-no = Non
service-column-share-yes = Part des « oui »
service-column-hour = Heure
service-column-weekday = Jour de la semaine
service-column-intent = Objet de la question
service-column-article = Article d’aide
service-column-misses = Questions sans réponse

service-outcome-confirmed = Le visiteur a indiqué que la réponse l’avait aidé.
service-outcome-assumed = Une réponse a été donnée, suivie de 24 heures de silence. Annulé si la même question revient dans les 72 heures.
service-outcome-abandoned = Pas de réponse, ou une réponse qui n’a pas aidé, puis 24 heures de silence.
service-outcome-escalated = Une requête a été adressée au personnel, quelle qu’en soit la raison.
service-outcome-wrong = Un contrôle a montré que la réponse était erronée.
service-outcome-open = Moins de 24 heures se sont écoulées.

service-intent-ask-article = Règles et informations
service-intent-search-assignments = Recherche d’affectations
service-intent-more-results = Autres résultats
service-intent-ask-details = Détails d’une affectation
service-intent-ask-statistic = Statistiques
service-intent-ask-indicator = Indicateurs de résultats
service-intent-ask-modality = Modalités de service
service-intent-ask-eligibility = Conditions à remplir
service-intent-ask-application-status = État d’une candidature
service-intent-ask-capabilities = Possibilités du service
service-intent-ask-human = Souhait de parler à une personne
service-intent-not-helpful = Réponse jugée inutile
service-intent-out-of-scope = Hors sujet
service-intent-nlu-fallback = Non compris

# Files de demandes : membres, engagements, filtres.

queues-title = Membres des files
queues-text = Les membres affichent leurs files en un clic. Les autres collègues peuvent prêter main-forte.
queues-sensitive = Seuls les membres voient ces demandes et leurs conversations, ici, dans la recherche et dans les chiffres. Tant que la file n’a aucun membre, ce sont les administrateurs qui les voient.
queues-promise = Engagement en heures ouvrées : première réponse sous { $answer }, solution sous { $solution }.
queues-nobody = Cette file n’a pas encore de membre.
queues-members = Membres
queues-due = Échéance
queues-due-answer = Réponse due dans { $time }
queues-due-solution = Solution due dans { $time }
queues-overdue-answer = Réponse en retard de { $time }
queues-overdue-solution = Solution en retard de { $time }
queues-filters = Demandes affichées
queues-any = Toutes
queues-mine = Mes files
queues-me = Moi
queues-no-one = Personne
queues-age = Plus anciennes que
queues-state = État de la demande
queues-state-open = en attente
queues-state-claimed = en cours
queues-state-solved = traitée
queues-show = Afficher
queues-show-all = Tout afficher

# Review of answers and of visitors' choices in the console.

review-title = Relecture
review-answers = Ces réponses étaient-elles justes ?
review-answers-why = Votre verdict compte dans les chiffres : une réponse erronée y figure comme telle, quoi qu’ait fait la personne. Les conversations sensibles ne sont pas affichées ici.
review-show = Afficher
review-show-unhelpful = jugées inutiles par la personne
review-show-answered = avec réponse
review-show-unanswered = sans réponse
review-show-wrong = jugées erronées
review-comment = Commentaire de la personne :
review-right = Juste
review-wrong = Erronée
review-take-back = Retirer le verdict
review-none = Il n’y a rien à juger ici.
review-examples = Questions que les choix des personnes nous apprennent
review-examples-why = L’assistant a proposé plusieurs articles et la personne en a choisi un. Si vous reprenez sa question, elle devient un exemple dans le brouillon de cet article ; l’assistant l’apprend à la publication. Écartez tout ce qui permet de reconnaître une personne.
review-chosen = Article choisi
review-decide = Décision
review-take = Reprendre dans le brouillon
review-dismiss = Écarter
review-more-examples = Il y en a d’autres ; elles apparaissent au fil de vos décisions.
review-no-examples = Aucune question n’attend de décision.

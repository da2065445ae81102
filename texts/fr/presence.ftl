# Qui est présent, et ce qu’une demande montre d’un coup d’œil.

presence-reads = Langues que je lis
presence-reads-text = Les demandes dans ces langues viennent en premier.
presence-typing = Réponse en cours de rédaction : { $names }.
presence-looking = Consultent aussi cette demande : { $names }.
presence-answered-from = Réponse tirée de
presence-others = Autres demandes de cette personne
wait-not-read = Pour le moment, aucun collègue ne lit cette langue ; la réponse pourra venir dans une autre langue : { $language }.

chat-choose = Choisir
chat-refresh = Voir s’il y a de nouveaux messages
chat-earlier = Messages précédents : { $count }
chat-plain = Le chat en page simple, sans JavaScript

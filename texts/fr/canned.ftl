# Réponses types du personnel : canned-NOM est envoyé dans la langue du visiteur, canned-NOM-title le nomme dans la console.

canned-greeting-title = Salutation
canned-greeting = Bonjour, je m’appelle { $name }. J’ai lu votre question et je m’en occupe.
canned-details-title = Demander des précisions
canned-details = Pourriez-vous m’en dire un peu plus afin que je puisse vous aider : que s’est-il passé exactement, et quand ?
canned-checking-title = Besoin de temps
canned-checking = Je dois consulter un collègue à ce sujet. La réponse apparaîtra ici ; votre demande porte le numéro { $case }.
canned-solved-title = Autre chose ?
canned-solved = J’espère avoir répondu à votre question. Puis-je faire autre chose pour vous ?
canned-closing-title = Au revoir
canned-closing = N’ayant pas eu de vos nouvelles, je clos la demande { $case }. Vous pouvez réécrire ici à tout moment.

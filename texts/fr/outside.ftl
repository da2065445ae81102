# Le service extérieur dans lequel les demandes sont reproduites. $name est un membre du personnel, $queue une file, $result la fin d’une demande.

outside-desk = Service extérieur
outside-mirrored = Reproduite
outside-withdrawn-here = retirée là-bas ; plus rien n’est envoyé
outside-late = Pas encore transmis, un nouvel essai suivra : { $reason }
outside-lost = Abandonné, il manque donc quelque chose là-bas : { $reason }
outside-claimed = { $name } a pris cette demande dans la console.
outside-released = Cette demande est de nouveau dans sa file dans la console.
outside-moved = Cette demande est maintenant dans la file { $queue }.
outside-closed = Cette demande a été close dans la console : { $result }.
outside-reopened = Cette demande continue.
outside-withdrawn = Le service traite désormais cette demande lui-même. Veuillez supprimer ce ticket ; plus rien ne sera envoyé.
outside-erased = La conversation a été supprimée à la demande de la personne ou à la fin de sa durée de conservation. Veuillez supprimer ce ticket.
outside-partly = (Cette réponse contient autre chose, un fichier par exemple, qui ne peut pas être affiché ici. Demandez-le si besoin.)
error-signature = La signature manque, est fausse ou trop ancienne.
error-outside-unknown = Cette demande n’existe pas, ou elle n’est pas (ou plus) reproduite.

erasure-asked = Vous avez demandé la suppression de cette conversation. Comme la conversation contient un signalement, un membre de notre équipe doit d’abord confirmer cette suppression (demande { $case }). D’ici là, notre service la conserve. Vous pouvez la retirer tout de suite de cet appareil : commencez une nouvelle conversation ou choisissez « Quitter maintenant ».

console-erasure = Suppression demandée
console-erasure-asked = La suppression de cette conversation a été demandée le { $when }. Assurez-vous qu’elle vient bien de la personne qui a fait le signalement : l’appareil peut être entre les mains de quelqu’un d’autre.
console-erasure-sure = J’ai la certitude que la personne qui a fait le signalement le souhaite
console-erase = Supprimer définitivement la conversation

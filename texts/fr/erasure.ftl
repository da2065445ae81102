erasure-asked = Vous avez demandé la suppression de cette conversation. Comme elle contient un signalement, un membre de notre équipe doit d’abord la confirmer (demande { $case }). D’ici là, elle reste dans notre service. Vous pouvez la retirer tout de suite de cet appareil : commencez une nouvelle conversation ou choisissez « Quitter maintenant ».

console-erasure = Suppression demandée
console-erasure-asked = La suppression de cette conversation a été demandée le { $when }. Assurez-vous qu’il s’agit bien de l’auteur du signalement : l’appareil peut être entre les mains de quelqu’un d’autre.
console-erasure-sure = Je suis certain que l’auteur du signalement le souhaite
console-erase = Supprimer définitivement la conversation

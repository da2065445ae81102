### Fichiers que l’équipe demande à une personne.

## À la personne

file-asked = { $name } vous demande un fichier. Vous pouvez l’envoyer sous les messages.
file-withdrawn = { $name } n’a plus besoin de fichier.
file-hint = JPEG, PNG, WebP ou PDF, { $size } au plus. { $count ->
    [one] Vous pouvez envoyer un fichier.
   *[other] Vous pouvez envoyer { $count } fichiers.
  } Seule notre équipe peut les ouvrir.
file-received = Le fichier { $name } ({ $size }) est arrivé.

error-file-not-asked = Plus personne n’attend de fichier dans cette conversation. Votre fichier n’a pas été conservé.
error-file-most = Cette conversation contient déjà { $maximum } fichiers ; elle ne peut pas en contenir davantage.
error-file-none = Veuillez d’abord choisir un fichier.
error-file-empty = Ce fichier est vide. Veuillez en choisir un autre.
error-file-too-large = Ce fichier dépasse { $megabytes } Mo et n’a pas été conservé. Veuillez en envoyer un plus petit, par exemple une image de moindre résolution.
error-file-kind = Ce type de fichier ne peut pas être envoyé. Sont possibles : JPEG, PNG, WebP et PDF. Enregistrez le document en PDF ou prenez-le en photo.
error-file-damaged = Ce fichier est endommagé ou incomplet. Veuillez l’ouvrir pour vérifier qu’il est en ordre, ou en envoyer une photo.
error-file-locked = Ce PDF est protégé par un mot de passe. Veuillez l’enregistrer sans mot de passe, puis l’envoyer de nouveau.
error-file-active = Ce PDF contient des programmes, des formulaires actifs ou d’autres fichiers. Veuillez l’imprimer au format PDF et envoyer ce nouveau document.
error-file-pixels = Cette image a plus de { $megapixels } mégapixels. Veuillez la réduire, puis l’envoyer de nouveau.

## À l’équipe

file-ask = Demander un fichier
file-ask-reason = Pour quoi faire ? (facultatif, la personne le lira)
file-waiting = La personne peut envoyer des fichiers jusqu’à ce que vous retiriez cette demande ou transmettiez la conversation.
file-withdraw = Plus besoin de fichier
file-list = Fichiers de la personne
file-download = Télécharger
file-gone-after = Les fichiers sont supprimés en même temps que la conversation.
error-file-reason = Le motif peut compter { $maximum } caractères. Veuillez le raccourcir.
error-file-gone = Ce fichier n’existe plus.

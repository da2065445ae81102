### Archivos que el equipo pide a una persona.

## A la persona

file-asked = { $name } le pide un archivo. Puede enviarlo debajo de los mensajes.
file-withdrawn = { $name } ya no necesita ningún archivo.
file-hint = JPEG, PNG, WebP o PDF, { $size } como máximo. { $count ->
    [one] Puede enviar un archivo.
   *[other] Puede enviar { $count } archivos.
  } Solo nuestro equipo puede abrirlos.
file-received = Ha llegado el archivo { $name } ({ $size }).

error-file-not-asked = Ya nadie espera un archivo en esta conversación. Su archivo no se ha guardado.
error-file-most = Esta conversación ya contiene { $maximum } archivos; no caben más.
error-file-none = Elija primero un archivo.
error-file-empty = Este archivo está vacío. Elija otro.
error-file-too-large = Este archivo supera los { $megabytes } MB y no se ha guardado. Envíe uno más pequeño, por ejemplo una imagen con menos resolución.
error-file-kind = Este tipo de archivo no se puede enviar. Se admiten JPEG, PNG, WebP y PDF. Guarde el documento como PDF o hágale una foto.
error-file-damaged = Este archivo está dañado o incompleto. Ábralo para comprobar si está bien, o envíe una foto.
error-file-locked = Este PDF está protegido con contraseña. Guárdelo sin ella y envíelo de nuevo.
error-file-active = Este PDF contiene programas, formularios con programas u otros archivos. Imprímalo en un PDF nuevo y envíe ese.
error-file-pixels = Esta imagen tiene más de { $megapixels } megapíxeles. Redúzcala y envíela de nuevo.

## Al equipo

file-ask = Pedir un archivo
file-ask-reason = ¿Para qué? (opcional, la persona lo leerá)
file-waiting = La persona puede enviar archivos hasta que usted retire la petición o pase la conversación.
file-withdraw = Ya no hace falta ningún archivo
file-list = Archivos de la persona
file-download = Descargar
file-gone-after = Los archivos desaparecen cuando se borra la conversación.
error-file-reason = El motivo puede tener { $maximum } caracteres. Acórtelo.
error-file-gone = Este archivo ya no existe.

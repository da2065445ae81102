# Respuestas predefinidas: canned-NOMBRE se envía en el idioma del visitante, canned-NOMBRE-title lo nombra en la consola.

canned-greeting-title = Saludo
canned-greeting = Hola, me llamo { $name }. He leído su pregunta y me ocupo de ella.
canned-details-title = Pedir detalles
canned-details = ¿Podría contarme un poco más para que pueda ayudarle: qué ocurrió exactamente y cuándo?
canned-checking-title = Hace falta tiempo
canned-checking = Tengo que consultarlo con el equipo. La respuesta aparecerá aquí; su solicitud tiene el número { $case }.
canned-solved-title = ¿Algo más?
canned-solved = Espero que esto responda a su pregunta. ¿Puedo hacer algo más por usted?
canned-closing-title = Despedida
canned-closing = Como no hemos recibido respuesta, cierro la solicitud { $case }. Puede volver a escribir aquí cuando quiera.

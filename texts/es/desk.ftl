# What the desk itself says to visitors, and its errors, in Spanish.

queued = Su solicitud tiene el número { $case }. { $place ->
    [one] El próximo turno es el suyo.
   *[other] Ocupa el número { $place } de la cola.
  } { $wait }
queued-sensitive = Su solicitud tiene el número { $case }. Solo la leerá el equipo encargado de asuntos delicados. { $wait }
wait-unknown = Todavía no podemos decirle cuánto durará la espera.
wait-minutes = { $minutes ->
    [one] La espera será de { $minutes } minuto aproximadamente.
   *[other] La espera será de unos { $minutes } minutos.
  }
wait-nobody = En este momento no hay nadie de nuestro equipo en línea. { $where }
wait-closed = En este momento nuestro equipo no atiende. Volverá el { $day } a las { $time } ({ $zone }). { $where }
wait-closed-long = En este momento nuestro equipo no atiende. { $where }
# What stands behind these: with an e-mail address, or in a matter where none is asked for.
wait-email = Puede dejar una dirección de correo electrónico; la respuesta aparecerá también aquí.
wait-here = La respuesta aparecerá aquí.
added-to-request = Hemos añadido su mensaje a la solicitud.
choice-resume = Continuar con el asistente
choice-withdraw = Retirar la solicitud
choice-wait = Esperar a alguien del equipo
resumed = Puede continuar con el asistente. Su solicitud { $case } conserva su lugar, y alguien de nuestro equipo se unirá cuando llegue su turno.
withdrawn = Se ha retirado su solicitud { $case }.
contact-saved = Gracias. La respuesta a la solicitud { $case } aparecerá aquí, y nuestro equipo podrá escribirle a la dirección que ha dejado.
joined = { $name } se ha unido a la conversación.
handed-back = { $name } ha devuelto la conversación al asistente.
released = { $name } ha devuelto su solicitud a la cola.
closed = { $name } ha cerrado la conversación. Escríbanos de nuevo cuando quiera.
closed-one = { $name } ha cerrado su solicitud { $case }. Su otra solicitud sigue en espera.
reopened = La conversación está abierta de nuevo.
choice-gone = Este botón ya no es válido. Escriba su pregunta, por favor.
feedback-thanks = Gracias por su respuesta.
feedback-sorry = Gracias por decírnoslo. Formule su pregunta con otras palabras o hable con alguien de nuestro equipo.
language-set = Ha cambiado el idioma: ahora es el español.
failure-assistant = El asistente no puede responder en este momento. Hemos guardado su mensaje y hemos avisado a nuestro equipo (solicitud { $case }). Inténtelo de nuevo dentro de un momento.
failure-interrupted = Su último mensaje quedó sin respuesta porque el servicio se interrumpió. Lo hemos guardado y hemos avisado a nuestro equipo (solicitud { $case }). Vuelva a preguntar, por favor.
error-not-found = No hay nada en esta dirección.
error-not-allowed = Esta dirección no puede usarse de ese modo.
error-conversation-unknown = Esta conversación ya no existe. Inicie una nueva.
error-token = La clave de esta conversación falta o no es correcta. Inicie una nueva conversación.
error-invalid = La petición no es válida.
error-empty = Escriba un mensaje, por favor.
error-too-long = Su mensaje tiene { $length } caracteres; el máximo es { $maximum }. Acórtelo o envíelo por partes.
error-body-too-large = La petición es demasiado grande.
error-rate = Demasiados mensajes en poco tiempo. Inténtelo de nuevo dentro de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
  }.
error-email = No parece una dirección de correo electrónico.
error-no-request = No hay ninguna solicitud abierta en esta conversación.
error-message-unknown = No existe esa respuesta en esta conversación.
error-erase-sensitive = Esta conversación contiene una denuncia. Alguien de nuestro equipo debe confirmar el borrado; ya le hemos transmitido su petición.
error-internal = Algo ha fallado por nuestra parte. Inténtelo de nuevo dentro de un momento.
error-login = El nombre de usuario o la contraseña no son correctos.
error-login-rate = Demasiados intentos de inicio de sesión. Espere { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
  }, por favor.
error-forbidden = No tiene permiso para hacer esto.
error-origin = La petición no procede de este sitio.
error-taken = Alguien se ha adelantado: { $name } tiene ahora esta solicitud.
error-held = { $name } está hablando con esta persona y tiene la conversación.
error-stale = La solicitud ha cambiado entretanto. Vuelva a mirarla.
error-not-owner = Esta conversación no está (o ya no está) a su cargo. Hágase cargo de ella primero.
error-password-weak = La contraseña debe tener al menos { $minimum } caracteres y ser distinta de la anterior.
error-login-taken = Ese nombre de usuario ya existe.

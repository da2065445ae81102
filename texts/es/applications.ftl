# Candidaturas: quién pregunta, en qué fase están, retirada, datos de contacto; y los correos correspondientes.

# Quién pregunta
verify-who = Para que nadie más tenga acceso a su candidatura, demuestre primero que es suya. Escriba la dirección de correo electrónico con la que la presentó o la referencia de su candidatura, por ejemplo, APP-7K3M-9QX2.
verify-sent = Si existe una candidatura que corresponda a lo que ha escrito, acabamos de enviar un código de seis cifras a la dirección de correo que consta en ella. Escriba aquí el código. Es válido durante { $minutes } minutos. Si no recibe ningún mensaje, mire en la carpeta de correo no deseado o pruebe con otra dirección o referencia.
verify-wrong = Este código no es correcto. { $left ->
    [one] Le queda { $left } intento.
   *[other] Le quedan { $left } intentos.
  }
verify-no-tries = Este código tampoco es correcto y ya no es válido. Puede pedir uno nuevo.
verify-expired = Este código ya no es válido. Puede pedir uno nuevo.
verify-wait = Se han pedido demasiados códigos en poco tiempo. Vuelva a intentarlo dentro de { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
  }.
verify-done = Gracias, queda confirmado. Durante media hora puede consultar sus candidaturas en esta conversación.
verify-over = Ha pasado más de media hora desde que confirmó su identidad.
verify-cancelled = De acuerdo, lo dejamos así. ¿En qué más puedo ayudarle?
verify-form-identity = Esto no es una dirección de correo completa ni una referencia. Una referencia tiene esta forma: APP-7K3M-9QX2.
verify-form-code = El código tiene seis cifras. Lo encontrará en el correo que le hemos enviado.
verify-form-email = Esto no parece una dirección de correo electrónico. Escríbala así: nombre@example.org.
verify-form-email-code = El código tiene seis cifras. Lo encontrará en el correo enviado a su nueva dirección.
verify-form-phone = Esto no parece un número de teléfono. Escríbalo con el prefijo del país, por ejemplo, +254 712 345678.
verify-remind-identity = Sigo esperando la dirección de correo con la que presentó su candidatura o la referencia de esta.
verify-remind-code = Sigo esperando el código de seis cifras que ha recibido por correo.
verify-remind-email = Sigo esperando su nueva dirección de correo electrónico.
verify-remind-email-code = Sigo esperando el código de seis cifras enviado a su nueva dirección.
verify-remind-phone = Sigo esperando su nuevo número de teléfono.
# Lo que se escribe para dejarlo, en minúsculas, separado por |
verify-cancel-words = déjalo|déjelo|dejémoslo|cancelar|cancela|cancele|para|pare|stop|olvídalo|olvídelo|no gracias|da igual|no importa|ahora no|mejor no
choice-cancel = Dejarlo
choice-new-code = Enviar un código nuevo

# En qué fase están
application-list = { $count ->
    [0] Ya no hay ninguna candidatura a su nombre.
    [one] Tiene una candidatura:
   *[other] Tiene { $count } candidaturas. Elija una para saber más:
  }
application-since = Estado: **{ $status }**, desde el { $date }.
application-status-submitted = recibida
application-status-screening = en estudio
application-status-shortlisted = preseleccionada
application-status-interview = entrevista
application-status-checks = últimas comprobaciones
application-status-selected = seleccionada
application-status-not_selected = no seleccionada
application-status-withdrawn = retirada
application-next-submitted = A continuación, nuestro equipo comprobará si cumple los requisitos. No tiene que hacer nada.
application-next-screening = Nuestro equipo está comparando su perfil con los requisitos. Después se preseleccionarán los perfiles más adecuados. No tiene que hacer nada.
application-next-shortlisted = Su perfil está entre los más adecuados. A continuación, la entidad puede invitarle a una entrevista; consulte su correo con frecuencia.
application-next-interview = Se le ha invitado a una entrevista o ya la ha realizado. Después decidirá la entidad y se comprobarán sus referencias y documentos.
application-next-checks = Se están comprobando sus referencias, sus documentos y su aptitud médica. Si todo está en orden, recibirá una oferta. Responda pronto a las preguntas.
application-next-selected = Enhorabuena: su candidatura ha sido seleccionada. Los próximos pasos figuran en el correo con la oferta. Si no le ha llegado, hable con nuestro equipo.
application-next-not_selected = Esta vez se ha elegido a otra persona. Su perfil se conserva y puede presentarse a otras asignaciones.
application-next-withdrawn = Ha retirado esta candidatura. Puede presentarse a otras asignaciones.
application-usual = Esta fase suele durar alrededor de { $half }; tres de cada cuatro candidaturas la superan en un máximo de { $most }.
application-usual-unknown = Todavía no podemos decir cuánto suele durar esta fase.
application-demonstration = Son datos de demostración: la candidatura es inventada.
choice-applications = Todas mis candidaturas
choice-withdraw-application = Retirar esta candidatura

# Retirada
application-sure = ¿Seguro que quiere retirar su candidatura para **{ $name }** ({ $reference })? No se puede deshacer.
choice-withdraw-sure = Sí, retirarla
choice-withdraw-keep = No, mantenerla
application-withdrawn = Se ha retirado su candidatura para **{ $name }** ({ $reference }). Recibirá una confirmación por correo.
application-kept = Su candidatura { $reference } sigue como estaba.

# Datos de contacto
choice-email = Cambiar mi correo electrónico
choice-phone = Cambiar mi número de teléfono
contact-new-email = Escriba su nueva dirección de correo electrónico. Le enviaremos allí un código.
contact-code-sent = Acabamos de enviar un código de seis cifras a la nueva dirección, salvo que ya esté en uso. Escriba aquí el código. Es válido durante { $minutes } minutos.
contact-email-changed = Gracias, se ha cambiado su dirección de correo electrónico. Hemos enviado un aviso a la anterior.
contact-new-phone = Escriba su nuevo número de teléfono con el prefijo del país, por ejemplo, +254 712 345678.
contact-phone-changed = Gracias, se ha cambiado su número de teléfono. Hemos enviado un aviso a su correo electrónico.

# Correos
mail-code-subject = Su código: { $code }
mail-code-text =
    Hola:

    Su código es { $code }. Escríbalo en la conversación en la que preguntó por su candidatura. Es válido durante { $minutes } minutos.

    Nunca pedimos este código por teléfono ni por correo. Si no lo ha solicitado, no tiene que hacer nada: sin el código nadie puede ver su candidatura.

    { $organisation }
mail-email-code-subject = Su código para la nueva dirección: { $code }
mail-email-code-text =
    Hola:

    Alguien ha indicado esta dirección como nuevo correo electrónico de su candidatura. Si ha sido usted, escriba el código { $code } en la conversación. Es válido durante { $minutes } minutos.

    Si no ha sido usted, no tiene que hacer nada.

    { $organisation }
mail-email-changed-subject = Se ha cambiado su dirección de correo electrónico
mail-email-changed-text =
    Hola:

    La dirección de correo electrónico de su candidatura se ha cambiado en el chat. A partir de ahora escribiremos a la nueva.

    Si no ha sido usted, comuníquenoslo de inmediato respondiendo a este mensaje.

    { $organisation }
mail-phone-changed-subject = Se ha cambiado su número de teléfono
mail-phone-changed-text =
    Hola:

    El número de teléfono de su candidatura se ha cambiado en el chat.

    Si no ha sido usted, comuníquenoslo de inmediato respondiendo a este mensaje.

    { $organisation }
mail-withdrawn-subject = Se ha retirado su candidatura { $reference }
mail-withdrawn-text =
    Hola:

    Ha retirado en el chat su candidatura para { $name } ({ $reference }).

    Si no ha sido usted, comuníquenoslo de inmediato respondiendo a este mensaje.

    { $organisation }

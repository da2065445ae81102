# Avisos de nuevas asignaciones: pedirlos en el chat, las páginas de los enlaces, los correos.

# En el chat
button-alert = Avíseme de las nuevas
alert-where = Puedo escribirle cuando se publiquen nuevas asignaciones para esta búsqueda. Escriba, por favor, su dirección de correo electrónico. No la utilizaremos para nada más.
alert-sent = Hemos enviado a esa dirección un correo con un enlace. Abra el enlace y confirme; hasta entonces no recibirá nada. Es válido durante { $days ->
    [one] { $days } día
   *[other] { $days } días
  }. Si no llega ningún correo, mire en la carpeta de correo no deseado.
alert-wait = Se han pedido demasiados correos de este tipo en poco tiempo. Vuelva a intentarlo { $when }.
alert-cancelled = De acuerdo, no le escribiré. ¿En qué más puedo ayudarle?
verify-form-alert = Esto no parece una dirección de correo electrónico. Por favor, escríbala así: nombre@example.org.
verify-remind-alert = Sigo esperando la dirección de correo electrónico a la que podemos escribirle sobre nuevas asignaciones.

# Las páginas
alert-confirm-title = Nuevas asignaciones por correo electrónico
alert-confirm-text = ¿Desea recibir avisos de nuevas asignaciones para: { $wishes }? Puede poner fin a estos correos en cualquier momento con el enlace que contiene cada uno.
alert-confirm-button = Sí, escríbanme
alert-confirmed-title = Confirmado
alert-confirmed-text = A partir de ahora le escribiremos cuando se publiquen nuevas asignaciones para: { $wishes }. Cada correo contiene un enlace para dejar de recibirlos.
alert-stop-title = Dejar de recibir estos correos
alert-stop-text = ¿Desea no recibir más correos sobre nuevas asignaciones para esta búsqueda?
alert-stop-button = No recibir más correos
alert-stopped-title = No recibirá más correos
alert-stopped-text = Ya no recibirá correos sobre esta búsqueda, y hemos borrado la dirección que nos dio para ella.
alert-link-title = Este enlace no es válido
error-alert-link = Este enlace no es válido o ha dejado de serlo: los enlaces de confirmación valen siete días. Repita la búsqueda en el chat para recibir avisos de nuevas asignaciones.

# Los correos. $assignments y $wishes vienen de la búsqueda.
mail-alert-confirm-subject = Confirme, por favor: nuevas asignaciones por correo electrónico
mail-alert-confirm-text =
    Hola:

    Alguien ha pedido en nuestro chat que escribamos a esta dirección sobre nuevas asignaciones para: { $wishes }.

    Si ha sido usted, abra esta página y confirme:
    { $link }

    El enlace es válido durante { $days ->
        [one] { $days } día
       *[other] { $days } días
      }. Si no ha sido usted, no tiene que hacer nada: no recibirá ningún otro correo.

    { $organisation }
mail-alert-subject = { $count ->
    [one] { $value } nueva asignación
   *[other] { $value } nuevas asignaciones
  }: { $wishes }
mail-alert-text =
    Hola:

    Hay { $count ->
        [one] { $value } nueva asignación
       *[other] { $value } nuevas asignaciones
      } para: { $wishes }.

    { $assignments }

    Recibe este correo porque lo pidió y lo confirmó. Basta un clic para no recibir más:
    { $link }

    { $organisation }
alert-rest = { $count ->
    [one] Hay { $value } más. La encontrará en el chat: { $link }
   *[other] Hay { $value } más. Las encontrará en el chat: { $link }
  }

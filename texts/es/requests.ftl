# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = Puedo tomar su solicitud de voluntarios. Puede responder en el orden que quiera, corregir cualquier dato y volver más tarde; no se envía nada antes de que usted lo confirme.
request-known = Esto es lo que he anotado: { $facts }.
request-facts-separator = ; { "" }
request-back = Volvamos a su solicitud: { $question }
request-ask-profile = ¿Qué perfiles necesita, y cuántas personas? Por ejemplo: dos enfermeras y una matrona.
request-ask-number = ¿Cuántos voluntarios necesita?
request-ask-country = ¿En qué país prestarán servicio?
request-ask-modality = ¿Qué tipo de voluntariado desea?
request-ask-start = ¿Cuándo deben empezar?
request-ask-duration = ¿Durante cuánto tiempo los necesita?
request-ask-number-of = ¿Cuántas personas necesita para «{ $profile }»?
request-ask-country-of = Para «{ $profile }», ¿en qué país prestarán servicio?
request-ask-modality-of = Para «{ $profile }», ¿qué tipo de voluntariado desea?
request-ask-start-of = Para «{ $profile }», ¿cuándo deben empezar?
request-ask-duration-of = Para «{ $profile }», ¿durante cuánto tiempo los necesita?
request-ask-funding = ¿Cómo se financiarán los voluntarios?
request-ask-organisation = ¿Qué organización hace la solicitud?
request-ask-contact = ¿Cómo se llama la persona de contacto?
request-ask-email = ¿Cuál es la dirección de correo electrónico de esa persona? Le enviaremos un enlace; la solicitud será válida cuando lo abra y la confirme.
request-confirm = ¿Está todo bien? Si es así, envío la solicitud.
request-change = ¿Qué hay que cambiar? Escríbalo con sus palabras, por ejemplo: cinco, no tres.
request-guess = ¿Anoto esto: { $facts }?
request-summary = Esta es su solicitud:
request-counted = { $number } × { $what }
request-volunteers = voluntarios
request-from = inicio: { $start }
request-start-soon = lo antes posible
request-open = sin definir
request-email-known = recibida (no se muestra aquí)
request-fact = { $label }: { $value }
request-field-funding = Financiación
request-field-organisation = Organización
request-field-contact = Persona de contacto
request-field-email = Correo electrónico
request-funding-own = fondos propios de la organización
request-funding-donor = un donante o un gobierno
request-funding-shared = compartida entre varias entidades
request-funding-none = todavía sin financiación
request-later = De acuerdo, la guardo. Escriba «continuar mi solicitud» cuando quiera.
request-cancelled = La solicitud se ha descartado. No se ha enviado nada.
request-nothing = No hay ninguna solicitud que continuar. Dígame qué voluntarios necesita y empiezo una.
request-passed-on = Gracias. Paso su solicitud a nuestro equipo.
request-choice-send = Enviar la solicitud
request-choice-change = Cambiar algo
request-choice-cancel = Descartar la solicitud
request-choice-later = Más tarde
request-choice-resume = Continuar la solicitud
request-choice-skip = Dejarlo sin definir
request-choice-yes = Sí
request-choice-no = No
request-choice-email = Dar la dirección de nuevo

# Values that cannot be right
request-problem-number-least = Hace falta al menos un voluntario; { $value } no es posible.
request-problem-number-most = { $value } voluntarios son demasiados para una sola solicitud (500 como máximo). Para cifras mayores, consulte a nuestro equipo.
request-problem-start-past = Esa fecha ya ha pasado: { $value }. Indique un mes que esté por venir.
request-problem-start-day = No existe ese día: { $value }. Escríbalo así: 15 de marzo de 2027.
request-problem-start-far = Esa fecha queda demasiado lejos: { $value }. Se admiten solicitudes para los próximos tres años.
request-problem-duration = Esa duración no es posible: debe estar entre una semana y cuatro años.
request-problem-country-region = «{ $value }» es una región. Indique un país; puede nombrar varios, uno tras otro.
request-problem-lines = { $value } perfiles son demasiados para una sola solicitud (12 como máximo). Haga dos solicitudes.
request-problem-needed = Este dato es imprescindible.
request-problem-name = No parece un nombre: «{ $value }». Escríbalo de nuevo.
request-problem-form-number = No he encontrado un número en «{ $value }». Escríbalo así: 5 o cinco.
request-problem-form-country = No conozco ningún país llamado «{ $value }». Escriba su nombre completo.
request-problem-form-modality = No conozco ningún tipo de voluntariado llamado «{ $value }». Elija uno de estos o déjelo sin definir.
request-problem-form-start = No he encontrado una fecha en «{ $value }». Escríbala así: marzo de 2027 o 15 de marzo de 2027.
request-problem-form-duration = No he encontrado una duración en «{ $value }». Escríbala así: 6 meses.
request-problem-form-funding = No he entendido quién paga: «{ $value }». Elija una opción o déjelo sin definir.
request-problem-form-email = «{ $value }» no es una dirección completa. Escríbala así: nombre@example.org.

# What the desk says
request-received = Su solicitud tiene el número **{ $number }**. Hemos enviado un correo con un enlace a la dirección de contacto. La solicitud será válida cuando se confirme desde ese enlace; nuestro equipo ya puede verla. Para saber cómo va, o para modificarla, escriba el número aquí.
request-received-before = Esta solicitud ya se ha enviado; tiene el número **{ $number }**.
request-changed = Su solicitud **{ $number }** se ha modificado. Hemos enviado un aviso a la dirección de contacto.
request-address-gone = No guardamos las direcciones tanto tiempo y ya no tenemos la suya. Escríbala de nuevo.
request-too-many = Se han pedido demasiados correos en poco tiempo. Inténtelo de nuevo dentro de { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
  }.
request-code-sent = Si existe una solicitud con este número, hemos enviado un código de seis cifras a la dirección de contacto. Escriba el código aquí. Es válido durante { $minutes } minutos.
request-progress = Solicitud **{ $number }** ({ $organisation }), hecha el { $date }
request-state-claimed = Todavía no se ha confirmado: abra el enlace del correo que enviamos a la dirección de contacto.
request-state-confirmed = Está confirmada y a la espera de alguien de nuestro equipo.
request-state-working = Está confirmada y alguien de nuestro equipo se ocupa de ella.
request-state-done = Nuestro equipo ya la ha atendido.
request-state-withdrawn = Se ha retirado.
choice-request-change = Modificar la solicitud
choice-request-withdraw = Retirar la solicitud
choice-request-withdraw-sure = Sí, retirarla
choice-request-keep = No, mantenerla
request-sure = ¿Seguro que quiere retirar la solicitud { $number }? No se puede deshacer.
request-withdrawn = La solicitud { $number } se ha retirado. Hemos enviado una confirmación a la dirección de contacto.
request-kept = La solicitud { $number } sigue como estaba.

# The page behind the link
request-page-title = Confirmar una solicitud de voluntarios
request-page-text = Se ha hecho la solicitud { $number } en nombre de { $organisation }, y usted figura como persona de contacto. Será válida cuando la confirme.
request-page-button = Confirmar la solicitud
request-page-not-you = Si no sabe nada de ella, cierre esta página: sin confirmación, la solicitud no es válida.
request-page-done-title = La solicitud está confirmada
request-page-done = Gracias. Nuestro equipo se pondrá en contacto con usted por la solicitud { $number }.
request-page-gone-title = Este enlace ya no es válido
request-page-gone = La solicitud se retiró o el enlace ha caducado. Haga una nueva solicitud en el chat.

# Mails
mail-request-confirm-subject = Confirme su solicitud { $number }
mail-request-confirm-text =
    Hola, { $contact }:

    Alguien ha hecho una solicitud de voluntarios y ha indicado esta dirección de contacto. La solicitud tiene el número { $number }:

    { $summary }

    Confírmela aquí; hasta entonces no será válida. El enlace es válido durante { $days } días.

    { $link }

    Si no sabe nada de ella, no tiene que hacer nada.

    { $organisation }
mail-request-confirmed-subject = Su solicitud { $number } está confirmada
mail-request-confirmed-text =
    Hola, { $contact }:

    Gracias por confirmar la solicitud { $number }. Nuestro equipo se pondrá en contacto con usted.

    { $summary }

    Para saber cómo va, o para modificarla, escriba su número en el chat.

    { $organisation }
mail-request-changed-subject = Su solicitud { $number } se ha modificado
mail-request-changed-text =
    Hola, { $contact }:

    La solicitud { $number } se ha modificado en el chat. Ahora dice lo siguiente:

    { $summary }

    Si no ha sido usted, comuníquenoslo de inmediato respondiendo a este mensaje.

    { $organisation }
mail-request-withdrawn-subject = Su solicitud { $number } se ha retirado
mail-request-withdrawn-text =
    Hola, { $contact }:

    La solicitud { $number } se ha retirado en el chat.

    Si no ha sido usted, comuníquenoslo de inmediato respondiendo a este mensaje.

    { $organisation }
mail-request-code-subject = Su código: { $code }
mail-request-code-text =
    Hola:

    Su código es { $code }. Escríbalo en el chat en el que preguntó por su solicitud de voluntarios. Es válido durante { $minutes } minutos.

    Nunca pedimos este código por teléfono ni por correo. Si no lo ha solicitado, no tiene que hacer nada: sin el código nadie puede ver su solicitud.

    { $organisation }

# The console
console-reason-volunteer_request = solicitud de voluntarios
console-request = Solicitud de voluntarios
console-request-number = Número
console-request-state = Confirmada
console-request-claimed = no: por ahora solo declarada
console-request-confirmed = sí, con un enlace enviado a la persona de contacto, el { $date }
console-request-withdrawn = retirada el { $date }
console-request-lines = Voluntarios

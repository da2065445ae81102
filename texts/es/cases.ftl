# Una solicitud en cualquier dispositivo: número y código, respuestas, mensaje.

case-code = También puede leer la respuesta en cualquier dispositivo, sin este chat: { $link }, con el número { $case } y el código { $code }. Conserve el código: quien lo tenga puede leer la respuesta.
case-title = Su solicitud
case-intro = Indique el número de su solicitud y su código. Ambos se mostraron en el chat cuando se registró la solicitud.
case-number = Número de la solicitud
case-secret = Código
case-look = Ver mi solicitud
case-again = Ver si hay nuevas respuestas
case-about = Solicitud { $case }.
case-open = Está a la espera de un miembro del equipo.
case-claimed = { $name } se está ocupando de ella.
case-solved = Está resuelta. Si vuelve a escribir, se abrirá de nuevo.
case-written = Lo escrito desde entonces
case-no-answer = Todavía no hay respuesta.
case-you = Usted
case-reply = Escribir a nuestro equipo
case-send = Enviar
error-case-unknown = No hay ninguna solicitud con ese número y ese código. Compare ambos con lo que se mostró en el chat.
error-case-rate = Demasiados intentos en poco tiempo. Vuelva a intentarlo dentro de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
  }.

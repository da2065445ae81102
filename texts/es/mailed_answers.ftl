# Respuestas del personal por correo, y la vuelta al chat.

choice-again = Escribir de nuevo a nuestro equipo
answer-solved = La solicitud { $case } está resuelta. Si quiere añadir algo para nuestro equipo, pulse el botón; le llegará lo que escriba después.
answer-link-title = Su conversación con nosotros
answer-link-text = ¿Quiere continuar con la solicitud { $case } en el chat? Su conversación se abrirá en este navegador. Hágalo solo en un dispositivo de confianza.
answer-link-button = Abrir la conversación
error-answer-link = Este enlace no es válido o ha dejado de serlo: los enlaces de nuestros correos valen siete días. Con el número y el código de su solicitud puede leer la respuesta en cualquier momento en la página «Su solicitud».
mail-answer-subject = Respuesta a su solicitud { $case }
mail-answer-text =
    Hola:

    Nuestro equipo ha respondido a su solicitud { $case }:

    { $answer }

    Este enlace abre su conversación en el chat, donde puede contestar. Es válido durante { $days ->
        [one] { $days } día
        [many] { $days } días
       *[other] { $days } días
      }; por favor, no lo comparta:
    { $link }

    { $organisation }
mail-answer-hidden-subject = Respuesta a su solicitud { $case }
mail-answer-hidden-text =
    Hola:

    Nuestro equipo ha respondido a su solicitud { $case }. Para proteger lo que usted escribió, en este correo no figura nada de eso. Con el número de su solicitud y el código que mostró el chat puede leer la respuesta aquí y contestar:
    { $link }

    { $organisation }
answer-reply = Puede responder directamente a este correo o continuar en el chat.
mail-partly = De su correo solo se ha tomado el texto, hasta { $length } caracteres; no se han conservado los archivos adjuntos ni el resto.
mail-without-text = (Un correo sin texto)

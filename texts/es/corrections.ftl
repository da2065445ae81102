# Corrections of answers: the console's pages, and what is sent.

corrections-title = Rectificaciones
corrections-text = Artículos de los que alguien recibió una respuesta que ya no es válida.
corrections-people = Personas
corrections-nobody = No hay que avisar a nadie.
corrections-link = Quién recibió una respuesta equivocada
corrections-of = Rectificaciones: { $title }
corrections-of-text = La última respuesta que recibieron estas personas se ha cambiado o retirado desde entonces, o se marcó como equivocada. Cada una recibe una sola rectificación, en su idioma.
corrections-way-chat = en el chat
corrections-way-mail = por correo electrónico
corrections-way-none = no se le puede avisar
corrections-erased = Consultas cuya conversación se ha eliminado
corrections-send = { $count ->
    [one] Enviar la rectificación a { $count } persona
   *[other] Enviar la rectificación a { $count } personas
  }
corrections-sent = Enviado: { $chat } en el chat, { $mail } por correo electrónico.
corrections-unreached = { $count ->
    [one] No se pudo avisar a { $count } persona.
   *[other] No se pudo avisar a { $count } personas.
  }
corrections-failed = { $count ->
    [one] A { $count } persona la avisó un colega al mismo tiempo, o eliminó la conversación.
   *[other] A { $count } personas las avisó un colega al mismo tiempo, o eliminaron la conversación.
  }
corrections-answered = Respondida
corrections-why = Motivo
corrections-why-changed = el texto ha cambiado
corrections-why-withdrawn = el artículo se ha retirado
corrections-why-wrong = marcada como equivocada
corrections-way = Se le puede avisar

# To visitors
correction = Rectificación
correction-changed = El { $date } le dimos aquí una respuesta sobre «{ $title }» que ya no es válida. Nuestra respuesta es ahora:
correction-withdrawn = El { $date } le dimos aquí una respuesta sobre «{ $title }» que ya no es válida. Le rogamos que no la tenga en cuenta. Nuestro equipo le ayudará con gusto.
correction-wrong = El { $date } respondimos aquí a su pregunta con «{ $title }». No era la respuesta correcta; le rogamos que no la tenga en cuenta. Nuestro equipo le ayudará con gusto.
mail-correction-subject = { $organisation }: rectificación de una respuesta
mail-correction-text =
    Hola:

    Usted nos hizo una pregunta en nuestro chat y dejó esta dirección. Tenemos que rectificar nuestra respuesta.

    { $text }

    Disculpe el error.

    { $organisation }

# Notices of outages in the staff console.

notices-title = Avisos
notices-text = Durante una avería muchas personas preguntan lo mismo. El asistente da primero el aviso publicado a toda pregunta que le corresponda, desde la siguiente pregunta.
notices-notice = Aviso
notices-new = Nuevo aviso
notices-edit = Editar el aviso
notices-back = Volver
notices-no-notice = Todavía no hay ningún aviso.
notices-none = Ningún aviso
notices-link = Vincular al aviso
notices-unlink = Desvincular
notices-starts = Desde
notices-ends = Hasta
notices-requests = Solicitudes abiertas sobre esto
notices-no-requests = Ninguna solicitud abierta está vinculada a este aviso.
notices-state-draft = borrador
notices-state-published = publicado
notices-state-planned = previsto
notices-state-over = su plazo ha pasado
notices-state-ended = terminado
notices-keywords = Palabras clave
notices-keywords-hint = Palabras clave: una por línea. La pregunta en la que aparezca una de ellas recibe el aviso, diga lo que diga además.
notices-questions-hint = Preguntas de ejemplo: una por línea, mejor 5 o más, tal como las escribirían distintas personas.
notices-languages-hint = El título y el texto son necesarios en { $language }; quien escriba en un idioma que falte recibe estos, y se le dice.
notices-replaces = El aviso sustituye a la respuesta habitual (si no, va delante de ella)
notices-times-hint = Déjelos vacíos para publicar de inmediato y hasta que alguien lo termine. Zona horaria: { $zone }.
notices-manner = En el chat
notices-manner-replaces = en lugar de la respuesta habitual
notices-manner-precedes = antes de la respuesta habitual
notices-end = Terminar ahora
notices-publish-again = Publicar de nuevo
notices-discard = Descartar
notices-tried-yes = Esta pregunta recibe el aviso.
notices-tried-no = Esta pregunta no recibe el aviso.
notices-reply = Una respuesta para todos
notices-reply-text = Cada visitante la recibe en el chat, en su idioma si usted la escribe; si no, en { $language }.
notices-then = Después
notices-then-close = Cerrar las solicitudes
notices-then-hand-back = Devolver al asistente
notices-send = Enviar a todos
notices-answered = { $count ->
    [one] Se ha respondido a { $count } visitante.
   *[other] Se ha respondido a { $count } visitantes.
  }
notices-held = De estas se ocupan otros colegas; no se han tocado. Márquelas abajo para responderlas también.
notices-held-confirm = Responder también a las que atienden otros colegas (usted las asume)

# Errors
error-notice-changed = Otra persona ha cambiado este aviso entretanto. Vuelva a mirarlo, por favor.
error-notice-first = Escriba el título y el texto en el primer idioma.
error-notice-half = Cada idioma necesita un título y un texto.
error-notice-long = Un título puede tener 200 caracteres, un texto 4000, una pregunta o palabra clave 300; como máximo 50 líneas.
error-notice-keyword = La palabra clave «{ $word }» es demasiado corta: aparecería en demasiadas preguntas.
error-notice-nothing = Escriba al menos una pregunta de ejemplo o una palabra clave; si no, nadie recibirá el aviso.
error-notice-times = El final debe ser posterior al comienzo.
error-notice-sensitive = Una solicitud delicada no se puede vincular a un aviso.
error-notice-reply = Escriba la respuesta en el primer idioma.

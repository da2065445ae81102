# Quién está presente y qué muestra una solicitud de un vistazo.

presence-reads = Idiomas que leo
presence-reads-text = Las solicitudes en estos idiomas van primero.
presence-typing = Está escribiendo una respuesta: { $names }.
presence-looking = También miran esta solicitud: { $names }.
presence-answered-from = Respuesta tomada de
presence-others = Otras solicitudes de esta persona
wait-not-read = En este momento nadie de nuestro equipo lee este idioma; es posible que la respuesta llegue en otro: { $language }.

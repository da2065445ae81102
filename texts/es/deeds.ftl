# Lo que el personal hace con una solicitud y lo que se dice a los visitantes.

deeds-help = Ayuda para responder
deeds-suggested = Artículos sugeridos
deeds-suggested-for = Para:
deeds-no-suggestion = Ningún artículo se acerca a la última pregunta.
deeds-canned = Respuestas predefinidas
deeds-insert = Insertar
deeds-sent = Tal como se envía
deeds-meaning = En su idioma
deeds-open-article = Abrir el artículo
deeds-note = Nota interna
deeds-note-label = Nota interna (solo la ve el equipo)
deeds-note-save = Guardar la nota
deeds-assign = Asignar
deeds-colleague = Colega
deeds-transfer = Transferir
deeds-snooze = Posponer
deeds-snooze-for = Durante cuánto tiempo
deeds-snoozed = Pospuestas
deeds-snoozed-until = Pospuesta hasta
deeds-wake = Retomar ahora
deeds-merge = Fusionar un duplicado
deeds-duplicate = Solicitud de la misma persona
deeds-merged-into = Fusionada con
deeds-close = Cerrar
deeds-close-reason = Motivo
deeds-pick = Seleccionar
deeds-bulk = Con las solicitudes seleccionadas:
deeds-bulk-done = { $count ->
    [one] Hecho en { $count } solicitud.
   *[other] Hecho en { $count } solicitudes.
  }
deeds-bulk-refused = No es posible (ya): { $cases }.
queues-state-snoozed = pospuesta
console-resolution-answered = respondida
console-resolution-no_reply = el visitante no respondió
console-resolution-not_ours = no nos corresponde
console-resolution-abuse = abuso
console-resolution-merged = fusionada con otra solicitud

# A los visitantes
transferred = { $name } ha pasado su solicitud a otras personas de nuestro equipo, que le responderán aquí.
transferred-sensitive = { $name } ha pasado su solicitud al equipo de asuntos delicados. A partir de ahora solo ese equipo lee la conversación.
merged = Su solicitud { $case } se ha unido a su solicitud { $other }. La respuesta llegará en esta última.

# Negativas
error-colleague = No se puede asignar la solicitud a esta persona. Elija a otra, por favor.
error-queue = Elija otra cola, por favor.
error-merge = Solo se pueden fusionar solicitudes de la misma persona.
error-answered-meanwhile = Entretanto se ha enviado una respuesta. Léala, por favor, y vuelva a enviar la suya si aún hace falta.

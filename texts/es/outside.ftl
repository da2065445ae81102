# El servicio externo en el que se reflejan las solicitudes. $name es un miembro del personal, $queue una cola, $result cómo terminó una solicitud.

outside-desk = Servicio externo
outside-mirrored = Reflejada
outside-withdrawn-here = retirada allí; no se envía nada más
outside-late = Aún no entregado, se intentará de nuevo: { $reason }
outside-lost = Se ha renunciado a la entrega, así que allí falta algo: { $reason }
outside-claimed = { $name } se ha hecho cargo de esta solicitud en la consola.
outside-released = Esta solicitud está de nuevo en su cola en la consola.
outside-moved = Esta solicitud está ahora en la cola { $queue }.
outside-closed = Esta solicitud se terminó en la consola: { $result }.
outside-reopened = Esta solicitud continúa.
outside-withdrawn = A partir de ahora el servicio trata esta solicitud por sí mismo. Elimine este ticket; no se enviará nada más.
outside-erased = La conversación se ha borrado por deseo de la persona o al final de su plazo. Elimine este ticket.
outside-partly = (Esta respuesta contiene algo más, por ejemplo un archivo, que no se puede mostrar aquí. Pídalo si lo necesita.)
error-signature = La firma falta, no es correcta o es demasiado antigua.
error-outside-unknown = No existe esa solicitud, o no se refleja (ya).

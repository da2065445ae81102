# Colas de solicitudes: miembros, compromisos, filtros.

queues-title = Miembros de las colas
queues-text = Los miembros ven sus colas con un clic. Los demás colegas pueden ayudar.
queues-sensitive = Solo los miembros ven estas solicitudes y sus conversaciones, aquí, en la búsqueda y en las cifras. Mientras no haya ningún miembro, las ven los administradores.
queues-promise = Compromiso en horas laborables: primera respuesta en { $answer }, solución en { $solution }.
queues-nobody = Esta cola aún no tiene miembros.
queues-members = Miembros
queues-due = Vencimiento
queues-due-answer = Respuesta: quedan { $time }
queues-due-solution = Solución: quedan { $time }
queues-overdue-answer = Respuesta con { $time } de retraso
queues-overdue-solution = Solución con { $time } de retraso
queues-filters = Solicitudes que se muestran
queues-any = Todas
queues-mine = Mis colas
queues-me = Yo
queues-no-one = Nadie
queues-age = Con más de
queues-state = Estado de la solicitud
queues-state-open = en espera
queues-state-claimed = en curso
queues-state-solved = resuelta
queues-show = Mostrar
queues-show-all = Mostrar todo

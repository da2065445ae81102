# Las cifras del servicio, en la consola.

service-title = Cifras
service-from = Desde
service-to = Hasta
service-show = Mostrar
service-periods = Períodos habituales
service-last-days = { $count ->
    [one] Último día
    [many] Últimos { $count } de días
   *[other] Últimos { $count } días
  }
service-period = Del { $first } al { $last }
service-counted = Datos contados hasta el { $moment }.
service-none = No se contó nada en este período.
service-few = menos de { $count }
service-all = Todos los idiomas
service-chart = Gráfico: { $name }. Los mismos números figuran en la tabla.
service-download = { $name } en formato CSV
service-escalation = El { $rate } de las consultas llegó al equipo: { $number } de { $total }.
service-under = No se supera el límite del { $line }.
service-over = Se supera el límite del { $line }.
service-reviewed = { $count ->
    [one] Se revisó { $count } consulta.
    [many] Se revisaron { $count } de consultas.
   *[other] Se revisaron { $count } consultas.
  }
error-period = Este período no es válido. Elija dos días, el primero no posterior al último, con diez años de diferencia como máximo.

service-table-days = Consultas por día e idioma
service-note-days = Una consulta es una pregunta con todo lo que siguió. Los períodos largos se muestran por semanas o meses; la descarga contiene todos los días.
service-table-outcomes = Resultado de las consultas
service-note-outcomes = Cada consulta tiene un solo resultado. Los resultados se muestran uno junto a otro y no se suman en una única tasa de éxito.
service-table-queues = Solicitudes al equipo por cola
service-note-queues = Tiempo desde la solicitud hasta la primera respuesta y hasta la solución: la mediana y el plazo en que se atendieron nueve de cada diez. Las solicitudes aún sin respuesta o sin solución no se incluyen en los tiempos.
service-table-promises = Plazos prometidos y cumplidos, por cola
service-note-promises = Lo que promete cada cola, contado en sus horas de atención: una primera respuesta y una solución a tiempo. Un plazo se incumple en cuanto vence; las solicitudes que aún pueden atenderse a tiempo no figuran en ninguna columna.
service-table-satisfaction = Satisfacción de los visitantes
service-note-satisfaction = Se pregunta una sola vez, cuando se ha atendido una solicitud; nunca sobre asuntos delicados. El porcentaje es el de «sí» entre las respuestas.
service-table-hours = Horas de mayor actividad
service-note-hours = Cuándo empiezan las consultas, en la zona horaria del horario de atención.
service-table-weekdays = Días de la semana de mayor actividad
service-note-weekdays = Cuándo empiezan las consultas.
service-table-topics = Lo más preguntado
service-note-topics = Tipos de preguntas y su resultado. No se incluyen los asuntos delicados.
service-table-unanswered = Lo que no se pudo responder
service-note-unanswered = Consultas con al menos una pregunta que quedó sin respuesta, aunque otro intento la tuviera.
service-table-questions = Preguntas no entendidas
service-note-questions = Lo que más se preguntó sin obtener respuesta, con las palabras de quienes preguntaron; los datos personales están ocultos. Las preguntas con las mismas palabras se cuentan juntas. No se toma nada de las conversaciones en las que hubo una denuncia.
service-table-helpful = Artículos que ayudan
service-note-helpful = Artículos que los visitantes consideraron útiles con más frecuencia.
service-table-unhelpful = Artículos que no ayudan
service-note-unhelpful = Artículos tras los cuales las consultas quedaron con más frecuencia abandonadas, derivadas o con respuesta errónea.

service-column-day = Día
service-column-week = Semana del
service-column-month = Mes
service-column-question = Pregunta
service-column-total = Consultas
service-column-language = Idioma
service-column-confirmed = Confirmadas
service-column-assumed = Resueltas, se supone
service-column-abandoned = Abandonadas
service-column-escalated = Derivadas
service-column-wrong = Erróneas
service-column-open = Abiertas
service-column-rate = Llegaron al equipo
service-column-queue = Cola
service-column-requests = Solicitudes
service-column-answer-median = Primera respuesta, mediana
service-column-answer-p90 = Primera respuesta, nueve de diez
service-column-solution-median = Solución, mediana
service-column-solution-p90 = Solución, nueve de diez
service-column-answers-kept = Respuestas a tiempo
service-column-answers-missed = Respuestas con retraso
service-column-share-answers = Porcentaje de respuestas a tiempo
service-column-solutions-kept = Soluciones a tiempo
service-column-solutions-missed = Soluciones con retraso
service-column-share-solutions = Porcentaje de soluciones a tiempo
service-column-asked = Personas consultadas
service-column-yes = Sí
service-column-partly = En parte
service-column-no = No
service-column-share-yes = Porcentaje de «sí»
service-column-hour = Hora
service-column-weekday = Día de la semana
service-column-intent = Pregunta sobre
service-column-article = Artículo
service-column-misses = Preguntas sin respuesta

service-outcome-confirmed = El visitante dijo que la respuesta le ayudó.
service-outcome-assumed = Se respondió y siguieron 24 horas de silencio. Se retira si la misma pregunta vuelve en un plazo de 72 horas.
service-outcome-abandoned = Quedó sin respuesta, o con una que no ayudó, y siguieron 24 horas de silencio.
service-outcome-escalated = Se abrió una solicitud al equipo, por el motivo que fuera.
service-outcome-wrong = Una revisión consideró errónea la respuesta.
service-outcome-open = Han transcurrido menos de 24 horas.

service-intent-ask-article = Normas e información
service-intent-search-assignments = Búsqueda de asignaciones
service-intent-more-results = Más resultados
service-intent-ask-details = Detalles de una asignación
service-intent-ask-statistic = Estadísticas
service-intent-ask-indicator = Indicadores de resultados
service-intent-ask-modality = Tipos de voluntariado
service-intent-ask-eligibility = Requisitos
service-intent-ask-application-status = Estado de una candidatura
service-intent-ask-capabilities = Qué puede hacer el servicio
service-intent-ask-human = Deseo de hablar con una persona
service-intent-not-helpful = Queja sobre una respuesta
service-intent-out-of-scope = Fuera del tema
service-intent-nlu-fallback = No entendido

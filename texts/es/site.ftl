# The demonstration site, in Spanish. It must fit any organisation, so it names none.

site-title = ¿Preguntas sobre el voluntariado?
site-skip = Ir al contenido
site-languages = Idiomas
site-demonstration = Esto es una demostración.
site-demonstration-text = Las asignaciones, las personas y las candidaturas que aparecen son inventadas. Este sitio no es un servicio de ninguna de las organizaciones que se nombran. Aquí no se puede presentar ninguna candidatura; le rogamos que no escriba datos personales.
site-lead = Pregunte con sus palabras y en su idioma. Recibirá una respuesta al momento, con su fuente. Cuando el asistente no sepa algo, una persona tomará el relevo en la misma conversación.
site-how = Abra el chat con el botón redondo que está en la esquina de esta página.
site-topics = Qué puede preguntar
site-assignments = Asignaciones
site-assignments-text = Busque dónde hacer voluntariado por país, profesión, idioma o forma de trabajo.
site-assignments-question-1 = ¿Hay vacantes de enfermería en Kenya?
site-assignments-question-2 = ¿Qué puedo hacer en línea, desde casa?
site-conditions = Condiciones
site-conditions-text = Qué le exige cada tipo de voluntariado y qué le ofrece.
site-conditions-question-1 = ¿Qué edad hay que tener?
site-conditions-question-2 = ¿Qué gastos se cubren?
site-application = Candidatura
site-application-text = Cómo presentarse, qué pasa después y cuánto se tarda.
site-application-question-1 = ¿Cómo presento mi candidatura?
site-application-question-2 = ¿Cuánto tardan en responder?
site-figures = Datos y cifras
site-figures-text = Lo que se ha logrado, con la cifra y el párrafo en el que figura.
site-figures-question-1 = ¿Cuántos voluntarios prestaron servicio en 2019?
site-figures-question-2 = ¿Cuántos de ellos eran mujeres?
site-partners = Acoger voluntarios
site-partners-text = Para las organizaciones que desean trabajar con voluntarios.
site-partners-question-1 = ¿Cómo puede mi organización acoger a un voluntario?
site-partners-question-2 = ¿Cuánto cuesta?
site-person = Una persona
site-person-text = Algunas preguntas requieren a alguien de nuestro equipo. Verá su lugar en la cola y, mientras tanto, podrá seguir preguntando.
site-person-question-1 = Quisiera hablar con alguien
site-person-question-2 = Quiero informar de un problema
site-honest = Qué puede esperar
site-honest-sources = Cada respuesta dice de dónde procede y de cuándo es.
site-honest-unknown = Lo que el asistente no sabe, lo dice. No se inventa nada.
site-honest-languages = Puede cambiar de idioma en mitad de una conversación.
site-honest-data = Puede descargar su conversación, y borrarla, cuando quiera.
site-footer = Un servicio de atención de código abierto para organizaciones que movilizan voluntarios.
help-title = Respuestas a preguntas frecuentes
help-lead = Cada respuesta está aprobada e indica su fuente. El asistente, al pie de la página, encuentra la que necesita.
help-sources = Fuentes

## Facts and figures: the page of statistics, and charts

statistics-title = Datos y cifras
statistics-lead = Cada cifra indica su fuente y el párrafo en el que figura. Todas las tablas se pueden descargar.
statistics-none = Todavía no hay cifras aquí. El asistente, en la esquina de la página, responde a sus demás preguntas.
statistics-contents = En esta página
statistics-indicators = Marco de resultados
statistics-group-people = Voluntarios
statistics-group-service = Servicio y asignaciones
statistics-group-partners = Asociados y financiación
statistics-group-money = Finanzas
statistics-group-results = Resultados
statistics-group-operations = Funcionamiento del programa
statistics-group-other = Otras cifras
statistics-year = Año
statistics-members = Alcance
statistics-value = Cifra
statistics-paragraph = Párrafo
statistics-source = Fuente
statistics-total = Total
statistics-share = porcentaje del total
# $base: the year that is compared with
statistics-change = variación desde { $base }
statistics-change-alone = variación
# $shown and $total: how many figures, with the separators of the language
statistics-first = Se muestran { $shown } de { $total }, primero las más recientes. La descarga las contiene todas.
# $format: CSV or JSON; $name: what the table is about
statistics-download = Descargar en { $format }: { $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }, { $details }
# What the bars of a chart are, by dimension
chart-by-host = por entidad anfitriona
chart-by-country = por país de asignación
chart-by-region = por región
chart-by-nationality = por nacionalidad
chart-by-donor = por donante
chart-by-gender = por sexo
chart-by-age = por grupo de edad
chart-by-modality = por tipo de voluntariado
chart-by-sdg = por Objetivo de Desarrollo Sostenible
chart-by-origin = por origen
chart-by-disability = según la discapacidad

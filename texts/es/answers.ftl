# What the assistant says, in Spanish. $organisation is the name the organisation gives itself.

greet = ¡Hola! Soy el asistente que atiende las consultas sobre { $organisation }. Pregúnteme por asignaciones, tipos de voluntariado, cifras o condiciones de servicio. ¿En qué puedo ayudarle?
goodbye = Hasta luego y gracias por escribirnos. Puede volver a este chat cuando quiera.
thank = De nada. ¿Desea saber algo más?
affirm = Muy bien. ¿Qué más le gustaría saber?
deny = De acuerdo. Pregúnteme otra cosa cuando quiera.
bot = Soy un asistente automático, no una persona. Respondo con artículos y cifras aprobados y puedo avisar a alguien de nuestro equipo.
capabilities = Puedo buscar asignaciones, explicar los tipos de voluntariado y quién puede optar a ellos, responder con artículos aprobados a preguntas sobre condiciones y candidaturas, y dar cifras con su fuente. Puede escribirme en estos idiomas: { $languages }. Si no puedo ayudarle, aviso a alguien de nuestro equipo.
language-changed = A partir de ahora respondo en español.
language-which = ¿Qué idioma prefiere? Puede elegir entre: { $languages }.
out-of-scope = Lo siento, eso queda fuera de lo que sé. Puedo ayudarle con todo lo relacionado con el voluntariado: asignaciones, tipos de voluntariado, condiciones, candidaturas y cifras.
not-helpful = Siento que no le haya servido. ¿Podría decirlo con otras palabras? También puedo avisar a alguien de nuestro equipo.
not-understood = Creo que no le he entendido bien. ¿Podría decirlo con otras palabras? También puedo avisar a alguien de nuestro equipo.
unknown = No tengo una respuesta aprobada a esta pregunta y prefiero no adivinar. ¿Quiere que avise a alguien de nuestro equipo?
choose-article = ¿Cuál de estos temas le interesa?
button-human = Hablar con una persona
button-other = Ninguna de estas
button-more = Ver más
button-details = Detalles: { $title }
button-without = ✕ { $wish }
hand-over = Voy a avisar a alguien de nuestro equipo y le paso nuestra conversación, para que usted no tenga que repetir nada.
sensitive = Gracias por contárnoslo. Su mensaje llega directamente a las personas responsables de estos asuntos, que lo leerán con discreción. No hace falta que dé aquí más detalles de los que desee.
sensitive-despair = Lamento mucho que se sienta así y le agradezco que nos lo haya contado. No tiene que pasar por esto en soledad. Hable ahora con alguien de confianza que esté cerca. Su mensaje llega también directamente a las personas responsables de estos asuntos; lo leerán con discreción, pero no siempre pueden responder de inmediato.
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = Si su pregunta era sobre las normas en general, esto es lo que puedo decirle:
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = Si le ha ocurrido algo a usted o a otra persona, o si alguien está en peligro, puede contárselo al equipo encargado de estos asuntos, que lo leerá de forma confidencial.
button-confidence = Contarlo en confianza
application-status = Puedo consultar su candidatura.
application-status-elsewhere = No puedo consultar candidaturas individuales en este chat. Para ver en qué fase está la suya, inicie sesión en la plataforma en la que la presentó. Alguien de nuestro equipo también puede orientarle.
article-other-language = (Este texto aún no está traducido a su idioma; aquí lo tiene en { $language }).
article-confidence-medium = Tenga en cuenta que esta información procede de copias o de páginas antiguas.
article-confidence-low = Tenga en cuenta que esta información procede de una fuente indirecta; compruébela antes de darla por segura.
figure = **{ $figure }** – { $metric }, { $year }.
figure-members = **{ $figure }** – { $metric } ({ $members }), { $year }.
figure-change = **{ $figure }** – { $metric }, { $year } en comparación con { $base }.
figure-change-members = **{ $figure }** – { $metric } ({ $members }), { $year } en comparación con { $base }.
figure-share-of = { $figure } del total
figure-up-amount = aumento de { $figure }
figure-up-share = aumento del { $figure }
figure-up-qualified = aumento: { $figure }
figure-down-amount = disminución de { $figure }
figure-down-share = disminución del { $figure }
figure-down-qualified = disminución: { $figure }
figure-same = sin cambios
figure-missing = No tengo esa cifra exacta. La más parecida es:
figure-years = Sobre esto tengo cifras de { $first } a { $last }.
figure-list = **{ $name }** ({ $count }):
figure-parts = Nota: los datos parciales que da la misma fuente suman { $sum }, no { $figure }.
figures = **{ $metric }**, { $year }:
figures-members = **{ $metric }** ({ $members }), { $year }:
figures-change = **{ $metric }**, variación de { $base } a { $year }:
figures-change-members = **{ $metric }** ({ $members }), variación de { $base } a { $year }:
figures-years = **{ $metric }**, año por año:
figures-years-members = **{ $metric }** ({ $members }), año por año:
colon = { ": " }
percentage-points = { $value } puntos porcentuales
calculated-share = **{ $value }** (cálculo: { $part } de { $whole }).
calculated-part = Alrededor de **{ $value }** (cálculo: { $part } de { $whole }).
calculated-rest = **{ $value }** (cálculo: 100 % menos { $part }).
calculated-difference = Diferencia calculada: **{ $value }**.
calculated-sum = Total calculado: **{ $value }**.
calculated-growth = **{ $change }** ({ $share }); cálculo: de { $first } a { $last }.
calculated-growth-points = **{ $change }**; cálculo: de { $first } a { $last }.
dimension-year = Año
dimension-host = Entidad
dimension-region = Región
dimension-country = País
dimension-donor = Financiado por
dimension-nationality = Nacionalidad
dimension-gender = Sexo
dimension-age = Edad
dimension-modality = Tipo de voluntariado
dimension-sdg = Objetivo
dimension-origin = Origen
dimension-disability = Discapacidad
dimension-initiative = Asunto
paragraph = párr. { $number }
unit-persons = { $count ->
    [one] { $value } persona
    [many] { $value } de personas
   *[other] { $value } personas
  }
unit-months = { $count ->
    [one] { $value } mes
    [many] { $value } de meses
   *[other] { $value } meses
  }
unit-years = { $count ->
    [one] { $value } año
    [many] { $value } de años
   *[other] { $value } años
  }
unit-days = { $count ->
    [one] { $value } día
    [many] { $value } de días
   *[other] { $value } días
  }
unit-countries = { $count ->
    [one] { $value } país
    [many] { $value } de países
   *[other] { $value } países
  }
unit-hours = { $count ->
    [one] { $value } hora
    [many] { $value } de horas
   *[other] { $value } horas
  }
unit-weeks = { $count ->
    [one] { $value } semana
    [many] { $value } de semanas
   *[other] { $value } semanas
  }
qualifier-about = cerca de { $figure }
qualifier-more_than = más de { $figure }
qualifier-less_than = menos de { $figure }
qualifier-nearly = casi { $figure }
qualifier-at_least = al menos { $figure }
qualifier-rough = aproximadamente { $figure }
qualifier-rounded = { $figure } (cifra redondeada)
qualifier-interim = { $figure } (cifra provisional)
qualifier-announced = { $figure } (cifra anunciada)
qualifier-agreed = { $figure } (cifra acordada)
indicator = **{ $key } { $name }** ({ $year }): meta { $target }, resultado { $result }, puntuación { $score } – { $colour }.
indicator-count = { $count ->
    [one] { $count } indicador:
   *[other] { $count } indicadores:
  }
indicator-none = No conozco ese indicador. Estos son los que tengo:
colour-green = verde (alcanzado)
colour-yellow = amarillo (por debajo de la meta)
colour-red = rojo (no alcanzado)
colour-grey = gris (sin datos)
table-indicator = Indicador
table-target = Meta
table-result = Resultado
table-score = Puntuación
table-colour = Color
modality-list = Hay estos tipos de voluntariado:
modality-rules = Condiciones según las fuentes consultadas:
modality-rule = { $rule }: { $value } (dato de { $date })
modality-rule-older = { $rule }: { $value } (norma anterior, { $date })
date-undated = sin fecha
modality-no-rules = No tengo requisitos confirmados para este tipo de voluntariado. Lo que cuenta es la descripción de la asignación.
modality-search = Ver las asignaciones abiertas
rule-min_age = Edad mínima
rule-max_age = Edad máxima
rule-education = Estudios
rule-experience_years = Experiencia
rule-languages = Idiomas
rule-nationality = Nacionalidad
rule-residence = Residencia
rule-first_contract_months = Primer contrato
rule-min_months = Duración mínima del servicio
rule-max_months = Duración máxima del servicio
rule-max_weeks = Duración máxima de una tarea
rule-hours_per_week = Horas por semana
search-found = { $count ->
    [one] He encontrado { $value } asignación abierta
   *[other] He encontrado { $value } asignaciones abiertas
  } para su búsqueda: { $wishes }.
search-found-all = { $count ->
    [one] Hay { $value } asignación abierta.
   *[other] Hay { $value } asignaciones abiertas.
  } Dígame un país, una profesión, una organización o un idioma para acotar la búsqueda.
search-dropped = No he encontrado nada para esta búsqueda: { $wishes }. Sin tener en cuenta «{ $dropped }», he encontrado lo siguiente:
# $words: one or two words of the visitor that nothing explains
search-left-out = No se ha tenido en cuenta «{ $words }»: no conozco ninguna asignación que lo mencione.
search-none = No he encontrado ninguna asignación abierta para esta búsqueda: { $wishes }.
search-none-open = En este momento no hay asignaciones abiertas.
search-range = Resultados del { $from } al { $to }, de un total de { $total }.
search-end = No hay más resultados.
search-first = Dígame primero qué busca; por ejemplo, una profesión y un país.
wish-not = excepto: { $wish }
wish-near = cerca de { $place }
wish-over = más de { $duration }
wish-least = al menos { $duration }
wish-under = menos de { $duration }
wish-most = { $duration } como máximo
wish-lasting = duración: { $duration }
wish-from = inicio a partir del { $date }
wish-until = inicio a más tardar el { $date }
wish-onsite = presencial
wish-family = lugar de destino apto para familias
wish-disability = apto para personas con discapacidad
wish-words = «{ $words }»
assignment-gone = Esta asignación ya no está abierta.
assignment-which = ¿Cuál de las asignaciones mostradas le interesa? Dígame su número.
assignment-demonstration = Son datos de demostración: las asignaciones son inventadas.
assignment-place = Lugar
assignment-online = En línea, desde cualquier lugar
assignment-city = { $city }, { $country }
assignment-host = Entidad anfitriona
assignment-modality = Tipo de voluntariado
assignment-duration = Duración
assignment-start = Inicio
assignment-closes = Fecha límite
assignment-languages = Idiomas
assignment-education = Estudios
assignment-experience = Experiencia
assignment-tasks = Tareas
assignment-reference = Referencia
assignment-apply = Cómo presentar la candidatura
education-secondary = Educación secundaria
education-technical = Título técnico
education-bachelor = Licenciatura o grado
education-master = Maestría o máster
rule-status = Situación (estudiante o persona refugiada)
rule-typical_experience_years = Experiencia habitual (no es un requisito)
value-country_of_service = la del país de asignación
value-not_country_of_service = distinta de la del país de asignación
value-legal_residence_refugee_stateless = personas refugiadas reconocidas y apátridas con residencia legal en el país, si la legislación nacional lo permite
value-bachelor_or_higher_technical_diploma = título universitario o diploma técnico superior
value-student = estudiante
value-refugee_or_asylum_seeker = persona refugiada o solicitante de asilo
value-host_country = en el país de acogida
value-any-language = { $languages } (basta uno)
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number } de { $currency }
money-millions-vowel = { $number } de { $currency }
unit-working_days = { $count ->
    [one] { $value } día hábil
    [many] { $value } de días hábiles
   *[other] { $value } días hábiles
  }
unit-ages = { $count ->
    [one] { $value } año
   *[other] { $value } años
  }

# Between the items of a list
list-separator = { ", " }

# The texts of the demonstration profile, in Spanish.
organisation = el Programa de Voluntariado (demostración)
emergency-contacts = Si está en peligro ahora, llame al número de emergencias del país en el que se encuentra o al oficial de seguridad de las Naciones Unidas de su lugar de destino.
privacy-note = Esto es una demostración de un servicio de atención: no escriba datos personales reales. Responde un asistente automático; nuestro equipo puede leer la conversación cuando usted pide hablar con una persona. Las conversaciones se guardan durante { $days ->
    [one] { $days } día
   *[other] { $days } días
  } y después se borran; puede descargar o borrar la suya en cualquier momento desde el menú. Responsable de los datos: el operador de esta demostración, { $privacy }.
widget-greeting = ¡Hola! Pregúnteme por asignaciones de voluntariado, tipos de voluntariado, cifras o condiciones de servicio.
widget-example-1 = ¿Cuántos Voluntarios de las Naciones Unidas prestaron servicio en 2019?
widget-example-2 = Vacantes de enfermería en Kenya
widget-example-3 = ¿Qué es un Joven Voluntario de las Naciones Unidas?
widget-example-4 = ¿Cómo restablezco mi contraseña?
site-demonstration-text = Las asignaciones, las personas y las candidaturas que aparecen son inventadas. Este sitio no es un servicio de las Naciones Unidas ni de ninguna de las organizaciones que se nombran. Aquí no se puede presentar ninguna candidatura; le rogamos que no escriba datos personales.
# The date of a source that gives no year.
date-mid-2000s = mediados de los años 2000

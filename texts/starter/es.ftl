# The texts of this organisation; replace them by your own.
organisation = NAME
emergency-contacts = Si está en peligro ahora, llame al número de emergencias del país en el que se encuentra.
privacy-note = Aquí responde un asistente automático; nuestro equipo puede leer la conversación cuando usted pide hablar con una persona. Las conversaciones se guardan durante { $days ->
    [one] { $days } día
   *[other] { $days } días
  } y después se borran; puede descargar o borrar la suya en cualquier momento desde el menú. Preguntas sobre sus datos: { $privacy }.
widget-greeting = ¡Hola! ¿En qué puedo ayudarle?
widget-example-1 = ¿Qué sabe hacer?
widget-example-2 = ¿Qué asignaciones hay abiertas?
widget-example-3 = ¿Qué tipos de voluntariado hay?
widget-example-4 = Quisiera hablar con una persona.

# Review of answers and of visitors' choices in the console.

review-title = Revisión
review-answers = ¿Fueron correctas estas respuestas?
review-answers-why = Su veredicto cuenta en las cifras: una respuesta errónea figura allí como tal, hiciera lo que hiciera la persona. Las conversaciones delicadas no se muestran aquí.
review-show = Mostrar
review-show-unhelpful = que no fueron útiles
review-show-answered = con respuesta
review-show-unanswered = sin respuesta
review-show-wrong = consideradas erróneas
review-comment = Comentario de la persona:
review-right = Correcta
review-wrong = Errónea
review-take-back = Retirar el veredicto
review-none = Aquí no hay nada que revisar.
review-examples = Preguntas que enseñan las elecciones de las personas
review-examples-why = El asistente ofreció varios artículos y la persona eligió uno. Si la incorpora, la pregunta pasa a ser un ejemplo en el borrador de ese artículo; se aprende cuando se publica. Descarte lo que identifique a una persona.
review-chosen = Artículo elegido
review-decide = Decisión
review-take = Incorporar al borrador
review-dismiss = Descartar
review-more-examples = Hay más; aparecen a medida que decide.
review-no-examples = Ninguna pregunta espera una decisión.

# La pregunta final a los visitantes sobre su satisfacción.

satisfaction-ask = ¿Hemos respondido a su pregunta?
satisfaction-yes = Sí
satisfaction-partly = En parte
satisfaction-no = No
satisfaction-thanks = Gracias por su respuesta.

chat-choose = Elegir
chat-refresh = Ver si hay mensajes nuevos
chat-earlier = Mensajes anteriores: { $count }
chat-plain = El chat como página sencilla, sin JavaScript

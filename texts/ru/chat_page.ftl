chat-choose = Выбрать
chat-refresh = Проверить новые сообщения
chat-earlier = Предыдущие сообщения: { $count }
chat-plain = Чат в виде простой страницы, без JavaScript

# Очереди запросов: участники, сроки, отбор.

queues-title = Участники очередей
queues-text = Участники открывают свои очереди одним нажатием. Другие коллеги могут помогать.
queues-sensitive = Эти запросы и беседы видят только участники очереди: здесь, в поиске и в показателях. Пока участников нет, их видят администраторы.
queues-promise = Обязательство в рабочих часах: первый ответ — { $answer }, решение — { $solution }.
queues-nobody = В этой очереди пока нет участников.
queues-members = Участники
queues-due = Срок
queues-due-answer = До срока ответа { $time }
queues-due-solution = До срока решения { $time }
queues-overdue-answer = Ответ просрочен на { $time }
queues-overdue-solution = Решение просрочено на { $time }
queues-filters = Какие запросы показаны
queues-any = Все
queues-mine = Мои очереди
queues-me = Я
queues-no-one = Никто
queues-age = Старше
queues-state = Состояние запроса
queues-state-open = ожидает
queues-state-claimed = в работе
queues-state-solved = решен
queues-show = Показать
queues-show-all = Показать всё

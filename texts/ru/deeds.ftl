# Что сотрудники делают с запросом и что об этом сообщается посетителям.

deeds-help = Помощь с ответом
deeds-suggested = Подходящие статьи
deeds-suggested-for = По вопросу:
deeds-no-suggestion = Нет статьи, близкой к последнему вопросу.
deeds-canned = Готовые ответы
deeds-insert = Вставить
deeds-sent = Как будет отправлено
deeds-meaning = На вашем языке
deeds-open-article = Открыть статью
deeds-note = Внутренняя заметка
deeds-note-label = Внутренняя заметка (видна только сотрудникам)
deeds-note-save = Сохранить заметку
deeds-assign = Назначить
deeds-colleague = Коллега
deeds-transfer = Передать
deeds-snooze = Отложить
deeds-snooze-for = На какое время
deeds-snoozed = Отложенные
deeds-snoozed-until = Отложен до
deeds-wake = Продолжить сейчас
deeds-merge = Объединить с дубликатом
deeds-duplicate = Запрос того же посетителя
deeds-merged-into = Объединен с
deeds-close = Закрыть
deeds-close-reason = Причина
deeds-pick = Выбрать
deeds-bulk = С выбранными запросами:
deeds-bulk-done = { $count ->
    [one] Выполнено для { $count } запроса.
    [few] Выполнено для { $count } запросов.
    [many] Выполнено для { $count } запросов.
   *[other] Выполнено для { $count } запроса.
  }
deeds-bulk-refused = Невозможно (уже): { $cases }.
queues-state-snoozed = отложен
console-resolution-answered = дан ответ
console-resolution-no_reply = посетитель не ответил
console-resolution-not_ours = не в нашей компетенции
console-resolution-abuse = злоупотребление
console-resolution-merged = объединен с другим запросом

# Посетителям
transferred = { $name } передает ваш запрос другим коллегам; они ответят вам здесь.
transferred-sensitive = { $name } передает ваш запрос группе по деликатным вопросам. Теперь беседу читает только эта группа.
merged = Ваш запрос { $case } объединен с вашим запросом { $other }. Ответ придет туда.

# Отказы
error-colleague = Этому сотруднику запрос назначить нельзя. Пожалуйста, выберите другого.
error-queue = Пожалуйста, выберите другую очередь.
error-merge = Объединить можно только запросы одного и того же посетителя.
error-answered-meanwhile = Тем временем ответ уже отправлен. Прочитайте его и отправьте свой еще раз, если он по-прежнему нужен.

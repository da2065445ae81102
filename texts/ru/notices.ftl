# Notices of outages in the staff console.

notices-title = Объявления
notices-text = Во время сбоя многие спрашивают об одном и том же. Помощник сначала показывает опубликованное объявление в ответ на каждый подходящий вопрос, начиная со следующего.
notices-notice = Объявление
notices-new = Новое объявление
notices-edit = Изменить объявление
notices-back = Назад
notices-no-notice = Объявлений пока нет.
notices-none = Без объявления
notices-link = Связать с объявлением
notices-unlink = Отвязать
notices-starts = С
notices-ends = До
notices-requests = Открытые запросы об этом
notices-no-requests = С этим объявлением не связан ни один открытый запрос.
notices-state-draft = черновик
notices-state-published = опубликовано
notices-state-planned = запланировано
notices-state-over = срок истек
notices-state-ended = завершено
notices-keywords = Ключевые слова
notices-keywords-hint = Ключевые слова: по одному на строку. Вопрос, в котором есть одно из них, получает объявление, о чем бы в нем еще ни говорилось.
notices-questions-hint = Примеры вопросов: по одному на строку, лучше пять и больше, так, как их написали бы разные люди.
notices-languages-hint = Заголовок и текст обязательны на языке { $language }; кто пишет на языке, которого нет, получит их, и ему об этом скажут.
notices-replaces = Объявление заменяет обычный ответ (иначе стоит перед ним)
notices-times-hint = Оставьте пустым, чтобы объявление действовало сразу и пока его не завершат. Часовой пояс: { $zone }.
notices-manner = В чате
notices-manner-replaces = вместо обычного ответа
notices-manner-precedes = перед обычным ответом
notices-end = Завершить сейчас
notices-publish-again = Опубликовать снова
notices-discard = Удалить
notices-tried-yes = На этот вопрос дается объявление.
notices-tried-no = На этот вопрос объявление не дается.
notices-reply = Один ответ всем
notices-reply-text = Каждый посетитель получит его в чате, на своем языке, если вы его напишете, иначе на языке { $language }.
notices-then = После этого
notices-then-close = Закрыть запросы
notices-then-hand-back = Вернуть помощнику
notices-send = Отправить всем
notices-answered = { $count ->
    [one] Ответ получил { $count } посетитель.
    [few] Ответ получили { $count } посетителя.
    [many] Ответ получили { $count } посетителей.
   *[other] Ответ получили { $count } посетителя.
  }
notices-held = Этими запросами занимаются коллеги, они не тронуты. Отметьте их ниже, чтобы ответить и на них.
notices-held-confirm = Ответить и на то, чем занимаются коллеги (вы берете это на себя)

# Errors
error-notice-changed = Кто-то другой тем временем изменил это объявление. Посмотрите на него еще раз.
error-notice-first = Напишите заголовок и текст на первом языке.
error-notice-half = Для каждого языка нужны и заголовок, и текст.
error-notice-long = В заголовке может быть 200 знаков, в тексте 4000, в вопросе или ключевом слове 300; не больше 50 строк.
error-notice-keyword = Ключевое слово «{ $word }» слишком короткое: оно встретилось бы в слишком многих вопросах.
error-notice-nothing = Напишите хотя бы один пример вопроса или ключевое слово, иначе объявление никто не получит.
error-notice-times = Конец должен быть позже начала.
error-notice-sensitive = Конфиденциальный запрос нельзя связать с объявлением.
error-notice-reply = Напишите ответ на первом языке.

### Слова виджета чата: простой текст с переменными вида {$name}, без склонений и функций.

widget-title = {$organisation}: ваши вопросы
widget-greeting = Здравствуйте! Я помощник, а не человек. Я отвечаю на вопросы о добровольчестве и говорю, откуда взят каждый ответ. Если я не смогу помочь, я позову сотрудника.
widget-examples = О чем можно спросить
widget-example-1 = Какие назначения сейчас открыты?
widget-example-2 = Кто может стать добровольцем?
widget-example-3 = Как подать заявку?
widget-example-4 = Хочу поговорить с сотрудником
widget-privacy = Ваши данные
widget-privacy-link = Прочитать о защите данных

widget-close = Закрыть чат
widget-menu = Действия с этой беседой
widget-language = Язык
widget-conversation = Беседа
widget-log = Сообщения
widget-newer = Новые сообщения

widget-input = Ваше сообщение
widget-placeholder = Напишите вопрос
widget-send = Отправить
widget-characters-left = Осталось символов: {$left}
widget-too-long = Слишком длинное сообщение. Предельная длина в символах: {$limit}, лишних символов: {$excess}. Сократите текст или отправьте его двумя частями.

widget-author-visitor = Вы
widget-author-assistant = Помощник
widget-author-staff = Сотрудник
widget-author-system = Уведомление
widget-typing = {$name} пишет…
widget-typing-assistant = Готовится ответ…

widget-status-assistant = С вами говорит помощник, это программа.
widget-status-queued = Вы в очереди. Сотрудник подключится к беседе здесь.
widget-status-place = Ваше место в очереди — {$place}.
widget-status-staff = {$name} теперь отвечает вам здесь.
widget-status-staff-unnamed = Вам теперь отвечает сотрудник.
widget-status-closed = Эта беседа завершена. Чтобы продолжить ее, напишите снова.
widget-status-case = Обращение {$case}

widget-today = Сегодня
widget-yesterday = Вчера
widget-choices = Выберите ответ
widget-source = Источник
widget-sources = Источники
widget-paragraph = пункт {$paragraph}
widget-as-of = дата сведений: {$date}
widget-helpful = Ответ помог?
widget-yes = Да
widget-no = Нет
widget-helpful-thanks = Спасибо. Приятно знать, что это помогло.
widget-unhelpful-thanks = Спасибо, что сказали. Попробуйте спросить иначе или позовите сотрудника.
widget-details = Подробнее
widget-details-of = Подробнее: {$title}
widget-enlarge = Увеличить: {$title}
widget-shrink = Закрыть изображение
widget-table = То же в виде таблицы

widget-waiting = Ожидает отправки
widget-not-sent = Не отправлено.
widget-send-again = Отправить снова
widget-discard = Удалить
widget-offline = Нет подключения к сети. То, что вы напишете, сохранится и будет отправлено, когда связь восстановится.
widget-unreachable = Служба сейчас недоступна. Мы продолжаем попытки.
widget-unreachable-waiting = Служба сейчас недоступна. Ваше сообщение сохранено и будет отправлено один раз; писать его снова не нужно.
widget-renewed = Ваша прежняя беседа больше не хранится: она удалена или истек срок ее хранения. То, что вы напишете сейчас, начнет новую.

widget-email-offer = Хотите получить ответ и по электронной почте? Оставьте адрес:
widget-email-send = Сохранить адрес
widget-email-decline = Нет, жду ответа здесь

widget-download = Скачать эту беседу
widget-delete = Удалить эту беседу
widget-delete-question = Удалить эту беседу навсегда, здесь и в службе? Прочитать ее больше не получится.
widget-delete-yes = Удалить
widget-delete-no = Оставить
widget-deleted = Беседа удалена. Вы можете начать новую в любое время.

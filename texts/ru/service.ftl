# Показатели службы в консоли сотрудников.

service-title = Показатели
service-from = С
service-to = По
service-show = Показать
service-periods = Обычные периоды
service-last-days = { $count ->
    [one] Последний { $count } день
    [few] Последние { $count } дня
    [many] Последние { $count } дней
   *[other] Последние { $count } дня
  }
service-period = С { $first } по { $last }
service-counted = Подсчитано по состоянию на { $moment }.
service-none = За этот период ничего не подсчитано.
service-few = менее { $count }
service-all = Все языки
service-chart = Диаграмма: { $name }. Те же числа приведены в таблице.
service-download = { $name } в формате CSV
service-escalation = До сотрудников дошло { $rate } обращений: { $number } из { $total }.
service-under = Предел в { $line } не превышен.
service-over = Предел в { $line } превышен.
service-reviewed = { $count ->
    [one] Проверено { $count } обращение.
    [few] Проверено { $count } обращения.
    [many] Проверено { $count } обращений.
   *[other] Проверено { $count } обращения.
  }
error-period = Это не период. Выберите два дня: первый не позже последнего, с разницей не более десяти лет.

service-table-days = Обращения по дням и языкам
service-note-days = Обращение — это один вопрос и всё, что за ним последовало. Длинные периоды показаны по неделям или месяцам; в файле есть каждый день.
service-table-outcomes = Чем закончились обращения
service-note-outcomes = У каждого обращения один исход. Исходы показаны рядом и не складываются в единый показатель успеха.
service-table-queues = Запросы к сотрудникам по очередям
service-note-queues = Время от запроса до первого ответа и до решения: медиана и срок, в который выполнены девять из десяти. Запросы, на которые еще нет ответа или решения, в расчет времени не входят.
service-table-promises = Соблюдение обещанных сроков по очередям
service-note-promises = Что обещает каждая очередь, считая рабочие часы: первый ответ и решение в срок. Срок считается нарушенным, как только он истек; запросы, по которым еще можно успеть, не входят ни в один столбец.
service-table-satisfaction = Удовлетворенность посетителей
service-note-satisfaction = Вопрос задается один раз, когда запрос рассмотрен, и никогда — по деликатным вопросам. Доля — это доля «да» среди ответов.
service-table-hours = Самые загруженные часы
service-note-hours = Когда начинаются обращения, в часовом поясе рабочего времени.
service-table-weekdays = Самые загруженные дни недели
service-note-weekdays = Когда начинаются обращения.
service-table-topics = О чем спрашивали чаще всего
service-note-topics = Виды вопросов и их исход. Деликатные вопросы не включены.
service-table-unanswered = На что не удалось ответить
service-note-unanswered = Обращения, в которых хотя бы один вопрос остался без ответа, даже если на другую попытку ответ был дан.
service-table-questions = Непонятые вопросы
service-note-questions = О чем чаще всего спрашивали, не получив ответа, — словами самих посетителей; личные данные скрыты. Вопросы из одних и тех же слов считаются вместе. Из разговоров, в которых сообщали о причиненном вреде, ничего не берется.
service-table-helpful = Полезные статьи
service-note-helpful = Статьи, которые посетители чаще всего называли полезными.
service-table-unhelpful = Бесполезные статьи
service-note-unhelpful = Статьи, после которых обращения чаще всего оставались без ответа, передавались сотрудникам или признавались ошибочными.

service-column-day = День
service-column-week = Неделя с
service-column-month = Месяц
service-column-question = Вопрос
service-column-total = Обращения
service-column-language = Язык
service-column-confirmed = Подтверждено
service-column-assumed = Предположительно решено
service-column-abandoned = Оставлено
service-column-escalated = Передано
service-column-wrong = Ошибочно
service-column-open = Открыто
service-column-rate = Дошло до сотрудников
service-column-queue = Очередь
service-column-requests = Запросы
service-column-answer-median = Первый ответ, медиана
service-column-answer-p90 = Первый ответ, девять из десяти
service-column-solution-median = Решение, медиана
service-column-solution-p90 = Решение, девять из десяти
service-column-answers-kept = Ответы в срок
service-column-answers-missed = Ответы с опозданием
service-column-share-answers = Доля ответов в срок
service-column-solutions-kept = Решения в срок
service-column-solutions-missed = Решения с опозданием
service-column-share-solutions = Доля решений в срок
service-column-asked = Опрошено
service-column-yes = Да
service-column-partly = Отчасти
service-column-no = Нет
service-column-share-yes = Доля «да»
service-column-hour = Час
service-column-weekday = День недели
service-column-intent = О чем вопрос
service-column-article = Статья
service-column-misses = Вопросы без ответа

service-outcome-confirmed = Посетитель сообщил, что ответ помог.
service-outcome-assumed = Ответ дан, и затем 24 часа не было сообщений. Отменяется, если тот же вопрос возвращается в течение 72 часов.
service-outcome-abandoned = Ответа не было или он не помог, и затем 24 часа не было сообщений.
service-outcome-escalated = Открыт запрос к сотрудникам по любой причине.
service-outcome-wrong = При проверке ответ признан ошибочным.
service-outcome-open = Прошло менее 24 часов.

service-intent-ask-article = Правила и сведения
service-intent-search-assignments = Поиск назначений
service-intent-more-results = Другие результаты
service-intent-ask-details = Подробности о назначении
service-intent-ask-statistic = Статистика
service-intent-ask-indicator = Показатели результатов
service-intent-ask-modality = Виды службы
service-intent-ask-eligibility = Соответствие условиям
service-intent-ask-application-status = Статус заявки
service-intent-ask-capabilities = Возможности службы
service-intent-ask-human = Желание поговорить с человеком
service-intent-not-helpful = Жалоба на ответ
service-intent-out-of-scope = Не по теме
service-intent-nlu-fallback = Не понято

# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = Я могу принять ваш запрос на добровольцев. Отвечайте в любом порядке, исправляйте что угодно, возвращайтесь позже; до вашего подтверждения ничего не отправляется.
request-known = Вот что у меня есть: { $facts }.
request-facts-separator = ; { "" }
request-back = Вернемся к вашему запросу. { $question }
request-ask-profile = Какие добровольцы вам нужны и сколько? Например: две медсестры и акушерка.
request-ask-number = Сколько добровольцев вам нужно?
request-ask-country = В какой стране они будут служить?
request-ask-modality = О каком виде добровольческой службы идет речь?
request-ask-start = Когда они должны приступить?
request-ask-duration = На какой срок они вам нужны?
request-ask-number-of = Сколько человек вам нужно: { $profile }?
request-ask-country-of = В какой стране они будут служить: { $profile }?
request-ask-modality-of = О каком виде добровольческой службы идет речь: { $profile }?
request-ask-start-of = Когда они должны приступить: { $profile }?
request-ask-duration-of = На какой срок они вам нужны: { $profile }?
request-ask-funding = Как будет финансироваться служба добровольцев?
request-ask-organisation = От какой организации запрос?
request-ask-contact = Как зовут человека, с которым мы можем связаться?
request-ask-email = Какой у него адрес электронной почты? Мы отправим туда ссылку; запрос действителен после того, как его подтвердят по ней.
request-confirm = Всё верно? Тогда я отправляю запрос.
request-change = Что изменить? Напишите своими словами, например: пять, а не три.
request-guess = Записать так: { $facts }?
request-summary = Ваш запрос:
request-counted = { $number } × { $what }
request-volunteers = добровольцы
request-from = начало: { $start }
request-start-soon = как можно скорее
request-open = не определено
request-email-known = получен (здесь не показан)
request-fact = { $label }: { $value }
request-field-funding = Финансирование
request-field-organisation = Организация
request-field-contact = Контактное лицо
request-field-email = Адрес электронной почты
request-funding-own = собственные средства организации
request-funding-donor = донор или правительство
request-funding-shared = несколько сторон вместе
request-funding-none = финансирования пока нет
request-later = Хорошо, я сохраню его. Напишите «продолжить запрос», когда вам будет удобно.
request-cancelled = Запрос отменен. Ничего не отправлено.
request-nothing = Запроса, который можно продолжить, нет. Скажите, какие добровольцы вам нужны, и я начну новый.
request-passed-on = Спасибо. Передаю ваш запрос.
request-choice-send = Отправить запрос
request-choice-change = Что-то изменить
request-choice-cancel = Отменить запрос
request-choice-later = Позже
request-choice-resume = Продолжить запрос
request-choice-skip = Оставить открытым
request-choice-yes = Да
request-choice-no = Нет
request-choice-email = Указать адрес еще раз

# Values that cannot be right
request-problem-number-least = Нужен хотя бы один доброволец; { $value } не подходит.
request-problem-number-most = Добровольцев: { $value }. Это больше, чем вмещает один запрос (500). О больших числах поговорите, пожалуйста, с сотрудником.
request-problem-start-past = { $value }: это уже прошло. Укажите, пожалуйста, месяц, который еще впереди.
request-problem-start-day = Такого дня нет: { $value }. Напишите, пожалуйста, так: 15 марта 2027.
request-problem-start-far = { $value }: это слишком далеко; запросы принимаются на ближайшие три года.
request-problem-duration = Такой срок невозможен: он должен быть от недели до четырех лет.
request-problem-country-region = «{ $value }» — это регион. Назовите, пожалуйста, страну; можно назвать несколько, одну за другой.
request-problem-lines = Видов добровольцев: { $value }. Это больше, чем вмещает один запрос (12). Сделайте, пожалуйста, два запроса.
request-problem-needed = Без этого отправить запрос нельзя.
request-problem-name = «{ $value }» не похоже на название или имя.
request-problem-form-number = В «{ $value }» нет числа. Напишите, пожалуйста, так: 5 или пять.
request-problem-form-country = Я не знаю страны «{ $value }». Напишите, пожалуйста, название полностью.
request-problem-form-modality = Я не знаю такого вида добровольческой службы: «{ $value }». Выберите, пожалуйста, один из этих или оставьте открытым.
request-problem-form-start = В «{ $value }» нет даты. Напишите, пожалуйста, так: март 2027 или 15 марта 2027.
request-problem-form-duration = В «{ $value }» нет срока. Напишите, пожалуйста, так: 6 месяцев.
request-problem-form-funding = Из «{ $value }» не ясно, кто платит. Выберите, пожалуйста, вариант или оставьте открытым.
request-problem-form-email = «{ $value }» — неполный адрес электронной почты. Напишите, пожалуйста, так: name@example.org.

# What the desk says
request-received = Ваш запрос получил номер **{ $number }**. На адрес контактного лица отправлено письмо со ссылкой. Запрос действителен после подтверждения по ней; наши сотрудники уже видят его. Чтобы узнать, как он продвигается, или изменить его, напишите номер здесь.
request-received-before = Этот запрос уже отправлен; его номер **{ $number }**.
request-changed = Ваш запрос **{ $number }** изменен. Уведомление об этом отправлено на адрес контактного лица.
request-address-gone = Мы не храним адреса так долго, и вашего у нас больше нет. Укажите его, пожалуйста, еще раз.
request-too-many = За короткое время запрошено слишком много писем. Попробуйте, пожалуйста, еще раз через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
  }.
request-code-sent = Если запрос с таким номером есть, шестизначный код уже идет на адрес его контактного лица. Напишите, пожалуйста, код здесь. Он действует { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
  }.
request-progress = Запрос **{ $number }** ({ $organisation }), дата: { $date }
request-state-claimed = Он еще не подтвержден: откройте, пожалуйста, ссылку из письма, отправленного контактному лицу.
request-state-confirmed = Он подтвержден и ждет сотрудника.
request-state-working = Он подтвержден, им занимается сотрудник.
request-state-done = Наши сотрудники его обработали.
request-state-withdrawn = Он отозван.
choice-request-change = Изменить запрос
choice-request-withdraw = Отозвать запрос
choice-request-withdraw-sure = Да, отозвать
choice-request-keep = Нет, оставить
request-sure = Вы действительно хотите отозвать запрос { $number }? Отменить это будет нельзя.
request-withdrawn = Запрос { $number } отозван. Подтверждение отправлено на адрес контактного лица.
request-kept = Запрос { $number } остается без изменений.

# The page behind the link
request-page-title = Подтверждение запроса на добровольцев
request-page-text = Запрос { $number } сделан для организации «{ $organisation }», и вы указаны как контактное лицо. Он действителен после вашего подтверждения.
request-page-button = Подтвердить запрос
request-page-not-you = Если вы ничего о нем не знаете, просто закройте эту страницу: без подтверждения запрос недействителен.
request-page-done-title = Запрос подтвержден
request-page-done = Спасибо. Наши сотрудники свяжутся с вами по запросу { $number }.
request-page-gone-title = Ссылка больше не действует
request-page-gone = Запрос отозван, или срок ссылки истек. Сделайте, пожалуйста, новый запрос в чате.

# Mails
mail-request-confirm-subject = Подтвердите, пожалуйста, ваш запрос { $number }
mail-request-confirm-text =
    Здравствуйте, { $contact }!

    Сделан запрос на добровольцев, и этот адрес указан как контактный. Номер запроса { $number }:

    { $summary }

    Подтвердите его, пожалуйста, здесь; до этого он недействителен. Ссылка действует { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
      }.

    { $link }

    Если вы ничего о нем не знаете, делать ничего не нужно.

    { $organisation }
mail-request-confirmed-subject = Ваш запрос { $number } подтвержден
mail-request-confirmed-text =
    Здравствуйте, { $contact }!

    Спасибо, что подтвердили запрос { $number }. Наши сотрудники свяжутся с вами.

    { $summary }

    Чтобы узнать, как он продвигается, или изменить его, напишите номер в чате.

    { $organisation }
mail-request-changed-subject = Ваш запрос { $number } изменен
mail-request-changed-text =
    Здравствуйте, { $contact }!

    Запрос { $number } изменен в чате. Теперь он такой:

    { $summary }

    Если это сделали не вы, ответьте, пожалуйста, на это письмо.

    { $organisation }
mail-request-withdrawn-subject = Ваш запрос { $number } отозван
mail-request-withdrawn-text =
    Здравствуйте, { $contact }!

    Запрос { $number } отозван в чате.

    Если это сделали не вы, ответьте, пожалуйста, на это письмо.

    { $organisation }
mail-request-code-subject = Ваш код: { $code }
mail-request-code-text =
    Здравствуйте!

    Ваш код: { $code }. Напишите его, пожалуйста, в чате, в котором вы спросили о своем запросе на добровольцев. Код действует { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
      }.

    Мы никогда не спрашиваем этот код по телефону или по почте. Если вы его не запрашивали, делать ничего не нужно: без кода вашего запроса никто не увидит.

    { $organisation }

# The console
console-reason-volunteer_request = запрос на добровольцев
console-request = Запрос на добровольцев
console-request-number = Номер
console-request-state = Подтвержден
console-request-claimed = нет: пока только заявлен
console-request-confirmed = да, по ссылке, отправленной контактному лицу, { $date }
console-request-withdrawn = отозван { $date }
console-request-lines = Добровольцы

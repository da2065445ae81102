# Corrections of answers: the console's pages, and what is sent.

corrections-title = Исправления
corrections-text = Статьи, по которым кто-то получил ответ, который больше не действует.
corrections-people = Люди
corrections-nobody = Сообщать некому и нечего.
corrections-link = Кто получил неверный ответ
corrections-of = Исправления: { $title }
corrections-of-text = Последний ответ, который получили эти люди, с тех пор изменен или отозван либо отмечен как неверный. Каждый получит одно исправление на своем языке.
corrections-way-chat = в чате
corrections-way-mail = по электронной почте
corrections-way-none = связаться нельзя
corrections-erased = Обращения, беседы которых удалены
corrections-send = { $count ->
    [one] Отправить исправление { $count } человеку
    [few] Отправить исправление { $count } людям
    [many] Отправить исправление { $count } людям
   *[other] Отправить исправление { $count } человека
  }
corrections-sent = Отправлено: в чате — { $chat }, по электронной почте — { $mail }.
corrections-unreached = { $count ->
    [one] С { $count } человеком связаться не удалось.
    [few] С { $count } людьми связаться не удалось.
    [many] С { $count } людьми связаться не удалось.
   *[other] С { $count } человека связаться не удалось.
  }
corrections-failed = { $count ->
    [one] { $count } человеку в то же время сообщил коллега, или беседа удалена.
    [few] { $count } людям в то же время сообщил коллега, или беседы удалены.
    [many] { $count } людям в то же время сообщил коллега, или беседы удалены.
   *[other] { $count } человека: в то же время сообщил коллега, или беседы удалены.
  }
corrections-answered = Время ответа
corrections-why = Причина
corrections-why-changed = текст изменен
corrections-why-withdrawn = статья отозвана
corrections-why-wrong = отмечен как неверный
corrections-way = Как сообщить

# To visitors
correction = Исправление
correction-changed = { $date } мы дали вам здесь ответ на тему «{ $title }», который больше не действует. Теперь наш ответ такой:
correction-withdrawn = { $date } мы дали вам здесь ответ на тему «{ $title }», который больше не действует. Пожалуйста, не полагайтесь на него. Наши сотрудники с удовольствием вам помогут.
correction-wrong = { $date } мы ответили здесь на ваш вопрос статьей «{ $title }». Это был неподходящий ответ. Пожалуйста, не полагайтесь на него. Наши сотрудники с удовольствием вам помогут.
mail-correction-subject = { $organisation }: исправление ответа
mail-correction-text =
    Здравствуйте!

    Вы задали нам вопрос в нашем чате и оставили этот адрес. Мы должны исправить свой ответ.

    { $text }

    Просим извинить нас за ошибку.

    { $organisation }

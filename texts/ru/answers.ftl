# Что говорит помощник. $organisation — название организации в именительном падеже.

greet = Здравствуйте! Я — автоматический помощник организации «{ $organisation }». Спрашивайте о назначениях, видах добровольческой службы, статистике и условиях службы. Чем могу помочь?
goodbye = До свидания, спасибо, что написали. Вернуться в этот чат можно в любое время.
thank = Пожалуйста! Хотите узнать что-нибудь еще?
affirm = Хорошо. О чем рассказать дальше?
deny = Хорошо. Спрашивайте о другом, когда захотите.
bot = Я автоматический помощник, а не человек. Я отвечаю по проверенным статьям и данным и могу позвать сотрудника.
capabilities = Я могу подобрать назначения, рассказать о видах добровольческой службы и о том, кто может участвовать, ответить по проверенным статьям на вопросы об условиях и заявках, а также привести цифры с указанием источника. Языки, которые я понимаю: { $languages }. Если я не смогу помочь, я позову сотрудника.
language-changed = Теперь я отвечаю по-русски.
language-which = На каком языке вам удобнее? Доступные языки: { $languages }.
out-of-scope = К сожалению, об этом я ничего не знаю. Я могу помочь с вопросами о добровольчестве: назначения, виды службы, условия, заявки и статистика.
not-helpful = Жаль, что ответ не помог. Попробуйте сформулировать вопрос иначе. Могу также позвать сотрудника.
not-understood = Кажется, я не совсем вас понимаю. Не могли бы вы сказать иначе? Могу также позвать сотрудника.
unknown = У меня нет проверенного ответа на этот вопрос, а гадать я не хочу. Позвать сотрудника?
choose-article = Что именно вас интересует?
button-human = Поговорить с сотрудником
button-other = Ничего из этого
button-more = Показать еще
button-details = Подробнее: { $title }
button-without = ✕ { $wish }
hand-over = Передаю ваш вопрос сотрудникам вместе с этой беседой, чтобы вам не пришлось ничего повторять.
sensitive = Спасибо, что рассказали нам об этом. Ваше сообщение сразу поступит сотрудникам, которые занимаются такими вопросами; они отнесутся к нему со всей деликатностью. Вы не обязаны рассказывать здесь больше, чем хотите.
sensitive-despair = Мне очень жаль, что Вам так тяжело, и хорошо, что Вы об этом сказали. Вы не одни. Пожалуйста, поговорите прямо сейчас с кем-то рядом, кому Вы доверяете. Ваше сообщение также сразу поступит сотрудникам, которые занимаются такими вопросами; они отнесутся к нему со всей деликатностью, но не всегда могут ответить сразу.
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = Если вы хотели узнать, как это устроено в целом, вот что я могу сказать:
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = Если что-то случилось с вами или с кем-то другим либо кто-то в опасности, вы можете сообщить об этом сотрудникам, которые занимаются такими вопросами. Они прочтут сообщение конфиденциально.
button-confidence = Сообщить конфиденциально
application-status = Могу посмотреть, что с вашей заявкой.
application-status-elsewhere = Я не могу проверить отдельную заявку в этом чате. На каком этапе находится ваша заявка, видно в личном кабинете на той платформе, где вы ее подали. Дальше вам может помочь сотрудник.
article-other-language = (Этот текст еще не переведен на ваш язык. Язык текста ниже — { $language }.)
article-confidence-medium = Обратите внимание: источники этих сведений — копии или более старые страницы.
article-confidence-low = Обратите внимание: источник этих сведений косвенный, поэтому проверьте их, прежде чем на них полагаться.

figure = **{ $figure }** — { $metric }, { $year } год.
figure-members = **{ $figure }** — { $metric } ({ $members }), { $year } год.
figure-change = **{ $figure }** — { $metric }, { $year } год по сравнению с { $base } годом.
figure-change-members = **{ $figure }** — { $metric } ({ $members }), { $year } год по сравнению с { $base } годом.
figure-share-of = { $figure } от общего числа
figure-up-amount = рост: { $figure }
figure-up-share = рост на { $figure }
figure-up-qualified = рост: { $figure }
figure-down-amount = снижение: { $figure }
figure-down-share = снижение на { $figure }
figure-down-qualified = снижение: { $figure }
figure-same = без изменений
figure-missing = Точно таких данных у меня нет. Ближайшее, что есть:
figure-years = Имеющиеся у меня данные охватывают период с { $first } по { $last } год.
figure-list = **{ $name }** ({ $count }):
figure-parts = Обратите внимание: сумма составляющих, приведенных в том же источнике, — { $sum }, а не { $figure }.
figures = { $year } год, **{ $metric }**:
figures-members = { $year } год, **{ $metric }** ({ $members }):
figures-change = Изменение, { $year } год по сравнению с { $base } годом, **{ $metric }**:
figures-change-members = Изменение, { $year } год по сравнению с { $base } годом, **{ $metric }** ({ $members }):
figures-years = По годам, **{ $metric }**:
figures-years-members = По годам, **{ $metric }** ({ $members }):
colon = { ": " }
percentage-points = { $value } п. п.
calculated-share = **{ $value }** (расчет: { $part }; всего — { $whole }).
calculated-part = Около **{ $value }** (расчет: доля — { $part }, всего — { $whole }).
calculated-rest = **{ $value }** (расчет: 100 % минус { $part }).
calculated-difference = Разница (расчет): **{ $value }**.
calculated-sum = Вместе (расчет): **{ $value }**.
calculated-growth = **{ $change }** ({ $share }), расчет: было { $first }, стало { $last }.
calculated-growth-points = **{ $change }**, расчет: было { $first }, стало { $last }.
dimension-year = Год
dimension-host = Структура
dimension-region = Регион
dimension-country = Страна
dimension-donor = Кто финансирует
dimension-nationality = Гражданство
dimension-gender = Пол
dimension-age = Возраст
dimension-modality = Категория добровольцев
dimension-sdg = Цель
dimension-origin = Происхождение
dimension-disability = Инвалидность
dimension-initiative = Тема
paragraph = пункт { $number }
unit-persons = { $count ->
    [one] { $value } человек
    [few] { $value } человека
    [many] { $value } человек
   *[other] { $value } человека
  }
unit-months = { $count ->
    [one] { $value } месяц
    [few] { $value } месяца
    [many] { $value } месяцев
   *[other] { $value } месяца
  }
unit-years = { $count ->
    [one] { $value } год
    [few] { $value } года
    [many] { $value } лет
   *[other] { $value } года
  }
unit-days = { $count ->
    [one] { $value } день
    [few] { $value } дня
    [many] { $value } дней
   *[other] { $value } дня
  }
unit-countries = { $count ->
    [one] { $value } страна
    [few] { $value } страны
    [many] { $value } стран
   *[other] { $value } страны
  }
unit-hours = { $count ->
    [one] { $value } час
    [few] { $value } часа
    [many] { $value } часов
   *[other] { $value } часа
  }
unit-weeks = { $count ->
    [one] { $value } неделя
    [few] { $value } недели
    [many] { $value } недель
   *[other] { $value } недели
  }
qualifier-about = примерно { $figure }
qualifier-more_than = более чем { $figure }
qualifier-less_than = менее чем { $figure }
qualifier-nearly = почти { $figure }
qualifier-at_least = не менее чем { $figure }
qualifier-rough = ориентировочно { $figure }
qualifier-rounded = { $figure } (округленно)
qualifier-interim = { $figure } (промежуточные данные)
qualifier-announced = { $figure } (объявлено)
qualifier-agreed = { $figure } (согласовано)

indicator = **{ $key } { $name }** ({ $year } год): цель — { $target }, результат — { $result }, оценка — { $score }, { $colour }.
indicator-count = { $count ->
    [one] { $count } показатель:
    [few] { $count } показателя:
    [many] { $count } показателей:
   *[other] { $count } показателя:
  }
indicator-none = Такого показателя я не знаю. Вот какие есть:
colour-green = зеленый (достигнуто)
colour-yellow = желтый (ниже цели)
colour-red = красный (не достигнуто)
colour-grey = серый (нет данных)
table-indicator = Показатель
table-target = Цель
table-result = Результат
table-score = Оценка
table-colour = Цвет

modality-list = Есть такие виды добровольческой службы:
modality-rules = Что сказано об условиях в источниках:
modality-rule = { $rule }: { $value } (данные: { $date })
modality-rule-older = { $rule }: { $value } (прежнее правило, { $date })
date-undated = без даты
modality-no-rules = Подтвержденных требований к участникам для этого вида службы у меня нет. Решает описание назначения.
modality-search = Показать открытые назначения
rule-min_age = Минимальный возраст
rule-max_age = Максимальный возраст
rule-education = Образование
rule-experience_years = Опыт работы
rule-languages = Языки
rule-nationality = Гражданство
rule-residence = Место жительства
rule-first_contract_months = Первый контракт
rule-min_months = Минимальный срок службы
rule-max_months = Максимальный срок службы
rule-max_weeks = Максимальный срок задания
rule-hours_per_week = Нагрузка в неделю

search-found = { $count ->
    [one] Нашлось { $value } открытое назначение
    [few] Нашлось { $value } открытых назначения
    [many] Нашлось { $value } открытых назначений
   *[other] Нашлось { $value } открытого назначения
  } по запросу: { $wishes }.
search-found-all = { $count ->
    [one] Сейчас открыто { $value } назначение.
    [few] Сейчас открыто { $value } назначения.
    [many] Сейчас открыто { $value } назначений.
   *[other] Сейчас открыто { $value } назначения.
  } Чтобы сузить выбор, назовите страну, профессию, организацию или язык.
search-dropped = Ничего не нашлось по запросу: { $wishes }. Если убрать «{ $dropped }», подходят такие назначения:
# $words: one or two words of the visitor that nothing explains
search-left-out = «{ $words }» не учтено: ни в одном назначении этого нет.
search-none = Нет открытых назначений по запросу: { $wishes }.
search-none-open = Сейчас открытых назначений нет.
search-range = Показаны { $from }–{ $to } из { $total }.
search-end = Больше назначений нет.
search-first = Сначала скажите, что вы ищете: например, профессию и страну.
wish-not = кроме: { $wish }
wish-near = рядом: { $place }
wish-over = срок больше: { $duration }
wish-least = срок не меньше: { $duration }
wish-under = срок меньше: { $duration }
wish-most = срок не больше: { $duration }
wish-lasting = срок: { $duration }
wish-from = начало с { $date }
wish-until = начало не позднее { $date }
wish-onsite = на месте
wish-family = семейное место службы
wish-disability = подходит для лиц с инвалидностью
wish-words = в тексте: { $words }
assignment-gone = Это назначение уже закрыто.
assignment-which = О каком из показанных назначений речь? Назовите, пожалуйста, его номер.
assignment-demonstration = Это демонстрационные данные: назначения вымышлены.
assignment-place = Место
assignment-online = Онлайн, из любой точки мира
assignment-city = { $city }, { $country }
assignment-host = Принимающая организация
assignment-modality = Вид службы
assignment-duration = Срок
assignment-start = Начало
assignment-closes = Заявки принимаются до
assignment-languages = Языки
assignment-education = Образование
assignment-experience = Опыт работы
assignment-tasks = Задачи
assignment-reference = Номер
assignment-apply = Как подать заявку
education-secondary = Среднее образование
education-technical = Среднее профессиональное образование
education-bachelor = Степень бакалавра
education-master = Степень магистра
rule-status = Статус
rule-typical_experience_years = Обычный опыт (не требование)

value-country_of_service = страны службы
value-not_country_of_service = любое, кроме гражданства страны службы
value-legal_residence_refugee_stateless = признанные беженцы и лица без гражданства, законно проживающие в стране, если это допускает национальное законодательство
value-bachelor_or_higher_technical_diploma = высшее образование или диплом о высшем техническом образовании
value-student = студент
value-refugee_or_asylum_seeker = беженец или проситель убежища
value-host_country = в принимающей их стране
value-any-language = { $languages } (достаточно одного)
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number } { $currency }
money-millions-vowel = { $number } { $currency }
unit-working_days = { $count ->
    [one] { $value } рабочий день
    [few] { $value } рабочих дня
    [many] { $value } рабочих дней
   *[other] { $value } рабочего дня
  }
unit-ages = { $count ->
    [one] { $value } год
    [few] { $value } года
    [many] { $value } лет
   *[other] { $value } года
  }

# Between the items of a list
list-separator = { ", " }

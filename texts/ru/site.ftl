### Демонстрационный сайт: страница программы добровольцев с чатом в углу. Ни одна организация в текстах не названа.

site-title = Вопросы о добровольчестве?
site-skip = Перейти к содержанию
site-languages = Языки

site-demonstration = Это демонстрация.
site-demonstration-text = Назначения, люди и заявки здесь вымышлены. Это не служба какой-либо из названных здесь организаций. Подать заявку здесь нельзя; пожалуйста, не вводите личных данных.

site-lead = Спрашивайте своими словами, на своем языке. Вы сразу получите ответ с указанием источника. Если помощник не знает ответа, в той же беседе вам ответит сотрудник.
site-how = Чат открывается круглой кнопкой в углу страницы.

site-topics = О чем можно спросить
site-assignments = Назначения
site-assignments-text = Найдите, где стать добровольцем: по стране, профессии, языку или формату работы.
site-assignments-question-1 = Есть ли работа для медсестры в Кении?
site-assignments-question-2 = Что можно делать онлайн, из дома?
site-conditions = Условия
site-conditions-text = Чего требует каждый вид добровольчества и что он дает.
site-conditions-question-1 = Сколько лет мне должно быть?
site-conditions-question-2 = Какие расходы оплачиваются?
site-application = Подача заявки
site-application-text = Как подать заявку, что происходит потом и сколько это длится.
site-application-question-1 = Как подать заявку?
site-application-question-2 = Когда мне ответят?
site-figures = Факты и цифры
site-figures-text = Чего удалось достичь: цифра и пункт отчета, где она приведена.
site-figures-question-1 = Сколько добровольцев работало в 2019 году?
site-figures-question-2 = Сколько среди них было женщин?
site-partners = Прием добровольцев
site-partners-text = Для организаций, которые хотели бы работать с добровольцами.
site-partners-question-1 = Как моей организации принять добровольца?
site-partners-question-2 = Сколько это стоит?
site-person = Сотрудник
site-person-text = На некоторые вопросы может ответить только сотрудник. Вы видите свое место в очереди и можете тем временем спрашивать дальше.
site-person-question-1 = Хочу поговорить с сотрудником
site-person-question-2 = Хочу сообщить о проблеме

site-honest = Чего ожидать
site-honest-sources = В каждом ответе сказано, откуда он взят и к какому времени относится.
site-honest-unknown = Если что-то неизвестно, мы так и говорим. Ничего не выдумывается.
site-honest-languages = Язык можно сменить прямо во время беседы.
site-honest-data = Свою беседу можно скачать и удалить в любое время.

site-footer = Служба поддержки с открытым исходным кодом для организаций, которые направляют добровольцев.
help-title = Ответы на частые вопросы
help-lead = Каждый ответ утвержден и содержит источник. Помощник внизу страницы найдет нужный.
help-sources = Источники

## Facts and figures: the page of statistics, and charts

statistics-title = Факты и цифры
statistics-lead = Для каждой цифры указаны источник и пункт, в котором она приведена. Все таблицы можно скачать.
statistics-none = Здесь пока нет цифр. Помощник в углу страницы ответит на другие ваши вопросы.
statistics-contents = На этой странице
statistics-indicators = Рамочная система результатов
statistics-group-people = Добровольцы
statistics-group-service = Служба и назначения
statistics-group-partners = Партнеры и финансирование
statistics-group-money = Финансы
statistics-group-results = Результаты
statistics-group-operations = Работа программы
statistics-group-other = Другие цифры
statistics-year = Год
statistics-members = Охват
statistics-value = Цифра
statistics-paragraph = Пункт
statistics-source = Источник
statistics-total = Всего
statistics-share = доля от общего числа
# $base: the year that is compared with
statistics-change = изменение с { $base } года
statistics-change-alone = изменение
# $shown and $total: how many figures, with the separators of the language
statistics-first = Здесь показано { $shown } из { $total }, сначала самые новые. В файле для скачивания есть все.
# $format: CSV or JSON; $name: what the table is about
statistics-download = Скачать в формате { $format }: { $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }, { $details }
# What the bars of a chart are, by dimension
chart-by-host = по принимающим организациям
chart-by-country = по странам службы
chart-by-region = по регионам
chart-by-nationality = по гражданству
chart-by-donor = по финансирующим партнерам
chart-by-gender = по полу
chart-by-age = по возрастным группам
chart-by-modality = по категориям
chart-by-sdg = по Целям в области устойчивого развития
chart-by-origin = по происхождению
chart-by-disability = по наличию инвалидности

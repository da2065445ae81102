# Review of answers and of visitors' choices in the console.

review-title = Проверка
review-answers = Верны ли были эти ответы?
review-answers-why = Ваша оценка учитывается в показателях: неверный ответ значится там неверным, что бы ни сделал посетитель. Деликатные беседы здесь не показываются.
review-show = Показать
review-show-unhelpful = посетителю не помогли
review-show-answered = с ответом
review-show-unanswered = без ответа
review-show-wrong = признаны неверными
review-comment = Комментарий посетителя:
review-right = Верно
review-wrong = Неверно
review-take-back = Отозвать оценку
review-none = Здесь нечего оценивать.
review-examples = Вопросы, которым учит выбор посетителей
review-examples-why = Ассистент предложил несколько статей, и посетитель выбрал одну. Если принять вопрос, он станет примером в черновике этой статьи и начнет действовать после публикации. Отклоняйте то, что указывает на конкретного человека.
review-chosen = Выбранная статья
review-decide = Решение
review-take = Принять в черновик
review-dismiss = Отклонить
review-more-examples = Есть и другие; они появятся по мере ваших решений.
review-no-examples = Ни один вопрос не ждет решения.

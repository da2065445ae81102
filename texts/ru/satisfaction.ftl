# Вопрос посетителям в конце разговора.

satisfaction-ask = Мы ответили на ваш вопрос?
satisfaction-yes = Да
satisfaction-partly = Отчасти
satisfaction-no = Нет
satisfaction-thanks = Спасибо за ответ.

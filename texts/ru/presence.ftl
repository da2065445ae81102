# Кто на месте и что видно о запросе сразу.

presence-reads = Языки, на которых я читаю
presence-reads-text = Запросы на этих языках идут первыми.
presence-typing = Ответ пишет: { $names }.
presence-looking = Этот запрос также смотрят: { $names }.
presence-answered-from = Ответ взят из
presence-others = Другие запросы этого посетителя
wait-not-read = Сейчас никто из коллег не читает на этом языке; ответ может прийти на другом языке: { $language }.

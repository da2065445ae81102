# Журнал аудита.

audit-title = Журнал аудита
audit-at = Время
audit-actor = Кто
audit-action = Что (или начало)
audit-subject = С кем или чем
audit-before = До
audit-after = После
audit-search = Найти
audit-export = Выгрузить всё в CSV
audit-older = Более ранние записи
audit-none = За этот период таких записей нет.

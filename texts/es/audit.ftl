# El registro de auditoría.

audit-title = Registro de auditoría
audit-at = Fecha y hora
audit-actor = Quién
audit-action = Qué (o su comienzo)
audit-subject = A quién o a qué
audit-before = Antes
audit-after = Después
audit-search = Buscar
audit-export = Exportar todo en formato CSV
audit-older = Entradas anteriores
audit-none = No hay entradas de este tipo en este período.

# Vistas guardadas y búsqueda.

views-title = Vistas guardadas
views-words = Buscar en las conversaciones
views-name = Nombre de esta vista
views-save = Guardar esta vista
views-forget = Eliminar la vista { $name }
error-view = Una vista necesita filtros y un nombre de 60 caracteres como máximo; se pueden guardar hasta 30.

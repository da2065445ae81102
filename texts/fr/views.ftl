# Vues enregistrées et recherche.

views-title = Vues enregistrées
views-words = Rechercher dans les conversations
views-name = Nom de cette vue
views-save = Enregistrer cette vue
views-forget = Supprimer la vue { $name }
error-view = Une vue exige des filtres et un nom de 60 caractères au plus ; on peut en conserver 30 au maximum.

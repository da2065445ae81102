# Saved views and search.

views-title = Saved views
views-words = Search in conversations
views-name = Name of this view
views-save = Save this view
views-forget = Delete the view { $name }
error-view = A view needs filters and a name of at most 60 characters; at most 30 can be kept.

# Le journal d’audit.

audit-title = Journal d’audit
audit-at = Date et heure
audit-actor = Auteur
audit-action = Opération (ou son début)
audit-subject = Objet
audit-before = Avant
audit-after = Après
audit-search = Rechercher
audit-export = Tout exporter au format CSV
audit-older = Entrées plus anciennes
audit-none = Aucune entrée de ce type pour cette période.

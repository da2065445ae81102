# The audit trail.

audit-title = Audit trail
audit-at = Time
audit-actor = Who
audit-action = What (or its beginning)
audit-subject = To whom or what
audit-before = Before
audit-after = After
audit-search = Search
audit-export = Export all of these as CSV
audit-older = Older entries
audit-none = There are no such entries in this period.

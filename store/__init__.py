"""The volunteer-data store: models, queries, loading and migrations, shared by the desk and the actions.

The desk (and its command line) is the only writer while the service runs; the actions only read.
"""

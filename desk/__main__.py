"""``python -m desk`` is the command line ``desk``."""

from desk.commands import app

app()

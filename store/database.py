"""Engines, sessions and migrations, the same on SQLite and PostgreSQL.

SQLite runs in WAL mode and every writing transaction begins with ``BEGIN IMMEDIATE``: deferred read-then-write
transactions of two processes fail with 'database is locked' in spite of any time-out (measured, docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session


class Database:
    """The store behind one URL.

    ``Database("sqlite:///var/desk.db")`` or ``Database("postgresql+psycopg://...")``. Raises
    ``sqlalchemy.exc.ArgumentError`` for a URL that is none.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.sqlite = make_url(url).get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(url) if self.sqlite else _postgresql_engine(url)
        # What every writing transaction does last: it sees all that the transaction has changed, and ends with it.
        self.before_commit: Callable[[Session], None] | None = None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading; nothing that is changed in it is kept."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose transaction writes: it commits at the end and rolls back on any error."""
        engine = self.engine.execution_options(writes=True)
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
            if self.before_commit is not None:
                self.before_commit(session)

    def migrate(self) -> None:
        """Bring the tables to the newest version."""
        command.upgrade(self._alembic(), "head")

    def _alembic(self) -> Config:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["engine"] = self.engine
        return config

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def _sqlite_engine(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    # Parameters are what people wrote; they have no place in an error message or a log.
    engine = create_engine(url, connect_args={"timeout": 15}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself, or BEGIN IMMEDIATE below would come too late.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=15000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


# What a search costs, so that the planner chooses well: the indexes are in memory, where no page is farther than
# another (by default it reads the table, with its words, rather than the index that holds all it needs), and starting
# workers takes longer than the search that they would share.
PLANNER = ("random_page_cost = 1.1", "max_parallel_workers_per_gather = 0")


def _postgresql_engine(url: str) -> Engine:
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        for setting in PLANNER:
            connection.execute(f"SET {setting}")
        connection.commit()  # a rollback would take them back

    return engine

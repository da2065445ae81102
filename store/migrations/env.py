"""Alembic's entry: runs the migrations on the engine that ``store.database`` hands over."""

from typing import Literal

from alembic import context
from sqlalchemy import create_engine

from store.models import Base, UtcDateTime


def render(kind: str, item: object, autogen_context: object) -> str | Literal[False]:
    """Migrations import nothing of the application: a moment is written as the column type it is."""
    del autogen_context
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


engine = context.config.attributes.get("engine") or create_engine(context.config.get_main_option("sqlalchemy.url", ""))

with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, render_item=render)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()

"""Versions of articles, and what their files said when they were last loaded

What is published so far came from the files: it becomes each article's first version, written by "files".

Revision ID: 0003
Revises: 0002
"""

import datetime as dt
import hashlib
import json
from collections import Counter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FACTS = ("topic", "audience", "sources", "as_of", "review", "confidence", "answered")


def upgrade() -> None:
    versions = op.create_table(
        "article_versions",
        sa.Column("article_id", sa.String(80), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("of_original", sa.Integer(), nullable=True),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("approver", sa.String(80), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_article_versions_state", "article_versions", ["state"])
    files = op.create_table(
        "article_files",
        sa.Column("article_id", sa.String(80), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    _first_versions(versions, files)


def _parsed(value: Any) -> Any:
    """A JSON column without its type: text in SQLite, the value in PostgreSQL."""
    return json.loads(value) if isinstance(value, str) else value


def _first_versions(versions: sa.Table, files: sa.Table) -> None:
    connection = op.get_bind()
    articles = sa.table("articles", *(sa.column(name) for name in ("id", *FACTS)))
    columns = ("article_id", "language", "title", "body", "questions", "version")
    texts = connection.execute(sa.select(sa.table("article_texts", *(sa.column(name) for name in columns)))).all()
    facts = {}
    for found in connection.execute(sa.select(articles)).mappings():
        known = {name: found[name] for name in FACTS}
        known |= {"audience": _parsed(known["audience"]), "sources": _parsed(known["sources"])}
        facts[found["id"]] = {**known, "answered": bool(known["answered"])}
    # The first language of the profile is not known here. It has every article; English is meant where several have.
    complete = [code for code, count in Counter(row.language for row in texts).items() if count == len(facts)]
    original = "en" if "en" in complete else min(complete, default="en")
    numbers = {row.article_id: row.version for row in texts if row.language == original}
    moment = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    for row in texts:
        own = facts[row.article_id] if row.language == original else None
        questions = _parsed(row.questions)
        text = json.dumps([row.title, row.body, questions, own], ensure_ascii=False, sort_keys=True)
        connection.execute(versions.insert().values(
            article_id=row.article_id, language=row.language, number=row.version, state="published",
            title=row.title, body=row.body, questions=questions, facts=sa.null() if own is None else own,
            of_original=None if own else numbers.get(row.article_id), base=0, edit=0, authors=["files"], at=moment,
        ))
        connection.execute(files.insert().values(
            article_id=row.article_id, language=row.language, digest=hashlib.sha256(text.encode()).hexdigest(),
        ))


def downgrade() -> None:
    op.drop_table("article_files")
    op.drop_table("article_versions")

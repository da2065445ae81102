"""Versions of articles, and what their files said when they were last loaded

What is published so far came from the files: it becomes each article's first version, written by "files".

Revision ID: 0003
Revises: 0002
"""

import datetime as dt
import hashlib
import json

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


def _first_versions(versions: sa.Table, files: sa.Table) -> None:
    connection = op.get_bind()
    articles = sa.table("articles", *(sa.column(name) for name in ("id", *FACTS)))
    texts = sa.table("article_texts", *(
        sa.column(name) for name in ("article_id", "language", "title", "body", "questions", "version")
    ))
    parse = lambda value: json.loads(value) if isinstance(value, str) else value
    facts = {}
    for row in connection.execute(sa.select(articles)).mappings():
        facts[row["id"]] = {
            **{name: row[name] for name in FACTS}, "audience": parse(row["audience"]),
            "sources": parse(row["sources"]), "answered": bool(row["answered"]),
        }
    rows = [dict(row) for row in connection.execute(sa.select(texts)).mappings()]
    for row in rows:
        row["questions"] = parse(row["questions"])
    # The original is the language in which every article exists; where several do, which one does not matter here:
    # the facts are the same for all, and the next load puts them right.
    counts = {}
    for row in rows:
        counts[row["language"]] = counts.get(row["language"], 0) + 1
    complete = [language for language, count in counts.items() if count == len(facts)]
    original = "en" if "en" in complete else next(iter(sorted(complete)), "en")
    numbers = {row["article_id"]: row["version"] for row in rows if row["language"] == original}
    now = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    for row in rows:
        own = facts[row["article_id"]] if row["language"] == original else None
        content = [row["title"], row["body"], row["questions"], own]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        connection.execute(versions.insert().values(
            article_id=row["article_id"], language=row["language"], number=row["version"], state="published",
            title=row["title"], body=row["body"], questions=row["questions"], facts=own,
            of_original=None if own else numbers.get(row["article_id"]), base=0, edit=0, authors=["files"], at=now,
        ))
        connection.execute(files.insert().values(
            article_id=row["article_id"], language=row["language"], digest=hashlib.sha256(text.encode()).hexdigest(),
        ))


def downgrade() -> None:
    op.drop_table("article_files")
    op.drop_table("article_versions")

"""Full-text search of assignments with each database's own index: FTS5 in SQLite, tsvector in PostgreSQL.

Both index the terms of ``texts.terms``, so that they find the same, Chinese too. The table ``assignment_searches``
holds the terms; the index beside it (a virtual table kept by triggers; a generated column) is the database's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Float, Subquery, column, func, literal_column, select, table, text
from sqlalchemy import literal as bound
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from store.load import stable_id
from texts.terms import terms

# How much more a word counts in the title.
TITLE = 8.0
# What the migrations make beside the models.
OF_THE_DATABASE = (
    "assignment_index", "ix_assignment_searches_vector", "message_index", "ix_message_searches_vector", "vector",
)  # fmt: skip
# Columns that an assignment's row and its row for searching have in common.
SAME = (
    "reference", "role", "field", "host", "modality", "scope", "country", "city", "online", "duration_months", "start",
    "closes", "family_duty_station", "open_to_disability", "sdg",
)  # fmt: skip


def search_row(assignment: Mapping[str, Any], languages: Iterable[str]) -> dict[str, Any]:
    """The row of ``assignment_searches`` for a row of ``assignments``: whoever writes the one writes the other."""
    body = " ".join((*assignment["tasks"], *assignment["skills"]))
    return {
        **{name: assignment[name] for name in SAME},
        "id": stable_id({"reference": assignment["reference"]}), "spoken": f" {' '.join(languages)} ",
        "title": " ".join(terms(assignment["title"])), "body": " ".join(terms(body)),
    }  # fmt: skip


def is_of_the_database(name: str | None) -> bool:
    """Whether a table, column or index is a full-text index's, which the models do not have."""
    return bool(name) and str(name).startswith(OF_THE_DATABASE)


def matches(session: Session, alternatives: Sequence[str]) -> Subquery | None:
    """Assignments in which all words of one of ``alternatives`` stand: columns ``id`` and ``rank``, the best lowest.

    None where no alternative has a word.
    """
    wanted = [found for words in alternatives if (found := terms(words))]
    if not wanted:
        return None
    if session.get_bind().dialect.name == "sqlite":
        index = table("assignment_index", column("rowid"))
        query = " OR ".join("(" + " AND ".join(f'"{term}"' for term in found) + ")" for found in wanted)
        rank = literal_column(f"bm25(assignment_index, {TITLE}, 1.0)", Float)
        return (
            select(index.c.rowid.label("id"), rank.label("rank"))
            .select_from(index)
            .where(text("assignment_index MATCH :words").bindparams(words=query))
            .subquery("matched")
        )
    words = table("assignment_searches", column("id"), column("vector", TSVECTOR))
    query = " | ".join("(" + " & ".join(found) + ")" for found in wanted)
    asked = func.to_tsquery(text("'simple'"), bound(query))
    return (
        select(words.c.id, (-func.ts_rank(words.c.vector, asked)).label("rank"))
        .where(words.c.vector.op("@@")(asked))
        .subquery("matched")
    )


def known(session: Session, words: Iterable[str]) -> list[str]:
    """Those of ``words`` that stand in some assignment."""
    found = []
    for word in words:
        matched = matches(session, [word])
        if matched is not None and session.scalar(select(matched.c.id).limit(1)) is not None:
            found.append(word)
    return found

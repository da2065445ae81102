"""Full-text search of assignments with each database's own index: FTS5 in SQLite, tsvector in PostgreSQL.

Both index the terms of ``texts.terms``, so that they find the same, Chinese too. The table ``assignment_searches``
holds the terms; the index beside it (a virtual table kept by triggers; a generated column) is the database's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Float, Select, Subquery, column, func, literal_column, select, table, text
from sqlalchemy import literal as bound
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from store.load import stable_id
from store.models import AssignmentSearch
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


@dataclass(frozen=True)
class Words:
    """Words that are looked for, all of one of several alternatives.

    ``rank`` orders what they stand in, the best lowest; where it needs a table of its own, ``ranked`` joins that.
    """

    rank: ColumnElement[float]
    _index: Subquery | None
    _condition: ColumnElement[bool] | None

    def stand_in(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition for a row of ``assignment_searches``; ``number`` is its id, where the index goes by ids."""
        if self._index is not None:
            return number.in_(select(self._index.c.id))
        assert self._condition is not None
        return self._condition

    def ids(self) -> Select[Any]:
        """The ids of all that they stand in."""
        if self._index is not None:
            return select(self._index.c.id)
        return self.ranked(select(AssignmentSearch.id.expression))

    def ranked(self, query: Select[Any]) -> Select[Any]:
        """``query`` of ``assignment_searches`` for what they stand in, so that it can be ordered by ``rank``."""
        if self._index is not None:
            return query.join(self._index, self._index.c.id == AssignmentSearch.id)
        return query.where(self.stand_in(AssignmentSearch.id.expression))


def matches(session: Session, alternatives: Sequence[str]) -> Words | None:
    """What to look for where all words of one of ``alternatives`` shall stand; None where no alternative has a word.

    PostgreSQL's index is of the row itself, so that it is one condition among the others: looked up by id in a query of
    its own, each row would be read twice.
    """
    wanted = [found for words in alternatives if (found := terms(words))]
    if not wanted:
        return None
    if session.get_bind().dialect.name == "sqlite":
        index = table("assignment_index", column("rowid"))
        query = " OR ".join("(" + " AND ".join(f'"{term}"' for term in found) + ")" for found in wanted)
        rank = literal_column(f"bm25(assignment_index, {TITLE}, 1.0)", Float)
        matched = (
            select(index.c.rowid.label("id"), rank.label("rank"))
            .select_from(index)
            .where(text("assignment_index MATCH :words").bindparams(words=query))
            .subquery("matched")
        )
        return Words(matched.c.rank, matched, None)
    vector = literal_column("assignment_searches.vector", TSVECTOR)
    query = " | ".join("(" + " & ".join(found) + ")" for found in wanted)
    asked = func.to_tsquery(text("'simple'"), bound(query))
    return Words(-func.ts_rank(vector, asked), None, vector.op("@@", is_comparison=True)(asked))


def known(session: Session, words: Iterable[str]) -> list[str]:
    """Those of ``words`` that stand in some assignment."""
    found = []
    for word in words:
        matched = matches(session, [word])
        if matched is not None and session.scalar(matched.ids().limit(1)) is not None:
            found.append(word)
    return found


def is_common(session: Session, words: Words, most: int) -> bool:
    """Whether they stand in more than ``most`` assignments."""
    some = words.ids().limit(most + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > most

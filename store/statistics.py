"""Answers questions about figures: a question becomes a query (metric, members, years, measure), a query finds rows.

Nothing is looked up by whole sentences; a metric, a member or a row that is added to the data is answered at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode
from store.names import Gazetteer, Mention
from texts.folding import fold

NOT_DIMENSIONS = frozenset(
    {"metric", "measure", "indicator", "list", "field", "role", "language", "city"},
)
YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d)")
# How near (cosine) a question must be to a metric's names when none of them stands in it.
NEAR_METRIC = 0.55


@dataclass(frozen=True)
class FigureQuery:
    """What a question asks for. ``years`` empty means the newest; ``measure`` empty means any, the level first."""

    metric: str
    members: dict[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    measure: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For the record kept with the answer."""
        return asdict(self)


@dataclass(frozen=True)
class FigureResult:
    """``exact`` rows answer the query; when there are none, ``nearest`` is the figure that comes closest."""

    query: FigureQuery
    exact: list[m.Statistic]
    nearest: m.Statistic | None


class FigureFinder:
    """Understands questions about figures with the names of the store."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._rows = list(session.scalars(select(m.Statistic)))
        self._metrics = {row.metric for row in self._rows}
        names = session.scalars(select(m.Name).where(m.Name.kind == "metric")).all()
        self._named = [name for name in names if name.key in self._metrics]
        self._vectors: Vectors = encode([name.text for name in self._named])
        self._dimensions = {d.dimension for row in self._rows for d in row.members}

    def query(self, question: str, language: str) -> FigureQuery | None:
        """The query that ``question`` asks, or None when it names nothing that is counted."""
        mentions = self._gazetteer.find(question, language)
        members = self._members(mentions)
        metric = self._metric(question, mentions, members)
        if metric is None:
            return None
        years = tuple(dict.fromkeys(int(year) for year in YEAR.findall(fold(question))))
        return FigureQuery(metric, members, years, self._measure(question, mentions))

    def answer(self, query: FigureQuery) -> FigureResult:
        """The rows that answer ``query``, newest first, and the nearest one when none does."""
        rows = [row for row in self._rows if row.metric == query.metric]
        fitting = [row for row in rows if _members_of(row) == query.members]
        exact = [row for row in fitting if row.year in query.years] if query.years else _newest(fitting)
        exact = _by_measure(exact, query.measure)
        if exact:
            return FigureResult(query, sorted(exact, key=lambda row: (-row.year, row.id)), None)
        return FigureResult(query, [], max(rows, key=lambda row: _nearness(row, query), default=None))

    def _members(self, mentions: Sequence[Mention]) -> dict[str, str]:
        members: dict[str, str] = {}
        for mention in mentions:
            kind = mention.kind
            if kind in NOT_DIMENSIONS or kind not in self._dimensions:
                continue
            members.setdefault(kind, mention.key)
        return members

    def _metric(self, question: str, mentions: Sequence[Mention], members: dict[str, str]) -> str | None:
        named = [mention for mention in mentions if mention.kind == "metric" and mention.key in self._metrics]
        if named:
            candidates = {mention.key: mention.end - mention.start for mention in named}
            return max(candidates, key=lambda key: (self._fits(key, members), candidates[key]))
        if not self._named:
            return None
        cosines = self._vectors @ encode([question])[0]
        best = int(np.argmax(cosines))
        return self._named[best].key if cosines[best] >= NEAR_METRIC else None

    def _fits(self, metric: str, members: dict[str, str]) -> bool:
        """Whether the metric has a figure for exactly these members."""
        return any(row.metric == metric and _members_of(row) == members for row in self._rows)

    @staticmethod
    def _measure(question: str, mentions: Collection[Mention]) -> str:
        if "%" in question or "٪" in question:
            return "share"
        return next((mention.key for mention in mentions if mention.kind == "measure"), "")


def _members_of(row: m.Statistic) -> dict[str, str]:
    return {member.dimension: member.member for member in row.members}


def _newest(rows: Sequence[m.Statistic]) -> list[m.Statistic]:
    newest = max((row.year for row in rows), default=None)
    return [row for row in rows if row.year == newest]


def _by_measure(rows: Sequence[m.Statistic], measure: str) -> list[m.Statistic]:
    """Rows of the wanted measure; with none wanted, levels if there are any."""
    for wanted in (measure,) if measure else ("level", "share", "change"):
        found = [row for row in rows if row.measure == wanted]
        if found:
            return found
    return []


def _nearness(row: m.Statistic, query: FigureQuery) -> tuple[int, int, int, int]:
    members = _members_of(row)
    shared = sum(members.get(dimension) == key for dimension, key in query.members.items())
    distance = min((abs(row.year - year) for year in query.years), default=0)
    return (shared, -len(members.keys() - query.members.keys()), -distance, row.year)

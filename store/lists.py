"""Finds the enumeration of a source that a question asks for: the countries that were new, the donors of a fund."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.figures import COUNTRIES
from store.names import Gazetteer
from store.subjects import Found
from store.years import years_of

# A list is near from this score on; it is asked for by words ('which', 'name the'), or when it fits so much better than
# every metric.
NEAR = 0.2
BEHIND, AHEAD = 0.06, 0.25
# What it adds that the question has the list's name, or that the metric that fits best is the number of its entries.
NAMED, COUNTED = 0.05, 0.1
# Words that ask for a number, which a list does not give; so does every measure (a share, a change).
OTHERWISE = {"sum", "difference", "series", "howmany"}


class ListFinder:
    """The lists of the store and how people ask for them."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._entries: dict[str, list[m.ListEntry]] = {}
        for entry in session.scalars(select(m.ListEntry).order_by(m.ListEntry.position)):
            self._entries.setdefault(entry.list, []).append(entry)

    def find(self, question: str, language: str, lists: Sequence[Found], metrics: Sequence[Found]) -> list[m.ListEntry]:
        """The entries of the list that ``question`` asks for, in its order; empty when it asks for none.

        ``lists`` and ``metrics`` are the subjects that fit the question, best first (``store.subjects``).
        """
        if not lists or lists[0].score < NEAR:
            return []
        said = self._gazetteer.find(question, language, {"operation", "measure", "dimension"})
        words = {mention.key for mention in said if mention.kind == "operation"}
        if words & OTHERWISE or any(mention.kind == "measure" for mention in said):
            return []
        named = {mention.key for mention in self._gazetteer.find(question, language, {"list"})}
        # 'Countries that got help with their laws': the things themselves come first, and no number is asked for.
        first = {mention.key for mention in said if mention.kind == "dimension" and mention.start == 0}
        opens = not first.isdisjoint(COUNTRIES) and not years_of(question)
        counted = metrics[0].key if metrics else ""
        score = {found.key: found.score for found in lists}
        best = max(score, key=lambda key: score[key] + self._evidence(key, named, counted))
        if "list" not in words and not opens:
            return self._entries.get(best, []) if score[best] - _score(metrics) >= AHEAD else []
        near = score[best] + self._evidence(best, named, counted) - _score(metrics) >= -BEHIND
        return self._entries.get(best, []) if near or self._counts(best, counted) else []

    def _evidence(self, key: str, named: Collection[str], counted: str) -> float:
        """What speaks for a list besides its nearness: its name, or that the metric that fits best counts it."""
        return NAMED * (key in named) + COUNTED * self._counts(key, counted)

    def _counts(self, key: str, metric: str) -> bool:
        """Whether ``metric`` is the number of what the list enumerates."""
        return bool(metric) and any(entry.metric == metric for entry in self._entries.get(key, ()))


def _score(found: Sequence[Found]) -> float:
    return found[0].score if found else 0.0

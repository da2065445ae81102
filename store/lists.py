"""Finds the enumeration of a source that a question asks for: the countries that were new, the donors of a fund."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.names import Gazetteer
from store.subjects import Found

# A list is near from this score on; it is asked for by words ('which', 'name the'), or when it fits so much better than
# every metric.
NEAR = 0.2
BEHIND, AHEAD = 0.06, 0.25
# Words that ask for a number, which a list does not give.
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
        words = {mention.key for mention in self._gazetteer.find(question, language, {"operation"})}
        lead = lists[0].score - (metrics[0].score if metrics else 0.0)
        if words & OTHERWISE:
            return []
        return self._entries.get(lists[0].key, []) if lead >= (-BEHIND if "list" in words else AHEAD) else []

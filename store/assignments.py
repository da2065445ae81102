"""Searches the published assignments. Closed ones are never found."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select
from sqlalchemy.orm import Session

from store import models as m
from store.full_text import is_common, known, matches
from store.wish_words import Reading
from store.wishes import Wish, Wishes, months_of
from texts.folding import fold
from texts.terms import is_han

# Wishes in the order in which they are given up when nothing fits all of them. What somebody can do matters much, what
# they need (a place for the family, accessible work) most; a place is widened to what is around it first. What is not
# wanted is never given up.
LEAST_IMPORTANT_FIRST = (
    "until", "from", "city", "lasting", "most", "under", "least", "over", "language", "sdg", "onsite", "modality",
    "host", "near", "country", "region", "words", "field", "role", "family", "disability",
)  # fmt: skip
PAGE = 5
S = m.AssignmentSearch
# Words that more assignments have say little: their results come by closing date like all others, which is quick.
RANKED = 2000
# So many unexplained words are looked up; a message with more of them is a story.
MOST_WORDS = 4
# In so many words, of Chinese characters so many, one that is unknown is what is looked for; in more it is told that
# one or two were left out.
FEW_WORDS, FEW_CHARACTERS = 5, 12
MOST_LEFT_OUT = 2
# Letters of a word that is said to be nowhere; a Chinese one has two.
SHORTEST, SHORTEST_CHINESE = 4, 2


@dataclass(frozen=True)
class SearchResult:
    """``total`` assignments fit ``wishes``; ``page`` are some of them. ``dropped`` wishes were given up to find any."""

    wishes: Wishes
    total: int
    page: list[m.Assignment]
    dropped: Wishes = ()


def wishes_in(session: Session, reading: Reading, common: Collection[str] = ()) -> Wishes:
    """The wishes of a message; where it names no work, its other words too, as far as assignments have them.

    Words that are ``common`` in questions (folded) are none. In a few words ('astronaut in Kenya') those that no
    assignment has are a wish that cannot be met, and that is then said.
    """
    rest = [word for word in reading.rest if fold(word) not in common]
    if any(wish.group == "what" for wish in reading.wishes) or not 0 < len(rest) <= MOST_WORDS:
        return reading.wishes
    words = known(session, rest)
    few = FEW_CHARACTERS if is_han(rest[0][0]) else FEW_WORDS
    if not words and reading.length <= few and len(rest) <= MOST_LEFT_OUT and all(map(_is_a_word, rest)):
        words = rest
    return (*reading.wishes, Wish("words", " ".join(words))) if words else reading.wishes


def left_out(reading: Reading, wishes: Wishes, common: Collection[str] = ()) -> str:
    """One or two words of a message that may have been a wish and are none of ``wishes``: to be told; else ''."""
    rest = [word for word in reading.rest if fold(word) not in common]
    if any(wish.group == "what" for wish in wishes) or len(rest) > MOST_LEFT_OUT or not all(map(_is_a_word, rest)):
        return ""
    return " ".join(rest)


def _is_a_word(text: str) -> bool:
    return len(text) >= (SHORTEST_CHINESE if is_han(text[0]) else SHORTEST)


def find(session: Session, wishes: Sequence[Wish], today: dt.date, offset: int = 0, limit: int = PAGE) -> SearchResult:
    """Open assignments that fit ``wishes``: those in which the words count most, then those that close first.

    When none fits, wishes are given up one after another until some do, and those that were given up needlessly are
    taken back. A single wish is never given up.
    """
    total, page = _Query(session, wishes, today).found(offset, limit)
    if page or offset:
        return SearchResult(tuple(wishes), total, page)
    kept = _with_results(session, wishes, today)
    if kept is None:
        return SearchResult(tuple(wishes), 0, [])
    dropped = tuple(wish for wish in wishes if wish not in kept)
    return SearchResult(kept, *_Query(session, kept, today).found(0, limit), dropped)


def _with_results(session: Session, wishes: Sequence[Wish], today: dt.date) -> Wishes | None:
    """The nearest wishes that some assignment fits, or None when only giving up all of them would help."""
    kept, given_up = tuple(wishes), list[list[Wish]]()
    while not _Query(session, kept, today).any():
        least = _least_important(kept)
        if not least:
            return None
        around = [wider for wish in least if (wider := _around(session, wish))]
        kept = tuple(dict.fromkeys([*(wish for wish in kept if wish not in least), *around]))
        given_up.append(least)
    for least in reversed(given_up[:-1]):
        again = (*kept, *(wish for wish in least if wish in wishes and wish not in kept))
        if again != kept and _Query(session, again, today).any():
            kept = again
    ordered = (*(wish for wish in wishes if wish in kept), *(wish for wish in kept if wish not in wishes))
    return ordered if any(wish in wishes and not wish.excluded for wish in kept) else None


def newly_published(
    session: Session, wishes: Sequence[Wish], today: dt.date, since: int, until: int, limit: int
) -> SearchResult:
    """Open assignments that fit all ``wishes`` and arrived after the revision ``since`` and up to ``until``."""
    arrived = select(m.Arrival.reference).where(m.Arrival.revision > since, m.Arrival.revision <= until)
    return SearchResult(tuple(wishes), *_Query(session, wishes, today, S.reference.in_(arrived)).found(0, limit))


def get(session: Session, reference: str, today: dt.date) -> m.Assignment | None:
    """One open assignment, or None when there is none of that reference (any more)."""
    assignment = session.get(m.Assignment, reference)
    return assignment if assignment is not None and assignment.closes >= today else None


def _least_important(wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes of the kind that is given up next."""
    for kind in LEAST_IMPORTANT_FIRST:
        found = [wish for wish in wishes if wish.kind == kind and not wish.excluded]
        if found:
            return found
    return []


def _around(session: Session, wish: Wish) -> Wish | None:
    """The wider place of a place: the country of a city, the subregion of a country."""
    if wish.kind == "city":
        country = session.scalar(select(S.country).where(S.city == wish.value).limit(1))
        return Wish("country", country) if country else None
    if wish.kind == "country":
        found = session.get(m.Country, wish.value)
        return Wish("region", found.subregion) if found else None
    return None


class _Query:
    """The open assignments that fit all wishes, and ``also``."""

    def __init__(
        self, session: Session, wishes: Sequence[Wish], today: dt.date, *also: ColumnElement[bool]
    ) -> None:  # fmt: skip
        self._session = session
        self._conditions = [S.closes >= today, *_conditions(session, wishes), *also]
        self._matched = matches(session, [x.value for x in wishes if x.kind == "words" and not x.excluded])
        self._ranked = self._matched is not None and not is_common(session, self._matched, RANKED)

    def found(self, offset: int, limit: int) -> tuple[int, list[m.Assignment]]:
        """How many there are, and some of them; where these are the last ones, nothing needs to be counted."""
        page = self.page(offset, limit)
        is_last = len(page) < limit and (bool(page) or not offset)
        return (offset + len(page) if is_last else self.total()), page

    def total(self) -> int:
        """How many there are."""
        return self._session.scalar(self._fitting(select(func.count()), S.id.expression)) or 0

    def page(self, offset: int, limit: int) -> list[m.Assignment]:
        """Some of them, in their order."""
        order: list[Any] = [S.closes, S.reference]
        # An expression, no column: the index in the order of the results is to be read, not each row by its id.
        chosen = self._fitting(select(S.reference), S.id + 0)
        if self._matched is not None and self._ranked:
            order.insert(0, self._matched.rank)
            chosen = self._matched.ranked(self._fitting(select(S.reference)))
        references = list(self._session.scalars(chosen.order_by(*order).offset(offset).limit(limit)))
        wanted = select(m.Assignment).where(m.Assignment.reference.in_(references))
        found = {assignment.reference: assignment for assignment in self._session.scalars(wanted)}
        return [found[reference] for reference in references]

    def any(self) -> bool:
        """Whether there are any."""
        return self._session.scalar(self._fitting(select(S.reference), S.id.expression).limit(1)) is not None

    def _fitting(self, query: Select[Any], number: ColumnElement[int] | None = None) -> Select[Any]:
        """``query`` for what fits; ``number`` is what the words are looked up by, unless they are joined already."""
        query = query.select_from(S).where(*self._conditions)
        if self._matched is None or number is None:
            return query
        return query.where(self._matched.stand_in(number))


def _conditions(session: Session, wishes: Sequence[Wish]) -> list[ColumnElement[bool]]:
    """One condition for each group of wishes, of which any is enough, and one for everything that is not wanted."""
    groups: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        if not wish.excluded and wish.kind != "words":
            groups[wish.group].append(wish)
    conditions = [
        _where(session, group) if name == "where" else or_(*(_fits(session, wish) for wish in group))
        for name, group in groups.items()
    ]
    return conditions + [not_(_fits(session, wish)) for wish in wishes if wish.excluded]


def _where(session: Session, places: Sequence[Wish]) -> ColumnElement[bool]:
    """Any of the places; of those that lie in each other (Kenya in East Africa) the smaller is meant."""
    values = {kind: [x.value for x in places if x.kind == kind] for kind in PLACES}
    countries = set(values["country"])
    for region in values["region"]:
        inside = _countries_of(session, region)
        if not inside & set(values["country"]):
            countries |= inside
    for country in values["near"]:
        found = session.get(m.Country, country)
        countries |= _countries_of(session, found.subregion) if found else {country}
    conditions = [part for part in (
        S.city.in_(values["city"]) if values["city"] else None, S.country.in_(sorted(countries)) if countries else None,
    ) if part is not None]  # fmt: skip
    return and_(*conditions)


def _fits(session: Session, wish: Wish) -> ColumnElement[bool]:
    """What an assignment must be to fit one wish."""
    if wish.kind in PLACES:
        return _where(session, [wish])
    if wish.kind == "words":
        matched = matches(session, [wish.value])
        if matched is None:
            return false()
        return matched.stand_in(S.id.expression)
    return CONDITIONS[wish.kind](wish.value)


PLACES = ("city", "country", "region", "near")
# What a wish of each kind asks of an assignment, given its value.
CONDITIONS: dict[str, Callable[[str], ColumnElement[bool]]] = {
    "role": lambda value: S.role == value,
    "field": lambda value: S.field == value,
    "host": lambda value: S.host == value,
    "modality": lambda value: or_(S.modality == value, S.scope == value),
    "language": lambda value: S.spoken.contains(f" {value} ", autoescape=True),
    "sdg": lambda value: and_(S.sdg.is_not(None), S.sdg == int(value)),
    "onsite": lambda _: S.online.is_(False),
    "family": lambda _: S.family_duty_station.is_(True),
    "disability": lambda _: S.open_to_disability.is_(True),
    "from": lambda value: S.start >= dt.date.fromisoformat(value),
    "until": lambda value: S.start <= dt.date.fromisoformat(value),
    "over": lambda value: S.duration_months > math.floor(months_of(value)),
    "least": lambda value: S.duration_months >= math.ceil(months_of(value)),
    "under": lambda value: S.duration_months < math.ceil(months_of(value)),
    "most": lambda value: S.duration_months <= math.floor(months_of(value)),
    "lasting": lambda value: S.duration_months == round(months_of(value)),
}


def _countries_of(session: Session, region: str) -> set[str]:
    """The countries of a region: through its subregions (however deep) and through lists of its own."""
    below = select(m.Region.key).where(m.Region.key == region).cte(recursive=True)
    below = below.union(select(m.Region.key).join(below, m.Region.parent == below.c.key))
    inside = select(m.Country.key).where(m.Country.subregion.in_(select(below.c.key)))
    listed = select(m.RegionMember.country).where(m.RegionMember.region.in_(select(below.c.key)))
    return set(session.scalars(inside.union(listed)))

"""Searches the published assignments. Closed ones are never found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from store import models as m
from store.names import Mention

# Wishes in the order in which they are given up when nothing fits all of them.
# What somebody can do matters most to them; a country is widened to the region around it first.
LEAST_IMPORTANT_FIRST = ("city", "language", "modality", "host", "country", "region", "field", "role")
PAGE = 5


@dataclass(frozen=True)
class Search:
    """What a visitor looks for; empty fields ask for nothing. Values are keys of the store, ``language`` ISO 639-1."""

    role: str = ""
    field: str = ""
    host: str = ""
    modality: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    language: str = ""

    def as_dict(self) -> dict[str, str]:
        """Only what is asked for."""
        return {name: value for name, value in asdict(self).items() if value}

    def __bool__(self) -> bool:
        return bool(self.as_dict())


@dataclass(frozen=True)
class SearchResult:
    """``total`` assignments fit ``search``; ``page`` are some of them. ``dropped`` wishes were given up to find any."""

    search: Search
    total: int
    page: list[m.Assignment]
    dropped: tuple[str, ...] = ()


def search_from(mentions: Sequence[Mention]) -> Search:
    """The search that the things named in a message ask for; the first of each kind counts."""
    wishes: dict[str, str] = {}
    for mention in mentions:
        if mention.kind in LEAST_IMPORTANT_FIRST:
            wishes.setdefault(mention.kind, mention.key)
    kinds = [(mention.start, mention.end) for mention in mentions if mention.kind == "modality"]
    for mention in mentions:
        # 'a youth volunteer': the kind of service, not youth as a field of work.
        if mention.kind in ("role", "field") and (mention.start, mention.end) in kinds:
            wishes.pop(mention.kind, None)
    if "role" in wishes:
        # 'nursing in health care': the occupation already says the field.
        wishes.pop("field", None)
    return Search(**wishes)


def find(session: Session, search: Search, today: dt.date, offset: int = 0, limit: int = PAGE) -> SearchResult:
    """Open assignments that fit ``search``, those that close first in front.

    When none fits, wishes are given up one after another until some do.
    """
    dropped: list[str] = []
    while True:
        total, page = _query(session, search, today, offset, limit)
        given_up = next((name for name in LEAST_IMPORTANT_FIRST if getattr(search, name)), None)
        if total or given_up is None or len(search.as_dict()) == 1:
            return SearchResult(search, total, page, tuple(dropped))
        around = _subregion(session, search.country) if given_up == "country" else search.region
        search = replace(search, **{given_up: "", **({"region": around} if given_up != "region" else {})})
        dropped.append(given_up)


def get(session: Session, reference: str, today: dt.date) -> m.Assignment | None:
    """One open assignment, or None when there is none of that reference (any more)."""
    assignment = session.get(m.Assignment, reference)
    return assignment if assignment is not None and assignment.closes >= today else None


def _query(session: Session, search: Search, today: dt.date, offset: int, limit: int) -> tuple[int, list[m.Assignment]]:
    conditions = [m.Assignment.closes >= today, *_conditions(search)]
    total = session.scalar(select(func.count()).select_from(m.Assignment).where(*conditions)) or 0
    order = (m.Assignment.closes, m.Assignment.reference)
    page = session.scalars(select(m.Assignment).where(*conditions).order_by(*order).offset(offset).limit(limit))
    return total, list(page)


def _conditions(search: Search) -> list[ColumnElement[bool]]:
    a = m.Assignment
    conditions: list[ColumnElement[bool]] = [
        getattr(a, name) == value
        for name in ("role", "field", "host", "country", "city")
        if (value := getattr(search, name))
    ]
    if search.modality:
        conditions.append(or_(a.modality == search.modality, a.scope == search.modality))
    if search.region and not search.country:
        conditions.append(a.country.in_(_countries_of(search.region)))
    if search.language:
        spoken = select(m.AssignmentLanguage.reference).where(m.AssignmentLanguage.language == search.language)
        conditions.append(a.reference.in_(spoken))
    return conditions


def _subregion(session: Session, country: str) -> str:
    found = session.get(m.Country, country)
    return found.subregion if found else ""


def _countries_of(region: str) -> Any:
    """The countries of a region: through its subregions (however deep) and through lists of its own."""
    below = select(m.Region.key).where(m.Region.key == region).cte(recursive=True)
    below = below.union(select(m.Region.key).join(below, m.Region.parent == below.c.key))
    inside = select(m.Country.key).where(m.Country.subregion.in_(select(below.c.key)))
    listed = select(m.RegionMember.country).where(m.RegionMember.region.in_(select(below.c.key)))
    return inside.union(listed)

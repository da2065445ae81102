"""Searching the assignments: every result is what was asked for, all of them are found, none is closed."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable

import pytest
from sqlalchemy import select
from support import TODAY

from store import models as m
from store.assignments import Search, find, get, search_from
from store.database import Database
from store.names import Gazetteer

WEST_AFRICA = {"BJ", "BF", "CV", "CI", "GM", "GH", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SN", "SL", "TG"}
ALL = 10_000


@functools.cache
def _all(database: Database) -> list[m.Assignment]:
    with database.read() as session:
        return list(session.scalars(select(m.Assignment)))


CASES: list[tuple[Search, Callable[[m.Assignment], bool]]] = [
    (Search(country="KE"), lambda a: a.country == "KE"),
    (Search(host="unicef"), lambda a: a.host == "unicef"),
    (Search(field="health"), lambda a: a.field == "health"),
    (Search(modality="youth"), lambda a: a.modality == "youth"),
    (Search(modality="online"), lambda a: a.modality == "online"),
    (Search(modality="national"), lambda a: "national" in (a.modality, a.scope)),
    (Search(language="fr"), lambda a: "fr" in {x.language for x in a.languages}),
    (Search(region="west-africa"), lambda a: a.country in WEST_AFRICA),
    (Search(host="undp", language="es"), lambda a: a.host == "undp" and "es" in {x.language for x in a.languages}),
    (Search(), lambda a: True),
]


@pytest.mark.parametrize(("search", "fits"), CASES, ids=[str(search.as_dict()) for search, _ in CASES])
def test_a_search_finds_all_that_fit_and_nothing_else(
    any_loaded: Database, search: Search, fits: Callable[[m.Assignment], bool]
) -> None:
    """Counted against every assignment of the store, on both databases."""
    with any_loaded.read() as session:
        wanted = {a.reference for a in _all(any_loaded) if fits(a)}
        result = find(session, search, TODAY, limit=ALL)
        assert wanted, "the test needs data"
        assert {a.reference for a in result.page} == wanted
        assert result.total == len(wanted)
        assert result.dropped == ()


def test_a_role_in_a_country(loaded: Database) -> None:
    """Two wishes at once: both are met."""
    with loaded.read() as session:
        some = _all(loaded)[0]
        search = Search(role=some.role, country=some.country)
        found = find(session, search, TODAY, limit=ALL).page
        assert some.reference in {a.reference for a in found}
        assert {(a.role, a.country) for a in found} == {(some.role, some.country)}


def test_west_africa_is_a_part_of_africa(loaded: Database) -> None:
    """A region includes the regions below it."""
    with loaded.read() as session:
        west = find(session, Search(region="west-africa"), TODAY, limit=ALL)
        africa = find(session, Search(region="africa"), TODAY, limit=ALL)
        assert {a.reference for a in west.page} < {a.reference for a in africa.page}


def test_wishes_are_given_up_one_by_one(loaded: Database) -> None:
    """Where nothing fits everything, the least important wish goes first, and the answer says which."""
    with loaded.read() as session:
        everything = _all(loaded)
        spoken = {(a.country, x.language) for a in everything for x in a.languages}
        country = next(c for c in sorted({a.country for a in everything if a.country}) if (c, "pt") not in spoken)
        result = find(session, Search(country=country, language="pt"), TODAY)
        assert result.dropped == ("language",)
        assert result.search == Search(country=country)
        assert {a.country for a in result.page} == {country}
        assert result.total == sum(a.country == country for a in everything)


def test_a_single_wish_is_never_given_up(loaded: Database) -> None:
    """Who asks for one thing that is not there is told so, not given anything else."""
    with loaded.read() as session:
        result = find(session, Search(country="LI"), TODAY)
        assert (result.total, result.page, result.dropped) == (0, [], ())


@pytest.mark.parametrize("days", [0, 45, 80, 119, 400])
def test_closed_ones_are_never_found(any_loaded: Database, days: int) -> None:
    """On the last day an assignment is open, on the next it is not."""
    today = TODAY + dt.timedelta(days=days)
    with any_loaded.read() as session:
        still_open = {a.reference for a in _all(any_loaded) if a.closes >= today}
        assert {a.reference for a in find(session, Search(), today, limit=ALL).page} == still_open


def test_a_closed_one_cannot_be_looked_at(loaded: Database) -> None:
    """Neither by its reference."""
    with loaded.read() as session:
        some = _all(loaded)[0]
        assert get(session, some.reference, some.closes) is not None
        assert get(session, some.reference, some.closes + dt.timedelta(days=1)) is None
        assert get(session, "DEMO-99999", TODAY) is None


def test_pages_do_not_overlap(any_loaded: Database) -> None:
    """Five at a time until the end: each once, those that close first in front."""
    with any_loaded.read() as session:
        total = find(session, Search(country="KE"), TODAY).total
        assert total > 10
        pages = [find(session, Search(country="KE"), TODAY, offset) for offset in range(0, total + 5, 5)]
    seen = [a.reference for page in pages for a in page.page]
    assert [len(page.page) for page in pages[:2]] == [5, 5]
    assert pages[-1].page == []
    assert len(seen) == len(set(seen)) == total
    dates = [a.closes for page in pages for a in page.page]
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("text", "language", "search"),
    [
        ("nursing jobs in Kenya", "en", {"role": "nurse", "country": "KE"}),
        ("在肯尼亚的护士岗位", "zh", {"role": "nurse", "country": "KE"}),
        ("вакансии медсестры в Кении", "ru", {"role": "nurse", "country": "KE"}),
        ("postes d'infirmière au Kenya", "fr", {"role": "nurse", "country": "KE"}),
        ("trabajo de enfermera en Kenia", "es", {"role": "nurse", "country": "KE"}),
        ("وظائف ممرضة في كينيا", "ar", {"role": "nurse", "country": "KE"}),
        ("something in West Africa with UNICEF", "en", {"region": "west-africa", "host": "unicef"}),
        ("assignments in French in Chad", "en", {"language": "fr", "country": "TD"}),
        ("online volunteering for UNDP", "en", {"modality": "online", "host": "undp"}),
        ("anything", "en", {}),
    ],
)
def test_a_message_becomes_a_search(gazetteer: Gazetteer, text: str, language: str, search: dict[str, str]) -> None:
    """What a visitor names is what is looked for, in six languages."""
    assert search_from(gazetteer.find(text, language)).as_dict() == search

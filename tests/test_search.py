"""Searching the assignments: every result is what was asked for, all of them are found, none is closed."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable

import pytest
from sqlalchemy import select
from support import TODAY

from store import models as m
from store.assignments import find, get
from store.database import Database
from store.full_text import matches, search_row
from store.wishes import Wishes, as_dict, months_of, wishes_of

WEST_AFRICA = {"BJ", "BF", "CV", "CI", "GM", "GH", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SN", "SL", "TG"}
KENYA = wishes_of(["country=KE"])
AFRICA: set[str] = set()
ALL = 10_000


@functools.cache
def _all(database: Database) -> list[m.Assignment]:
    with database.read() as session:
        return list(session.scalars(select(m.Assignment)))


def spoken(a: m.Assignment) -> set[str]:
    return {x.language for x in a.languages}


CASES: list[tuple[str, Callable[[m.Assignment], bool]]] = [
    ("country=KE", lambda a: a.country == "KE"),
    ("country=KE country=UG", lambda a: a.country in ("KE", "UG")),
    ("host=unicef", lambda a: a.host == "unicef"),
    ("field=health", lambda a: a.field == "health"),
    ("role=nurse field=logistics", lambda a: a.role == "nurse" or a.field == "logistics"),
    ("modality=youth", lambda a: a.modality == "youth"),
    ("modality=online", lambda a: a.modality == "online"),
    ("modality=national", lambda a: "national" in (a.modality, a.scope)),
    ("language=fr", lambda a: "fr" in spoken(a)),
    ("language=fr language=es", lambda a: bool(spoken(a) & {"fr", "es"})),
    ("region=west-africa", lambda a: a.country in WEST_AFRICA),
    ("region=west-africa country=GH", lambda a: a.country == "GH"),
    ("region=west-africa country=KE", lambda a: a.country in WEST_AFRICA | {"KE"}),
    ("region=west-africa -country=GH", lambda a: a.country in WEST_AFRICA - {"GH"}),
    ("near=GH", lambda a: a.country in WEST_AFRICA),
    ("city=Nairobi country=KE", lambda a: a.city == "Nairobi"),
    ("-host=undp -language=en", lambda a: a.host != "undp" and "en" not in spoken(a)),
    ("-field=health country=KE", lambda a: a.field != "health" and a.country == "KE"),
    ("-region=africa -sdg=3 onsite=", lambda a: not a.online and a.sdg != 3 and a.country not in AFRICA),
    ("host=undp language=es", lambda a: a.host == "undp" and "es" in spoken(a)),
    ("sdg=3", lambda a: a.sdg == 3),
    ("family=", lambda a: a.family_duty_station),
    ("disability= onsite=", lambda a: a.open_to_disability and not a.online),
    ("over=6 month", lambda a: a.duration_months > 6),
    ("least=6 month most=9 month", lambda a: 6 <= a.duration_months <= 9),
    ("under=1 year", lambda a: a.duration_months < 12),
    ("most=9 week", lambda a: a.duration_months <= 2),
    ("lasting=1 year", lambda a: a.duration_months == 12),
    ("from=2027-02-01 until=2027-02-28", lambda a: (a.start.year, a.start.month) == (2027, 2)),
    ("", lambda a: True),
]


@functools.cache
def _africa(database: Database) -> None:
    with database.read() as session:
        AFRICA.update(a.country for a in find(session, wishes_of(["region=africa"]), TODAY, limit=ALL).page)


def wished(text: str) -> Wishes:
    """Wishes by their codes, which have a space only before a unit."""
    codes: list[str] = []
    for part in text.split():
        if "=" in part:
            codes.append(part)
        else:
            codes[-1] += f" {part}"
    return wishes_of(codes)


@pytest.mark.parametrize(("text", "fits"), CASES, ids=[text for text, _ in CASES])
def test_a_search_finds_all_that_fit_and_nothing_else(
    any_loaded: Database, text: str, fits: Callable[[m.Assignment], bool]
) -> None:
    """Counted against every assignment of the store, on both databases."""
    _africa(any_loaded)
    with any_loaded.read() as session:
        wanted = {a.reference for a in _all(any_loaded) if fits(a)}
        result = find(session, wished(text), TODAY, limit=ALL)
        assert wanted, "the test needs data"
        assert {a.reference for a in result.page} == wanted
        assert result.total == len(wanted)
        assert result.dropped == ()


def test_a_role_in_a_country(loaded: Database) -> None:
    """Two wishes at once: both are met."""
    with loaded.read() as session:
        some = _all(loaded)[0]
        found = find(session, wishes_of([f"role={some.role}", f"country={some.country}"]), TODAY, limit=ALL).page
        assert some.reference in {a.reference for a in found}
        assert {(a.role, a.country) for a in found} == {(some.role, some.country)}


def test_west_africa_is_a_part_of_africa(loaded: Database) -> None:
    """A region includes the regions below it."""
    with loaded.read() as session:
        west = find(session, wishes_of(["region=west-africa"]), TODAY, limit=ALL)
        africa = find(session, wishes_of(["region=africa"]), TODAY, limit=ALL)
        assert {a.reference for a in west.page} < {a.reference for a in africa.page}


def test_wishes_are_given_up_one_by_one(any_loaded: Database) -> None:
    """Where nothing fits everything, the least important wish goes first, and the answer says which."""
    with any_loaded.read() as session:
        everything = _all(any_loaded)
        pairs = {(a.country, language) for a in everything for language in spoken(a)}
        country = next(c for c in sorted({a.country for a in everything if a.country}) if (c, "pt") not in pairs)
        result = find(session, wishes_of([f"country={country}", "language=pt"]), TODAY)
        assert result.dropped == wishes_of(["language=pt"])
        assert result.wishes == wishes_of([f"country={country}"])
        assert {a.country for a in result.page} == {country}
        assert result.total == sum(a.country == country for a in everything)


def test_what_was_given_up_needlessly_is_taken_back(loaded: Database) -> None:
    """Nobody is in Liechtenstein, nor to be in Europe: the place goes, not the entity, though that matters less."""
    with loaded.read() as session:
        result = find(session, wishes_of(["host=unicef", "country=LI", "over=6 month", "-region=europe"]), TODAY)
        assert result.dropped == wishes_of(["country=LI"])
        assert {a.host for a in result.page} == {"unicef"}
        assert min(a.duration_months for a in result.page) > 6


def test_a_country_is_widened_to_the_region_around_it(loaded: Database) -> None:
    """Nobody is looked for in Western Sahara: the nearest are in northern Africa, if any are there."""
    with loaded.read() as session:
        result = find(session, wishes_of(["field=health", "country=EH"]), TODAY, limit=ALL)
        northern = {"DZ", "EG", "LY", "MA", "SD", "TN", "EH"}
        assert result.dropped == wishes_of(["country=EH"])
        assert {a.country for a in result.page} <= northern
        assert result.page


def test_what_is_not_wanted_is_never_given_up(loaded: Database) -> None:
    """However little is left."""
    with loaded.read() as session:
        result = find(session, wishes_of(["-region=africa", "country=KE", "field=health"]), TODAY, limit=ALL)
        assert wishes_of(["-region=africa"])[0] in result.wishes
        assert "KE" not in {a.country for a in result.page}


def test_a_single_wish_is_never_given_up(loaded: Database) -> None:
    """Who asks for one thing that is not there is told so, not given anything else."""
    with loaded.read() as session:
        result = find(session, wishes_of(["country=LI"]), TODAY)
        assert (result.total, result.page, result.dropped) == (0, [], ())


@pytest.mark.parametrize("days", [0, 45, 80, 119, 400])
def test_closed_ones_are_never_found(any_loaded: Database, days: int) -> None:
    """On the last day an assignment is open, on the next it is not."""
    today = TODAY + dt.timedelta(days=days)
    with any_loaded.read() as session:
        still_open = {a.reference for a in _all(any_loaded) if a.closes >= today}
        assert {a.reference for a in find(session, (), today, limit=ALL).page} == still_open


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
        total = find(session, KENYA, TODAY).total
        assert total > 10
        pages = [find(session, KENYA, TODAY, offset) for offset in range(0, total + 5, 5)]
    seen = [a.reference for page in pages for a in page.page]
    assert [len(page.page) for page in pages[:2]] == [5, 5]
    assert pages[-1].page == []
    assert len(seen) == len(set(seen)) == total
    dates = [a.closes for page in pages for a in page.page]
    assert dates == sorted(dates)


# Titles, tasks and skills of assignments, and what finds them.
WORDS = {
    "TEST-1": ("Infirmière de santé scolaire", ["Vacciner les élèves"], ["vaccination"]),
    "TEST-2": ("School nurse", ["Vaccinate pupils", "Keep the beehives of the school"], ["beekeeping"]),
    "TEST-3": ("Медсестра", ["Проводить прививки в школах"], ["вакцинация"]),
    "TEST-4": ("学校护士长", ["为学生接种疫苗"], ["急救"]),
    "TEST-5": ("ممرضة مدرسية", ["تطعيم التلاميذ في المدارس"], ["الإسعافات الأولية"]),
    "TEST-6": ("Beekeeping adviser", ["Advise farmers"], []),
}


@pytest.fixture
def written(store: Database) -> Database:
    """A store with assignments in several languages, on both databases."""
    with store.write() as session:
        pattern = session.scalars(select(m.Assignment).limit(1)).one()
        columns = {c.name: getattr(pattern, c.name) for c in m.Assignment.__table__.columns}
        for reference, (title, tasks, skills) in WORDS.items():
            row = {**columns, "reference": reference, "title": title, "tasks": tasks, "skills": skills}
            session.add(m.Assignment(**row))
            session.flush()
            session.add(m.AssignmentSearch(**search_row(row, ["en"])))
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("beekeeping", ["TEST-6", "TEST-2"]),  # in the title before in the skills
        ("BEEHIVE", ["TEST-2"]),
        ("infirmiere scolaire", ["TEST-1"]),
        ("медсестры", ["TEST-3"]),
        ("школа прививки", ["TEST-3"]),
        ("护士", ["TEST-4"]),
        ("接种疫苗", ["TEST-4"]),
        ("護士", ["TEST-4"]),
        ("士护", []),
        ("ممرضه", ["TEST-5"]),
        ("المدارس", ["TEST-5"]),
        ("beekeeping infirmière", []),
        ('"; DROP TABLE assignments; --', []),
        ("NOT AND OR *", []),
    ],
)
def test_words_are_found_in_titles_tasks_and_skills(written: Database, words: str, found: list[str]) -> None:
    """Folded and stemmed, Chinese within a word; all the words of a wish, the title first."""
    with written.read() as session:
        result = find(session, wishes_of([f"words={words}"]), TODAY, limit=ALL)
        ours = [a.reference for a in result.page if a.reference in WORDS]
        assert ours == found
        assert matches(session, ["--"]) is None


def test_the_index_follows_what_is_written(written: Database) -> None:
    """A title that changes, and an assignment that goes."""
    with written.write() as session:
        row = session.scalars(select(m.AssignmentSearch).where(m.AssignmentSearch.reference == "TEST-6")).one()
        row.title = "goat"
        gone = session.scalars(select(m.AssignmentSearch).where(m.AssignmentSearch.reference == "TEST-2")).one()
        session.delete(gone)
    with written.read() as session:
        assert find(session, wishes_of(["words=beekeeping"]), TODAY).page == []
        assert [a.reference for a in find(session, wishes_of(["words=goats"]), TODAY).page] == ["TEST-6"]


def test_words_that_are_not_wanted(written: Database) -> None:
    """They exclude."""
    with written.read() as session:
        found = find(session, wishes_of(["words=vaccinate", "-words=beehives"]), TODAY, limit=ALL).page
        assert "TEST-2" not in {a.reference for a in found}
        assert "TEST-2" in {a.reference for a in find(session, wishes_of(["words=vaccinate"]), TODAY, limit=ALL).page}


def test_every_assignment_has_its_words(any_loaded: Database) -> None:
    """What is loaded can be found by a word of its title."""
    with any_loaded.read() as session:
        some = _all(any_loaded)[0]
        found = find(session, wishes_of([f"words={some.title}"]), TODAY, limit=ALL)
        assert some.reference in {a.reference for a in found.page}


def test_the_record_of_a_search() -> None:
    """By kind, several as a list, what is not wanted apart."""
    wishes = wishes_of(["country=KE", "country=UG", "role=nurse", "-host=undp"])
    assert as_dict(wishes) == {"country": ["KE", "UG"], "role": "nurse", "not-host": "undp"}
    assert [wish.code for wish in wishes] == ["country=KE", "country=UG", "role=nurse", "-host=undp"]


@pytest.mark.parametrize(("duration", "months"), [("26 week", 6), ("6 month", 6), ("2 year", 24)])
def test_durations_in_months(duration: str, months: float) -> None:
    """Whatever the unit."""
    assert months_of(duration) == months


@pytest.mark.parametrize("code", ["", "KE", "=KE"])
def test_what_is_no_wish_is_refused(code: str) -> None:
    """With the text that is none."""
    with pytest.raises(ValueError, match="not the code of a wish"):
        wishes_of([code])

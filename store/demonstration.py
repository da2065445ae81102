"""Demonstration assignments from a seeded generator: plausible, invented, each marked as demonstration data.

Candidates and their applications are made by ``store.demo_applications``.

What is plausible is data (``roles.csv``: which entities employ whom as what; ``demo_places.csv``: who is where). Dates
hang on the first of the month, so that loading twice in a month changes nothing and the open ones stay open.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.languages import get_official_languages
from sqlalchemy import delete
from sqlalchemy.orm import Session

from store import demo_applications
from store import models as m
from store.arrivals import finish
from store.datafile import Line, read_csv
from store.full_text import search_row
from store.load import DataFiles
from store.profile import Profile
from store.rows import ModalityRow, PlaceRow, RoleRow, TaskRow, TermRow
from store.sync import Change, Sync

SEED = 2019
COUNT = 2000
# Languages assignments are worked in, where they are official; English else.
WORKING = ("en", "fr", "es", "pt", "ar", "ru")
# The common roles are generated for this many countries in any case.
MAIN_COUNTRIES = 45
DURATIONS = ("6", "9", "12", "12", "12", "18", "24")


@dataclass(frozen=True)
class _World:
    roles: list[Line[RoleRow]]
    places: list[PlaceRow]
    tasks: dict[str, list[str]]
    modalities: dict[str, ModalityRow]
    terms: dict[str, TermRow]


def assignments(profile: Profile, today: dt.date, count: int = COUNT, seed: int = SEED) -> list[dict[str, Any]]:
    """``count`` rows of ``assignments``, each with its ``languages``; the same for the same month and seed.

    Raises ``DataError`` when a role or place names something that does not exist.
    """
    files = DataFiles(profile)
    folder = profile.folder / "data"
    places = read_csv(folder / "demo_places.csv", PlaceRow)
    tasks = read_csv(folder / "demo_tasks.csv", TaskRow)
    _check(files, places)
    world = _World(
        files.roles, [line.row for line in places],
        {line.row.role: line.row.en.split("|") for line in tasks},
        {line.row.key: line.row for line in files.modalities},
        {line.row.modality: line.row for line in read_csv(folder / "demo_terms.csv", TermRow)},
    )  # fmt: skip
    if not world.roles or not world.places:
        return []
    rng = random.Random(seed)  # noqa: S311 - demonstration data, nothing secret
    month = today.replace(day=1)
    wanted = [*_typical(world), *[(None, None)] * count][:count]
    return [_assignment(number, world, month, rng, *pair) for number, pair in enumerate(wanted, start=1)]


def _typical(world: _World) -> list[tuple[Line[RoleRow], str]]:
    """What visitors ask for first is always there: the common roles in the countries with most entities."""
    presence = Counter(place.country for place in world.places for _ in place.hosts)
    countries = [country for country, _ in presence.most_common(MAIN_COUNTRIES)]
    entities = {
        country: {host for place in world.places if place.country == country for host in place.hosts}
        for country in countries
    }
    return [
        (role, country)
        for role in world.roles
        if role.row.common
        for country in countries
        if entities[country] & set(role.row.hosts)
    ]


def _check(files: DataFiles, places: Sequence[Line[PlaceRow]]) -> None:
    hosts = {line.row.key for line in files.hosts}
    modalities = {line.row.key for line in files.modalities}
    countries = {line.row.key for line in files.countries}
    employing: list[Line[RoleRow] | Line[PlaceRow]] = [*files.roles, *places]
    for line in employing:
        for host in line.row.hosts:
            if host not in hosts:
                raise line.error("hosts", host, "no such host")
    for role in files.roles:
        for modality in role.row.modalities:
            if modality not in modalities:
                raise role.error("modalities", modality, "no such modality")
    for place in places:
        if place.row.country not in countries:
            raise place.error("country", place.row.country, "no such country")


def _assignment(
    number: int, world: _World, month: dt.date, rng: random.Random,
    chosen: Line[RoleRow] | None, country: str | None,
) -> dict[str, Any]:  # fmt: skip
    """One row; ``chosen`` and ``country`` are left to chance where they are None."""
    role_line = chosen or rng.choice(world.roles)
    role = role_line.row
    places = [place for place in world.places if country in (None, place.country)]
    modality = world.modalities[rng.choice(role.modalities)]
    online = modality.place == "online"
    term = world.terms.get(modality.key, TermRow(modality=modality.key))
    place, host = _placing(role, places, rng)
    scope = "" if online else modality.scope
    if scope == "both":
        scope = rng.choice(("national", "international"))
    closes = month + dt.timedelta(days=rng.randint(33, 120))
    english = next(iter(role_line.names.values()))[0].text
    return {
        "reference": f"DEMO-{number:05d}", "role": role.key, "title": english, "field": role.field, "host": host,
        "modality": modality.key, "scope": scope, "country": "" if online else place.country,
        "city": "" if online else place.city, "online": online,
        "duration_months": int(rng.choice(term.months or DURATIONS)), "closes": closes,
        "start": closes + dt.timedelta(days=rng.randint(30, 90)),
        "family_duty_station": not online and place.family == "yes", "open_to_disability": rng.random() < 0.15,
        "sdg": role.sdg, "education": role.education,
        "experience_years": role.experience_years if term.experience == "yes" else 0,
        "skills": role.skills, "tasks": world.tasks.get(role.key, []), "demonstration": True,
        "apply_url": "", "languages": _languages(place.country, online, rng),
    }  # fmt: skip


def _placing(role: RoleRow, places: Sequence[PlaceRow], rng: random.Random) -> tuple[PlaceRow, str]:
    """A place and one of the role's entities that is there; where none is, another entity of the place."""
    fitting = [(place, host) for place in places for host in place.hosts if host in role.hosts]
    if fitting:
        return rng.choice(fitting)
    place = rng.choice(places)
    return place, rng.choice(role.hosts or place.hosts)


def _languages(country: str, online: bool, rng: random.Random) -> list[str]:
    official = [language.split("_")[0] for language in get_official_languages(country, de_facto=True)]
    spoken = [language for language in WORKING if language in official]
    if online or not spoken:
        spoken = [rng.choice(("en", "en", "fr", "es"))] if online else ["en"]
    elif "en" not in spoken and rng.random() < 0.3:
        spoken.append("en")
    return spoken[:2]


def load(
    session: Session, profile: Profile, today: dt.date, count: int = COUNT,
    candidates: int = demo_applications.CANDIDATES,
) -> list[Change]:  # fmt: skip
    """Put the demonstration data into the store; loading again in the same month changes nothing."""
    rows = assignments(profile, today, count)
    searched = [search_row(row, row["languages"]) for row in rows]
    spoken = [{"reference": row["reference"], "language": code} for row in rows for code in row.pop("languages")]
    changes = _sync(session, rows, spoken, searched)
    return [*changes, *demo_applications.load(session, rows, profile.languages, today, candidates, SEED)]


def remove(session: Session) -> list[Change]:
    """Take every piece of demonstration data out of the store."""
    session.execute(delete(m.Staff).where(m.Staff.demonstration))
    return [*demo_applications.remove(session), *_sync(session, [], [], [])]


type _Rows = Sequence[dict[str, Any]]


def _sync(session: Session, rows: _Rows, spoken: _Rows, searched: _Rows) -> list[Change]:
    sync = Sync(session)
    sync.table(m.Assignment, rows, scope=[m.Assignment.demonstration.is_(True)])
    demo = m.AssignmentLanguage.reference.like("DEMO-%")
    sync.table(m.AssignmentLanguage, spoken, scope=[demo])
    sync.table(m.AssignmentSearch, searched, scope=[m.AssignmentSearch.reference.like("DEMO-%")])
    return finish(sync)

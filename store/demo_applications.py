"""Demonstration candidates and applications from a seeded generator, each with a history that hangs together.

They are made once and then left alone, because visitors change them: who withdrew a demonstration application finds it
withdrawn after the next start. ``desk demo remove`` takes them away; the next load makes new ones with fresh dates.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import delete, exists, func, insert, select
from sqlalchemy.orm import Session

from store import models as m
from store.applications import OPEN, REFERENCE_LETTERS
from store.datafile import read_csv
from store.load import SHARED
from store.rows import PersonRow
from store.sync import Change

CANDIDATES = 20_000
# Each candidate has one application, every second one more.
APPLICATIONS_PER_CANDIDATE = 1.5
# The oldest application, days ago.
OLDEST = 400
# Days that a status lasts, from and to, and the share of applications that go on from it.
SPANS = {"submitted": (1, 14), "screening": (5, 35), "shortlisted": (5, 30), "interview": (3, 21), "checks": (10, 60)}
GO_ON = {"submitted": 0.95, "screening": 0.5, "shortlisted": 0.6, "interview": 0.55, "checks": 0.9}
WITHDRAWN = 0.08


def load(
    session: Session, assignments: Sequence[dict[str, Any]], languages: Sequence[str], today: dt.date,
    candidates: int, seed: int,
) -> list[Change]:  # fmt: skip
    """Make ``candidates`` people with applications for ``assignments``, unless there are some already."""
    if not assignments or session.scalar(select(exists().where(m.Candidate.demonstration))):
        return []
    rng = random.Random(seed)  # noqa: S311 - demonstration data, nothing secret
    people = list(_people(candidates, languages, rng))
    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    applications: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    references = _references(rng)
    for number in range(round(candidates * APPLICATIONS_PER_CANDIDATE)):
        owner = people[number] if number < candidates else rng.choice(people)
        reference, assignment = next(references), rng.choice(assignments)
        history = list(_history(reference, midnight, rng))
        steps += history
        applications.append({
            "reference": reference, "candidate_id": owner["id"], "assignment": assignment["reference"],
            "role": assignment["role"], "title": assignment["title"], "country": assignment["country"],
            "status": history[-1]["status"],
        })  # fmt: skip
    tables = ((m.Candidate, people), (m.Application, applications), (m.ApplicationStep, steps))
    for model, rows in tables:
        session.connection().execute(insert(model.__table__), rows)  # type: ignore[arg-type] # FromClause by its type
    return [Change(model.__tablename__, len(rows), 0, 0) for model, rows in tables]


def remove(session: Session) -> list[Change]:
    """Take the demonstration candidates away, with all that hangs on them."""
    ours = m.Candidate.demonstration
    number = session.scalar(select(func.count()).select_from(m.Candidate).where(ours)) or 0
    session.execute(delete(m.Candidate).where(ours))
    return [Change(m.Candidate.__tablename__, 0, 0, number)]


def example(session: Session) -> str:
    """The reference of a demonstration application to try, or nothing."""
    joined = select(m.Application.reference).join(m.Candidate, m.Candidate.id == m.Application.candidate_id)
    wanted = (m.Candidate.demonstration, m.Application.status.in_(OPEN))
    return session.scalar(joined.where(*wanted).order_by(m.Application.candidate_id).limit(1)) or ""


def _people(count: int, languages: Sequence[str], rng: random.Random) -> Iterator[dict[str, Any]]:
    names = [line.row for line in read_csv(SHARED / "demo_people.csv", PersonRow)]
    for number in range(1, count + 1):
        given, family = rng.choice(names).given, rng.choice(names).family
        yield {
            "id": f"DEMO-{number:05d}", "name": f"{given} {family}",
            # Nobody can have an address at example.org, nor one of these telephone numbers.
            "email": f"{given}.{family}.{number}@example.org".lower(), "phone": f"+1202555{rng.randint(100, 199):04d}",
            "language": rng.choice(languages), "demonstration": True,
        }  # fmt: skip


def _references(rng: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    for _ in itertools.count():
        letters = "".join(rng.choices(REFERENCE_LETTERS, k=8))
        if letters not in seen:
            seen.add(letters)
            yield f"APP-{letters[:4]}-{letters[4:]}"


def _history(reference: str, today: dt.datetime, rng: random.Random) -> Iterator[dict[str, Any]]:
    """The steps of one application until today."""
    entered = today - dt.timedelta(days=rng.randint(0, OLDEST), minutes=rng.randint(1, 1439))
    status = "submitted"
    for position in itertools.count():
        step = {"reference": reference, "position": position, "status": status, "entered_at": entered, "left_at": None}
        left = entered + dt.timedelta(days=rng.randint(*SPANS[status])) if status in SPANS else today
        if left >= today:
            yield step
            return
        yield {**step, "left_at": left}
        status, entered = _next(status, rng), left


def _next(status: str, rng: random.Random) -> str:
    if rng.random() < WITHDRAWN:
        return "withdrawn"
    if rng.random() >= GO_ON[status]:
        return "not_selected"
    return (*OPEN, "selected")[OPEN.index(status) + 1]

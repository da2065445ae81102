"""Candidates' applications: finding whose they are, what becomes of them, and how long that usually takes."""

from __future__ import annotations

import re
import statistics

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from store.models import Application, ApplicationStep, Candidate, Name, now

# In the order in which an application passes them; then how it can end.
OPEN = ("submitted", "screening", "shortlisted", "interview", "checks")
ENDED = ("selected", "not_selected", "withdrawn")
STATUSES = (*OPEN, *ENDED)
# References are read out and copied by hand: no letters that look like digits, no vowels that make words.
REFERENCE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
REFERENCE = re.compile(
    rf"(?<![A-Z0-9])APP[\s‐-―-]?([{REFERENCE_LETTERS}]{{4}})[\s‐-―-]?([{REFERENCE_LETTERS}]{{4}})(?![A-Z0-9])",
    re.IGNORECASE,
)
# How long a status lasts is said from this many that have ended, the newest of them.
FEWEST_STEPS, STEPS_COUNTED = 20, 500


class NotOpen(ValueError):
    """The application has ended already; the text says how."""


def plain_reference(text: str) -> str:
    """The first reference in ``text`` as the store has it (``APP-7K3M-9QX2``), or nothing."""
    found = REFERENCE.search(text)
    return f"APP-{found[1]}-{found[2]}".upper() if found else ""


def any_known(session: Session) -> bool:
    """Whether applications can be looked up here at all."""
    return bool(session.scalar(select(exists().where(Application.reference.is_not(None)))))


def candidate_of(session: Session, given: str) -> Candidate | None:
    """Whose ``given`` is: an e-mail address, or the reference of an application."""
    reference = plain_reference(given)
    if not reference:
        return by_email(session, given)
    joined = select(Candidate).join(Application, Application.candidate_id == Candidate.id)
    return session.scalars(joined.where(Application.reference == reference)).first()


def by_email(session: Session, email: str) -> Candidate | None:
    """The candidate with this address."""
    return session.scalars(select(Candidate).where(Candidate.email == email.strip().lower())).first()


def applications_of(session: Session, candidate_id: str) -> list[Application]:
    """A candidate's applications, the newest first."""
    found = session.scalars(select(Application).where(Application.candidate_id == candidate_id)).all()
    return sorted(found, key=lambda each: each.steps[0].entered_at, reverse=True)


def title(session: Session, application: Application, language: str) -> str:
    """What the application is for, in ``language`` if the occupation has a name there."""
    wanted = (Name.kind == "role", Name.key == application.role, Name.language == language, Name.position == 0)
    return session.scalar(select(Name.text).where(*wanted)) or application.title


def usual_days(session: Session, status: str) -> tuple[int, int] | None:
    """Days that half, and three quarters, of the applications spent in ``status``, or None where too few are known."""
    ended = (ApplicationStep.status == status, ApplicationStep.left_at.is_not(None))
    spans = session.execute(
        select(ApplicationStep.entered_at, ApplicationStep.left_at)
        .where(*ended).order_by(ApplicationStep.left_at.desc()).limit(STEPS_COUNTED)
    ).all()  # fmt: skip
    if len(spans) < FEWEST_STEPS:
        return None
    days = [(left - entered).days for entered, left in spans if left]
    _, half, most = statistics.quantiles(days, n=4)
    return max(1, round(half)), max(1, round(most))


def withdraw(session: Session, application: Application) -> str:
    """End ``application`` as its candidate wishes; returns the status it had. Raises ``NotOpen``."""
    before = application.status
    if before not in OPEN:
        raise NotOpen(f"application {application.reference} is {before}; only {', '.join(OPEN)} can be withdrawn")
    moment = now()
    last = application.steps[-1]
    last.left_at, application.status = moment, "withdrawn"
    application.steps.append(ApplicationStep(position=last.position + 1, status="withdrawn", entered_at=moment))
    session.flush()
    return before

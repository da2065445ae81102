"""Logins of staff: each begins with a password or at an OpenID provider, is confirmed by the second factor where there
is one, and ends after its hours, after a time without use, or when somebody ends it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from desk import audit
from desk.conversations import digest
from desk.errors import DeskError
from desk.settings import Settings
from store.models import Staff, StaffSession, now

# So long somebody may look for the second factor's code.
UNCONFIRMED = dt.timedelta(minutes=10)
# Use is written down at most so often.
NOTED = dt.timedelta(minutes=1)
LONGEST_BROWSER = 200


def begin(session: Session, settings: Settings, staff: Staff, browser: str, way: str = "password") -> str:
    """A new login of ``staff``; its token. With a second factor it opens nothing until ``confirm``."""
    moment, token = now(), secrets.token_urlsafe(32)
    idle = moment - dt.timedelta(minutes=settings.session_idle_minutes)
    session.execute(delete(StaffSession).where(or_(StaffSession.expires_at < moment, StaffSession.seen_at < idle)))
    waits = staff.totp is not None
    lasts = UNCONFIRMED if waits else dt.timedelta(hours=settings.session_hours)
    session.add(StaffSession(
        token_hash=digest(token), staff_id=staff.id, expires_at=moment + lasts, confirmed=not waits, begun_at=moment,
        seen_at=moment, browser=browser[:LONGEST_BROWSER],
    ))  # fmt: skip
    if not waits:
        audit.record(session, staff.login, "staff.logged_in", staff.login, after={"way": way})
    return token


def confirm(session: Session, settings: Settings, token: str, staff: Staff) -> None:
    """The second factor was shown: the login opens the console from now on."""
    login = session.get_one(StaffSession, digest(token))
    login.confirmed, login.expires_at = True, now() + dt.timedelta(hours=settings.session_hours)
    audit.record(session, staff.login, "staff.logged_in", staff.login, after={"way": "second factor"})


def by_token(session: Session, token: str, settings: Settings, confirmed: bool = True) -> Staff | None:
    """Who is logged in with ``token``, if anybody (any more); without ``confirmed`` who has yet to show a code."""
    found = session.get(StaffSession, digest(token)) if token else None
    if found is None or found.confirmed != confirmed or _has_ended(found, settings):
        return None
    staff = session.get(Staff, found.staff_id)
    return staff if staff is not None and staff.active else None


def _has_ended(login: StaffSession, settings: Settings) -> bool:
    moment = now()
    return login.expires_at < moment or login.seen_at < moment - dt.timedelta(minutes=settings.session_idle_minutes)


def is_to_be_noted(session: Session, token: str) -> bool:
    """Whether it is time to write down that a login is in use."""
    found = session.get(StaffSession, digest(token))
    return found is not None and found.seen_at < now() - NOTED


def note_use(session: Session, token: str) -> None:
    """The login is in use."""
    found = session.get(StaffSession, digest(token))
    if found is not None:
        found.seen_at = now()


def of(session: Session, staff_id: str, settings: Settings) -> Sequence[StaffSession]:
    """The logins of somebody that hold, the last used first."""
    wanted = select(StaffSession).where(StaffSession.staff_id == staff_id, StaffSession.confirmed)
    found = session.scalars(wanted.order_by(StaffSession.seen_at.desc())).all()
    return [login for login in found if not _has_ended(login, settings)]


def end(session: Session, token: str) -> None:
    """End the login of ``token``."""
    session.execute(delete(StaffSession).where(StaffSession.token_hash == digest(token)))


def end_one(session: Session, staff: Staff, token_hash: str) -> None:
    """End one of somebody's own logins. Raises ``DeskError`` 404 for what is not theirs."""
    found = session.get(StaffSession, token_hash)
    if found is None or found.staff_id != staff.id:
        raise DeskError(404, "not-found")
    session.delete(found)
    audit.record(session, staff.login, "staff.login_ended", staff.login)


def end_all(session: Session, staff_id: str, but: str = "") -> None:
    """End every login of somebody, except the one of the token ``but``."""
    kept = digest(but) if but else ""
    session.execute(delete(StaffSession).where(StaffSession.staff_id == staff_id, StaffSession.token_hash != kept))

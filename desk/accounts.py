"""Accounts of staff: passwords (argon2), logins that expire, roles. The first password is made, printed once, and must
be changed."""

from __future__ import annotations

import datetime as dt
import secrets
import uuid

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk import audit
from desk.conversations import digest
from desk.errors import DeskError
from store.models import Staff, StaffSession, now

ROLES = ("agent", "supervisor", "administrator")
SHORTEST_PASSWORD = 10

_hasher = PasswordHasher()
# Compared with when there is nobody of that name, so that the time tells nothing.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def add(
    session: Session, login: str, name: str, role: str, actor: str, language: str = "en", demonstration: bool = False
) -> tuple[Staff, str]:
    """A new member of staff and the password to give them, which they must change. Raises ``DeskError`` 409 or 422."""
    login = login.strip().lower()
    if role not in ROLES or not login or not name.strip():
        raise DeskError(422, "invalid")
    if session.scalar(select(Staff.id).where(Staff.login == login)) is not None:
        raise DeskError(409, "login-taken")
    password = secrets.token_urlsafe(9)
    staff = Staff(
        id=str(uuid.uuid4()), login=login, name=name.strip(), role=role, language=language,
        password_hash=_hasher.hash(password), demonstration=demonstration,
    )  # fmt: skip
    session.add(staff)
    session.flush()
    audit.record(session, actor, "staff.added", login, after={"role": role})
    return staff, password


def has_administrator(session: Session) -> bool:
    """Whether anybody can log in and add others."""
    wanted = (Staff.role == "administrator", Staff.active)
    return bool(session.scalar(select(func.count()).select_from(Staff).where(*wanted)))


def new_password(session: Session, login: str, actor: str) -> str:
    """Give ``login`` a new password to be changed at the next login, and end every login. Raises ``DeskError`` 404."""
    staff = session.scalar(select(Staff).where(Staff.login == login.strip().lower()))
    if staff is None:
        raise DeskError(404, "not-found")
    password = secrets.token_urlsafe(9)
    staff.password_hash, staff.must_change_password = _hasher.hash(password), True
    session.execute(delete(StaffSession).where(StaffSession.staff_id == staff.id))
    audit.record(session, actor, "staff.password_reset", staff.login)
    return password


def log_in(session: Session, login: str, password: str, hours: int) -> tuple[Staff, str]:
    """The member of staff and a session token. Raises ``DeskError`` 401, the same for a wrong name or password."""
    staff = session.scalar(select(Staff).where(Staff.login == login.strip().lower(), Staff.active))
    try:
        _hasher.verify(staff.password_hash if staff else _NOBODY, password)
    except VerifyMismatchError:
        staff = None
    if staff is None:
        raise DeskError(401, "login")
    token = secrets.token_urlsafe(32)
    session.execute(delete(StaffSession).where(StaffSession.expires_at < now()))
    session.add(StaffSession(
        token_hash=digest(token), staff_id=staff.id, expires_at=now() + dt.timedelta(hours=hours)
    ))  # fmt: skip
    audit.record(session, staff.login, "staff.logged_in", staff.login)
    return staff, token


def by_token(session: Session, token: str) -> Staff | None:
    """Who is logged in with ``token``, if anybody (any more)."""
    found = session.get(StaffSession, digest(token)) if token else None
    if found is None or found.expires_at < now():
        return None
    staff = session.get(Staff, found.staff_id)
    return staff if staff is not None and staff.active else None


def log_out(session: Session, token: str) -> None:
    """End one login."""
    session.execute(delete(StaffSession).where(StaffSession.token_hash == digest(token)))


def change_password(session: Session, staff_id: str, old: str, new: str, keep_token: str) -> None:
    """Set a new password and end every other login. Raises ``DeskError`` 401 or 422."""
    staff = session.get_one(Staff, staff_id)
    try:
        _hasher.verify(staff.password_hash, old)
    except VerifyMismatchError as error:
        raise DeskError(401, "login") from error
    if len(new) < SHORTEST_PASSWORD or new == old:
        raise DeskError(422, "password-weak", minimum=SHORTEST_PASSWORD)
    staff.password_hash, staff.must_change_password = _hasher.hash(new), False
    others = (StaffSession.staff_id == staff.id, StaffSession.token_hash != digest(keep_token))
    session.execute(delete(StaffSession).where(*others))
    audit.record(session, staff.login, "staff.password_changed", staff.login)


def must_change(session: Session, login: str) -> bool:
    """Whether ``login`` still has the password that was made for it."""
    staff = session.scalar(select(Staff).where(Staff.login == login))
    return staff is not None and staff.must_change_password

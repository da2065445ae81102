"""Accounts of staff: passwords (argon2), one-time links, roles. There is always an administrator who can log in."""

from __future__ import annotations

import datetime as dt
import secrets
import uuid

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk import audit, logins
from desk.conversations import digest
from desk.errors import DeskError
from desk.masking import EMAIL
from desk.permissions import ROLES
from store.models import Staff, StaffLink, now

SHORTEST_PASSWORD = 10
LONGEST_EMAIL = 254
LINK_HOURS = 72

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


def must_change(session: Session, login: str) -> bool:
    """Whether ``login`` still has the password that was made for it."""
    staff = session.scalar(select(Staff).where(Staff.login == login))
    return staff is not None and staff.must_change_password


def named(session: Session, login: str) -> Staff:
    """The member of staff of that name, held for this transaction. Raises ``DeskError`` 404."""
    staff = session.scalar(select(Staff).where(Staff.login == login.strip().lower()).with_for_update())
    if staff is None:
        raise DeskError(404, "not-found")
    return staff


def new_password(session: Session, login: str, actor: str) -> str:
    """Give ``login`` a new password to be changed at the next login, and end every login. Raises ``DeskError`` 404."""
    staff = named(session, login)
    password = secrets.token_urlsafe(9)
    staff.password_hash, staff.must_change_password = _hasher.hash(password), True
    logins.end_all(session, staff.id)
    audit.record(session, actor, "staff.password_reset", staff.login)
    return password


def verify(session: Session, login: str, password: str) -> Staff:
    """Who has this name and password. Raises ``DeskError`` 401, the same for a wrong name or password."""
    staff = session.scalar(select(Staff).where(Staff.login == login.strip().lower(), Staff.active))
    try:
        _hasher.verify(staff.password_hash if staff else _NOBODY, password)
    except VerifyMismatchError:
        staff = None
    if staff is None:
        raise DeskError(401, "login")
    return staff


def change_password(session: Session, staff_id: str, old: str, new: str, keep_token: str) -> None:
    """Set a new password and end every other login. Raises ``DeskError`` 401 or 422."""
    staff = session.get_one(Staff, staff_id)
    try:
        _hasher.verify(staff.password_hash, old)
    except VerifyMismatchError as error:
        raise DeskError(401, "login") from error
    if new == old:
        raise DeskError(422, "password-weak", minimum=SHORTEST_PASSWORD)
    _set_password(staff, new)
    logins.end_all(session, staff.id, but=keep_token)
    audit.record(session, staff.login, "staff.password_changed", staff.login)


def _set_password(staff: Staff, password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise DeskError(422, "password-weak", minimum=SHORTEST_PASSWORD)
    staff.password_hash, staff.must_change_password = _hasher.hash(password), False


def set_email(session: Session, login: str, email: str, actor: str) -> None:
    """Where alarms for ``login`` go; nowhere if it is empty. Raises ``DeskError`` 404 or 422."""
    staff, email = named(session, login), email.strip()
    if email and (not EMAIL.fullmatch(email) or len(email) > LONGEST_EMAIL):
        raise DeskError(422, "email")
    if email != staff.email:
        staff.email = email
        audit.record(session, actor, "staff.email_changed", staff.login)


# --- one-time links ---------------------------------------------------------------------------------------------------


def invite(session: Session, staff: Staff, actor: str) -> str:
    """The token of a link by which ``staff`` chooses a password, once, within ``LINK_HOURS``; older ones are void.

    Passwords and logins that there are hold until then.
    """
    token = secrets.token_urlsafe(32)
    session.execute(delete(StaffLink).where(StaffLink.staff_id == staff.id))
    session.add(StaffLink(
        token_hash=digest(token), staff_id=staff.id, expires_at=now() + dt.timedelta(hours=LINK_HOURS)
    ))  # fmt: skip
    audit.record(session, actor, "staff.invited", staff.login)
    return token


def invited(session: Session, token: str) -> Staff:
    """Whom a link is for. Raises ``DeskError`` 404 when it was used, replaced, or is too old."""
    link = session.get(StaffLink, digest(token), with_for_update=True)
    staff = session.get(Staff, link.staff_id) if link is not None and link.expires_at > now() else None
    if staff is None or not staff.active:
        raise DeskError(404, "link-void")
    return staff


def accept(session: Session, token: str, password: str) -> Staff:
    """Set the password that was chosen, and end every login. Raises ``DeskError`` 404 or 422; then the link holds."""
    staff = invited(session, token)
    _set_password(staff, password)
    session.execute(delete(StaffLink).where(StaffLink.staff_id == staff.id))
    logins.end_all(session, staff.id)
    audit.record(session, staff.login, "staff.password_chosen", staff.login)
    return staff


# --- what administrators do -------------------------------------------------------------------------------------------


def set_role(session: Session, login: str, role: str, actor: str) -> None:
    """Raises ``DeskError`` 404, 422, or 409 for the last administrator."""
    staff = named(session, login)
    if role not in ROLES:
        raise DeskError(422, "invalid")
    if role == staff.role:
        return
    before, staff.role = staff.role, role
    if before == "administrator" and staff.active:
        _still_administered(session)
    audit.record(session, actor, "staff.role_changed", staff.login, {"role": before}, {"role": role})


def set_active(session: Session, login: str, active: bool, actor: str) -> None:
    """Let somebody in or not; whoever is shut out is logged out at once. Raises ``DeskError`` 404 or 409."""
    staff = named(session, login)
    if staff.active == active:
        return
    staff.active = active
    if not active:
        if staff.role == "administrator":
            _still_administered(session)
        logins.end_all(session, staff.id)
        session.execute(delete(StaffLink).where(StaffLink.staff_id == staff.id))
    done = "staff.activated" if active else "staff.deactivated"
    audit.record(session, actor, done, staff.login, {"active": not active}, {"active": active})


def _still_administered(session: Session) -> None:
    session.flush()
    # Held for this transaction: two administrators who shut each other out at once would leave none.
    wanted = select(Staff.id).where(Staff.role == "administrator").with_for_update()
    session.execute(wanted).all()
    if not has_administrator(session):
        raise DeskError(409, "last-administrator")

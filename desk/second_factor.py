"""The second factor of staff: codes of an authenticator application (TOTP, RFC 6238), and recovery codes for its loss.

The secret is kept encrypted. A code is accepted once: its time step must be later than that of the last one.
"""

from __future__ import annotations

import hmac
import io
import secrets
import time

import pyotp
import segno
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk import audit, logins
from desk.context import Context
from desk.errors import DeskError
from store.models import RecoveryCode, Staff

STEP = 30  # seconds
# Clocks may differ by so many steps.
TOLERANCE = 1
RECOVERY_CODES = 10
# No letters that look like digits.
LETTERS = "23456789bcdfghjkmnpqrstvwxz"


def new_secret() -> str:
    """A secret to be shown to its owner; it counts once a code made with it has been given back."""
    return pyotp.random_base32()


def picture(secret: str, login: str, organisation: str) -> str:
    """The secret as a QR code that authenticator applications read: an SVG element to stand in a page."""
    address = pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=organisation)
    out = io.BytesIO()
    segno.make(address).save(out, kind="svg", scale=4, border=4, xmldecl=False, svgns=True, light="white")
    return out.getvalue().decode()


def enrol(context: Context, session: Session, staff_id: str, secret: str, code: str, token: str) -> list[str]:
    """Begin to ask for codes, and end every other login; the recovery codes, which are shown once.

    Raises ``DeskError`` 409 where there is a second factor already, 422 for a wrong code or secret.
    """
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    if staff.totp is not None:
        raise DeskError(409, "second-factor-there")
    try:
        step = _step(secret, code, 0)
    except ValueError as error:  # the hidden field does not hold what was put into it
        raise DeskError(422, "invalid") from error
    if step is None:
        raise DeskError(422, "second-factor-code")
    staff.totp, staff.totp_step = context.vault.lock(secret), step
    logins.end_all(session, staff.id, but=token)
    audit.record(session, staff.login, "staff.second_factor_set", staff.login)
    return _new_codes(context, session, staff)


def _new_codes(context: Context, session: Session, staff: Staff) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))
    codes = ["-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(2))
             for _ in range(RECOVERY_CODES)]  # fmt: skip
    session.add_all(RecoveryCode(staff_id=staff.id, digest=context.vault.digest(code)) for code in codes)
    return codes


def codes_left(session: Session, staff_id: str) -> int:
    """How many recovery codes have not been used."""
    return session.scalar(select(func.count()).where(RecoveryCode.staff_id == staff_id)) or 0


def check(context: Context, session: Session, staff_id: str, code: str) -> Staff:
    """Accept a code of the application or a recovery code, each once. Raises ``DeskError`` 401."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    written = code.strip().lower()
    step = _step(context.vault.unlock(staff.totp), written, staff.totp_step) if staff.totp else None
    if step is not None:
        staff.totp_step = step
        return staff
    recovery = session.get(RecoveryCode, (staff.id, context.vault.digest(written)))
    if recovery is None:
        raise DeskError(401, "second-factor-code")
    session.delete(recovery)
    audit.record(session, staff.login, "staff.recovery_code_used", staff.login)
    return staff


def _step(secret: str, code: str, last: int) -> int | None:
    """The time step that ``code`` is of, if it is right now and later than ``last``."""
    digits = "".join(code.split())
    totp, here = pyotp.TOTP(secret), int(time.time()) // STEP
    for step in range(here - TOLERANCE, here + TOLERANCE + 1):
        if step > last and hmac.compare_digest(totp.at(step * STEP).encode(), digits.encode()):
            return step
    return None


def remove(session: Session, staff: Staff, actor: str) -> None:
    """Ask for no codes any more, and end every login. Raises ``DeskError`` 409 where there is no second factor."""
    if staff.totp is None:
        raise DeskError(409, "second-factor-none")
    staff.totp, staff.totp_step = None, 0
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))
    logins.end_all(session, staff.id)
    audit.record(session, actor, "staff.second_factor_removed", staff.login)

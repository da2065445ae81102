"""Members of staff, their logins, and who did what."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, String, Text, false, true
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class Staff(Base):
    """A member of staff. ``role`` is agent, supervisor or administrator; ``reads`` the languages declared, if any.

    ``email`` is where alarms of unclaimed requests go, if anywhere.

    ``totp`` is the secret of the second factor, encrypted, if one has been set up; ``totp_step`` the time step of the
    last code that was accepted, so that none is accepted twice. ``chime``: a tone is wanted when something new waits.
    """

    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(8), default="en")
    reads: Mapped[list[str] | None]
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=True)
    demonstration: Mapped[bool] = mapped_column(default=False)
    totp: Mapped[str | None] = mapped_column(Text)
    totp_step: Mapped[int] = mapped_column(default=0, server_default="0")
    chime: Mapped[bool] = mapped_column(default=False, server_default=false())


class StaffSession(Base):
    """A login of a member of staff; the cookie holds the token, the store only its hash.

    It ends at ``expires_at`` and after a time without use. It opens nothing until it is ``confirmed`` by the second
    factor, where there is one.
    """

    __tablename__ = "staff_sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[dt.datetime]
    confirmed: Mapped[bool] = mapped_column(default=True, server_default=true())
    begun_at: Mapped[dt.datetime] = mapped_column(default=now)
    seen_at: Mapped[dt.datetime] = mapped_column(default=now)
    browser: Mapped[str] = mapped_column(String(200), default="", server_default="")


class RecoveryCode(Base):
    """A code that stands in once for the second factor; only its digest with the installation's key is kept."""

    __tablename__ = "recovery_codes"
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)


class StaffLink(Base):
    """A link by which a member of staff chooses a password, once; only the token's digest is kept."""

    __tablename__ = "staff_links"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[dt.datetime]


class StaffIdentity(Base):
    """Who a member of staff is at an OpenID provider: its ``issuer`` and its ``subject`` there."""

    __tablename__ = "staff_identities"
    issuer: Mapped[str] = mapped_column(String(300), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)


class AuditEntry(Base):
    """A change of state or a look at personal data: who (``actor``), what (a stable dotted name), before and after."""

    __tablename__ = "audit_entries"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    actor: Mapped[str] = mapped_column(String(80))
    action: Mapped[str] = mapped_column(String(60), index=True)
    subject: Mapped[str] = mapped_column(String(80), index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]

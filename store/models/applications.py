"""Candidates, their applications, and the proof of who asks for one."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base


class Candidate(Base):
    """Somebody who has applied. ``email`` is in lower case: who reads what is sent there proves to be this person."""

    __tablename__ = "candidates"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    phone: Mapped[str] = mapped_column(String(20), default="")
    language: Mapped[str] = mapped_column(String(8))
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)


class Application(Base):
    """A candidate's application for one assignment; what it is for stays known when the assignment is gone.

    ``status`` is one of ``store.applications.STATUSES``, the last of its ``steps``.
    """

    __tablename__ = "applications"
    reference: Mapped[str] = mapped_column(String(20), primary_key=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    assignment: Mapped[str] = mapped_column(String(40), default="")
    role: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    country: Mapped[str] = mapped_column(String(2), default="")
    status: Mapped[str] = mapped_column(String(20))
    steps: Mapped[list[ApplicationStep]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="ApplicationStep.position", passive_deletes=True
    )


class ApplicationStep(Base):
    """One status in an application's history; ``left_at`` is None for the present one."""

    __tablename__ = "application_steps"
    __table_args__ = (Index("ix_application_steps_left", "status", "left_at"),)
    reference: Mapped[str] = mapped_column(ForeignKey("applications.reference", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(String(20))
    entered_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]


class Verification(Base):
    """How far a visitor has come in proving who they are, one row a conversation.

    ``step`` is what the desk waits for until ``waits_until``: identity (an address or a reference), code, email (a new
    address), email-code, phone, alert (an address for alerts), or nothing (empty). ``code_hash`` is keyed and empty
    once the code is of no use any more. ``candidate_id`` is None where nobody fits what the visitor gave;
    ``verified_until`` is set once the proof has succeeded; ``new_email`` is encrypted; ``application`` is the reference
    that was asked for.
    """

    __tablename__ = "verifications"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[str] = mapped_column(String(10), default="")
    waits_until: Mapped[dt.datetime]
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    application: Mapped[str | None] = mapped_column(String(20))
    code_hash: Mapped[str] = mapped_column(String(64), default="")
    tries: Mapped[int] = mapped_column(default=0)
    new_email: Mapped[str | None] = mapped_column(Text)
    verified_until: Mapped[dt.datetime | None]

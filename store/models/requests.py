"""Partners' requests for volunteers."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base, now


class VolunteerRequest(Base):
    """A request for volunteers. Until ``confirmed_at`` it is only claimed to come from the contact.

    ``email`` is encrypted; ``token_hash`` is of the link that confirms, which holds until ``token_expires_at``.
    ``draft`` tells sending twice from sending two. It outlives the conversation that it was made in once confirmed.
    """

    __tablename__ = "volunteer_requests"
    number: Mapped[str] = mapped_column(String(12), primary_key=True)
    draft: Mapped[str] = mapped_column(String(36), unique=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"), index=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id", ondelete="SET NULL"), index=True)
    language: Mapped[str] = mapped_column(String(8))
    organisation: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(Text)
    funding: Mapped[str] = mapped_column(String(10), default="")
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_expires_at: Mapped[dt.datetime]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    confirmed_at: Mapped[dt.datetime | None]
    withdrawn_at: Mapped[dt.datetime | None]
    lines: Mapped[list[RequestLine]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="RequestLine.position", passive_deletes=True
    )


class RequestLine(Base):
    """Volunteers of one kind in a request. ``start`` is an ISO date as exact as it was said, or ``soon``; ``duration``
    is ISO 8601 (``P6M``). ``profile`` is an occupation's key or words; empty texts were left open.
    """

    __tablename__ = "request_lines"
    request: Mapped[str] = mapped_column(ForeignKey("volunteer_requests.number", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    profile: Mapped[str] = mapped_column(String(200))
    modality: Mapped[str] = mapped_column(String(40), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    start: Mapped[str] = mapped_column(String(10), default="")
    duration: Mapped[str] = mapped_column(String(10), default="")

"""Who wants to hear of new assignments, and which assignments are new."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class Arrival(Base):
    """When an assignment was published first: the ``revision`` of the assignments that brought it.

    It stays when the assignment is withdrawn, so that one that comes back is not new again.
    """

    __tablename__ = "assignment_arrivals"
    reference: Mapped[str] = mapped_column(String(40), primary_key=True)
    revision: Mapped[int] = mapped_column(index=True)


class Subscription(Base):
    """A visitor's wish to hear of new assignments by mail; ``wishes`` are codes of ``store.wishes``.

    ``email`` is encrypted, and empty until it has been given; ``email_digest`` is keyed. Until it is confirmed it
    belongs to the conversation and goes with it. All that arrived up to the revision ``seen`` has been told.
    """

    __tablename__ = "subscriptions"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(Text, default="")
    email_digest: Mapped[str] = mapped_column(String(64), default="", index=True)
    wishes: Mapped[list[str]]
    language: Mapped[str] = mapped_column(String(8))
    seen: Mapped[int]
    asked_at: Mapped[dt.datetime] = mapped_column(default=now)
    confirmed_at: Mapped[dt.datetime | None]

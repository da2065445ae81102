"""What is still to be sent."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class Letter(Base):
    """A mail that is still to be sent; it is deleted once it has been.

    ``key`` says which letter it is; ``ciphertext`` holds address, subject, text and headers. It is tried at
    ``next_at`` and given up at ``expires_at``. One that belongs to a conversation or to a subscription goes with it.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    subscription_id: Mapped[str | None] = mapped_column(ForeignKey("subscriptions.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(40), default="", server_default="")
    ciphertext: Mapped[str] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    expires_at: Mapped[dt.datetime]


class WebhookEvent(Base):
    """An event that is still to be sent to the outside system; it is deleted once that system has taken it.

    ``ciphertext`` holds the JSON body, the same at every try. ``id`` is the receiver's means to drop repeats.
    """

    __tablename__ = "webhook_events"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    ciphertext: Mapped[str] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    expires_at: Mapped[dt.datetime]

"""What is still to be sent."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text
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
    """An event that is still to be sent to an outside system; it is deleted once that system has taken it.

    ``ciphertext`` holds the JSON body, the same at every try. ``id`` is the receiver's means to drop repeats.
    ``target`` says which system: events (the customer database, for instance) or mirror (the outside desk). Of those
    with the same ``stream``, a case, none is sent before the one with the lower ``number``. ``problem`` is why the
    last try failed.
    """

    __tablename__ = "webhook_events"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    target: Mapped[str] = mapped_column(String(10), default="events", server_default="events")
    stream: Mapped[str | None] = mapped_column(String(12))
    number: Mapped[int] = mapped_column(default=0, server_default="0")
    ciphertext: Mapped[str] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    expires_at: Mapped[dt.datetime]
    problem: Mapped[str] = mapped_column(String(200), default="", server_default="")
    __table_args__ = (Index("ix_webhook_events_stream", "stream", "number", unique=True),)


class Mirror(Base):
    """What the outside desk has been told of a request, or will be by what waits in the outbox.

    ``state`` and ``queue`` are the request's as they were told; ``withdrawn`` once nothing more may be told of it.
    ``seq`` is the last message, ``number`` the last event. ``outside_id`` is what the outside desk calls the request;
    ``problem`` what was given up and why.
    """

    __tablename__ = "mirrors"
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    queue: Mapped[str] = mapped_column(String(40))
    seq: Mapped[int]
    number: Mapped[int] = mapped_column(default=0)
    outside_id: Mapped[str] = mapped_column(String(40), default="")
    taken_at: Mapped[dt.datetime | None]
    problem: Mapped[str] = mapped_column(String(200), default="")

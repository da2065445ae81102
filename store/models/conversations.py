"""Conversations of visitors, as the desk writes them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base, now


class Conversation(Base):
    """A visitor's conversation. ``state`` says who owns it and is written by ``desk.ownership`` alone.

    ``epoch`` counts changes of owner; ``engine_session`` counts the assistant's fresh starts in this conversation.
    """

    __tablename__ = "conversations"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    page: Mapped[str] = mapped_column(String(500), default="")
    state: Mapped[str] = mapped_column(String(20), default="assistant")
    epoch: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    last_seq: Mapped[int] = mapped_column(default=0)
    misses: Mapped[int] = mapped_column(default=0)
    engine_session: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    updated_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)


class Message(Base):
    """One message. ``seq`` counts from 1 without gaps in its conversation; ``epoch`` is the one it was written under.

    ``understood`` is what the assistant understood and from what it answered; staff see it, visitors do not.
    ``article`` is the article among it, by which answers are found that have to be corrected.
    """

    __tablename__ = "messages"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str | None] = mapped_column(String(36))
    author: Mapped[str] = mapped_column(String(20))
    name: Mapped[str | None] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    at: Mapped[dt.datetime] = mapped_column(default=now)
    epoch: Mapped[int]
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    sources: Mapped[list[Any]] = mapped_column(default=list)
    understood: Mapped[dict[str, Any] | None]
    article: Mapped[str | None] = mapped_column(String(80), index=True)
    choices: Mapped[list[Choice]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="Choice.position", passive_deletes=True
    )


class MessageSearch(Base):
    """The terms by which a message is found in a search; the full-text index beside this table is the database's."""

    __tablename__ = "message_searches"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"], ondelete="CASCADE"
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    body: Mapped[str] = mapped_column(Text)


class Choice(Base):
    """A button of a message. The visitor's browser sees the opaque id; what it stands for stays here.

    ``target`` is assistant (the payload goes to the assistant) or desk (the desk does it itself). ``kind`` says how it
    is shown: empty, a button; chip, a wish that it takes away; card, on the card of that place.
    """

    __tablename__ = "choices"
    __table_args__ = (
        Index("ix_choices_message", "conversation_id", "seq"),
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"], ondelete="CASCADE"
        ),
    )
    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10), default="", server_default="")
    target: Mapped[str] = mapped_column(String(20))
    payload: Mapped[str] = mapped_column(Text)


class Turn(Base):
    """One send of a visitor and what came of it: pending, answered, failed or refused (the owner had changed).

    Unique by the client's id, which makes a repeated send harmless. ``first_seq`` to ``last_seq`` are its messages.
    """

    __tablename__ = "turns"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    status: Mapped[str] = mapped_column(String(10), index=True)
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    epoch: Mapped[int]
    started_at: Mapped[dt.datetime] = mapped_column(default=now)


class MaskedValue(Base):
    """A personal value taken out of a message: encrypted, and gone after ``expires_at``."""

    __tablename__ = "masked_values"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    placeholder: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    ciphertext: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)


class Feedback(Base):
    """What a visitor said of one answer."""

    __tablename__ = "feedback"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    helpful: Mapped[bool]
    comment: Mapped[str] = mapped_column(String(1000), default="")
    at: Mapped[dt.datetime] = mapped_column(default=now)

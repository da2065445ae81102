"""Notices of outages, the requests that belong to them, and who has had the answer to them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base, now


class Notice(Base):
    """What the assistant says first to questions about one matter, an outage for instance.

    ``state`` is draft, published or ended; a published one holds from ``starts_at`` until ``ends_at``, where these are
    given. ``replaces``: it takes the place of the usual answer, otherwise it precedes it. ``edit`` counts changes, so
    that two editors cannot overwrite each other.
    """

    __tablename__ = "notices"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(10), default="draft", index=True)
    replaces: Mapped[bool] = mapped_column(default=False, server_default=false())
    starts_at: Mapped[dt.datetime | None]
    ends_at: Mapped[dt.datetime | None]
    edit: Mapped[int] = mapped_column(default=0)
    at: Mapped[dt.datetime] = mapped_column(default=now)
    texts: Mapped[list[NoticeText]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class NoticeText(Base):
    """A notice in one language: its words (empty where only questions are given) and what it is found by."""

    __tablename__ = "notice_texts"
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(String(200), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    questions: Mapped[list[str]]
    keywords: Mapped[list[str]]


class NoticeLink(Base):
    """A request is about the matter of a notice."""

    __tablename__ = "notice_links"
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"), index=True)
    at: Mapped[dt.datetime] = mapped_column(default=now)


class NoticeReply(Base):
    """A conversation has had a reply that went to every request of a notice: the same ``reply`` goes there once."""

    __tablename__ = "notice_replies"
    reply: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=now)

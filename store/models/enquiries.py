"""What the figures of the service are made of: enquiries as they were counted, and how content visitors were.

Rows outlive their conversation without its id: they hold no words, and figures of a past year must not shrink.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Enquiry(Base):
    """One question of a visitor with what came of it, as ``desk.enquiries`` reads it out of the conversation.

    ``day``, ``weekday`` (0 is Monday) and ``hour`` are in the organisation's time zone. ``result`` is confirmed,
    answered, unanswered or escalated; with the silence since ``last_at`` it makes the outcome. A sensitive one has
    neither ``intent`` nor ``article``. ``verdict`` is a reviewer's: right, wrong or empty.
    """

    __tablename__ = "enquiries"
    __table_args__ = (
        Index("ix_enquiries_question", "conversation_id", "first_seq", unique=True),
        # Holds all that the page of figures counts, so that the index alone answers.
        Index(
            "ix_enquiries_counts", "day", "language", "result", "verdict", "weekday", "hour", "intent", "article",
            "misses", "last_at",
        ),
    )  # fmt: skip
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    first_seq: Mapped[int]
    begun_at: Mapped[dt.datetime]
    last_at: Mapped[dt.datetime]
    day: Mapped[dt.date]
    weekday: Mapped[int]
    hour: Mapped[int]
    language: Mapped[str] = mapped_column(String(8))
    intent: Mapped[str] = mapped_column(String(60))
    article: Mapped[str] = mapped_column(String(80))
    sensitive: Mapped[bool]
    misses: Mapped[int]
    result: Mapped[str] = mapped_column(String(10))
    verdict: Mapped[str] = mapped_column(String(5), default="", server_default="")


class CountedUntil(Base):
    """Up to which moment conversations have been counted; one row."""

    __tablename__ = "counted_until"
    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[dt.datetime]


class Satisfaction(Base):
    """A visitor was asked at the end how content they are; ``answer`` is yes, partly, no, or empty so far."""

    __tablename__ = "satisfactions"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), unique=True
    )
    day: Mapped[dt.date] = mapped_column(index=True)
    language: Mapped[str] = mapped_column(String(8))
    queue: Mapped[str] = mapped_column(String(40))
    answer: Mapped[str] = mapped_column(String(10), default="")

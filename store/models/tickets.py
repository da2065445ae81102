"""Requests for staff."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class Ticket(Base):
    """A request for staff. Its life (open, claimed, snoozed, solved) is separate from who owns the conversation.

    ``version`` makes every change a compare-and-set; ``contact`` is an encrypted e-mail address.
    ``answer_due`` and ``solution_due`` are the promises of its queue, if it has any; ``reopened_at``: when it was last
    asked again after it was solved, from which promises and times are reckoned then, and ``answered_at`` is one since;
    ``merged_into`` is the case that a duplicate ended in. ``erasure_asked_at``: since when the visitor wants the
    conversation erased, which staff must confirm. ``waiting_since``: when it last came into the queue; ``alarms``: how
    often it was told since that nobody has claimed it; ``alarm_at``: when that is to be told next, if ever.
    """

    __tablename__ = "tickets"
    id: Mapped[int] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(String(12), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str] = mapped_column(String(40))
    priority: Mapped[int]
    queue: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8))
    summary: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(10), default="open", index=True)
    assignee: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    contact: Mapped[str | None] = mapped_column(Text)
    resolution: Mapped[str | None] = mapped_column(String(40))
    opened_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    reopened_at: Mapped[dt.datetime | None]
    claimed_at: Mapped[dt.datetime | None]
    answered_at: Mapped[dt.datetime | None]
    solved_at: Mapped[dt.datetime | None]
    answer_due: Mapped[dt.datetime | None]
    solution_due: Mapped[dt.datetime | None]
    snoozed_until: Mapped[dt.datetime | None]
    merged_into: Mapped[str | None] = mapped_column(String(12))
    erasure_asked_at: Mapped[dt.datetime | None]
    waiting_since: Mapped[dt.datetime | None]
    alarms: Mapped[int] = mapped_column(default=0, server_default="0")
    alarm_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=0)

"""Queues of requests. Which there are, the profile says; who works in them stands here."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class QueueMember(Base):
    """A member of staff who works in a queue."""

    __tablename__ = "queue_members"
    queue: Mapped[str] = mapped_column(String(40), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True, index=True)


class Offer(Base):
    """A request was pointed out to a member of staff, last at ``at``; it is offered to them until ``until``."""

    __tablename__ = "offers"
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True, index=True)
    at: Mapped[dt.datetime]
    until: Mapped[dt.datetime]

"""Queues of requests. Which there are, the profile says; who works in them stands here."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class QueueMember(Base):
    """A member of staff who works in a queue."""

    __tablename__ = "queue_members"
    queue: Mapped[str] = mapped_column(String(40), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True, index=True)

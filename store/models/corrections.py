"""Which wrong answers have been corrected, and how."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class Correction(Base):
    """An answer (``seq`` of a conversation) has been corrected for ``reason``, once, by ``way`` (chat or mail).

    ``reason`` names what holds instead, as ``LANGUAGE.VERSION`` of the article, or is withdrawn or wrong.
    """

    __tablename__ = "corrections"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(String(20), primary_key=True)
    way: Mapped[str] = mapped_column(String(4))
    at: Mapped[dt.datetime] = mapped_column(default=now)

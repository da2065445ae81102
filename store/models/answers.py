"""Answers of staff on their way to visitors who may have left."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class UnseenAnswer(Base):
    """An answer of staff (the message ``seq``) that its visitor has not seen yet, and that was not mailed either."""

    __tablename__ = "unseen_answers"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id", ondelete="CASCADE"), index=True)
    at: Mapped[dt.datetime] = mapped_column(default=now, index=True)


class ConversationKey(Base):
    """Another token that opens a conversation until ``expires_at``, given to who followed the link in a mail."""

    __tablename__ = "conversation_keys"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)

"""Files that staff have asked a visitor for."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, now


class FileRequest(Base):
    """That staff want a file in a conversation. It holds as long as the conversation is at ``epoch``."""

    __tablename__ = "file_requests"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    epoch: Mapped[int]
    asked_at: Mapped[dt.datetime] = mapped_column(default=now)


class VisitorFile(Base):
    """A file that came. ``id`` is its random name in VAR/files; ``client_id`` makes sending it again harmless.

    ``size`` is in bytes, as it is kept.
    """

    __tablename__ = "visitor_files"
    __table_args__ = (UniqueConstraint("conversation_id", "client_id"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(36))
    name: Mapped[str] = mapped_column(String(100))
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(default=now)

"""Erases a conversation for its visitor, everywhere: every table of the store, and the assistant's tracker.

What stays is an audit entry that something was erased, without whose it was.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk import audit
from desk.context import Context
from desk.errors import DeskError
from store import models as m

# Children first; notes go with their tickets.
OF_A_CONVERSATION = (
    m.Choice, m.MessageSearch, m.Message, m.Turn, m.MaskedValue, m.Feedback, m.Ticket, m.Verification, m.Letter,
    m.Subscription,
)  # fmt: skip


def erase(context: Context, session: Session, conversation: m.Conversation) -> None:
    """Erase ``conversation`` as its visitor wishes.

    Raises ``DeskError`` 409 when it holds a report that staff must release first.
    """
    wanted = m.Ticket.conversation_id == conversation.id
    sensitive = context.profile.queue("sensitive")
    for ticket in session.scalars(select(m.Ticket).where(wanted, m.Ticket.state != "solved")):
        if ticket.queue == sensitive and ticket.reason == "sensitive":
            raise DeskError(409, "erase-sensitive")
    remove(context, session, conversation, "visitor")


def remove(context: Context, session: Session, conversation: m.Conversation, actor: str) -> None:
    """Remove everything of ``conversation``; ``actor`` is the visitor or the end of the time it may be kept."""
    wanted = m.Ticket.conversation_id == conversation.id
    claimed = (m.VolunteerRequest.conversation_id == conversation.id, m.VolunteerRequest.confirmed_at.is_(None))
    session.execute(delete(m.VolunteerRequest).where(*claimed))
    cases = list(session.scalars(select(m.Ticket.case).where(wanted)))
    for model in OF_A_CONVERSATION:
        session.execute(delete(model).where(model.conversation_id == conversation.id))
    session.execute(delete(m.AuditEntry).where(m.AuditEntry.subject.in_(cases)))
    session.execute(delete(m.Conversation).where(m.Conversation.id == conversation.id))
    audit.record(session, actor, "conversation.erased", "one conversation", {"requests": len(cases)})
    erase_tracker(context.settings.rasa_db, conversation.id)


def erase_tracker(path: Path, conversation_id: str) -> int:
    """Delete what the assistant's tracker store holds of a conversation; returns the number of events."""
    if not path.exists():
        return 0
    with sqlite3.connect(path, timeout=15) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'events'").fetchone()
        if known is None:
            return 0
        connection.execute("PRAGMA secure_delete = ON")
        return connection.execute(
            "DELETE FROM events WHERE sender_id = ? OR sender_id LIKE ?", (conversation_id, f"{conversation_id}:%")
        ).rowcount

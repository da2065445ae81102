"""Erases a conversation for its visitor, everywhere: every table of the store, and the assistant's tracker.

A report of abuse that is not solved yet is erased only when staff have confirmed it: whoever holds the telephone may
not be the one who wrote. The visitor's wish is kept with the ticket, and the visitor is told so.

What stays is an audit entry that something was erased, without whose it was.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk import audit, files, outside, queues
from desk.context import Context
from desk.errors import DeskError
from desk.messages import append
from store import models as m

# Children first; notes go with their tickets.
OF_A_CONVERSATION = (
    m.Choice, m.MessageSearch, m.UnseenAnswer, m.ConversationKey, m.Message, m.Turn, m.MaskedValue, m.Feedback,
    m.Ticket, m.Verification, m.Letter, m.Subscription,
)  # fmt: skip


def erase(context: Context, session: Session, conversation: m.Conversation) -> bool:
    """Erase ``conversation`` as its visitor wishes; False when staff have to confirm it, which they are asked to."""
    report = _unsolved_report(session, conversation)
    if report is None:
        remove(context, session, conversation, "visitor")
        return True
    if report.erasure_asked_at is None:
        report.erasure_asked_at = m.now()
        text = context.texts(conversation.language, "erasure-asked", case=report.case)
        append(session, conversation, "system", text)
        audit.record(session, "visitor", "ticket.erasure_asked", report.case)
    return False


def confirm(context: Context, session: Session, ticket_id: int, staff: m.Staff) -> str:
    """Erase the conversation of a ticket as its visitor has asked for; its id.

    Raises ``DeskError`` 404 (none that this member of staff may see) or 409 (nobody has asked for it).
    """
    ticket = queues.access_ticket(context, session, ticket_id, staff)
    if ticket.erasure_asked_at is None:
        raise DeskError(409, "stale")
    conversation = session.get_one(m.Conversation, ticket.conversation_id, with_for_update=True)
    remove(context, session, conversation, staff.login)
    return ticket.conversation_id


def _unsolved_report(session: Session, conversation: m.Conversation) -> m.Ticket | None:
    wanted = (m.Ticket.conversation_id == conversation.id, queues.reports(), m.Ticket.state != "solved")
    return session.scalars(select(m.Ticket).where(*wanted)).first()


def remove(context: Context, session: Session, conversation: m.Conversation, actor: str) -> None:
    """Remove everything of ``conversation``; ``actor`` is the visitor, who of the staff, or the end of its time."""
    wanted = m.Ticket.conversation_id == conversation.id
    claimed = (m.VolunteerRequest.conversation_id == conversation.id, m.VolunteerRequest.confirmed_at.is_(None))
    session.execute(delete(m.VolunteerRequest).where(*claimed))
    cases = list(session.scalars(select(m.Ticket.case).where(wanted)))
    files.remove(context, session, conversation)
    outside.erase(context, session, conversation.id)
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

"""Passing a request on: to a colleague, or to another queue."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk import alarms, audit, linking, notes, promises, queues, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.messages import append
from desk.touched import touch
from store.models import Conversation, Staff, Ticket


def assign(context: Context, session: Session, ticket_id: int, staff: Staff, colleague_id: str, epoch: int) -> None:
    """Give a request that waits, or that is one's own, to a colleague who may see it.

    Raises ``DeskError`` 409 (somebody else's, or changed meanwhile) or 422 (nobody who may see it).
    """
    ticket = tickets.get(session, ticket_id)
    conversation = tickets.held(session, ticket)
    colleague = session.get(Staff, colleague_id)
    if colleague is None or not colleague.active or not queues.sees(context, session, ticket_id, colleague):
        raise DeskError(422, "colleague")
    if ticket.state == "open":
        _expect(conversation, epoch)
        tickets.claim(context, session, ticket_id, colleague, instead_of=staff.id)
    else:
        tickets.expect_owner(ticket, conversation, staff, epoch)
        ticket.state, ticket.snoozed_until, ticket.version = "claimed", None, ticket.version + 1
        tickets.take(context, session, conversation, colleague)
    audit.record(session, staff.login, "ticket.assigned", ticket.case, None, {"assignee": colleague.login})


def transfer(
    context: Context, session: Session, ticket_id: int, staff: Staff, queue: str, note: str, epoch: int
) -> None:
    """Put a request that waits, or that is one's own, into another queue, with a note for those who work there.

    Raises ``DeskError`` 409 or 422 (no such queue).
    """
    ticket = tickets.get(session, ticket_id)
    conversation = tickets.held(session, ticket)
    if queue not in context.profile.queues or queue == ticket.queue:
        raise DeskError(422, "queue")
    if ticket.state == "open":
        _expect(conversation, epoch)
    else:
        tickets.expect_owner(ticket, conversation, staff, epoch)
    before = ticket.queue
    if note.strip():
        notes.add(session, ticket, staff, note)
    waits = conversation.state in ("queued", "staff")
    if ticket.state != "open":
        tickets.put_back(context, session, conversation, staff)
    ticket.queue, ticket.version = queue, ticket.version + 1
    if queue == queues.SENSITIVE:
        ticket.priority = tickets.URGENT
        linking.unlink(session, ticket)
    promises.give(context, ticket)
    alarms.begin(context, ticket)
    session.flush()
    touch(session, conversation.id)
    if queue == queues.SENSITIVE:
        _hide(context, session, conversation, ticket, staff)
    if waits:
        append(session, conversation, "system", _told(context, conversation.language, queue, staff))
    audit.record(session, staff.login, "ticket.transferred", ticket.case, {"queue": before}, {"queue": queue})


def _hide(context: Context, session: Session, conversation: Conversation, ticket: Ticket, staff: Staff) -> None:
    """Have the conversation wait where whoever has it may not see it any more, and so could never end it."""
    owner = session.get(Staff, conversation.owner) if conversation.owner else None
    if owner is not None and not queues.sees(context, session, ticket.id, owner):
        tickets.put_back(context, session, conversation, staff)


def _told(context: Context, language: str, queue: str, staff: Staff) -> str:
    """What the visitor is told; where harm may have been done, also whom to call."""
    if queue != queues.SENSITIVE:
        return context.texts(language, "transferred", name=staff.name)
    passed_on = context.texts(language, "transferred-sensitive", name=staff.name)
    return f"{passed_on}\n\n{context.texts(language, 'emergency-contacts')}"


def _expect(conversation: Conversation, epoch: int) -> None:
    if conversation.epoch != epoch:
        raise DeskError(409, "stale")

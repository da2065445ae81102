"""Answers from the outside desk: they reach the visitor like those of staff in the console, and an end there ends here.

Nobody of the console has to have the request, and who has it keeps it: the answer bears the name of whoever wrote it
there, the request waits in the queue as before, for colleagues here to claim at any time. It just is no longer told of
as unanswered. What came from outside is not told back.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import audit, ownership, queues, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.outside import FROM_OUTSIDE, WITHDRAWN
from desk.outside_reading import Reply
from store.models import Conversation, Message, Mirror, Ticket, WebhookEvent

# Who did it, in the audit trail.
ACTOR = "outside desk"


def take(context: Context, session: Session, reply: Reply) -> str | None:
    """Tell the visitor what was answered outside, and end what ended there; the id of the conversation if it changed.

    Raises ``DeskError`` 404: no such case, or the outside desk may know nothing of it (any more).
    """
    ticket, mirror, conversation = _access(session, reply.case)
    answered = _answer(context, session, ticket, mirror, conversation, reply)
    # A state from before something that is still on its way to the outside desk says nothing of the request as it is.
    ended = reply.closed and ticket.state != "solved" and not _is_behind(session, ticket)
    if ended:
        _close(context, session, ticket, mirror, conversation, reply)
    return conversation.id if answered or ended else None


def _access(session: Session, case: str) -> tuple[Ticket, Mirror, Conversation]:
    ticket = session.scalars(select(Ticket).where(Ticket.case == case)).first()
    if ticket is None:
        raise DeskError(404, "outside-unknown")
    conversation, mirror = tickets.held(session, ticket), session.get(Mirror, ticket.id)
    if mirror is None or mirror.state == WITHDRAWN or queues.is_confided(session, conversation.id):
        raise DeskError(404, "outside-unknown")
    return ticket, mirror, conversation


def _answer(
    context: Context, session: Session, ticket: Ticket, mirror: Mirror, conversation: Conversation, reply: Reply
) -> bool:
    """Say the answer to the visitor, once; whether it was said now."""
    text = _text(context, conversation, reply)
    client_id = FROM_OUTSIDE + context.vault.digest(f"answer from outside {reply.case} {reply.id}")[:28]
    known = (Message.conversation_id == conversation.id, Message.client_id == client_id)
    if not text or session.scalar(select(Message.seq).where(*known)) is not None:
        return False
    if ticket.state == "solved" and not reply.closed:
        tickets.reopen(context, session, ticket, ACTOR)
        mirror.state = "open"
    if ticket.state != "solved" and conversation.state in ("assistant", "closed") and _waits(ticket):
        # What the visitor says to the answer is for staff.
        ownership.change(session, conversation, "queued", conversation.epoch)
    name = reply.name or context.texts(conversation.language, "organisation")
    tickets.answer(session, conversation, ticket, name, text, client_id)
    ticket.alarm_at = None
    audit.record(session, ACTOR, "ticket.answered_outside", ticket.case, after={"name": name})
    return True


def _text(context: Context, conversation: Conversation, reply: Reply) -> str:
    missing = context.texts(conversation.language, "outside-partly") if reply.partly else ""
    return "\n\n".join(part for part in (reply.text, missing) if part)


def _waits(ticket: Ticket) -> bool:
    """Whether the visitor waits in the chat for what is said about ``ticket``."""
    return ticket.reason != tickets.VOLUNTEER_REQUEST


def _is_behind(session: Session, ticket: Ticket) -> bool:
    """Whether the outside desk does not know everything of ``ticket`` yet."""
    return session.scalar(select(WebhookEvent.id).where(WebhookEvent.stream == ticket.case).limit(1)) is not None


def _close(
    context: Context, session: Session, ticket: Ticket, mirror: Mirror, conversation: Conversation, reply: Reply
) -> None:
    """End the request, and the conversation with it, unless staff or another request of it go on."""
    in_work = ticket.state in tickets.IN_WORK
    for each in tickets.in_work(session, conversation) if in_work else [ticket]:
        tickets.solve(session, each, ACTOR, "answered" if each.answered_at else "closed")
    mirror.state = "solved"
    waits = conversation.state == "queued" and tickets.open_ticket(session, conversation) is None
    if not in_work and not waits:
        return
    name = reply.name or context.texts(conversation.language, "organisation")
    tickets.end(context, session, conversation, ticket, name, satisfied=True)

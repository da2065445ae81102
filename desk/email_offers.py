"""Who has written to a member of staff that is away is offered to leave an address, as who waits in a queue is.

That is here what ``desk.waiting`` is for queues: after a while without an answer, never where harm was reported. The
stream looks again at the moment at which the while is over, because nothing else happens then.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import queues, tickets, waiting
from desk.context import Context
from store.models import Conversation, Message, Ticket, now


def view(context: Context, session: Session, conversation: Conversation) -> dict[str, Any]:
    """What the visitor sees of the state, with the offer of whom a colleague who is away owes an answer."""
    found = tickets.view(context, session, conversation)
    ticket = _owed(context, session, conversation)
    if ticket is not None:
        found["queue"] = {"case": ticket.case, "place": None, "wait_text": "", "offer_email": True}
    return found


def _owed(context: Context, session: Session, conversation: Conversation) -> Ticket | None:
    """The request of a visitor who has waited long enough for an owner who is not there."""
    if conversation.state != "staff" or conversation.owner in context.presence.available():
        return None
    since = _unanswered_since(session, conversation)
    if since is None or not waiting.is_long(since) or queues.is_confided(session, conversation.id):
        return None
    ticket = tickets.open_ticket(session, conversation) or tickets.claimed_ticket(session, conversation)
    return ticket if ticket is not None and ticket.contact is None else None


def due_in(session: Session, conversation: Conversation) -> float | None:
    """In how many seconds a visitor who gets no answer has waited long enough; None who waits for none, or has."""
    since = None
    if conversation.state == "staff":
        since = _unanswered_since(session, conversation)
    elif conversation.state == "queued":
        ticket = tickets.open_ticket(session, conversation)
        since = waiting.since(ticket) if ticket is not None else None
    if since is None or waiting.is_long(since):
        return None
    return (since + waiting.PATIENCE - now()).total_seconds()


def _unanswered_since(session: Session, conversation: Conversation) -> dt.datetime | None:
    """When the visitor said the last word, if it was theirs."""
    said = (Message.conversation_id == conversation.id, Message.author.in_(("visitor", "staff")))
    last = session.scalars(select(Message).where(*said).order_by(Message.seq.desc()).limit(1)).first()
    return last.at if last is not None and last.author == "visitor" else None

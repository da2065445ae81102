"""The same deed for several requests at once: each in a transaction of its own, so that one refusal stops no other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import linking, passing, queues, tickets, waiting
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.ownership import OwnershipError
from store.models import Conversation, Staff, Ticket

DEEDS = ("claim", "close", "transfer", "link")
MOST = 200


@dataclass(frozen=True)
class Outcome:
    """How many requests were changed, and the cases of those that were not (any more) possible."""

    done: int
    refused: list[str]


def do(
    context: Context, staff: Staff, deed: str, ticket_ids: Collection[int], queue: str = "", notice: int | None = None
) -> Outcome:
    """Claim, close, transfer (to ``queue``) or link (to ``notice``) those of ``ticket_ids`` that ``staff`` may see.

    Raises ``DeskError`` 422.
    """
    if deed not in DEEDS or len(ticket_ids) > MOST or (deed == "transfer" and queue not in context.profile.queues):
        raise DeskError(422, "invalid")
    done, refused = 0, []
    with context.database.read() as session:
        visible = (Ticket.id.in_(filter(queues.is_number, ticket_ids)), queues.seen_by(context, session, staff))
        cases = session.execute(select(Ticket.id, Ticket.case).where(*visible).order_by(Ticket.id)).all()
    for ticket_id, case in cases:
        try:
            with context.database.write() as session:
                conversation_id = _do(context, session, staff, deed, ticket_id, queue, notice)
                touched = [conversation_id, *waiting.waiting_conversations(session)]
        except (DeskError, OwnershipError):
            refused.append(case)
        else:
            done += 1
            context.bus.publish(CONSOLE, *touched)
    return Outcome(done, refused)


def _do(
    context: Context, session: Session, staff: Staff, deed: str, ticket_id: int, queue: str, notice: int | None
) -> str:
    ticket = queues.access_ticket(context, session, ticket_id, staff)
    if deed == "link":
        linking.link(context, session, staff, ticket_id, notice)
        return ticket.conversation_id
    if deed == "transfer":
        conversation = session.get_one(Conversation, ticket.conversation_id)
        passing.transfer(context, session, ticket_id, staff, queue, "", conversation.epoch)
        return ticket.conversation_id
    if deed == "claim":
        tickets.claim(context, session, ticket_id, staff)
    else:
        _close(context, session, staff, ticket)
    return ticket.conversation_id


def _close(context: Context, session: Session, staff: Staff, ticket: Ticket) -> None:
    """Close a request; a failure that nobody waits with ends as it stands, without a word in the conversation.

    Raises ``DeskError`` 409 where a colleague has the conversation.
    """
    conversation = tickets.held(session, ticket)
    if ticket.reason == "failure" and tickets.needs_no_answer(session, ticket, conversation):
        tickets.solve_unclaimed(session, ticket.id, staff)
        return
    if ticket.state == "open":
        tickets.claim(context, session, ticket.id, staff)
    tickets.close(context, session, ticket.id, staff, conversation.epoch)

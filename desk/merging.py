"""Requests of the same visitor: those of one conversation, and of others whose visitor proved to be the same person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desk import audit, ownership, queues, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.messages import append
from store.models import Conversation, Staff, Ticket, Verification


def others(context: Context, session: Session, ticket: Ticket, staff: Staff) -> Sequence[Ticket]:
    """The other requests of the same visitor that ``staff`` may see, the newest first."""
    wanted = (Ticket.id != ticket.id, _same_visitor(session, ticket), queues.seen_by(context, session, staff))
    return session.scalars(select(Ticket).where(*wanted).order_by(Ticket.opened_at.desc(), Ticket.id.desc())).all()


def _same_visitor(session: Session, ticket: Ticket) -> ColumnElement[bool]:
    here = Ticket.conversation_id == ticket.conversation_id
    proof = session.get(Verification, ticket.conversation_id)
    if proof is None or proof.verified_until is None or proof.candidate_id is None:
        return here
    proved = (Verification.candidate_id == proof.candidate_id, Verification.verified_until.is_not(None))
    return or_(here, Ticket.conversation_id.in_(select(Verification.conversation_id).where(*proved)))


def can_merge(other: Ticket, staff: Staff) -> bool:
    """Whether ``other`` may end in another request: nobody has answered it, and no colleague has it."""
    return other.state == "open" or (other.state in tickets.IN_WORK and other.assignee == staff.id)


def merge(context: Context, session: Session, ticket_id: int, staff: Staff, other_id: int, epoch: int) -> None:
    """End ``other_id``, a duplicate of one's own request ``ticket_id``, and tell its visitor where the answer comes.

    Raises ``DeskError`` 409 (not one's own any more, or the other one is a colleague's) or 422 (another visitor's).
    """
    _hold(session, ticket_id, other_id)
    ticket, conversation = tickets.owned(session, ticket_id, staff, epoch)
    other = next((each for each in others(context, session, ticket, staff) if each.id == other_id), None)
    if other is None:
        raise DeskError(422, "merge")
    its_conversation = conversation
    if other.conversation_id != conversation.id:
        its_conversation = tickets.held(session, other)
    if not can_merge(other, staff):
        raise DeskError(409, "stale")
    ticket.contact = ticket.contact or other.contact
    ticket.priority = min(ticket.priority, other.priority)
    other.merged_into = ticket.case
    tickets.solve(session, other, staff.login, "merged")
    text = context.texts(its_conversation.language, "merged", case=other.case, other=ticket.case)
    append(session, its_conversation, "system", text)
    if its_conversation.id != conversation.id:
        _let_go(session, its_conversation, staff)
    audit.record(session, staff.login, "ticket.merged", other.case, None, {"into": ticket.case})


def _hold(session: Session, *ticket_ids: int) -> None:
    """Lock the conversations of both requests in one order, so that two who merge do not wait for each other."""
    wanted = select(Ticket.conversation_id).where(Ticket.id.in_(filter(queues.is_number, ticket_ids)))
    here = select(Conversation.id).where(Conversation.id.in_(wanted)).order_by(Conversation.id)
    session.execute(here.with_for_update()).all()


def _let_go(session: Session, conversation: Conversation, staff: Staff) -> None:
    """Nobody answers in this conversation any more: the assistant does, unless a colleague has it."""
    if conversation.state == "queued" or conversation.owner == staff.id:
        ownership.change(session, conversation, "assistant", conversation.epoch)
        conversation.engine_session += 1

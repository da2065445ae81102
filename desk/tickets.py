"""Tickets: opening, claiming, answering, handing back, closing. Rules are here, not in the routes."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desk import audit, ownership, waiting
from desk.context import Context
from desk.errors import DeskError
from desk.messages import DESK, Button, append
from store.models import Conversation, Message, Staff, Ticket, now

# No letters that look like digits, no vowels that make words: easy to read out on a telephone.
CASE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
NORMAL, URGENT = 3, 1
SUMMARY_LENGTH = 300


def open_ticket(session: Session, conversation: Conversation) -> Ticket | None:
    """The conversation's unclaimed ticket, if any; a request for a person before a technical failure."""
    wanted = (Ticket.conversation_id == conversation.id, Ticket.state == "open")
    order = (Ticket.reason == "failure", Ticket.priority, Ticket.id)
    return session.scalars(select(Ticket).where(*wanted).order_by(*order)).first()


def claimed_ticket(session: Session, conversation: Conversation) -> Ticket | None:
    """The ticket that staff are working on, if any."""
    wanted = (Ticket.conversation_id == conversation.id, Ticket.state == "claimed")
    return session.scalars(select(Ticket).where(*wanted).order_by(Ticket.id.desc())).first()


def create(
    context: Context, session: Session, conversation: Conversation, reason: str,
    queue: str = "general", priority: int = NORMAL,
) -> Ticket:  # fmt: skip
    """A new ticket for ``conversation``. It does not change the owner."""
    ticket = Ticket(
        case=_case(session), conversation_id=conversation.id, reason=reason, priority=priority,
        queue=context.profile.queue(queue), language=conversation.language, state="open",
        summary=_summary(session, conversation), opened_at=now(),
    )  # fmt: skip
    session.add(ticket)
    session.flush()
    audit.record(session, "desk", "ticket.opened", ticket.case, after={"reason": reason, "queue": ticket.queue})
    return ticket


def _case(session: Session) -> str:
    while True:
        letters = "".join(secrets.choice(CASE_LETTERS) for _ in range(8))
        case = f"{letters[:4]}-{letters[4:]}"
        if session.scalar(select(Ticket.id).where(Ticket.case == case)) is None:
            return case


def _summary(session: Session, conversation: Conversation) -> str:
    """The visitor's last words; masked already, as all that is stored."""
    wanted = (Message.conversation_id == conversation.id, Message.author == "visitor")
    last = session.scalars(select(Message.text).where(*wanted).order_by(Message.seq.desc()).limit(3)).all()
    return " / ".join(reversed(last))[:SUMMARY_LENGTH]


def hand_over(
    context: Context, session: Session, conversation: Conversation, reason: str,
    queue: str = "general", priority: int = NORMAL,
) -> Ticket:  # fmt: skip
    """Queue the conversation for staff and tell the visitor; a ticket that is open already keeps its place."""
    ticket = open_ticket(session, conversation)
    if ticket is None or ticket.reason == "failure":
        ticket = create(context, session, conversation, reason, queue, priority)
    elif queue == "sensitive" and ticket.queue != context.profile.queue("sensitive"):
        ticket.queue, ticket.priority, ticket.reason = context.profile.queue(queue), priority, reason
    conversation.misses = 0
    session.flush()
    ownership.change(session, conversation, "queued", conversation.epoch)
    append(
        session, conversation, "system", _queued_text(context, session, ticket, conversation.language),
        buttons=_waiting_buttons(context, conversation.language),
    )  # fmt: skip
    return ticket


def _queued_text(context: Context, session: Session, ticket: Ticket, language: str) -> str:
    wait = waiting.sentence(context, session, ticket, language)
    if ticket.queue == "sensitive":
        return context.texts(language, "queued-sensitive", case=ticket.case, wait=wait)
    place = waiting.place(session, ticket)
    return context.texts(language, "queued", case=ticket.case, place=place, wait=wait)


def _waiting_buttons(context: Context, language: str) -> list[Button]:
    return [Button(context.texts(language, f"choice-{what}"), DESK, what) for what in ("resume", "withdraw")]


def resume(context: Context, session: Session, conversation: Conversation) -> None:
    """The visitor goes on with the assistant; the ticket keeps its place."""
    ticket = _waiting_ticket(session, conversation)
    ownership.change(session, conversation, "assistant", conversation.epoch)
    text = context.texts(conversation.language, "resumed", case=ticket.case)
    append(session, conversation, "system", text, buttons=[
        Button(context.texts(conversation.language, f"choice-{what}"), DESK, what) for what in ("wait", "withdraw")
    ])  # fmt: skip


def wait(context: Context, session: Session, conversation: Conversation) -> None:
    """The visitor, who went on with the assistant, waits for a colleague after all."""
    ticket = open_ticket(session, conversation)
    if ticket is None or conversation.state != "assistant":
        raise DeskError(409, "no-request")
    hand_over(context, session, conversation, ticket.reason, ticket.queue, ticket.priority)


def withdraw(context: Context, session: Session, conversation: Conversation) -> None:
    """The visitor withdraws the request; the assistant is there again."""
    ticket = _waiting_ticket(session, conversation)
    _solve(session, ticket, "visitor", "withdrawn")
    if conversation.state == "queued":
        ownership.change(session, conversation, "assistant", conversation.epoch)
    append(session, conversation, "system", context.texts(conversation.language, "withdrawn", case=ticket.case))


def _waiting_ticket(session: Session, conversation: Conversation) -> Ticket:
    ticket = open_ticket(session, conversation)
    if ticket is None or conversation.state not in ("queued", "assistant"):
        raise DeskError(409, "no-request")
    return ticket


def failure(context: Context, session: Session, conversation: Conversation, text: str) -> Ticket:
    """The assistant could not answer: tell the visitor, and open one ticket per outage and conversation."""
    ticket = open_ticket(session, conversation)
    if ticket is None:
        ticket = create(context, session, conversation, "failure", "technical")
    append(session, conversation, "system", context.texts(conversation.language, text, case=ticket.case))
    return ticket


# --- what staff do ----------------------------------------------------------------------------------------------------


def claim(context: Context, session: Session, ticket_id: int, staff: Staff) -> Ticket:
    """Take a ticket and its conversation. Of two who try, exactly one succeeds; the other gets a 409 with the name."""
    ticket = get(session, ticket_id)
    changed = session.execute(
        update(Ticket)
        .where(Ticket.id == ticket_id, Ticket.state == "open", Ticket.version == ticket.version)
        .values(state="claimed", assignee=staff.id, claimed_at=now(), version=ticket.version + 1)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined] # SQLAlchemy types the common base of results
        session.refresh(ticket)
        raise _taken(session, ticket)
    session.refresh(ticket)
    conversation = _held(session, ticket)
    if conversation.state == "closed":
        ownership.change(session, conversation, "queued", conversation.epoch)
    ownership.change(session, conversation, "staff", conversation.epoch, staff.id)
    _tell(context, session, conversation, "joined", staff)
    audit.record(session, staff.login, "ticket.claimed", ticket.case, {"state": "open"}, {"state": "claimed"})
    return ticket


def _taken(session: Session, ticket: Ticket) -> DeskError:
    holder = session.get(Staff, ticket.assignee) if ticket.assignee else None
    return DeskError(409, "taken", name=holder.name) if holder else DeskError(409, "stale")


def reply(session: Session, ticket_id: int, staff: Staff, text: str, epoch: int) -> Message:
    """A message of staff to the visitor, refused when the conversation is not theirs at ``epoch`` (any more)."""
    ticket, conversation = _owned(session, ticket_id, staff, epoch)
    message = append(session, conversation, "staff", text, name=staff.name)
    if ticket.answered_at is None:
        ticket.answered_at = now()
    return message


def hand_back(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Solve the ticket and give the conversation back to the assistant, which begins with a clear head."""
    ticket, conversation = _owned(session, ticket_id, staff, epoch)
    _solve(session, ticket, staff.login, "handed_back")
    _tell(context, session, conversation, "handed-back", staff)
    ownership.change(session, conversation, "assistant", conversation.epoch)
    conversation.engine_session += 1


def close(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Solve the ticket and close the conversation."""
    ticket, conversation = _owned(session, ticket_id, staff, epoch)
    _solve(session, ticket, staff.login, "closed")
    _tell(context, session, conversation, "closed", staff)
    ownership.change(session, conversation, "closed", conversation.epoch)
    conversation.engine_session += 1


def release(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Put the ticket back into the queue, at its old place."""
    ticket, conversation = _owned(session, ticket_id, staff, epoch)
    ticket.state, ticket.assignee, ticket.version = "open", None, ticket.version + 1
    _tell(context, session, conversation, "released", staff)
    ownership.change(session, conversation, "queued", conversation.epoch)
    audit.record(session, staff.login, "ticket.released", ticket.case, {"state": "claimed"}, {"state": "open"})


def solve_unclaimed(session: Session, ticket_id: int, staff: Staff) -> None:
    """Solve a ticket that needs no conversation (a technical failure that is over)."""
    ticket = get(session, ticket_id)
    conversation = _held(session, ticket)
    if ticket.state != "open" or conversation.state == "queued":
        raise DeskError(409, "stale")
    _solve(session, ticket, staff.login, "no_answer_needed")


def get(session: Session, ticket_id: int) -> Ticket:
    """A ticket. Raises ``DeskError`` 404."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None:
        raise DeskError(404, "not-found")
    return ticket


def _held(session: Session, ticket: Ticket) -> Conversation:
    """The ticket's conversation, locked for this transaction."""
    return session.get_one(Conversation, ticket.conversation_id, with_for_update=True)


def _owned(session: Session, ticket_id: int, staff: Staff, epoch: int) -> tuple[Ticket, Conversation]:
    ticket = get(session, ticket_id)
    conversation = _held(session, ticket)
    if ticket.state != "claimed" or ticket.assignee != staff.id or conversation.owner != staff.id:
        raise DeskError(409, "not-owner")
    if conversation.epoch != epoch:
        raise DeskError(409, "stale")
    return ticket, conversation


def _solve(session: Session, ticket: Ticket, actor: str, resolution: str) -> None:
    before = {"state": ticket.state}
    ticket.state, ticket.resolution, ticket.solved_at, ticket.version = "solved", resolution, now(), ticket.version + 1
    session.flush()
    audit.record(session, actor, "ticket.solved", ticket.case, before, {"state": "solved", "resolution": resolution})


def _tell(context: Context, session: Session, conversation: Conversation, key: str, staff: Staff) -> None:
    append(session, conversation, "system", context.texts(conversation.language, key, name=staff.name))


def view(context: Context, session: Session, conversation: Conversation) -> dict[str, Any]:
    """What the visitor sees of the state: owner, place in the queue, who of the staff is there."""
    queue = None
    ticket = open_ticket(session, conversation) if conversation.state in ("queued", "assistant") else None
    if ticket is not None and (conversation.state == "queued" or ticket.reason != "failure"):
        queue = {
            "case": ticket.case,
            "place": waiting.place(session, ticket),
            "wait_text": waiting.sentence(context, session, ticket, conversation.language),
            "offer_email": conversation.state == "queued" and waiting.offers_email(context, ticket),
        }
    staff = session.get(Staff, conversation.owner) if conversation.owner else None
    return {
        "state": conversation.state, "queue": queue, "staff": {"name": staff.name} if staff else None,
        "sensitive": _is_sensitive(session, conversation),
    }  # fmt: skip


def _is_sensitive(session: Session, conversation: Conversation) -> bool:
    """Whether somebody was told of harm in it, so that the visitor may be in danger."""
    wanted = (Ticket.conversation_id == conversation.id, Ticket.reason == "sensitive")
    return session.scalar(select(Ticket.id).where(*wanted).limit(1)) is not None

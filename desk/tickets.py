"""Tickets: opening, claiming, answering, handing back, closing. Rules are here, not in the routes."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desk import alarms, audit, cases, linking, ownership, promises, queues, readers, satisfaction, waiting
from desk.context import Context
from desk.errors import DeskError
from desk.messages import DESK, Button, append
from desk.touched import touch
from store.models import Conversation, Message, Staff, Ticket, UnseenAnswer, now
from texts.catalogue import locale_of

NORMAL, URGENT = 3, 1
# States in which a member of staff has the request.
IN_WORK = ("claimed", "snoozed")
# Why a member of staff closes a conversation.
CLOSINGS = ("answered", "no_reply", "not_ours", "abuse", "closed")
# After which of them it can be asked whether that helped.
HELPFUL = ("answered", "closed")
# Who asks for a person again within this time after the request was closed goes on with the same one.
REOPENED_WITHIN = dt.timedelta(days=7)
SUMMARY_LENGTH = 300
# The reason of tickets about a partner's request: they wait for staff, the visitor does not.
VOLUNTEER_REQUEST = "volunteer_request"
# The button that takes a solved request up again: this word and the case.
AGAIN = "again"


def open_ticket(session: Session, conversation: Conversation) -> Ticket | None:
    """The conversation's unclaimed ticket, if any; a request for a person before a technical failure.

    A partner's request for volunteers is none that the visitor waits with.
    """
    wanted = (
        Ticket.conversation_id == conversation.id, Ticket.state == "open", Ticket.reason != VOLUNTEER_REQUEST
    )  # fmt: skip
    order = (Ticket.reason == "failure", Ticket.priority, Ticket.id)
    return session.scalars(select(Ticket).where(*wanted).order_by(*order)).first()


def waited_for(session: Session, conversation: Conversation) -> Ticket | None:
    """The unclaimed ticket whose answer the visitor waits for in the chat, if any: of a failure nobody awaits one."""
    ticket = open_ticket(session, conversation)
    return None if ticket is None or ticket.reason == "failure" else ticket


def claimed_ticket(session: Session, conversation: Conversation) -> Ticket | None:
    """The ticket that staff are working on, if any."""
    return next(iter(in_work(session, conversation)), None)


def in_work(session: Session, conversation: Conversation) -> Sequence[Ticket]:
    """The conversation's tickets that staff are working on, the newest first.

    All belong to whoever has the conversation: one that did not could never be ended.
    """
    wanted = (Ticket.conversation_id == conversation.id, Ticket.state.in_(IN_WORK))
    return session.scalars(select(Ticket).where(*wanted).order_by(Ticket.id.desc())).all()


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
    promises.give(context, ticket)
    alarms.begin(context, ticket)
    session.add(ticket)
    session.flush()
    touch(session, conversation.id)
    audit.record(session, "desk", "ticket.opened", ticket.case, after={"reason": reason, "queue": ticket.queue})
    return ticket


def _case(session: Session) -> str:
    while True:
        letters = "".join(secrets.choice(cases.LETTERS) for _ in range(8))
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
    """Queue the conversation for staff and tell the visitor; a ticket that is open already keeps its place.

    A conversation that waits already goes on waiting, in the queue for sensitive matters if it has become one.
    """
    ticket = open_ticket(session, conversation)
    if ticket is None:
        ticket = _reopened(context, session, conversation, queue)
    if ticket is None or ticket.reason == "failure":
        ticket = create(context, session, conversation, reason, queue, priority)
    elif queue == queues.SENSITIVE and not queues.is_report(ticket):
        ticket.queue, ticket.priority, ticket.reason = context.profile.queue(queue), priority, reason
        promises.give(context, ticket)
        linking.unlink(session, ticket)
        alarms.begin(context, ticket)
    linking.link_by_question(session, ticket)
    conversation.misses = 0
    session.flush()
    if conversation.state != "queued":
        ownership.change(session, conversation, "queued", conversation.epoch)
    queued = _queued_text(context, session, ticket, conversation.language)
    append(
        session, conversation, "system", f"{queued}\n\n{cases.told(context, ticket, conversation.language)}",
        buttons=_waiting_buttons(context, conversation.language),
    )  # fmt: skip
    return ticket


def _reopened(context: Context, session: Session, conversation: Conversation, queue: str) -> Ticket | None:
    """The request of ``conversation`` that was closed lately, waiting again: the matter was not settled."""
    wanted = (
        Ticket.conversation_id == conversation.id, Ticket.resolution.in_(CLOSINGS),
        Ticket.solved_at > now() - REOPENED_WITHIN, Ticket.queue == context.profile.queue(queue),
    )  # fmt: skip
    ticket = session.scalars(select(Ticket).where(*wanted).order_by(Ticket.solved_at.desc(), Ticket.id.desc())).first()
    if ticket is None:
        return None
    reopen(context, session, ticket, "visitor")
    ticket.summary, ticket.language = _summary(session, conversation), conversation.language
    return ticket


def reopen(context: Context, session: Session, ticket: Ticket, actor: str) -> None:
    """A solved request waits again, with new promises from now; what becomes of its conversation is the caller's."""
    before = {"state": ticket.state, "resolution": ticket.resolution}
    ticket.state, ticket.assignee, ticket.resolution, ticket.solved_at = "open", None, None, None
    ticket.reopened_at, ticket.answered_at = now(), None
    ticket.version += 1
    promises.give(context, ticket)
    alarms.begin(context, ticket)
    audit.record(session, actor, "ticket.reopened", ticket.case, before, {"state": "open"})


def _queued_text(context: Context, session: Session, ticket: Ticket, language: str) -> str:
    wait = waiting.sentence(context, session, ticket, language)
    other = context.profile.default_language
    if language != other and not readers.anybody_reads(session, language):
        name = locale_of(language).languages.get(other, other)
        wait = f"{wait} {context.texts(language, 'wait-not-read', language=name)}"
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
    solve(session, ticket, "visitor", "withdrawn")
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
    said = context.texts(conversation.language, text, case=ticket.case)
    append(session, conversation, "system", f"{said}\n\n{cases.told(context, ticket, conversation.language)}")
    return ticket


def go_on(context: Context, session: Session, conversation: Conversation, ticket: Ticket) -> None:
    """The visitor writes to staff by the ticket itself: it waits for them again, and so does the conversation.

    While staff have the conversation it stays theirs.
    """
    if ticket.state == "solved":
        reopen(context, session, ticket, "visitor")
        session.flush()
    if conversation.state in ("assistant", "closed"):
        ownership.change(session, conversation, "queued", conversation.epoch)


def go_on_again(context: Context, session: Session, conversation: Conversation, case: str) -> None:
    """The visitor has more to say to staff on a solved request. Raises ``DeskError`` 409 when it is not solved."""
    wanted = (Ticket.case == case, Ticket.conversation_id == conversation.id, Ticket.state == "solved")
    ticket = session.scalars(select(Ticket).where(*wanted)).first()
    if ticket is None:
        raise DeskError(409, "no-request")
    go_on(context, session, conversation, ticket)
    if conversation.state == "queued":
        text = _queued_text(context, session, ticket, conversation.language)
        append(session, conversation, "system", text, buttons=_waiting_buttons(context, conversation.language))


# --- what staff do ----------------------------------------------------------------------------------------------------


def claim(
    context: Context, session: Session, ticket_id: int, staff: Staff, instead_of: str | None = None
) -> Ticket:  # fmt: skip
    """Take a ticket and its conversation. Of two who try, exactly one succeeds; the other gets a 409 with the name.

    A colleague who talks with the visitor keeps the conversation (409), unless it is ``instead_of``: who gives it away,
    or was named before it was taken over. The conversation is locked before the ticket, as by every deed, so that no
    two deeds wait for each other.
    """
    ticket = get(session, ticket_id)
    conversation = held(session, ticket)
    if ticket.state == "open" and conversation.owner not in (None, staff.id, instead_of):
        raise DeskError(409, "held", name=session.get_one(Staff, conversation.owner).name)
    changed = session.execute(
        update(Ticket)
        .where(Ticket.id == ticket_id, Ticket.state == "open", Ticket.version == ticket.version)
        .values(state="claimed", assignee=staff.id, claimed_at=ticket.claimed_at or now(), version=ticket.version + 1)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined] # SQLAlchemy types the common base of results
        session.refresh(ticket)
        raise _taken(session, ticket)
    session.refresh(ticket)
    if conversation.state == "closed":
        ownership.change(session, conversation, "queued", conversation.epoch)
    take(context, session, conversation, staff)
    audit.record(session, staff.login, "ticket.claimed", ticket.case, {"state": "open"}, {"state": "claimed"})
    return ticket


def take(context: Context, session: Session, conversation: Conversation, staff: Staff) -> None:
    """Give ``staff`` the conversation with every ticket of it that is in work, and tell the visitor."""
    for ticket in in_work(session, conversation):
        ticket.assignee = staff.id
    ownership.change(session, conversation, "staff", conversation.epoch, staff.id)
    tell(context, session, conversation, "joined", staff)


def _taken(session: Session, ticket: Ticket) -> DeskError:
    holder = session.get(Staff, ticket.assignee) if ticket.assignee else None
    return DeskError(409, "taken", name=holder.name) if holder else DeskError(409, "stale")


def reply(
    session: Session, ticket_id: int, staff: Staff, text: str, epoch: int, seen: int | None = None,
    client_id: str | None = None,
) -> Message:  # fmt: skip
    """A message of staff to the visitor, refused when the conversation is not theirs at ``epoch`` (any more).

    Where ``seen`` is given and staff have answered after that message, it is refused once: 409 'answered-meanwhile'.
    A repeat with the same ``client_id``, sent because the first got no reply, is the message that is there.
    """
    ticket, conversation = owned(session, ticket_id, staff, epoch)
    answers = (Message.conversation_id == conversation.id, Message.author == "staff")
    if client_id and (known := session.scalar(select(Message).where(*answers, Message.client_id == client_id))):
        return known
    if seen is not None and session.scalar(select(func.max(Message.seq)).where(*answers, Message.seq > seen)):
        raise DeskError(409, "answered-meanwhile")
    return answer(session, conversation, ticket, staff.name, text, client_id)


def answer(
    session: Session, conversation: Conversation, ticket: Ticket, name: str, text: str, client_id: str | None
) -> Message:
    """The words of a member of staff to the visitor of ``ticket``; mailed to who has left. Who may is the caller's."""
    message = append(session, conversation, "staff", text, name=name, client_id=client_id)
    if ticket.answered_at is None:
        ticket.answered_at = now()
    session.add(UnseenAnswer(conversation_id=conversation.id, seq=message.seq, ticket_id=ticket.id, at=message.at))
    return message


def hand_back(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Solve the ticket and give the conversation back to the assistant, which begins with a clear head."""
    asked_about, conversation = owned(session, ticket_id, staff, epoch)
    for ticket in in_work(session, conversation):
        solve(session, ticket, staff.login, "handed_back")
    tell(context, session, conversation, "handed-back", staff)
    satisfaction.ask(context, session, conversation, asked_about)
    ownership.change(session, conversation, "assistant", conversation.epoch)
    conversation.engine_session += 1


def close(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int, reason: str = "closed") -> None:
    """Solve the ticket for one of the reasons ``CLOSINGS`` and close the conversation.

    Where the visitor waits for the answer to another request, the conversation waits on.
    """
    if reason not in CLOSINGS:
        raise DeskError(422, "invalid")
    asked_about, conversation = owned(session, ticket_id, staff, epoch)
    for ticket in in_work(session, conversation):
        solve(session, ticket, staff.login, reason)
    end(context, session, conversation, asked_about, staff.name, satisfied=reason in HELPFUL)


def end(
    context: Context, session: Session, conversation: Conversation, ticket: Ticket, name: str, satisfied: bool
) -> None:
    """Close the conversation after ``ticket``, which ``name`` has solved, unless the visitor waits with another one.

    With ``satisfied`` the visitor is asked for that.
    """
    other = waited_for(session, conversation)
    if other is not None:
        _wait_on(context, session, conversation, ticket, other, name)
        return
    append(session, conversation, "system", context.texts(conversation.language, "closed", name=name))
    if satisfied:
        satisfaction.ask(context, session, conversation, ticket)
    ownership.change(session, conversation, "closed", conversation.epoch)
    conversation.engine_session += 1


def _wait_on(
    context: Context, session: Session, conversation: Conversation, ticket: Ticket, other: Ticket, name: str
) -> None:
    """``ticket`` is closed; the visitor is told of the place of ``other``, which a colleague is still to answer."""
    if conversation.state != "queued":
        ownership.change(session, conversation, "queued", conversation.epoch)
    language = conversation.language
    closed = context.texts(language, "closed-one", name=name, case=ticket.case)
    queued = _queued_text(context, session, other, language)
    append(
        session, conversation, "system", f"{closed}\n\n{queued}", buttons=_waiting_buttons(context, language)
    )  # fmt: skip


def release(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Put the ticket back into the queue, at its old place."""
    _, conversation = owned(session, ticket_id, staff, epoch)
    tell(context, session, conversation, "released", staff)
    put_back(context, session, conversation, staff)


def put_back(context: Context, session: Session, conversation: Conversation, staff: Staff) -> None:
    """Have the conversation, with every ticket of it that is in work, wait in the queue again.

    With nothing but a partner's request nobody waits in the chat: the assistant goes on there.
    """
    working = in_work(session, conversation)
    for ticket in working:
        ticket.state, ticket.assignee, ticket.snoozed_until, ticket.version = "open", None, None, ticket.version + 1
        alarms.begin(context, ticket)
        audit.record(session, staff.login, "ticket.released", ticket.case, {"state": "claimed"}, {"state": "open"})
    waits = any(ticket.reason != VOLUNTEER_REQUEST for ticket in working)
    ownership.change(session, conversation, "queued" if waits else "assistant", conversation.epoch)


def solve_unclaimed(session: Session, ticket_id: int, staff: Staff) -> None:
    """Solve a ticket that needs no conversation (a technical failure that is over)."""
    ticket = get(session, ticket_id)
    conversation = held(session, ticket)
    if not needs_no_answer(session, ticket, conversation):
        raise DeskError(409, "stale")
    solve(session, ticket, staff.login, "no_answer_needed")


def needs_no_answer(session: Session, ticket: Ticket, conversation: Conversation) -> bool:
    """Whether an unclaimed ticket can be solved as it stands: its visitor does not wait, or waits with another one."""
    if ticket.state != "open":
        return False
    return conversation.state != "queued" or waited_for(session, conversation) not in (None, ticket)


def solve_withdrawn(session: Session, ticket: Ticket) -> None:
    """Solve an unclaimed ticket whose matter its visitor has withdrawn."""
    solve(session, ticket, "visitor", "withdrawn")


def get(session: Session, ticket_id: int) -> Ticket:
    """A ticket. Raises ``DeskError`` 404."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None:
        raise DeskError(404, "not-found")
    return ticket


def held(session: Session, ticket: Ticket) -> Conversation:
    """The ticket's conversation, locked for this transaction; the ticket is read again once the lock is there."""
    conversation = session.get_one(Conversation, ticket.conversation_id, with_for_update=True, populate_existing=True)
    session.refresh(ticket)
    return conversation


def owned(session: Session, ticket_id: int, staff: Staff, epoch: int) -> tuple[Ticket, Conversation]:
    """One's own request and its conversation, locked. Raises ``DeskError`` 404 or 409."""
    ticket = get(session, ticket_id)
    conversation = held(session, ticket)
    expect_owner(ticket, conversation, staff, epoch)
    return ticket, conversation


def expect_owner(ticket: Ticket, conversation: Conversation, staff: Staff, epoch: int) -> None:
    """Raise ``DeskError`` 409 unless ``staff`` has both, and nothing has changed since ``epoch``."""
    if ticket.state not in IN_WORK or ticket.assignee != staff.id or conversation.owner != staff.id:
        raise DeskError(409, "not-owner")
    if conversation.epoch != epoch:
        raise DeskError(409, "stale")


def solve(session: Session, ticket: Ticket, actor: str, resolution: str) -> None:
    """End a request; what becomes of its conversation is the caller's."""
    before = {"state": ticket.state}
    ticket.state, ticket.resolution, ticket.solved_at, ticket.version = "solved", resolution, now(), ticket.version + 1
    ticket.snoozed_until = None
    session.flush()
    touch(session, ticket.conversation_id)
    audit.record(session, actor, "ticket.solved", ticket.case, before, {"state": "solved", "resolution": resolution})


def tell(context: Context, session: Session, conversation: Conversation, key: str, staff: Staff) -> None:
    """Tell the visitor what ``staff`` did: the text ``key`` with their name."""
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
        "sensitive": queues.is_confided(session, conversation.id),
    }  # fmt: skip

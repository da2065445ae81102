"""The mirror of requests in an outside desk (docs/outside-desks.md): what it is told, and when it is told no more.

Each transaction that has changed a conversation ends by comparing its requests with what the outside desk was told, and
writes what is new into the outbox. So nothing is forgotten, whoever changed it, and what a transaction turns out to be
about, a report of harm for instance, is known before anything of it goes out. A visitor's message to the assistant
waits until its turn has ended, for the same reason.

Nothing of a conversation with a report goes out. Where something has gone out before, the outside desk is told that the
request was withdrawn, without a reason, and never hears of it again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from desk import alarms, queues, touched, webhooks, zammad
from desk.context import Context
from desk.settings import Settings
from store.models import Conversation, Message, Mirror, Staff, Ticket, Turn, WebhookEvent, now
from store.profile import Profile, ProfileError

WITHDRAWN = "withdrawn"
AUTHORS = ("visitor", "assistant", "staff")
# What a message that came from the outside desk has before its id.
FROM_OUTSIDE = "outside-"
# How long a request that the outside desk did not answer may still be under way there.
SETTLED = dt.timedelta(minutes=2)


def check(settings: Settings, profile: Profile) -> None:
    """Raise ``ProfileError`` when the settings name a queue that the profile does not have."""
    unknown = sorted(settings.outside_desk_queues.keys() - set(profile.queues))
    if unknown:
        raise ProfileError(
            f"OUTSIDE_DESK_QUEUES names {', '.join(unknown)}; queues of the profile are {', '.join(profile.queues)}"
        )


def follow(context: Context, session: Session) -> None:
    """Put what the outside desk does not know yet of the conversations of this transaction into the outbox."""
    if not context.settings.outside_desk:
        return
    changed = touched.touched(session)
    if changed:
        session.flush()
    for conversation_id in changed:
        _follow(context, session, conversation_id)


def _follow(context: Context, session: Session, conversation_id: str) -> None:
    wanted = select(Ticket).where(Ticket.conversation_id == conversation_id).order_by(Ticket.id)
    found = session.scalars(wanted).all()
    confided = bool(found) and queues.is_confided(session, conversation_id)
    for ticket in found:
        mirror = session.get(Mirror, ticket.id, with_for_update=True)
        if mirror is not None and mirror.state == WITHDRAWN:
            continue
        if confided or not _is_permitted(context.settings, ticket):
            _keep_back(context, session, ticket, mirror, confided)
        elif mirror is not None:
            _update(context, session, ticket, mirror)
        elif ticket.state != "solved":
            _open(context, session, ticket)


def _is_permitted(settings: Settings, ticket: Ticket) -> bool:
    return not settings.outside_desk_queues or ticket.queue in settings.outside_desk_queues


# --- what it is told --------------------------------------------------------------------------------------------------


def _open(context: Context, session: Session, ticket: Ticket) -> None:
    until = _last_settled(session, ticket.conversation_id)
    mirror = Mirror(ticket_id=ticket.id, state="open", queue=ticket.queue, seq=until, number=0)
    session.add(mirror)
    _tell(context, session, ticket, mirror, "opened", {
        "reason": ticket.reason, "summary": ticket.summary, "opened_at": _moment(ticket.opened_at),
        "link": alarms.link(context, ticket),
        "messages": [_shown(message) for message in _said(session, ticket.conversation_id, 0, until)],
    })  # fmt: skip
    _update(context, session, ticket, mirror)


def _update(context: Context, session: Session, ticket: Ticket, mirror: Mirror) -> None:
    """Tell what is new, in the order in which it makes sense: an ended request is taken up before it goes on."""
    state = {"snoozed": "claimed"}.get(ticket.state, ticket.state)
    if mirror.state == "solved" and state != "solved":
        mirror.state = "open"
        _tell(context, session, ticket, mirror, "reopened", {})
    if mirror.state != "solved":
        _tell_messages(context, session, ticket, mirror)
    if ticket.queue != mirror.queue:
        mirror.queue = ticket.queue
        _tell(context, session, ticket, mirror, "moved", {})
    if state != mirror.state:
        mirror.state = state
        _tell_state(context, session, ticket, mirror)


def _tell_messages(context: Context, session: Session, ticket: Ticket, mirror: Mirror) -> None:
    until = _last_settled(session, ticket.conversation_id)
    for message in _said(session, ticket.conversation_id, mirror.seq, until):
        if not (message.client_id or "").startswith(FROM_OUTSIDE):
            _tell(context, session, ticket, mirror, "message", {"message": _shown(message)})
    mirror.seq = max(mirror.seq, until)


def _tell_state(context: Context, session: Session, ticket: Ticket, mirror: Mirror) -> None:
    if mirror.state == "claimed":
        holder = session.get(Staff, ticket.assignee) if ticket.assignee else None
        _tell(context, session, ticket, mirror, "claimed", {"by": holder.name if holder else ""})
    elif mirror.state == "solved":
        _tell(context, session, ticket, mirror, "closed", {"resolution": ticket.resolution})
    else:
        _tell(context, session, ticket, mirror, "released", {})


def _tell(
    context: Context, session: Session, ticket: Ticket, mirror: Mirror, what: str, more: dict[str, Any]
) -> None:  # fmt: skip
    about = {"queue": ticket.queue, "priority": ticket.priority, "language": ticket.language}
    _put(context, session, ticket.case, mirror, what, {**about, **more})


def _put(
    context: Context, session: Session, case: str, mirror: Mirror, what: str, more: dict[str, Any],
    pause: dt.timedelta = dt.timedelta(),
) -> None:  # fmt: skip
    mirror.number += 1
    data = {"case": case, "number": mirror.number, **more}
    webhooks.add(context, session, f"ticket.{what}", data, MIRROR, case, mirror.number, pause)


def _last_settled(session: Session, conversation_id: str) -> int:
    """The last message that is not of a turn under way: what that one is about the assistant has yet to say."""
    under_way = (Turn.conversation_id == conversation_id, Turn.status == "pending")
    first = session.scalar(select(func.min(Turn.first_seq)).where(*under_way))
    return first - 1 if first else session.get_one(Conversation, conversation_id).last_seq


def _said(session: Session, conversation_id: str, after: int, until: int) -> list[Message]:
    wanted = (
        Message.conversation_id == conversation_id, Message.author.in_(AUTHORS), Message.seq > after,
        Message.seq <= until,
    )  # fmt: skip
    return list(session.scalars(select(Message).where(*wanted).order_by(Message.seq)))


def _shown(message: Message) -> dict[str, Any]:
    return {
        "seq": message.seq, "author": message.author, "name": message.name or "", "text": message.text,
        "at": _moment(message.at),
    }  # fmt: skip


def _moment(at: dt.datetime) -> str:
    return at.isoformat(timespec="seconds")


# --- when it is told no more ------------------------------------------------------------------------------------------


def _keep_back(context: Context, session: Session, ticket: Ticket, mirror: Mirror | None, for_ever: bool) -> None:
    """Nothing more of ``ticket`` goes out. One that never went out may do so later unless that is ``for_ever``."""
    if mirror is not None:
        _end(context, session, ticket.case, mirror, WITHDRAWN)
        mirror.state = WITHDRAWN
    elif for_ever:
        session.add(Mirror(ticket_id=ticket.id, state=WITHDRAWN, queue=ticket.queue, seq=0, number=0))


def erase(context: Context, session: Session, conversation_id: str) -> None:
    """The conversation is about to be erased: take back what was not sent, and tell the outside desk."""
    joined = select(Ticket.case, Mirror).join(Mirror, Mirror.ticket_id == Ticket.id)
    told = joined.where(Ticket.conversation_id == conversation_id, Mirror.state != WITHDRAWN)
    for case, mirror in session.execute(told).all():
        _end(context, session, case, mirror, "erased")


def _end(context: Context, session: Session, case: str, mirror: Mirror, what: str) -> None:
    """Take back what waits, and tell the outside desk that it ends; nothing where it has never heard of the case."""
    waits = select(WebhookEvent).where(WebhookEvent.stream == case).with_for_update()
    tried = any(each.attempts for each in session.scalars(waits))
    session.execute(delete(WebhookEvent).where(WebhookEvent.stream == case))
    if tried or mirror.taken_at is not None:
        _put(context, session, case, mirror, what, {}, SETTLED if tried else dt.timedelta())


# --- how it gets there ------------------------------------------------------------------------------------------------


def _send(context: Context, event: WebhookEvent, body: str) -> str:
    settings = context.settings
    if settings.outside_desk == "zammad":
        return zammad.tell(context, event, body, _known(context, event))
    webhooks.post(settings.outside_desk_url, settings.outside_desk_secret, event, body)
    return ""


def _known(context: Context, event: WebhookEvent) -> str:
    wanted = select(Mirror.outside_id).join(Ticket, Ticket.id == Mirror.ticket_id).where(Ticket.case == event.stream)
    with context.database.read() as session:
        return session.scalar(wanted) or ""


def _settle(session: Session, event: WebhookEvent, name: str, problem: str) -> None:
    here = Mirror.ticket_id.in_(select(Ticket.id).where(Ticket.case == event.stream))
    values: dict[str, Any] = {"problem": problem} if problem else {"taken_at": now()}
    if name:
        values["outside_id"] = name
    session.execute(update(Mirror).where(here).values(**values))


MIRROR = webhooks.Target(
    "mirror", lambda settings: settings.outside_desk_url if settings.outside_desk else "", _send, _settle
)


# --- what staff see ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """A mirrored request as its page shows it: where it is, why something has not arrived, why it was given up."""

    link: str
    withdrawn: bool
    problem: str
    lost: str


def shown(context: Context, session: Session, ticket: Ticket) -> Shown | None:
    """How ``ticket`` stands in the outside desk; None where it is not known there."""
    mirror = session.get(Mirror, ticket.id)
    if mirror is None or not mirror.number:
        return None
    waits = select(WebhookEvent.problem).where(WebhookEvent.stream == ticket.case).order_by(WebhookEvent.number)
    problem = session.scalars(waits.limit(1)).first() or ""
    link = zammad.link(context.settings, mirror.outside_id) if mirror.outside_id else ""
    return Shown(link, mirror.state == WITHDRAWN, problem, mirror.problem)

"""Queues: who works in which one, and which requests a member of staff may see.

Requests of the queue ``sensitive`` exist for its members alone, and with them everything that was said in their
conversations. While that queue has no member, administrators see it, so that no report lies unread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from desk import audit, permissions
from desk.context import Context
from desk.errors import DeskError
from store.models import AuditEntry, Message, QueueMember, Staff, Ticket

SENSITIVE = "sensitive"
# The largest number that a row can have on both databases.
LARGEST = 2**31 - 1


def reports() -> ColumnElement[bool]:
    """The condition on a request that harm was reported by it, or that it is as confidential."""
    return or_(Ticket.queue == SENSITIVE, Ticket.reason == SENSITIVE)


def is_report(ticket: Ticket) -> bool:
    """The same of a request at hand."""
    return SENSITIVE in (ticket.queue, ticket.reason)


def is_confided(session: Session, conversation_id: str) -> bool:
    """Whether harm was reported in the conversation."""
    wanted = select(Ticket.id).where(Ticket.conversation_id == conversation_id, reports())
    return session.scalar(wanted.limit(1)) is not None


def members(session: Session) -> dict[str, list[Staff]]:
    """The active members of each queue that has any, by name."""
    joined = select(QueueMember.queue, Staff).join(Staff, Staff.id == QueueMember.staff_id)
    found: dict[str, list[Staff]] = {}
    for queue, staff in session.execute(joined.where(Staff.active).order_by(Staff.name, Staff.id)):
        found.setdefault(queue, []).append(staff)
    return found


def serving(context: Context, session: Session, ticket: Ticket, among: Collection[str] | None = None) -> list[Staff]:
    """Who can answer ``ticket``: the members of its queue, all who may see it where it has none; only ``among``."""
    people = members(session).get(ticket.queue)
    if people is None:
        people = list(session.scalars(select(Staff).where(Staff.active).order_by(Staff.name, Staff.id)))
    wanted = [person for person in people if among is None or person.id in among]
    return [person for person in wanted if sees(context, session, ticket.id, person)]


def queues_of(session: Session, staff: Staff) -> list[str]:
    """The queues that ``staff`` is a member of."""
    return list(session.scalars(select(QueueMember.queue).where(QueueMember.staff_id == staff.id)))


def sees_sensitive(session: Session, staff: Staff) -> bool:
    """Whether ``staff`` may read what was reported in confidence."""
    readers = members(session).get(SENSITIVE)
    return staff.id in {each.id for each in readers} if readers else permissions.has(staff, "reports")


def seen_by(context: Context, session: Session, staff: Staff) -> ColumnElement[bool]:
    """The condition that keeps requests which ``staff`` may not see out of any query of ``Ticket``.

    A conversation that holds a sensitive request is hidden as a whole: another request shows the same words.
    """
    if SENSITIVE not in context.profile.queues or sees_sensitive(session, staff):
        return true()
    other = aliased(Ticket)
    hidden = select(other.id).where(other.conversation_id == Ticket.conversation_id, other.queue == SENSITIVE)
    return ~hidden.exists()


def entries_seen_by(context: Context, session: Session, staff: Staff) -> ColumnElement[bool]:
    """The condition that keeps out of a query of ``AuditEntry`` what was done to requests hidden from ``staff``."""
    hidden = select(Ticket.case).where(~seen_by(context, session, staff))
    return AuditEntry.subject.not_in(hidden)


def is_number(ticket_id: int) -> bool:
    """Whether a request can have this number: larger ones are an error of the database where it is asked for them."""
    return 0 < ticket_id <= LARGEST


def access_ticket(context: Context, session: Session, ticket_id: int, staff: Staff) -> Ticket:
    """A request that ``staff`` may see. Raises ``DeskError`` 404, the same whether it is hidden or not there."""
    wanted = select(Ticket).where(Ticket.id == ticket_id, seen_by(context, session, staff))
    ticket = session.scalar(wanted) if is_number(ticket_id) else None
    if ticket is None:
        raise DeskError(404, "not-found")
    return ticket


def sees(context: Context, session: Session, ticket_id: int, staff: Staff) -> bool:
    """Whether ``staff`` may see the request."""
    wanted = (Ticket.id == ticket_id, seen_by(context, session, staff))
    return session.scalar(select(Ticket.id).where(*wanted)) is not None


def unread(session: Session, found: Iterable[Ticket]) -> dict[int, int]:
    """Of ``found`` those in whose conversation the visitor said the last word to staff: its ``seq``, by ticket."""
    conversations = {ticket.conversation_id for ticket in found}
    last = (
        select(Message.conversation_id, func.max(Message.seq).label("seq"))
        .where(Message.conversation_id.in_(conversations), Message.author.in_(("visitor", "staff")))
        .group_by(Message.conversation_id).subquery()
    )  # fmt: skip
    asked = select(Message.conversation_id, Message.seq).join(
        last, and_(Message.conversation_id == last.c.conversation_id, Message.seq == last.c.seq)
    )
    said = {row.conversation_id: row.seq for row in session.execute(asked.where(Message.author == "visitor"))}
    return {ticket.id: said[ticket.conversation_id] for ticket in found if ticket.conversation_id in said}


def waiting_for(context: Context, session: Session, staff: Staff) -> list[str]:
    """What ``staff`` should look at: requests that wait in their queues (in all, where they are member of none), by
    number, and their own in which the visitor said the last word, by number and that message's: ``17:5``.
    """
    queues = queues_of(session, staff)
    seen = seen_by(context, session, staff)
    waits = select(Ticket.id).where(seen, Ticket.state == "open").order_by(Ticket.id)
    found = session.scalars(waits.where(Ticket.queue.in_(queues)) if queues else waits)
    mine = session.scalars(select(Ticket).where(seen, Ticket.state == "claimed", Ticket.assignee == staff.id)).all()
    return [*map(str, found), *(f"{ticket}:{seq}" for ticket, seq in unread(session, mine).items())]


def set_members(context: Context, session: Session, queue: str, staff_ids: Collection[str], actor: Staff) -> None:
    """Make ``staff_ids`` the members of ``queue``. Raises ``DeskError`` 404 for a queue, 422 for a person, unknown."""
    if queue not in context.profile.queues:
        raise DeskError(404, "not-found")
    people = list(session.scalars(select(Staff).where(Staff.id.in_(staff_ids), Staff.active).order_by(Staff.login)))
    if len(people) != len(set(staff_ids)):
        raise DeskError(422, "invalid")
    before = sorted(staff.login for staff in members(session).get(queue, []))
    session.execute(delete(QueueMember).where(QueueMember.queue == queue))
    session.add_all(QueueMember(queue=queue, staff_id=person.id) for person in people)
    after = [person.login for person in people]
    audit.record(session, actor.login, "queue.members_changed", queue, {"members": before}, {"members": after})

"""Requests that belong to a notice: by the visitor's last question, or because staff say so.

What is sensitive belongs to no notice: one answer for all is none for it, and nobody else may see that it is there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk import audit, queues
from desk.context import Context
from desk.enquiries import CONTINUING, SMALL_TALK
from desk.errors import DeskError
from store.models import Message, Notice, NoticeLink, Staff, Ticket

# So far back the last question is looked for: 'a person, please', 'yes', 'that did not help' come after it.
ANSWERS_BACK = 8


def link_by_question(session: Session, ticket: Ticket) -> None:
    """Link a request to the notice that the visitor was given with the last question, if it was one's matter."""
    if queues.is_report(ticket) or session.get(NoticeLink, ticket.id) is not None:
        return
    notice_id = _last_notice(session, ticket.conversation_id)
    if notice_id is None or session.get(Notice, notice_id) is None:
        return
    session.add(NoticeLink(ticket_id=ticket.id, notice_id=notice_id))
    audit.record(session, "desk", "ticket.linked", ticket.case, None, {"notice": notice_id})


def _last_notice(session: Session, conversation_id: str) -> int | None:
    said = (Message.conversation_id == conversation_id, Message.author == "assistant")
    newest = select(Message.understood).where(*said).order_by(Message.seq.desc()).limit(ANSWERS_BACK)
    for understood in session.scalars(newest):
        found = understood or {}
        if "notice" in found:
            return int(found["notice"])
        if found.get("intent") not in CONTINUING | SMALL_TALK and "correction" not in found:
            return None
    return None


def link(context: Context, session: Session, staff: Staff, ticket_id: int, notice_id: int | None) -> None:
    """Say that a request is about the matter of a notice, or of none.

    Raises ``DeskError`` 404 (no such request or notice for ``staff``) or 422 (a sensitive one).
    """
    ticket = queues.access_ticket(context, session, ticket_id, staff)
    known = session.get(NoticeLink, ticket_id, with_for_update=True)
    before = known.notice_id if known else None
    if notice_id == before:
        return
    if notice_id is not None:
        notice = session.get(Notice, notice_id)
        if notice is None or notice.state == "draft":
            raise DeskError(404, "not-found")
        if queues.is_report(ticket):
            raise DeskError(422, "notice-sensitive")
    unlink(session, ticket)
    if notice_id is not None:
        session.add(NoticeLink(ticket_id=ticket_id, notice_id=notice_id))
    action = "ticket.unlinked" if notice_id is None else "ticket.linked"
    audit.record(session, staff.login, action, ticket.case, {"notice": before}, {"notice": notice_id})


def unlink(session: Session, ticket: Ticket) -> None:
    """Take a request out of whatever it was linked to: it has become sensitive, or belongs elsewhere."""
    session.execute(delete(NoticeLink).where(NoticeLink.ticket_id == ticket.id))


def linked(context: Context, session: Session, staff: Staff, notice_id: int) -> Sequence[Ticket]:
    """The unsolved requests of a notice that ``staff`` may see, the oldest first."""
    wanted = (
        NoticeLink.notice_id == notice_id, Ticket.state != "solved", Ticket.queue != queues.SENSITIVE,
        Ticket.reason != queues.SENSITIVE, queues.seen_by(context, session, staff),
    )  # fmt: skip
    joined = select(Ticket).join(NoticeLink, NoticeLink.ticket_id == Ticket.id)
    return session.scalars(joined.where(*wanted).order_by(Ticket.id)).all()


def notice_of(session: Session, ticket: Ticket) -> int | None:
    """The number of the notice that a request is linked to."""
    known = session.get(NoticeLink, ticket.id)
    return known.notice_id if known else None


def notices_of(session: Session, ticket_ids: Collection[int]) -> dict[int, int]:
    """The number of the notice of each of these requests that is linked to one."""
    wanted = select(NoticeLink.ticket_id, NoticeLink.notice_id).where(NoticeLink.ticket_id.in_(ticket_ids))
    return {row.ticket_id: row.notice_id for row in session.execute(wanted)}

"""Snoozing: a request that is in work rests until a time, or until the visitor writes.

Its conversation stays with the member of staff, so that nothing the visitor says meets silence: it wakes the request.
"""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import audit, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from store.models import Conversation, Staff, Ticket, now

log = structlog.get_logger()
EVERY_SECONDS = 20.0
# For how many hours a request can be put off.
HOURS = (1, 4, 24, 72, 168)


def snooze(session: Session, ticket_id: int, staff: Staff, hours: int, epoch: int) -> None:
    """Put a request of one's own off for ``hours``. Raises ``DeskError`` 409 or 422."""
    ticket, _ = tickets.owned(session, ticket_id, staff, epoch)
    if hours not in HOURS:
        raise DeskError(422, "invalid")
    ticket.state, ticket.snoozed_until = "snoozed", now() + dt.timedelta(hours=hours)
    ticket.version += 1
    audit.record(session, staff.login, "ticket.snoozed", ticket.case, None, {"hours": hours})


def wake(session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Go on with a request of one's own at once."""
    ticket, _ = tickets.owned(session, ticket_id, staff, epoch)
    _wake(session, ticket, staff.login)


def wake_by_visitor(session: Session, conversation: Conversation) -> None:
    """The visitor wrote: whoever has put the request off sees it again."""
    resting = (Ticket.conversation_id == conversation.id, Ticket.state == "snoozed")
    for ticket in session.scalars(select(Ticket).where(*resting)):
        _wake(session, ticket, "visitor")


def wake_due(session: Session) -> int:
    """Wake what has rested long enough; returns how many."""
    due = select(Ticket).where(Ticket.state == "snoozed", Ticket.snoozed_until <= now())
    # In one order, and without waiting for what somebody else is about to change: the next run comes soon.
    woken = session.scalars(due.order_by(Ticket.id).with_for_update(skip_locked=True)).all()
    for ticket in woken:
        _wake(session, ticket, "desk")
    return len(woken)


def _wake(session: Session, ticket: Ticket, actor: str) -> None:
    if ticket.state == "snoozed":
        ticket.state, ticket.snoozed_until, ticket.version = "claimed", None, ticket.version + 1
        audit.record(session, actor, "ticket.woken", ticket.case)


async def keep_waking(context: Context) -> None:
    """As long as the desk runs."""
    while True:
        try:
            if await context.write(wake_due):
                context.bus.publish(CONSOLE)
        except SQLAlchemyError:
            log.exception("requests that were put off could not be woken; tried again soon")
        await asyncio.sleep(EVERY_SECONDS)

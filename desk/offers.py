"""Offers: a request that waits is pointed out to one colleague who is there, reads its language and has least to do.

An offer is not an assignment: nobody has the request, the visitor is told nothing, and everybody who sees it may take
it. Who does not within OFFER_MINUTES loses the offer to the next; when all have had it, it is offered to nobody. One
offer at a time for each person, so that the mark says what to take next.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import Collection
from typing import Any

import structlog
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import promises, queues
from desk.context import Context
from desk.events import CONSOLE
from store.models import Offer, Staff, Ticket, now

log = structlog.get_logger()
LOOK_SECONDS = 5.0
AT_ONCE = 100
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def offer_due(context: Context, session: Session) -> int:
    """Offer what waits and is offered to nobody, in the order in which it is served; returns how many offers."""
    free = context.presence.available() - set(session.scalars(select(Offer.staff_id).join(Ticket).where(_holds())))
    made = 0
    for ticket in session.scalars(_unoffered().with_for_update(skip_locked=True, of=Ticket)).all():
        person = _best(context, session, ticket, free)
        if person is not None:
            at = now()
            until = at + dt.timedelta(minutes=context.settings.offer_minutes)
            session.merge(Offer(ticket_id=ticket.id, staff_id=person.id, at=at, until=until))
            session.flush()
            free.discard(person.id)
            made += 1
    return made


def _holds() -> ColumnElement[bool]:
    """The condition on an offer and its request that it is one still: not too old, and the request waits as it did."""
    return (Ticket.state == "open") & (Offer.until > now()) & _of_this_wait()


def _of_this_wait() -> ColumnElement[bool]:
    """What was offered before a request came back into the queue counts no more."""
    return Offer.at >= func.coalesce(Ticket.waiting_since, Ticket.opened_at)


def _unoffered() -> Any:
    offered = select(Offer.ticket_id).where(Offer.ticket_id == Ticket.id, _holds()).correlate(Ticket).exists()
    return select(Ticket).where(Ticket.state == "open", ~offered).order_by(*promises.order()).limit(AT_ONCE)


def _best(context: Context, session: Session, ticket: Ticket, free: Collection[str]) -> Staff | None:
    """Who of ``free`` gets the offer: by language, then by load, then who has had nothing new for longest."""
    had = select(Offer.staff_id).join(Ticket).where(Offer.ticket_id == ticket.id, _of_this_wait())
    ids = set(free) - set(session.scalars(had))
    fitting = [person for person in queues.serving(context, session, ticket, ids) if _reads(person, ticket)]
    return min(fitting, key=lambda person: _order(session, person), default=None)


def _reads(person: Staff, ticket: Ticket) -> bool:
    """Of whoever has declared no languages nothing is known: they may be asked."""
    return not person.reads or ticket.language in person.reads


def _order(session: Session, person: Staff) -> tuple[bool, int, dt.datetime, str, str]:
    mine = Ticket.assignee == person.id
    load = session.scalar(select(func.count()).select_from(Ticket).where(mine, Ticket.state == "claimed")) or 0
    offered = session.scalar(select(func.max(Offer.at)).where(Offer.staff_id == person.id))
    claimed = session.scalar(select(func.max(Ticket.claimed_at)).where(mine))
    newest = max(offered or LONG_AGO, claimed or LONG_AGO)
    return (not person.reads, load, newest, person.name, person.id)


def offered(session: Session, tickets: Collection[int] | None = None) -> dict[int, str]:
    """Whom requests are offered to, by their numbers: all, or those of ``tickets``."""
    wanted = select(Offer.ticket_id, Offer.staff_id).join(Ticket).where(_holds())
    if tickets is not None:
        wanted = wanted.where(Offer.ticket_id.in_(tickets))
    return {row.ticket_id: row.staff_id for row in session.execute(wanted)}


async def keep_offering(context: Context) -> None:
    """As long as the desk runs, if offers are wanted: at each change in the queue, and at each end of an offer."""
    if not context.settings.offer_minutes:
        return
    with context.bus.listen(CONSOLE) as changed:
        while True:
            changed.clear()
            try:
                if await context.read(lambda session: _is_due(context, session)):
                    await _offer(context)
            except SQLAlchemyError:
                log.exception("requests could not be offered; tried again soon")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), LOOK_SECONDS)


def _is_due(context: Context, session: Session) -> bool:
    """Whether there is a request to offer and somebody who is there: it takes no writing to see that there is not."""
    return bool(context.presence.available()) and session.scalars(_unoffered()).first() is not None


async def _offer(context: Context) -> None:
    if await context.write(lambda session: offer_due(context, session)):
        context.bus.publish(CONSOLE)

"""Place in the queue and an honest waiting time: from what really happened lately, or not at all."""

from __future__ import annotations

import datetime as dt
import statistics

from babel.dates import format_date, format_time, get_timezone_name
from sqlalchemy import func, select
from sqlalchemy.orm import Session, object_session

from desk import promises, queues
from desk.context import Context
from store.models import Conversation, Ticket, now
from texts.catalogue import locale_of

# An estimate needs this many first answers within these days.
FEWEST_CASES = 5
DAYS = 30
# Who has waited so long for an answer is offered to get it by e-mail.
PATIENCE = dt.timedelta(seconds=60)


def place(session: Session, ticket: Ticket) -> int:
    """How many open tickets of its queue are served before ``ticket``, and itself: 1 is next."""
    ahead = (Ticket.queue == ticket.queue, Ticket.state == "open", promises.before(ticket))
    return 1 + (session.scalar(select(func.count()).select_from(Ticket).where(*ahead)) or 0)


def staff_online(context: Context) -> int:
    """How many members of staff are at the console, each counted once however many windows there are."""
    return len(context.presence.available())


def staff_for(context: Context, session: Session, ticket: Ticket) -> int:
    """How many of them can answer ``ticket``: who is in other queues does not make anybody's wait shorter."""
    there = context.presence.available()
    return len(queues.serving(context, session, ticket, there)) if there else 0


def minutes(session: Session, ticket: Ticket, online: int) -> int | None:
    """Minutes until somebody takes ``ticket``: the median of the last 30 days times its place, or None if unknown."""
    since = now() - dt.timedelta(days=DAYS)
    waits = session.execute(
        select(Ticket.opened_at, Ticket.claimed_at).where(Ticket.queue == ticket.queue, Ticket.claimed_at > since)
    ).all()
    if len(waits) < FEWEST_CASES or online == 0:
        return None
    median = statistics.median((claimed - opened).total_seconds() for opened, claimed in waits if claimed)
    return max(1, round(median * place(session, ticket) / online / 60))


def sentence(context: Context, session: Session, ticket: Ticket, language: str) -> str:
    """What to tell a waiting visitor about time, in whole sentences."""
    online = staff_for(context, session, ticket)
    moment = now()
    is_confided = queues.is_confided(session, ticket.conversation_id)
    where = context.texts(language, "wait-here" if is_confided else "wait-email")
    # A colleague who is at the console is there, whatever the clock says.
    if online == 0 and not context.profile.hours.is_open(moment):
        opening = context.profile.hours.next_opening(moment)
        if opening is None:
            return context.texts(language, "wait-closed-long", where=where)
        locale = locale_of(language)
        clock = format_time(opening, "short", locale=locale)
        day = format_date(opening, "full", locale=locale)
        zone = get_timezone_name(opening.tzinfo, zone_variant="generic", locale=locale)
        return context.texts(language, "wait-closed", day=day, time=clock, zone=zone, where=where)
    if online == 0:
        return context.texts(language, "wait-nobody", where=where)
    estimate = minutes(session, ticket, online)
    if estimate is None:
        return context.texts(language, "wait-unknown")
    return context.texts(language, "wait-minutes", minutes=estimate)


def offers_email(context: Context, ticket: Ticket) -> bool:
    """Whether to ask for an address: nobody is there or has come for a while, none was left, no harm was reported."""
    session = object_session(ticket)
    if session is None or ticket.contact is not None or queues.is_confided(session, ticket.conversation_id):
        return False
    return is_long(since(ticket)) or staff_for(context, session, ticket) == 0


def since(ticket: Ticket) -> dt.datetime:
    """Since when ``ticket`` waits in its queue."""
    return ticket.waiting_since or ticket.opened_at


def is_long(since: dt.datetime) -> bool:
    """Whether who has waited since then should not be kept at this page."""
    return now() >= since + PATIENCE


def waiting_conversations(session: Session) -> list[str]:
    """Ids of conversations whose visitors see a place in a queue."""
    joined = select(Conversation.id).join(Ticket, Ticket.conversation_id == Conversation.id)
    return list(session.scalars(joined.where(Ticket.state == "open", Conversation.state != "closed").distinct()))

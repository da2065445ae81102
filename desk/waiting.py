"""Place in the queue and an honest waiting time: from what really happened lately, or not at all."""

from __future__ import annotations

import datetime as dt
import statistics

from babel.dates import format_date, format_time
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import promises
from desk.context import Context
from store.models import Conversation, Ticket, now
from texts.catalogue import locale_of

# The queue whose visitors are never asked for an address.
SENSITIVE = "sensitive"
# An estimate needs this many first answers within these days.
FEWEST_CASES = 5
DAYS = 30


def place(session: Session, ticket: Ticket) -> int:
    """How many open tickets of its queue are served before ``ticket``, and itself: 1 is next."""
    ahead = (Ticket.queue == ticket.queue, Ticket.state == "open", promises.before(ticket))
    return 1 + (session.scalar(select(func.count()).select_from(Ticket).where(*ahead)) or 0)


def staff_online(context: Context) -> int:
    """How many members of staff have the console open, each counted once however many windows there are."""
    return len(context.presence.available())


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
    online = staff_online(context)
    moment = now()
    where = context.texts(language, "wait-here" if ticket.queue == SENSITIVE else "wait-email")
    # A colleague who has the console open is there, whatever the clock says.
    if online == 0 and not context.profile.hours.is_open(moment):
        opening = context.profile.hours.next_opening(moment)
        if opening is None:
            return context.texts(language, "wait-closed-long", where=where)
        locale = locale_of(language)
        clock = format_time(opening, "short", locale=locale)
        day = format_date(opening, "full", locale=locale)
        when = context.texts(language, "list-separator").join((day, f"{clock} ({opening.tzname()})"))
        return context.texts(language, "wait-closed", when=when, where=where)
    if online == 0:
        return context.texts(language, "wait-nobody", where=where)
    estimate = minutes(session, ticket, online)
    if estimate is None:
        return context.texts(language, "wait-unknown")
    return context.texts(language, "wait-minutes", minutes=estimate)


def offers_email(context: Context, ticket: Ticket) -> bool:
    """Whether to ask for an address: nobody is there, none was left, and the matter is not sensitive."""
    return staff_online(context) == 0 and ticket.contact is None and ticket.queue != SENSITIVE


def waiting_conversations(session: Session) -> list[str]:
    """Ids of conversations whose visitors see a place in a queue."""
    joined = select(Conversation.id).join(Ticket, Ticket.conversation_id == Conversation.id)
    return list(session.scalars(joined.where(Ticket.state == "open", Conversation.state != "closed").distinct()))

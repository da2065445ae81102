"""Counts the enquiries of conversations that have changed, as long as the desk runs.

The page of figures then needs no look at a single message. What is counted is read out of the conversation
(``desk.enquiries``) and replaces what was counted of it before; a reviewer's verdict stays.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Select, delete, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk.context import Context
from desk.enquiries import Requested, Said, Thread, threads
from store import models as m

log = structlog.get_logger()
EVERY_SECONDS = 60.0
AT_ONCE = 500
# What is written may be committed a little after its time; so long conversations are counted again.
OVERLAP = dt.timedelta(minutes=5)
BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


async def keep_counting(context: Context) -> None:
    """Every minute, as long as the desk runs."""
    while True:
        try:
            counted = await asyncio.to_thread(count, context)
            log.debug("enquiries counted", conversations=counted)
        except SQLAlchemyError:
            log.exception("enquiries could not be counted; tried again in a minute")
        await asyncio.sleep(EVERY_SECONDS)


def count(context: Context) -> int:
    """Count every conversation that has changed since the last time; returns how many."""
    database, begun, counted = context.database, m.now(), 0
    with database.read() as session:
        since = counted_until(session) or BEGINNING
        # A request may be moved to another queue without a word in the conversation.
        held = set(session.scalars(select(m.Ticket.conversation_id).where(m.Ticket.state != "solved")))
    last = (since, "")
    while True:
        with database.write() as session:
            changed = session.execute(_changed(last).limit(AT_ONCE)).all()
            _count(context, session, [row.id for row in changed])
            last = (changed[-1].updated_at, changed[-1].id) if changed else (begun, "")
            _remember(session, min(last[0], begun - OVERLAP))
        held.difference_update(row.id for row in changed)
        counted += len(changed)
        if len(changed) < AT_ONCE:
            break
    waiting = sorted(held)
    for start in range(0, len(waiting), AT_ONCE):
        with database.write() as session:
            _count(context, session, waiting[start : start + AT_ONCE])
    return counted


def counted_until(session: Session) -> dt.datetime | None:
    """Up to which moment everything has been counted, if anything has."""
    return session.scalar(select(m.CountedUntil.moment))


def _changed(last: tuple[dt.datetime, str]) -> Select[str, dt.datetime]:
    """Conversations that were written in after ``last`` (moment and id), in that order."""
    moment, conversation_id = last
    row = m.Conversation
    later = or_(row.updated_at > moment, (row.updated_at == moment) & (row.id > conversation_id))
    return select(row.id, row.updated_at).where(later).order_by(row.updated_at, row.id)


def _remember(session: Session, moment: dt.datetime) -> None:
    known = session.get(m.CountedUntil, 1)
    if known is None:
        session.add(m.CountedUntil(id=1, moment=moment))
    else:
        known.moment = max(moment, known.moment)


def _count(context: Context, session: Session, ids: Sequence[str]) -> None:
    """Write down the enquiries of these conversations."""
    if not ids:
        return
    said, requests, helpful = _said(session, ids), _requests(context, session, ids), _feedback(session, ids)
    enquiry = m.Enquiry
    known = {
        (row.conversation_id, row.first_seq): row.id
        for row in session.execute(
            select(enquiry.id, enquiry.conversation_id, enquiry.first_seq).where(enquiry.conversation_id.in_(ids))
        )
    }
    zone = ZoneInfo(context.profile.hours.timezone)
    new, changed, gone = [], [], set(known.values())
    for conversation_id in ids:
        for thread in threads(said[conversation_id], requests[conversation_id], helpful[conversation_id]):
            values = _values(thread, zone)
            found = known.get((conversation_id, thread.first_seq))
            if found is None:
                new.append({"conversation_id": conversation_id, **values})
            else:
                changed.append({"id": found, **values})
                gone.discard(found)
    if gone:  # a rule has changed since they were counted
        session.execute(delete(enquiry).where(enquiry.id.in_(gone)))
    if new:
        session.execute(insert(enquiry), new)
    if changed:
        session.execute(update(enquiry), changed)


def _values(thread: Thread, zone: ZoneInfo) -> dict[str, object]:
    local = thread.begun_at.astimezone(zone)
    return {
        "first_seq": thread.first_seq, "begun_at": thread.begun_at, "last_at": thread.last_at, "day": local.date(),
        "weekday": local.weekday(), "hour": local.hour, "language": thread.language, "intent": thread.intent[:60],
        "article": thread.article[:80], "sensitive": thread.sensitive, "misses": thread.misses,
        "result": thread.result,
    }  # fmt: skip


def _said(session: Session, ids: Iterable[str]) -> dict[str, list[Said]]:
    turn, message = m.Turn, m.Message
    wanted_turns = (turn.conversation_id.in_(ids), turn.status == "failed")
    failed = {tuple(row) for row in session.execute(select(turn.conversation_id, turn.first_seq).where(*wanted_turns))}
    columns = (message.conversation_id, message.seq, message.author, message.at, message.language, message.understood)
    wanted = (message.conversation_id.in_(ids), message.author.in_(("visitor", "assistant")))
    found: dict[str, list[Said]] = defaultdict(list)
    for row in session.execute(select(*columns).where(*wanted).order_by(message.conversation_id, message.seq)):
        each = Said(row.seq, row.author, row.at, row.language, row.understood, (row.conversation_id, row.seq) in failed)
        found[row.conversation_id].append(each)
    return found


def _requests(context: Context, session: Session, ids: Iterable[str]) -> dict[str, list[Requested]]:
    ticket, queue = m.Ticket, context.profile.queue("sensitive")
    private = queue == "sensitive"  # an organisation without such a queue keeps them in the general one
    columns = (ticket.conversation_id, ticket.opened_at, ticket.queue, ticket.reason)
    found: dict[str, list[Requested]] = defaultdict(list)
    for row in session.execute(select(*columns).where(ticket.conversation_id.in_(ids))):
        sensitive = row.reason == "sensitive" or (private and row.queue == queue)
        found[row.conversation_id].append(Requested(row.opened_at, sensitive))
    return found


def _feedback(session: Session, ids: Iterable[str]) -> dict[str, dict[int, bool]]:
    feedback = m.Feedback
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for row in session.scalars(select(feedback).where(feedback.conversation_id.in_(ids))):
        found[row.conversation_id][row.seq] = row.helpful
    return found

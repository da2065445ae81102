"""Alarms outside the console: a request that nobody has claimed is told of, by mail and to the outside system.

Each request knows when that is due next. A run writes letters, events and the next time in one transaction that holds
the request, so that two runs share the work, and one that is killed is gone on with. Claiming ends it.

What is told: number, queue, priority, language, since when, and a link to the console; nothing of what was said.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import structlog
from babel.dates import format_datetime
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import audit, outbox, queues, webhooks
from desk.context import Context
from store import business_hours
from store.models import Staff, Ticket, now
from store.profile import Alarm, Profile
from texts.catalogue import locale_of
from texts.figures import number

log = structlog.get_logger()
EVERY_SECONDS = 10.0
AT_ONCE = 100
# For reports of harm where the profile says nothing.
REPORT = Alarm(supervisors=30, again=60)
# How long a mail is tried to be delivered that no other follows.
TRIED = dt.timedelta(days=1)


@dataclass(frozen=True)
class _Reader:
    """Whom a mail goes to, in which language; no member of staff for the address of a queue, which is its members'."""

    email: str
    language: str
    staff: Staff | None = None


def rule(profile: Profile, ticket: Ticket) -> Alarm | None:
    """When somebody is told of ``ticket``; None where that was not wanted."""
    if queues.is_report(ticket):
        return profile.alarms.get(queues.SENSITIVE, REPORT)
    return profile.alarms.get(ticket.queue)


def begin(context: Context, ticket: Ticket) -> None:
    """``ticket`` waits in its queue from now on; nobody has been told of that yet."""
    ticket.waiting_since, ticket.alarms = now(), 0
    ticket.alarm_at = _next(context, ticket)


def _next(context: Context, ticket: Ticket) -> dt.datetime | None:
    """When the next alarm of ``ticket`` is due, counted from now; None for never."""
    minutes = _minutes(context.profile, ticket)
    if minutes is None:
        return None
    waits = dt.timedelta(minutes=minutes)
    return now() + waits if queues.is_report(ticket) else business_hours.after(context.profile.hours, now(), waits)


def _minutes(profile: Profile, ticket: Ticket) -> int | None:
    alarm = rule(profile, ticket)
    if alarm is None:
        return None
    if ticket.alarms == 0:
        # A report is told of at once, whatever else the profile says.
        return 0 if queues.is_report(ticket) else alarm.after
    if ticket.alarms == 1 and alarm.supervisors is not None:
        return alarm.supervisors
    return alarm.again


def tell_due(context: Context, session: Session) -> int:
    """Tell of every request whose alarm is due; returns how many."""
    due = select(Ticket).where(Ticket.state == "open", Ticket.alarm_at <= now()).order_by(Ticket.alarm_at, Ticket.id)
    found = session.scalars(due.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    mails: dict[tuple[_Reader, bool], list[Ticket]] = defaultdict(list)
    for ticket in found:
        alarm = rule(context.profile, ticket)
        if alarm is None:  # the profile has changed
            ticket.alarm_at = None
            continue
        to_supervisors = ticket.alarms > 0 and alarm.supervisors is not None
        readers = _readers(context, session, ticket, to_supervisors)
        ticket.alarms += 1
        ticket.alarm_at = _next(context, ticket)
        for reader in readers:
            mails[reader, queues.is_report(ticket)].append(ticket)
        _post(context, session, ticket, to_supervisors)
        if readers or context.settings.webhook_url:
            told = {"number": ticket.alarms, "supervisors": to_supervisors}
            audit.record(session, "desk", "ticket.alarmed", ticket.case, after=told)
        else:
            log.warning("nobody can be told of an unclaimed request: no address", case=ticket.case, queue=ticket.queue)
    for (reader, urgent), tickets in mails.items():
        _mail(context, session, reader, tickets, urgent)
    return len(found)


# --- whom -------------------------------------------------------------------------------------------------------------


def _readers(context: Context, session: Session, ticket: Ticket, to_supervisors: bool) -> list[_Reader]:
    """Who gets a mail about ``ticket``, each address once.

    Where the queue has nobody with an address: of a report administrators, of another request supervisors.
    """
    leading = _in_role(context, session, "supervisor") or _in_role(context, session, "administrator")
    found = _of_queue(context, session, ticket)
    if not found:
        found = _in_role(context, session, "administrator") if queues.is_report(ticket) else leading
    if to_supervisors:
        found = found + leading
    return list({reader.email.lower(): reader for reader in reversed(found)}.values())[::-1]


def _of_queue(context: Context, session: Session, ticket: Ticket) -> list[_Reader]:
    own = context.profile.alarms.get(ticket.queue)
    if own is not None and own.email:
        return [_Reader(own.email, context.profile.default_language)]
    return _with_address(context, queues.members(session).get(ticket.queue, []))


def _in_role(context: Context, session: Session, role: str) -> list[_Reader]:
    wanted = select(Staff).where(Staff.role == role, Staff.active).order_by(Staff.name, Staff.id)
    return _with_address(context, session.scalars(wanted))


def _with_address(context: Context, people: Iterable[Staff]) -> list[_Reader]:
    return [
        _Reader(person.email, context.profile.language(person.language), person) for person in people if person.email
    ]


# --- what -------------------------------------------------------------------------------------------------------------


def link(context: Context, ticket: Ticket) -> str:
    """The address of ``ticket`` in the console."""
    return f"{context.settings.address}/staff/tickets/{ticket.id}"


def _mail(context: Context, session: Session, reader: _Reader, tickets: list[Ticket], urgent: bool) -> None:
    """One mail about several requests. It is given up when the next alarm of one of them follows."""
    follow = [ticket.alarm_at for ticket in tickets if ticket.alarm_at is not None]
    key = "alarm-urgent" if urgent else "alarm"
    outbox.add(
        context, session, reader.email, key, reader.language, min([*follow, now() + TRIED]), None,
        count=len(tickets), value=number(len(tickets), reader.language),
        requests="\n\n".join(_lines(context, session, ticket, reader) for ticket in tickets),
    )  # fmt: skip


def _lines(context: Context, session: Session, ticket: Ticket, reader: _Reader) -> str:
    texts, language, locale = context.texts, reader.language, locale_of(reader.language)
    fields = {
        "console-queue-name": texts(language, f"console-queue-{ticket.queue}"),
        "console-priority": texts(language, f"console-priority-{ticket.priority}"),
        "console-language": locale.languages.get(ticket.language, ticket.language),
        "alarm-since": _moment(context, _since(ticket), language),
    }
    lines = [f"{texts(language, key)}{texts(language, 'colon')}{value}" for key, value in fields.items()]
    return "\n".join([ticket.case, *lines, _way(context, session, ticket, reader)])


def _way(context: Context, session: Session, ticket: Ticket, reader: _Reader) -> str:
    """The address of ``ticket``; whoever may not see it is told where the people stand who may."""
    if reader.staff is None or queues.sees(context, session, ticket.id, reader.staff):
        return link(context, ticket)
    label = context.texts(reader.language, "alarm-members") + context.texts(reader.language, "colon")
    return f"{label}{context.settings.address}/staff/queues"


def _since(ticket: Ticket) -> dt.datetime:
    return ticket.waiting_since or ticket.opened_at


def _moment(context: Context, moment: dt.datetime, language: str) -> str:
    """A moment as it is written in ``language``, by the clock of the organisation."""
    local = moment.astimezone(ZoneInfo(context.profile.hours.timezone))
    return f"{format_datetime(local, 'medium', tzinfo=local.tzinfo, locale=locale_of(language))} ({local.tzname()})"


def _post(context: Context, session: Session, ticket: Ticket, to_supervisors: bool) -> None:
    webhooks.add(context, session, "ticket.unclaimed", {
        "case": ticket.case, "queue": ticket.queue, "priority": ticket.priority, "language": ticket.language,
        "waiting_since": _since(ticket).isoformat(timespec="seconds"), "link": link(context, ticket),
        "alarm": ticket.alarms, "supervisors": to_supervisors,
    })  # fmt: skip


async def keep_alarming(context: Context) -> None:
    """As long as the desk runs."""
    while True:
        try:
            if await context.write(lambda session: tell_due(context, session)):
                context.bus.publish(outbox.OUTBOX)
        except SQLAlchemyError:
            log.exception("alarms could not be written; tried again soon")
        await asyncio.sleep(EVERY_SECONDS)

"""Finding requests: the queue page, narrowed by filters that stand in its address, so that a view can be bookmarked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_timedelta
from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from desk import notes, offers, promises, queues
from desk.context import Context
from desk.tickets import URGENT, VOLUNTEER_REQUEST
from store.models import Staff, Ticket, now
from store.transcripts import conversations_with
from texts.catalogue import locale_of
from texts.language import native_name

STATES = ("open", "claimed", "snoozed", "solved")
REASONS = ("asked", "sensitive", "not_resolved", "failure", VOLUNTEER_REQUEST)
# Hours since a request was made, of which a page may show the older ones only.
AGES = ("1", "4", "24", "72")
MINE, NOBODY, OFFERED = "mine", "nobody", "offered"
# Rows of one state on a page; of what is solved fewer, because it is looked for rather than worked on.
SHOWN = dict.fromkeys(STATES, 100) | {"solved": 30}


@dataclass(frozen=True)
class Filters:
    """What the page is narrowed by; an empty value narrows nothing.

    ``queue`` and ``assignee`` may be 'mine', ``assignee`` also 'offered' (to oneself); ``age`` is in hours; ``words``
    stand in one message or note, or are a case number. The last four are the pages of the lists, one for each state.
    """

    queue: str = ""
    state: str = ""
    language: str = ""
    reason: str = ""
    assignee: str = ""
    age: str = ""
    words: str = ""
    open_page: int = 1
    claimed_page: int = 1
    snoozed_page: int = 1
    solved_page: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether anything but words narrows the page."""
        return any(value for name, value in self._filters().items() if name != "words")

    @property
    def query(self) -> str:
        """The filters as they stand in an address; without pages, which pass."""
        return urlencode(self._filters())

    @property
    def place(self) -> str:
        """The address of just what is shown: filters and pages."""
        return urlencode(self._filters() | {name: number for name, number in self._pages().items() if number > 1})

    def page(self, state: str) -> int:
        """Which page of the list of ``state`` is wanted."""
        return self._pages()[f"{state}_page"]

    def turned(self, state: str, page: int) -> Filters:
        """The same with another page of the list of ``state``."""
        changed: dict[str, Any] = {f"{state}_page": page}
        return replace(self, **changed)

    def _filters(self) -> dict[str, str]:
        chosen = {each.name: getattr(self, each.name) for each in fields(self) if not each.name.endswith("_page")}
        return {name: value for name, value in chosen.items() if value}

    def _pages(self) -> dict[str, int]:
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name.endswith("_page")}


@dataclass(frozen=True)
class Section:
    """The requests of one state: those of a page, which of how many pages that is, and how many requests there are."""

    state: str
    tickets: Sequence[Ticket]
    count: int
    page: int
    pages: int


def sections(context: Context, session: Session, staff: Staff, filters: Filters) -> list[Section]:
    """What the queue page shows ``staff``: by state, each in the order in which it is to be served."""
    conditions = [queues.seen_by(context, session, staff), *_conditions(session, staff, filters)]
    reads = session.get_one(Staff, staff.id).reads or []
    shown = [state for state in STATES if filters.state in ("", state)]
    return [_section(session, state, conditions, reads, filters.page(state)) for state in shown]


def choices(context: Context, language: str, people: Iterable[Staff]) -> dict[str, list[tuple[str, str]]]:
    """What each filter may be, with the words for it in ``language``."""

    def say(key: str) -> str:
        return context.texts(language, key) if context.texts.has(language, key) else key.rpartition("-")[2]

    named_queues = [(name, say(f"console-queue-{name}")) for name in context.profile.queues]
    hours = ((age, dt.timedelta(hours=int(age))) for age in AGES)
    named = sorted(((each.id, each.name) for each in people if each.active), key=lambda pair: pair[1])
    return {
        "queue": [(MINE, say("queues-mine")), *named_queues],
        "state": [(state, say(f"queues-state-{state}")) for state in STATES],
        "language": [(code, native_name(code)) for code in context.profile.languages],
        "reason": [(reason, say(f"console-reason-{reason}")) for reason in REASONS],
        "assignee": [(MINE, say("queues-me")), (OFFERED, say("offers-me")), (NOBODY, say("queues-no-one")), *named],
        "age": [
            (age, format_timedelta(time, granularity="hour", threshold=4.0, locale=locale_of(language)))
            for age, time in hours
        ],
    }


def _section(
    session: Session, state: str, conditions: Sequence[ColumnElement[bool]], reads: Sequence[str], page: int
) -> Section:
    """A page of a list; the last, where the list has become shorter than that."""
    wanted = select(Ticket).where(Ticket.state == state, *conditions)
    count = session.scalar(select(func.count()).select_from(Ticket).where(Ticket.state == state, *conditions)) or 0
    most = SHOWN[state]
    pages = max(1, -(-count // most))
    page = min(max(page, 1), pages)
    found = session.scalars(_ordered(wanted, state, reads).limit(most).offset((page - 1) * most)).all()
    return Section(state, found, count, page, pages)


def _ordered(wanted: Select[Ticket], state: str, reads: Sequence[str]) -> Select[Ticket]:
    """What is urgent first, then what one can read, then by priority and promise."""
    if state == "solved":
        return wanted.order_by(Ticket.solved_at.desc(), Ticket.id.desc())
    readable = [Ticket.priority > URGENT, Ticket.language.not_in(reads)] if reads else []
    return wanted.order_by(*readable, *promises.order())


def _conditions(session: Session, staff: Staff, filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.queue == MINE:
        found.append(Ticket.queue.in_(queues.queues_of(session, staff)))
    elif filters.queue:
        found.append(Ticket.queue == filters.queue)
    if filters.language:
        found.append(Ticket.language == filters.language)
    if filters.reason:
        found.append(Ticket.reason == filters.reason)
    if filters.assignee == OFFERED:
        found.append(Ticket.id.in_([number for number, to in offers.offered(session).items() if to == staff.id]))
    elif filters.assignee:
        wanted = {MINE: staff.id, NOBODY: None}.get(filters.assignee, filters.assignee)
        found.append(Ticket.assignee.is_(None) if wanted is None else Ticket.assignee == wanted)
    if filters.age in AGES:
        found.append(Ticket.opened_at < now() - dt.timedelta(hours=int(filters.age)))
    if filters.words:
        found.append(or_(Ticket.case == filters.words.strip().upper(), *_said(session, filters.words)))
    return found


def _said(session: Session, words: str) -> list[ColumnElement[bool]]:
    """The conditions on a request that all of ``words`` stand in one message of its conversation, or in one note."""
    said, noted = conversations_with(session, words), notes.tickets_with(words)
    found: list[ColumnElement[bool]] = [] if said is None else [Ticket.conversation_id.in_(said)]
    return found if noted is None else [*found, Ticket.id.in_(noted)]

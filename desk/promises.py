"""Promises: until when a request is to have its first answer and its solution, and the order in which they are served.

Both moments are reckoned when a request enters a queue, in opening hours from the moment it was made, or made again
after it was solved, and are kept with it, so that the database can order by them.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_

from desk.context import Context
from store import business_hours
from store.models import Ticket, UtcDateTime

# A request without a promise is served after those that have one.
NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


def give(context: Context, ticket: Ticket) -> None:
    """Reckon ``ticket``'s promises by its queue."""
    promise = context.profile.promises.get(ticket.queue)
    if promise is None:
        ticket.answer_due = ticket.solution_due = None
        return
    hours, since = context.profile.hours, ticket.reopened_at or ticket.opened_at
    ticket.answer_due = business_hours.after(hours, since, dt.timedelta(minutes=promise.answer))
    ticket.solution_due = business_hours.after(hours, since, dt.timedelta(minutes=promise.solution))


def due(ticket: Ticket) -> dt.datetime | None:
    """Until when the next promise is to be kept: the answer, and once that was given, the solution."""
    if ticket.solved_at is not None:
        return None
    return ticket.answer_due if ticket.answered_at is None else ticket.solution_due


def order() -> tuple[ColumnElement[Any], ...]:
    """Columns to order requests by: the most urgent first, among them the one whose promise is missed first."""
    return (Ticket.priority.expression, _due(), Ticket.opened_at.expression, Ticket.id.expression)


def before(ticket: Ticket) -> ColumnElement[bool]:
    """The condition for requests that are served before ``ticket``."""
    ours = (ticket.priority, due(ticket) or NEVER, ticket.opened_at, ticket.id)
    same: list[ColumnElement[bool]] = []
    alternatives: list[ColumnElement[bool]] = []
    for column, value in zip(order(), ours, strict=True):
        alternatives.append(and_(*same, column < value))
        same.append(column == value)
    return or_(*alternatives)


def _due() -> ColumnElement[dt.datetime]:
    next_due = case((Ticket.answered_at.is_(None), Ticket.answer_due), else_=Ticket.solution_due)
    return func.coalesce(next_due, literal(NEVER, UtcDateTime()), type_=UtcDateTime())

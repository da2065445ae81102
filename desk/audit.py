"""The audit trail: every change of state by a person, under a stable dotted name; written here and searched here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from store.models import AuditEntry, now

# Somebody looked at a request and all that was said in its conversation. An open page of it counts as one look so long.
VIEWED = "ticket.viewed"
LOOK = dt.timedelta(hours=1)
ON_A_PAGE = 100
COLUMNS = ("at", "actor", "action", "subject", "before", "after")


def record(
    session: Session, actor: str, action: str, subject: str,
    before: dict[str, Any] | None = None, after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Write down that ``actor`` did ``action`` (such as ``ticket.claimed``) to ``subject``, with what changed."""
    session.add(AuditEntry(actor=actor, action=action, subject=subject, before=before, after=after))


def was_viewed_lately(session: Session, actor: str, case: str) -> bool:
    """Whether it was written down within the last ``LOOK`` that ``actor`` looked at the request."""
    entry = AuditEntry
    wanted = (entry.subject == case, entry.actor == actor, entry.action == VIEWED, entry.at > now() - LOOK)
    return session.scalar(select(entry.id).where(*wanted).limit(1)) is not None


@dataclass(frozen=True)
class Search:
    """What is looked for: who and what exactly, the beginning of the action's name, and when; empty is anything.

    ``seen`` is the condition on an entry that keeps out what the reader may not see (``desk.queues``).
    """

    actor: str
    action: str
    subject: str
    start: dt.datetime
    end: dt.datetime
    seen: ColumnElement[bool] = field(default_factory=true)

    def query(self) -> Select[AuditEntry]:
        """The entries that fit, the newest first."""
        entry = AuditEntry
        wanted = select(entry).where(entry.at >= self.start, entry.at < self.end, self.seen)
        if self.actor:
            wanted = wanted.where(func.lower(entry.actor) == self.actor.lower())
        if self.action:
            wanted = wanted.where(entry.action.startswith(self.action, autoescape=True))
        if self.subject:
            wanted = wanted.where(func.lower(entry.subject) == self.subject.lower())
        return wanted.order_by(entry.id.desc())


def found(session: Session, search: Search, before: int) -> Sequence[AuditEntry]:
    """A page of entries, those before number ``before`` (0: the newest), and one more if there is another page."""
    wanted = search.query().limit(ON_A_PAGE + 1)
    return session.scalars(wanted.where(AuditEntry.id < before) if before else wanted).all()


def actions(session: Session) -> Sequence[str]:
    """Every name of an action that occurs."""
    return session.scalars(select(AuditEntry.action).distinct().order_by(AuditEntry.action)).all()


def rows(session: Session, search: Search) -> Iterator[tuple[str, ...]]:
    """All entries that fit, as they are exported."""
    for entry in session.scalars(search.query().execution_options(yield_per=1000)):
        yield (
            entry.at.isoformat(timespec="seconds"), entry.actor, entry.action, entry.subject, written(entry.before),
            written(entry.after),
        )  # fmt: skip


def written(values: dict[str, Any] | None) -> str:
    """What was before or after, as text."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else ""

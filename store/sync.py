"""Brings tables to what the data files say: rows are added, changed and removed, and the rest is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from store.models import Base, Revision


@dataclass(frozen=True)
class Change:
    """How many rows of ``table`` were added, changed and removed."""

    table: str
    added: int
    changed: int
    removed: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class Sync:
    """One load: tables are given parent first; removals wait until ``finish`` and happen child first."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._removals: list[tuple[Table, list[dict[str, Any]]]] = []
        self.changes: list[Change] = []

    def table(
        self, model: type[Base], rows: Iterable[dict[str, Any]], scope: Sequence[ColumnElement[bool]] = ()
    ) -> Change:
        """Make the rows of ``model`` inside ``scope`` equal to ``rows`` (dicts by column name)."""
        table = model.__table__
        assert isinstance(table, Table)
        keys = [column.name for column in table.primary_key]
        wanted = {tuple(row[key] for key in keys): row for row in rows}
        columns = sorted({name for row in wanted.values() for name in row} | set(keys))
        found = self.session.execute(select(*(table.c[name] for name in columns)).where(*scope)).mappings()
        there = {tuple(row[key] for key in keys): dict(row) for row in found}
        new = [row for key, row in wanted.items() if key not in there]
        other = [row for key, row in wanted.items() if key in there and any(there[key][n] != v for n, v in row.items())]
        gone = [
            {f"k_{name}": value for name, value in zip(keys, key, strict=True)} for key in there if key not in wanted
        ]
        if new:
            self.session.execute(insert(table), new)
        if other:
            matches = and_(*(table.c[name] == bindparam(f"k_{name}") for name in keys))
            bound = [{**row, **{f"k_{name}": row[name] for name in keys}} for row in other]
            self.session.connection().execute(update(table).where(matches), bound)
        self._removals.append((table, gone))
        change = Change(table.name, len(new), len(other), len(gone))
        self.changes.append(change)
        return change

    def finish(self, area: str) -> list[Change]:
        """Remove what is gone, and move the revision of ``area`` when anything changed."""
        for table, gone in reversed(self._removals):
            if gone:
                matches = and_(*(column == bindparam(f"k_{column.name}") for column in table.primary_key))
                self.session.connection().execute(delete(table).where(matches), gone)
        if any(self.changes):
            move_revision(self.session, area)
        return self.changes


def move_revision(session: Session, area: str) -> None:
    """Tell the readers of ``area`` that it has changed."""
    revision = session.get(Revision, area, with_for_update=True)
    if revision is None:
        session.add(Revision(area=area, number=1))
    else:
        revision.number += 1


def revision(session: Session, area: str) -> int:
    """How often ``area`` has changed so far."""
    return session.scalar(select(Revision.number).where(Revision.area == area)) or 0

"""Imports figures from a CSV or XLSX file with the columns of a profile's ``statistics.csv``, all or nothing.

Imported figures stay when the profile's files are loaded again. A figure is known by what it is about (metric, years,
members, measure, unit, source): importing another value for it replaces the earlier import; a figure of the profile is
corrected in the profile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.datafile import DataError
from store.figures import Figure
from store.importfile import ImportErrors, read_table, unknown
from store.load import AREA, IMPORT, PROFILE, DataFiles, statistic_id, sync_statistics
from store.profile import Profile
from store.published_figures import figures
from store.rows import StatisticRow
from store.sync import Change, Sync


@dataclass(frozen=True)
class Plan:
    """What an import does: all imported figures as they will be, and how many of the file's are new in which way."""

    rows: tuple[StatisticRow, ...]
    added: int
    changed: int
    unchanged: int


def plan(session: Session, profile: Profile, path: Path) -> Plan:
    """What importing ``path`` would do; nothing is written. Raises ``ImportErrors``."""
    lines, errors = read_table(path, StatisticRow)
    known = _Known.of(session, profile)
    there: dict[str, dict[tuple[Any, ...], StatisticRow]] = {PROFILE: {}, IMPORT: {}}
    for origin, rows in there.items():
        for figure in figures(session, m.Statistic.origin == origin):
            row = _row(figure)
            rows.setdefault(_identity(row), row)
    profile_ids = set(session.scalars(select(m.Statistic.id).where(m.Statistic.origin != IMPORT)))
    wanted = dict(there[IMPORT])
    seen: dict[tuple[Any, ...], int] = {}
    added = changed = unchanged = 0
    for line, row in lines:
        errors += [DataError(path, line, *problem) for problem in known.problems(row)]
        identity = _identity(row)
        if identity in seen:
            errors.append(
                DataError(path, line, "metric", row.metric, f"the same figure stands in line {seen[identity]}")
            )
            continue
        seen[identity] = line
        if statistic_id(row) in profile_ids or there[IMPORT].get(identity) == row:
            unchanged += 1
            continue
        if identity in there[PROFILE]:
            value = there[PROFILE][identity].value
            problem = f"the profile has this figure as {value:g}; correct it in its statistics.csv"
            errors.append(DataError(path, line, "value", row.value, problem))
            continue
        changed += identity in wanted
        added += identity not in wanted
        wanted[identity] = row
    if errors:
        raise ImportErrors(sorted(errors, key=lambda error: error.line))
    return Plan(tuple(wanted.values()), added, changed, unchanged)


def carry_out(session: Session, planned: Plan) -> list[Change]:
    """Do what ``planned`` says, in the session's transaction."""
    sync = Sync(session)
    sync_statistics(sync, session, planned.rows, IMPORT)
    return sync.finish(AREA)


def remove(session: Session) -> list[Change]:
    """Take all imported figures out."""
    return carry_out(session, Plan((), 0, 0, 0))


@dataclass(frozen=True)
class _Known:
    """What a figure may refer to."""

    metrics: frozenset[str]
    sources: frozenset[str]
    members: Mapping[str, set[str]]

    @classmethod
    def of(cls, session: Session, profile: Profile) -> _Known:
        metrics, sources = session.scalars(select(m.Metric.key)), session.scalars(select(m.Source.key))
        return cls(frozenset(metrics), frozenset(sources), DataFiles(profile).members())

    def problems(self, row: StatisticRow) -> Iterator[tuple[str, str, str]]:
        """Column, value and problem of everything that the row names and that does not exist."""
        if row.metric not in self.metrics:
            yield "metric", row.metric, unknown("metric", row.metric, self.metrics)
        if row.source not in self.sources:
            yield "source", row.source, unknown("source", row.source, self.sources)
        for dimension, member in row.members.items():
            if dimension not in self.members:
                yield "members", f"{dimension}={member}", unknown("dimension", dimension, self.members)
            elif member not in self.members[dimension]:
                yield "members", f"{dimension}={member}", unknown(dimension, member, self.members[dimension])


def _identity(row: StatisticRow) -> tuple[Any, ...]:
    members = tuple(sorted(row.members.items()))
    return (row.metric, row.year, row.base_year, members, row.measure, row.unit, row.source)


def _row(figure: Figure) -> StatisticRow:
    """A figure of the store as the row that it was made of."""
    columns = StatisticRow.model_fields.keys() - {"members"}
    values = {column: getattr(figure, column) for column in columns}
    return StatisticRow.model_validate({**values, "members": dict(figure.members)})

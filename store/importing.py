"""Imports figures from a CSV or XLSX file with the columns of a profile's ``statistics.csv``, all or nothing.

Imported figures stay when the profile's files are loaded again. A figure is known by what it is about (metric, years,
members, measure, unit, source): importing another value for it replaces the earlier import; a figure of the profile is
corrected in the profile.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from python_calamine import CalamineError, CalamineWorkbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.datafile import DataError
from store.figures import Figure
from store.load import AREA, IMPORT, PROFILE, DataFiles, statistic_id, sync_statistics
from store.profile import Profile
from store.published_figures import figures
from store.rows import StatisticRow
from store.sync import Change, Sync

MOST_ERRORS = 50


class ImportErrors(Exception):
    """What is wrong with a file: each error with line, column and value, at most ``MOST_ERRORS`` of ``total``."""

    def __init__(self, errors: Sequence[DataError]) -> None:
        super().__init__("\n".join(str(error) for error in errors[:MOST_ERRORS]))
        self.errors, self.total = list(errors[:MOST_ERRORS]), len(errors)


@dataclass(frozen=True)
class Plan:
    """What an import does: all imported figures as they will be, and how many of the file's are new in which way."""

    rows: tuple[StatisticRow, ...]
    added: int
    changed: int
    unchanged: int


def plan(session: Session, profile: Profile, path: Path) -> Plan:
    """What importing ``path`` would do; nothing is written. Raises ``ImportErrors``."""
    lines, errors = _read(path)
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
            yield "metric", row.metric, _unknown("metric", row.metric, self.metrics)
        if row.source not in self.sources:
            yield "source", row.source, _unknown("source", row.source, self.sources)
        for dimension, member in row.members.items():
            if dimension not in self.members:
                yield "members", f"{dimension}={member}", _unknown("dimension", dimension, self.members)
            elif member not in self.members[dimension]:
                yield "members", f"{dimension}={member}", _unknown(dimension, member, self.members[dimension])


def _unknown(kind: str, value: str, known: Any) -> str:
    near = get_close_matches(value, known, n=3)
    return f"unknown {kind} {value!r}" + (f"; did you mean {' or '.join(near)}?" if near else "")


def _identity(row: StatisticRow) -> tuple[Any, ...]:
    members = tuple(sorted(row.members.items()))
    return (row.metric, row.year, row.base_year, members, row.measure, row.unit, row.source)


def _row(figure: Figure) -> StatisticRow:
    """A figure of the store as the row that it was made of."""
    columns = StatisticRow.model_fields.keys() - {"members"}
    values = {column: getattr(figure, column) for column in columns}
    return StatisticRow.model_validate({**values, "members": dict(figure.members)})


# --- reading ----------------------------------------------------------------------------------------------------------


def _read(path: Path) -> tuple[list[tuple[int, StatisticRow]], list[DataError]]:
    """The rows of a file with their lines, and everything that is wrong with the others."""
    table = _cells(path)
    header = _without_tail(next(table, (1, list[str]()))[1])
    columns = StatisticRow.model_fields
    errors = [
        DataError(path, 1, column, ",".join(header), "this column is missing")
        for column, field in columns.items()
        if field.is_required() and column not in header
    ]
    errors += [
        DataError(path, 1, column, column, f"no such column; there are {', '.join(columns)}")
        for column in header
        if column not in columns
    ]
    if errors:
        raise ImportErrors(errors)
    rows = []
    for line, cells in table:
        kept = _without_tail(cells, len(header))
        if len(kept) != len(header):
            errors.append(DataError(path, line, "", kept, f"{len(kept)} cells, the header has {len(header)}"))
            continue
        values = dict(zip(header, kept, strict=True))
        given = {name: text for name, text in values.items() if text != "" or columns[name].is_required()}
        try:
            rows.append((line, StatisticRow.model_validate(given)))
        except ValidationError as error:
            for each in error.errors():
                column = str(each["loc"][0]) if each["loc"] else ""
                errors.append(DataError(path, line, column, values.get(column, ""), each["msg"]))
    return rows, errors


def _without_tail(cells: list[str], width: int = 0) -> list[str]:
    """The cells without empty ones after the first ``width``, such as spreadsheets leave at the right."""
    while len(cells) > width and cells[-1] == "":
        cells = cells[:-1]
    return cells


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of a file that are not empty, with their numbers. Raises ``ImportErrors`` for a file that is none."""
    if not path.is_file():
        raise ImportErrors([DataError(path, 1, "", str(path), "there is no such file")])
    try:
        if path.suffix.lower() == ".xlsx":
            sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
            for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
                if any(cell != "" for cell in cells):
                    yield number, [_text(cell) for cell in cells]
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for parts in reader:
                if parts:
                    yield reader.line_num, [part.strip() for part in parts]
    except (CalamineError, csv.Error, UnicodeDecodeError) as error:
        problem = f"neither CSV in UTF-8 nor XLSX: {error}"
        raise ImportErrors([DataError(path, 1, "", path.name, problem)]) from error


def _text(cell: object) -> str:
    """A cell of a spreadsheet as it would stand in CSV; 2019.0 is 2019."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()

"""Reads files that somebody imports (CSV, XLSX) into rows, and collects everything that is wrong with them at once."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from python_calamine import CalamineError, CalamineWorkbook
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from store.datafile import DataError, Row

MOST_ERRORS = 50
# From this similarity on (Jaro-Winkler, 0 to 1) a name may be what was meant.
NEAR = 0.85


class ImportErrors(Exception):
    """What is wrong with an import: each error with line, column and value, at most ``MOST_ERRORS`` of ``total``."""

    def __init__(self, errors: Iterable[DataError]) -> None:
        found = list(errors)
        self.errors, self.total = found[:MOST_ERRORS], len(found)
        super().__init__("\n".join(str(error) for error in self.errors))


def unknown(kind: str, value: str, known: Collection[str]) -> str:
    """What to say of a reference that does not exist, with the nearest that do."""
    similar = nearest(value, known)
    return f"unknown {kind} {value!r}" + (f"; did you mean {' or '.join(similar)}?" if similar else "")


def nearest(value: str, known: Collection[str]) -> list[str]:
    """The names most like ``value``, at most three, the nearest first."""
    found = process.extract(value, sorted(known), scorer=JaroWinkler.similarity, limit=3, score_cutoff=NEAR)
    return [name for name, _score, _index in found]


def read_table[R: Row](path: Path, model: type[R]) -> tuple[list[tuple[int, R]], list[DataError]]:
    """The rows of a CSV or XLSX file with their lines, and everything that is wrong with the other lines.

    Raises ``ImportErrors`` when the file is of another form: then there are no lines to speak of.
    """
    table = _cells(path)
    header = _without_tail(next(table, (1, list[str]()))[1])
    check_columns(path, header, model)
    columns = model.model_fields
    rows: list[tuple[int, R]] = []
    errors: list[DataError] = []
    for line, cells in table:
        kept = _without_tail(cells, len(header))
        if len(kept) != len(header):
            errors.append(DataError(path, line, "", kept, f"{len(kept)} cells, the header has {len(header)}"))
            continue
        values = dict(zip(header, kept, strict=True))
        given = {name: text for name, text in values.items() if text != "" or columns[name].is_required()}
        try:
            rows.append((line, model.model_validate(given)))
        except ValidationError as error:
            for column, problem in problems_of(error):
                errors.append(DataError(path, line, column, values.get(column, ""), problem))
    return rows, errors


def check_columns(path: Path, header: Sequence[str], model: type[BaseModel]) -> None:
    """Raise ``ImportErrors`` for columns that are missing or that do not exist."""
    columns = model.model_fields
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


def problems_of(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Column and problem of everything that is wrong with a row; no column where the row as a whole is."""
    for each in error.errors():
        yield str(each["loc"][0]) if each["loc"] else "", each["msg"].removeprefix("Value error, ")


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
    """A cell of a spreadsheet as it would stand in CSV; 2019.0 is 2019, and a day has no time."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell).strip()

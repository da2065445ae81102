"""Reads the data files people edit (CSV, Markdown with front matter); names every mistake by file, line, column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import frontmatter
import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from texts.language import SUPPORTED


class DataError(ValueError):
    """A data file is wrong; the text says where (file or address, line, column), which value and what is expected."""

    def __init__(self, path: Path | str, line: int, column: str, value: object, problem: str) -> None:
        self.path, self.line, self.column, self.value, self.problem = path, line, column, value, problem
        super().__init__(f"{path}, line {line}, column {column!r}, value {value!r}: {problem}")


class Row(BaseModel):
    """A line of a CSV file. Unknown columns are refused, blanks at the ends are cut."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


@dataclass(frozen=True)
class NameText:
    """One name in a cell: ``WFP`` or, written ``=WHO``, one that is matched in its own capitals only."""

    text: str
    exact: bool


@dataclass(frozen=True)
class Line[R: Row]:
    """A validated row, where it stands, and its names by language (empty for a file without names)."""

    path: Path
    line: int
    row: R
    names: dict[str, list[NameText]]

    def error(self, column: str, value: object, problem: str) -> DataError:
        """The error to raise when this row contradicts another file."""
        return DataError(self.path, self.line, column, value, problem)


def read_csv[R: Row](
    path: Path, model: type[R], languages: Sequence[str] = (), names_required: bool = True
) -> list[Line[R]]:
    """All rows of ``path``. ``languages`` are its columns of names; columns of further languages are passed over.

    A file that does not exist has no rows: a profile needs no statistics, say. Raises ``DataError``.
    """
    lines = list(_lines(path, model, languages)) if path.is_file() else []
    for line in lines if names_required else ():
        for language, names in line.names.items():
            if not names:
                raise line.error(language, "", "at least one name is needed")
    return lines


def _lines[R: Row](path: Path, model: type[R], languages: Sequence[str]) -> Iterator[Line[R]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        header = reader.fieldnames or []
        for column in (*model.model_fields, *languages):
            field = model.model_fields.get(column)
            if column not in header and (field is None or field.is_required()):
                raise DataError(path, 1, column, ",".join(header), "this column is missing")
        for column in header:
            if column not in model.model_fields and column not in SUPPORTED:
                raise DataError(path, 1, column, column, f"no such column; there are {', '.join(model.model_fields)}")
        try:
            for cells in reader:
                yield _line(path, reader.line_num, cells, model, languages)
        except csv.Error as error:
            raise DataError(path, reader.line_num, "", "", f"not CSV: {error}") from error


def _line[R: Row](path: Path, line: int, cells: dict[str, str], model: type[R], languages: Sequence[str]) -> Line[R]:
    if None in cells or None in cells.values():
        raise DataError(path, line, "", list(cells.values()), "the number of cells differs from the header's")
    names = {language: _names(cells[language]) for language in languages}
    known = model.model_fields
    fields = {k: v for k, v in cells.items() if k in known and (v != "" or known[k].is_required())}
    try:
        return Line(path, line, model.model_validate(fields), names)
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0]) if first["loc"] else ""
        raise DataError(path, line, column, cells.get(column, ""), first["msg"]) from error


def _names(cell: str) -> list[NameText]:
    parts = [part.strip() for part in cell.split("|") if part.strip()]
    names = [NameText(part.removeprefix("="), part.startswith("=")) for part in parts]
    # The same name twice in a cell means nothing more than once.
    return list({name.text: name for name in names}.values())


def read_markdown[M: BaseModel](path: Path, model: type[M]) -> M:
    """A Markdown file with YAML front matter; the text below it is the field ``body``. Raises ``DataError``."""
    try:
        post = frontmatter.load(str(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataError(path, mark.line + 1 if mark else 1, "", "", f"the front matter is not YAML: {error}") from error
    try:
        return model.model_validate({**post.metadata, "body": post.content.strip()})
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise DataError(path, _line_of(path, first["loc"]), column, first.get("input"), first["msg"]) from error


def _line_of(path: Path, location: tuple[int | str, ...]) -> int:
    """The line on which a front-matter key stands, or 1."""
    key = f"{location[0]}:" if location else ""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if key and text.startswith(key):
            return number
    return 1

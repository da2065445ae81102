"""Reads assignments written as JSON close to schema.org's JobPosting (docs/imports.md): a page of a feed, or a file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from store.datafile import DataError
from store.importfile import ImportErrors, problems_of
from store.rows import AssignmentRow

LIST, NEXT = "itemListElement", "next"
# The property that each column of an assignment is read from, and where further in it stands.
PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "reference": ("identifier",),
    "title": ("title",),
    "role": ("occupationalCategory",),
    "host": ("hiringOrganization",),
    "modality": ("employmentType",),
    "scope": ("scope",),
    "country": ("jobLocation", "address", "addressCountry"),
    "city": ("jobLocation", "address", "addressLocality"),
    "duration_months": ("duration",),
    "start": ("jobStartDate",),
    "closes": ("validThrough",),
    "languages": ("languages",),
    "family_duty_station": ("familyDutyStation",),
    "open_to_disability": ("openToDisability",),
    "sdg": ("sdg",),
    "education": ("educationRequirements",),
    "experience_years": ("experienceRequirements",),
    "skills": ("skills",),
    "tasks": ("responsibilities",),
    "apply_url": ("url",),
}
# schema.org's words for levels of education.
CREDENTIALS = {
    "high school": "secondary", "associate degree": "technical", "professional certificate": "technical",
    "bachelor degree": "bachelor", "postgraduate degree": "master",
}  # fmt: skip
_DURATION = re.compile(r"^P(?:(\d+)Y)?(?:(\d+)M)?$")
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True)
class Given:
    """An assignment as it was given, and where: ``page`` is a file or an address; in JSON it has a ``place``."""

    page: Path | str
    line: int
    row: AssignmentRow
    place: str = ""

    def error(self, column: str, value: object, problem: str) -> DataError:
        """The error to name when this assignment cannot be."""
        return DataError(self.page, self.line, _named(self.place, column), value, problem)


@dataclass(frozen=True)
class Page:
    """What stands on one page: assignments, what is wrong with others, and the address of the next page if any."""

    given: list[Given]
    errors: list[DataError]
    next: str = ""


def read_page(text: str, page: Path | str) -> Page:
    """The assignments of a JSON document. Raises ``ImportErrors`` when it is no JSON, or no list of postings."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        near = text[max(0, error.pos - 20) : error.pos + 20]
        raise ImportErrors([DataError(page, error.lineno, "", near, f"not JSON: {error.msg}")]) from error
    except RecursionError as error:
        raise ImportErrors([DataError(page, 1, "", text[:20], "nested too deeply")]) from error
    envelope = document if isinstance(document, dict) else {LIST: document}
    following = envelope.get(NEXT) or ""
    if not isinstance(envelope.get(LIST), list) or not isinstance(following, str):
        problem = f"expected a list of postings, or an object with {LIST!r} (a list) and {NEXT!r} (an address)"
        raise ImportErrors([DataError(page, 1, LIST, text[:40], problem)])
    found = Page([], [], following)
    line, counted = 1, 0
    for number, (posting, begin, end) in enumerate(_elements(text)):
        line, counted = line + text.count("\n", counted, begin), begin
        _read(posting, text[begin:end], line, f"{LIST}[{number}]", page, found)
    return found


def _read(posting: Any, source: str, line: int, place: str, page: Path | str, found: Page) -> None:
    """Add one posting, or what is wrong with it, to ``found``."""
    if not isinstance(posting, dict):
        found.errors.append(DataError(page, line, place, posting, "a posting is an object"))
        return
    values = {column: _value(column, posting) for column in PROPERTIES}
    try:
        row = AssignmentRow.model_validate({column: value for column, value in values.items() if value is not None})
        found.given.append(Given(page, line, row, place))
    except ValidationError as error:
        for column, problem in problems_of(error):
            within = source.find(f'"{PROPERTIES[column][-1]}"') if column else -1
            there = line + source.count("\n", 0, max(within, 0))
            found.errors.append(DataError(page, there, _named(place, column), values.get(column), problem))


def _named(place: str, column: str) -> str:
    """A column as the document has it: ``itemListElement[4].validThrough``; in a table it is just the column."""
    return f"{place}.{'.'.join(PROPERTIES[column])}" if place and column else place or column


def _value(column: str, posting: Mapping[str, Any]) -> Any:
    """What a posting says for a column, as its row wants it; None where it says nothing."""
    value: Any = posting
    for name in PROPERTIES[column]:
        # One place in a list of its own is that place; of several none is meant more than the others.
        value = value[0] if isinstance(value, list) and len(value) == 1 else value
        if not isinstance(value, dict):
            break  # not of the form: the row will say so
        value = value.get(name)
    return READERS.get(column, _plain)(value)


def _plain(value: Any) -> Any:
    """The name or value of a thing that may be written as an object (Organization, PropertyValue, Country)."""
    if isinstance(value, dict):
        value = value.get("name", value.get("value", value))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _several(value: Any) -> Any:
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _months(value: Any) -> Any:
    """The months of an ISO 8601 duration in years and months."""
    match = _DURATION.match(value) if isinstance(value, str) else None
    return int(match[1] or 0) * 12 + int(match[2] or 0) if match else value


def _years(value: Any) -> Any:
    """The years of experience; a part of a year counts as a whole one."""
    months = value.get("monthsOfExperience") if isinstance(value, dict) else None
    return -(-months // 12) if isinstance(months, int) else value


def _level(value: Any) -> Any:
    """The level of education, also in schema.org's words."""
    level = value.get("credentialCategory") if isinstance(value, dict) else value
    return CREDENTIALS.get(level, level) if isinstance(level, str) else value


READERS: Mapping[str, Callable[[Any], Any]] = {
    "languages": _several, "skills": _several, "tasks": _several, "duration_months": _months,
    "experience_years": _years, "education": _level,
}  # fmt: skip


def _elements(text: str) -> Iterator[tuple[Any, int, int]]:
    """Each element of the list in a valid document, with where it begins and ends."""
    decoder = json.JSONDecoder()

    def skip(at: int) -> int:
        return _SPACE.match(text, at).end()  # type: ignore[union-attr] # matches everywhere

    at = skip(0)
    if text[at] == "{":
        name = ""
        while name != LIST:
            name, at = decoder.raw_decode(text, skip(at + 1))
            at = skip(skip(at) + 1)  # behind the colon
            if name != LIST:
                at = skip(decoder.raw_decode(text, at)[1])
    at = skip(at + 1)
    while text[at] != "]":
        element, end = decoder.raw_decode(text, at)
        yield element, at, end
        at = skip(end)
        at = skip(at + 1) if text[at] == "," else at

"""A partner's request for volunteers: what it consists of, what is asked next, and which values can be right.

The record is plain data that an assistant's slot can hold. Starts are written as ISO dates as exactly as they were said
(``2027-03``), durations as ISO 8601 (``P6M``), e-mail addresses as the placeholder that the desk put in their place.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

# What belongs to a line, and what to the whole request, in the order in which it is asked for.
OF_LINES = ("profile", "number", "country", "modality", "start", "duration")
OF_REQUEST = ("funding", "organisation", "contact", "email")
# What a request can do without.
OPTIONAL = ("modality", "start", "duration", "funding")
FUNDING = ("own", "donor", "shared", "none")
SOON = "soon"
MOST_VOLUNTEERS, MOST_LINES = 500, 12
LONGEST_MONTHS, FURTHEST_YEARS = 48, 3
LONGEST_NAME = 120
# The number of a request, easy to read out; what masks it and what looks for it agree on this.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])VR[-\s]?([{LETTERS}]{{4}})[-\s]?([{LETTERS}]{{4}})(?![A-Za-z0-9])", re.IGNORECASE
)
_DURATION = re.compile(r"P(\d+)([WM])")


@dataclass(frozen=True)
class Line:
    """Volunteers of one kind: how many (0: not known) of which profile, kind of service, country, start, duration.

    ``profile`` is the key of an occupation of the store or, where there is none, words; empty texts are not known.
    """

    number: int = 0
    profile: str = ""
    modality: str = ""
    country: str = ""
    start: str = ""
    duration: str = ""

    def known(self) -> dict[str, Any]:
        """Only what is known."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Draft:
    """A request as far as it is known. ``open_points`` are things that the partner has left open on purpose.

    ``key`` tells it from other drafts, so that sending it twice makes one request; ``changes`` is the number of the
    request that it changes.
    """

    lines: tuple[Line, ...] = ()
    organisation: str = ""
    contact: str = ""
    email: str = ""
    funding: str = ""
    open_points: tuple[str, ...] = ()
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    changes: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Draft:
        """The draft that was kept with ``kept()``."""
        names = {each.name for each in fields(cls)}
        values: dict[str, Any] = {name: value for name, value in kept.items() if name in names}
        values["lines"] = tuple(Line(**line) for line in kept.get("lines", ()))
        values["open_points"] = tuple(kept.get("open_points", ()))
        return cls(**values)

    def kept(self) -> dict[str, Any]:
        """The draft as a slot or a deed can hold it."""
        return {**asdict(self), "lines": [asdict(line) for line in self.lines], "open_points": list(self.open_points)}

    def with_line(self, position: int, **values: Any) -> Draft:
        """The draft with values of a line replaced."""
        lines = [replace(line, **values) if n == position else line for n, line in enumerate(self.lines)]
        return replace(self, lines=tuple(lines))

    def __bool__(self) -> bool:
        return bool(self.lines or self.organisation or self.contact or self.email or self.funding)


@dataclass(frozen=True)
class Wanted:
    """What is asked for next: a field, and of which line."""

    field: str
    line: int = 0


@dataclass(frozen=True)
class Problem:
    """A value that cannot be right: why (``number-most``), and what was said."""

    key: str
    value: str


def next_wanted(draft: Draft, online: Collection[str]) -> Wanted | None:
    """The first thing that is missing; None when all is known. Who helps ``online`` needs no country."""
    if not draft.lines:
        return Wanted("profile")
    for name in OF_LINES:
        for position, line in enumerate(draft.lines):
            if getattr(line, name) or name in draft.open_points or (name == "country" and line.modality in online):
                continue
            return Wanted(name, position)
    missing = (name for name in OF_REQUEST if not getattr(draft, name) and name not in draft.open_points)
    return next((Wanted(name) for name in missing), None)


def checked(line: Line, today: dt.date) -> tuple[Line, list[Problem]]:
    """The line without values that cannot be right, and why they cannot."""
    problems = []
    if line.number and line.number > MOST_VOLUNTEERS:
        problems.append(Problem("number-most", str(line.number)))
        line = replace(line, number=0)
    if line.start and line.start != SOON and (key := _start_problem(line.start, today)):
        problems.append(Problem(key, line.start))
        line = replace(line, start="")
    if line.duration and not 0 < months_of(line.duration) <= LONGEST_MONTHS:
        problems.append(Problem("duration", line.duration))
        line = replace(line, duration="")
    return line, problems


def _start_problem(start: str, today: dt.date) -> str:
    """Why a start cannot be right: no such day, before the month (year, day) that it is now, or too far away."""
    year, month, day = (int(part) for part in (*start.split("-"), "1", "1")[:3])
    if day > calendar.monthrange(year, month)[1]:
        return "start-day"
    if start < today.isoformat()[: len(start)]:
        return "start-past"
    return "start-far" if int(start[:4]) > today.year + FURTHEST_YEARS else ""


def months_of(duration: str) -> float:
    """The length of an ISO 8601 duration of weeks or months, in months; 0 for anything else."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return 0
    return int(found[1]) if found[2] == "M" else int(found[1]) * 12 / 52


def duration_of(number: float, unit: str) -> str:
    """``P6M`` for 6 and month; years become months."""
    if unit == "week":
        return f"P{number:.0f}W"
    return f"P{number * 12 if unit == 'year' else number:.0f}M"


def parts_of(duration: str) -> tuple[int, str]:
    """The number and the unit (week or month) of a duration."""
    found = _DURATION.fullmatch(duration)
    if not found:
        raise ValueError(f"not a duration of weeks or months: {duration!r}")
    return int(found[1]), "week" if found[2] == "W" else "month"


def new_number() -> str:
    """A number for a new request."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"VR-{letters[:4]}-{letters[4:]}"


def plain_number(text: str) -> str:
    """The number of a request in ``text`` as the store writes it, or nothing."""
    found = NUMBER.search(text)
    return f"VR-{found[1]}-{found[2]}".upper() if found else ""

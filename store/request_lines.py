"""A line of a request for volunteers in words, for the assistant, the desk's mails and the console alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from babel.dates import format_date, format_skeleton

from store.volunteer_requests import SOON, parts_of
from texts.catalogue import Catalogue, locale_of

# The name of a thing by its kind and key.
type NameOf = Callable[[str, str], str]


class AnyLine(Protocol):
    """What a line has, in a draft and in the store."""

    @property
    def number(self) -> int: ...
    @property
    def profile(self) -> str: ...
    @property
    def modality(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def start(self) -> str: ...
    @property
    def duration(self) -> str: ...


def line_text(line: AnyLine, texts: Catalogue, language: str, name: NameOf) -> str:
    """'5 × Nurse, International UN Volunteer, Chad, from March 2027, 6 months'."""
    parts = [name("role", line.profile) if line.profile else texts(language, "request-volunteers")]
    if line.modality:
        parts.append(name("modality", line.modality))
    if line.country:
        parts.append(name("country", line.country))
    if line.start:
        parts.append(from_text(line.start, texts, language))
    if line.duration:
        number, unit = parts_of(line.duration)
        parts.append(texts(language, f"unit-{unit}s", count=number, value=number))
    text = texts(language, "list-separator").join(parts)
    return texts(language, "request-counted", number=str(line.number), what=text) if line.number else text


def from_text(start: str, texts: Catalogue, language: str) -> str:
    """'from March 2027', 'as soon as possible'."""
    if start == SOON:
        return texts(language, "request-start-soon")
    return texts(language, "request-from", start=start_text(start, language))


def start_text(start: str, language: str) -> str:
    """A year, month or day as exactly as it was said."""
    if len(start) == len("2027"):
        return start
    year, month, day = (int(part) for part in (*start.split("-"), "1")[:3])
    date = dt.date(year, month, day)
    if len(start) == len("2027-03"):
        return format_skeleton("yMMMM", date, locale=locale_of(language))
    return format_date(date, "long", locale=locale_of(language))

"""Dates of sources, as they are written in a language."""

from __future__ import annotations

import datetime as dt
import re

from babel.dates import format_date, format_skeleton

from texts.catalogue import Catalogue, locale_of

DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def written_date(date: str, language: str, texts: Catalogue) -> str:
    """A day, month or year such as 2024-05-31, 2024-05 or 2024, as CLDR says; other words by the catalogue.

    ``undated`` is the text ``date-undated``; what the catalogue does not know stands as it is.
    """
    if not DATE.fullmatch(date):
        key = f"date-{date}"
        return texts(language, key) if texts.has(language, key) else date
    locale = locale_of(language)
    day = dt.date.fromisoformat(f"{date}-01-01"[:10] if len(date) == len("2024") else f"{date}-01"[:10])
    if len(date) == len("2024-05-31"):
        return format_date(day, "long", locale=locale)
    return format_skeleton("y" if len(date) == len("2024") else "yMMMM", day, locale=locale)

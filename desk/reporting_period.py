"""A period of whole days, in the organisation's time zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

DEFAULT_DAYS = 30
PRESETS = (7, 30, 90, 365)
# A longer one is a mistake in typing a year.
LONGEST_DAYS = 3660


@dataclass(frozen=True)
class Period:
    """From ``first`` to ``last``, both included, in ``zone``."""

    first: dt.date
    last: dt.date
    zone: str

    def days(self) -> Iterator[dt.date]:
        """Every day."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + dt.timedelta(days=number)

    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """When it begins and when it has ended."""
        zone = ZoneInfo(self.zone)
        return (
            dt.datetime.combine(self.first, dt.time.min, zone),
            dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time.min, zone),
        )


def recent(today: dt.date, zone: str, days: int = DEFAULT_DAYS) -> Period:
    """The last ``days`` days, today included."""
    return Period(today - dt.timedelta(days=days - 1), today, zone)


def period_of(first: str, last: str, today: dt.date, zone: str) -> Period:
    """What a form holds; an empty field is that of the last 30 days. Raises ``ValueError`` for what is no period."""
    usual = recent(today, zone)
    end = dt.date.fromisoformat(last) if last else usual.last
    begin = dt.date.fromisoformat(first) if first else end - dt.timedelta(days=DEFAULT_DAYS - 1)
    if begin > end or (end - begin).days >= LONGEST_DAYS:
        raise ValueError(f"from {begin} to {end} is no period of 1 to {LONGEST_DAYS} days")
    return Period(begin, end, zone)

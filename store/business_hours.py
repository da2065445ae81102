"""Time that counts: only while staff are at work (a profile's hours and holidays). Pure functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from store.profile import WEEKDAYS, Hours

# Longer than any promise: an organisation that opens on no day of a year does not open.
LONGEST_DAYS = 400


def after(hours: Hours, start: dt.datetime, working: dt.timedelta) -> dt.datetime | None:
    """The moment (UTC) at which ``working`` time has passed since ``start``; None where it never does."""
    left = working
    for opens, closes in _spans(hours, start):
        begins = max(opens, start)
        if begins + left <= closes:
            return begins + left
        left -= max(closes - begins, dt.timedelta())
    return None


def between(hours: Hours, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    """How much working time lies between two moments, ``start`` the earlier."""
    passed = dt.timedelta()
    for opens, closes in _spans(hours, start, (end - start).days + 2):
        passed += max(min(closes, end) - max(opens, start), dt.timedelta())
    return passed


def _spans(hours: Hours, start: dt.datetime, days: int = LONGEST_DAYS) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """When staff are at work from the day of ``start`` on, in UTC: clocks that change make a day longer or shorter."""
    zone = ZoneInfo(hours.timezone)
    first = start.astimezone(zone).date()
    for ahead in range(days + 1):
        day = first + dt.timedelta(days=ahead)
        span = hours.open.get(WEEKDAYS[day.weekday()])
        if span is not None and day not in hours.holidays:
            opens, closes = (dt.datetime.combine(day, clock, zone).astimezone(dt.UTC) for clock in span)
            yield opens, closes

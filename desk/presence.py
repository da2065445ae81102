"""Presence: who has the console open, who looks at which request, who types. In memory, as the streams it comes from.

A look lasts as long as the page's event stream, typing some seconds after the last key.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

TYPING_SECONDS = 6.0


class Presence:
    """Counts streams by member of staff and request; ``clock`` is in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._open: Counter[str] = Counter()
        self._looking: Counter[tuple[int, str]] = Counter()
        self._typing: dict[tuple[int, str], float] = {}

    @contextmanager
    def console(self, staff_id: str, ticket_id: int | None) -> Iterator[None]:
        """While a console of ``staff_id`` is open, on the page of a request or another one."""
        look = None if ticket_id is None else (ticket_id, staff_id)
        with self._lock:
            self._open[staff_id] += 1
            if look:
                self._looking[look] += 1
        try:
            yield
        finally:
            with self._lock:
                self._open[staff_id] -= 1
                if look:
                    self._looking[look] -= 1
                    self._typing.pop(look, None)
                self._open, self._looking = +self._open, +self._looking

    def types(self, staff_id: str, ticket_id: int) -> None:
        """A key was pressed in the field of an answer."""
        with self._lock:
            self._typing[ticket_id, staff_id] = self._clock() + TYPING_SECONDS

    def available(self) -> set[str]:
        """Who has a console open."""
        with self._lock:
            return set(self._open)

    def looking(self, ticket_id: int) -> set[str]:
        """Who looks at a request."""
        with self._lock:
            return {staff_id for ticket, staff_id in self._looking if ticket == ticket_id}

    def typing(self, ticket_id: int) -> set[str]:
        """Who types an answer to it."""
        with self._lock:
            moment = self._clock()
            self._typing = {key: until for key, until in self._typing.items() if until > moment}
            return {staff_id for ticket, staff_id in self._typing if ticket == ticket_id}

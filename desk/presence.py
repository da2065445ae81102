"""Presence: who is at the console, who looks at which request, who types. In memory, as the streams it comes from.

A look lasts as long as the page's event stream and somebody is there: a page that nobody has looked at or touched for
some minutes is a forgotten one, and must not make visitors wait for its owner. Typing lasts some seconds.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

TYPING_SECONDS = 6.0
# A visitor is told at most so often that an answer is being written to them.
TOLD_SECONDS = 3.0
# Pages that are looked at or touched say so every minute (``console-here.js``).
ATTENDED_SECONDS = 300.0


class Presence:
    """Counts streams by member of staff and request; ``clock`` is in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._open: Counter[str] = Counter()
        self._looking: Counter[tuple[int, str]] = Counter()
        self._attended: dict[str, float] = {}
        self._typing: dict[tuple[int, str], float] = {}
        self._writing: dict[str, float] = {}

    @contextmanager
    def console(self, staff_id: str, ticket_id: int | None) -> Iterator[None]:
        """While a console of ``staff_id`` is open, on the page of a request or another one."""
        look = None if ticket_id is None else (ticket_id, staff_id)
        self.attends(staff_id)
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

    def attends(self, staff_id: str) -> None:
        """Somebody looks at a console of ``staff_id``, or uses it."""
        with self._lock:
            self._attended[staff_id] = self._clock() + ATTENDED_SECONDS

    def types(self, staff_id: str, ticket_id: int) -> None:
        """A key was pressed in the field of an answer."""
        self.attends(staff_id)
        with self._lock:
            self._typing[ticket_id, staff_id] = self._clock() + TYPING_SECONDS

    def writes(self, conversation_id: str) -> bool:
        """Whoever has the conversation types an answer; whether it is time to tell its visitor (again)."""
        with self._lock:
            moment = self._clock()
            self._writing = {key: at for key, at in self._writing.items() if at > moment - TYPING_SECONDS}
            is_due = self._writing.get(conversation_id, -TOLD_SECONDS) <= moment - TOLD_SECONDS
            if is_due:
                self._writing[conversation_id] = moment
            return is_due

    def written_at(self, conversation_id: str) -> float | None:
        """When its visitor was to be told last that an answer is being written, if that still holds."""
        with self._lock:
            at = self._writing.get(conversation_id)
            return at if at is not None and at > self._clock() - TYPING_SECONDS else None

    def available(self) -> set[str]:
        """Who has a console open and is at it."""
        with self._lock:
            moment = self._clock()
            self._attended = {staff_id: until for staff_id, until in self._attended.items() if until > moment}
            return set(self._open) & set(self._attended)

    def looking(self, ticket_id: int) -> set[str]:
        """Who looks at a request."""
        there = self.available()
        with self._lock:
            return {staff_id for ticket, staff_id in self._looking if ticket == ticket_id} & there

    def typing(self, ticket_id: int) -> set[str]:
        """Who types an answer to it."""
        with self._lock:
            moment = self._clock()
            self._typing = {key: until for key, until in self._typing.items() if until > moment}
            return {staff_id for ticket, staff_id in self._typing if ticket == ticket_id}

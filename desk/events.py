"""Tells open event streams that something happened; they then read the store. In-process: one desk process on SQLite.

A signal carries no data, so a stream that was slow or away misses nothing: it reads on from where it was.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

CONSOLE = "console"


class Bus:
    """Signals by topic: a conversation's id, or ``CONSOLE`` for the queue."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None

    def bind(self) -> None:
        """Remember the running loop, so that threads can publish."""
        self._loop = asyncio.get_running_loop()

    def publish(self, *topics: str) -> None:
        """Wake everyone who listens to one of ``topics``. May be called from any thread."""
        if self._loop is None or self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._wake, topics)

    def _wake(self, topics: tuple[str, ...]) -> None:
        for topic in topics:
            for event in self._listeners.get(topic, ()):
                event.set()

    @contextmanager
    def listen(self, *topics: str) -> Iterator[asyncio.Event]:
        """An event that is set at every signal of any of ``topics``; the listener clears it before it reads."""
        event = asyncio.Event()
        for topic in topics:
            self._listeners[topic].add(event)
        try:
            yield event
        finally:
            for topic in topics:
                self._listeners[topic].discard(event)
                if not self._listeners[topic]:
                    del self._listeners[topic]

    def listeners(self, topic: str) -> int:
        """How many listen to ``topic``."""
        return len(self._listeners.get(topic, ()))

"""Limits on how often something may be done, with the moment when it may be done again (library ``limits``)."""

from __future__ import annotations

import math
import threading
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from desk.errors import DeskError


class Rates:
    """Counts per kind and key in memory: one desk process, and nothing personal is written down."""

    def __init__(self, **rates: str) -> None:
        self._lock = threading.Lock()
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rates = {kind: parse(rate) for kind, rate in rates.items()}

    def check(self, kind: str, key: str, error: str = "rate") -> None:
        """Count one more of ``kind`` for ``key``. Raises ``DeskError`` 429 that says when to try again."""
        seconds = self.wait(kind, key)
        if seconds:
            raise DeskError(429, error, headers={"Retry-After": str(seconds)}, seconds=seconds)

    def wait(self, kind: str, *keys: str) -> int:
        """Count one more of ``kind`` for every one of ``keys`` and return 0.

        Where one of them has had enough, none is counted, and the seconds to wait are returned.
        """
        rate = self._rates[kind]
        with self._lock:
            full = [key for key in keys if not self._limiter.test(rate, kind, key)]
            for key in () if full else keys:
                self._limiter.hit(rate, kind, key)
        resets = (self._limiter.get_window_stats(rate, kind, key).reset_time for key in full)
        return max((max(1, math.ceil(reset - time.time())) for reset in resets), default=0)

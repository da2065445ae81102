"""Limits on how often something may be done, with the moment when it may be done again (library ``limits``)."""

from __future__ import annotations

import math
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from desk.errors import DeskError


class Rates:
    """Counts per kind and key in memory: one desk process, and nothing personal is written down."""

    def __init__(self, **rates: str) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rates = {kind: parse(rate) for kind, rate in rates.items()}

    def check(self, kind: str, key: str, error: str = "rate") -> None:
        """Count one more of ``kind`` for ``key``. Raises ``DeskError`` 429 that says when to try again."""
        rate = self._rates[kind]
        if self._limiter.hit(rate, kind, key):
            return
        seconds = max(1, math.ceil(self._limiter.get_window_stats(rate, kind, key).reset_time - time.time()))
        raise DeskError(429, error, headers={"Retry-After": str(seconds)}, seconds=seconds)

"""What each role may do: the one list. Routes name a right of it (``desk.access``), templates ask ``may``."""

from __future__ import annotations

from store.models import Staff

# From the one that may least on.
ROLES = ("agent", "supervisor", "administrator")
EVERYBODY = frozenset(ROLES)
LEADING = frozenset({"supervisor", "administrator"})
ADMINISTRATORS = frozenset({"administrator"})

RIGHTS: dict[str, frozenset[str]] = {
    "console": EVERYBODY,  # queue, requests, articles, one's own account
    "corrections": LEADING,  # telling people that an answer was wrong
    "files": EVERYBODY,  # those of visitors, of requests that one may see
    "figures": LEADING,
    "review": LEADING,  # verdicts on answers, examples from visitors' choices
    "notices": LEADING,  # writing and publishing them, one reply to all their requests
    "queues": LEADING,  # who works in which one
    "reports": ADMINISTRATORS,  # reading those of harm, while their queue has no member
    "audit": ADMINISTRATORS,
    "people": ADMINISTRATORS,
}


def has(staff: Staff, right: str) -> bool:
    """Whether ``staff`` has ``right``. Raises ``KeyError`` for a right that does not exist."""
    return staff.role in RIGHTS[right]

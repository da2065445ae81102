"""Which conversations a transaction has changed: noted where messages and requests change, read before it is committed.

What follows from a change as a whole, such as the mirror in an outside desk, is decided once then, not at every step.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

_KEY = "touched conversations"


def touch(session: Session, conversation_id: str) -> None:
    """Note that something of the conversation has changed."""
    session.info.setdefault(_KEY, set()).add(conversation_id)


def touched(session: Session) -> list[str]:
    """The conversations that have changed since the session began."""
    return sorted(session.info.get(_KEY, ()))

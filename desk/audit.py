"""The audit trail: every change of state by a person, under a stable dotted name."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from store.models import AuditEntry


def record(
    session: Session, actor: str, action: str, subject: str,
    before: dict[str, Any] | None = None, after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Write down that ``actor`` did ``action`` (such as ``ticket.claimed``) to ``subject``, with what changed."""
    session.add(AuditEntry(actor=actor, action=action, subject=subject, before=before, after=after))

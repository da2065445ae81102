"""The languages that staff read: what they declared, and whether anybody reads a visitor's."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.context import Context
from desk.errors import DeskError
from store.models import Staff


def declare(context: Context, session: Session, staff: Staff, languages: Collection[str]) -> None:
    """Keep which languages ``staff`` reads; none means that nothing is known. Raises ``DeskError`` 422."""
    if not set(languages) <= set(context.profile.languages):
        raise DeskError(422, "invalid")
    chosen = [language for language in context.profile.languages if language in languages]
    session.get_one(Staff, staff.id).reads = chosen


def anybody_reads(session: Session, language: str) -> bool:
    """Whether ``language`` is read by an active member of staff; also true while nobody has declared any."""
    declared = [reads for reads in session.scalars(select(Staff.reads).where(Staff.active)) if reads]
    return not declared or any(language in reads for reads in declared)

"""Saved views: the queue, narrowed, under a name of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.errors import DeskError
from desk.finding import Filters
from store.models import SavedView, Staff

LONGEST_NAME, LONGEST_QUERY = 60, 500
MOST = 30


def of(session: Session, staff: Staff) -> Sequence[SavedView]:
    """The views of ``staff``, by name."""
    return session.scalars(select(SavedView).where(SavedView.staff_id == staff.id).order_by(SavedView.name)).all()


def save(session: Session, staff: Staff, name: str, filters: Filters) -> None:
    """Keep ``filters`` under ``name``; one of that name is replaced. Raises ``DeskError`` 422."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME or not 0 < len(filters.query) <= LONGEST_QUERY:
        raise DeskError(422, "view")
    session.execute(delete(SavedView).where(SavedView.staff_id == staff.id, SavedView.name == name))
    count = select(func.count()).select_from(SavedView).where(SavedView.staff_id == staff.id)
    if (session.scalar(count) or 0) >= MOST:
        raise DeskError(422, "view")
    session.add(SavedView(staff_id=staff.id, name=name, query=filters.query))


def forget(session: Session, staff: Staff, view_id: int) -> None:
    """Take a view of one's own away. Raises ``DeskError`` 404."""
    view = session.get(SavedView, view_id)
    if view is None or view.staff_id != staff.id:
        raise DeskError(404, "not-found")
    session.delete(view)

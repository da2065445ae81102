"""Saving and taking away one's own views of the queue. Routes only; the rules are in ``desk.views``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from desk import views
from desk.api import Desk
from desk.console import Narrowed, Protected, SignedIn

router = APIRouter(prefix="/staff/views", include_in_schema=False)


@router.post("", dependencies=Protected)
def save(desk: Desk, staff: SignedIn, filters: Narrowed, name: Annotated[str, Form()]) -> Response:
    """Keep the filters in the address under a name."""
    with desk.database.write() as session:
        views.save(session, staff, name, filters)
    return RedirectResponse(f"/staff?{filters.query}", 303)


@router.post("/{view_id}/forget", dependencies=Protected)
def forget(desk: Desk, staff: SignedIn, view_id: int) -> Response:
    """Take a view away."""
    with desk.database.write() as session:
        views.forget(session, staff, view_id)
    return RedirectResponse("/staff", 303)

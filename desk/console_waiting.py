"""What waits for a member of staff, shown on every page of the console, and the tone for it. Routes only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk import queues
from desk.api import Desk
from desk.console import Protected, SignedIn, page
from store.models import Staff

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/waiting")
def waiting_part(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """The link to the queue with how much waits, for htmx."""
    with desk.database.read() as session:
        found = queues.waiting_for(desk, session, staff)
    return page(request, "waiting", staff, waiting=found)


@router.post("/chime", dependencies=Protected)
def chime(desk: Desk, staff: SignedIn, wanted: Annotated[bool, Form()] = False) -> Response:
    """Say whether one wants to hear a tone for what is new."""
    with desk.database.write() as session:
        session.get_one(Staff, staff.id).chime = wanted
    return RedirectResponse("/staff/account", 303)

"""The page on which supervisors say who works in which queue. Routes only; the rules are in ``desk.queues``."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import select

from desk import queues
from desk.access import ManagesQueues
from desk.api import Desk
from desk.console import Protected, page
from desk.context import Context
from desk.events import CONSOLE
from store.models import Staff

router = APIRouter(prefix="/staff/queues", include_in_schema=False)


@router.get("")
def queues_page(request: Request, desk: Desk, staff: ManagesQueues) -> HTMLResponse:
    """The members of every queue."""
    return page(request, "queues", staff, **_queues(desk))


def _queues(desk: Context) -> dict[str, Any]:
    with desk.database.read() as session:
        people = session.scalars(select(Staff).where(Staff.active).order_by(Staff.name, Staff.id)).all()
        members = {queue: {each.id for each in found} for queue, found in queues.members(session).items()}
    return {"people": people, "members": members, "queues": desk.profile.queues, "promises": desk.profile.promises}


@router.post("/{queue}", dependencies=Protected)
def set_members(
    desk: Desk, staff: ManagesQueues, queue: str, member: Annotated[list[str] | None, Form()] = None
) -> Response:
    """Make those who are ticked the members of ``queue``."""
    with desk.database.write() as session:
        queues.set_members(desk, session, queue, member or [], staff)
    desk.bus.publish(CONSOLE)
    return RedirectResponse("/staff/queues", 303)

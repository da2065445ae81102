"""The console's event stream, who is there, who types, and the languages that one reads. Routes only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from sse_starlette import EventSourceResponse

from desk import queues, readers
from desk.api import Desk
from desk.console import Protected, SignedIn
from desk.events import CONSOLE
from desk.stream import console_events, ticket_topic
from store.models import Conversation

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/events")
async def events(desk: Desk, staff: SignedIn, ticket: int | None = None) -> EventSourceResponse:
    """Tells the console's pages that something changed; ``ticket`` is the request that the page shows."""
    if ticket is not None:
        await desk.read(lambda session: queues.access_ticket(desk, session, ticket, staff))
    return EventSourceResponse(console_events(desk, staff.id, ticket), ping=15)


@router.get("/here")
def here(desk: Desk, staff: SignedIn) -> Response:
    """Somebody looks at the console or uses it, as its pages say every minute."""
    was_there = staff.id in desk.presence.available()
    desk.presence.attends(staff.id)
    if not was_there:
        desk.bus.publish(CONSOLE)
    return Response(status_code=204)


@router.post("/tickets/{ticket_id}/typing", dependencies=Protected)
def typing(desk: Desk, staff: SignedIn, ticket_id: int) -> Response:
    """A key was pressed in the answer to a request."""
    with desk.database.read() as session:
        ticket = queues.access_ticket(desk, session, ticket_id, staff)
        is_owner = session.get_one(Conversation, ticket.conversation_id).owner == staff.id
    desk.presence.types(staff.id, ticket_id)
    is_told = is_owner and desk.presence.writes(ticket.conversation_id)
    desk.bus.publish(ticket_topic(ticket_id), *([ticket.conversation_id] if is_told else []))
    return Response(status_code=204)


@router.post("/reads", dependencies=Protected)
def reads(desk: Desk, staff: SignedIn, code: Annotated[list[str] | None, Form()] = None) -> Response:
    """Say which languages one reads."""
    with desk.database.write() as session:
        readers.declare(desk, session, staff, code or [])
    return RedirectResponse("/staff", 303)

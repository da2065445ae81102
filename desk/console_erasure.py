"""Staff confirm that a report of abuse is erased, which its visitor has asked for. The rule is in ``desk.erasure``."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from desk import erasure
from desk.api import Desk, TurnRunner
from desk.console import Protected, SignedIn
from desk.events import CONSOLE
from store.models import Ticket

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.post("/tickets/{ticket_id}/erase", dependencies=Protected)
async def erase(request: Request, desk: Desk, turns: TurnRunner, staff: SignedIn, ticket_id: int) -> Response:
    """Erase the ticket's conversation; it waits for an answer that is just being written."""
    ticket = await desk.read(lambda session: session.get(Ticket, ticket_id))
    async with turns.lock(ticket.conversation_id if ticket else ""):
        conversation_id = await desk.write(lambda session: erasure.confirm(desk, session, ticket_id, staff))
    desk.bus.publish(conversation_id, CONSOLE)
    if request.headers.get("hx-request"):
        return Response(headers={"HX-Redirect": "/staff"})
    return RedirectResponse("/staff", 303)

"""What staff do to a request besides answering it. Routes only; the rules are in the services of their names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from desk import bulk, linking, merging, notes, passing, queues, snooze, suggestions
from desk.api import Desk
from desk.console import Narrowed, Protected, SignedIn, act, page, queue_values
from desk.console_articles import Trying
from desk.errors import DeskError
from store.models import Conversation

router = APIRouter(prefix="/staff/tickets", include_in_schema=False)

Epoch = Annotated[int, Form()]


@router.post("/bulk", dependencies=Protected)
def several(
    request: Request, desk: Desk, staff: SignedIn, filters: Narrowed, deed: Annotated[str, Form()],
    pick: Annotated[list[int] | None, Form()] = None, to: Annotated[str, Form()] = "",
    notice: Annotated[int | None, Form()] = None,
) -> HTMLResponse:  # fmt: skip
    """Do the same to every request that is ticked, and say how many it was done to."""
    language, error, outcome = desk.profile.language(staff.language), "", None
    try:
        outcome = bulk.do(desk, staff, deed, pick or [], to, notice)
    except DeskError as refusal:
        error = desk.texts(language, f"error-{refusal.key}", **refusal.arguments)
    return page(
        request, "queue", staff, 422 if error else 200, error=error, outcome=outcome,
        **queue_values(desk, staff, filters),
    )  # fmt: skip


@router.get("/{ticket_id}/suggestions")
def suggested(request: Request, desk: Desk, staff: SignedIn, trial: Trying, ticket_id: int) -> HTMLResponse:
    """Articles near the visitor's last question, for htmx."""
    with desk.database.read() as session:
        ticket = queues.access_ticket(desk, session, ticket_id, staff)
        conversation = session.get_one(Conversation, ticket.conversation_id)
        reader = desk.profile.language(staff.language)
        question, found = suggestions.suggest(desk, session, trial, conversation, reader)
    return page(request, "suggestions", staff, question=question, suggestions=found, conversation=conversation)


@router.post("/{ticket_id}/note", dependencies=Protected)
def note(request: Request, desk: Desk, staff: SignedIn, ticket_id: int, text: Annotated[str, Form()]) -> Response:
    """Write a private note."""
    return act(request, desk, staff, ticket_id, lambda session, ticket: notes.add(session, ticket, staff, text))


@router.post("/{ticket_id}/assign", dependencies=Protected)
def assign(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, colleague: Annotated[str, Form()], epoch: Epoch
) -> Response:
    """Give the request to a colleague."""
    return act(request, desk, staff, ticket_id, lambda session, _: passing.assign(
        desk, session, ticket_id, staff, colleague, epoch
    ))  # fmt: skip


@router.post("/{ticket_id}/transfer", dependencies=Protected)
def transfer(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, queue: Annotated[str, Form()], epoch: Epoch,
    text: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Put the request into another queue."""
    return act(request, desk, staff, ticket_id, lambda session, _: passing.transfer(
        desk, session, ticket_id, staff, queue, text, epoch
    ))  # fmt: skip


@router.post("/{ticket_id}/snooze", dependencies=Protected)
def put_off(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, hours: Annotated[int, Form()], epoch: Epoch
) -> Response:
    """Put the request off."""
    return act(request, desk, staff, ticket_id, lambda session, _: snooze.snooze(
        session, ticket_id, staff, hours, epoch
    ))  # fmt: skip


@router.post("/{ticket_id}/wake", dependencies=Protected)
def wake(request: Request, desk: Desk, staff: SignedIn, ticket_id: int, epoch: Epoch) -> Response:
    """Go on with a request that was put off."""
    return act(request, desk, staff, ticket_id, lambda session, _: snooze.wake(session, ticket_id, staff, epoch))


@router.post("/{ticket_id}/merge", dependencies=Protected)
def merge(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, other: Annotated[int, Form()], epoch: Epoch
) -> Response:
    """End a duplicate in this request."""
    return act(request, desk, staff, ticket_id, lambda session, _: merging.merge(
        desk, session, ticket_id, staff, other, epoch
    ))  # fmt: skip


@router.post("/{ticket_id}/link", dependencies=Protected)
def link(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, notice: Annotated[int | None, Form()] = None
) -> Response:
    """Say to which notice the request belongs, or that it belongs to none."""
    return act(request, desk, staff, ticket_id, lambda session, _: linking.link(
        desk, session, staff, ticket_id, notice
    ))  # fmt: skip

"""A request on any device: ``/case`` asks for number and code, shows the answers and takes a reply. Without a script.

Number and code travel in forms only, never in an address.
"""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from babel.dates import format_datetime
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session

from desk import answers, cases, queues
from desk.api import Desk, Limits, TurnRunner
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.site import page
from desk.turns import Send
from store.models import Conversation, Message, Staff
from texts.catalogue import locale_of

router = APIRouter(prefix="/case", include_in_schema=False)
Field = Annotated[str, Form(max_length=64)]


@router.get("")
def ask(request: Request, desk: Desk, lang: str | None = None) -> HTMLResponse:
    """The form for number and code."""
    return _page(request, desk, _language(request, desk, lang))


@router.post("")
async def look(
    request: Request, desk: Desk, limits: Limits, case: Field = "", code: Field = "", lang: str | None = None
) -> HTMLResponse:  # fmt: skip
    """The request, its answers, and the form for a reply."""
    language = _language(request, desk, lang)
    try:
        limits.check("case", _network(request), error="case-rate")
        found = await desk.read(lambda session: _seen(desk, session, case, code, language))
    except DeskError as error:
        return _page(request, desk, language, error)
    await answers.seen(desk, found["conversation"], found["last_seq"])
    return _page(request, desk, language, seen=found, code=code)


@router.post("/reply")
async def reply(
    request: Request, desk: Desk, limits: Limits, turns: TurnRunner, case: Field = "", code: Field = "",
    client_id: Field = "", text: Annotated[str, Form()] = "", lang: str | None = None,
) -> HTMLResponse:  # fmt: skip
    """Write to the colleagues; sending the form again does nothing more."""
    language, error = _language(request, desk, lang), None
    try:
        limits.check("case", _network(request), error="case-rate")
        ticket = await desk.read(lambda session: cases.access(desk, session, case, code))
    except DeskError as refusal:
        return _page(request, desk, language, refusal)

    def access(session: Session, lock: bool = False) -> Conversation:
        return cases.conversation_of(desk, session, case, code, lock)

    try:
        if len(text) > desk.settings.message_length:
            raise DeskError(413, "too-long", length=len(text), maximum=desk.settings.message_length)
        limits.check("message", ticket.conversation_id)
        sent = Send(_uuid(client_id), text, network=_network(request), case=ticket.case)
        await turns.send(ticket.conversation_id, access, sent)
    except DeskError as refusal:
        error = refusal
    desk.bus.publish(CONSOLE)
    found = await desk.read(lambda session: _seen(desk, session, case, code, language))
    return _page(request, desk, language, error, seen=found, code=code, text=text if error else "")


def _uuid(text: str) -> str:
    """Raises ``DeskError`` 422 for what is no UUID."""
    try:
        return str(uuid.UUID(text))
    except ValueError as error:
        raise DeskError(422, "invalid") from error


def _language(request: Request, desk: Context, wanted: str | None) -> str:
    return desk.profile.language(wanted or request.headers.get("accept-language"))


def _network(request: Request) -> str:
    return request.client.host if request.client else ""


def _seen(desk: Context, session: Session, case: str, code: str, language: str) -> dict[str, Any]:
    """What the page shows of a request."""
    ticket = cases.access(desk, session, case, code)
    holder = session.get(Staff, ticket.assignee) if ticket.assignee and ticket.state == "claimed" else None
    messages = cases.exchanged(session, ticket)
    return {
        "case": ticket.case, "state": desk.texts(language, f"case-{ticket.state}", name=holder.name if holder else ""),
        "sensitive": queues.is_confided(session, ticket.conversation_id),
        "answered": any(message.author == "staff" for message in messages),
        "messages": [_shown(desk, message, language) for message in messages],
        "conversation": ticket.conversation_id, "last_seq": messages[-1].seq if messages else 0,
    }  # fmt: skip


def _shown(desk: Context, message: Message, language: str) -> dict[str, str]:
    return {
        "author": message.name or desk.texts(language, "case-you"), "kind": message.author, "text": message.text,
        "language": message.language, "at": format_datetime(message.at, "medium", locale=locale_of(language)),
    }  # fmt: skip


def _page(
    request: Request, desk: Context, language: str, error: DeskError | None = None, **more: Any
) -> HTMLResponse:  # fmt: skip
    said = desk.texts(language, f"error-{error.key}", **error.arguments) if error else ""
    values = {"seen": None, "code": "", "text": "", **more}
    response = page(
        request, desk, language, "case.html", lambda code: f"/case?lang={code}", error=said,
        client_id=str(uuid.uuid4()), **values,
    )  # fmt: skip
    response.status_code = error.status if error else 200
    response.headers["Cache-Control"] = "no-store"
    return response

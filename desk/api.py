"""The chat API for the widget (docs/architecture.md, contracts). Routes only: what they do is in the services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlalchemy.orm import Session
from sse_starlette import EventSourceResponse

from desk import answers, conversations, erasure, uploads
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.rates import Rates
from desk.stream import conversation_events
from desk.turns import Send, Turns, by_token
from store.models import Conversation

# Message numbers are 32 bits wide in the store.
LARGEST = 2**31 - 1

router = APIRouter(prefix="/api", tags=["chat"])


def context_of(request: Request) -> Context:
    """The desk that serves this request."""
    context: Context = request.app.state.context
    return context


def turns_of(request: Request) -> Turns:
    """The turns of this desk."""
    turns: Turns = request.app.state.turns
    return turns


def rates_of(request: Request) -> Rates:
    """The limits of this desk."""
    rates: Rates = request.app.state.rates
    return rates


def bearer(authorization: Annotated[str, Header()] = "") -> str:
    """The conversation's token. Raises ``DeskError`` 401."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise DeskError(401, "token")
    return token


Desk = Annotated[Context, Depends(context_of)]
TurnRunner = Annotated[Turns, Depends(turns_of)]
Limits = Annotated[Rates, Depends(rates_of)]
Token = Annotated[str, Depends(bearer)]
Seen = Annotated[int, Query(ge=0, le=LARGEST)]
LastEvent = Annotated[int | None, Header(alias="Last-Event-ID", ge=0, le=LARGEST)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewConversation(_Body):
    """Begins a conversation. ``page`` is the address of the page the widget is on."""

    language: str | None = Field(None, max_length=20)
    page: str = Field("", max_length=2000)


class NewMessage(_Body):
    """A message (``text``) or a pressed button (``choice``). ``client_id`` makes repeating it harmless.

    With ``email`` staff answer the text there: it was written while the desk could not be reached.
    """

    client_id: UUID
    text: str | None = None
    choice: str | None = Field(None, max_length=64)
    email: str | None = Field(None, max_length=300)

    @model_validator(mode="after")
    def _one_of_two(self) -> NewMessage:
        if (self.text is None) == (self.choice is None):
            raise ValueError("give either text or choice")
        if self.email is not None and self.text is None:
            raise ValueError("email goes with text")
        return self


class NewFeedback(_Body):
    """Whether the answer ``message`` (its seq) helped."""

    message: int = Field(ge=0, le=LARGEST)
    helpful: bool
    comment: str = Field("", max_length=1000)


class SeenMessage(_Body):
    """The newest message (its seq) that the visitor has seen."""

    message: int = Field(ge=0, le=LARGEST)


class NewContact(_Body):
    """Where the answer may be sent."""

    email: str = Field(max_length=300)


class NewLanguage(_Body):
    """The language to go on in."""

    language: str = Field(max_length=20)


def check_message(desk: Context, limits: Rates, conversation_id: str, text: str) -> None:
    """Whether ``text`` may be said now. Raises ``DeskError`` 413 (too long) or 429 (too often)."""
    if len(text) > desk.settings.message_length:
        raise DeskError(413, "too-long", length=len(text), maximum=desk.settings.message_length)
    limits.check("message", conversation_id)


@router.post("/conversations", status_code=201)
async def create(request: Request, body: NewConversation, desk: Desk, limits: Limits) -> dict[str, Any]:
    """Begin a conversation. The token belongs to it alone; keep it, it is not given again."""
    limits.check("conversation", request.client.host if request.client else "")
    language = desk.profile.language(body.language or request.headers.get("accept-language"))

    def work(session: Session) -> dict[str, Any]:
        conversation, token = conversations.create(session, language, body.page)
        return {
            "id": conversation.id, "token": token, "language": conversation.language,
            **conversations.history(desk, session, conversation),
        }  # fmt: skip

    return await desk.write(work)


@router.post("/conversations/{conversation_id}/messages")
async def send(
    request: Request,
    conversation_id: str,
    body: NewMessage,
    token: Token,
    desk: Desk,
    turns: TurnRunner,
    limits: Limits,
) -> dict[str, Any]:
    """Say something. The answer holds the visitor's message, the answers to it, and the state."""
    await desk.read(lambda session: conversations.access_conversation(session, conversation_id, token))
    text = body.text or ""
    check_message(desk, limits, conversation_id, text)
    return await turns.send(conversation_id, by_token(conversation_id, token), Send(
        str(body.client_id), text, body.choice or "", request.client.host if request.client else "",
        email=body.email or "",
    ))  # fmt: skip


@router.get("/conversations/{conversation_id}/messages")
async def read(
    conversation_id: str, token: Token, desk: Desk, after: Annotated[int, Query(ge=0, le=LARGEST)] = 0
) -> dict[str, Any]:
    """Messages after ``after``, and the state."""
    found = await desk.read(lambda session: conversations.history(
        desk, session, conversations.access_conversation(session, conversation_id, token), after
    ))  # fmt: skip
    if found["messages"]:
        await answers.seen(desk, conversation_id, found["messages"][-1]["seq"])
    return found


@router.put("/conversations/{conversation_id}/seen", status_code=204)
async def seen(conversation_id: str, body: SeenMessage, token: Token, desk: Desk) -> None:
    """Say that a message that came by the stream was on the screen: it need not be mailed."""
    await desk.read(lambda session: conversations.access_conversation(session, conversation_id, token))
    await answers.seen(desk, conversation_id, body.message)


@router.get("/conversations/{conversation_id}/events", response_class=EventSourceResponse)
async def events(
    conversation_id: str,
    token: Token,
    desk: Desk,
    last_event_id: LastEvent = None,
) -> EventSourceResponse:
    """The same as a stream: a snapshot of the state, then every message after ``Last-Event-ID`` as it comes."""
    await desk.read(lambda session: conversations.access_conversation(session, conversation_id, token))
    stream: AsyncIterator[Any] = conversation_events(desk, conversation_id, token, last_event_id)
    return EventSourceResponse(stream, ping=15, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})


FILE_FORM = {
    "type": "object", "required": ["client_id", "file"],
    "properties": {
        "client_id": {"type": "string", "format": "uuid"}, "file": {"type": "string", "format": "binary"},
    },
}  # fmt: skip


@router.post(
    "/conversations/{conversation_id}/files", status_code=201,
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FILE_FORM}}}},
)  # fmt: skip
async def send_file(
    request: Request, conversation_id: str, token: Token, desk: Desk, limits: Limits, after: Seen = 0
) -> dict[str, Any]:
    """Send a file that staff have asked for: a form with ``client_id`` and ``file``."""

    def access(session: Session, lock: bool = False) -> Conversation:
        return conversations.access_conversation(session, conversation_id, token, lock)

    await desk.read(access)
    limits.check("message", conversation_id)
    await uploads.take(request, desk, access)
    return await desk.read(lambda session: conversations.history(desk, session, access(session), after))


async def _change(desk: Context, conversation_id: str, token: str, work: Any) -> dict[str, Any]:
    """Run ``work(session, conversation)`` on the visitor's conversation and tell everyone who looks at it."""

    def run(session: Session) -> dict[str, Any]:
        conversation: Conversation = conversations.access_conversation(session, conversation_id, token, lock=True)
        result: dict[str, Any] = work(session, conversation)
        return result

    result = await desk.write(run)
    desk.bus.publish(conversation_id, CONSOLE)
    return result


@router.post("/conversations/{conversation_id}/feedback")
async def feedback(conversation_id: str, body: NewFeedback, token: Token, desk: Desk) -> dict[str, Any]:
    """Say whether an answer helped."""
    return await _change(desk, conversation_id, token, lambda session, conversation: conversations.give_feedback(
        desk, session, conversation, body.message, body.helpful, body.comment
    ))  # fmt: skip


@router.post("/conversations/{conversation_id}/contact")
async def contact(conversation_id: str, body: NewContact, token: Token, desk: Desk) -> dict[str, Any]:
    """Leave an e-mail address for the open request."""
    return await _change(desk, conversation_id, token, lambda session, conversation: conversations.leave_contact(
        desk, session, conversation, body.email
    ))  # fmt: skip


@router.put("/conversations/{conversation_id}/language")
async def language(conversation_id: str, body: NewLanguage, token: Token, desk: Desk) -> dict[str, Any]:
    """Go on in another language."""
    return await _change(desk, conversation_id, token, lambda session, conversation: conversations.set_language(
        desk, session, conversation, body.language
    ))  # fmt: skip


@router.get("/conversations/{conversation_id}/export")
async def export(conversation_id: str, token: Token, desk: Desk, response: Response) -> dict[str, Any]:
    """The visitor's own copy."""
    response.headers["Content-Disposition"] = 'attachment; filename="conversation.json"'
    return await desk.read(lambda session: conversations.export(
        desk, session, conversations.access_conversation(session, conversation_id, token)
    ))  # fmt: skip


@router.delete("/conversations/{conversation_id}", status_code=204)
async def delete(conversation_id: str, token: Token, desk: Desk, turns: TurnRunner) -> None:
    """Erase the conversation everywhere. It waits for an answer that is just being written.

    A report of abuse is not erased at once: 409 says that staff have been asked to confirm it.
    """
    async with turns.lock(conversation_id):
        erased = await desk.write(lambda session: erasure.erase(
            desk, session, conversations.access_conversation(session, conversation_id, token, lock=True)
        ))  # fmt: skip
    desk.bus.publish(conversation_id, CONSOLE)
    if not erased:
        raise DeskError(409, "erase-sensitive")

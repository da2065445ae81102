"""``/chat``: the chat as a page that works without JavaScript, for old telephones and poor networks.

It does what the widget does, with the same services as the chat API. A cookie, for this page alone and until the
browser is closed, holds what opens the conversation; forms from other sites are refused. A message form carries a
``client_id`` of its own, so that sending it twice says it once.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from babel.dates import format_datetime
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import answers, conversations, erasure, markdown, own_copy, uploads
from desk.api import Desk, Limits, TurnRunner, check_message
from desk.console import Protected
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.rates import Rates
from desk.site import languages_of, pages
from desk.turns import Send, by_token
from store import models as m
from texts.catalogue import locale_of
from texts.dates import written_date
from texts.language import direction

COOKIE = "desk_chat"
# More of a conversation is shown when it is asked for: a page that is small comes soon.
NEWEST = 12
EXAMPLES = range(1, 5)
# Where 'Leave now' goes: somewhere anybody might have been.
ELSEWHERE = "https://www.wikipedia.org/"

router = APIRouter(prefix="/chat", include_in_schema=False)
pages.env.filters["chat_markdown"] = markdown.render
pages.env.filters["safe_address"] = lambda url: url if _is_safe(url) else ""


def _is_safe(url: str | None) -> bool:
    """Whether a message may point there: https, mail, or the desk itself."""
    return bool(url) and str(url).startswith(("https://", "mailto:", "/")) and not str(url).startswith("//")


@dataclass(frozen=True)
class Key:
    """What opens a conversation."""

    conversation_id: str
    token: str


@dataclass(frozen=True)
class Refused:
    """What the visitor did in vain, and why: shown with the page, the words still in their field."""

    error: DeskError
    text: str = ""


def key_of(request: Request) -> Key | None:
    """The key that the browser's cookie holds."""
    conversation_id, _, token = request.cookies.get(COOKIE, "").partition(".")
    return Key(conversation_id, token) if token else None


@router.get("")
async def chat(request: Request, desk: Desk, lang: str | None = None, every: bool = False) -> HTMLResponse:
    """The conversation, and a form to go on with it."""
    return await _page(request, desk, key_of(request), lang, every=every)


@router.post("", dependencies=Protected)
async def say(
    request: Request, desk: Desk, turns: TurnRunner, limits: Limits, client_id: Annotated[uuid.UUID, Form()],
    lang: Annotated[str, Form()] = "", text: Annotated[str, Form()] = "", choice: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Say something or press a button; the first message begins a conversation."""
    key = key_of(request)
    network = request.client.host if request.client else ""
    try:
        if key is None or await _look(desk, key) is None:
            key = await _begin(desk, limits, network, desk.profile.language(lang))
        check_message(desk, limits, key.conversation_id, text)
        await turns.send(
            key.conversation_id, by_token(key.conversation_id, key.token), Send(str(client_id), text, choice, network)
        )
    except DeskError as error:
        return await _page(request, desk, key, lang, refused=Refused(error, text))
    return back(desk, key)


@router.post("/feedback", dependencies=Protected)
async def feedback(
    request: Request, desk: Desk, message: Annotated[int, Form()], helpful: Annotated[bool, Form()]
) -> Response:
    """Say whether an answer helped."""
    return await _change(request, desk, lambda session, conversation: conversations.give_feedback(
        desk, session, conversation, message, helpful, ""
    ))  # fmt: skip


@router.post("/contact", dependencies=Protected)
async def contact(request: Request, desk: Desk, email: Annotated[str, Form()]) -> Response:
    """Leave an e-mail address for the open request."""
    return await _change(request, desk, lambda session, conversation: conversations.leave_contact(
        desk, session, conversation, email
    ))  # fmt: skip


@router.post("/file", dependencies=Protected)
async def file(request: Request, desk: Desk, limits: Limits) -> Response:
    """Send a file that staff have asked for."""
    key = _known(request)
    try:
        await desk.read(lambda session: _access(session, key))
        limits.check("message", key.conversation_id)
        await uploads.take(request, desk, lambda session, lock: _access(session, key, lock))
    except DeskError as error:
        return await _page(request, desk, key, None, refused=Refused(error))
    return back(desk, key)


@router.post("/language", dependencies=Protected)
async def language(request: Request, desk: Desk, lang: Annotated[str, Form()]) -> Response:
    """Go on in another language."""
    spoken = desk.profile.language(lang)
    key = key_of(request)
    if key is None or await _look(desk, key) is None:
        return RedirectResponse(f"/chat?lang={spoken}", 303)
    return await _change(request, desk, lambda session, conversation: conversations.set_language(
        desk, session, conversation, spoken
    ))  # fmt: skip


@router.get("/copy.{kind}")
async def copy(request: Request, desk: Desk, kind: Literal["txt", "json"]) -> Response:
    """The visitor's own copy as a file, to read or for machines."""
    key = _known(request)
    found = await desk.read(lambda session: conversations.export(desk, session, _access(session, key)))
    headers = {"Content-Disposition": f'attachment; filename="conversation.{kind}"', "Cache-Control": "no-store"}
    if kind == "json":
        return JSONResponse(found, headers=headers)
    return PlainTextResponse(own_copy.readable(desk, found, found["language"]), headers=headers)


@router.post("/delete", dependencies=Protected)
async def delete(request: Request, desk: Desk, turns: TurnRunner) -> Response:
    """Erase the conversation; a report of abuse only once staff have confirmed it."""
    key = _known(request)
    async with turns.lock(key.conversation_id):
        erased = await desk.write(lambda session: erasure.erase(desk, session, _access(session, key, lock=True)))
    desk.bus.publish(key.conversation_id, CONSOLE)
    if not erased:
        return await _page(request, desk, key, None, refused=Refused(DeskError(409, "erase-sensitive")))
    return _without_key(RedirectResponse("/chat", 303))


@router.post("/leave", dependencies=Protected)
def leave(request: Request) -> Response:
    """Forget the conversation in this browser and go elsewhere at once; 'back' shows an empty page."""
    return _without_key(pages.TemplateResponse(request, "leave.html", {"elsewhere": ELSEWHERE}))


def _known(request: Request) -> Key:
    key = key_of(request)
    if key is None:
        raise DeskError(404, "conversation-unknown")
    return key


def _access(session: Session, key: Key, lock: bool = False) -> m.Conversation:
    return conversations.access_conversation(session, key.conversation_id, key.token, lock)


async def _begin(desk: Context, limits: Rates, network: str, spoken: str) -> Key:
    limits.check("conversation", network)
    conversation_id, token = await desk.write(lambda session: _made(session, spoken))
    return Key(conversation_id, token)


def _made(session: Session, spoken: str) -> tuple[str, str]:
    conversation, token = conversations.create(session, spoken, "/chat")
    return conversation.id, token


async def _look(desk: Context, key: Key) -> dict[str, Any] | None:
    """The conversation as its visitor sees it; None when it is gone."""

    def look(session: Session) -> dict[str, Any] | None:
        try:
            conversation = _access(session, key)
        except DeskError:
            return None
        rated = session.scalars(select(m.Feedback.seq).where(m.Feedback.conversation_id == conversation.id))
        return {
            "language": conversation.language, "rated": set(rated),
            **conversations.history(desk, session, conversation),
        }  # fmt: skip

    return await desk.read(look)


async def _change(request: Request, desk: Context, work: Any) -> Response:
    """Run ``work(session, conversation)``, tell everyone who looks at it, and show the page again."""
    key = _known(request)
    try:
        await desk.write(lambda session: work(session, _access(session, key, lock=True)))
    except DeskError as error:
        return await _page(request, desk, key, None, refused=Refused(error))
    desk.bus.publish(key.conversation_id, CONSOLE)
    return back(desk, key)


def back(desk: Context, key: Key) -> Response:
    """To the conversation of ``key``, which the browser keeps."""
    response = RedirectResponse("/chat#newest", 303)
    _keep(desk, response, key)
    return response


def _keep(desk: Context, response: Response, key: Key) -> None:
    response.set_cookie(
        COOKIE, f"{key.conversation_id}.{key.token}", httponly=True, samesite="lax", path="/chat",
        secure=desk.settings.secure_cookies,
    )  # fmt: skip


def _without_key(response: Response) -> Response:
    response.delete_cookie(COOKIE, path="/chat")
    return response


async def _page(
    request: Request, desk: Context, key: Key | None, lang: str | None, *, every: bool = False,
    refused: Refused | None = None,
) -> HTMLResponse:  # fmt: skip
    found = await _look(desk, key) if key else None
    spoken = desk.profile.language(lang or (found or {}).get("language") or request.headers.get("accept-language"))
    said = found["messages"] if found else []
    if key and said:
        await answers.seen(desk, key.conversation_id, said[-1]["seq"])
    locale = locale_of(spoken)

    def t(name: str, /, **arguments: object) -> str:
        return desk.texts(spoken, name, **arguments)

    response = pages.TemplateResponse(
        request, "chat.html",
        {
            "t": t, "language": spoken, "dir": direction(spoken), "direction": direction,
            "languages": languages_of(desk), "organisation": t("organisation"), "chat": found,
            "messages": said if every else said[-NEWEST:], "earlier": 0 if every else max(0, len(said) - NEWEST),
            "examples": [t(f"widget-example-{number}") for number in EXAMPLES], "client_id": uuid.uuid4,
            "choosing": max((each["seq"] for each in said if each["choices"]), default=0),
            "rating": max((each["seq"] for each in said if each["rateable"]), default=0),
            "as_of": lambda date: written_date(date, spoken, desk.texts),
            "moment": lambda at: format_datetime(dt.datetime.fromisoformat(at), "short", locale=locale),
            "privacy": t(
                "privacy-note", days=desk.profile.retention_days, privacy=desk.profile.contacts.privacy
            ),
            "error": t(f"error-{refused.error.key}", **refused.error.arguments) if refused else "",
            "text": refused.text if refused else "", "length": desk.settings.message_length,
        },
        status_code=refused.error.status if refused else 200,
        headers={"Cache-Control": "no-store", **((refused and refused.error.headers) or {})},
    )  # fmt: skip
    if key and found:
        _keep(desk, response, key)
    return response

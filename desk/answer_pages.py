"""The page behind the link in a mail with an answer: its button opens the conversation in ``/chat``.

Programs that look through mail follow every link in it; so nothing is shown or counts as seen before the button.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from desk import answers, chat_page
from desk.api import Desk, Limits
from desk.console import Protected
from desk.context import Context
from desk.errors import DeskError
from desk.site import page

router = APIRouter(prefix="/answers", include_in_schema=False)


@router.get("/{language}")
async def ask(
    request: Request, desk: Desk, language: str, case: str = "", until: int = 0, key: str = ""
) -> HTMLResponse:  # fmt: skip
    """The button."""
    spoken = desk.profile.language(language)
    try:
        ticket = await desk.read(lambda session: answers.access(desk, session, case, until, key))
    except DeskError as error:
        return _page(request, desk, spoken, error=error)
    return _page(request, desk, spoken, desk.texts(spoken, "answer-link-text", case=ticket.case))


@router.post("/{language}", dependencies=Protected)
async def open_chat(
    request: Request, desk: Desk, limits: Limits, language: str, case: str = "", until: int = 0, key: str = ""
) -> Response:  # fmt: skip
    """Go on in the chat of this browser."""
    try:
        limits.check("case", request.client.host if request.client else "", error="case-rate")
        opened = await desk.write(lambda session: answers.open_chat(desk, session, case, until, key))
    except DeskError as error:
        return _page(request, desk, desk.profile.language(language), error=error)
    desk.bus.publish(opened[0])
    return chat_page.back(desk, chat_page.Key(*opened))


def _page(
    request: Request, desk: Context, language: str, text: str = "", error: DeskError | None = None
) -> HTMLResponse:  # fmt: skip
    if error is not None:
        text = desk.texts(language, f"error-{error.key}", **error.arguments)
    query = request.url.query
    response = page(
        request, desk, language, "alert.html", lambda code: f"/answers/{code}?{query}", text=text,
        title=desk.texts(language, "answer-link-title"), button="" if error else "answer-link-button",
    )  # fmt: skip
    response.status_code = error.status if error else 200
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

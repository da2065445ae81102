"""Pages behind the links in mails about alerts. They work without a script, and a link alone changes nothing.

Programs that look through mail follow every link in it; so what a link is for is done by the button on its page.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from desk import alerts
from desk.api import Desk
from desk.context import Context
from desk.errors import DeskError
from desk.site import page

router = APIRouter(prefix="/alerts", include_in_schema=False)


@router.get("/{language}/confirm")
async def ask_to_confirm(request: Request, desk: Desk, language: str, id: str = "", key: str = "") -> HTMLResponse:
    """What is to be confirmed, and the button."""
    try:
        words = await desk.read(
            lambda session: alerts.described(desk, session, alerts.find(desk, session, id, key))
        )  # fmt: skip
    except DeskError as error:
        return _refusal(request, desk, language, error)
    return _page(request, desk, language, "alert-confirm", button="alert-confirm-button", wishes=words)


@router.post("/{language}/confirm")
async def confirm(request: Request, desk: Desk, language: str, id: str = "", key: str = "") -> HTMLResponse:
    """The button was pressed."""
    try:
        words = await desk.write(
            lambda session: alerts.described(desk, session, alerts.confirm(desk, session, id, key))
        )  # fmt: skip
    except DeskError as error:
        return _refusal(request, desk, language, error)
    return _page(request, desk, language, "alert-confirmed", wishes=words)


@router.get("/{language}/stop")
async def ask_to_stop(request: Request, desk: Desk, language: str, id: str = "", key: str = "") -> HTMLResponse:
    """The button that ends the mails."""
    try:
        alerts.check(desk, "stop", id, key)
    except DeskError as error:
        return _refusal(request, desk, language, error)
    return _page(request, desk, language, "alert-stop", button="alert-stop-button")


@router.post("/{language}/stop")
async def stop(request: Request, desk: Desk, language: str, id: str = "", key: str = "") -> HTMLResponse:
    """The button was pressed, here or in a mail program (RFC 8058), which sends no cookie and no origin."""
    try:
        await desk.write(lambda session: alerts.stop(desk, session, id, key))
    except DeskError as error:
        return _refusal(request, desk, language, error)
    return _page(request, desk, language, "alert-stopped")


def _refusal(request: Request, desk: Context, language: str, error: DeskError) -> HTMLResponse:
    spoken = desk.profile.language(language)
    title, text = desk.texts(spoken, "alert-link-title"), desk.texts(spoken, f"error-{error.key}", **error.arguments)
    return _framed(request, desk, spoken, title, text, status=error.status)


def _page(
    request: Request, desk: Context, language: str, key: str, button: str = "", **arguments: object
) -> HTMLResponse:  # fmt: skip
    spoken = desk.profile.language(language)
    title, text = desk.texts(spoken, f"{key}-title"), desk.texts(spoken, f"{key}-text", **arguments)
    return _framed(request, desk, spoken, title, text, button)


def _framed(
    request: Request, desk: Context, language: str, title: str, text: str, button: str = "", status: int = 200
) -> HTMLResponse:  # fmt: skip
    deed, query = request.url.path.rpartition("/")[2], request.url.query
    response = page(
        request, desk, language, "alert.html", lambda code: f"/alerts/{code}/{deed}?{query}",
        title=title, text=text, button=button,
    )  # fmt: skip
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

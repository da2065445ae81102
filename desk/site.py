"""What a browser gets besides the API: the demonstration site, the widget's texts, health."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.templating import Jinja2Templates
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from desk.api import Desk
from desk.context import Context
from texts.language import direction, native_name

ROOT = Path(__file__).parent
POLL_SECONDS = 4

router = APIRouter()
pages = Jinja2Templates(directory=ROOT / "templates")


def languages_of(desk: Context) -> list[dict[str, str]]:
    """The profile's languages: code, name in itself, direction."""
    return [{"code": c, "name": native_name(c), "dir": direction(c)} for c in desk.profile.languages]


def page(
    request: Request, desk: Context, language: str, template: str, address: Callable[[str], str],
    languages: Collection[str] | None = None, **more: object,
) -> HTMLResponse:  # fmt: skip
    """A public page in the common frame (``page.html``).

    ``address`` gives the page's address in another language, ``languages`` are those it exists in (default: all).
    """
    offered = [each for each in languages_of(desk) if languages is None or each["code"] in languages]
    return pages.TemplateResponse(request, template, {
        "t": lambda key, **arguments: desk.texts(language, key, **arguments),
        "language": language, "dir": direction(language), "languages": offered, "address": address,
        "organisation": desk.texts(language, "organisation"), "demonstration": desk.profile.demonstration,
        "has_figures": desk.profile.has_figures, **more,
    })  # fmt: skip


@router.get("/", include_in_schema=False)
def site(request: Request, desk: Desk, lang: str | None = None) -> HTMLResponse:
    """The demonstration site with the widget."""
    language = desk.profile.language(lang or request.headers.get("accept-language"))
    return page(request, desk, language, "site.html", lambda code: f"/?lang={code}")


@router.get("/api/widget", tags=["widget"])
def widget(request: Request, desk: Desk, language: str | None = None) -> JSONResponse:
    """What the widget needs when it is opened: texts in the language, privacy note, languages."""
    spoken = desk.profile.language(language or request.headers.get("accept-language"))
    note = desk.texts(
        spoken, "privacy-note", days=desk.profile.retention_days, privacy=desk.profile.contacts.privacy
    )  # fmt: skip
    body: dict[str, Any] = {
        "organisation": desk.texts(spoken, "organisation"),
        "language": spoken,
        "dir": direction(spoken),
        "languages": languages_of(desk),
        "texts": dict(desk.texts.raw(spoken, "widget-")),
        "privacy": {"text": note, "url": desk.profile.contacts.website},
        "poll_seconds": POLL_SECONDS,
    }
    return JSONResponse(body, headers={"Cache-Control": "max-age=300", "Vary": "Accept-Language"})


@router.get("/api", include_in_schema=False)
def api_page(request: Request) -> HTMLResponse:
    """The chat API for people: every operation of /api/openapi.json."""
    return pages.TemplateResponse(request, "api.html", {"api": request.app.openapi()})


@router.get("/healthz", tags=["health"])
def healthz() -> dict[str, str]:
    """The desk itself is alive; a balancer must not take away the desk that explains that another part is down."""
    return {"status": "ok"}


@router.get("/readyz", tags=["health"])
async def readyz(desk: Desk) -> JSONResponse:
    """200 once every part is ready, else 503 with which part is not and why."""
    parts = {"desk": "ok", "store": await _store(desk), **await desk.engine.health()}
    ready = all(state == "ok" for state in parts.values())
    return JSONResponse({"status": "ok" if ready else "not ready", "parts": parts}, 200 if ready else 503)


async def _store(desk: Desk) -> str:

    try:
        await desk.read(lambda session: session.execute(text("SELECT 1 FROM conversations LIMIT 1")))
    except SQLAlchemyError as error:
        return type(error).__name__
    return "ok"

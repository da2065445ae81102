"""The page behind the link that confirms a request for volunteers: shown by GET, confirmed by POST.

Programs that look into mail follow links; they press no buttons.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from desk import volunteer_requests
from desk.api import Desk
from desk.context import Context
from desk.events import CONSOLE
from desk.outbox import OUTBOX
from desk.site import page

router = APIRouter(prefix="/requests", include_in_schema=False)
# The address holds a secret: no copies, no trace in other sites' logs, no search engine.
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


@router.get("/confirm/{token}")
async def confirm_page(request: Request, desk: Desk, token: str) -> HTMLResponse:
    """What is to be confirmed, with a button; afterwards, that it is."""
    shown = await desk.read(lambda session: _shown(desk, session, token))
    language = str(shown["language"]) or desk.profile.language(request.headers.get("accept-language"))
    shown["language_of_request"] = shown.pop("language")
    answer = page(
        request, desk, language, "request_confirm.html", lambda code: f"/?lang={code}", (language,), **shown
    )  # fmt: skip
    answer.headers.update(HEADERS)
    answer.status_code = 200 if shown["number"] else 410
    return answer


def _shown(desk: Context, session: Session, token: str) -> dict[str, object]:
    found = volunteer_requests.by_token(session, token)
    if found is None:
        return {"number": "", "language": ""}
    language = desk.profile.language(found.language)
    return {
        "number": found.number, "language": language, "confirmed": found.confirmed_at is not None, "token": token,
        "lines": volunteer_requests.lines(desk, session, found, language),
        "facts": volunteer_requests.facts(desk, session, found, language),
        "of": volunteer_requests.name_of(session, language)("host", found.organisation),
    }  # fmt: skip


@router.post("/confirm/{token}")
async def confirm(desk: Desk, token: str) -> Response:
    """Confirm, and show that it is done."""
    found = await desk.write(lambda session: volunteer_requests.confirm(desk, session, token))
    if found is not None:
        desk.bus.publish(CONSOLE, OUTBOX, *([found.conversation_id] if found.conversation_id else []))
    return RedirectResponse(f"/requests/confirm/{token}", 303, headers=HEADERS)

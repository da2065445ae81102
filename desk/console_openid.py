"""To the OpenID provider and back. Routes only; the rules are in ``desk.openid``."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from desk import logins, openid
from desk.api import Desk, Limits
from desk.console import page, welcome
from desk.context import Context
from desk.errors import DeskError

router = APIRouter(prefix="/staff/oidc", include_in_schema=False)
COOKIE = "desk_oidc"
PATH = "/staff/oidc"
SECONDS = 600


def _callback(request: Request, desk: Context) -> str:
    base = desk.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}{PATH}/callback"


@router.get("")
def begin(request: Request, desk: Desk, limits: Limits, next: str = "/staff") -> Response:
    """To the provider."""
    if not desk.settings.oidc_issuer:
        raise DeskError(404, "not-found")
    limits.check("login", request.client.host if request.client else "", error="login-rate")
    address, kept = openid.begin(desk, _callback(request, desk), next)
    response = RedirectResponse(address, 303)
    # Lax: it has to come along when the provider sends the browser back.
    response.set_cookie(
        COOKIE, kept, max_age=SECONDS, httponly=True, samesite="lax", path=PATH, secure=desk.settings.secure_cookies
    )
    return response


@router.get("/callback")
def callback(request: Request, desk: Desk, code: str = "", state: str = "") -> Response:
    """Back from the provider, with a code if it knows them."""
    if not desk.settings.oidc_issuer:
        raise DeskError(404, "not-found")
    try:
        attempt = openid.attempt_of(desk, request.cookies.get(COOKIE, ""), state)
        person = openid.finish(desk, _callback(request, desk), code, attempt)
        with desk.database.write() as session:
            staff = openid.member(session, person)
            token = logins.begin(session, desk.settings, staff, request.headers.get("user-agent", ""), "OpenID Connect")
    except DeskError as error:
        text = desk.texts(
            desk.profile.language(request.headers.get("accept-language")), f"error-{error.key}", **error.arguments
        )
        response: Response = page(request, "login", status=error.status, next="/staff", error=text, single=True)
    else:
        # The login's cookie is not sent while the browser comes from another site: a page of ours leads on.
        onward = welcome(desk, token, f"/staff/code?next={attempt.wanted}" if staff.totp else attempt.wanted)
        response = page(request, "arrived", target=onward.headers["location"])
        response.headers.append("set-cookie", onward.headers["set-cookie"])
    response.delete_cookie(COOKIE, path=PATH)
    return response

"""One's own account: logins, the second factor; and the pages before it: code and one-time link. Routes only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from desk import accounts, logins, second_factor
from desk.api import Desk, Limits
from desk.console import COOKIE, NotSignedIn, Protected, SignedIn, page, welcome
from desk.context import Context
from desk.conversations import digest
from desk.errors import DeskError
from store.models import Staff

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/account")
def account_page(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """Logins and second factor."""
    return _account(request, desk, staff)


def _account(
    request: Request, desk: Context, staff: Staff, error: str = "", status: int = 200, codes: list[str] | None = None
) -> HTMLResponse:
    with desk.database.read() as session:
        mine = logins.of(session, staff.id, desk.settings)
        left = second_factor.codes_left(session, staff.id)
        me = session.get_one(Staff, staff.id)
        there, chime, email = me.totp is not None, me.chime, me.email
    return page(
        request, "account", staff, status, error=error, codes=codes, logins=mine, left=left, there=there, chime=chime,
        email=email,
        here=digest(request.cookies.get(COOKIE, "")),
    )  # fmt: skip


@router.post("/account/email", dependencies=Protected)
def set_email(request: Request, desk: Desk, staff: SignedIn, email: Annotated[str, Form()] = "") -> Response:
    """Where alarms of unclaimed requests go."""
    try:
        with desk.database.write() as session:
            accounts.set_email(session, staff.login, email, staff.login)
    except DeskError as error:
        return _account(request, desk, staff, said(desk, staff, error), error.status)
    return RedirectResponse("/staff/account", 303)


@router.post("/account/logins", dependencies=Protected)
def end_login(request: Request, desk: Desk, staff: SignedIn, login: Annotated[str, Form()]) -> Response:
    """End one of one's own logins, or all others."""
    with desk.database.write() as session:
        if login == "others":
            logins.end_all(session, staff.id, but=request.cookies.get(COOKIE, ""))
        else:
            logins.end_one(session, staff, login)
    return RedirectResponse("/staff/account", 303)


@router.get("/account/second-factor")
def enrol_page(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """The secret, as a picture and in letters, and the form for the first code."""
    return _enrol(request, desk, staff, second_factor.new_secret())


def _enrol(
    request: Request, desk: Context, staff: Staff, secret: str, error: str = "", status: int = 200
) -> HTMLResponse:
    organisation = desk.texts(desk.profile.language(staff.language), "organisation")
    drawn = second_factor.picture(secret, staff.login, organisation)
    return page(
        request, "second_factor", staff, status, secret=secret, error=error,
        picture=Markup(drawn),  # noqa: S704 - drawn by the library, of shapes alone
    )  # fmt: skip


@router.post("/account/second-factor", dependencies=Protected)
def enrol(
    request: Request, desk: Desk, limits: Limits, staff: SignedIn, secret: Annotated[str, Form()],
    code: Annotated[str, Form()],
) -> HTMLResponse:  # fmt: skip
    """Set the second factor up; the recovery codes are shown once."""
    token = request.cookies.get(COOKIE, "")
    try:
        limits.check("login", f"code {staff.id}", error="login-rate")
        with desk.database.write() as session:
            codes = second_factor.enrol(desk, session, staff.id, secret, code, token)
    except DeskError as error:
        if error.key != "second-factor-code":
            raise
        return _enrol(request, desk, staff, secret, said(desk, staff, error), error.status)
    return _account(request, desk, staff, codes=codes)


@router.post("/account/second-factor/remove", dependencies=Protected)
def remove(
    request: Request, desk: Desk, limits: Limits, staff: SignedIn, code: Annotated[str, Form()]
) -> Response:  # fmt: skip
    """Take one's own second factor away, with a code; every login ends."""
    try:
        limits.check("login", f"code {staff.id}", error="login-rate")
        with desk.database.write() as session:
            second_factor.remove(session, second_factor.check(desk, session, staff.id, code), staff.login)
    except DeskError as error:
        return _account(request, desk, staff, said(desk, staff, error), error.status)
    return RedirectResponse("/staff/login", 303)


def said(desk: Context, staff: Staff, error: DeskError) -> str:
    """An error in the words of the reader."""
    return desk.texts(desk.profile.language(staff.language), f"error-{error.key}", **error.arguments)


# --- before one is logged in ------------------------------------------------------------------------------------------


def _waiting(request: Request, desk: Context) -> Staff:
    """Who has given the password and not yet the code. Raises ``NotSignedIn``."""
    with desk.database.read() as session:
        staff = logins.by_token(session, request.cookies.get(COOKIE, ""), desk.settings, confirmed=False)
    if staff is None:
        raise NotSignedIn("/staff")
    return staff


@router.get("/code")
def code_page(request: Request, desk: Desk, next: str = "/staff") -> HTMLResponse:
    """The question for the second factor."""
    _waiting(request, desk)
    return page(request, "code", error="", next=next)


@router.post("/code", dependencies=Protected)
def give_code(
    request: Request, desk: Desk, limits: Limits, code: Annotated[str, Form()], next: Annotated[str, Form()] = "/staff"
) -> Response:
    """Show the second factor."""
    waiting, token = _waiting(request, desk), request.cookies.get(COOKIE, "")
    try:
        limits.check("login", f"code {waiting.id}", error="login-rate")
        with desk.database.write() as session:
            staff = second_factor.check(desk, session, waiting.id, code)
            logins.confirm(session, desk.settings, token, staff)
    except DeskError as error:
        return page(request, "code", status=error.status, error=said(desk, waiting, error), next=next)
    return welcome(desk, token, next)


@router.get("/welcome/{link}")
def welcome_page(request: Request, desk: Desk, link: str) -> HTMLResponse:
    """The form for the password of a one-time link."""
    with desk.database.read() as session:
        invited = accounts.invited(session, link)
    return page(request, "welcome", error="", link=link, invited=invited, minimum=accounts.SHORTEST_PASSWORD)


@router.post("/welcome/{link}", dependencies=Protected)
def choose_password(
    request: Request, desk: Desk, limits: Limits, link: str, new: Annotated[str, Form()]
) -> Response:  # fmt: skip
    """Choose the password; the link is used up."""
    limits.check("login", request.client.host if request.client else "", error="login-rate")
    try:
        with desk.database.write() as session:
            accounts.accept(session, link, new)
    except DeskError as error:
        if error.status == 404:
            raise
        with desk.database.read() as session:
            invited = accounts.invited(session, link)
        return page(
            request, "welcome", status=error.status, error=said(desk, invited, error), link=link, invited=invited,
            minimum=accounts.SHORTEST_PASSWORD,
        )  # fmt: skip
    return RedirectResponse("/staff/login", 303)

"""The staff console: server-rendered pages with htmx. Routes only; the rules are in ``desk.tickets``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from markdown_it import MarkdownIt
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session
from sse_starlette import EventSourceResponse

from desk import accounts, audit, logins, messages, permissions, tickets, verification, volunteer_requests, waiting
from desk.api import Desk, Limits, context_of
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.stream import console_events
from store.models import Conversation, Feedback, Staff, Ticket, now
from texts.catalogue import locale_of
from texts.language import direction, native_name

router = APIRouter(prefix="/staff", include_in_schema=False)
pages = Jinja2Templates(directory=Path(__file__).parent / "templates")
# What the assistant says is Markdown; HTML in it stays text, links that are unsafe stay words.
markdown = MarkdownIt("js-default", {"html": False})
pages.env.filters["markdown"] = lambda text: Markup(markdown.render(text))  # noqa: S704 - rendered without HTML
COOKIE = "desk_staff"
SOLVED_SHOWN = 30


def signed_in(request: Request, desk: Desk) -> Staff:
    """Who is logged in. Raises ``DeskError`` 401; the console then shows the login page."""
    token = request.cookies.get(COOKIE, "")
    with desk.database.read() as session:
        staff = logins.by_token(session, token, desk.settings)
        # What a page fetches by itself is no use.
        used = not request.headers.get("hx-request") and logins.is_to_be_noted(session, token)
    if staff is None:
        raise NotSignedIn(request.url.path)
    if used:
        with desk.database.write() as session:
            logins.note_use(session, token)
    request.state.language = desk.profile.language(staff.language)
    if staff.must_change_password and request.url.path not in ("/staff/password", "/staff/logout"):
        raise MustChangePassword
    return staff


class NotSignedIn(Exception):
    """Nobody is logged in; ``path`` is where they wanted to go."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class MustChangePassword(Exception):
    """A password that was made for somebody has to be changed first."""


def same_origin(request: Request) -> None:
    """Refuse what another site makes a browser send (the browser says so itself: Sec-Fetch-Site, else Origin)."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site not in (None, "same-origin", "none") or (
        site is None and origin is not None and origin.split("://")[-1] != request.headers.get("host")
    ):
        raise DeskError(403, "origin")


SignedIn = Annotated[Staff, Depends(signed_in)]
Protected = [Depends(same_origin)]


def page(request: Request, name: str, staff: Staff | None = None, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the console in the reader's language."""
    context = context_of(request)
    language = context.profile.language(staff.language if staff else request.headers.get("accept-language"))
    return pages.TemplateResponse(
        request, f"staff/{name}.html",
        {
            "label": lambda kind, key: (
                # A queue is named by the profile, which may give it a text.
                context.texts(language, f"{kind}-{key}") if context.texts.has(language, f"{kind}-{key}") else key
            ),
            "t": lambda key, **arguments: context.texts(language, key, **arguments),
            "language": language, "dir": direction(language), "native": native_name, "staff": staff,
            "may": lambda right: staff is not None and permissions.has(staff, right),
            "organisation": context.texts(language, "organisation"), "locale": locale_of(language),
            "ago": lambda moment: format_timedelta(now() - moment, locale=locale_of(language)),
            "number": lambda value: format_decimal(value, "0.00", locale=locale_of(language)),
            "moment": lambda at: format_datetime(at, "medium", locale=locale_of(language)),
            "date": lambda day: format_date(day, "long", locale=locale_of(language)), **values,
        },
        status_code=status,
    )  # fmt: skip


@router.get("/login")
def login_page(request: Request, desk: Desk, next: str = "/staff") -> HTMLResponse:
    """The login form."""
    return page(request, "login", next=_inside(next), error="", single=bool(desk.settings.oidc_issuer))


@router.post("/login", dependencies=Protected)
def log_in(
    request: Request, desk: Desk, limits: Limits, login: Annotated[str, Form()], password: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/staff",
) -> Response:  # fmt: skip
    """Log in; whoever has a second factor is asked for it next."""
    try:
        limits.check("login", request.client.host if request.client else "", error="login-rate")
        with desk.database.write() as session:
            staff = accounts.verify(session, login, password)
            token = logins.begin(session, desk.settings, staff, request.headers.get("user-agent", ""))
    except DeskError as error:
        language = desk.profile.language(request.headers.get("accept-language"))
        text = desk.texts(language, f"error-{error.key}", **error.arguments)
        single = bool(desk.settings.oidc_issuer)
        return page(request, "login", status=error.status, next=_inside(next), error=text, single=single)
    if staff.totp:
        return welcome(desk, token, f"/staff/code?next={quote(_inside(next))}")
    return welcome(desk, token, next)


def welcome(desk: Context, token: str, wanted: str = "/staff") -> Response:
    """On to the page that was wanted, with the login's cookie."""
    response = RedirectResponse(_inside(wanted), 303)
    response.set_cookie(
        COOKIE, token, max_age=desk.settings.session_hours * 3600, httponly=True, samesite="strict", path="/staff",
        secure=desk.settings.secure_cookies,
    )  # fmt: skip
    return response


def _inside(path: str) -> str:
    """Where to go after the login: only into the console."""
    return path if path.startswith("/staff") and "//" not in path and "\\" not in path else "/staff"


@router.post("/logout", dependencies=Protected)
def log_out(request: Request, desk: Desk) -> Response:
    """Log out."""
    with desk.database.write() as session:
        logins.end(session, request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/staff/login", 303)
    response.delete_cookie(COOKIE, path="/staff")
    return response


@router.get("/password")
def password_page(request: Request, staff: SignedIn) -> HTMLResponse:
    """The form for a new password."""
    return page(request, "password", staff, error="")


@router.post("/password", dependencies=Protected)
def change_password(
    request: Request, desk: Desk, staff: SignedIn, old: Annotated[str, Form()], new: Annotated[str, Form()]
) -> Response:
    """Change one's own password."""
    try:
        with desk.database.write() as session:
            accounts.change_password(session, staff.id, old, new, request.cookies.get(COOKIE, ""))
    except DeskError as error:
        language = desk.profile.language(staff.language)
        return page(
            request,
            "password",
            staff,
            error.status,
            error=desk.texts(language, f"error-{error.key}", **error.arguments),
        )
    return RedirectResponse("/staff", 303)


@router.post("/language", dependencies=Protected)
def set_language(desk: Desk, staff: SignedIn, language: Annotated[str, Form()]) -> Response:
    """Choose the language of the console."""
    with desk.database.write() as session:
        session.get_one(Staff, staff.id).language = desk.profile.language(language)
    return RedirectResponse("/staff", 303)


@router.get("")
def queue_page(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """The queue."""
    return page(request, "queue", staff, languages=desk.profile.languages, **_queue(desk))


@router.get("/queue")
def queue_part(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """The list alone, for htmx."""
    return page(request, "queue_list", staff, **_queue(desk))


def _queue(desk: Context) -> dict[str, Any]:
    with desk.database.read() as session:
        order = (Ticket.priority, Ticket.opened_at, Ticket.id)
        waiting_now = session.scalars(select(Ticket).where(Ticket.state == "open").order_by(*order)).all()
        claimed = session.scalars(select(Ticket).where(Ticket.state == "claimed").order_by(*order)).all()
        newest = Ticket.solved_at.desc()
        solved = session.scalars(
            select(Ticket).where(Ticket.state == "solved").order_by(newest).limit(SOLVED_SHOWN)
        ).all()
        people = {person.id: person for person in session.scalars(select(Staff))}
    online = waiting.staff_online(desk)
    return {"waiting": waiting_now, "claimed": claimed, "solved": solved, "people": people, "online": online}


@router.get("/events")
async def events(desk: Desk, staff: SignedIn) -> EventSourceResponse:
    """Tells the console's pages that something changed."""
    del staff
    return EventSourceResponse(console_events(desk), ping=15)


@router.get("/tickets/{ticket_id}")
def ticket_page(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> HTMLResponse:
    """A ticket with the whole conversation. Looking at it is written into the audit trail."""
    with desk.database.write() as session:
        ticket = tickets.get(session, ticket_id)
        audit.record(session, staff.login, "ticket.viewed", ticket.case)
    return page(request, "ticket", staff, error="", **_ticket(desk, staff, ticket_id))


@router.get("/tickets/{ticket_id}/conversation")
def ticket_part(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> HTMLResponse:
    """What changes while a ticket is open on the screen, for htmx."""
    return page(request, "conversation", staff, error="", **_ticket(desk, staff, ticket_id))


def _ticket(desk: Context, staff: Staff, ticket_id: int) -> dict[str, Any]:
    with desk.database.read() as session:
        ticket = tickets.get(session, ticket_id)
        language = desk.profile.language(staff.language)
        conversation = session.get_one(Conversation, ticket.conversation_id)
        feedback = session.scalars(select(Feedback).where(Feedback.conversation_id == conversation.id))
        return {
            "ticket": ticket, "conversation": conversation,
            "messages": messages.after(session, conversation.id, 0),
            "holder": session.get(Staff, ticket.assignee) if ticket.assignee else None,
            "verified": verification.shown_to_staff(session, conversation),
            "contact": desk.vault.unlock(ticket.contact) if ticket.contact else "",
            "feedback": {entry.seq: entry for entry in feedback},
            "request_shown": volunteer_requests.shown_to_staff(desk, session, ticket, language),
        }  # fmt: skip


def _act(request: Request, desk: Context, staff: Staff, ticket_id: int, work: Callable[[Session], object]) -> Response:
    """Do something to a ticket, tell everyone who sees it, and show it again; a refusal is shown in its place."""
    error, status = "", 200
    try:
        with desk.database.write() as session:
            work(session)
            waiting_too = waiting.waiting_conversations(session)
        with desk.database.read() as session:
            conversation_id = tickets.get(session, ticket_id).conversation_id
        desk.bus.publish(conversation_id, CONSOLE, *waiting_too)
    except DeskError as refusal:
        if refusal.status == 404:
            raise
        error = desk.texts(desk.profile.language(staff.language), f"error-{refusal.key}", **refusal.arguments)
        status = refusal.status
    if request.headers.get("hx-request"):
        return page(request, "conversation", staff, status, error=error, **_ticket(desk, staff, ticket_id))
    if error:
        return page(request, "ticket", staff, status, error=error, **_ticket(desk, staff, ticket_id))
    return RedirectResponse(f"/staff/tickets/{ticket_id}", 303)


@router.post("/tickets/{ticket_id}/claim", dependencies=Protected)
def claim(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> Response:
    """Take the ticket."""
    return _act(request, desk, staff, ticket_id, lambda session: tickets.claim(desk, session, ticket_id, staff))


@router.post("/tickets/{ticket_id}/reply", dependencies=Protected)
def reply(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, text: Annotated[str, Form()],
    epoch: Annotated[int, Form()],
) -> Response:  # fmt: skip
    """Write to the visitor."""
    words = text.strip()

    def work(session: Session) -> None:
        if not words:
            raise DeskError(422, "empty")
        tickets.reply(session, ticket_id, staff, words, epoch)

    return _act(request, desk, staff, ticket_id, work)


@router.post("/tickets/{ticket_id}/{deed}", dependencies=Protected)
def finish(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, deed: str, epoch: Annotated[int, Form()]
) -> Response:
    """Hand back, close, release, or solve."""
    deeds: dict[str, Callable[[Session], object]] = {
        "hand-back": lambda session: tickets.hand_back(desk, session, ticket_id, staff, epoch),
        "close": lambda session: tickets.close(desk, session, ticket_id, staff, epoch),
        "release": lambda session: tickets.release(desk, session, ticket_id, staff, epoch),
        "solve": lambda session: tickets.solve_unclaimed(session, ticket_id, staff),
    }
    if deed not in deeds:
        raise DeskError(404, "not-found")
    return _act(request, desk, staff, ticket_id, deeds[deed])

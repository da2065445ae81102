"""The staff console: server-rendered pages with htmx. Routes only; the rules are in ``desk.tickets``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID, uuid4

from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal
from babel.units import format_unit
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import (
    accounts,
    audit,
    files,
    finding,
    glance,
    linking,
    logins,
    markdown,
    merging,
    messages,
    notes,
    notices,
    offers,
    outside,
    permissions,
    promises,
    queues,
    replies,
    snooze,
    tickets,
    verification,
    views,
    volunteer_requests,
    waiting,
)
from desk.api import Desk, Limits, context_of
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from store.models import Conversation, Feedback, Staff, Ticket, now
from texts.catalogue import locale_of
from texts.language import direction, native_name

router = APIRouter(prefix="/staff", include_in_schema=False)
pages = Jinja2Templates(directory=Path(__file__).parent / "templates")
# What the assistant says is Markdown; HTML in it stays text, links that are unsafe stay words.
pages.env.filters["markdown"] = markdown.render
COOKIE = "desk_staff"
EVENTS = "/staff/events"
# Times in words are told in the next larger unit from one and a half of it on: 80 minutes, 2 hours.
DURATION_THRESHOLD = 1.5


def signed_in(request: Request, desk: Desk) -> Staff:
    """Who is logged in. Raises ``DeskError`` 401; the console then shows the login page."""
    token = request.cookies.get(COOKIE, "")
    with desk.database.read() as session:
        staff = logins.by_token(session, token, desk.settings)
        used = _is_use(request) and logins.is_to_be_noted(session, token)
    if staff is None:
        raise NotSignedIn(request.url.path)
    if used:
        with desk.database.write() as session:
            logins.note_use(session, token)
    request.state.language = desk.profile.language(staff.language)
    if staff.must_change_password and request.url.path not in ("/staff/password", "/staff/logout"):
        raise MustChangePassword
    return staff


def _is_use(request: Request) -> bool:
    """Whether a person did something: not what a page fetches by itself, its parts and its event stream."""
    part = request.method == "GET" and request.headers.get("hx-request")
    return not part and request.url.path != EVENTS


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
Narrowed = Annotated[finding.Filters, Depends()]
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
            "date": lambda day: format_date(day, "long", locale=locale_of(language)),
            "decimal": lambda value: format_decimal(value, locale=locale_of(language)),
            "duration": lambda minutes: _duration(dt.timedelta(minutes=minutes), language),
            "size": lambda size: files.size_text(size, locale_of(language)),
            "working": lambda minutes: format_unit(minutes / 60, "duration-hour", locale=locale_of(language)),
            "left": lambda ticket: _left(context, language, ticket), **values,
        },
        status_code=status,
    )  # fmt: skip


def _duration(time: dt.timedelta, language: str) -> str:
    return format_timedelta(time, threshold=DURATION_THRESHOLD, format="short", locale=locale_of(language))


def _left(context: Context, language: str, ticket: Ticket) -> str:
    """How long until the ticket's next promise is missed, in words; empty where nothing was promised."""
    due = promises.due(ticket)
    if due is None:
        return ""
    left = due - now()
    late = left < dt.timedelta()
    key = ("overdue" if late else "due") + ("-answer" if ticket.answered_at is None else "-solution")
    return context.texts(language, f"queues-{key}", time=_duration(abs(left), language))


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
def queue_page(request: Request, desk: Desk, staff: SignedIn, filters: Narrowed) -> HTMLResponse:
    """The queue."""
    return page(request, "queue", staff, error="", outcome=None, **queue_values(desk, staff, filters))


@router.get("/queue")
def queue_part(request: Request, desk: Desk, staff: SignedIn, filters: Narrowed) -> HTMLResponse:
    """The list alone, for htmx."""
    return page(request, "queue_list", staff, **queue_values(desk, staff, filters))


def queue_values(desk: Context, staff: Staff, filters: finding.Filters) -> dict[str, Any]:
    """What the page of the queue shows."""
    with desk.database.read() as session:
        sections = finding.sections(desk, session, staff, filters)
        people = {person.id: person for person in session.scalars(select(Staff))}
        saved = views.of(session, staff)
        mine = session.get_one(Staff, staff.id).reads or []
        found = notices.titles(session, desk.profile.language(staff.language), desk.profile.default_language)
        in_work = [each for section in sections if section.state == "claimed" for each in section.tickets]
        unread = queues.unread(session, in_work)
        offered = offers.offered(session)
        linked = linking.notices_of(session, [each.id for section in sections for each in section.tickets])
    choices = finding.choices(desk, desk.profile.language(staff.language), people.values())
    online = waiting.staff_online(desk)
    return {
        "sections": sections, "people": people, "online": online, "filters": filters, "choices": choices,
        "languages": desk.profile.languages, "queues": desk.profile.queues, "views": saved, "reads": mine,
        "unread": unread, "available": _names(people, desk.presence.available()), "notices": found,
        "offered": offered, "linked": linked,
    }  # fmt: skip


def _names(people: Mapping[str, Staff], ids: Collection[str]) -> list[str]:
    return sorted(people[each].name for each in ids if each in people)


@router.get("/tickets/{ticket_id}")
def ticket_page(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> HTMLResponse:
    """A ticket with the whole conversation. Looking at it is written into the audit trail."""
    with desk.database.write() as session:
        ticket = queues.access_ticket(desk, session, ticket_id, staff)
        audit.record(session, staff.login, audit.VIEWED, ticket.case)
    return page(request, "ticket", staff, error="", **_ticket(desk, staff, ticket_id))


@router.get("/tickets/{ticket_id}/conversation")
def ticket_part(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> HTMLResponse:
    """What changes while a ticket is open on the screen, for htmx."""
    _note_look(desk, staff, ticket_id)
    return page(request, "conversation", staff, error="", **_ticket(desk, staff, ticket_id))


def _note_look(desk: Context, staff: Staff, ticket_id: int) -> None:
    """Write down that somebody looks at a ticket, unless that was done lately: an open page asks all the time."""
    with desk.database.read() as session:
        case = queues.access_ticket(desk, session, ticket_id, staff).case
        noted = audit.was_viewed_lately(session, staff.login, case)
    if not noted:
        with desk.database.write() as session:
            audit.record(session, staff.login, audit.VIEWED, case)


def _ticket(desk: Context, staff: Staff, ticket_id: int) -> dict[str, Any]:
    with desk.database.read() as session:
        ticket = queues.access_ticket(desk, session, ticket_id, staff)
        language = desk.profile.language(staff.language)
        conversation = session.get_one(Conversation, ticket.conversation_id)
        feedback = session.scalars(select(Feedback).where(Feedback.conversation_id == conversation.id))
        said = messages.after(session, conversation.id, 0)
        others = merging.others(desk, session, ticket, staff)
        people = {person.id: person for person in session.scalars(select(Staff).order_by(Staff.name, Staff.id))}
        return {
            "ticket": ticket, "conversation": conversation, "messages": said, "client_id": uuid4(),
            "notes": notes.beside(session, ticket, said), "others": others,
            "duplicates": [other for other in others if merging.can_merge(other, staff)],
            "people": people, "glance": glance.glance(said),
            "colleagues": [each for each in people.values() if each.active and each.id != ticket.assignee],
            "looking": _names(people, desk.presence.looking(ticket.id) - {staff.id}),
            "typing": _names(people, desk.presence.typing(ticket.id) - {staff.id}),
            "canned": replies.canned(desk, ticket, conversation, staff), "queues": desk.profile.queues,
            "notices": notices.titles(session, language, desk.profile.default_language),
            "can_solve": tickets.needs_no_answer(session, ticket, conversation),
            "notice": linking.notice_of(session, ticket), "sensitive": queues.is_report(ticket),
            "offered": people.get(offers.offered(session, [ticket.id]).get(ticket.id, "")),
            "mirror": outside.shown(desk, session, ticket), "closings": tickets.CLOSINGS, "snooze_hours": snooze.HOURS,
            "holder": session.get(Staff, ticket.assignee) if ticket.assignee else None,
            "verified": verification.shown_to_staff(session, conversation),
            "contact": desk.vault.unlock(ticket.contact) if ticket.contact else "",
            "feedback": {entry.seq: entry for entry in feedback},
            "files": files.of(session, conversation), "file_asked": files.is_asked(session, conversation),
            "request_shown": volunteer_requests.shown_to_staff(desk, session, ticket, language),
        }  # fmt: skip


type Deed = Callable[[Session, Ticket], object]


def act(request: Request, desk: Context, staff: Staff, ticket_id: int, work: Deed) -> Response:
    """Do something to a ticket, tell everyone who sees it, and show it again; a refusal is shown in its place."""
    error, status = "", 200
    try:
        with desk.database.write() as session:
            ticket = queues.access_ticket(desk, session, ticket_id, staff)
            work(session, ticket)
            waiting_too = waiting.waiting_conversations(session)
            session.flush()
            gone = not queues.sees(desk, session, ticket_id, staff)
        desk.bus.publish(ticket.conversation_id, CONSOLE, *waiting_too)
    except DeskError as refusal:
        if refusal.status == 404:
            raise
        error = desk.texts(desk.profile.language(staff.language), f"error-{refusal.key}", **refusal.arguments)
        status, gone = refusal.status, False
    if gone:  # passed on to a queue that others do not see into
        return Response(headers={"HX-Redirect": "/staff"}) if _by_htmx(request) else RedirectResponse("/staff", 303)
    if error or _by_htmx(request):
        _note_look(desk, staff, ticket_id)
    if _by_htmx(request):
        return page(request, "conversation", staff, status, error=error, **_ticket(desk, staff, ticket_id))
    if error:
        return page(request, "ticket", staff, status, error=error, **_ticket(desk, staff, ticket_id))
    return RedirectResponse(f"/staff/tickets/{ticket_id}", 303)


def _by_htmx(request: Request) -> bool:
    return bool(request.headers.get("hx-request"))


@router.post("/tickets/{ticket_id}/claim", dependencies=Protected)
def claim(request: Request, desk: Desk, staff: SignedIn, ticket_id: int) -> Response:
    """Take the ticket."""
    return act(request, desk, staff, ticket_id, lambda session, _: tickets.claim(desk, session, ticket_id, staff))


@router.post("/tickets/{ticket_id}/reply", dependencies=Protected)
def reply(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, text: Annotated[str, Form()],
    epoch: Annotated[int, Form()], seen: Annotated[int | None, Form()] = None,
    client_id: Annotated[UUID | None, Form()] = None,
) -> Response:  # fmt: skip
    """Write to the visitor. ``seen`` is the last message on the page that the form stands on.

    ``client_id`` is the same when the form is sent once more, because no reply came: then nothing is said twice.
    """
    words = text.strip()

    def work(session: Session, _ticket: Ticket) -> None:
        if not words:
            raise DeskError(422, "empty")
        tickets.reply(session, ticket_id, staff, words, epoch, seen, str(client_id) if client_id else None)

    return act(request, desk, staff, ticket_id, work)


@router.post("/tickets/{ticket_id}/{deed}", dependencies=Protected)
def finish(
    request: Request, desk: Desk, staff: SignedIn, ticket_id: int, deed: str, epoch: Annotated[int, Form()],
    reason: Annotated[str, Form()] = "closed",
) -> Response:  # fmt: skip
    """Hand back, close, release, or solve."""
    deeds: dict[str, Deed] = {
        "hand-back": lambda session, _: tickets.hand_back(desk, session, ticket_id, staff, epoch),
        "close": lambda session, _: tickets.close(desk, session, ticket_id, staff, epoch, reason),
        "release": lambda session, _: tickets.release(desk, session, ticket_id, staff, epoch),
        "solve": lambda session, _: tickets.solve_unclaimed(session, ticket_id, staff),
    }
    if deed not in deeds:
        raise DeskError(404, "not-found")
    return act(request, desk, staff, ticket_id, deeds[deed])

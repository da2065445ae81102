"""Notices in the console: list, writing, publishing, ending, trying a question, one reply to all linked requests.

Routes only; the rules are in ``desk.notices``, ``desk.linking`` and ``desk.common_reply``.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk import common_reply, linking, notices
from desk.access import ManagesNotices
from desk.api import Desk
from desk.console import Protected, page
from desk.console_articles import Trying
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from store.models import Conversation, Notice, Staff, now
from store.notices import Entry, NoticeIndex
from texts.language import direction

router = APIRouter(prefix="/staff/notices", include_in_schema=False)
# How browsers write a moment in a form; it is the organisation's local time.
MOMENT = "%Y-%m-%dT%H:%M"
LONGEST_QUESTION = 2000
# Confirmations are ticked boxes of this name.
CONFIRMED = "confirmed"


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, lines ended as in files."""
    form = await request.form()
    return {name: str(value).replace("\r\n", "\n").strip() for name, value in form.items()}


async def _confirmed(request: Request) -> list[str]:
    form = await request.form()
    return [str(value) for value in form.getlist(CONFIRMED)]


Fields = Annotated[dict[str, str], Depends(_form)]
Confirmed = Annotated[list[str], Depends(_confirmed)]
Edit = Annotated[int, Form()]


@router.get("")
def list_page(request: Request, desk: Desk, staff: ManagesNotices) -> HTMLResponse:
    """Every notice."""
    first = desk.profile.default_language
    with desk.database.read() as session:
        found = notices.all_with_requests(session)
    titles = {notice.id: _title(notice, desk.profile.language(staff.language), first) for notice, _ in found}
    standing = {notice.id: _standing(notice) for notice, _ in found}
    return page(request, "notices", staff, found=found, titles=titles, standing=standing)


def _title(notice: Notice, language: str, first: str) -> str:
    titles = {text.language: text.title for text in notice.texts if text.title}
    return titles.get(language) or titles[first]


def _standing(notice: Notice) -> str:
    """What a notice does now: its state, and whether a published one waits for its time or is over."""
    if notice.state == "published" and notice.starts_at and notice.starts_at > now():
        return "planned"
    if notice.state == "published" and notice.ends_at and notice.ends_at <= now():
        return "over"
    return notice.state


@router.get("/new")
def new_page(request: Request, desk: Desk, staff: ManagesNotices) -> HTMLResponse:
    """The form for a new notice."""
    return _form_page(request, desk, staff, None, {})


@router.post("/new", dependencies=Protected)
def create(request: Request, desk: Desk, staff: ManagesNotices, fields: Fields) -> Response:
    """Keep a new notice."""
    try:
        with desk.database.write() as session:
            notice_id = notices.create(session, desk.profile, staff, _draft(desk, fields))
    except DeskError as error:
        return _form_page(request, desk, staff, None, fields, error)
    return RedirectResponse(f"/staff/notices/{notice_id}", 303)


def _form_page(
    request: Request, desk: Context, staff: Staff, notice_id: int | None, fields: Mapping[str, str],
    error: DeskError | None = None,
) -> HTMLResponse:  # fmt: skip
    return page(
        request, "notice_form", staff, error.status if error else 200, error=_said(desk, staff, error), fields=fields,
        notice_id=notice_id, languages=desk.profile.languages, first=desk.profile.default_language,
        direction=direction, zone=desk.profile.hours.timezone,
    )  # fmt: skip


def _said(desk: Context, staff: Staff, error: DeskError | None) -> str:
    if error is None:
        return ""
    return desk.texts(desk.profile.language(staff.language), f"error-{error.key}", **error.arguments)


def _draft(desk: Context, fields: Mapping[str, str]) -> notices.Draft:
    """The form as a notice. Raises ``DeskError`` 422."""
    words = {
        code: notices.Words(
            fields.get(f"title-{code}", ""), fields.get(f"body-{code}", ""),
            _lines(fields.get(f"questions-{code}", "")), _lines(fields.get(f"keywords-{code}", "")),
        ) for code in desk.profile.languages
    }  # fmt: skip
    starts, ends = (_moment(desk, fields.get(name, "")) for name in ("starts", "ends"))
    return notices.Draft(words, "replaces" in fields, starts, ends)


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))


def _moment(desk: Context, written: str) -> dt.datetime | None:
    if not written:
        return None
    try:
        local = dt.datetime.strptime(written[:16], MOMENT).replace(tzinfo=ZoneInfo(desk.profile.hours.timezone))
    except ValueError as error:
        raise DeskError(422, "notice-times") from error
    return local.astimezone(dt.UTC)


def _fields(desk: Context, notice: Notice) -> dict[str, str]:
    """A notice as the form's fields."""
    zone = ZoneInfo(desk.profile.hours.timezone)
    fields = {"edit": str(notice.edit)} | ({"replaces": "yes"} if notice.replaces else {})
    for name, moment in (("starts", notice.starts_at), ("ends", notice.ends_at)):
        fields[name] = moment.astimezone(zone).strftime(MOMENT) if moment else ""
    for text in notice.texts:
        fields |= {f"title-{text.language}": text.title, f"body-{text.language}": text.body}
        fields[f"questions-{text.language}"] = "\n".join(text.questions)
        fields[f"keywords-{text.language}"] = "\n".join(text.keywords)
    return fields


@router.get("/{notice_id}")
def notice_page(
    request: Request, desk: Desk, staff: ManagesNotices, trial: Trying, notice_id: int, question: str = "",
    code: str = "",
) -> HTMLResponse:  # fmt: skip
    """One notice: its words, its deeds, a question to try, its requests."""
    tried = None
    question = question.strip()[:LONGEST_QUESTION]
    if question:
        with desk.database.read() as session:
            notice = notices.get(session, notice_id)
            index = NoticeIndex([Entry.anytime(notice)], desk.profile.default_language)
            language = desk.profile.language(code)
            tried = index.matching(question, language, lambda: trial.closest(session, question), now()) is not None
    return _notice(request, desk, staff, notice_id, question=question, code=code, tried=tried)


def _notice(
    request: Request, desk: Context, staff: Staff, notice_id: int, error: DeskError | None = None,
    outcome: common_reply.Outcome | None = None, fields: Mapping[str, str] | None = None, **values: object,
) -> HTMLResponse:  # fmt: skip
    language, first = desk.profile.language(staff.language), desk.profile.default_language
    with desk.database.read() as session:
        notice = notices.get(session, notice_id)
        found = linking.linked(desk, session, staff, notice_id)
        rows = [(ticket, session.get_one(Conversation, ticket.conversation_id)) for ticket in found]
        held = {each.case: each for each in common_reply.held_by_others(session, rows, staff)}
    return page(
        request, "notice", staff, error.status if error else 200, error=_said(desk, staff, error), notice=notice,
        title=_title(notice, language, first), standing=_standing(notice), rows=rows, held=held,
        outcome=outcome, fields=fields or {}, languages=desk.profile.languages, first=first, direction=direction,
        endings=common_reply.ENDINGS, reply_id=(fields or {}).get("reply") or str(uuid.uuid4()),
        **{"question": "", "code": "", "tried": None, **values},
    )  # fmt: skip


@router.get("/{notice_id}/edit")
def edit_page(request: Request, desk: Desk, staff: ManagesNotices, notice_id: int) -> HTMLResponse:
    """The form with what the notice says."""
    with desk.database.read() as session:
        fields = _fields(desk, notices.get(session, notice_id))
    return _form_page(request, desk, staff, notice_id, fields)


@router.post("/{notice_id}/edit", dependencies=Protected)
def save(request: Request, desk: Desk, staff: ManagesNotices, notice_id: int, fields: Fields, edit: Edit) -> Response:
    """Keep what was changed."""
    try:
        with desk.database.write() as session:
            notices.save(session, desk.profile, staff, notice_id, _draft(desk, fields), edit)
    except DeskError as error:
        if error.status == 404:
            raise
        return _form_page(request, desk, staff, notice_id, fields, error)
    return RedirectResponse(f"/staff/notices/{notice_id}", 303)


@router.post("/{notice_id}/reply", dependencies=Protected)
def reply(
    request: Request, desk: Desk, staff: ManagesNotices, notice_id: int, fields: Fields, confirmed: Confirmed
) -> Response:
    """Answer every request of the notice at once, and say what became of it."""
    texts = {code: text for code in desk.profile.languages if (text := fields.get(f"text-{code}", ""))}
    try:
        answer = common_reply.Reply(fields.get("reply", ""), texts, fields.get("ending", ""))
        outcome = common_reply.send(desk, staff, notice_id, answer, confirmed)
    except DeskError as error:
        if error.status == 404:
            raise
        return _notice(request, desk, staff, notice_id, error, fields=fields)
    # What was written stays while something is left that it can go to.
    return _notice(request, desk, staff, notice_id, outcome=outcome, fields=fields if outcome.held else None)


@router.post("/{notice_id}/unlink", dependencies=Protected)
def unlink(desk: Desk, staff: ManagesNotices, notice_id: int, ticket: Annotated[int, Form()]) -> Response:
    """Take a request out of the notice."""
    with desk.database.write() as session:
        linking.link(desk, session, staff, ticket, None)
    desk.bus.publish(CONSOLE)
    return RedirectResponse(f"/staff/notices/{notice_id}", 303)


@router.post("/{notice_id}/{deed}", dependencies=Protected)
def act(request: Request, desk: Desk, staff: ManagesNotices, notice_id: int, deed: str, edit: Edit) -> Response:
    """Publish, end or discard."""
    if deed not in (*notices.STEPS, "discard"):
        raise DeskError(404, "not-found")
    try:
        with desk.database.write() as session:
            if deed == "discard":
                notices.discard(session, staff, notice_id, edit)
            else:
                notices.step(session, staff, notice_id, deed, edit)
    except DeskError as error:
        if error.status == 404:
            raise
        return _notice(request, desk, staff, notice_id, error)
    return RedirectResponse("/staff/notices" if deed == "discard" else f"/staff/notices/{notice_id}", 303)

"""Articles in the console: list, one article with its languages side by side, editing, history, 'try a question'.

Routes only; the rules are in ``desk.editing``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import editing, markdown, overview, site
from desk.api import Desk
from desk.console import Protected, SignedIn, page
from desk.context import Context
from desk.difference import marked
from desk.errors import DeskError
from desk.trial import Trial
from store import models as m
from store.articles import facts_of
from store.models import Staff
from texts.language import direction

router = APIRouter(prefix="/staff/articles", include_in_schema=False)
ON_A_PAGE = 50
LONGEST_QUESTION = 2000
CONFIDENCES = ("high", "medium", "low")


def _trial(request: Request) -> Trial:
    trial: Trial = request.app.state.trial
    return trial


async def _form(request: Request) -> dict[str, str]:
    """The fields of the editing form, lines ended as in files."""
    form = await request.form()
    return {name: str(value).replace("\r\n", "\n") for name, value in form.items()}


Trying = Annotated[Trial, Depends(_trial)]
Fields = Annotated[dict[str, str], Depends(_form)]


@router.get("")
def list_page(
    request: Request, desk: Desk, staff: SignedIn, q: str = "", show: str = "all", part: int = 1
) -> HTMLResponse:
    """The list, searched and filtered."""
    language = desk.profile.language(staff.language)
    with desk.database.read() as session:
        found = overview.entries(session, desk.profile, language, q.strip(), show, m.now().date())
    last = max(1, -(-len(found) // ON_A_PAGE))
    part = min(max(part, 1), last)
    return page(
        request, "articles", staff, entries=found[(part - 1) * ON_A_PAGE : part * ON_A_PAGE], found=len(found), q=q,
        show=show, part=part, last=last, filters=overview.FILTERS, first=desk.profile.default_language,
    )  # fmt: skip


@router.get("/new")
def new_page(request: Request, desk: Desk, staff: SignedIn) -> HTMLResponse:
    """The form for a new article."""
    return _new(request, desk, staff, {"confidence": "high", "answered": "yes"})


def _new(
    request: Request, desk: Context, staff: Staff, fields: Mapping[str, str], error: str = "", status: int = 200
) -> HTMLResponse:
    first = desk.profile.default_language
    return page(
        request, "article_form", staff, status, error=error, fields=fields, article_id="", code=first, stamp="",
        code_dir=direction(first), is_original=True, original=None, theirs=None, confidences=CONFIDENCES,
    )  # fmt: skip


@router.post("/new", dependencies=Protected)
def create(request: Request, desk: Desk, staff: SignedIn, fields: Fields) -> Response:
    """Begin a new article."""
    article_id = fields.get("id", "").strip()
    try:
        with desk.database.write() as session:
            editing.create(session, desk.profile, staff, article_id, _values(fields, original=True))
    except DeskError as error:
        return _new(request, desk, staff, fields, _said(desk, staff, error), error.status)
    return RedirectResponse(f"/staff/articles/{article_id}/{desk.profile.default_language}", 303)


@router.get("/{article_id}/{code}")
def article_page(request: Request, desk: Desk, staff: SignedIn, article_id: str, code: str) -> HTMLResponse:
    """One article: the original beside the language, the draft's changes, the history."""
    return _article(request, desk, staff, article_id, code)


def _article(
    request: Request, desk: Context, staff: Staff, article_id: str, code: str, error: str = "", status: int = 200
) -> HTMLResponse:
    first = desk.profile.default_language
    with desk.database.read() as session:
        found = editing.standing(session, desk.profile, article_id, code)
        names = {person.login: person.name for person in session.scalars(select(Staff))}
    return page(
        request, "article", staff, status, error=error, found=found, names=names, code=code, first=first,
        code_dir=direction(code), first_dir=direction(first), languages=desk.profile.languages,
        facts=_facts(found), changes=_changes(desk, staff, found), once_published=editing.ONCE_PUBLISHED,
    )  # fmt: skip


def _facts(found: editing.Standing) -> Mapping[str, Any]:
    """What holds for all languages: with a draft of the original, as it would be."""
    return (found.open.facts if found.open else None) or facts_of(found.article)


def _changes(desk: Context, staff: Staff, found: editing.Standing) -> dict[str, Markup]:
    """What the draft changes, by part; empty without a draft or without anything published."""
    if found.open is None or found.live is None:
        return {}
    language = desk.profile.language(staff.language)
    removed, added = desk.texts(language, "editing-removed"), desk.texts(language, "editing-added")
    before, after = _fields(found.live), _fields(found.open)
    return {
        name: marked(before.get(name, ""), after[name], removed, added)
        for name in after
        if before.get(name, "") != after[name]
    }


@router.get("/{article_id}/{code}/edit")
def edit_page(request: Request, desk: Desk, staff: SignedIn, article_id: str, code: str) -> HTMLResponse:
    """The editing form, with the draft if there is one, else with what is published."""
    return _edit(request, desk, staff, article_id, code)


def _edit(
    request: Request, desk: Context, staff: Staff, article_id: str, code: str,
    fields: Mapping[str, str] | None = None, error: str = "", status: int = 200,
) -> HTMLResponse:  # fmt: skip
    """``fields`` are what a refused form held: nothing that was written is lost."""
    with desk.database.read() as session:
        found = editing.standing(session, desk.profile, article_id, code)
    theirs = found.open or found.live or found.previous
    is_original = code == desk.profile.default_language
    return page(
        request, "article_form", staff, status, error=error, fields=fields or (_fields(theirs) if theirs else {}),
        article_id=article_id, code=code, code_dir=direction(code), stamp=found.stamp, is_original=is_original,
        original=None if is_original else found.original, first_dir=direction(desk.profile.default_language),
        theirs=theirs if status == 409 else None, confidences=CONFIDENCES, first=desk.profile.default_language,
    )  # fmt: skip


@router.post("/{article_id}/{code}/edit", dependencies=Protected)
def save(request: Request, desk: Desk, staff: SignedIn, article_id: str, code: str, fields: Fields) -> Response:
    """Keep the draft."""
    values = _values(fields, code == desk.profile.default_language)
    try:
        with desk.database.write() as session:
            editing.save(session, desk.profile, staff, article_id, code, values, fields.get("stamp", ""))
    except DeskError as error:
        if error.status == 404:
            raise
        return _edit(request, desk, staff, article_id, code, fields, _said(desk, staff, error), error.status)
    return RedirectResponse(f"/staff/articles/{article_id}/{code}", 303)


@router.post("/{article_id}/{code}/{deed}", dependencies=Protected)
def act(
    request: Request, desk: Desk, staff: SignedIn, article_id: str, code: str, deed: str,
    stamp: Annotated[str, Form()], number: Annotated[int, Form()] = 0,
) -> Response:  # fmt: skip
    """Propose, approve, send back, discard, publish, withdraw, publish again, or confirm a translation."""
    what = (desk.profile, staff, article_id, code)
    deeds: dict[str, Callable[[Session], None]] = {
        **{name: lambda session: editing.step(session, *what, deed, stamp) for name in editing.STEPS},
        "publish": lambda session: editing.publish(session, *what, stamp),
        "withdraw": lambda session: editing.withdraw(session, *what, stamp),
        "republish": lambda session: editing.republish(session, *what, stamp, number),
        "confirm": lambda session: editing.confirm(session, *what, stamp),
    }
    if deed not in deeds:
        raise DeskError(404, "not-found")
    try:
        with desk.database.write() as session:
            deeds[deed](session)
            gone = session.get(m.Article, article_id) is None
    except DeskError as error:
        if error.status == 404:
            raise
        return _article(request, desk, staff, article_id, code, _said(desk, staff, error), error.status)
    return RedirectResponse("/staff/articles" if gone else f"/staff/articles/{article_id}/{code}", 303)


@router.get("/{article_id}/{code}/preview")
def preview(request: Request, desk: Desk, staff: SignedIn, article_id: str, code: str) -> HTMLResponse:
    """The public page as it would be with the draft."""
    del staff
    with desk.database.read() as session:
        found = editing.standing(session, desk.profile, article_id, code)
    words = found.open or found.live
    if words is None:
        raise DeskError(404, "not-found")
    return site.page(
        request, desk, code, "help_article.html", lambda other: f"/staff/articles/{article_id}/{other}/preview",
        {code}, words=words, entry=SimpleNamespace(**_facts(found)),
        body=markdown.render(words.body),
    )  # fmt: skip


@router.get("/{article_id}/{code}/try")
def try_question(
    request: Request, desk: Desk, staff: SignedIn, trial: Trying, article_id: str, code: str, question: str = ""
) -> HTMLResponse:
    """Which articles are nearest to a question; a part of the article's page."""
    question = question.strip()[:LONGEST_QUESTION]
    language = desk.profile.language(staff.language)
    with desk.database.read() as session:
        found = editing.standing(session, desk.profile, article_id, code)
        tried = trial.ask(session, question, (article_id, code), found.open) if question else None
        titles = titles_of(session, language, desk.profile.default_language)
    name = "article_tried" if request.headers.get("hx-request") else "article_try"
    return page(request, name, staff, found=found, code=code, question=question, tried=tried, titles=titles)


def titles_of(session: Session, *languages: str) -> dict[str, str]:
    """The title of every article, in the first of ``languages`` that it exists in."""
    titles: dict[str, str] = {}
    for language in languages:
        wanted = select(m.ArticleText.article_id, m.ArticleText.title).where(m.ArticleText.language == language)
        for row in session.execute(wanted):
            titles.setdefault(row.article_id, row.title)
    return titles


def _said(desk: Context, staff: Staff, error: DeskError) -> str:
    return desk.texts(desk.profile.language(staff.language), f"error-{error.key}", **error.arguments)


def _fields(version: m.ArticleVersion) -> dict[str, str]:
    """A version as the form's fields."""
    fields = {"title": version.title, "body": version.body, "questions": "\n".join(version.questions)}
    if version.facts is not None:
        facts = version.facts
        fields |= {name: facts[name] for name in ("topic", "as_of", "review", "confidence")}
        fields |= {"audience": ", ".join(facts["audience"]), "answered": "yes" if facts["answered"] else ""}
        fields["sources"] = "\n".join(_source_line(source) for source in facts["sources"])
    return fields


def _source_line(source: Mapping[str, str]) -> str:
    parts = (source["title"], source.get("url", ""), source.get("paragraph", ""))
    return " | ".join(parts).rstrip(" |")


def _values(fields: Mapping[str, str], original: bool) -> dict[str, Any]:
    """The form's fields as the values of an article's file."""
    values: dict[str, Any] = {name: fields.get(name, "") for name in ("title", "body")}
    values["questions"] = _lines(fields.get("questions", ""))
    if original:
        values |= {name: fields.get(name, "").strip() for name in ("topic", "as_of", "review", "confidence")}
        values["audience"] = re.findall(r"[^\s,]+", fields.get("audience", ""))
        values["sources"] = [
            dict(zip(("title", "url", "paragraph"), (part.strip() for part in line.split("|")), strict=False))
            for line in _lines(fields.get("sources", ""))
        ]
        values["answered"] = "answered" in fields
    return values


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]

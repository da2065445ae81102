"""Corrections in the console: who was given a wrong answer, and one click that tells them.

Routes only; the rules are in ``desk.corrections``.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from desk import corrections
from desk.access import SendsCorrections
from desk.api import Desk
from desk.console import Protected, page
from desk.console_articles import titles_of
from desk.context import Context
from desk.errors import DeskError
from store.models import Staff

router = APIRouter(prefix="/staff/corrections", include_in_schema=False)
# Rows of the page; the counts are of all.
SHOWN = 200


@router.get("")
def list_page(request: Request, desk: Desk, staff: SendsCorrections) -> HTMLResponse:
    """The articles from which somebody was given a wrong answer."""
    with desk.database.read() as session:
        found = corrections.outstanding(desk, session, staff)
        titles = titles_of(session, desk.profile.language(staff.language), desk.profile.default_language)
    return page(request, "corrections", staff, found=found, titles=titles)


@router.get("/{article_id}")
def article_page(request: Request, desk: Desk, staff: SendsCorrections, article_id: str) -> HTMLResponse:
    """Who was given a wrong answer from one article."""
    return _article(request, desk, staff, article_id)


def _article(
    request: Request, desk: Context, staff: Staff, article_id: str, error: str = "", status: int = 200,
    outcome: corrections.Outcome | None = None,
) -> HTMLResponse:  # fmt: skip
    with desk.database.read() as session:
        found = corrections.affected(desk, session, staff, article_id)
        titles = titles_of(session, desk.profile.language(staff.language), desk.profile.default_language)
        shown = [person for person in found.people if not person.hidden][:SHOWN]
        cases = corrections.cases(desk, session, staff, shown)
    return page(
        request, "correction", staff, status, error=error, outcome=outcome, found=found, shown=shown, cases=cases,
        title=titles.get(article_id, article_id), article_id=article_id, first=desk.profile.default_language,
    )  # fmt: skip


@router.post("/{article_id}", dependencies=Protected)
def send(
    request: Request, desk: Desk, staff: SendsCorrections, article_id: str, stamp: Annotated[str, Form()]
) -> Response:
    """Send the correction, and say to how many it went."""
    try:
        outcome = corrections.send(desk, staff, article_id, stamp)
    except DeskError as error:
        if error.status == 404:
            raise
        said = desk.texts(desk.profile.language(staff.language), f"error-{error.key}", **error.arguments)
        return _article(request, desk, staff, article_id, said, error.status)
    return _article(request, desk, staff, article_id, outcome=outcome)

"""The page of the service's figures, for supervisors and administrators, and its tables as CSV. Routes only."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import counting, enquiries, not_understood, permissions, queues, service_figures
from desk.access import SeesFigures
from desk.api import Desk
from desk.console import page
from desk.context import Context
from desk.errors import DeskError
from desk.figures_shown import Shown
from desk.reporting_period import PRESETS, Period, period_of, recent
from desk.service_figures import LINE, Figures
from desk.spreadsheet import csv_lines
from store import models as m

router = APIRouter(prefix="/staff/figures", include_in_schema=False)


@router.get("")
def figures_page(request: Request, desk: Desk, staff: SeesFigures, first: str = "", last: str = "") -> HTMLResponse:
    """The figures of a period; of the last 30 days unless asked otherwise."""
    language, error, status = desk.profile.language(staff.language), "", 200
    usual = _recent(desk)
    try:
        period = period_of(first, last, usual.last, usual.zone)
    except ValueError:
        period, error, status = usual, desk.texts(language, "error-period"), 422
    with desk.database.read() as session:
        figures = _figures(session, staff, period)
        shown = Shown(desk, language, _titles(session, desk.profile.default_language, language))
        until = counting.counted_until(session)
    return page(
        request, "figures", staff, status, error=error, figures=figures, tables=shown.tables(figures), shown=shown,
        line=LINE, until=until, presets=[(days, _recent(desk, days)) for days in PRESETS], period=period,
        outcomes=enquiries.OUTCOMES,
    )  # fmt: skip


@router.get("/{table}.csv")
def download(desk: Desk, staff: SeesFigures, table: str, first: str = "", last: str = "") -> StreamingResponse:
    """One table, with whole numbers, seconds and per cent; days are never taken together."""
    usual = _recent(desk)
    try:
        period = period_of(first, last, usual.last, usual.zone)
    except ValueError as error:
        raise DeskError(422, "period") from error
    with desk.database.read() as session:
        found = _figures(session, staff, period).tables.get(table)
    if found is None:
        raise DeskError(404, "not-found")
    name = f"{table}-{period.first}-{period.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(
        csv_lines(found.columns, found.rows), media_type="text/csv; charset=utf-8", headers=headers
    )


def _recent(desk: Context, days: int = 30) -> Period:
    zone = desk.profile.hours.timezone
    return recent(m.now().astimezone(ZoneInfo(zone)).date(), zone, days)


def _figures(session: Session, staff: m.Staff, period: Period) -> Figures:
    """The figures; with visitors' own words only for who may read conversations anyway."""
    found = service_figures.figures(session, period, m.now(), queues.sees_sensitive(session, staff))
    if permissions.has(staff, "review"):
        found.tables["questions"] = not_understood.table(session, period)
    return found


def _titles(session: Session, *languages: str) -> dict[str, str]:
    """The title of every article, in the last of ``languages`` that it exists in."""
    titles: dict[str, str] = {}
    for language in languages:
        wanted = select(m.ArticleText.article_id, m.ArticleText.title).where(m.ArticleText.language == language)
        titles.update({row.article_id: row.title for row in session.execute(wanted)})
    return titles

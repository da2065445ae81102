"""The administrators' page of the audit trail, searched, and as CSV. Routes only; the rules are in ``desk.audit``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from sqlalchemy.orm import Session

from desk import audit, queues
from desk.access import ReadsAudit
from desk.api import LARGEST, Desk
from desk.console import page
from desk.context import Context
from desk.errors import DeskError
from desk.reporting_period import Period, period_of
from desk.spreadsheet import csv_lines
from store.models import Staff, now

router = APIRouter(prefix="/staff/audit", include_in_schema=False)
Before = Annotated[int, Query(ge=0, le=LARGEST)]


def _period(desk: Context, first: str, last: str) -> Period:
    zone = desk.profile.hours.timezone
    return period_of(first, last, now().astimezone(ZoneInfo(zone)).date(), zone)


def _search(
    desk: Context, session: Session, staff: Staff, period: Period, actor: str, action: str, subject: str
) -> audit.Search:  # fmt: skip
    seen = queues.entries_seen_by(desk, session, staff)
    return audit.Search(actor.strip(), action.strip(), subject.strip(), *period.moments(), seen)


@router.get("")
def audit_page(
    request: Request, desk: Desk, staff: ReadsAudit, actor: str = "", action: str = "", subject: str = "",
    first: str = "", last: str = "", before: Before = 0,
) -> HTMLResponse:  # fmt: skip
    """The entries of a period, of the last 30 days unless asked otherwise; the newest first."""
    error, status = "", 200
    try:
        period = _period(desk, first, last)
    except ValueError:
        period, status = _period(desk, "", ""), 422
        error = desk.texts(desk.profile.language(staff.language), "error-period")
    with desk.database.read() as session:
        entries = audit.found(session, _search(desk, session, staff, period, actor, action, subject), before)
        actions = audit.actions(session)
    wanted = {"actor": actor, "action": action, "subject": subject, "first": period.first, "last": period.last}
    more = entries[audit.ON_A_PAGE - 1].id if len(entries) > audit.ON_A_PAGE else 0
    return page(
        request, "audit", staff, status, error=error, entries=entries[: audit.ON_A_PAGE], wanted=wanted, more=more,
        query=urlencode(wanted), actions=actions, written=audit.written,
    )  # fmt: skip


@router.get(".csv")
def export(
    desk: Desk, staff: ReadsAudit, actor: str = "", action: str = "", subject: str = "", first: str = "", last: str = ""
) -> StreamingResponse:
    """All entries that fit. The export is an entry itself."""
    try:
        period = _period(desk, first, last)
    except ValueError as error:
        raise DeskError(422, "period") from error
    with desk.database.write() as session:
        asked = {
            "actor": actor,
            "action": action,
            "subject": subject,
            "from": str(period.first),
            "to": str(period.last),
        }
        audit.record(session, staff.login, "audit.exported", staff.login, after=asked)

    def lines() -> Iterator[str]:
        with desk.database.read() as session:
            search = _search(desk, session, staff, period, actor, action, subject)
            yield from csv_lines(audit.COLUMNS, audit.rows(session, search))

    headers = {"Content-Disposition": f'attachment; filename="audit-{period.first}-{period.last}.csv"'}
    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=headers)

"""The audit trail in the console: searched by who, what, whom and when, exported, and for administrators alone."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import update
from support import Desk, Staff, utterance

from desk import audit
from store import models as m
from texts.language import SUPPORTED


@pytest.fixture
def root(any_desk: Desk) -> Iterator[Staff]:
    """An administrator, after two people have done something."""
    found = any_desk.staff("root", "administrator")
    any_desk.forget()
    with any_desk.context.database.write() as session:
        audit.record(session, "anna", "ticket.claimed", "ABCD-2345", {"state": "open"}, {"state": "claimed"})
        audit.record(session, "anna", "ticket.solved", "ABCD-2345")
        audit.record(session, "boris", "ticket.claimed", "WXYZ-6789")
        audit.record(session, "=cmd()", "odd_name", "100%")
    yield found


def listed(root: Staff, query: str = "") -> list[str]:
    reply = root.http.get(f"/staff/audit?{query}")
    assert reply.status_code == 200, reply.text
    rows = re.findall(r"<tr>\s*<td>(.*?)</tr>", reply.text, re.DOTALL)
    return [" ".join(re.findall(r"<(?:bdi|code)[^>]*>([^<]*)<", html.unescape(row))) for row in rows]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("actor=Anna", ["anna ticket.solved ABCD-2345  ", "anna ticket.claimed ABCD-2345 "]),
        ("action=ticket.c", ["boris ticket.claimed WXYZ-6789  ", "anna ticket.claimed ABCD-2345 "]),
        ("subject=wxyz-6789", ["boris ticket.claimed WXYZ-6789  "]),
        ("actor=anna&action=ticket.solved", ["anna ticket.solved ABCD-2345  "]),
        ("action=%25", []),
        ("action=odd_", ["=cmd() odd_name 100%  "]),
        ("action=tic_et", []),
    ],
)
def test_searching(root: Staff, query: str, wanted: list[str]) -> None:
    found = listed(root, query)
    assert len(found) == len(wanted)
    assert all(row.startswith(start) for row, start in zip(found, wanted, strict=True))


def test_by_period(root: Staff, any_desk: Desk) -> None:
    """The days at both ends are in it."""
    day = m.now().date() - dt.timedelta(days=40)
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    with any_desk.context.database.write() as session:
        session.execute(update(m.AuditEntry).where(m.AuditEntry.actor == "boris").values(at=noon))
    assert not [row for row in listed(root) if row.startswith("boris")]
    assert [row.split()[0] for row in listed(root, f"first={day}&last={day}")] == ["boris"]
    assert root.http.get("/staff/audit?first=x").status_code == 422
    assert root.http.get("/staff/audit.csv?first=x").json()["code"] == "period"


def test_older_entries(root: Staff, any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page by page, nothing left out and nothing twice."""
    monkeypatch.setattr(audit, "ON_A_PAGE", 2)
    rows, query = [], "action="
    while True:
        rows += listed(root, query)
        more = re.search(r"before=(\d+)", root.http.get(f"/staff/audit?{query}").text)
        if not more:
            break
        query = f"before={more[1]}"
    assert len(rows) == len(set(rows)) == any_desk.count(m.AuditEntry)


def test_the_export(root: Staff, any_desk: Desk) -> None:
    """What was searched, before and after too; nothing a spreadsheet would take for a formula; itself an entry."""
    reply = root.http.get("/staff/audit.csv?actor=anna")
    found = list(csv.DictReader(io.StringIO(reply.text.removeprefix("\ufeff"))))
    assert [row["action"] for row in found] == ["ticket.solved", "ticket.claimed"]
    assert found[1]["after"] == '{"state": "claimed"}'
    assert "'=cmd()" in root.http.get("/staff/audit.csv").text
    entries = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "audit.exported")
    assert [(entry.actor, (entry.after or {})["actor"]) for entry in entries] == [("root", "anna"), ("root", "")]


def test_who_may_read_it(desk: Desk) -> None:
    for path in ("/staff/audit", "/staff/audit.csv"):
        assert desk.staff("anna").http.get(path).status_code == 403
        assert desk.staff("sven", "supervisor").http.get(path).status_code == 403
        assert desk.staff("root", "administrator").http.get(path).status_code == 200


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_page_in_six_languages(desk: Desk, language: str) -> None:
    root = desk.staff("root", "administrator")
    root.http.post("/staff/language", data={"language": language})
    page = html.unescape(root.http.get("/staff/audit").text)
    root.http.post("/staff/language", data={"language": "en"})
    assert desk.context.texts(language, "audit-title") in page


def test_entries_of_hidden_requests_are_hidden(any_desk: Desk) -> None:
    """Who is no member of the sensitive queue sees nothing of what was done there, in the list or the export."""
    root, anna = any_desk.staff("root", "administrator"), any_desk.staff("anna")
    anna.joins("sensitive")
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    case = any_desk.visitor().answered(utterance("Thank you.", do=[deed]))["queue"]["case"]
    anna.does(anna.ticket(case), "claim")
    assert listed(root, f"subject={case}") == []
    assert case not in root.http.get("/staff/audit.csv").text
    root.joins("sensitive")
    assert len(listed(root, f"subject={case}")) == 2
    assert case in root.http.get("/staff/audit.csv").text

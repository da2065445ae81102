"""The figures of the service: what is counted, who may see it, on SQLite and PostgreSQL."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
from typing import Any

import pytest
from sqlalchemy import delete, update
from support import Assistant, Desk, utterance

from desk import counting, permissions, service_figures
from desk.reporting_period import Period, period_of, recent
from store import models as m
from texts.language import SUPPORTED

VISA = {"intent": "ask_article", "article": "visa"}


def ago(desk: Desk, table: type[m.Base], column: str, hours: float, *where: Any) -> None:
    """Put a moment of rows back."""
    with desk.context.database.write() as session:
        session.execute(update(table).where(*where).values({column: m.now() - dt.timedelta(hours=hours)}))


def counted(desk: Desk) -> service_figures.Figures:
    counting.count(desk.context)
    today = m.now().date()
    with desk.context.database.read() as session:
        period = Period(today - dt.timedelta(days=3), today + dt.timedelta(days=1), "UTC")
        return service_figures.figures(session, period, m.now(), sees_sensitive=True)


def rows(figures: service_figures.Figures, table: str) -> list[dict[str, Any]]:
    found = figures.tables[table]
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


@pytest.fixture(autouse=True)
def _nothing_counted(request: pytest.FixtureRequest) -> None:
    for name in ("any_desk", "desk"):
        if name in request.fixturenames:
            desk: Desk = request.getfixturevalue(name)
            with desk.context.database.write() as session:
                for table in (m.Enquiry, m.CountedUntil, m.Satisfaction):
                    session.execute(delete(table))


def test_outcomes_stand_side_by_side(any_desk: Desk) -> None:
    """One conversation for each outcome; each is counted where it belongs, in its language."""
    confirmed, assumed, abandoned, escalated, fresh = (any_desk.visitor("fr") for _ in range(5))
    for visitor in (confirmed, assumed, fresh):
        visitor.answered(utterance("Yes.", understood=VISA))
    confirmed.request("POST", "/feedback", json={"message": 2, "helpful": True})
    abandoned.answered(utterance("I do not know.", understood={"answered": False}))
    escalated.ask_person()
    for visitor in (assumed, abandoned):
        ago(any_desk, m.Message, "at", 25, m.Message.conversation_id == visitor.id)
    figures = counted(any_desk)
    french, everything = rows(figures, "outcomes")
    assert (french["language"], everything["language"]) == ("fr", "")
    for row in (french, everything):
        assert {name: row[name] for name in ("confirmed", "assumed", "abandoned", "escalated", "wrong", "open")} == {
            "confirmed": 1, "assumed": 1, "abandoned": 1, "escalated": 1, "wrong": 0, "open": 1,
        }  # fmt: skip
    assert (figures.total, figures.escalated, figures.escalation_rate) == (5, 1, 20.0)
    assert sum(row["total"] for row in rows(figures, "days")) == 5
    assert sum(row["total"] for row in rows(figures, "hours")) == 5
    assert [(row["article"], row["total"]) for row in rows(figures, "articles")] == [("visa", 3)]


def test_a_later_word_changes_what_was_counted(any_desk: Desk) -> None:
    """Counting again corrects; nothing is counted twice."""
    visitor = any_desk.visitor()
    visitor.answered(utterance("Yes.", understood=VISA))
    assert rows(counted(any_desk), "outcomes")[-1]["open"] == 1
    visitor.request("POST", "/feedback", json={"message": 2, "helpful": True})
    for _ in range(2):
        row = rows(counted(any_desk), "outcomes")[-1]
        assert (row["total"], row["confirmed"]) == (1, 1)
    person = utterance("I call.", do=[{"kind": "hand_over", "reason": "asked"}], understood={"intent": "ask_human"})
    visitor.answered(person)
    row = rows(counted(any_desk), "outcomes")[-1]
    assert (row["total"], row["escalated"]) == (1, 1)


def test_more_conversations_than_are_counted_at_once(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 2)
    for _ in range(5):
        any_desk.visitor().answered(utterance("Yes.", understood=VISA))
    assert counted(any_desk).total == 5


def test_a_reviewer_says_wrong(any_desk: Desk) -> None:
    """It is the outcome then, and stays when the conversation is counted again."""
    visitor = any_desk.visitor()
    visitor.answered(utterance("Yes.", understood=VISA))
    counted(any_desk)
    with any_desk.context.database.write() as session:
        session.execute(update(m.Enquiry).values(verdict="wrong"))
    visitor.request("POST", "/feedback", json={"message": 2, "helpful": True})
    figures = counted(any_desk)
    assert rows(figures, "outcomes")[-1]["wrong"] == 1
    assert figures.reviewed == 1


def test_times_by_queue(any_desk: Desk) -> None:
    """Median and ninth decile of first answer and solution; open ones are in neither."""
    now = m.now()
    for minutes in (10, 20, 30):
        any_desk.visitor().ask_person()
        newest = max(ticket.id for ticket in any_desk.rows(m.Ticket))
        opened = now - dt.timedelta(hours=3)
        with any_desk.context.database.write() as session:
            session.execute(update(m.Ticket).where(m.Ticket.id == newest).values(
                opened_at=opened, answered_at=opened + dt.timedelta(minutes=minutes),
                solved_at=opened + dt.timedelta(hours=1) if minutes == 10 else None,
            ))  # fmt: skip
    (row,) = rows(counted(any_desk), "queues")
    assert (row["queue"], row["requests"]) == ("general", 3)
    assert (row["answer-median"], row["answer-p90"]) == (1200, pytest.approx(1680))
    assert (row["solution-median"], row["solution-p90"]) == (3600, 3600)


def test_promises_kept(any_desk: Desk) -> None:
    """One answered in time, one too late, one not at all though it is late, one that may wait; one was withdrawn."""
    now = m.now()
    opened, late, soon = now - dt.timedelta(hours=5), now - dt.timedelta(hours=4), now + dt.timedelta(hours=1)
    early, after = opened + dt.timedelta(minutes=5), late + dt.timedelta(minutes=5)
    for due, answered, solved in (
        (late, early, early), (late, after, None), (late, None, None), (soon, None, None), (late, None, early),
    ):  # fmt: skip
        any_desk.visitor().ask_person()
        newest = max(ticket.id for ticket in any_desk.rows(m.Ticket))
        with any_desk.context.database.write() as session:
            session.execute(update(m.Ticket).where(m.Ticket.id == newest).values(
                opened_at=opened, answer_due=due, solution_due=soon, answered_at=answered, solved_at=solved,
            ))  # fmt: skip
    (row,) = rows(counted(any_desk), "promises")
    assert (row["answers-kept"], row["answers-missed"]) == (1, 2)
    assert row["share-answers"] == pytest.approx(100 / 3)
    assert (row["solutions-kept"], row["solutions-missed"], row["share-solutions"]) == (2, 0, 100)


def test_sensitive_matters_cannot_be_picked_out(any_desk: Desk) -> None:
    """They have no subject; their queue shows nothing until there are several."""
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    for number in range(service_figures.FEWEST):
        visitor = any_desk.visitor("ru")
        visitor.answered(utterance("Yes.", understood=VISA))
        visitor.answered(utterance("I call.", do=[deed], understood={"intent": "report_sensitive"}))
        figures = counted(any_desk)
        (row,) = rows(figures, "queues")
        assert row["queue"] == "sensitive"
        assert row["requests"] == (None if number + 1 < service_figures.FEWEST else service_figures.FEWEST)
    for table in ("topics", "unanswered", "articles"):
        assert rows(figures, table) == []
    assert {(row.intent, row.article) for row in any_desk.rows(m.Enquiry)} == {("", "")}


def test_the_queue_of_reports_is_shown_to_its_members_alone(any_desk: Desk) -> None:
    """Neither its times nor its promises, on the page or as CSV; to administrators while it has no member."""
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    for _ in range(service_figures.FEWEST):
        any_desk.visitor().answered(utterance("I call.", do=[deed]))
    sven, root = any_desk.staff("sven", "supervisor"), any_desk.staff("root", "administrator")
    name = any_desk.context.texts("en", "console-queue-sensitive")

    def shown(path: str, word: str) -> list[bool]:
        return [word in html.unescape(person.http.get(path).text) for person in (sven, root)]

    tables = [("/staff/figures", f'<th scope="row"><bdi>{name}</bdi></th>')] + [
        (f"/staff/figures/{x}.csv", "sensitive") for x in ("queues", "promises")
    ]
    assert [shown(*each) for each in tables] == [[False, True]] * 3
    sven.joins("sensitive")
    assert [shown(*each) for each in tables] == [[True, False]] * 3


def test_figures_outlive_a_conversation_that_is_erased(any_desk: Desk) -> None:
    """What stays is a count without whose it was."""
    visitor = any_desk.visitor()
    visitor.answered(utterance("Yes.", understood=VISA))
    assert counted(any_desk).total == 1
    assert visitor.request("DELETE").status_code == 204
    assert counted(any_desk).total == 1
    assert [row.conversation_id for row in any_desk.rows(m.Enquiry)] == [None]


def test_unanswered_subjects(any_desk: Desk) -> None:
    """Also where another try was answered."""
    visitor = any_desk.visitor()
    visitor.answered(utterance("I do not know.", understood={"answered": False}))
    visitor.answered(utterance("Yes.", understood=VISA))
    (row,) = rows(counted(any_desk), "unanswered")
    assert (row["intent"], row["article"], row["misses"]) == ("ask_article", "visa", 1)


def test_questions_that_were_not_understood(any_desk: Desk) -> None:
    """In the words that came most, each language apart; not what was answered, and nothing of a report."""
    missed = {"intent": "nlu_fallback", "answered": False}
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}

    def asks(language: str, text: str, **understood: Any) -> Any:
        visitor = any_desk.visitor(language)
        visitor.answered(utterance("?", understood={**missed, **understood}), text)
        return visitor

    for text in ("Can I bring my dog?", "my dog: can I bring?", "Can I bring my dog?", "who is anna@example.org"):
        asks("en", text)
    asks("fr", "Puis-je amener mon chien ?")
    asks("en", "Is there a pension?", answered=True)
    asks("en", "I know of a crime").answered(utterance("I call.", do=[deed]), "he hit me")
    late = asks("en", "I know of another crime")
    counting.count(any_desk.context)
    late.answered(utterance("I call.", do=[deed]), "she hit me")
    chief = any_desk.staff("sven", "supervisor")
    found = chief.http.get("/staff/figures/questions.csv").text.lstrip("\ufeff")
    assert [tuple(row.values()) for row in csv.DictReader(io.StringIO(found))] == [
        ("Can I bring my dog?", "en", "3"), ("who is [e-mail 1]", "en", "1"), ("Puis-je amener mon chien ?", "fr", "1"),
    ]  # fmt: skip
    assert "<bdi>Can I bring my dog?</bdi>" in chief.http.get("/staff/figures").text


def test_who_may_not_read_conversations_sees_no_questions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on the page nor as CSV."""
    monkeypatch.setitem(permissions.RIGHTS, "review", permissions.ADMINISTRATORS)
    sven, root = desk.staff("sven", "supervisor"), desk.staff("root", "administrator")
    replies = [[who.http.get(f"/staff/figures{path}") for path in ("", "/questions.csv")] for who in (sven, root)]
    assert [[page.status_code, table.status_code] for page, table in replies] == [[200, 404], [200, 200]]
    assert ["questions.csv" in page.text or "not understood" in page.text for page, _ in replies] == [False, True]


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_page_in_six_languages(desk: Desk, assistant: Assistant, language: str) -> None:
    """Every table is there, with its chart and its download."""
    desk.visitor("ar").answered(utterance("Yes.", understood=VISA))
    desk.visitor("en").ask_person()
    counting.count(desk.context)
    root = desk.staff("root", "administrator")
    root.http.post("/staff/language", data={"language": language})
    page = html.unescape(root.http.get("/staff/figures").text)
    root.http.post("/staff/language", data={"language": "en"})
    texts = desk.context.texts
    for key in ("days", "outcomes", "queues", "topics", "helpful"):
        assert texts(language, f"service-table-{key}") in page
    assert page.count("data:image/svg+xml;base64,") == 3
    for link in set(re.findall(r'href="(/staff/figures/[a-z]+\.csv\?[^"]+)"', page)):
        reply = root.http.get(link)
        assert reply.status_code == 200
        assert reply.headers["content-type"] == "text/csv; charset=utf-8"


def test_a_table_as_csv(desk: Desk) -> None:
    """Plain numbers and every day of the period."""
    desk.visitor("ar").answered(utterance("Yes.", understood=VISA))
    counting.count(desk.context)
    today = m.now().date()
    first = today - dt.timedelta(days=99)
    reply = desk.staff("root", "administrator").http.get(f"/staff/figures/days.csv?first={first}&last={today}")
    assert f'filename="days-{first}-{today}.csv"' in reply.headers["content-disposition"]
    found = list(csv.DictReader(io.StringIO(reply.text.removeprefix("\ufeff"))))
    assert len(found) == 100
    assert found[-1] == {"day": str(today), "ar": "1", "total": "1"}


def test_who_may_see_the_figures(desk: Desk) -> None:
    """Supervisors and administrators."""
    for path in ("/staff/figures", "/staff/figures/days.csv"):
        assert desk.staff("anna").http.get(path).status_code == 403
        assert desk.staff("sven", "supervisor").http.get(path).status_code == 200
        assert desk.client.get(path).status_code == 303
    assert "/staff/figures" in desk.staff("sven", "supervisor").queue()
    assert "/staff/figures" not in desk.staff("anna").queue()


@pytest.mark.parametrize(
    "query", ["first=2026-02-30", "first=2026-03-02&last=2026-03-01", "first=1000-01-01", "last=x"]
)
def test_what_is_no_period_is_said(desk: Desk, query: str) -> None:
    root = desk.staff("root", "administrator")
    reply = root.http.get(f"/staff/figures?{query}")
    assert reply.status_code == 422
    assert "not a period" in reply.text
    assert root.http.get(f"/staff/figures/days.csv?{query}").json()["code"] == "period"
    assert root.http.get("/staff/figures/nothing.csv").status_code == 404


def test_periods() -> None:
    today = dt.date(2026, 3, 31)
    assert recent(today, "UTC") == period_of("", "", today, "UTC") == Period(dt.date(2026, 3, 2), today, "UTC")
    start, end = Period(dt.date(2026, 3, 29), dt.date(2026, 3, 29), "Europe/Berlin").moments()
    assert (start.astimezone(dt.UTC), end.astimezone(dt.UTC)) == (
        dt.datetime(2026, 3, 28, 23, tzinfo=dt.UTC), dt.datetime(2026, 3, 29, 22, tzinfo=dt.UTC),
    )  # fmt: skip

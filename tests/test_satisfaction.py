"""Visitors are asked once at the end whether they are content, with one tap, and what they say is counted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import delete
from support import Desk, Visitor, utterance

from desk import service_figures
from desk.reporting_period import Period
from store import models as m

QUESTION = "Did we answer your question?"


@pytest.fixture(params=["hand-back", "close"])
def ending(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def helped(desk: Desk, visitor: Visitor, ending: str, case: str = "") -> None:
    anna = desk.staff("anna")
    ticket = anna.ticket(case or visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    anna.does(ticket, ending)


def question(visitor: Visitor) -> dict[str, Any]:
    (found,) = [message for message in visitor.messages("system") if message["text"] == QUESTION]
    return found


def test_one_tap(any_desk: Desk, ending: str) -> None:
    """The tap is kept and thanked for, and changes nothing else."""
    visitor = any_desk.visitor()
    helped(any_desk, visitor, ending)
    state = visitor.history()["state"]
    choices = question(visitor)["choices"]
    assert [choice["title"] for choice in choices] == ["Yes", "Partly", "No"]
    reply = visitor.press(choices[0])
    assert [message["text"] for message in reply["messages"]] == ["Yes", "Thank you for your answer."]
    assert reply["state"] == state
    (row,) = any_desk.rows(m.Satisfaction, m.Satisfaction.conversation_id == visitor.id)
    assert (row.answer, row.language, row.queue) == ("yes", "en", "general")
    visitor.press(choices[2])
    assert [row.answer for row in any_desk.rows(m.Satisfaction, m.Satisfaction.conversation_id == visitor.id)] == ["no"]


def test_it_is_asked_once(desk: Desk, ending: str) -> None:
    visitor = desk.visitor()
    helped(desk, visitor, ending)
    helped(desk, visitor, ending)
    question(visitor)


@pytest.mark.parametrize(("reason", "asked"), [
    ("answered", True), ("closed", True), ("no_reply", False), ("not_ours", False), ("abuse", False),
])  # fmt: skip
def test_only_who_may_have_been_helped_is_asked(desk: Desk, reason: str, asked: bool) -> None:
    """Not who was turned away, nor who was not there any more."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    anna.does(ticket, "close", reason=reason)
    assert (QUESTION in [message["text"] for message in visitor.messages("system")]) == asked


def test_never_about_a_sensitive_matter(desk: Desk, ending: str) -> None:
    """Neither of the report itself nor of anything else in that conversation."""
    visitor = desk.visitor()
    desk.staff("anna").joins("sensitive")
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    case = visitor.answered(utterance("I call.", do=[deed]))["queue"]["case"]
    helped(desk, visitor, ending, case)
    helped(desk, visitor, ending)
    assert QUESTION not in [message["text"] for message in visitor.messages("system")]
    assert desk.rows(m.Satisfaction, m.Satisfaction.conversation_id == visitor.id) == []


def test_it_is_counted(any_desk: Desk) -> None:
    """Those who were asked, and of those who answered the share that are content."""
    with any_desk.context.database.write() as session:
        session.execute(delete(m.Satisfaction))
    for number in (0, 0, 2, None):
        visitor = any_desk.visitor()
        helped(any_desk, visitor, "close")
        if number is not None:
            visitor.press(question(visitor)["choices"][number])
    today = m.now().date()
    around = Period(today - dt.timedelta(days=1), today + dt.timedelta(days=1), "UTC")
    with any_desk.context.database.read() as session:
        table = service_figures.figures(session, around, m.now(), sees_sensitive=True).tables["satisfaction"]
    assert [row[:5] for row in table.rows] == [("en", 4, 2, 0, 1), ("", 4, 2, 0, 1)]
    assert table.rows[0][5] == pytest.approx(200 / 3)

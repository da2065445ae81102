"""Finding requests again: full-text search of what was said, and saved views. On both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import delete
from support import Desk, utterance

from desk import finding
from store import models as m
from store.transcripts import conversations_with, index_missing

SAID = {
    "en": ("My medical insurance does not cover the hospital in Nairobi", "hospital insurance"),
    "fr": ("Mon contrat de volontaire n’a pas été prolongé à Dakar", "contrats prolonges"),
    "ar": ("أريد تغيير تاريخ بداية المهمة في عمّان", "تاريخ المهمة"),
    "zh": ("我是护士，想知道什么时候可以开始志愿服务", "护士 志愿服务"),
    "ru": ("Когда я получу пособие на обустройство?", "пособия обустройство"),
}


@pytest.mark.parametrize("language", SAID)
def test_a_request_is_found_by_what_was_said(any_desk: Desk, language: str) -> None:
    """In any script and inflection, by all the words; not by others, and not by what only the desk said."""
    anna = any_desk.staff("anna")
    visitor, other = any_desk.visitor(language), any_desk.visitor("en")
    visitor.say(SAID[language][0])
    case = visitor.ask_person()["queue"]["case"]
    other.say("Something else altogether")
    other.ask_person()
    page = anna.http.get("/staff", params={"words": SAID[language][1]}).text
    assert case in page
    assert page.count('href="/staff/tickets/') == 1
    for words in (f"{SAID[language][1]} giraffe", "queue", "colleague online"):
        assert case not in anna.http.get("/staff", params={"words": words}).text


def test_answers_and_case_numbers_are_found(any_desk: Desk) -> None:
    """What assistant and staff said, also in solved requests; and a case by its number, in small letters too."""
    anna = any_desk.staff("anna")
    visitor = any_desk.visitor()
    visitor.answered(utterance("The allowance depends on the duty station."), "how much?")
    case = visitor.ask_person()["queue"]["case"]
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Please ask the paymaster.")
    anna.does(ticket, "close")
    for words in ("duty stations allowance", "paymaster", case, case.lower(), f" {case} "):
        assert case in anna.http.get("/staff", params={"words": words}).text, words
    for words in ('"', "' OR 1=1 --", "NEAR(", "a:b", "*", "&|!", "()", "."):
        assert anna.http.get("/staff", params={"words": words}).status_code == 200, words


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Their insurance was checked with Ms Ortiz", "insured ortiz"), ("Договор продлен до мая", "договоры продлен"),
        ("已经告诉护士长", "护士长"), ("Contrat prolongé à Dakar", "dakar contrats"), ("100% sure_", "100%"),
    ],
)  # fmt: skip
def test_notes_are_found(any_desk: Desk, note: str, words: str) -> None:
    """All words in one note, in any script; of hidden requests no more than what was said."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    anna.joins("sensitive")
    other = any_desk.visitor().ask_person()["queue"]["case"]
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    case = any_desk.visitor().answered(utterance("Thank you.", do=[deed]))["queue"]["case"]
    anna.does(anna.ticket(case), "note", text=note)
    page = anna.http.get("/staff", params={"words": words}).text
    assert (case in page, other in page) == (True, False)
    assert case not in anna.http.get("/staff", params={"words": f"{words} giraffe"}).text
    assert f">{case}<" not in boris.http.get("/staff", params={"words": words}).text


def test_lists_have_pages(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each its own; filters stay, views forget them, and the live refresh shows the same page."""
    monkeypatch.setitem(finding.SHOWN, "open", 2)
    monkeypatch.setitem(finding.SHOWN, "solved", 1)
    anna = any_desk.staff("anna")
    cases = [any_desk.visitor().ask_person()["queue"]["case"] for _ in range(7)]
    for case in cases[5:]:
        ticket = anna.ticket(case) if case in anna.queue() else any_desk.rows(m.Ticket, m.Ticket.case == case)[0].id
        anna.does(ticket, "claim")
        anna.does(ticket, "close")
    shown = lambda page: [case for case in cases if f">{case}<" in page]  # noqa: E731
    assert shown(anna.queue()) == [*cases[:2], cases[6]]
    page = anna.queue("language=en&open_page=2&solved_page=2")
    assert shown(page) == [*cases[2:4], cases[5]]
    assert 'hx-get="/staff/queue?language=en&amp;open_page=2&amp;solved_page=2"' in page
    assert 'href="/staff?language=en&amp;open_page=3&amp;solved_page=2" id="next-open" rel="next"' in page
    assert 'href="/staff?language=en&amp;solved_page=2" id="prev-open" rel="prev"' in page
    assert 'id="next-solved"' not in page
    assert shown(anna.http.get("/staff/queue?open_page=3").text) == [cases[4], cases[6]]
    assert shown(anna.queue("open_page=99&state=open")) == [cases[4]]
    reply = anna.http.post("/staff/views?language=en&open_page=2", data={"name": "English"})
    assert reply.headers["location"] == "/staff?language=en"


def test_sensitive_words_are_found_by_members_alone(any_desk: Desk) -> None:
    """The search of somebody else is as if nothing had been said."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    anna.joins("sensitive")
    visitor = any_desk.visitor()
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    case = visitor.answered(utterance("Thank you.", do=[deed]), "he threatens me")["queue"]["case"]
    for words in ("threatens", case):
        assert case in anna.http.get("/staff", params={"words": words}).text
        assert f">{case}<" not in boris.http.get("/staff", params={"words": words}).text


def test_what_is_erased_is_not_found_any_more(any_desk: Desk) -> None:
    """The rows of the search and the index go with the messages."""
    visitor = any_desk.visitor()
    visitor.say("My name is Rumpelstiltskin")
    visitor.request("DELETE")
    assert any_desk.count(m.MessageSearch) == 0
    with any_desk.context.database.read() as session:
        found = conversations_with(session, "Rumpelstiltskin")
        assert found is not None
        assert session.scalars(found).all() == []


def test_older_messages_become_findable(any_desk: Desk) -> None:
    """What was said before there was an index is added to it, once."""
    anna, visitor = any_desk.staff("anna"), any_desk.visitor()
    visitor.say("An old question about pensions")
    case = visitor.ask_person()["queue"]["case"]
    with any_desk.context.database.write() as session:
        session.execute(delete(m.MessageSearch))
    assert case not in anna.queue("words=pensions")
    with any_desk.context.database.write() as session:
        assert index_missing(session, 2) == 2
        assert index_missing(session, 500) == 2
        assert index_missing(session, 500) == 0
    assert case in anna.queue("words=pensions")


def test_saved_views(any_desk: Desk) -> None:
    """Kept under a name, replaced under the same, one's own alone, and taken away."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    for query in ("queue=technical&language=fr", "queue=technical&age=24"):
        reply = anna.http.post(f"/staff/views?{query}", data={"name": "Urgent & French"})
        assert reply.headers["location"] == f"/staff?{query}"
    page = anna.queue()
    assert 'href="/staff?queue=technical&amp;age=24">Urgent &amp; French</a>' in page
    assert "language=fr" not in page
    assert "Urgent" not in boris.queue()
    (view,) = any_desk.rows(m.SavedView)
    assert boris.http.post(f"/staff/views/{view.id}/forget").status_code == 404
    for query, name in (("", "All"), ("age=4", " "), ("age=4", "x" * 61), (f"words={'x' * 600}", "Long")):
        assert anna.http.post(f"/staff/views?{query}", data={"name": name}).status_code == 422
    assert anna.http.post(f"/staff/views/{view.id}/forget").headers["location"] == "/staff"
    assert any_desk.count(m.SavedView) == 0

"""Who is there, which languages they read, and what a request shows at a glance."""

from __future__ import annotations

import re
import time

import pytest
from sqlalchemy import select, update
from support import Desk, Staff, events, utterance, wait_for

from desk import waiting
from desk.presence import ATTENDED_SECONDS, TOLD_SECONDS, TYPING_SECONDS, Presence
from store import models as m


def _plain(text: str) -> str:
    return re.sub("[\u2068\u2069]", "", text)


def _reads(who: Staff, *codes: str) -> None:
    assert who.http.post("/staff/reads", data={"code": list(codes)}).headers["location"] == "/staff"


def test_requests_in_ones_own_languages_come_first(any_desk: Desk) -> None:
    """After what is urgent; for colleagues who declared nothing the order is that of the promises."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    cases = {code: any_desk.visitor(code).ask_person()["queue"]["case"] for code in ("en", "fr", "zh", "ru")}
    with any_desk.context.database.write() as session:
        session.execute(update(m.Ticket).where(m.Ticket.language == "ru").values(priority=1))
    _reads(anna, "zh", "fr")
    order = lambda who: sorted(cases, key=lambda code: who.queue().index(cases[code]))  # noqa: E731
    assert order(anna) == ["ru", "fr", "zh", "en"]
    assert order(boris) == ["ru", "en", "fr", "zh"]
    assert re.findall(r'name="code" value="(\w+)" checked', anna.queue()) == ["fr", "zh"]
    assert anna.http.post("/staff/reads", data={"code": ["xx"]}).status_code == 422
    _reads(anna)  # accounts stay from test to test; what they read must not
    assert order(anna) == ["ru", "en", "fr", "zh"]


def test_who_writes_in_a_language_that_nobody_reads_is_told(any_desk: Desk) -> None:
    """In that language; not where somebody reads it, and not while nobody has declared anything."""
    anna = any_desk.staff("anna")
    told = lambda code: _plain(any_desk.visitor(code).ask_person()["messages"][-1]["text"])  # noqa: E731
    sentence = "aucun collègue ne lit cette langue\xa0; la réponse pourra venir dans une autre langue\xa0: anglais."
    assert sentence not in told("fr")
    _reads(anna, "en", "ru")
    assert sentence in told("fr")
    assert "no colleague reads" not in told("en")
    _reads(anna, "fr")
    assert sentence not in told("fr")
    _reads(anna)


def test_colleagues_are_seen_at_a_request(desk: Desk) -> None:
    """Who has the console open, who looks, who types; gone with the page. Nobody sees themselves."""
    anna, boris = desk.staff("anna"), desk.staff("boris")
    ticket = anna.ticket(desk.visitor().ask_person()["queue"]["case"])
    with anna.http.stream("GET", f"/staff/events?ticket={ticket}") as mine:
        stream = events(mine)
        next(stream)
        with boris.http.stream("GET", f"/staff/events?ticket={ticket}") as theirs:
            his = events(theirs)  # kept: a generator that goes closes its stream
            next(his)
            assert "Also looking at this: Boris." in _plain(anna.page(ticket))
            assert "Also looking at this: Anna." in _plain(boris.page(ticket))
            assert "2 consoles are open: Anna, Boris" in _plain(anna.queue())
            assert boris.http.post(f"/staff/tickets/{ticket}/typing").status_code == 204
            assert next(stream).name == "queue"
            assert "Boris is writing an answer." in _plain(anna.page(ticket))
            assert "is writing" not in boris.page(ticket)
        wait_for(lambda: "Also looking" not in anna.page(ticket), "the desk to notice that Boris has left")


def test_nobody_is_seen_at_a_request_that_is_hidden(desk: Desk) -> None:
    """Who may not see a request can neither listen to it nor be shown there."""
    desk.staff("anna").joins("sensitive")
    boris = desk.staff("boris")
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    desk.visitor().answered(utterance("Thank you.", do=[deed]))
    (ticket,) = desk.rows(m.Ticket)
    assert boris.http.get(f"/staff/events?ticket={ticket.id}").status_code == 404
    assert boris.http.post(f"/staff/tickets/{ticket.id}/typing").status_code == 404


def test_typing_ends_by_itself() -> None:
    """Some seconds after the last key; two windows of one person are one person."""
    moment = 0.0
    presence = Presence(lambda: moment)
    with presence.console("anna", 1), presence.console("anna", 1), presence.console("anna", None):
        presence.types("anna", 1)
        assert (presence.available(), presence.looking(1), presence.typing(1)) == ({"anna"}, {"anna"}, {"anna"})
        assert (presence.looking(2), presence.typing(2)) == (set(), set())
        moment = TYPING_SECONDS + 0.1
        assert presence.typing(1) == set()
    assert (presence.available(), presence.looking(1)) == (set(), set())


def test_a_visitor_is_told_of_typing_every_three_seconds() -> None:
    """And no more when the typing is past."""
    moment = 0.0
    presence = Presence(lambda: moment)
    assert [presence.writes("one"), presence.writes("one"), presence.writes("two")] == [True, False, True]
    moment = TOLD_SECONDS
    assert presence.writes("one")
    assert (presence.written_at("one"), presence.written_at("two")) == (TOLD_SECONDS, 0.0)
    moment = TYPING_SECONDS
    assert (presence.written_at("one"), presence.written_at("two")) == (TOLD_SECONDS, None)


def test_a_forgotten_tab_is_nobody() -> None:
    """Its stream goes on; whoever comes back to it, or types, is there again."""
    moment = 0.0
    presence = Presence(lambda: moment)
    with presence.console("anna", 1):
        moment = ATTENDED_SECONDS - 1
        assert (presence.available(), presence.looking(1)) == ({"anna"}, {"anna"})
        moment += 1
        assert (presence.available(), presence.looking(1)) == (set(), set())
        presence.attends("anna")
        assert presence.available() == {"anna"}
        moment += ATTENDED_SECONDS
        presence.types("anna", 1)
        assert presence.available() == {"anna"}
    assert presence.available() == set()


def test_a_page_says_that_somebody_is_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As something that it fetches by itself: looking on keeps no login alive."""
    anna, visitor = desk.staff("anna"), desk.visitor()
    visitor.ask_person()
    wait = lambda: visitor.history()["queue"]  # noqa: E731
    with anna.http.stream("GET", "/staff/events") as mine:
        stream = events(mine)
        next(stream)
        assert wait()["wait_text"] == "We cannot say yet how long it will take."
        later = time.monotonic() + ATTENDED_SECONDS
        monkeypatch.setattr(desk.context.presence, "_clock", lambda: later)
        assert wait()["wait_text"].startswith("No colleague is online")
        assert wait()["offer_email"]
        assert anna.http.get("/staff/here", headers={"HX-Request": "true"}).status_code == 204
        assert next(stream).name == "queue"
        assert wait()["wait_text"] == "We cannot say yet how long it will take."
    assert desk.client.get("/staff/here", headers={"HX-Request": "true"}).status_code == 401


def test_only_who_can_answer_shortens_the_wait(any_desk: Desk) -> None:
    """Members of the queue, while it has any; of a report nobody else."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    boris.joins("general", "sensitive")
    visitor, other = any_desk.visitor(), any_desk.visitor()
    visitor.ask_person()
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    other.answered(utterance("I am sorry.", do=[deed]))
    waits = lambda: [each.history()["queue"]["wait_text"] for each in (visitor, other)]  # noqa: E731
    with anna.http.stream("GET", "/staff/events") as mine:
        first = events(mine)
        next(first)
        assert all(text.startswith("No colleague is online") for text in waits())
        assert visitor.history()["queue"]["offer_email"]
        assert not other.history()["queue"]["offer_email"]
        with boris.http.stream("GET", "/staff/events") as his:
            second = events(his)
            next(second)
            assert waits() == ["We cannot say yet how long it will take."] * 2
            assert not visitor.history()["queue"]["offer_email"]
            with any_desk.context.database.read() as session:
                found = session.scalars(select(m.Ticket)).all()
                assert [waiting.staff_for(any_desk.context, session, ticket) for ticket in found] == [1, 1]


def test_a_request_at_a_glance(any_desk: Desk) -> None:
    """What was understood last, with what score and query, what was answered from, and the visitor's other requests."""
    anna, visitor = any_desk.staff("anna"), any_desk.visitor()
    first = visitor.ask_person()["queue"]["case"]
    ticket = anna.ticket(first)
    anna.does(ticket, "claim")
    anna.does(ticket, "hand-back")
    understood = {"intent": "ask_statistic", "score": 0.77, "query": {"metric": "volunteers"}}
    visitor.answered(utterance("8,282", sources=[{"title": "Annual report"}], understood=understood), "how many?")
    calls = utterance("I am calling a colleague.", rateable=False, do=[{"kind": "hand_over", "reason": "asked"}])
    case = visitor.answered(calls, "a person, please")["queue"]["case"]
    facts = anna.page(anna.ticket(case))
    shown = facts[facts.index('class="facts"') : facts.index('id="transcript"')]
    for words in (
        "asked for a person",
        "how many? / a person, please",
        "ask_statistic 0.77",
        '{"metric": "volunteers"}',
        "Annual report",
        first,
    ):
        assert words in shown, words
    assert f'href="/staff/tickets/{ticket}"' in shown

"""Who waits for an answer is offered to get it by e-mail: after a minute, by stream, by polling and at /chat."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import update
from support import Desk, Visitor, events, utterance, wait_for

from desk import tickets, waiting
from store import models as m

SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
ADDRESS = "visitor@example.org"


def offered(visitor: Visitor) -> bool:
    """What a widget that polls is told."""
    return bool((visitor.history()["queue"] or {}).get("offer_email"))


def passes(desk: Desk, seconds: float) -> None:
    """Everything so far happened so much earlier."""
    time = dt.timedelta(seconds=seconds)
    with desk.context.database.write() as session:
        for ticket in session.query(m.Ticket):
            ticket.waiting_since = waiting.since(ticket) - time
        for message in session.query(m.Message):
            message.at -= time


def test_after_a_minute_in_the_queue(any_desk: Desk) -> None:
    """Colleagues are there and nobody has come; not again once an address was left."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    with anna.http.stream("GET", "/staff/events") as reply:
        stream = events(reply)
        next(stream)
        assert not visitor.ask_person()["queue"]["offer_email"]
        passes(any_desk, 59)
        assert not offered(visitor)
        passes(any_desk, 1)
        assert offered(visitor)
        assert visitor.request("POST", "/contact", json={"email": ADDRESS}).status_code == 200
        assert not offered(visitor)


def test_never_where_harm_was_reported(any_desk: Desk) -> None:
    """Nor in another request of that conversation, waiting or with a colleague who is away."""
    visitor, ruth = any_desk.visitor(), any_desk.staff("ruth")
    ruth.joins("sensitive")
    visitor.answered(utterance("I am sorry.", do=[SENSITIVE]), "I was attacked")
    passes(any_desk, 100)
    assert not offered(visitor)
    with any_desk.context.database.write() as session:
        other = tickets.create(any_desk.context, session, session.get_one(m.Conversation, visitor.id), "asked")
        assert "e-mail" not in waiting.sentence(any_desk.context, session, other, "en")
        session.delete(other)
    (ticket,) = any_desk.rows(m.Ticket)
    ruth.does(ticket.id, "claim")
    visitor.say("are you there?")
    passes(any_desk, 100)
    assert visitor.history()["queue"] is None
    with any_desk.context.database.write() as session:
        session.execute(update(m.Ticket).values(queue="general"))
    assert visitor.history()["queue"] is None


def test_when_the_colleague_is_away(any_desk: Desk) -> None:
    """Who has the conversation and looks at it is on the way; an answer ends it; an address ends it too."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    case = visitor.ask_person()["queue"]["case"]
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Hello!")
    passes(any_desk, 100)
    assert not offered(visitor)
    visitor.say("I have a question")
    assert not offered(visitor)
    passes(any_desk, 60)
    with anna.http.stream("GET", "/staff/events") as reply:
        stream = events(reply)
        next(stream)
        assert not offered(visitor)
    wait_for(lambda: offered(visitor), "the desk to notice that Anna has left")
    queue = {"case": case, "place": None, "wait_text": "", "offer_email": True}
    assert visitor.history()["queue"] == queue
    assert visitor.request("POST", "/contact", json={"email": ADDRESS}).json()["queue"] is None
    assert any_desk.rows(m.Ticket)[0].contact is not None


@pytest.mark.parametrize("taken", [False, True])
def test_the_stream_tells_it_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch, taken: bool) -> None:
    """Nothing else happens at that moment, and the stream does not look again so soon by itself."""
    monkeypatch.setattr(waiting, "PATIENCE", dt.timedelta(seconds=1.5))
    visitor, anna, boris = desk.visitor(), desk.staff("anna"), desk.staff("boris")
    with boris.http.stream("GET", "/staff/events") as reply:
        there = events(reply)
        next(there)
        case = visitor.ask_person()["queue"]["case"]
        if taken:
            anna.does(anna.ticket(case), "claim")
            visitor.say("hello?")
        with visitor.stream() as stream:
            first = next(stream).data["queue"]
            assert not (first or {}).get("offer_email")
            found: Any = next(event for event in stream if event.name == "state")
            assert found.data["queue"]["offer_email"]


def test_the_plain_page_offers_it_too(desk: Desk) -> None:
    """With a colleague who is away, beside their name."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    look = lambda: desk.client.get("/chat", headers={"Cookie": f"desk_chat={visitor.id}.{visitor.token}"}).text  # noqa: E731
    assert 'action="/chat/contact"' not in look()
    passes(desk, 60)
    assert 'action="/chat/contact"' in look()
    assert "Anna" in look()

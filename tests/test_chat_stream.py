"""The stream of the chat API: what comes by it, in which order, and from where it goes on."""

from __future__ import annotations

from typing import Any

import pytest
from support import Assistant, Desk, at_once


def test_the_stream_begins_with_the_state_and_goes_on_with_messages(desk: Desk) -> None:
    """A snapshot, then each message once, with its number as the event's id."""
    visitor = desk.visitor()
    visitor.say("before")
    with visitor.stream() as stream:
        first = next(stream)
        assert first.name == "snapshot"
        state = {"state": "assistant", "queue": None, "staff": None, "sensitive": False, "file_request": None}
        assert first.data == {**state, "last_seq": 2}
        visitor.say("now")
        found = [next(stream), next(stream)]
        assert [(x.name, x.id, x.data["text"]) for x in found] == [
            ("message", "3", "now"), ("message", "4", "You said: now"),
        ]  # fmt: skip
        assert found[0].data == visitor.history()["messages"][2]


def test_the_visitors_message_is_streamed_before_the_answer(desk: Desk, assistant: Assistant) -> None:
    """A second tab sees the question while the assistant is still thinking."""
    visitor = desk.visitor()
    assistant.stalls()
    with visitor.stream() as stream:
        next(stream)

        def watch() -> list[str]:
            question = next(stream).data["text"]
            assistant.goes_on()
            return [question, next(stream).data["text"]]

        _, seen = at_once(lambda: visitor.send("hello"), watch)
    assert seen == ["hello", "You said: hello"]


@pytest.mark.parametrize("seen", [0, 1, 3, 4])
def test_the_stream_goes_on_where_it_was(desk: Desk, seen: int) -> None:
    """With Last-Event-ID nothing is missed and nothing comes twice."""
    visitor = desk.visitor()
    visitor.say("one")
    visitor.say("two")
    with visitor.stream(last_seen=seen) as stream:
        assert next(stream).name == "snapshot"
        visitor.say("three")
        found = [next(stream) for _ in range(6 - seen)]
    assert [int(event.id) for event in found] == list(range(seen + 1, 7))


def test_the_stream_tells_changes_of_state(desk: Desk) -> None:
    """Queued, claimed, a reply, handed back: as they happen, messages and states."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    with visitor.stream() as stream:
        next(stream)

        def until(name: str, **wanted: Any) -> dict[str, Any]:
            for event in stream:
                data: dict[str, Any] = event.data
                if event.name == name and all(data[key] == value for key, value in wanted.items()):
                    return data
            raise AssertionError(f"the stream ended before {name} {wanted}")

        ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
        assert until("state", state="queued")["queue"]["place"] == 1
        anna.does(ticket, "claim")
        assert until("state", state="staff")["staff"] == {"name": "Anna"}
        anna.does(ticket, "reply", text="Hello!")
        assert until("message", author="staff")["text"] == "Hello!"
        anna.does(ticket, "hand-back")
        until("state", state="assistant")


def test_the_place_in_the_queue_moves_in_the_stream(desk: Desk) -> None:
    """Who waits sees it without asking when the one before is taken."""
    first, second, anna = desk.visitor(), desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(first.ask_person()["queue"]["case"])
    second.ask_person()
    with second.stream() as stream:
        assert next(stream).data["queue"]["place"] == 2
        anna.does(ticket, "claim")
        assert next(event for event in stream if event.name == "state").data["queue"]["place"] == 1


def test_the_visitor_sees_that_an_answer_is_written(desk: Desk) -> None:
    """By whoever has the conversation, at most every three seconds, and no more once the answer is there."""
    visitor, anna, boris = desk.visitor(), desk.staff("anna"), desk.staff("boris")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    types = lambda who: who.http.post(f"/staff/tickets/{ticket}/typing").status_code  # noqa: E731
    with visitor.stream() as stream:
        assert next(stream).name == "snapshot"
        assert [types(boris), types(anna), types(anna)] == [204] * 3
        event = next(stream)
        assert (event.name, event.data) == ("typing", {"author": "staff", "name": "Anna"})
        anna.does(ticket, "reply", text="Hello!")
        assert next(stream).data["text"] == "Hello!"
        types(anna)
        anna.does(ticket, "reply", text="How can I help?")
        assert next(stream).data["text"] == "How can I help?"
    assert all("typing" not in each for each in visitor.messages())


def test_the_stream_ends_when_the_conversation_is_erased(desk: Desk) -> None:
    """Nothing is left to tell."""
    visitor = desk.visitor()
    with visitor.stream() as stream:
        next(stream)
        assert visitor.request("DELETE").status_code == 204
        assert list(stream) == []

"""What visitors and staff see when the assistant fails, stalls or comes too late, or the desk is restarted."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import update
from support import Assistant, Desk, Visitor, at_once, utterance, wait_for

from desk.context import make_context
from desk.interrupted import fail_interrupted
from store import models as m
from texts.language import SUPPORTED

# Name of a failure, and how the assistant is brought to it.
FAILURES: dict[str, Callable[[Assistant], None]] = {
    "down": lambda assistant: assistant.down(),
    "empty": lambda assistant: assistant.sends(b"[]"),
    "no list": lambda assistant: assistant.sends(b'{"text": "hello"}'),
    "null": lambda assistant: assistant.sends(b"null"),
    "no JSON": lambda assistant: assistant.sends(b"<html>Bad gateway</html>"),
    "not UTF-8": lambda assistant: assistant.sends(b'[{"text": "\xff"}]'),
    "no text": lambda assistant: assistant.sends(b'[{"custom": {}}]'),
    "empty text": lambda assistant: assistant.sends(b'[{"text": "", "custom": {}}]'),
    "wrong types": lambda assistant: assistant.sends(b'[{"text": "hi", "custom": {"choices": 7}}]'),
    "custom is a list": lambda assistant: assistant.sends(b'[{"text": "hi", "custom": [1]}]'),
    "a list of numbers": lambda assistant: assistant.sends(b"[1, 2]"),
    "wrong priority": lambda assistant: assistant.says(
        utterance("A person.", do=[{"kind": "hand_over", "priority": "very"}])
    ),
    # No answer puts a withdrawal behind a harmless title: of what the desk does itself it can offer alerts only.
    "a deed of the desk": lambda assistant: assistant.says(
        utterance("Here:", choices=[{"title": "More", "payload": "withdraw", "target": "desk"}])
    ),
    "error 500": lambda assistant: assistant.sends(b"{}", 500),
    "unauthorised": lambda assistant: assistant.sends(b"{}", 401),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_the_visitor_is_told_and_nothing_is_lost(desk: Desk, assistant: Assistant, failure: str) -> None:
    """The message is kept, the visitor is told what happened, staff have a technical ticket, and it goes on after."""
    visitor = desk.visitor()
    FAILURES[failure](assistant)
    result = visitor.say("How many volunteers?")
    question, told = result["messages"]
    assert question["text"] == "How many volunteers?"
    (ticket,) = desk.rows(m.Ticket)
    assert told["author"] == "system"
    assert told["text"].partition("\n\n")[0] == desk.context.texts("en", "failure-assistant", case=ticket.case)
    assert (ticket.queue, ticket.reason, ticket.state) == ("technical", "failure", "open")
    assert result["state"] == "assistant"
    assistant.reset()
    assert visitor.say("again")["messages"][-1]["text"] == "You said: again"


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_visitor_is_told_in_their_language(desk: Desk, assistant: Assistant, language: str) -> None:
    """Nobody has to read English to learn that something is broken."""
    assistant.down()
    told = desk.visitor(language).say("?!")["messages"][-1]
    (ticket,) = desk.rows(m.Ticket)
    assert told["text"].partition("\n\n")[0] == desk.context.texts(language, "failure-assistant", case=ticket.case)
    assert told["language"] == language


def test_a_slow_assistant_is_not_waited_for_without_end(make_desk: Callable[..., Desk], assistant: Assistant) -> None:
    """After the time-out the visitor is told; what the assistant says later does not appear."""
    desk = make_desk(engine_timeout=0.3)
    visitor = desk.visitor()
    assistant.stalls()
    assert visitor.say("slow")["messages"][-1]["author"] == "system"
    assistant.goes_on()
    assert visitor.say("next")["messages"][-1]["text"] == "You said: next"
    assert [x["author"] for x in visitor.messages()] == ["visitor", "system", "visitor", "assistant"]


def test_an_outage_is_one_ticket_per_conversation(desk: Desk, assistant: Assistant) -> None:
    """However often a visitor tries, staff see one ticket of theirs; another visitor's is another."""
    first, second = desk.visitor(), desk.visitor()
    assistant.down()
    for _ in range(3):
        first.say("hello?")
    second.say("hello?")
    assert sorted(t.conversation_id for t in desk.rows(m.Ticket)) == sorted([first.id, second.id])


def test_a_second_outage_after_the_first_was_solved_is_a_new_ticket(desk: Desk, assistant: Assistant) -> None:
    """What happens again is told again."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    for _ in range(2):
        assistant.down()
        visitor.say("hello?")
        assistant.up()
        (ticket,) = desk.rows(m.Ticket, m.Ticket.state == "open")
        anna.does(ticket.id, "solve")
    assert desk.count(m.Ticket) == 2


def test_a_failure_does_not_hide_a_request_for_a_person(desk: Desk, assistant: Assistant) -> None:
    """Who asks for a person after an outage gets a place in the queue for people."""
    visitor = desk.visitor()
    assistant.down()
    visitor.say("hello?")
    assistant.up()
    case = visitor.ask_person()["queue"]["case"]
    assert {t.case: t.queue for t in desk.rows(m.Ticket, m.Ticket.reason == "asked")} == {case: "general"}


def test_staff_answer_during_an_outage(desk: Desk, assistant: Assistant) -> None:
    """A technical ticket can be claimed, and the visitor gets an answer from a person."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    assistant.down()
    visitor.say("hello?")
    (ticket,) = desk.rows(m.Ticket)
    anna.does(ticket.id, "claim")
    anna.does(ticket.id, "reply", text="I am here.")
    assert visitor.messages()[-1]["text"] == "I am here."
    assert [x["author"] for x in visitor.say("thank you")["messages"]] == ["visitor"]


def test_a_failure_in_the_middle_of_two_answers_stores_neither(desk: Desk, assistant: Assistant) -> None:
    """An answer is whole or it is none."""
    assistant.sends(b'[{"text": "first", "custom": {}}, {"text": "second", "custom": {"sources": "x"}}]')
    visitor = desk.visitor()
    visitor.say("hello")
    assert visitor.messages("assistant") == []


def _stalled(visitor: Visitor, assistant: Assistant, client_id: str) -> threading.Thread:
    """A message whose answer does not come, sent in a thread."""
    assistant.stalls()

    def send() -> None:
        at_once(lambda: visitor.send("a question", client_id=client_id))

    thread = threading.Thread(target=send)
    thread.start()
    wait_for(lambda: assistant.asked, "the assistant to be asked")
    return thread


def _time_passes(desk: Desk) -> None:
    """As if what goes on had begun a minute earlier: longer than any turn may take."""
    with desk.context.database.write() as session:
        session.execute(update(m.Turn).values(started_at=m.now() - dt.timedelta(minutes=1)))


def test_a_crash_in_the_middle_of_a_turn(make_desk: Callable[..., Desk], assistant: Assistant) -> None:
    """After the restart the message is there, the visitor is told, staff have a ticket; repeating does no harm."""
    desk = make_desk(engine_timeout=20.0)
    visitor, client_id = desk.visitor("fr"), str(uuid.uuid4())
    thread = _stalled(visitor, assistant, client_id)
    desk.crash()
    thread.join(20)
    _time_passes(desk)
    assistant.reset()
    desk.start()
    (ticket,) = desk.rows(m.Ticket)
    assert (ticket.queue, ticket.reason) == ("technical", "failure")
    question, told = visitor.messages()
    assert question["text"] == "a question"
    assert told["text"].partition("\n\n")[0] == desk.context.texts("fr", "failure-interrupted", case=ticket.case)
    assert visitor.send("a question", client_id=client_id).json()["messages"] == [question, told]
    assert assistant.asked == []
    assert visitor.say("encore")["messages"][-1]["text"] == "You said: encore"
    desk.stop()
    desk.start()
    assert len(visitor.messages()) == 4
    assert desk.count(m.Ticket) == 1


def test_an_orderly_stop_in_the_middle_of_a_turn(make_desk: Callable[..., Desk], assistant: Assistant) -> None:
    """SIGTERM while the assistant thinks: the same as a crash, nothing is lost."""
    desk = make_desk(engine_timeout=20.0)
    visitor = desk.visitor()
    thread = _stalled(visitor, assistant, str(uuid.uuid4()))
    desk.stop()
    thread.join(20)
    _time_passes(desk)
    assistant.reset()
    desk.start()
    assert [x["author"] for x in visitor.messages()] == ["visitor", "system"]
    assert desk.count(m.Turn, m.Turn.status == "pending") == 0


def test_another_desk_that_starts_leaves_a_turn_alone(any_desk: Desk, assistant: Assistant) -> None:
    """The visitor gets the answer of the desk that is about to give it, and no false failure is told."""
    visitor = any_desk.visitor()
    thread = _stalled(visitor, assistant, str(uuid.uuid4()))
    other = make_context(any_desk.settings)
    assert fail_interrupted(other) == 0
    other.database.close()
    assistant.goes_on()
    thread.join(20)
    assert [x["text"] for x in visitor.messages()] == ["a question", "You said: a question"]
    assert any_desk.rows(m.Ticket) == []


def test_an_answer_after_the_turn_was_given_up_is_dropped(any_desk: Desk, assistant: Assistant) -> None:
    """The visitor was told that there is none and to ask again."""
    visitor = any_desk.visitor()
    thread = _stalled(visitor, assistant, str(uuid.uuid4()))
    _time_passes(any_desk)
    wait_for(lambda: any_desk.count(m.Turn, m.Turn.status == "failed"), "the turn to be given up")
    assistant.goes_on()
    thread.join(20)
    assert [x["author"] for x in visitor.messages()] == ["visitor", "system"]
    assert len(any_desk.rows(m.Ticket)) == 1


def test_a_restart_loses_no_conversation_no_ticket_and_no_login(make_desk: Callable[..., Desk]) -> None:
    """Visitors and staff go on where they were."""
    desk = make_desk()
    visitor, anna = desk.visitor(), desk.staff("anna")
    visitor.say("before")
    case = visitor.ask_person()["queue"]["case"]
    cookie = anna.http.cookies["desk_staff"]
    desk.stop()
    desk.start()
    assert (visitor.history()["state"], visitor.history()["queue"]["case"]) == ("queued", case)
    assert case in desk.client.get("/staff", headers={"Cookie": f"desk_staff={cookie}"}).text


def test_an_answer_that_comes_after_staff_claimed_is_dropped(desk: Desk, assistant: Assistant) -> None:
    """The assistant never talks into a conversation that a person has."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    result = visitor.ask_person()
    visitor.press(result["messages"][-1]["choices"][0])  # go on with the assistant
    ticket = anna.ticket(result["queue"]["case"])
    before = len(visitor.messages("assistant"))
    assistant.stalls()

    def take_over() -> None:
        wait_for(lambda: "late" in assistant.texts, "the assistant to be asked")
        anna.does(ticket, "claim")
        assistant.goes_on()

    reply, failed = at_once(lambda: visitor.send("late"), take_over)
    assert failed is None
    assert reply.json()["state"] == "staff"
    assert [x["author"] for x in reply.json()["messages"]] == ["visitor"]
    assert len(visitor.messages("assistant")) == before
    (turn,) = desk.rows(m.Turn, m.Turn.status == "refused")
    assert turn.conversation_id == visitor.id


def test_a_failure_that_comes_after_staff_claimed_is_not_told(
    make_desk: Callable[..., Desk], assistant: Assistant
) -> None:
    """A person is there: 'the assistant cannot answer' would only confuse."""
    desk = make_desk(engine_timeout=1.0)
    visitor, anna = desk.visitor(), desk.staff("anna")
    result = visitor.ask_person()
    visitor.press(result["messages"][-1]["choices"][0])
    ticket = anna.ticket(result["queue"]["case"])
    assistant.stalls()

    def take_over() -> None:
        wait_for(lambda: "late" in assistant.texts, "the assistant to be asked")
        anna.does(ticket, "claim")

    reply, failed = at_once(lambda: visitor.send("late"), take_over)
    assert failed is None
    assert [x["author"] for x in reply.json()["messages"]] == ["visitor"]
    assert [x["text"] for x in visitor.messages("system")][-1] == "Anna has joined the conversation."
    assert desk.count(m.Ticket, m.Ticket.reason == "failure") == 0


def test_an_answer_to_an_erased_conversation_is_dropped(desk: Desk, assistant: Assistant) -> None:
    """Erasing waits for the answer that is being written, and then nothing is left of it."""
    visitor = desk.visitor()
    assistant.stalls()

    def erase() -> int:
        wait_for(lambda: assistant.asked, "the assistant to be asked")
        threading.Timer(0.2, assistant.goes_on).start()
        return visitor.request("DELETE").status_code

    _, status = at_once(lambda: visitor.send("hello"), erase)
    assert status == 204
    assert desk.count(m.Message) == 0

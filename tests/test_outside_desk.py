"""Requests are mirrored in an outside desk: all once and in order, whatever that desk does, and no report ever."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from alembic import command
from receiver import Receiver
from sqlalchemy import delete, text, update
from support import Assistant, Desk, Visitor, in_a_thread, utterance, wait_for
from typer.testing import CliRunner

from desk import outside, webhooks
from desk.app import create_app
from desk.commands import app
from desk.settings import Settings
from store import models as m
from store.database import Database
from store.profile import ProfileError

SECRET = "a secret for tests only"
SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """The outside desk."""
    server = Receiver()
    yield server
    with contextlib.suppress(OSError):
        server.stop()


@pytest.fixture
def start(make_desk: Callable[..., Desk], receiver: Receiver) -> Callable[..., Desk]:
    """Starts a desk that mirrors its requests."""

    def make(**values: Any) -> Desk:
        ours = {"outside_desk": "webhook", "outside_desk_url": receiver.url, "outside_desk_secret": SECRET}
        return make_desk(**{**ours, **values})

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def any_mirrored(request: pytest.FixtureRequest, start: Callable[..., Desk]) -> Desk:
    """Such a desk, once on each database."""
    return start(backend=request.param)


@pytest.fixture
def mirrored(start: Callable[..., Desk]) -> Desk:
    """Such a desk."""
    return start()


def told(receiver: Receiver) -> list[dict[str, Any]]:
    """The events that came, in the order in which they came."""
    return [json.loads(body) for _, body in receiver.got]


def kinds(receiver: Receiver) -> list[str]:
    return [each["event"].removeprefix("ticket.") for each in told(receiver)]


def delivered(desk: Desk) -> None:
    """Wait until nothing is left to be sent."""
    wait_for(lambda: not desk.rows(m.WebhookEvent), "the events to be taken")


def hurry(desk: Desk) -> None:
    """Let what waits be due now."""
    with desk.context.database.write() as session:
        session.execute(update(m.WebhookEvent).values(next_at=m.now()))
    desk.context.bus.publish(webhooks.WEBHOOKS)


def asking(desk: Desk, text: str = "How do I apply?") -> tuple[Visitor, str]:
    """A visitor who has said ``text`` and waits for a person; the case."""
    visitor = desk.visitor()
    visitor.say(text)
    return visitor, visitor.ask_person()["queue"]["case"]


def report(visitor: Visitor, text: str) -> str:
    """The visitor tells the assistant of harm; the case."""
    answer = utterance("I am sorry.", do=[SENSITIVE])
    return str(visitor.answered(answer, text)["queue"]["case"])


def test_a_request_is_told_of_from_its_beginning_to_its_end(any_mirrored: Desk, receiver: Receiver) -> None:
    """Signed, in order, with what was said before, and masked as the store has it."""
    desk, anna = any_mirrored, any_mirrored.staff("anna")
    visitor, case = asking(desk, "I am me@example.org, how do I apply?")
    ticket = anna.ticket(case)
    visitor.say("It is urgent.")
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="By the form.")
    anna.does(ticket, "note", text="a private thought")
    visitor.say("Thank you!")
    anna.does(ticket, "close", reason="answered")
    delivered(desk)
    assert kinds(receiver) == ["opened", "message", "claimed", "message", "message", "closed"]
    events = [each["data"] for each in told(receiver)]
    assert [event["number"] for event in events] == [1, 2, 3, 4, 5, 6]
    assert {event["case"] for event in events} == {case}
    opened = events[0]
    assert [(said["author"], said["text"]) for said in opened["messages"]] == [
        ("visitor", "I am [e-mail 1], how do I apply?"),
        ("assistant", "You said: I am [e-mail 1], how do I apply?"),
        ("visitor", "a person, please"),
        ("assistant", "I am calling a colleague."),
    ]
    assert (opened["queue"], opened["priority"], opened["language"], opened["reason"]) == ("general", 3, "en", "asked")
    assert opened["summary"].endswith("a person, please")
    assert opened["link"].endswith(f"/staff/tickets/{ticket}")
    assert events[1]["message"]["text"] == "It is urgent."
    assert events[2]["by"] == "Anna"
    assert (events[3]["message"]["author"], events[3]["message"]["name"]) == ("staff", "Anna")
    assert events[5]["resolution"] == "answered"
    assert "private thought" not in str(events)
    for headers, body in receiver.got:
        assert headers["x-signature"] == webhooks.signature(SECRET, headers["x-timestamp"], body)


def test_a_request_that_goes_on_is_told_of_with_what_was_said_meanwhile(mirrored: Desk, receiver: Receiver) -> None:
    """Nothing is told while it is solved; when it is taken up again the conversation is whole."""
    anna = mirrored.staff("anna")
    visitor, case = asking(mirrored)
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "release")
    anna.does(ticket, "claim")
    anna.does(ticket, "close", reason="answered")
    visitor.say("And another thing.")
    delivered(mirrored)
    assert kinds(receiver) == ["opened", "claimed", "released", "claimed", "closed"]
    assert visitor.ask_person()["queue"]["case"] == case
    delivered(mirrored)
    assert kinds(receiver)[5:] == ["reopened", "message", "message", "message", "message"]
    assert [each["data"]["message"]["text"] for each in told(receiver)[6:]] == [
        "And another thing.", "You said: And another thing.", "a person, please", "I am calling a colleague.",
    ]  # fmt: skip


def test_an_event_that_fails_holds_back_its_own_request_alone(any_mirrored: Desk, receiver: Receiver) -> None:
    """In order, and each taken once, although the first one fails twice."""
    desk = any_mirrored
    receiver.statuses = [500, 200]
    first, one = asking(desk)
    wait_for(lambda: any(event.problem for event in desk.rows(m.WebhookEvent)), "the first try to fail")
    receiver.statuses = [200]
    first.say("One more thing.")
    second, other = asking(desk)
    second.say("Mine, too.")
    wait_for(lambda: len(desk.rows(m.WebhookEvent)) == 2, "the other request to be told of")
    assert [(each["data"]["case"], each["data"]["number"]) for each in told(receiver)] == [
        (one, 1), (other, 1), (other, 2),
    ]  # fmt: skip
    hurry(desk)
    delivered(desk)
    assert [(each["data"]["case"], each["data"]["number"]) for each in told(receiver)][3:] == [(one, 1), (one, 2)]
    assert receiver.ids[0] == receiver.ids[3]


def test_what_was_taken_is_never_sent_again(mirrored: Desk, receiver: Receiver) -> None:
    """Not after a restart either."""
    visitor, _ = asking(mirrored)
    delivered(mirrored)
    mirrored.stop()
    mirrored.start()
    visitor.say("Still there?")
    delivered(mirrored)
    assert kinds(receiver) == ["opened", "message"]
    assert len(set(receiver.ids)) == 2


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_a_desk_that_is_killed_goes_on_where_it_was(
    start: Callable[..., Desk], receiver: Receiver, backend: str
) -> None:
    """What it had not sent is sent by the next one, in order."""
    desk = start(backend=backend)
    receiver.statuses = [503]
    visitor, case = asking(desk)
    visitor.say("One more thing.")
    wait_for(lambda: any(event.problem for event in desk.rows(m.WebhookEvent)), "the first try to fail")
    desk.crash()
    receiver.statuses = [200]
    before = len(receiver.got)
    desk.start()
    hurry(desk)
    delivered(desk)
    assert [(each["data"]["case"], each["data"]["number"]) for each in told(receiver)[before:]] == [
        (case, 1),
        (case, 2),
    ]


def test_the_event_is_written_with_what_it_tells_of(
    start: Callable[..., Desk], receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that cannot be told of does not happen, so nothing happens that is not told of."""
    desk = start()

    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("no room")

    visitor = desk.visitor()
    visitor.say("How do I apply?")
    monkeypatch.setattr(webhooks, "add", fails)
    desk.assistant.says(utterance("I am calling.", do=[{"kind": "hand_over", "reason": "asked"}]))  # type: ignore[attr-defined]
    assert visitor.send("a person, please").status_code == 500
    assert desk.rows(m.Ticket) == []


# --- what never goes out ----------------------------------------------------------------------------------------------


def test_a_report_is_not_told_of(any_mirrored: Desk, receiver: Receiver) -> None:
    """Nor is anything else of its conversation, later."""
    desk = any_mirrored
    visitor = desk.visitor()
    case = report(visitor, "I was attacked by somebody at work")
    ruth = desk.staff("ruth")
    ruth.joins("sensitive")
    ticket = ruth.ticket(case)
    visitor.say("It was yesterday.")
    ruth.does(ticket, "claim")
    ruth.does(ticket, "reply", text="We are there for you.")
    ruth.does(ticket, "hand-back")
    visitor.ask_person()
    assert desk.count(m.WebhookEvent) == 0
    assert receiver.got == []


def test_a_request_that_becomes_a_report_is_withdrawn(any_mirrored: Desk, receiver: Receiver) -> None:
    """With number and case alone; what the visitor has just said, and says afterwards, never goes out."""
    desk = any_mirrored
    visitor, case = asking(desk)
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])  # on with the assistant
    delivered(desk)
    assert report(visitor, "I was attacked by somebody at work") == case
    visitor.say("It was yesterday.")
    delivered(desk)
    events = told(receiver)
    assert "attacked" not in str(events)
    assert "yesterday" not in str(events)
    assert kinds(receiver)[-1] == "withdrawn"
    assert events[-1]["data"].keys() == {"case", "number"}
    assert kinds(receiver).count("withdrawn") == 1


def test_a_message_waits_until_the_assistant_has_looked_at_it(mirrored: Desk, receiver: Receiver) -> None:
    """Else a report would have gone out before it was known as one."""
    visitor, _ = asking(mirrored)
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])
    delivered(mirrored)
    count = len(receiver.got)
    assistant: Assistant = mirrored.assistant  # type: ignore[attr-defined] # set by the fixture
    assistant.says(utterance("I am sorry.", do=[SENSITIVE]))
    assistant.stalls()
    sending = threading.Thread(target=lambda: visitor.send("I was attacked by somebody at work"))
    sending.start()
    wait_for(lambda: mirrored.rows(m.Turn, m.Turn.status == "pending"), "the assistant to be asked")
    assert mirrored.rows(m.Message, m.Message.text.contains("attacked"))
    assert mirrored.count(m.WebhookEvent) == 0
    assistant.goes_on()
    sending.join()
    delivered(mirrored)
    assert kinds(receiver)[count:] == ["withdrawn"]


def test_what_waits_is_taken_back_when_a_request_becomes_a_report(mirrored: Desk, receiver: Receiver) -> None:
    """Staff move it to the confidential queue while the outside desk is down."""
    receiver.statuses = [500]
    visitor, case = asking(mirrored)
    wait_for(lambda: any(event.problem for event in mirrored.rows(m.WebhookEvent)), "the first try to fail")
    visitor.say("I was attacked by somebody at work")
    mirrored.staff("anna").does(mirrored.staff("anna").ticket(case), "transfer", queue="sensitive")
    (left,) = mirrored.rows(m.WebhookEvent)
    assert left.kind == "ticket.withdrawn"
    assert left.next_at > m.now() + dt.timedelta(minutes=1)  # the desk may have it, and be slow
    receiver.statuses = [200]
    hurry(mirrored)
    delivered(mirrored)
    assert "attacked" not in str(told(receiver))


def test_a_request_that_the_outside_desk_never_heard_of_is_not_withdrawn(
    start: Callable[..., Desk], receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start()
    with monkeypatch.context() as patch:
        patch.setattr(webhooks, "_due", lambda *_: [])
        _, case = asking(desk)
        desk.staff("anna").does(desk.staff("anna").ticket(case), "transfer", queue="sensitive")
        assert desk.rows(m.WebhookEvent) == []
    assert receiver.got == []


def test_a_report_that_was_none_stays_unknown_outside(mirrored: Desk, receiver: Receiver) -> None:
    """Moved to another queue by those who may read it, it still is not told of."""
    ruth = mirrored.staff("ruth")
    ruth.joins("sensitive")
    visitor, case = asking(mirrored)
    delivered(mirrored)
    ticket = ruth.ticket(case)
    ruth.does(ticket, "transfer", queue="sensitive")
    ruth.does(ticket, "transfer", queue="technical")
    visitor.say("Hello?")
    delivered(mirrored)
    assert kinds(receiver) == ["opened", "withdrawn"]


def test_only_the_queues_that_are_named_are_mirrored(start: Callable[..., Desk], receiver: Receiver) -> None:
    """A request that is moved into one of them is told of from then on, one that is moved out is withdrawn."""
    desk = start(outside_desk_queues={"technical": ""})
    anna = desk.staff("anna")
    visitor, case = asking(desk)
    ticket = anna.ticket(case)
    assert desk.count(m.WebhookEvent) == 0
    anna.does(ticket, "transfer", queue="technical")
    delivered(desk)
    assert kinds(receiver) == ["opened"]
    anna.does(ticket, "transfer", queue="general")
    visitor.say("Hello?")
    delivered(desk)
    assert kinds(receiver) == ["opened", "withdrawn"]


def test_two_desks_on_one_store_send_each_event_once(start: Callable[..., Desk], receiver: Receiver) -> None:
    """While one of them waits for the answer, the other leaves the event alone, also if it has just seen it as due."""
    desk = start(backend="postgresql")
    receiver.gate.clear()
    asking(desk)
    wait_for(lambda: receiver.got, "the event")
    (event,) = desk.rows(m.WebhookEvent)
    in_a_thread(lambda: webhooks.deliver(desk.context, None, outside.MIRROR))
    in_a_thread(lambda: webhooks._deliver(desk.context, outside.MIRROR, event.id))
    receiver.gate.set()
    delivered(desk)
    assert len(receiver.got) == 1


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_events_of_before_the_mirror_are_sent_where_they_belong(
    make_database: Callable[..., str], backend: str
) -> None:
    """The migration keeps what waits."""
    database = Database(make_database(backend))
    command.downgrade(database._alembic(), "0021")
    with database.write() as session:
        session.execute(text(
            "INSERT INTO webhook_events (id, kind, ciphertext, attempts, next_at, expires_at) "
            "VALUES ('1', 'request.confirmed', 'x', 2, '2026-11-23 00:00:00', '2026-11-26 00:00:00')"
        ))  # fmt: skip
    database.migrate()
    with database.read() as session:
        (event,) = session.query(m.WebhookEvent).all()
        assert (event.target, event.stream, event.number, event.problem) == ("events", None, 0, "")
        assert webhooks._due(session, outside.MIRROR) == []
    database.close()


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_erasing_takes_back_what_waits_and_tells_the_outside_desk(
    start: Callable[..., Desk], receiver: Receiver, backend: str
) -> None:
    desk = start(backend=backend)
    visitor, case = asking(desk)
    delivered(desk)
    receiver.statuses = [500]
    visitor.say("sesquipedalian")
    wait_for(lambda: any(event.problem for event in desk.rows(m.WebhookEvent)), "a try to fail")
    count = len(receiver.got)
    assert visitor.request("DELETE").status_code == 204
    assert [event.kind for event in desk.rows(m.WebhookEvent)] == ["ticket.erased"]
    assert desk.rows(m.Mirror) == []
    receiver.statuses = [200]
    hurry(desk)
    delivered(desk)
    (event,) = told(receiver)[count:]
    assert event["event"] == "ticket.erased"
    assert event["data"] == {"case": case, "number": 3}


# --- what staff and operators see -------------------------------------------------------------------------------------


def test_staff_see_that_a_request_is_mirrored_and_what_is_wrong(mirrored: Desk, receiver: Receiver) -> None:
    receiver.statuses = [500]
    _, case = asking(mirrored)
    anna = mirrored.staff("anna")
    ticket = anna.ticket(case)
    wait_for(lambda: any(event.problem for event in mirrored.rows(m.WebhookEvent)), "a try to fail")
    assert "Not delivered there yet, tried again: status 500" in anna.page(ticket)
    with mirrored.context.database.write() as session:
        session.execute(update(m.WebhookEvent).values(next_at=m.now(), expires_at=m.now()))
    mirrored.context.bus.publish(webhooks.WEBHOOKS)
    delivered(mirrored)
    page = anna.page(ticket)
    assert "Not delivered" not in page
    assert "Given up, so that something is missing there: status 500" in page
    anna.does(ticket, "transfer", queue="technical")
    receiver.statuses = [200]
    hurry(mirrored)
    delivered(mirrored)
    assert "Outside desk" in anna.page(ticket)


def test_nothing_of_an_outside_desk_is_shown_where_there_is_none(desk: Desk) -> None:
    _, case = asking(desk)
    anna = desk.staff("anna")
    assert "Outside desk" not in anna.page(anna.ticket(case))
    assert desk.rows(m.Mirror) == []


def test_the_outside_desk_holds_no_other_system_up(start: Callable[..., Desk], receiver: Receiver) -> None:
    """While it says nothing, events for the other system arrive."""
    other = Receiver()
    desk = start(webhook_url=other.url, webhook_secret=SECRET)
    receiver.gate.clear()
    asking(desk)
    wait_for(lambda: receiver.got, "the outside desk to be asked")
    with desk.context.database.write() as session:
        webhooks.add(desk.context, session, "request.confirmed", {})
    wait_for(lambda: other.got, "the event", 5)
    assert [headers["x-event"] for headers, _ in other.got] == ["request.confirmed"]
    receiver.gate.set()
    other.stop()
    delivered(desk)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"outside_desk": "otrs"}, "webhook.*zammad"),
        ({"outside_desk": "webhook"}, "OUTSIDE_DESK_URL"),
        ({"outside_desk": "webhook", "outside_desk_url": "ftp://a.example.org"}, "https://system"),
        ({"outside_desk": "webhook", "outside_desk_url": "http://a.example.org"}, "unencrypted"),
        ({"outside_desk": "webhook", "outside_desk_url": "https://a.example.org"}, "OUTSIDE_DESK_SECRET"),
        (
            {"outside_desk": "zammad", "outside_desk_url": "https://a.example.org", "outside_desk_secret": SECRET},
            "OUTSIDE_DESK_TOKEN",
        ),
        ({"outside_desk_queues": {"sensitive": "Users"}}, "never mirrored"),
    ],
)
def test_settings_that_cannot_work_are_named_at_the_start(values: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Settings(**values, _env_file=None)


def test_a_queue_that_the_profile_does_not_have_is_named_at_the_start(make_settings: Callable[..., Settings]) -> None:
    settings = make_settings(outside_desk_queues={"sales": ""})
    with pytest.raises(ProfileError, match="OUTSIDE_DESK_QUEUES names sales"):
        create_app(settings)
    served = CliRunner().invoke(app, ["serve"], env={
        "OUTSIDE_DESK_QUEUES": '{"sales": ""}', "VAR": str(settings.var), "DATABASE_URL": settings.database_url,
    })  # fmt: skip
    assert served.exit_code == 2
    assert "queues of the profile are general" in served.output


def test_an_event_that_is_taken_back_at_the_last_moment_is_not_sent(
    start: Callable[..., Desk], receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here while it is being read; the desk looks again when it begins."""
    desk = start()
    unlock = desk.context.vault.unlock

    def slowly(ciphertext: str) -> str:
        with desk.context.database.write() as session:
            session.execute(delete(m.WebhookEvent))
        return unlock(ciphertext)

    monkeypatch.setattr(desk.context.vault, "unlock", slowly)
    asking(desk)
    wait_for(lambda: not desk.rows(m.WebhookEvent), "the event to be looked at")
    desk.stop()  # with what it was just doing
    assert receiver.got == []

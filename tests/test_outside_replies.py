"""What the outside desk's staff answer reaches the visitor, once, and nothing that was not meant for them does."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from receiver import Receiver
from support import Desk, Staff, Visitor, at_once, refusal, wait_for
from test_outside_desk import SECRET, asking, delivered, hurry, report
from zammad import TOKEN, Zammad, signed

from desk import webhooks
from store import models as m

PATH = "/api/outside/replies"


@pytest.fixture
def zammad() -> Iterator[Zammad]:
    """The outside desk."""
    server = Zammad()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_mirrored(request: pytest.FixtureRequest, make_desk: Callable[..., Desk], zammad: Zammad) -> Desk:
    """A desk with a Zammad, once on each database."""
    return _with_zammad(make_desk, zammad, request.param)


@pytest.fixture
def mirrored(make_desk: Callable[..., Desk], zammad: Zammad) -> Desk:
    """A desk with a Zammad."""
    return _with_zammad(make_desk, zammad, "sqlite")


def _with_zammad(make_desk: Callable[..., Desk], zammad: Zammad, backend: str) -> Desk:
    return make_desk(
        backend=backend, outside_desk="zammad", outside_desk_url=zammad.url, outside_desk_secret=SECRET,
        outside_desk_token=TOKEN,
    )  # fmt: skip


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """An outside desk that is no Zammad."""
    server = Receiver()
    yield server
    server.stop()


@pytest.fixture
def hooked(make_desk: Callable[..., Desk], receiver: Receiver) -> Desk:
    """A desk with such an outside desk."""
    return make_desk(outside_desk="webhook", outside_desk_url=receiver.url, outside_desk_secret=SECRET)


def tells(desk: Desk, told: dict[str, Any], secret: str = SECRET) -> httpx.Response:
    """Zammad's webhook."""
    body, headers = signed(told, secret)
    return desk.client.post(PATH, content=body, headers=headers)


def says(desk: Desk, at: float | None = None, **reply: Any) -> httpx.Response:
    """Another desk's reply, signed as docs/outside-desks.md tells."""
    body = json.dumps({"id": str(uuid.uuid4()), **reply}).encode()
    timestamp = str(int(time.time() if at is None else at))
    made = hmac.new(SECRET.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    headers = {"X-Timestamp": timestamp, "X-Signature": f"sha256={made}"}
    return desk.client.post(PATH, content=body, headers=headers)


def taken(reply: httpx.Response, wanted: bool = True) -> None:
    assert reply.status_code == 200, reply.text
    assert reply.json() == {"taken": wanted}


def mirrored_request(desk: Desk) -> tuple[Visitor, str, Staff, int]:
    """A request that is known outside: its visitor, its case, somebody of the console, its number there."""
    visitor, case = asking(desk)
    delivered(desk)
    anna = desk.staff("anna")
    return visitor, case, anna, anna.ticket(case)


def test_an_answer_there_is_an_answer_here(any_mirrored: Desk, zammad: Zammad) -> None:
    """Under the agent's name, at once, without HTML; it keeps a promise, and the request stays in the queue."""
    desk = any_mirrored
    visitor, case, anna, ticket = mirrored_request(desk)
    with visitor.stream() as events:
        assert next(events).name == "snapshot"
        taken(tells(desk, zammad.answers(case, "<div>Fill in &amp; send<br>the <b>form</b>.</div>")))
        message = next(event for event in events if event.name == "message").data
    assert (message["author"], message["name"]) == ("staff", "Zoë Quist")
    assert message["text"] == "Fill in & send\nthe form."
    assert visitor.history()["state"] == "queued"
    assert desk.rows(m.Ticket)[0].answered_at is not None
    assert "Fill in & send" in anna.page(ticket)
    anna.does(ticket, "claim")
    assert visitor.history()["state"] == "staff"


def test_an_answer_does_not_go_back(mirrored: Desk, zammad: Zammad) -> None:
    """Nor does what the desk has written there come back as an answer."""
    visitor, case, anna, ticket = mirrored_request(mirrored)
    taken(tells(mirrored, zammad.answers(case, "Fill in the form.")))
    visitor.say("Thank you!")
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="You are welcome.")
    delivered(mirrored)
    assert zammad.bodies(case)[1:] == [
        "Fill in the form.", "Visitor: Thank you!", "Anna has taken this request in the console.",
        "Anna: You are welcome.",
    ]  # fmt: skip
    before = len(visitor.messages())
    for article in zammad.articles:
        if article["sender"] == "Agent" and "Anna" in article["body"]:
            taken(tells(mirrored, {"ticket": zammad.ticket(case), "article": article}), False)
    assert len(visitor.messages()) == before


def test_an_answer_that_is_told_again_is_one_message(any_mirrored: Desk, zammad: Zammad) -> None:
    """Also at the same moment, and after a restart."""
    desk = any_mirrored
    visitor, case, _, _ = mirrored_request(desk)
    told = zammad.answers(case, "Fill in the form.")
    results = at_once(*[lambda: tells(desk, told).json()["taken"]] * 4)
    assert sorted(results) == [False, False, False, True]
    desk.stop()
    desk.start()
    taken(tells(desk, told), False)
    assert [message["text"] for message in visitor.messages("staff")] == ["Fill in the form."]
    taken(tells(desk, zammad.answers(case, "Fill in the form.")))
    assert len(visitor.messages("staff")) == 2


def test_internal_notes_stay_there(mirrored: Desk, zammad: Zammad) -> None:
    visitor, case, _, _ = mirrored_request(mirrored)
    taken(tells(mirrored, zammad.answers(case, "What a strange question.", internal=True)), False)
    taken(tells(mirrored, zammad.answers(case, "From the customer.", sender="Customer")), False)
    taken(tells(mirrored, {"ticket": zammad.ticket(case), "article": {}}), False)
    assert visitor.messages("staff") == []


def test_a_file_that_comes_with_an_answer_is_named_as_missing(mirrored: Desk, zammad: Zammad) -> None:
    visitor, case, _, _ = mirrored_request(mirrored)
    taken(tells(mirrored, zammad.answers(case, "Here it is.", attachments=[{"filename": "form.pdf"}])))
    (message,) = visitor.messages("staff")
    assert message["text"].startswith("Here it is.\n\n(There is more to this answer")


def test_the_end_there_is_the_end_here(any_mirrored: Desk, zammad: Zammad) -> None:
    """With the answer, and told nobody back."""
    desk = any_mirrored
    visitor, case, _, _ = mirrored_request(desk)
    told = zammad.answers(case, "Fill in the form.")
    zammad.closes(case)
    told["ticket"] = dict(zammad.ticket(case))
    taken(tells(desk, told))
    assert visitor.history()["state"] == "closed"
    (ticket,) = desk.rows(m.Ticket)
    assert (ticket.state, ticket.resolution) == ("solved", "answered")
    assert "Zoë Quist has closed" in visitor.messages("system")[-2]["text"]
    taken(tells(desk, told), False)
    taken(tells(desk, zammad.closes(case)), False)
    delivered(desk)
    assert len(zammad.bodies(case)) == 2


def test_the_end_of_a_request_that_staff_have_here(mirrored: Desk, zammad: Zammad) -> None:
    visitor, case, anna, ticket = mirrored_request(mirrored)
    anna.does(ticket, "claim")
    delivered(mirrored)
    taken(tells(mirrored, zammad.closes(case)))
    assert visitor.history()["state"] == "closed"
    assert anna.do(ticket, "reply", text="Wait!").status_code == 409


def test_an_end_from_before_the_visitors_last_word_is_none(mirrored: Desk, zammad: Zammad) -> None:
    """The visitor has written, and Zammad does not know yet: the request stays open, and opens there again.

    Nor is it one what Zammad tells of that writing, when the ticket is still closed.
    """
    visitor, case, _, _ = mirrored_request(mirrored)
    zammad.always = "503"
    visitor.say("One more thing.")
    wait_for(lambda: any(event.problem for event in mirrored.rows(m.WebhookEvent)), "a try to fail")
    closed = zammad.closes(case)
    taken(tells(mirrored, closed), False)
    assert mirrored.rows(m.Ticket)[0].state == "open"
    zammad.always = ""
    hurry(mirrored)
    delivered(mirrored)
    assert zammad.ticket(case)["state"] == "open"
    taken(tells(mirrored, {**closed, "article": zammad.articles[-1]}), False)
    assert mirrored.rows(m.Ticket)[0].state == "open"
    taken(tells(mirrored, closed))


def test_an_answer_to_a_request_that_has_ended_takes_it_up_again(any_mirrored: Desk, zammad: Zammad) -> None:
    """An agent writes once more and leaves the ticket open there."""
    desk = any_mirrored
    visitor, case, anna, ticket = mirrored_request(desk)
    anna.does(ticket, "claim")
    anna.does(ticket, "close", reason="answered")
    delivered(desk)
    told = zammad.answers(case, "I forgot something.")
    told["ticket"]["state"] = "open"
    taken(tells(desk, told))
    assert desk.rows(m.Ticket)[0].state == "open"
    assert visitor.history()["state"] == "queued"
    delivered(desk)
    assert "goes on" not in zammad.bodies(case)[-1]


def test_an_answer_to_who_went_on_with_the_assistant_reaches_them(mirrored: Desk, zammad: Zammad) -> None:
    """What the visitor says to it is for staff."""
    visitor, case, _, _ = mirrored_request(mirrored)
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])
    assert visitor.history()["state"] == "assistant"
    delivered(mirrored)
    taken(tells(mirrored, zammad.answers(case, "Fill in the form.")))
    assert visitor.history()["state"] == "queued"


def test_an_answer_to_who_has_left_is_mailed(mirrored: Desk, zammad: Zammad) -> None:
    """As one of staff here would be."""
    mirrored.context.settings.answer_mail_minutes = 0
    visitor, case, _, _ = mirrored_request(mirrored)
    visitor.request("POST", "/contact", json={"email": "me@example.org"})
    taken(tells(mirrored, zammad.answers(case, "Fill in the form.")))
    (unseen,) = mirrored.rows(m.UnseenAnswer)
    assert unseen.conversation_id == visitor.id
    from desk import answers

    with mirrored.context.database.write() as session:
        answers.write_due(mirrored.context, session)
    letter = mirrored.context.vault.unlock(mirrored.rows(m.Letter)[-1].ciphertext)
    assert "Fill in the form." in letter


# --- what is refused --------------------------------------------------------------------------------------------------


def test_what_is_not_signed_rightly_is_refused(mirrored: Desk, zammad: Zammad) -> None:
    visitor, case, _, _ = mirrored_request(mirrored)
    told = zammad.answers(case, "Fill in the form.")
    refusal(tells(mirrored, told, "another secret"), 401, "signature")
    body, headers = signed(told, SECRET)
    refusal(mirrored.client.post(PATH, content=body), 401, "signature")
    refusal(mirrored.client.post(PATH, content=body + b" ", headers=headers), 401, "signature")
    refusal(mirrored.client.post(PATH, content=body, headers={"X-Hub-Signature": "sha1=\u00e9".encode()}), 401)  # type: ignore[dict-item]
    assert visitor.messages("staff") == []


def test_what_is_about_no_mirrored_request_is_refused(mirrored: Desk, zammad: Zammad) -> None:
    """In the same words whether there is none, or it is a report."""
    visitor, case, _, _ = mirrored_request(mirrored)
    told = zammad.answers(case, "Fill in the form.")
    unknown = refusal(tells(mirrored, {**told, "ticket": {"number": "22001", "state": "open"}}), 404, "outside-unknown")
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])
    report(visitor, "I was attacked by somebody at work")
    assert refusal(tells(mirrored, told), 404, "outside-unknown") == unknown
    assert refusal(tells(mirrored, zammad.closes(case)), 404, "outside-unknown") == unknown
    assert visitor.messages("staff") == []
    assert mirrored.rows(m.Ticket)[0].state == "open"


def test_a_report_is_not_answered_even_if_the_mirror_was_off_when_it_became_one(mirrored: Desk, zammad: Zammad) -> None:
    visitor, case, _, _ = mirrored_request(mirrored)
    told = zammad.answers(case, "Fill in the form.")
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])
    delivered(mirrored)
    mirrored.context.settings.outside_desk = ""
    report(visitor, "I was attacked by somebody at work")
    mirrored.context.settings.outside_desk = "zammad"
    refusal(tells(mirrored, told), 404, "outside-unknown")


def test_a_request_that_was_moved_out_of_the_mirror_is_not_answered(hooked: Desk) -> None:
    hooked.context.settings.outside_desk_queues = {"general": ""}
    _, case, anna, ticket = mirrored_request(hooked)
    anna.does(ticket, "transfer", queue="technical")
    refusal(says(hooked, case=case, text="Hello."), 404, "outside-unknown")


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"ticket": 5}', b'{"ticket": {"number": 7}}', b"\xff"])
def test_what_cannot_be_read_is_refused(mirrored: Desk, body: bytes) -> None:
    made = hmac.new(SECRET.encode(), body, hashlib.sha1).hexdigest()
    refusal(mirrored.client.post(PATH, content=body, headers={"X-Hub-Signature": f"sha1={made}"}), 422, "invalid")


def test_what_is_too_large_is_refused(mirrored: Desk, zammad: Zammad) -> None:
    """A long answer is cut, with a word about it; a body of more than a megabyte is not read."""
    visitor, case, _, _ = mirrored_request(mirrored)
    taken(tells(mirrored, zammad.answers(case, "a" * 100_000)))
    (message,) = visitor.messages("staff")
    assert len(message["text"]) < 21_000
    assert "(There is more" in message["text"]
    refusal(tells(mirrored, zammad.answers(case, "a" * 1_100_000)), 413, "body-too-large")


def test_without_an_outside_desk_there_is_nothing_to_answer(desk: Desk) -> None:
    refusal(says(desk, case="AAAA-2222", text="Hello."), 404, "not-found")


# --- a desk that is no Zammad -----------------------------------------------------------------------------------------


def test_any_desk_answers_by_its_own_webhook(hooked: Desk, receiver: Receiver) -> None:
    visitor, case, _, _ = mirrored_request(hooked)
    reply = {"id": "answer 17", "case": case, "name": "Zoë", "text": " Fill in the form. "}
    taken(says(hooked, **reply))
    taken(says(hooked, **reply), False)
    (message,) = visitor.messages("staff")
    assert (message["name"], message["text"]) == ("Zoë", "Fill in the form.")
    taken(says(hooked, case=case, closed=True))
    assert visitor.history()["state"] == "closed"
    delivered(hooked)
    assert [headers["x-event"] for headers, _ in receiver.got] == ["ticket.opened"]


def test_its_answers_are_signed_and_fresh(hooked: Desk) -> None:
    """An old one that somebody sends again is refused."""
    visitor, case, _, _ = mirrored_request(hooked)
    refusal(says(hooked, at=time.time() - 400, case=case, text="Hello."), 401, "signature")
    body = json.dumps({"id": "1", "case": case, "text": "Hello."}).encode()
    stamp = str(int(time.time()))
    for headers in (
        {}, {"X-Timestamp": stamp}, {"X-Timestamp": stamp, "X-Signature": "sha256=0"},
        {"X-Timestamp": "soon", "X-Signature": webhooks.signature(SECRET, "soon", body)},
        {"X-Timestamp": stamp, "X-Signature": webhooks.signature("another", stamp, body)},
    ):  # fmt: skip
        refusal(hooked.client.post(PATH, content=body, headers=headers), 401, "signature")
    assert visitor.messages("staff") == []


@pytest.mark.parametrize("wrong", [{"text": 5}, {"more": 1}, {"name": "n" * 200}, {"text": "t" * 30_000}])
def test_its_answers_have_one_form(hooked: Desk, wrong: dict[str, Any]) -> None:
    _, case, _, _ = mirrored_request(hooked)
    refusal(says(hooked, **{"case": case, **wrong}), 422, "invalid")

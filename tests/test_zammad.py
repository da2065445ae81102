"""A Zammad as the outside desk: one ticket a request, each article once, however often its answers get lost."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support import Desk, Visitor, wait_for
from test_outside_desk import SECRET, asking, delivered, hurry, report
from zammad import TOKEN, Zammad, signed

from desk import webhooks
from store import models as m


@pytest.fixture
def zammad() -> Iterator[Zammad]:
    """The outside desk."""
    server = Zammad()
    yield server
    server.stop()


@pytest.fixture
def start(make_desk: Callable[..., Desk], zammad: Zammad) -> Callable[..., Desk]:
    """Starts a desk that mirrors its requests at a Zammad."""

    def make(**values: Any) -> Desk:
        ours = {
            "outside_desk": "zammad", "outside_desk_url": zammad.url, "outside_desk_secret": SECRET,
            "outside_desk_token": TOKEN,
        }  # fmt: skip
        return make_desk(**{**ours, **values})

    return make


def failed(desk: Desk) -> None:
    """Wait until a try has failed."""
    wait_for(lambda: any(event.problem for event in desk.rows(m.WebhookEvent)), "a try to fail")


def goes_on(desk: Desk) -> None:
    hurry(desk)
    delivered(desk)


def test_a_request_is_a_ticket_with_all_that_follows(start: Callable[..., Desk], zammad: Zammad) -> None:
    """Under the number of its case, in its group; who the visitor is stays here."""
    desk = start(outside_desk_queues={"general": "Volunteers", "technical": ""})
    anna = desk.staff("anna")
    visitor, case = asking(desk, "I am me@example.org, how do I apply?")
    ticket = anna.ticket(case)
    visitor.request("POST", "/contact", json={"email": "me@example.org"})
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="By the form.")
    anna.does(ticket, "note", text="a private thought")
    anna.does(ticket, "close", reason="answered")
    delivered(desk)
    made = zammad.ticket(case)
    assert (made["group"], made["priority"], made["state"]) == ("Volunteers", "2 normal", "closed")
    assert made["title"].endswith("a person, please")
    articles = zammad.articles
    assert [(each["sender"], each["internal"], each["type"]) for each in articles] == [
        ("Customer", False, "note"), ("System", True, "note"), ("Agent", False, "note"), ("System", True, "note"),
    ]  # fmt: skip
    assert "Visitor: I am [e-mail 1], how do I apply?" in articles[0]["body"]
    assert f"/staff/tickets/{ticket}" in articles[0]["body"]
    assert articles[1]["body"] == "Anna has taken this request in the console."
    assert articles[2]["body"] == "Anna: By the form."
    assert "answered" in articles[3]["body"]
    assert "me@example.org" not in str([zammad.tickets, articles])
    assert "private thought" not in str(articles)
    assert f'<a href="{zammad.url}/#ticket/zoom/{made["id"]}" rel="noreferrer">{case}</a>' in anna.page(ticket)


def test_a_request_that_moves_or_goes_on_does_so_there(start: Callable[..., Desk], zammad: Zammad) -> None:
    desk = start(outside_desk_queues={"general": "Volunteers", "technical": ""})
    anna = desk.staff("anna")
    visitor, case = asking(desk)
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "close", reason="answered")
    delivered(desk)
    assert zammad.ticket(case)["state"] == "closed"
    assert visitor.ask_person()["queue"]["case"] == case
    anna.does(ticket, "transfer", queue="technical")
    delivered(desk)
    assert (zammad.ticket(case)["group"], zammad.ticket(case)["state"]) == ("Users", "open")
    assert "Assistant: I am calling a colleague." in zammad.bodies(case)[-2:]


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
@pytest.mark.parametrize("fault", ["500", "429", "drop", "stall", "drop-after", "stall-after"])
def test_a_ticket_is_made_once_whatever_happens(
    start: Callable[..., Desk], zammad: Zammad, monkeypatch: pytest.MonkeyPatch, fault: str, backend: str
) -> None:
    """Also when it was made and nobody said so."""
    monkeypatch.setattr(webhooks, "TIMEOUT", (0.5, 0.3))
    desk = start(backend=backend)
    zammad.faults = [fault]
    visitor, case = asking(desk)
    failed(desk)
    visitor.say("One more thing.")
    goes_on(desk)
    assert len(zammad.tickets) == 1
    assert [body.splitlines()[-1] for body in zammad.bodies(case)] == [
        "Assistant: I am calling a colleague.", "Visitor: One more thing.",
    ]  # fmt: skip


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
@pytest.mark.parametrize("fault", ["503", "drop", "stall", "drop-after", "stall-after"])
def test_an_article_is_written_once_whatever_happens(
    start: Callable[..., Desk], zammad: Zammad, monkeypatch: pytest.MonkeyPatch, fault: str, backend: str
) -> None:
    monkeypatch.setattr(webhooks, "TIMEOUT", (0.5, 0.3))
    desk = start(backend=backend)
    visitor, case = asking(desk)
    delivered(desk)
    zammad.faults = [fault]
    visitor.say("One.")
    failed(desk)
    visitor.say("Two.")
    goes_on(desk)
    assert zammad.bodies(case)[1:] == ["Visitor: One.", "Visitor: Two."]


def test_a_desk_that_is_killed_between_question_and_answer_makes_no_second_ticket(
    start: Callable[..., Desk], zammad: Zammad
) -> None:
    """It does not know that Zammad has made it, and looks."""
    desk = start()
    zammad.faults, zammad.seconds = ["stall-after"], 2.0
    visitor, case = asking(desk)
    wait_for(lambda: zammad.tickets, "the ticket to be made")
    desk.crash()
    assert desk.rows(m.WebhookEvent)
    desk.start()
    visitor.say("One more thing.")
    goes_on(desk)
    assert len(zammad.tickets) == 1
    assert len(zammad.bodies(case)) == 2


def test_while_it_is_down_nothing_is_lost_and_the_order_stays(start: Callable[..., Desk], zammad: Zammad) -> None:
    """Two requests, refused connections, a restart of the desk, errors, and then all of it."""
    desk = start()
    zammad.stop()
    one, first = asking(desk)
    two, second = asking(desk)
    failed(desk)
    desk.stop()
    desk.start()
    for number in range(4):
        one.say(f"one {number}")
        two.say(f"two {number}")
    zammad.start()
    zammad.faults = ["500", "", "502"]
    hurry(desk)
    wait_for(lambda: len(zammad.tickets) >= 1, "a ticket")
    wait_for(lambda: len(zammad.asked) >= 3, "some tries")
    wait_for(lambda: hurry(desk) or not desk.rows(m.WebhookEvent), "everything to be delivered", 20)
    assert [body.split(": ")[-1] for body in zammad.bodies(first)[1:]] == [f"one {number}" for number in range(4)]
    assert [body.split(": ")[-1] for body in zammad.bodies(second)[1:]] == [f"two {number}" for number in range(4)]


def test_what_zammad_refuses_is_shown_to_staff_in_its_words(start: Callable[..., Desk], zammad: Zammad) -> None:
    """A wrong group, a wrong token; the request is not lost."""
    desk = start(outside_desk_queues={"general": "Nobody"})
    anna = desk.staff("anna")
    _, case = asking(desk)
    failed(desk)
    assert "status 422 No lookup value found for 'group'" in anna.page(anna.ticket(case))
    assert zammad.tickets == {}
    desk.context.settings.outside_desk_queues = {}
    desk.context.settings.outside_desk_token = "another"
    hurry(desk)
    wait_for(lambda: "401" in desk.rows(m.WebhookEvent)[0].problem, "a try with the wrong token")
    desk.context.settings.outside_desk_token = TOKEN
    goes_on(desk)
    assert zammad.ticket(case)["group"] == "Users"


def _becomes_a_report(desk: Desk, visitor: Visitor) -> None:
    waits = next(x for x in visitor.messages("system") if x["choices"])
    visitor.press(waits["choices"][0])
    report(visitor, "I was attacked by somebody at work")


@pytest.mark.parametrize("what", ["report", "erased"])
@pytest.mark.parametrize("admin", [True, False])
def test_what_ends_is_deleted_there_or_closed_without_its_words(
    start: Callable[..., Desk], zammad: Zammad, what: str, admin: bool
) -> None:
    """Deleted where the desk's user may; else the title says nothing more, and agents are asked to delete it."""
    desk = start()
    zammad.admin = admin
    visitor, case = asking(desk)
    delivered(desk)
    if what == "report":
        _becomes_a_report(desk, visitor)
    else:
        assert visitor.request("DELETE").status_code == 204
    delivered(desk)
    if admin:
        assert zammad.tickets == {}
        return
    assert (zammad.ticket(case)["state"], zammad.ticket(case)["title"]) == ("closed", case)
    assert "delete this ticket" in zammad.bodies(case)[-1]
    assert zammad.articles[-1]["internal"]
    assert "attacked" not in str(zammad.articles)


def test_a_ticket_that_was_made_in_secret_is_found_and_ended(
    start: Callable[..., Desk], zammad: Zammad, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk never heard that it was made; the conversation is erased."""
    monkeypatch.setattr(webhooks, "TIMEOUT", (0.5, 0.3))
    desk = start()
    zammad.faults = ["drop-after"]
    visitor, case = asking(desk)
    failed(desk)
    assert visitor.request("DELETE").status_code == 204
    goes_on(desk)
    assert (zammad.ticket(case)["state"], zammad.ticket(case)["title"]) == ("closed", case)


@pytest.mark.parametrize(("backend", "seed"), [("sqlite", 1), ("sqlite", 2), ("postgresql", 3), ("postgresql", 4)])
def test_whatever_happens_everything_arrives_once_and_in_order(
    start: Callable[..., Desk], zammad: Zammad, monkeypatch: pytest.MonkeyPatch, backend: str, seed: int
) -> None:
    """Two requests, errors, silence, lost answers, killed desks; webhooks that are repeated, on both sides."""
    monkeypatch.setattr(webhooks, "TIMEOUT", (0.5, 0.3))
    monkeypatch.setattr(webhooks, "FIRST_PAUSE", dt.timedelta(milliseconds=50))
    monkeypatch.setattr(webhooks, "LONGEST_PAUSE", dt.timedelta(milliseconds=50))
    monkeypatch.setattr(webhooks, "LOOK_SECONDS", 0.1)
    chance = random.Random(seed)
    desk = start(backend=backend)
    zammad.seconds = 0.6
    requests = [asking(desk) for _ in range(2)]
    wait_for(lambda: len(zammad.tickets) == 2, "the tickets")
    delivered(desk)
    said: dict[str, list[str]] = {case: [] for _, case in requests}
    heard: dict[str, list[str]] = {case: [] for _, case in requests}
    for number in range(16):
        visitor, case = chance.choice(requests)
        zammad.faults = chance.choices(["", "500", "drop", "stall", "drop-after", "stall-after"], k=3)
        if chance.random() < 0.3:
            told, words = zammad.answers(case, f"answer {number}"), f"answer {number}"
            for _ in range(chance.randint(1, 3)):
                body, headers = signed(told, SECRET)
                assert desk.client.post("/api/outside/replies", content=body, headers=headers).status_code == 200
            heard[case].append(words)
        else:
            visitor.say(f"word {number}")
            said[case].append(f"Visitor: word {number}")
        if chance.random() < 0.2:
            chance.choice([desk.stop, desk.crash])()
            desk.start()
    zammad.faults = []
    wait_for(lambda: hurry(desk) or not desk.rows(m.WebhookEvent), "everything to be delivered", 30)
    for visitor, case in requests:
        ours = [body for body in zammad.bodies(case)[1:] if body.startswith("Visitor")]
        assert ours == said[case]
        assert [message["text"] for message in visitor.messages("staff")] == heard[case]
    assert len(zammad.tickets) == 2

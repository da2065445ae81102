"""Events reach the outside system: signed, once it has taken them never again, and tried again until it does."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from receiver import Receiver
from sqlalchemy import update
from support import Desk, in_a_thread, wait_for

from desk import webhooks
from desk.context import Context, make_context
from desk.settings import Settings
from store import models as m

SECRET = "a secret for tests only"
DATA = {"number": "VR-7K3M-9QX2", "organisation": "Зелёная надежда"}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """The outside system."""
    server = Receiver()
    yield server
    with contextlib.suppress(OSError):
        server.stop()


@pytest.fixture
def context(make_settings: Callable[..., Settings], receiver: Receiver) -> Iterator[Context]:
    """The parts of a desk that does not run, so that a test sends by itself."""
    made = make_context(make_settings(webhook_url=receiver.url, webhook_secret=SECRET))
    yield made
    in_a_thread(made.engine.close)
    made.database.close()


def put(context: Context, kind: str = "request.confirmed") -> None:
    with context.database.write() as session:
        webhooks.add(context, session, kind, DATA)


def waiting(context: Context) -> list[m.WebhookEvent]:
    with context.database.read() as session:
        return session.query(m.WebhookEvent).all()


def deliver(context: Context) -> None:
    in_a_thread(lambda: webhooks.deliver(context))


def hurry(context: Context, **values: Any) -> None:
    """Let what is waiting be due now."""
    with context.database.write() as session:
        session.execute(update(m.WebhookEvent).values(**{"next_at": m.now(), **values}))


def test_an_event_is_signed_json(context: Context, receiver: Receiver) -> None:
    """As docs/webhooks.md tells a receiver to check it."""
    put(context)
    deliver(context)
    ((headers, body),) = receiver.got
    signed = headers["x-timestamp"].encode() + b"." + body
    expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    assert headers["x-signature"] == f"sha256={expected}"
    assert abs(int(headers["x-timestamp"]) - m.now().timestamp()) < 60
    event = json.loads(body)
    assert (event["event"], headers["x-event"]) == ("request.confirmed", "request.confirmed")
    assert event["id"] == headers["x-event-id"]
    assert event["data"] == DATA
    assert headers["content-type"] == "application/json"


def test_an_event_that_was_taken_is_never_sent_again(context: Context, receiver: Receiver) -> None:
    receiver.statuses = [204]
    put(context)
    deliver(context)
    hurry(context)
    deliver(context)
    assert len(receiver.got) == 1
    assert waiting(context) == []


@pytest.mark.parametrize("status", [302, 400, 410, 429, 500, 503])
def test_an_event_that_was_not_taken_is_sent_again_with_the_same_id(
    context: Context, receiver: Receiver, status: int
) -> None:
    """Whatever the system says but 2xx; each try signed anew."""
    receiver.statuses = [status, 200]
    put(context)
    deliver(context)
    (event,) = waiting(context)
    assert event.attempts == 1
    assert event.next_at > m.now()
    deliver(context)  # not due yet
    assert len(receiver.got) == 1
    hurry(context)
    deliver(context)
    assert len(receiver.got) == 2
    assert len(set(receiver.ids)) == 1
    assert receiver.got[0][1] == receiver.got[1][1]
    assert waiting(context) == []


def test_the_pauses_grow_up_to_an_hour(context: Context, receiver: Receiver) -> None:
    receiver.statuses = [500]
    put(context)
    pauses = []
    for attempts in (0, 1, 2, 12):
        hurry(context, attempts=attempts)
        deliver(context)
        pauses.append(round((waiting(context)[0].next_at - m.now()).total_seconds()))
    assert pauses == [5, 10, 20, 3600]


def test_a_system_that_says_nothing_is_not_waited_for(
    context: Context, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor one that is not there at all; the event stays."""
    monkeypatch.setattr(webhooks, "TIMEOUT", (0.5, 0.2))
    receiver.gate.clear()
    put(context)
    with structlog.testing.capture_logs() as logs:
        deliver(context)
    assert [entry["reason"] for entry in logs] == ["ReadTimeout"]
    receiver.stop()
    hurry(context)
    with structlog.testing.capture_logs() as logs:
        deliver(context)
    assert [entry["reason"] for entry in logs] == ["ConnectionError"]
    assert waiting(context)[0].attempts == 2


def test_an_event_goes_nowhere_else(context: Context, receiver: Receiver) -> None:
    """A system that points to another address gets no second POST there."""
    other = Receiver()
    receiver.statuses, receiver.moves_to = [307], other.url
    put(context)
    deliver(context)
    other.stop()
    assert other.got == []


def test_after_three_days_an_event_is_given_up_and_operators_see_it(context: Context, receiver: Receiver) -> None:
    """The log names the event and what went wrong last, neither people nor the secret."""
    receiver.statuses = [500]
    put(context)
    assert waiting(context)[0].expires_at - m.now() > dt.timedelta(days=2, hours=23)
    hurry(context, expires_at=m.now())
    with structlog.testing.capture_logs() as logs:
        deliver(context)
    assert [(entry["event"], entry["log_level"]) for entry in logs] == [("webhook event given up", "error")]
    assert waiting(context) == []
    assert receiver.got == []


def test_one_event_that_fails_holds_no_other_back(context: Context, receiver: Receiver) -> None:
    receiver.statuses = [500, 200]
    put(context)
    put(context, "request.changed")
    deliver(context)
    assert len(receiver.got) == 2
    assert len(waiting(context)) == 1


def test_what_waits_is_not_to_be_read_in_the_store(context: Context) -> None:
    put(context)
    assert "VR-7K3M" not in waiting(context)[0].ciphertext


def test_without_an_outside_system_nothing_is_kept(make_settings: Callable[..., Settings]) -> None:
    made = make_context(make_settings())
    put(made)
    assert waiting(made) == []
    in_a_thread(made.engine.close)
    made.database.close()


@pytest.mark.parametrize(
    ("url", "secret", "named"),
    [
        ("ftp://system.example.org", SECRET, "https://system.example.org/events"),
        ("http://system.example.org/events", SECRET, "unencrypted"),
        ("https://system.example.org/events", "short", "WEBHOOK_SECRET"),
        ("https://system.example.org/events", "", "WEBHOOK_SECRET"),
    ],
)
def test_settings_that_cannot_work_are_named_at_the_start(url: str, secret: str, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Settings(webhook_url=url, webhook_secret=secret, _env_file=None)


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_a_running_desk_sends_by_itself(make_desk: Callable[..., Desk], receiver: Receiver, backend: str) -> None:
    """In the background, also what an earlier run left."""
    desk = make_desk(backend=backend, webhook_url=receiver.url, webhook_secret=SECRET)
    put(desk.context)
    desk.context.bus.publish(webhooks.WEBHOOKS)
    wait_for(lambda: receiver.got, "the event")
    wait_for(lambda: not desk.rows(m.WebhookEvent), "the event to be forgotten")

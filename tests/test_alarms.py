"""What nobody has claimed is told of outside the console: to whom, when, once, and without a word of what was said."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from post import PostOffice
from pydantic import ValidationError
from receiver import Receiver
from sqlalchemy import delete, select, update
from support import ALWAYS_OPEN, NEVER_OPEN, Desk, at_once, in_a_thread, utterance, wait_for
from typer.testing import CliRunner

from desk import alarms, conversations, passing, tickets, webhooks
from desk.commands import app
from desk.context import Context, make_context
from desk.messages import append
from desk.settings import Settings
from store import models as m
from store.profile import Alarm, Hours, Profile

SECRET = "a secret for tests only"
WORDS = "sesquipedalian"
RULES = {
    "general": Alarm(after=60, supervisors=120, again=240), "technical": Alarm(after=30, email="technical@example.org"),
    "sensitive": Alarm(after=500, supervisors=15, again=30),
}  # fmt: skip


@pytest.fixture
def make_parts(make_settings: Callable[..., Settings]) -> Iterator[Callable[..., Context]]:
    """The parts of desks that do not run, so that a test tells by itself: ``make_parts(hours=NEVER_OPEN)``."""
    made: list[Context] = []

    def make(backend: str = "sqlite", hours: Hours = ALWAYS_OPEN, rules: Any = RULES, **values: Any) -> Context:
        context = make_context(make_settings(backend, public_url="https://desk.example.org", **values))
        context.profile = context.profile.model_copy(update={"hours": hours, "alarms": rules})
        made.append(context)
        return context

    yield make
    for context in made:
        in_a_thread(context.engine.close)
        context.database.close()


@pytest.fixture
def parts(make_parts: Callable[..., Context]) -> Context:
    """Such a desk, always open, with Anna in the queues, Ben who leads, and Chief who administers."""
    context = make_parts()
    hire(context, "anna", "agent", "general", "sensitive", language="fr")
    hire(context, "ben", "supervisor")
    hire(context, "chief", "administrator")
    return context


def hire(context: Context, login: str, role: str, *queues: str, language: str = "en", email: str | None = None) -> None:
    """A member of staff with an address."""
    address = f"{login}@example.org" if email is None else email
    with context.database.write() as session:
        session.add(m.Staff(
            id=login, login=login, name=login.title(), role=role, language=language, password_hash="", email=address
        ))  # fmt: skip
        session.flush()
        session.add_all(m.QueueMember(queue=queue, staff_id=login) for queue in queues)


def ask(context: Context, queue: str = "general", reason: str = "asked", priority: int = tickets.NORMAL) -> m.Ticket:
    """A visitor asks for a person."""
    with context.database.write() as session:
        conversation, _ = conversations.create(session, "ar", "")
        append(session, conversation, "visitor", WORDS)
        return tickets.hand_over(context, session, conversation, reason, queue, priority)


def report(context: Context) -> m.Ticket:
    """A visitor reports harm."""
    return ask(context, "sensitive", "sensitive", tickets.URGENT)


def now_is(context: Context, ticket: m.Ticket, minutes: float) -> None:
    """Let so many minutes pass."""
    with context.database.write() as session:
        row = session.get_one(m.Ticket, ticket.id)
        if row.alarm_at is not None:
            row.alarm_at -= dt.timedelta(minutes=minutes)


def tell(context: Context) -> int:
    """What the desk does every ten seconds."""
    with context.database.write() as session:
        return alarms.tell_due(context, session)


def told(context: Context) -> list[dict[str, Any]]:
    """The letters in the outbox, which is emptied."""
    with context.database.write() as session:
        letters = session.scalars(select(m.Letter).order_by(m.Letter.id)).all()
        found = [json.loads(context.vault.unlock(letter.ciphertext)) for letter in letters]
        for letter in letters:
            session.delete(letter)
    return found


def to(context: Context) -> list[str]:
    """To whom letters were in the outbox."""
    return [letter["to"].partition("@")[0] for letter in told(context)]


def work(context: Context, deed: Callable[..., object], ticket: m.Ticket, *more: Any) -> None:
    """Anna does something with a request of hers."""
    with context.database.write() as session:
        epoch = session.get_one(m.Conversation, ticket.conversation_id).epoch
        deed(context, session, ticket.id, session.get_one(m.Staff, "anna"), *more, epoch)


def claim(context: Context, ticket: m.Ticket) -> None:
    """Anna claims a request."""
    with context.database.write() as session:
        tickets.claim(context, session, ticket.id, session.get_one(m.Staff, "anna"))


def test_a_queue_is_told_after_its_time_then_supervisors_then_again(parts: Context) -> None:
    """In minutes of opening hours; each time once."""
    ticket = ask(parts)
    now_is(parts, ticket, 59)
    assert tell(parts) == 0
    for minutes, expected in ((1, ["anna"]), (120, ["anna", "ben"]), (240, ["anna", "ben"]), (240, ["anna", "ben"])):
        now_is(parts, ticket, minutes - 0.5)
        assert tell(parts) == 0
        now_is(parts, ticket, 0.5)
        assert (tell(parts), to(parts)) == (1, expected)
        assert (tell(parts), to(parts)) == (0, [])


def test_a_report_is_told_at_once_by_the_clock(make_parts: Callable[..., Context]) -> None:
    """On a day on which nobody works too, while an ordinary request waits for the morning."""
    closed = make_parts(hours=NEVER_OPEN)
    hire(closed, "anna", "agent", "general", "sensitive")
    hire(closed, "ben", "supervisor")
    ordinary, harm = ask(closed), report(closed)
    assert (ordinary.alarm_at, tell(closed), to(closed)) == (None, 1, ["anna"])
    for minutes in (15, 30, 30):
        now_is(closed, harm, minutes - 0.5)
        assert tell(closed) == 0
        now_is(closed, harm, 0.5)
        assert (tell(closed), to(closed)) == (1, ["anna", "ben"])
    claim(closed, harm)
    now_is(closed, harm, 1000)
    assert tell(closed) == 0


def test_ordinary_requests_wait_in_opening_hours(make_parts: Callable[..., Context]) -> None:
    """An hour of opening hours after one o'clock at night ends an hour after the opening."""
    hours = Hours(timezone="Europe/Berlin", open={day: (dt.time(8), dt.time(18)) for day in ALWAYS_OPEN.open})
    night = make_parts(hours=hours)
    due = ask(night).alarm_at
    assert due is not None
    local = due.astimezone(ZoneInfo("Europe/Berlin"))
    assert dt.time(8) < local.time() <= dt.time(18)
    waits = due - m.now()
    asked = m.now().astimezone(ZoneInfo("Europe/Berlin")).time()
    assert (waits < dt.timedelta(minutes=61)) == (dt.time(8) < asked < dt.time(17))


def test_nothing_of_what_was_said_is_told(parts: Context) -> None:
    """Number, queue, priority, language, since when and a link, in the language of who reads it."""
    ticket = report(parts)
    assert tell(parts) == 1
    (letter,) = told(parts)
    assert letter["subject"].replace("\xa0", " ").startswith("Urgent : 1 signalement")
    for part in (
        ticket.case,
        "Questions sensibles",
        "urgent",
        "arabe",
        f"https://desk.example.org/staff/tickets/{ticket.id}",
    ):
        assert part in letter["text"]
    assert WORDS not in letter["subject"] + letter["text"]


def test_who_may_not_open_a_report_is_told_whom_to_ask(parts: Context) -> None:
    """No link that leads nowhere: the page with the queue's members; of other requests the link as ever."""
    harm, other = report(parts), ask(parts)
    assert tell(parts) == 1
    told(parts)
    now_is(parts, harm, 15)
    assert tell(parts) == 1
    texts = {letter["to"].partition("@")[0]: letter["text"] for letter in told(parts)}
    assert set(texts) == {"anna", "ben"}
    assert f"/staff/tickets/{harm.id}" in texts["anna"]
    assert "/staff/tickets/" not in texts["ben"]
    assert "Who can open it: https://desk.example.org/staff/queues" in texts["ben"]
    for minutes in (60, 120):
        now_is(parts, other, minutes)
        assert tell(parts) == 1
    assert all(f"/staff/tickets/{other.id}" in letter["text"] for letter in told(parts))


def test_requests_that_are_due_together_are_one_mail(parts: Context) -> None:
    """The morning after a holiday is one mail, not fifty; reports are apart."""
    for ticket in (ask(parts), ask(parts), report(parts)):
        now_is(parts, ticket, 60)
    assert tell(parts) == 3
    letters = told(parts)
    assert [letter["to"] for letter in letters] == ["anna@example.org"] * 2
    assert sorted(letter["text"].count("/staff/tickets/") for letter in letters) == [1, 2]


@pytest.mark.parametrize("deed", ["released", "reopened", "transferred", "reported"])
def test_what_waits_anew_is_told_anew(parts: Context, deed: str) -> None:
    """From then on, by the rule of the queue it is in."""
    ticket = ask(parts)
    now_is(parts, ticket, 60)
    assert (tell(parts), to(parts)) == (1, ["anna"])
    if deed == "reported":
        with parts.database.write() as session:
            conversation = session.get_one(m.Conversation, ticket.conversation_id)
            tickets.resume(parts, session, conversation)
            tickets.hand_over(parts, session, conversation, "sensitive", "sensitive", tickets.URGENT)
        assert (tell(parts), to(parts)) == (1, ["anna"])
        return
    claim(parts, ticket)
    if deed == "released":
        work(parts, tickets.release, ticket)
    elif deed == "transferred":
        work(parts, passing.transfer, ticket, "technical", "")
    else:
        work(parts, tickets.hand_back, ticket)
        with parts.database.write() as session:
            conversation = session.get_one(m.Conversation, ticket.conversation_id)
            tickets.go_on_again(parts, session, conversation, ticket.case)
    first = 30 if deed == "transferred" else 60
    now_is(parts, ticket, first - 0.5)
    assert tell(parts) == 0
    now_is(parts, ticket, 0.5)
    assert (tell(parts), to(parts)) == (1, ["technical" if deed == "transferred" else "anna"])


def test_who_is_told_where_the_queue_has_nobody(make_parts: Callable[..., Context]) -> None:
    """Of a report administrators, who see it then, of another request supervisors; a queue's address is enough."""
    context = make_parts()
    hire(context, "dora", "agent", "general", "sensitive", email="")
    hire(context, "ben", "supervisor")
    hire(context, "chief", "administrator")
    for make, queue, expected in ((ask, "general", "ben"), (report, "", "chief"), (ask, "technical", "technical")):
        ticket = make(context, queue) if queue else make(context)
        now_is(context, ticket, 60)
        assert (tell(context), to(context)) == (1, [expected])
        with context.database.write() as session:
            session.execute(delete(m.Ticket))


def test_two_runs_at_once_and_a_restart_tell_once(make_settings: Callable[..., Settings]) -> None:
    """On connections of their own, as two processes have them; the outside system is told in the same transaction."""
    settings = make_settings("postgresql", webhook_url="https://system.example.org", webhook_secret=SECRET)
    contexts = [make_context(settings) for _ in range(3)]
    hire(contexts[0], "anna", "agent", "sensitive")
    for _ in range(10):
        report(contexts[0])
    assert sum(at_once(*(lambda context=context: tell(context) for context in contexts))) == 10
    assert sum(letter["text"].count("/staff/tickets/") for letter in told(contexts[0])) == 10
    with contexts[1].database.read() as session:
        events = session.scalars(select(m.WebhookEvent)).all()
        cases = {json.loads(contexts[1].vault.unlock(event.ciphertext))["data"]["case"] for event in events}
        assert len(events) == len(cases) == 10
    for context in contexts:
        in_a_thread(context.engine.close)
        context.database.close()


def test_the_running_desk_tells_at_once(make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    """By mail and by a signed event, both without content, once, also over a restart."""
    monkeypatch.setattr(alarms, "EVERY_SECONDS", 0.1)
    office, receiver = PostOffice(), Receiver()
    desk = make_desk(smtp_url=office.url, webhook_url=receiver.url, webhook_secret=SECRET)
    hire(desk.context, "anna", "agent", "sensitive")
    visitor = desk.visitor()
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    visitor.answered(utterance("I am calling a colleague.", do=[deed]), WORDS)
    (ticket,) = desk.rows(m.Ticket)
    assert ticket.case in str(office.newest("anna@example.org").get_content())
    wait_for(lambda: receiver.got, "the event")
    headers, body = receiver.got[0]
    assert headers["x-event"] == "ticket.unclaimed"
    assert headers["x-signature"] == webhooks.signature(SECRET, headers["x-timestamp"], body)
    data = json.loads(body)["data"]
    assert set(data) == {
        "case", "queue", "priority", "language", "waiting_since", "link", "alarm", "supervisors",
    }  # fmt: skip
    assert (data["case"], data["queue"], data["alarm"]) == (ticket.case, "sensitive", 1)
    desk.stop()
    desk.start()
    with desk.context.database.write() as session:
        session.execute(update(m.Ticket).values(alarm_at=m.Ticket.opened_at))
    wait_for(lambda: len(receiver.got) > 1, "the second event")
    wait_for(lambda: len(office.got) > 1, "the second mail")
    assert json.loads(receiver.got[1][1])["data"]["alarm"] == 2
    assert (len(receiver.got), len(office.got)) == (2, 2)
    desk.stop()
    receiver.stop()
    office.controller.stop()


def test_a_profile_that_cannot_be_is_named(profile: Profile) -> None:
    """A queue that there is not, an address that is none, an interval of nothing."""
    right = profile.model_dump()
    for wrong in ({"post": {"after": 1}}, {"general": {"email": "anna"}}, {"general": {"again": 0}}):
        with pytest.raises(ValidationError, match="alarms"):
            Profile.model_validate({**right, "alarms": wrong})


def test_staff_say_where_they_are_told(desk: Desk) -> None:
    """Each for oneself, administrators for everybody, and the command line; what is no address is refused."""
    anna, root = desk.staff("anna"), desk.staff("root", "administrator")

    def address() -> str:
        return desk.rows(m.Staff, m.Staff.login == "anna")[0].email

    assert anna.http.post("/staff/account/email", data={"email": " anna@example.org "}).status_code == 303
    assert address() == "anna@example.org"
    assert 'value="anna@example.org"' in anna.http.get("/staff/account").text
    wrong = anna.http.post("/staff/account/email", data={"email": "anna"})
    assert (wrong.status_code, address()) == (422, "anna@example.org")
    assert root.http.post("/staff/people/anna/email", data={"email": "a@example.org"}).status_code == 303
    assert 'value="a@example.org"' in root.http.get("/staff/people").text
    assert anna.http.post("/staff/people/anna/email", data={"email": "b@example.org"}).status_code == 403
    environment = {"DATABASE_URL": desk.settings.store_url}
    runs = [CliRunner().invoke(app, ["staff", "email", *who], env=environment) for who in (
        ("anna", "c@example.org"), ("anna", "c"), ("nobody", "c@example.org"),
    )]  # fmt: skip
    assert [run.exit_code for run in runs] == [0, 2, 2]
    assert address() == "c@example.org"
    with desk.context.database.write() as session:
        session.execute(update(m.Staff).values(email=""))

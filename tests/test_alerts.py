"""Alerts of new assignments: nobody gets one without having confirmed it, nothing is told twice, one click stops."""

from __future__ import annotations

import datetime as dt
import html
import json
import os
import re
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from post import PostOffice
from sqlalchemy import func, select, update
from support import PLENTY, Assistant, Desk, Visitor, at_once, free_port, utterance, wait_for
from typer.testing import CliRunner

from desk import alert_mail
from desk.alerts import link
from desk.commands import app
from desk.context import Context, make_context
from desk.outbox import OUTBOX
from desk.retention import expire
from desk.settings import Settings
from store import models as m
from store.assignment_import import import_file, remove
from store.database import Database
from texts.language import SUPPORTED

BACKENDS = ("sqlite", "postgresql")
ADDRESS, OTHER = "amina.otieno@example.org", "second@example.org"
NURSES_IN_KENYA = ["role=nurse", "country=KE"]
COLUMNS = "reference,title,role,host,modality,scope,country,city,duration_months,start,closes,languages,apply_url"


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """The mail server of the test's desks."""
    server = PostOffice()
    yield server
    server.controller.stop()


@pytest.fixture
def open_desk(
    make_desk: Callable[..., Desk], make_database: Callable[..., str], office: PostOffice, assistant: Assistant
) -> Callable[..., Desk]:
    """Starts a desk with assignments in its store, which sends its mail to ``office``."""

    def make(backend: str = "sqlite", **values: Any) -> Desk:
        ours = {"smtp_url": office.url, "alert_rate": PLENTY, "alert_network_rate": PLENTY}
        desk = make_desk(backend=backend, database_url=make_database(backend, loaded=True), **{**ours, **values})
        desk.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
        desk.context.settings.public_url = desk.url
        return desk

    return make


@pytest.fixture(params=BACKENDS)
def alert_desk(request: pytest.FixtureRequest, open_desk: Callable[..., Desk]) -> Desk:
    """Such a desk, once on each database."""
    return open_desk(request.param)


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., list[str]]:
    """Imports assignments of a source of their own; their references."""
    made = 0

    def work(
        desk: Desk | Database, count: int = 1, role: str = "nurse", country: str = "KE", source: str = ""
    ) -> list[str]:
        nonlocal made
        made += 1
        day = m.now().date()
        references = [f"N{made}-{number:03d}" for number in range(count)]
        lines = [
            f"{reference},A title,{role},unicef,specialist,national,{country},,12,{day + dt.timedelta(days=90)},"
            f"{day + dt.timedelta(days=20 + number)},en,https://apply.example.org/{reference}"
            for number, reference in enumerate(references)
        ]
        path = tmp_path / f"{made}.csv"
        path.write_text("\n".join([COLUMNS, *lines]), encoding="utf-8")
        import_file(desk if isinstance(desk, Database) else desk.context.database, path, source or f"source-{made}")
        return references

    return work


def offered(codes: list[str]) -> dict[str, Any]:
    """The assistant's answer to a search, with the button."""
    choice = {"title": "Tell me of new ones", "payload": f"alert {json.dumps(codes)}", "target": "desk"}
    return utterance("I found 3 open assignments.", choices=[choice])


def asked(visitor: Visitor, codes: list[str] = NURSES_IN_KENYA) -> str:
    """Search and press the button; the desk's last word."""
    answer = visitor.answered(offered(codes), "nurses in Kenya")
    return last(visitor.press(button(answer)))


def button(answer: dict[str, Any]) -> dict[str, str]:
    """The one that asks for alerts."""
    choices = [choice for message in answer["messages"] for choice in message["choices"]]
    return next(choice for choice in choices if choice["title"] == "Tell me of new ones")


def last(result: dict[str, Any]) -> str:
    text: str = result["messages"][-1]["text"]
    return text


def links(mail: Any) -> list[str]:
    return re.findall(r"http://127\.0\.0\.1:\d+/alerts/\S+", mail.get_content())


def confirmed(
    desk: Desk, office: PostOffice, codes: list[str] = NURSES_IN_KENYA, address: str = ADDRESS, language: str = "en"
) -> Visitor:
    """A visitor who has asked for alerts and confirmed it."""
    visitor = desk.visitor(language)
    asked(visitor, codes)
    before = len(office.got)
    visitor.say(address)
    (address_of_page,) = links(office.newest(address, before))
    assert httpx.post(address_of_page, trust_env=False).status_code == 200
    return visitor


def alerts(desk: Desk, office: PostOffice, address: str = ADDRESS) -> list[Any]:
    """Write the mails and wait until they are sent; those that came to ``address`` now."""
    before = len(office.got)
    alert_mail.write_all(desk.context)
    desk.context.bus.publish(OUTBOX)
    wait_for(lambda: desk.count(m.Letter) == 0, "the outbox to be empty", 20)
    return [mail for to, mail in office.got[before:] if to == address]


def shown(page: httpx.Response) -> str:
    return html.unescape(page.text)


# --- the whole way ----------------------------------------------------------------------------------------------------


def test_new_assignments_are_told_once_confirmed_until_stopped(
    alert_desk: Desk, office: PostOffice, publish: Callable[..., list[str]]
) -> None:
    """Button, address, link, button; then one mail for what is new; then one click in the mail program."""
    desk, visitor = alert_desk, alert_desk.visitor()
    assert "write your e-mail address" in asked(visitor)
    assert "open the link and confirm" in last(visitor.say(f"it is {ADDRESS.upper()}, thanks"))
    (confirm,) = links(office.newest(ADDRESS))
    publish(desk)
    assert alerts(desk, office) == [], "nothing is confirmed"

    page = httpx.get(confirm, trust_env=False)
    assert "Do you want to hear of new assignments for: Nurse, Kenya?" in shown(page)
    assert desk.rows(m.Subscription)[0].confirmed_at is None, "programs that look through mail follow links"
    assert "From now on we write to you" in shown(httpx.post(confirm, trust_env=False))
    assert "From now on we write to you" in shown(httpx.post(confirm, trust_env=False)), "twice is no mistake"

    (mail,) = alerts(desk, office)
    assert mail["Subject"] == "1 new assignment: Nurse, Kenya"
    assert "https://apply.example.org/N1-000" in mail.get_content()
    (stop,) = links(mail)
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (f"<{stop}>", "List-Unsubscribe=One-Click")
    assert alerts(desk, office) == [], "nothing is told twice"

    new = publish(desk, 2)
    (mail,) = alerts(desk, office)
    assert [reference for reference in ("N1-000", *new) if reference in mail.get_content()] == new
    assert "Do you want no more mails" in shown(httpx.get(stop, trust_env=False))
    assert desk.count(m.Subscription) == 1, "a link alone ends nothing"
    for _ in range(2):
        assert "deleted your address" in shown(
            httpx.post(stop, data={"List-Unsubscribe": "One-Click"}, trust_env=False)
        )
    publish(desk)
    assert alerts(desk, office) == []
    assert desk.count(m.Subscription) == 0
    actions = [entry.action for entry in desk.rows(m.AuditEntry) if entry.action.startswith("alert.")]
    assert actions == ["alert.asked", "alert.confirmed", "alert.stopped"]


def test_the_address_gets_nowhere_in_clear(
    alert_desk: Desk, office: PostOffice, assistant: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not to the assistant, the store, the staff, nor the logs."""
    visitor = confirmed(alert_desk, office)
    anna, case = alert_desk.staff("anna"), visitor.ask_person()["queue"]["case"]
    page = anna.page(anna.ticket(case))
    assert "[e-mail 1]" in page
    with alert_desk.context.database.read() as session:
        stored = [repr(session.execute(table.select()).all()) for table in m.Base.metadata.sorted_tables]
    logged = capsys.readouterr()
    for place in (json.dumps(assistant.asked), page, *stored, logged.out, logged.err):
        assert ADDRESS not in place


@pytest.mark.parametrize("language", SUPPORTED)
def test_pages_and_mails_speak_the_visitors_language(
    open_desk: Callable[..., Desk], office: PostOffice, publish: Callable[..., list[str]], language: str
) -> None:
    """In the right direction of writing, without a script of their own, and in another language when it is chosen."""
    desk = open_desk()
    texts = desk.context.texts
    visitor = desk.visitor(language)
    asked(visitor)
    visitor.say(ADDRESS)
    mail = office.newest(ADDRESS)
    assert mail["Subject"] == texts(language, "mail-alert-confirm-subject")
    (confirm,) = links(mail)
    page = httpx.get(confirm, trust_env=False)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text
    assert texts(language, "alert-confirm-button") in shown(page)
    assert '<form method="post">' in page.text
    assert page.headers["cache-control"] == "no-store"
    other = "es" if language == "fr" else "fr"
    (address,) = re.findall(rf'href="(/alerts/{other}/confirm\?[^"]+)"', page.text)
    assert texts(other, "alert-confirm-button") in shown(desk.client.get(html.unescape(address)))
    httpx.post(confirm, trust_env=False)
    publish(desk, 12)
    (mail,) = alerts(desk, office)
    assert "12" in mail["Subject"]
    assert texts(language, "assignment-apply") in mail.get_content()


def test_ten_are_listed_and_the_rest_counted(
    open_desk: Callable[..., Desk], office: PostOffice, publish: Callable[..., list[str]]
) -> None:
    """Those that close first; what was only counted is not told again."""
    desk = open_desk()
    confirmed(desk, office)
    references = publish(desk, 1012)
    (mail,) = alerts(desk, office)
    assert mail["Subject"].startswith("1,012 new assignments")
    assert [reference for reference in references if reference in mail.get_content()] == references[:10]
    assert "There are 1,002 more" in mail.get_content()
    assert alerts(desk, office) == []


# --- what is new ------------------------------------------------------------------------------------------------------


def test_only_what_is_new_and_fits_is_told(
    alert_desk: Desk, office: PostOffice, publish: Callable[..., list[str]]
) -> None:
    """Not what was there when the visitor asked, nor what comes back, is closed, or fits nobody's wishes."""
    before = publish(alert_desk, source="old")
    confirmed(alert_desk, office)
    publish(alert_desk, role="midwife")
    publish(alert_desk, country="UG")
    with alert_desk.context.database.write() as session:
        remove(session, "old")
    with alert_desk.context.database.write() as session:
        assert session.get(m.Assignment, before[0]) is None
    assert alerts(alert_desk, office) == []
    (closed,) = publish(alert_desk)
    yesterday = m.now().date() - dt.timedelta(days=1)
    with alert_desk.context.database.write() as session:
        for table in (m.Assignment, m.AssignmentSearch):
            session.execute(update(table).where(table.reference == closed).values(closes=yesterday))
    assert alerts(alert_desk, office) == []
    (new,) = publish(alert_desk)
    (mail,) = alerts(alert_desk, office)
    assert new in mail.get_content()


def test_what_was_withdrawn_and_comes_back_is_not_new(alert_desk: Desk, office: PostOffice, tmp_path: Path) -> None:
    """A source that was empty for a day does not send everything to everybody."""
    day = m.now().date() + dt.timedelta(days=30)
    path = tmp_path / "again.csv"
    path.write_text(
        f"{COLUMNS}\nBACK-1,A title,nurse,unicef,specialist,national,KE,,12,{day},{day},en,\n", encoding="utf-8"
    )
    import_file(alert_desk.context.database, path, "again")
    confirmed(alert_desk, office)
    with alert_desk.context.database.write() as session:
        remove(session, "again")
    import_file(alert_desk.context.database, path, "again")
    assert alert_desk.count(m.Assignment, m.Assignment.reference == "BACK-1") == 1
    assert alerts(alert_desk, office) == []


def test_several_subscriptions_of_an_address(
    open_desk: Callable[..., Desk], office: PostOffice, publish: Callable[..., list[str]]
) -> None:
    """One mail for each search; the same search again takes the place of the first."""
    desk = open_desk()
    confirmed(desk, office)
    confirmed(desk, office, ["country=KE", "role=nurse"])
    confirmed(desk, office, ["country=KE"])
    confirmed(desk, office, address=OTHER)
    publish(desk)
    assert sorted(mail["Subject"] for mail in alerts(desk, office)) == [
        "1 new assignment: Kenya", "1 new assignment: Kenya, Nurse",
    ]  # fmt: skip


# --- twice at once, killed in the middle ------------------------------------------------------------------------------


def subscribe(context: Context, number: int) -> None:
    """So many confirmed subscriptions, of an address each."""
    with context.database.write() as session:
        session.add_all(
            m.Subscription(
                id=str(uuid.uuid4()), email=context.vault.lock(f"{n}@example.org"), email_digest=str(n),
                wishes=NURSES_IN_KENYA, language="en", seen=100, confirmed_at=m.now(),
            )
            for n in range(number)
        )  # fmt: skip
        session.execute(update(m.Revision).where(m.Revision.area == "assignments").values(number=100))


@pytest.fixture(params=BACKENDS)
def settings(
    request: pytest.FixtureRequest, make_settings: Callable[..., Settings], make_database: Callable[..., str]
) -> Settings:
    """Of a desk that does not run, so that what is written stays in the outbox."""
    return make_settings(
        request.param, database_url=make_database(request.param, loaded=True),
        smtp_url=f"smtp://127.0.0.1:{free_port()}",
    )  # fmt: skip


def written(context: Context) -> list[str]:
    """To whom letters are in the outbox."""
    with context.database.read() as session:
        letters = session.scalars(select(m.Letter.ciphertext)).all()
    return sorted(json.loads(context.vault.unlock(letter))["to"] for letter in letters)


def test_two_runs_at_once_write_every_mail_once(settings: Settings, publish: Callable[..., list[str]]) -> None:
    """Each on connections of its own, as two processes have them."""
    contexts = [make_context(settings) for _ in range(3)]
    subscribe(contexts[0], 30)
    publish(contexts[0].database)
    results = at_once(*(lambda context=context: alert_mail.write_all(context) for context in contexts))
    assert sum(results) == 30
    assert written(contexts[0]) == sorted(f"{n}@example.org" for n in range(30))
    for context in contexts:
        context.database.close()


def test_a_run_that_is_killed_is_gone_on_with(settings: Settings, publish: Callable[..., list[str]]) -> None:
    """By SIGKILL, somewhere in the middle: the next run writes what is missing and nothing else."""
    context, number = make_context(settings), 150
    subscribe(context, number)
    publish(context.database)
    environment = {
        **os.environ, "DATABASE_URL": settings.store_url, "VAR": str(settings.var), "PROFILE": "unv",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "alerts"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )

    def begun() -> int:
        with context.database.read() as session:
            return session.scalar(select(func.count()).select_from(m.Letter)) or 0

    wait_for(lambda: begun() > 5 or process.poll() is not None, "the first mails", 60)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert 5 < begun() < number, "it was not killed in the middle"
    alert_mail.write_all(context)
    assert written(context) == sorted(f"{n}@example.org" for n in range(number))
    context.database.close()


def test_the_command_says_how_many(
    settings: Settings, publish: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For cron's mail to the administrator."""
    context = make_context(settings)
    subscribe(context, 2)
    publish(context.database)
    monkeypatch.setenv("DATABASE_URL", settings.store_url)
    monkeypatch.setenv("VAR", str(settings.var))
    for count in (2, 0):
        result = CliRunner().invoke(app, ["alerts"])
        assert f"alerts: {count} mails written" in result.output
    context.database.close()


# --- who may ask for what ---------------------------------------------------------------------------------------------


def test_a_link_is_valid_for_seven_days(alert_desk: Desk, office: PostOffice) -> None:
    """Then the address is forgotten."""
    visitor = alert_desk.visitor()
    asked(visitor)
    visitor.say(ADDRESS)
    (confirm,) = links(office.newest(ADDRESS))
    for days, status in ((6.9, 200), (7.1, 404)):
        with alert_desk.context.database.write() as session:
            session.execute(update(m.Subscription).values(asked_at=m.now() - dt.timedelta(days=days)))
        assert httpx.get(confirm, trust_env=False).status_code == status
    assert "This link is not valid" in shown(httpx.post(confirm, trust_env=False))
    with alert_desk.context.database.write() as session:
        expire(alert_desk.context, session)
    assert alert_desk.count(m.Subscription) == 0


def test_erasing_the_conversation_takes_what_is_not_confirmed(alert_desk: Desk, office: PostOffice) -> None:
    """With its mail that is still to be sent; what is confirmed ends by its own link."""
    kept, erased = confirmed(alert_desk, office), alert_desk.visitor()
    office.answer = "451 later"
    asked(erased)
    erased.say(OTHER)
    assert (alert_desk.count(m.Subscription), alert_desk.count(m.Letter)) == (2, 1)
    for visitor in (kept, erased):
        assert visitor.request("DELETE").status_code == 204
    assert [each.confirmed_at is not None for each in alert_desk.rows(m.Subscription)] == [True]
    assert alert_desk.count(m.Letter) == 0


@pytest.mark.parametrize("same", ["conversation", "address", "network"])
def test_nobody_is_bombed_with_mail(
    open_desk: Callable[..., Desk], office: PostOffice, assistant: Assistant, same: str
) -> None:
    """So many for a conversation, for an address and for a network; then it says when it may be tried again."""
    rates = {"alert_rate": PLENTY, "alert_network_rate": "2/day"} if same == "network" else {"alert_rate": "2/day"}
    desk = open_desk(**rates)
    visitor, said = desk.visitor(), []
    for number in range(3):
        visitor = visitor if same == "conversation" else desk.visitor()
        asked(visitor)
        said.append(last(visitor.say(ADDRESS if same == "address" else f"n{number}@example.org")))
    assert ["open the link" in text for text in said] == [True, True, False]
    assert re.search(r"Please try again in (1 day|24 hours)", said[-1])
    wait_for(lambda: desk.count(m.Letter) == 0, "the outbox to be empty")
    assert len(office.got) == 2
    assert desk.count(m.Subscription) == 2
    assert assistant.asked == []


def test_links_that_are_not_ours(open_desk: Callable[..., Desk], office: PostOffice) -> None:
    """Another key, another subscription's, or that of another deed opens nothing, and an answer is a page."""
    desk = open_desk()
    confirmed(desk, office)
    (first,) = desk.rows(m.Subscription)
    stop, confirm = (link(desk.context, first, deed) for deed in ("stop", "confirm"))
    wrong = [
        stop[:-1] + ("0" if stop[-1] != "0" else "1"), stop.replace(first.id, str(uuid.uuid4())),
        confirm.replace("/confirm?", "/stop?"), stop.replace("/stop?", "/confirm?"), stop.partition("?")[0],
        stop.partition("&")[0] + "&key=%C3%A9",
    ]  # fmt: skip
    for address in wrong:
        for method in ("GET", "POST"):
            page = httpx.request(method, address, trust_env=False)
            assert (page.status_code, "This link is not valid" in shown(page)) == (404, True), address
    assert desk.count(m.Subscription) == 1


def test_leaving_off_and_other_things_between(open_desk: Callable[..., Desk], office: PostOffice) -> None:
    """A question goes to the assistant and the address is asked for again; 'never mind' ends it; no half address."""
    desk = open_desk()
    visitor = desk.visitor()
    asked(visitor)
    said = visitor.say("what is a youth volunteer?")
    assert [message["text"] for message in said["messages"][1:]] == [
        "You said: what is a youth volunteer?",
        "I am still waiting for the e-mail address to which we may write about new assignments.",
    ]
    assert "does not look like an e-mail address" in last(visitor.say("amina@example"))
    assert "I will not write to you" in last(visitor.say("never mind"))
    assert last(visitor.say(ADDRESS)) == "You said: [e-mail 1]"
    assert office.got == []


def test_a_code_comes_first(open_desk: Callable[..., Desk], office: PostOffice) -> None:
    """While a code is waited for, the button does not take its place; an application is asked for in between."""
    desk = open_desk()
    visitor = desk.visitor()
    asked(visitor)
    look = utterance("I can look it up.", do=[{"kind": "verify"}])
    assert "show first that it is yours" in last(visitor.answered(look))
    visitor.say(ADDRESS)
    assert "code of six digits" in asked(visitor)
    assert last(visitor.say("123456")).startswith("This code is not right")


def test_while_staff_have_the_conversation_nothing_is_asked(open_desk: Callable[..., Desk]) -> None:
    """What the visitor writes then is for them."""
    visitor = open_desk().visitor()
    answer = visitor.answered(offered(NURSES_IN_KENYA))
    visitor.ask_person()
    assert "no longer valid" in last(visitor.press(button(answer)))

"""The staff console over HTTP: logging in, what is refused, what the pages show."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update
from support import PASSWORD, Assistant, Desk, Staff, events, utterance
from typer.testing import CliRunner

from desk.commands import app
from store import models as m
from texts.language import SUPPORTED

PAGES = ("/staff", "/staff/queue", "/staff/password", "/staff/people", "/staff/tickets/1")
FORMS = {
    "/staff/login": {"login": "anna", "password": PASSWORD},
    "/staff/logout": {},
    "/staff/password": {"old": PASSWORD, "new": "another password"},
    "/staff/language": {"language": "fr"},
    "/staff/tickets/1/claim": {},
    "/staff/tickets/1/reply": {"text": "hello", "epoch": "0"},
    "/staff/tickets/1/close": {"epoch": "0"},
    "/staff/people": {"login": "eve", "name": "Eve", "role": "administrator"},
}


def _account(desk: Desk, login: str, role: str = "agent") -> tuple[Staff, str]:
    """A new account, not logged in, and its first password."""
    from desk import accounts

    with desk.context.database.write() as session:
        password = accounts.add(session, login, login.title(), role, "test")[1]
    return desk.browser(login), password


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_without_logging_in(desk: Desk, path: str) -> None:
    """The login page comes first, and then the page that was wanted; parts of pages are refused."""
    reply = desk.client.get(path)
    assert reply.status_code == 303
    assert reply.headers["location"] == f"/staff/login?next={path}"
    assert desk.client.get(path, headers={"HX-Request": "true"}).status_code == 401
    assert desk.client.get("/staff/events").status_code == 401


def test_a_wrong_password(desk: Desk) -> None:
    """Refused, in the same words whether or not there is somebody of that name."""
    desk.staff("anna")
    texts = set()
    for login, password in (("anna", "wrong"), ("nobody", PASSWORD), ("anna", ""), ("", "")):
        reply = desk.browser(login).log_in(password)
        assert reply.status_code in (401, 422)
        assert "set-cookie" not in reply.headers
        if reply.status_code == 401:
            texts.add(re.search(r'role="alert">([^<]+)', reply.text)[1])  # type: ignore[index] # it is there
    assert texts == {"Name or password is wrong."}


def test_a_first_password_has_to_be_changed(desk: Desk) -> None:
    """Nothing else is possible before; a weak or the same password is no change."""
    carla, first = _account(desk, "carla")
    assert carla.log_in(first).headers["location"] == "/staff"
    for path in ("/staff", "/staff/people", "/staff/tickets/1", "/staff/queue"):
        assert carla.http.get(path).headers["location"] == "/staff/password"
    assert carla.http.get("/staff/password").status_code == 200
    change = lambda old, new: carla.http.post("/staff/password", data={"old": old, "new": new})  # noqa: E731
    assert change(first, "short").status_code == 422
    assert change(first, first).status_code == 422
    assert change("not the old one", "a good new password").status_code == 401
    assert change(first, "a good new password").headers["location"] == "/staff"
    assert carla.http.get("/staff").status_code == 200
    assert carla.log_in(first).status_code == 401
    assert carla.log_in("a good new password").status_code == 303


def test_changing_the_password_ends_other_logins(desk: Desk) -> None:
    """Somebody who knew the old one is out."""
    desk.staff("anna")
    here, there = desk.browser("anna"), desk.browser("anna")
    for browser in (here, there):
        browser.log_in()
        assert browser.http.get("/staff").status_code == 200
    here.http.post("/staff/password", data={"old": PASSWORD, "new": "another password"})
    assert here.http.get("/staff").status_code == 200
    assert there.http.get("/staff").status_code == 303
    here.http.post("/staff/password", data={"old": "another password", "new": PASSWORD})
    desk.forget_login("anna")


def test_the_cookie(desk: Desk, make_desk: Callable[..., Desk]) -> None:
    """Scripts cannot read it, other sites cannot send it, it is for the console only; https only when set so."""
    desk.staff("anna")
    cookie = desk.browser("anna").log_in().headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/staff", f"max-age={desk.settings.session_hours * 3600}"):
        assert part in cookie
    assert "secure" not in cookie
    safe = make_desk(secure_cookies=True)
    carla, first = _account(safe, "carla")
    assert "; secure" in carla.log_in(first).headers["set-cookie"].lower()


def test_a_login_expires(desk: Desk) -> None:
    """After its hours; also when the account is switched off."""
    desk.staff("dora")
    dora = desk.browser("dora")
    dora.log_in()

    def set_all(table: type[m.Base], *where: Any, **values: Any) -> None:
        with desk.context.database.write() as session:
            session.execute(update(table).where(*where).values(**values))

    assert dora.http.get("/staff").status_code == 200
    set_all(m.Staff, m.Staff.login == "dora", active=False)
    assert dora.http.get("/staff").status_code == 303
    assert desk.browser("dora").log_in().status_code == 401
    set_all(m.Staff, m.Staff.login == "dora", active=True)
    assert dora.http.get("/staff").status_code == 200
    (me,) = desk.rows(m.Staff, m.Staff.login == "dora")
    set_all(m.StaffSession, m.StaffSession.staff_id == me.id, expires_at=m.now() - dt.timedelta(seconds=1))
    assert dora.http.get("/staff").status_code == 303
    desk.forget_login("dora")


def test_logging_out(desk: Desk) -> None:
    """The cookie is worth nothing afterwards, even if somebody kept it."""
    desk.staff("anna")
    anna = desk.browser("anna")
    anna.log_in()
    kept = anna.http.cookies["desk_staff"]
    assert anna.http.post("/staff/logout").headers["location"] == "/staff/login"
    assert "desk_staff" not in anna.http.cookies
    assert desk.client.get("/staff", headers={"Cookie": f"desk_staff={kept}"}).status_code == 303


def test_too_many_attempts_to_log_in(make_desk: Callable[..., Desk]) -> None:
    """Guessing is slowed down, the right password does not help then, and the page says how long."""
    desk = make_desk(login_rate="3/hour")
    desk.visitor()
    eve = desk.browser("admin")
    assert [eve.log_in("guess").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert re.search(r"wait \S+ seconds", eve.log_in(PASSWORD).text)


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "", "Origin": "null"},
    ],
    ids=["cross-site", "same-site", "origin", "null"],
)
def test_no_other_site_can_press_a_button(desk: Desk, path: str, headers: dict[str, str]) -> None:
    """Every form refuses what another site makes the browser of a logged-in person send."""
    root = desk.staff("root", "administrator")
    sent = {name: value for name, value in headers.items() if value}
    with root.http.__class__(base_url=desk.url, cookies=root.http.cookies, trust_env=False, verify=False) as browser:
        reply = browser.post(path, data=FORMS[path], headers=sent)
    assert reply.status_code == 403, reply.text
    assert reply.json()["code"] == "origin"
    assert root.http.get("/staff").status_code == 200
    assert desk.rows(m.Staff, m.Staff.login == "eve") == []


def test_a_browser_that_says_nothing_of_its_origin_may(desk: Desk) -> None:
    """Old browsers send the origin or nothing; their own pages work."""
    desk.staff("anna")
    data = {"login": "anna", "password": PASSWORD}
    for headers in ({}, {"Origin": desk.url}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-origin"}):
        assert desk.client.post("/staff/login", data=data, headers=headers).status_code == 303
        desk.client.cookies.clear()


@pytest.mark.parametrize(
    ("wanted", "after"),
    [
        ("/staff/tickets/3", "/staff/tickets/3"),
        ("/staff", "/staff"),
        ("https://evil.example", "/staff"),
        ("//evil.example", "/staff"),
        ("/\\evil.example", "/staff"),
        ("/staff//evil.example", "/staff"),
        ("/staff\\@evil.example", "/staff"),
        ("javascript:alert(1)", "/staff"),
        ("", "/staff"),
    ],
)
def test_the_login_leads_into_the_console_only(desk: Desk, wanted: str, after: str) -> None:
    """A link to the login page cannot send anybody elsewhere."""
    form = desk.client.get("/staff/login", params={"next": wanted}).text
    hidden = re.search(r'name="next" value="([^"]*)"', form)
    assert hidden
    assert html.unescape(hidden[1]) == after


@pytest.mark.parametrize("wanted", ["https://evil.example", "//evil.example", "/staff/\r\nSet-Cookie: a=b"])
def test_neither_does_a_forged_form(desk: Desk, wanted: str) -> None:
    """Where the form says to go is looked at again."""
    desk.staff("anna")
    reply = desk.browser("anna").log_in(next=wanted)
    assert reply.headers["location"] in ("/staff", "/staff/%0D%0ASet-Cookie:%20a=b")
    assert "a=b" not in reply.headers["set-cookie"]


def test_roles(desk: Desk) -> None:
    """Administrators see and add people; agents and supervisors do not."""
    root = desk.staff("root", "administrator")
    for role in ("agent", "supervisor"):
        person = desk.staff(f"some-{role}", role)
        assert person.http.get("/staff/people").status_code == 403
        assert "/staff/people" not in person.queue()
        added = person.http.post("/staff/people", data={"login": "eve", "name": "Eve", "role": "administrator"})
        assert added.status_code == 403
    assert "/staff/people" in root.queue()
    page = root.http.get("/staff/people").text
    for login in ("root", "some-agent", "some-supervisor"):
        assert login in page
    assert desk.rows(m.Staff, m.Staff.login == "eve") == []


def test_adding_a_person(desk: Desk) -> None:
    """A link is shown once, by which they choose a password; a name can be given once."""
    root = desk.staff("root", "administrator")
    login = f"new-{desk.count(m.Staff)}"
    form = {"login": f" {login.upper()} ", "name": "Nadia <N>", "role": "agent"}
    page = html.unescape(root.http.post("/staff/people", data=form).text)
    link = re.search(rf"Give {login} this link.*>{desk.url}(/staff/welcome/[\w-]+)<", page)
    assert link, page
    assert link[1] not in root.http.get("/staff/people").text
    nadia = desk.browser(login)
    assert "Nadia <N>" in html.unescape(nadia.http.get(link[1]).text)
    assert nadia.http.post(link[1], data={"new": "short"}).status_code == 422
    assert nadia.http.post(link[1], data={"new": PASSWORD}).headers["location"] == "/staff/login"
    assert nadia.http.post(link[1], data={"new": "another password"}).json()["code"] == "link-void"
    assert nadia.log_in().headers["location"] == "/staff"
    assert root.http.post("/staff/people", data=form).status_code == 409
    for wrong in ({"role": "king"}, {"login": " "}, {"name": ""}):
        assert root.http.post("/staff/people", data={**form, "login": "other", **wrong}).status_code == 422
    (entry,) = desk.rows(m.AuditEntry, m.AuditEntry.subject == login, m.AuditEntry.action == "staff.added")
    assert (entry.actor, entry.after) == ("root", {"role": "agent"})


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_pages_in_six_languages(desk: Desk, assistant: Assistant, language: str) -> None:
    """Every page is there in the language that its reader chose, with its direction."""
    visitor, root = desk.visitor(), desk.staff("root", "administrator")
    case = visitor.ask_person()["queue"]["case"]
    assistant.down()
    desk.visitor().say("?")
    root.http.post("/staff/language", data={"language": language})
    direction = "rtl" if language == "ar" else "ltr"
    ticket = root.ticket(case)
    pages = [
        root.queue(),
        root.page(ticket),
        root.http.get("/staff/people").text,
        root.http.get("/staff/password").text,
    ]
    root.does(ticket, "claim")
    pages += [root.page(ticket), root.queue()]
    root.does(ticket, "close")
    pages += [root.page(ticket), root.queue()]
    root.http.post("/staff/language", data={"language": "en"})
    for page in pages:
        assert f'<html lang="{language}" dir="{direction}">' in page
        assert desk.context.texts(language, "console-log-out") in html.unescape(page)
    login = desk.client.get("/staff/login", headers={"Accept-Language": language}).text
    assert f'<html lang="{language}" dir="{direction}">' in login


def test_the_queue_page(desk: Desk) -> None:
    """Who waits, who is helped, who was helped, each in its place."""
    anna = desk.staff("anna")
    waiting, claimed, solved = (desk.visitor().ask_person()["queue"]["case"] for _ in range(3))
    for case in (claimed, solved):
        anna.does(anna.ticket(case), "claim")
    anna.does(anna.ticket(solved), "hand-back")
    page = anna.queue()
    places = [page.index(x) for x in ("h-waiting", waiting, "h-claimed", claimed, "h-solved", solved)]
    assert places == sorted(places)
    assert "Nobody is waiting." not in page
    assert anna.http.get("/staff/queue").text.count("<tr") == page.count("<tr")


def test_what_visitors_write_is_shown_as_text(desk: Desk) -> None:
    """Markup in a message, a page's address or a comment is no markup of the console."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    visitor, anna = desk.visitor(page=f"javascript:{evil}"), desk.staff("anna")
    visitor.answered(
        utterance(evil, sources=[{"title": evil}], understood={"article": evil, "query": {"x": evil}}), evil
    )
    visitor.request("POST", "/feedback", json={"message": 2, "helpful": False, "comment": evil})
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    for page in (anna.http.get(f"/staff/tickets/{ticket}").text, anna.queue()):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert evil in anna.page(ticket)


def test_an_open_console_hears_of_changes(desk: Desk) -> None:
    """Pages refresh when a request comes in, without being reloaded."""
    anna = desk.staff("anna")
    with anna.http.stream("GET", "/staff/events") as reply:
        stream = events(reply)
        first = next(stream)
        assert (first.name, first.data) == ("queue", {"online": 1})
        desk.visitor().ask_person()
        assert next(stream).name == "queue"


def test_looking_at_a_ticket_is_written_down(desk: Desk) -> None:
    """Who looked at whose request."""
    anna = desk.staff("anna")
    case = desk.visitor().ask_person()["queue"]["case"]
    anna.page(anna.ticket(case))
    views = desk.rows(m.AuditEntry, m.AuditEntry.action == "ticket.viewed")
    assert [(view.actor, view.subject) for view in views] == [("anna", case)]


def test_looking_at_a_part_of_a_ticket_is_written_down(any_desk: Desk) -> None:
    """What the page fetches by itself shows as much: once while it is open, again after an hour, for each person."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    case = any_desk.visitor().ask_person()["queue"]["case"]
    ticket = anna.ticket(case)

    def views() -> list[str]:
        return [view.actor for view in any_desk.rows(m.AuditEntry, m.AuditEntry.action == "ticket.viewed")]

    for _ in range(3):
        assert case in anna.http.get(f"/staff/tickets/{ticket}/conversation").text
    assert views() == ["anna"]
    anna.page(ticket)
    assert views() == ["anna", "anna"], "opening the page is a look of its own"
    anna.http.get(f"/staff/tickets/{ticket}/conversation")
    assert views() == ["anna", "anna"]
    boris.http.post(f"/staff/tickets/{ticket}/reply", data={"text": "x", "epoch": "0"}, headers={"HX-Request": "true"})
    assert views() == ["anna", "anna", "boris"], "a refusal shows the conversation too"
    with any_desk.context.database.write() as session:
        session.execute(update(m.AuditEntry).values(at=m.now() - dt.timedelta(minutes=61)))
    anna.http.get(f"/staff/tickets/{ticket}/conversation")
    assert views() == ["anna", "anna", "boris", "anna"]


@pytest.mark.parametrize("number", [10**30, 2**63, 2**31, 0, -1])
def test_a_number_that_no_ticket_can_have_is_not_found(any_desk: Desk, number: int) -> None:
    """However large: nowhere an error of the store."""
    anna = any_desk.staff("anna")
    assert anna.http.get(f"/staff/tickets/{number}").status_code == 404
    assert anna.http.post(f"/staff/tickets/{number}/claim").status_code == 404
    many = anna.http.post("/staff/tickets/bulk", data={"deed": "claim", "pick": str(number)})
    assert many.status_code == 200


def test_pages_are_not_kept_by_browsers(desk: Desk) -> None:
    """A page with personal data is not in a shared computer's cache."""
    anna = desk.staff("anna")
    ticket = anna.ticket(desk.visitor().ask_person()["queue"]["case"])
    for path in ("/staff", f"/staff/tickets/{ticket}", "/staff/queue"):
        assert "no-store" in anna.http.get(path).headers["cache-control"]


def test_accounts_from_the_command_line(desk: Desk) -> None:
    """``desk staff add`` and ``desk staff password`` print a password that works and has to be changed."""
    environment = {"DATABASE_URL": desk.settings.database_url, "VAR": str(desk.settings.var)}
    login = f"cli-{desk.count(m.Staff)}"
    run = CliRunner().invoke(app, ["staff", "add", login, "Clio", "--role", "supervisor"], env=environment)
    assert run.exit_code == 0, run.output
    first = re.search(rf"{login} / (\S+) ", run.output)
    assert first
    assert desk.browser(login).log_in(first[1]).headers["location"] == "/staff"
    run = CliRunner().invoke(app, ["staff", "password", login], env=environment)
    second = re.search(rf"{login} / (\S+) ", run.output)
    assert second
    assert desk.browser(login).log_in(first[1]).status_code == 401
    assert desk.browser(login).log_in(second[1]).status_code == 303
    wrong = {
        login: ["add", login, "Clio"],
        "king": ["add", "x", "X", "--role", "king"],
        "nobody": ["password", "nobody"],
    }
    for named, arguments in wrong.items():
        run = CliRunner().invoke(app, ["staff", *arguments], env=environment)
        assert run.exit_code == 2
        assert named in run.output

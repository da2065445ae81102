"""Accounts of staff over HTTP: second factor, recovery codes, logins and their ends, people, permissions."""

from __future__ import annotations

import datetime as dt
import html
import re
import time
from collections.abc import Callable
from typing import Any

import pyotp
import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from sqlalchemy import update
from support import PASSWORD, Desk, Staff, at_once
from typer.testing import CliRunner

from desk import permissions
from desk.access import Requires
from desk.commands import app
from desk.console import signed_in
from store import models as m
from texts.language import SUPPORTED

# Anybody may ask for these: they are before the login, or end it.
OPEN = {
    ("GET", "/staff/login"), ("POST", "/staff/login"), ("POST", "/staff/logout"), ("GET", "/staff/code"),
    ("POST", "/staff/code"), ("GET", "/staff/welcome/{link}"), ("POST", "/staff/welcome/{link}"),
    ("GET", "/staff/oidc"), ("GET", "/staff/oidc/callback"),
}  # fmt: skip
# Whoever is logged in may ask for these: the work on requests that one may see, articles, one's own account.
EVERYBODYS = {
    ("GET", "/staff"), ("GET", "/staff/account"), ("POST", "/staff/account/email"),
    ("POST", "/staff/account/logins"), ("GET", "/staff/account/second-factor"),
    ("POST", "/staff/account/second-factor"), ("POST", "/staff/account/second-factor/remove"),
    ("GET", "/staff/articles"),
    ("GET", "/staff/articles/new"), ("POST", "/staff/articles/new"), ("GET", "/staff/articles/{article_id}/{code}"),
    ("GET", "/staff/articles/{article_id}/{code}/edit"), ("POST", "/staff/articles/{article_id}/{code}/edit"),
    ("GET", "/staff/articles/{article_id}/{code}/preview"), ("GET", "/staff/articles/{article_id}/{code}/try"),
    ("POST", "/staff/articles/{article_id}/{code}/{deed}"), ("POST", "/staff/chime"), ("GET", "/staff/events"),
    ("GET", "/staff/here"), ("POST", "/staff/language"), ("GET", "/staff/password"), ("POST", "/staff/password"),
    ("GET", "/staff/queue"), ("POST", "/staff/reads"), ("POST", "/staff/tickets/bulk"),
    ("GET", "/staff/tickets/{ticket_id}"), ("POST", "/staff/tickets/{ticket_id}/assign"),
    ("POST", "/staff/tickets/{ticket_id}/claim"), ("GET", "/staff/tickets/{ticket_id}/conversation"),
    ("POST", "/staff/tickets/{ticket_id}/erase"), ("POST", "/staff/tickets/{ticket_id}/link"),
    ("POST", "/staff/tickets/{ticket_id}/merge"), ("POST", "/staff/tickets/{ticket_id}/note"),
    ("POST", "/staff/tickets/{ticket_id}/reply"), ("POST", "/staff/tickets/{ticket_id}/snooze"),
    ("GET", "/staff/tickets/{ticket_id}/suggestions"), ("POST", "/staff/tickets/{ticket_id}/transfer"),
    ("POST", "/staff/tickets/{ticket_id}/typing"), ("POST", "/staff/tickets/{ticket_id}/wake"),
    ("POST", "/staff/tickets/{ticket_id}/{deed}"), ("POST", "/staff/views"),
    ("POST", "/staff/views/{view_id}/forget"), ("GET", "/staff/waiting"),
}  # fmt: skip
numbers = iter(range(1000))


def hired(desk: Desk, role: str = "agent") -> Staff:
    """Somebody new, logged in."""
    return desk.staff(f"person-{desk.count(m.Staff)}-{next(numbers)}", role)


def enrolled(person: Staff) -> tuple[str, list[str]]:
    """Set a second factor up with the code of a step ago; the secret and the recovery codes."""
    page = person.http.get("/staff/account/second-factor").text
    secret = re.search(r'name="secret" value="(\w+)"', page)
    assert secret
    assert "<svg" in page
    code = pyotp.TOTP(secret[1]).at(int(time.time()) - 30)
    reply = person.http.post("/staff/account/second-factor", data={"secret": secret[1], "code": code})
    assert reply.status_code == 200, reply.text
    return secret[1], re.findall(r"<code>([\w-]+)</code>", reply.text)


def code_of(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(int(time.time()) + 30 * steps)


def audited(desk: Desk, person: Staff) -> list[str]:
    return [entry.action for entry in desk.rows(m.AuditEntry, m.AuditEntry.subject == person.login)]


def test_the_second_factor_is_asked_for(any_desk: Desk) -> None:
    """The password alone opens nothing; with a code the console opens where one wanted to go."""
    person = hired(any_desk)
    secret, codes = enrolled(person)
    assert len(codes) == 10
    browser = any_desk.browser(person.login)
    assert browser.log_in(next="/staff/articles").headers["location"] == "/staff/code?next=/staff/articles"
    for path in ("/staff", "/staff/account", "/staff/articles", "/staff/events"):
        assert browser.http.get(path).status_code in (303, 401)
    assert browser.http.post("/staff/code", data={"code": "000000"}).status_code == 401
    assert browser.http.get("/staff").status_code == 303
    reply = browser.http.post("/staff/code", data={"code": code_of(secret), "next": "/staff/articles"})
    assert reply.headers["location"] == "/staff/articles"
    assert browser.http.get("/staff").status_code == 200
    (row,) = any_desk.rows(m.Staff, m.Staff.login == person.login)
    assert secret not in str(row.totp)


def test_a_code_is_accepted_once(any_desk: Desk) -> None:
    """Also by two who come at the same moment; an older code is not accepted after it."""
    person = hired(any_desk)
    secret, _ = enrolled(person)
    first, second = any_desk.browser(person.login), any_desk.browser(person.login)
    for browser in (first, second):
        browser.log_in()
    code = {"code": code_of(secret)}
    replies = at_once(*(lambda b=b: b.http.post("/staff/code", data=code) for b in (first, second)))
    assert sorted(reply.status_code for reply in replies) == [303, 401]
    third = any_desk.browser(person.login)
    third.log_in()
    assert third.http.post("/staff/code", data={"code": code_of(secret, -1)}).status_code == 401


def test_recovery_codes_open_once(any_desk: Desk) -> None:
    """Each replaces a code; they are kept as digests."""
    person = hired(any_desk)
    _, codes = enrolled(person)
    for code, status in ((codes[0].upper(), 303), (codes[0], 401), (codes[1], 303)):
        browser = any_desk.browser(person.login)
        browser.log_in()
        assert browser.http.post("/staff/code", data={"code": code}).status_code == status
    assert "8 recovery codes are left" in browser.http.get("/staff/account").text
    assert not {row.digest for row in any_desk.rows(m.RecoveryCode)} & set(codes)
    assert audited(any_desk, person).count("staff.recovery_code_used") == 2


def test_codes_cannot_be_guessed(make_desk: Callable[..., Desk]) -> None:
    """The limit is the account's: other addresses and other logins do not help."""
    desk = make_desk(login_rate="7/hour")
    person = hired(desk)
    secret, _ = enrolled(person)
    browser = desk.browser(person.login)
    browser.log_in()
    replies = [browser.http.post("/staff/code", data={"code": f"00000{n}"}).status_code for n in range(7)]
    assert replies == [401] * 6 + [429]
    assert browser.http.post("/staff/code", data={"code": code_of(secret)}).status_code == 429


def test_setting_it_up_needs_a_right_code(desk: Desk) -> None:
    """Nobody locks themselves out by a picture they did not scan; setting it up ends other logins."""
    person = hired(desk)
    other = desk.browser(person.login)
    other.log_in()
    wrong = person.http.post("/staff/account/second-factor", data={"secret": pyotp.random_base32(), "code": "123"})
    assert wrong.status_code == 422
    assert other.http.get("/staff").status_code == 200
    secret, _ = enrolled(person)
    assert other.http.get("/staff").status_code == 303
    again = person.http.post("/staff/account/second-factor", data={"secret": secret, "code": code_of(secret)})
    assert again.json()["code"] == "second-factor-there"


def test_removing_the_second_factor(any_desk: Desk) -> None:
    """By oneself with a code, by an administrator, on the command line; every login ends."""
    root, person = any_desk.staff("root", "administrator"), hired(any_desk)
    secret, _ = enrolled(person)
    remove = "/staff/account/second-factor/remove"
    assert person.http.post(remove, data={"code": "1"}).status_code == 401
    assert person.http.post(remove, data={"code": code_of(secret)}).headers["location"] == "/staff/login"
    assert person.http.get("/staff").status_code == 303
    assert person.log_in().headers["location"] == "/staff"
    enrolled(person)
    assert root.http.post(f"/staff/people/{person.login}/second-factor").status_code == 303
    assert person.http.get("/staff").status_code == 303
    assert person.log_in().headers["location"] == "/staff"
    assert root.http.post(f"/staff/people/{person.login}/second-factor").status_code == 409
    enrolled(person)
    settings = any_desk.settings
    environment = {"DATABASE_URL": settings.database_url, "VAR": str(settings.var)}
    run = CliRunner().invoke(app, ["staff", "second-factor", person.login], env=environment)
    assert run.exit_code == 0, run.output
    assert person.log_in().headers["location"] == "/staff"
    assert CliRunner().invoke(app, ["staff", "second-factor", person.login], env=environment).exit_code == 2
    assert audited(any_desk, person).count("staff.second_factor_removed") == 3


def set_login(desk: Desk, person: Staff, **values: Any) -> None:
    (row,) = desk.rows(m.Staff, m.Staff.login == person.login)
    with desk.context.database.write() as session:
        session.execute(update(m.StaffSession).where(m.StaffSession.staff_id == row.id).values(**values))


def test_a_login_ends_without_use(any_desk: Desk) -> None:
    """After the idle time; what a page fetches by itself is no use, opening a page is."""
    person = hired(any_desk)
    idle = dt.timedelta(minutes=any_desk.settings.session_idle_minutes)
    nearly = m.now() - idle + dt.timedelta(minutes=1)
    set_login(any_desk, person, seen_at=nearly)
    assert person.http.get("/staff/queue", headers={"HX-Request": "true"}).status_code == 200
    assert {row.seen_at for row in any_desk.rows(m.StaffSession)} & {nearly}
    assert person.http.get("/staff").status_code == 200
    assert not {row.seen_at for row in any_desk.rows(m.StaffSession)} & {nearly}
    set_login(any_desk, person, seen_at=m.now() - idle - dt.timedelta(seconds=1))
    assert person.http.get("/staff").status_code == 303


def test_what_is_done_on_a_page_is_use_and_its_stream_is_none(desk: Desk) -> None:
    """Who answers in one request for hours is not logged out; a window that is only open is."""
    person = hired(desk)
    before = m.now() - dt.timedelta(minutes=30)
    set_login(desk, person, seen_at=before)
    seen = lambda: {row.seen_at for row in desk.rows(m.StaffSession)} & {before}  # noqa: E731
    with person.http.stream("GET", "/staff/events") as stream:
        next(stream.iter_lines())
    assert seen()
    ticket = person.ticket(desk.visitor().ask_person()["queue"]["case"])
    set_login(desk, person, seen_at=before)
    reply = person.http.post(f"/staff/tickets/{ticket}/claim", headers={"HX-Request": "true"})
    assert reply.status_code == 200
    assert not seen()


def test_ones_own_logins(any_desk: Desk) -> None:
    """They are listed with their browsers, and can be ended one by one or all at once; not those of others."""
    person, other = hired(any_desk), hired(any_desk)
    browsers = [any_desk.browser(person.login) for _ in range(3)]
    for number, browser in enumerate(browsers):
        browser.http.headers["User-Agent"] = f"Browser <{number}>"
        browser.log_in()
    page = html.unescape(person.http.get("/staff/account").text)
    assert all(f"Browser <{number}>" in page for number in range(3))
    ends = dict(zip(("2", "1", "0"), re.findall(r'name="login" value="(\w{64})"', page), strict=True))
    assert other.http.post("/staff/account/logins", data={"login": ends["0"]}).status_code == 404
    assert browsers[0].http.get("/staff").status_code == 200
    assert person.http.post("/staff/account/logins", data={"login": ends["0"]}).status_code == 303
    assert [browser.http.get("/staff").status_code for browser in browsers] == [303, 200, 200]
    person.http.post("/staff/account/logins", data={"login": "others"})
    assert [browser.http.get("/staff").status_code for browser in browsers] == [303, 303, 303]
    assert person.http.get("/staff").status_code == 200


def test_shutting_somebody_out(any_desk: Desk) -> None:
    """Ends their logins and links at once; letting them in again needs a new login."""
    root, person = any_desk.staff("root", "administrator"), hired(any_desk)
    made = root.http.post(f"/staff/people/{person.login}/link").text
    link = re.search(r"(/staff/welcome/[\w-]+)", made)
    assert link
    assert root.http.post(f"/staff/people/{person.login}/deactivate").status_code == 303
    assert person.http.get("/staff").status_code == 303
    assert person.log_in().status_code == 401
    assert person.http.get(link[1]).status_code == 404
    root.http.post(f"/staff/people/{person.login}/activate")
    assert person.http.get("/staff").status_code == 303
    assert person.log_in().status_code == 303
    assert audited(any_desk, person)[-3:] == ["staff.deactivated", "staff.activated", "staff.logged_in"]


def test_a_new_link_takes_the_place_of_the_old(desk: Desk) -> None:
    """And ends the logins once it is used: somebody may know the old password."""
    root, person = desk.staff("root", "administrator"), hired(desk)
    links = []
    for _ in range(2):
        found = re.search(r"(/staff/welcome/[\w-]+)", root.http.post(f"/staff/people/{person.login}/link").text)
        assert found
        links.append(found[1])
    assert person.http.get(links[0]).status_code == 404
    assert person.http.get("/staff").status_code == 200
    assert desk.browser(person.login).http.post(links[1], data={"new": "a password of mine"}).status_code == 303
    assert person.http.get("/staff").status_code == 303
    assert person.log_in(PASSWORD).status_code == 401
    with desk.context.database.write() as session:
        session.execute(update(m.StaffLink).values(expires_at=m.now()))


def test_roles_change(any_desk: Desk) -> None:
    root, person = any_desk.staff("root", "administrator"), hired(any_desk)
    assert person.http.get("/staff/figures").status_code == 403
    assert root.http.post(f"/staff/people/{person.login}/role", data={"role": "supervisor"}).status_code == 303
    assert person.http.get("/staff/figures").status_code == 200
    assert root.http.post(f"/staff/people/{person.login}/role", data={"role": "king"}).status_code == 422
    assert root.http.post("/staff/people/nobody/role", data={"role": "agent"}).status_code == 404
    (entry,) = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "staff.role_changed")
    assert (entry.actor, entry.before, entry.after) == ("root", {"role": "agent"}, {"role": "supervisor"})


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_the_last_administrator_stays(make_desk: Callable[..., Desk], backend: str) -> None:
    """Neither shut out nor made anything else; not even when two shut each other out at once."""
    desk = make_desk(backend=backend)
    ada, ben = desk.staff("ada", "administrator"), desk.staff("ben", "administrator")
    for deed, form in (("deactivate", {}), ("role", {"role": "agent"})):
        replies = at_once(
            lambda d=deed, f=form: ada.http.post(f"/staff/people/ben/{d}", data=f),
            lambda d=deed, f=form: ben.http.post(f"/staff/people/ada/{d}", data=f),
        )
        assert 303 in [reply.status_code for reply in replies]
        left = desk.rows(m.Staff, m.Staff.role == "administrator", m.Staff.active)
        assert len(left) == 1
        last = desk.staff(left[0].login)
        assert last.http.post(f"/staff/people/{last.login}/{deed}", data=form).status_code == 409
        with desk.context.database.write() as session:
            session.execute(update(m.Staff).values(active=True, role="administrator"))
        for person in (ada, ben):
            person.log_in()


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_pages_in_six_languages(desk: Desk, language: str) -> None:
    root = desk.staff("root", "administrator")
    root.http.post("/staff/language", data={"language": language})
    for path, key in (
        ("/staff/account", "account-logins"), ("/staff/account/second-factor", "account-scan"),
        ("/staff/people", "people-state"),
    ):  # fmt: skip
        assert desk.context.texts(language, key) in html.unescape(root.http.get(path).text)
    root.http.post("/staff/language", data={"language": "en"})


def _asks(dependant: Dependant, who: Callable[[Any], bool]) -> bool:
    """Whether a route has a dependency of which ``who`` is true."""
    return who(dependant.call) or any(_asks(each, who) for each in dependant.dependencies)


def _routes(desk: Desk) -> list[APIRoute]:
    from desk.app import create_app

    def below(routes: Any) -> list[APIRoute]:
        found = []
        for route in routes:
            if isinstance(route, APIRoute):
                found.append(route)
            elif hasattr(route, "original_router"):
                found += below(route.original_router.routes)
        return found

    return [r for r in below(create_app(desk.settings).routes) if r.path.startswith("/staff")]


def test_every_view_of_the_console_declares_who_may_see_it(desk: Desk) -> None:
    """A new route without a right fails here, unless it is written down for whom it is."""
    routes = _routes(desk)
    assert len(routes) > 20

    def without(who: Callable[[Any], bool]) -> set[tuple[str, str]]:
        return {(method, route.path) for route in routes for method in route.methods if not _asks(route.dependant, who)}

    of_nobody = without(lambda call: call is signed_in)
    assert of_nobody == OPEN
    assert without(lambda call: isinstance(call, Requires)) - of_nobody == EVERYBODYS


def test_pages_of_other_roles_are_refused(desk: Desk) -> None:
    """And not linked."""
    anna, sven = desk.staff("anna"), desk.staff("sven", "supervisor")
    for path in ("/staff/queues", "/staff/figures", "/staff/review", "/staff/notices", "/staff/corrections"):
        assert (anna.http.get(path).status_code, sven.http.get(path).status_code) == (403, 200)
        assert (f'href="{path}"' in anna.queue(), f'href="{path}"' in sven.queue()) == (False, True)


def test_every_right_is_held_by_administrators() -> None:
    assert all("administrator" in roles for roles in permissions.RIGHTS.values())
    with pytest.raises(ValueError, match="no right 'nothing'"):
        Requires("nothing")

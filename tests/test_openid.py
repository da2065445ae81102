"""Logging in at an OpenID provider: a real one on a real port, and what must not open the console."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from openid_provider import CLIENT, SECRET, Provider
from support import Desk, Staff

from store import models as m

ROLES = {"agents": "agent", "leads": "supervisor", "admins": "administrator"}


@pytest.fixture(scope="module")
def _provider() -> Iterator[Provider]:
    found = Provider()
    yield found
    found.stop()


@pytest.fixture
def provider(_provider: Provider) -> Provider:
    _provider.reset()
    return _provider


@pytest.fixture
def open_desk(make_desk: Callable[..., Desk], provider: Provider) -> Callable[..., Desk]:
    """A desk that trusts the provider."""

    def make(**values: Any) -> Desk:
        ours = {"oidc_issuer": provider.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
        return make_desk(**{**ours, "oidc_roles": ROLES, **values})

    return make


def arrive(browser: Staff, wanted: str = "/staff") -> httpx.Response:
    """Go to the provider and come back; what the desk then says."""
    begun = browser.http.get("/staff/oidc", params={"next": wanted})
    assert begun.status_code == 303, begun.text
    at_provider = httpx.get(begun.headers["location"], trust_env=False)
    return browser.http.get(at_provider.headers["location"])


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_logging_in(open_desk: Callable[..., Desk], provider: Provider, backend: str) -> None:
    """The first login makes an account with the role of the claim; later ones find it by issuer and subject."""
    desk = open_desk(backend=backend)
    assert "/staff/oidc" in desk.client.get("/staff/login").text
    provider.person |= {"groups": ["agents", "leads", "others"]}
    browser = desk.browser("olga")
    reply = arrive(browser, "/staff/figures")
    assert reply.status_code == 200
    assert 'content="0; url=/staff/figures"' in reply.text
    assert "samesite=strict" in reply.headers["set-cookie"].lower()
    assert browser.http.get("/staff/figures").status_code == 200
    provider.person |= {"preferred_username": "olga.new", "groups": "agents"}
    assert arrive(desk.browser("olga again")).status_code == 200
    (row,) = desk.rows(m.Staff, m.Staff.login.like("olga%"))
    assert (row.login, row.name, row.role, row.must_change_password) == ("olga", "Olga O.", "agent", False)
    assert browser.http.get("/staff/figures").status_code == 403, "the role follows the claim"
    ways = [e.after for e in desk.rows(m.AuditEntry, m.AuditEntry.action == "staff.logged_in")]
    assert ways == [{"way": "OpenID Connect"}] * 2


def test_it_is_never_joined_to_an_account_of_the_same_name(open_desk: Callable[..., Desk], provider: Provider) -> None:
    """Whoever calls themselves 'root' at the provider is not our root."""
    desk = open_desk()
    desk.staff("root", "administrator")
    provider.person |= {"preferred_username": "root", "groups": ["agents"]}
    browser = desk.browser("impostor")
    assert arrive(browser).status_code == 200
    assert browser.http.get("/staff/people").status_code == 403
    assert {row.login: row.role for row in desk.rows(m.Staff)} == {"root": "administrator", "root-2": "agent"}
    other = desk.browser("another")
    provider.person |= {"sub": "2"}
    arrive(other)
    assert desk.count(m.Staff) == 3


def test_who_has_no_role_gets_no_access(open_desk: Callable[..., Desk], provider: Provider) -> None:
    """Nor does somebody who was shut out here."""
    desk = open_desk()
    browser = desk.browser("olga")
    assert arrive(browser).status_code == 403
    assert desk.count(m.Staff) == 0
    provider.person |= {"groups": ["agents"]}
    assert arrive(browser).status_code == 200
    root = desk.staff("root", "administrator")
    root.http.post("/staff/people/olga/deactivate")
    reply = arrive(browser)
    assert reply.status_code == 403
    assert "gives no access" in reply.text
    assert browser.http.get("/staff").status_code == 303


@pytest.mark.parametrize(
    "spoil",
    [
        {"aud": "another"}, {"iss": "https://evil.example"}, {"nonce": "another"}, {"exp": int(time.time()) - 3600},
        {"sub": None},
    ],
    ids=lambda spoil: next(iter(spoil)),
)  # fmt: skip
def test_a_token_for_somebody_else_opens_nothing(
    open_desk: Callable[..., Desk], provider: Provider, spoil: dict[str, Any]
) -> None:
    desk = open_desk()
    provider.person |= {"groups": ["admins"]}
    provider.spoil = spoil
    browser = desk.browser("olga")
    assert arrive(browser).status_code == 502
    assert browser.http.get("/staff").status_code == 303
    assert desk.count(m.Staff) == 0


def test_a_token_of_another_key_opens_nothing(open_desk: Callable[..., Desk], provider: Provider) -> None:
    desk = open_desk()
    provider.person |= {"groups": ["admins"]}
    provider.key = RSAKey.generate_key(2048, {"kid": "one"})
    assert arrive(desk.browser("olga")).status_code == 502


def test_another_provider_than_was_set(open_desk: Callable[..., Desk], provider: Provider) -> None:
    desk = open_desk()
    provider.named = "https://evil.example"
    assert desk.client.get("/staff/oidc").json()["code"] == "provider"
    down = open_desk(oidc_issuer="http://127.0.0.1:9")
    assert down.client.get("/staff/oidc").status_code == 502


def test_an_answer_that_was_not_asked_for(open_desk: Callable[..., Desk], provider: Provider) -> None:
    """Somebody else's link back, a second use of one's own, a changed state, a refusal."""
    desk = open_desk()
    provider.person |= {"groups": ["agents"]}
    mine, other = desk.browser("mine"), desk.browser("other")
    begun = mine.http.get("/staff/oidc")
    back = httpx.get(begun.headers["location"], trust_env=False).headers["location"]
    assert other.http.get(back).status_code == 400
    other.http.get("/staff/oidc")
    assert other.http.get(back).status_code == 400, "with an attempt of one's own neither"
    assert mine.http.get(back + "x").status_code == 400
    begun = mine.http.get("/staff/oidc")
    back = httpx.get(begun.headers["location"], trust_env=False).headers["location"]
    kept = mine.http.cookies.get("desk_oidc")
    assert mine.http.get(back).status_code == 200
    again = httpx.get(back, cookies={"desk_oidc": str(kept)}, trust_env=False)
    assert again.status_code == 502, "a code is good once"
    begun = mine.http.get("/staff/oidc")
    state = re.search(r"state=([\w-]+)", begun.headers["location"])
    assert state
    assert mine.http.get(f"/staff/oidc/callback?error=access_denied&state={state[1]}").status_code == 502


@pytest.mark.parametrize("wanted", ["https://evil.example", "//evil.example"])
def test_it_leads_into_the_console_only(open_desk: Callable[..., Desk], provider: Provider, wanted: str) -> None:
    desk = open_desk()
    provider.person |= {"groups": ["agents"]}
    assert 'content="0; url=/staff"' in arrive(desk.browser("olga"), wanted).text


def test_without_a_provider_there_is_no_such_page(desk: Desk) -> None:
    assert "/staff/oidc" not in desk.client.get("/staff/login").text
    for path in ("/staff/oidc", "/staff/oidc/callback"):
        assert desk.client.get(path).status_code == 404


def test_a_role_that_does_not_exist_is_named_at_start(open_desk: Callable[..., Desk]) -> None:
    with pytest.raises(ValueError, match="not a role: king; roles are agent"):
        open_desk(oidc_roles={"kings": "king"})

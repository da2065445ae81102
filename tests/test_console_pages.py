"""Pages of the console and of a case in a browser: with axe, narrow and wide, dark and light; paging by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from support import Desk, Staff, utterance
from test_accounts import enrolled

from desk import answers, cases, counting, finding
from store import models as m

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or playwright.chromium.executable_path
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


def _enter(page: Page, person: Staff) -> None:
    """The browser has the login of ``person``."""
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": name, "value": value, "url": person.desk.url} for name, value in person.http.cookies.items()]
    )


def _faults(page: Page, width: int) -> list[str]:
    """What axe minds, and whether something sticks out."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth") > width
    where = page.url.partition("/")[2]
    return [f"{where} is too wide"] * wide + [
        f"{where} {each['id']}: {node['target']} {node['html'][:200]}" for each in found for node in each["nodes"]
    ]


def _requests(desk: Desk, person: Staff) -> tuple[m.Ticket, m.Ticket]:
    """One that is solved, with everything that may have happened, and one in which harm was reported."""
    visitor, other = desk.visitor("en"), desk.visitor("ar")
    sources = [{"title": "Annual report", "as_of": "2026"}]
    visitor.answered(
        utterance("**8,282**", sources=sources, understood={"query": {"metric": "volunteers"}}), "how many?"
    )
    ticket = person.ticket(visitor.ask_person()["queue"]["case"])
    person.does(ticket, "claim")
    for deed, text in (("reply", "Hello!"), ("note", "Called back"), ("close", "")):
        person.does(ticket, deed, **({"text": text} if text else {}))
    other.answered(utterance("I am sorry.", do=[SENSITIVE]), "I was attacked")
    solved, report = desk.rows(m.Ticket)
    return solved, report


@pytest.mark.parametrize(("language", "width", "scheme"), [("en", 1280, "light"), ("ar", 320, "dark")])
def test_axe_minds_nothing(desk: Desk, browser: Browser, language: str, width: int, scheme: str) -> None:
    """Figures, audit, account, second factor, code, a solved request, a report, the list; a visitor's pages."""
    chief = desk.staff(f"chief-{language}", "administrator")
    chief.joins("sensitive")
    chief.http.post("/staff/language", data={"language": language})
    solved, report = _requests(desk, chief)
    counting.count(desk.context)
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=language)  # type: ignore[arg-type]
    _enter(page, chief)
    faults: list[str] = []

    def look(path: str) -> None:
        reply = page.goto(f"{desk.url}{path}")
        assert reply is not None
        assert (reply.status, page.locator("html").get_attribute("lang")) == (200, language)
        faults.extend(_faults(page, width))

    for path in ("figures", "audit", "account", "account/second-factor"):
        look(f"/staff/{path}")
    for ticket in (solved, report):
        look(f"/staff/tickets/{ticket.id}")
    look(f"/staff?state=solved&words={solved.case}")
    enrolled(chief)
    chief.log_in()
    _enter(page, chief)
    look("/staff/code")
    look(f"/answers/{answers.link(desk.context, solved.case, language).partition('/answers/')[2]}")
    look(f"/case?lang={language}")
    page.locator("[name=case]").fill(report.case)
    page.locator("[name=code]").fill(cases.code_of(desk.context, report.case))
    page.keyboard.press("Enter")
    page.locator("textarea").wait_for()
    faults += _faults(page, width)
    page.context.close()
    assert faults == []


def test_pages_of_a_list_by_keyboard(desk: Desk, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The focus stays at the way on; a change elsewhere refreshes the page that is shown; 'back' goes back."""
    monkeypatch.setitem(finding.SHOWN, "open", 2)
    anna = desk.staff("anna")
    made = [desk.visitor().ask_person()["queue"]["case"] for _ in range(5)]
    page = browser.new_page()
    _enter(page, anna)
    page.goto(f"{desk.url}/staff")
    row = lambda case: page.locator("#queue").get_by_role("link", name=case)  # noqa: E731
    for shown in (made[2:4], made[4:]):
        page.locator("#next-open").focus()
        page.keyboard.press("Enter")
        expect(row(shown[0])).to_be_visible()
        assert row(made[0]).count() == 0
    expect(page.locator("#queue")).to_be_focused()
    assert page.url.endswith("/staff?open_page=3")
    new = desk.visitor().ask_person()["queue"]["case"]
    expect(row(new)).to_be_visible()
    expect(row(made[4])).to_be_visible()
    page.go_back()
    expect(row(made[3])).to_be_visible()
    assert row(new).count() == 0
    page.context.close()


def test_a_page_that_is_seen_says_so_and_a_forgotten_one_does_not(desk: Desk, browser: Browser) -> None:
    """Every minute, for half an hour after the last key; a key says it at once."""
    page = browser.new_page()
    _enter(page, desk.staff("anna"))
    told: list[str] = []
    page.on("request", lambda request: told.append(request.url) if request.url.endswith("/staff/here") else None)
    page.clock.install()
    page.goto(f"{desk.url}/staff")
    page.clock.run_for(10 * 60_000)
    assert 8 <= len(told) <= 10
    page.clock.run_for(25 * 60_000)
    before = len(told)
    page.clock.run_for(10 * 60_000)
    assert len(told) == before <= 31
    page.keyboard.press("Tab")
    page.wait_for_timeout(100)
    assert len(told) == before + 1
    page.context.close()

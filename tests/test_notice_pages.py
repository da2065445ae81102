"""The pages of notices and corrections in a browser: with the keyboard alone, from right to left, and with axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright
from support import Desk, Staff, utterance

from store import models as m

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A narrow page of a browser."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 640, "height": 800})
        browser.close()


def _enter(page: Page, desk: Desk, login: str, language: str) -> Staff:
    """A supervisor, logged in in the browser too."""
    sue = desk.staff(login, "supervisor")
    sue.http.post("/staff/language", data={"language": language})
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": name, "value": value, "url": desk.url} for name, value in sue.http.cookies.items()]
    )
    return sue


def _accessible(page: Page) -> None:
    """Axe minds nothing, and nothing sticks out."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    report = [f"{each['id']}: {node['target']} {node['html'][:160]}" for each in found for node in each["nodes"]]
    assert report == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 640, page.url


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached with Tab on {page.url}")


def _type(page: Page, selector: str, text: str) -> None:
    _tab_to(page, selector)
    page.keyboard.type(text)


def test_a_notice_from_the_first_word_to_the_reply(desk: Desk, page: Page) -> None:
    """Written, published and answered without a mouse; every page on the way is accessible."""
    _enter(page, desk, "sue", "en")
    page.goto(f"{desk.url}/staff/notices")
    _accessible(page)
    _tab_to(page, "a[href='/staff/notices/new']")
    page.keyboard.press("Enter")
    page.locator("#title-en").wait_for()
    _accessible(page)
    _type(page, "#title-en", "No signing in")
    _type(page, "#body-en", "We work on it.")
    _type(page, "#keywords-en", "error 502")
    _tab_to(page, "main form button.primary")
    page.keyboard.press("Enter")
    page.locator("form[action$='/publish']").wait_for()
    _tab_to(page, "form[action$='/publish'] button")
    page.keyboard.press("Enter")
    page.locator("form[action$='/end']").wait_for()
    (notice,) = desk.rows(m.Notice)
    assert notice.state == "published"
    visitor, held = desk.visitor(), desk.visitor("ar")
    for who in (visitor, held):
        who.answered(utterance("x", understood={"notice": notice.id}, do=[{"kind": "hand_over"}]), "error 502")
    boris = desk.staff("boris")
    boris.does(desk.rows(m.Ticket, m.Ticket.conversation_id == held.id)[0].id, "claim")
    page.reload()
    _accessible(page)
    _type(page, "#text-en", "It works again.")
    _tab_to(page, "input[name='ending']")
    page.keyboard.press("Space")
    _tab_to(page, "form[action$='/reply'] button.primary")
    page.keyboard.press("Enter")
    status = page.locator("[role='status']")
    status.wait_for()
    assert "1 visitor has been answered." in status.inner_text().replace("\u2068", "").replace("\u2069", "")
    assert "Boris" in status.inner_text()
    _accessible(page)
    assert [message["text"] for message in visitor.messages("staff")] == ["It works again."]
    assert held.messages("staff") == []


def test_from_right_to_left(desk: Desk, page: Page) -> None:
    """The same pages in Arabic, with a notice and with somebody to be told."""
    sue = _enter(page, desk, "salma", "ar")
    with desk.context.database.write() as session:
        text = m.NoticeText(
            language="en", title="No signing in", body="We work on it.", questions=["x"], keywords=["y"]
        )
        notice = m.Notice(state="draft", texts=[text])
        article = m.Article(
            id="bags", topic="t", audience=["all"], sources=[], as_of="2026", review="2030", confidence="high",
            status="withdrawn",
        )  # fmt: skip
        session.add_all([notice, article])
        session.flush()
        number = notice.id
    desk.visitor("ar").answered(utterance("20 kg", understood={"article": "bags", "version": 1}), "x")
    for path in ("notices", "notices/new", f"notices/{number}", "corrections", "corrections/bags"):
        page.goto(f"{desk.url}/staff/{path}")
        assert page.locator("html").get_attribute("dir") == "rtl"
        _accessible(page)
    _tab_to(page, "main form button.primary")
    page.keyboard.press("Enter")
    page.locator("[role='status']").wait_for()
    _accessible(page)
    assert sue.login == "salma"

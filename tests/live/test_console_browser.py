"""The staff console in a real browser: accessible, by keyboard, live, and safe for two at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from people import Colleague, Visitor
from playwright.sync_api import APIResponse, Page, Route, expect
from screens import (
    assert_accessible,
    assert_not_reloaded,
    case_in_queue,
    focused,
    log_in,
    mark,
    tab_to,
)
from service import Service

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]
Begin = Callable[[str], Visitor]


def queued(visitor: Begin, text: str) -> Visitor:
    """A visitor who said ``text`` and waits for a person."""
    person = visitor("en")
    person.say(text)
    assert person.say("I want to talk to a person")["state"] == "queued"
    return person


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("ar", "light", 1280), ("en", "dark", 360)]
)
def test_every_page_is_accessible(
    running: Service, window: Window, visitor: Begin, amina: Colleague, picture: Picture,
    language: str, scheme: str, width: int,
) -> None:  # fmt: skip
    """Axe finds nothing on any page, in either direction of writing, light and dark, wide and narrow."""
    name = f"Accessible {language} {scheme}"
    queued(visitor, f"{name}: does the insurance cover my family?")
    page = window(color_scheme=scheme, viewport={"width": width, "height": 800}, locale=language)
    page.goto(f"{running.url}/staff/login")
    assert_accessible(page, "login")
    picture(page, f"login-{language}-{scheme}")
    page.locator("input[name=login]").fill("nobody")
    page.locator("input[name=password]").fill("wrong")
    page.locator("input[name=password]").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page, "login refused")

    log_in(page, running.url, "amina")
    page.locator('form[action="/staff/language"] select').select_option(language)
    page.locator("form[action='/staff/language'] button").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    try:
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
        assert_accessible(page, "queue")
        picture(page, f"queue-{language}-{scheme}")
        case_in_queue(page, name).click()
        expect(page.locator("#transcript")).to_be_visible()
        assert_accessible(page, "open ticket")
        page.locator("form[action$='/claim'] button").click()
        expect(page.locator("#reply")).to_be_visible()
        page.locator(".understood summary").first.click()
        assert_accessible(page, "claimed ticket")
        picture(page, f"ticket-{language}-{scheme}")
        article = "articles/living-allowance-amount/ar"
        articles = ("articles", "articles/new", article, f"{article}/edit", f"{article}/try")
        for path in ("people", "password", "queues", "review?show=answered", *articles):
            page.goto(f"{running.url}/staff/{path}")
            assert_accessible(page, path)
            picture(page, f"{path.partition('?')[0].replace('/', '-')}-{language}-{scheme}")
    finally:
        page.goto(f"{running.url}/staff")
        page.locator('form[action="/staff/language"] select').select_option("en")
        page.locator("form[action='/staff/language'] button").click()


def test_a_ticket_is_claimed_and_answered_by_keyboard(
    running: Service, window: Window, visitor: Begin, amina: Colleague
) -> None:
    """From the login to the answer without a mouse; the focus is always to be seen."""
    person = queued(visitor, "Keyboard: what does the medical insurance cover?")
    page = window()
    page.goto(f"{running.url}/staff")
    assert focused(page, "input[name=login]")
    page.keyboard.type("amina")
    page.keyboard.press("Tab")
    page.keyboard.type("a-password-of-my-own")
    page.keyboard.press("Enter")
    expect(page.locator("#queue")).to_be_visible()

    link = case_in_queue(page, "Keyboard:").get_attribute("href")
    tab_to(page, f"a[href='{link}']", most=200)
    page.keyboard.press("Enter")
    expect(page.locator("#transcript")).to_be_visible()
    tab_to(page, "form[action$='/claim'] button")
    outline = page.evaluate("() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle }")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(page.locator("#reply-text")).to_be_visible()
    tab_to(page, "#reply-text")
    page.keyboard.type("It covers illness and accidents.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#transcript li").last).to_contain_text("It covers illness and accidents.")
    assert person.history()["messages"][-1]["text"] == "It covers illness and accidents."


def test_the_queue_refreshes_by_itself(running: Service, window: Window, visitor: Begin, amina: Colleague) -> None:
    """A new ticket appears, and one that is taken or withdrawn leaves, without reloading."""
    page = window()
    log_in(page, running.url, "amina")
    expect(page.locator("#queue")).to_be_visible()
    mark(page)
    person = queued(visitor, "Refresh: is there a pension?")
    expect(case_in_queue(page, "Refresh:")).to_be_visible()
    notice = person.history()["messages"][-1]
    person.press(notice, "Withdraw")
    waiting = page.locator("section[aria-labelledby=h-waiting]")
    expect(waiting.get_by_text("Refresh:")).to_have_count(0)
    expect(page.locator("section[aria-labelledby=h-solved]")).to_contain_text("Refresh:")
    assert_not_reloaded(page)


def test_two_at_once(running: Service, window: Window, visitor: Begin, amina: Colleague, boris: Colleague) -> None:
    """Both look at a ticket; one claims it, and the other's page says so at once and offers no claim any more."""
    person = queued(visitor, "Two: may I keep my job?")
    pages = {}
    for login in ("amina", "boris"):
        pages[login] = window()
        log_in(pages[login], running.url, login)
        case_in_queue(pages[login], "Two:").click()
        expect(pages[login].get_by_role("button", name="Claim")).to_be_visible()
        mark(pages[login])
    pages["boris"].get_by_role("button", name="Claim").click()
    expect(pages["boris"].locator("#reply")).to_be_visible()
    expect(pages["amina"].get_by_role("button", name="Claim")).to_have_count(0)
    expect(pages["amina"].locator(".facts")).to_contain_text("Boris Petrov")
    expect(pages["amina"].locator("#reply")).to_have_count(0)
    assert person.history()["staff"] == {"name": "Boris Petrov"}
    for page in pages.values():
        assert_not_reloaded(page)


def test_what_is_being_typed_survives_a_refresh(
    running: Service, window: Window, visitor: Begin, amina: Colleague
) -> None:
    """The visitor writes while staff write: the new message is there, and so are text, focus and caret."""
    person = queued(visitor, "Typing: can I postpone the start?")
    page = window()
    log_in(page, running.url, "amina")
    case_in_queue(page, "Typing:").click()
    page.get_by_role("button", name="Claim").click()
    field = page.locator("#reply-text")
    field.click()
    page.keyboard.type("You can postpone")
    page.keyboard.press("ArrowLeft")
    person.say("By two weeks or so")
    expect(page.locator("#transcript")).to_contain_text("By two weeks or so")
    expect(field).to_have_value("You can postpone")
    assert focused(page, "#reply-text")
    page.keyboard.press("End")
    page.keyboard.type(" it.")
    person.say("Is that possible?")
    expect(page.locator("#transcript")).to_contain_text("Is that possible?")
    expect(field).to_have_value("You can postpone it.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#transcript li").last).to_contain_text("You can postpone it.")
    expect(field).to_have_value("")
    texts = [message["text"] for message in person.history()["messages"]]
    assert texts.count("You can postpone it.") == 1


def test_an_answer_goes_from_the_field_though_the_page_is_refreshed_first(
    running: Service, window: Window, visitor: Begin, amina: Colleague
) -> None:
    """The event that tells of the answer may come before what the desk says to the form."""
    queued(visitor, "Slowly: is there a fee?")
    page = window()
    log_in(page, running.url, "amina")
    case_in_queue(page, "Slowly:").click()
    page.get_by_role("button", name="Claim").click()
    held: list[tuple[Route, APIResponse]] = []
    page.route("**/reply", lambda route: held.append((route, route.fetch())))
    page.locator("#reply-text").fill("No, there is none.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#transcript li").last).to_contain_text("No, there is none.")
    for _ in range(200):  # the event may even come before what the desk says has reached this process
        if held:
            break
        page.wait_for_timeout(25)
    (route, answer), *_ = held
    route.fulfill(response=answer)
    expect(page.locator("#reply-text")).to_have_value("")


def test_nobody_gets_in_without_logging_in(running: Service, window: Window) -> None:
    """Every page of the console leads to the login, and from there to where one wanted to go."""
    page = window()
    for path in ("", "/people", "/password", "/tickets/1"):
        page.goto(f"{running.url}/staff{path}")
        expect(page.locator("input[name=login]")).to_be_visible()

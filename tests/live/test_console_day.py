"""The console for somebody who works in it all day: nothing moves under their hands, and they know when it is away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect
from screens import assert_not_reloaded, case_in_queue, focused, log_in, mark
from support import PASSWORD, Desk, Visitor, wait_for

from desk.events import CONSOLE

Window = Callable[..., Page]
COUNT_TONES = """
  window.tones = 0;
  const make = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
"""
LEAVE = """state => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


@pytest.fixture
def anna(light: Desk, window: Window) -> Page:
    """Anna's console."""
    light.staff("anna")
    page = window()
    log_in(page, light.url, "anna", PASSWORD)
    expect(page.locator("#queue")).to_be_visible()
    mark(page)
    return page


def queued(light: Desk, words: str) -> Visitor:
    """A visitor who said ``words`` and waits."""
    visitor = light.visitor()
    visitor.say(words)
    visitor.ask_person()
    return visitor


def opened(page: Page, words: str) -> None:
    """The request in whose row ``words`` stand, claimed."""
    case_in_queue(page, words).click()
    page.get_by_role("button", name="Claim").click()
    expect(page.locator("#reply-text")).to_be_focused()
    mark(page)


def test_nothing_moves_under_the_hands(light: Desk, anna: Page) -> None:
    """The focus stays through refreshes of queue and request; after a claim it is in the answer, not on a deed."""
    visitor = queued(light, "First of all")
    case_in_queue(anna, "First of all").focus()
    queued(light, "Somebody else")
    expect(case_in_queue(anna, "Somebody else")).to_be_visible()
    expect(case_in_queue(anna, "First of all")).to_be_focused()
    anna.keyboard.press("Enter")
    claim = anna.get_by_role("button", name="Claim")
    claim.focus()
    visitor.say("Are you there?")
    expect(anna.locator("#transcript")).to_contain_text("Are you there?")
    expect(claim).to_be_focused()
    anna.keyboard.press("Enter")
    expect(anna.locator("#reply-text")).to_be_focused()
    anna.locator("#deed-transfer summary").click()
    anna.locator("#deed-text").fill("for the colleagues")
    anna.locator("#deed-queue").select_option("technical")
    anna.locator("#deed-queue").focus()
    visitor.say("Still there?")
    expect(anna.locator("#transcript")).to_contain_text("Still there?")
    expect(anna.locator("#deed-text")).to_have_value("for the colleagues")
    expect(anna.locator("#deed-queue")).to_have_value("technical")
    assert focused(anna, "#deed-queue")


def test_what_was_asked_for_before_a_claim_is_not_shown_after_it(light: Desk, anna: Page) -> None:
    """It would take the field away, and what was typed in it."""
    visitor = queued(light, "Slow page")
    case_in_queue(anna, "Slow page").click()
    claim = anna.get_by_role("button", name="Claim")
    expect(claim).to_be_visible()
    held: list[tuple[Route, APIResponse]] = []
    anna.route(re.compile("/conversation$"), lambda route: held.append((route, route.fetch())), times=1)
    with anna.expect_request(re.compile("/conversation$")):
        visitor.say("Are you there?")
    claim.click()
    anna.locator("#reply-text").fill("Typed at once")
    (route, before), *_ = held
    assert "do-claim" in before.text()
    route.fulfill(response=before)
    expect(anna.locator("#transcript")).to_contain_text("Are you there?")
    anna.wait_for_timeout(300)
    expect(anna.locator("#reply-text")).to_have_value("Typed at once")


def test_what_is_read_stays_in_sight(light: Desk, anna: Page) -> None:
    """Who has scrolled up stays there when the visitor writes; who is at the end sees what is new."""
    visitor = queued(light, "Long talk")
    for number in range(8):
        visitor.say(f"Message {number}. " + "And so on. " * 40)
    opened(anna, "Long talk")
    place = "document.querySelector('#transcript').scrollTop"
    at_end = "(e => e.scrollHeight - e.scrollTop - e.clientHeight < 60)(document.querySelector('#transcript'))"
    assert anna.evaluate(at_end)
    visitor.say("New at the end")
    expect(anna.locator("#transcript li").last).to_contain_text("New at the end")
    assert anna.evaluate(at_end)
    anna.evaluate("document.querySelector('#transcript').scrollTop = 40")
    visitor.say("Newer still")
    expect(anna.locator("#transcript li").last).to_contain_text("Newer still")
    assert anna.evaluate(place) == 40


def test_an_answer_whose_reply_was_lost_is_said_once(light: Desk, anna: Page) -> None:
    """The desk has it, but its word never came: the field is empty once the answer is seen, and nothing is doubled."""
    visitor = queued(light, "Lost reply")
    opened(anna, "Lost reply")

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    anna.route(re.compile("/reply$"), lose, times=1)
    anna.locator("#reply-text").fill("Here is the answer")
    anna.get_by_role("button", name="Send").click()
    expect(anna.locator("#transcript li.staff")).to_have_text(re.compile("Here is the answer"))
    expect(anna.locator("#reply-text")).to_have_value("")
    said = [each["text"] for each in visitor.history()["messages"] if each["author"] == "staff"]
    assert said == ["Here is the answer"]


def test_the_console_says_that_the_desk_is_away(light: Desk, anna: Page) -> None:
    """A proxy answers for it: the page says so, keeps what was typed, and catches up by itself."""
    visitor = queued(light, "Away")
    opened(anna, "Away")
    anna.route(re.compile("/staff/(events|tickets)"), lambda route: route.fulfill(status=502, body="away"))
    anna.evaluate(LEAVE, "hidden")
    anna.evaluate(LEAVE, "visible")  # the stream is begun anew, and meets the proxy
    banner = anna.locator("#connection")
    expect(banner).to_contain_text("cannot be reached")
    anna.locator("#reply-text").fill("Typed meanwhile")
    anna.get_by_role("button", name="Send").click()
    expect(banner).to_contain_text("did not reach")
    visitor.say("Written meanwhile")
    anna.unroute_all()
    expect(anna.locator("#transcript")).to_contain_text("Written meanwhile")
    expect(banner).to_be_empty()
    expect(anna.locator("#reply-text")).to_have_value("Typed meanwhile")
    anna.locator("#reply-text").press("Control+Enter")
    expect(anna.locator("#transcript li").last).to_contain_text("Typed meanwhile")
    assert_not_reloaded(anna)


def test_pages_in_the_background_share_one_stream(light: Desk, anna: Page) -> None:
    """A browser has few connections to a site; a page that is looked at again has its own and is up to date."""
    others = [anna.context.new_page() for _ in range(2)]
    for page in others:
        page.goto(f"{light.url}/staff")
        expect(page.locator("#queue")).to_be_visible()
    streams = lambda count: wait_for(lambda: light.context.bus.listeners(CONSOLE) == count, f"{count} streams")  # noqa: E731
    streams(3)
    for page in others:
        page.evaluate(LEAVE, "hidden")
    streams(2)
    queued(light, "While in the background")
    others[1].evaluate(LEAVE, "visible")
    expect(case_in_queue(others[1], "While in the background")).to_be_visible()
    for page in others:
        page.close()


def test_what_is_new_is_seen_in_the_title_and_heard_if_wanted(light: Desk, anna: Page) -> None:
    """On every page of the console, once in all windows, and not for what one is looking at."""
    anna.context.add_init_script(COUNT_TONES)
    anna.goto(f"{light.url}/staff/articles")
    visitor = queued(light, "Quietly")
    expect(anna).to_have_title(re.compile(r"^\(1\) "))
    assert anna.evaluate("tones") == 0
    anna.goto(f"{light.url}/staff/account")
    anna.get_by_label("Play a tone").check()
    anna.locator("form[action='/staff/chime'] button").first.click()
    expect(anna.get_by_label("Play a tone")).to_be_checked()
    anna.get_by_role("button", name="Try the tone").click()
    expect(anna).to_have_title(re.compile(r"^\(1\) "))
    assert anna.evaluate("tones") == 2
    queued(light, "Aloud")
    expect(anna).to_have_title(re.compile(r"^\(2\) "))
    assert anna.evaluate("tones") == 4
    anna.goto(f"{light.url}/staff")
    opened(anna, "Quietly")
    visitor.say("Seen at once")
    expect(anna.locator("#transcript")).to_contain_text("Seen at once")
    expect(anna).to_have_title(re.compile(r"^\(2\) "))
    assert anna.evaluate("tones") == 0

"""On a shared device and in danger: nothing stays, the page is gone at once, a report is erased by staff's leave."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screens import Chat, assert_accessible
from support import Assistant, Desk, utterance

from store import models as m

Picture = Callable[[Page, str], None]
KEPT = "() => localStorage.length + sessionStorage.length"
REPORT = utterance(
    "Thank you for telling us. You are not to blame.",
    do=[{"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}],
)


def press(chat: Chat, name: str) -> None:
    """Choose something of the menu."""
    chat.panel.get_by_role("button", name="More about this conversation").click()
    chat.panel.locator(".menu li").get_by_role("button", name=name).click()


def test_a_shared_device_keeps_nothing(light: Desk, chat: Chat) -> None:
    """Not while it is used, nor after closing, nor in another tab; what was kept before is taken away."""
    page = chat.page
    chat.open().ask("first")
    other = Chat(page.context.new_page())
    other.page.goto(page.url)
    other.open()
    expect(other.messages()).to_have_count(2)
    assert page.evaluate(KEPT) > 0
    page.bring_to_front()
    press(chat, "Shared device")
    assert page.evaluate(KEPT) == 0
    expect(other.messages()).to_have_count(0)
    expect(chat.panel.locator(".notice").first).to_contain_text("nothing is kept here")
    chat.ask("second")
    chat.field.fill("half a sentence")
    assert page.evaluate(KEPT) == 0
    expect(chat.messages()).to_have_count(4)
    page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    assert "second" not in page.locator("volunteer-chat").evaluate("each => each.shadowRoot.innerHTML")
    chat.open()
    expect(chat.messages()).to_have_count(0)
    expect(chat.field).to_have_value("")
    page.reload()
    chat.open()
    expect(chat.messages()).to_have_count(0)
    assert light.count(m.Message) == 4, "the desk keeps what was said"


def test_a_shared_device_can_become_ones_own_again(light: Desk, chat: Chat) -> None:
    """Switched off, the conversation is kept again."""
    chat.open().ask("first")
    press(chat, "Shared device")
    press(chat, "Shared device")
    chat.page.reload()
    chat.open()
    expect(chat.messages()).to_have_count(2)


def test_leave_now(light: Desk, chat: Chat, assistant: Assistant, picture: Picture) -> None:
    """A sensitive matter brings the button; pressed, the copy and the page are gone, and 'back' shows neither."""
    page = chat.page
    page.goto(light.url)
    page.context.route("https://www.wikipedia.org/", lambda route: route.fulfill(body="elsewhere"))
    chat.open().ask("first")
    leave = chat.panel.get_by_role("button", name="Leave now")
    expect(leave).to_be_hidden()
    assistant.says(REPORT)
    chat.ask("he hit me")
    expect(leave).to_be_visible()
    assert_accessible(page, "a sensitive matter")
    picture(page, "widget-sensitive")
    address = page.url
    leave.click()
    page.wait_for_url("https://www.wikipedia.org/")
    page.go_back()
    assert page.url != address, "the page has been replaced"
    page.goto(address)
    assert page.evaluate(KEPT) == 0
    chat.open()
    expect(chat.messages()).to_have_count(0)


def test_leave_now_on_a_telephone(light: Desk, window: Callable[..., Page], assistant: Assistant) -> None:
    """The open chat has an entry of its own in the history there: 'back' leads to neither."""
    page = window(viewport={"width": 390, "height": 720}, has_touch=True, is_mobile=True)
    page.context.route("https://www.wikipedia.org/", lambda route: route.fulfill(body="elsewhere"))
    page.goto(light.url)
    chat = Chat(page)
    assistant.says(REPORT)
    chat.open().ask("he hit me")
    chat.panel.get_by_role("button", name="Leave now").click()
    page.wait_for_url("https://www.wikipedia.org/")
    page.go_back()
    assert not page.url.startswith(light.url)


def test_the_page_is_gone_before_the_next_one_is_there(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Nothing can be read while the other page, which the site may choose, is waited for; here it never comes."""
    page = chat.page
    page.locator("volunteer-chat").evaluate("each => each.setAttribute('leave', 'https://weather.example/')")
    page.route("https://weather.example/", lambda route: route.fulfill(status=204))
    assistant.says(REPORT)
    chat.open().ask("he hit me")
    with page.expect_request("https://weather.example/"):
        chat.panel.get_by_role("button", name="Leave now").click(no_wait_after=True)
    assert page.evaluate("document.documentElement") is None


def test_a_report_is_erased_when_staff_confirm(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """The visitor is told why it is not erased at once; when staff confirm, it is gone here too."""
    assistant.says(REPORT)
    chat.open().ask("he hit me")
    press(chat, "Delete this conversation")
    chat.panel.get_by_role("button", name="Delete", exact=True).click()
    expect(chat.panel.locator(".notice").first).to_contain_text("must confirm")
    expect(chat.messages("system").last).to_contain_text(re.compile("must confirm this first.*case"))
    expect(chat.messages("visitor")).to_have_count(1)
    (ticket,) = light.rows(m.Ticket)
    anna = light.staff("anna")
    anna.joins("sensitive")
    assert anna.http.post(f"/staff/tickets/{ticket.id}/erase").status_code == 303
    expect(chat.messages()).to_have_count(0)
    expect(chat.panel.locator(".notice").first).to_contain_text("no longer stored")
    assert light.count(m.Message) == 0

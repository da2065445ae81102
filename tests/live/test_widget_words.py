"""No word is lost: reloads, lost networks, a desk that is down, limits; every tab in step; a stream that comes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from other_site import OtherSite
from playwright.sync_api import Page, Route, expect
from screens import Chat
from support import Assistant, Desk, utterance, wait_for

from desk.rates import Rates
from store import models as m

Window = Callable[..., Page]
EVENTS = re.compile(r"/api/conversations/[^/]+/events$")
HAND_OVER = {"kind": "hand_over", "reason": "asked"}


def visitors_words(desk: Desk) -> list[str]:
    """What visitors said, as the desk has it."""
    return [row.text for row in desk.rows(m.Message, m.Message.author == "visitor")]


def test_unsent_words_survive_a_reload_and_are_sent_once(light: Desk, chat: Chat) -> None:
    """Written while nothing gets through, in two tabs; the page is left; the network comes back."""
    page = chat.page
    chat.open().ask("first")
    page.context.route(re.compile(r"/api/conversations/"), lambda route: route.abort("internetdisconnected"))
    chat.say("second")
    expect(chat.messages("visitor").last.locator(".delivery")).to_contain_text("Waiting to be sent")
    page.reload()
    chat.open()
    expect(chat.messages("visitor").last).to_contain_text("second")
    other = Chat(page.context.new_page())
    other.page.goto(page.url)
    other.open().say("third")
    expect(other.messages("visitor")).to_have_count(2)
    page.context.unroute_all(behavior="wait")
    for each in (chat, other):
        expect(each.messages("assistant").nth(2)).to_contain_text("You said: third", timeout=40_000)
    assert visitors_words(light) == ["first", "second", "third"]
    assert chat.said() == other.said()
    wait_for(lambda: chat.stored()["pending"] == [], "the browser to know that it was sent")


def test_what_was_left_while_the_desk_was_down_survives_the_next_page(light: Desk, chat: Chat) -> None:
    """Left without the chat, so without an id, by somebody who has a conversation: still sent, once."""
    chat.open().ask("first")
    page = chat.page
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((each) => each.startsWith('volunteer-chat:'));
          const kept = JSON.parse(localStorage.getItem(key));
          const item = { at: new Date().toJSON(), text: 'left', email: 'a.visitor@example.org' };
          localStorage.setItem(key, JSON.stringify({ ...kept, pending: [item] }));
        }"""
    )
    page.reload()
    chat.open()
    expect(chat.messages("visitor").last).to_contain_text("left")
    wait_for(lambda: visitors_words(light) == ["first", "left"], "what was left to be at the desk")
    wait_for(lambda: chat.stored()["pending"] == [], "the browser to know that it was sent")


REFUSED = "() => Promise.reject(new DOMException('refused', 'SecurityError'))"
NO_LOCKS = {
    "http": "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })",
    "refused": f"LockManager.prototype.request = {REFUSED}",
    "nothing is kept": f"""
        LockManager.prototype.request = {REFUSED};
        window.BroadcastChannel = class {{ constructor() {{ throw new DOMException('refused', 'SecurityError'); }} }};
        Object.defineProperty(window, 'localStorage', {{
          get() {{ throw new DOMException('refused', 'SecurityError'); }}
        }});
    """,
}


@pytest.mark.parametrize("kind", NO_LOCKS)
def test_without_locks_everything_is_sent_once_and_in_order(
    light: Desk, embedding: OtherSite, window: Window, kind: str
) -> None:
    """On a page without encryption, and where the browser refuses to keep anything."""
    page = window()
    page.add_init_script(NO_LOCKS[kind])
    page.goto(embedding.allowed)
    chat = Chat(page)
    chat.open()
    for text in ("first", "second"):
        chat.say(text)
    expect(chat.messages("assistant").last).to_contain_text("You said: second")
    assert visitors_words(light) == ["first", "second"]
    assert len(light.rows(m.Conversation)) == 1


def test_without_a_stream_tabs_stay_in_step(light: Desk, chat: Chat) -> None:
    """The one that asks tells the other, which shows what it has not asked for."""
    chat.open().ask("first")
    chat.page.context.route(EVENTS, lambda route: route.abort())
    other = Chat(chat.page.context.new_page())
    other.page.goto(chat.page.url)
    other.open()
    expect(other.messages("assistant").last).to_contain_text("You said: first")
    other.ask("second")
    expect(chat.messages("assistant").last).to_contain_text("You said: second")
    assert chat.said() == other.said()


def test_what_is_typed_survives_a_reload(light: Desk, chat: Chat) -> None:
    """Half a sentence is still there."""
    chat.open().field.fill("half a sent")
    chat.page.reload()
    chat.open()
    expect(chat.field).to_have_value("half a sent")


def test_the_stream_comes_back_after_a_restart(light: Desk, chat: Chat) -> None:
    """The desk is started anew while a visitor waits: what staff write then is seen once, without a reload."""
    chat.open().ask("first")
    light.assistant.says(utterance("A colleague comes.", do=[HAND_OVER]))  # type: ignore[attr-defined]
    chat.say("a person, please")
    expect(chat.status).to_have_attribute("data-state", "queued")
    light.stop()
    expect(chat.connection).to_contain_text("cannot be reached", timeout=40_000)
    light.start()
    expect(chat.connection).to_be_empty(timeout=60_000)
    anna = light.staff("anna")
    ticket = anna.ticket(light.rows(m.Ticket)[0].case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Here I am.")
    expect(chat.messages("staff")).to_have_count(1, timeout=30_000)
    assert chat.said().count("Here I am.") == 1


def test_pauses_grow_and_are_left_to_chance(light: Desk, chat: Chat) -> None:
    """A desk that is down is not stormed: each pause about twice as long, none like the other."""
    chat.open().ask("first")
    tries: list[float] = []

    def refuse(route: Route) -> None:
        tries.append(chat.page.evaluate("performance.now()"))
        route.abort("connectionrefused")

    chat.page.route(re.compile(r"/messages$"), refuse)
    chat.say("second")
    for _ in range(60):
        chat.page.wait_for_timeout(200)
        if len(tries) >= 4:
            break
    pauses = [after - before for before, after in pairwise(tries)]
    assert len(pauses) >= 3
    for number, pause in enumerate(pauses[:3]):
        assert 500 * 2**number * 0.9 < pause < 1000 * 2**number + 700, pauses
    chat.page.unroute_all(behavior="wait")


def test_without_a_stream_it_polls(light: Desk, chat: Chat) -> None:
    """Something in between breaks every stream: staff's answer comes all the same."""
    chat.page.route(EVENTS, lambda route: route.fulfill(status=502, body="a proxy"))
    light.assistant.says(utterance("A colleague comes.", do=[HAND_OVER]))  # type: ignore[attr-defined]
    chat.open().say("a person, please")
    expect(chat.status).to_have_attribute("data-state", "queued")
    anna = light.staff("anna")
    ticket = anna.ticket(light.rows(m.Ticket)[0].case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Here I am.")
    expect(chat.messages("staff")).to_have_count(1, timeout=30_000)
    expect(chat.connection).to_be_empty()


def test_a_limit_says_what_why_and_when_again(light: Desk, chat: Chat, monkeypatch: Any) -> None:
    """The words wait, the reason and the seconds are shown, and they are sent when the time has come."""
    rates = light.context.rates
    slow = Rates(message="1/4 second", conversation="100/second")
    chat.open().ask("first")
    monkeypatch.setattr(rates, "check", slow.check)
    chat.ask("second")
    chat.say("third")
    expect(chat.connection).to_contain_text(re.compile(r"too many messages.*again in \d+ second"))
    expect(chat.messages("visitor").last.locator(".delivery")).to_contain_text("Waiting to be sent")
    expect(chat.messages("assistant")).to_have_count(3)
    expect(chat.connection).to_be_empty()
    assert visitors_words(light) == ["first", "second", "third"]


def test_while_the_desk_is_down_an_address_can_be_left(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """The message and the address wait in the browser, over a closed page, and staff get both, once."""
    page = chat.page
    chat.open().ask("first")
    light.stop()
    chat.say("when is the deadline?")
    form = chat.panel.locator("form.form")
    expect(form).to_be_visible(timeout=30_000)
    expect(form).to_contain_text("the answer comes by e-mail")
    form.locator("input").fill("me@example.org")
    form.get_by_role("button", name="Save address").click()
    expect(form).to_be_hidden()
    expect(chat.field).to_be_focused()
    expect(chat.connection).to_contain_text("address are kept on this device")
    address = page.url
    page.close()
    light.start()
    again = chat.page.context.new_page()
    again.goto(address)
    (ticket,) = wait_for(lambda: light.rows(m.Ticket), "the message to be delivered", 20)
    assert light.context.vault.unlock(ticket.contact or "") == "me@example.org"
    assert "when is the deadline?" in ticket.summary
    assert visitors_words(light) == ["first", "when is the deadline?"]
    back = Chat(again).open()
    expect(back.messages("system").last).to_contain_text(ticket.case)


def test_a_desk_that_is_down_from_the_beginning(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """The button offers message and address by itself; what was left is delivered once, when the desk is back."""
    page = chat.page
    light.stop()
    chat.launcher.click()
    form = page.locator("volunteer-chat form.sorry")
    expect(form).to_contain_text("cannot be reached")
    expect(form.get_by_label("Your message")).to_be_focused()
    form.get_by_label("Your message").fill("when is the deadline?")
    form.get_by_label("E-mail address").fill("me@example.org")
    form.get_by_role("button", name="Send").click()
    expect(form).to_contain_text("Kept on this device")
    expect(form.get_by_label("Your message")).to_be_hidden()
    light.start()
    chat.open()
    (ticket,) = wait_for(lambda: light.rows(m.Ticket), "the message to be delivered", 20)
    assert light.context.vault.unlock(ticket.contact or "") == "me@example.org"
    expect(chat.messages("visitor")).to_have_count(1)
    page.reload()
    expect(chat.open().messages("visitor")).to_have_count(1)
    assert visitors_words(light) == ["when is the deadline?"]


def test_what_can_be_left_can_be_put_away(light: Desk, chat: Chat) -> None:
    """By Escape and by a button; an address without a domain is said before anything is kept."""
    light.stop()
    form = chat.page.locator("volunteer-chat form.sorry")
    chat.launcher.click()
    expect(form).to_contain_text("Only our staff read it.")
    form.get_by_label("Your message").fill("when is the deadline?")
    form.get_by_label("E-mail address").fill("me@example")
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_label("Your message")).to_have_value("when is the deadline?")
    assert chat.stored().get("pending", []) == []
    form.get_by_label("Your message").press("Escape")
    expect(form).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.launcher.click()
    form.get_by_role("button", name="Close").click()
    expect(form).to_be_hidden()
    light.start()


def test_a_module_that_failed_is_asked_for_by_another_address(light: Desk, chat: Chat) -> None:
    """A browser may refuse an address for good once it has failed; so the next try has one of its own."""
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url) if "panel.js" in request.url else None)
    chat.page.route(re.compile("panel.js"), lambda route: route.abort())
    chat.launcher.click()
    expect(chat.page.locator("volunteer-chat form.sorry")).to_contain_text("cannot be reached")
    chat.page.unroute_all()
    chat.open().ask("hello")
    assert len(asked) > 1
    assert len(set(asked)) == len(asked)


def test_words_for_a_desk_that_comes_back_are_in_the_chat(light: Desk, chat: Chat) -> None:
    """What was typed while it was down and not sent is in the field of the chat."""
    light.stop()
    chat.launcher.click()
    chat.page.locator("volunteer-chat form.sorry textarea").fill("half a question")
    light.start()
    chat.open()
    expect(chat.field).to_have_value("half a question")
    expect(chat.page.locator("volunteer-chat form.sorry")).to_be_hidden()


def test_offline_is_said_and_ends(light: Desk, chat: Chat) -> None:
    """Words of their own, not those of a desk that is down; no address is asked for."""
    chat.open().ask("first")
    chat.page.context.set_offline(True)
    chat.say("second")
    expect(chat.connection).to_contain_text("You are offline")
    chat.page.wait_for_timeout(3000)
    expect(chat.panel.locator("form.form")).to_be_hidden()
    chat.page.context.set_offline(False)
    expect(chat.messages("assistant")).to_have_count(2)
    expect(chat.connection).to_be_empty()
    assert visitors_words(light) == ["first", "second"]


def test_what_the_desk_has_forgotten_begins_anew(light: Desk, embedding: OtherSite, chat: Chat) -> None:
    """Deleted elsewhere, or its time is up: it is said, and the words go into a new conversation."""
    chat.open().ask("first")
    light.forget()
    chat.say("second")
    expect(chat.panel.locator(".notice").first).to_contain_text("no longer stored")
    expect(chat.messages("assistant")).to_have_count(1)
    assert visitors_words(light) == ["second"]

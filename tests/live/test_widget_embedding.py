"""The widget in other people's pages: settings, twice on a page, removed and added again, by its JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screens import Chat, assert_accessible
from support import Assistant, Desk, wait_for

from store import models as m

Window = Callable[..., Page]


def test_attributes_and_properties(light: Desk, chat: Chat) -> None:
    """Language, position, title, greeting, open state and colours, while it is on the page."""
    page = chat.page
    element = page.locator("volunteer-chat")
    element.evaluate("""each => {
      each.setAttribute('title', 'Ask us');
      each.setAttribute('greeting', 'Good morning, **you**.');
      each.setAttribute('position', 'start');
      each.style.setProperty('--volunteer-chat-accent', 'rgb(106, 27, 77)');
      each.setAttribute('open', '');
    }""")
    expect(chat.panel).to_be_visible()
    expect(chat.panel.locator("h2")).to_have_text("Ask us")
    expect(chat.panel.locator(".intro strong")).to_have_text("you")
    box = chat.panel.bounding_box()
    assert box
    assert box["x"] < 100
    assert chat.panel.locator(".bar").evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(106, 27, 77)"
    element.evaluate("each => each.setAttribute('language', 'fr')")
    expect(chat.panel).to_have_attribute("lang", "fr")
    expect(chat.panel.locator("h2")).to_have_text("Ask us")
    element.evaluate("each => each.removeAttribute('open')")
    expect(chat.panel).to_be_hidden()


def test_its_javascript(light: Desk, chat: Chat) -> None:
    """open, send and close; each tells by an event that the document hears."""
    heard = chat.page.evaluate("""async () => {
      const heard = [];
      for (const name of ['open', 'close', 'message']) {
        document.addEventListener(`volunteer-chat:${name}`, ({ detail }) => heard.push([name, detail?.text ?? null]));
      }
      const chat = document.querySelector('volunteer-chat');
      await chat.open();
      await chat.send('hello');
      chat.close();
      return heard;
    }""")
    assert heard == [["open", None], ["message", "hello"], ["message", "You said: hello"], ["close", None]]


def test_twice_on_a_page(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Two chats are two windows on one conversation: in step, nothing twice, each closed by itself."""
    page = chat.page
    page.evaluate("""() => {
      const second = document.createElement('volunteer-chat');
      second.setAttribute('position', 'start');
      document.body.append(second);
    }""")
    one, two = (page.locator("volunteer-chat").nth(number) for number in (0, 1))
    for each in (one, two):
        each.locator(".launcher").click()
        expect(each.locator(".panel")).to_be_visible()
    one.locator("textarea").fill("from the one")
    one.locator("textarea").press("Enter")
    expect(two.locator(".message.assistant").last).to_contain_text("You said: from the one")
    two.locator("textarea").fill("from the other")
    two.locator("textarea").press("Enter")
    expect(one.locator(".message.assistant").last).to_contain_text("You said: from the other")
    expect(one.locator(".message.assistant")).to_have_count(3)  # the greeting and two answers
    page.wait_for_timeout(500)
    assert one.locator(".bubble").all_inner_texts() == two.locator(".bubble").all_inner_texts()
    assert assistant.texts == ["from the one", "from the other"]
    two.locator(".bar > button").last.click()
    expect(two.locator(".panel")).to_be_hidden()
    expect(one.locator(".panel")).to_be_visible()


def test_removed_and_added_again(light: Desk, chat: Chat) -> None:
    """A single-page application takes it out: its stream ends; back in the page, the conversation goes on."""
    page, bus = chat.page, light.context.bus
    chat.open().ask("first")
    conversation_id = chat.stored()["id"]
    wait_for(lambda: bus.listeners(conversation_id) == 1, "the stream")
    page.evaluate("window.kept = document.querySelector('volunteer-chat'); window.kept.remove()")
    wait_for(lambda: bus.listeners(conversation_id) == 0, "the stream to end")
    page.evaluate("document.body.append(window.kept)")
    expect(chat.panel).to_be_visible()
    expect(chat.messages()).to_have_count(2)
    chat.ask("second")
    page.evaluate("window.kept.remove(); document.body.append(document.createElement('volunteer-chat'))")
    chat.open()
    expect(chat.messages()).to_have_count(4)
    assert [row.text for row in light.rows(m.Message, m.Message.author == "visitor")] == ["first", "second"]


def test_moved_on_its_page_it_is_begun_once(light: Desk, chat: Chat) -> None:
    """A page that moves the element takes it away and adds it at once: what comes is still told once."""
    page = chat.page
    chat.open().ask("first")
    page.evaluate("document.body.prepend(document.querySelector('volunteer-chat'))")
    page.evaluate("""() => {
      window.heard = 0;
      document.addEventListener('volunteer-chat:message', () => { window.heard += 1; });
    }""")
    chat.ask("second")
    page.wait_for_timeout(300)
    assert page.evaluate("window.heard") == 2


def test_live_examples(light: Desk, window: Window) -> None:
    """Every button of the page for who puts the chat into a site does what stands above it."""
    page = window(viewport={"width": 2000, "height": 1000})
    page.goto(f"{light.url}/widget-examples")
    element = page.locator("volunteer-chat")
    chat = Chat(page)
    for button in page.locator("button[data-attribute]").all():
        button.click()
        expect(element).to_have_attribute(button.get_attribute("data-attribute"), button.get_attribute("data-value"))
    expect(chat.panel.locator("h2")).to_have_text("Ask our team")
    expect(chat.panel).to_have_attribute("dir", "rtl")
    page.get_by_role("button", name="Try close").click()
    expect(chat.panel).to_be_hidden()
    for button in page.locator("button[data-property]").all():
        button.click()
    page.get_by_role("button", name="Try open").last.click()
    expect(chat.panel).to_be_visible()
    assert chat.box()[2:] == (520, 480)
    page.get_by_role("button", name="Try send").click()
    expect(chat.messages("assistant")).to_have_count(1)
    told = page.locator("#heard li")
    expect(told.first).to_contain_text("volunteer-chat:message: assistant")
    assert {line.split(":")[1].split(",")[0] for line in told.all_inner_texts()} == {"open", "close", "message"}
    assert_accessible(page, "widget-examples")

"""What the visitor sees and owns: folded answers, days, copies, a new beginning, sound, a large view, 'back'."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable

from other_site import OtherSite
from playwright.sync_api import Page, expect
from screens import Chat
from sqlalchemy import update
from support import Assistant, Desk, utterance, wait_for
from test_widget_danger import press

from store import models as m

Window = Callable[..., Page]

LONG = "\n\n".join(f"Paragraph {number}. " + "Words that go on. " * 12 for number in range(8))
# Remembers every tone that begins.
TONES = """window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...given) { window.tones += 1; return start.apply(this, given); };"""


def test_a_long_answer_folds(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Its beginning is shown, the rest when it is wanted; a short one is whole."""
    assistant.says(utterance(LONG))
    answer = chat.open().ask("tell me everything")
    expect(answer.get_by_text("Paragraph 0.")).to_be_visible()
    expect(answer.get_by_text("Paragraph 7.")).to_be_hidden()
    answer.get_by_text("Show the rest").click()
    expect(answer.get_by_text("Paragraph 7.")).to_be_visible()
    assistant.says(utterance("Short.\n\nTwo paragraphs."))
    expect(chat.ask("and briefly?").get_by_text("Show the rest")).to_have_count(0)


def test_days_times_and_who_speaks(light: Desk, chat: Chat) -> None:
    """Messages of another day stand under that day; each says when, and who."""
    chat.open().ask("first")
    with light.context.database.write() as session:
        session.execute(update(m.Message).values(at=m.now() - dt.timedelta(days=1)))
    chat.page.reload()
    chat.open().ask("second")
    assert chat.log.locator(".day").all_inner_texts() == ["Yesterday", "Today"]
    expect(chat.log.locator("time")).to_have_count(4)
    expect(chat.messages("assistant").first.locator(".speaker")).to_have_text("Assistant")


def test_nothing_of_a_message_is_html(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Tags are text, in answers and in what visitors write; only safe addresses are links."""
    evil = '<img src=x onerror="window.hit=1"> <b>bold</b> [x](javascript:window.hit=1) [y](https://example.org/)'
    assistant.says(utterance(evil, sources=[{"title": evil, "url": "javascript:window.hit=1"}]))
    answer = chat.open().ask(evil)
    expect(answer.locator(".bubble")).to_contain_text("<b>bold</b>")
    expect(chat.messages("visitor").locator(".bubble")).to_contain_text('onerror="window.hit=1"')
    links = chat.log.locator("a").evaluate_all("all => all.map((each) => [each.href, each.rel, each.target])")
    assert links == [["https://example.org/", "noopener noreferrer", "_blank"]]
    expect(chat.log.locator("img, b")).to_have_count(0)
    assert chat.page.evaluate("window.hit") is None


def test_a_copy_to_read_and_one_for_machines(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """The text has who, when, what and the sources; the data is what the API gives."""
    assistant.says(utterance("There were 8,282.", sources=[{"title": "The report", "url": "https://example.org/r"}]))
    chat.open().ask("How many?")
    with chat.page.expect_download() as download:
        press(chat, "Download this conversation")
    assert download.value.suggested_filename.endswith(".txt")
    text = download.value.path().read_text(encoding="utf-8")
    assert re.search(r"· You\nHow many\?\n\n.*· Assistant\nThere were 8,282\.\nSource: The report https", text), text
    with chat.page.expect_download() as download:
        press(chat, "Download as data (JSON)")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [message["text"] for message in data["messages"]] == ["How many?", "There were 8,282."]


def test_beginning_anew(light: Desk, chat: Chat) -> None:
    """After a question the old conversation is gone here and kept by the desk; the next word begins another."""
    chat.open().ask("first")
    press(chat, "Begin a new conversation")
    question = chat.panel.get_by_role("alertdialog")
    question.get_by_role("button", name="Keep it").click()
    expect(chat.messages()).to_have_count(2)
    press(chat, "Begin a new conversation")
    question.get_by_role("button", name="Begin a new conversation").click()
    expect(chat.messages()).to_have_count(0)
    expect(chat.field).to_be_focused()
    chat.ask("second")
    assert len({row.conversation_id for row in light.rows(m.Message)}) == 2


def test_a_tone_unless_it_is_muted(light: Desk, window: Window, embedding: OtherSite, assistant: Assistant) -> None:
    """For a message that comes while the chat is closed; a visitor who wants no sound has none, after a reload too."""
    page = window()
    page.add_init_script(TONES)
    page.goto(embedding.allowed)
    chat = Chat(page).open()
    assistant.says(utterance("A colleague comes.", do=[{"kind": "hand_over", "reason": "asked"}]))
    chat.say("a person, please")
    expect(chat.status).to_have_attribute("data-state", "queued")
    assert page.evaluate("window.tones") == 0
    page.keyboard.press("Escape")
    anna = light.staff("anna")
    ticket = anna.ticket(light.rows(m.Ticket)[0].case)
    anna.does(ticket, "claim")
    wait_for(lambda: page.evaluate("window.tones") > 0, "a tone")
    page.reload()
    chat.open()
    press(chat, "No sound")
    page.reload()
    chat.open()
    page.keyboard.press("Escape")
    anna.does(ticket, "reply", text="Here I am.")
    expect(page.locator("volunteer-chat .unread")).to_have_text("1")
    page.wait_for_timeout(300)
    assert page.evaluate("window.tones") == 0


def test_a_large_view(light: Desk, chat: Chat) -> None:
    """About twice as wide and as high as the window, and back."""
    before = chat.open().panel.bounding_box()
    press(chat, "Large view")
    after = chat.panel.bounding_box()
    assert before
    assert after
    assert after["width"] > 800
    assert after["height"] > 850
    press(chat, "Large view")
    again = chat.panel.bounding_box()
    assert again
    # The browser calculates in fractions of a pixel.
    assert (round(again["width"]), round(again["height"])) == (round(before["width"]), round(before["height"]))


def test_back_closes_it_on_a_telephone(light: Desk, window: Window, embedding: OtherSite) -> None:
    """Full screen, 'back' leads out of the chat and then out of the page; closing leaves no step behind."""
    page = window(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page.goto("about:blank")
    page.goto(embedding.allowed)
    address = page.url
    chat = Chat(page)
    chat.launcher.tap()
    expect(chat.panel).to_be_visible()
    page.go_back()
    expect(chat.panel).to_be_hidden()
    assert page.url == address
    chat.launcher.tap()
    expect(chat.panel).to_be_visible()
    chat.panel.locator(".bar > button").last.tap()
    expect(chat.panel).to_be_hidden()
    page.wait_for_timeout(200)
    assert page.evaluate("history.state") is None
    page.go_back()
    assert page.url == "about:blank"


def test_the_keyboard_of_a_telephone_does_not_cover_the_field(
    light: Desk, window: Window, embedding: OtherSite
) -> None:
    """When only the upper half of the window can be seen, the chat ends there."""
    page = window(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page.goto(embedding.allowed)
    chat = Chat(page)
    chat.launcher.tap()
    expect(chat.panel).to_be_visible()
    page.evaluate("""() => {
      Object.defineProperty(visualViewport, 'height', { value: 330 });
      visualViewport.dispatchEvent(new Event('resize'));
    }""")
    box = chat.field.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 330

"""The widget for everybody: narrow and enlarged, by keyboard, spoken, in forced colours, from right to left."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from other_site import OtherSite
from playwright.sync_api import Page, Route, expect
from screens import FOCUSED, Chat, assert_accessible, focused, tab_to
from support import NEVER_OPEN, Assistant, Desk, utterance

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]

MENU = "More about this conversation"
TELEPHONE = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
HAND_OVER = utterance("I am calling a colleague.", do=[{"kind": "hand_over", "reason": "asked"}])
LONG = "\n\n".join(f"Paragraph {number}. " + "Words that go on. " * 12 for number in range(8))
CHART = {
    "type": "chart",
    "url": "/charts/en/bar/1.svg",
    "title": "Volunteers by year",
    "table": {"head": ["Year", "Number"], "rows": [["2019", "8,282"]]},
}  # fmt: skip
CARD = {"title": "Nurse", "fields": [{"label": "Country", "value": "Kenya"}], "link": "https://example.org/apply"}
RICH = utterance(
    LONG,
    attachments=[
        {"kind": "cards", "alt": "Assignments", "data": {"cards": [CARD]}},
        {"kind": "table", "alt": "Years", "data": {"columns": ["Year", "Number"], "rows": [["2019", 8282]]}},
    ],
    sources=[{"title": "The report", "url": "https://example.org/r", "paragraph": "31"}],
    choices=[{"title": "Show more", "payload": "/more"}, {"title": "Kenya ×", "payload": "/without", "kind": "chip"}],
)  # fmt: skip
STICKING_OUT = """() => [...document.querySelector('volunteer-chat').shadowRoot.querySelectorAll('.panel *')]
  .filter((element) => {
    const box = element.getBoundingClientRect(), { clipPath, position } = getComputedStyle(element);
    return box.width > 1 && clipPath === 'none' && position !== 'absolute' && !element.closest('.table')
      && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((element) => element.outerHTML.slice(0, 120))"""
SPOKEN = """() => {
  window.spoken = [];
  const log = document.querySelector('volunteer-chat').shadowRoot.querySelector('.log');
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
    if (log.getAttribute('aria-live') === 'polite') window.spoken.push(node.innerText.replace(/\\s+/g, ' '));
  }))).observe(log, { childList: true });
}"""


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_a_waiting_visitor_sees_what_can_be_done(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant, picture: Picture, language: str
) -> None:
    """At 320 pixels, outside the opening hours (the longest words): both buttons are on the screen at once."""
    always = light.context.profile
    light.context.profile = always.model_copy(update={"hours": NEVER_OPEN})
    try:
        page = window(**TELEPHONE)
        page.goto(f"{embedding.allowed}/?language={language}")
        chat = Chat(page)
        chat.launcher.tap()
        chat.ask("42")
        assistant.says({**HAND_OVER, "text": "I am calling a colleague. " * 20})
        chat.say("43")
        expect(chat.status).to_have_attribute("data-state", "queued")
        page.wait_for_timeout(300)
        picture(page, f"telephone-waiting-{language}")
        for key in ("resume", "withdraw"):
            button = chat.panel.get_by_role("button", name=light.context.texts(language, f"choice-{key}"))
            expect(button).to_be_in_viewport(ratio=1)
        assert page.evaluate(STICKING_OUT) == []
    finally:
        light.context.profile = always


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_accessible_in_every_state(
    light: Desk, window: Window, assistant: Assistant, picture: Picture, language: str, scheme: str
) -> None:
    """Axe finds nothing: a folded and an open answer, cards, chips, a chart that is large, menu, questions, e-mail."""
    page = window(color_scheme=scheme)
    page.goto(f"{light.url}/?lang={language}")
    picture_of_chart = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M0 0h5v4H0z"/></svg>'
    page.route(re.compile("/charts/"), lambda route: route.fulfill(
        body=picture_of_chart, content_type="image/svg+xml", headers={"Access-Control-Allow-Origin": "*"}
    ))  # fmt: skip
    say = light.context.texts
    chat = Chat(page).open()
    assistant.says(RICH)
    answer = chat.ask("42")
    assert_accessible(page, "an answer")
    answer.locator(".rest summary").click()
    answer.locator(".sources summary").click()
    assert_accessible(page, "an open answer")
    picture(page, f"rich-{language}-{scheme}")
    assistant.says(utterance("Here.", attachments=[CHART]))
    chat.ask("43")
    chat.panel.locator(".chart > button").click()
    expect(chat.panel.locator("dialog")).to_be_visible()
    assert_accessible(page, "a large chart")
    page.keyboard.press("Escape")
    expect(chat.panel).to_be_visible()
    chat.panel.locator(".menu > button").click()
    assert_accessible(page, "menu")
    picture(page, f"menu-{language}-{scheme}")
    for key in ("widget-shared", "widget-large"):
        chat.panel.locator(".menu li").get_by_role("button", name=say(language, key)).click()
        assert_accessible(page, key)
        chat.panel.locator(".menu > button").click()
    picture(page, f"large-{language}-{scheme}")
    chat.panel.locator(".menu li").get_by_role("button", name=say(language, "widget-anew")).click()
    expect(chat.panel.get_by_role("alertdialog")).to_be_visible()
    assert_accessible(page, "about to begin anew")
    page.keyboard.press("Escape")
    page.route(re.compile(r"/api/conversations/"), lambda route: route.abort("connectionrefused"))
    chat.say("44")
    expect(chat.panel.locator("form.form")).to_be_visible(timeout=30_000)
    assert_accessible(page, "the desk is down")
    picture(page, f"down-{language}-{scheme}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_at_320_pixels_and_enlarged(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant, picture: Picture, language: str
) -> None:
    """Nothing sticks out at 320 pixels, which is also 1280 at 400 %; menu and questions are reached; text at 200 %."""
    page = window(**TELEPHONE)
    page.goto(f"{embedding.allowed}/?language={language}")
    chat = Chat(page)
    chat.launcher.tap()
    assistant.says(RICH)
    chat.ask("42").locator(".rest summary").tap()
    assert page.evaluate(STICKING_OUT) == []
    chat.panel.locator(".menu > button").tap()
    for item in chat.panel.locator(".menu li:not(.wide) button").all():
        expect(item).to_be_in_viewport(ratio=1)
    picture(page, f"telephone-menu-{language}")
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('volunteer-chat').shadowRoot.querySelector('.root').style.fontSize = '200%'")
    assert page.evaluate(STICKING_OUT) == []
    expect(chat.field).to_be_in_viewport()
    expect(chat.panel.locator(".bar button").last).to_be_in_viewport(ratio=1)
    picture(page, f"telephone-200-{language}")


def test_the_large_view_is_for_large_windows(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant
) -> None:
    """Chosen, then the window becomes narrow: all of the chat stays on the screen, and nothing offers it there."""
    page = window()
    page.goto(embedding.allowed)
    chat = Chat(page)
    chat.open()
    chat.panel.get_by_role("button", name=MENU).click()
    chat.panel.get_by_role("button", name="Large view").click()
    assert chat.box()[2] > 600
    page.set_viewport_size({"width": 320, "height": 568})
    assert chat.box() == (0, 0, 320, 568)
    chat.panel.get_by_role("button", name=MENU).click()
    expect(chat.panel.get_by_role("button", name="Large view")).to_be_hidden()


def test_a_telephone_that_is_turned_stays_full_screen(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant
) -> None:
    """On its side it is wide and low; 'back' still closes the chat and not the page."""
    page = window(**TELEPHONE)
    page.goto(embedding.allowed)
    chat = Chat(page)
    chat.open()
    page.set_viewport_size({"width": 740, "height": 360})
    assert chat.box() == (0, 0, 740, 360)
    page.go_back()
    expect(chat.panel).to_be_hidden()
    assert page.url.startswith(embedding.allowed)


def test_new_messages_are_spoken_once_and_in_order(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """The history is not read out; each new message is, when it comes, and not again when anything else changes."""
    chat.open().ask("first")
    held: list[Route] = []
    chat.page.route(re.compile(r"/messages\?after"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    chat.page.reload()
    chat.open()
    chat.page.evaluate(SPOKEN)
    held[0].continue_()
    chat.page.unroute_all()
    expect(chat.messages()).to_have_count(2)
    expect(chat.log).to_have_attribute("aria-live", "polite")
    assert chat.page.evaluate("window.spoken") == []
    chat.ask("second")
    assistant.says(utterance("One."), utterance("Two."))
    chat.say("third")
    expect(chat.messages("assistant")).to_have_count(4)
    chat.panel.locator(".rating button").first.click()
    chat.page.evaluate("dispatchEvent(new Event('online'))")
    chat.page.wait_for_timeout(300)
    spoken = chat.page.evaluate("window.spoken")
    said = [next(each for each in ("second", "third", "One.", "Two.") if each in text) for text in spoken]
    assert said == ["second", "second", "third", "One.", "Two."], spoken  # 'You said: second'


def test_the_accessibility_tree(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """What a screen reader finds: a dialog with a name, who speaks, groups and buttons with names."""
    assistant.says(RICH)
    chat.open().ask("nurses?")
    expect(chat.panel).to_match_aria_snapshot("""
    - dialog /Ask/:
      - heading /Ask/ [level=2]
      - combobox "Language"
      - button "More about this conversation"
      - button "Close the chat"
      - status:
        - paragraph: /You are talking to the assistant/
      - region "Conversation":
        - log "Messages":
          - text: Today You
          - paragraph: nurses?
          - text: Assistant
          - paragraph: /Paragraph 0/
          - group: Show the rest
          - list "Assignments":
            - listitem:
              - article:
                - heading "Nurse" [level=3]
                - term: Country
                - definition: Kenya
                - link /Details.*Nurse/
          - region "Years":
            - table "Years"
          - group "Choose an answer":
            - button "Show more"
            - button "Kenya ×"
          - group: Source
          - time
          - group "Was this helpful?":
            - button "Yes"
            - button "No"
      - textbox "Your message"
      - button "Send" [disabled]
    """)


def test_the_keyboard_reaches_everything(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Fold, link, table, choice, rating, menu and its questions, in order; every stop has a visible focus."""
    page = chat.page
    assistant.says(RICH)
    tab_to(page, ".launcher")
    page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()
    chat.ask("42")
    for stop in (".bar select", ".menu > button", ".bar > button", ".scroller", ".rest summary", ".card a", ".table",
                 ".choice", ".sources summary", ".rating button", "textarea"):  # fmt: skip
        tab_to(page, stop, "Tab" if stop != ".bar select" else "Shift+Tab")
        assert page.evaluate(f"() => getComputedStyle(({FOCUSED})()).outlineStyle") != "none", stop
    tab_to(page, ".menu > button", "Shift+Tab")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chat.panel.get_by_role("alertdialog")).to_contain_text("Begin a new conversation?")
    assert focused(page, ".form button")
    page.keyboard.press("Escape")
    expect(chat.field).to_be_focused()


def test_forced_colours_and_reduced_motion(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant, picture: Picture
) -> None:
    """In forced colours every button and message keeps an edge; who wants no motion gets none."""
    page = window(forced_colors="active", reduced_motion="reduce")
    page.goto(embedding.allowed)
    chat = Chat(page).open()
    assistant.says(RICH)
    chat.ask("42")
    for part in (".bubble", ".send", ".choice", ".card"):
        edge = chat.panel.locator(part).first.evaluate("each => getComputedStyle(each).borderTopWidth")
        assert float(edge.removesuffix("px")) >= 1, part
    picture(page, "forced-colours")
    moving = """() => [...document.querySelector('volunteer-chat').shadowRoot.querySelectorAll('*')]
      .filter((each) => getComputedStyle(each).animationName !== 'none' || each.getAnimations().length)
      .map((each) => each.className)"""
    assert page.evaluate(moving) == []


def test_arabic_with_numbers_and_names(light: Desk, embedding: OtherSite, window: Window, assistant: Assistant) -> None:
    """A Latin name and a number in an Arabic sentence stay whole; an English paragraph runs from left to right."""
    page = window()
    page.goto(f"{embedding.allowed}/?language=ar")
    chat = Chat(page).open()
    assistant.says(utterance("WFP: يعمل 8,282 متطوعا في كينيا\n\nAn English paragraph."))
    answer = chat.ask("كم عدد المتطوعين؟")
    direction = "each => getComputedStyle(each).direction"
    assert answer.locator(".bubble p").nth(0).evaluate(direction) == "rtl"
    assert answer.locator(".bubble p").nth(1).evaluate(direction) == "ltr"
    assistant.says(HAND_OVER)
    chat.say("شخص")
    expect(chat.status).to_contain_text("\u2068")  # the place in the queue is isolated from the words around it

"""The chat widget in a real browser, mostly on a page of another origin with a strict policy and hostile styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest
from other_site import OtherSite
from people import Colleague
from playwright.sync_api import Page, Route, expect
from screens import (
    FOCUSED,
    Chat,
    assert_accessible,
    case_in_queue,
    focused,
    isolating,
    log_in,
    tab_to,
)
from service import Service, until

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]

QUESTION = "How do I reset my password?"
# The same question in every language, and what its answer holds.
PASSWORD = {
    "en": (QUESTION, "password"),
    "fr": ("J'ai oublié mon mot de passe, que faire ?", "mot de passe"),
    "es": ("He olvidado mi contraseña, ¿qué hago?", "contraseña"),
    "ar": ("نسيت كلمة المرور، ماذا أفعل؟", "كلمة المرور"),
    "zh": ("我忘记了密码，怎么办？", "密码"),
    "ru": ("Я забыл пароль, что делать?", "пароль"),
}
PERSON = {"en": "I want to talk to a person", "ar": "أريد التحدث إلى شخص"}
# Elements of the panel that stick out of the window.
STICKING_OUT = """() => [...document.querySelector('volunteer-chat').shadowRoot.querySelectorAll('.panel *')]
  .filter((element) => {
    const box = element.getBoundingClientRect();
    const hidden = getComputedStyle(element).clipPath !== 'none' || getComputedStyle(element).position === 'absolute';
    return box.width > 1 && !hidden && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((element) => element.outerHTML.slice(0, 120))"""


def requests_of(page: Page, origin: str) -> list[str]:
    """A growing list of the paths that the page fetches from ``origin``."""
    found: list[str] = []

    def remember(url: str) -> None:
        if url.startswith(origin):
            found.append(urlsplit(url).path)

    page.on("request", lambda request: remember(request.url))
    return found


def left_of(page: Page, one: str, other: str) -> bool:
    """Whether the middle of ``one`` is to the left of that of ``other``."""
    boxes = [page.locator(f"volunteer-chat {selector}").bounding_box() for selector in (one, other)]
    assert all(boxes)
    first, second = (box["x"] + box["width"] / 2 for box in boxes if box)
    return first < second


def test_nothing_is_fetched_before_the_visitor_comes_near(
    running: Service, other_site: OtherSite, window: Window
) -> None:
    """The page pays for the button alone; hovering brings the rest, opening the texts, the first message the chat."""
    page = window()
    fetched = requests_of(page, running.url)
    page.goto(other_site.allowed)
    expect(page.locator("volunteer-chat .launcher")).to_be_visible()
    page.wait_for_timeout(500)
    assert fetched == ["/widget/volunteer-chat.js"]

    page.locator("volunteer-chat .launcher").hover()
    until_loaded = page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/widget/styles.css'))"
    )
    assert until_loaded
    assert not any(path.startswith("/api/") for path in fetched)

    chat = Chat(page).open()
    assert "/api/widget" in fetched
    page.wait_for_timeout(300)
    assert "/api/conversations" not in fetched
    chat.ask(QUESTION)
    assert fetched.count("/api/conversations") == 1


def test_the_page_cannot_spoil_it(running: Service, other_site: OtherSite, window: Window, picture: Picture) -> None:
    """No rule of the page reaches the chat, its policy is kept, and nothing of the chat reaches the page."""
    page = window()
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    page.goto(other_site.allowed)
    before = page.evaluate("Object.keys(window).sort()")
    chat = Chat(page).open()
    answer = chat.ask("How many UN Volunteers served in 2019?")
    expect(answer).to_contain_text("8,282")
    picture(page, "widget-on-another-site")
    style = answer.locator(".bubble").evaluate(
        "each => { const { textTransform, letterSpacing, color } = getComputedStyle(each); "
        "return [textTransform, letterSpacing, color, parseFloat(getComputedStyle(each).fontSize)] }"
    )
    assert style[:2] == ["none", "normal"]
    assert style[2] != "rgb(255, 0, 0)"
    assert style[3] >= 14
    assert page.evaluate("Object.keys(window).sort()") == before
    assert page.locator("h1").evaluate("each => getComputedStyle(each).color") == "rgb(255, 0, 0)"
    assert broken == []


def test_a_site_that_is_not_allowed_gets_no_chat(running: Service, other_site: OtherSite, window: Window) -> None:
    """The button is there, but the desk does not talk to this page; the visitor is told so."""
    page = window()
    page.goto(other_site.unknown)
    chat = Chat(page)
    chat.launcher.click()
    expect(page.locator("volunteer-chat .sorry")).not_to_be_empty()
    expect(chat.panel).to_have_count(0)


def test_privacy_comes_first(running: Service, other_site: OtherSite, window: Window) -> None:
    """Who answers for the data and how long it is kept is there before the first message."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    note = chat.panel.locator(".privacy")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("privacy@example.org")
    expect(note).to_contain_text("365")
    assert chat.stored().get("id") is None


def test_by_keyboard_alone(running: Service, other_site: OtherSite, window: Window) -> None:
    """From the page to the button, a question, its rating, and back to the button, with the focus where it belongs."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page)
    tab_to(page, ".launcher")
    page.keyboard.press("Enter")
    expect(chat.panel).to_be_visible()
    expect(chat.field).to_be_focused()

    page.keyboard.type("first line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    expect(chat.field).to_have_value("first line\nsecond line")
    chat.field.fill("")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answer = chat.messages("assistant").nth(0)
    expect(answer.locator(".rating")).to_be_visible()
    expect(chat.field).to_be_focused()

    tab_to(page, ".sources summary", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(answer.locator(".sources li").first).to_be_visible()
    tab_to(page, ".rating button", "Tab")
    outline = page.evaluate(f"() => getComputedStyle(({FOCUSED})()).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(answer.locator(".rating")).to_contain_text("Thank you")

    page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    assert focused(page, ".launcher")


def test_on_a_telephone(running: Service, other_site: OtherSite, window: Window, picture: Picture) -> None:
    """320 pixels: it fills the screen, nothing sticks out, Tab stays inside, and it closes again."""
    page = window(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    page.goto(other_site.allowed)
    chat = Chat(page)
    chat.launcher.tap()
    expect(chat.panel).to_be_visible()
    assert chat.box() == (0, 0, 320, 568)
    picture(page, "telephone-privacy")
    expect(chat.panel).to_have_attribute("aria-modal", "true")
    assert page.evaluate(STICKING_OUT) == []

    chat.ask("Which assignments are there in Kenya?")
    picture(page, "telephone-answer")
    chat.say(PERSON["en"])
    expect(chat.status).to_have_attribute("data-state", "queued")
    picture(page, "telephone-queued")
    assert page.evaluate(STICKING_OUT) == []
    conversation = chat.panel.locator(".scroller").bounding_box()
    assert conversation
    assert conversation["height"] >= 568 / 3, "what is said needs a third of the screen, whatever stands around it"
    expect(chat.field).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320 or page.evaluate("innerWidth") <= 320

    for _ in range(40):
        page.keyboard.press("Tab")
        assert focused(page, ".panel *"), "the focus left the chat"
    chat.panel.locator(".bar button").last.tap()
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_visible()


@pytest.mark.parametrize("language", list(PASSWORD))
def test_it_speaks_the_language(
    running: Service, other_site: OtherSite, window: Window, picture: Picture, language: str
) -> None:
    """Every word of the chat is in the language, and so is the answer."""
    page = window()
    page.goto(f"{other_site.allowed}/?language={language}")
    chat = Chat(page).open()
    expect(chat.panel).to_have_attribute("lang", language)
    expect(chat.panel).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    texts, english = (
        httpx.get(f"{running.url}/api/widget", params={"language": each}, trust_env=False).json()["texts"]
        for each in (language, "en")
    )
    for key in ("greeting", "example-1", "example-4"):
        expect(chat.panel.get_by_text(isolating(texts[f"widget-{key}"]))).to_be_visible()
    expect(chat.field).to_have_attribute("placeholder", texts["widget-placeholder"])
    expect(chat.status).to_contain_text(texts["widget-status-assistant"])
    if language != "en":
        assert texts["widget-greeting"] != english["widget-greeting"]
    picture(page, f"widget-{language}")

    question, word = PASSWORD[language]
    answer = chat.ask(question)
    expect(answer.locator(".bubble")).to_contain_text(re.compile(word, re.IGNORECASE))
    expect(answer.locator(".said")).to_have_attribute("lang", language)
    expect(answer.locator(".rating")).to_contain_text(texts["widget-helpful"])
    assert left_of(page, ".send", "textarea") == (language == "ar")
    picture(page, f"widget-{language}-answer")


def test_the_language_is_switched_in_the_middle(running: Service, other_site: OtherSite, window: Window) -> None:
    """Arabic mirrors the panel and keeps what was said; an English line in it still runs from left to right."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    first = chat.ask(QUESTION)
    chat.panel.locator("select").select_option("ar")
    expect(chat.panel).to_have_attribute("dir", "rtl")
    answer = chat.ask(PASSWORD["ar"][0])
    expect(answer.locator(".said")).to_have_attribute("lang", "ar")
    direction = "each => getComputedStyle(each).direction"
    assert first.locator(".bubble > *").first.evaluate(direction) == "ltr"
    assert answer.locator(".bubble > *").first.evaluate(direction) == "rtl"
    assert chat.said()[0] == QUESTION
    page.reload()
    chat.open()
    expect(chat.panel).to_have_attribute("dir", "rtl")


def test_a_reload_and_a_second_tab_keep_the_conversation(
    running: Service, other_site: OtherSite, window: Window
) -> None:
    """The history is there after a reload, and in a second tab, both in step, nothing twice."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    chat.ask(QUESTION)
    said = chat.said()
    page.reload()
    chat.open()
    expect(chat.messages()).to_have_count(2)
    assert chat.said() == said

    other = Chat(page.context.new_page())
    other.page.goto(other_site.allowed)
    other.open()
    expect(other.messages()).to_have_count(2)
    other.ask("How many UN Volunteers served in 2019?")
    expect(chat.messages()).to_have_count(4)
    assert chat.said() == other.said()
    chat.ask("What is an online volunteer?")
    expect(other.messages()).to_have_count(6)
    assert chat.said() == other.said()
    assert len(chat.at_desk(running.url)) == 6

    other.page.close()
    chat.ask("Thank you very much")
    expect(chat.messages()).to_have_count(8)


def test_what_is_written_offline_is_sent_once(
    running: Service, other_site: OtherSite, window: Window, picture: Picture
) -> None:
    """Without a network the words wait, over a reload too; with one they are sent in order, and answered."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    chat.ask(QUESTION)
    page.context.set_offline(True)
    chat.say("What is an online volunteer?")
    chat.say("How many UN Volunteers served in 2019?")
    expect(chat.connection).to_contain_text("offline")
    expect(chat.messages("visitor").last.locator(".delivery")).to_contain_text("Waiting to be sent")
    picture(page, "widget-offline")
    page.context.set_offline(False)
    expect(chat.messages("assistant")).to_have_count(3)
    expect(chat.connection).to_be_empty()
    at_desk = chat.at_desk(running.url)
    assert at_desk.count("What is an online volunteer?") == 1
    assert at_desk.count("How many UN Volunteers served in 2019?") == 1
    assert len(chat.said()) == len(at_desk)


def test_an_answer_that_got_lost_is_not_asked_for_twice(
    running: Service, other_site: OtherSite, window: Window
) -> None:
    """The desk had the message, the connection broke before the answer came: it is repeated, and counts once."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    lost: list[str] = []

    def lose(route: Route) -> None:
        if lost or route.request.method != "POST":
            route.continue_()
            return
        route.fetch()
        lost.append(route.request.url)
        route.abort("connectionreset")

    page.route(re.compile(r"/api/conversations/[^/]+/messages$"), lose)
    chat.say(QUESTION)
    expect(chat.messages("assistant")).to_have_count(1)
    assert lost
    until(lambda: not chat.stored()["pending"], 15, "the message to be known as sent")
    assert chat.at_desk(running.url).count(QUESTION) == 1
    assert chat.said().count(QUESTION) == 1


def test_a_person_joins_while_the_chat_is_closed(
    running: Service, other_site: OtherSite, window: Window, amina: Colleague, picture: Picture
) -> None:
    """The answer waits behind a number on the button, which screen readers hear of."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    chat.ask("Closed: what about my pension?")
    chat.say(PERSON["en"])
    expect(chat.status).to_have_attribute("data-state", "queued")
    page.keyboard.press("Escape")

    ticket = amina.ticket_of("Closed:")
    amina.claim(ticket)
    amina.reply(ticket, "There is none.")
    expect(page.locator("volunteer-chat .unread")).to_have_text("2")
    expect(chat.launcher).to_have_attribute("aria-label", re.compile("2"))
    picture(page, "widget-unread")
    chat.open()
    expect(chat.messages("staff").last).to_contain_text("There is none.")
    expect(chat.status).to_contain_text(isolating("Amina Diallo has joined"))
    withdraw = chat.panel.get_by_role("button", name="Withdraw the request")
    expect(withdraw, "a button that does nothing any more must not look as if it did").to_be_disabled()


def test_going_on_with_the_assistant_keeps_the_place(running: Service, other_site: OtherSite, window: Window) -> None:
    """A waiting visitor asks the assistant meanwhile, and then withdraws the request."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    chat.say(PERSON["en"])
    expect(chat.status).to_have_attribute("data-state", "queued")
    chat.panel.get_by_role("button", name="Go on with the assistant").click()
    expect(chat.status).to_have_attribute("data-state", "assistant")
    expect(chat.status).to_contain_text("in the queue")
    expect(chat.ask(QUESTION)).to_contain_text("password")
    expect(chat.status).to_contain_text("in the queue")
    chat.panel.get_by_role("button", name="Withdraw the request").last.click()
    expect(chat.messages("system").last).to_contain_text("withdrawn")
    expect(chat.status).not_to_contain_text("in the queue")


def test_the_visitor_takes_a_copy_and_deletes(running: Service, other_site: OtherSite, window: Window) -> None:
    """The copy is a file; after deletion neither the browser nor the desk has the conversation."""
    page = window()
    page.goto(other_site.allowed)
    chat = Chat(page).open()
    chat.ask(QUESTION)
    stored = chat.stored()
    menu = chat.panel.get_by_role("button", name="More about this conversation")
    menu.click()
    with page.expect_download() as download:
        chat.panel.get_by_role("button", name="Download this conversation").click()
    assert QUESTION in download.value.path().read_text(encoding="utf-8")
    menu.click()
    chat.panel.get_by_role("button", name="Delete this conversation").click()
    chat.panel.get_by_role("button", name="Delete", exact=True).click()
    expect(chat.panel.locator(".notice").first).to_contain_text("has been deleted")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    reply = httpx.get(
        f"{running.url}/api/conversations/{stored['id']}/messages",
        headers={"Authorization": f"Bearer {stored['token']}"},
        trust_env=False,
    )
    assert reply.status_code == 404


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "light"), ("en", "dark")])
def test_it_is_accessible_in_every_state(
    running: Service, window: Window, picture: Picture, language: str, scheme: str
) -> None:
    """Axe finds nothing on the demonstration site: closed, open, with answers, queued, about to delete."""
    page = window(color_scheme=scheme)
    page.goto(f"{running.url}/?lang={language}")
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    assert_accessible(page, "closed")
    picture(page, f"site-{language}-{scheme}")
    chat.open()
    assert_accessible(page, "open")
    chat.ask({"en": "Which assignments are there in Kenya?", "ar": "ما هي المهام المتاحة في كينيا؟"}[language])
    answer = chat.ask(PASSWORD[language][0])
    answer.locator(".sources summary").click()
    assert_accessible(page, "with answers")
    picture(page, f"answers-{language}-{scheme}")
    chat.say(PERSON[language])
    expect(chat.status).to_have_attribute("data-state", "queued")
    assert_accessible(page, "queued")
    picture(page, f"queued-{language}-{scheme}")
    chat.panel.locator(".menu > button").click()
    assert_accessible(page, "menu")
    chat.panel.locator(".menu li button").nth(3).click()
    expect(chat.panel.get_by_role("alertdialog")).to_be_visible()
    assert_accessible(page, "about to delete")


def test_it_is_accessible_with_staff_and_on_a_telephone(
    running: Service, window: Window, amina: Colleague, picture: Picture
) -> None:
    """Axe finds nothing at 320 pixels, in the queue and with a colleague."""
    page = window(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    page.goto(running.url)
    chat = Chat(page)
    assert_accessible(page, "site")
    chat.open()
    chat.ask("Narrow: can I bring my cat?")
    chat.say(PERSON["en"])
    expect(chat.status).to_have_attribute("data-state", "queued")
    assert_accessible(page, "queued")
    staff = window()
    log_in(staff, running.url, "amina")
    case_in_queue(staff, "Narrow:").click()
    staff.get_by_role("button", name="Claim").click()
    expect(chat.status).to_have_attribute("data-state", "staff")
    assert_accessible(page, "with staff")
    picture(page, "telephone-staff")

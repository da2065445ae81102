"""/chat over HTTP, as a browser without JavaScript uses it: forms are filled in from what the page holds."""

from __future__ import annotations

import html
import re
import uuid
from collections.abc import Iterator

import httpx
import pytest
from support import Assistant, Desk, utterance

from store import models as m
from texts.language import SUPPORTED


class Browser:
    """A browser that has no scripts: a page, its forms, and a cookie."""

    def __init__(self, desk: Desk, language: str = "en") -> None:
        self.http = httpx.Client(
            base_url=desk.url, timeout=20, trust_env=False, verify=False, follow_redirects=True,
            headers={"Accept-Language": language, "Sec-Fetch-Site": "same-origin"},
        )  # fmt: skip
        self.get("/chat")

    def get(self, path: str) -> str:
        """Open a page."""
        return self._show(self.http.get(path))

    def _show(self, reply: httpx.Response) -> str:
        self.status, self.page = reply.status_code, reply.text
        return self.page

    @property
    def words(self) -> str:
        """What can be read on the page."""
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", self.page)).split())

    def submit(self, holding: str, **fields: str) -> str:
        """Submit the form that holds some words, with its hidden fields as they are."""
        forms = re.findall(r"<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", self.page, re.DOTALL)
        action, body = next((a, b) for a, b in forms if holding in html.unescape(b))
        hidden = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', body))
        filled = {name: html.unescape(value) for name, value in hidden.items()} | fields
        return self._show(self.http.post(action, data=filled))

    def say(self, text: str) -> str:
        """Fill in the message form."""
        return self.submit("textarea", text=text)

    def close(self) -> None:
        """Give back the connection."""
        self.http.close()


@pytest.fixture
def browser(any_desk: Desk) -> Iterator[Browser]:
    """A browser on the page, once on each database."""
    browser = Browser(any_desk)
    yield browser
    browser.close()


def test_a_conversation(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """Privacy comes first; then question, answer, source, rating; a reload shows the same."""
    assert "privacy@example.org" in browser.words
    assert any_desk.count(m.Conversation) == 0, "looking at the page begins nothing"
    source = {"title": "The report", "url": "https://example.org/r", "paragraph": "31"}
    assistant.says(utterance("There were **8,282**.", sources=[source]))
    browser.say("How many?")
    assert "<strong>8,282</strong>" in browser.page
    assert 'href="https://example.org/r"' in browser.page
    assert "privacy@example.org" not in browser.words
    browser.submit("Was this helpful?", helpful="true")
    assert "Was this helpful?" not in browser.words
    assert [row.helpful for row in any_desk.rows(m.Feedback)] == [True]
    browser.get("/chat")
    assert "How many?" in browser.words
    assert "src=" not in re.sub(r"<img[^>]*>", "", browser.page), "there is no script"


def test_the_key_is_in_a_cookie_that_scripts_cannot_read(any_desk: Desk) -> None:
    """And nowhere on the page, nor in an address."""
    browser = Browser(any_desk)
    browser.http.follow_redirects = False
    reply = browser.http.post("/chat", data={"client_id": str(uuid.uuid4()), "text": "hello"})
    cookie = reply.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", "Path=/chat"))
    assert "expires" not in cookie.lower(), "it ends with the browser"
    token = browser.http.cookies["desk_chat"].partition(".")[2]
    assert token not in reply.headers["location"]
    page = browser.http.get("/chat")
    assert token not in page.text
    assert page.headers["cache-control"] == "no-store"
    browser.close()


def test_sending_a_form_twice_says_it_once(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """A visitor who presses again, or 'back' and again, is not heard twice."""
    browser.say("first")
    before = browser.page
    browser.say("hello")
    browser.page = before
    browser.say("hello")
    assert assistant.texts == ["first", "hello"]


def test_choices_cards_tables_and_charts(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """What an answer carries is shown; a button sends what it stands for; what is dangerous stays words."""
    card = {"title": "Nurse", "fields": [{"label": "Country", "value": "Kenya"}], "link": "javascript:alert(1)"}
    table = {"head": ["Year", "Number"], "rows": [["2019", "8,282"]]}
    assistant.says(utterance(
        "<script>alert(1)</script> [x](javascript:alert(1))",
        attachments=[
            {"kind": "cards", "alt": "Assignments", "data": {"cards": [card]}},
            {"type": "chart", "url": "/charts/en/bar/1.svg", "title": "Volunteers", "table": table},
            {"kind": "table", "alt": "T", "data": {"columns": ["A"], "rows": [["<b>"], ["2"]]}},
        ],
        choices=[
            {"title": "Show more", "payload": "/more_results"},
            {"title": "Details: Nurse", "payload": "/ask_details", "kind": "card"},
        ],
    ))  # fmt: skip
    browser.say("nurses?")
    assert "<script>" not in browser.page
    assert 'href="javascript:' not in browser.page
    assert 'src="/charts/en/bar/1.svg"' in browser.page
    for words in ("Nurse", "Kenya", "8,282", "<b>", "Show more"):
        assert words in browser.words
    assistant.reset()
    page = browser.page
    browser.submit("Details")
    assert assistant.texts[-1] == "/ask_details"
    browser.page = page
    browser.submit("Show more")
    assert assistant.texts[-1] == "/more_results"


def test_a_person_answers(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """Asked for with a button; the page says the place, and shows the answer once it is looked at again."""
    browser.say("hello")
    assistant.says(utterance("I call a colleague.", do=[{"kind": "hand_over", "reason": "asked"}]))
    browser.submit(any_desk.context.texts("en", "button-human"))
    assert "You are number 1 in the queue" in browser.words
    browser.submit("e-mail", email="no address")
    assert browser.status == 422
    assert "does not look like an e-mail address" in browser.words
    browser.submit("e-mail", email="me@example.org")
    assert browser.status == 200
    anna = any_desk.staff("anna")
    ticket = anna.ticket(re.findall(r"Case (\S+)", browser.words)[-1])
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Here I am.")
    browser.get("/chat")
    assert "Here I am." in browser.words
    assert "Anna has joined" in browser.words


def test_what_is_refused_is_not_lost(any_desk: Desk, browser: Browser) -> None:
    """Too long a message comes back in its field, with the reason."""
    text = "x" * (any_desk.settings.message_length + 1)
    browser.say(text)
    assert browser.status == 413
    assert text in browser.page
    assert "Please shorten it" in browser.words


def test_another_site_cannot_speak_for_the_visitor(any_desk: Desk, browser: Browser) -> None:
    """Forms that come from elsewhere are refused."""
    body = {"client_id": str(uuid.uuid4()), "text": "hello"}
    for path in ("/chat", "/chat/delete", "/chat/leave", "/chat/language"):
        assert browser.http.post(path, data=body, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403, path


@pytest.mark.parametrize("language", SUPPORTED)
def test_it_speaks_the_language(desk: Desk, language: str) -> None:
    """Every word, before and after the first message; and it is switched in the middle."""
    browser = Browser(desk, language)
    say = desk.context.texts
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in browser.page
    for key in ("widget-greeting", "widget-example-1", "widget-send"):
        assert " ".join(say(language, key).split()) in browser.words
    browser.say("42")
    assert say(language, "widget-status-assistant") in browser.words
    other = "ru" if language == "ar" else "ar"
    browser.submit('id="lang"', lang=other)
    assert f'<html lang="{other}"' in browser.page
    browser.say("43")
    assert f'<html lang="{other}"' in browser.page
    browser.close()


TABLE = {"kind": "table", "title": "Volunteers", "data": {"columns": ["year", "number"], "rows": [["2019", 8282]]}}


def test_the_visitors_own(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """A copy, leaving, and deletion."""
    browser.say("remember this")
    assistant.says(
        utterance("An answer", attachments=[TABLE], sources=[{"title": "The report", "url": "https://example.org"}])
    )
    browser.say("and this")
    copies = {kind: browser.http.get(f"/chat/copy.{kind}") for kind in ("txt", "json")}
    assert all("attachment" in reply.headers["content-disposition"] for reply in copies.values())
    said = [line.split(" · ")[-1] for line in copies["txt"].text.splitlines()]
    assert said[:2] == ["You", "remember this"]
    assert said[-6:] == [
        "Assistant",
        "An answer",
        "Volunteers",
        "year\tnumber",
        "2019\t8282",
        "Source: The report https://example.org",
    ]
    assert copies["json"].json()["messages"][0]["text"] == "remember this"
    assert browser.http.get("/chat/copy.exe").status_code == 422
    page, cookie = browser.page, browser.http.cookies["desk_chat"]
    browser.submit("Leave now")
    assert "https://www.wikipedia.org/" in browser.page
    assert "remember this" not in browser.get("/chat")
    browser.http.cookies.set("desk_chat", cookie, path="/chat")
    browser.page = page
    browser.submit("Delete this conversation")
    assert any_desk.count(m.Conversation) == 0
    assert "remember this" not in browser.words


def test_a_report_is_deleted_only_when_staff_confirm(any_desk: Desk, browser: Browser, assistant: Assistant) -> None:
    """It says so, and 'Leave now' stands before everything else."""
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    assistant.says(utterance("Thank you for telling us.", do=[deed]))
    browser.say("he hit me")
    assert browser.words.index("Leave now") < browser.words.index("he hit me")
    browser.submit("Delete this conversation")
    assert browser.status == 409
    assert "must confirm" in browser.words
    assert any_desk.count(m.Conversation) == 1


def test_a_long_conversation_stays_small(any_desk: Desk, browser: Browser) -> None:
    """The newest messages; the earlier ones when they are wanted. A page is light as it travels."""
    for number in range(10):
        browser.say(f"message {number}.")
    assert "message 0." not in browser.words
    assert "message 9." in browser.words
    size = len(browser.http.get("/chat").content)
    assert size < 20_000, f"{size} bytes"
    browser.get("/chat?every=true")
    assert "message 0." in browser.words


def test_a_conversation_that_is_gone_begins_anew(any_desk: Desk, browser: Browser) -> None:
    """Deleted elsewhere, or its time is up: the next message begins another."""
    browser.say("one")
    any_desk.forget()
    browser.get("/chat")
    assert browser.status == 200
    browser.say("two")
    assert "You said: two" in browser.words


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [("2020-04-06", "6 April 2020"), ("2020-04", "April 2020"), ("2020", "2020"), ("in spring", "in spring")],
)
def test_dates_are_written_out(desk: Desk, assistant: Assistant, as_of: str, shown: str) -> None:
    """As CLDR has them, whether a day, a month or a year is known."""
    browser = Browser(desk)
    assistant.says(utterance("So it is.", sources=[{"title": "The report", "as_of": as_of}]))
    browser.say("is it?")
    assert f"as of {shown}" in browser.words
    browser.close()

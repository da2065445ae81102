"""What is on the screen: the chat widget, the console, and whether everybody can use it."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from people import PASSWORD
from playwright.sync_api import Locator, Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The element that has the focus, through shadow roots.
FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}"""


def assert_accessible(page: Page, where: str) -> None:
    """Axe finds nothing on the page as it is."""
    page.wait_for_timeout(150)  # what fades in has faded in
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    report = [
        f"{violation['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
    assert report == [], f"{where}:\n" + "\n".join(report)


def words(text: str) -> str:
    """A text without the marks that isolate names and numbers from the direction around them."""
    return re.sub(r"[\u2066-\u2069]", "", text)


def isolating(text: str) -> re.Pattern[str]:
    """A pattern that finds ``text`` whatever isolates its parts."""
    return re.compile("[\u2066-\u2069]*".join(re.escape(letter) for letter in text))


def focused(page: Page, selector: str) -> bool:
    """Whether the focus is on something that ``selector`` fits."""
    return bool(page.evaluate(f"selector => ({FOCUSED})().matches(selector)", selector))


def tab_to(page: Page, selector: str, key: str = "Tab", most: int = 60) -> None:
    """Press Tab until the focus is on ``selector``."""
    for _ in range(most):
        if focused(page, selector):
            return
        page.keyboard.press(key)
    where = page.evaluate(f"() => ({FOCUSED})().outerHTML.slice(0, 200)")
    raise AssertionError(f"{selector!r} is not reached with {key}; the focus is on {where}")


def mark(page: Page) -> None:
    """Remember this page, to see later that it was not loaded again."""
    page.evaluate("window.here = true")


def assert_not_reloaded(page: Page) -> None:
    """The page is the one that was marked."""
    assert page.evaluate("window.here") is True, "the page was loaded again"


class Chat:
    """The widget on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.locator("volunteer-chat .launcher")
        self.panel = page.locator("volunteer-chat .panel")
        self.field = page.locator("volunteer-chat textarea")
        self.status = page.locator("volunteer-chat .status")
        self.connection = page.locator("volunteer-chat .connection")
        self.log = page.locator("volunteer-chat .log")

    def open(self) -> Chat:
        """Open it with the mouse."""
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def box(self) -> tuple[float, float, float, float]:
        """Where the panel is once it has come in: left, top, width and height in pixels."""
        self.panel.evaluate("panel => Promise.all(panel.getAnimations().map(animation => animation.finished))")
        box = self.panel.bounding_box()
        assert box, "the panel is not shown"
        return box["x"], box["y"], box["width"], box["height"]

    def messages(self, kind: str = "") -> Locator:
        """The messages, or those of one author."""
        return self.log.locator(f".message{kind and '.'}{kind}")

    def said(self) -> list[str]:
        """What was said, in order."""
        return [words(text) for text in self.log.locator(".bubble").all_inner_texts()]

    def say(self, text: str) -> None:
        """Type and send."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Ask the assistant; its answer."""
        before = self.messages("assistant").count()
        self.say(text)
        answer = self.messages("assistant").nth(before)
        expect(answer).to_be_visible()
        return answer

    def stored(self) -> dict[str, Any]:
        """What the browser keeps of the conversation."""
        return self.page.evaluate("JSON.parse(Object.values(localStorage)[0] ?? '{}')")

    def at_desk(self, url: str) -> list[str]:
        """What the desk has of the conversation."""
        stored = self.stored()
        reply = self.page.request.get(
            f"{url}/api/conversations/{stored['id']}/messages", headers={"Authorization": f"Bearer {stored['token']}"}
        )
        return [message["text"] for message in reply.json()["messages"]]


def log_in(page: Page, url: str, login: str, password: str = PASSWORD) -> None:
    """Log in to the console."""
    page.goto(f"{url}/staff")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(re.compile(r"/staff(/password)?$"))


def change_password(page: Page, old: str, new: str = PASSWORD) -> None:
    """Choose a password of one's own."""
    page.locator("input[name=old]").fill(old)
    page.locator("input[name=new]").fill(new)
    page.locator("input[name=new]").press("Enter")
    page.wait_for_url(re.compile(r"/staff$"))


def case_in_queue(page: Page, text: str) -> Locator:
    """The link to the ticket in whose row ``text`` stands."""
    return page.locator("#queue tbody tr", has_text=text).first.locator("th a")

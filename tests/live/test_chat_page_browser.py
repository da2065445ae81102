"""/chat in a browser that runs no scripts, and in one that does: usable by everybody, on a narrow screen too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screens import assert_accessible
from support import Assistant, Desk, utterance

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]

CARDS = [
    {
        "title": f"Nurse in {place}",
        "fields": [{"label": "Country", "value": place}, {"label": "Until", "value": "2026-12-31"}],
        "link": "https://example.org/apply",
    }
    for place in ("Kenya", "Nepal")
]  # fmt: skip
ANSWER = utterance(
    "There are **2** assignments for you.\n\n- in Kenya\n- in Nepal",
    attachments=[
        {"kind": "cards", "alt": "Assignments", "data": {"cards": CARDS}},
        {"kind": "table", "alt": "Volunteers", "data": {"columns": ["Year", "Number"], "rows": [["2019", "8,282"]]}},
    ],
    sources=[{"title": "The report", "url": "https://example.org/r", "paragraph": "31", "as_of": "2020-04-06"}],
    choices=[{"title": "Show more", "payload": "/more_results"}],
)  # fmt: skip


def test_without_scripts(light: Desk, window: Window, assistant: Assistant) -> None:
    """By keyboard: a question, a button, a person, and the answer of staff after 'Look for new messages'."""
    page = window(java_script_enabled=False)
    page.goto(light.url)
    page.get_by_role("link", name="plain page").first.click()
    assistant.says(ANSWER)
    page.get_by_label("Your message").fill("nurses?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#newest")).to_contain_text("There are 2 assignments")
    expect(page.locator("#newest")).to_be_in_viewport()
    assistant.says(utterance("A colleague comes.", do=[{"kind": "hand_over", "reason": "asked"}]))
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".status")).to_contain_text("You are number 1 in the queue")
    case = page.locator(".status").inner_text().rpartition("Case ")[2].split()[0]
    anna = light.staff("anna")
    anna.does(anna.ticket(case), "claim")
    anna.does(anna.ticket(case), "reply", text="Here I am.")
    page.get_by_role("link", name="Look for new messages").click()
    page.reload()
    expect(page.locator("#newest")).to_contain_text("Here I am.")


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("ar", "light", 320), ("ru", "dark", 320)]
)
def test_everybody_can_use_it(
    light: Desk, window: Window, assistant: Assistant, picture: Picture, language: str, scheme: str, width: int
) -> None:
    """Axe finds nothing, and nothing sticks out at 320 pixels: at first, with an answer, refused, in the queue."""
    page = window(color_scheme=scheme, viewport={"width": width, "height": 700})
    page.goto(f"{light.url}/chat?lang={language}")
    sticking_out = "document.documentElement.scrollWidth > innerWidth"
    assert_accessible(page, "at first")
    picture(page, f"chat-page-{language}")
    assistant.says(ANSWER)
    page.locator("textarea").fill("42")
    page.locator(".write button").click()
    expect(page.locator("#newest .cards")).to_be_visible()
    page.locator("#newest details summary").click()
    assert_accessible(page, "with an answer")
    assert not page.evaluate(sticking_out)
    picture(page, f"chat-page-{language}-answer")
    sensitive = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    assistant.says(utterance("A colleague comes.", do=[sensitive]))
    page.locator("textarea").fill("43")
    page.locator(".write button").click()
    expect(page.locator(".leave")).to_be_visible()
    page.locator(".own summary").click()
    page.locator(".own input[type=checkbox]").check()
    page.locator(".own form[action$=delete] button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page, "refused")
    assert not page.evaluate(sticking_out)
    picture(page, f"chat-page-{language}-refused")

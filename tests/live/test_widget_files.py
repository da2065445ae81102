"""The widget where something is sent that is no message: a file that staff ask for."""

from __future__ import annotations

from collections.abc import Callable

from other_site import OtherSite
from playwright.sync_api import Page, Route, expect
from screens import Chat, assert_accessible, focused, tab_to
from support import Assistant, Desk, Staff, a_picture, utterance

from store import models as m

Window = Callable[..., Page]

HAND_OVER = utterance("I am calling a colleague.", do=[{"kind": "hand_over", "reason": "asked"}])
TELEPHONE = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}


def asked(light: Desk, chat: Chat, assistant: Assistant) -> tuple[Staff, int]:
    """Anna has the visitor's conversation and asks for a file."""
    assistant.says(HAND_OVER)
    chat.open().ask("a person")
    anna, ticket = light.staff("anna"), light.rows(m.Ticket)[0].id
    anna.does(ticket, "claim")
    expect(chat.status).to_contain_text("Anna")
    expect(chat.panel.locator("input[type=file]")).to_be_hidden()
    anna.does(ticket, "ask-file", text="Your certificate")
    return anna, ticket


def test_a_file_by_keyboard_over_a_broken_connection(light: Desk, window: Window, assistant: Assistant) -> None:
    """It is sent once, though the answer to the first try is lost; too large and unfit ones are refused with why."""
    page = window()
    page.goto(f"{light.url}/?lang=en")
    chat = Chat(page)
    anna, ticket = asked(light, chat, assistant)
    form = chat.panel.get_by_role("group", name="A file for our staff")
    expect(form).to_contain_text("at most")
    tab_to(page, "input[type=file]")
    field = form.locator("input[type=file]")
    field.set_input_files({"name": "big.png", "mimeType": "image/png", "buffer": b"x" * 5_000_001})
    expect(form.get_by_role("alert")).to_contain_text("larger than")
    expect(form.get_by_role("button", name="Send the file")).to_be_hidden()
    field.set_input_files({"name": "page.png", "mimeType": "image/png", "buffer": b"<html></html>"})
    tab_to(page, "button.primary")
    page.keyboard.press("Enter")
    expect(form.get_by_role("alert")).to_contain_text("This kind of file cannot be sent")
    assert_accessible(page, "a file that was refused")

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/files?*", lose, times=1)
    field.set_input_files({"name": "photo.png", "mimeType": "image/png", "buffer": a_picture()})
    form.get_by_role("button", name="Send the file").click()
    expect(form.get_by_role("alert")).to_contain_text("The file has not been sent")
    form.get_by_role("button", name="Send the file").click()
    expect(form.locator(".wrong")).to_be_empty()
    expect(chat.field).to_be_focused()
    expect(chat.messages("system").filter(has_text="has arrived")).to_have_count(1)
    assert light.count(m.VisitorFile) == 1
    anna.does(ticket, "hand-back")
    expect(form).to_be_hidden()


def test_on_a_narrow_screen_from_right_to_left(
    light: Desk, embedding: OtherSite, window: Window, assistant: Assistant
) -> None:
    """The form fits, and the focus is not lost when staff hand back."""
    page = window(**TELEPHONE)
    page.goto(f"{embedding.allowed}/?language=ar")
    chat = Chat(page)
    anna, ticket = asked(light, chat, assistant)
    form = chat.panel.get_by_role("group", name="ملف لموظفينا")
    form.locator("input").set_input_files({"name": "my.png", "mimeType": "image/png", "buffer": a_picture()})
    expect(form.get_by_role("button", name="إرسال الملف")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    form.locator("input").focus()
    anna.does(ticket, "hand-back")
    expect(form).to_be_hidden()
    assert focused(page, "textarea")

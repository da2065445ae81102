"""The widget says which answers of staff were on the screen; what nobody has looked at is mailed."""

from __future__ import annotations

from playwright.sync_api import expect
from screens import Chat
from support import Assistant, Desk, utterance, wait_for

from store import models as m


def test_an_answer_counts_as_seen_when_the_chat_is_open(light: Desk, chat: Chat, assistant: Assistant) -> None:
    """Not while it is closed, though the page is there and has received it; opening it is enough."""
    deed = {"kind": "hand_over", "reason": "asked"}
    assistant.says(utterance("I am calling a colleague.", do=[deed]))
    chat.open().say("a person")
    (ticket,) = wait_for(lambda: light.rows(m.Ticket), "the request")
    anna = light.staff("anna")
    anna.does(ticket.id, "claim")
    anna.does(ticket.id, "reply", text="First answer")
    expect(chat.messages("staff")).to_have_count(1)
    wait_for(lambda: light.count(m.UnseenAnswer) == 0, "the answer to count as seen")
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    anna.does(ticket.id, "reply", text="Second answer")
    expect(chat.page.locator("volunteer-chat .unread")).to_have_text("1")
    # A screen reader hears that something has come, not what.
    expect(chat.page.locator("volunteer-chat .root > [role=status]")).to_have_text("New messages (1)")
    assert light.count(m.UnseenAnswer) == 1
    chat.open()
    wait_for(lambda: light.count(m.UnseenAnswer) == 0, "the answer to count as seen")

"""A request on any device: number and code open it, nothing else does, and a reply there reaches staff."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from support import Assistant, Desk, Visitor, utterance

from store import models as m
from texts.language import SUPPORTED

CODE = re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")


def handed_over(desk: Desk, language: str = "en", reason: str = "asked") -> tuple[Visitor, str, str]:
    """A visitor who waits for staff, the case number and its code as the chat shows it."""
    visitor = desk.visitor(language)
    deed = {"kind": "hand_over", "reason": reason, "queue": "general" if reason == "asked" else "sensitive"}
    result = visitor.answered(utterance("I am calling a colleague.", do=[deed]), "a person, please")
    found = CODE.search(result["messages"][-1]["text"])
    assert found, result
    return visitor, result["queue"]["case"], found[0]


def look(desk: Desk, case: str, code: str, language: str = "en") -> httpx.Response:
    return desk.client.post("/case", data={"case": case, "code": code}, params={"lang": language})


def shown(page: httpx.Response) -> str:
    assert page.status_code == 200, page.text
    assert page.headers["cache-control"] == "no-store"
    return html.unescape(page.text)


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def write(desk: Desk, case: str, code: str, text: str, client_id: str = "") -> httpx.Response:
    """Fill in the form for a reply."""
    page = shown(look(desk, case, code))
    form = {"case": field(page, "case"), "code": field(page, "code"), "text": text}
    return desk.client.post("/case/reply", data={**form, "client_id": client_id or field(page, "client_id")})


def test_answers_are_read_and_replied_to_without_the_chat(any_desk: Desk, assistant: Assistant) -> None:
    """State, staff's answers, a reply; it is the visitor's message in the conversation, once."""
    visitor, case, code = handed_over(any_desk)
    page = shown(look(any_desk, case, code))
    assert "It is waiting for a colleague." in page
    assert "There is no answer yet." in page
    anna = any_desk.staff("anna")
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Please send <b>your</b> number.")
    page = look(any_desk, case.lower().replace("-", " "), f" {code.lower()} ")
    assert "Anna is dealing with it." in shown(page)
    assert "Please send &lt;b&gt;your&lt;/b&gt; number." in page.text
    assert "I am calling a colleague" not in page.text, "only what staff and visitor wrote since"
    for _ in range(2):
        reply = write(any_desk, case, code, "It is 7.", "7b1f6f3e-0f5c-4c3a-9d9b-0e3f5a1c2d4e")
        assert shown(reply).count("It is 7.") == 1
    assert [message["text"] for message in visitor.messages("visitor")] == ["a person, please", "It is 7."]
    assert "It is 7." in anna.page(ticket)
    assert visitor.history()["state"] == "staff"
    assert all(":aside-" in body["sender"] for body in assistant.asked)


def test_the_code_is_for_the_visitor_alone(any_desk: Desk) -> None:
    """Not in the store, nor for staff; the visitor's chat and copy have it, also after a reload."""
    visitor, case, code = handed_over(any_desk)
    anna = any_desk.staff("anna")
    with any_desk.context.database.read() as session:
        stored = [repr(session.execute(table.select()).all()) for table in m.Base.metadata.sorted_tables]
    for place in (anna.page(anna.ticket(case)), anna.queue(), *stored):
        assert code not in place
    assert code in visitor.messages("system")[0]["text"]
    assert code in json.dumps(visitor.request("GET", "/export").json())
    visitor.answered(utterance(f"[code of {case}]"))
    visitor.say(f"[code of {case}]")
    said = [message["text"] for message in visitor.messages("visitor") + visitor.messages("assistant")]
    assert not any(code in text for text in said), "only the desk's own words are filled in"


@pytest.mark.parametrize("how", ["handed back", "closed", "resumed"])
def test_a_reply_brings_the_request_back_to_staff(any_desk: Desk, assistant: Assistant, how: str) -> None:
    """Also when it was solved, or the visitor went on with the assistant meanwhile; the assistant is not asked."""
    visitor, case, code = handed_over(any_desk)
    anna = any_desk.staff("anna")
    ticket = anna.ticket(case)
    if how == "resumed":
        visitor.press(visitor.messages("system")[-1]["choices"][0])
    else:
        anna.does(ticket, "claim")
        anna.does(ticket, "hand-back" if how == "handed back" else "close")
        assert "It is solved." in shown(look(any_desk, case, code))
    assert "It is waiting for a colleague." in shown(write(any_desk, case, code, "One more thing."))
    assert all(":aside-" in body["sender"] for body in assistant.asked)
    assert visitor.messages()[-1]["author"] != "assistant"
    assert visitor.history()["state"] == "queued"
    anna.does(anna.ticket(case), "claim")
    anna.does(ticket, "reply", text="Yes?")
    assert "Yes?" in shown(look(any_desk, case, code))
    reopened = any_desk.count(m.AuditEntry, m.AuditEntry.action == "ticket.reopened")
    assert reopened == (0 if how == "resumed" else 1)


def test_a_reply_from_elsewhere_is_read_by_staff_not_by_a_dialogue(any_desk: Desk) -> None:
    """An address that the chat waits for is not taken from the form."""
    visitor, case, code = handed_over(any_desk)
    visitor.press(visitor.messages("system")[-1]["choices"][0])
    visitor.answered(utterance("I can look it up.", do=[{"kind": "verify"}]))
    write(any_desk, case, code, "me@example.org")
    assert visitor.history()["state"] == "queued"
    assert "[e-mail 1]" in visitor.messages("visitor")[-1]["text"]
    assert any_desk.count(m.Letter) == 0


def test_the_same_words_for_everybody(any_desk: Desk) -> None:
    """A wrong code, a case that never was, one that was erased, nonsense: one answer, and nothing can be written."""
    visitor, case, code = handed_over(any_desk)
    _, other, others_code = handed_over(any_desk)
    gone, erased, erased_code = handed_over(any_desk)
    assert gone.request("DELETE").status_code == 204
    pages = set()
    for number, given in (
        (case, "22222-22222"), (case, others_code), ("ZZZZ-9999", code), (erased, erased_code), ("", ""), ("é", "é"),
        (case, f"{code}2"), (other, code),
    ):  # fmt: skip
        page = look(any_desk, number, given)
        assert page.status_code == 404
        pages.add(page.text)
        form = {"case": number, "code": given, "text": "hello", "client_id": "7b1f6f3e-0f5c-4c3a-9d9b-0e3f5a1c2d4e"}
        assert any_desk.client.post("/case/reply", data=form).status_code == 404
    assert len(pages) == 1
    assert "There is no request with this number and this code." in html.unescape(pages.pop())
    assert len(visitor.messages("visitor")) == 1


def test_guessing_is_slowed_down(make_desk: Callable[..., Desk]) -> None:
    """For one network address, whatever is tried; it says when to try again."""
    desk = make_desk(case_rate="3/minute")
    _, case, code = handed_over(desk)
    statuses = [look(desk, case, "22222-22222").status_code for _ in range(3)] + [look(desk, case, code).status_code]
    assert statuses == [404, 404, 404, 429]
    assert "Please try again in" in look(desk, case, code).text
    assert desk.client.post("/case/reply", data={"case": case, "code": code}).status_code == 429


def test_what_cannot_be_sent_stays_in_the_form(any_desk: Desk) -> None:
    """Too long, or nothing at all."""
    _, case, code = handed_over(any_desk)
    long = "x" * (any_desk.settings.message_length + 1)
    for text, status in ((long, 413), ("   ", 422)):
        reply = write(any_desk, case, code, text)
        assert reply.status_code == status
        assert f">{text}</textarea>" in reply.text
    form: dict[str, Any] = {"case": case, "code": code, "text": "hello", "client_id": "1"}
    assert any_desk.client.post("/case/reply", data=form).status_code == 422


@pytest.mark.parametrize("language", SUPPORTED)
def test_pages_speak_every_language(desk: Desk, language: str) -> None:
    """In the right direction of writing; the form is the page's own, without a script."""
    texts = desk.context.texts
    _, case, code = handed_over(desk, language)
    page = desk.client.get("/case", params={"lang": language})
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text
    assert texts(language, "case-intro") in shown(page)
    found = shown(look(desk, case, code, language))
    assert texts(language, "case-open") in found
    assert texts(language, "case-send") in found
    assert texts(language, "error-case-unknown") in html.unescape(look(desk, case, "x", language).text)


def test_a_sensitive_request_shows_whom_to_call(any_desk: Desk) -> None:
    """The operator's emergency contacts; not with other requests."""
    contacts = any_desk.context.texts("en", "emergency-contacts")
    for reason, there in (("sensitive", True), ("asked", False)):
        _, case, code = handed_over(any_desk, reason=reason)
        assert (contacts in shown(look(any_desk, case, code))) == there

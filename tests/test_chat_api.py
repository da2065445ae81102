"""The chat API as its contract promises it, over HTTP against a desk on a real port."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from typing import Any

import httpx
import pytest
from support import PASSWORD, Assistant, Desk, at_once, refusal, utterance, wait_for

from store import models as m

# --- beginning and speaking -------------------------------------------------------------------------------------------


def test_a_new_conversation(desk: Desk) -> None:
    """An id, a token that is given once, the language, no messages, the assistant in charge."""
    reply = desk.client.post("/api/conversations", json={"language": "fr", "page": "https://example.org/"})
    assert reply.status_code == 201
    body = reply.json()
    assert set(body) == {"id", "token", "language", "messages", "state", "queue", "staff", "sensitive", "file_request"}
    assert (body["language"], body["messages"], body["state"]) == ("fr", [], "assistant")
    assert len(body["token"]) >= 32
    assert body["token"] not in str([row.token_hash for row in desk.rows(m.Conversation)])
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3", "fr"),
        ("es,en;q=0.5", "es"),
        ("ar", "ar"),
        ("zh-TW,zh;q=0.9", "zh"),
        ("de-DE,de;q=0.9,ru;q=0.8,en;q=0.7", "ru"),
        ("de", "en"),
        ("*", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_the_browsers_unless_told(desk: Desk, header: str, language: str) -> None:
    """Firefox and Chrome send their languages in order of preference; the first that we speak is taken."""
    headers = {"Accept-Language": header}
    assert desk.client.post("/api/conversations", json={}, headers=headers).json()["language"] == language
    told = desk.client.post("/api/conversations", json={"language": "es-MX"}, headers=headers)
    assert told.json()["language"] == "es"


def test_a_message_and_its_answer(desk: Desk, assistant: Assistant) -> None:
    """The reply holds the visitor's message and the answer with everything that belongs to it, in order."""
    source = {"title": "The report", "url": "https://example.org/r", "paragraph": "31", "as_of": "2020"}
    card = {"kind": "card", "alt": "Nurse", "data": {}}
    choice = {"title": "Show more", "payload": "/more_results"}
    assistant.says(utterance("There were **8,282**.", sources=[source], choices=[choice], attachments=[card]))
    visitor, client_id = desk.visitor(), str(uuid.uuid4())
    result = visitor.send("How many?", client_id=client_id).json()
    question, answer = result["messages"]
    assert (question["seq"], question["author"], question["text"]) == (1, "visitor", "How many?")
    assert question["client_id"] == client_id
    assert (answer["seq"], answer["author"], answer["text"]) == (2, "assistant", "There were **8,282**.")
    assert (answer["sources"], answer["attachments"], answer["rateable"]) == ([source], [card], True)
    assert [set(c) for c in answer["choices"]] == [{"id", "title"}]
    assert dt.datetime.fromisoformat(answer["at"]).tzinfo is not None
    assert result["state"] == "assistant"
    assert assistant.asked[0]["metadata"] == {"language": "en"}
    assert "understood" not in answer
    assert "more_results" not in str(result)


def test_chips_and_buttons_of_cards_say_what_they_are(desk: Desk, assistant: Assistant) -> None:
    """The widget shows them elsewhere; a kind that nobody knows is no answer."""
    choices = [{"title": kind or "plain", "payload": "/greet", "kind": kind} for kind in ("", "chip", "card")]
    visitor = desk.visitor()
    answer = visitor.answered(utterance("Here:", choices=choices))["messages"][-1]
    assert [choice.get("kind") for choice in answer["choices"]] == [None, "chip", "card"]
    assert visitor.history()["messages"][-1]["choices"] == answer["choices"]
    assistant.says(utterance("Here:", choices=[{"title": "x", "payload": "/greet", "kind": "balloon"}]))
    assert visitor.say("again")["messages"][-1]["author"] == "system"


def test_several_answers_keep_their_order(desk: Desk, assistant: Assistant) -> None:
    """An assistant that says three things is heard three times."""
    assistant.says(*(utterance(str(n)) for n in range(3)))
    assert [x["text"] for x in desk.visitor().say("count")["messages"]] == ["count", "0", "1", "2"]


def test_history_and_the_rest_of_it(desk: Desk) -> None:
    """Everything that was said, or what came after a message."""
    visitor = desk.visitor()
    for text in ("one", "two", "three"):
        visitor.say(text)
    found = visitor.history()["messages"]
    assert [x["seq"] for x in found] == [1, 2, 3, 4, 5, 6]
    assert [x["text"] for x in visitor.history(after=4)["messages"]] == ["three", "You said: three"]
    assert visitor.history(after=6)["messages"] == []
    assert visitor.history(after=10**9)["messages"] == []


def test_a_button_is_pressed(desk: Desk, assistant: Assistant) -> None:
    """The visitor's browser sends an opaque id; the assistant gets what it stands for."""
    choice = {"title": "Kenya", "payload": '/search_assignments{"country": "KE"}'}
    visitor = desk.visitor()
    answer = visitor.answered(utterance("Where?", choices=[choice]))["messages"][-1]
    result = visitor.press(answer["choices"][0])
    assert result["messages"][0]["text"] == "Kenya"
    assert assistant.texts == ['/search_assignments{"country": "KE"}']
    refusal(visitor.send(choice="no-such-button"), 409, "invalid")


def test_the_language_follows_the_visitor(desk: Desk, assistant: Assistant) -> None:
    """A message in another script switches; the assistant is told in which language to answer."""
    visitor = desk.visitor("en")
    for text in ("hello", "有多少志愿者？", "ok", "Сколько добровольцев?"):
        visitor.say(text)
    assert [body["metadata"]["language"] for body in assistant.asked] == ["en", "zh", "zh", "ru"]


def test_traditional_chinese_is_read_in_simplified(desk: Desk, assistant: Assistant) -> None:
    """The assistant has learned from simplified script; the visitor's own words are kept as they were typed."""
    visitor = desk.visitor("zh")
    visitor.say("聯合國志工是什麼？")
    assert assistant.texts == ["联合国志愿者是什么？"]
    assert visitor.messages("visitor")[0]["text"] == "聯合國志工是什麼？"


def test_a_language_can_be_chosen(desk: Desk, assistant: Assistant) -> None:
    """In the menu, by its tag; what we do not speak becomes the organisation's first language."""
    visitor = desk.visitor("en")
    assert visitor.request("PUT", "/language", json={"language": "ar"}).status_code == 200
    visitor.say("ok")
    assert assistant.asked[-1]["metadata"]["language"] == "ar"
    visitor.request("PUT", "/language", json={"language": "tlh"})
    visitor.say("ok")
    assert assistant.asked[-1]["metadata"]["language"] == "en"


def test_the_assistant_can_change_the_language(desk: Desk) -> None:
    """'En français, s'il vous plaît': the conversation goes on in French."""
    visitor = desk.visitor("en")
    deed = {"kind": "set_language", "language": "fr"}
    result = visitor.answered(utterance("Désormais je réponds en français.", do=[deed]), "french please")
    assert result["messages"][-1]["language"] == "fr"


# --- sending again, sending at once -----------------------------------------------------------------------------------


def test_a_repeated_send_gets_the_same_result(desk: Desk, assistant: Assistant) -> None:
    """A client that did not hear the answer may ask again: nothing is said twice."""
    visitor, client_id = desk.visitor(), str(uuid.uuid4())
    first = visitor.send("hello", client_id=client_id).json()
    visitor.say("something else")
    assert visitor.send("hello", client_id=client_id).json()["messages"] == first["messages"]
    assert visitor.send("other words", client_id=client_id).json()["messages"] == first["messages"]
    assert assistant.texts == ["hello", "something else"]
    assert len(visitor.messages()) == 4


def test_a_repeat_while_the_first_is_answered_waits_for_it(desk: Desk, assistant: Assistant) -> None:
    """Five sends of one message at once are one turn, and all hear its answer."""
    visitor, client_id = desk.visitor(), str(uuid.uuid4())
    replies = at_once(*[lambda: visitor.send("hello", client_id=client_id)] * 5)
    assert [reply.status_code for reply in replies] == [200] * 5
    assert len({str(reply.json()["messages"]) for reply in replies}) == 1
    assert assistant.texts == ["hello"]
    assert [x["text"] for x in visitor.messages()] == ["hello", "You said: hello"]


def test_a_repeat_after_a_broken_connection(desk: Desk, assistant: Assistant) -> None:
    """The turn goes on when the visitor's connection breaks; the answer is there when the send is repeated."""
    visitor, client_id = desk.visitor(), str(uuid.uuid4())
    assistant.stalls()
    body = {"client_id": client_id, "text": "hello"}
    with pytest.raises(httpx.ReadTimeout):
        visitor.request("POST", "/messages", json=body, timeout=0.5)
    wait_for(lambda: assistant.asked, "the assistant to be asked")
    assistant.goes_on()
    result = visitor.send("hello", client_id=client_id).json()
    assert [x["text"] for x in result["messages"]] == ["hello", "You said: hello"]
    assert assistant.texts == ["hello"]


def test_twenty_at_once_are_answered_one_after_the_other(desk: Desk) -> None:
    """One turn at a time: every message has its answer right behind it, and no number is missing."""
    visitor = desk.visitor()
    replies = at_once(*[lambda n=n: visitor.send(f"message {n}") for n in range(20)])
    assert [reply.status_code for reply in replies] == [200] * 20
    found = visitor.messages()
    assert [x["seq"] for x in found] == list(range(1, 41))
    for question, answer in itertools.batched(found, 2):
        assert answer["text"] == f"You said: {question['text']}"
    for reply in replies:
        assert len(reply.json()["messages"]) == 2


def test_visitors_do_not_wait_for_each_other(desk: Desk, assistant: Assistant) -> None:
    """While the assistant thinks about one question, others can read, write and begin."""
    slow, other = desk.visitor(), desk.visitor()
    assistant.stalls()
    send = lambda: slow.send("slow")  # noqa: E731

    def meanwhile() -> int:
        wait_for(lambda: assistant.asked, "the assistant to be asked")
        found = other.history()["messages"]
        desk.visitor()
        assistant.goes_on()
        return len(found)

    reply, seen = at_once(send, meanwhile)
    assert (reply.status_code, seen) == (200, 0)


# --- feedback, contact, copy ------------------------------------------------------------------------------------------


def _rate(visitor: Any, seq: int, helpful: bool, comment: str = "") -> httpx.Response:
    reply: httpx.Response = visitor.request(
        "POST", "/feedback", json={"message": seq, "helpful": helpful, "comment": comment}
    )
    return reply


def test_an_unhelpful_answer_offers_a_person_two_call_one(desk: Desk) -> None:
    """The first time the desk says sorry and offers, the second time in a row staff are called."""
    visitor = desk.visitor()
    visitor.say("one")
    sorry = _rate(visitor, 2, helpful=False).json()
    assert sorry["state"] == "assistant"
    assert [choice["title"] for choice in sorry["messages"][-1]["choices"]] == ["Talk to a person"]
    # A whole day may lie between the two.
    answer = visitor.say("two")["messages"][-1]
    called = _rate(visitor, answer["seq"], helpful=False).json()
    assert called["state"] == "queued"
    assert [ticket.reason for ticket in desk.rows(m.Ticket)] == ["not_resolved"]


def test_the_assistants_own_misses_count_too(desk: Desk) -> None:
    """Twice 'I do not know' in a row is as bad as two unhelpful answers; an answer in between begins anew."""
    visitor = desk.visitor()
    unknown = utterance("I do not know.", understood={"answered": False})
    assert visitor.answered(unknown)["state"] == "assistant"
    visitor.say("something it knows")
    assert visitor.answered(unknown)["state"] == "assistant"
    assert visitor.answered(unknown)["state"] == "queued"


def test_feedback_is_counted_once_and_can_be_changed(desk: Desk) -> None:
    """Pressing twice is one opinion; changing one's mind is possible."""
    visitor = desk.visitor()
    visitor.say("one")
    for _ in range(3):
        assert _rate(visitor, 2, helpful=False).json()["state"] == "assistant"
    assert _rate(visitor, 2, helpful=True, comment="after all").status_code == 200
    (kept,) = desk.rows(m.Feedback)
    assert (kept.seq, kept.helpful, kept.comment) == (2, True, "after all")


def test_only_answers_can_be_rated(desk: Desk) -> None:
    """Neither one's own words, nor what is not there, nor what says that it cannot be rated."""
    visitor = desk.visitor()
    visitor.answered({"text": "Hello!", "custom": {"rateable": False}})
    for seq in (0, 1, 2, 99):
        refusal(_rate(visitor, seq, helpful=True), 404, "message-unknown")
    assert _rate(visitor, 10**15, helpful=True).status_code in (404, 422)


def test_a_comment_is_masked(desk: Desk) -> None:
    """An address in a comment is personal data as well."""
    visitor = desk.visitor()
    visitor.say("one")
    _rate(visitor, 2, helpful=False, comment="write to anna@example.org")
    assert "anna@example.org" not in desk.rows(m.Feedback)[0].comment


def test_an_address_for_the_answer(desk: Desk) -> None:
    """Kept encrypted with the request, shown to staff, confirmed without repeating it."""
    visitor = desk.visitor()
    refusal(visitor.request("POST", "/contact", json={"email": "a@example.org"}), 409, "no-request")
    case = visitor.ask_person()["queue"]["case"]
    for wrong in ("", "anna", "anna@", "a b@example.org", "a@b", "x" * 250 + "@example.org"):
        refusal(visitor.request("POST", "/contact", json={"email": wrong}), 422, "email")
    reply = visitor.request("POST", "/contact", json={"email": " anna@example.org "})
    assert case in reply.json()["messages"][-1]["text"]
    assert "anna@" not in reply.text
    assert reply.json()["queue"]["offer_email"] is False
    (ticket,) = desk.rows(m.Ticket)
    assert ticket.contact
    assert "anna" not in ticket.contact
    anna = desk.staff("anna")
    assert "anna@example.org" in anna.page(ticket.id)


def test_the_visitors_own_copy(desk: Desk) -> None:
    """Everything that was said, rated and asked for, as a file."""
    visitor = desk.visitor(page="https://example.org/jobs")
    visitor.say("one")
    _rate(visitor, 2, helpful=True, comment="good")
    case = visitor.ask_person()["queue"]["case"]
    reply = visitor.request("GET", "/export")
    assert "attachment" in reply.headers["content-disposition"]
    copy = reply.json()
    assert (copy["id"], copy["language"], copy["page"]) == (visitor.id, "en", "https://example.org/jobs")
    assert [x["text"] for x in copy["messages"]] == [x["text"] for x in visitor.messages()]
    assert copy["feedback"] == [{"message": 2, "helpful": True, "comment": "good"}]
    assert [(x["case"], x["state"]) for x in copy["requests"]] == [(case, "open")]
    assert visitor.token not in reply.text
    assert PASSWORD not in reply.text


def test_what_was_written_while_the_desk_was_down(any_desk: Desk, assistant: Assistant) -> None:
    """Text and address reach staff together, once; the assistant is not asked; no address, nothing is stored."""
    visitor, client_id = any_desk.visitor(), str(uuid.uuid4())
    body = {"client_id": client_id, "text": "When is the deadline?", "email": "no address"}
    refusal(visitor.request("POST", "/messages", json=body), 422, "email")
    assert visitor.messages() == []
    body["email"] = "me@example.org"
    first, second = (visitor.request("POST", "/messages", json=body).json() for _ in range(2))
    assert first == second
    assert (first["state"], first["messages"][0]["text"]) == ("queued", "When is the deadline?")
    (ticket,) = any_desk.rows(m.Ticket)
    assert any_desk.context.vault.unlock(ticket.contact or "") == "me@example.org"
    assert ticket.summary == "When is the deadline?"
    assert assistant.asked == []
    again = {"client_id": str(uuid.uuid4()), "text": "And where?", "email": "me@example.org"}
    assert visitor.request("POST", "/messages", json=again).status_code == 200
    assert any_desk.count(m.Ticket) == 1
    assert any_desk.staff("anna").page(ticket.id).count("me@example.org") == 1
    choice = {"client_id": str(uuid.uuid4()), "choice": "x", "email": "me@example.org"}
    refusal(visitor.request("POST", "/messages", json=choice), 422, "invalid")

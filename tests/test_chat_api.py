"""The chat API as its contract promises it, over HTTP against a desk on a real port."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from support import PASSWORD, Assistant, Desk, at_once, utterance, wait_for

from store import models as m
from texts.language import SUPPORTED

LANGUAGES = SUPPORTED


def _shape(reply: httpx.Response, status: int, code: str | None = None) -> dict[str, Any]:
    """An error in the one shape that every error has."""
    assert reply.status_code == status, reply.text
    body: dict[str, Any] = reply.json()
    assert set(body) <= {"code", "message", "fields"}, body
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", body["code"])
    assert code is None or body["code"] == code
    assert len(body["message"]) > 4
    return body


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
    _shape(visitor.send(choice="no-such-button"), 409, "invalid")


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


# --- what is refused --------------------------------------------------------------------------------------------------


def test_too_long_a_message(desk: Desk) -> None:
    """The limit is the settings' and is told; a message of just that length goes through."""
    visitor, limit = desk.visitor(), desk.settings.message_length
    visitor.say("x" * limit)
    body = _shape(visitor.send("x" * (limit + 1)), 413, "too-long")
    assert body["message"] == desk.context.texts("en", "error-too-long", length=limit + 1, maximum=limit)
    assert len(visitor.messages("visitor")) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b", "/", " / ", "\u00a0//"])
def test_an_empty_message(desk: Desk, assistant: Assistant, text: str) -> None:
    """Nothing visible is no message; nothing is stored."""
    visitor = desk.visitor()
    _shape(visitor.send(text), 422, "empty")
    assert visitor.messages() == []
    assert assistant.asked == []


@pytest.mark.parametrize(
    "body",
    [
        {"text": "hello"},
        {"client_id": "not-a-uuid", "text": "hello"},
        {"client_id": str(uuid.uuid4())},
        {"client_id": str(uuid.uuid4()), "text": "hello", "choice": "x"},
        {"client_id": str(uuid.uuid4()), "text": 7},
        {"client_id": str(uuid.uuid4()), "text": "hello", "author": "staff"},
        [],
    ],
)
def test_a_wrong_body(desk: Desk, body: Any) -> None:
    """What is wrong is said field by field."""
    reply = desk.visitor().request("POST", "/messages", json=body)
    assert _shape(reply, 422, "invalid")["fields"]


def test_no_json_at_all(desk: Desk) -> None:
    """Nor does a body that is no JSON break anything."""
    _shape(desk.visitor().request("POST", "/messages", content=b"{"), 422, "invalid")
    _shape(desk.visitor().request("POST", "/messages", content=b"\xff\xfe"), 422)


@pytest.mark.parametrize(
    "text", ["nul \x00 byte", "lone surrogate \ud800", "🙂" * 50, "\u202egnippilf", "'; DROP TABLE x;--"]
)
def test_any_text_can_be_sent(any_desk: Desk, text: str) -> None:
    """Strange characters are stored or taken out, on both databases; they never break the desk."""
    visitor = any_desk.visitor()
    body = '{"client_id": "%s", "text": %s}' % (uuid.uuid4(), _escaped(text))  # noqa: UP031 - braces
    reply = visitor.request("POST", "/messages", content=body, timeout=10)
    assert reply.status_code in (200, 422), reply.text
    assert visitor.history()["state"] == "assistant"


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in text) + '"'


def test_a_body_that_is_too_large(desk: Desk) -> None:
    """64 KB are enough for everything."""
    reply = desk.visitor().request("POST", "/messages", content=b'{"text": "' + b"x" * 70_000 + b'"}')
    _shape(reply, 413, "body-too-large")
    _shape(desk.client.post("/api/conversations", content=b" " * 70_000), 413, "body-too-large")


def test_a_wrong_token(desk: Desk) -> None:
    """A conversation opens with its own token only, in the header only."""
    mine, other = desk.visitor(), desk.visitor()
    routes = [
        ("GET", "/messages", None), ("GET", "/events", None), ("GET", "/export", None), ("DELETE", "", None),
        ("POST", "/messages", {"client_id": str(uuid.uuid4()), "text": "hello"}),
        ("POST", "/feedback", {"message": 1, "helpful": True}), ("POST", "/contact", {"email": "a@example.org"}),
        ("PUT", "/language", {"language": "fr"}),
    ]  # fmt: skip
    for method, path, body in routes:
        for headers in ({}, {"Authorization": f"Bearer {other.token}"}, {"Authorization": mine.token}):
            reply = desk.client.request(method, f"{mine.path}{path}", json=body, headers=headers)
            _shape(reply, 401, "token")
        _shape(desk.client.request(method, f"{mine.path}{path}?token={mine.token}", json=body), 401, "token")
    assert mine.history()["messages"] == []


def test_an_unknown_conversation(desk: Desk) -> None:
    """404, whatever the token."""
    visitor = desk.visitor()
    for key in (str(uuid.uuid4()), "x", "%00", "a" * 300):
        reply = desk.client.get(f"/api/conversations/{key}/messages", headers=visitor.headers)
        _shape(reply, 404, "conversation-unknown")


def test_too_many_messages(make_desk: Callable[..., Desk]) -> None:
    """429 says when to go on; another conversation is not concerned, and after the pause it works."""
    desk = make_desk(message_rate="2/second")
    visitor = desk.visitor()
    replies = [visitor.send("hello") for _ in range(3)]
    while replies[-1].status_code == 200:  # a slow machine may need more than a second for three
        replies.append(visitor.send("hello"))
    body = _shape(replies[-1], 429, "rate")
    seconds = int(replies[-1].headers["retry-after"])
    assert 1 <= seconds <= 2
    assert str(seconds) in body["message"]
    assert desk.visitor().send("hello").status_code == 200
    wait_for(lambda: visitor.send("hello").status_code == 200, "the limit to pass")


def test_too_many_conversations(make_desk: Callable[..., Desk]) -> None:
    """One address may not begin conversations without end."""
    desk = make_desk(conversation_rate="2/hour")
    replies = [desk.client.post("/api/conversations", json={}) for _ in range(3)]
    assert [reply.status_code for reply in replies] == [201, 201, 429]
    _shape(replies[-1], 429, "rate")
    assert int(replies[-1].headers["retry-after"]) > 60


# --- commands of the assistant ----------------------------------------------------------------------------------------

DISGUISES = [
    "/restart", " /restart", "\t/restart", "\n/restart", "//restart", "/ /restart", "\u00a0/restart", "\u200b/restart",
    "\u200e/restart", "\u202e/restart", "\u2060/restart", "\ufeff/restart", "\u3000/restart", "\u00ad/restart",
    "\u180e/restart", "\u2028/restart", "\uff0frestart", "\u2044restart", "\u2215restart", "\u034f/restart",
    "\u115f/restart", "\u3164/restart", "\u2800/restart", "\u061c/restart", "\ufe0f/restart", "\U000e0020/restart",
    "\x00/restart", "\x1b/restart", "\u2066\u200d/ \u00a0/restart",
]  # fmt: skip


@pytest.mark.parametrize("text", DISGUISES, ids=[repr(text) for text in DISGUISES])
def test_a_typed_command_is_not_obeyed(desk: Desk, assistant: Assistant, text: str) -> None:
    """Whatever stands before the slash, visible or not, what reaches the assistant does not begin with one."""
    desk.visitor().send(text + '{"country": "KE"}')
    for asked in assistant.texts:
        letters = "".join(c for c in asked if c.isprintable() and not c.isspace())
        assert not letters.startswith(("/", "\uff0f")), repr(asked)
        assert "restart" in asked


def test_a_slash_in_the_middle_stays(desk: Desk, assistant: Assistant) -> None:
    """'and/or' is no command."""
    desk.visitor().say("nurse and/or doctor")
    assert assistant.texts == ["nurse and/or doctor"]


def test_personal_values_do_not_reach_the_assistant_or_the_store(desk: Desk, assistant: Assistant) -> None:
    """Masked before anything is stored; the values are kept encrypted."""
    visitor = desk.visitor()
    visitor.say("I am anna@example.org, call +254 712 345678")
    visitor.say("or boris@example.org")
    assert assistant.texts == ["I am [e-mail 1], call [tel 2]", "or [e-mail 3]"]
    kept = desk.rows(m.MaskedValue)
    assert sorted(value.placeholder for value in kept) == ["[e-mail 1]", "[e-mail 3]", "[tel 2]"]
    assert "example" not in str([value.ciphertext for value in kept])
    assert "example.org" not in str(visitor.history())


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_speak_the_readers_language(desk: Desk, language: str) -> None:
    """As the browser asks; the code is the same everywhere."""
    headers = {"Accept-Language": language}
    unknown = desk.client.get("/api/conversations/x/messages", headers={**headers, "Authorization": "Bearer x"})
    body = _shape(unknown, 404, "conversation-unknown")
    assert body["message"] == desk.context.texts(language, "error-conversation-unknown")
    for path in ("/api/nothing", "/nothing", "/static/nothing.css", "/widget/nothing.js"):
        found = _shape(desk.client.get(path, headers=headers), 404, "not-found")
        assert found["message"] == desk.context.texts(language, "error-not-found")
    wrong = _shape(desk.client.put("/api/conversations", headers=headers), 405, "not-allowed")
    assert wrong["message"] == desk.context.texts(language, "error-not-allowed")


def test_every_route_answers_errors_in_the_one_shape(desk: Desk) -> None:
    """For every route of the OpenAPI page: no token, unknown, wrong method, wrong body, body too large."""
    document = desk.client.get("/api/openapi.json").json()
    allowed = {path: {method.upper() for method in methods} for path, methods in document["paths"].items()}
    assert len(allowed) >= 10
    key = str(uuid.uuid4())
    for template, methods in allowed.items():
        path = template.replace("{conversation_id}", key)
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - methods:
            reply = desk.client.request(method, path)
            _shape(reply, 405, "not-allowed")
            assert set(reply.headers["allow"].split(", ")) <= methods | {"HEAD"}
        if "{conversation_id}" in template:
            for method in methods:
                body = {"json": {}} if method in ("POST", "PUT") else {}
                _shape(desk.client.request(method, path, **body), 401, "token")
                reply = desk.client.request(method, path, headers={"Authorization": "Bearer x"}, **body)
                # Files are forms, and larger: who sends one is asked for before it is read (tests/test_files.py).
                _shape(reply, 422 if body and not path.endswith("/files") else 404)
        for method in methods & {"POST", "PUT"} if not path.endswith("/files") else ():
            reply = desk.client.request(method, path, content=b"x" * 70_000, headers={"Authorization": "Bearer x"})
            _shape(reply, 413, "body-too-large")


@pytest.mark.parametrize("after", ["x", "1.5", "", "99999999999999999999999"])
def test_a_wrong_number_is_422(any_desk: Desk, after: str) -> None:
    """Also one that is larger than any number of a message."""
    reply = any_desk.visitor().request("GET", "/messages", params={"after": after})
    if reply.status_code != 200:
        assert "after" in _shape(reply, 422, "invalid")["fields"]


def test_health(make_desk: Callable[..., Desk], assistant: Assistant) -> None:
    """Alive says that the desk is there; ready names the part that is not."""
    desk = make_desk()
    assert desk.client.get("/healthz").json() == {"status": "ok"}
    assert desk.client.get("/readyz").status_code == 200
    assistant.down()
    reply = desk.client.get("/readyz")
    assert reply.status_code == 503
    assert reply.json()["parts"]["assistant"] != "ok"
    assert (reply.json()["parts"]["desk"], reply.json()["parts"]["store"]) == ("ok", "ok")
    assert desk.client.get("/healthz").status_code == 200


def test_security_headers_are_on_every_answer(desk: Desk) -> None:
    """Pages, errors and the API: no sniffing, no framing, scripts of our own only."""
    for path in ("/", "/staff/login", "/api/widget", "/nothing", "/static/console.js", "/healthz"):
        headers = desk.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]


def test_only_allowed_sites_may_talk_to_the_api(make_desk: Callable[..., Desk]) -> None:
    """A page of another origin needs a place in the list; the widget's files may be loaded from anywhere."""
    desk = make_desk(allowed_sites=["https://good.example"])
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    good = desk.client.options("/api/conversations", headers={"Origin": "https://good.example", **asks})
    assert good.headers["access-control-allow-origin"] == "https://good.example"
    bad = desk.client.options("/api/conversations", headers={"Origin": "https://bad.example", **asks})
    assert "access-control-allow-origin" not in bad.headers
    script = desk.client.get("/widget/volunteer-chat.js", headers={"Origin": "https://bad.example"})
    assert script.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_widgets_texts(desk: Desk, language: str) -> None:
    """What the widget needs before the first message, in each language."""
    body = desk.client.get("/api/widget", params={"language": language}).json()
    assert (body["language"], body["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    assert [x["code"] for x in body["languages"]] == list(desk.context.profile.languages)
    assert str(desk.context.profile.retention_days) in body["privacy"]["text"]
    assert all(key.startswith("widget-") and value for key, value in body["texts"].items())


# --- the stream -------------------------------------------------------------------------------------------------------


def test_the_stream_begins_with_the_state_and_goes_on_with_messages(desk: Desk) -> None:
    """A snapshot, then each message once, with its number as the event's id."""
    visitor = desk.visitor()
    visitor.say("before")
    with visitor.stream() as stream:
        first = next(stream)
        assert first.name == "snapshot"
        state = {"state": "assistant", "queue": None, "staff": None, "sensitive": False, "file_request": None}
        assert first.data == {**state, "last_seq": 2}
        visitor.say("now")
        found = [next(stream), next(stream)]
        assert [(x.name, x.id, x.data["text"]) for x in found] == [
            ("message", "3", "now"), ("message", "4", "You said: now"),
        ]  # fmt: skip
        assert found[0].data == visitor.history()["messages"][2]


def test_the_visitors_message_is_streamed_before_the_answer(desk: Desk, assistant: Assistant) -> None:
    """A second tab sees the question while the assistant is still thinking."""
    visitor = desk.visitor()
    assistant.stalls()
    with visitor.stream() as stream:
        next(stream)

        def watch() -> list[str]:
            question = next(stream).data["text"]
            assistant.goes_on()
            return [question, next(stream).data["text"]]

        _, seen = at_once(lambda: visitor.send("hello"), watch)
    assert seen == ["hello", "You said: hello"]


@pytest.mark.parametrize("seen", [0, 1, 3, 4])
def test_the_stream_goes_on_where_it_was(desk: Desk, seen: int) -> None:
    """With Last-Event-ID nothing is missed and nothing comes twice."""
    visitor = desk.visitor()
    visitor.say("one")
    visitor.say("two")
    with visitor.stream(last_seen=seen) as stream:
        assert next(stream).name == "snapshot"
        visitor.say("three")
        found = [next(stream) for _ in range(6 - seen)]
    assert [int(event.id) for event in found] == list(range(seen + 1, 7))


def test_the_stream_tells_changes_of_state(desk: Desk) -> None:
    """Queued, claimed, a reply, handed back: as they happen, messages and states."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    with visitor.stream() as stream:
        next(stream)

        def until(name: str, **wanted: Any) -> dict[str, Any]:
            for event in stream:
                data: dict[str, Any] = event.data
                if event.name == name and all(data[key] == value for key, value in wanted.items()):
                    return data
            raise AssertionError(f"the stream ended before {name} {wanted}")

        ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
        assert until("state", state="queued")["queue"]["place"] == 1
        anna.does(ticket, "claim")
        assert until("state", state="staff")["staff"] == {"name": "Anna"}
        anna.does(ticket, "reply", text="Hello!")
        assert until("message", author="staff")["text"] == "Hello!"
        anna.does(ticket, "hand-back")
        until("state", state="assistant")


def test_the_place_in_the_queue_moves_in_the_stream(desk: Desk) -> None:
    """Who waits sees it without asking when the one before is taken."""
    first, second, anna = desk.visitor(), desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(first.ask_person()["queue"]["case"])
    second.ask_person()
    with second.stream() as stream:
        assert next(stream).data["queue"]["place"] == 2
        anna.does(ticket, "claim")
        assert next(event for event in stream if event.name == "state").data["queue"]["place"] == 1


def test_the_stream_ends_when_the_conversation_is_erased(desk: Desk) -> None:
    """Nothing is left to tell."""
    visitor = desk.visitor()
    with visitor.stream() as stream:
        next(stream)
        assert visitor.request("DELETE").status_code == 204
        assert list(stream) == []


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
        _shape(_rate(visitor, seq, helpful=True), 404, "message-unknown")
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
    _shape(visitor.request("POST", "/contact", json={"email": "a@example.org"}), 409, "no-request")
    case = visitor.ask_person()["queue"]["case"]
    for wrong in ("", "anna", "anna@", "a b@example.org", "a@b", "x" * 250 + "@example.org"):
        _shape(visitor.request("POST", "/contact", json={"email": wrong}), 422, "email")
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
    _shape(visitor.request("POST", "/messages", json=body), 422, "email")
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
    _shape(visitor.request("POST", "/messages", json=choice), 422, "invalid")

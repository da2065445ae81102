"""What the chat API refuses, and how: one shape of errors, limits, sites, commands in disguise."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from support import Assistant, Desk, refusal, wait_for

from desk import guard
from store import models as m
from texts.language import SUPPORTED

LANGUAGES = SUPPORTED


# --- what is refused --------------------------------------------------------------------------------------------------


def test_too_long_a_message(desk: Desk) -> None:
    """The limit is the settings' and is told; a message of just that length goes through."""
    visitor, limit = desk.visitor(), desk.settings.message_length
    visitor.say("x" * limit)
    body = refusal(visitor.send("x" * (limit + 1)), 413, "too-long")
    assert body["message"] == desk.context.texts("en", "error-too-long", length=limit + 1, maximum=limit)
    assert len(visitor.messages("visitor")) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b", "/", " / ", "\u00a0//"])
def test_an_empty_message(desk: Desk, assistant: Assistant, text: str) -> None:
    """Nothing visible is no message; nothing is stored."""
    visitor = desk.visitor()
    refusal(visitor.send(text), 422, "empty")
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
    assert refusal(reply, 422, "invalid")["fields"]


def test_no_json_at_all(desk: Desk) -> None:
    """Nor does a body that is no JSON break anything."""
    refusal(desk.visitor().request("POST", "/messages", content=b"{"), 422, "invalid")
    refusal(desk.visitor().request("POST", "/messages", content=b"\xff\xfe"), 422)


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
    refusal(reply, 413, "body-too-large")
    refusal(desk.client.post("/api/conversations", content=b" " * 70_000), 413, "body-too-large")


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
            refusal(reply, 401, "token")
        refusal(desk.client.request(method, f"{mine.path}{path}?token={mine.token}", json=body), 401, "token")
    assert mine.history()["messages"] == []


def test_an_unknown_conversation(desk: Desk) -> None:
    """404, whatever the token."""
    visitor = desk.visitor()
    for key in (str(uuid.uuid4()), "x", "%00", "a" * 300):
        reply = desk.client.get(f"/api/conversations/{key}/messages", headers=visitor.headers)
        refusal(reply, 404, "conversation-unknown")


def test_too_many_messages(make_desk: Callable[..., Desk]) -> None:
    """429 says when to go on; another conversation is not concerned, and after the pause it works."""
    desk = make_desk(message_rate="2/second")
    visitor = desk.visitor()
    replies = [visitor.send("hello") for _ in range(3)]
    while replies[-1].status_code == 200:  # a slow machine may need more than a second for three
        replies.append(visitor.send("hello"))
    body = refusal(replies[-1], 429, "rate")
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
    refusal(replies[-1], 429, "rate")
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
    body = refusal(unknown, 404, "conversation-unknown")
    assert body["message"] == desk.context.texts(language, "error-conversation-unknown")
    for path in ("/api/nothing", "/nothing", "/static/nothing.css", "/widget/nothing.js"):
        found = refusal(desk.client.get(path, headers=headers), 404, "not-found")
        assert found["message"] == desk.context.texts(language, "error-not-found")
    wrong = refusal(desk.client.put("/api/conversations", headers=headers), 405, "not-allowed")
    assert wrong["message"] == desk.context.texts(language, "error-not-allowed")


def test_every_route_answers_errors_in_the_onerefusal(desk: Desk) -> None:
    """For every route of the OpenAPI page: no token, unknown, wrong method, wrong body, body too large."""
    document = desk.client.get("/api/openapi.json").json()
    allowed = {path: {method.upper() for method in methods} for path, methods in document["paths"].items()}
    assert len(allowed) >= 10
    key = str(uuid.uuid4())
    for template, methods in allowed.items():
        path = template.replace("{conversation_id}", key)
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - methods:
            reply = desk.client.request(method, path)
            refusal(reply, 405, "not-allowed")
            assert set(reply.headers["allow"].split(", ")) <= methods | {"HEAD"}
        if "{conversation_id}" in template:
            for method in methods:
                body = {"json": {}} if method in ("POST", "PUT") else {}
                refusal(desk.client.request(method, path, **body), 401, "token")
                reply = desk.client.request(method, path, headers={"Authorization": "Bearer x"}, **body)
                # Files are forms, and larger: who sends one is asked for before it is read (tests/test_files.py).
                refusal(reply, 422 if body and not path.endswith("/files") else 404)
        for method in methods & {"POST", "PUT"} if not path.endswith("/files") else ():
            size = 1_100_000 if path == guard.REPLIES else 70_000
            reply = desk.client.request(method, path, content=b"x" * size, headers={"Authorization": "Bearer x"})
            refusal(reply, 413, "body-too-large")


@pytest.mark.parametrize("after", ["x", "1.5", "", "99999999999999999999999"])
def test_a_wrong_number_is_422(any_desk: Desk, after: str) -> None:
    """Also one that is larger than any number of a message."""
    reply = any_desk.visitor().request("GET", "/messages", params={"after": after})
    if reply.status_code != 200:
        assert "after" in refusal(reply, 422, "invalid")["fields"]


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

"""What the tests work with: an assistant that obeys, a desk on a real port, visitors, staff, a PostgreSQL server."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import datetime as dt
import html
import io
import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import structlog
import uvicorn
from PIL import Image
from sqlalchemy import delete, func, inspect, select

from desk.app import create_app
from desk.context import Context, make_context
from desk.settings import Settings
from store import models as m
from store.database import Database
from store.profile import Hours, Profile

# As `desk serve` does it; structlog's own pages about an exception take seconds.
structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.JSONRenderer()])

PASSWORD = "correct horse battery"
ALWAYS_OPEN = Hours(
    timezone="UTC",
    open=dict.fromkeys(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), (dt.time.min, dt.time.max)
    ),
)
NEVER_OPEN = Hours(timezone="UTC", open={})
# The day of the demonstration data in the tests.
TODAY = dt.date(2026, 11, 22)
# Demonstration candidates in the tests' stores; the service has 20,000.
CANDIDATES = 40
PLENTY = "100000/minute"
# A stream sends a comment every 15 seconds; when that is all, what a test waits for does not come.
SILENCE = 10.0
# Tables that hold what visitors and staff did, children first.
WRITTEN = (
    m.RequestLine, m.VolunteerRequest, m.WebhookEvent, m.Verification, m.Letter, m.Subscription, m.ApplicationStep,
    m.Application, m.Candidate, m.UnseenAnswer, m.ConversationKey, m.Choice, m.Feedback, m.MessageSearch,
    m.SavedView, m.MaskedValue, m.Turn, m.Note, m.Correction, m.NoticeReply, m.NoticeLink, m.NoticeText, m.Notice,
    m.Mirror, m.Offer, m.Ticket, m.QueueMember, m.VisitorFile, m.FileRequest, m.Message, m.Conversation, m.AuditEntry,
    m.ArticleVersion, m.ArticleText, m.Article,
)  # fmt: skip


def free_port() -> int:
    """A port of the loopback that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for[T](look: Callable[[], T], what: str, seconds: float = 10.0) -> T:
    """What ``look`` returns as soon as it is true; the test fails after ``seconds``."""
    until = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > until:
            pytest.fail(f"waited {seconds} s in vain for: {what}")
        time.sleep(0.01)
    return found


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Run ``works`` in threads that start together; their results, in order. An exception is a result too."""
    start, results = threading.Barrier(len(works)), [None] * len(works)

    def run(number: int, work: Callable[[], Any]) -> None:
        start.wait()
        try:
            results[number] = work()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            results[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


# --- the assistant ----------------------------------------------------------------------------------------------------


def utterance(text: str, **custom: Any) -> dict[str, Any]:
    """One utterance as the assistant's channel sends it."""
    understood = {"intent": "ask_article", "score": 0.9, "answered": True, **custom.pop("understood", {})}
    return {"text": text, "custom": {"rateable": True, "understood": understood, **custom}}


def a_picture(kind: str = "PNG", size: tuple[int, int] = (12, 8), **more: Any) -> bytes:
    """A small picture as a file."""
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **more)
    return out.getvalue()


def in_a_thread[T](work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run ``work`` in a loop of its own: Playwright, used by other tests, leaves one running in the main thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


class Assistant:
    """A real HTTP server with the assistant's channel. It answers as told and remembers what it was asked."""

    def __init__(self) -> None:
        self.port = free_port()
        self.token = "a-token-for-tests-only"
        self.asked: list[dict[str, Any]] = []
        self._server: ThreadingHTTPServer | None = None
        self._gate = threading.Event()
        self.reset()

    @property
    def texts(self) -> list[str]:
        """The messages that reached it."""
        return [body["message"] for body in self.asked]

    def reset(self) -> None:
        """Answer every message by repeating it."""
        self.asked.clear()
        self._gate.set()
        self._reply: Callable[[dict[str, Any]], tuple[int, bytes]] = lambda body: _json(
            [utterance(f"You said: {body['message']}")]
        )
        self.up()

    def says(self, *utterances: dict[str, Any]) -> None:
        """Answer with these from now on."""
        self._reply = lambda _body: _json(list(utterances))

    def sends(self, body: bytes, status: int = 200) -> None:
        """Answer with this body, whatever it is."""
        self._reply = lambda _body: (status, body)

    def stalls(self) -> None:
        """Take messages and say nothing until ``goes_on``."""
        self._gate.clear()

    def goes_on(self) -> None:
        """Answer what was kept waiting."""
        self._gate.set()

    def up(self) -> None:
        """Listen."""
        if self._server is not None:
            return
        owner = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True  # headers and body are two writes; the second must not wait 40 ms

            def do_GET(self) -> None:
                self._send(200, b'{"status": "ok"}')

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if self.path != "/webhooks/desk/webhook" or self.headers["Authorization"] != f"Bearer {owner.token}":
                    self._send(401, b"{}")
                    return
                owner.asked.append(body)
                owner._gate.wait(30)
                self._send(*owner._reply(body))

            def _send(self, status: int, body: bytes) -> None:
                with contextlib.suppress(OSError):  # the desk did not want to wait any longer
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def down(self) -> None:
        """Refuse connections."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def _json(value: object) -> tuple[int, bytes]:
    return 200, json.dumps(value).encode()


# --- the desk ---------------------------------------------------------------------------------------------------------


class Desk:
    """A desk that serves on a real port, in a thread."""

    def __init__(self, settings: Settings, profile: Profile | None = None) -> None:
        self.settings, self._profile = settings, profile
        self._server: uvicorn.Server | None = None
        self._port = 0
        self._people: dict[str, Staff] = {}
        self.start()

    def start(self) -> None:
        """Serve, with everything made anew as after a restart, at the same address as before."""
        self.context: Context = make_context(self.settings)
        hours = {} if self._profile else {"hours": ALWAYS_OPEN}
        self.context.profile = (self._profile or self.context.profile).model_copy(update=hours)
        config = uvicorn.Config(
            create_app(self.settings, self.context), host="127.0.0.1", port=self._port, log_level="critical", ws="none",
            timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        wait_for(lambda: self._server and self._server.started, "the desk to start")
        self._port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self.client = httpx.Client(base_url=self.url, timeout=20, trust_env=False, verify=False)

    def stop(self) -> None:
        """End, as at SIGTERM."""
        for client in (self.client, *(person.http for person in self._people.values())):
            client.close()
        self._people.clear()
        if self._server is not None:
            self._server.should_exit = True
            self._thread.join(20)
            assert not self._thread.is_alive(), "the desk does not end"
            self._server = None
        self.context.database.close()

    def crash(self) -> None:
        """End in the middle of whatever is going on."""
        assert self._server is not None
        self._server.force_exit = True
        self.stop()

    def visitor(self, language: str = "en", **body: Any) -> Visitor:
        """Somebody who has just opened the chat."""
        return Visitor(self, language, **body)

    def staff(self, login: str, role: str = "agent") -> Staff:
        """A member of staff who is logged in, always the same of one name."""
        if login not in self._people:
            self._people[login] = Staff.hired(self, login, role)
        return self._people[login]

    def browser(self, login: str) -> Staff:
        """A browser in which ``login`` has not logged in yet."""
        person = Staff(self, login)
        self._people[f"{login} {len(self._people)}"] = person
        return person

    def forget_login(self, login: str) -> None:
        """The next ``staff(login)`` logs in anew: a test has ended its login."""
        self._people.pop(login).http.close()

    def forget(self) -> None:
        """Take every conversation, ticket, article and audit entry away; accounts stay."""
        with self.context.database.write() as session:
            for table in WRITTEN:
                session.execute(delete(table))

    def rows[M: m.Base](self, table: type[M], *where: Any) -> list[M]:
        """Rows of the store, in the order of their keys (a database gives them as it likes)."""
        with self.context.database.read() as session:
            return list(session.scalars(select(table).where(*where).order_by(*inspect(table).primary_key)))

    def count(self, table: type[m.Base], *where: Any) -> int:
        """How many rows."""
        with self.context.database.read() as session:
            return session.scalar(select(func.count()).select_from(table).where(*where)) or 0


class Visitor:
    """A visitor with a conversation of their own."""

    def __init__(self, desk: Desk, language: str, **body: Any) -> None:
        self.desk = desk
        reply = desk.client.post("/api/conversations", json={"language": language, **body})
        assert reply.status_code == 201, reply.text
        self.id, self.token = reply.json()["id"], reply.json()["token"]
        self.path = f"/api/conversations/{self.id}"
        self.headers = {"Authorization": f"Bearer {self.token}", "Accept-Language": language}

    def request(self, method: str, path: str = "", **more: Any) -> httpx.Response:
        """Any request on the conversation."""
        return self.desk.client.request(method, f"{self.path}{path}", headers=self.headers, **more)

    def send(self, text: str | None = None, choice: str | None = None, client_id: str | None = None) -> httpx.Response:
        """Send a message or press a button."""
        body = {"client_id": client_id or str(uuid.uuid4()), "text": text, "choice": choice}
        return self.request("POST", "/messages", json={k: v for k, v in body.items() if v is not None})

    def say(self, text: str) -> dict[str, Any]:
        """Send a message that must be taken; the messages of this turn and the state."""
        return _taken(self.send(text))

    def press(self, choice: dict[str, str]) -> dict[str, Any]:
        """Press a button that must be taken."""
        return _taken(self.send(choice=choice["id"]))

    def ask_person(self) -> dict[str, Any]:
        """Have the assistant call a person, as it does when asked for one."""
        answer = utterance("I am calling a colleague.", do=[{"kind": "hand_over", "reason": "asked"}])
        return self.answered(answer, "a person, please")

    def answered(self, answer: dict[str, Any], text: str = "a question") -> dict[str, Any]:
        """Say ``text`` and get ``answer`` from the assistant."""
        assistant: Assistant = self.desk.assistant  # type: ignore[attr-defined] # set by the fixture
        assistant.says(answer)
        result = self.say(text)
        assistant.reset()
        return result

    def history(self, after: int = 0) -> dict[str, Any]:
        """Messages and state."""
        return _taken(self.request("GET", "/messages", params={"after": after}))

    def messages(self, author: str | None = None) -> list[dict[str, Any]]:
        """All messages, or those of one author."""
        return [x for x in self.history()["messages"] if author in (None, x["author"])]

    @contextlib.contextmanager
    def stream(self, last_seen: int | None = None) -> Iterator[Iterator[Event]]:
        """The conversation's events as they come."""
        seen = {} if last_seen is None else {"Last-Event-ID": str(last_seen)}
        with self.desk.client.stream("GET", f"{self.path}/events", headers={**self.headers, **seen}) as reply:
            assert reply.status_code == 200
            yield events(reply)


def _taken(reply: httpx.Response) -> dict[str, Any]:
    assert reply.status_code == 200, reply.text
    found: dict[str, Any] = reply.json()
    return found


@dataclasses.dataclass(frozen=True)
class Event:
    """A server-sent event."""

    name: str
    data: Any
    id: str


def events(reply: httpx.Response) -> Iterator[Event]:
    """The events of a stream; comments are passed over. A stream that stays silent fails the test."""
    fields: dict[str, str] = {}
    silent_since = time.monotonic()
    for line in reply.iter_lines():
        if time.monotonic() - silent_since > SILENCE:
            pytest.fail(f"nothing but signs of life on the stream for {SILENCE} s")
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.strip()
        elif fields:
            yield Event(fields["event"], json.loads(fields["data"]), fields.get("id", ""))
            fields, silent_since = {}, time.monotonic()


class Staff:
    """A member of staff with a browser of their own, on the pages of the console."""

    def __init__(self, desk: Desk, login: str) -> None:
        self.desk, self.login = desk, login
        self.http = httpx.Client(
            base_url=desk.url, timeout=20, trust_env=False, verify=False, headers={"Sec-Fetch-Site": "same-origin"}
        )

    @classmethod
    def hired(cls, desk: Desk, login: str, role: str = "agent") -> Staff:
        """Make the account, log in with the first password and change it."""
        from desk import accounts

        staff = cls(desk, login)
        with desk.context.database.write() as session:
            known = session.scalar(select(m.Staff).where(m.Staff.login == login)) is not None
            first = PASSWORD if known else accounts.add(session, login, login.title(), role, "test")[1]
        staff.log_in(first)
        if not known:
            reply = staff.http.post("/staff/password", data={"old": first, "new": PASSWORD})
            assert reply.headers.get("location") == "/staff", reply.text
        return staff

    def log_in(self, password: str = PASSWORD, **more: str) -> httpx.Response:
        """Fill in the login form."""
        return self.http.post("/staff/login", data={"login": self.login, "password": password, **more})

    def joins(self, *queues: str) -> None:
        """Become a member of ``queues``."""
        with self.desk.context.database.write() as session:
            me = session.scalar(select(m.Staff.id).where(m.Staff.login == self.login))
            session.add_all(m.QueueMember(queue=queue, staff_id=me) for queue in queues)

    def queue(self, query: str = "") -> str:
        """What the queue page shows."""
        reply = self.http.get(f"/staff?{query}")
        assert reply.status_code == 200, reply.text
        return reply.text

    def ticket(self, case: str) -> int:
        """The number by which the console links a case."""
        found = re.search(rf'/staff/tickets/(\d+)"[^>]*>{re.escape(case)}<', self.queue())
        assert found, f"{case} is not in the queue"
        return int(found[1])

    def page(self, ticket: int) -> str:
        """A ticket as it is shown, with entities resolved."""
        reply = self.http.get(f"/staff/tickets/{ticket}")
        assert reply.status_code == 200, reply.text
        return html.unescape(reply.text)

    def epoch(self, ticket: int) -> str:
        """The epoch that the page's forms carry."""
        found = re.search(r'name="epoch" value="(\d+)"', self.page(ticket))
        return found[1] if found else "0"

    def do(self, ticket: int, deed: str, **form: str) -> httpx.Response:
        """Press a button of the ticket page; the forms' epoch is the page's unless given."""
        if deed != "claim" and "epoch" not in form:
            form["epoch"] = self.epoch(ticket)
        return self.http.post(f"/staff/tickets/{ticket}/{deed}", data=form)

    def does(self, ticket: int, deed: str, **form: str) -> None:
        """The same, and it must succeed."""
        reply = self.do(ticket, deed, **form)
        assert reply.status_code == 303, reply.text


def refusal(reply: httpx.Response, status: int, code: str | None = None) -> dict[str, Any]:
    """An error in the one shape that every error has."""
    assert reply.status_code == status, reply.text
    body: dict[str, Any] = reply.json()
    assert set(body) <= {"code", "message", "fields"}, body
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", body["code"])
    assert code is None or body["code"] == code
    assert len(body["message"]) > 4
    return body


def dump(database: Database) -> dict[str, frozenset[str]]:
    """Every row of every table, for comparison, as the database gives it."""
    with database.read() as session:
        connection = session.connection()
        return {
            # A row shows only the beginnings of long texts, and takes longer.
            table.name: frozenset(
                repr(tuple(row)) for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')
            )
            for table in m.Base.metadata.sorted_tables
        }  # fmt: skip

"""A small Zammad for the tests: a real HTTP server with those parts of its REST API that matter, and its webhook.

As the real one it keeps numbers of tickets unique, knows no other idempotency, does what it does for a ticket all or
nothing, and lets only administrators delete. It fails as told: before or after it has done what it was asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import re
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from support import free_port

TOKEN = "token-of-the-desk"
GROUPS = ("Users", "Volunteers")
PRIORITIES = ("1 low", "2 normal", "3 high")
STATES = ("new", "open", "closed")


class Refused(Exception):
    """A request that Zammad answers with an error."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status


class Zammad:
    """``faults`` are done in turn, one a request: a status, ``drop`` or ``stall`` (nothing is done), ``drop-after`` or
    ``stall-after`` (it was done), or nothing. ``seconds`` is how long it stalls.
    """

    def __init__(self) -> None:
        self.tickets: dict[int, dict[str, Any]] = {}
        self.articles: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.always = ""
        self.admin = False
        self.seconds = 1.0
        self.port = free_port()
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen."""
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                owner._serve(self, self.command, self.path, self.headers.get("Authorization", ""), body)

            do_GET = do_POST = do_PUT = do_DELETE = _serve

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _serve(self, handler: BaseHTTPRequestHandler, method: str, path: str, authorization: str, body: bytes) -> None:
        with self._lock:
            self.asked.append((method, path))
            fault = self.faults.pop(0) if self.faults else self.always
        if fault.isdigit():
            _send(handler, int(fault), {"error": "something went wrong"})
            return
        if fault == "drop":
            _drop(handler)
            return
        if fault == "stall":
            threading.Event().wait(self.seconds)
            return
        status, answer = self._do(method, path, authorization, body)
        if fault == "drop-after":
            _drop(handler)
            return
        if fault == "stall-after":
            threading.Event().wait(self.seconds)
        _send(handler, status, answer)

    def _do(self, method: str, path: str, authorization: str, body: bytes) -> tuple[int, Any]:
        routes: list[tuple[str, str, Callable[..., tuple[int, Any]]]] = [
            ("POST", r"/api/v1/tickets", self._create),
            ("POST", r"/api/v1/tickets/search", self._search),
            ("PUT", r"/api/v1/tickets/(\d+)", self._update),
            ("DELETE", r"/api/v1/tickets/(\d+)", self._delete),
            ("GET", r"/api/v1/ticket_articles/by_ticket/(\d+)", self._by_ticket),
        ]
        given = json.loads(body) if body else {}
        with self._lock:
            try:
                if authorization != f"Token token={TOKEN}":
                    raise Refused(401, "Authorization failed")
                for verb, pattern, work in routes:
                    if verb == method and (found := re.fullmatch(pattern, path)):
                        return work(given, *map(int, found.groups()))
                raise Refused(404, "No route matches")
            except Refused as error:
                return error.status, {"error": str(error), "error_human": str(error)}

    def _create(self, given: dict[str, Any]) -> tuple[int, Any]:
        if any(ticket["number"] == given["number"] for ticket in self.tickets.values()):
            raise Refused(422, "Object already exists!")
        guess = re.fullmatch(r"guess:[^@\s]+@[^@\s]+", given["customer_id"])
        if guess is None:
            raise Refused(422, "Invalid email of customer")
        ticket = {"id": 100 + len(self.tickets) * 7, "number": given["number"], "state": "new", "priority": "2 normal"}
        self._set(ticket, given)
        article = self._article(ticket, given["article"])
        self.tickets[ticket["id"]] = ticket
        self.articles.append(article)
        return 201, ticket

    def _update(self, given: dict[str, Any], ticket_id: int) -> tuple[int, Any]:
        ticket = self._ticket(ticket_id)
        changed = dict(ticket)
        self._set(changed, given)
        if "article" in given:
            self.articles.append(self._article(ticket, given["article"]))
        ticket.update(changed)
        return 200, ticket

    def _set(self, ticket: dict[str, Any], given: dict[str, Any]) -> None:
        for name, known in (("group", GROUPS), ("state", STATES), ("priority", PRIORITIES)):
            if name in given:
                if given[name] not in known:
                    raise Refused(422, f"No lookup value found for '{name}': \"{given[name]}\"")
                ticket[name] = given[name]
        ticket["title"] = given.get("title", ticket.get("title"))

    def _article(self, ticket: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
        if not given.get("body"):
            raise Refused(422, 'Need at least article: { body: "some text" }')
        # The real one sets ``from`` of a note to whoever uses the API.
        return {
            "id": 1000 + len(self.articles), "ticket_id": ticket["id"], "from": "Desk API", "message_id": None,
            "attachments": [], "internal": False, "content_type": "text/plain", **given,
            "created_by": {"firstname": "Desk", "lastname": "API"},
        }  # fmt: skip

    def _delete(self, _given: dict[str, Any], ticket_id: int) -> tuple[int, Any]:
        self._ticket(ticket_id)
        if not self.admin:
            raise Refused(403, "admin permission required")
        del self.tickets[ticket_id]
        self.articles = [article for article in self.articles if article["ticket_id"] != ticket_id]
        return 200, {}

    def _search(self, given: dict[str, Any]) -> tuple[int, Any]:
        condition = given["condition"]["ticket.number"]
        assert condition["operator"] == "is"
        found = {str(t["id"]): t for t in self.tickets.values() if t["number"] == condition["value"]}
        return 200, {"record_ids": [int(key) for key in found], "assets": {"Ticket": found} if found else {}}

    def _by_ticket(self, _given: dict[str, Any], ticket_id: int) -> tuple[int, Any]:
        self._ticket(ticket_id)
        return 200, [article for article in self.articles if article["ticket_id"] == ticket_id]

    def _ticket(self, ticket_id: int) -> dict[str, Any]:
        if ticket_id not in self.tickets:
            raise Refused(404, f"Couldn't find Ticket with 'id'={ticket_id}")
        return self.tickets[ticket_id]

    # --- what a test looks at and does ---

    def ticket(self, number: str) -> dict[str, Any]:
        """The one ticket of a number."""
        (found,) = [ticket for ticket in self.tickets.values() if ticket["number"] == number]
        return found

    def bodies(self, number: str) -> list[str]:
        """The articles of a ticket, in order."""
        ticket = self.ticket(number)
        return [article["body"] for article in self.articles if article["ticket_id"] == ticket["id"]]

    def answers(self, number: str, body: str, **more: Any) -> dict[str, Any]:
        """An agent writes an article; what the webhook of a trigger then tells."""
        ticket = self.ticket(number)
        article = self._article(ticket, {"body": body, "content_type": "text/html", "sender": "Agent", "type": "note"})
        article |= {"created_by": {"firstname": "Zoë", "lastname": "Quist"}, **more}
        self.articles.append(article)
        return {"ticket": dict(ticket), "article": article}

    def closes(self, number: str) -> dict[str, Any]:
        """An agent closes a ticket without a word; what the webhook tells."""
        self.ticket(number)["state"] = "closed"
        return {"ticket": dict(self.ticket(number)), "article": {}}


def signed(told: dict[str, Any], secret: str) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a webhook as Zammad sends it."""
    body = json.dumps(told).encode()
    made = hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()
    return body, {"Content-Type": "application/json; charset=utf-8", "X-Hub-Signature": f"sha1={made}"}


def _send(handler: BaseHTTPRequestHandler, status: int, answer: Any) -> None:
    body = json.dumps(answer).encode()
    with contextlib.suppress(OSError):  # the desk did not want to wait any longer
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


def _drop(handler: BaseHTTPRequestHandler) -> None:
    with contextlib.suppress(OSError):
        handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True

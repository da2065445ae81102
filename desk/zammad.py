"""Zammad as the outside desk: its REST API, seen from the desk (docs/outside-desks.md).

The API knows no idempotency. So the desk gives each ticket the number of its case, which Zammad keeps unique: a ticket
whose creation was not answered is refused the second time, looked up and used. Each article bears the id of its event
as its Message-ID; an event that was tried before is first looked for among the articles.
"""

from __future__ import annotations

import json
from typing import Any

import requests

from desk import webhooks
from desk.context import Context
from desk.settings import Settings
from desk.webhooks import NotTaken
from store.models import WebhookEvent
from texts.catalogue import locale_of

# The group of a new Zammad, for queues that the settings give no other.
GROUP = "Users"
URGENT = 1
TITLE_LENGTH = 200
# The domain of the Message-IDs of the desk's articles, by which it knows them again.
MARK = "@volunteer-service-desk>"
# The state of the ticket after an event, where that changes it. The visitor's words open it, as mail to a Zammad does.
STATES = {"closed": "closed", "reopened": "open", "visitor": "open"}
# Events after which nothing of the request may be read any more.
ENDS = ("withdrawn", "erased")
SENDERS = {"visitor": "Customer", "assistant": "System", "staff": "Agent"}


def link(settings: Settings, ticket: str) -> str:
    """The address of a ticket for people."""
    return f"{_base(settings)}/#ticket/zoom/{ticket}"


def tell(context: Context, event: WebhookEvent, body: str, known: str) -> str:
    """Do at Zammad what an event of the mirror says; returns the id of the ticket there, which may be ``known``.

    Raises ``NotTaken``.
    """
    what, data = event.kind.removeprefix("ticket."), json.loads(body)["data"]
    with requests.Session() as http:
        http.headers["Authorization"] = f"Token token={context.settings.outside_desk_token}"
        http.headers["User-Agent"] = webhooks.USER_AGENT
        zammad = _Api(http, _base(context.settings))
        if what == "opened":
            return _open(context, zammad, event, data)
        ticket = known or zammad.find(data["case"])
        if what in ENDS:
            _end(context, zammad, event, data, ticket)
        elif not ticket:
            raise NotTaken("the ticket is not there")
        else:
            _change(context, zammad, event, data, ticket)
        return ticket


def _base(settings: Settings) -> str:
    return settings.outside_desk_url.rstrip("/")


class _Api:
    """The few requests that are needed. Each raises ``NotTaken`` when it does not succeed."""

    def __init__(self, http: requests.Session, base: str) -> None:
        self._http, self._base = http, base

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *accepted: int) -> tuple[int, Any]:
        """Status and JSON of an answer that is a success or one of the statuses ``accepted``."""
        try:
            reply = self._http.request(
                method, f"{self._base}/api/v1/{path}", json=body, timeout=webhooks.TIMEOUT, allow_redirects=False
            )
            found = reply.json() if reply.content else {}
        except requests.RequestException as error:  # also for what is no JSON
            raise NotTaken(type(error).__name__) from error
        if not webhooks.is_taken(reply.status_code) and reply.status_code not in accepted:
            said = found.get("error", "") if isinstance(found, dict) else ""
            raise NotTaken(f"status {reply.status_code} {said}".strip())
        return reply.status_code, found

    def find(self, number: str) -> str:
        """The id of the ticket with a number, or nothing. A condition is answered by the database, not by an index."""
        condition = {"ticket.number": {"operator": "is", "value": number}}
        _, found = self.ask("POST", "tickets/search", {"condition": condition, "limit": 10, "full": True})
        tickets = found.get("assets", {}).get("Ticket", {}).values() if isinstance(found, dict) else []
        return next((str(ticket["id"]) for ticket in tickets if ticket.get("number") == number), "")

    def has_article(self, ticket: str, message_id: str) -> bool:
        """Whether an article bears ``message_id``."""
        _, articles = self.ask("GET", f"ticket_articles/by_ticket/{ticket}")
        return any(article.get("message_id") == message_id for article in articles)


def _open(context: Context, zammad: _Api, event: WebhookEvent, data: dict[str, Any]) -> str:
    settings = context.settings
    ticket = {
        "number": data["case"], "title": (data["summary"] or data["case"])[:TITLE_LENGTH],
        "group": settings.outside_desk_queues.get(data["queue"]) or GROUP,
        # One customer for all: who the visitor is does not leave the desk.
        "customer_id": f"guess:{settings.sender(context.profile)}",
        "article": _article(event, _beginning(context, data), "Customer"),
    }  # fmt: skip
    if data["priority"] == URGENT:
        ticket["priority"] = "3 high"
    status, made = zammad.ask("POST", "tickets", ticket, requests.codes.unprocessable)
    if webhooks.is_taken(status):
        return str(made["id"])
    known = zammad.find(data["case"])
    if not known:
        raise NotTaken(f"status {status} {made.get('error', '')}".strip())
    return known


def _change(context: Context, zammad: _Api, event: WebhookEvent, data: dict[str, Any], ticket: str) -> None:
    """Add what has happened as an article, and set state or group with it, all or nothing."""
    what = event.kind.removeprefix("ticket.")
    if what == "message":
        said = data["message"]
        what = said["author"]
        article = _article(event, _line(context, said), SENDERS[what])
    else:
        article = _article(event, _note(context, what, data), "System", internal=True)
    if event.attempts > 1 and zammad.has_article(ticket, article["message_id"]):
        return
    change: dict[str, Any] = {"article": article}
    if what in STATES:
        change["state"] = STATES[what]
    if what == "moved":
        change["group"] = context.settings.outside_desk_queues.get(data["queue"]) or GROUP
    zammad.ask("PUT", f"tickets/{ticket}", change)


def _end(context: Context, zammad: _Api, event: WebhookEvent, data: dict[str, Any], ticket: str) -> None:
    """Delete the ticket if the desk's user may do so, else close it and take the visitor's words out of its title."""
    if not ticket:
        return
    refused = (requests.codes.unauthorized, requests.codes.forbidden, requests.codes.unprocessable)
    status, _ = zammad.ask("DELETE", f"tickets/{ticket}", None, requests.codes.not_found, *refused)
    if status not in refused:
        return
    article = _article(event, _note(context, event.kind.removeprefix("ticket."), data), "System", internal=True)
    zammad.ask("PUT", f"tickets/{ticket}", {"title": data["case"], "state": "closed", "article": article})


# --- words, in the profile's first language ---------------------------------------------------------------------------


def _article(event: WebhookEvent, body: str, sender: str, internal: bool = False) -> dict[str, Any]:
    return {
        "body": body, "content_type": "text/plain", "type": "note", "sender": sender, "internal": internal,
        "message_id": f"<{event.id}{MARK}",
    }  # fmt: skip


def _beginning(context: Context, data: dict[str, Any]) -> str:
    """What the ticket begins with: the facts, a link to the console, and what was said so far."""
    language = context.profile.default_language
    texts, colon = context.texts, context.texts(language, "colon")
    facts = {
        "console-reason": texts(language, f"console-reason-{data['reason']}"),
        "console-queue-name": _queue(context, data),
        "console-language": locale_of(language).languages.get(data["language"], data["language"]),
    }
    lines = [f"{texts(language, key)}{colon}{value}" for key, value in facts.items()]
    said = [_line(context, message) for message in data["messages"]]
    return "\n\n".join(["\n".join([*lines, data["link"]]), *said])


def _line(context: Context, message: dict[str, Any]) -> str:
    language = context.profile.default_language
    who = message["name"] or context.texts(language, f"console-{message['author']}")
    return f"{who}{context.texts(language, 'colon')}{message['text']}"


def _note(context: Context, what: str, data: dict[str, Any]) -> str:
    """A note for agents about what was done to the request."""
    language = context.profile.default_language
    if what == "moved":
        return context.texts(language, "outside-moved", queue=_queue(context, data))
    if what == "closed":
        result = context.texts(language, f"console-resolution-{data['resolution']}")
        return context.texts(language, "outside-closed", result=result)
    return context.texts(language, f"outside-{what}", name=data.get("by", ""))


def _queue(context: Context, data: dict[str, Any]) -> str:
    """A queue as it is called; the profile may give it a text."""
    language, key = context.profile.default_language, f"console-queue-{data['queue']}"
    return context.texts(language, key) if context.texts.has(language, key) else str(data["queue"])

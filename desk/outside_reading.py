"""What an outside desk says: whether it is genuine, and what was answered there.

A Zammad tells of a ticket by a trigger with its webhook, signed by its rule (``X-Hub-Signature``). Any other desk sends
a ``Reply`` as JSON, signed like the desk's own events. Internal notes, and what the desk has written there itself, say
nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from desk import webhooks
from desk.errors import DeskError
from desk.html_words import words
from desk.settings import Settings
from desk.zammad import MARK
from store.models import now

# Seconds by which a signed time may differ from ours: an old message that somebody sends again is refused.
FRESH = 300
NAME_LENGTH = 80
LONGEST = 20_000
TIMESTAMP = re.compile(r"[0-9]{1,12}")


class Reply(BaseModel):
    """An answer of a member of the outside desk's staff to the visitor of ``case``, or its end there, or both.

    ``id`` makes a repeat harmless. ``partly``: there was more, such as a file, that cannot be shown.
    """

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    case: Annotated[str, StringConstraints(max_length=20)]
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_LENGTH)] = ""
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)] = ""
    closed: bool = False
    partly: bool = False


def is_genuine(settings: Settings, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether ``body`` comes from the outside desk, as its signature says."""
    if settings.outside_desk == "zammad":
        made = hmac.new(settings.outside_desk_secret.encode(), body, hashlib.sha1).hexdigest()
        return _same(f"sha1={made}", headers.get("x-hub-signature", ""))
    timestamp = headers.get("x-timestamp", "")
    if not TIMESTAMP.fullmatch(timestamp) or abs(now().timestamp() - int(timestamp)) > FRESH:
        return False
    expected = webhooks.signature(settings.outside_desk_secret, timestamp, body)
    return _same(expected, headers.get("x-signature", ""))


def _same(expected: str, given: str) -> bool:
    return hmac.compare_digest(expected.encode(), given.encode())


def read(settings: Settings, body: bytes) -> Reply | None:
    """What was answered, if anything was. Raises ``DeskError`` 422."""
    try:
        if settings.outside_desk == "zammad":
            return _told(_Told.model_validate_json(body))
        return Reply.model_validate_json(body)
    except ValidationError as error:
        raise DeskError(422, "invalid") from error


class _Person(BaseModel):
    firstname: str | None = None
    lastname: str | None = None


class _Article(BaseModel):
    """An article as Zammad's webhooks show it; all fields are missing where a ticket changed without one."""

    id: int = 0
    body: str = ""
    content_type: str = ""
    sender: str = ""
    internal: bool = True
    message_id: str | None = None
    attachments: list[Any] = Field(default_factory=list)
    created_by: _Person = Field(default_factory=_Person)


class _Ticket(BaseModel):
    number: Annotated[str, StringConstraints(max_length=60)]
    state: str = ""


class _Told(BaseModel):
    ticket: _Ticket
    article: _Article | None = None


def _told(told: _Told) -> Reply | None:
    article, closed = told.article or _Article(), told.ticket.state == "closed"
    if (article.message_id or "").endswith(MARK):
        return None  # the desk itself has written there, perhaps to a ticket that nobody has looked at since
    answers = bool(article.id) and article.sender == "Agent" and not article.internal
    if not answers:
        return Reply(id="closed", case=told.ticket.number, closed=True) if closed else None
    text = words(article.body) if "html" in article.content_type else article.body.strip()
    name = " ".join(part for part in (article.created_by.firstname, article.created_by.lastname) if part)
    return Reply(
        id=str(article.id), case=told.ticket.number, name=name[:NAME_LENGTH], text=text[:LONGEST], closed=closed,
        partly=bool(article.attachments) or len(text) > LONGEST,
    )  # fmt: skip

"""Events for outside systems: written in the transaction that decides on them, sent by the desk's background tasks.

An event is deleted once its system has taken it, so none is sent again after that. The exception: when the desk is
killed, or the answer gets lost, in between, it is sent again with the same id. Each system (``Target``) has a task of
its own, so that a slow one holds no other back. Events of one stream (a request in an outside desk) are sent in order.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import hashlib
import hmac
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import delete, select
from sqlalchemy.event import listen
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from desk.context import Context
from desk.settings import Settings
from store.models import WebhookEvent, now

log = structlog.get_logger()
# The topic of the bus that says that there may be something to send.
WEBHOOKS = "webhooks"
LOOK_SECONDS = 5.0
AT_ONCE = 100
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=5), dt.timedelta(hours=1)
GIVEN_UP_AFTER = dt.timedelta(days=3)
LONGEST_TRY = dt.timedelta(minutes=1)
# Seconds to connect, and to wait for the answer to begin.
TIMEOUT = (3.05, 10.0)
USER_AGENT = "volunteer-service-desk"


class NotTaken(Exception):
    """A system has not taken an event. The message says why, to operators and staff: nothing of people is in it."""


@dataclass(frozen=True)
class Target:
    """An outside system.

    ``address`` is where it is, empty where there is none. ``send`` brings it the body of an event and returns what the
    system calls the matter, if it says so; it raises ``NotTaken``. ``settle`` notes in the transaction that deletes an
    event that it was taken, with that name, or given up, with the reason.
    """

    name: str
    address: Callable[[Settings], str]
    send: Callable[[Context, WebhookEvent, str], str]
    settle: Callable[[Session, WebhookEvent, str, str], None]


def add(
    context: Context, session: Session, kind: str, data: dict[str, Any], target: Target | None = None,
    stream: str | None = None, number: int = 0, pause: dt.timedelta = dt.timedelta(),
) -> None:  # fmt: skip
    """Put an event (``request.confirmed``) into the outbox; where no outside system is set there is nothing to send.

    In a ``stream`` the event waits for those with a lower ``number``. With ``pause`` it is not sent before that.
    """
    to = target or EVENTS
    if not to.address(context.settings):
        return
    event_id, at = str(uuid.uuid4()), now()
    body = {"id": event_id, "event": kind, "created_at": at.isoformat(timespec="seconds"), "data": data}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    session.add(WebhookEvent(
        id=event_id, kind=kind, target=to.name, stream=stream, number=number, ciphertext=context.vault.lock(text),
        next_at=at + pause, expires_at=at + GIVEN_UP_AFTER,
    ))  # fmt: skip
    listen(session, "after_commit", lambda _: context.bus.publish(WEBHOOKS), once=True)


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """The value of ``X-Signature``: HMAC-SHA-256 of ``timestamp.body``."""
    signed = timestamp.encode() + b"." + body
    return f"sha256={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


async def keep_sending(context: Context, stopping: asyncio.Event, target: Target) -> None:
    """As long as the desk runs. An event that is just being sent is marked before this ends."""
    with context.bus.listen(WEBHOOKS) as signal:
        while not stopping.is_set():
            signal.clear()
            try:
                await deliver(context, stopping, target)
            except SQLAlchemyError:
                log.exception("webhook events could not be read; tried again soon")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(signal.wait(), LOOK_SECONDS)


async def deliver(context: Context, stopping: asyncio.Event | None = None, target: Target | None = None) -> None:
    """Try every event that is due once, the oldest first; in a stream the next one follows as soon as one is taken."""
    to = target or EVENTS
    tried: set[str] = set()
    while due := [each for each in await context.read(lambda session: _due(session, to)) if each not in tried]:
        for event_id in due:
            if stopping is not None and stopping.is_set():
                return
            tried.add(event_id)
            await _deliver(context, to, event_id)


def _due(session: Session, target: Target) -> list[str]:
    earlier = aliased(WebhookEvent)
    held_back = select(earlier.id).where(
        earlier.stream == WebhookEvent.stream, earlier.number < WebhookEvent.number
    ).exists()  # fmt: skip
    wanted = (WebhookEvent.target == target.name, WebhookEvent.next_at <= now(), ~held_back)
    due = select(WebhookEvent.id).where(*wanted).order_by(WebhookEvent.next_at, WebhookEvent.id)
    return list(session.scalars(due.limit(AT_ONCE)))


async def _deliver(context: Context, target: Target, event_id: str) -> None:
    event = await context.read(lambda session: session.get(WebhookEvent, event_id))
    if event is None:
        return
    if event.expires_at <= now():
        await _give_up(context, target, event, "too late")
        return
    try:
        body = context.vault.unlock(event.ciphertext)
    except InvalidToken:
        await _give_up(context, target, event, "written with a key that VAR/vault.key does not hold any more")
        return
    event = await context.write(lambda session: _begin(session, event_id))
    if event is None:
        return  # taken back meanwhile, or another desk sends it
    try:
        name = await asyncio.to_thread(target.send, context, event, body)
    except NotTaken as error:
        why = str(error)
        log.warning(
            "webhook event not taken, tried again later", event_id=event.id, kind=event.kind,
            host=urlsplit(target.address(context.settings)).hostname, attempts=event.attempts, reason=why,
        )  # fmt: skip
        await context.write(lambda session: _later(session, event_id, why))
    else:
        await context.write(lambda session: _forget(session, target, event, name, ""))
        log.info("webhook event sent", event_id=event.id, kind=event.kind)


def _begin(session: Session, event_id: str) -> WebhookEvent | None:
    """Count the try before it is made: after a crash it is known that the system may have the event.

    Until the try has ended, or for as long as one may take, the event is not due for another desk.
    """
    event = session.get(WebhookEvent, event_id, with_for_update=True)
    if event is None or event.next_at > now():
        return None
    event.attempts += 1
    event.next_at = now() + LONGEST_TRY
    return event


def post(url: str, secret: str, event: WebhookEvent, body: str) -> None:
    """Post an event, signed (docs/webhooks.md). Raises ``NotTaken``."""
    timestamp = str(int(now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
        "X-Event-Id": event.id,
        "X-Event": event.kind,
        "X-Timestamp": timestamp,
        "X-Signature": signature(secret, timestamp, body.encode()),
    }
    try:
        # The answer's body is of no interest and is not waited for; another address is not followed.
        with requests.post(
            url, data=body.encode(), headers=headers, timeout=TIMEOUT, stream=True, allow_redirects=False
        ) as reply:
            status = reply.status_code
    except requests.RequestException as error:
        raise NotTaken(type(error).__name__) from error
    if not is_taken(status):
        raise NotTaken(f"status {status}")


def is_taken(status: int) -> bool:
    """Whether a status says that the system has done what it was asked for."""
    return bool(requests.codes.ok <= status < requests.codes.multiple_choices)


def _post_event(context: Context, event: WebhookEvent, body: str) -> str:
    post(context.settings.webhook_url, context.settings.webhook_secret, event, body)
    return ""


def _settle_event(session: Session, event: WebhookEvent, name: str, problem: str) -> None:
    """Nothing is kept of events that were sent or given up."""


# The outside system of WEBHOOK_URL, a customer database for instance.
EVENTS = Target("events", lambda settings: settings.webhook_url, _post_event, _settle_event)


async def _give_up(context: Context, target: Target, event: WebhookEvent, why: str) -> None:
    log.error("webhook event given up", event_id=event.id, kind=event.kind, attempts=event.attempts, reason=why)
    problem = event.problem or why
    await context.write(lambda session: _forget(session, target, event, "", problem))


def _forget(session: Session, target: Target, event: WebhookEvent, name: str, problem: str) -> None:
    session.execute(delete(WebhookEvent).where(WebhookEvent.id == event.id))
    target.settle(session, event, name, problem)


def _later(session: Session, event_id: str, why: str) -> None:
    event = session.get(WebhookEvent, event_id)
    if event is not None:
        pause = min(FIRST_PAUSE * 2 ** (event.attempts - 1), LONGEST_PAUSE)
        event.next_at, event.problem = now() + pause, why[:200]

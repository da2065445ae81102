"""Events for an outside system: written in the transaction that decides on them, sent by the desk's background task.

Each is a signed POST of JSON (docs/webhooks.md). An event is deleted once a 2xx has come, so none is sent again after
that. The exception: when the desk is killed, or the answer gets lost, in between, it is sent again with the same id.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import hashlib
import hmac
import json
import uuid
from typing import Any
from urllib.parse import urlsplit

import requests
import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk.context import Context
from store.models import WebhookEvent, now

log = structlog.get_logger()
# The topic of the bus that says that there may be something to send.
WEBHOOKS = "webhooks"
LOOK_SECONDS = 5.0
AT_ONCE = 100
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=5), dt.timedelta(hours=1)
GIVEN_UP_AFTER = dt.timedelta(days=3)
# Seconds to connect, and to wait for the answer to begin.
TIMEOUT = (3.05, 10.0)


def add(context: Context, session: Session, kind: str, data: dict[str, Any]) -> None:
    """Put an event (``request.confirmed``) into the outbox; where no outside system is set there is nothing to send."""
    if not context.settings.webhook_url:
        return
    event_id, at = str(uuid.uuid4()), now()
    body = {"id": event_id, "event": kind, "created_at": at.isoformat(timespec="seconds"), "data": data}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    session.add(WebhookEvent(
        id=event_id, kind=kind, ciphertext=context.vault.lock(text), next_at=at, expires_at=at + GIVEN_UP_AFTER
    ))  # fmt: skip


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """The value of ``X-Signature``: HMAC-SHA-256 of ``timestamp.body``."""
    signed = timestamp.encode() + b"." + body
    return f"sha256={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


async def keep_sending(context: Context, stopping: asyncio.Event) -> None:
    """As long as the desk runs. An event that is just being sent is marked before this ends."""
    with context.bus.listen(WEBHOOKS) as signal:
        while not stopping.is_set():
            signal.clear()
            try:
                await deliver(context, stopping)
            except SQLAlchemyError:
                log.exception("webhook events could not be read; tried again soon")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(signal.wait(), LOOK_SECONDS)


async def deliver(context: Context, stopping: asyncio.Event | None = None) -> None:
    """Try every event that is due once, the oldest first."""
    due = (
        select(WebhookEvent.id)
        .where(WebhookEvent.next_at <= now())
        .order_by(WebhookEvent.next_at, WebhookEvent.id)
        .limit(AT_ONCE)
    )
    for event_id in await context.read(lambda session: list(session.scalars(due))):
        if stopping is None or not stopping.is_set():
            await _deliver(context, event_id)


async def _deliver(context: Context, event_id: str) -> None:
    event = await context.read(lambda session: session.get(WebhookEvent, event_id))
    if event is None:
        return
    if event.expires_at <= now():
        await _give_up(context, event, "too late")
        return
    try:
        body = context.vault.unlock(event.ciphertext).encode()
    except InvalidToken:
        await _give_up(context, event, "written with a key that VAR/vault.key does not hold any more")
        return
    why = await asyncio.to_thread(_post, context, event, body)
    if why:
        log.warning(
            "webhook event not taken, tried again later", event_id=event.id, kind=event.kind,
            host=urlsplit(context.settings.webhook_url).hostname, attempts=event.attempts + 1, reason=why,
        )  # fmt: skip
        await context.write(lambda session: _later(session, event_id))
    else:
        await context.write(lambda session: _forget(session, event_id))
        log.info("webhook event sent", event_id=event.id, kind=event.kind)


def _post(context: Context, event: WebhookEvent, body: bytes) -> str:
    """Send an event; why it was not taken, or nothing when it was."""
    timestamp = str(int(now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "volunteer-service-desk",
        "X-Event-Id": event.id,
        "X-Event": event.kind,
        "X-Timestamp": timestamp,
        "X-Signature": signature(context.settings.webhook_secret, timestamp, body),
    }
    try:
        # The answer's body is of no interest and is not waited for; another address is not followed.
        with requests.post(
            context.settings.webhook_url, data=body, headers=headers, timeout=TIMEOUT, stream=True,
            allow_redirects=False,
        ) as reply:  # fmt: skip
            taken = requests.codes.ok <= reply.status_code < requests.codes.multiple_choices
            return "" if taken else f"status {reply.status_code}"
    except requests.RequestException as error:
        return type(error).__name__


async def _give_up(context: Context, event: WebhookEvent, why: str) -> None:
    log.error("webhook event given up", event_id=event.id, kind=event.kind, attempts=event.attempts, reason=why)
    await context.write(lambda session: _forget(session, event.id))


def _forget(session: Session, event_id: str) -> None:
    session.execute(delete(WebhookEvent).where(WebhookEvent.id == event_id))


def _later(session: Session, event_id: str) -> None:
    event = session.get(WebhookEvent, event_id)
    if event is not None:
        pause = min(FIRST_PAUSE * 2**event.attempts, LONGEST_PAUSE)
        event.attempts, event.next_at = event.attempts + 1, now() + pause

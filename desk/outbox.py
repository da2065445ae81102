"""Mail that is to be sent: written in the transaction that decides on it, sent by the desk's background task.

A letter is deleted once the mail server has it, so none is sent twice. The exception: when the desk is killed, or the
server's answer gets lost, just between sending and deleting, it is sent again (with the same Message-ID).
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import smtplib
from collections.abc import Mapping
from email.message import EmailMessage

import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk.context import Context
from desk.mail import POLICY, is_final, reason
from store.models import Conversation, Letter, Subscription, now

log = structlog.get_logger()
# The topic of the bus that says that there may be something to send.
OUTBOX = "outbox"
LOOK_SECONDS = 5.0
AT_ONCE = 100
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=5), dt.timedelta(hours=1)


def add(
    context: Context, session: Session, to: str, key: str, language: str, expires_at: dt.datetime,
    owner: Conversation | Subscription | None = None, headers: Mapping[str, str] | None = None, /, **arguments: object,
) -> None:  # fmt: skip
    """Put a letter into the outbox: the texts ``mail-KEY-subject`` and ``-text``. Without ``to`` nobody gets it.

    A letter that has an ``owner`` is erased with it.
    """
    arguments["organisation"] = context.texts(language, "organisation")
    letter = {
        "to": to,
        "subject": context.texts(language, f"mail-{key}-subject", **arguments),
        "text": context.texts(language, f"mail-{key}-text", **arguments),
        "headers": dict(headers or {}),
    }
    session.add(Letter(
        conversation_id=owner.id if isinstance(owner, Conversation) else None,
        subscription_id=owner.id if isinstance(owner, Subscription) else None, key=key,
        ciphertext=context.vault.lock(json.dumps(letter)), next_at=now(), expires_at=expires_at,
    ))  # fmt: skip


def discard(session: Session, conversation: Conversation, *keys: str) -> None:
    """Take back what has not been sent yet, letters of the names ``keys``: a code that does not hold any more."""
    session.execute(delete(Letter).where(Letter.conversation_id == conversation.id, Letter.key.in_(keys)))


async def keep_sending(context: Context, stopping: asyncio.Event) -> None:
    """As long as the desk runs. A letter that is just being sent is marked before this ends."""
    with context.bus.listen(OUTBOX) as signal:
        while not stopping.is_set():
            signal.clear()
            try:
                await deliver(context, stopping)
            except SQLAlchemyError:
                log.exception("the outbox could not be read; tried again soon")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(signal.wait(), LOOK_SECONDS)


async def deliver(context: Context, stopping: asyncio.Event | None = None) -> None:
    """Try every letter that is due once, first those that are soon too late: a code does not wait for alerts."""
    due = select(Letter.id).where(Letter.next_at <= now()).order_by(Letter.expires_at, Letter.id).limit(AT_ONCE)
    for letter_id in await context.read(lambda session: list(session.scalars(due))):
        if stopping is None or not stopping.is_set():
            await _deliver(context, letter_id)


async def _deliver(context: Context, letter_id: int) -> None:
    letter = await context.read(lambda session: session.get(Letter, letter_id))
    if letter is None:
        return  # erased meanwhile
    try:
        message = _message(context, letter)
    except InvalidToken:
        await _give_up(context, letter, "written with a key that VAR/vault.key does not hold any more")
        return
    if message is None:
        await context.write(lambda session: _forget(session, letter_id))
    elif letter.expires_at <= now():
        await _give_up(context, letter, "too late")
    else:
        await _send(context, letter, message)


async def _give_up(context: Context, letter: Letter, why: str) -> None:
    log.warning("mail given up", letter=letter.id, attempts=letter.attempts, reason=why)
    await context.write(lambda session: _forget(session, letter.id))


async def _send(context: Context, letter: Letter, message: EmailMessage) -> None:
    try:
        await asyncio.to_thread(context.post, message)
    except (OSError, smtplib.SMTPException) as error:
        why = reason(error)
        if is_final(error):
            await _give_up(context, letter, why)
            return
        log.warning("mail not sent, tried again later", letter=letter.id, attempts=letter.attempts + 1, reason=why)
        await context.write(lambda session: _later(session, letter.id))
    else:
        await context.write(lambda session: _forget(session, letter.id))
        log.info("mail sent", letter=letter.id)


def _message(context: Context, letter: Letter) -> EmailMessage | None:
    written = json.loads(context.vault.unlock(letter.ciphertext))
    if not written["to"]:
        return None
    sender = context.settings.sender(context.profile)
    message = EmailMessage(policy=POLICY)
    message["From"], message["To"], message["Subject"] = sender, written["to"], written["subject"]
    message["Date"] = now()
    headers = written.get("headers", {})
    if "Message-ID" not in headers:
        name = context.vault.digest(f"letter {letter.id} {letter.expires_at}")[:32]
        message["Message-ID"] = f"<{name}@{sender.rpartition('@')[2]}>"
    # Machines that answer mail must not answer this one (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    for header, value in headers.items():
        message[header] = value
    message.set_content(written["text"])
    return message


def _forget(session: Session, letter_id: int) -> None:
    session.execute(delete(Letter).where(Letter.id == letter_id))


def _later(session: Session, letter_id: int) -> None:
    letter = session.get(Letter, letter_id)
    if letter is not None:
        pause = min(FIRST_PAUSE * 2**letter.attempts, LONGEST_PAUSE)
        letter.attempts, letter.next_at = letter.attempts + 1, now() + pause

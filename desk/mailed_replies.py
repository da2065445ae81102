"""Replies by mail: what a visitor answers to a mail of ours goes on with the request, as if written in the chat.

A reply names the mail that it answers (``In-Reply-To``, ``References``), whose Message-ID holds the case and a keyed
digest: nobody else can make one. Machines' mails are passed over (RFC 3834), and the desk answers no mail, so that no
two machines can keep each other busy. A mail that is read twice is one message.
"""

from __future__ import annotations

import asyncio
import email
import re
import uuid
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

import structlog
from mailparser_reply import EmailReplyParser
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import answers, html_words
from desk.context import Context
from desk.errors import DeskError
from desk.imap import ERRORS, ImapMailbox, imap_mailbox
from desk.turns import Send, Turns
from store.models import Conversation, Ticket

log = structlog.get_logger()
EVERY_SECONDS = 30.0
LARGEST_BYTES = 20 * 1024 * 1024
TOO_OFTEN = 429
_PARSER = EmailReplyParser(languages=["en", "fr", "es", "zh", "de", "it"])
_COLONS = (":", "\uff1a")


@dataclass(frozen=True)
class Reply:
    """What a visitor wrote by mail: to which case, the words, if any, and whether there was more that was not taken."""

    case: str
    client_id: str
    text: str
    partly: bool


def read(context: Context, raw: bytes) -> Reply | None:
    """The reply in a mail; None where it answers no mail of ours or comes from a machine.

    Raises ``ValueError`` or ``LookupError`` for a mail that cannot be read (an unknown encoding).
    """
    message = email.message_from_bytes(raw, policy=default)
    named = " ".join(str(message.get(header, "")) for header in ("References", "In-Reply-To"))
    case = answers.case_of(context, named)
    if not case or _is_by_machine(context, message):
        return None
    text = _words(message)
    length = context.settings.message_length
    partly = not text or len(text) > length or any(part.is_attachment() for part in message.walk())
    sent = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{case} {message['Message-ID'] or raw.hex()}"))
    return Reply(case, sent, text[:length], partly)


def _is_by_machine(context: Context, message: EmailMessage) -> bool:
    """Whether nobody wrote it: notes of absence, failed deliveries, lists, and what the desk itself has sent."""
    sender = parseaddr(str(message.get("From", "")))[1].lower()
    return (
        str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().lower() != "no"
        or str(message.get("Precedence", "")).strip().lower() in ("bulk", "junk", "list", "auto_reply")
        or str(message.get("Return-Path", "")).strip() == "<>"
        or message.get_content_type() == "multipart/report"
        or any(header in message for header in ("List-Id", "X-Autoreply", "X-Autorespond", "X-Failed-Recipients"))
        or sender.partition("@")[0] in ("mailer-daemon", "postmaster", "")
        or sender == context.settings.sender(context.profile).lower()
    )


def _words(message: EmailMessage) -> str:
    """What was written, without what it quotes."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    text = str(body.get_content()).replace("\r\n", "\n")
    if body.get_content_subtype() == "html":
        text = html_words.words(text)
    return _without_quotation(_PARSER.parse_reply(text) or text)


def _without_quotation(text: str) -> str:
    """``text`` up to what it quotes, also where the library does not know the language of 'somebody wrote:'."""
    lines = text.strip().split("\n")
    quoted = [number for number, line in enumerate(lines) if line.startswith(">")]
    if not quoted:
        return text.strip()
    above = lines[: quoted[0]]
    while above and not above[-1].strip():
        above.pop()
    # The line above a quotation says who wrote it, with an address or a date.
    if above and above[-1].strip().endswith(_COLONS) and re.search(r"[@\d]", above[-1]):
        above.pop()
    found = "\n".join(above).strip()
    return found or "\n".join(line for line in lines if not line.startswith(">")).strip()


# --- taking them ------------------------------------------------------------------------------------------------------


async def take(context: Context, turns: Turns, raw: bytes) -> bool:
    """Go on with the request that a mail answers; whether the mail is dealt with, or to be tried again later."""
    try:
        reply = read(context, raw)
        if reply is not None:
            await _say(context, turns, reply)
            log.info("a reply by mail was taken", case=reply.case)
    except (ValueError, LookupError) as error:
        log.warning("a mail cannot be read and is passed over", reason=type(error).__name__)
    except DeskError as error:
        log.warning("a reply by mail was not taken", reason=error.key)
        return error.status != TOO_OFTEN
    return True


async def _say(context: Context, turns: Turns, reply: Reply) -> None:
    """Raises ``DeskError`` 404 where the request was erased, 429 for too many replies in a short time."""

    def access(session: Session, lock: bool = False) -> Conversation:
        wanted = select(Ticket.conversation_id).where(Ticket.case == reply.case)
        found = session.scalar(wanted)
        conversation = session.get(Conversation, found, with_for_update=lock or None) if found else None
        if conversation is None:
            raise DeskError(404, "case-unknown")
        return conversation

    conversation_id, language = await context.read(lambda session: (access(session).id, access(session).language))
    context.rates.check("message", conversation_id)
    # A photograph without a word is a reply too, as is a mail that is too large: staff hear of it.
    text = reply.text or context.texts(language, "mail-without-text")
    sent = Send(reply.client_id, text, case=reply.case, mailed=True, partly=reply.partly)
    await turns.send(conversation_id, access, sent)


async def look(context: Context, turns: Turns, mailbox: ImapMailbox) -> int:
    """Deal with unseen mails; returns how many. Raises ``ERRORS``."""
    found = await asyncio.to_thread(mailbox.unseen, LARGEST_BYTES)
    done = [uid for uid, raw in found.items() if await take(context, turns, raw)]
    if done:
        await asyncio.to_thread(mailbox.mark, done)
    return len(done)


async def keep_reading(context: Context, turns: Turns) -> None:
    """As long as the desk runs, where a mailbox is set."""
    if not context.settings.imap_url:
        return
    mailbox = imap_mailbox(context.settings.imap_url)
    while True:
        try:
            await look(context, turns, mailbox)
        except (*ERRORS, SQLAlchemyError) as error:
            log.warning(
                "the mailbox could not be read; tried again soon", host=mailbox.host, reason=type(error).__name__
            )
        await asyncio.sleep(EVERY_SECONDS)

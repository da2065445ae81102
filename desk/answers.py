"""Answers of staff to visitors who have left: by mail, to the address that they gave, with a link back into the chat.

An answer waits in the store until its visitor has seen it. What is not seen in time is mailed; the letter is written in
the transaction that takes the answer off the list, so that no run and no restart mails it twice.

Nothing of a report of harm is in a mail, which others may read: it says that there is an answer, and number and code
open it. The link of other mails carries the case, its end and a keyed digest of both.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hmac
import re
import secrets
from urllib.parse import urlencode

import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import audit, conversations, outbox, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.messages import DESK, Button, append
from desk.queues import is_confided
from store.models import Conversation, ConversationKey, Message, Ticket, UnseenAnswer, VolunteerRequest, now

log = structlog.get_logger()
EVERY_SECONDS = 20.0
AT_ONCE = 100
LINK_DAYS = 7
# How long a mail is tried to be delivered.
TRIED = dt.timedelta(days=3)
# The Message-ID of a mail with an answer: case, number of the message, keyed digest.
OURS = re.compile(r"<answer\.([0-9A-Z]{4}-[0-9A-Z]{4})\.(\d{1,10})\.([0-9a-f]{32})@")


def write_due(context: Context, session: Session) -> int:
    """Write the mails about answers that were not seen in time; returns how many."""
    latest = now() - dt.timedelta(minutes=context.settings.answer_mail_minutes)
    due = select(UnseenAnswer.conversation_id).where(UnseenAnswer.at <= latest).distinct()
    ids = session.scalars(due.order_by(UnseenAnswer.conversation_id).limit(AT_ONCE)).all()
    return sum(_write(context, session, conversation_id) for conversation_id in ids)


def _write(context: Context, session: Session, conversation_id: str) -> bool:
    """One mail with all that the visitor has not seen; whether there was an address.

    The conversation is locked first, as where the visitor sees an answer: else each would wait for the other.
    """
    conversation = session.get(Conversation, conversation_id, with_for_update=True)
    waiting = select(UnseenAnswer).where(UnseenAnswer.conversation_id == conversation_id).order_by(UnseenAnswer.seq)
    unseen = session.scalars(waiting.with_for_update()).all()
    if not unseen or conversation is None:
        return False  # seen, mailed by another run, or erased meanwhile
    ticket = session.get_one(Ticket, unseen[-1].ticket_id)
    said = [session.get_one(Message, (conversation_id, answer.seq)) for answer in unseen]
    for answer in unseen:
        session.delete(answer)
    try:
        to = _address(context, session, ticket)
    except InvalidToken:
        log.warning("an address cannot be read: VAR/vault.key is another one", case=ticket.case)
        return False
    if to:
        _mail(context, session, conversation, ticket, said, to)
        audit.record(session, "desk", "ticket.answer_mailed", ticket.case)
    return bool(to)


def _mail(
    context: Context, session: Session, conversation: Conversation, ticket: Ticket, said: list[Message], to: str
) -> None:  # fmt: skip
    language, until = conversation.language, now() + TRIED
    headers = {"Message-ID": message_id(context, ticket.case, said[-1].seq)} if context.settings.imap_url else {}
    if is_confided(session, conversation.id):
        page = f"{context.settings.address}/case"
        outbox.add(
            context, session, to, "answer-hidden", language, until, conversation, headers, case=ticket.case, link=page
        )  # fmt: skip
        return
    words = "\n\n".join(f"{message.text}\n– {message.name}" for message in said)
    if headers:
        words = f"{words}\n\n{context.texts(language, 'answer-reply')}"
    outbox.add(
        context, session, to, "answer", language, until, conversation, headers, case=ticket.case, answer=words,
        link=link(context, ticket.case, language), days=LINK_DAYS,
    )  # fmt: skip


def _address(context: Context, session: Session, ticket: Ticket) -> str:
    """Where the visitor of ``ticket`` wants answers: the address left with it, else with another of the conversation.

    One that stands in a partner's request counts only once its owner has confirmed the request.
    """
    unconfirmed = select(VolunteerRequest.ticket_id).where(
        VolunteerRequest.ticket_id.is_not(None), VolunteerRequest.confirmed_at.is_(None)
    )
    here = Ticket.conversation_id == ticket.conversation_id
    left = (here, Ticket.contact.is_not(None), Ticket.id.not_in(unconfirmed))
    order = (Ticket.id != ticket.id, Ticket.id.desc())
    contact = session.scalars(select(Ticket.contact).where(*left).order_by(*order)).first()
    return context.vault.unlock(contact) if contact else ""


async def keep_mailing(context: Context) -> None:
    """As long as the desk runs."""
    while True:
        try:
            if await context.write(lambda session: write_due(context, session)):
                context.bus.publish(outbox.OUTBOX)
        except SQLAlchemyError:
            log.exception("answers could not be mailed; tried again soon")
        await asyncio.sleep(EVERY_SECONDS)


# --- what was seen ----------------------------------------------------------------------------------------------------


def see(session: Session, conversation_id: str, seq: int) -> None:
    """The visitor has seen everything up to ``seq``."""
    session.execute(delete(UnseenAnswer).where(
        UnseenAnswer.conversation_id == conversation_id, UnseenAnswer.seq <= seq
    ))  # fmt: skip


async def seen(context: Context, conversation_id: str, seq: int) -> None:
    """The same in a transaction of its own, where there is anything to note."""
    waiting = select(UnseenAnswer.seq).where(UnseenAnswer.conversation_id == conversation_id, UnseenAnswer.seq <= seq)
    if await context.read(lambda session: session.scalar(waiting.limit(1))) is not None:
        await context.write(lambda session: see(session, conversation_id, seq))


# --- replies by mail --------------------------------------------------------------------------------------------------


def message_id(context: Context, case: str, seq: int) -> str:
    """The Message-ID of the mail with the answer ``seq`` to ``case``; replies to it name it."""
    domain = context.settings.sender(context.profile).rpartition("@")[2]
    return f"<answer.{case}.{seq}.{_mail_key(context, case, seq)}@{domain}>"


def _mail_key(context: Context, case: str, seq: int) -> str:
    return context.vault.digest(f"mailed answer {case} {seq}")[:32]


def case_of(context: Context, named: str) -> str:
    """The case of the last mail of ours among the Message-IDs ``named``; empty where none is ours."""
    for case, seq, key in reversed(OURS.findall(named)):
        if hmac.compare_digest(_mail_key(context, case, int(seq)).encode(), key.encode()):
            return str(case)
    return ""


# --- the link ---------------------------------------------------------------------------------------------------------


def link(context: Context, case: str, language: str) -> str:
    """The address of the page that leads back into the chat, for ``LINK_DAYS``."""
    until = int((now() + dt.timedelta(days=LINK_DAYS)).timestamp())
    query = urlencode({"case": case, "until": until, "key": _key(context, case, until)})
    return f"{context.settings.address}/answers/{context.profile.language(language)}?{query}"


def _key(context: Context, case: str, until: int) -> str:
    return context.vault.digest(f"answer {case} {until}")[:32]


def access(context: Context, session: Session, case: str, until: int, key: str, lock: bool = False) -> Ticket:
    """The request that a link is for. With ``lock`` its conversation is held for this transaction.

    Raises ``DeskError`` 404 for a link that is not ours or too old, and when the case is gone or has become a report.
    """
    right = hmac.compare_digest(_key(context, case, until).encode(), key.encode())
    ticket = session.scalars(select(Ticket).where(Ticket.case == case)).first()
    if not right or until <= now().timestamp() or ticket is None or is_confided(session, ticket.conversation_id):
        raise DeskError(404, "answer-link")
    if lock:
        tickets.held(session, ticket)
    return ticket


def open_chat(context: Context, session: Session, case: str, until: int, key: str) -> tuple[str, str]:
    """The conversation of a link, by id, and a token that opens it as long as the link does.

    Where the request is solved a button takes it up again. Raises ``DeskError`` 404.
    """
    ticket = access(context, session, case, until, key, lock=True)
    conversation = session.get_one(Conversation, ticket.conversation_id)
    token = secrets.token_urlsafe(32)
    session.add(ConversationKey(
        token_hash=conversations.digest(token), conversation_id=conversation.id,
        expires_at=dt.datetime.fromtimestamp(until, dt.UTC),
    ))  # fmt: skip
    if ticket.state == "solved":
        _offer_to_go_on(context, session, conversation, ticket)
    audit.record(session, "visitor", "ticket.opened_by_link", ticket.case)
    return conversation.id, token


def _offer_to_go_on(context: Context, session: Session, conversation: Conversation, ticket: Ticket) -> None:
    payload = f"{tickets.AGAIN} {ticket.case}"
    newest = session.get(Message, (conversation.id, conversation.last_seq))
    if newest is not None and any(choice.payload == payload for choice in newest.choices):
        return  # the link was followed before
    language = conversation.language
    button = Button(context.texts(language, "choice-again"), DESK, payload)
    text = context.texts(language, "answer-solved", case=ticket.case)
    append(session, conversation, "system", text, buttons=[button])


def expire(session: Session) -> None:
    """Forget tokens that open nothing any more."""
    session.execute(delete(ConversationKey).where(ConversationKey.expires_at <= now()))

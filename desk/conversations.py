"""A visitor's conversation: beginning it, getting at it, feedback, language, contact, the visitor's copy."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import audit, email_offers, files, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.masking import EMAIL, mask
from desk.messages import ASSISTANT, Button, after, append, visible
from store.models import Conversation, ConversationKey, Feedback, Message, Ticket, now

MISSES_BEFORE_HAND_OVER = 2
SLASHES = "/\uff0f\u2044\u2215\u29f8"


def digest(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def create(session: Session, language: str, page: str) -> tuple[Conversation, str]:
    """A new conversation and the token that opens it; only a digest of the token is kept."""
    token = secrets.token_urlsafe(32)
    conversation = Conversation(
        id=str(uuid.uuid4()), token_hash=digest(token), language=language, page=without_query(page)[:500]
    )
    session.add(conversation)
    session.flush()
    return conversation, token


def without_query(page: str) -> str:
    """The address of a page without what may be personal in it: query and fragment."""
    return page.split("?", 1)[0].split("#", 1)[0]


def access_conversation(session: Session, conversation_id: str, token: str, lock: bool = False) -> Conversation:
    """The visitor's conversation, if the token opens it. With ``lock`` it is held for this transaction.

    Raises ``DeskError`` 404 (no such conversation, or erased) or 401 (the token is another's).
    """
    conversation = session.get(Conversation, conversation_id, with_for_update=lock or None)
    if conversation is None:
        raise DeskError(404, "conversation-unknown")
    if not hmac.compare_digest(conversation.token_hash, digest(token)) and not _has_key(session, conversation, token):
        raise DeskError(401, "token")
    return conversation


def _has_key(session: Session, conversation: Conversation, token: str) -> bool:
    """Whether ``token`` was given for a link in a mail, and holds still."""
    key = session.get(ConversationKey, digest(token))
    return key is not None and key.conversation_id == conversation.id and key.expires_at > now()


def history(context: Context, session: Session, conversation: Conversation, seq: int = 0) -> dict[str, Any]:
    """Messages after ``seq`` and the state."""
    found = after(session, conversation.id, seq)
    return {
        "messages": [visible(context, message) for message in found],
        **email_offers.view(context, session, conversation),
        "file_request": files.shown_to_visitor(context, session, conversation),
    }


def plain(text: str) -> str:
    """Typed text without what would make it a command of the assistant (``/intent``), wherever the slash hides.

    Before and behind the words go all characters that nobody sees (Unicode separators, controls, formats).
    """
    start, end = 0, len(text)
    while start < end and (text[start] in SLASHES or _is_unseen(text[start])):
        start += 1
    while end > start and _is_unseen(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZC"


def sender_of(conversation: Conversation) -> str:
    """The conversation's name at the assistant; a new one after each hand-back, so that it begins with a clear head."""
    return f"{conversation.id}:{conversation.engine_session}"


def sender_aside(conversation: Conversation, seq: int) -> str:
    """A name at the assistant for one message that it only reads, so that no dialogue goes on by it."""
    return f"{conversation.id}:aside-{seq}"


def give_feedback(
    context: Context, session: Session, conversation: Conversation, seq: int, helpful: bool, comment: str
) -> dict[str, Any]:
    """Keep what the visitor says of an answer; two unhelpful ones in a row call a person."""
    message = session.get(Message, (conversation.id, seq))
    if message is None or not (message.understood or {}).get("rateable"):
        raise DeskError(404, "message-unknown")
    before = conversation.last_seq
    comment = mask(comment).text
    known = session.get(Feedback, (conversation.id, seq))
    changed = known is None or known.helpful != helpful
    if known is None:
        session.add(Feedback(conversation_id=conversation.id, seq=seq, helpful=helpful, comment=comment))
    else:
        known.helpful, known.comment = helpful, comment or known.comment
    conversation.updated_at = now()  # so that the figures count it again
    if changed and not helpful and conversation.state == "assistant":
        count_miss(context, session, conversation)
        if conversation.state == "assistant":
            text = context.texts(conversation.language, "feedback-sorry")
            person = Button(context.texts(conversation.language, "button-human"), ASSISTANT, "/ask_human")
            append(session, conversation, "system", text, buttons=[person])
    elif changed and helpful:
        conversation.misses = 0
    session.flush()
    return history(context, session, conversation, before)


def was_unhelpful(session: Session, conversation: Conversation) -> bool:
    """Whether the visitor's last word on an answer was that it did not help: the next one counts towards the rule."""
    newest = select(Feedback.helpful).where(Feedback.conversation_id == conversation.id).order_by(Feedback.seq.desc())
    return session.scalars(newest).first() is False


def count_miss(context: Context, session: Session, conversation: Conversation) -> None:
    """The assistant did not help; the second time in a row the conversation goes to staff."""
    conversation.misses += 1
    session.flush()
    if conversation.misses >= MISSES_BEFORE_HAND_OVER:
        tickets.hand_over(context, session, conversation, "not_resolved")


def set_language(context: Context, session: Session, conversation: Conversation, language: str) -> dict[str, Any]:
    """Speak another language from now on."""
    conversation.language = context.profile.language(language)
    session.flush()
    return history(context, session, conversation, conversation.last_seq)


def leave_contact(context: Context, session: Session, conversation: Conversation, email: str) -> dict[str, Any]:
    """Keep the visitor's e-mail address, encrypted, with the open request."""
    address = email.strip()
    if not EMAIL.fullmatch(address) or len(address) > 254:
        raise DeskError(422, "email")
    ticket = tickets.open_ticket(session, conversation) or tickets.claimed_ticket(session, conversation)
    if ticket is None:
        raise DeskError(409, "no-request")
    before = conversation.last_seq
    ticket.contact = context.vault.lock(address)
    append(session, conversation, "system", context.texts(conversation.language, "contact-saved", case=ticket.case))
    audit.record(session, "visitor", "ticket.contact_left", ticket.case)
    return history(context, session, conversation, before)


def answer_by_mail(context: Context, session: Session, conversation: Conversation, email: str) -> None:
    """Hand what was written while the desk was down to staff, who answer to ``email``. Raises ``DeskError`` 422."""
    if conversation.state == "assistant":
        tickets.hand_over(context, session, conversation, "asked")
    leave_contact(context, session, conversation, email)


def export(context: Context, session: Session, conversation: Conversation) -> dict[str, Any]:
    """The visitor's own copy of everything that was said."""
    found = after(session, conversation.id, 0)
    return {
        "id": conversation.id,
        "language": conversation.language,
        "page": conversation.page,
        "begun": conversation.created_at.isoformat(),
        "messages": [{k: v for k, v in visible(context, message).items() if k != "choices"} for message in found],
        "feedback": [
            {"message": f.seq, "helpful": f.helpful, "comment": f.comment}
            for f in session.scalars(select(Feedback).where(Feedback.conversation_id == conversation.id))
        ],
        "requests": [
            {"case": t.case, "opened": t.opened_at.isoformat(), "state": t.state}
            for t in session.scalars(select(Ticket).where(Ticket.conversation_id == conversation.id))
        ],
        "files": files.own_copy(session, conversation),
    }

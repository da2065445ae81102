"""One reply to every request of a notice, each visitor in their own language; then they are closed or handed back.

Each conversation is answered in a transaction of its own, so that one refusal stops no other. The same reply goes to a
conversation once, whoever sends it again and however often: the row of ``NoticeReply`` is written with it. What a
colleague has is named and left alone, unless it was confirmed for exactly the state that was seen.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from babel import Locale
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk import audit, linking, notices, tickets, waiting
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.ownership import OwnershipError
from store.models import Conversation, NoticeReply, Staff, Ticket
from texts.catalogue import locale_of

# How a conversation ends after the reply, and how its requests are then said to have ended.
ENDINGS = {"close": "answered", "hand-back": "handed_back"}
LONGEST = 4000


@dataclass(frozen=True)
class Held:
    """A request whose conversation a colleague has. ``token`` confirms that it may be taken over as it is now."""

    case: str
    holder: str
    token: str


@dataclass
class Outcome:
    """How many visitors were answered; what a colleague has; the cases that could not be answered (any more)."""

    answered: int = 0
    held: list[Held] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reply:
    """What is sent: ``id`` is its form's, a UUID; ``texts`` by language; ``ending`` one of ``ENDINGS``."""

    id: str
    texts: Mapping[str, str]
    ending: str

    def __post_init__(self) -> None:
        try:
            uuid.UUID(self.id)
        except ValueError as error:
            raise DeskError(422, "invalid") from error
        if self.ending not in ENDINGS:
            raise DeskError(422, "invalid")
        if any(len(text) > LONGEST for text in self.texts.values()):
            raise DeskError(422, "notice-long")


def send(context: Context, staff: Staff, notice_id: int, reply: Reply, confirmed: Collection[str] = ()) -> Outcome:
    """Answer every request of the notice that ``staff`` may see; ``confirmed`` are tokens of ``Held``.

    Raises ``DeskError`` 404 or 422 (no text in the profile's first language).
    """
    if not reply.texts.get(context.profile.default_language):
        raise DeskError(422, "notice-reply")
    with context.database.read() as session:
        notices.get(session, notice_id)
        found = linking.linked(context, session, staff, notice_id)
        by_conversation = sorted((ticket.conversation_id, ticket.case) for ticket in found)
    outcome = Outcome()
    for conversation_id, rows in groupby(by_conversation, key=lambda row: row[0]):
        try:
            with context.database.write() as session:
                held = _answer(context, session, staff, notice_id, conversation_id, reply, confirmed)
                touched = [conversation_id, *waiting.waiting_conversations(session)]
        except (DeskError, OwnershipError, IntegrityError):
            outcome.refused += [case for _, case in rows]
            continue
        if held is None:
            outcome.answered += 1
            context.bus.publish(CONSOLE, *touched)
        else:
            outcome.held += held
    return outcome


def _answer(
    context: Context, session: Session, staff: Staff, notice_id: int, conversation_id: str, reply: Reply,
    confirmed: Collection[str],
) -> list[Held] | None:  # fmt: skip
    """Answer one conversation; what a colleague has there instead, if it was not confirmed.

    Raises ``DeskError`` 409 where it has had this reply, or nothing of it waits any more.
    """
    conversation = session.get(Conversation, conversation_id, with_for_update=True)
    ours = [t for t in linking.linked(context, session, staff, notice_id) if t.conversation_id == conversation_id]
    if conversation is None or not ours or session.get(NoticeReply, (reply.id, conversation_id)) is not None:
        raise DeskError(409, "stale")
    if conversation.owner not in (None, staff.id):
        held = held_by_others(session, [(ticket, conversation) for ticket in ours], staff)
        if not {each.token for each in held} <= set(confirmed):
            return held
    session.add(NoticeReply(reply=reply.id, conversation_id=conversation_id))
    session.flush()
    ticket = next((each for each in ours if each.state in tickets.IN_WORK), ours[0])
    if ticket.state == "open":
        tickets.claim(context, session, ticket.id, staff, instead_of=conversation.owner)
    elif conversation.owner != staff.id:
        _take_over(context, session, conversation, staff)
    _say(context, session, conversation, ticket, staff, reply.texts)
    _end(context, session, conversation, ticket, ours, staff, reply.ending)
    audit.record(session, staff.login, "notice.answered", ticket.case, None, {"notice": notice_id, "reply": reply.id})
    return None


def held_by_others(session: Session, found: Sequence[tuple[Ticket, Conversation]], staff: Staff) -> list[Held]:
    """Those of ``found`` that a colleague of ``staff`` has, with the name and the token of exactly this state."""
    return [
        Held(ticket.case, session.get_one(Staff, conversation.owner).name, f"{ticket.id}-{conversation.epoch}")
        for ticket, conversation in found
        if conversation.owner not in (None, staff.id)
    ]


def _take_over(context: Context, session: Session, conversation: Conversation, staff: Staff) -> None:
    for ticket in tickets.in_work(session, conversation):
        before = {"assignee": session.get_one(Staff, ticket.assignee).login}
        ticket.state, ticket.snoozed_until, ticket.version = "claimed", None, ticket.version + 1
        audit.record(session, staff.login, "ticket.assigned", ticket.case, before, {"assignee": staff.login})
    tickets.take(context, session, conversation, staff)


def _say(
    context: Context, session: Session, conversation: Conversation, ticket: Ticket, staff: Staff,
    texts: Mapping[str, str],
) -> None:  # fmt: skip
    """The reply in the visitor's language, else in the profile's first one, which is then said."""
    language, first = conversation.language, context.profile.default_language
    text = texts.get(language) or ""
    if not text:
        name = Locale.parse(first).get_display_name(locale_of(language)) or first
        text = f"{context.texts(language, 'article-other-language', language=name)}\n\n{texts[first]}"
    tickets.reply(session, ticket.id, staff, text, conversation.epoch)


def _end(
    context: Context, session: Session, conversation: Conversation, ticket: Ticket, ours: Sequence[Ticket],
    staff: Staff, ending: str,
) -> None:  # fmt: skip
    """End the notice's requests, and the conversation with them, unless it is about something else too."""
    session.flush()
    others = [each for each in tickets.in_work(session, conversation) if each not in ours]
    for each in ours:
        if others or each is not ticket:
            tickets.solve(session, each, staff.login, ENDINGS[ending])
    if others:
        return
    if ending == "close":
        tickets.close(context, session, ticket.id, staff, conversation.epoch, ENDINGS[ending])
    else:
        tickets.hand_back(context, session, ticket.id, staff, conversation.epoch)

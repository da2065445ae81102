"""Asks visitors once, when a request is dealt with, whether they are content: one tap, never in sensitive matters."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.context import Context
from desk.messages import DESK, Button, append
from desk.queues import is_confided
from store.models import Conversation, Satisfaction, Ticket, now

ANSWERS = ("yes", "partly", "no")
PREFIX = "satisfaction-"


def ask(context: Context, session: Session, conversation: Conversation, ticket: Ticket) -> None:
    """Ask, unless this conversation has been asked before or holds a sensitive matter."""
    known = select(Satisfaction.id).where(Satisfaction.conversation_id == conversation.id)
    if session.scalar(known) is not None or is_confided(session, conversation.id):
        return
    language = conversation.language
    buttons = [Button(context.texts(language, f"satisfaction-{each}"), DESK, f"{PREFIX}{each}") for each in ANSWERS]
    append(session, conversation, "system", context.texts(language, "satisfaction-ask"), buttons=buttons)
    today = now().astimezone(ZoneInfo(context.profile.hours.timezone)).date()
    session.add(Satisfaction(conversation_id=conversation.id, day=today, language=language, queue=ticket.queue))


def is_answer(payload: str) -> bool:
    """Whether a pressed button is an answer to this question."""
    return payload.removeprefix(PREFIX) in ANSWERS and payload.startswith(PREFIX)


def answer(context: Context, session: Session, conversation: Conversation, payload: str) -> None:
    """Keep the answer, the last one if there are several, and give thanks. The conversation stays as it is."""
    row = session.scalars(select(Satisfaction).where(Satisfaction.conversation_id == conversation.id)).one()
    row.answer = payload.removeprefix(PREFIX)
    append(session, conversation, "system", context.texts(conversation.language, "satisfaction-thanks"))

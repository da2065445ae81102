"""Messages of a conversation: how they are stored (without gaps in ``seq``) and how visitors see them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import cases
from desk.context import Context
from desk.touched import touch
from store.models import Choice, Conversation, Message, now
from store.transcripts import SEARCHED, search_row

ASSISTANT = "assistant"
DESK = "desk"


@dataclass(frozen=True)
class Button:
    """A choice to offer. ``target`` says who obeys ``payload``: the assistant or the desk."""

    title: str
    target: str
    payload: str
    kind: str = ""


def append(
    session: Session, conversation: Conversation, author: str, text: str, *,
    client_id: str | None = None, name: str | None = None, buttons: Sequence[Button] = (),
    attachments: Sequence[dict[str, Any]] = (), sources: Sequence[dict[str, Any]] = (),
    understood: dict[str, Any] | None = None,
) -> Message:  # fmt: skip
    """Add a message under the conversation's present epoch. The caller's transaction holds the conversation."""
    conversation.last_seq += 1
    conversation.updated_at = now()
    message = Message(
        conversation_id=conversation.id, seq=conversation.last_seq, client_id=client_id, author=author, name=name,
        text=text, language=conversation.language, epoch=conversation.epoch, attachments=list(attachments),
        sources=list(sources), understood=understood,
        article=(understood or {}).get("article"), at=now(),
    )  # fmt: skip
    message.choices = [
        Choice(id=secrets.token_urlsafe(16), position=n, title=b.title, kind=b.kind, target=b.target, payload=b.payload)
        for n, b in enumerate(buttons)
    ]
    session.add(message)
    session.flush()
    touch(session, conversation.id)
    if author in SEARCHED:
        session.add(search_row(message))
    return message


def after(session: Session, conversation_id: str, seq: int) -> list[Message]:
    """Messages after ``seq``, in order."""
    wanted = (Message.conversation_id == conversation_id, Message.seq > seq)
    return list(session.scalars(select(Message).where(*wanted).order_by(Message.seq)))


def between(session: Session, conversation_id: str, first: int, last: int) -> list[Message]:
    """Messages ``first`` to ``last``, in order."""
    return [message for message in after(session, conversation_id, first - 1) if message.seq <= last]


def visible(context: Context, message: Message) -> dict[str, Any]:
    """A message as its visitor may see it: without what was understood, choices by opaque id, codes of cases."""
    return {
        "seq": message.seq,
        **({"client_id": message.client_id} if message.client_id and message.author == "visitor" else {}),
        "author": message.author,
        **({"name": message.name} if message.name else {}),
        "text": cases.shown(context, message),
        "language": message.language,
        "at": message.at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "rateable": bool((message.understood or {}).get("rateable")),
        "choices": [_visible_choice(choice) for choice in message.choices],
        "attachments": message.attachments,
        "sources": message.sources,
    }


def _visible_choice(choice: Choice) -> dict[str, str]:
    kind = {"kind": choice.kind} if choice.kind else {}
    return {"id": choice.id, "title": choice.title, **kind}

"""Event streams. A stream holds no database session: at each signal it reads what is new, and then waits again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.orm import Session
from sse_starlette import ServerSentEvent

from desk import conversations, email_offers
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.waiting import staff_online

# Without any signal a stream looks again after this many seconds: the waiting time changes by itself.
LOOK_AGAIN = 20.0


async def conversation_events(
    context: Context, conversation_id: str, token: str, last_seen: int | None
) -> AsyncIterator[ServerSentEvent]:
    """``snapshot`` (the state), then ``message`` for each message after ``last_seen`` and ``state`` at each change.

    ``typing`` comes while the member of staff who has the conversation writes an answer, and holds for some seconds.

    Without ``last_seen`` it begins with what comes from now on. It ends when the conversation is erased.
    """

    def look(session: Session, seq: int) -> dict[str, Any] | None:
        try:
            conversation = conversations.access_conversation(session, conversation_id, token)
        except DeskError:
            return None
        return {
            **conversations.history(context, session, conversation, seq), "last_seq": conversation.last_seq,
            "due_in": email_offers.due_in(session, conversation),
        }  # fmt: skip

    with context.bus.listen(conversation_id) as changed:
        first = await context.read(lambda session: look(session, last_seen or 0))
        if first is None:
            return
        seq = first["last_seq"] if last_seen is None else last_seen
        state = _state(first)
        yield _event("snapshot", {**state, "last_seq": first["last_seq"]})
        found: dict[str, Any] | None = first if last_seen is not None else {**first, "messages": []}
        told = None
        while found is not None:
            written = context.presence.written_at(conversation_id)
            for message in found["messages"]:
                seq = message["seq"]
                yield _event("message", message, seq)
            if _state(found) != state:
                state = _state(found)
                yield _event("state", state)
            # What came with the answer itself was typed before it.
            if written not in (None, told) and state["staff"] and not found["messages"]:
                yield _event("typing", {"author": "staff", "name": state["staff"]["name"]})
            told = written
            await _signal(changed, found["due_in"])
            found = await context.read(lambda session, seq=seq: look(session, seq))  # type: ignore[misc] # bound now


def ticket_topic(ticket_id: int) -> str:
    """The topic of the bus for who looks at a request, and who types."""
    return f"ticket {ticket_id}"


async def console_events(context: Context, staff_id: str, ticket_id: int | None) -> AsyncIterator[ServerSentEvent]:
    """``queue`` whenever something changed that the console shows; the pages fetch what they need.

    While it lasts ``staff_id`` is present, at the request ``ticket_id`` if the page shows one.
    """
    ours = [] if ticket_id is None else [ticket_topic(ticket_id)]
    try:
        with context.presence.console(staff_id, ticket_id), context.bus.listen(CONSOLE, *ours) as changed:
            context.bus.publish(*ours)
            yield _event("queue", {"online": staff_online(context)})
            while True:
                await _signal(changed)
                yield _event("queue", {"online": staff_online(context)})
    finally:
        context.bus.publish(*ours)


async def _signal(changed: asyncio.Event, due_in: float | None = None) -> None:
    """Wait until something has changed, or will have by itself in ``due_in`` seconds."""
    try:
        await asyncio.wait_for(changed.wait(), LOOK_AGAIN if due_in is None else min(LOOK_AGAIN, due_in))
    except TimeoutError:
        return
    changed.clear()


def _state(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("state", "queue", "staff", "sensitive", "file_request")}


def _event(name: str, data: dict[str, Any], seq: int | None = None) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=name, id=None if seq is None else str(seq))

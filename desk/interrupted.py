"""Turns that nobody will end: their desk was killed while the assistant thought. Visitors are told, and so are staff.

A turn is interrupted once it is older than any may become. Until then the desk that runs it may be another one on the
same store, which is about to answer.
"""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import tickets
from desk.context import Context
from desk.events import CONSOLE
from desk.touched import touch
from store.models import Conversation, Turn, now

log = structlog.get_logger()
EVERY_SECONDS = 2.0
# How long storing may take, beside the assistant's time.
STORING = dt.timedelta(seconds=5)


def fail_interrupted(context: Context) -> int:
    """Tell visitors whose turns were left unfinished, and open tickets. Returns how many."""
    oldest = now() - dt.timedelta(seconds=context.settings.engine_timeout) - STORING
    left = select(Turn.conversation_id, Turn.client_id).where(Turn.status == "pending", Turn.started_at < oldest)
    with context.database.read() as session:
        keys = session.execute(left.order_by(Turn.started_at)).all()
    return sum(_fail(context, conversation_id, client_id) for conversation_id, client_id in keys)


def _fail(context: Context, conversation_id: str, client_id: str) -> bool:
    """End one turn, unless it has been ended meanwhile."""
    with context.database.write() as session:
        conversation = session.get(Conversation, conversation_id, with_for_update=True)
        turn = session.get(Turn, (conversation_id, client_id))
        if conversation is None or turn is None or turn.status != "pending":
            return False
        _tell(context, session, conversation, turn)
    context.bus.publish(conversation_id, CONSOLE)
    return True


def _tell(context: Context, session: Session, conversation: Conversation, turn: Turn) -> None:
    turn.status = "failed"
    touch(session, conversation.id)
    if conversation.state == "assistant":
        tickets.failure(context, session, conversation, "failure-interrupted")
        turn.last_seq = conversation.last_seq


async def keep_failing(context: Context) -> None:
    """As long as the desk runs: also a turn that was young at the start, or that another desk left, comes to an end."""
    while True:
        try:
            await asyncio.to_thread(fail_interrupted, context)
        except SQLAlchemyError:
            log.exception("unfinished turns could not be ended; tried again soon")
        await asyncio.sleep(EVERY_SECONDS)

"""Keeps the privacy note's promise: conversations are erased after the profile's days, masked values after hours."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desk import alerts, answers, erasure, files, verification
from desk.context import Context
from store.models import Conversation, MaskedValue, now

log = structlog.get_logger()
EVERY_SECONDS = 3600.0


def expire(context: Context, session: Session) -> int:
    """Erase what is older than it may be; returns the number of conversations."""
    session.execute(delete(MaskedValue).where(MaskedValue.expires_at < now()))
    verification.expire(session)
    alerts.expire(session)
    answers.expire(session)
    files.sweep(context, session)
    oldest = now() - dt.timedelta(days=context.profile.retention_days)
    old = session.scalars(select(Conversation).where(Conversation.updated_at < oldest)).all()
    for conversation in old:
        erasure.remove(context, session, conversation, "retention")
    return len(old)


async def keep_expiring(context: Context) -> None:
    """Every hour, as long as the desk runs."""
    while True:
        try:
            erased = await context.write(lambda session: expire(context, session))
        except SQLAlchemyError:
            log.exception("expired conversations could not be erased; tried again in an hour")
        else:
            log.info("expired conversations erased", number=erased)
        await asyncio.sleep(EVERY_SECONDS)

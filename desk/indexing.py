"""Makes conversations findable that were held before there was a full-text index of them; once, at the start."""

from __future__ import annotations

import structlog
from sqlalchemy.exc import SQLAlchemyError

from desk.context import Context
from store.transcripts import index_missing

log = structlog.get_logger()
AT_ONCE = 500


async def index_all(context: Context) -> None:
    """Batch by batch, so that nobody waits for it."""
    total = 0
    try:
        while found := await context.write(lambda session: index_missing(session, AT_ONCE)):
            total += found
    except SQLAlchemyError:
        log.exception("old messages could not all be made findable; tried again at the next start")
    log.info("messages indexed", number=total)

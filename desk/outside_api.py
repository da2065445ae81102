"""Where an outside desk posts what was answered there. The route only; the rules are in ``desk.outside_replies``."""

from __future__ import annotations

import structlog
from fastapi import APIRouter, Request

from desk import outside_reading, outside_replies, waiting
from desk.api import Desk
from desk.errors import DeskError
from desk.events import CONSOLE

log = structlog.get_logger()
router = APIRouter(prefix="/api/outside", tags=["outside desk"])


@router.post("/replies")
async def reply(request: Request, desk: Desk) -> dict[str, bool]:
    """An answer or the end of a request in the outside desk, signed (docs/outside-desks.md).

    ``taken`` is false where it changed nothing: an internal note, or something that was told before.
    """
    if not desk.settings.outside_desk:
        raise DeskError(404, "not-found")
    body = await request.body()
    if not outside_reading.is_genuine(desk.settings, request.headers, body):
        log.warning("what came as an answer of the outside desk is not signed rightly")
        raise DeskError(401, "signature")
    said = outside_reading.read(desk.settings, body)
    if said is None:
        return {"taken": False}
    changed = await desk.write(lambda session: outside_replies.take(desk, session, said))
    if changed is not None:
        desk.bus.publish(CONSOLE, changed, *await desk.read(waiting.waiting_conversations))
    return {"taken": changed is not None}

"""A visitor's file on its way in: who may send it is asked before a byte of it is read, and again when it is kept."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.datastructures import UploadFile

from desk import files
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.file_check import LARGEST, check, too_large
from store.models import Conversation

# Gives the visitor's conversation, locked if asked for.
type Access = Callable[[Session, bool], Conversation]


async def take(request: Request, desk: Context, access: Access) -> None:
    """Keep the file of a form with the fields ``client_id`` and ``file``.

    Raises ``DeskError``: those of ``access``, 409 (not asked for), 413, 415 or 422 (what ``file_check.check`` refuses).
    """
    if not await desk.read(lambda session: files.may_come(session, access(session, False))):
        raise DeskError(409, "file-not-asked")
    async with request.form(max_files=1, max_fields=2) as form:
        client_id, file = _uuid(form.get("client_id")), form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            raise DeskError(422, "file-none")
        if (file.size or 0) > LARGEST:
            raise too_large()
        name, content = file.filename, await file.read()
    checked = await asyncio.to_thread(check, content)

    def keep(session: Session) -> str:
        conversation = access(session, True)
        files.keep(desk, session, conversation, client_id, name, checked)
        return conversation.id

    desk.bus.publish(await desk.write(keep), CONSOLE)


def _uuid(text: object) -> str:
    try:
        return str(uuid.UUID(str(text)))
    except ValueError as error:
        raise DeskError(422, "invalid") from error

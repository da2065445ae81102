"""Staff ask a visitor for a file and download what came. Routes only; the rules are in ``desk.files``."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from desk import files
from desk.access import ReadsFiles
from desk.api import Desk
from desk.console import Protected, act

router = APIRouter(prefix="/staff/tickets/{ticket_id}", include_in_schema=False)

Epoch = Annotated[int, Form()]
# Whatever a browser takes the file for, it may do nothing.
SANDBOX = "sandbox; default-src 'none'"


@router.post("/ask-file", dependencies=Protected)
def ask(
    request: Request, desk: Desk, staff: ReadsFiles, ticket_id: int, epoch: Epoch, text: Annotated[str, Form()] = ""
) -> Response:
    """Ask the visitor for a file."""
    return act(request, desk, staff, ticket_id, lambda session, _: files.ask(
        desk, session, ticket_id, staff, epoch, text
    ))  # fmt: skip


@router.post("/withdraw-file", dependencies=Protected)
def withdraw(request: Request, desk: Desk, staff: ReadsFiles, ticket_id: int, epoch: Epoch) -> Response:
    """Need no file any more."""
    return act(request, desk, staff, ticket_id, lambda session, _: files.withdraw(
        desk, session, ticket_id, staff, epoch
    ))  # fmt: skip


@router.get("/files/{file_id}")
def download(desk: Desk, staff: ReadsFiles, ticket_id: int, file_id: str) -> Response:
    """A visitor's file, to be saved and not shown."""
    with desk.database.write() as session:
        file, content = files.read(desk, session, ticket_id, staff, file_id)
        name, media_type = file.name, file.media_type
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": SANDBOX, "Cross-Origin-Resource-Policy": "same-origin",
    }  # fmt: skip
    return Response(content, media_type=media_type, headers=headers)

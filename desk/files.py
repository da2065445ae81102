"""Files from visitors: asked for by the member of staff who has the conversation, never sent unasked.

A request holds for the epoch that it was made under. Whatever changes the owner (handing back, closing, releasing, a
colleague who takes over) ends it without another word. Files lie in VAR/files under random names, outside everything
that is served, and go with their conversation.
"""

from __future__ import annotations

import os
import secrets
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from babel import Locale
from babel.units import format_unit
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk import audit, queues, tickets
from desk.context import Context
from desk.errors import DeskError
from desk.file_check import KINDS, LARGEST, Checked
from desk.messages import append
from store.models import Conversation, FileRequest, Staff, VisitorFile
from texts.catalogue import locale_of

# How many a conversation may hold.
MOST = 5
REASON_LENGTH = 300
# With the end of the name, which follows from the content.
NAME_LENGTH = 80
# What means something in Markdown, on paths, or to no eye.
NOT_IN_NAMES = frozenset('[]<>`*\\/|"')
# A file without its row is one whose transaction never ended, or one that outlived its conversation.
ORPHAN_SECONDS = 3600.0


def ask(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int, reason: str) -> None:
    """Ask the visitor of one's own request for a file, and say why if ``reason`` is given.

    Raises ``DeskError`` 404, 409 (not one's own any more), 422 (reason too long), or 409 when there are ``MOST``.
    """
    ticket, conversation = tickets.owned(session, ticket_id, staff, epoch)
    words = reason.strip()
    if len(words) > REASON_LENGTH:
        raise DeskError(422, "file-reason", maximum=REASON_LENGTH)
    if not _left(session, conversation):
        raise DeskError(409, "file-most", maximum=MOST)
    session.merge(FileRequest(conversation_id=conversation.id, epoch=conversation.epoch))
    asked = context.texts(conversation.language, "file-asked", name=staff.name)
    append(session, conversation, "system", f"{asked}\n\n{words}" if words else asked)
    audit.record(session, staff.login, "file.asked", ticket.case)


def withdraw(context: Context, session: Session, ticket_id: int, staff: Staff, epoch: int) -> None:
    """Need no file any more. Raises ``DeskError`` 404 or 409."""
    ticket, conversation = tickets.owned(session, ticket_id, staff, epoch)
    if not is_asked(session, conversation):
        raise DeskError(409, "stale")
    session.execute(delete(FileRequest).where(FileRequest.conversation_id == conversation.id))
    tickets.tell(context, session, conversation, "file-withdrawn", staff)
    audit.record(session, staff.login, "file.withdrawn", ticket.case)


def is_asked(session: Session, conversation: Conversation) -> bool:
    """Whether staff wait for a file in ``conversation`` now."""
    request = session.get(FileRequest, conversation.id)
    return request is not None and conversation.state == "staff" and request.epoch == conversation.epoch


def may_come(session: Session, conversation: Conversation) -> bool:
    """Whether a file may be on its way: one is asked for, or one was and is perhaps sent again."""
    return is_asked(session, conversation) or _left(session, conversation) < MOST


def expect_asked(session: Session, conversation: Conversation) -> None:
    """Raise ``DeskError`` 409 unless another file may be sent in ``conversation`` now."""
    if not is_asked(session, conversation):
        raise DeskError(409, "file-not-asked")
    if not _left(session, conversation):
        raise DeskError(409, "file-most", maximum=MOST)


def shown_to_visitor(context: Context, session: Session, conversation: Conversation) -> dict[str, Any] | None:
    """What the visitor may send now: ``{hint, accept, largest}``, types as media types, ``largest`` in bytes."""
    left = _left(session, conversation) if is_asked(session, conversation) else 0
    if not left:
        return None
    language = conversation.language
    size = size_text(LARGEST, locale_of(language))
    return {
        "hint": context.texts(language, "file-hint", size=size, count=left),
        "accept": ",".join(media_type for media_type, _ in KINDS.values()), "largest": LARGEST,
    }  # fmt: skip


def _left(session: Session, conversation: Conversation) -> int:
    kept = select(func.count()).where(VisitorFile.conversation_id == conversation.id)
    return max(0, MOST - session.scalars(kept).one())


def has(session: Session, conversation: Conversation, client_id: str) -> bool:
    """Whether the file that the browser calls ``client_id`` is here already."""
    wanted = (VisitorFile.conversation_id == conversation.id, VisitorFile.client_id == client_id)
    return session.scalar(select(VisitorFile.id).where(*wanted)) is not None


def keep(
    context: Context, session: Session, conversation: Conversation, client_id: str, name: str, checked: Checked
) -> None:
    """Keep a checked file; the same ``client_id`` again changes nothing. The caller holds the conversation.

    Raises ``DeskError`` 409 when it is not asked for (any more).
    """
    if has(session, conversation, client_id):
        return
    expect_asked(session, conversation)
    file = VisitorFile(
        id=secrets.token_hex(16), conversation_id=conversation.id, client_id=client_id,
        name=plain_name(name, KINDS[checked.kind][1]), media_type=checked.media_type, size=len(checked.content),
    )  # fmt: skip
    _write(context.settings.files / file.id, checked.content)
    session.add(file)
    size = size_text(file.size, locale_of(conversation.language))
    text = context.texts(conversation.language, "file-received", name=file.name, size=size)
    append(session, conversation, "system", text)
    ticket = tickets.claimed_ticket(session, conversation)
    if ticket is not None:
        audit.record(session, "visitor", "file.received", ticket.case, after={"file": file.id})


def plain_name(name: str, end: str) -> str:
    """The last part of ``name`` without what deceives or means something elsewhere, and with the right ``end``."""
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    visible = "".join(
        each for each in last if each not in NOT_IN_NAMES and unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co")
    )
    stem = visible.rpartition(".")[0] or visible
    return f"{stem.strip(' .')[:NAME_LENGTH].strip() or 'file'}.{end}"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)


def of(session: Session, conversation: Conversation) -> Sequence[VisitorFile]:
    """The files of ``conversation`` in the order in which they came."""
    wanted = VisitorFile.conversation_id == conversation.id
    return session.scalars(select(VisitorFile).where(wanted).order_by(VisitorFile.at, VisitorFile.id)).all()


def own_copy(session: Session, conversation: Conversation) -> list[dict[str, Any]]:
    """The files as the visitor's own copy of the conversation names them; ``size`` in bytes."""
    return [
        {"name": file.name, "type": file.media_type, "size": file.size, "at": file.at.isoformat()}
        for file in of(session, conversation)
    ]


def read(
    context: Context, session: Session, ticket_id: int, staff: Staff, file_id: str
) -> tuple[VisitorFile, bytes]:  # fmt: skip
    """A file of a request that ``staff`` may see. Each look is written into the audit trail.

    Raises ``DeskError`` 404: hidden, of another conversation, or not there.
    """
    ticket = queues.access_ticket(context, session, ticket_id, staff)
    file = session.get(VisitorFile, file_id)
    if file is None or file.conversation_id != ticket.conversation_id:
        raise DeskError(404, "not-found")
    try:
        content = (context.settings.files / file.id).read_bytes()
    except FileNotFoundError as error:
        raise DeskError(404, "file-gone") from error
    audit.record(session, staff.login, "file.viewed", ticket.case, after={"file": file.id})
    return file, content


def remove(context: Context, session: Session, conversation: Conversation) -> None:
    """Remove every file of ``conversation`` and the request for them."""
    for file in of(session, conversation):
        (context.settings.files / file.id).unlink(missing_ok=True)
    for model in (VisitorFile, FileRequest):
        session.execute(delete(model).where(model.conversation_id == conversation.id))


def sweep(context: Context, session: Session) -> None:
    """Remove what lies in VAR/files without being known for an hour."""
    known = set(session.scalars(select(VisitorFile.id)))
    oldest = time.time() - ORPHAN_SECONDS
    for path in context.settings.files.glob("*"):
        if path.name not in known and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)


def size_text(size: int, locale: Locale) -> str:
    """``size`` bytes in words, such as 4.2 MB."""
    unit, step, decimals = ("megabyte", 1_000_000, 1) if size >= 1_000_000 else ("kilobyte", 1000, 0)
    return format_unit(round(max(size / step, 1), decimals), f"digital-{unit}", "short", locale=locale)

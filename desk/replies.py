"""Canned replies: texts ``canned-NAME`` with titles ``canned-NAME-title``, the service's own and the profile's.

They are shown in the reader's language beside the text that is sent, in the visitor's.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.context import Context
from store.models import Conversation, Staff, Ticket

PREFIX, TITLE = "canned-", "-title"


@dataclass(frozen=True)
class Reply:
    """Something to send: ``text`` for the visitor; ``title`` and ``meaning`` in the reader's language."""

    title: str
    text: str
    meaning: str


def canned(context: Context, ticket: Ticket, conversation: Conversation, staff: Staff) -> list[Reply]:
    """Every canned reply with its placeholders filled in: {$name} is the member of staff, {$case} the request."""
    reader = context.profile.language(staff.language)
    found = []
    for key in context.texts.raw(reader, PREFIX):
        if not key.endswith(TITLE):
            text, meaning = (
                context.texts(language, key, name=staff.name, case=ticket.case)
                for language in (conversation.language, reader)
            )
            found.append(Reply(context.texts(reader, f"{key}{TITLE}"), text, meaning))
    return found

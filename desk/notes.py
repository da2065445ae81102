"""Private notes on a request: for staff alone, never in the visitor's stream or copy."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desk import audit
from desk.errors import DeskError
from desk.masking import mask
from store.models import Message, Note, Staff, Ticket
from texts.terms import terms

LONGEST = 4000


def add(session: Session, ticket: Ticket, staff: Staff, text: str) -> Note:
    """Write a note; personal values in it are masked as in a visitor's message. Raises ``DeskError`` 413 or 422."""
    words = text.strip()
    if not words:
        raise DeskError(422, "empty")
    if len(words) > LONGEST:
        raise DeskError(413, "too-long", length=len(words), maximum=LONGEST)
    note = Note(ticket_id=ticket.id, staff_id=staff.id, text=mask(words).text)
    session.add(note)
    session.flush()
    audit.record(session, staff.login, "ticket.noted", ticket.case)
    return note


def beside(session: Session, ticket: Ticket, messages: Sequence[Message]) -> dict[int, list[Note]]:
    """The ticket's notes by the ``seq`` of the last message before each; 0 for those before all messages."""
    found: dict[int, list[Note]] = {}
    for note in session.scalars(select(Note).where(Note.ticket_id == ticket.id).order_by(Note.at, Note.id)):
        place = max((message.seq for message in messages if message.at <= note.at), default=0)
        found.setdefault(place, []).append(note)
    return found


def tickets_with(words: str) -> Select[int] | None:
    """Ids of the tickets with a note in which all of ``words`` stand; None where there are no words.

    Notes are few and have no index: a word is looked for as it was typed, and by its stem, which its other forms share.
    """
    found = [(word, term) for word in words.split() for term in terms(word)]
    if not found:
        return None
    # Databases do not know the capitals of every script.
    each = ({word, word.lower(), word.capitalize(), term, term.capitalize()} for word, term in found)
    stands = (or_(*(Note.text.icontains(form, autoescape=True) for form in sorted(forms))) for forms in each)
    return select(Note.ticket_id).where(*stands)

"""What visitors asked most that was not understood and that nothing answered, in their own (masked) words.

Questions with the same words, whatever their order and endings, are one; each language is apart. Of conversations in
which harm was reported nothing is taken, and those that were erased have no words any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from desk.queues import reports
from desk.reporting_period import Period
from desk.service_figures import MOST_TOPICS, Table
from store.models import Enquiry, Message, Ticket
from texts.terms import terms

INTENT = "nlu_fallback"
# The newest ones are enough to see what is asked most.
READ = 5000


def table(session: Session, period: Period) -> Table:
    """The most frequent questions of ``period``, each in its most frequent wording."""
    wordings: dict[tuple[str, frozenset[str]], Counter[str]] = defaultdict(Counter)
    for text, language in session.execute(_questions(period)):
        words = frozenset(terms(text))
        if words:
            wordings[language, words][text] += 1
    rows = [(found.most_common(1)[0][0], language, found.total()) for (language, _), found in wordings.items()]
    rows.sort(key=lambda row: (-row[2], row[1], row[0]))
    return Table("questions", ("question", "language", "total"), tuple(rows[:MOST_TOPICS]))


def _questions(period: Period) -> Any:
    first = and_(Message.conversation_id == Enquiry.conversation_id, Message.seq == Enquiry.first_seq)
    # Counting is a minute behind: what has just become a report is left out by its request.
    confided = select(Ticket.id).where(Ticket.conversation_id == Enquiry.conversation_id, reports()).exists()
    inside = (Enquiry.day.between(period.first, period.last), Enquiry.sensitive.is_(False), ~confided)
    unanswered = (Enquiry.intent == INTENT, Enquiry.misses > 0)
    wanted = select(Message.text, Message.language).join(Enquiry, first).where(*inside, *unanswered)
    return wanted.order_by(Enquiry.id.desc()).limit(READ)

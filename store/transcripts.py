"""Full-text search of what was said in conversations: FTS5 in SQLite, tsvector in PostgreSQL.

As with assignments (``store.full_text``) both index the terms of ``texts.terms``, so that they find the same, Chinese
too; ``message_searches`` holds the terms, the index beside it is the database's.
"""

from __future__ import annotations

from sqlalchemy import Select, column, func, select, table, text
from sqlalchemy import literal as bound
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from store.models import Message, MessageSearch
from texts.terms import terms

# What the desk itself says ('You are number 2 in the queue') is not searched.
SEARCHED = ("visitor", "assistant", "staff")


def search_row(message: Message) -> MessageSearch:
    """The row by which ``message`` is found: whoever writes the one writes the other."""
    return MessageSearch(
        conversation_id=message.conversation_id, seq=message.seq, body=" ".join(terms(message.text))
    )  # fmt: skip


def conversations_with(session: Session, words: str) -> Select[str] | None:
    """Ids of the conversations with a message in which all of ``words`` stand; None where there are no words."""
    # Each word apart: Chinese is cut into pairs of characters, and none goes across a gap.
    found = [term for word in words.split() for term in terms(word)]
    if not found:
        return None
    said = select(MessageSearch.conversation_id)
    if session.get_bind().dialect.name == "sqlite":
        index = table("message_index", column("rowid"))
        query = " AND ".join(f'"{term}"' for term in found)
        rows = select(index.c.rowid).where(text("message_index MATCH :words").bindparams(words=query))
        return said.where(MessageSearch.id.in_(rows))
    vectors = table("message_searches", column("id"), column("vector", TSVECTOR))
    asked = func.to_tsquery(text("'simple'"), bound(" & ".join(found)))
    return said.where(MessageSearch.id.in_(select(vectors.c.id).where(vectors.c.vector.op("@@")(asked))))


def index_missing(session: Session, most: int) -> int:
    """Make at most ``most`` messages findable that were written before there was this index; returns how many."""
    known = (MessageSearch.conversation_id == Message.conversation_id, MessageSearch.seq == Message.seq)
    missing = select(Message).where(Message.author.in_(SEARCHED), ~select(MessageSearch.id).where(*known).exists())
    found = session.scalars(missing.limit(most)).all()
    session.add_all(search_row(message) for message in found)
    return len(found)

"""Review: were the assistant's answers right, and what do visitors' choices teach?

A reviewer's verdict makes an enquiry ``wrong`` in the figures of the service (``desk.enquiries``). A choice between
close articles is remembered as an example question of the one that was chosen; an editor takes it into the article's
draft or dismisses it. Of sensitive conversations nothing is shown and nothing can be decided.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import Session

from desk import audit, editing
from desk.errors import DeskError
from desk.queues import reports
from store import models as m
from store.models import Choice, Conversation, Enquiry, Feedback, Message, ProposedExample, Staff, Ticket
from store.profile import Profile

SHOWN = 30
SHOW = ("unhelpful", "answered", "unanswered", "wrong")
VERDICTS = ("right", "wrong", "")
ARTICLE = "/ask_article"


@dataclass(frozen=True)
class Answered:
    """An enquiry with the words of its question and of the answer to it; ``comment`` is the visitor's."""

    enquiry: Enquiry
    question: str
    answer: str
    language: str
    comment: str


def answered(session: Session, show: str, before: int) -> list[Answered]:
    """Enquiries to be judged, the newest first, those before number ``before`` (0: the newest); one more than shown.

    ``show`` is one of ``SHOW``: said to be of no use, answered, not answered (each without those that were judged), or
    judged to be wrong. Raises ``DeskError`` 404 for another.
    """
    enquiries = session.scalars(_enquiries(show, before).limit(SHOWN + 1)).all()
    return [_words(session, enquiry) for enquiry in enquiries]


def _enquiries(show: str, before: int) -> Select[Enquiry]:
    # Those whose conversation was erased have no words that could be judged.
    wanted = select(Enquiry).where(Enquiry.conversation_id.is_not(None), Enquiry.sensitive.is_(False))
    wanted = wanted.where(Enquiry.verdict == ("wrong" if show == "wrong" else ""))
    if before:
        wanted = wanted.where(Enquiry.id < before)
    if show in ("answered", "unanswered"):
        wanted = wanted.where(Enquiry.result == show)
    elif show == "unhelpful":
        said = select(Feedback.seq).where(
            Feedback.conversation_id == Enquiry.conversation_id, Feedback.helpful.is_(False),
            Feedback.seq > Enquiry.first_seq,
        )  # fmt: skip
        wanted = wanted.where(Enquiry.result != "escalated", said.exists())
    elif show != "wrong":
        raise DeskError(404, "not-found")
    return wanted.order_by(Enquiry.id.desc())


def _words(session: Session, enquiry: Enquiry) -> Answered:
    here = Message.conversation_id == enquiry.conversation_id
    question = session.get_one(Message, (enquiry.conversation_id, enquiry.first_seq))
    after = select(Message).where(here, Message.seq > enquiry.first_seq, Message.author == "assistant")
    # What is judged is the answer that was found of no use, else the first one.
    unhelpful = (Feedback.conversation_id == Message.conversation_id) & (Feedback.seq == Message.seq)
    order = (case((Feedback.helpful.is_(False), 0), else_=1), Message.seq)
    answer = session.scalars(after.outerjoin(Feedback, unhelpful).order_by(*order).limit(1)).first()
    said = session.get(Feedback, (enquiry.conversation_id, answer.seq)) if answer else None
    return Answered(
        enquiry, question.text, answer.text if answer else "", question.language, said.comment if said else ""
    )


def judge(session: Session, staff: Staff, enquiry_id: int, verdict: str) -> None:
    """Write down a reviewer's verdict: right, wrong, or empty to take it back. Raises ``DeskError`` 404, 422."""
    enquiry = session.get(Enquiry, enquiry_id)
    if enquiry is None or enquiry.sensitive or enquiry.conversation_id is None:
        raise DeskError(404, "not-found")
    if verdict not in VERDICTS:
        raise DeskError(422, "invalid")
    before, enquiry.verdict = enquiry.verdict, verdict
    audit.record(
        session, staff.login, "enquiry.judged", str(enquiry.id), {"verdict": before},
        {"verdict": verdict, "article": enquiry.article},
    )  # fmt: skip


def remember(session: Session, conversation: Conversation, choice: Choice) -> None:
    """Remember the visitor's question as an example of the article that was just chosen among those offered."""
    article_id = _article_of(choice.payload)
    offer = session.get_one(Message, (conversation.id, choice.seq))
    if article_id not in (offer.understood or {}).get("offered", ()):
        return
    asked = select(Message).where(
        Message.conversation_id == conversation.id, Message.seq < offer.seq, Message.author == "visitor"
    )
    question = session.scalars(asked.order_by(Message.seq.desc()).limit(1)).first()
    if question is None or session.get(m.Article, article_id) is None:
        return
    session.merge(ProposedExample(
        conversation_id=conversation.id, seq=question.seq, article_id=article_id, language=question.language,
        text=question.text,
    ))  # fmt: skip


def _article_of(payload: str) -> str:
    """The article that a button shows; empty for another button."""
    if not payload.startswith(f"{ARTICLE}{{"):
        return ""
    return str(json.loads(payload.removeprefix(ARTICLE)).get("article", ""))


def proposed(session: Session) -> Sequence[ProposedExample]:
    """The oldest questions that wait for an editor, and one more if there are more."""
    wanted = select(ProposedExample).where(_ordinary())
    return session.scalars(wanted.order_by(ProposedExample.at, ProposedExample.seq).limit(SHOWN + 1)).all()


def _ordinary() -> ColumnElement[bool]:
    """Examples from conversations without a report of harm: known by its request before the enquiry is counted."""
    enquiries = select(Enquiry.id).where(
        Enquiry.conversation_id == ProposedExample.conversation_id, Enquiry.sensitive.is_(True)
    )
    confided = select(Ticket.id).where(Ticket.conversation_id == ProposedExample.conversation_id, reports())
    return ~enquiries.exists() & ~confided.exists()


def decide(
    session: Session, profile: Profile, staff: Staff, conversation_id: str, seq: int, article_id: str, take: bool
) -> None:
    """Take a question into the draft of the article that was chosen, or dismiss it.

    Raises ``DeskError`` 404 when somebody else has decided already, 409 when the article is not there in the
    question's language.
    """
    here = (ProposedExample.conversation_id == conversation_id, ProposedExample.seq == seq)
    example = session.scalars(select(ProposedExample).where(*here, _ordinary()).with_for_update()).first()
    if example is None or example.article_id != article_id:
        raise DeskError(404, "not-found")
    if take:
        editing.add_question(session, profile, staff, article_id, example.language, example.text)
    else:
        # Without the visitor's words: they go with the conversation.
        audit.record(session, staff.login, "example.dismissed", f"{article_id[:70]}/{example.language}")
    session.delete(example)

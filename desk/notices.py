"""Notices of outages: writing, publishing, ending. The assistant says a published one from the next question on.

Nobody has to approve a notice: in an outage minutes count. Whoever may publish is in ``desk.permissions``, and every
change is in the audit trail with its words. Each deed names the ``edit`` of the page it was decided on and is refused
with 409 when that has passed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import audit
from desk.errors import DeskError
from store.models import Notice, NoticeLink, NoticeText, Staff, Ticket, now
from store.notices import AREA
from store.profile import Profile
from store.sync import move_revision
from texts.folding import fold, tokens
from texts.terms import is_han

LONGEST_TITLE, LONGEST_BODY, LONGEST_LINE = 200, 4000, 300
MOST_LINES = 50
# Letters of a keyword: fewer stand in every other question. A Chinese word has two.
SHORTEST_KEYWORD, SHORTEST_HAN = 3, 2
# Deeds: from which states, to which.
STEPS = {"publish": (("draft", "ended"), "published"), "end": (("published",), "ended")}


@dataclass(frozen=True)
class Words:
    """A notice in one language, as it was written."""

    title: str = ""
    body: str = ""
    questions: Sequence[str] = ()
    keywords: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.title or self.body or self.questions or self.keywords)


@dataclass(frozen=True)
class Draft:
    """A whole notice, as it was written; ``words`` by language."""

    words: Mapping[str, Words] = field(default_factory=dict)
    replaces: bool = False
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None


def get(session: Session, notice_id: int, edit: int | None = None) -> Notice:
    """A notice; with ``edit`` it is held for this transaction. Raises ``DeskError`` 404, 409 (changed since)."""
    notice = session.get(Notice, notice_id, with_for_update=edit is not None or None)
    if notice is None:
        raise DeskError(404, "not-found")
    if edit is not None and notice.edit != edit:
        raise DeskError(409, "notice-changed")
    return notice


def all_with_requests(session: Session) -> list[tuple[Notice, int]]:
    """Every notice with the number of its unsolved requests, published ones first, then the newest."""
    linked = (
        select(NoticeLink.notice_id, func.count().label("requests"))
        .join(Ticket, Ticket.id == NoticeLink.ticket_id)
        .where(Ticket.state != "solved").group_by(NoticeLink.notice_id).subquery()
    )  # fmt: skip
    wanted = select(Notice, func.coalesce(linked.c.requests, 0)).outerjoin(linked, linked.c.notice_id == Notice.id)
    rows = session.execute(wanted.order_by(Notice.state != "published", Notice.id.desc())).all()
    return [(notice, requests) for notice, requests in rows]


def titles(session: Session, language: str, first: str) -> dict[int, str]:
    """The title of every notice that is no draft, in ``language`` or else in the profile's ``first``; newest first."""
    wanted = select(NoticeText.notice_id, NoticeText.language, NoticeText.title).join(Notice)
    found: dict[int, str] = {}
    for row in session.execute(wanted.where(Notice.state != "draft").order_by(Notice.id.desc())):
        if row.title and (row.language == language or (row.language == first and row.notice_id not in found)):
            found[row.notice_id] = row.title
    return found


def create(session: Session, profile: Profile, staff: Staff, draft: Draft) -> int:
    """A new notice, not published yet; its number. Raises ``DeskError`` 422 ``notice-…`` for what is wrong."""
    _check(draft, profile)
    notice = Notice(state="draft", edit=0)
    session.add(notice)
    _write(notice, draft)
    session.flush()
    audit.record(session, staff.login, "notice.saved", _subject(notice), None, _written(notice))
    return notice.id


def save(session: Session, profile: Profile, staff: Staff, notice_id: int, draft: Draft, edit: int) -> None:
    """Change a notice; a published one changes at once. Raises ``DeskError`` 404, 409, 422."""
    _check(draft, profile)
    notice = get(session, notice_id, edit)
    before = _written(notice)
    _write(notice, draft)
    session.flush()
    move_revision(session, AREA)
    audit.record(session, staff.login, "notice.saved", _subject(notice), before, _written(notice))


def step(session: Session, staff: Staff, notice_id: int, deed: str, edit: int) -> None:
    """Publish or end a notice (``STEPS``); what was ended can be published again. Raises ``DeskError`` 404, 409."""
    states, after = STEPS[deed]
    notice = get(session, notice_id, edit)
    if notice.state not in states:
        raise DeskError(409, "notice-changed")
    before = {"state": notice.state}
    notice.state, notice.edit, notice.at = after, notice.edit + 1, now()
    move_revision(session, AREA)
    audit.record(session, staff.login, f"notice.{after}", _subject(notice), before, {"state": after})


def discard(session: Session, staff: Staff, notice_id: int, edit: int) -> None:
    """Throw away a notice that was never published. Raises ``DeskError`` 404, 409."""
    notice = get(session, notice_id, edit)
    if notice.state != "draft":
        raise DeskError(409, "notice-changed")
    audit.record(session, staff.login, "notice.discarded", _subject(notice), _written(notice), None)
    session.delete(notice)


def _check(draft: Draft, profile: Profile) -> None:
    first = draft.words.get(profile.default_language, Words())
    if not first.title or not first.body:
        raise DeskError(422, "notice-first")
    for words in draft.words.values():
        if bool(words.title) != bool(words.body):
            raise DeskError(422, "notice-half")
        if len(words.title) > LONGEST_TITLE or len(words.body) > LONGEST_BODY:
            raise DeskError(422, "notice-long")
        lines = (*words.questions, *words.keywords)
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise DeskError(422, "notice-long")
        short = next((word for word in words.keywords if _is_short(word)), None)
        if short is not None:
            raise DeskError(422, "notice-keyword", word=short)
    if not any(words.questions or words.keywords for words in draft.words.values()):
        raise DeskError(422, "notice-nothing")
    if draft.starts_at and draft.ends_at and draft.ends_at <= draft.starts_at:
        raise DeskError(422, "notice-times")


def _is_short(keyword: str) -> bool:
    letters = "".join(tokens(fold(keyword)))
    return len(letters) < (SHORTEST_HAN if is_han(letters) else SHORTEST_KEYWORD)


def _write(notice: Notice, draft: Draft) -> None:
    notice.replaces, notice.starts_at, notice.ends_at = draft.replaces, draft.starts_at, draft.ends_at
    notice.edit, notice.at = notice.edit + 1, now()
    known = {text.language: text for text in notice.texts}
    for language, words in draft.words.items():
        text = known.get(language) or NoticeText(language=language)
        text.title, text.body = words.title, words.body
        text.questions, text.keywords = list(words.questions), list(words.keywords)
        if words and language not in known:
            notice.texts.append(text)
        elif not words and language in known:
            notice.texts.remove(text)


def _subject(notice: Notice) -> str:
    return f"notice {notice.id}"


def _written(notice: Notice) -> dict[str, Any]:
    return {
        "state": notice.state, "replaces": notice.replaces,
        "from": notice.starts_at.isoformat() if notice.starts_at else None,
        "until": notice.ends_at.isoformat() if notice.ends_at else None,
        "texts": {
            text.language: {
                "title": text.title, "body": text.body, "questions": text.questions, "keywords": text.keywords
            } for text in sorted(notice.texts, key=lambda text: text.language)
        },
    }  # fmt: skip

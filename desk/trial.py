"""'Try a question': which articles are nearest to it, as they are published and with a draft in place.

Nearness of meaning alone: the margins by wording are learnt when the assistant is trained and live there. The encoder
and the vectors are loaded at the first question.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from sqlalchemy.orm import Session

from store import models as m
from store.articles import Key
from store.load import AREA, DataFiles
from store.profile import Profile
from store.rows import CheckQuestionRow
from store.subjects import ARTICLE, POSSIBLE, Found, SubjectIndex, is_clear, of_kind
from store.sync import revision

SHOWN = 5


@dataclass(frozen=True)
class Ranking:
    """The nearest articles. ``outcome`` is clear (the first one answers), choice (some are offered) or none."""

    best: list[Found]
    outcome: str


@dataclass(frozen=True)
class Moved:
    """A check question that another article would answer with the draft."""

    question: CheckQuestionRow
    before: str
    after: str


@dataclass(frozen=True)
class Tried:
    """What a question finds now and, if there is a draft, with it; ``right`` counts check questions of ``asked``."""

    now: Ranking
    draft: Ranking | None
    moved: list[Moved]
    right: int
    right_with_draft: int
    asked: int


class Trial:
    """The articles as vectors, kept until the store's revision moves."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._lock = Lock()
        self._revision = -1
        self._index = SubjectIndex({})
        self._first: list[str] = []
        self._questions: list[CheckQuestionRow] = []

    def ask(self, session: Session, question: str, key: Key, draft: m.ArticleVersion | None) -> Tried:
        """Try ``question`` on the published articles, and with ``draft`` in the place of ``key``."""
        index, before = self._current(session)
        right = _right(self._questions, before)
        if draft is None:
            return Tried(_ranking(index, question), None, [], right, right, len(before))
        article = session.get(m.Article, key[0])
        published = article.texts if article is not None and article.status == "published" else []
        texts = [text for words in published if words.language != key[1] for text in (words.title, *words.questions)]
        changed = index.with_examples(ARTICLE, key[0], [*texts, draft.title, *draft.questions])
        after = self._nearest(changed)
        moved = [Moved(*each) for each in zip(self._questions, before, after, strict=True) if each[1] != each[2]]
        return Tried(
            _ranking(index, question), _ranking(changed, question), moved, right, _right(self._questions, after),
            len(before),
        )  # fmt: skip

    def find(self, session: Session, question: str) -> Ranking:
        """The published articles nearest to ``question``."""
        return _ranking(self._current(session)[0], question)

    def closest(self, session: Session, question: str) -> float:
        """How near the nearest article, figure or kind of service is to ``question``."""
        return self._current(session)[0].closest(question)

    def _current(self, session: Session) -> tuple[SubjectIndex, list[str]]:
        number = revision(session, AREA)
        with self._lock:
            if self._revision != number:
                self._questions = [line.row for line in DataFiles(self._profile).check_questions]
                self._index = SubjectIndex.load(session)
                self._first = self._nearest(self._index)
                self._revision = number
            return self._index, self._first

    def _nearest(self, index: SubjectIndex) -> list[str]:
        return index.nearest([each.text for each in self._questions], ARTICLE)


def _ranking(index: SubjectIndex, question: str) -> Ranking:
    found = of_kind(index.find(question, {}), ARTICLE)
    near = found and found[0].score >= POSSIBLE
    return Ranking(found[:SHOWN], "clear" if is_clear(found) else "choice" if near else "none")


def _right(questions: list[CheckQuestionRow], answers: list[str]) -> int:
    return sum(each.article == answer for each, answer in zip(questions, answers, strict=True))

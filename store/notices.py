"""Notices: which one a question is about, by keyword or by meaning, without any training.

A keyword of the notice that stands in the question decides; else the example questions do, as those of articles: their
nearness has to be ``NEAR`` and not further than ``BEHIND`` from that of the nearest article, figure or kind of service.
Measured with five examples a language of each of the 203 articles as if they were a notice's, and 1,536 questions
written apart from them: 60 of 100 questions about the matter find it, 17 of 1,000 others do
(docs/architecture.md). Keywords are for the rest.

Only the question's language and the profile's first one are looked at: who writes in another language about a thing
that has an English name is found too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode, encode_known
from store.subjects import SHARPNESS
from store.sync import revision
from texts.folding import fold, readings, stem, tokens

# The area of ``revisions`` that moves with every change of what notices say or are found by.
AREA = "notices"
NEAR = 0.3
BEHIND = 0.05


@dataclass(frozen=True)
class Keyword:
    """A keyword as it is looked for: its words, folded, and the stems of these."""

    words: tuple[str, ...]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, text: str, language: str) -> Keyword:
        """``text`` in its ``language``."""
        words = tuple(tokens(fold(text)))
        return cls(words, tuple(stem(word, language) for word in words))

    def stands_in(self, words: Sequence[str], language: str) -> bool:
        """Whether all its words stand side by side among ``words``, folded ones of ``language``, in any inflection."""
        length = len(self.words)
        return length > 0 and any(
            all(
                said == word or stemmed in readings(said, language)
                for said, word, stemmed in zip(words[start : start + length], self.words, self.stems, strict=True)
            )
            for start in range(len(words) - length + 1)
        )


@dataclass(frozen=True)
class Entry:
    """What one notice is found by, by language, and when it holds."""

    notice_id: int
    starts_at: dt.datetime | None
    ends_at: dt.datetime | None
    keywords: Mapping[str, Sequence[Keyword]]
    examples: Mapping[str, Vectors]

    @classmethod
    def of(cls, notice: m.Notice) -> Entry:
        """The entry of a notice as it is written."""
        return cls(
            notice.id, notice.starts_at, notice.ends_at,
            {text.language: [Keyword.of(word, text.language) for word in text.keywords] for text in notice.texts},
            {text.language: encode_known(text.questions) for text in notice.texts if text.questions},
        )  # fmt: skip

    @classmethod
    def anytime(cls, notice: m.Notice) -> Entry:
        """The same as if it were in force always, for trying it out."""
        return replace(cls.of(notice), starts_at=None, ends_at=None)

    def holds(self, at: dt.datetime) -> bool:
        """Whether it is in force."""
        return (self.starts_at is None or self.starts_at <= at) and (self.ends_at is None or at < self.ends_at)


class NoticeIndex:
    """Published notices. ``first`` is the profile's first language."""

    def __init__(self, entries: Iterable[Entry], first: str, number: int = 0) -> None:
        self.revision = number
        self._entries = list(entries)
        self._first = first

    @classmethod
    def load(cls, session: Session, first: str) -> NoticeIndex:
        """The index of all that is published, the newest first."""
        published = select(m.Notice).where(m.Notice.state == "published").order_by(m.Notice.id.desc())
        return cls((Entry.of(notice) for notice in session.scalars(published)), first, revision(session, AREA))

    def matching(self, question: str, language: str, rival: Callable[[], float], at: dt.datetime) -> int | None:
        """The id of the notice that ``question`` is about at the moment ``at``; None where it is about none.

        ``rival`` gives the nearness of the nearest subject; it is asked only where a notice could be near.
        """
        entries = [entry for entry in self._entries if entry.holds(at)]
        languages = tuple(dict.fromkeys((language, self._first)))
        said = tokens(fold(question))
        for entry in entries:
            keywords = (word for code in languages for word in entry.keywords.get(code, ()))
            if any(word.stands_in(said, language) for word in keywords):
                return entry.notice_id
        near = [(score, entry) for entry, score in _scored(entries, question, languages) if score >= NEAR]
        if not near:
            return None
        score, best = max(near, key=lambda pair: pair[0])
        return best.notice_id if score >= rival() - BEHIND else None


def _scored(entries: Iterable[Entry], question: str, languages: Sequence[str]) -> Iterator[tuple[Entry, float]]:
    """The nearness of each entry that has examples in one of ``languages``: the soft maximum, as with subjects."""
    having = [(entry, [entry.examples[code] for code in languages if code in entry.examples]) for entry in entries]
    having = [(entry, examples) for entry, examples in having if examples]
    if not having:
        return
    asked = encode([question])[0]
    for entry, examples in having:
        cosines = np.concatenate(examples) @ asked
        yield entry, float(np.log(np.exp(SHARPNESS * cosines).mean()) / SHARPNESS)


def words_in(notice: m.Notice, language: str, first: str) -> m.NoticeText:
    """The words of ``notice`` in ``language``, else in the profile's ``first``, which every notice has."""
    texts = {text.language: text for text in notice.texts if text.body}
    return texts.get(language) or texts[first]

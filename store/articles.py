"""Finds the approved article that answers a question, in any language, by meaning.

Every example question and title of every published article, in every language, is a vector. An article's score is a
soft maximum of the cosines between the question and all its examples: one near example counts, several count more. On
240 questions written apart from the examples the right article came first for 85 of 100 with it, for 70 with the plain
maximum (docs/architecture.md). The index is rebuilt when the store's revision moves: a new article is found at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode, encode_known
from texts.folding import fold, stem, tokens

# How much nearer examples outweigh further ones in the soft maximum.
SHARPNESS = 20.0
# What shared telling words (names, numbers, acronyms) add at most.
LEXICAL_WEIGHT = 0.06
# From this score on an article answers, if the next one is at least MARGIN behind; out-of-scope questions stay below.
ANSWERS = 0.32
MARGIN = 0.02
# From this score on an article is worth offering.
POSSIBLE = 0.29
# An article this sure answers even when the message was taken for something else.
BEYOND_DOUBT, CLEAR_MARGIN = 0.45, 0.05


@dataclass(frozen=True)
class Found:
    """An article and how well it fits the question (about 0 to 0.9)."""

    article: str
    score: float


class ArticleIndex:
    """The published articles of the store as vectors."""

    def __init__(self, articles: Sequence[m.Article]) -> None:
        self._articles = [article for article in articles if article.status == "published"]
        examples = [
            [text for words in article.texts for text in (words.title, *words.questions)] for article in self._articles
        ]
        self._vectors: Vectors = encode_known([text for texts in examples for text in texts])
        sizes = np.array([len(texts) for texts in examples], dtype=np.int64)
        self._sizes = sizes
        self._starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else sizes
        self._lexicon = _Lexicon(self._articles)

    @classmethod
    def load(cls, session: Session) -> ArticleIndex:
        """The index of everything published in the store."""
        return cls(session.scalars(select(m.Article).order_by(m.Article.id)).all())

    def find(self, question: str, language: str, limit: int = 4) -> list[Found]:
        """The articles that fit ``question`` best, best first."""
        if not self._articles:
            return []
        weights = np.exp(SHARPNESS * (self._vectors @ encode([question])[0]))
        means = np.add.reduceat(weights, self._starts) / self._sizes
        scores = np.log(means) / SHARPNESS + LEXICAL_WEIGHT * self._lexicon.shares(question, language)
        order = np.argsort(-scores)[:limit]
        return [Found(self._articles[i].id, float(scores[i])) for i in order]


def is_clear(found: Sequence[Found], score: float = ANSWERS, margin: float = MARGIN) -> bool:
    """Whether the first article reaches ``score`` and leaves the second ``margin`` behind."""
    return bool(found) and found[0].score >= score and (len(found) == 1 or found[0].score - found[1].score >= margin)


class _Lexicon:
    """Which stems each article's examples use, and how telling each is (inverse document frequency)."""

    def __init__(self, articles: Sequence[m.Article]) -> None:
        self._count = len(articles)
        self._uses: dict[str, dict[int, int]] = {}
        for number, article in enumerate(articles):
            for words in article.texts:
                for token in tokens(fold(" ".join((words.title, *words.questions)))):
                    uses = self._uses.setdefault(stem(token, words.language), {})
                    uses[number] = uses.get(number, 0) + 1

    def shares(self, question: str, language: str) -> NDArray[np.float32]:
        """For every article the share (0 to 1) of the question's telling words that its examples use, often or once."""
        weights = np.zeros(self._count, np.float32)
        total = 0.0
        for token in set(tokens(fold(question))):
            uses = self._uses.get(stem(token, language))
            if not uses:
                continue
            telling = float(np.log((self._count + 1) / (len(uses) + 0.5)))
            total += telling
            for number, times in uses.items():
                weights[number] += telling * min(1.0, 0.5 + 0.17 * times)
        return weights / total if total else weights

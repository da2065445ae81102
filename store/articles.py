"""Finds the approved article that answers a question, in any language, by meaning.

Every example question, title and first sentence of every published article is a vector; a question finds the nearest.
The index is rebuilt when the store's revision moves, so a new article is found at once, without training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode
from texts.folding import fold, stem, tokens

# A title or example question of the right article is rarely further than this from what people ask (cosine).
CERTAIN = 0.62
POSSIBLE = 0.46
# Two articles nearer to each other than this are offered as a choice.
CLOSE = 0.03
# What shared rare words (names, numbers, acronyms) add at most to the cosine.
LEXICAL_WEIGHT = 0.12


@dataclass(frozen=True)
class Found:
    """An article and how near the question is to it (cosine plus shared words, 0 to about 1.1)."""

    article: str
    score: float


class ArticleIndex:
    """The published articles of the store as vectors."""

    def __init__(self, articles: Sequence[m.Article]) -> None:
        texts: list[str] = []
        owners: list[int] = []
        self._articles = [article for article in articles if article.status == "published"]
        for number, article in enumerate(self._articles):
            for words in article.texts:
                phrases = [words.title, *words.questions, _lead(words.body)]
                texts += phrases
                owners += [number] * len(phrases)
        self._vectors: Vectors = encode(texts)
        self._owners = np.array(owners, dtype=np.int64)
        self._lexicon = _Lexicon(self._articles)

    @classmethod
    def load(cls, session: Session) -> ArticleIndex:
        """The index of everything published in the store."""
        return cls(session.scalars(select(m.Article).order_by(m.Article.id)).all())

    def find(self, question: str, language: str, limit: int = 4) -> list[Found]:
        """The articles nearest to ``question``, best first."""
        if not self._articles:
            return []
        cosines = self._vectors @ encode([question])[0]
        best = np.full(len(self._articles), -1.0, np.float32)
        np.maximum.at(best, self._owners, cosines)
        scores = best + LEXICAL_WEIGHT * self._lexicon.shares(question, language)
        order = np.argsort(-scores)[:limit]
        return [Found(self._articles[i].id, float(scores[i])) for i in order]


class _Lexicon:
    """Which stems each article uses, and how telling each is (inverse document frequency)."""

    def __init__(self, articles: Sequence[m.Article]) -> None:
        self._count = len(articles)
        self._documents: dict[str, set[int]] = {}
        for number, article in enumerate(articles):
            for words in article.texts:
                text = " ".join((words.title, *words.questions, words.body))
                for token in tokens(fold(text)):
                    self._documents.setdefault(stem(token, words.language), set()).add(number)

    def shares(self, question: str, language: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """For every article the share (0 to 1) of the question's telling words that it contains."""
        weights = np.zeros(self._count, np.float32)
        total = 0.0
        for token in set(tokens(fold(question))):
            documents = self._documents.get(stem(token, language), set())
            weight = float(np.log((self._count + 1) / (len(documents) + 0.5))) if documents else 0.0
            total += weight
            weights[list(documents)] += weight
        return weights / total if total else weights


def _lead(body: str) -> str:
    """The first sentence of an article's body."""
    first = body.split("\n\n", 1)[0]
    return first[:200]

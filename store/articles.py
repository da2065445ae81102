"""Finds the approved article that answers a question, in any language, by meaning and by wording.

Every example question and title of every published article, in every language, is a vector. An article's nearness is a
soft maximum of the cosines between the question and all its examples: one near example counts, several count more. To
it comes the margin that the assistant's ranker learned from the wording of the same examples. On 240 questions written
apart from the examples the right one of 203 articles came first for 97 of 100 with both, for 88 with nearness alone and
for 92 with the margin alone (docs/architecture.md). The index is rebuilt when the store's revision moves: an article
that the ranker has not seen is found at once by nearness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode, encode_known

# How much nearer examples outweigh further ones in the soft maximum.
SHARPNESS = 20.0
# What a margin of 1 weighs against a cosine of 1.
MARGIN_WEIGHT = 0.2
# The margin that an article of this nearness usually has: what an article gets that the ranker has not seen.
USUAL_MARGIN = (-1.6, 2.3)
# From this score on an article answers, if the next one is at least MARGIN behind; out-of-scope questions stay below
# (half of them under 0.09, one in twenty above 0.28; half of the article questions above 0.44).
ANSWERS = 0.25
MARGIN = 0.02
# From this score on an article is worth offering.
POSSIBLE = 0.2
# An article this sure answers even when the message was taken for something else.
BEYOND_DOUBT, CLEAR_MARGIN = 0.42, 0.06


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

    @classmethod
    def load(cls, session: Session) -> ArticleIndex:
        """The index of everything published in the store."""
        return cls(session.scalars(select(m.Article).order_by(m.Article.id)).all())

    def find(self, question: str, margins: Mapping[str, float], limit: int = 4) -> list[Found]:
        """The articles that fit ``question`` best, best first.

        ``margins`` are the ranker's for its best articles; an empty mapping means that nothing was ranked.
        """
        if not self._articles:
            return []
        weights = np.exp(SHARPNESS * (self._vectors @ encode([question])[0]))
        nearness = np.log(np.add.reduceat(weights, self._starts) / self._sizes).astype(np.float32) / SHARPNESS
        scores = nearness + MARGIN_WEIGHT * self._margins(margins, nearness)
        order = np.argsort(-scores)[:limit]
        return [Found(self._articles[i].id, float(scores[i])) for i in order]

    def _margins(self, margins: Mapping[str, float], nearness: Vectors) -> Vectors:
        """The margin of every article: the ranker's, at most its lowest for those it left out, else the usual one."""
        usual = USUAL_MARGIN[0] + USUAL_MARGIN[1] * nearness
        lowest = min(margins.values(), default=np.inf)
        return np.array(
            [margins.get(article.id, min(lowest, guess)) for article, guess in zip(self._articles, usual, strict=True)],
            np.float32,
        )


def is_clear(found: Sequence[Found], score: float = ANSWERS, margin: float = MARGIN) -> bool:
    """Whether the first article reaches ``score`` and leaves the second ``margin`` behind."""
    return bool(found) and found[0].score >= score and (len(found) == 1 or found[0].score - found[1].score >= margin)

"""Finds what a question is about, in any language, by meaning and by wording: an article, a metric, a kind of service.

Every subject has example questions and names in every language, and each of them is a vector. A subject's nearness is a
soft maximum of the cosines between the question and all its examples: one near example counts, several count more. To
it comes the margin that the assistant's ranker learned from the wording of the same examples. On 240 questions written
apart from the examples the right one of 203 articles came first for 97 of 100 with both, for 88 with nearness alone and
for 92 with the margin alone (docs/architecture.md). The index is rebuilt when the store's revision moves: a subject
that the ranker has not seen is found at once by nearness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.encoder import Vectors, encode, encode_known

ARTICLE, METRIC, INDICATOR, MODALITY, LIST = "article", "metric", "indicator", "modality", "list"

# How much nearer examples outweigh further ones in the soft maximum.
SHARPNESS = 20.0
# What a margin of 1 weighs against a cosine of 1.
MARGIN_WEIGHT = 0.2
# The margin that an article of this nearness usually has: what an article gets that the ranker has not seen.
USUAL_MARGIN = (-1.6, 2.3)
# From this score on an article answers, if the next one is at least MARGIN behind. Of 534 article questions 17 are
# below 0.2 (12 with the right article first), of 72 out-of-scope questions most; half of the former exceed 0.44.
ANSWERS = 0.18
MARGIN = 0.015
# From this score on an article is worth offering, and answers if it leaves all others far behind.
POSSIBLE = 0.12
FAR = 0.05


@dataclass(frozen=True)
class Found:
    """A subject and how well it fits the question (about -0.2 to 1)."""

    kind: str
    key: str
    score: float


class SubjectIndex:
    """Everything in the store that questions are about, as vectors. ``examples``: texts by (kind, key)."""

    def __init__(self, examples: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._subjects = list(examples)
        self._vectors: Vectors = encode_known([text for texts in examples.values() for text in texts])
        self._sizes = np.array([len(texts) for texts in examples.values()], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(self._sizes)[:-1]]) if len(self._sizes) else self._sizes

    @classmethod
    def load(cls, session: Session) -> SubjectIndex:
        """The index of everything published in the store."""
        examples: dict[tuple[str, str], list[str]] = {}
        for article in session.scalars(select(m.Article).order_by(m.Article.id)):
            if article.status == "published":
                examples[ARTICLE, article.id] = [text for w in article.texts for text in (w.title, *w.questions)]
        for name in session.scalars(select(m.Name).where(m.Name.kind.in_((METRIC, INDICATOR, MODALITY, LIST)))):
            examples.setdefault((name.kind, name.key), []).append(name.text)
        for example in session.scalars(select(m.ExampleQuestion)):
            examples.setdefault((example.kind, example.key), []).append(example.text)
        return cls(examples)

    def with_examples(self, kind: str, key: str, texts: Sequence[str]) -> SubjectIndex:
        """A copy in which one subject has other examples: what a draft would find."""
        place = self._subjects.index((kind, key)) if (kind, key) in self._subjects else len(self._subjects)
        begin = int(self._starts[place]) if place < len(self._subjects) else len(self._vectors)
        end = begin + int(self._sizes[place]) if place < len(self._subjects) else begin
        other = copy(self)
        other._subjects = [*self._subjects[:place], *self._subjects[place + 1 :], (kind, key)]
        other._vectors = np.concatenate([self._vectors[:begin], self._vectors[end:], encode(texts)])
        other._sizes = np.append(np.concatenate([self._sizes[:place], self._sizes[place + 1 :]]), len(texts))
        other._starts = np.concatenate([[0], np.cumsum(other._sizes)[:-1]])
        return other

    def find(self, question: str, margins: Mapping[str, float]) -> list[Found]:
        """All subjects, those that fit ``question`` best first.

        ``margins`` are the ranker's for its best subjects (an article's id, else ``kind:key``); an empty mapping means
        that nothing was ranked.
        """
        if not self._subjects:
            return []
        nearness = self._nearness([question])[:, 0]
        scores = nearness + MARGIN_WEIGHT * self._margins(margins, nearness)
        ranked = ((*self._subjects[i], float(scores[i])) for i in np.argsort(-scores))
        return [Found(kind, key, score) for kind, key, score in ranked]

    def closest(self, question: str) -> float:
        """How near the nearest subject is to ``question`` by meaning alone; -1 where there is none."""
        return float(self._nearness([question]).max()) if self._subjects else -1.0

    def nearest(self, questions: Sequence[str], kind: str) -> list[str]:
        """The key of the nearest subject of ``kind`` for each question, by meaning alone; empty where there is none."""
        ours = [i for i, subject in enumerate(self._subjects) if subject[0] == kind]
        if not ours or not questions:
            return [""] * len(questions)
        return [self._subjects[ours[i]][1] for i in np.argmax(self._nearness(questions)[ours], axis=0)]

    def _nearness(self, questions: Sequence[str]) -> Vectors:
        """The soft maximum of the cosines between each question and a subject's examples: (subjects, questions)."""
        weights = np.exp(SHARPNESS * (self._vectors @ encode(questions).T))
        sums = np.add.reduceat(weights, self._starts, axis=0) / self._sizes[:, None]
        nearness: Vectors = np.log(sums).astype(np.float32) / SHARPNESS
        return nearness

    def _margins(self, margins: Mapping[str, float], nearness: Vectors) -> Vectors:
        """The margin of every subject: the ranker's, at most its lowest for those it left out, else the usual one."""
        usual = USUAL_MARGIN[0] + USUAL_MARGIN[1] * nearness
        lowest = min(margins.values(), default=np.inf)
        return np.array(
            [
                margins.get(key if kind == ARTICLE else f"{kind}:{key}", min(lowest, guess))
                for (kind, key), guess in zip(self._subjects, usual, strict=True)
            ],
            np.float32,
        )


def of_kind(found: Iterable[Found], kind: str) -> list[Found]:
    """Those of one kind, best first."""
    return [subject for subject in found if subject.kind == kind]


def is_clear(found: Sequence[Found]) -> bool:
    """Whether the first subject answers: it is near and leads, or it leads by far."""
    if not found:
        return False
    lead = found[0].score - (found[1].score if len(found) > 1 else 0.0)
    return (found[0].score >= ANSWERS and lead >= MARGIN) or (found[0].score >= POSSIBLE and lead >= FAR)

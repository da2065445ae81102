"""Decides what a message is meant as: the classifier's intents weighed against how clearly an article answers.

The classifier knows the manner of a question (a figure, a search, a wish for a person), the articles its matter. Where
they disagree, an article that leaves all others behind wins over a doubtful intent, and a question that no article is
near to goes to the next intent. The bars were set on 588 questions and confirmed on 588 others (docs/architecture.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.subjects import Found
from texts.folding import fold

ARTICLE = "ask_article"
FIGURES = ("ask_statistic", "ask_indicator")
# What a question may be instead of an article's, when no article is near.
OTHERWISE = ("report_sensitive", "ask_human", "search_assignments", *FIGURES, "ask_modality", "out_of_scope")
YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d)")

# Below this score no article is near; from this confidence on the next intent is then worth following.
NEAR = 0.2
WORTH_FOLLOWING = 0.08


@dataclass(frozen=True)
class Bar:
    """An article beats an intent from this score and lead on, while the intent's confidence is below ``sure``."""

    score: float
    lead: float
    sure: float


USUAL = (Bar(0.30, 0.10, 0.99),)
SMALL_TALK = (Bar(0.30, 0.15, 0.90),)
BARS: dict[str, tuple[Bar, ...]] = {
    # A disclosure that is taken for a question does harm, a question that is taken for one little.
    "report_sensitive": (Bar(0.40, 0.20, 0.95), Bar(0.25, 0.12, 0.80)),
    "ask_human": (Bar(0.40, 0.20, 0.70),),
    "search_assignments": (Bar(0.30, 0.10, 0.90), Bar(0.45, 0.20, 0.98)),
    "ask_modality": (Bar(0.40, 0.12, 0.985),),
    **dict.fromkeys(FIGURES, USUAL),
    **dict.fromkeys(
        ("greet", "thank", "goodbye", "bot_challenge", "ask_capabilities", "affirm", "deny", "not_helpful"), SMALL_TALK
    ),
}


def meant(ranking: Sequence[tuple[str, float]], found: Sequence[Found], text: str) -> str:
    """The intent that the message most probably has.

    ``ranking`` are the classifier's intents with confidences, best first; ``found`` the articles, best first.
    """
    if not ranking:
        return ARTICLE
    top, confidence = ranking[0]
    score, lead = _strength(found)
    dated = bool(YEAR.search(fold(text)))
    if top == ARTICLE:
        return _instead_of_article(ranking[1:], score, lead, dated)
    if top in FIGURES and dated:
        return top
    beaten = any(score >= bar.score and lead >= bar.lead and confidence < bar.sure for bar in BARS.get(top, USUAL))
    return ARTICLE if beaten else top


def _strength(found: Sequence[Found]) -> tuple[float, float]:
    """The best article's score and how far it leads."""
    if not found:
        return 0.0, 0.0
    return found[0].score, found[0].score - (found[1].score if len(found) > 1 else 0.0)


def _instead_of_article(others: Sequence[tuple[str, float]], score: float, lead: float, dated: bool) -> str:
    """What a question is that was taken for an article's: usually that."""
    if not others:
        return ARTICLE
    second, confidence = others[0]
    if score < NEAR:
        return second if second in OTHERWISE and confidence >= WORTH_FOLLOWING else ARTICLE
    if second in FIGURES and confidence >= 0.09 and (dated or lead < 0.05):
        return second
    if second == "ask_modality" and confidence >= 0.3 and lead < 0.1:
        return second
    return ARTICLE

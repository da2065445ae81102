"""Decides what a message is meant as: the classifier's intents weighed against the subjects that fit it.

The classifier knows the manner of a question (a figure, a search, a wish for a person), the subjects its matter. Where
they disagree, an article that leaves all others behind wins over a doubtful intent; a question that no article is near
to goes to the next intent; between an article and a figure or a kind of service the better fit decides. The numbers
were set on 588 questions and tried on 588 others (docs/architecture.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from store.subjects import ARTICLE as ARTICLES
from store.subjects import INDICATOR, LIST, METRIC, MODALITY, Found, of_kind
from store.years import years_of

ARTICLE = "ask_article"
SENSITIVE = "report_sensitive"
# A message is a disclosure from this margin on, more where one article leaves all others behind or the classifier
# sees none. What the classifier is certain of is one in any case.
DISCLOSED = -1.1
LEAD_WEIGHT, DOUBT_WEIGHT = 1.3, 0.6
# Up to this margin a disclosure may also be a question on the matter, where an article leads by so much.
MAY_BE_QUESTION, QUESTION_LEAD = 0.0, 0.05
# From this margin on a message is at least no follow-up and no answer to a question of ours.
PERHAPS_DISCLOSED = -0.6
CERTAIN = 0.985
# From this confidence on these are beyond doubt, and a disclosure only where it is one by far.
BEYOND_DOUBT = {
    **dict.fromkeys(("search_assignments", "ask_statistic", "ask_indicator", "ask_modality"), CERTAIN),
    "ask_human": 0.9,
}  # fmt: skip
ELIGIBILITY = "ask_eligibility"
# Intents whose subjects are found like articles.
KINDS_OF = {"ask_statistic": (METRIC, LIST), "ask_indicator": (INDICATOR,), "ask_modality": (MODALITY,)}
# What a question may be instead of an article's, when no article is near.
OTHERWISE = (SENSITIVE, "ask_human", "search_assignments", "out_of_scope", *KINDS_OF)

# Nobody looks for an assignment of a year that is over, nor asks what a kind of service was then: how many there were.
NOT_OF_THE_PAST = ("search_assignments", "ask_modality")

# Below this score no article is near; from this confidence on the next intent is then worth following.
NEAR = 0.2
WORTH_FOLLOWING = 0.08
# So much better an article must fit than the figure (kind of service) that the classifier has in mind, or the other way
# round; more where the classifier is sure or a year speaks for the figure, and where both do it is one.
BETTER, FAR_BETTER = 0.05, 0.15
SURE = 0.8
# From this share of the first intent's confidence on the second is as good.
EVEN = 0.7
# Who tells so many facts of themselves asks whether they are eligible, if the classifier thinks so too with this
# confidence, and takes the message for one of these.
FACTS, ALSO_LIKELY = 2, 0.15
PERHAPS_ELIGIBILITY = (ARTICLE, "ask_modality", "search_assignments", "out_of_scope")


@dataclass(frozen=True)
class Bar:
    """An article beats an intent from this score and lead on, while the intent's confidence is below ``sure``."""

    score: float
    lead: float
    sure: float


USUAL = (Bar(0.30, 0.10, 0.99), Bar(0.22, 0.08, 0.60))
# For an intent that is not listed here (one that somebody added): its action stands unless the classifier is in doubt.
UNLISTED = (Bar(0.35, 0.15, 0.60),)
SMALL_TALK = (Bar(0.30, 0.15, 0.90),)
BARS: dict[str, tuple[Bar, ...]] = {
    # A disclosure that is taken for a question does harm, a question that is taken for one little.
    SENSITIVE: (
        Bar(0.40, 0.20, 0.985),
        Bar(0.30, 0.18, 0.95),
        Bar(0.25, 0.12, 0.60),
    ),
    "ask_human": (Bar(0.35, 0.15, 0.90), Bar(0.25, 0.12, 0.60)),
    "search_assignments": (Bar(0.30, 0.10, 0.90), Bar(0.45, 0.20, 0.98)),
    ELIGIBILITY: (Bar(0.45, 0.20, 0.90), Bar(0.30, 0.15, 0.50)),
    **dict.fromkeys(
        ("out_of_scope", "ask_application_status", "change_language", "more_results", "ask_details"), USUAL
    ),
    **dict.fromkeys(
        ("greet", "thank", "goodbye", "bot_challenge", "ask_capabilities", "affirm", "deny", "not_helpful"), SMALL_TALK
    ),
}


def meant(
    ranking: Sequence[tuple[str, float]],
    found: Sequence[Found],
    text: str,
    sensitivity: float | None = None,
    facts: int = 0,
) -> str:
    """The intent that the message most probably has.

    ``ranking`` are the classifier's intents with confidences, best first; ``found`` the subjects, best first;
    ``sensitivity`` is the margin by which it is a disclosure (``assistant/disclosure_detector.py``), None where nothing
    looked for one; ``facts`` how many facts of themselves the visitor tells.
    """
    articles = of_kind(found, ARTICLES)
    score = articles[0].score if articles else 0.0
    lead = score - articles[1].score if len(articles) > 1 else score
    if sensitivity is not None:
        # A search or a figure that is beyond doubt may speak of psychologists and of the injured; who only wants a
        # person says what somebody in need says too.
        beyond = bool(ranking) and ranking[0][1] >= BEYOND_DOUBT.get(ranking[0][0], 2.0)
        if _disclosure(ranking, sensitivity, lead) >= (0.0 if beyond else DISCLOSED):
            return SENSITIVE
        ranking = [ranked for ranked in ranking if ranked[0] != SENSITIVE or ranked[1] >= CERTAIN]
    if not ranking:
        return ARTICLE
    if _asks_eligibility(ranking, facts):
        return ELIGIBILITY
    if _asks_rules(ranking, facts):
        ranking = ranking[1:]
    return _by_matter(ranking, found, text, score, lead)


def may_be_question(ranking: Sequence[tuple[str, float]], found: Sequence[Found], sensitivity: float | None) -> bool:
    """Whether a message that was taken for a disclosure may only ask how such a matter is dealt with.

    Then the article that leads is told too. *Measured* on 2,916 questions that nobody trained with: of 40 questions
    that were taken for disclosures 25 get their article by this, none a wrong one; 36 of 252 disclosures get one.
    """
    articles = of_kind(found, ARTICLES)
    if sensitivity is None or len(articles) < 2 or articles[0].score < NEAR:
        return False
    lead = articles[0].score - articles[1].score
    return lead >= QUESTION_LEAD and _disclosure(ranking, sensitivity, lead) < MAY_BE_QUESTION


def _disclosure(ranking: Sequence[tuple[str, float]], sensitivity: float, lead: float) -> float:
    """The margin by which a message is a disclosure, less where an article leads or the classifier sees none."""
    doubt = 1 - dict(ranking).get(SENSITIVE, 0.0)
    return sensitivity - LEAD_WEIGHT * lead - DOUBT_WEIGHT * doubt


def _by_matter(
    ranking: Sequence[tuple[str, float]], found: Sequence[Found], text: str, score: float, lead: float
) -> str:
    """The classifier's intent or the subject's, whichever is clearer; ``score`` and ``lead`` are the best article's."""
    top, confidence = ranking[0]
    # How much better the best article fits than the best figure, indicator, kind of service.
    ahead = {intent: score - _best(found, kinds) for intent, kinds in KINDS_OF.items()}
    years = years_of(text)
    dated = bool(years)
    if top in NOT_OF_THE_PAST and any(year < dt.datetime.now(dt.UTC).year for year in years):
        return "ask_statistic"
    if top == ARTICLE:
        return _instead_of_article(confidence, ranking[1:], score, lead, ahead, dated)
    if top in KINDS_OF:
        asks_figure = dated and top != "ask_modality"
        if asks_figure and confidence >= SURE:
            return top
        needed = FAR_BETTER if asks_figure or confidence >= SURE else BETTER
        return ARTICLE if score >= NEAR and ahead[top] >= needed else top
    beaten = any(score >= bar.score and lead >= bar.lead and confidence < bar.sure for bar in BARS.get(top, UNLISTED))
    return ARTICLE if beaten else top


def _asks_eligibility(ranking: Sequence[tuple[str, float]], facts: int) -> bool:
    """Whether the facts that somebody tells decide for the question whether they are eligible."""
    if facts < FACTS:
        return False
    (top, _), *others = ranking
    second, confidence = others[0] if others else ("", 0.0)
    return top == ELIGIBILITY or (top in PERHAPS_ELIGIBILITY and second == ELIGIBILITY and confidence >= ALSO_LIKELY)


def _asks_rules(ranking: Sequence[tuple[str, float]], facts: int) -> bool:
    """Whether a question that tells nothing of the speaker is rather about the rules as such."""
    if facts or len(ranking) < 2 or ranking[0][0] != ELIGIBILITY or ranking[0][1] >= SURE:
        return False
    second, confidence = ranking[1]
    return second == "ask_modality" and confidence >= WORTH_FOLLOWING


def _best(found: Sequence[Found], kinds: Sequence[str]) -> float:
    return next((subject.score for subject in found if subject.kind in kinds), -1.0)


def _instead_of_article(
    first: float, others: Sequence[tuple[str, float]], score: float, lead: float, ahead: dict[str, float], dated: bool
) -> str:
    """What a question is that was taken for an article's with confidence ``first``: usually that."""
    if not others:
        return ARTICLE
    second, confidence = others[0]
    if second in KINDS_OF and confidence >= WORTH_FOLLOWING:
        even = confidence >= EVEN * first or (dated and second != "ask_modality")
        return second if ahead[second] <= (BETTER if even else -BETTER) else ARTICLE
    if score < NEAR and second in OTHERWISE and confidence >= WORTH_FOLLOWING and lead < BETTER:
        return second
    return ARTICLE

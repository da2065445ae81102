"""The action behind ``ask_article``: an article answers most of these questions, some only look like it.

Where no article is near, what the message names decides: a metric and a year is a question about figures, an occupation
and a place a search.
"""

from __future__ import annotations

from actions.answer import Answer
from actions.articles import ask_article, is_answered, show_article
from actions.assignments import reading_of, results_of
from actions.base import Desk, DeskAction, Question
from actions.routing import NEAR
from actions.statistics import figures_of, query_of
from store.counted import unit_of
from store.subjects import is_clear
from store.wishes import Wishes, merged

# A question is surely one for an article from this confidence on.
SURE = 0.6
# An article that reaches this score is not given up for what the message names.
FIRM = 0.35


class ActionArticle(DeskAction):
    """Questions about volunteering that are not plainly about figures, assignments or kinds of service."""

    action_name = "action_article"
    intent = "ask_article"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if "article" in question.given:
            return show_article(str(question.given["article"]), 1.0, desk)
        if not question.articles or question.articles[0].score < FIRM:
            other = _figures(question, desk) or _search(question, desk)
            if other is not None:
                return other
        # What nothing is confirmed of, but its number is known: 'how many community volunteers'.
        if is_clear(question.articles) and not is_answered(question.articles[0].key, desk):
            other = _figures(question, desk, of_people=_counts_people(question, desk))
            if other is not None:
                return other
        return ask_article(question, desk)


def _figures(question: Question, desk: Desk, of_people: bool = False) -> Answer | None:
    """Figures, if the message names what they are about and asks for a number or a year, and they are there.

    ``of_people``: it is the volunteers that it asks for the number of.
    """
    query = query_of(question, desk)
    if query is None or not (query.named or query.members) or query.other_unit:
        return None
    # The number of all volunteers comes into a question that is surely for an article by the word alone.
    bare = not query.named or desk.knowledge.figures.is_headline(query.metric)
    if question.score >= SURE and not query.years and bare and not (of_people and query.members):
        return None
    if not query.years and not _how_many(question, desk):
        return None
    return figures_of(query, desk)


def _counts_people(question: Question, desk: Desk) -> bool:
    """Whether people stand right behind 'how many': how many community volunteers."""
    return unit_of(desk.knowledge.gazetteer.find(question.text, question.language), question.language) == "persons"


def _how_many(question: Question, desk: Desk) -> bool:
    return any(
        x.key == "howmany" for x in desk.knowledge.gazetteer.find(question.text, question.language, {"operation"})
    )


def _search(question: Question, desk: Desk) -> Answer | None:
    """Assignments, if the message says what and where (or for whom)."""
    reading = reading_of(question, desk)
    # A story may name a place and an occupation; only words of searching make one of a question that is surely none.
    if question.score >= SURE and not reading.asks:
        return None
    wishes = merged((), reading.wishes)
    return results_of(wishes, desk) if _is_a_wish(wishes) and not _near(question) else None


def _near(question: Question) -> bool:
    return bool(question.articles) and question.articles[0].score >= NEAR


def _is_a_wish(wishes: Wishes) -> bool:
    kinds = {wish.kind for wish in wishes if not wish.excluded}
    return bool(kinds & {"role", "field", "modality"}) and bool(kinds & {"country", "region", "city", "near", "host"})

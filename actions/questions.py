"""The action behind ``ask_article``: an article answers most of these questions, some only look like it.

The classifier has seen far more article questions than others. Where it was in doubt, or no article is clear, what the
message names decides: a metric or entity with a figure is a question about figures, an occupation and a place a search.
"""

from __future__ import annotations

from actions.answer import Answer
from actions.articles import ask_article, show_article
from actions.assignments import results_of
from actions.base import Desk, DeskAction, Question
from actions.modalities import ActionModality
from actions.statistics import figures_of
from store.articles import ANSWERS, is_clear
from store.assignments import Search, search_from

ABOUT_FIGURES = ("ask_statistic", "ask_indicator")


class ActionArticle(DeskAction):
    """Questions about volunteering that are not plainly about figures, assignments or kinds of service."""

    action_name = "action_article"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if "article" in question.given:
            return show_article(str(question.given["article"]), 1.0, desk)
        found = desk.knowledge.articles.find(question.text, question.margins, limit=2)
        clear = is_clear(found)
        if not clear or question.second:
            none_near = not found or found[0].score < ANSWERS
            other = _figures(question, desk, clear) or _modality(question, desk) or _search(question, desk, none_near)
            if other is not None:
                return other
        return ask_article(question, desk)


def _figures(question: Question, desk: Desk, clear: bool) -> Answer | None:
    """Figures, if the message names what they are about and they are there."""
    if clear and question.second not in ABOUT_FIGURES:
        return None
    query = desk.knowledge.figures.query(question.text, question.language)
    if query is None or not (query.named or query.members):
        return None
    if not (query.years or question.second in ABOUT_FIGURES):
        return None
    return figures_of(query, desk)


def _modality(question: Question, desk: Desk) -> Answer | None:
    """A kind of service, if the message names one and may have asked what it is."""
    if question.second != "ask_modality":
        return None
    named = desk.knowledge.gazetteer.find(question.text, question.language, {"modality"})
    return ActionModality().answer(question, desk) if named else None


def _search(question: Question, desk: Desk, none_near: bool) -> Answer | None:
    """Assignments, if the message says what and where (or for whom), and no article is near."""
    if not none_near and question.second != "search_assignments":
        return None
    search = search_from(desk.knowledge.gazetteer.find(question.text, question.language))
    asked = question.second == "search_assignments" and bool(search)
    return results_of(search, desk) if asked or _is_a_wish(search) else None


def _is_a_wish(search: Search) -> bool:
    what = bool(search.role or search.field or search.modality)
    where = bool(search.country or search.region or search.city or search.host)
    return what and where

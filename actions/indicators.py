"""Answers questions about the indicators of the results framework: target, result, score, colour."""

from __future__ import annotations

from actions.answer import Answer
from actions.base import Desk, DeskAction, Question
from actions.results_framework import indicators
from actions.statistics import ActionStatistic, figures_of, query_of
from store.figure_questions import INITIATIVE, FigureQuery
from store.indicators import numbers_in
from store.subjects import INDICATOR, of_kind


class ActionIndicator(DeskAction):
    """One indicator, several (a colour, an output), or what there is."""

    action_name = "action_indicator"
    intent = "ask_indicator"

    def answer(self, question: Question, desk: Desk) -> Answer:
        finder = desk.knowledge.indicators
        found = finder.find(question.text, question.language, of_kind(question.found, INDICATOR))
        if not finder.all() or _of_every_indicator(question, desk):
            return ActionStatistic().answer(question, desk)
        counted = None if found else _counted(question, desk)
        if counted is not None:
            return counted
        return indicators(found, desk)


def _of_every_indicator(question: Question, desk: Desk) -> bool:
    """Whether the message names a figure that there is of each indicator besides its result, and none by its number.

    How far the target of two years was reached.
    """
    query = query_of(question, desk)
    return query is not None and query.named and INDICATOR in query.members and not numbers_in(question.text)


def _counted(question: Question, desk: Desk) -> Answer | None:
    """How many indicators are of the kind that the message names, where there is none: 0 are red."""
    colours = desk.knowledge.gazetteer.find(question.text, question.language, {"colour"})
    rows = [row for colour in colours for row in desk.knowledge.figures.about(INITIATIVE, colour.key) if not row.value]
    if rows:
        return figures_of(FigureQuery(rows[0].metric, dict(rows[0].members)), desk)
    query = query_of(question, desk)
    if query is None or not query.members:
        return None
    counts = {row.unit for row in desk.knowledge.figures.of_metric(query.metric)}
    return figures_of(query, desk) if counts == {"indicators"} else None

"""Answers questions about figures, each with its unit, year, source and paragraph."""

from __future__ import annotations

from actions.answer import Answer, Source
from actions.articles import ask_article
from actions.base import Desk, DeskAction, Question
from actions.figures import amount, paragraphs, qualified
from store import models as m
from store.statistics import FigureQuery
from store.subjects import METRIC, of_kind


class ActionStatistic(DeskAction):
    """How many, what share, by how much."""

    action_name = "action_statistic"
    intent = "ask_statistic"

    def answer(self, question: Question, desk: Desk) -> Answer:
        finder = desk.knowledge.figures
        query = query_of(question, desk)
        if query is None:
            return ask_article(question, desk)
        exact = figures_of(query, desk)
        if exact is not None:
            return exact
        nearest = finder.answer(query).nearest
        if nearest is None:
            return ask_article(question, desk)
        answer = _figures([nearest], query, desk)
        answer.text = f"{desk.say('figure-missing')}\n\n{answer.text}"
        answer.understood["exact"] = False
        return answer


def query_of(question: Question, desk: Desk) -> FigureQuery | None:
    """The query that the message asks, or None when the store has no figures at all."""
    fits = {found.key: found.score for found in of_kind(question.found, METRIC)}
    return desk.knowledge.figures.query(question.text, question.language, fits)


def figures_of(query: FigureQuery, desk: Desk) -> Answer | None:
    """The figures that answer ``query``, or None when there are none."""
    rows = desk.knowledge.figures.answer(query).exact
    return _figures(rows, query, desk) if rows else None


def _figures(rows: list[m.Statistic], query: FigureQuery, desk: Desk) -> Answer:
    lines = dict.fromkeys(_line(row, desk) for row in rows)
    return Answer(
        "\n".join(lines),
        sources=_sources(rows, desk),
        understood={"query": query.as_dict(), "rows": [row.id for row in rows]},
        slots={"query": query.as_dict(), "offered": None},
        rateable=True,
    )


def _line(row: m.Statistic, desk: Desk) -> str:
    names = [desk.name(member.dimension, member.member) for member in row.members]
    figure = qualified(amount(row.value, row.unit, desk), row.qualifier, desk)
    if row.measure == "share":
        figure = desk.say("figure-share-of", figure=figure)
    key = "figure-change" if row.measure == "change" and row.base_year else "figure"
    arguments = {"figure": figure, "metric": desk.name("metric", row.metric), "year": str(row.year)}
    if key == "figure-change":
        arguments["base"] = str(row.base_year)
    if names:
        return desk.say(f"{key}-members", members=desk.join(names), **arguments)
    return desk.say(key, **arguments)


def _sources(rows: list[m.Statistic], desk: Desk) -> list[Source]:
    """Each source once, those that give a paragraph first."""
    sources: dict[tuple[str, str], Source] = {}
    for row in rows:
        source = desk.session.get_one(m.Source, row.source)
        paragraph = paragraphs(row.paragraph)
        sources[row.source, paragraph] = Source(source.title, source.url, paragraph, source.as_of)
    return sorted(sources.values(), key=lambda source: not source.paragraph)

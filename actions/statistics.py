"""Answers questions about figures and lists, each with unit, year, source and paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Source
from actions.articles import ask_article
from actions.base import Desk, DeskAction, Question
from actions.figures import FigureWords, paragraphs
from actions.results_framework import indicators
from store import models as m
from store.figure_questions import COMPARE, ORDER, VALUE, FigureQuery
from store.figures import CHANGE, Figure
from store.statistics import FigureResult
from store.subjects import ANSWERS, INDICATOR, LIST, METRIC, of_kind

SEVERAL = 2
# Below this confidence a question about figures may be one for an article.
SURE = 0.6


class ActionStatistic(DeskAction):
    """How many, what share, by how much, who most, since when, which."""

    action_name = "action_statistic"
    intent = "ask_statistic"

    def answer(self, question: Question, desk: Desk) -> Answer:
        query = query_of(question, desk)
        entries = desk.knowledge.lists.find(
            question.text, question.language, of_kind(question.found, LIST), of_kind(question.found, METRIC)
        )
        if query is not None and (query.other_unit or _is_guessed(query, question, desk)):
            return ask_article(question, desk)
        planned = _planned(query, question, desk) if query else None
        if planned is not None:
            return indicators([planned], desk)
        result = desk.knowledge.figures.answer(query) if query else None
        # A comparison, or a figure about two things that were named, is no enumeration.
        plain = result is None or not result.rows or (
            result.query.operation not in (COMPARE, ORDER) and len(result.query.members) < SEVERAL
        )  # fmt: skip
        if entries and plain:
            return _list(entries, desk)
        if result is not None and result.rows:
            return _figures(result, desk)
        if result is None or result.nearest is None:
            return ask_article(question, desk)
        return _nearest(result, result.nearest, desk)


def _planned(query: FigureQuery, question: Question, desk: Desk) -> m.Indicator | None:
    """The indicator that tells what was planned for the figure that is asked for, where that is asked too."""
    row = desk.knowledge.indicators.measured_against(question.text, question.language, query.metric)
    plain = query.operation == VALUE and not query.members
    return row if row is not None and plain and all(year == row.year for year in query.years) else None


def _is_guessed(query: FigureQuery, question: Question, desk: Desk) -> bool:
    """Whether an article answers as well, and nothing but 'volunteers' speaks for a figure: how long for a visa."""
    bare = not query.years and not query.members and desk.knowledge.figures.is_headline(query.metric)
    return bare and question.score < SURE and bool(question.articles) and question.articles[0].score >= ANSWERS


def query_of(question: Question, desk: Desk) -> FigureQuery | None:
    """The query that the message asks, or None when the store has no figures at all."""
    fits = {found.key: found.score for found in of_kind(question.found, METRIC)}
    near = desk.knowledge.indicators.ranked(question.text, question.language, of_kind(question.found, INDICATOR))
    return desk.knowledge.figures.query(question.text, question.language, fits, near)


def figures_of(query: FigureQuery, desk: Desk) -> Answer | None:
    """The figures that answer ``query``, or None when there are none."""
    result = desk.knowledge.figures.answer(query)
    return _figures(result, desk) if result.rows else None


def _figures(result: FigureResult, desk: Desk) -> Answer:
    words = FigureWords(desk)
    query = result.query.as_dict()
    text = words.text(result)
    return Answer(
        f"{desk.say('figure-missing')}\n\n{text}" if _tells_only_a_change(result) else text,
        sources=_sources(result.rows, desk),
        attachments=words.attachments(result),
        understood={"query": query, "rows": [row.id for row in result.rows]},
        slots={"query": query, "offered": None},
        rateable=True,
    )


def _tells_only_a_change(result: FigureResult) -> bool:
    """Whether it was asked how many, and all that is known is by how much they became more or fewer."""
    asked = result.query.operation == VALUE and result.query.measure != CHANGE
    return asked and all(row.measure == CHANGE for row in result.rows)


def _nearest(result: FigureResult, nearest: Figure, desk: Desk) -> Answer:
    """Says that there is no such figure, and gives the one that comes nearest."""
    words = FigureWords(desk)
    if result.other is not None:
        missing = {"query": result.query.as_dict(), "exact": False}
        other = _figures(result.other, desk)
        text = f"{desk.say('figure-missing')}\n\n{other.text}"
        return replace(other, text=text, understood={**other.understood, **missing})
    parts = [desk.say("figure-missing"), words.line(nearest)]
    years = [row.year for row in desk.knowledge.figures.alike(nearest)]
    # Where something else than the year is missing, the years of the nearest figure say nothing of it.
    outside = any(not min(years) <= year <= max(years) for year in result.query.years)
    if outside and not result.query.missing and len(set(years)) > 1:
        parts.append(desk.say("figure-years", first=str(min(years)), last=str(max(years))))
    query = result.query.as_dict()
    return Answer(
        "\n\n".join(parts),
        sources=_sources([nearest], desk),
        understood={"query": query, "rows": [nearest.id], "exact": False},
        slots={"query": query, "offered": None},
        rateable=True,
    )


def _list(entries: Sequence[m.ListEntry], desk: Desk) -> Answer:
    """An enumeration as its source gives it."""
    first = entries[0]
    names = desk.join(desk.name(entry.dimension, entry.member) for entry in entries)
    head = desk.say("figure-list", name=desk.name("list", first.list), count=len(entries))
    source = desk.session.get_one(m.Source, first.source)
    return Answer(
        f"{head}\n\n{names}",
        sources=[Source(source.title, source.url, paragraphs(first.paragraph), source.as_of)],
        understood={"query": {"list": first.list, "members": [entry.member for entry in entries]}},
        slots={"offered": None},
        rateable=True,
    )


def _sources(rows: Sequence[Figure], desk: Desk) -> list[Source]:
    """Each source once with all its paragraphs, those that give a paragraph first."""
    places: dict[str, dict[str, None]] = {}
    for row in rows:
        places.setdefault(row.source, {}).update(dict.fromkeys(paragraphs(row.paragraph).split(", ")))
    found = []
    for key, numbers in places.items():
        source = desk.session.get_one(m.Source, key)
        found.append(Source(source.title, source.url, ", ".join(filter(None, numbers)), source.as_of))
    return sorted(found, key=lambda source: not source.paragraph)

"""Answers questions about the indicators of the results framework: target, result, score, colour."""

from __future__ import annotations

from actions.answer import Answer, Source
from actions.base import Desk, DeskAction, Question
from actions.figures import FigureWords, amount, paragraphs
from actions.statistics import ActionStatistic, figures_of, query_of
from store import models as m
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
        head = [] if found else [desk.say("indicator-none")]
        if len(found) > 1:
            head = [desk.say("indicator-count", count=len(found)), ""]
        rows = found or finder.all()
        lines = [f"- {_line(row, desk)}" for row in rows] if len(rows) > 1 else _one(rows[0], desk)
        return Answer(
            "\n".join(head + lines),
            sources=_sources(rows, desk),
            attachments=[_table(rows, desk)] if len(rows) > 1 else [],
            understood={"query": {"indicators": [row.key for row in rows]}},
            slots={"offered": None},
            rateable=bool(found),
        )


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


def _one(row: m.Indicator, desk: Desk) -> list[str]:
    """An indicator, and the other figures about it (how far the target of two years was reached)."""
    others = desk.knowledge.figures.about("indicator", row.key)
    return [_line(row, desk), *(f"\n{FigureWords(desk).line(other)}" for other in others)]


def _line(row: m.Indicator, desk: Desk) -> str:
    return desk.say(
        "indicator", key=row.key, name=desk.name("indicator", row.key), year=str(row.year),
        target=amount(row.target, row.unit, desk), result=amount(row.result, row.unit, desk),
        score=amount(row.score, "percent", desk), colour=desk.say(f"colour-{row.colour}"),
    )  # fmt: skip


def _table(rows: list[m.Indicator], desk: Desk) -> dict[str, object]:
    columns = [desk.say(f"table-{name}") for name in ("indicator", "target", "result", "score", "colour")]
    cells = [
        [
            row.key, amount(row.target, row.unit, desk), amount(row.result, row.unit, desk),
            amount(row.score, "percent", desk), desk.say(f"colour-{row.colour}"),
        ]
        for row in rows
    ]  # fmt: skip
    return {"kind": "table", "alt": columns[0], "data": {"columns": columns, "rows": cells}}


def _sources(rows: list[m.Indicator], desk: Desk) -> list[Source]:
    places: dict[str, list[str]] = {}
    for row in rows:
        known = places.setdefault(row.source, [])
        place = paragraphs(row.paragraph)
        if place not in known:
            known.append(place)
    found = []
    for key, numbers in places.items():
        source = desk.session.get_one(m.Source, key)
        found.append(Source(source.title, source.url, ", ".join(numbers), source.as_of))
    return found

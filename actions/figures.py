"""Figures in the visitor's language, for the answers (``texts.figures`` writes them)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actions.base import Desk
from store.figure_questions import COMPARE, EACH, ORDER, SERIES, SUM, YEARS
from store.figures import CHANGE, SHARE, Figure
from store.statistics import Calculation, FigureResult
from texts import figures
from texts.figures import PER_CENT, paragraphs

__all__ = ["amount", "number", "paragraphs", "qualified"]


def number(value: float, desk: Desk) -> str:
    """A number with the language's separators, without needless decimals."""
    return figures.number(value, desk.language)


def amount(value: float, unit: str, desk: Desk) -> str:
    """``value`` with its unit: 8,282 people, 51%, 221.3 million US dollars."""
    return figures.amount(value, unit, desk.language, desk.texts)


def qualified(figure: str, qualifier: str, desk: Desk) -> str:
    """'about 1,921': the figure with what its source says of its exactness."""
    return figures.qualified(figure, qualifier, desk.language, desk.texts)


# So many figures are written out in the text; the chart's table shows all of them.
MOST_LINES = 12
# From so many values on a chart comes with the text, and it shows so many.
ENOUGH_FOR_CHART, MOST_IN_CHART = 3, 40


@dataclass(frozen=True)
class FigureWords:
    """The words of an answer with figures."""

    desk: Desk

    def text(self, result: FigureResult) -> str:
        """The whole answer: the figures, what was calculated from them, and where the source contradicts itself."""
        several = len(result.rows) > 1 and result.query.operation in (COMPARE, SUM, EACH, ORDER, SERIES)
        lines = self._list(result) if several else list(dict.fromkeys(self.line(row) for row in result.rows))
        if result.calculation is not None:
            said = self._calculated(result.calculation)
            # What was asked for comes first, what it was made from after it; a comparison shows its figures first.
            last = several or result.calculation.kind == "difference"
            lines = [*lines, "", said] if last else [said, "", *lines]
        # Below a list nobody would know which of its lines is meant.
        notes = [] if several else [self._parts(row) for row in result.rows if row.parts_sum is not None]
        return "\n".join([*lines, *([""] if notes else []), *dict.fromkeys(notes)])

    def line(self, row: Figure) -> str:
        """One figure as a sentence of its own."""
        key = "figure-change" if row.measure == CHANGE and row.base_year else "figure"
        figure = self.figure(row)
        return self._say(key, row, figure=figure[:1].upper() + figure[1:], year=str(row.year), base=str(row.base_year))

    def figure(self, row: Figure) -> str:
        """The value of a row as its source gives it, said to be a share or a change where it is one."""
        figure = self._bare(row)
        if row.measure == CHANGE:
            return figure[:1].upper() + figure[1:]
        return self.desk.say("figure-share-of", figure=figure) if row.measure == SHARE else figure

    def attachments(self, result: FigureResult) -> list[dict[str, Any]]:
        """The figures as a chart with its table, where there are several that can be compared."""
        rows, query = result.rows, result.query
        alike = len({(row.unit, row.measure) for row in rows}) == 1
        if len(rows) < ENOUGH_FOR_CHART or not alike or query.operation not in (COMPARE, EACH, ORDER, SERIES, SUM):
            return []
        by = query.by or YEARS
        title = self.desk.name("metric", query.metric)
        kind = "line" if by == YEARS and query.operation == SERIES else "bar"
        shown = "-".join(str(row.id) for row in rows[:MOST_IN_CHART])
        table = {
            "head": [self.desk.say(f"dimension-{by}"), title],
            "rows": [[self._label(row, by), self._bare(row)] for row in rows],
        }
        url = f"/charts/{self.desk.language}/{kind}/{shown}.svg"
        return [{"type": "chart", "url": url, "title": title, "table": table}]

    def _list(self, result: FigureResult) -> list[str]:
        """A heading and a line for each figure, told apart by member or year."""
        query, rows = result.query, result.rows
        by = query.by or YEARS
        common = {key: value for key, value in rows[0].members if key != by}
        key = "figures-years" if by == YEARS else "figures-change" if rows[0].measure == CHANGE else "figures"
        head = self._say(key, rows[0], common, year=str(rows[0].year), base=str(rows[0].base_year))
        mark = "{}. " if query.operation == ORDER else "- "
        lines = [
            mark.format(number) + f"{self._label(row, by)}{self.desk.say('colon')}{self._bare(row)}"
            for number, row in enumerate(rows[:MOST_LINES], 1)
        ]
        return [head, "", *lines]

    def _label(self, row: Figure, by: str) -> str:
        """What tells a row from the others of a list."""
        return str(row.year) if by == YEARS else self.desk.name(by, dict(row.members)[by])

    def _bare(self, row: Figure) -> str:
        if row.measure == CHANGE:
            figure = qualified(amount(abs(row.value), row.unit, self.desk), row.qualifier, self.desk)
            form = "qualified" if row.qualifier else "share" if row.unit == PER_CENT else "amount"
            return _directed(row.value, figure, form, self.desk)
        return qualified(amount(row.value, row.unit, self.desk), row.qualifier, self.desk)

    def _say(self, key: str, row: Figure, members: dict[str, str] | None = None, **arguments: object) -> str:
        named = dict(row.members) if members is None else members
        names = [self.desk.name(dimension, member) for dimension, member in named.items()]
        if names:
            key, arguments = f"{key}-members", {**arguments, "members": self.desk.join(names)}
        return self.desk.say(key, metric=self.desk.name("metric", row.metric), **arguments)

    def _calculated(self, calculation: Calculation) -> str:
        """What was calculated, said to be so."""
        rows = calculation.of
        values = self._values(rows)
        if calculation.kind == "growth":
            return self._grown(calculation, first=values[1], last=values[0])
        value = amount(round(calculation.value, 1), calculation.unit, self.desk)
        if calculation.unit == PER_CENT and calculation.kind == "difference":
            value = self.desk.say("percentage-points", value=number(round(calculation.value, 1), self.desk))
        if calculation.kind in ("share", "part", "rest"):
            return self.desk.say(f"calculated-{calculation.kind}", value=value, part=values[0], whole=values[-1])
        return self.desk.say(f"calculated-{calculation.kind}", value=value)

    def _grown(self, growth: Calculation, first: str, last: str) -> str:
        """By how much a figure rose or fell, and which part of the earlier one that is."""
        points, before = growth.unit == PER_CENT, growth.of[1].value
        size = abs(round(growth.value, 1))
        figure = amount(size, growth.unit, self.desk)
        if points:
            figure = self.desk.say("percentage-points", value=number(size, self.desk))
        change = _directed(growth.value, figure, "amount", self.desk)
        key, arguments = "calculated-growth-points", {"change": change[:1].upper() + change[1:]}
        if not points and before:
            share = amount(abs(round(100 * growth.value / before, 1)), PER_CENT, self.desk)
            key, arguments = "calculated-growth", {**arguments, "share": share}
        return self.desk.say(key, first=first, last=last, **arguments)

    def _values(self, rows: Sequence[Figure]) -> list[str]:
        return [self._bare(row) for row in rows]

    def _parts(self, row: Figure) -> str:
        """Where the parts that a source gives add up to something else than the whole that it gives."""
        assert row.parts_sum is not None
        return self.desk.say("figure-parts", figure=self._bare(row), sum=amount(row.parts_sum, row.unit, self.desk))


def _directed(value: float, figure: str, form: str, desk: Desk) -> str:
    """A change as rise or fall: up 15%, down 14%.

    ``form``, on which the words before it depend: a share, an amount, or either qualified ('nearly').
    """
    if not value:
        return desk.say("figure-same")
    direction = "up" if value > 0 else "down"
    return desk.say(f"figure-{direction}-{form}", figure=figure)

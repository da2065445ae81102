"""Writes figures as CLDR says for the language: numbers, percentages, amounts of money, with unit and qualifier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from babel import Locale
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent

from actions.base import Desk
from store.figure_questions import COMPARE, EACH, ORDER, SERIES, SUM, YEARS
from store.figures import CHANGE, SHARE, Figure
from store.statistics import Calculation, FigureResult
from texts.catalogue import locale_of

PER_CENT = "percent"
# Amounts from a million on are written with the word ('US$221.3 million').
MILLION = 1_000_000


def number(value: float, desk: Desk) -> str:
    """A number with the language's separators, without needless decimals."""
    return format_decimal(round(value, 4), locale=locale_of(desk.language), decimal_quantization=False)


def amount(value: float, unit: str, desk: Desk) -> str:
    """``value`` with its unit: 8,282 people, 51%, US$221.3 million."""
    locale = locale_of(desk.language)
    if unit == PER_CENT:
        return format_percent(value / 100, locale=locale, decimal_quantization=False)
    if len(unit) == 3 and unit.isupper():
        if abs(value) >= MILLION:
            # CLDR has no long form for Chinese, whose short one (2.21亿) is the word.
            form: Literal["long", "short"] = (
                "long" if "long" in Locale.parse(locale).compact_decimal_formats else "short"
            )
            short = format_compact_decimal(value, locale=locale, format_type=form, fraction_digits=2)
            return format_currency(0, unit, locale=locale, format="¤\xa0#").replace("0", short).strip()
        return format_currency(value, unit, locale=locale, currency_digits=False)
    key = f"unit-{unit}"
    if desk.texts.has(desk.language, key):
        return desk.say(key, count=value, value=number(value, desk))
    return number(value, desk)


def qualified(figure: str, qualifier: str, desk: Desk) -> str:
    """'about 1,921': the figure with what its source says of its exactness."""
    return desk.say(f"qualifier-{qualifier}", figure=figure) if qualifier else figure


def paragraphs(places: str) -> str:
    """Where a figure stands, for people: ``19;31;table-2.1.2.a`` -> ``19, 31``; a table alone by its number."""
    parts = [place.strip() for place in places.split(";") if place.strip()]
    numbered = [place.replace("fn", "fn. ") for place in parts if not place.startswith("table-")]
    return ", ".join(numbered or [place.removeprefix("table-") for place in parts])


# So many figures are written out in the text; a table shows all of them.
MOST_LINES = 12
# From so many values on a table (and a chart) comes with the text.
ENOUGH_FOR_TABLE = 3


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
            lines = [*lines, "", said] if several else [said, "", *lines]
        notes = [self._parts(row) for row in result.rows if row.parts_sum is not None]
        return "\n".join([*lines, *([""] if notes else []), *dict.fromkeys(notes)])

    def line(self, row: Figure) -> str:
        """One figure as a sentence of its own."""
        key = "figure-change" if row.measure == CHANGE and row.base_year else "figure"
        return self._say(key, row, figure=self.figure(row), year=str(row.year), base=str(row.base_year))

    def figure(self, row: Figure) -> str:
        """The value of a row: with its unit, what its source says of its exactness, and whether it is a share."""
        figure = qualified(amount(row.value, row.unit, self.desk), row.qualifier, self.desk)
        return self.desk.say("figure-share-of", figure=figure) if row.measure == SHARE else figure

    def attachments(self, result: FigureResult) -> list[dict[str, Any]]:
        """The figures as a table, where there are several."""
        if len(result.rows) < ENOUGH_FOR_TABLE or result.query.operation not in (COMPARE, EACH, ORDER, SERIES, SUM):
            return []
        by = YEARS if result.query.operation == SERIES else result.query.by
        head = [self.desk.say(f"dimension-{by}"), self.desk.name("metric", result.query.metric)]
        cells = [[self._label(row, by), self._bare(row)] for row in result.rows]
        return [{"kind": "table", "alt": head[1], "data": {"columns": head, "rows": cells}}]

    def _list(self, result: FigureResult) -> list[str]:
        """A heading and a line for each figure, told apart by member or year."""
        query, rows = result.query, result.rows
        over_years = query.operation == SERIES or query.by == YEARS
        by = YEARS if over_years else query.by
        common = {key: value for key, value in rows[0].members if key != by}
        key = "figures-years" if over_years else "figures-change" if rows[0].measure == CHANGE else "figures"
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
        value = amount(round(calculation.value, 1), calculation.unit, self.desk)
        if calculation.unit == PER_CENT and calculation.kind in ("difference", "growth"):
            value = self.desk.say("percentage-points", value=number(round(calculation.value, 1), self.desk))
        values = self._values(rows)
        if calculation.kind == "growth":
            if calculation.unit == PER_CENT or not rows[1].value:
                return self.desk.say("calculated-difference", value=value)
            share = amount(round(100 * calculation.value / rows[1].value, 1), PER_CENT, self.desk)
            return self.desk.say("calculated-growth", value=value, share=share, first=values[1], last=values[0])
        if calculation.kind in ("share", "part", "rest"):
            return self.desk.say(f"calculated-{calculation.kind}", value=value, part=values[0], whole=values[-1])
        return self.desk.say(f"calculated-{calculation.kind}", value=value)

    def _values(self, rows: Sequence[Figure]) -> list[str]:
        return [self._bare(row) for row in rows]

    def _parts(self, row: Figure) -> str:
        """Where the parts that a source gives add up to something else than the whole that it gives."""
        assert row.parts_sum is not None
        return self.desk.say("figure-parts", figure=self._bare(row), sum=amount(row.parts_sum, row.unit, self.desk))

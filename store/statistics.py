"""Answers a query about figures with rows of the store, and with what follows from them by simple arithmetic.

A row that is asked for is given as it stands in its source. What is calculated (a share, a difference, a sum) is marked
as calculated, with the rows it came from. Where there is no row, the nearest one is named; nothing is estimated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.figure_questions import COMPARE, DIFFER, ORDER, PERCENT, SERIES, SUM, YEARS, FigureQuery, FigureQuestions
from store.figures import CHANGE, LEVEL, SHARE, Figure, FigureTable, Members, Series
from store.names import Gazetteer
from store.subjects import METRIC

INTERIM = "interim"
# Percentage points that a change may differ from what its rounded ends give.
ROUNDING = 1.5
# The whole that a share is of is found by leaving out the first of these that the figure is about.
LEFT_OUT = ("gender", "disability", "age", "origin", "modality", "nationality", "donor", "country", "host", "region")


@dataclass(frozen=True)
class Calculation:
    """What was calculated: ``kind`` share, part, rest (of 100), difference, sum or growth; from rows in its order."""

    kind: str
    value: float
    unit: str
    of: tuple[Figure, ...]


@dataclass(frozen=True)
class FigureResult:
    """``rows`` answer the query, the most wanted first; when there are none, ``nearest`` comes closest.

    ``other`` is the same list or order of another year, where there is none of the year asked for.
    """

    query: FigureQuery
    rows: list[Figure]
    nearest: Figure | None = None
    calculation: Calculation | None = None
    other: FigureResult | None = None


class FigureFinder:
    """Understands and answers questions about figures."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._table = FigureTable.load(session)
        metrics = session.scalars(select(m.Metric.key).order_by(m.Metric.position)).all()
        self._questions = FigureQuestions(self._table, gazetteer, metrics, _examples(session))

    def query(
        self, question: str, language: str, fits: Mapping[str, float], indicators: Sequence[str] = ()
    ) -> FigureQuery | None:
        """The query that ``question`` asks, or None when the store has no figures at all.

        ``fits`` says how well each metric fits it, ``indicators`` are those that do, best first (``store.subjects``).
        """
        return self._questions.query(question, language, fits, indicators)

    def answer(self, query: FigureQuery) -> FigureResult:
        """What the store has on ``query``."""
        if not query.missing and not query.other_unit:
            result = self._operate(query)
            if not result.rows and query.operation == SERIES:  # one year is no series
                series = self._table.series(query.metric, query.members)
                result = _change(series, query) if len(query.years) > 1 else result
                result = result if result.rows else self._value(series, query)
            if result.rows:
                return result
            if query.by and query.by != YEARS and query.years:
                other = self._of_group(replace(query, years=()))
                if other.rows:
                    return FigureResult(query, [], other.rows[0], other=other)
        of_metric = self._table.of_metric(query.metric)
        series = self._table.series(query.metric, query.members)
        nearest = max(series or of_metric, key=lambda row: _nearness(row, query), default=None)
        return FigureResult(query, [], nearest)

    def is_headline(self, metric: str) -> bool:
        """Whether it is the metric that is meant when none is named."""
        return self._questions.is_headline(metric)

    def of_metric(self, metric: str) -> list[Figure]:
        """Every figure of a metric."""
        return self._table.of_metric(metric)

    def about(self, dimension: str, member: str) -> list[Figure]:
        """Every figure about a member of a dimension."""
        return [row for series in self._table.by_member.get((dimension, member), ()) for row in series.rows]

    def alike(self, figure: Figure) -> list[Figure]:
        """All figures of the same metric, members and measure: what is known of the other years."""
        return [row for row in self._table.series(figure.metric, dict(figure.members)) if row.measure == figure.measure]

    def _operate(self, query: FigureQuery) -> FigureResult:
        if query.by and query.by != YEARS:
            return self._of_group(query)
        series = self._table.series(query.metric, query.members)
        if query.operation == ORDER:
            found = sorted(_one_a_year(series, query), key=lambda row: row.value, reverse=query.largest)
            return FigureResult(query, found[: query.limit or 1])
        if query.operation == SERIES:
            first, last = min(query.years, default=0), max(query.years[1:], default=9999)
            years = _one_a_year(series, query)
            within = [row for row in years if first <= row.year <= last]
            within = within if len(within) > 1 else years
            return FigureResult(query, sorted(within, key=lambda row: row.year) if len(within) > 1 else [])
        if query.operation == DIFFER:
            return _change(series, query)
        if query.operation == SUM:
            found = [row for row in _one_a_year(series, query) if row.year in query.years]
            total = Calculation("sum", sum(row.value for row in found), found[0].unit, tuple(found)) if found else None
            return FigureResult(query, found, calculation=total if len(found) == len(query.years) else None)
        return self._value(series, query)

    # --- one value ----------------------------------------------------------------------------------------------------

    def _value(self, series: Sequence[Figure], query: FigureQuery) -> FigureResult:
        exact = [row for row in series if row.year in query.years] if query.years else _newest(series, query.measure)
        exact = _by_measure(exact, query.measure)
        if not query.measure and exact and all(row.measure == SHARE for row in exact):
            return FigureResult(query, exact, calculation=self._part(exact[0], query))
        if exact and (query.measure != SHARE or any(row.unit == PERCENT for row in exact)):
            rows = sorted(exact, key=lambda row: (-row.year, row.id))
            return FigureResult(query, rows, calculation=_gap(rows, query))
        if query.measure == SHARE:
            return self._share(series, query) or self._rest(query) or FigureResult(query, [])
        return (self._rest(query) if not exact else None) or FigureResult(query, exact)

    def _share(self, series: Sequence[Figure], query: FigureQuery) -> FigureResult | None:
        """The share of a level in the level of the whole, in the same year and from the same source."""
        levels = [row for row in series if row.measure == LEVEL and (not query.years or row.year in query.years)]
        for part in sorted(levels, key=lambda row: -row.year):
            for dimension in (name for name in LEFT_OUT if name in query.members):
                whole = {key: value for key, value in query.members.items() if key != dimension}
                for row in self._table.series(query.metric, whole):
                    if (row.measure, row.year, row.source) == (LEVEL, part.year, part.source) and row.value:
                        share = Calculation("share", 100 * part.value / row.value, PERCENT, (part, row))
                        return FigureResult(query, [part, row], calculation=share)
        return None

    def _part(self, share: Figure, query: FigureQuery) -> Calculation | None:
        """How many a share is, where the whole is known."""
        for dimension in (name for name in LEFT_OUT if name in query.members):
            whole = {key: value for key, value in query.members.items() if key != dimension}
            for row in self._table.series(query.metric, whole):
                if (row.measure, row.year, row.source) == (LEVEL, share.year, share.source):
                    return Calculation("part", round(row.value * share.value / 100), row.unit, (share, row))
        return None

    def _rest(self, query: FigureQuery) -> FigureResult | None:
        """The other of two: men, where only the share of women is given."""
        for dimension, member in query.members.items():
            others = self._table.members_of(dimension) - {member}
            if len(others) != 1 or (dimension, member) in self._table.by_member:
                continue
            (other,) = others
            rows = self._table.series(query.metric, {**query.members, dimension: other})
            shares = [row for row in rows if row.measure == SHARE and (not query.years or row.year in query.years)]
            if shares:
                row = max(shares, key=lambda row: row.year)
                return FigureResult(query, [row], calculation=Calculation("rest", 100 - row.value, PERCENT, (row,)))
        return None

    # --- several members ----------------------------------------------------------------------------------------------

    def _of_group(self, query: FigureQuery) -> FigureResult:
        group = self._table.group(query.metric, query.members, query.by)
        keys = query.among or tuple(group)
        year, measure = _common(group, keys, query)
        rows = [row for key in keys if key in group for row in _final(group[key].rows, year, measure)]
        rows.sort(key=lambda row: row.value, reverse=query.largest)
        if len(rows) < 2:
            return FigureResult(query, [])
        if query.operation == SUM and measure == LEVEL:
            total = Calculation("sum", sum(row.value for row in rows), rows[0].unit, tuple(rows))
            return FigureResult(query, rows, calculation=total)
        if query.operation == COMPARE and len(rows) == 2:
            gap = Calculation("difference", abs(rows[0].value - rows[1].value), rows[0].unit, tuple(rows))
            return FigureResult(query, rows, calculation=gap)
        first = query.limit or (1 if query.operation == ORDER and not query.among else 0)
        # The one that was asked for is shown with those that come after it.
        return FigureResult(query, rows[: max(first, MOST_SHOWN)] if first else rows[:MOST_ROWS])


def _examples(session: Session) -> dict[tuple[str, str], list[str]]:
    """What people say when they ask for a metric: its names and example questions, by metric and language."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for table in (m.Name, m.ExampleQuestion):
        wanted = select(table.key, table.language, table.text).where(table.kind == METRIC)
        for metric, language, text in session.execute(wanted):
            found[metric, language].append(text)
    return found


# So many rows an answer shows when the first of an order was asked for, or everything.
MOST_SHOWN, MOST_ROWS = 3, 40


def _common(group: Mapping[str, Series], keys: Iterable[str], query: FigureQuery) -> tuple[int, str]:
    """The year and measure that most of the members have in common: the wanted ones, else the newest, levels first."""
    rows = [row for key in keys if key in group for row in group[key].rows]
    counts: dict[tuple[int, str], set[Members]] = {}
    for row in rows:
        # Who grew most is another question than who has most.
        asked = row.measure != CHANGE or query.measure == CHANGE
        if (not query.years or row.year in query.years) and asked and _acceptable(row, query.measure):
            counts.setdefault((row.year, row.measure), set()).add(row.members)
    preference = (query.measure, LEVEL, SHARE, CHANGE)
    enough = {key: len(found) for key, found in counts.items() if len(found) >= 2}
    if not enough:
        return 0, ""
    return max(enough, key=lambda key: (-preference.index(key[1]), key[0] if enough[key] > 2 else 0, enough[key]))


def _final(rows: Sequence[Figure], year: int, measure: str) -> list[Figure]:
    """The row of the year and measure; a final figure rather than one given before the year was over."""
    found = [row for row in rows if (row.year, row.measure) == (year, measure)]
    return ([row for row in found if row.qualifier != INTERIM] or found)[:1]


def _one_a_year(series: Sequence[Figure], query: FigureQuery) -> list[Figure]:
    """One row for every year: of the wanted measure, else the one that most years have."""
    for measure in (query.measure, LEVEL, SHARE, CHANGE):
        years = sorted({row.year for row in series if row.measure == measure})
        if len(years) > 1:
            return [row for year in years for row in _final(series, year, measure)]
    return []


def _gap(rows: Sequence[Figure], query: FigureQuery) -> Calculation | None:
    """What lies between the values of the two years that were asked for."""
    if len(query.years) != 2 or len(rows) != 2 or rows[0].year == rows[1].year or rows[0].unit != rows[1].unit:
        return None
    return Calculation("difference", abs(rows[0].value - rows[1].value), rows[0].unit, tuple(rows))


def _change(series: Sequence[Figure], query: FigureQuery) -> FigureResult:
    """A change as its source gives it, with both values where they are known; else what follows from two values."""
    changes = [row for row in series if row.measure == CHANGE and _about(row, query.years)]
    end = query.years[0] if len(query.years) == 1 and not query.since else 0
    newest = max(changes, key=lambda row: (row.year == end, row.year), default=None)
    levels = {row.year: row for row in _one_a_year([row for row in series if row.measure != CHANGE], query)}
    if newest is not None:
        ends = [levels[year] for year in (newest.year, newest.base_year) if year in levels]
        same = [row for row in changes if (row.year, row.base_year) == (newest.year, newest.base_year)]
        if not _agree(newest, ends):
            # What it came to is shown where nothing is known that contradicts the change.
            return FigureResult(query, [*same, *ends] if len(ends) == 1 and newest.year in levels else same)
        gap = Calculation("difference", abs(ends[0].value - ends[1].value), ends[0].unit, tuple(ends))
        return FigureResult(query, [*same, *ends], calculation=gap)
    years = sorted(levels)
    if len(query.years) == 1 and query.years[0] in levels:  # 'since 2018'; 'in 2019' where there is nothing newer
        years = [year for year in years if year >= query.years[0]]
        if len(years) == 1:
            years = [year for year in sorted(levels) if year <= query.years[0]][-2:]
        years = [years[0], years[-1]]
    elif query.years:
        years = [year for year in years if year in query.years]
    if len(years) < 2:
        return FigureResult(query, [])
    before, after = levels[years[-2]], levels[years[-1]]
    growth = Calculation("growth", after.value - before.value, after.unit, (after, before))
    return FigureResult(query, [after, before], calculation=growth)


def _agree(change: Figure, ends: Sequence[Figure]) -> bool:
    """Whether two values, the later first, are those that a change in percent was made from: a rounding apart.

    Values from another source may count in another way.
    """
    if len(ends) < 2 or not ends[1].value or change.unit != PERCENT:
        return False
    return abs(100 * (ends[0].value / ends[1].value - 1) - change.value) <= ROUNDING


def _about(row: Figure, years: Sequence[int]) -> bool:
    """Whether a change is the one between the years that were asked for."""
    if len(years) > 1:
        return row.year == max(years) and row.base_year in (None, min(years))
    return not years or years[0] in (row.year, row.base_year)


def _newest(rows: Sequence[Figure], measure: str) -> list[Figure]:
    """The rows of the newest year, of the wanted measure where there are any."""
    rows = [row for row in rows if row.measure == (measure or LEVEL)] or list(rows)
    newest = max((row.year for row in rows), default=None)
    return [row for row in rows if row.year == newest]


def _by_measure(rows: Sequence[Figure], measure: str) -> list[Figure]:
    """Rows of the wanted measure; a percentage may also be the metric's own unit; with none wanted, levels first."""
    for wanted in (measure, LEVEL, SHARE, CHANGE):
        found = [row for row in rows if row.measure == wanted and (wanted == measure or _acceptable(row, measure))]
        # A figure that was given before the year was over counts only where there is no final one.
        found = [row for row in found if row.qualifier != INTERIM] or found
        if found:
            return found
    return []


def _acceptable(row: Figure, measure: str) -> bool:
    """Whether a row of another measure than the wanted one answers: a rate is a percentage by itself."""
    return not measure or row.measure == measure or (measure == SHARE and row.unit == PERCENT and row.measure == LEVEL)


def _nearness(row: Figure, query: FigureQuery) -> tuple[int, int, int, int]:
    members = dict(row.members)
    shared = sum(members.get(dimension) == key for dimension, key in query.members.items())
    distance = min((abs(row.year - year) for year in query.years), default=0)
    return (shared, -len(members.keys() - query.members.keys()), -distance, row.year)

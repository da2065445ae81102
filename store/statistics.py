"""Answers questions about figures: a question becomes a query (metric, members, years, measure), a query finds rows.

Nothing is looked up by whole sentences. Every series of the store (a metric for some members) is weighed against the
question; a metric, a member or a row that is added to the data is answered at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.names import Gazetteer, Mention
from texts.folding import fold

YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d)")
# 'Year 18' in Chinese, at the beginning or after a word of time; 'for ten years' is written in the same way.
SHORT_YEAR = re.compile(r"(?<![^在到从和与比那，,。\s])([0-2]\d)年(?!前|内|来|间|以|后|多|了|工作|经验|服务)")
CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
LEVEL, SHARE, CHANGE = "level", "share", "change"
INTERIM = "interim"
# Dimensions whose members are countries.
COUNTRIES = ("country", "donor", "nationality")

# What each kind of evidence adds to how well the metric fits the question (about -0.2 to 1).
NAMED_WORD = 0.07  # a word of the question that names the metric, at most three of them
NAMED_HEADLINE = 0.1  # the same for the headline metric, however many words
COVERED = 0.3  # a member named in the question that the series is about
UNCOVERED = -0.2  # a member named in the question that it is not about
UNASKED = -0.2  # a member that the series is about and nobody asked for
HEADLINE = 0.12  # the metric that is meant when none is named
RIGHT_YEAR = 0.2  # there is a figure for a year that was asked for
RIGHT_MEASURE = 0.05  # there is a share, a change


@dataclass(frozen=True)
class FigureQuery:
    """What a question asks for. ``years`` empty means the newest; ``measure`` empty means any, the level first.

    ``missing`` are things named in the question that the figures of this metric are not about; ``named``: the question
    uses one of the metric's names.
    """

    metric: str
    members: dict[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    measure: str = ""
    missing: tuple[str, ...] = ()
    named: bool = False

    def as_dict(self) -> dict[str, Any]:
        """For the record kept with the answer."""
        return asdict(self)


@dataclass(frozen=True)
class FigureResult:
    """``exact`` rows answer the query; when there are none, ``nearest`` is the figure that comes closest."""

    query: FigureQuery
    exact: list[m.Statistic]
    nearest: m.Statistic | None


@dataclass(frozen=True)
class _Series:
    """All figures of one metric for the same members."""

    metric: str
    members: dict[str, str]
    rows: list[m.Statistic]


class FigureFinder:
    """Understands questions about figures with the names of the store."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._series = _series(session.scalars(select(m.Statistic)).all())
        self._dimensions = {dimension for series in self._series for dimension in series.members}
        metrics = session.scalars(select(m.Metric.key).order_by(m.Metric.position)).all()
        counted = {series.metric for series in self._series}
        self._headline = next((key for key in metrics if key in counted), None)

    def query(self, question: str, language: str, fits: Mapping[str, float]) -> FigureQuery | None:
        """The query that ``question`` asks, or None when the store has no figures at all.

        ``fits`` says how well each metric fits the question (``store.subjects``).
        """
        if not self._series:
            return None
        mentions = self._gazetteer.find(question, language)
        years = years_of(question)
        measure = _measure(question, mentions)
        named = {mention.key: mention for mention in mentions if mention.kind == "metric"}
        members = [mention for mention in mentions if mention.kind in self._dimensions]

        def weigh(series: _Series) -> float:
            name = named.get(series.metric)
            score = fits.get(series.metric, 0.0) + (HEADLINE if series.metric == self._headline else 0)
            if name:  # 'volunteers' stands in most questions and says less
                generic = series.metric == self._headline
                score += NAMED_HEADLINE if generic else NAMED_WORD * min(3, name.end - name.start)
            covered, uncovered = _coverage(series, members, name)
            score += COVERED * covered + UNCOVERED * len(uncovered) + UNASKED * (len(series.members) - covered)
            score += RIGHT_YEAR if any(row.year in years for row in series.rows) else 0
            return score + (RIGHT_MEASURE if any(row.measure == measure for row in series.rows) else 0)

        best = max(self._series, key=weigh)
        _, uncovered = _coverage(best, members, named.get(best.metric))
        return FigureQuery(best.metric, best.members, years, measure, tuple(uncovered), best.metric in named)

    def answer(self, query: FigureQuery) -> FigureResult:
        """The rows that answer ``query``, newest first, and the nearest one when none does."""
        rows = [row for series in self._series if series.metric == query.metric for row in series.rows]
        fitting = [row for row in rows if _members_of(row) == query.members]
        exact = [row for row in fitting if row.year in query.years] if query.years else _newest(fitting, query.measure)
        exact = [] if query.missing else _by_measure(exact, query.measure)
        if exact:
            return FigureResult(query, sorted(exact, key=lambda row: (-row.year, row.id)), None)
        return FigureResult(query, [], max(fitting or rows, key=lambda row: _nearness(row, query), default=None))


def years_of(text: str) -> tuple[int, ...]:
    """The years that a text names, each once: 2019, ٢٠١٩, 二〇一九年, and in Chinese 19年 too."""
    folded = fold(text).translate(CHINESE_DIGITS)
    short = (f"20{year}" for year in SHORT_YEAR.findall(folded))
    return tuple(dict.fromkeys(int(year) for year in (*YEAR.findall(folded), *short)))


def _series(rows: Sequence[m.Statistic]) -> list[_Series]:
    found: dict[tuple[str, frozenset[tuple[str, str]]], _Series] = {}
    for row in rows:
        members = _members_of(row)
        key = (row.metric, frozenset(members.items()))
        found.setdefault(key, _Series(row.metric, members, [])).rows.append(row)
    return list(found.values())


def _coverage(series: _Series, members: Sequence[Mention], name: Mention | None) -> tuple[int, list[str]]:
    """How many of the series' members the question names, and which names of the question it is not about.

    A place inside the name of an entity, or a word inside the metric's name, need not be covered by itself.
    """
    own = {
        # 'Finland' is named as a country also where it is a donor or a nationality.
        (kind, key)
        for dimension, key in series.members.items()
        for kind in (dimension, "country" if dimension in COUNTRIES else dimension)
    }
    covering = [mention for mention in members if (mention.kind, mention.key) in own]
    spans = [(mention.start, mention.end) for mention in covering]
    if name is not None:
        spans.append((name.start, name.end))
    hosted = any(mention.kind == "host" for mention in covering)
    uncovered = {
        mention.text: None
        for mention in members
        if not any(start <= mention.start and mention.end <= end for start, end in spans)
        # 'the mission in South Sudan': the entity says the place already.
        and not (hosted and mention.kind in ("country", "region"))
    }
    return len({(mention.kind, mention.key) for mention in covering}), list(uncovered)


def _measure(question: str, mentions: Sequence[Mention]) -> str:
    if "%" in question or "٪" in question:
        return SHARE
    return next((mention.key for mention in mentions if mention.kind == "measure"), "")


def _members_of(row: m.Statistic) -> dict[str, str]:
    return {member.dimension: member.member for member in row.members}


def _newest(rows: Sequence[m.Statistic], measure: str) -> list[m.Statistic]:
    """The rows of the newest year, of the wanted measure where there are any."""
    rows = [row for row in rows if row.measure == (measure or LEVEL)] or rows
    newest = max((row.year for row in rows), default=None)
    return [row for row in rows if row.year == newest]


def _by_measure(rows: Sequence[m.Statistic], measure: str) -> list[m.Statistic]:
    """Rows of the wanted measure; a percentage may also be the metric's own unit; with none wanted, levels first."""
    for wanted in (measure, LEVEL, SHARE, CHANGE):
        found = [row for row in rows if row.measure == wanted and (wanted == measure or _acceptable(row, measure))]
        # A figure that was given before the year was over counts only where there is no final one.
        found = [row for row in found if row.qualifier != INTERIM] or found
        if found:
            return found
    return []


def _acceptable(row: m.Statistic, measure: str) -> bool:
    """Whether a row of another measure than the wanted one answers: a rate is a percentage by itself."""
    return not measure or (measure == SHARE and row.unit == "percent" and row.measure == LEVEL)


def _nearness(row: m.Statistic, query: FigureQuery) -> tuple[int, int, int, int]:
    members = _members_of(row)
    shared = sum(members.get(dimension) == key for dimension, key in query.members.items())
    distance = min((abs(row.year - year) for year in query.years), default=0)
    return (shared, -len(members.keys() - query.members.keys()), -distance, row.year)

"""The figures of the store in memory: rows, the series they form, and the groups of series that can be compared.

A series is everything that is known of one metric for the same members (UN Volunteers with UNICEF, through the years).
A group is the series that differ along one dimension alone (UN Volunteers by host entity). Both are found through their
members, so that a question looks at the few that it names and not at all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m

LEVEL, SHARE, CHANGE = "level", "share", "change"
# Dimensions whose members are countries.
COUNTRIES = ("country", "donor", "nationality")

type Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of ``statistics``; ``members`` are its (dimension, member) pairs in order."""

    id: int
    metric: str
    year: int
    base_year: int | None
    measure: str
    value: float
    unit: str
    qualifier: str
    paragraph: str
    source: str
    parts_sum: float | None
    note: str
    members: Members


@dataclass(slots=True)
class Series:
    """All figures of one metric for the same members, and what they have: years, measures."""

    metric: str
    members: dict[str, str]
    rows: list[Figure] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Group:
    """Series of one metric that differ along ``by`` alone, by member of it; ``others`` they have in common."""

    metric: str
    others: dict[str, str]
    by: str
    series: dict[str, Series] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)


class FigureTable:
    """Every figure, by what it is about."""

    def __init__(self, rows: Iterable[Figure], wholes: Mapping[tuple[str, str], str]) -> None:
        """``wholes`` says which member is part of which other: (dimension, member) -> whole."""
        self._series: dict[tuple[str, Members], Series] = {}
        self._members: dict[str, set[str]] = defaultdict(set)
        self._of_metric: dict[str, list[Figure]] = defaultdict(list)
        self._groups: dict[tuple[str, Members, str, str], Group] = {}
        self.by_member: dict[tuple[str, str], list[Series]] = defaultdict(list)
        self.plainest: dict[str, list[Series]] = defaultdict(list)
        self.groups_by: dict[str, list[Group]] = defaultdict(list)
        self.dimensions: set[str] = set()
        self.wholes = wholes
        for row in rows:
            self._add(row)
        for series in _plainest(list(self._series.values())):
            self.plainest[series.metric].append(series)
        self._plainest_about = {member: _plainest(found) for member, found in self.by_member.items()}

    @classmethod
    def load(cls, session: Session) -> FigureTable:
        """The table of all figures in the store."""
        members: dict[int, list[tuple[str, str]]] = defaultdict(list)
        s, of = m.Statistic, m.StatisticMember
        for number, dimension, member in session.execute(select(of.statistic_id, of.dimension, of.member)):
            members[number].append((dimension, member))
        columns = (
            s.id, s.metric, s.year, s.base_year, s.measure, s.value, s.unit, s.qualifier, s.paragraph, s.source,
            s.parts_sum, s.note,
        )  # fmt: skip
        found = session.execute(select(*columns).order_by(s.id))
        rows = (Figure(**row._mapping, members=tuple(sorted(members.get(row.id, ())))) for row in found)
        wholes = {(part.dimension, part.member): part.whole for part in session.scalars(select(m.Part))}
        return cls(rows, wholes)

    def __bool__(self) -> bool:
        return bool(self._series)

    def metrics(self) -> set[str]:
        """The metrics that something is known of."""
        return set(self.plainest)

    def series(self, metric: str, members: Mapping[str, str]) -> list[Figure]:
        """The figures of ``metric`` for exactly these members."""
        found = self._series.get((metric, tuple(sorted(members.items()))))
        return found.rows if found else []

    def near(self, members: Sequence[Sequence[tuple[str, str]]]) -> list[Series]:
        """The series that a question with these ``members`` may mean, each given with the dimensions it may be in.

        The plainest of every metric, the plainest about each member, and all that are about two of them.
        """
        found = [series for some in self.plainest.values() for series in some]
        for readings in members:
            found += [series for member in readings for series in self._plainest_about.get(member, ())]
        for one, other in combinations(members, 2):
            for first, second in product(one, other):
                few, (dimension, key) = first, second
                if len(self.by_member.get(second, ())) < len(self.by_member.get(first, ())):
                    few, (dimension, key) = second, first
                found += [x for x in self.by_member.get(few, ()) if x.members.get(dimension) == key]
        return found

    def group(self, metric: str, others: Mapping[str, str], by: str) -> dict[str, Series]:
        """The series of a group, by member of ``by``; ``others`` as in the group."""
        common = tuple(sorted((key, value) for key, value in others.items() if key != by))
        found = self._groups.get((metric, common, by, others.get(by, "")))
        return found.series if found else {}

    def members_of(self, dimension: str) -> set[str]:
        """Every member of a dimension that something is known of."""
        return self._members[dimension]

    def dimensions_of(self, metric: str) -> set[str]:
        """The dimensions along which figures of a metric are told apart."""
        return {dimension for row in self._of_metric[metric] for dimension, _ in row.members}

    def of_metric(self, metric: str) -> list[Figure]:
        """Every figure of a metric."""
        return self._of_metric[metric]

    def _add(self, row: Figure) -> None:
        key = (row.metric, row.members)
        if key not in self._series:
            self._series[key] = series = Series(row.metric, dict(row.members))
            for dimension, member in row.members:
                self.dimensions.add(dimension)
                self._members[dimension].add(member)
                self.by_member[dimension, member].append(series)
        series = self._series[key]
        series.rows.append(row)
        self._of_metric[row.metric].append(row)
        about: list[Series | Group] = [series]
        about += [self._group_of(series, dimension, member) for dimension, member in row.members]
        for each in about:
            each.years.add(row.year)
            each.measures.add(row.measure)

    def _group_of(self, series: Series, dimension: str, member: str) -> Group:
        """The group of a series along one of its dimensions; it is in it afterwards."""
        # What is part of something else is compared with the other parts of it only.
        whole = self.wholes.get((dimension, member), "")
        others = {key: value for key, value in series.members.items() if key != dimension}
        key = (series.metric, tuple(sorted(others.items())), dimension, whole)
        if key not in self._groups:
            if whole:
                others = {**others, dimension: whole}
            self._groups[key] = Group(series.metric, others, dimension)
            self.groups_by[dimension].append(self._groups[key])
        self._groups[key].series[member] = series
        return self._groups[key]


def _plainest(found: Sequence[Series]) -> list[Series]:
    """For each metric the series with the fewest members; of several for the same year the first."""
    fewest: dict[str, int] = {}
    for series in found:
        fewest[series.metric] = min(len(series.members), fewest.get(series.metric, len(series.members)))
    first: dict[tuple[str, int], Series] = {}
    for series in found:
        if len(series.members) == fewest[series.metric]:
            for year in series.years:
                first.setdefault((series.metric, year), series)
    return list({id(series): series for series in first.values()}.values())

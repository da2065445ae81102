"""Figures as they are published: read with their members and names, and which of them make a chart.

The chat asks for single figures (``store.statistics``); here they are read whole, for charts, pages and downloads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import Session

from store import models as m
from store.figures import CHANGE, COUNTRIES, LEVEL, Figure
from store.statistics import INTERIM

# So many rows are read from the database at a time.
CHUNK = 1000
# A line needs so many years; fewer totals are compared as bars.
YEARS_OF_A_LINE = 3
LEAST_BARS, MOST_BARS = 2, 15


@dataclass(frozen=True)
class Drawing:
    """A chart that figures make: ``kind`` is bar or line, ``figures`` in the order in which they are drawn."""

    kind: str
    figures: tuple[Figure, ...]


def figures(session: Session, *where: ColumnElement[bool]) -> Iterator[Figure]:
    """The figures that fulfil ``where``, newest first, read in chunks."""
    rows = select(m.Statistic).where(*where).order_by(m.Statistic.year.desc(), m.Statistic.id)
    for row in session.scalars(rows.execution_options(yield_per=CHUNK)):
        yield Figure(
            row.id, row.metric, row.year, row.base_year, row.measure, row.value, row.unit, row.qualifier,
            row.paragraph, row.source, row.parts_sum, row.note,
            tuple(sorted((member.dimension, member.member) for member in row.members)),
        )  # fmt: skip


def figures_by_id(session: Session, ids: Sequence[int]) -> list[Figure]:
    """The figures with these ids, in this order; those that do not exist are left out."""
    found = {figure.id: figure for figure in figures(session, m.Statistic.id.in_(ids))}
    return [found[key] for key in dict.fromkeys(ids) if key in found]


class Names:
    """The names by which things are shown in one language; a thing without one is shown by its key."""

    def __init__(self, names: Mapping[tuple[str, str], str]) -> None:
        self._names = names

    @classmethod
    def of_figures(cls, session: Session, found: Iterable[Figure], language: str) -> Names:
        """The names of the metrics and members of ``found``."""
        things = {thing for figure in found for thing in (("metric", figure.metric), *figure.members)}
        return cls.of_things(session, things, language)

    @classmethod
    def of_things(cls, session: Session, things: Collection[tuple[str, str]], language: str) -> Names:
        """The names of ``things``: pairs of kind (or dimension) and key."""
        names: dict[tuple[str, str], str] = {}
        wanted = sorted({(_kind(kind), key) for kind, key in things})
        for start in range(0, len(wanted), CHUNK):
            rows = session.execute(
                select(m.Name.kind, m.Name.key, m.Name.text).where(
                    m.Name.language == language, m.Name.position == 0,
                    tuple_(m.Name.kind, m.Name.key).in_(wanted[start : start + CHUNK]),
                )
            )  # fmt: skip
            names |= {(row.kind, row.key): row.text for row in rows}
        return cls(names)

    def __call__(self, kind: str, key: str) -> str:
        """The name of the thing ``key`` of a kind or dimension."""
        return self._names.get((_kind(kind), key), key)


def _kind(dimension: str) -> str:
    """What the members of a dimension are: donors and nationalities are countries."""
    return "country" if dimension in COUNTRIES else dimension


def drawings(found: Sequence[Figure]) -> list[Drawing]:
    """The charts that the figures of one metric make: its totals over the years, and each of its dimensions.

    Of a dimension it is the year in which most of its members have a figure, the newest of such, the highest value
    first. Changes are not drawn: beside each other they say nothing of how large what has changed is.
    """
    over_years = _over_years([figure for figure in found if not figure.members and figure.measure == LEVEL])
    alike: dict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for figure in found:
        if len(figure.members) == 1 and figure.measure != CHANGE:
            alike[figure.members[0][0], figure.measure, figure.unit, figure.year].append(figure)
    best: dict[str, list[Figure]] = {}
    for (dimension, *_), group in alike.items():
        once = _once(group, lambda figure: figure.members)
        if len(once) >= LEAST_BARS and _rank(once) > _rank(best.get(dimension, [])):
            best[dimension] = once
    bars = [
        Drawing("bar", tuple(sorted(group, key=lambda figure: -figure.value)[:MOST_BARS])) for group in best.values()
    ]
    return [*over_years, *bars]


def _over_years(totals: Sequence[Figure]) -> list[Drawing]:
    units: dict[str, list[Figure]] = defaultdict(list)
    for figure in totals:
        units[figure.unit].append(figure)
    # A metric's own unit is the one that most of its totals have.
    own: list[Figure] = max(units.values(), key=len, default=[])
    years = sorted(_once(own, lambda figure: figure.year), key=lambda figure: figure.year)
    if len(years) < LEAST_BARS:
        return []
    return [Drawing("line" if len(years) >= YEARS_OF_A_LINE else "bar", tuple(years))]


def _once(group: Iterable[Figure], key: Any) -> list[Figure]:
    """One figure for each ``key``: a final one before one that was given before the year was over."""
    found: dict[Any, Figure] = {}
    for figure in group:
        there = found.get(key(figure))
        if there is None or (there.qualifier == INTERIM and figure.qualifier != INTERIM):
            found[key(figure)] = figure
    return list(found.values())


def _rank(group: Sequence[Figure]) -> tuple[int, int, bool]:
    return (len(group), group[0].year, group[0].measure == LEVEL) if group else (0, 0, False)

"""The public page of figures, ``/statistics/LANGUAGE``, and its tables as CSV and JSON.

What a page shows is put together once for each language and state of the store, then kept: visitors wait for the store
once after each change.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.api import Desk
from desk.charts import chart_of, measured, shown
from desk.context import Context
from desk.drawing import Kind, Picture, height_of
from desk.errors import DeskError
from desk.site import page
from desk.spreadsheet import csv_lines
from store import models as m
from store.figures import Figure
from store.load import AREA
from store.published_figures import Drawing, Names, drawings, figures
from store.sync import revision
from texts.figures import PER_CENT, amount, number, paragraphs

# Rows of a table on the page; its downloads have all of them.
MOST_ROWS = 40
# The download of the indicators; no metric has this key.
INDICATORS = "indicators"
FIGURE_COLUMNS = (
    "metric", "year", "members", "value", "unit", "qualifier", "paragraph", "source", "measure", "base_year",
)  # fmt: skip
INDICATOR_COLUMNS = (
    "indicator", "name", "level", "year", "target", "result", "unit", "score", "colour", "paragraph", "source",
)  # fmt: skip
# A sign beside each colour's word, for those who do not see the colour.
SIGNS = {"green": "✓", "yellow": "▲", "red": "✕", "grey": "–"}

router = APIRouter()


@dataclass(frozen=True)
class Row:
    """A figure in the table of its metric."""

    year: str
    members: str
    value: str
    paragraph: str
    source: tuple[str, str]


@dataclass(frozen=True)
class Section:
    """A metric: its charts and its newest figures; ``cut`` says how many there are when they are not all here."""

    key: str
    name: str
    pictures: tuple[Picture, ...]
    rows: tuple[Row, ...]
    cut: str


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the table of the results framework."""

    key: str
    name: str
    target: str
    result: str
    score: str
    colour: str
    sign: str
    word: str


@dataclass(frozen=True)
class Contents:
    """What the page shows in one language: indicators, and the metrics by their group's name."""

    revision: int
    indicators: tuple[IndicatorRow, ...]
    groups: tuple[tuple[str, str, tuple[Section, ...]], ...]


@router.get("/statistics", include_in_schema=False)
def choose(request: Request, desk: Desk) -> Response:
    """To the page in the reader's language."""
    language = desk.profile.language(request.headers.get("accept-language"))
    return RedirectResponse(f"/statistics/{language}", 307, headers={"Vary": "Accept-Language"})


@router.get("/statistics/{metric}.{form}", include_in_schema=False)
async def download(desk: Desk, metric: str, form: str, lang: str | None = None) -> StreamingResponse:
    """All figures of a metric, or the indicators, as ``csv`` or ``json``, with the names of ``?lang=``."""
    language = desk.profile.language(lang)
    known = metric == INDICATORS or await desk.read(lambda session: session.get(m.Metric, metric)) is not None
    if form not in ("csv", "json") or not known:
        raise DeskError(404, "not-found")
    writes, kind = (_csv, "text/csv") if form == "csv" else (_json, "application/json")
    columns = INDICATOR_COLUMNS if metric == INDICATORS else FIGURE_COLUMNS
    headers = {"Content-Disposition": f'attachment; filename="{metric}-{language}.{form}"', "Cache-Control": "no-cache"}
    return StreamingResponse(
        writes(columns, _records(desk, metric, language)), media_type=f"{kind}; charset=utf-8", headers=headers
    )


@router.get("/statistics/{language}", include_in_schema=False)
async def statistics(request: Request, desk: Desk, language: str) -> HTMLResponse:
    """Indicators, charts and tables."""
    if language not in desk.profile.languages:
        raise DeskError(404, "not-found")
    kept: dict[str, Contents] = request.app.state.statistics
    contents = await desk.read(lambda session: _contents(session, desk, language, kept.get(language)))
    kept[language] = contents
    return page(
        request, desk, language, "statistics.html", lambda code: f"/statistics/{code}", contents=contents,
        indicators_key=INDICATORS,
    )  # fmt: skip


def _contents(session: Session, desk: Context, language: str, kept: Contents | None) -> Contents:
    """The page's contents; those that were ``kept`` while the store has not changed since."""
    now = revision(session, AREA)
    if kept is not None and kept.revision == now:
        return kept
    by_metric: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures(session):
        by_metric[figure.metric].append(figure)
    names = Names.of_figures(session, (figure for found in by_metric.values() for figure in found), language)
    sources = {row.key: (row.title, row.url) for row in session.scalars(select(m.Source))}
    groups: dict[str, list[Section]] = {}
    for metric in session.scalars(select(m.Metric).order_by(m.Metric.position)):
        found = by_metric.get(metric.key)
        if found:
            section = _section(metric.key, found, names, sources, desk, language)
            groups.setdefault(metric.grouping, []).append(section)
    named = tuple((key or "other", _group(key, desk, language), tuple(within)) for key, within in groups.items())
    return Contents(now, tuple(_indicators(session, desk, language)), named)


def _group(key: str, desk: Context, language: str) -> str:
    """The heading of a group; one that a profile has thought of and not named is shown by its key."""
    text = f"statistics-group-{key or 'other'}"
    return desk.texts(language, text) if desk.texts.has(language, text) else key


def _section(
    key: str, found: Sequence[Figure], names: Names, sources: dict[str, tuple[str, str]], desk: Context, language: str
) -> Section:
    texts = desk.texts
    separator = texts(language, "list-separator")
    rows = []
    for figure in found[:MOST_ROWS]:
        about = [names(dimension, member) for dimension, member in figure.members] or [
            texts(language, "statistics-total")
        ]
        value = shown(figure, language, texts)
        measure = measured(figure, language, texts)
        rows.append(Row(
            str(figure.year), separator.join(about), f"{value} ({measure})" if measure else value,
            paragraphs(figure.paragraph), sources[figure.source],
        ))  # fmt: skip
    cut = ""
    if len(found) > MOST_ROWS:
        counts = {"shown": number(MOST_ROWS, language), "total": number(len(found), language)}
        cut = texts(language, "statistics-first", **counts)
    pictures = tuple(_picture(drawing, names, desk, language) for drawing in drawings(found))
    return Section(key, names("metric", key), pictures, tuple(rows), cut)


def _picture(drawing: Drawing, names: Names, desk: Context, language: str) -> Picture:
    chart = chart_of(cast(Kind, drawing.kind), drawing.figures, names, language, desk.texts)
    ids = "-".join(str(figure.id) for figure in drawing.figures)
    return Picture(f"/charts/{language}/{drawing.kind}/{ids}.svg", chart.title, height_of(chart))


def _indicators(session: Session, desk: Context, language: str) -> Iterator[IndicatorRow]:
    texts = desk.texts
    found = session.scalars(select(m.Indicator).order_by(m.Indicator.key)).all()
    names = Names.of_things(session, {("indicator", row.key) for row in found}, language)
    for row in found:
        yield IndicatorRow(
            row.key, names("indicator", row.key), amount(row.target, row.unit, language, texts),
            amount(row.result, row.unit, language, texts), amount(row.score, PER_CENT, language, texts),
            row.colour, SIGNS[row.colour], texts(language, f"colour-{row.colour}"),
        )  # fmt: skip


# --- downloads --------------------------------------------------------------------------------------------------------


def _records(desk: Context, metric: str, language: str) -> Iterator[dict[str, Any]]:
    """The rows of a download, read from the store as they are sent."""
    with desk.database.read() as session:
        sources = {row.key: row.title for row in session.scalars(select(m.Source))}
        if metric == INDICATORS:
            yield from _indicator_records(session, sources, language)
            return
        # All that its figures may name, so that their names need not be looked up figure by figure.
        named = select(m.StatisticMember.dimension, m.StatisticMember.member).join(m.Statistic).distinct()
        found = session.execute(named.where(m.Statistic.metric == metric))
        things = {("metric", metric), *((row.dimension, row.member) for row in found)}
        names = Names.of_things(session, things, language)
        for figure in figures(session, m.Statistic.metric == metric):
            yield {
                "metric": names("metric", metric), "year": figure.year,
                "members": "; ".join(names(dimension, member) for dimension, member in figure.members),
                "value": figure.value, "unit": figure.unit, "qualifier": figure.qualifier,
                "paragraph": figure.paragraph, "source": sources[figure.source], "measure": figure.measure,
                "base_year": figure.base_year,
            }  # fmt: skip


def _indicator_records(session: Session, sources: dict[str, str], language: str) -> Iterator[dict[str, Any]]:
    found = session.scalars(select(m.Indicator).order_by(m.Indicator.key)).all()
    names = Names.of_things(session, {("indicator", row.key) for row in found}, language)
    for row in found:
        yield {
            "indicator": row.key, "name": names("indicator", row.key), "level": row.level, "year": row.year,
            "target": row.target, "result": row.result, "unit": row.unit, "score": row.score, "colour": row.colour,
            "paragraph": row.paragraph, "source": sources[row.source],
        }  # fmt: skip


def _csv(columns: Sequence[str], records: Iterable[dict[str, Any]]) -> Iterator[str]:
    return csv_lines(columns, ([record[column] for column in columns] for record in records))


def _json(columns: Sequence[str], records: Iterable[dict[str, Any]]) -> Iterator[str]:
    beginning: Literal["[", ","] = "["
    for record in records:
        yield f"{beginning}\n" + json.dumps({column: record[column] for column in columns}, ensure_ascii=False)
        beginning = ","
    yield "[]\n" if beginning == "[" else "\n]\n"

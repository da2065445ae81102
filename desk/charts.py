"""``/charts/LANGUAGE/KIND/ID-ID-ID.svg``: figures of the store as a chart.

The address names rows of ``statistics``, whose ids are made of their values: it needs no memory, can be cached by
anybody, and cannot be made to show what is not in the store. Other sites' pages show these pictures in the widget.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, cast

from fastapi import APIRouter, Header, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from desk.api import Desk
from desk.drawing import Chart, Kind, Point, draw
from desk.errors import DeskError
from store.figures import Figure
from store.published_figures import Names, figures_by_id
from texts.catalogue import Catalogue
from texts.figures import amount, qualified, written_year

MOST_ROWS = 40
IDS = re.compile(r"[0-9]{1,19}(-[0-9]{1,19})*")
LARGEST_ID = 2**63 - 1
HEADERS = {
    "Cache-Control": "public, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

router = APIRouter()


@router.get("/charts/{language}/{kind}/{rows}.svg", include_in_schema=False)
async def chart(
    desk: Desk, language: str, kind: str, rows: str, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """The rows as ``bar`` or ``line``; 404 when one of them does not exist, 422 when they make no such chart."""
    ids = _ids(rows)
    if language not in desk.profile.languages or kind not in ("bar", "line") or not ids:
        raise DeskError(404, "not-found")
    found = await desk.read(lambda session: _chart(session, desk.texts, cast(Kind, kind), ids, language))
    svg = (await run_in_threadpool(draw, found)).encode()
    headers = {**HEADERS, "ETag": f'"{hashlib.sha256(svg).hexdigest()[:20]}"'}
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(svg, media_type="image/svg+xml", headers=headers)


def _ids(rows: str) -> list[int]:
    """The ids of an address; none when it is not of the right form."""
    if len(rows) > MOST_ROWS * 20 or not IDS.fullmatch(rows):
        return []
    ids = [int(part) for part in rows.split("-")]
    return ids if len(ids) <= MOST_ROWS and max(ids) <= LARGEST_ID else []


def _chart(session: Session, texts: Catalogue, kind: Kind, ids: Sequence[int], language: str) -> Chart:
    found = figures_by_id(session, ids)
    if len(found) < len(set(ids)):
        raise DeskError(404, "not-found")
    return chart_of(kind, found, Names.of_figures(session, found, language), language, texts)


def chart_of(kind: Kind, found: Sequence[Figure], names: Names, language: str, texts: Catalogue) -> Chart:
    """``found`` as a chart: what they have in common is its title, what they differ in their labels.

    Raises ``DeskError`` 422 for figures that cannot be measured by one scale, or a line of anything but years.
    """
    described = [_parts(figure, names, language, texts) for figure in found]
    shared = {slot: text for slot, text in described[0].items() if all(each.get(slot) == text for each in described)}
    years = {figure.year for figure in found}
    if len({(figure.unit, figure.measure) for figure in found}) > 1:
        raise DeskError(422, "invalid")
    if kind == "line" and (len(years) < len(found) or shared.keys() | {"year"} != described[0].keys()):
        raise DeskError(422, "invalid")
    if len(found) == 1:
        del shared["year"]
    common = set(shared)
    differing = dict.fromkeys(slot for parts in described for slot in parts if slot not in common)
    metric = shared.pop("metric", "") or texts(language, "statistics-title")
    year = [written_year(int(shared.pop("year")), language)] if "year" in shared else []
    measure = [shared.pop("measure")] if "measure" in shared else []
    details = [*year, *shared.values(), *measure, *_by(differing, language, texts)]
    separator = texts(language, "list-separator")
    title = texts(language, "chart-title", metric=metric, details=separator.join(details)) if details else metric
    points = []
    for figure, parts in zip(found, described, strict=True):
        label = separator.join(text for slot, text in parts.items() if slot not in common)
        label = _capital(label or texts(language, "statistics-total"))
        points.append(Point(label, figure.value, shown(figure, language, texts)))
    return Chart(kind, _capital(title), tuple(points), language)


def _capital(text: str) -> str:
    """``text`` as it stands at the beginning of a line; names are kept as they stand inside a sentence."""
    return text[:1].upper() + text[1:]


def _by(slots: Iterable[str], language: str, texts: Catalogue) -> Iterator[str]:
    """'by host entity', 'by region': what the labels of a chart are."""
    for slot in slots:
        key = f"chart-by-{slot.removeprefix('member ')}"
        if texts.has(language, key):
            yield texts(language, key)


def shown(figure: Figure, language: str, texts: Catalogue) -> str:
    """A figure with its unit and what its source says of its exactness: 'about 1,921 people'."""
    return qualified(amount(figure.value, figure.unit, language, texts), figure.qualifier, language, texts)


def measured(figure: Figure, language: str, texts: Catalogue) -> str:
    """What a figure is where it is not simply so many: 'share of the total', 'change since 2018'."""
    if figure.measure == "share":
        return texts(language, "statistics-share")
    if figure.measure == "change" and figure.base_year:
        return texts(language, "statistics-change", base=str(figure.base_year))
    return texts(language, "statistics-change-alone") if figure.measure == "change" else ""


def _parts(figure: Figure, names: Names, language: str, texts: Catalogue) -> dict[str, str]:
    """What a figure is of, by slot: the metric, the measure, each dimension, the year."""
    measure = measured(figure, language, texts)
    return {
        "metric": names("metric", figure.metric),
        **({"measure": measure} if measure else {}),
        **{f"member {dimension}": names(dimension, key) for dimension, key in figure.members},
        "year": str(figure.year),
    }

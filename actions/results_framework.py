"""How indicators of the results framework are told: target, result, score, colour."""

from __future__ import annotations

from actions.answer import Answer, Source
from actions.base import Desk
from actions.figures import FigureWords, amount, paragraphs
from store import models as m


def indicators(found: list[m.Indicator], desk: Desk) -> Answer:
    """The indicators ``found``, each with target, result, score and colour; all that there are where none was."""
    head = [] if found else [desk.say("indicator-none")]
    if len(found) > 1:
        head = [desk.say("indicator-count", count=len(found)), ""]
    rows = found or desk.knowledge.indicators.all()
    lines = [f"- {_line(row, desk)}" for row in rows] if len(rows) > 1 else _one(rows[0], desk)
    return Answer(
        "\n".join(head + lines),
        sources=_sources(rows, desk),
        attachments=[_table(rows, desk)] if len(rows) > 1 else [],
        understood={"query": {"indicators": [row.key for row in rows]}},
        slots={"offered": None},
        rateable=bool(found),
    )


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

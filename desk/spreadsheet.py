"""Tables as CSV that spreadsheets read rightly: UTF-8 with a mark, and no text that they would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from store.published_figures import CHUNK

# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The table, in pieces as it can be sent."""
    # With a mark at its beginning, spreadsheets read the file as UTF-8.
    yield "\ufeff" + _line(columns)
    lines: list[str] = []
    for row in rows:
        lines.append(_line([_cell(value) for value in row]))
        if len(lines) == CHUNK:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


def _line(cells: Sequence[object]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return int(value) if isinstance(value, float) and value.is_integer() else value

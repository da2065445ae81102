"""Draws what test questions were answered as: one matrix for all languages and one for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

# From this share of a row on the colour is dark, and the number on it light.
DARK = 0.55
COLUMNS, CELL = 2, 0.62


def matrix(pairs: Iterable[tuple[str, str]], rows: Sequence[str], columns: Sequence[str]) -> list[list[int]]:
    """How many of each row (what was expected) came out as each column (what was answered)."""
    counts = Counter(pairs)
    return [[counts[row, column] for column in columns] for row in rows]


def draw(panels: dict[str, list[tuple[str, str]]], rows: Sequence[str], columns: Sequence[str], path: Path) -> None:
    """A picture with a matrix for each title in ``panels``; pairs are (expected, answered)."""
    height = -(-len(panels) // COLUMNS)
    size = (COLUMNS * (len(columns) * CELL + 2), height * (len(rows) * CELL + 2))
    figure = Figure(figsize=size, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle("Test questions: what was expected (rows) and what was answered (columns)", fontsize=14)
    for number, (title, pairs) in enumerate(panels.items()):
        _panel(figure.add_subplot(height, COLUMNS, number + 1), title, matrix(pairs, rows, columns), rows, columns)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=100)


def _panel(axes: Axes, title: str, counts: list[list[int]], rows: Sequence[str], columns: Sequence[str]) -> None:
    shares = [[count / max(1, sum(row)) for count in row] for row in counts]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_title(f"{title} ({sum(map(sum, counts))} questions)", fontsize=12)
    axes.set_xticks(range(len(columns)), columns, rotation=45, ha="right", fontsize=10)
    axes.set_yticks(range(len(rows)), rows, fontsize=10)
    for y, row in enumerate(counts):
        for x, count in enumerate(row):
            if count:
                colour = "white" if shares[y][x] >= DARK else "black"
                axes.text(x, y, str(count), ha="center", va="center", color=colour, fontsize=10)

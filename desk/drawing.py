"""Draws a chart as one SVG of plain values: bars to compare, columns over days or hours, a line over years.

pygal scales the values and draws bars and dots; what it cannot do is done to its tree: labels above the bars, so that
long names have room at 320 px, from right to left in Arabic, dark colours, and no script (pygal always writes one).
Words are real text in the reader's own fonts. The SVG refers to nothing outside and may be shown as an image anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from pygal.graph.bar import Bar as PygalBar
from pygal.graph.horizontalbar import HorizontalBar
from pygal.graph.xy import XY

from texts.language import direction

type Kind = Literal["bar", "column", "line"]

# In units of the picture, which are pixels where it is 320 wide: there no text is smaller than 11 in 300.
WIDTH = 320
MARGIN = 12
TITLE, LABEL = 15, 12
TITLE_LEADING, LEADING = 20, 15
BAR, GAP = 14, 14
PLOT_HEIGHT = 170
# A label takes three lines at most, a title four; the rest is in the table beside the chart.
LABEL_LINES, TITLE_LINES = 3, 4
# Between the title and the first label.
BELOW_TITLE = 8
# Between two words on a line.
APART = 8
# How wide letters are, in parts of the size of the font; fonts are the reader's, so this errs on the wide side. Bold
# ones are wider.
WIDE, CYRILLIC, NARROW = 1.0, 0.6, 0.56
BOLD = 1.08
# What a line may be broken after: a word with its space, or one wide (Chinese) character.
PIECES = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+")
# Of the palette of Okabe and Ito, which colour-blind people can tell from the background in both schemes.
STYLE = """
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Naskh Arabic",
"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.paper{fill:#fff}.plot rect,.dot{fill:#0072b2}.line{fill:none;stroke:#0072b2;stroke-width:2.5;stroke-linejoin:round}
.axis{stroke:#71838c;stroke-width:1}
text{fill:#1c2b33;stroke:#fff;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}.title,.shown{font-weight:600}
@media (prefers-color-scheme:dark){.paper{fill:#182227}.plot rect,.dot{fill:#56b4e9}.line{stroke:#56b4e9}
.axis{stroke:#7f939c}text{fill:#e6eef0;stroke:#182227}}
"""


@dataclass(frozen=True)
class Point:
    """A value with its ``label`` (a name, or a year where it is a line) and as it is ``shown``: '8,282 people'."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class Picture:
    """A chart on a page: its address, in words what it shows, and its height in pixels."""

    url: str
    title: str
    height: int


@dataclass(frozen=True)
class Chart:
    """What is to be drawn; every word of it in ``language``. The points of a line have years as labels."""

    kind: Kind
    title: str
    points: tuple[Point, ...]
    language: str


@lru_cache(maxsize=512)
def draw(chart: Chart) -> str:
    """The chart as SVG. Raises ``ValueError`` for one without points."""
    return _page(chart).draw()


def height_of(chart: Chart) -> int:
    """How high the chart is where it is 320 wide."""
    return _page(chart).height


def _page(chart: Chart) -> _Page:
    if not chart.points:
        raise ValueError(f"a chart without points: {chart.title!r}")
    return {"bar": _Bars, "column": _Columns, "line": _Line}[chart.kind](chart)


class _Page:
    """One picture: where things stand, from left to right; mirrored for languages that are written the other way."""

    # What pygal calls the shapes that stay.
    shapes: ClassVar[frozenset[str]]

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._direction = direction(chart.language)
        self._title = wrapped(chart.title, TITLE * BOLD, WIDTH - 2 * MARGIN, TITLE_LINES)
        self._top = MARGIN + TITLE_LEADING * len(self._title) + BELOW_TITLE
        self.height = self._top

    def draw(self) -> str:
        """The whole picture."""
        raise NotImplementedError

    def _svg(self, chart: Any, finish: Callable[[list[Any], Any, Any], None]) -> str:
        """Pygal's ``chart`` without anything but the shapes of its values.

        ``finish`` gets them in their order, the group to put them into (at the margins given to pygal) and another one
        for texts and whatever else.
        """

        def dress(root: Any) -> Any:
            shapes = [node for node in root.iter() if self.shapes.intersection(node.get("class", "").split())]
            plot, over = self._frame(root, chart)
            finish(shapes, plot, over)
            return root

        return str(chart.add_xml_filter(dress).render(is_unicode=True))

    def _quiet(self, **more: Any) -> dict[str, Any]:
        """Settings with which pygal shows nothing but the values."""
        return {
            "show_legend": False, "show_x_labels": False, "show_y_labels": False, "js": (), "css": (), "classes": (),
            "no_prefix": True, "disable_xml_declaration": True, "explicit_size": True,
            "width": WIDTH, "height": self.height, "margin": 0, **more,
        }  # fmt: skip

    def _frame(self, root: Any, chart: Any) -> tuple[Any, Any]:
        """Empty pygal's tree, and give it words for those who do not see it, paper and title."""
        for child in list(root):
            root.remove(child)
        for name in ("id", "class"):
            root.attrib.pop(name, None)
        root.attrib.update({
            "role": "img", "lang": self._chart.language, "direction": self._direction, "aria-labelledby": "t d",
        })  # fmt: skip
        _node(root, "title", id="t").text = self._chart.title
        _node(root, "desc", id="d").text = "; ".join(f"{point.label}: {point.shown}" for point in self._chart.points)
        _node(root, "style").text = STYLE
        _node(root, "rect", class_="paper", width="100%", height="100%")
        mirror = f"translate({WIDTH} 0) scale(-1 1) " if self._direction == "rtl" else ""
        plot = _node(root, "g", class_="plot", transform=f"{mirror}translate({chart.margin_left} {chart.margin_top})")
        over = _node(root, "g")
        for number, line in enumerate(self._title):
            self._text(over, MARGIN, MARGIN + TITLE + number * TITLE_LEADING - 2, line, size=TITLE, kind="title")
        return plot, over

    def _text(
        self, parent: Any, x: float, y: float, words: str, *, size: int = LABEL, anchor: str = "start", kind: str = ""
    ) -> None:
        # 'start' is the right end in Arabic: the direction of the whole picture decides.
        x = WIDTH - x if self._direction == "rtl" else x
        node = _node(parent, "text", x=f"{x:.2f}", y=f"{y:.2f}", **{"font-size": size, "text-anchor": anchor})
        node.text = words
        if kind:
            node.set("class", kind)


class _Bars(_Page):
    """A bar for each point, its label above it, its value behind it."""

    shapes = frozenset({"rect"})

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._labels = [wrapped(point.label, LABEL, WIDTH - 2 * MARGIN, LABEL_LINES) for point in chart.points]
        self.height += sum(len(label) * LEADING + BAR + GAP for label in self._labels)

    def draw(self) -> str:
        points = self._chart.points
        room = APART + max(width_of(point.shown, LABEL) for point in points)
        margin_right = MARGIN + min(room, WIDTH / 2)
        chart = HorizontalBar(**self._quiet(margin_left=MARGIN, margin_right=margin_right, margin_top=0))
        # pygal's first bar is the lowest.
        chart.add("", [point.value for point in reversed(points)])

        def finish(bars: list[Any], plot: Any, over: Any) -> None:
            # pygal keeps a little room before the lowest value.
            room = min(float(bar.get("x", 0)) for bar in bars)
            y = self._top
            for point, label, bar in zip(points, self._labels, reversed(bars), strict=True):
                x, width = float(bar.get("x", 0)) - room, max(float(bar.get("width", 0)), 1.0)
                for line in label:
                    y += LEADING
                    self._text(over, MARGIN, y - 4, line)
                bar.attrib.clear()
                bar.attrib.update({"x": f"{x:.2f}", "y": str(y), "width": f"{width:.2f}", "height": str(BAR)})
                plot.append(bar)
                self._text(over, MARGIN + x + width + APART, y + BAR - 2, point.shown, kind="shown")
                y += BAR + GAP

        return self._svg(chart, finish)


class _Columns(_Page):
    """A column for each point, from left to right in their order; labels and values as far as there is room."""

    shapes = frozenset({"rect"})

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top += LEADING
        self.height = self._top + PLOT_HEIGHT + 2 * LEADING

    def draw(self) -> str:
        points, bottom = self._chart.points, self._top + PLOT_HEIGHT
        chart = PygalBar(**self._quiet(
            margin_left=MARGIN, margin_right=MARGIN, margin_top=self._top, margin_bottom=self.height - bottom,
            range=(0, max(1.0, *(point.value for point in points))),
        ))  # fmt: skip
        chart.add("", [point.value for point in points])

        def finish(bars: list[Any], plot: Any, over: Any) -> None:
            step, tops = (WIDTH - 2 * MARGIN) / len(points), []
            for number, bar in enumerate(bars):
                height = float(bar.get("height", 0))
                tops.append(bottom - height)
                bar.attrib.clear()
                bar.attrib.update({
                    "x": f"{step * (number + 0.1):.2f}", "y": f"{PLOT_HEIGHT - height:.2f}",
                    "width": f"{step * 0.8:.2f}", "height": f"{height:.2f}",
                })  # fmt: skip
                plot.append(bar)
            _node(over, "path", d=f"M{MARGIN} {bottom}H{WIDTH - MARGIN}", class_="axis")
            middles = [MARGIN + step * (number + 0.5) for number in range(len(points))]
            for number, x in _named(points, middles):
                self._text(over, x, tops[number] - 5, points[number].shown, anchor="middle", kind="shown")
                self._text(over, x, bottom + LEADING + 2, points[number].label, anchor="middle")

        return self._svg(chart, finish)


class _Line(_Page):
    """A dot for each year, its value above it and the year below as far as there is room, and a line."""

    shapes = frozenset({"dot", "line"})

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._points = sorted(chart.points, key=lambda point: int(point.label))
        self._top += 2 * LEADING
        self.height = self._top + PLOT_HEIGHT + 2 * LEADING

    def draw(self) -> str:
        points, values = self._points, [point.value for point in self._points]
        side, bottom = 2 * MARGIN, self._top + PLOT_HEIGHT
        chart = XY(**self._quiet(
            margin_left=side, margin_right=side, margin_top=self._top, margin_bottom=self.height - bottom,
            range=(min(0.0, *values), max(values)),
        ))  # fmt: skip
        chart.add("", [(int(point.label), point.value) for point in points])

        def finish(shapes: list[Any], plot: Any, over: Any) -> None:
            dots = [shape for shape in shapes if shape.tag == "circle"]
            for shape in (*(shape for shape in shapes if shape.tag == "path"), *dots):
                plot.append(shape)
            places = [(side + float(dot.get("cx", 0)), self._top + float(dot.get("cy", 0))) for dot in dots]
            _node(over, "path", d=f"M{MARGIN} {bottom}H{WIDTH - MARGIN}", class_="axis")
            for dot in dots:
                dot.set("r", "4")
            for number, x in _named(points, [x for x, _ in places]):
                at, y = places[number]
                # Where the line comes down and goes up again it would run through a value above it.
                beneath = _is_valley(values, number) and bottom - y > 2 * LEADING
                y += LEADING + 5 if beneath else -10
                self._text(over, x, y, points[number].shown, anchor="middle", kind="shown")
                half = width_of(points[number].label, LABEL) / 2
                at = min(max(at, half), WIDTH - half)
                self._text(over, at, bottom + LEADING + 2, points[number].label, anchor="middle")

        return self._svg(chart, finish)


def _node(parent: Any, tag: str, **attributes: object) -> Any:
    node = parent.makeelement(tag, {name.rstrip("_"): str(value) for name, value in attributes.items()})
    parent.append(node)
    return node


def _is_valley(values: Sequence[float], number: int) -> bool:
    """Whether a value is lower than those beside it."""
    beside = [values[place] for place in (number - 1, number + 1) if 0 <= place < len(values)]
    return bool(beside) and all(values[number] < value for value in beside)


def _named(points: Sequence[Point], places: Sequence[float]) -> Iterator[tuple[int, float]]:
    """Which points are labelled: the last, first, highest and lowest, then others, as far as there is room.

    With each the middle of its label, which is not the point's where that would stick out of the picture.
    """
    by_value = sorted(range(len(points)), key=lambda number: points[number].value)
    wanted = dict.fromkeys([len(points) - 1, 0, by_value[-1], by_value[0], *range(len(points))])
    taken: list[tuple[float, float]] = []
    for number in wanted:
        half = max(width_of(points[number].shown, LABEL), width_of(points[number].label, LABEL)) / 2 + APART / 2
        middle = min(max(places[number], half), WIDTH - half)
        if all(middle + half <= start or end <= middle - half for start, end in taken):
            taken.append((middle - half, middle + half))
            yield number, middle


def width_of(text: str, size: float) -> float:
    """How wide ``text`` is at most in a font of ``size``, about."""
    return size * sum(_width(char) for char in text)


def _width(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return WIDE
    return CYRILLIC if "\u0400" <= char <= "\u04ff" else NARROW


def wrapped(text: str, size: float, width: float, lines: int) -> list[str]:
    """``text`` in at most so many lines of at most ``width``; what does not fit is cut off with an ellipsis."""
    found = [""]
    for piece in PIECES.findall(text):
        if found[-1] and width_of((found[-1] + piece).rstrip(), size) > width:
            found.append("")
        found[-1] += piece
    cut = len(found) > lines
    found = [line.rstrip() for line in found[:lines]]
    return [*found[:-1], _fitted(found[-1], size, width, cut)]


def _fitted(line: str, size: float, width: float, cut: bool) -> str:
    """``line`` within ``width``, with an ellipsis if anything was ``cut`` off after it or has to be cut off now."""
    if not cut and width_of(line, size) <= width:
        return line
    while line and width_of(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"

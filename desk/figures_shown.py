"""The figures of the service in a reader's language: tables with headings, charts of the same numbers."""

from __future__ import annotations

import base64
import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from desk.context import Context
from desk.drawing import Chart, Kind, Picture, Point, draw, height_of
from desk.enquiries import OUTCOMES
from desk.satisfaction import ANSWERS
from desk.service_figures import FEWEST, MOST_TOPICS, Figures, Table, helpful, unhelpful
from texts.catalogue import locale_of
from texts.language import native_name

# Longer periods are shown by week, then by month.
MOST_DAYS, MOST_WEEKS_DAYS = 31, 200
SECONDS = frozenset({"answer-median", "answer-p90", "solution-median", "solution-p90"})
SHARES = frozenset({"rate", "share-yes", "share-answers", "share-solutions"})
HOUR = 3600


@dataclass(frozen=True)
class ShownTable:
    """A table in words. ``download`` is the key of its CSV; ``note`` says what is counted."""

    key: str
    download: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: Picture | None


class Shown:
    """Says figures in one language. ``titles`` are those of articles."""

    def __init__(self, context: Context, language: str, titles: Mapping[str, str]) -> None:
        self._texts, self._language, self._titles = context.texts, language, titles
        self._locale = locale_of(language)

    def tables(self, figures: Figures) -> list[ShownTable]:
        """Every table of the page, in its order."""
        tables = figures.tables
        articles = tables["articles"]
        days = self._grouped(figures)
        return [
            self._table(days, figures, self._columns("days", days, "column")),
            self._table(tables["outcomes"], figures, self._outcomes(tables["outcomes"])),
            self._table(tables["queues"], figures),
            self._table(tables["promises"], figures),
            self._table(tables["satisfaction"], figures, self._satisfaction(tables["satisfaction"])),
            self._table(tables["hours"], figures, self._columns("hours", tables["hours"], "column")),
            self._table(tables["weekdays"], figures),
            self._table(tables["topics"], figures),
            self._table(tables["unanswered"], figures),
            *(self._table(tables[key], figures) for key in ("questions",) if key in tables),
            self._table(Table("helpful", articles.columns, helpful(articles, MOST_TOPICS)), figures),
            self._table(Table("unhelpful", articles.columns, unhelpful(articles, MOST_TOPICS)), figures),
        ]

    def _table(self, table: Table, figures: Figures, picture: Picture | None = None) -> ShownTable:
        key, text = table.key, self._text
        download = "articles" if key in ("helpful", "unhelpful") else "days" if key in ("weeks", "months") else key
        heading = "days" if download == "days" else key
        rows = tuple(tuple(self.cell(table, name, value) for name, value in zip(table.columns, row, strict=True))
                     for row in table.rows)  # fmt: skip
        return ShownTable(
            heading, download, text(f"service-table-{heading}"), text(f"service-note-{heading}"),
            tuple(self.column(name) for name in table.columns), rows, picture if figures.total else None,
        )  # fmt: skip

    def _text(self, key: str, **arguments: object) -> str:
        return self._texts(self._language, key, **arguments)

    def column(self, name: str) -> str:
        """The heading of a column; a language's is its own name."""
        key = f"service-column-{name}"
        return self._text(key) if self._texts.has(self._language, key) else native_name(name)

    def cell(self, table: Table, name: str, value: Any) -> str:  # noqa: PLR0911 - one for each kind of value
        """One value as it is read."""
        if value is None:
            return self._text("service-few", count=FEWEST) if table.key == "queues" and name == "requests" else "–"
        if name in SECONDS:
            return self.duration(value)
        if name in SHARES:
            return self.share(value)
        match name:
            case "day" | "week":
                return format_date(value, "medium", locale=self._locale)
            case "month":
                return format_skeleton("yMMM", value, locale=self._locale)
            case "language":
                return native_name(value) if value else self._text("service-all")
            case "queue":
                return self._named("console-queue", value)
            case "hour":
                return format_time(dt.time(value), "short", locale=self._locale)
            case "weekday":
                return str(get_day_names("wide", "stand-alone", self._locale)[value])
            case "intent":
                return self._named("service-intent", value.replace("_", "-"))
            case "article":
                return self._titles.get(value, value) or "–"
            case "question":
                return str(value)
        return self.number(value)

    def _named(self, kind: str, value: str) -> str:
        """What a profile has thought of and not named is shown by its key."""
        key = f"{kind}-{value}"
        return self._text(key) if self._texts.has(self._language, key) else value

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return format_decimal(value, locale=self._locale)

    def share(self, per_cent: float) -> str:
        """A share, given in per cent."""
        return format_percent(per_cent / 100, "#,##0.0%", locale=self._locale)

    def duration(self, seconds: float) -> str:
        """A time in the greatest unit that says enough: 40 min, 5.2 h."""
        if seconds < 2 * HOUR:
            return format_unit(max(1, round(seconds / 60)), "duration-minute", "short", locale=self._locale)
        if seconds < 48 * HOUR:
            return format_unit(round(seconds / HOUR, 1), "duration-hour", "short", locale=self._locale)
        return format_unit(round(seconds / 24 / HOUR, 1), "duration-day", "short", locale=self._locale)

    def _grouped(self, figures: Figures) -> Table:
        """Enquiries by day, or over a long period by week or month."""
        length = len(figures.by_day)
        if length <= MOST_DAYS:
            return figures.tables["days"]
        name = "week" if length <= MOST_WEEKS_DAYS else "month"
        sums: dict[dt.date, dict[str, int]] = {}
        for day, counts in figures.by_day.items():
            start = day - dt.timedelta(days=day.weekday()) if name == "week" else day.replace(day=1)
            of_group = sums.setdefault(max(start, figures.period.first), defaultdict(int))
            for language, number in counts.items():
                of_group[language] += number
        rows = tuple(
            (start, *(counts[language] for language in figures.languages), sum(counts.values()))
            for start, counts in sums.items()
        )
        return Table(f"{name}s", (name, *figures.languages, "total"), rows)

    # --- charts -------------------------------------------------------------------------------------------------------

    def _picture(self, kind: Kind, key: str, points: list[Point]) -> Picture | None:
        if not points:
            return None
        chart = Chart(kind, self._text(f"service-table-{key}"), tuple(points), self._language)
        encoded = base64.b64encode(draw(chart).encode()).decode()
        return Picture(f"data:image/svg+xml;base64,{encoded}", chart.title, height_of(chart))

    def _columns(self, key: str, table: Table, kind: Kind) -> Picture | None:
        """The first column of a table as labels, the last as values."""
        name, points = table.columns[0], []
        for row in table.rows:
            points.append(Point(self._short(table, name, row[0]), row[-1], self.number(row[-1])))
        return self._picture(kind, key, points)

    def _short(self, table: Table, name: str, value: Any) -> str:
        """A label that has room under a column."""
        if name in ("day", "week"):
            return format_skeleton("MMMd", value, locale=self._locale)
        if name == "hour":
            return format_skeleton("H", dt.datetime.combine(dt.date.min, dt.time(value)), locale=self._locale)
        return self.cell(table, name, value)

    def _outcomes(self, table: Table) -> Picture | None:
        """The outcomes of all enquiries, each as a share of them."""
        row = table.rows[-1]
        total = row[table.columns.index("total")]
        if not total:
            return None
        shares = [(what, 100 * row[table.columns.index(what)] / total) for what in OUTCOMES]
        points = [Point(self.column(what), share, self.share(share)) for what, share in shares]
        return self._picture("bar", "outcomes", points)

    def _satisfaction(self, table: Table) -> Picture | None:
        if not table.rows:
            return None
        row = table.rows[-1]
        counts = [(answer, row[table.columns.index(answer)]) for answer in ANSWERS]
        points = [Point(self.column(answer), number, self.number(number)) for answer, number in counts]
        return self._picture("bar", "satisfaction", points)

"""Every figure of the report of 2019 against the words of the report, in ``data/report_evidence.csv``.

A line quotes the paragraph (at most 40 characters) and names the row that it bears out. ``counts`` says how: empty, the
``token`` states the value; ``part``, the tokens of a row add up to it; ``list``, the members of an enumeration do.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.load import DataFiles
from store.profile import load_profile

EVIDENCE = Path(__file__).parent / "data" / "report_evidence.csv"
REPORT = "report-2019"
LONGEST = 40

WORDS = {"没有": 0, "所有": 100, "一": 1, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
FACTORS = {"": 1, "%": 1, "万": 10_000, "亿": 100_000_000, "倍": 100, "年": 12}
TOKEN = re.compile(rf"(?P<number>\d[\d ]*(?:\.\d+)?|{'|'.join(WORDS)}) ?(?P<factor>[%万亿倍年]?)")
# A fall, or a shortfall; everything else rises.
LESS = re.compile("减少|降|差距")
QUALIFIERS = {
    "about": r"约 ?{}",
    "more_than": r"超过 ?{}|{} ?多",
    "less_than": r"(?:不到|低于)[^，,;；\d]{{0,10}}{}",
    "at_least": r"至少 ?{}|{} ?或以上",
    "nearly": r"几乎[^，,;；\d]{{0,4}}{}",
}
COLOURS = {"绿": "green", "黄": "yellow"}

# Metric, year, base year, members, measure, unit.
type Key = tuple[str, str, str, str, str, str]


@dataclass(frozen=True)
class Evidence:
    """A line of the evidence."""

    paragraph: str
    token: str
    context: str
    counts: str
    key: Key

    @property
    def value(self) -> float:
        """What the quotation says, negative for a fall."""
        if self.counts == "list":
            return len(re.split("；" if "；" in self.context else "、", self.context))
        metric, _, _, _, measure, _ = self.key
        signed = measure == "change" or metric == "target_deviation"
        return -number(self.token) if signed and LESS.search(self.context) else number(self.token)

    @property
    def qualifier(self) -> str:
        """What the quotation says of the figure's exactness."""
        token = re.escape(self.token)
        stated = (name for name, pattern in QUALIFIERS.items() if re.search(pattern.format(token, token), self.context))
        return next(stated, "") if self.token else ""


def number(token: str) -> float:
    """The value of a numeral of the report: 8 282, 2.213 亿, 51%, 六; 两倍 is 200 per cent, 一年 12 months."""
    found = TOKEN.fullmatch(token)
    assert found, f"{token!r} is no numeral"
    digits = found["number"].replace(" ", "")
    value = WORDS[digits] if digits in WORDS else float(digits)
    return round(value * FACTORS[found["factor"]], 4)


def evidence() -> list[Evidence]:
    """Every line of the file."""
    with EVIDENCE.open(encoding="utf-8", newline="") as file:
        return [
            Evidence(
                line["paragraph"], line["token"], line["context"], line["counts"],
                (line["metric"], line["year"], line["base_year"], line["members"], line["measure"], line["unit"]),
            )
            for line in csv.DictReader(file)
        ]  # fmt: skip


def quoted() -> dict[tuple[Key, str], list[float]]:
    """The values that the evidence gives for a row in a paragraph."""
    found: dict[tuple[Key, str], list[float]] = {}
    for line in evidence():
        values = found.setdefault((line.key, line.paragraph), [])
        if line.counts and values:
            values[0] += line.value
        else:
            values.append(line.value)
    return {place: sorted(values) for place, values in found.items()}


@pytest.fixture(scope="module")
def files() -> DataFiles:
    """The large profile's data."""
    return DataFiles(load_profile("unv"))


def rows(files: DataFiles) -> list[tuple[Key, list[str], float, str]]:
    """Key, paragraphs, value and qualifier of every figure of the report."""
    return [
        (
            (
                row.metric, str(row.year), str(row.base_year or ""),
                "; ".join(f"{dimension}={member}" for dimension, member in row.members.items()), row.measure, row.unit,
            ),
            row.paragraph.split(";"), row.value, row.qualifier,
        )
        for row in (line.row for line in files.statistics) if row.source == REPORT
    ]  # fmt: skip


def indicators(files: DataFiles) -> dict[tuple[Key, str], list[float]]:
    """Target, result and score of every indicator of the report, in its table."""
    found = {}
    for row in (line.row for line in files.indicators if line.row.source == REPORT):
        cells = (("target", row.target, row.unit), ("result", row.result, row.unit), ("score", row.score, "percent"))
        for name, value, unit in cells:
            key = (f"indicator-{row.key}", str(row.year), "", "", name, unit)
            found[key, f"table-{row.key}"] = [value]
    return found


def test_every_figure_of_the_report_is_in_the_paragraph_that_it_names(files: DataFiles) -> None:
    """Value for value, in each paragraph of each row; and no quotation is left over."""
    wanted: dict[tuple[Key, str], list[float]] = indicators(files)
    for key, paragraphs, value, _ in rows(files):
        for paragraph in paragraphs:
            wanted[key, paragraph] = sorted([*wanted.get((key, paragraph), []), value])
    stated = quoted()
    wrong = {place: (wanted.get(place), stated.get(place)) for place in wanted | stated}
    assert {place: values for place, values in wrong.items() if values[0] != values[1]} == {}


def test_about_and_more_than_are_those_of_the_report(files: DataFiles) -> None:
    """A figure is qualified where the report qualifies it, and nowhere else."""
    stated: dict[Key, set[str]] = {}
    for line in evidence():
        stated.setdefault(line.key, set()).add(line.qualifier)
    wanted: dict[Key, set[str]] = {}
    for key, _, _, qualifier in rows(files):
        wanted.setdefault(key, set()).add(qualifier)
    wrong = {key: (wanted[key], stated.get(key, set())) for key in wanted if wanted[key] - {""} != stated[key] - {""}}
    assert wrong == {}


def test_colours_are_those_of_the_tables(files: DataFiles) -> None:
    """The tables write the colour behind the score."""
    stated = {
        line.key[0]: COLOURS[line.context[line.context.index("(") + 1]] for line in evidence() if line.key[4] == "score"
    }
    assert stated == {f"indicator-{line.row.key}": line.row.colour for line in files.indicators}


def test_a_quotation_is_short_and_holds_its_numeral() -> None:
    """No line is longer than it must be, none stands twice, and the numeral is in its context."""
    lines = evidence()
    for line in lines:
        assert 0 < len(line.context) <= LONGEST, line
        assert line.token in line.context, line
        assert bool(line.token) != (line.counts == "list"), line
        assert line.counts in ("", "part", "list"), line
    assert [line for line, times in Counter(lines).items() if times > 1] == []

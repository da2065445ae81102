"""Finds indicators of the results framework by number, by colour, or by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.names import Gazetteer
from store.subjects import Found
from texts.folding import fold

NUMBER = re.compile(r"(?<![\d.\-])(\d(?:[.\-]\d){1,3}(?:\s?\.?\s?[ab])?)(?![\d\-])")
CYRILLIC = str.maketrans("аб", "ab")
# Words of the results framework: target, planned, colour.
FRAMEWORK = "framework"
# How the place of a figure in a table is written.
TABLE = "table-"
# An indicator is meant from this score on, and with it those that are hardly further.
NEAR = 0.2
AS_NEAR = 0.05
# What each word adds by which the metric of an indicator is named, at most three of them.
NAMED_WORD = 0.05


class IndicatorFinder:
    """The indicators of the store and how people ask for them."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._indicators = {row.key: row for row in session.scalars(select(m.Indicator).order_by(m.Indicator.key))}
        self._of_metric = _metrics(session, self._indicators.values())

    def find(self, question: str, language: str, near: Sequence[Found]) -> list[m.Indicator]:
        """The indicators that ``question`` asks for, by key; empty when it asks for none that is known.

        ``near`` are the indicators that fit the question, best first (``store.subjects``).
        """
        numbers = numbers_in(question)
        if numbers:
            named = self._gazetteer.find(question, language, {"dimension"})
            if any(mention.key == "indicator" for mention in named) and set(numbers) & self._indicators.keys():
                return [self._indicators[number] for number in numbers if number in self._indicators]
            return [row for key, row in self._indicators.items() if any(_is_or_below(key, n) for n in numbers)]
        colours = [x.key for x in self._gazetteer.find(question, language, {"colour"})]
        if colours:
            wanted = {"yellow", "red"} if "missed" in colours else set(colours)
            return [row for row in self._indicators.values() if row.colour in wanted]
        scores = self._scores(question, language, near)
        best = max(scores.values(), default=0.0)
        keys = {key for key, score in scores.items() if score >= max(NEAR, best - AS_NEAR)}
        return [row for key, row in self._indicators.items() if key in keys]

    def ranked(self, question: str, language: str, near: Sequence[Found]) -> list[str]:
        """The keys of the indicators in ``near``, the one that ``question`` most probably means first."""
        scores = self._scores(question, language, near)
        return sorted(scores, key=lambda key: -scores[key])

    def _scores(self, question: str, language: str, near: Sequence[Found]) -> dict[str, float]:
        """How well each indicator fits: its nearness, and whether its metric is named."""
        of_metric = self._named(question, language)
        return {found.key: found.score + of_metric.get(found.key, 0.0) for found in near}

    def _named(self, question: str, language: str) -> dict[str, float]:
        """What speaks for each indicator whose metric the question names: online volunteers, months of service."""
        return {
            self._of_metric[mention.key]: NAMED_WORD * min(3, mention.end - mention.start)
            for mention in self._gazetteer.find(question, language, {"metric"})
            if mention.key in self._of_metric
        }

    def measured_against(self, question: str, language: str, metric: str) -> m.Indicator | None:
        """The indicator whose result ``metric`` is, where ``question`` asks what was planned or how it was rated."""
        if not self._gazetteer.find(question, language, {FRAMEWORK}):
            return None
        return self._indicators.get(self._of_metric.get(metric, ""))

    def all(self) -> list[m.Indicator]:
        """Every indicator, by key."""
        return list(self._indicators.values())


def _metrics(session: Session, indicators: Iterable[m.Indicator]) -> dict[str, str]:
    """The indicator that gives the result of a metric: both stand in the same table of the same source."""
    tables = {(row.source, place): row.key for row in indicators for place in row.paragraph.split(";")}
    found = session.execute(select(m.Statistic.metric, m.Statistic.source, m.Statistic.paragraph))
    return {
        metric: tables[source, place]
        for metric, source, paragraph in found
        for place in paragraph.split(";")
        if place.startswith(TABLE) and (source, place) in tables
    }


def numbers_in(question: str) -> list[str]:
    """The numbers of indicators that a question names, as they are in their keys: 2.1, 2.1.2.a."""
    found = NUMBER.findall(fold(question).translate(CYRILLIC))
    return [re.sub(r"\s", "", number).replace("-", ".") for number in found]


def _is_or_below(key: str, number: str) -> bool:
    """Whether ``key`` is the number asked for or lies under it: 2.1.2 covers 2.1.2.a and 2.1.2.b."""
    plain, wanted = key.replace(".", ""), number.replace(".", "")
    return plain == wanted or (plain.startswith(wanted) and key.count(".") > 1 and not number[-1].isalpha())

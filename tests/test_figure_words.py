"""How figures read: changes say whether they rise or fall, and a year that is there is not said to be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest

from actions.base import Desk
from actions.figures import FigureWords
from actions.knowledge import Knowledge
from store.database import Database
from store.figure_questions import FigureQuery
from store.figures import Figure
from store.names import Gazetteer
from store.profile import Profile
from store.statistics import Calculation, FigureResult

RISES = {
    "en": "**Up 15%** – ", "fr": "**Hausse de 15 %** – ", "es": "**Aumento del 15 %** – ",
    "ar": "**زيادة بنسبة 15%** – ", "zh": "**增加15%**——", "ru": "**Рост на 15 %** — ",
}  # fmt: skip
FALLS = {
    "en": "**Down nearly 14%** – ", "fr": "**Baisse : près de 14 %** – ", "es": "**Disminución: casi 14 %** – ",
    "ar": "**انخفاض قدره ما يقارب 14%** – ", "zh": "**减少近14%**——", "ru": "**Снижение: почти 14 %** — ",
}  # fmt: skip
GROWN = {
    "en": "**Up 51 people** (1.6%), calculated: from 3,121 people to 3,172 people.",
    "fr": "**Hausse de 51 personnes** (1,6 %), par calcul : de 3 121 personnes à 3 172 personnes.",
    "es": "**Aumento de 51 personas** (1,6 %); cálculo: de 3.121 personas a 3.172 personas.",
    "ar": "**زيادة قدرها 51 شخصا** (1.6%)، بالحساب: من 3,121 شخصا إلى 3,172 شخصا.",
    "zh": "**增加51人**（1.6%），计算得出：从3,121人到3,172人。",
    "ru": "**Рост: 51 человек** (1,6 %), расчет: было 3 121 человек, стало 3 172 человека.",
}


class _Names(Knowledge):
    """Knows the names of things and nothing else."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer


@pytest.fixture
def words(loaded: Database, gazetteer: Gazetteer, profile: Profile) -> Iterator[Callable[[str], FigureWords]]:
    """Writes figures in a language."""
    with loaded.read() as session:
        knowledge = cast(Knowledge, _Names(gazetteer))
        yield lambda language: FigureWords(Desk(session, knowledge, profile, profile.catalogue(), language))


def figure(value: float, year: int, measure: str, unit: str, qualifier: str = "") -> Figure:
    """A figure of all volunteers."""
    base = year - 1 if measure == "change" else None
    return Figure(year, "un_volunteers", year, base, measure, value, unit, qualifier, "", "", None, "", ())


def plain(text: str) -> str:
    """The text with ordinary blanks, and without the marks of direction around signs."""
    for blank in "\u00a0\u202f":
        text = text.replace(blank, " ")
    return text.replace("\u200e", "").replace("\u200f", "").replace("\u061c", "").replace("٪", "%")


@pytest.mark.parametrize("language", RISES)
def test_a_change_says_its_direction(words: Callable[[str], FigureWords], language: str) -> None:
    """'15%' alone would read as a share; a fall has no sign besides the word."""
    rise = words(language).line(figure(15, 2019, "change", "percent"))
    fall = words(language).line(figure(-14, 2019, "change", "percent", "nearly"))
    assert plain(rise).startswith(RISES[language])
    assert plain(fall).startswith(FALLS[language])


@pytest.mark.parametrize("language", GROWN)
def test_a_calculated_change_says_its_direction(words: Callable[[str], FigureWords], language: str) -> None:
    """With both values in forms that are right beside the words before them."""
    before, after = figure(3_121, 2020, "level", "persons"), figure(3_172, 2021, "level", "persons")
    growth = Calculation("growth", 51, "persons", (after, before))
    result = FigureResult(FigureQuery("un_volunteers"), [after, before], calculation=growth)
    assert plain(words(language).text(result)).startswith(GROWN[language])

"""Questions about figures: the right row of the store for the question, and never an invented number."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.rows import question_for
from store import models as m
from store.database import Database
from store.figures import Figure
from store.names import Gazetteer
from store.statistics import FigureFinder, FigureResult
from store.subjects import METRIC, SubjectIndex, of_kind

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
# Language, question, value. Read out of the sources; years left out mean the newest that there is.
QUESTIONS = [
    ("en", "How many UN Volunteers served in 2019?", 8_282),
    ("en", "How many volunteers did UNICEF have in 2019?", 641),
    ("en", "How many volunteers with UNICEF?", 641),
    ("en", "By how much did volunteers in Latin America and the Caribbean increase in 2019?", 58),
    ("en", "What share of UN Volunteers in 2019 were women?", 51),
    ("en", "How many online volunteers were there in 2019?", 13_186),
    ("en", "How many volunteers served in UNMISS?", 520),
    ("en", "How many volunteers with disabilities were deployed in 2019?", 45),
    ("en", "How many fully funded volunteers in 2019?", 607),
    ("en", "number of volunteers in 2014", 6_325),
    ("fr", "Combien de Volontaires des Nations Unies ont servi en 2019 ?", 8_282),
    ("fr", "Combien de volontaires au PAM en 2019 ?", 198),
    ("fr", "Combien de volontaires en ligne en 2019 ?", 13_186),
    ("fr", "Quelle est la part des femmes parmi les volontaires en 2019 ?", 51),
    ("fr", "Quel était l'âge moyen des volontaires en 2019 ?", 34),
    ("es", "¿Cuántos Voluntarios de las Naciones Unidas hubo en 2019?", 8_282),
    ("es", "¿Cuántos voluntarios tuvo el UNFPA en 2019?", 377),
    ("es", "¿En cuántos países prestaron servicio los voluntarios en 2019?", 154),
    ("es", "¿Cuánto aumentaron los voluntarios en África en 2019?", 8),
    ("ar", "كم عدد متطوعي الأمم المتحدة في عام 2019؟", 8_282),
    ("ar", "كم عدد المتطوعين في اليونيسف عام 2019؟", 641),
    ("ar", "كم عدد المتطوعين عبر الإنترنت في 2019؟", 13_186),
    ("zh", "2019年有多少联合国志愿人员？", 8_282),
    ("zh", "2019年在线志愿者有多少", 13_186),
    ("zh", "2019年儿基会有多少志愿人员？", 641),
    ("zh", "2019年妇女占志愿人员的比例是多少？", 51),
    ("ru", "Сколько добровольцев ООН было в 2019 году?", 8_282),
    ("ru", "Сколько добровольцев было в ЮНИСЕФ в 2019 году?", 641),
    ("ru", "Сколько онлайн-добровольцев было в 2019 году?", 13_186),
    ("ru", "Какова доля женщин среди добровольцев в 2019 году?", 51),
    ("ru", "Сколько добровольцев было в 2018 году?", 7_201),
    # Adjectives alone, missions as a whole, inflected names, what is counted.
    ("es", "¿Cuántos voluntarios había en las misiones?", 2_055),
    ("fr", "Combien de volontaires dans les missions ?", 2_055),
    ("ru", "Сколько добровольцев работало в миссиях?", 2_055),
    ("zh", "特派团有多少志愿人员？", 2_055),
    ("ar", "كم متطوعا عمل في البعثات؟", 2_055),
    ("ar", "كم متطوعا استضاف برنامج الأغذية العالمي؟", 198),
    ("ar", "كم عدد المتطوعين الدوليين في البعثات؟", 1_921),
    ("ru", "Сколько международных добровольцев было в миссиях ООН?", 1_921),
    ("es", "¿Cuántos expertos voluntarios hubo en 2019?", 88),
    ("ru", "Сколько молодежных добровольцев было в 2021 году?", 1_348),
    ("ru", "доля тех, кому меньше 30 лет, в 2019 году", 35),
    ("fr", "part des moins de 30 ans en 2019", 35),
    ("en", "biennium percentage for indicator 1.2.1", 165),
    ("es", "¿cuántos donantes tiene el Fondo Voluntario Especial?", 11),
    ("en", "how many donors does the Special Voluntary Fund have", 11),
    ("ar", "كم عدد البلدان الجديدة في 2019؟", 12),
    ("ru", "сколько правительств полностью финансировало волонтеров", 12),
    ("es", "evolución de los voluntarios del PMA entre 2018 y 2019", 71),
    ("ar", "هل تراجعت المساهمات في صندوق التبرعات الخاص؟", -14),
    ("en", "How many enquiries a month does the chatbot answer?", 15_000),
    ("en", "What was the financial value of UNV activities in 2018?", 200_000_000),
]
# Questions for which there is no figure.
NOTHING = [
    ("en", "How many UN Volunteers served in 1987?"),
    ("en", "How many volunteers did UNICEF have in 2012?"),
    ("en", "How many online volunteers in Kenya in 2019?"),
    ("fr", "Combien de volontaires au PAM en 2005 ?"),
    ("es", "¿Cuántos voluntarios hubo en 1999 en África?"),
    ("zh", "1990年有多少联合国志愿人员？"),
    ("ru", "Сколько добровольцев было в 1983 году?"),
    ("ar", "كم عدد متطوعي الأمم المتحدة في عام 1985؟"),
    ("en", "How many volunteers will serve in 2030?"),
    ("es", "¿cuántos voluntarios tuvo la FAO en 2019?"),
    ("ar", "كم متطوعا لدى الفاو في 2019؟"),
    ("ru", "сколько волонтеров было у ФАО в 2019 году"),
    ("en", "How many volunteers served in the UN missions in Haiti in 2019?"),
]


class Figures:
    """Asks for figures as the action does, without the ranker's margins."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._subjects = SubjectIndex.load(session)
        self._finder = FigureFinder(session, gazetteer)
        self.gazetteer = gazetteer
        self._metrics = session.scalars(select(m.Metric.key)).all()

    def ask(self, question: str, language: str) -> FigureResult:
        """What comes of a question."""
        fits = {found.key: found.score for found in of_kind(self._subjects.find(question, {}), METRIC)}
        query = self._finder.query(question, language, fits)
        assert query is not None
        return self._finder.answer(query)

    def rows(self) -> list[Figure]:
        """Every figure of the store."""
        return [row for metric in self._metrics for row in self._finder.of_metric(metric)]


@pytest.fixture(scope="module")
def figures(loaded: Database, gazetteer: Gazetteer) -> Figures:
    """Understands questions about the store's figures."""
    with loaded.read() as session:
        return Figures(session, gazetteer)


@pytest.mark.parametrize(("language", "question", "value"), QUESTIONS, ids=[f"{x[0]}-{x[2]}" for x in QUESTIONS])
def test_a_question_gets_its_figure(figures: Figures, language: str, question: str, value: float) -> None:
    """The first row of the answer is the one that was asked for."""
    result = figures.ask(question, language)
    assert result.rows, result.query
    assert result.rows[0].value == value, result.query


@pytest.mark.parametrize(("language", "question"), NOTHING, ids=[f"{x[0]}-{n}" for n, x in enumerate(NOTHING)])
def test_no_figure_is_ever_invented(loaded: Database, figures: Figures, language: str, question: str) -> None:
    """Without a figure for the question nothing counts as the answer; the nearest is a row of the store."""
    result = figures.ask(question, language)
    assert result.rows == []
    assert result.nearest is not None
    with loaded.read() as session:
        assert session.get_one(m.Statistic, result.nearest.id).value == result.nearest.value


def test_the_nearest_year_is_named(figures: Figures) -> None:
    """For 1980 the nearest is 1973, for 2030 it is 2024, of the same metric and about nothing else."""
    for year, nearest in ((1980, 1973), (1999, 2001), (2030, 2024)):
        found = figures.ask(f"How many UN Volunteers served in {year}?", "en").nearest
        assert found is not None
        assert (found.metric, found.year, list(found.members)) == ("un_volunteers", nearest, [])


def test_several_years_give_several_figures(figures: Figures) -> None:
    """'2018 and 2019' means both, the newest first."""
    result = figures.ask("How many UN Volunteers served in 2018 and 2019?", "en")
    assert [(row.year, row.value) for row in result.rows if row.measure == "level"][-1] == (2018, 7_201)
    assert {row.year for row in result.rows} == {2018, 2019}


def test_change_and_level_are_not_mixed_up(figures: Figures) -> None:
    """'By how much' is answered with the change, 'how many' with the number."""
    change = figures.ask("By how much did the number of UNDP volunteers grow in 2019?", "en").rows
    level = figures.ask("How many UNDP volunteers were there in 2019?", "en").rows
    assert (change[0].measure, change[0].value) == ("change", 17)
    assert [(row.measure, row.value) for row in level] == [("level", 2_671)]


def test_a_named_thing_without_figures_is_said_to_be_missing(figures: Figures) -> None:
    """A country that the figures are not about is not quietly passed over."""
    result = figures.ask("How many volunteers served in Liechtenstein in 2019?", "en")
    assert "Liechtenstein" in result.query.missing
    assert result.rows == []


# What has to be done with figures: language, question, operation, values in their order, what is calculated.
OPERATIONS: list[tuple[str, str, str, list[float], float | None]] = [
    ("en", "who hosted more volunteers in 2019, UNFPA or WFP?", "compare", [377, 198], 179),
    ("fr", "Qui a accueilli le plus de volontaires en 2019, ONU Femmes ou le PAM ?", "compare", [272, 198], 74),
    ("en", "top three UN entities by volunteers in 2019", "order", [2_671, 2_055, 641], None),
    ("es", "¿Qué región creció más en 2019?", "order", [58, 18, 13], None),
    ("zh", "2019年志愿者最多的三个特派团", "order", [520, 480, 307], None),
    ("ru", "Сколько добровольцев вместе в ПРООН и ЮНИСЕФ в 2019 году?", "sum", [2_671, 641], 3_312),
    ("en", "how many more volunteers in 2020 than in 2019", "change", [9_459, 8_282], 1_177),
    ("ar", "كم كانت نسبة الرجال بين المتطوعين عام 2019؟", "value", [51], 49),
    ("en", "share of women among mission volunteers in 2019", "value", [791, 2_055], 100 * 791 / 2_055),
    ("en", "number of countries of assignment over time since 2014", "series", [121, 154, 158, 160, 169], None),
]


@pytest.mark.parametrize(
    ("language", "question", "operation", "values", "calculated"), OPERATIONS, ids=[x[1][:40] for x in OPERATIONS]
)
def test_figures_are_compared_ordered_and_calculated(
    figures: Figures, language: str, question: str, operation: str, values: list[float], calculated: float | None
) -> None:
    """What is calculated is marked as such and comes with the rows that it was made from."""
    result = figures.ask(question, language)
    assert (result.query.operation, [row.value for row in result.rows]) == (operation, values)
    assert (result.calculation and result.calculation.value) == (pytest.approx(calculated) if calculated else None)
    assert result.calculation is None or set(result.calculation.of) <= set(result.rows)


def test_who_has_most_is_not_answered_with_who_grew_most(figures: Figures) -> None:
    """For the regions of 2019 there are changes only: these are no numbers of volunteers."""
    assert figures.ask("which region had the largest number of volunteers in 2019", "en").rows == []


def test_the_parts_of_a_whole_are_not_ranked_beside_it(figures: Figures) -> None:
    """Missions are part of the missions' total; among entities only the total counts."""
    rows = figures.ask("which entities hosted most volunteers in 2019, top ten", "en").rows
    hosts = [dict(row.members)["host"] for row in rows]
    assert "un-missions" in hosts
    assert not {"unmiss", "monusco", "minusca"} & set(hosts)


def test_every_figure_can_be_asked_for(figures: Figures) -> None:
    """Each row in one of the languages, 98 of 100 get their figure; ``bench.rows`` asks for each in all of them.

    Interim figures are out of it: the final ones take their place.
    """
    missed, asked = [], 0
    for number, row in enumerate(figures.rows()):
        if row.qualifier == "interim":
            continue
        language = LANGUAGES[number % len(LANGUAGES)]
        question = question_for(row, language, figures.gazetteer)
        asked += 1
        if row.value not in [found.value for found in figures.ask(question, language).rows]:
            missed.append(question)
    assert asked > 300
    assert len(missed) <= 0.02 * asked, missed


def test_a_store_without_figures_says_so(empty: Database) -> None:
    """A profile without statistics is no error: there is just no answer."""
    with empty.read() as session:
        assert FigureFinder(session, Gazetteer([], ["en"])).query("How many volunteers?", "en", {}) is None

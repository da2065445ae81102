"""Questions about figures: the right row of the store for the question, and never an invented number."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from store import models as m
from store.database import Database
from store.names import Gazetteer
from store.statistics import FigureFinder, FigureResult
from store.subjects import METRIC, SubjectIndex, of_kind

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
]


class Figures:
    """Asks for figures as the action does, without the ranker's margins."""

    def __init__(self, session: Session, gazetteer: Gazetteer) -> None:
        self._subjects = SubjectIndex.load(session)
        self._finder = FigureFinder(session, gazetteer)

    def ask(self, question: str, language: str) -> FigureResult:
        """What comes of a question."""
        fits = {found.key: found.score for found in of_kind(self._subjects.find(question, {}), METRIC)}
        query = self._finder.query(question, language, fits)
        assert query is not None
        return self._finder.answer(query)


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


def test_a_store_without_figures_says_so(empty: Database) -> None:
    """A profile without statistics is no error: there is just no answer."""
    with empty.read() as session:
        assert FigureFinder(session, Gazetteer([], ["en"])).query("How many volunteers?", "en", {}) is None

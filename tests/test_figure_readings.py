"""How questions about figures are read: what no figure tells apart, follow-ups, targets of two years."""

from __future__ import annotations

import pytest

from actions.context import in_context, is_follow_up
from store.database import Database
from store.figure_questions import FigureQuery
from store.indicators import IndicatorFinder
from store.lists import ListFinder
from store.names import Gazetteer
from store.statistics import FigureFinder
from store.subjects import Found

# Nothing fits better than anything else: what is read comes from the words alone.
FITS: dict[str, float] = {}
# What no figure tells volunteers apart by: an accident, an occupation, a language.
UNTOLD = [
    ("en", "How many volunteers were evacuated in 2019?"),
    ("en", "how many electricians served as UN Volunteers in 2019"),
    ("en", "How many UN Volunteers speak Swahili?"),
    ("fr", "Combien de volontaires ont été évacués en 2019 ?"),
    ("es", "¿Cuántos voluntarios fueron evacuados en 2019?"),
    ("ar", "كم متطوعا توفي في 2019؟"),
    ("zh", "2019年有多少志愿者辞职？"),
    ("ru", "Сколько волонтеров заболело в 2019 году?"),
]
# The question before, the follow-up, and the values that answer it.
FOLLOW_UPS = [
    ("en", "What share of UN Volunteers were women in 2019?", "and nationals?", [48]),
    ("fr", "Combien de Volontaires des Nations Unies en 2019 ?", "et en ligne ?", [13_186]),
    ("es", "¿Cuántos voluntarios hubo en 2019?", "¿comparado con 2018?", [7_201, 8_282]),
    ("fr", "Combien de volontaires en 2019 ?", "par rapport à 2018 ?", [7_201, 8_282]),
    ("ar", "كم عدد المتطوعين في 2019؟", "مقارنة بعام 2018؟", [7_201, 8_282]),
    ("zh", "2019年有多少志愿者？", "和2018年比呢？", [7_201, 8_282]),
    ("ru", "Сколько добровольцев было в 2019 году?", "по сравнению с 2018?", [7_201, 8_282]),
    ("en", "top mission by volunteers in 2019", "and MINUSCA?", [307]),
]
MISSED = [
    ("en", "which targets weren't met"),
    ("fr", "quelles cibles n'ont pas été atteintes"),
    ("es", "qué metas no se cumplieron"),
    ("ar", "ما الأهداف التي لم يتم تحقيقها"),
    ("zh", "哪些目标没达成"),
    ("ru", "какие цели не были достигнуты"),
]
TWO_YEARS = [
    ("en", "how much of the two-year target was reached"),
    ("fr", "pourcentage de la cible biennale"),
    ("es", "qué porcentaje del bienio"),
    ("ar", "ما نسبة فترة السنتين"),
    ("zh", "两年期目标完成百分之多少"),
    ("ru", "процент за двухлетний период"),
]


@pytest.fixture(scope="module")
def finder(loaded: Database, gazetteer: Gazetteer) -> FigureFinder:
    """Reads questions and finds their figures."""
    with loaded.read() as session:
        return FigureFinder(session, gazetteer)


def read(finder: FigureFinder, question: str, language: str, indicators: tuple[str, ...] = ()) -> FigureQuery:
    """What a question asks for."""
    query = finder.query(question, language, FITS, indicators)
    assert query is not None
    return query


@pytest.mark.parametrize(("language", "question"), UNTOLD)
def test_what_no_figure_tells_apart_gets_none(finder: FigureFinder, language: str, question: str) -> None:
    """The number of all volunteers is no answer to how many of them met with something."""
    query = read(finder, question, language)
    assert query.missing
    assert finder.answer(query).rows == []


def test_a_part_is_not_given_for_the_whole(finder: FigureFinder) -> None:
    """Of the women with UNHCR only those in the Arab States are known."""
    query = read(finder, "share of women at UNHCR in 2019", "en")
    assert query.missing
    assert finder.answer(query).rows == []


def test_governorates_are_no_volunteers(finder: FigureFinder) -> None:
    """Of Tunisia only the number of governorates is known."""
    assert finder.answer(read(finder, "كم متطوع في تونس", "ar")).rows == []


@pytest.mark.parametrize(("language", "asked", "text", "values"), FOLLOW_UPS)
def test_a_follow_up_gets_its_figure(
    finder: FigureFinder, gazetteer: Gazetteer, language: str, asked: str, text: str, values: list[float]
) -> None:
    """Another kind of people, another year beside the first, one of those that were ranked."""
    assert is_follow_up(text, language, gazetteer)
    query = read(finder, in_context(asked, text, language, gazetteer), language)
    found = sorted({row.value for row in finder.answer(query).rows if row.measure != "change"})
    assert found == values, query


def test_two_things_that_are_compared_are_a_question_of_their_own(gazetteer: Gazetteer) -> None:
    """Nothing of the question before goes into it."""
    assert not is_follow_up("compare UNDP and UNICEF in 2019", "en", gazetteer)


@pytest.mark.parametrize(("language", "question"), TWO_YEARS)
def test_the_target_of_two_years_is_of_the_indicator_that_is_meant(
    finder: FigureFinder, language: str, question: str
) -> None:
    """Where no number is named, of the nearest that such a figure is known of."""
    query = read(finder, question, language, ("2.2", "1.1.2", "1.1"))
    assert (query.metric, query.members) == ("biennium_target_achievement", {"indicator": "1.1.2"})
    assert [row.value for row in finder.answer(query).rows] == [146]


@pytest.mark.parametrize(("language", "question"), MISSED)
def test_missed_targets_are_asked_for_in_many_ways(
    loaded: Database, gazetteer: Gazetteer, language: str, question: str
) -> None:
    """All of them are yellow, none is red."""
    with loaded.read() as session:
        found = IndicatorFinder(session, gazetteer).find(question, language, [])
    assert len(found) == 5
    assert {row.colour for row in found} == {"yellow"}


def test_a_share_or_change_is_no_list(loaded: Database, gazetteer: Gazetteer) -> None:
    """However near a list is."""
    near = [Found("list", "unicef-emergencies-2019", 0.9)]
    with loaded.read() as session:
        lists = ListFinder(session, gazetteer)
        assert lists.find("which countries did UNICEF's volunteers help in emergencies", "en", near, [])
        assert lists.find("how strongly did UNICEF's use of volunteers grow", "en", near, []) == []


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Did you reach the number of online volunteers you had planned for 2019?"),
        ("fr", "Combien de volontaires en ligne étaient prévus ?"),
        ("es", "¿Se alcanzó la meta de voluntarios en línea?"),
        ("ar", "هل بلغتم هدفكم في عدد المتطوعين عبر الإنترنت؟"),
        ("zh", "在线志愿者人数的目标达到了吗？"),
        ("ru", "сколько онлайн-добровольцев планировали?"),
    ],
)
def test_what_was_planned_is_told_with_what_came_of_it(
    loaded: Database, gazetteer: Gazetteer, language: str, question: str
) -> None:
    """A figure that an indicator measures has a target: who asks for that gets the indicator."""
    with loaded.read() as session:
        finder = IndicatorFinder(session, gazetteer)
        planned = finder.measured_against(question, language, "online_volunteers")
        assert planned is not None
        assert planned.key == "2.1.2.b"
        assert finder.measured_against("how many online volunteers", "en", "online_volunteers") is None


@pytest.mark.parametrize(
    ("question", "years"), [("How many volunteers by region in 2019?", {2023}), ("top 5 hosts in 2017", {2019})]
)
def test_a_list_of_another_year_is_the_nearest(finder: FigureFinder, question: str, years: set[int]) -> None:
    """Where there is none of the year asked for: said to be of another year, not one figure of the whole."""
    result = finder.answer(read(finder, question, "en"))
    assert result.rows == []
    assert result.other is not None
    assert {row.year for row in result.other.rows} == years
    assert len(result.other.rows) >= 5

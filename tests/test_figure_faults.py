"""Questions that look like one for the number of all volunteers and are not: weeks, money, staff, nationalities."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from store.counted import is_another_matter, is_counted
from store.database import Database
from store.figure_questions import FigureQuery
from store.figures import CHANGE
from store.names import Gazetteer
from store.statistics import FigureFinder, FigureResult
from store.subjects import METRIC, SubjectIndex, of_kind

# What is counted is time or money, and no figure is about that.
OTHER_UNITS = [
    ("en", "how many weeks is maternity leave for a volunteer"),
    ("fr", "combien d'heures par semaine travaille un volontaire"),
    ("es", "soy voluntaria, ¿de cuántas semanas es la licencia de maternidad?"),
    ("ar", "كم ساعة دوام المتطوع باليوم"),
    ("zh", "志愿者的产假有多少周"),
    ("ru", "сколько часов в неделю работает волонтер"),
]
# Only the part of the staff from one group of countries is known.
STAFF = [
    ("en", "How many staff does UNV have?"),
    ("fr", "Combien d'employés compte le programme VNU ?"),
    ("es", "¿Cuántos empleados tiene el programa VNU?"),
    ("ar", "كم يبلغ عدد موظفي برنامج متطوعي الأمم المتحدة؟"),
    ("zh", "联合国志愿人员组织有多少工作人员？"),
    ("ru", "Сколько сотрудников в ДООН?"),
]
VALUES = [
    # Volunteers of a country are its citizens, unless the question speaks of money.
    ("en", "How many Swedes volunteered with you in 2023?", [71]),
    ("fr", "Combien de Suédois étaient volontaires en 2023 ?", [71]),
    ("es", "¿Cuántos suecos fueron voluntarios en 2023?", [71]),
    ("ar", "كم سويدي تطوع معكم في 2023؟", [71]),
    ("ru", "сколько шведов служило волонтерами в 2023", [71]),
    ("en", "How many volunteers did Sweden fund in 2023?", [48]),
    # One thing that is named twice.
    ("ru", "сколько было волонтеров старше 60 в 2023?", [167]),
    ("en", "how many volunteers were over 60 in 2023", [167]),
    ("es", "número de refugiados que fueron voluntarios en 2019", [35]),
    ("en", "number of refugees who were volunteers in 2019", [35]),
    ("zh", "2023年青年类有多少人", [2_012]),
    # A metric with a name of its own is meant rather than all volunteers.
    ("en", "How many people helped over the internet in 2019?", [13_186]),
    ("ar", "كم كان عدد متطوعي الإنترنت في عام ٢٠١٩؟", [13_186]),
    ("en", "How many volunteers were paid for entirely by their own governments in 2019?", [607]),
    ("zh", "各国政府全额出资的志愿者2019年有几位？", [607]),
    ("zh", "2019年有百分之多少的志愿者对自己的经历感到满意？", [95]),
    ("ar", "كم نسبة المتطوعين الراضين عن تجربتهم عام 2019؟", [95]),
    ("ru", "сколько процентов волонтеров остались довольны в 2019", [95]),
    ("en", "On average, how old were volunteers in 2023?", [35]),
    ("en", "how big is UNV's reserve", [38_000_000]),
    ("ar", "كام متطوع كان عندكم سنة 2019؟", [8_282]),
    # The name of a region, not what is counted, nor a kind of service across it.
    ("ar", "كم متطوع بالدول العربية في 2023؟", [1_649]),
    # Two years of one fund.
    ("ar", "كم ساهم المانحون في الصندوق الخاص في 2019 و2018؟", [4_500_000, 5_200_000]),
]


@pytest.fixture(scope="module")
def session(loaded: Database) -> Session:
    """The store with all figures."""
    with loaded.read() as session:
        return session


@pytest.fixture(scope="module")
def finder(session: Session, gazetteer: Gazetteer) -> FigureFinder:
    """Reads questions and finds their figures."""
    return FigureFinder(session, gazetteer)


@pytest.fixture(scope="module")
def subjects(session: Session) -> SubjectIndex:
    """What questions are about, by meaning."""
    return SubjectIndex.load(session)


def ask(finder: FigureFinder, subjects: SubjectIndex, question: str, language: str) -> tuple[FigureQuery, FigureResult]:
    """What a question asks for, and what there is."""
    fits = {found.key: found.score for found in of_kind(subjects.find(question, {}), METRIC)}
    query = finder.query(question, language, fits)
    assert query is not None
    return query, finder.answer(query)


@pytest.mark.parametrize(("language", "question"), OTHER_UNITS)
def test_weeks_and_hours_are_no_people(
    finder: FigureFinder, subjects: SubjectIndex, language: str, question: str
) -> None:
    """The number of volunteers is no answer to how long something lasts."""
    query, result = ask(finder, subjects, question, language)
    assert query.other_unit
    assert result.rows == []


@pytest.mark.parametrize(("language", "question"), STAFF)
def test_the_number_of_the_staff_is_not_known(
    finder: FigureFinder, subjects: SubjectIndex, language: str, question: str
) -> None:
    """A part of the staff is no number of it, and neither are the volunteers or the schemes."""
    query, result = ask(finder, subjects, question, language)
    assert query.metric == "unv_staff"
    assert result.rows == []


@pytest.mark.parametrize(("language", "question", "values"), VALUES)
def test_the_figure_that_is_meant(
    finder: FigureFinder, subjects: SubjectIndex, language: str, question: str, values: list[float]
) -> None:
    """The more specific metric, the right one of several readings of a name, every year that is asked for."""
    query, result = ask(finder, subjects, question, language)
    assert [row.value for row in result.rows if row.measure != CHANGE][: len(values)] == values, query


def test_any_length_of_time_may_answer_for_another() -> None:
    """Days are asked for and working days known; people and money are another matter."""
    assert is_counted("weeks", {"working_days"})
    assert is_counted("USD", {"EUR"})
    assert is_another_matter("USD", {"persons"})
    assert not is_another_matter("countries", {"persons"})


def test_a_change_comes_with_what_it_came_to(finder: FigureFinder, subjects: SubjectIndex) -> None:
    """How many countries, and how many more than the year before."""
    _, result = ask(finder, subjects, "2019年有多少个国家派了志愿者，增长多少", "zh")
    assert [(row.measure, row.value) for row in result.rows] == [("change", 7), ("level", 154)]

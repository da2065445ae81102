"""Asks for every figure of the profile in every language, and tells how many questions get their figure.

``python -m bench.rows [LANGUAGE ...]`` loads the profile into a store in a temporary folder. The questions are made of
the names of the metric and of what the figure is about, its year, and what it is: a number, a share or a change.
Interim figures are left out: the final ones take their place.
"""

from __future__ import annotations

import sys
import tempfile

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import load
from store import models as m
from store.database import Database
from store.figures import Figure
from store.names import Gazetteer
from store.profile import load_profile
from store.statistics import INTERIM, FigureFinder
from store.subjects import METRIC, SubjectIndex, of_kind

# How a figure is asked for, by measure and language; what it is about stands behind the metric.
QUESTIONS = {
    "level": {
        "en": "What was the figure for {about} in {year}?",
        "fr": "Quel était le chiffre pour {about} en {year} ?",
        "es": "¿Cuál fue la cifra de {about} en {year}?",
        "ar": "كم بلغ في عام {year}: {about}؟",
        "zh": "{year}年{about}的数字是什么？",
        "ru": "Какова цифра: {about}, {year} год?",
    },
    "share": {
        "en": "What percentage was it in {year}: {about}?",
        "fr": "Quel était le pourcentage en {year} : {about} ?",
        "es": "¿Qué porcentaje fue en {year}: {about}?",
        "ar": "كم كانت النسبة المئوية في عام {year}: {about}؟",
        "zh": "{year}年{about}的百分比是多少？",
        "ru": "Какой процент в {year} году: {about}?",
    },
    "change": {
        "en": "By how much did it change in {year}: {about}?",
        "fr": "Quelle a été la variation en {year} : {about} ?",
        "es": "¿Cuánto varió en {year}: {about}?",
        "ar": "كم بلغ التغير في عام {year}: {about}؟",
        "zh": "{year}年{about}变化了多少？",
        "ru": "Каково изменение в {year} году: {about}?",
    },
}


def question_for(row: Figure, language: str, gazetteer: Gazetteer) -> str:
    """A question for a figure, in the names that are shown."""
    separator = "、" if language == "zh" else "، " if language == "ar" else ", "
    names = separator.join(gazetteer.shown(*member, language) for member in row.members)
    metric = gazetteer.shown("metric", row.metric, language)
    about = f"{metric} ({names})" if names else metric
    return QUESTIONS[row.measure][language].format(about=about, year=row.year)


def missed(session: Session, language: str, gazetteer: Gazetteer) -> tuple[int, list[str]]:
    """How many figures were asked for in a language, and the questions that did not get theirs."""
    subjects, finder = SubjectIndex.load(session), FigureFinder(session, gazetteer)
    asked, wrong = 0, []
    for metric in session.scalars(select(m.Metric.key).order_by(m.Metric.position)):
        for row in finder.of_metric(metric):
            if row.qualifier == INTERIM:
                continue
            question = question_for(row, language, gazetteer)
            query = finder.query(
                question, language, {x.key: x.score for x in of_kind(subjects.find(question, {}), METRIC)}
            )
            asked += 1
            if query is None or row.value not in [found.value for found in finder.answer(query).rows]:
                wrong.append(question)
    return asked, wrong


def main() -> None:
    """Load, ask, print."""
    profile = load_profile("unv")
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/rows.db")
        database.migrate()
        with database.write() as session:
            load.load(session, profile)
        with database.read() as session:
            gazetteer = Gazetteer.load(session, profile.languages)
            for language in sys.argv[1:] or profile.languages:
                asked, wrong = missed(session, language, gazetteer)
                print(f"{language}: {asked - len(wrong)} of {asked}, {100 * (1 - len(wrong) / asked):.1f} %")
                for question in wrong:
                    print(f"    {question}")
        database.close()


if __name__ == "__main__":
    main()

"""What a message means to a request for volunteers: value, correction, question or step, in six languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from support import TODAY

from store.names import Gazetteer
from store.request_lines import line_text
from store.request_reading import CONFIRM, Turn, interpreted, left_open, opening
from store.request_words import Heard, heard
from store.volunteer_requests import (
    Draft,
    Line,
    Wanted,
    checked,
    duration_of,
    months_of,
    new_number,
    next_wanted,
    plain_number,
)  # fmt: skip
from texts.catalogue import Catalogue

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
NURSES = Line(number=2, profile="nurse", country="TD")
ONLINE = {"online"}

LINES: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("en", "we need two nurses in Chad from March",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03"}]),
    ("fr", "nous avons besoin de deux infirmières au Tchad à partir de mars",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03"}]),
    ("es", "necesitamos dos enfermeras en Chad desde el 1 de marzo de 2027 durante seis meses",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03-01", "duration": "P6M"}]),
    ("ar", "نحتاج إلى ممرضتين في تشاد ابتداء من مارس لمدة ستة أشهر",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03", "duration": "P6M"}]),
    ("zh", "我们需要两名护士去乍得，从2027年3月开始，为期六个月",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03", "duration": "P6M"}]),
    ("ru", "нам нужны две медсестры в Чаде с марта на полгода",
     [{"number": 2, "profile": "nurse", "country": "TD", "start": "2027-03", "duration": "P6M"}]),
    # Several lines in one sentence: what stands behind belongs to all before it, or to the nearest.
    ("en", "UNICEF requests five experienced nurses and a midwife for Mali, for six months starting 15 March 2027",
     [{"number": 5, "profile": "nurse", "country": "ML", "start": "2027-03-15", "duration": "P6M"},
      {"number": 1, "profile": "midwife", "country": "ML", "start": "2027-03-15", "duration": "P6M"}]),
    ("ru", "нам требуются пять врачей в Мали и три учителя в Чаде",
     [{"number": 5, "profile": "medical-doctor", "country": "ML"},
      {"number": 3, "profile": "teacher", "country": "TD"}]),
    ("fr", "deux infirmières et un logisticien au Tchad pour un an",
     [{"number": 2, "profile": "nurse", "country": "TD", "duration": "P12M"},
      {"number": 1, "profile": "logistics-officer", "country": "TD", "duration": "P12M"}]),
    ("zh", "我们需要3名护士和2名教师，地点在马里",
     [{"number": 3, "profile": "nurse", "country": "ML"}, {"number": 2, "profile": "teacher", "country": "ML"}]),
    # Two nurses in two countries may be two or four.
    ("en", "two nurses in Chad and Mali",
     [{"profile": "nurse", "country": "TD"}, {"profile": "nurse", "country": "ML"}]),
    # An occupation that the store does not know.
    ("en", "2 drone pilots in Chad and three teachers in Mali",
     [{"number": 2, "profile": "drone pilots", "country": "TD"}, {"number": 3, "profile": "teacher", "country": "ML"}]),
    ("en", "On behalf of Bright Future we request 10 online volunteers for 3 months",
     [{"number": 10, "modality": "online", "duration": "P3M"}]),
    # Years of experience are no duration, 'in three months' is a start.
    ("en", "Nurses with 3 years of experience, as soon as possible", [{"profile": "nurse", "start": "soon"}]),
    ("en", "in 3 months", [{"start": "2027-02"}]),
    ("en", "starting 2027-05-01", [{"start": "2027-05-01"}]),
    # What is denied is not there.
    ("en", "not nurses, midwives", [{"profile": "midwife"}]),
    ("en", "the Red Sea Foundation", []),
]  # fmt: skip


def read(text: str, language: str, gazetteer: Gazetteer) -> Heard:
    return heard(text, language, gazetteer, TODAY)


@pytest.mark.parametrize(("language", "text", "lines"), LINES, ids=[text[:40] for _, text, _ in LINES])
def test_what_lines_a_sentence_holds(
    gazetteer: Gazetteer, language: str, text: str, lines: list[dict[str, Any]]
) -> None:
    """Each with what belongs to it, and nothing else."""
    assert [line.known() for line in read(text, language, gazetteer).lines] == lines


@pytest.mark.parametrize(
    ("language", "text", "organisation", "contact"),
    [
        ("en", "my name is Maria Silva, I work for Bright Future in Chad", "Bright Future", "Maria Silva"),
        ("fr", "je m'appelle Maria de la Cruz et je travaille pour Médecins du Futur au Mali", "Médecins du Futur",
         "Maria de la Cruz"),
        ("es", "me llamo Juan Pérez, represento a Manos Unidas", "Manos Unidas", "Juan Pérez"),
        ("ar", "اسمي سارة أحمد وأمثل مؤسسة الأمل", "مؤسسة الأمل", "سارة أحمد"),
        ("zh", "我叫王伟，代表绿色希望基金会", "绿色希望基金会", "王伟"),
        ("ru", "меня зовут Иван Петров, организация Красный Мост", "Красный Мост", "Иван Петров"),
        ("en", "UNICEF needs two nurses", "unicef", ""),
    ],
)  # fmt: skip
def test_who_asks_is_understood(
    gazetteer: Gazetteer, language: str, text: str, organisation: str, contact: str
) -> None:
    found = read(text, language, gazetteer)
    assert (found.organisation, found.contact) == (organisation, contact)


def turn(
    text: str, language: str, gazetteer: Gazetteer, wanted: Wanted | None, lines: Sequence[Line] = (NURSES,)
) -> Turn:
    return interpreted(read(text, language, gazetteer), Draft(tuple(lines)), wanted, language, TODAY)


CORRECTIONS = {
    "en": "no, five, not two", "fr": "non, cinq, pas deux", "es": "no, cinco, no dos", "ar": "لا، خمسة وليس اثنين",
    "zh": "不，是五名，不是两名", "ru": "нет, пять, а не две",
}  # fmt: skip
GUESSES = {
    "en": "what about 3 months?", "fr": "et pour 3 mois ?", "es": "¿y si fueran 3 meses?", "ar": "ماذا عن 3 أشهر؟",
    "zh": "三个月怎么样？", "ru": "а если 3 месяца?",
}  # fmt: skip
QUESTIONS = {
    "en": "how much does a nurse cost in Chad?", "fr": "combien coûte une infirmière au Tchad ?",
    "es": "¿cuánto cuesta una enfermera en Chad?", "ar": "كم تكلفة الممرضة في تشاد؟", "zh": "乍得的一名护士要多少钱？",
    "ru": "сколько стоит медсестра в Чаде?",
}  # fmt: skip
STEPS = {
    "cancel": {"en": "please cancel the request", "fr": "annulez la demande", "es": "cancele la solicitud",
               "ar": "إلغاء الطلب", "zh": "取消申请", "ru": "отмените запрос"},
    "later": {"en": "not now, later", "fr": "plus tard", "es": "más tarde", "ar": "لاحقا", "zh": "稍后再说",
              "ru": "позже"},
    "resume": {"en": "go on with my request", "fr": "reprendre ma demande", "es": "continuar mi solicitud",
               "ar": "متابعة الطلب", "zh": "继续我的申请", "ru": "продолжить запрос"},
    "skip": {"en": "we don't know yet", "fr": "nous ne savons pas", "es": "no lo sabemos", "ar": "لا نعرف",
             "zh": "还没决定", "ru": "пока не знаем"},
    "send": {"en": "yes, send it", "fr": "oui, envoyez", "es": "sí, enviar", "ar": "نعم، إرسال", "zh": "是的，提交",
             "ru": "да, отправляйте"},
    "change": {"en": "no", "fr": "non", "es": "no", "ar": "لا", "zh": "不对", "ru": "нет"},
}  # fmt: skip


@pytest.mark.parametrize("asked", ["profile", "country", "duration", "organisation", "email", CONFIRM])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_changes_what_it_denies_whatever_is_asked(gazetteer: Gazetteer, language: str, asked: str) -> None:
    """'No, five, not two' is neither an occupation nor five months nor the name of an organisation."""
    found = turn(CORRECTIONS[language], language, gazetteer, Wanted(asked))
    assert found.kind == "value"
    assert found.draft.lines == (Line(number=5, profile="nurse", country="TD"),)
    assert found.draft.organisation == ""


@pytest.mark.parametrize("asked", ["number", "duration", "start", "organisation", CONFIRM])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_tries_a_value_fills_nothing_in(gazetteer: Gazetteer, language: str, asked: str) -> None:
    """'What about 3 months?' is not the number 3; it is asked whether that is meant."""
    found = turn(GUESSES[language], language, gazetteer, Wanted(asked))
    assert found.kind == "question"
    assert found.draft.lines == (NURSES,)
    assert found.guess is not None
    assert found.guess.lines == (Line(number=2, profile="nurse", country="TD", duration="P3M"),)


@pytest.mark.parametrize("asked", ["number", "profile", "country", "organisation", CONFIRM])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_a_question(gazetteer: Gazetteer, language: str, asked: str) -> None:
    """Whatever it names; it goes to its own action."""
    found = turn(QUESTIONS[language], language, gazetteer, Wanted(asked))
    assert (found.kind, found.guess, found.draft.lines) == ("question", None, (NURSES,))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_steps(gazetteer: Gazetteer, language: str, step: str) -> None:
    waiting = {"skip": "start", "send": CONFIRM, "change": CONFIRM}.get(step, "organisation")
    assert turn(STEPS[step][language], language, gazetteer, Wanted(waiting)).kind == step


@pytest.mark.parametrize(
    ("asked", "language", "text", "line"),
    [
        ("number", "en", "5", {"number": 5}), ("number", "fr", "vingt-cinq", {"number": 25}),
        ("number", "zh", "五名", {"number": 5}), ("number", "ar", "خمسة", {"number": 5}),
        ("duration", "en", "6", {"duration": "P6M"}), ("duration", "ru", "полгода", {"duration": "P6M"}),
        ("duration", "es", "un año", {"duration": "P12M"}), ("start", "en", "next March", {"start": "2027-03"}),
        ("start", "fr", "dès que possible", {"start": "soon"}), ("start", "zh", "明年三月", {"start": "2027-03"}),
        ("country", "ru", "в Мали", {"country": "ML"}), ("modality", "en", "international volunteers",
         {"modality": "international"}),
        ("profile", "en", "snake handlers", {"profile": "snake handlers"}),
    ],
)  # fmt: skip
def test_a_bare_answer(gazetteer: Gazetteer, asked: str, language: str, text: str, line: dict[str, Any]) -> None:
    found = turn(text, language, gazetteer, Wanted(asked), [Line()])
    assert found.kind == "value"
    assert found.draft.lines[0].known() == line


@pytest.mark.parametrize(
    ("asked", "text", "problem"),
    [
        ("number", "0", "number-least"), ("number", "9000", "number-most"), ("number", "a few", "form-number"),
        ("start", "January 2020", "start-past"), ("start", "2035-01-01", "start-far"),
        ("start", "31 June 2027", "start-day"), ("start", "blue", "form-start"), ("duration", "9 years", "duration"),
        ("country", "in West Africa", "country-region"), ("country", "Atlantis", "form-country"),
        ("email", "maria at example", "form-email"), ("contact", "?!", None),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_right_is_told_at_once(
    gazetteer: Gazetteer, asked: str, text: str, problem: str | None
) -> None:
    """With the reason; nothing of it is filled in."""
    found = turn(text, "en", gazetteer, Wanted(asked), [Line(profile="nurse")])
    assert found.draft.lines == (Line(profile="nurse"),)
    assert [each.key for each in found.problems] == ([problem] if problem else [])


def test_names_are_taken_as_they_are_written(gazetteer: Gazetteer) -> None:
    """Although they name a country or an occupation; the address is a placeholder."""
    named = turn("It is Nurses for Kenya", "en", gazetteer, Wanted("organisation"))
    assert (named.kind, named.draft.organisation, named.draft.lines) == ("value", "Nurses for Kenya", (NURSES,))
    person = turn("Maria Silva, [e-mail 2]", "en", gazetteer, Wanted("contact"))
    assert (person.draft.contact, person.draft.email) == ("Maria Silva", "[e-mail 2]") or person.draft.email
    assert turn("UNICEF", "en", gazetteer, Wanted("organisation")).draft.organisation == "unicef"


def test_lines_are_added_and_changed(gazetteer: Gazetteer) -> None:
    """'Also' adds, the same occupation changes, a country that is denied gives way."""
    lines = (NURSES, Line(number=1, profile="midwife", country="ML"))
    added = turn("also three teachers in Mali", "en", gazetteer, None, lines).draft.lines
    assert [line.profile for line in added] == ["nurse", "midwife", "teacher"]
    changed = turn("four midwives", "en", gazetteer, None, lines).draft.lines
    assert [line.number for line in changed] == [2, 4]
    moved = turn("no, in Kenya, not in Chad", "en", gazetteer, None, lines).draft.lines
    assert [line.country for line in moved] == ["KE", "ML"]
    other = turn("not nurses, teachers", "en", gazetteer, None, lines).draft.lines
    assert [line.profile for line in other] == ["teacher", "midwife"]


def test_it_asks_for_nothing_that_it_knows() -> None:
    """Line by line, then for the whole; who helps online needs no country, what was left open is left."""
    assert next_wanted(Draft(), ONLINE) == Wanted("profile")
    draft = Draft((NURSES, Line(number=1, profile="teacher", modality="online")))
    assert next_wanted(draft, ONLINE) == Wanted("modality", 0)
    full = Draft((Line(1, "nurse", "online", "", "soon", "P6M"),), "WHO", "Maria", "[e-mail 1]", "")
    assert next_wanted(full, ONLINE) == Wanted("funding")
    assert next_wanted(left_open(full, Wanted("funding")).draft, ONLINE) is None
    assert left_open(full, Wanted("email")).kind == "wrong"


def test_the_first_message_may_be_a_polite_question(gazetteer: Gazetteer) -> None:
    found = opening(read("could you send us two nurses?", "en", gazetteer), TODAY)
    assert found.draft.lines == (Line(number=2, profile="nurse"),)


def test_a_draft_survives_being_kept() -> None:
    draft = Draft((NURSES,), "WHO", "Maria", "[e-mail 1]", "own", ("start",))
    assert Draft.of(draft.kept()) == draft


@pytest.mark.parametrize(("number", "unit", "text", "months"), [(6, "month", "P6M", 6), (1, "year", "P12M", 12)])
def test_durations(number: float, unit: str, text: str, months: float) -> None:
    assert duration_of(number, unit) == text
    assert months_of(text) == months


def test_a_line_in_words(gazetteer: Gazetteer) -> None:
    line = Line(5, "nurse", "international", "TD", "2027-03", "P6M")
    said = line_text(line, Catalogue(LANGUAGES), "en", lambda kind, key: gazetteer.shown(kind, key, "en"))
    assert said == "5 × Nurse, International UN Volunteer, Chad, from March 2027, 6 months"
    assert checked(line, dt.date(2028, 1, 1))[0].start == ""


def test_numbers_are_easy_to_find_again() -> None:
    number = new_number()
    assert plain_number(f"my request {number.lower()}, please") == number
    assert plain_number(number.replace("-", " ")) == number
    assert plain_number("VR-1111-0000") == ""

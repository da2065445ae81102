"""'Am I eligible?': facts in sentences of six languages, rules judged by them, and the dialogue that asks for more."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest
from support import TODAY

from actions import base
from actions.answer import Answer
from actions.base import Desk, Question, answers_us
from actions.eligibility import ActionEligibility
from actions.knowledge import Knowledge
from actions.person import ActionFallback
from actions.routing import meant
from actions.smalltalk import ActionThank
from store import models as m
from store.database import Database
from store.eligibility import MET, NO, NONE, NOT_MET, OLDER, OPEN, UNKNOWN, YES, judge, missing, told_only, verdict
from store.facts import WEEKS_A_MONTH, Facts, answer_to, facts_in, steers
from store.modalities import all_keys, rules_of
from store.names import Gazetteer
from store.notices import NoticeIndex
from store.profile import Profile
from store.wish_words import WishReader

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
SIX_MONTHS = 6 * WEEKS_A_MONTH

SENTENCES: list[tuple[str, str, dict[str, Any]]] = [
    ("en", "I am 24, from Nepal, with a bachelor's degree, can I be an international volunteer?",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("fr", "j'ai 24 ans, je viens du Népal et j'ai une licence, puis-je être volontaire international ?",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("es", "tengo 24 años, soy de Nepal y tengo licenciatura, ¿puedo ser voluntario internacional?",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("ar", "عمري 24 سنة من نيبال ومعي بكالوريوس هل يمكنني أن أكون متطوعا دوليا",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("zh", "我24岁，来自尼泊尔，本科毕业，可以当国际志愿者吗？",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("ru", "мне 24, я из Непала, бакалавр, могу ли я стать международным волонтером?",
     {"ages": (24, 24), "nationality": "NP", "education": "bachelor"}),
    ("en", "I'm twenty-four and have two years of experience, I speak French and English",
     {"ages": (24, 24), "experience": 2.0, "languages": ("fr", "en")}),
    ("fr", "j'ai vingt-quatre ans et 5 ans d'expérience, je parle français et arabe",
     {"ages": (24, 24), "experience": 5.0, "languages": ("fr", "ar")}),
    ("es", "tengo treinta y dos años, tres años de experiencia, vivo en Perú",
     {"ages": (32, 32), "experience": 3.0, "residence": "PE"}),
    ("ar", "عمري أربعة وعشرون عاما ولدي خمس سنوات خبرة وأتكلم الفرنسية",
     {"ages": (24, 24), "experience": 5.0, "languages": ("fr",)}),
    ("zh", "我二十四岁，有五年工作经验，会说英语和法语",
     {"ages": (24, 24), "experience": 5.0, "languages": ("en", "fr")}),
    ("ru", "мне двадцать четыре года, опыт работы 5 лет, говорю по-английски",
     {"ages": (24, 24), "experience": 5.0, "languages": ("en",)}),
    # Of a year of birth two ages may be.
    ("en", "I was born in 1999 and want to serve in Brazil for 6 months",
     {"ages": (26, 27), "country": "BR", "weeks": SIX_MONTHS}),
    ("fr", "née en 1998, j'habite au Sénégal", {"ages": (27, 28), "residence": "SN"}),
    ("es", "nací en 2001 y hablo español e inglés", {"ages": (24, 25), "languages": ("es", "en")}),
    ("ar", "انا مواليد 1999 وعندي سنتين خبرة", {"ages": (26, 27), "experience": 2.0}),
    ("zh", "本人1999年出生，住在肯尼亚，硕士", {"ages": (26, 27), "residence": "KE", "education": "master"}),
    ("ru", "родилась в 1999 году, живу в Кении, магистр",
     {"ages": (26, 27), "residence": "KE", "education": "master"}),
    # Where somebody comes from, lives and would serve are three things.
    ("en", "a 31 yo Kenyan nurse living in Uganda with 5 years experience",
     {"ages": (31, 31), "nationality": "KE", "residence": "UG", "experience": 5.0}),
    ("ar", "أنا لبناني مقيم بالأردن", {"nationality": "LB", "residence": "JO"}),
    ("ar", "أنا لاجئ سوري مقيم في الأردن عندي ٣٠ سنة",
     {"ages": (30, 30), "nationality": "SY", "residence": "JO", "refugee": True}),
    ("zh", "我在肯尼亚生活，想在巴西做志愿者", {"residence": "KE", "country": "BR"}),
    ("zh", "我是尼泊尔人，想去巴西服务六个月", {"nationality": "NP", "country": "BR", "weeks": SIX_MONTHS}),
    ("ru", "я беженец из Сирии, 19 лет, без опыта",
     {"ages": (19, 19), "nationality": "SY", "experience": 0.0, "refugee": True}),
    # A nationality is no language, and years of work are no age.
    ("fr", "je suis français et je parle anglais", {"nationality": "FR", "languages": ("en",)}),
    ("en", "I have been working in a bank for twenty years", {"experience": 20.0}),
    ("fr", "je travaille comme comptable depuis 12 ans", {"experience": 12.0}),
    ("ru", "у меня 12 лет опыта", {"experience": 12.0}),
    # Who still studies for a degree does not have it.
    ("en", "I am a bachelor student, 21", {"ages": (21, 21), "education": "secondary", "student": True}),
    ("es", "no soy estudiante", {"student": False}),
    # Numbers that stand side by side count different things.
    ("en", "with my 2 years of experience and 23 years of age", {"ages": (23, 23), "experience": 2.0}),
    ("fr", "avec deux ans d'expérience et 23 ans", {"ages": (23, 23), "experience": 2.0}),
    ("ru", "с двумя годами опыта, мне 23 года", {"ages": (23, 23), "experience": 2.0}),
    ("ar", "عمري 28 وأربع سنوات خبرة", {"ages": (28, 28), "experience": 4.0}),
    ("zh", "我是肯尼亚护士，30岁，五年经验", {"ages": (30, 30), "experience": 5.0, "nationality": "KE"}),
    ("fr", "j'habite un village du Malawi et j'ai 40 ans", {"ages": (40, 40), "residence": "MW"}),
    # What is denied, or not reached, is not there.
    ("en", "I don't have a bachelor's degree and I do not speak French", {}),
    ("fr", "je n'ai pas de licence et je ne parle pas anglais", {}),
    ("es", "no tengo licenciatura y no hablo inglés", {}),
    ("ar", "ليس لدي بكالوريوس ولا أتكلم الفرنسية", {}),
    ("zh", "我没有学士学位，也不会说法语", {}),
    ("ru", "у меня нет степени магистра, и я не говорю по-английски", {}),
    ("en", "I have less than 2 years of experience but I speak Spanish", {"languages": ("es",)}),
    ("en", "I'm finishing my master's, I am not from Kenya", {"education": "bachelor", "student": True}),
    ("ru", "можете проверить мои данные по требованиям", {}),
    # What is said of a kind of service is said of nobody.
    ("en", "can a student volunteer be sent abroad", {}),
    ("en", "what is the minimum age?", {}),
    ("en", "what is a refugee volunteer", {}),
    ("zh", "青年志愿者年龄限制", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), SENTENCES, ids=[text[:40] for _, text, _ in SENTENCES])
def test_what_a_sentence_tells(gazetteer: Gazetteer, language: str, text: str, told: dict[str, Any]) -> None:
    """All of it, and nothing else."""
    assert facts_in(text, language, gazetteer, TODAY).known() == told


@pytest.mark.parametrize(
    ("asked", "language", "text", "value"),
    [
        ("ages", "en", "24", (24, 24)), ("ages", "zh", "二十四", (24, 24)), ("ages", "ar", "٢٤", (24, 24)),
        ("ages", "fr", "vingt et un", (21, 21)), ("ages", "ru", "сорок два", (42, 42)),
        ("ages", "en", "1999", (26, 27)),
        ("nationality", "en", "in Nepal", "NP"), ("residence", "fr", "le Sénégal", "SN"),
        ("country", "zh", "巴西", "BR"),
        ("education", "es", "un máster", "master"), ("education", "ar", "ثانوية عامة", "secondary"),
        ("education", "en", "none", "none"), ("experience", "ru", "три", 3.0), ("experience", "fr", "aucune", 0.0),
        ("languages", "en", "French", ("fr",)), ("languages", "ru", "английский и русский", ("en", "ru")),
        ("student", "ar", "نعم", True), ("refugee", "zh", "不是", False), ("weeks", "en", "6", SIX_MONTHS),
        ("weeks", "es", "dos años", 24 * WEEKS_A_MONTH),
    ],
)  # fmt: skip
def test_a_bare_answer_to_our_question(
    gazetteer: Gazetteer, asked: str, language: str, text: str, value: object
) -> None:
    told = answer_to(asked, text, language, gazetteer, TODAY)
    assert told is not None
    assert getattr(told, asked) == pytest.approx(value) if isinstance(value, float) else getattr(told, asked) == value


@pytest.mark.parametrize(
    ("asked", "text"),
    [("ages", "how do I apply?"), ("ages", "in a week or 3"), ("nationality", "what is a host entity?"),
     ("languages", "nurse jobs please"),
     ("refugee", "I am a student"), ("languages", "I do not speak English"),
     ("student", "where is your office"), ("education", "thanks")],
)  # fmt: skip
def test_another_message_is_no_answer(gazetteer: Gazetteer, asked: str, text: str) -> None:
    assert answer_to(asked, text, "en", gazetteer, TODAY) is None


@pytest.mark.parametrize(
    ("language", "skip", "stop"),
    [("en", "I don't know", "never mind"), ("fr", "je ne sais pas", "laissez tomber"), ("es", "no sé", "déjalo"),
     ("ar", "لا أعرف", "خلاص"), ("zh", "不知道", "算了"), ("ru", "не знаю", "отмена")],
)  # fmt: skip
def test_words_that_leave_out_or_stop(language: str, skip: str, stop: str) -> None:
    assert (steers(skip, language), steers(stop, language)) == ("skip", "stop")
    assert steers("24", language) == ""


# --- rules ------------------------------------------------------------------------------------------------------------


def rule(name: str, value: str, note: str = "", confidence: str = "high", as_of: str = "2024") -> m.ModalityRule:
    return m.ModalityRule(rule=name, value=value, note=note, confidence=confidence, as_of=as_of)


def outcome(found: m.ModalityRule, **facts: Any) -> str:
    return judge([found], Facts(**facts))[0].outcome


@pytest.mark.parametrize(
    ("found", "facts", "expected"),
    [
        (rule("min_age", "18"), {"ages": (18, 18)}, MET), (rule("min_age", "18"), {"ages": (17, 17)}, NOT_MET),
        (rule("min_age", "18"), {"ages": (17, 18)}, UNKNOWN), (rule("max_age", "26"), {"ages": (26, 27)}, UNKNOWN),
        (rule("max_age", "26"), {"ages": (26, 26)}, MET), (rule("max_age", "26"), {"ages": (27, 28)}, NOT_MET),
        (rule("min_age", "as printed"), {"ages": (30, 30)}, UNKNOWN),
        (rule("experience_years", "2"), {"experience": 1.5}, NOT_MET),
        (rule("experience_years", "2"), {"experience": 2.0}, MET),
        (rule("education", "bachelor_or_higher_technical_diploma"), {"education": "master"}, MET),
        (rule("education", "bachelor_or_higher_technical_diploma"), {"education": "technical"}, UNKNOWN),
        (rule("education", "bachelor_or_higher_technical_diploma"), {"education": "secondary"}, NOT_MET),
        (rule("education", "something_new"), {"education": "doctorate"}, UNKNOWN),
        (rule("languages", "en|fr|es"), {"languages": ("fr",)}, MET),
        (rule("languages", "en|fr|es"), {"languages": ("ne",)}, UNKNOWN),
        (rule("languages", "en|fr|es"), {"languages": ("ne",), "all_languages": True}, NOT_MET),
        (rule("nationality", "country_of_service"), {"nationality": "NP"}, UNKNOWN),
        (rule("nationality", "country_of_service"), {"nationality": "NP", "country": "NP"}, MET),
        (rule("nationality", "country_of_service"), {"nationality": "NP", "country": "KE"}, NOT_MET),
        (rule("nationality", "country_of_service"), {"nationality": "SS", "country": "UG", "refugee": True}, UNKNOWN),
        (rule("nationality", "not_country_of_service"), {"nationality": "NP", "country": "NP"}, NOT_MET),
        (rule("nationality", "not_country_of_service"), {"nationality": "NP"}, UNKNOWN),
        (rule("residence", "host_country"), {"residence": "UG", "nationality": "SS"}, MET),
        (rule("residence", "host_country"), {"residence": "UG"}, UNKNOWN),
        (rule("status", "student"), {"student": False}, NOT_MET), (rule("status", "student"), {}, UNKNOWN),
        (rule("status", "wizard"), {"student": True}, UNKNOWN),
        (rule("min_months", "6"), {"weeks": SIX_MONTHS}, MET), (rule("max_months", "48"), {"weeks": 260.0}, NOT_MET),
        (rule("max_weeks", "12"), {"weeks": 12.0}, MET),
    ],
)  # fmt: skip
def test_a_rule_is_judged(found: m.ModalityRule, facts: dict[str, Any], expected: str) -> None:
    assert outcome(found, **facts) == expected


@pytest.mark.parametrize("key", ["national", "international", "youth", "university", "refugee", "online", "specialist"])
def test_nothing_is_met_that_is_not_known(loaded: Database, key: str) -> None:
    """Without any fact every rule is open, and each fact that is asked for decides something."""
    with loaded.read() as session:
        found = judge(rules_of(session, key), Facts())
    assert {each.outcome for each in found} == {UNKNOWN}
    assert missing(found)


def test_the_newest_of_older_rules_counts() -> None:
    """And none where a rule of today has replaced it."""
    old = [rule("min_age", "26", "older: x", as_of="mid-2000s"), rule("min_age", "25", "older: y", as_of="2018")]
    assert [each.rule.value for each in judge(old, Facts())] == ["25"]
    assert [each.rule.value for each in judge([*old, rule("min_age", "18")], Facts())] == ["18"]
    assert [each.rule for each in judge([rule("hours_per_week", "20")], Facts())] == []
    assert len(told_only([rule("hours_per_week", "20"), rule("residence", "legal_residence_refugee_stateless")])) == 2


def test_what_all_rules_come_to() -> None:
    """A superseded or doubtful rule alone excludes nobody."""
    young, firm = Facts(ages=(17, 17)), rule("min_age", "18")
    old, weak = rule("max_age", "16", "older: z"), rule("max_age", "16", confidence="low")
    assert verdict(judge([firm], young)) == NO
    assert verdict(judge([old], young)) == OLDER
    assert verdict(judge([weak], young)) == OLDER
    assert verdict(judge([firm, old], Facts())) == OPEN
    assert verdict(judge([firm], Facts(ages=(30, 30)))) == YES
    assert verdict([]) == NONE


# --- the dialogue -----------------------------------------------------------------------------------------------------


class Talk:
    """A conversation with the action: slots are kept from answer to answer, as Rasa does."""

    def __init__(self, desk: Callable[[str], Desk], language: str) -> None:
        self.desk, self.language = desk(language), language
        self.slots: dict[str, Any] = {}
        self.answer = Answer("")

    def _ask(self, text: str, given: dict[str, Any]) -> Answer:
        ranking = (("ask_eligibility", 0.9),)
        question = Question(text, self.language, "ask_eligibility", 0.9, ranking, given, self.slots)
        self.answer = ActionEligibility().answer(question, self.desk)
        self.slots |= json.loads(json.dumps(self.answer.slots))
        return self.answer

    def say(self, text: str) -> Answer:
        return self._ask(text, {})

    def press(self, part: str) -> Answer:
        payload = next(choice.payload for choice in self.answer.choices if part in choice.payload)
        return self._ask(payload, json.loads(payload.partition("{")[1] + payload.partition("{")[2]))

    @property
    def asks(self) -> str:
        return str(self.slots["eligibility"]["asks"])

    def lines(self, key: str) -> list[str]:
        word = self.desk.say(key)
        return [line for line in self.answer.text.splitlines() if line.startswith(f"- **{word}**")]


@pytest.fixture
def talk(loaded: Database, profile: Profile, gazetteer: Gazetteer) -> Iterator[Callable[[str], Talk]]:
    knowledge = cast(Knowledge, SimpleNamespace(gazetteer=gazetteer))
    texts = profile.catalogue()
    with loaded.read() as session:
        yield lambda language: Talk(lambda spoken: Desk(session, knowledge, profile, texts, spoken), language)


FIRST = {language: text for language, text, _ in reversed(SENTENCES) if "24" in text}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_is_judged_rule_by_rule(talk: Callable[[str], Talk], language: str) -> None:
    """Symbols and words, the date of each rule, the reservations, and the first thing that is missing."""
    ours = talk(language)
    answer = ours.say(FIRST[language])
    assert len(ours.lines("eligibility-met")) == 1, answer.text
    assert "2018" in ours.lines("eligibility-met")[0]
    assert len(ours.lines("eligibility-not_met")) == 1
    assert "25" in ours.lines("eligibility-not_met")[0]
    assert len(ours.lines("eligibility-unknown")) == 4
    assert (
        ours.desk.say("eligibility-verdict-older", modality=ours.desk.name("modality", "international")) in answer.text
    )
    assert ours.desk.say("eligibility-older-rules") in answer.text
    assert ours.desk.say("article-confidence-medium") in answer.text
    assert ours.asks == "country"
    assert answer.text.endswith(ours.desk.say("eligibility-ask-country"))
    assert answer.sources
    assert "24" not in json.dumps(answer.custom("ask_eligibility", 1.0)["understood"])


def test_it_is_asked_for_bit_by_bit(talk: Callable[[str], Talk]) -> None:
    """One thing at a time until every rule is judged; what is left out stays not known."""
    ours = talk("en")
    answer = ours.say("Can I be a youth volunteer?")
    assert ours.asks == "ages"
    assert "name" in answer.text
    assert ours.lines("eligibility-unknown") == []
    ours.say("24")
    assert [len(ours.lines(f"eligibility-{x}")) for x in (MET, NOT_MET, UNKNOWN)] == [2, 0, 2]
    assert ours.asks == "weeks"
    ours.press("weeks=6")
    assert [len(ours.lines(f"eligibility-{x}")) for x in (MET, NOT_MET, UNKNOWN)] == [4, 0, 0]
    assert ours.asks == ""
    assert "you meet every condition" in ours.answer.text
    ours.say("and as a university volunteer?")
    assert ours.slots["eligibility"]["modalities"] == ["university"]
    assert ours.asks == "student"
    ours.press("skip")
    assert ours.asks == ""
    assert len(ours.lines("eligibility-unknown")) == 1
    ours.say("and if I were 31?")
    assert any("Maximum age" in line for line in ours.lines("eligibility-not_met"))
    ours.press("search_assignments")


def test_all_kinds_of_service_when_none_is_named(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    ours.say("am I eligible?")
    assert ours.asks == "ages"
    answer = ours.say("I am 40 and not a student")
    assert ours.asks == ""
    keys = all_keys(ours.desk.session)
    assert all(ours.desk.name("modality", key) in answer.text for key in keys)
    line = next(x for x in answer.text.splitlines() if ours.desk.name("modality", "youth") in x)
    assert "✗ not met – Maximum age" in line
    ours.press('"national"')
    assert ours.slots["eligibility"]["modalities"] == ["national"]


def test_stopping_forgets(talk: Callable[[str], Talk]) -> None:
    ours = talk("fr")
    ours.say("je suis népalais, puis-je être volontaire jeune volontaire ?")
    ours.say("laissez tomber")
    assert ours.slots["eligibility"] is None
    assert ours.answer.text == ours.desk.say("eligibility-stopped")


def test_no_button_of_ours_no_fact(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    for fact in ("education=wizard", "experience=-1", "weeks=x", "name=Ann", "ages=5", ""):
        ours._ask("/ask_eligibility", {"fact": fact, "modality": "no-such"})
    assert ours.slots["eligibility"]["facts"] == {}


class Shelf:
    """The library that actions open, without an index of subjects: what is meant is decided by the classifier alone."""

    def __init__(self, database: Database, profile: Profile, gazetteer: Gazetteer) -> None:
        self.database, self.profile, self.texts = database, profile, profile.catalogue()
        with database.read() as session:
            wishes = WishReader.load(session, gazetteer)
        subjects = SimpleNamespace(find=lambda *_: [])
        self.knowledge = SimpleNamespace(gazetteer=gazetteer, subjects=subjects, wishes=wishes)

    @contextmanager
    def open(self) -> Iterator[tuple[Any, Any]]:
        with self.database.read() as session:
            yield session, self.knowledge

    @staticmethod
    def notices(_session: Any) -> NoticeIndex:
        return NoticeIndex((), "en")


def test_among_other_questions(
    loaded: Database, profile: Profile, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bare number answers us, whatever the classifier takes it for, until something else was said between."""
    monkeypatch.setattr(base, "library", lambda: Shelf(loaded, profile, gazetteer))
    slots: dict[str, Any] = {}

    def say(text: str, intent: str, action: type[base.DeskAction]) -> Answer:
        ranking = () if text.startswith("/") else ((intent, 0.9),)
        answer = action()._answer(Question(text, "en", intent, 0.9, ranking, {}, dict(slots)))
        slots.update(json.loads(json.dumps(answer.slots)))
        return answer

    say("can I be a youth volunteer?", "ask_eligibility", ActionEligibility)
    assert say("24", "nlu_fallback", ActionFallback).understood["intent"] == "ask_eligibility"
    assert slots["eligibility"]["facts"] == {"ages": [24, 24]}
    say("thanks", "thank", ActionThank)
    assert say("12", "nlu_fallback", ActionFallback).understood["intent"] == "nlu_fallback"
    assert slots["eligibility"]["facts"] == {"ages": [24, 24]}
    say("am I eligible for it?", "ask_eligibility", ActionEligibility)
    say("/thank", "thank", ActionThank)
    assert say("12", "nlu_fallback", ActionFallback).understood["intent"] == "nlu_fallback"


# --- what is meant ----------------------------------------------------------------------------------------------------


def message(text: str, *ranking: tuple[str, float], open_: bool = True, asks: str = "ages") -> Question:
    dialogue = {"facts": {}, "modalities": [], "asks": asks, "skipped": [], "open": open_}
    return Question(text, "en", ranking[0][0], ranking[0][1], ranking, {}, {"eligibility": dialogue})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (message("24", ("out_of_scope", 0.6)), True),
        (message("24", ("out_of_scope", 0.6), ("report_sensitive", 0.3)), True),
        (message("I don't know", ("deny", 0.6)), True),
        (message("24", ("more_results", 0.6), open_=False), False),
        (message("how do I apply?", ("ask_article", 0.9)), False),
        (message("I want a person", ("ask_human", 0.9)), False),
        (message("he hit me 20 times", ("ask_article", 0.6), ("report_sensitive", 0.3)), False),
        (message("and as an online volunteer?", ("ask_modality", 0.6), asks=""), True),
        (message("what is an online volunteer?", ("ask_modality", 0.9), asks=""), False),
    ],
)
def test_what_answers_our_question(gazetteer: Gazetteer, question: Question, expected: bool) -> None:
    """A bare number only right after we asked, and never a disclosure."""
    assert answers_us(question, gazetteer) is expected


@pytest.mark.parametrize(
    ("ranking", "facts", "expected"),
    [
        ([("ask_eligibility", 0.6), ("ask_modality", 0.3)], 0, "ask_modality"),
        ([("ask_eligibility", 0.9), ("ask_modality", 0.1)], 0, "ask_eligibility"),
        ([("ask_eligibility", 0.6), ("ask_modality", 0.3)], 1, "ask_eligibility"),
        ([("ask_modality", 0.6), ("ask_eligibility", 0.3)], 3, "ask_eligibility"),
        ([("ask_modality", 0.6), ("ask_eligibility", 0.3)], 0, "ask_modality"),
        ([("report_sensitive", 0.6), ("ask_eligibility", 0.3)], 3, "report_sensitive"),
        ([("ask_modality", 0.9)], 3, "ask_modality"),
    ],
)
def test_eligibility_or_the_rules_as_such(ranking: list[tuple[str, float]], facts: int, expected: str) -> None:
    """Facts of the speaker decide where the classifier hesitates."""
    assert meant(ranking, [], "text", facts=facts) == expected


def test_today_is_used_for_years_of_birth(gazetteer: Gazetteer) -> None:
    assert facts_in("born in 2000", "en", gazetteer, dt.date(2030, 1, 1)).ages == (29, 30)

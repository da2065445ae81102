"""What a message is meant as: intent against subject, and follow-ups that leave words out."""

from __future__ import annotations

import pytest

from actions.base import Question, follow_up
from actions.context import in_context, is_follow_up
from actions.routing import may_be_question, meant
from store.names import Gazetteer
from store.subjects import Found
from store.years import years_of

ASKED = {"asked": {"text": "How many volunteers did UNICEF host in 2019?", "intent": "ask_statistic"}}


def found(article: float, second: float = 0.1, **others: float) -> list[Found]:
    """Two articles with these scores, and subjects of other kinds."""
    subjects = [Found("article", "one", article), Found("article", "two", second)]
    subjects += [Found(kind, "some", score) for kind, score in others.items()]
    return sorted(subjects, key=lambda subject: -subject.score)


@pytest.mark.parametrize(
    ("ranking", "subjects", "text", "expected"),
    [
        ([("change_language", 0.67), ("ask_article", 0.31)], found(0.57), "My English is so-so", "ask_article"),
        ([("change_language", 0.67), ("ask_article", 0.31)], found(0.05), "auf Deutsch", "change_language"),
        ([("ask_statistic", 0.99)], found(0.55, metric=0.3), "how many in 2019", "ask_statistic"),
        ([("ask_statistic", 0.6)], found(0.55, metric=0.3), "how many days of leave", "ask_article"),
        ([("ask_modality", 0.95)], found(0.45, modality=0.6), "what is a youth volunteer", "ask_modality"),
        ([("ask_article", 0.7), ("report_sensitive", 0.2)], found(0.1), "nobody would miss me", "report_sensitive"),
        ([("report_sensitive", 0.99)], found(0.49, 0.26), "he wants to sleep with me", "report_sensitive"),
        # Measured on the running service: this one was answered with the article on misconduct.
        ([("report_sensitive", 0.8993), ("ask_article", 0.09)], found(0.2354), "and he touched me", "report_sensitive"),
        ([("ask_opening_hours", 0.9)], found(0.5), "when are you open", "ask_opening_hours"),
        ([], found(0.5), "anything", "ask_article"),
    ],
)
def test_the_intent_or_the_subject(
    ranking: list[tuple[str, float]], subjects: list[Found], text: str, expected: str
) -> None:
    """An article beats a doubtful intent; a sure one, a nearer figure, a disclosure and an added intent stand."""
    assert meant(ranking, subjects, text) == expected


@pytest.mark.parametrize(
    ("ranking", "subjects", "sensitivity", "expected"),
    [
        ([("ask_article", 0.6), ("report_sensitive", 0.3)], found(0.3, 0.25), 0.5, "report_sensitive"),
        ([("ask_article", 0.6), ("report_sensitive", 0.3)], found(0.3, 0.25), -1.5, "ask_article"),
        # What the classifier alone takes for a disclosure is none where the detector sees a question about rules.
        ([("report_sensitive", 0.6), ("ask_article", 0.3)], found(0.4), -2.0, "ask_article"),
        ([("report_sensitive", 0.99), ("ask_article", 0.01)], found(0.1), -2.0, "report_sensitive"),
        # One article that leaves all others behind weighs against a doubtful margin.
        ([("ask_article", 0.9)], found(0.6, 0.1), -0.2, "ask_article"),
        ([("search_assignments", 0.999)], found(0.1), -0.2, "search_assignments"),
        ([("search_assignments", 0.9)], found(0.1), 0.2, "report_sensitive"),
        # 'I would like to talk to a person now' is what somebody in need says too.
        ([("ask_human", 0.95)], found(0.1), -0.1, "ask_human"),
        ([("ask_human", 0.6)], found(0.1), -0.1, "report_sensitive"),
    ],
)
def test_a_disclosure_comes_before_anything_else(
    ranking: list[tuple[str, float]], subjects: list[Found], sensitivity: float, expected: str
) -> None:
    """By the detector's margin, weighed with the articles and the classifier."""
    assert meant(ranking, subjects, "text", sensitivity) == expected


@pytest.mark.parametrize(
    ("language", "text", "goes_on"),
    [
        ("en", "and in 2018?", True), ("fr", "et pour les jeunes ?", True), ("es", "¿y mujeres?", True),
        ("ar", "وفي 2018؟", True), ("ar", "وين مكتبكم؟", False), ("zh", "那开发署呢？", True),
        ("ru", "а в 2018?", True), ("en", "how do I apply?", False), ("zh", "怎么申请", False),
        ("en", "and then my team leader came into the room at night and shouted", False),
    ],
)  # fmt: skip
def test_a_follow_up_is_short_and_goes_on(gazetteer: Gazetteer, language: str, text: str, goes_on: bool) -> None:
    """By how it begins, in Chinese also by how it ends."""
    assert is_follow_up(text, language, gazetteer) is goes_on


@pytest.mark.parametrize(
    ("text", "words", "gone"),
    [("and UNFPA?", ["UNFPA", "2019"], "UNICEF"), ("and in 2018?", ["UNICEF", "2018"], "2019")],
)
def test_new_words_replace_those_of_their_kind(gazetteer: Gazetteer, text: str, words: list[str], gone: str) -> None:
    """An entity for an entity, a year for a year; the rest stays."""
    whole = in_context(ASKED["asked"]["text"], text, "en", gazetteer)
    assert all(word in whole for word in words)
    assert gone not in whole


def message(text: str, *ranking: tuple[str, float], language: str = "en") -> Question:
    """A typed message after the question about UNICEF."""
    return Question(text, language, ranking[0][0], ranking[0][1], ranking, {}, dict(ASKED))


def test_a_follow_up_becomes_the_whole_question(gazetteer: Gazetteer) -> None:
    """With the intent of the question before."""
    whole = follow_up(message("and UNFPA?", ("ask_article", 0.5), ("ask_statistic", 0.3)), gazetteer)
    assert whole.text.startswith("How many volunteers")
    assert whole.ranking == (("ask_statistic", 1.0),)


@pytest.mark.parametrize(
    ("language", "text", "ranking"),
    [
        ("en", "and he touched me", (("report_sensitive", 0.9),)),
        ("es", "y me pegó", (("report_sensitive", 0.6),)),
        ("ru", "а он меня бьёт", (("ask_article", 0.5), ("report_sensitive", 0.3))),
        ("en", "but I want a person", (("ask_human", 0.9),)),
        ("en", "and thanks a lot", (("thank", 0.8),)),
        ("en", "and in French please", (("change_language", 0.9),)),
    ],
)
def test_what_is_no_question_is_no_follow_up(
    gazetteer: Gazetteer, language: str, text: str, ranking: tuple[tuple[str, float], ...]
) -> None:
    """A disclosure above all, however short and however it begins."""
    asked = message(text, *ranking, language=language)
    assert follow_up(asked, gazetteer) is asked


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019 and 2018", (2019, 2018)), ("٢٠١٩", (2019,)), ("二〇一九年", (2019,)), ("18年那会儿志愿者人数", (2018,)),
        ("在联合国工作了20年", ()), ("我有10年工作经验", ()), ("10年工作经验可以吗", ()), ("12年前", ()),
        ("1234567", ()),
    ],
)  # fmt: skip
def test_years(text: str, years: tuple[int, ...]) -> None:
    """Years of the calendar; how long something lasted is none."""
    assert years_of(text) == years


def test_what_may_only_ask_for_the_rules_is_told_them_too() -> None:
    """Where it is hardly a disclosure and an article leads; never where it is one by far, or no article does."""
    ranking = [("report_sensitive", 0.6), ("ask_article", 0.3)]
    assert meant(ranking, found(0.4, 0.2), "who mends it", -0.1) == "report_sensitive"
    assert may_be_question(ranking, found(0.4, 0.2), -0.1)
    assert not may_be_question(ranking, found(0.4, 0.2), 1.2)
    assert not may_be_question(ranking, found(0.4, 0.38), -0.1)
    assert not may_be_question(ranking, found(0.1), -0.1)
    assert not may_be_question(ranking, found(0.4, 0.2), None)

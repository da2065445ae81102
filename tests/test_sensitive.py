"""What somebody in need reads first, before a colleague has come."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.base import Desk, Question
from actions.person import ActionSensitive
from store.names import Gazetteer
from store.profile import Profile


def _answer(text: str, language: str, gazetteer: Gazetteer, profile: Profile) -> tuple[str, str, list[dict[str, Any]]]:
    knowledge = cast(Any, SimpleNamespace(gazetteer=gazetteer))
    desk = Desk(cast(Any, None), knowledge, profile, profile.catalogue(), language)
    question = Question(text, language, "report_sensitive", 1.0, (), {}, {})
    answer = ActionSensitive().answer(question, desk)
    return answer.text, desk.say("sensitive-despair"), answer.do


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i dont want to live anymore"), ("en", "They would all be better off without me"),
        ("fr", "je n'ai plus envie de vivre depuis mon retour"), ("es", "ya no tengo ganas de vivir"),
        ("ar", "ما بدي عيش بعد اليوم"), ("zh", "我真的撑不下去了，不想活了"), ("ru", "Не хочу больше жить"),
    ],
)  # fmt: skip
def test_who_does_not_want_to_live_is_answered_as_a_person(
    language: str, text: str, gazetteer: Gazetteer, profile: Profile
) -> None:
    """Sympathy and somebody near first; the emergency contacts and the hand-over as for every sensitive matter."""
    said, words, deeds = _answer(text, language, gazetteer, profile)
    assert said.startswith(words)
    assert len(said) > len(words)
    assert [deed["queue"] for deed in deeds] == ["sensitive"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "my boss touched me"), ("zh", "主管摸我"), ("ru", "он меня ударил")]
)
def test_other_harm_is_answered_calmly(language: str, text: str, gazetteer: Gazetteer, profile: Profile) -> None:
    said, words, _ = _answer(text, language, gazetteer, profile)
    assert not said.startswith(words)

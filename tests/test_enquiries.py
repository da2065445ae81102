"""What is one enquiry and what came of it, read out of a conversation."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.enquiries import Requested, Said, threads

NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def talk(*turns: tuple[float, dict[str, Any] | None]) -> list[Said]:
    """Turns by the hour they begin: what was understood, or None where the assistant was not asked."""
    said = []
    for hours, understood in turns:
        at = NOON + hours * HOUR
        said.append(Said(len(said) + 1, "visitor", at, "en", failed=understood == {"failed": True}))
        if understood and not said[-1].failed:
            said.append(Said(len(said) + 1, "assistant", at, "en", {"intent": "ask_article", **understood}))
    return said


def results(*found: Any, **more: Any) -> list[str]:
    return [thread.result for thread in threads(talk(*found), more.get("requests", ()), more.get("helpful", {}))]


VISA, PAY = {"article": "visa"}, {"article": "pay"}
NOT_KNOWN = {"answered": False}


def test_each_subject_is_an_enquiry() -> None:
    first, second = threads(talk((0, VISA), (0.1, PAY)), (), {})
    assert (first.article, second.article) == ("visa", "pay")
    assert (first.first_seq, second.first_seq) == (1, 3)


@pytest.mark.parametrize("intent", ["greet", "thank", "goodbye", "affirm"])
def test_small_talk_is_none(intent: str) -> None:
    assert results((0, {"intent": intent})) == []
    assert results((0, VISA), (0.1, {"intent": intent})) == ["answered"]


def test_another_try_is_the_same_enquiry() -> None:
    (thread,) = threads(talk((0, NOT_KNOWN), (0.1, VISA)), (), {})
    assert (thread.result, thread.misses, thread.article) == ("answered", 1, "visa")
    assert results((0, NOT_KNOWN), (25, VISA)) == ["unanswered", "answered"], "a day later it is another question"


@pytest.mark.parametrize(("hours", "number"), [(71, 1), (73, 2)])
def test_a_question_that_comes_back_within_72_hours_is_the_old_one(hours: float, number: int) -> None:
    found = threads(talk((0, VISA), (0.1, PAY), (hours, VISA)), (), {})
    assert len(found) == number + 1
    if number == 1:
        assert found[0].last_at == NOON + hours * HOUR, "its silence begins again"


def test_choosing_among_close_articles_is_one_enquiry() -> None:
    (thread,) = threads(talk((0, {"offered": ["visa", "pay"]}), (0.1, VISA)), (), {})
    assert thread.article == "visa"


def test_the_last_word_on_whether_it_helped_counts() -> None:
    assert results((0, VISA), helpful={2: True}) == ["confirmed"]
    assert results((0, VISA), helpful={2: False}) == ["unanswered"]
    assert results((0, VISA), (1, VISA), helpful={2: False, 4: True}) == ["confirmed"]
    assert results((0, VISA), (1, VISA), helpful={2: True}) == ["answered"], "it came back after that"


def test_a_request_escalates_the_enquiry_it_was_opened_in() -> None:
    request = Requested(NOON + 0.05 * HOUR, sensitive=False)
    assert results((0, VISA), (0.1, PAY), requests=[request]) == ["escalated", "answered"]
    assert results((0, VISA), (0.1, None), requests=[Requested(NOON + HOUR, False)]) == ["escalated"]


def test_a_request_in_the_moment_of_a_question_comes_of_that_question() -> None:
    request = Requested(NOON + 0.1 * HOUR, sensitive=False)
    assert results((0, VISA), (0.1, PAY), requests=[request]) == ["answered", "escalated"]


def test_a_request_without_a_question_is_an_enquiry() -> None:
    (thread,) = threads(talk((0, None)), [Requested(NOON + HOUR, False)], {})
    assert (thread.intent, thread.result) == ("ask_human", "escalated")


def test_a_question_that_the_assistant_could_not_be_asked_is_not_answered() -> None:
    assert results((0, {"failed": True})) == ["unanswered"]


def test_a_sensitive_conversation_has_no_subjects() -> None:
    said = talk((0, VISA), (0.1, {"intent": "report_sensitive"}))
    for found in (threads(said, (), {}), threads(talk((0, VISA)), [Requested(NOON, True)], {})):
        assert found
        assert all((each.sensitive, each.intent, each.article) == (True, "", "") for each in found)


turns = st.tuples(
    st.floats(0, 100), st.sampled_from([VISA, PAY, NOT_KNOWN, None, {"failed": True}, {"intent": "thank"}])
)


@given(st.lists(turns, max_size=8), st.lists(st.floats(0, 100), max_size=3))
def test_counting_again_changes_no_beginning(turns: list[Any], requests: list[float]) -> None:
    """Whatever is said later, an enquiry that was counted stays where it began: its row is found again."""
    ordered = sorted(turns, key=lambda turn: turn[0])
    wishes = sorted(requests)
    beginnings: set[int] = set()
    for number in range(len(ordered) + 1):
        until = NOON + (ordered[number][0] if number < len(ordered) else 101.0) * HOUR
        asked = [Requested(at, False) for at in (NOON + wish * HOUR for wish in wishes) if at < until]
        found = threads(talk(*ordered[:number]), asked, {})
        assert beginnings <= {thread.first_seq for thread in found}
        beginnings = {thread.first_seq for thread in found}
        assert len(beginnings) == len(found)

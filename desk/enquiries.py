"""What an enquiry is and what came of it: the one place where the figures of the service are defined.

An enquiry is one question thread of a visitor with one outcome; a conversation may hold several. The rules:

* A question to the assistant begins an enquiry, unless it continues one: small talk and wishes such as 'more' never
  begin one; a question after one that was not answered, within 24 hours, is another try at the same; a question about
  the same subject (intent and article) within 72 hours is the old one come back: it no longer counts as answered.
* A request to staff escalates the enquiry in which it was opened, whatever the reason.
* ``result`` is escalated if there was such a request; else confirmed or unanswered by the visitor's last word on
  whether it helped; else answered or unanswered by the assistant's last answer.
* The outcome is wrong if a reviewer said so; else escalated or confirmed; else, after 24 silent hours, assumed
  (answered) or abandoned (unanswered); until then it is open. Outcomes are shown side by side, never added up.

All of this is read out of what is stored anyway, so that it can be counted again when a rule changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

SILENCE = dt.timedelta(hours=24)
RETURN = dt.timedelta(hours=72)
OUTCOMES = ("confirmed", "assumed", "abandoned", "escalated", "wrong", "open")
# No questions: they begin no enquiry.
SMALL_TALK = frozenset({"greet", "goodbye", "thank", "affirm", "deny", "bot_challenge", "change_language"})
# They continue the enquiry that there is.
CONTINUING = frozenset({"more_results", "ask_details", "not_helpful", "ask_human"})
SENSITIVE = "report_sensitive"


@dataclass(frozen=True)
class Said:
    """A message, as far as it is counted. ``failed``: the assistant could not be asked."""

    seq: int
    author: str
    at: dt.datetime
    language: str
    understood: dict[str, Any] | None = None
    failed: bool = False


@dataclass(frozen=True)
class Requested:
    """A request to staff."""

    at: dt.datetime
    sensitive: bool


@dataclass(frozen=True)
class Thread:
    """An enquiry that was found in a conversation."""

    first_seq: int
    begun_at: dt.datetime
    last_at: dt.datetime
    language: str
    intent: str
    article: str
    answered: bool
    misses: int = 0
    helpful: bool | None = None
    escalated: bool = False
    sensitive: bool = False

    @property
    def result(self) -> str:
        """What came of it so far: escalated, confirmed, answered or unanswered."""
        if self.escalated:
            return "escalated"
        if self.helpful is not None:
            return "confirmed" if self.helpful else "unanswered"
        return "answered" if self.answered else "unanswered"


@dataclass
class _Question:
    """A message of the visitor and how the assistant answered it."""

    said: Said
    answers: list[Said] = field(default_factory=list)

    @property
    def understood(self) -> dict[str, Any]:
        return next((answer.understood for answer in self.answers if answer.understood), {})

    @property
    def intent(self) -> str:
        return str(self.understood.get("intent", ""))

    @property
    def article(self) -> str:
        return str(self.understood.get("article", ""))

    @property
    def answered(self) -> bool:
        return bool(self.answers) and all((a.understood or {}).get("answered") is not False for a in self.answers)

    @property
    def was_put(self) -> bool:
        """Whether the assistant was asked: not what was written to staff or to the desk's own dialogues."""
        return bool(self.answers) or self.said.failed


def threads(said: Sequence[Said], requests: Iterable[Requested], helpful: dict[int, bool]) -> list[Thread]:
    """The enquiries of one conversation. ``said`` is in order; ``helpful`` is the visitor's word on answers by seq."""
    waiting = sorted(requests, key=lambda request: request.at)
    found: list[Thread] = []
    here = -1  # the enquiry that is spoken of
    questions = _questions(said)
    for number, question in enumerate(questions):
        until = questions[number + 1].said.at if number + 1 < len(questions) else None
        here = _placed(found, here, question)
        if here >= 0:
            found[here] = _heard(found[here], question, helpful)
        # What is opened in the very moment of a question comes of that question.
        while waiting and (until is None or waiting[0].at < until):
            here = _escalated(found, here, question.said, waiting.pop(0))
    if any(thread.sensitive for thread in found):
        # Nothing of such a conversation may be found by its subject.
        found = [replace(thread, sensitive=True, intent="", article="") for thread in found]
    return found


def _questions(said: Sequence[Said]) -> list[_Question]:
    found: list[_Question] = []
    for each in said:
        if each.author == "visitor":
            found.append(_Question(each))
        elif each.author == "assistant" and found and "correction" not in (each.understood or {}):
            found[-1].answers.append(each)
    return found


def _placed(found: list[Thread], here: int, question: _Question) -> int:
    """The place of the enquiry that ``question`` belongs to, a new one if need be; -1 for none."""
    if not question.was_put or question.intent in SMALL_TALK:
        return here
    if here >= 0 and question.intent in CONTINUING:
        return here
    for place in dict.fromkeys((here, *reversed(range(len(found))))):
        if place >= 0 and _continues(found[place], question, place == here):
            found[place] = replace(
                found[place], answered=question.answered, helpful=None,
                intent=question.intent or found[place].intent, article=question.article or found[place].article,
            )  # fmt: skip
            return place
    said = question.said
    found.append(Thread(
        said.seq, said.at, said.at, said.language, question.intent, question.article, question.answered,
        sensitive=question.intent == SENSITIVE,
    ))  # fmt: skip
    return len(found) - 1


def _continues(thread: Thread, question: _Question, newest: bool) -> bool:
    silent = question.said.at - thread.last_at
    intent = thread.intent == question.intent
    # Another try, or a choice among the articles that were offered.
    if newest and silent < SILENCE and (not thread.answered or (intent and not thread.article)):
        return True
    # What was not understood has no subject that could come back.
    known = bool(thread.article) or thread.answered
    return intent and thread.article == question.article and known and silent < RETURN


def _heard(thread: Thread, question: _Question, helpful: dict[int, bool]) -> Thread:
    """``thread`` after ``question``, with what the visitor said of its answers."""
    words = [helpful[answer.seq] for answer in question.answers if answer.seq in helpful]
    missed = question.was_put and question.intent not in SMALL_TALK and not question.answered
    return replace(
        thread, last_at=question.said.at, misses=thread.misses + missed,
        helpful=words[-1] if words else thread.helpful, sensitive=thread.sensitive or question.intent == SENSITIVE,
    )  # fmt: skip


def _escalated(found: list[Thread], here: int, said: Said, request: Requested) -> int:
    """Note a request to staff; one that was opened without a question is an enquiry of its own."""
    if here < 0:
        found.append(Thread(said.seq, said.at, said.at, said.language, "ask_human", "", False))
        here = len(found) - 1
    found[here] = replace(found[here], escalated=True, sensitive=found[here].sensitive or request.sensitive)
    return here

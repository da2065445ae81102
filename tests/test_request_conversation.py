"""The conversation that takes a request for volunteers: what it asks, sums up, passes on, and what interrupts it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions import base
from actions.answer import Answer
from actions.base import Desk, Question, goes_to_request
from actions.knowledge import Knowledge
from actions.person import ActionHandOver
from actions.smalltalk import ActionThank
from actions.volunteer_request import ActionVolunteerRequest
from desk.engine import EngineAnswer
from store.database import Database
from store.names import Gazetteer
from store.notices import NoticeIndex
from store.profile import Profile

INTENT = "request_volunteers"
# Everything but names and address, in one sentence, with two lines.
AT_ONCE = {
    "en": "We need two nurses and a midwife in Chad, international volunteers as soon as possible for six months, "
    "from our own budget",
    "es": "Necesitamos dos enfermeras y una matrona en Chad, voluntarios internacionales lo antes posible durante seis "
    "meses, con presupuesto propio",
    "zh": "我们需要两名护士和一名助产士去乍得，国际志愿人员，尽快开始，为期六个月，自有资金",
}


class Talk:
    """A conversation with the action: slots are kept from answer to answer, as Rasa does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.slots: dict[str, Any] = {}
        self.answer = Answer("")

    def question(self, text: str, intent: str = INTENT, score: float = 0.3, **more: Any) -> Question:
        return Question(text, self.desk.language, intent, score, ((intent, score),), {}, self.slots, **more)

    def _answered(self, question: Question) -> str:
        self.answer = ActionVolunteerRequest().answer(question, self.desk)
        # What goes to the desk must be of the contract's form, what goes to Rasa must survive as JSON.
        EngineAnswer.model_validate({**self.answer.custom(INTENT, 1.0), "text": self.answer.text})
        self.slots |= json.loads(json.dumps(self.answer.slots))
        return self.answer.text

    def say(self, *texts: str) -> str:
        for text in texts:
            said = self._answered(self.question(text))
        return said

    def press(self, part: str) -> str:
        payload = next(choice.payload for choice in self.answer.choices if part in choice.payload)
        given = json.loads(payload.partition("{")[1] + payload.partition("{")[2])
        return self._answered(Question(payload, self.desk.language, INTENT, 1.0, (), given, self.slots))

    @property
    def wanted(self) -> str:
        return str(self.slots["volunteer_request"]["wanted"]["field"])

    @property
    def draft(self) -> dict[str, Any]:
        found: dict[str, Any] = self.slots["volunteer_request"]["draft"]
        return found

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [deed["request"] for deed in self.answer.do if deed["kind"] == INTENT]


@pytest.fixture
def talk(loaded: Database, profile: Profile, gazetteer: Gazetteer) -> Iterator[Callable[[str], Talk]]:
    knowledge = cast(Knowledge, SimpleNamespace(gazetteer=gazetteer))
    texts = profile.catalogue()
    with loaded.read() as session:
        yield lambda language: Talk(Desk(session, knowledge, profile, texts, language))


@pytest.mark.parametrize("language", AT_ONCE)
def test_one_sentence_is_enough_but_for_names(talk: Callable[[str], Talk], language: str) -> None:
    """Only what is missing is asked for; then it is summed up, and passed on when that was confirmed."""
    ours = talk(language)
    ours.say(AT_ONCE[language])
    asked = [ours.wanted]
    for answer in ("UNICEF", "Maria Silva"):
        ours.say(answer)
        asked.append(ours.wanted)
    assert asked == ["organisation", "contact", "email"]
    summary = ours.say("[e-mail 1]")
    assert ours.wanted == "confirm"
    assert "2 ×" in summary
    assert "1 ×" in summary
    assert "[e-mail" not in summary
    assert ours.sent == []
    ours.press('"send"')
    (request,) = ours.sent
    assert [(x["number"], x["profile"], x["country"]) for x in request["lines"]] == [
        (2, "nurse", "TD"), (1, "midwife", "TD")
    ]  # fmt: skip
    assert {(x["modality"], x["start"], x["duration"]) for x in request["lines"]} == {("international", "soon", "P6M")}
    assert (request["organisation"], request["email"], request["funding"]) == ("unicef", "[e-mail 1]", "own")


def test_bit_by_bit_in_any_order(talk: Callable[[str], Talk]) -> None:
    """It never asks for what it was told, also where that came before it asked."""
    ours = talk("en")
    ours.say("our agency would like to request volunteers")
    assert ours.wanted == "profile"
    ours.say("my name is Maria Silva, [e-mail 1]")
    assert ours.wanted == "profile"
    ours.say("nurses")
    assert ours.wanted == "number"
    ours.say("in Chad", "2")
    assert ours.wanted == "modality"
    ours.press("modality=online")
    ours.press("soon")
    assert ours.wanted == "duration"
    ours.say("6")
    ours.press("funding=donor")
    ours.say("Bright Future")
    assert ours.wanted == "confirm"
    assert ours.draft["contact"] == "Maria Silva"
    assert ours.draft["lines"][0]["duration"] == "P6M"


def test_who_helps_online_is_asked_for_no_country(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    ours.say("we need two online volunteers to translate")
    ours.say("translators")
    assert ours.wanted == "start"


def test_a_correction_at_the_summary_is_summed_up_again(talk: Callable[[str], Talk]) -> None:
    """Whether or not 'change' was pressed before; nothing is sent meanwhile."""
    ours = talk("en")
    ours.say(AT_ONCE["en"], "UNICEF", "Maria Silva", "[e-mail 1]")
    assert "5 ×" in ours.say("no, five, not two")
    ours.press('"change"')
    assert ours.wanted == "change"
    assert "Mali" in ours.say("in Mali instead of Chad")
    assert ours.wanted == "confirm"
    assert ours.sent == []
    ours.say("yes, send it")
    assert [line["country"] for line in ours.sent[0]["lines"]] == ["ML", "ML"]


def test_a_guess_is_written_down_only_when_it_is_confirmed(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    ours.say("we need two nurses in Chad")
    ours.say("what about 3 months?")
    assert ours.draft["lines"][0]["duration"] == ""
    ours.say("no")
    assert ours.draft["lines"][0]["duration"] == ""
    ours.say("what about 3 months?", "yes")
    assert ours.draft["lines"][0]["duration"] == "P3M"


def test_what_is_left_open_is_not_asked_again_and_what_is_needed_is(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    ours.say("we need two nurses in Chad")
    ours.say("we don't know", "not decided yet")
    assert ours.wanted == "duration"
    ours.say("skip", "skip")
    assert ours.wanted == "organisation"
    assert "cannot do without" in ours.say("I don't know")
    assert ours.wanted == "organisation"


def test_it_is_left_and_gone_on_with(talk: Callable[[str], Talk], gazetteer: Gazetteer) -> None:
    """Meanwhile nothing is an answer to it; what was told is still there."""
    ours = talk("en")
    ours.say("we need two nurses in Chad", "later")
    assert not goes_to_request(ours.question("5"), gazetteer)
    assert goes_to_request(ours.question("go on with my request"), gazetteer)
    assert "2 × Nurse, Chad" in ours.say("go on with my request")
    ours.press('"later"')
    ours.press('"resume"')
    assert ours.wanted == "modality"


def test_it_is_dropped_at_once(talk: Callable[[str], Talk]) -> None:
    ours = talk("en")
    ours.say("we need two nurses in Chad", "cancel the request")
    assert ours.slots["volunteer_request"] is None
    assert ours.sent == []
    assert "no request" in ours.say("go on with my request")


def test_what_could_not_be_stored_is_sent_again_by_a_button(talk: Callable[[str], Talk]) -> None:
    """And a new request begins with nothing of the old one."""
    ours = talk("en")
    ours.say(AT_ONCE["en"], "UNICEF", "Maria Silva", "[e-mail 1]", "yes")
    first = ours.sent
    assert first
    again = Question('/request_volunteers{"step": "send"}', "en", INTENT, 1.0, (), {"step": "send"}, ours.slots)
    ours._answered(again)
    assert ours.sent == first
    anew = Question('/request_volunteers{"step": "email"}', "en", INTENT, 1.0, (), {"step": "email"}, ours.slots)
    ours._answered(anew)
    assert ours.wanted == "email"
    ours.say("[e-mail 2]", "yes")
    assert ours.sent[0]["email"] == "[e-mail 2]"
    ours.say("we need a teacher in Mali")
    assert [line["profile"] for line in ours.draft["lines"]] == ["teacher"]


# --- what goes to it, and what interrupts it --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "intent", "score", "ours"),
    [
        ("Green Hope", "ask_article", 0.9, True), ("I want to talk to a person", "ask_human", 0.9, False),
        ("how much does it cost?", "ask_article", 0.9, False), ("UNICEF", "search_assignments", 0.9, True),
        ("thank you", "thank", 0.95, False), ("five, not two", "out_of_scope", 0.9, True),
    ],
)  # fmt: skip
def test_an_open_request_takes_what_is_meant_for_it(
    talk: Callable[[str], Talk], gazetteer: Gazetteer, text: str, intent: str, score: float, ours: bool
) -> None:
    """While the organisation is asked for; whatever the classifier takes a short message for."""
    conversation = talk("en")
    conversation.say(AT_ONCE["en"])
    assert conversation.wanted == "organisation"
    assert goes_to_request(conversation.question(text, intent, score), gazetteer) is ours


def test_a_possible_disclosure_is_no_answer(talk: Callable[[str], Talk], gazetteer: Gazetteer) -> None:
    """Unless each word of it is understood as one."""
    ours = talk("en")
    ours.say(AT_ONCE["en"])
    assert not goes_to_request(ours.question("somebody in the team hurts me", sensitivity=0.5), gazetteer)
    assert goes_to_request(ours.question("no, five nurses, not two", sensitivity=0.5), gazetteer)


def test_after_another_answer_the_open_question_follows(
    talk: Callable[[str], Talk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through the frame of every action; after a hand-over the request is silent."""
    ours = talk("en")
    ours.say("we need two nurses in Chad")

    class Shelf:
        profile, texts = ours.desk.profile, ours.desk.texts

        @contextmanager
        def open(self) -> Iterator[tuple[Any, Any]]:
            knowledge = SimpleNamespace(
                gazetteer=ours.desk.knowledge.gazetteer, wishes=None,
                subjects=SimpleNamespace(find=lambda _text, _margins: ()),
            )  # fmt: skip
            yield ours.desk.session, knowledge

        @staticmethod
        def notices(_session: Any) -> NoticeIndex:
            return NoticeIndex((), "en")

    monkeypatch.setattr(base, "library", Shelf)
    thanked = ActionThank()._answer(ours.question("thank you so much", "thank", 0.95))
    assert thanked.text.endswith("Back to your request: Which kind of volunteer service is it?")
    assert thanked.choices
    called = ActionHandOver()._answer(ours.question("I want to talk to a person", "ask_human", 0.95))
    assert "Back to" not in called.text
    assert called.slots["volunteer_request"]["open"] is False
    taken = ActionThank()._answer(ours.question("international volunteers", "ask_modality", 0.95))
    assert taken.slots["volunteer_request"]["wanted"]["field"] == "start"

"""Everything that ends with a person: asking for one, sensitive matters, and not being able to help."""

from __future__ import annotations

from rasa_sdk.events import EventType, UserUtteranceReverted

from actions.answer import Answer
from actions.articles import ask_article, certain_article
from actions.base import Desk, DeskAction, Question
from actions.smalltalk import hand_over


class ActionHandOver(DeskAction):
    """The visitor wants a person."""

    action_name = "action_hand_over"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return hand_over(desk)


class ActionSensitive(DeskAction):
    """Harassment, danger, abuse, extortion: calm words, and the team for such matters at once."""

    action_name = "action_sensitive"

    def answer(self, question: Question, desk: Desk) -> Answer:
        text = f"{desk.say('sensitive')}\n\n{desk.say('emergency-contacts')}"
        return Answer(text, do=[{"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}])


class ActionNotHelpful(DeskAction):
    """The answer before was no help; it counts towards the failure rule."""

    action_name = "action_not_helpful"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(
            desk.say("not-helpful"),
            choices=[desk.call_person()],
            understood={"answered": False},
            slots={"offered": "human"},
        )


class ActionApplicationStatus(DeskAction):
    """Says plainly that applications cannot be looked up here, and what helps instead."""

    action_name = "action_application_status"

    def answer(self, question: Question, desk: Desk) -> Answer:
        near = certain_article(question, desk)
        if near is not None:
            return near
        return Answer(desk.say("application-status"), choices=[desk.call_person()], slots={"offered": "human"})


class ActionFallback(DeskAction):
    """Rasa was not sure of the intent: an article that is certain answers all the same, else a person is offered."""

    action_name = "action_default_fallback"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return ask_article(question, desk, unsure=True)

    def events(self) -> list[EventType]:
        """The message did not move the dialogue."""
        return [UserUtteranceReverted()]

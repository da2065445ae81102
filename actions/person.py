"""Everything that ends with a person: asking for one, sensitive matters, and not being able to help."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import EventType, UserUtteranceReverted

from actions.answer import Answer
from actions.articles import not_known, show_article
from actions.base import FALLBACK, Desk, DeskAction, Question
from actions.routing import may_be_question
from actions.smalltalk import hand_over
from store.applications import any_known


class ActionHandOver(DeskAction):
    """The visitor wants a person."""

    action_name = "action_hand_over"
    intent = "ask_human"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return hand_over(desk)


class ActionSensitive(DeskAction):
    """Harassment, danger, abuse, extortion: calm words, and the team for such matters at once.

    Who speaks of not wanting to live is answered as a person first. Who may only have asked how such a matter is dealt
    with is told that too.
    """

    action_name = "action_sensitive"
    intent = "report_sensitive"

    def answer(self, question: Question, desk: Desk) -> Answer:
        despairs = desk.knowledge.gazetteer.find(question.text, question.language, {"distress"})
        words = desk.say("sensitive-despair" if despairs else "sensitive")
        text = f"{words}\n\n{desk.say('emergency-contacts')}"
        done = Answer(text, do=[{"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}])
        if despairs or not may_be_question(question.ranking, question.found, question.sensitivity):
            return done
        article = show_article(question.articles[0].key, question.articles[0].score, desk)
        return replace(
            done,
            text=f"{text}\n\n{desk.say('sensitive-question')}\n\n{article.text}",
            sources=article.sources,
            understood=article.understood,
        )


class ActionNotHelpful(DeskAction):
    """The answer before was no help; it counts towards the failure rule."""

    action_name = "action_not_helpful"
    intent = "not_helpful"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(
            desk.say("not-helpful"),
            choices=[desk.call_person()],
            understood={"answered": False},
            slots={"offered": "human"},
        )


class ActionApplicationStatus(DeskAction):
    """Has the desk find out who asks; it alone then shows the application.

    Where no applications are in the store, it says so and what helps instead.
    """

    action_name = "action_application_status"
    intent = "ask_application_status"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if any_known(desk.session):
            return Answer(desk.say("application-status"), do=[{"kind": "verify"}])
        return Answer(
            desk.say("application-status-elsewhere"), choices=[desk.call_person()], slots={"offered": "human"}
        )


class ActionFallback(DeskAction):
    """Nobody knows what is meant: the assistant says so and offers a person."""

    action_name = "action_default_fallback"
    intent = FALLBACK

    def answer(self, question: Question, desk: Desk) -> Answer:
        return not_known(desk, "not-understood")

    def events(self) -> list[EventType]:
        """The message did not move the dialogue."""
        return [UserUtteranceReverted()]

"""Small talk, brief, and what the assistant says of itself."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.articles import show_article
from actions.base import Desk, DeskAction, Question, language_choices
from texts.language import native_name


def _languages(desk: Desk) -> str:
    return desk.join(native_name(language) for language in desk.profile.languages)


class ActionGreet(DeskAction):
    """Says hello."""

    action_name = "action_greet"
    intent = "greet"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("greet", organisation=desk.say("organisation")))


class ActionGoodbye(DeskAction):
    """Says goodbye."""

    action_name = "action_goodbye"
    intent = "goodbye"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("goodbye"))


class ActionThank(DeskAction):
    """Answers thanks."""

    action_name = "action_thank"
    intent = "thank"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("thank"))


class ActionAffirm(DeskAction):
    """A 'yes' that answers no question of ours; after 'shall I call a colleague?' it calls one."""

    action_name = "action_affirm"
    intent = "affirm"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if question.slots.get("offered") == "human":
            return hand_over(desk)
        return Answer(desk.say("affirm"))


class ActionDeny(DeskAction):
    """A 'no'."""

    action_name = "action_deny"
    intent = "deny"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("deny"), slots={"offered": None})


class ActionBot(DeskAction):
    """Says that it is an assistant."""

    action_name = "action_bot"
    intent = "bot_challenge"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("bot"), choices=[desk.call_person()])


class ActionCapabilities(DeskAction):
    """Says what can be asked."""

    action_name = "action_capabilities"
    intent = "ask_capabilities"

    def answer(self, question: Question, desk: Desk) -> Answer:
        return Answer(desk.say("capabilities", languages=_languages(desk)))


class ActionChangeLanguage(DeskAction):
    """Goes on in another language; the desk remembers it for the conversation."""

    action_name = "action_change_language"
    intent = "change_language"

    def answer(self, question: Question, desk: Desk) -> Answer:
        named = [x.key for x in desk.knowledge.gazetteer.find(question.text, question.language, {"language"})]
        wanted = next((language for language in named if language in desk.profile.languages), None)
        if "language" in question.given:
            wanted = desk.profile.language(str(question.given["language"]))
        if wanted is None:
            return Answer(
                desk.say("language-which", languages=_languages(desk)), choices=language_choices(desk.profile)
            )
        changed = desk.texts(wanted, "language-changed")
        answer = Answer(changed, do=[{"kind": "set_language", "language": wanted}])
        article = question.slots.get("article")
        if article:
            # 'In French, please': what was just said, once more.
            again = show_article(article, 1.0, replace(desk, language=wanted))
            answer = replace(again, text=f"{changed}\n\n{again.text}", do=answer.do)
        return answer


def hand_over(desk: Desk) -> Answer:
    """Calls a colleague; the desk does it and says how long it will take."""
    return Answer(desk.say("hand-over"), do=[{"kind": "hand_over", "reason": "asked"}], slots={"offered": None})

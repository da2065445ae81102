"""The frame of every action: reads the question from Rasa's tracker, answers in a thread, in the contract's form."""

from __future__ import annotations

import abc
import asyncio
import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from actions.answer import Answer, Choice, payload
from actions.context import in_context, is_follow_up, refines
from actions.knowledge import Knowledge, Library
from actions.routing import ARTICLE, meant
from store.names import Gazetteer
from store.profile import Profile
from store.settings import StoreSettings
from store.subjects import ARTICLE as ARTICLES
from store.subjects import Found, of_kind
from store.wish_words import WishReader
from texts.catalogue import Catalogue, not_spoken
from texts.language import language_of, native_name, other_language

SEARCH = "search_assignments"
# Intents whose questions the next message may go on with.
GOES_ON = (ARTICLE, "ask_statistic", "ask_indicator", "ask_modality", SEARCH)
# Rasa's name for 'not sure of the intent'.
FALLBACK = "nlu_fallback"
# What the classifier may take a follow-up for: few words look like little.
MAY_GO_ON = (*GOES_ON, "out_of_scope", FALLBACK)
# From this confidence on a message may be a disclosure and is never read as going on with a question.
PERHAPS_SENSITIVE = 0.1


@functools.cache
def library() -> Library:
    """The store as this process sees it."""
    return Library(StoreSettings())


@dataclass(frozen=True)
class Question:
    """A visitor's message as the assistant understood it.

    ``ranking`` are the classifier's intents with their confidences; ``given`` are the values that came with a button;
    ``margins`` is how much its wording is like each subject's examples, for the best of them
    (``assistant/subject_ranker.py``); ``found`` are the subjects, those that fit best first.
    """

    text: str
    language: str
    intent: str
    score: float
    ranking: tuple[tuple[str, float], ...]
    given: dict[str, Any]
    slots: dict[str, Any]
    margins: dict[str, float] = field(default_factory=dict)
    found: tuple[Found, ...] = ()

    @property
    def articles(self) -> list[Found]:
        """The articles among what was found."""
        return of_kind(self.found, ARTICLES)

    @property
    def typed(self) -> bool:
        """Whether the visitor wrote it; a button says by itself what it means."""
        return not self.text.startswith("/")


@dataclass(frozen=True)
class Desk:
    """What an action works with: a session of the store, the knowledge over it, the profile and its texts."""

    session: Session
    knowledge: Knowledge
    profile: Profile
    texts: Catalogue
    language: str

    def say(self, key: str, /, **arguments: object) -> str:
        """A text of the catalogue in the visitor's language."""
        return self.texts(self.language, key, **arguments)

    def name(self, kind: str, key: str) -> str:
        """The name of a thing in the visitor's language."""
        return self.knowledge.gazetteer.shown(kind, key, self.language)

    def join(self, items: Iterable[str]) -> str:
        """Items of a list, with the comma of the language."""
        return self.say("list-separator").join(items)

    def call_person(self) -> Choice:
        """The button that calls a colleague."""
        return Choice(self.say("button-human"), payload("ask_human"))


def question_of(tracker: Tracker, profile: Profile) -> Question:
    """The last message. The desk says its language; ``rasa shell`` does not, so it is detected there."""
    message = tracker.latest_message
    text = message.get("text") or ""
    metadata = message.get("metadata") or {}
    given = {entity["entity"]: entity["value"] for entity in message.get("entities", [])}
    return Question(
        text=text,
        language=profile.language(metadata.get("language") or language_of(text, profile.default_language)),
        intent=message.get("intent", {}).get("name") or "",
        score=message.get("intent", {}).get("confidence") or 0.0,
        ranking=tuple(
            (ranked["name"], ranked["confidence"])
            for ranked in message.get("intent_ranking") or []
            if ranked["name"] != FALLBACK
        ),
        given=given if text.startswith("/") else {},
        slots=tracker.current_slot_values(),
        margins={ranked["subject"]: ranked["margin"] for ranked in message.get("subject_ranking") or []},
    )


def follow_up(question: Question, gazetteer: Gazetteer) -> Question:
    """A follow-up as the whole question that it stands for; any other message as it is.

    'And he touched me', 'but I want a person', 'and in French' begin like follow-ups and are none.
    """
    asked = question.slots.get("asked")
    if not asked or asked["intent"] == SEARCH or not is_follow_up(question.text, question.language):
        return question
    if question.intent not in MAY_GO_ON or dict(question.ranking).get("report_sensitive", 0.0) >= PERHAPS_SENSITIVE:
        return question
    text = in_context(asked["text"], question.text, question.language, gazetteer)
    return replace(question, text=text, ranking=((asked["intent"], 1.0),), intent=asked["intent"], margins={})


def is_searching(question: Question) -> bool:
    """Whether the last question was a search and this message may go on with it."""
    asked, sensitive = question.slots.get("asked"), dict(question.ranking).get("report_sensitive", 0.0)
    return bool(asked and asked["intent"] == SEARCH and question.slots.get("search")) and sensitive < PERHAPS_SENSITIVE


def refinement(question: Question, reader: WishReader) -> Question:
    """A message that says nothing but wishes after a search, as the search that it is; any other as it is.

    'In French, please' asks for another language of the conversation, 'only in French' for other assignments.
    """
    if question.intent == SEARCH or not is_searching(question):
        return question
    reading = reader.read(question.text, question.language, dt.datetime.now(dt.UTC).date())
    language_alone = all(wish.kind == "language" for wish in reading.wishes) and not reading.refines
    if not refines(reading, question.text, question.language, sought=False):
        return question
    if question.intent == "change_language" and language_alone:
        return question
    return replace(question, intent=SEARCH, ranking=((SEARCH, 1.0),), margins={})


def language_choices(profile: Profile) -> list[Choice]:
    """A button for each language that the service speaks."""
    return [Choice(native_name(code), payload("change_language", language=code)) for code in profile.languages]


def in_another_language(code: str, profile: Profile) -> Answer:
    """Says in the visitor's language that it is not spoken here, and offers the ones that are; counted as ``other``."""
    return Answer(not_spoken(code), choices=language_choices(profile), understood={"answered": False, "other": code})


class DeskAction(Action, abc.ABC):
    """An action of the desk. Subclasses set ``action_name`` and ``intent``, which it answers, and answer a question."""

    action_name: ClassVar[str]
    intent: ClassVar[str] = ""
    of_intent: ClassVar[dict[str, type[DeskAction]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.intent:
            DeskAction.of_intent[cls.intent] = cls

    def name(self) -> str:
        """The name in ``domain.yml``."""
        return self.action_name

    @abc.abstractmethod
    def answer(self, question: Question, desk: Desk) -> Answer:
        """Compose the answer. Runs in a thread; reads only."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Rasa's entry. Work goes to a thread, so that no visitor waits for another's question."""
        del domain
        question = question_of(tracker, library().profile)
        answer = await asyncio.to_thread(self._answer, question)
        dispatcher.utter_message(text=answer.text, json_message=answer.custom(question.intent, question.score))
        return self.events() + [SlotSet(name, value) for name, value in answer.slots.items()]

    def events(self) -> list[EventType]:
        """Further events for Rasa's tracker."""
        return []

    def _answer(self, question: Question) -> Answer:
        shelf = library()
        other = other_language(question.text) if question.typed else ""
        if other:
            return in_another_language(other, shelf.profile)
        with shelf.open() as (session, knowledge):
            desk = Desk(session, knowledge, shelf.profile, shelf.texts, question.language)
            if not question.typed:
                return self.answer(question, desk)
            question = refinement(follow_up(question, knowledge.gazetteer), knowledge.wishes)
            question = replace(question, found=tuple(knowledge.subjects.find(question.text, question.margins)))
            intent = meant(question.ranking, question.found, question.text)
            if question.intent == FALLBACK and intent != ARTICLE:
                intent = FALLBACK  # nobody knows
            action = DeskAction.of_intent.get(intent, type(self))()
            answer = action.answer(question, desk)
            if action.intent in GOES_ON:
                answer.slots.setdefault("asked", {"text": question.text, "intent": action.intent})
            # What was understood is what was answered.
            answer.understood.setdefault("intent", action.intent or question.intent)
            return answer

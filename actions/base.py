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
from actions.context import in_context, is_follow_up, names_something, refines, tells_more
from actions.knowledge import Knowledge, Library
from actions.notices import with_notice
from actions.request_form import SLOT as REQUEST_SLOT
from actions.request_form import Dialogue, is_for_us, paused, turn_of
from actions.request_texts import asked, offered
from actions.routing import ARTICLE, DISCLOSED, ELIGIBILITY, PERHAPS_DISCLOSED, SENSITIVE, meant
from store.facts import facts_in
from store.names import Gazetteer
from store.profile import Profile
from store.settings import StoreSettings
from store.subjects import ARTICLE as ARTICLES
from store.subjects import Found, of_kind
from store.wish_words import WishReader
from texts.catalogue import Catalogue, not_spoken
from texts.folding import fold, tokens
from texts.language import language_of, native_name, other_language

SEARCH = "search_assignments"
REQUEST = "request_volunteers"
STATUS = "ask_application_status"
# What the desk puts in the place of a request's number: who names one asks how it is doing.
REQUEST_NUMBER = "[request "
# Intents whose questions the next message may go on with.
GOES_ON = (ARTICLE, "ask_statistic", "ask_indicator", "ask_modality", SEARCH)
# What is said for its own sake, also while we wait for an answer of ours.
NO_ANSWER = ("report_sensitive", "ask_human", "change_language", "not_helpful", "bot_challenge")
# A message of so few words that reads as an answer discloses nothing.
BARE = 2
# Rasa's name for 'not sure of the intent'.
FALLBACK = "nlu_fallback"
# What the classifier may take a follow-up for: few words look like little.
MAY_GO_ON = (*GOES_ON, "out_of_scope", FALLBACK)
# Above this margin there may be more behind a question: its answer comes with a way to tell it in confidence.
# *Measured* on 264 disclosures of nobody's training: 18 of the 21 that were taken for questions get it so, and of the
# questions about articles every eighth.
FAR_FROM_HARM = -1.2
MAY_HIDE_HARM = (ARTICLE, ELIGIBILITY, "ask_modality", "out_of_scope", "deny", FALLBACK)
# After a question about figures whatever names a thing or a year goes on with it: 'and women?', 'the year after?'.
FIGURES = ("ask_statistic", "ask_indicator")
HUMAN = "ask_human"
# Below this confidence the classifier has not recognised anything: few words with 'and' in front then go on.
UNSURE = 0.6
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
    (``assistant/subject_ranker.py``); ``found`` are the subjects, those that fit best first. ``sensitivity`` is how
    much it is like a disclosure (``assistant/disclosure_detector.py``).
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
    sensitivity: float | None = None

    @property
    def articles(self) -> list[Found]:
        """The articles among what was found."""
        return of_kind(self.found, ARTICLES)

    @property
    def near_harm(self) -> bool:
        """Whether there may be more behind a question about rules."""
        return self.sensitivity is not None and self.sensitivity > FAR_FROM_HARM

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
        sensitivity=message.get("sensitivity"),
    )


def follow_up(question: Question, gazetteer: Gazetteer) -> Question:
    """A follow-up as the whole question that it stands for; any other message as it is.

    'And he touched me', 'but I want a person', 'and in French' begin like follow-ups and are none.
    """
    asked = question.slots.get("asked")
    if not asked or asked["intent"] == SEARCH or not is_follow_up(question.text, question.language, gazetteer):
        return question
    goes_on = question.intent in MAY_GO_ON or question.score < UNSURE
    if not goes_on and asked["intent"] in FIGURES and question.intent not in (SENSITIVE, HUMAN):
        goes_on = names_something(question.text, question.language, gazetteer)
    told = question.sensitivity is not None and question.sensitivity >= PERHAPS_DISCLOSED
    if not goes_on or told or dict(question.ranking).get(SENSITIVE, 0.0) >= PERHAPS_SENSITIVE:
        return question
    text = in_context(asked["text"], question.text, question.language, gazetteer)
    # The wording of both counts: the question before says what it is about.
    margins = {**question.margins, **asked.get("margins", {})}
    return replace(question, text=text, ranking=((asked["intent"], 1.0),), intent=asked["intent"], margins=margins)


def told_facts(question: Question, gazetteer: Gazetteer) -> int:
    """How many facts of the speaker a message tells, where it may ask about eligibility."""
    if ELIGIBILITY not in [intent for intent, _ in question.ranking[:2]]:
        return 0
    return len(facts_in(question.text, question.language, gazetteer, dt.datetime.now(dt.UTC).date()).known())


def answers_us(question: Question, gazetteer: Gazetteer) -> bool:
    """Whether the message answers our question about eligibility, or goes on with it."""
    dialogue = question.slots.get("eligibility")
    if not dialogue or not dialogue["open"] or question.intent in NO_ANSWER:
        return False
    told = question.sensitivity is not None and question.sensitivity >= PERHAPS_DISCLOSED
    disclosed = told or dict(question.ranking).get(SENSITIVE, 0.0) >= PERHAPS_SENSITIVE
    if disclosed and len(tokens(fold(question.text))) > BARE:
        return False
    today = dt.datetime.now(dt.UTC).date()
    return tells_more(dialogue["asks"], question.text, question.language, gazetteer, today)


def perhaps_disclosed(question: Question) -> bool:
    """Whether the message may tell of harm."""
    told = question.sensitivity is not None and question.sensitivity >= PERHAPS_DISCLOSED
    return told or dict(question.ranking).get(SENSITIVE, 0.0) >= PERHAPS_SENSITIVE


def near_disclosure(question: Question) -> bool:
    """Whether the message is so near to a disclosure that nothing may come before its answer.

    Where the detector has looked its word counts, unless the classifier is sure: by itself it takes 'impossible to sign
    in since this morning' for a report, but not surely.
    """
    if question.sensitivity is None or (question.intent == SENSITIVE and question.score >= UNSURE):
        return perhaps_disclosed(question)
    return question.sensitivity >= DISCLOSED


def notice_of(typed: Question, question: Question, intent: str, shelf: Library, desk: Desk) -> int | None:
    """The notice that is to be said first; ``question`` is the whole one that ``typed`` may go on with.

    None for what may tell of harm, and for answers to questions of ours.
    """
    if intent in (SENSITIVE, REQUEST) or near_disclosure(typed) or answers_us(typed, desk.knowledge.gazetteer):
        return None

    def rival() -> float:
        return desk.knowledge.subjects.closest(question.text)

    index = shelf.notices(desk.session)
    return index.matching(question.text, question.language, rival, dt.datetime.now(dt.UTC))


def goes_to_request(question: Question, gazetteer: Gazetteer, disclosed: bool = False) -> bool:
    """Whether the message belongs to the request that is being filled in, ``disclosed`` where it may tell of harm."""
    dialogue = Dialogue.of(question.slots.get(REQUEST_SLOT))
    turn = turn_of(dialogue, question.text, question.language, gazetteer)
    perhaps = disclosed or perhaps_disclosed(question)
    return is_for_us(turn, question.text, question.intent, question.score, perhaps)


def _in_confidence(answer: Answer, desk: Desk) -> Answer:
    """``answer`` and, below it, how to tell those who are responsible for such matters what happened."""
    answer.text = f"{answer.text}\n\n{desk.say('perhaps-harm')}"
    answer.choices.append(Choice(desk.say("button-confidence"), payload(SENSITIVE)))
    return answer


def _then_request(answer: Answer, question: Question, desk: Desk) -> Answer:
    """``answer`` to a question in the middle of a request, and what is still asked for; after a hand-over it waits."""
    dialogue = Dialogue.of(question.slots.get(REQUEST_SLOT))
    if dialogue is None or not dialogue.open or REQUEST_SLOT in answer.slots:
        return answer
    if any(deed["kind"] == "hand_over" for deed in answer.do):
        answer.slots[REQUEST_SLOT] = paused(question.slots[REQUEST_SLOT])
        return answer
    answer.text = f"{answer.text}\n\n{desk.say('request-back', question=asked(dialogue, desk))}"
    answer.choices += offered(dialogue, desk)
    return answer


def _between(answer: Answer, question: Question) -> Answer:
    """``answer``; where it is about something else, a bare number answers our question about eligibility no more."""
    dialogue = question.slots.get("eligibility")
    if dialogue:
        answer.slots.setdefault("eligibility", {**dialogue, "open": False})
    return answer


def is_searching(question: Question) -> bool:
    """Whether the last question was a search and this message may go on with it."""
    asked, sensitive = question.slots.get("asked"), dict(question.ranking).get("report_sensitive", 0.0)
    return bool(asked and asked["intent"] == SEARCH and question.slots.get("search")) and sensitive < PERHAPS_SENSITIVE


def refinement(question: Question, reader: WishReader, gazetteer: Gazetteer) -> Question:
    """A message that says nothing but wishes after a search, as the search that it is; any other as it is.

    'In French, please' asks for another language of the conversation, 'only in French' for other assignments.
    """
    if question.intent == SEARCH or not is_searching(question):
        return question
    reading = reader.read(question.text, question.language, dt.datetime.now(dt.UTC).date())
    language_alone = all(wish.kind == "language" for wish in reading.wishes) and not reading.refines
    if not refines(reading, question.text, question.language, gazetteer, sought=False):
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
                return _then_request(_between(self.answer(question, desk), question), question, desk)
            typed = question
            question = follow_up(question, knowledge.gazetteer)
            question = refinement(question, knowledge.wishes, knowledge.gazetteer)
            question = replace(question, found=tuple(knowledge.subjects.find(question.text, question.margins)))
            facts = told_facts(question, knowledge.gazetteer)
            intent = meant(question.ranking, question.found, question.text, question.sensitivity, facts)
            if question.intent == FALLBACK and intent not in (ARTICLE, SENSITIVE):
                intent = FALLBACK  # nobody knows
            if answers_us(question, knowledge.gazetteer):
                intent = ELIGIBILITY
            if REQUEST_NUMBER in question.text and intent != SENSITIVE:
                intent = STATUS
            if goes_to_request(typed, knowledge.gazetteer, disclosed=intent == SENSITIVE):
                intent = REQUEST
            action = DeskAction.of_intent.get(intent, type(self))()
            answer = action.answer(typed if intent == REQUEST else question, desk)
            if intent in MAY_HIDE_HARM and question.near_harm:
                answer = _in_confidence(answer, desk)
            notice = notice_of(typed, question, action.intent, shelf, desk)
            if notice is not None:
                answer = with_notice(answer, notice, question, desk)
            if action.intent in GOES_ON:
                asked = {"text": question.text, "intent": action.intent, "margins": question.margins}
                answer.slots.setdefault("asked", asked)
            # What was understood is what was answered.
            answer.understood.setdefault("intent", action.intent or question.intent)
            return _then_request(_between(answer, question), question, desk)

"""'Am I eligible?': goes through the rules of a kind of service one by one, and asks for what is missing.

What somebody tells is kept in the slot ``eligibility`` of an anonymous conversation, and nowhere else. The slot is
``open`` as long as the last answer was one of these; only then is a bare '24' an answer to our question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from actions.answer import Answer, Choice, Source, payload
from actions.articles import article_choice
from actions.base import Desk, DeskAction, Question
from actions.figures import number
from actions.modalities import rule_line, rule_name, source_of
from actions.routing import ELIGIBILITY
from store import models as m
from store.eligibility import LOW, NO, NONE, NOT_MET, UNKNOWN, Judgement, judge, missing, told_only, verdict
from store.facts import LEVELS, SKIP, STOP, WEEKS_A_MONTH, Facts, answer_to, facts_in, steers
from store.modalities import all_keys, is_older, rules_of
from store.subjects import is_clear

# What buttons offer as answers.
YEARS_OFFERED = (0, 1, 2, 5, 10)
MONTHS_OFFERED = (3, 6, 12, 24)


@dataclass(frozen=True)
class Dialogue:
    """What the slot holds: the facts, the kinds of service asked about (none: all), our question, those left out."""

    facts: Facts = field(default_factory=Facts)
    modalities: tuple[str, ...] = ()
    asks: str = ""
    skipped: tuple[str, ...] = ()
    open: bool = True

    @classmethod
    def of(cls, slot: dict[str, Any] | None) -> Dialogue:
        """The dialogue that the slot remembers, or a new one."""
        if not slot:
            return cls()
        facts = Facts.of(slot["facts"])
        return cls(facts, tuple(slot["modalities"]), slot["asks"], tuple(slot["skipped"]), slot["open"])

    def slot(self) -> dict[str, Any]:
        """The dialogue as the slot remembers it."""
        return {**asdict(self), "facts": self.facts.known()}


class ActionEligibility(DeskAction):
    """Rule by rule: met, not met, or not known; then the next question."""

    action_name = "action_eligibility"
    intent = ELIGIBILITY

    def answer(self, question: Question, desk: Desk) -> Answer:
        before = Dialogue.of(question.slots.get("eligibility"))
        step = question.given.get("step") or (_step(question, before) if question.typed else "")
        if step == STOP:
            return Answer(desk.say("eligibility-stopped"), slots={"eligibility": None, "asked": None, "offered": None})
        if step == SKIP:
            now = replace(before, skipped=(*before.skipped, before.asks))
        elif question.typed:
            now = _heard(question, before, desk)
        else:
            now = _pressed(question.given, before, desk)
        answer = _judged(replace(now, asks="", open=True), desk)
        return answer if before.open and before.facts else _with_article(answer, question, desk)


def _with_article(answer: Answer, question: Question, desk: Desk) -> Answer:
    """The answer to a first question, with the article at hand that explains what it asks about."""
    if not question.typed or not is_clear(question.articles):
        return answer
    key = question.articles[0].key
    return replace(
        answer,
        choices=[*answer.choices, article_choice(key, desk)],
        understood={**answer.understood, "offered": [key]},
    )


def _step(question: Question, before: Dialogue) -> str:
    return steers(question.text, question.language) if before.open and before.asks else ""


def _heard(question: Question, before: Dialogue, desk: Desk) -> Dialogue:
    """What the message tells, and which kinds of service it names."""
    gazetteer, today = desk.knowledge.gazetteer, dt.datetime.now(dt.UTC).date()
    told = None
    if before.open and before.asks:
        told = answer_to(before.asks, question.text, question.language, gazetteer, today)
    told = told or facts_in(question.text, question.language, gazetteer, today)
    named = dict.fromkeys(x.key for x in gazetteer.find(question.text, question.language, {"modality"}))
    now = replace(before, facts=before.facts.with_more(told))
    return replace(now, modalities=tuple(named), skipped=()) if named or not before.open else now


def _pressed(given: dict[str, Any], before: Dialogue, desk: Desk) -> Dialogue:
    """What a button carries: ``education=bachelor``, or a kind of service."""
    name, _, value = str(given.get("fact", "")).partition("=")
    if name:
        return replace(before, facts=before.facts.with_more(_fact(name, value)))
    if given.get("modality") in all_keys(desk.session):
        return replace(before, modalities=(given["modality"],), skipped=())
    return before


def _fact(name: str, value: str) -> Facts:
    """A fact that a button stands for; nothing for one that no button of ours has."""
    if name == "education" and value in LEVELS:
        return Facts(education=value)
    if name == "experience" and value.isdigit():
        return Facts(experience=float(value))
    if name == "weeks" and value.isdigit():
        return Facts(weeks=int(value) * WEEKS_A_MONTH)
    if name == "student":
        return Facts(student=value == "yes")
    return Facts(refugee=value == "yes") if name == "refugee" else Facts()


# --- the answer -------------------------------------------------------------------------------------------------------


def _judged(now: Dialogue, desk: Desk) -> Answer:
    keys = now.modalities or tuple(all_keys(desk.session))
    rules = {key: rules_of(desk.session, key) for key in keys}
    judgements = {key: judge(rules[key], now.facts) for key in keys}
    one = len(keys) == 1
    wanted = missing([each for found in judgements.values() for each in found])
    # Of all kinds at once only the first thing is asked for; the rest belongs to one kind.
    now = replace(now, asks=next((x for x in wanted if x not in now.skipped and (one or not now.facts)), ""))
    shown = [each for found in judgements.values() for each in found]
    blocks = _opening(now, desk)
    if not now.asks or (now.facts and any(each.outcome != UNKNOWN for each in shown)):
        blocks += _one(keys[0], rules[keys[0]], judgements[keys[0]], desk) if one else [_many(judgements, desk)]
        blocks += _reservations(shown, desk)
    else:
        shown = []
    blocks += [desk.say(f"eligibility-ask-{now.asks}")] if now.asks else []
    outcome = {key: verdict(found) for key, found in judgements.items()}
    return Answer(
        "\n\n".join(blocks), sources=_sources(shown, desk) if one else [], choices=_choices(now, outcome, desk),
        # What somebody told is not kept with the message.
        understood={"query": {"modality": list(now.modalities)}},
        slots={"eligibility": now.slot(), "asked": None, "offered": None}, rateable=not now.asks,
    )  # fmt: skip


def _opening(now: Dialogue, desk: Desk) -> list[str]:
    """What is gone by, so that a misunderstanding is seen; at the beginning, that no name is wanted."""
    if not now.facts:
        return [desk.say("eligibility-start")]
    return [desk.say("eligibility-known", facts=desk.join(_known(now.facts, desk)))]


def _one(key: str, rules: Sequence[m.ModalityRule], found: Sequence[Judgement], desk: Desk) -> list[str]:
    lines = [
        f"- {desk.say('eligibility-line', outcome=desk.say(f'eligibility-{x.outcome}'), rule=rule_line(x.rule, desk))}"
        for x in found
    ]
    blocks = [desk.say(f"eligibility-verdict-{verdict(found)}", modality=desk.name("modality", key))]
    blocks += ["\n".join(lines)] if lines else []
    also = told_only(rules)
    if also:
        blocks.append("\n".join([desk.say("eligibility-also"), *(f"- {rule_line(rule, desk)}" for rule in also)]))
    return blocks


def _many(judgements: dict[str, list[Judgement]], desk: Desk) -> str:
    """A line for each kind of service, with the rules that decide it."""
    lines = []
    for key, found in judgements.items():
        came = verdict(found)
        deciding = [x for x in found if x.outcome == (UNKNOWN if came == "open" else NOT_MET)]
        names = desk.join(dict.fromkeys(rule_name(x.rule, desk) for x in deciding))
        line = desk.say(f"eligibility-many-{came}", modality=desk.name("modality", key), rules=names)
        lines.append(f"- {line}")
    return "\n".join(lines)


def _reservations(shown: Iterable[Judgement], desk: Desk) -> list[str]:
    """What makes the answer uncertain: old rules, weak sources, and in any case the assignment itself."""
    rules = [judgement.rule for judgement in shown]
    said = ["eligibility-older-rules"] if any(is_older(rule) for rule in rules) else []
    if any(rule.confidence == LOW for rule in rules):
        said.append("article-confidence-low")
    elif any(rule.confidence != "high" for rule in rules):
        said.append("article-confidence-medium")
    return [" ".join(desk.say(key) for key in (*said, "eligibility-final"))]


def _sources(shown: Iterable[Judgement], desk: Desk) -> list[Source]:
    rules = {(x.rule.source_title, x.rule.source_url): x.rule for x in shown}
    return [source_of(rule, desk) for rule in rules.values()]


def _known(facts: Facts, desk: Desk) -> Iterable[str]:
    """Each fact in words."""
    for name, value in facts.known().items():
        if name == "all_languages":
            continue
        if isinstance(value, bool):
            yield desk.say(f"eligibility-fact-{name}-{'yes' if value else 'no'}")
        else:
            yield desk.say(f"eligibility-fact-{name}", value=_shown(name, value, desk))


def _shown(name: str, value: Any, desk: Desk) -> str:
    match name:
        case "ages":
            return "–".join(dict.fromkeys(number(age, desk) for age in value))
        case "education":
            return desk.say(f"education-{value}")
        case "experience":
            return desk.say("unit-years", count=value, value=number(value, desk))
        case "weeks":
            months = round(value / WEEKS_A_MONTH, 1)
            return desk.say("unit-months", count=months, value=number(months, desk))
        case "languages":
            return desk.join(desk.name("language", code) for code in value)
        case _:
            return desk.name("country", value)


def _choices(now: Dialogue, outcome: dict[str, str], desk: Desk) -> list[Choice]:
    if now.asks:
        skip = Choice(desk.say("eligibility-skip"), payload(ELIGIBILITY, step=SKIP))
        stop = Choice(desk.say("eligibility-stop"), payload(ELIGIBILITY, step=STOP))
        return [*_offered(now.asks, desk), skip, stop]
    if len(outcome) > 1:
        fitting = [key for key, came in outcome.items() if came not in (NO, NONE)]
        return [
            Choice(
                desk.say("eligibility-check", modality=desk.name("modality", key)), payload(ELIGIBILITY, modality=key)
            )
            for key in fitting
        ]
    (key,) = outcome
    search = Choice(desk.say("modality-search"), payload("search_assignments", modality=key))
    return [search, desk.call_person()]


def _offered(asked: str, desk: Desk) -> list[Choice]:
    """Answers to a question that can be pressed."""
    titles: dict[str, str] = {}
    if asked == "education":
        titles = {level: desk.say(f"education-{level}") for level in LEVELS}
    elif asked in ("student", "refugee"):
        titles = {"yes": desk.say("eligibility-answer-yes"), "no": desk.say("eligibility-answer-no")}
    elif asked == "experience":
        titles = {str(n): desk.say("unit-years", count=n, value=number(n, desk)) for n in YEARS_OFFERED}
    elif asked == "weeks":
        titles = {str(n): desk.say("unit-months", count=n, value=number(n, desk)) for n in MONTHS_OFFERED}
    return [Choice(title, payload(ELIGIBILITY, fact=f"{asked}={value}")) for value, title in titles.items()]

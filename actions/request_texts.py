"""A request for volunteers in words: what is asked next, what is known, the summary, and the buttons under each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select

from actions.answer import Choice, payload
from actions.request_form import Dialogue
from store import models as m
from store.modalities import all_keys
from store.request_lines import line_text, start_text
from store.request_reading import CHANGE, CONFIRM, GUESS, facts_that_changed
from store.volunteer_requests import FUNDING, OF_LINES, OPTIONAL, SOON, Draft, Line, Problem

if TYPE_CHECKING:
    from actions.base import Desk

INTENT = "request_volunteers"


def asked(dialogue: Dialogue, desk: Desk) -> str:
    """The question that is open."""
    wanted = dialogue.wanted
    if wanted is None:
        return desk.say("request-ask-profile")
    if wanted.field == GUESS and dialogue.guess is not None:
        return desk.say("request-guess", facts=_changed(dialogue.draft, dialogue.guess, desk))
    if wanted.field in (CONFIRM, CHANGE):
        return desk.say(f"request-{wanted.field}")
    line = dialogue.draft.lines[wanted.line] if wanted.line < len(dialogue.draft.lines) else Line()
    several = len(dialogue.draft.lines) > 1
    if wanted.field in OF_LINES and line.profile and (several or wanted.field == "number"):
        return desk.say(f"request-ask-{wanted.field}-of", profile=_of(line, desk))
    return desk.say(f"request-ask-{wanted.field}")


def _of(line: Line, desk: Desk) -> str:
    """A profile, with its country where that is known."""
    where = [desk.name("country", line.country)] if line.country else []
    return desk.join([profile(line.profile, desk), *where])


def offered(dialogue: Dialogue, desk: Desk) -> list[Choice]:
    """Answers that can be pressed, and the ways out."""
    wanted = dialogue.wanted
    field = wanted.field if wanted else ""
    found: list[Choice] = []
    if field == "modality":
        found = [_value("modality", key, desk.name("modality", key)) for key in all_keys(desk.session)]
    elif field == "funding":
        found = [_value("funding", key, desk.say(f"request-funding-{key}")) for key in FUNDING]
    elif field == "start":
        found = [_value("start", SOON, desk.say("request-start-soon"))]
    steps = {CONFIRM: ("send", "change"), GUESS: ("yes", "no")}.get(field, ("skip",) if field in OPTIONAL else ())
    return [*found, *(step_button(step, desk) for step in (*steps, "later", "cancel"))]


def _value(name: str, value: str, title: str) -> Choice:
    return Choice(title, payload(INTENT, fact=f"{name}={value}"))


def step_button(step: str, desk: Desk) -> Choice:
    """The button for a step of the conversation."""
    return Choice(desk.say(f"request-choice-{step}"), payload(INTENT, step=step))


def known(draft: Draft, desk: Desk) -> str:
    """Everything that is known, short."""
    return _changed(Draft(), draft, desk)


def _changed(before: Draft, after: Draft, desk: Desk) -> str:
    lines = [_line(line, desk) for n, line in enumerate(after.lines) if before.lines[n : n + 1] != (line,)]
    rest = [
        fact_text(name, value, desk)
        for name, value in facts_that_changed(before, after)
        if name in ("funding", "organisation", "contact", "email")
    ]
    return desk.say("request-facts-separator").join([*lines, *rest])


def summary(draft: Draft, desk: Desk) -> str:
    """All lines and all data of the request, what was left open too."""
    lines = [f"- {_line(line, desk)}" for line in draft.lines]
    names = ("funding", "organisation", "contact", "email")
    data = [f"- {fact_text(name, getattr(draft, name), desk)}" for name in names]
    return "\n".join([desk.say("request-summary"), *lines, *data])


def _line(line: Line, desk: Desk) -> str:
    return line_text(line, desk.texts, desk.language, desk.name)


def profile(key: str, desk: Desk) -> str:
    """The name of an occupation, or the words that were said."""
    return desk.name("role", key)


def fact_text(name: str, value: str, desk: Desk) -> str:
    """A value with its label; an address is only said to be there."""
    shown = value
    if not value:
        shown = desk.say("request-open")
    elif name == "funding":
        shown = desk.say(f"request-funding-{value}")
    elif name == "organisation":
        shown = desk.name("host", value)
    elif name == "email":
        shown = desk.say("request-email-known")
    return desk.say("request-fact", label=desk.say(f"request-field-{name}"), value=shown)


def problem_text(problem: Problem, desk: Desk) -> str:
    """Why a value was not taken, and what to do."""
    value = problem.value
    if problem.key in ("start-past", "start-far"):
        value = start_text(value, desk.language)
    return desk.say(f"request-problem-{problem.key}", value=value)


def problem_texts(problems: Iterable[Problem], desk: Desk) -> list[str]:
    """One text for each problem."""
    return [problem_text(problem, desk) for problem in problems]


def online_keys(desk: Desk) -> set[str]:
    """The kinds of service that need no country."""
    return set(desk.session.scalars(select(m.Modality.key).where(m.Modality.place == "online")))

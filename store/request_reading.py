"""What a message is to a request that is being filled in: decided once, before anything of it is filled in.

A message is a question, a step ('cancel', 'later', 'send it'), a value or a correction, a value that cannot be right,
or something else. 'What about 3 months?' is a question; 'no, 3, not 5' corrects a number, whatever was asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from store.request_words import Denied, Heard
from store.volunteer_requests import (
    LONGEST_NAME,
    MOST_LINES,
    OF_LINES,
    OPTIONAL,
    Draft,
    Line,
    Problem,
    Wanted,
    checked,
    duration_of,
)  # fmt: skip

type Kind = Literal["question", "cancel", "later", "send", "change", "skip", "resume", "value", "wrong", "other"]

# What is waited for besides fields: whether the summary is right, what is to be changed, whether a guess is meant.
CONFIRM, CHANGE, GUESS = "confirm", "change", "guess"
NAMES = ("organisation", "contact", "profile")
# Words of a message that is a bare step ('yes, send it'), of a bare answer, and of a question that only names a value.
STEP_WORDS, ANSWER_WORDS, GUESS_WORDS = 7, 10, 1
CHINESE = 2
_ALONE = ("cancel", "later", "resume")
SHORTEST_NAME = 2


@dataclass(frozen=True)
class Turn:
    """What a message comes to: its kind, the draft after it, and why values were not taken.

    Of a question ``guess`` is the draft as it would be if what it tries out were meant. ``loose``: the message is an
    answer only because nothing in it says otherwise; ``explained``: each of its words was understood.
    """

    kind: Kind
    draft: Draft
    problems: tuple[Problem, ...] = ()
    guess: Draft | None = None
    loose: bool = False
    explained: bool = False


def opening(heard: Heard, today: dt.date) -> Turn:
    """The first message: everything that it tells, also where it asks politely."""
    return _filled(heard, Draft(), None, today)


def interpreted(heard: Heard, draft: Draft, wanted: Wanted | None, language: str, today: dt.date) -> Turn:
    """What a message means while ``wanted`` is waited for."""
    turn = _interpreted(heard, draft, wanted, language, today)
    return replace(turn, explained=not heard.rest and not turn.loose)


def _interpreted(heard: Heard, draft: Draft, wanted: Wanted | None, language: str, today: dt.date) -> Turn:
    step = _step(heard, wanted, language)
    if step:
        return Turn(step, draft)
    if heard.asks:
        return Turn("question", draft, guess=_guess(heard, draft, wanted, today))
    turn = _filled(heard, draft, wanted, today)
    if turn.kind == "other" and "skip" in heard.steps and wanted is not None and _is_short(heard, language):
        return Turn("skip", draft)
    if turn.kind == "other" and heard.regions and wanted is not None and wanted.field == "country":
        return Turn("wrong", draft, (Problem("country-region", heard.regions[0]),))
    if turn.kind == "other" and _is_short(heard, language):
        return _named(heard, draft, wanted)
    return turn


def left_open(draft: Draft, wanted: Wanted) -> Turn:
    """``wanted`` is left open, where a request can do without it."""
    if wanted.field in OPTIONAL:
        return Turn("value", replace(draft, open_points=(*draft.open_points, wanted.field)))
    return Turn("wrong", draft, (Problem("needed", ""),))


def _is_short(heard: Heard, language: str, words: int = ANSWER_WORDS) -> bool:
    return heard.words <= words * (CHINESE if language == "zh" else 1)


def _step(heard: Heard, wanted: Wanted | None, language: str) -> Kind | None:
    """The step that a short message asks for, if it tells nothing else."""
    if heard.tells or heard.bare is not None or not _is_short(heard, language, STEP_WORDS):
        return None
    waiting = wanted.field if wanted else ""
    found = [key for key in _ALONE if key in heard.steps]
    if found and len(heard.rest) <= GUESS_WORDS and not heard.asks:
        return found[0]  # type: ignore[return-value] # each is a kind
    if waiting not in (CONFIRM, CHANGE, GUESS) or heard.asks or len(heard.rest) > GUESS_WORDS:
        return None
    if "change" in heard.steps or (("no" in heard.steps or heard.corrects) and "send" not in heard.steps):
        return "change"
    if heard.steps & {"yes", "send"}:
        return "send"
    return None


def _guess(heard: Heard, draft: Draft, wanted: Wanted | None, today: dt.date) -> Draft | None:
    """The draft with what a question tries out, where it says nothing else ('what about 3 months?')."""
    if not heard.tries or len(heard.rest) > GUESS_WORDS or not (heard.tells or heard.bare is not None):
        return None
    turn = _filled(replace(heard, asks=False), draft, wanted, today)
    return turn.draft if turn.kind == "value" and turn.draft != draft else None


# --- values -----------------------------------------------------------------------------------------------------------


def _filled(heard: Heard, draft: Draft, wanted: Wanted | None, today: dt.date) -> Turn:
    """The draft with every value that the message holds."""
    if _answers_with_name(heard, wanted):
        return _named(heard, draft, wanted)
    problems: list[Problem] = []
    after = draft
    lines = heard.lines
    if not lines and heard.bare is not None:
        lines = _of_bare(heard, draft, wanted)
        if heard.bare == 0:
            problems.append(Problem("number-least", "0"))
            lines = ()
    for line in lines:
        right, wrong = checked(line, today)
        problems += wrong
        if right != Line():
            after = _with(after, right, heard, wanted)
    people = {
        name: value for name in ("organisation", "contact", "email", "funding") if (value := getattr(heard, name))
    }
    after = replace(after, **people)
    if len(after.lines) > MOST_LINES:
        return Turn("wrong", draft, (Problem("lines", str(len(after.lines))),))
    if after != draft:
        told = {name for name in OF_LINES if any(getattr(line, name) for line in after.lines)} | set(people)
        after = replace(after, open_points=tuple(name for name in after.open_points if name not in told))
        return Turn("value", after, tuple(problems))
    if problems:
        return Turn("wrong", draft, tuple(problems))
    return Turn("value" if heard.tells else "other", draft)


def _of_bare(heard: Heard, draft: Draft, wanted: Wanted | None) -> tuple[Line, ...]:
    """A number that stands alone: how many, or how many months where that is asked for."""
    number = heard.bare or 0
    corrects = heard.corrects or bool(heard.denied.numbers)
    if wanted is not None and wanted.field == "duration" and not corrects:
        return (Line(duration=duration_of(number, "month")),)
    known = bool(draft.lines) and any(line.number for line in draft.lines)
    if wanted is not None and wanted.field not in ("number", CONFIRM, CHANGE, GUESS) and not (corrects or known):
        return ()
    return (Line(number=number),) if draft.lines or wanted is not None else ()


def _with(draft: Draft, line: Line, heard: Heard, wanted: Wanted | None) -> Draft:
    """The draft with a line added, or with its values in the lines that are meant."""
    meant = _meant(draft, line, heard, wanted)
    if not meant:
        return replace(draft, lines=(*draft.lines, line))
    for position in meant:
        draft = draft.with_line(position, **line.known())
    return draft


def _meant(draft: Draft, line: Line, heard: Heard, wanted: Wanted | None) -> list[int]:
    """Which lines of the draft a line of a message is about; none: it is a new one."""
    lines = list(enumerate(draft.lines))
    if not lines:
        return []
    if line.profile:
        return _of_profile(draft, line, heard)
    if denied := _denied(draft, heard):
        return denied
    if len(lines) == 1:
        return [] if heard.also and line.number else [0]
    if line.number:
        asked = wanted.line if wanted is not None and wanted.field == "number" else None
        lacking = [n for n, each in lines if not each.number]
        return [asked if asked is not None else lacking[0] if lacking else len(lines) - 1]
    lacking = [n for n, each in lines if any(not getattr(each, name) for name in line.known())]
    return lacking or [n for n, _ in lines]


def _of_profile(draft: Draft, line: Line, heard: Heard) -> list[int]:
    """The line of the same profile (and country), of one that was denied, or that has none yet."""
    if heard.also:
        return []
    same = [n for n, each in enumerate(draft.lines) if each.profile == line.profile]
    here = [n for n in same if line.country in ("", draft.lines[n].country) or not draft.lines[n].country]
    if here or (same and heard.corrects):
        return (here or same)[:1]
    if same and not line.number:
        return same[:1]
    if same:
        return []
    if denied := _denied(draft, heard):
        return denied
    return [n for n, each in enumerate(draft.lines) if not each.profile][:1]


def _denied(draft: Draft, heard: Heard) -> list[int]:
    """The lines that hold a value that the message denies ('not three', 'instead of Chad')."""
    wrong = heard.denied
    return [
        n
        for n, each in enumerate(draft.lines)
        if each.number in wrong.numbers
        or each.profile in wrong.profiles
        or each.country in wrong.countries
        or each.modality in wrong.modalities
    ]


# --- names ------------------------------------------------------------------------------------------------------------


def _answers_with_name(heard: Heard, wanted: Wanted | None) -> bool:
    """Whether the message is the name that is asked for, although it names a country: 'Nurses for Kenya'."""
    if wanted is None or wanted.field not in ("organisation", "contact") or getattr(heard, wanted.field):
        return False
    counts = any(line.number or line.start or line.duration for line in heard.lines) or heard.bare is not None
    return bool(heard.lines) and not (counts or heard.corrects or heard.also or heard.denied != Denied())


def _named(heard: Heard, draft: Draft, wanted: Wanted | None) -> Turn:
    """A short message as the name that is asked for, or as an attempt at what is asked for."""
    words = heard.plain.strip(" .,;:!،。，")
    if wanted is None or wanted.field in (CHANGE, CONFIRM, GUESS) or not words:
        return Turn("other", draft)
    if heard.steps and not heard.rest:  # a 'yes' or 'send it' that nothing waits for
        return Turn("wrong", draft, loose=True)
    if wanted.field not in NAMES:
        return Turn("wrong", draft, (Problem(f"form-{wanted.field}", words),), loose=True)
    if not SHORTEST_NAME <= len(words) <= LONGEST_NAME or not any(letter.isalpha() for letter in words):
        return Turn("wrong", draft, (Problem("name", words),), loose=True)
    return Turn("value", _with_name(replace(draft, email=heard.email or draft.email), wanted, words), loose=True)


def _with_name(draft: Draft, wanted: Wanted, words: str) -> Draft:
    if wanted.field == "organisation":
        return replace(draft, organisation=words)
    if wanted.field == "contact":
        return replace(draft, contact=words)
    return replace(draft, lines=draft.lines or (Line(),)).with_line(wanted.line, profile=words)


def facts_that_changed(before: Draft, after: Draft) -> Iterable[tuple[str, str]]:
    """Fields and values of ``after`` that ``before`` has not: of lines, then of the request."""
    for position, line in enumerate(after.lines):
        old = before.lines[position].known() if position < len(before.lines) else {}
        yield from ((name, str(value)) for name, value in line.known().items() if old.get(name) != value)
    for name in ("funding", "organisation", "contact", "email"):
        if getattr(after, name) != getattr(before, name):
            yield name, getattr(after, name)

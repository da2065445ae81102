"""Finds assignments: five at a time, 'more', and the details of one."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from babel.dates import format_date

from actions.answer import Answer, Choice, payload
from actions.base import Desk, DeskAction, Question
from actions.figures import number
from store import models as m
from store.assignments import PAGE, Search, SearchResult, find, get, search_from
from texts.catalogue import locale_of
from texts.folding import fold

LAST = "last"
NUMBER = re.compile(r"(?<!\d)[1-9]\d?(?!\d)")


class ActionSearch(DeskAction):
    """A new search, from what the message names or from a button."""

    action_name = "action_search"
    intent = "search_assignments"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if question.given:
            wishes = {name: str(value) for name, value in question.given.items() if name in Search.__annotations__}
            search = Search(**wishes)
        else:
            search = search_from(desk.knowledge.gazetteer.find(question.text, question.language))
        return results_of(search, desk)


class ActionMore(DeskAction):
    """The next page of the last search."""

    action_name = "action_more"
    intent = "more_results"

    def answer(self, question: Question, desk: Desk) -> Answer:
        last = question.slots.get("search")
        if not last:
            return Answer(desk.say("search-first"))
        return results_of(Search(**last["wishes"]), desk, int(last["offset"]) + PAGE)


class ActionDetails(DeskAction):
    """Everything about one of the assignments shown."""

    action_name = "action_details"
    intent = "ask_details"

    def answer(self, question: Question, desk: Desk) -> Answer:
        shown: list[str] = (question.slots.get("search") or {}).get("shown", [])
        reference = question.given.get("assignment") or _meant(question, shown, desk)
        if reference is None:
            return Answer(desk.say("assignment-which" if shown else "search-first"))
        assignment = get(desk.session, str(reference), _today())
        if assignment is None:
            return Answer(desk.say("assignment-gone"))
        return _details(assignment, desk)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _meant(question: Question, shown: list[str], desk: Desk) -> str | None:
    """Which of the numbered results the visitor means ('the second one', 'number 3'), if any."""
    named = desk.knowledge.gazetteer.find(question.text, question.language, {"ordinal"})
    number = NUMBER.search(fold(question.text))
    if named and named[0].key == LAST:
        return shown[-1] if shown else None
    if not named and number is None:
        return shown[0] if len(shown) == 1 else None
    place = int(named[0].key if named else number.group()) - 1  # type: ignore[union-attr] # one of the two is there
    return shown[place] if place < len(shown) else None


def results_of(search: Search, desk: Desk, offset: int = 0) -> Answer:
    """A page of the assignments that fit ``search``."""
    result = find(desk.session, search, _today(), offset)
    wishes = _wishes(search, desk)
    slots: dict[str, Any] = {
        "search": {"wishes": result.search.as_dict(), "offset": offset, "shown": [a.reference for a in result.page]},
        "offered": None,
    }
    understood = {"query": {"search": search.as_dict(), "found": result.total}}
    if not result.page:
        key = "search-end" if offset else "search-none" if search else "search-none-open"
        return Answer(desk.say(key, wishes=wishes), choices=[desk.call_person()], understood=understood, slots=slots)
    last = offset + len(result.page)
    lines = [_headline(search, result, desk)]
    if result.total > PAGE:
        lines.append(desk.say(
            "search-range", **{"from": str(offset + 1), "to": str(last), "total": number(result.total, desk)}
        ))  # fmt: skip
    lines.append("")
    lines += [f"{n}. {_short(a, desk)}" for n, a in enumerate(result.page, start=1)]
    if any(a.demonstration for a in result.page):
        lines += ["", desk.say("assignment-demonstration")]
    details = [
        Choice(
            desk.say("button-details", title=f"{n}. {_title(a, desk)}"), payload("ask_details", assignment=a.reference)
        )
        for n, a in enumerate(result.page, start=1)
    ]
    more = [Choice(desk.say("button-more"), payload("more_results"))] if last < result.total else []
    return Answer(
        "\n".join(lines), choices=details + more,
        understood=understood, slots=slots,
    )  # fmt: skip


def _headline(search: Search, result: SearchResult, desk: Desk) -> str:
    if result.dropped:
        given_up = {name: getattr(search, name) for name in result.dropped}
        dropped = desk.join(_wish(name, value, desk) for name, value in given_up.items() if value)
        return desk.say("search-dropped", wishes=_wishes(search, desk), dropped=dropped)
    value = number(result.total, desk)
    if not search:
        return desk.say("search-found-all", count=result.total, value=value)
    return desk.say("search-found", count=result.total, value=value, wishes=_wishes(search, desk))


def _wishes(search: Search, desk: Desk) -> str:
    return desk.join(_wish(name, value, desk) for name, value in search.as_dict().items())


def _wish(kind: str, key: str, desk: Desk) -> str:
    return desk.name(kind, key)


def _title(assignment: m.Assignment, desk: Desk) -> str:
    """The occupation in the visitor's language."""
    return desk.name("role", assignment.role)


def _place(assignment: m.Assignment, desk: Desk) -> str:
    if assignment.online:
        return desk.say("assignment-online")
    return desk.join(part for part in (assignment.city, desk.name("country", assignment.country)) if part)


def _date(day: dt.date, desk: Desk) -> str:
    return format_date(day, format="medium", locale=locale_of(desk.language))


def _short(assignment: m.Assignment, desk: Desk) -> str:
    parts = (_place(assignment, desk), desk.name("host", assignment.host), desk.name("modality", assignment.modality))
    return desk.say(
        "search-line",
        title=_title(assignment, desk),
        details=desk.join(parts),
        date=_date(assignment.closes, desk),
    )


def _fields(assignment: m.Assignment, desk: Desk) -> list[tuple[str, str]]:
    months = desk.say(
        "unit-months", count=assignment.duration_months, value=number(assignment.duration_months, desk)
    )  # fmt: skip
    languages = desk.join(desk.name("language", spoken.language) for spoken in assignment.languages)
    modality = desk.name("modality", assignment.modality)
    if assignment.scope and assignment.scope != assignment.modality:
        modality += f" ({desk.name('modality', assignment.scope)})"
    fields = [
        ("place", _place(assignment, desk)),
        ("host", desk.name("host", assignment.host)),
        ("modality", modality),
        ("duration", months),
        ("start", _date(assignment.start, desk)),
        ("closes", _date(assignment.closes, desk)),
        ("languages", languages),
    ]
    if assignment.education:
        fields.append(("education", desk.say(f"education-{assignment.education}")))
    if assignment.experience_years:
        years = number(assignment.experience_years, desk)
        fields.append(("experience", desk.say("unit-years", count=assignment.experience_years, value=years)))
    fields.append(("reference", assignment.reference))
    return [(desk.say(f"assignment-{name}"), value) for name, value in fields]


def _details(assignment: m.Assignment, desk: Desk) -> Answer:
    lines = [f"**{_title(assignment, desk)}**"]
    if assignment.demonstration:
        lines.append(desk.say("assignment-demonstration"))
    lines.append("")
    lines += [f"- {label}: {value}" for label, value in _fields(assignment, desk)]
    if assignment.tasks:
        lines += ["", f"{desk.say('assignment-tasks')}:", *(f"- {task}" for task in assignment.tasks)]
    if assignment.apply_url:
        lines += ["", f"[{desk.say('assignment-apply')}]({assignment.apply_url})"]
    return Answer(
        "\n".join(lines),
        understood={"query": {"assignment": assignment.reference}},
        slots={"offered": None},
        rateable=True,
    )

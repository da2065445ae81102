"""Finds assignments: five at a time, 'more', the details of one; what is searched for is refined and shown as chips."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from babel.dates import format_date

from actions.answer import Answer, Choice, payload
from actions.base import SEARCH, Desk, DeskAction, Question, is_searching
from actions.context import refines
from actions.figures import number
from store import models as m
from store.assignments import PAGE, SearchResult, find, get, left_out, wishes_in
from store.wish_texts import in_words
from store.wish_words import Reading
from store.wishes import MEMBERS, Wish, Wishes, as_dict, merged, wishes_of
from texts.catalogue import locale_of
from texts.folding import fold

LAST = "last"
NUMBER = re.compile(r"(?<!\d)[1-9]\d?(?!\d)")


class ActionSearch(DeskAction):
    """A search from what the message names or from a button, new or going on with the one before."""

    action_name = "action_search"
    intent = SEARCH

    def answer(self, question: Question, desk: Desk) -> Answer:
        wishes = _wishes_from(question, desk)
        words = left_out(reading_of(question, desk), wishes, desk.knowledge.gazetteer.common) if question.typed else ""
        return results_of(wishes, desk, left_out=words)


class ActionMore(DeskAction):
    """The next page of the last search."""

    action_name = "action_more"
    intent = "more_results"

    def answer(self, question: Question, desk: Desk) -> Answer:
        last = question.slots.get("search")
        if not last:
            return Answer(desk.say("search-first"))
        return results_of(wishes_of(last["wishes"]), desk, int(last["offset"]) + PAGE)


class ActionDetails(DeskAction):
    """Everything about one of the assignments shown."""

    action_name = "action_details"
    intent = "ask_details"

    def answer(self, question: Question, desk: Desk) -> Answer:
        shown: list[str] = (question.slots.get("search") or {}).get("shown", [])
        offset: int = (question.slots.get("search") or {}).get("offset", 0)
        reference = question.given.get("assignment") or _meant(question, shown, offset, desk)
        if reference is None:
            return Answer(desk.say("assignment-which" if shown else "search-first"))
        assignment = get(desk.session, str(reference), _today())
        if assignment is None:
            return Answer(desk.say("assignment-gone"))
        return _details(assignment, desk)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def reading_of(question: Question, desk: Desk) -> Reading:
    """What the message says of a search."""
    return desk.knowledge.wishes.read(question.text, question.language, _today())


def _wishes_from(question: Question, desk: Desk) -> Wishes:
    """The wishes of a message or button; a refinement's together with those before it."""
    last = question.slots.get("search") or {}
    before = wishes_of(last.get("wishes", ()))
    if "without" in question.given:
        return tuple(wish for wish in before if wish.code != question.given["without"])
    if not question.typed:
        return tuple(Wish(kind, str(value)) for kind, value in question.given.items() if kind in MEMBERS)
    reading = reading_of(question, desk)
    named = wishes_in(desk.session, reading, desk.knowledge.gazetteer.common)
    goes_on = is_searching(question) and refines(
        reading, question.text, question.language, desk.knowledge.gazetteer, sought=True
    )
    if not goes_on or reading.again:
        return merged((), named)
    return merged([wish for wish in before if wish.group not in reading.lifted], named, reading.adds)


def _meant(question: Question, shown: list[str], offset: int, desk: Desk) -> str | None:
    """Which of the numbered results the visitor means ('the second one', 'number 7'), if any.

    ``offset``: so many stand on the pages before; a smaller number counts from the top of this one.
    """
    named = desk.knowledge.gazetteer.find(question.text, question.language, {"ordinal"})
    number = NUMBER.search(fold(question.text))
    if named and named[0].key == LAST:
        return shown[-1] if shown else None
    if not named and number is None:
        return shown[0] if len(shown) == 1 else None
    place = int(named[0].key if named else number.group()) - 1  # type: ignore[union-attr] # one of the two is there
    place -= offset if place >= offset else 0
    return shown[place] if place < len(shown) else None


def results_of(wishes: Wishes, desk: Desk, offset: int = 0, left_out: str = "") -> Answer:
    """A page of the assignments that fit ``wishes``, as cards, and the wishes as chips that take them away.

    ``left_out`` are words of the visitor's that may have been a wish too.
    """
    result = find(desk.session, wishes, _today(), offset)
    slots: dict[str, Any] = {
        "search": {
            "wishes": [wish.code for wish in result.wishes], "offset": offset,
            "shown": [a.reference for a in result.page],
        },
        "asked": {"text": "", "intent": SEARCH},
        "offered": None,
    }  # fmt: skip
    understood = {"query": {"search": as_dict(wishes), "found": result.total}}
    chips = [_chip(wish, desk) for wish in result.wishes]
    if not result.page:
        key = "search-end" if offset else "search-none" if wishes else "search-none-open"
        text = desk.say(key, wishes=_listed(wishes, desk))
        choices = [*chips, *_alert(wishes, desk), desk.call_person()]
        return Answer(text, choices=choices, understood=understood, slots=slots)
    last = offset + len(result.page)
    lines = [_headline(wishes, result, desk)]
    if left_out:
        lines.append(desk.say("search-left-out", words=left_out))
    if result.total > PAGE:
        lines.append(desk.say(
            "search-range", **{"from": str(offset + 1), "to": str(last), "total": number(result.total, desk)}
        ))  # fmt: skip
    if any(a.demonstration for a in result.page):
        lines += ["", desk.say("assignment-demonstration")]
    titles = [f"{n}. {_title(a, desk)}" for n, a in enumerate(result.page, start=offset + 1)]
    details = [
        Choice(desk.say("button-details", title=title), payload("ask_details", assignment=a.reference), "card")
        for title, a in zip(titles, result.page, strict=True)
    ]
    more = [Choice(desk.say("button-more"), payload("more_results"))] if last < result.total else []
    cards = [_card(title, a, desk) for title, a in zip(titles, result.page, strict=True)]
    return Answer(
        "\n".join(lines), choices=[*details, *chips, *more, *_alert(wishes, desk)], understood=understood, slots=slots,
        attachments=[{"kind": "cards", "alt": lines[0], "data": {"cards": cards}}],
    )  # fmt: skip


def _card(title: str, assignment: m.Assignment, desk: Desk) -> dict[str, Any]:
    """What a card shows of an assignment; its button is the choice of the same place."""
    shown = ("place", "host", "modality", "duration", "closes", "languages")
    fields = [
        {"label": desk.say(f"assignment-{name}"), "value": value}
        for name, value in _fields(assignment, desk)
        if name in shown
    ]
    link = {"link": assignment.apply_url, "link_text": desk.say("assignment-apply")} if assignment.apply_url else {}
    return {"title": title, "fields": fields, **link}


def _headline(wishes: Wishes, result: SearchResult, desk: Desk) -> str:
    if result.dropped:
        dropped = _listed(result.dropped, desk)
        return desk.say("search-dropped", wishes=_listed(wishes, desk), dropped=dropped)
    value = number(result.total, desk)
    if not wishes:
        return desk.say("search-found-all", count=result.total, value=value)
    return desk.say("search-found", count=result.total, value=value, wishes=_listed(wishes, desk))


def _listed(wishes: Iterable[Wish], desk: Desk) -> str:
    return desk.join(_wish(wish, desk) for wish in wishes)


def _chip(wish: Wish, desk: Desk) -> Choice:
    return Choice(desk.say("button-without", wish=_wish(wish, desk)), payload(SEARCH, without=wish.code), "chip")


def _alert(wishes: Wishes, desk: Desk) -> list[Choice]:
    """The button that asks the desk to tell of new assignments; everything is too much to be told of."""
    codes = json.dumps([wish.code for wish in wishes], ensure_ascii=False)
    return [Choice(desk.say("button-alert"), f"alert {codes}", target="desk")] if wishes else []


def _wish(wish: Wish, desk: Desk) -> str:
    """A wish in the visitor's words."""
    return in_words(wish, desk.texts, desk.language, desk.name)


def _title(assignment: m.Assignment, desk: Desk) -> str:
    """The occupation in the visitor's language."""
    return desk.name("role", assignment.role)


def _place(assignment: m.Assignment, desk: Desk) -> str:
    if assignment.online:
        return desk.say("assignment-online")
    country = desk.name("country", assignment.country)
    if not assignment.city:
        return country
    return desk.say("assignment-city", city=desk.name("city", assignment.city), country=country)


def _date(day: dt.date, desk: Desk) -> str:
    return format_date(day, format="medium", locale=locale_of(desk.language))


def _fields(assignment: m.Assignment, desk: Desk) -> list[tuple[str, str]]:
    """What is known of an assignment: names of the catalogue (``assignment-NAME``) and values as they are shown."""
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
    return fields


def _details(assignment: m.Assignment, desk: Desk) -> Answer:
    lines = [f"**{_title(assignment, desk)}**"]
    if assignment.demonstration:
        lines.append(desk.say("assignment-demonstration"))
    lines.append("")
    lines += [f"- {desk.say(f'assignment-{name}')}: {value}" for name, value in _fields(assignment, desk)]
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

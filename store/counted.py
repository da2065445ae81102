"""What a question counts: the noun behind 'how many', how many of an order, and what people are told apart by."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from store.facts import is_spoken
from store.names import Mention
from store.years import without_years

NUMBER = re.compile(r"(?<![\d.,])([2-9]|1\d|20)(?![\d.,]|\s*%)")
# So many words (characters) may stand between 'how many' and what is counted.
FAR, FAR_CHINESE = 2, 6
# And so many between what is counted and 'how many' behind it.
BEHIND_NOUN, BEHIND_CHINESE = 1, 3
# What no figure tells people apart by, unless it is about that: how many are engineers, speak Russian, were injured.
UNTOLD = ("role", "language", "circumstance")
# Lengths of time that are told in one another: who asks for weeks may be answered in months, but not in people.
TIMES = (frozenset({"hours"}), frozenset({"days", "working_days", "weeks", "months"}), frozenset({"years", "ages"}))
# These nouns stand in every date, too: they are counted only right behind 'how many'.
IN_DATES = frozenset({"hours", "weeks", "years"})
MONEY = "USD"
PLACES = frozenset({"region", "country", "city"})


def of_a_thing(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an adjective stands beside something else than people: 'national programmes'."""
    people_and_dates = {"persons", *IN_DATES}
    things = (other for other in mentions if other.kind == "unit" and other.key not in people_and_dates)
    return any(other.end == mention.start or mention.end == other.start for other in things)


def untold(text: str, language: str, mentions: Sequence[Mention], members: Sequence[Mention]) -> list[Mention]:
    """What people are counted by that no figure is about: an occupation, a language that they speak, an accident."""
    known = [*members, *(x for x in mentions if x.kind in ("metric", "dimension", "operation", "modality", "category"))]
    ends = [x.end for x in mentions if (x.kind, x.key) == ("operation", "howmany")]
    return [
        x
        for x in mentions
        if not any(x.overlaps(other) for other in known)
        and (
            x.kind == "circumstance"
            or (x.kind == "role" and any(end <= x.start <= end + 1 for end in ends))
            or (x.kind == "language" and is_spoken(text, x, language))
        )
    ]


def unit_of(mentions: Sequence[Mention], language: str) -> str:
    """What is counted: the noun soon after 'how many', or else right before it; empty where none is."""
    far, behind = (FAR_CHINESE, BEHIND_CHINESE) if language == "zh" else (FAR, BEHIND_NOUN)
    manies = [mention for mention in mentions if (mention.kind, mention.key) == ("operation", "howmany")]
    # 'Combien de semaines'.
    behind_many = {mention.end + between for mention in manies for between in range(2 if language == "fr" else 1)}
    nouns = [
        mention
        for mention in mentions
        if mention.kind == "unit"
        and (mention.key not in IN_DATES or mention.start in behind_many)
        # The 'Arab States' are no countries that are counted, nor are years 'year by year'.
        and not any(other.kind in PLACES | {"operation"} and other.overlaps(mention) for other in mentions)
    ]
    # Of 'volunteer schemes' the schemes are counted.
    heads = [noun for noun in nouns if all(other.start != noun.end for other in nouns)]
    found: dict[int, str] = {}
    for many in manies:
        for unit in heads:
            if many.end <= unit.start <= many.end + far:
                found.setdefault(unit.start - many.end, unit.key)
            elif unit.end <= many.start <= unit.end + behind:
                found.setdefault(far + 1, unit.key)
    return found[min(found)] if found else ""


def is_counted(unit: str, units: Collection[str]) -> bool:
    """Whether a metric with these units counts what is asked for in ``unit``."""
    for times in TIMES:
        if unit in times:
            return not times.isdisjoint(units)
    if unit == MONEY:
        return any(len(own) == len(MONEY) and own.isupper() for own in units)
    return unit in units


def is_measured(unit: str) -> bool:
    """Whether it is time or money, of which there is any amount outside the figures: how long, how dear."""
    return unit == MONEY or any(unit in times for times in TIMES)


def is_another_matter(unit: str, units: Collection[str]) -> bool:
    """Whether time or money is asked for, and a metric with these units is about neither: weeks of leave, no people."""
    return is_measured(unit) and not is_counted(unit, units)


def limit_of(text: str, mentions: Sequence[Mention]) -> int:
    """How many of an order are wanted: 'the top three'; 0 where no number is given."""
    counts = [int(mention.key) for mention in mentions if mention.kind == "count"]
    return next(iter(counts or [int(number) for number in NUMBER.findall(without_years(text))]), 0)

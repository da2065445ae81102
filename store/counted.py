"""What a question counts: the noun behind 'how many', how many of an order, and what people are told apart by."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def of_a_thing(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an adjective stands beside something else than people: 'national programmes'."""
    things = (other for other in mentions if other.kind == "unit" and other.key != "persons")
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
    nouns = [mention for mention in mentions if mention.kind == "unit"]
    # Of 'volunteer schemes' the schemes are counted.
    heads = [noun for noun in nouns if all(other.start != noun.end for other in nouns)]
    found: dict[int, str] = {}
    for many in (mention for mention in mentions if (mention.kind, mention.key) == ("operation", "howmany")):
        for unit in heads:
            if many.end <= unit.start <= many.end + far:
                found.setdefault(unit.start - many.end, unit.key)
            elif unit.end <= many.start <= unit.end + behind:
                found.setdefault(far + 1, unit.key)
    return found[min(found)] if found else ""


def limit_of(text: str, mentions: Sequence[Mention]) -> int:
    """How many of an order are wanted: 'the top three'; 0 where no number is given."""
    counts = [int(mention.key) for mention in mentions if mention.kind == "count"]
    return next(iter(counts or [int(number) for number in NUMBER.findall(without_years(text))]), 0)

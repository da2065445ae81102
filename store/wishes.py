"""What a visitor looks for: wishes, each of which can be shown, removed, replaced and given up by itself.

``store.wish_words`` reads them from a message, ``store.assignments`` finds what fits them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

# Kinds whose values are keys of the store.
MEMBERS = ("role", "field", "host", "modality", "country", "region", "city", "language", "sdg")
# Which wishes stand for the same thing, so that a new one takes the place of the old ones.
GROUP_OF = {
    **dict.fromkeys(("country", "region", "city", "near"), "where"),
    **dict.fromkeys(("role", "field", "words"), "what"),
    **dict.fromkeys(("modality", "onsite"), "how"),
    **dict.fromkeys(("over", "least"), "shortest"),
    **dict.fromkeys(("under", "most"), "longest"),
}
# An exact duration takes the place of bounds, and the other way round.
BOUNDS = ("shortest", "longest")
EXACT = "lasting"
MONTHS_OF = {"week": 12 / 52, "month": 1.0, "year": 12.0}


@dataclass(frozen=True)
class Wish:
    """One wish, or what is not wanted (``excluded``).

    ``kind`` and ``value``: one of ``MEMBERS`` and a key; ``near`` and a country; ``over``, ``least``, ``under``,
    ``most``, ``lasting`` and a duration ('6 month'); ``from``, ``until`` and the day of the start (ISO 8601);
    ``onsite``, ``family``, ``disability`` and nothing; ``words`` and words of the title, the tasks or the skills.
    """

    kind: str
    value: str = ""
    excluded: bool = False

    @property
    def group(self) -> str:
        """What it is about: wishes of a group replace each other."""
        return GROUP_OF.get(self.kind, self.kind)

    @property
    def code(self) -> str:
        """A short text that says it all, for buttons and the conversation's memory: 'country=KE', '-region=africa'."""
        return f"{'-' if self.excluded else ''}{self.kind}={self.value}"

    @classmethod
    def of_code(cls, code: str) -> Wish:
        """The wish of a code. Raises ``ValueError`` for a text that is none."""
        kind, equals, value = code.removeprefix("-").partition("=")
        if not kind or not equals:
            raise ValueError(f"not the code of a wish: {code!r}")
        return cls(kind, value, code.startswith("-"))


type Wishes = tuple[Wish, ...]


def wishes_of(codes: Iterable[str]) -> Wishes:
    """Wishes by their codes."""
    return tuple(Wish.of_code(code) for code in codes)


def months_of(duration: str) -> float:
    """How many months a duration such as '8 week' or '1 year' is. Raises ``ValueError`` or ``KeyError`` for others."""
    number, _, unit = duration.partition(" ")
    return float(number) * MONTHS_OF[unit]


def merged(old: Sequence[Wish], new: Sequence[Wish], add: bool = False) -> Wishes:
    """The wishes ``old`` refined by ``new``: a country replaces a country, unless it is to be added ('also Uganda').

    What is excluded is excluded besides; a wished place lifts the exclusions of places, which it contradicts or makes
    needless.
    """
    wished = {wish.group for wish in new if not wish.excluded}
    if EXACT in wished:
        wished |= set(BOUNDS)
    elif wished & set(BOUNDS):
        wished.add(EXACT)
    opposite = {Wish(wish.kind, wish.value, not wish.excluded) for wish in new}
    kept = [
        wish
        for wish in old
        if wish not in opposite and not (wish.group in wished and (wish.group == "where" if wish.excluded else not add))
    ]
    return tuple(dict.fromkeys([*kept, *new]))


def as_dict(wishes: Iterable[Wish]) -> dict[str, Any]:
    """For the record kept with the answer: values by kind, a list where there are several, 'not-KIND' if excluded."""
    values: dict[str, list[str]] = {}
    for wish in wishes:
        values.setdefault(f"not-{wish.kind}" if wish.excluded else wish.kind, []).append(wish.value)
    return {kind: found[0] if len(found) == 1 else found for kind, found in values.items()}

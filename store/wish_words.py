"""Reads wishes from a message in six languages: 'only in French', 'more than six months', 'not in Africa', 'from May'.

The things named come from ``store.names``; what is wanted of them is said by words around them (``words.csv``, kind
``wish``): before them, in Chinese also behind them. Words that nothing explains are told apart, so that it can be
decided whether a message is nothing but wishes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.names import WISH_KINDS, Gazetteer, Mention
from store.wishes import MEMBERS, Wish, Wishes
from texts.catalogue import locale_of
from texts.folding import fold, stem, tokens, words_of
from texts.terms import is_han

# How many words may stand between 'not' and what is not wanted ('not interested in Africa'), between two things that
# are not wanted, and between a bound and its number.
NOT_REACHES, LIST_REACHES, BOUND_REACHES = 3, 2, 2
PLACES = ("city", "country", "region")
# How many words may stand between 'I am' and where somebody is from; so many words are a story.
SELF_REACHES, STORY = 1, 25
# In so many words somebody says where they have been before they say what they look for ('now I want ...').
SEEKING = 12
SENTENCE_END = re.compile(r"[.!?؟;…]\s+|[。！？；]|\n+")
PART_END = re.compile(r"[,;.!?،؛؟，；。！？]")
FLAGS = ("onsite", "family", "disability")
BOUNDS = ("over", "least", "under", "most")
UNITS = ("week", "month", "year")
# Durations longer than this are somebody's years of experience or age.
LONGEST_YEARS = 4
QUOTED = re.compile(r"[«“\"「『]([^«»“”\"「」『』]{2,60})[»”\"」』]")
# Arabic months have other names in the Levant.
FURTHER_LOCALES = {"ar": ("ar_LB",)}


@dataclass(frozen=True)
class Reading:
    """What a message says of a search.

    ``rest`` are the words that mean nothing here, of ``length``; ``asks``: it speaks of assignments or searching, like
    a new question; ``refines``: it goes on ('only', 'also', 'the ones'); ``adds``: what it names comes besides;
    ``again``: all wishes so far are gone; ``lifted`` are groups of wishes that do not matter any more ('any country').
    """

    wishes: Wishes = ()
    rest: tuple[str, ...] = ()
    length: int = 0
    asks: bool = False
    refines: bool = False
    adds: bool = False
    again: bool = False
    lifted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wishes or self.again or self.lifted)


class WishReader:
    """Understands wishes with the names of the store."""

    def __init__(self, names: Gazetteer, words: dict[str, Gazetteer], elsewhere: Collection[str] = ()) -> None:
        """``names``: of things; ``words``: of each language, the words of wishes and numbers.

        ``elsewhere``: kinds of service that nobody does where they are from.
        """
        self.names, self._words, self.elsewhere = names, words, frozenset(elsewhere)

    @classmethod
    def load(cls, session: Session, names: Gazetteer) -> WishReader:
        """A reader with the words of the store."""
        kinds = (*WISH_KINDS, "count")
        words = {language: Gazetteer.load(session, [language], kinds) for language in names.languages}
        elsewhere = select(m.Modality.key).where((m.Modality.place == "online") | (m.Modality.scope == "international"))
        return cls(names, words, set(session.scalars(elsewhere)))

    def read(self, text: str, language: str, today: dt.date) -> Reading:
        """The wishes that ``text`` says; ``today`` decides which September is meant."""
        return _Message(text, language, self, self._words[language], today).reading()


class _Message:
    """One message while it is read."""

    def __init__(self, text: str, language: str, reader: WishReader, words: Gazetteer, today: dt.date) -> None:
        self._text, self._language, self._reader, self._today = text, language, reader, today
        names = reader.names.find(text, language)
        self._words = words_of(text)
        self._folded = [fold(word) for word in self._words]
        # How many words stand before each sign that ends a part of a sentence.
        self._breaks = {len(words_of(text[: sign.start()])) for sign in PART_END.finditer(text)}
        found = words.find(text, language)
        # 'People with disabilities' is more than the name of those who work for them, and 'missions' are assignments
        # to whoever looks for one.
        needs = [x for x in found if x.key in FLAGS or x.key == "ask"]
        things = [x for x in names if x.kind in MEMBERS and not any(_covers(need, x) for need in needs)]
        self._quotes = self._quoted()
        named = _clear([x for x in things if not any(start <= x.start < end for start, end, _ in self._quotes)])
        self._things = self._without_own_places(named, found)
        taken = {p for thing in self._things for p in range(thing.start, thing.end)}
        # 'Not' inside a name is none; numbers are never inside names that count here.
        self._said = [x for x in found if not taken & set(range(x.start, x.end))]
        self._used = taken | {p for start, end, _ in self._quotes for p in range(start, end)}

    def reading(self) -> Reading:
        keys = {mention.key for mention in self._said if mention.kind == "wish"}
        wishes = [*self._members(), *self._flags(), *self._durations("experience" in keys), *self._starts()]
        quoted = [Wish("words", words) for _, _, words in self._quotes]
        for mention in self._said:
            if mention.kind == "wish" and mention.key not in UNITS:
                self._used.update(range(mention.start, mention.end))
        lifted = {"any-where": "where", "any-language": "language"}
        return Reading(
            tuple(dict.fromkeys([*wishes, *quoted])), tuple(self._rest()), len(self._words), "ask" in keys,
            bool(keys & {"only", "also", "others"}) or any(wish.excluded for wish in wishes), "also" in keys,
            "again" in keys, tuple(group for key, group in lifted.items() if key in keys),
        )  # fmt: skip

    def _rest(self) -> Iterable[str]:
        """The words that nothing explains; Han characters that stand together are one."""
        run = ""
        for position, word in enumerate(self._words):
            if position not in self._used and is_han(word):
                run += word
                continue
            if run:
                yield run
            run = ""
            if position not in self._used:
                yield word
        if run:
            yield run

    def _without_own_places(self, things: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
        """``things`` without the places where somebody comes from or was, where another is named to go to.

        'I am from Peru, anything in Chile?', 'a Peruvian nurse for Chile', 'a nurse from Peru for work online'. In a
        story these are also the places before the last sentence that names any, or before 'now I look for'.
        """
        own = [thing for thing in things if thing.kind in PLACES and self._is_own(thing, things, found)]
        wanted = [thing for thing in things if thing.kind in PLACES and thing not in own]
        if not wanted:
            elsewhere = any(x.kind == "modality" and x.key in self._reader.elsewhere for x in things)
            return [thing for thing in things if thing not in own or not elsewhere]
        begins = 0
        if len(self._words) >= STORY:
            starts = [0, *(len(words_of(self._text[: end.end()])) for end in SENTENCE_END.finditer(self._text))]
            begins = max(start for start in starts if start <= wanted[-1].start)
        if len(self._words) >= SEEKING:
            begins = max([begins, *(x.start for x in found if x.key == "seek" and x.start < wanted[-1].start)])
        return [thing for thing in things if thing not in own and not (thing in wanted and thing.start < begins)]

    def _is_own(self, place: Mention, things: Sequence[Mention], found: Sequence[Mention]) -> bool:
        """Whether a place is said of the speaker: behind 'I am', or as where somebody of an occupation comes from."""
        if any(0 <= place.start - x.end <= SELF_REACHES for x in found if x.key == "self"):
            return True
        origins = [x for x in found if x.key == "origin" and x.end == place.start]
        roles = [thing for thing in things if thing.kind == "role"]
        if origins:
            return any(0 <= origin.start - role.end <= SELF_REACHES for origin in origins for role in roles)
        # A country's adjective beside an occupation; its name there is where the work is to be ('nurse Kenya').
        beside = any(role.end == place.start or place.end == role.start for role in roles)
        return beside and place.kind == "country" and not self._is_shown(place)

    def _is_shown(self, place: Mention) -> bool:
        """Whether a place is written as its name is shown, and not as an adjective or for its people."""
        shown = self._reader.names.shown(place.kind, place.key, self._language)
        return fold(place.text) == fold(shown)

    # --- things -------------------------------------------------------------------------------------------------------

    def _members(self) -> Iterable[Wish]:
        excluded_until = -1
        for thing in self._things:
            near = self._before("near", thing.start, 1) or self._behind("near", thing.end)
            negated = (
                self._negated(thing.start)
                or self._behind("not-before", thing.end)
                or (excluded_until >= 0 and self._goes_on(excluded_until, thing.start))
            )
            excluded_until = thing.end if negated else -1
            kind = "near" if near and thing.kind == "country" and not negated else thing.kind
            yield Wish(kind, thing.key, excluded=negated)

    def _negated(self, start: int) -> bool:
        """Whether a 'not' reaches the word at ``start``: near enough, nothing else named, no comma behind."""
        for mention in self._of("not"):
            between = range(mention.end, start)
            if mention.end in self._breaks:
                continue
            if 0 <= start - mention.end <= NOT_REACHES and not any(x.start in between for x in self._things):
                return True
        return False

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether an enumeration goes on from one thing to the next: nothing between, or 'and', 'or'."""
        joins = any(end <= mention.start < start for mention in self._of("and"))
        return start == end or (joins and start - end <= LIST_REACHES and not self._between("not", end, start))

    def _flags(self) -> Iterable[Wish]:
        for mention in self._of(*FLAGS):
            yield Wish(mention.key, excluded=self._negated(mention.start))

    # --- durations ----------------------------------------------------------------------------------------------------

    def _durations(self, of_experience: bool) -> Iterable[Wish]:
        """'Longer than six months', '6-12 months', '半年以上'. How long somebody has worked is none."""
        for first, end, numbers, unit in self._amounts():
            bounds = self._bounds(first, end)
            if (of_experience and unit == "year") or (unit == "year" and numbers[-1] > LONGEST_YEARS):
                continue
            if not bounds and unit == "year" and self._said_about_oneself(first):
                continue
            self._used.update(range(first, end))
            values = [f"{number:g} {unit}" for number in numbers]
            if len(values) == 2:
                yield from (Wish("least", values[0]), Wish("most", values[1]))
            else:
                yield Wish(bounds[0] if bounds else "lasting", values[0])

    def _said_about_oneself(self, first: int) -> bool:
        """'I have been a nurse for ten years': a number of years with no bound, and words that nothing explains."""
        covered = {p for mention in self._said for p in range(mention.start, mention.end)} | self._used
        return any(p not in covered for p in range(first))

    def _amounts(self) -> Iterable[tuple[int, int, list[float], str]]:
        """Every duration: its first word, the one behind it, one number or the two of a range, the unit."""
        for mention in self._said:
            if mention.kind == "amount" and " " in mention.key:
                count, unit = mention.key.split()
                yield mention.start, mention.end, [float(count)], unit
        for mention in self._of(*UNITS):
            if any(x.kind == "amount" and " " in x.key and x.start <= mention.start < x.end for x in self._said):
                continue
            number = self._number_before(mention.start)
            if number is not None:
                start, value = number
                other = self._range_before(start)
                if other is not None and other[1] < value:
                    yield other[0], mention.end, [other[1], value], mention.key
                else:
                    yield start, mention.end, [value], mention.key
            elif self._bounds(mention.start, mention.end, alone=True):
                yield mention.start, mention.end, [1.0], mention.key

    def _number_before(self, end: int) -> tuple[int, float] | None:
        """The number that ends at ``end``, in digits or words, and where it begins."""
        ending = [x for x in self._said if x.kind in ("amount", "count") and x.end == end and " " not in x.key]
        if ending:
            longest = min(ending, key=lambda x: x.start)
            return longest.start, float(longest.key)
        if end and re.fullmatch(r"\d{1,3}", self._folded[end - 1]):
            return end - 1, float(self._folded[end - 1])
        return None

    def _range_before(self, start: int) -> tuple[int, float] | None:
        """The lower end of a range ('6 to 12', '6-12') whose upper end begins at ``start``."""
        for end in (start, start - 1):
            joined = end == start or self._folded[end] in _RANGE_WORDS
            if end > 0 and joined and (found := self._number_before(end)):
                return found
        return None

    def _bounds(self, first: int, end: int, alone: bool = False) -> list[str]:
        """Which bounds the words before or behind a duration make of it, the nearest first."""
        before = [
            (first - mention.end, mention.key)
            for mention in self._of(*BOUNDS, "from")
            if mention.start < first and -1 <= first - mention.end <= (0 if alone else BOUND_REACHES)
        ]
        behind = [(mention.start - end, mention.key) for mention in self._of(*BOUNDS) if 0 <= mention.start - end <= 0]
        ranked = sorted(before) or sorted(behind)
        return ["least" if key == "from" else key for _, key in ranked]

    # --- days ---------------------------------------------------------------------------------------------------------

    def _starts(self) -> Iterable[Wish]:
        """'From September', 'before March 2027', 'in May': the day on which the assignment begins."""
        for first, end, month in self._months():
            year = self._year_at(end)
            from_, before, by = (
                self._before(key, first, 1) or self._behind(key, end) for key in ("from", "before", "by")
            )
            inside = self._before("glue", first, 0) or year is not None
            if not (from_ or before or by or inside):
                continue
            self._used.update(range(first, end if year is None else end + 1))
            begins = self._day(month, year)
            after = (begins.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            if before:
                yield Wish("until", (begins - dt.timedelta(days=1)).isoformat())
            elif from_:
                yield Wish("from", begins.isoformat())
            else:
                if not by:
                    yield Wish("from", begins.isoformat())
                yield Wish("until", (after - dt.timedelta(days=1)).isoformat())

    def _months(self) -> Iterable[tuple[int, int, int]]:
        """Months that are named: the first word, the one behind, 1 to 12."""
        if self._language == "zh":
            for position in (p for p, word in enumerate(self._folded) if word == "月"):
                number = self._number_before(position)
                if number and 1 <= number[1] <= 12:
                    self._used.add(position)
                    yield number[0], position + 1, int(number[1])
            return
        names = month_names(self._language)
        for position, word in enumerate(self._folded):
            month = names.get(stem(word, self._language))
            if month:
                yield position, position + 1, month

    def _year_at(self, position: int) -> int | None:
        word = self._folded[position] if position < len(self._folded) else ""
        return int(word) if re.fullmatch(r"20\d\d", word) else None

    def _day(self, month: int, year: int | None) -> dt.date:
        """The first day of the month, of the next such month when no year is said."""
        return dt.date(year or self._today.year + (month < self._today.month), month, 1)

    # --- words --------------------------------------------------------------------------------------------------------

    def _quoted(self) -> list[tuple[int, int, str]]:
        """What stands in quotation marks: its first word, the one behind, and it itself."""
        found = []
        for match in QUOTED.finditer(self._text):
            start = len(words_of(self._text[: match.start()]))
            found.append((start, start + len(words_of(match[1])), match[1].strip()))
        return found

    def _of(self, *keys: str) -> list[Mention]:
        return [mention for mention in self._said if mention.kind == "wish" and mention.key in keys]

    def _before(self, key: str, start: int, reach: int) -> bool:
        return any(0 <= start - mention.end <= reach for mention in self._of(key))

    def _behind(self, key: str, end: int) -> bool:
        return any(mention.start == end for mention in self._of(key))

    def _between(self, key: str, start: int, end: int) -> bool:
        return any(start <= mention.start < end for mention in self._of(key))


_RANGE_WORDS = {"to", "a", "à", "au", "и", "до", "and", "et", "y", "al", "الى", "و", "至", "到", "or", "ou", "o"}


def _clear(mentions: Collection[Mention]) -> list[Mention]:
    """Without what a name means besides: the field in 'youth volunteer', a goal's number, an occupation's field.

    Of several things with one name the first kind in the order of ``_PREFERRED`` is meant.
    """
    kept = [
        mention
        for mention in mentions
        if mention
        is min(
            (x for x in mentions if (x.start, x.end) == (mention.start, mention.end)),
            key=lambda x: (_PREFERRED.index(x.kind), x.key),
        )
        and not _inside(mention, [x for x in mentions if x.kind in _NAMES or {x.kind, mention.kind} <= _WORK])
    ]
    works = any(mention.kind == "role" for mention in kept)
    return [mention for mention in kept if not (works and mention.kind == "field")]


_WORK = {"modality", "role", "field", "sdg"}
# Names of which a part is no thing of its own: health in the World Health Organization, Spain in Spanish (in Chinese).
_NAMES = ("host", "language")
_PREFERRED = ("modality", "language", "country", "city", "region", "role", "host", "field", "sdg")


def _covers(one: Mention, other: Mention) -> bool:
    return one.start <= other.start and other.end <= one.end


def _inside(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether it is a part of a longer one."""
    return any(_covers(x, mention) and (x.start, x.end) != (mention.start, mention.end) for x in others)


@cache
def month_names(language: str) -> dict[str, int]:
    """Stems of the months' names, as CLDR writes them in dates and alone."""
    names: dict[str, int] = {}
    for code in (language, *FURTHER_LOCALES.get(language, ())):
        months = locale_of(code).months
        for form in ("format", "stand-alone"):
            for number, name in months[form]["wide"].items():
                words = tokens(fold(name))
                names.setdefault(stem(words[0], language), number) if len(words) == 1 else None
    return names

"""Reads what a partner says of a request for volunteers, in six languages: lines, people, steps, questions.

'Two nurses and a midwife in Chad from March' becomes two lines. Things are found by ``store.names``; numbers and the
words around them (``not``, ``also``, months, 'cancel') stand in ``store/data/request_words.csv``. What a message means
to a form that is open is decided in ``store.request_reading``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from store.names import Gazetteer, Mention
from store.request_text import DATE_WORD, breaks, cut, with_dates, with_duals, words_said
from store.volunteer_requests import LONGEST_NAME, SOON, Line, duration_of
from store.wish_words import month_names
from texts.folding import fold, stem, words_of

EMAIL = re.compile(r"\[e-mail \d+\]")
_PLACEHOLDER = re.compile(r"\[(?:e-mail|tel|passport|application|request|code)(?: \d+)?\]")
_MARK = re.compile(r"[?？؟]")
# 'No, ...' at the beginning is a correction and denies nothing that follows.
_NO = re.compile(
    r"^\s*(?:no|nope|non|sorry|pardon|perdon|lo siento|desole|لا|كلا|عفوا|不|不对|不是|对不起|нет|неверно|извините)\s*"
    r"[,.;:!،，。；！]\s*"
)
# How many words may stand between a number and what it counts, and between 'not' and what is denied.
NUMBER_REACHES, NOT_REACHES = 3, 1
LONGEST_WORDS = 6
YEARS_FROM = 1000  # of the calendar
# Small words inside of names ('Médecins sans Frontières', 'Fund for the Future', 'María de la Cruz').
_AND = frozenset({"and", "et", "y", "и", "of", "for", "pour", "para"})
_JOINS = _AND | {
    "de", "du", "des", "la", "le", "les", "l", "d", "del", "los", "el", "do", "da", "dos", "the", "van", "von", "der",
    "den", "bin", "al", "sans", "sin", "без",
}  # fmt: skip
UNITS = ("week", "month", "year")
THINGS = ("role", "field", "modality", "country", "region", "host")


@dataclass(frozen=True)
class Denied:
    """Values that are named only to say that they are wrong."""

    numbers: tuple[int, ...] = ()
    profiles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What a message says. ``steps`` are words that steer ('cancel'), ``bare`` a number that counts nothing named.

    ``asks``: it is a question, ``tries`` one that only tries a value out ('what about'); ``corrects``: it begins with
    'no'; ``also``: it adds to what there is. ``rest`` are words that nothing explains, ``plain`` the text without
    placeholders and introductions ('our organisation is').
    """

    lines: tuple[Line, ...] = ()
    organisation: str = ""
    contact: str = ""
    email: str = ""
    funding: str = ""
    steps: frozenset[str] = frozenset()
    asks: bool = False
    tries: bool = False
    corrects: bool = False
    also: bool = False
    bare: int | None = None
    denied: Denied = field(default_factory=Denied)
    regions: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    words: int = 0
    plain: str = ""

    @property
    def tells(self) -> bool:
        """Whether it holds any value."""
        return bool(self.lines or self.organisation or self.contact or self.email or self.funding)


def heard(text: str, language: str, names: Gazetteer, today: dt.date) -> Heard:
    """Everything that ``text`` says of a request; ``today`` decides which March is meant."""
    return _Message(text, language, names, today).heard()


@dataclass
class _Span:
    """A value and the words it stands in."""

    start: int
    end: int
    value: str
    denied: bool = False


class _Message:
    """One message while it is read."""

    def __init__(self, text: str, language: str, names: Gazetteer, today: dt.date) -> None:
        self._language, self._today = language, today
        self._email = (EMAIL.findall(text) or [""])[-1]
        text = _PLACEHOLDER.sub(" ", text)
        folded = fold(text)
        no = _NO.match(folded)
        self._corrects = no is not None
        if no is not None and len(folded) == len(text):
            text = text[no.end() :]
        self._marked = bool(_MARK.search(text))
        self._text = with_duals(with_dates(text), names) if language == "ar" else with_dates(text)
        self._words = words_of(self._text)
        self._folded = [fold(word) for word in self._words]
        self._breaks = breaks(self._text, self._words)
        self._said = words_said(self._text, language)
        funding = [x for x in self._said if x.kind == "funding"]
        found = [x for x in names.find(self._text, language, THINGS) if not any(_overlap(x, y) for y in funding)]
        self._things = _clear(found)
        self._used: set[int] = set()

    def heard(self) -> Heard:
        numbers = self._numbers()
        people = self._introduced()
        self._things = [x for x in self._things if not set(range(x.start, x.end)) & self._used]
        durations = self._durations(numbers)
        starts = self._starts(numbers)
        counts = [each for each in numbers if not self._used & set(range(each.start, each.end))]
        lines = self._lines(counts, starts, durations)
        steps = frozenset(mention.key for mention in self._said if mention.kind == "step")
        funding = self._keys("funding")
        free = [each for each in counts if not each.denied and not self._used & set(range(each.start, each.end))]
        hosts = [x.key for x in self._things if x.kind == "host" and not self._is_denied(x.start, x.end)]
        self._explain(numbers)
        return Heard(
            lines=tuple(lines), organisation=people.get("organisation", "") or next(iter(hosts), ""),
            contact=people.get("contact", ""), email=self._email, funding=next(iter(funding), ""), steps=steps,
            asks=self._asks(bool(lines or free)), tries=bool(self._of("maybe")), corrects=self._corrects,
            also=bool(self._of("also")),
            bare=int(free[0].value) if len(free) == 1 else None, denied=self._denied(counts),
            regions=tuple(x.text for x in self._things if x.kind == "region"),
            rest=tuple(word for position, word in enumerate(self._words) if position not in self._used),
            words=len(self._words), plain=self._plain(),
        )  # fmt: skip

    def _of(self, *keys: str) -> list[Mention]:
        return [mention for mention in self._said if mention.kind == "request" and mention.key in keys]

    def _keys(self, kind: str) -> list[str]:
        found = [x for x in self._said if x.kind == kind]
        return [x.key for x in found if not self._is_denied(x.start, x.end)]

    def _use(self, *spans: _Span) -> None:
        for span in spans:
            self._used.update(range(span.start, span.end))

    def _explain(self, numbers: Sequence[_Span]) -> None:
        """Count the words that only steer, join or introduce as explained."""
        self._use(*numbers)
        for mention in [*self._said, *self._things]:
            self._used.update(range(mention.start, mention.end))

    def _is_denied(self, start: int, end: int) -> bool:
        """Whether 'not' or 'instead of' stands right before the words ``start`` to ``end``."""
        for mention in self._of("not"):
            apart = start - mention.end
            inside = mention.start >= start and mention.end <= end
            if not inside and 0 <= apart <= NOT_REACHES and not self._broken(mention.end, start):
                return True
        return False

    def _broken(self, start: int, end: int) -> bool:
        """Whether a comma or a full stop stands between two words."""
        return any(start <= position <= end and position > 0 for position in self._breaks if start < position <= end)

    # --- questions ----------------------------------------------------------------------------------------------------

    def _asks(self, tells: bool) -> bool:
        """Whether it is a question; 'can you make it five?' is a wish."""
        asking = self._of("wh")
        polite = tells and bool(self._of("polite"))
        if self._language == "zh":
            return (bool(asking) or self._marked) and not polite
        first = bool(asking) and asking[0].start <= self._opening()
        if first or (self._marked and not polite):
            return True
        return any(mention.start <= self._opening() for mention in self._of("aux")) and not polite and self._marked

    def _opening(self) -> int:
        """Where a message begins to say something: after 'and', 'but', 'ok'."""
        position = 0
        small = {p for x in self._of("glue") for p in range(x.start, x.end)}
        small |= {p for x in self._said if x.kind == "step" for p in range(x.start, x.end)}
        wh = {x.start for x in self._of("wh", "aux")}
        while position in small and position not in wh and position < NUMBER_REACHES:
            position += 1
        return position

    # --- numbers, days, durations -------------------------------------------------------------------------------------

    def _numbers(self) -> list[_Span]:
        """Whole numbers in digits or words; 'twenty' and 'five' that stand together are one."""
        found = []
        for position, word in enumerate(self._folded):
            if re.fullmatch(r"\d{1,4}", word):
                found.append(_Span(position, position + 1, str(int(word))))
        words = [x for x in self._said if x.kind == "number" and " " not in x.key]
        for mention in sorted(words, key=lambda x: x.start):
            last = found[-1] if found else None
            value = int(mention.key)
            if last and last.end == mention.start and int(last.value) >= 20 and int(last.value) % 10 == 0 > value - 10:
                last.end, last.value = mention.end, str(int(last.value) + value)
            elif not any(x.start < mention.end and mention.start < x.end for x in found):
                found.append(_Span(mention.start, mention.end, str(value)))
        vague = {x.end for x in self._of("vague")}
        found = [x for x in found if x.end not in vague and x.end + 1 not in vague]
        for span in found:
            span.denied = self._is_denied(span.start, span.end)
        return sorted(found, key=lambda x: x.start)

    def _durations(self, numbers: Sequence[_Span]) -> list[_Span]:
        """'For six months', 'one year', '半年'; years of experience are none, nor is 'in two months'."""
        found = [
            _Span(x.start, x.end, duration_of(float(count), unit))
            for x in self._said
            if x.kind == "number" and " " in x.key
            for count, unit in [x.key.split()]
        ]
        for unit in self._of(*UNITS):
            before = [n for n in numbers if 0 <= unit.start - n.end <= (1 if self._language == "zh" else 0)]
            if any(x.start <= unit.start < x.end for x in found) or not before or int(before[-1].value) > YEARS_FROM:
                continue
            if self._of_experience(unit):
                self._use(before[-1])
                continue
            number = before[-1]
            span = _Span(number.start, unit.end, duration_of(float(number.value), unit.key), number.denied)
            if self._is_wait(span):
                span.value = self._months_on(span.value)
            found.append(span)
        self._use(*found)
        return sorted(found, key=lambda x: x.start)

    def _of_experience(self, unit: Mention) -> bool:
        return any(-2 <= x.start - unit.end <= 3 or 0 <= unit.start - x.end <= 3 for x in self._of("experience"))

    def _is_wait(self, span: _Span) -> bool:
        """'In three months' says when, not how long."""
        behind = self._language == "zh"
        return any(x.start == span.end if behind else x.end == span.start for x in self._of("after"))

    def _months_on(self, duration: str) -> str:
        """The month that lies a duration ahead."""
        number = int(duration[1:-1])
        months = self._today.month - 1 + (number if duration.endswith("M") else round(number / 4.3))
        return f"{self._today.year + months // 12}-{months % 12 + 1:02d}"

    def _starts(self, numbers: Sequence[_Span]) -> list[_Span]:
        """'From 15 March 2027', 'next month', 'as soon as possible', '2027年3月'."""
        found = [_Span(x.start, x.end, self._relative(x.key)) for x in self._of("soon", "next-month", "next-year")]
        for position, word in enumerate(self._folded):
            if match := DATE_WORD.fullmatch(word):
                parts = [part for part in match.groups() if part != "00"]
                found.append(_Span(position, position + 1, "-".join(parts)))
        months = list(self._chinese_months(numbers) if self._language == "zh" else self._named_months())
        found = [x for x in found if not any(y.start <= x.start < y.end for y in months)] + months
        taken = {p for span in found for p in range(span.start, span.end)}
        years = [(p, word) for p, word in enumerate(self._folded) if re.fullmatch(r"20\d\d", word) and p not in taken]
        if not found and years:
            position, word = years[0]
            unit = position + 1 < len(self._folded) and self._folded[position + 1] == "年"
            found.append(_Span(position, position + (2 if unit else 1), word))
        for span in found:
            span.denied = self._is_denied(span.start, span.end)
        self._use(*found)
        return sorted(found, key=lambda x: x.start)

    def _relative(self, key: str) -> str:
        if key == SOON:
            return SOON
        if key == "next-year":
            return str(self._today.year + 1)
        after = (self._today.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return after.isoformat()[:7]

    def _named_months(self) -> Iterable[_Span]:
        names = month_names(self._language)
        for position, word in enumerate(self._folded):
            month = names.get(stem(word, self._language))
            if not month or (self._language == "en" and word in ("may", "march") and self._words[position].islower()):
                continue
            start, end, day, year = position, position + 1, 0, 0
            if start and (number := re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th|e)?", self._folded[start - 1])):
                start, day = start - 1, int(number[1])
            elif start > 1 and self._folded[start - 1] == "de" and self._folded[start - 2].isdigit():
                start, day = start - 2, int(self._folded[start - 2])
            if end < len(self._folded) and (number := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", self._folded[end])):
                end, day = end + 1, int(number[1])
            for further in range(end, min(end + 2, len(self._folded))):
                if re.fullmatch(r"20\d\d", self._folded[further]):
                    end, year = further + 1, int(self._folded[further])
                    break
            yield _Span(start, end, self._day(year, month, day))

    def _chinese_months(self, numbers: Sequence[_Span]) -> Iterable[_Span]:
        for position in (p for p, word in enumerate(self._folded) if word == "月"):
            before = [n for n in numbers if n.end == position and 1 <= int(n.value) <= 12]
            if not before:
                continue
            start, end, year = before[0].start, position + 1, 0
            if start > 1 and self._folded[start - 1] == "年" and re.fullmatch(r"20\d\d", self._folded[start - 2]):
                start, year = start - 2, int(self._folded[start - 2])
            elif start and (next_year := [x for x in self._of("next-year") if x.end == start]):
                start, year = next_year[0].start, self._today.year + 1
            days = [n for n in numbers if n.start == end and n.end < len(self._folded)]
            day = int(days[0].value) if days and self._folded[days[0].end] in ("日", "号") else 0
            yield _Span(start, days[0].end + 1 if day else end, self._day(year, int(before[0].value), day))

    def _day(self, year: int, month: int, day: int) -> str:
        """ISO, as exactly as it was said; the next such month when no year is said."""
        year = year or self._today.year + (month < self._today.month)
        return f"{year}-{month:02d}-{day:02d}" if 1 <= day <= 31 else f"{year}-{month:02d}"

    # --- lines --------------------------------------------------------------------------------------------------------

    def _lines(self, numbers: Sequence[_Span], starts: Sequence[_Span], durations: Sequence[_Span]) -> list[Line]:
        """A line for each kind of volunteers, with the country, start and so on that stand nearest."""
        waits = [x for x in durations if not x.value.startswith("P")]
        values: dict[str, list[_Span]] = {
            "country": self._spans("country"), "modality": self._spans("modality"),
            "start": [x for x in [*starts, *waits] if not x.denied],
            "duration": [x for x in durations if x.value.startswith("P") and not x.denied],
        }  # fmt: skip
        anchors = self._anchors(numbers, values["modality"])
        lines = [self._line(anchor, anchors, values, numbers) for anchor in anchors]
        if not lines:
            first = {name: spans[0].value for name, spans in values.items() if spans}
            return [replace(Line(), **first)] if first else []  # type: ignore[arg-type] # texts alone
        several = list(dict.fromkeys(x.value for x in values["country"]))
        if len(lines) == 1 and len(several) > 1:
            # Two nurses 'in Chad and Mali' may be two or four.
            return [replace(lines[0], number=0, country=country) for country in several]
        return lines

    def _spans(self, kind: str) -> list[_Span]:
        return [
            _Span(x.start, x.end, x.key) for x in self._things if x.kind == kind and not self._is_denied(x.start, x.end)
        ]

    def _anchors(self, numbers: Sequence[_Span], modalities: Sequence[_Span]) -> list[_Span]:
        """What lines hang on: occupations, else words behind a number, else kinds of service or 'volunteers'."""
        roles = [_Span(x.start, x.end, x.key) for x in self._things if x.kind == "role"]
        roles = [x for x in roles if not self._is_denied(x.start, x.end)]
        roles += [x for x in self._unknown_profiles(numbers, roles) if not x.denied]
        if roles:
            return sorted(roles, key=lambda x: x.start)
        fields = [_Span(x.start, x.end, x.text) for x in self._things if x.kind == "field"]
        counted = [x for x in modalities if self._count_of(x, [x], numbers)]
        if len(counted) > 1:
            return [replace(x, value="") for x in counted]
        people = [_Span(x.start, x.end, "") for x in self._of("volunteer")] + [replace(x, value="") for x in modalities]
        people = [x for x in people if self._count_of(x, [x], numbers)]
        return fields[:1] or people[:1]

    def _unknown_profiles(self, numbers: Sequence[_Span], roles: Sequence[_Span]) -> Iterable[_Span]:
        """Occupations that the store does not know, behind a number: 'two drone pilots in Chad'."""
        known = {p for x in self._things for p in range(x.start, x.end)}
        stops = {
            x.start for x in self._of("stop", "volunteer", "not", "soon", "experience", "measure", "vague", *UNITS)
        }
        stops |= {x.start for x in self._said if x.kind in ("number", "step", "intro", "funding")}
        measures = {p for x in self._of("measure") for p in range(x.start, x.end)} if self._language == "zh" else set()
        for number in numbers:
            start = end = number.end + (1 if number.end in measures else 0)
            while (
                end < len(self._words)
                and end not in known | self._used | stops
                and not self._broken(number.start, end)
                and end - start < LONGEST_WORDS * (2 if self._language == "zh" else 1)
            ):
                end += 1
            words = self._words[start:end]
            glue = {p for x in self._of("glue", "stop", "volunteer", "also") for p in range(x.start, x.end)}
            real = [p for p in range(start, end) if p not in glue and not self._folded[p].isdigit()]
            near = any(0 <= role.start - number.end <= NUMBER_REACHES for role in roles)
            if real and not near and real[0] == start and not number.denied:
                while end - 1 in glue:
                    end -= 1
                yield _Span(start, end, ("" if self._language == "zh" else " ").join(words[: end - start]))

    def _count_of(self, anchor: _Span, anchors: Sequence[_Span], numbers: Sequence[_Span]) -> _Span | None:
        """The number of volunteers that an anchor stands for: before it, or right behind it ('nurses: 5')."""
        reach = NUMBER_REACHES
        for number in reversed(numbers):
            apart = anchor.start - number.end
            between = [x for x in anchors if number.end <= x.start < anchor.start]
            if 0 <= apart <= reach and not between and not number.denied and not self._broken(number.end, anchor.start):
                return number
        for number in numbers:
            counts_next = any(0 <= x.start - number.end <= 1 for x in anchors if x is not anchor)
            if 0 <= number.start - anchor.end <= 1 and not counts_next and not number.denied:
                return number
        return None

    def _line(
        self, anchor: _Span, anchors: Sequence[_Span], values: dict[str, list[_Span]], numbers: Sequence[_Span]
    ) -> Line:
        number = self._count_of(anchor, anchors, numbers)
        if number is not None:
            self._use(number)
        self._use(anchor)
        nearest = {name: _nearest(anchor, anchors[0], spans) for name, spans in values.items()}
        line = Line(number=int(number.value) if number else 0, profile=anchor.value)
        return replace(line, **nearest)  # type: ignore[arg-type] # texts alone

    def _denied(self, numbers: Sequence[_Span]) -> Denied:
        def keys(kind: str) -> tuple[str, ...]:
            return tuple(x.key for x in self._things if x.kind == kind and self._is_denied(x.start, x.end))

        return Denied(tuple(int(x.value) for x in numbers if x.denied), keys("role"), keys("country"), keys("modality"))

    # --- people -------------------------------------------------------------------------------------------------------

    def _introduced(self) -> dict[str, str]:
        """What stands behind 'on behalf of' and 'my name is', up to a comma or a word that begins something else."""
        found: dict[str, str] = {}
        for mention in (x for x in self._said if x.kind == "intro" and x.key != "plain"):
            ends = {
                x.start
                for x in self._said
                if x.start > mention.start and x.kind in ("intro", "funding") and x.key != "plain"
            }
            ends |= {x.start for x in self._of("stop") if self._language != "zh"}
            hosts = [x for x in self._things if x.kind == "host" and 0 <= x.start - mention.end <= 1]
            end = mention.end
            while end < len(self._words) and end not in ends and not self._broken(mention.end, end):
                if not self._can_be_named(end, mention.key):
                    break
                end += 1
            while end > mention.end and self._folded[end - 1] in _JOINS:
                end -= 1
            words = self._words[mention.end : end]
            if hosts and mention.key == "organisation":
                found[mention.key] = hosts[0].key
            elif words and len(words) <= LONGEST_WORDS * (3 if self._language == "zh" else 1):
                found.setdefault(mention.key, cut(self._text, self._words, mention.end, end))
                self._used.update(range(mention.end, end))
        return found

    def _can_be_named(self, position: int, kind: str) -> bool:
        """Whether a word can belong to a name: in capitals where the script has them, or a small word between them."""
        word = self._words[position]
        if self._language in ("ar", "zh") or not word[:1].islower():
            return True
        return self._folded[position] in _JOINS and not (kind == "contact" and self._folded[position] in _AND)

    def _plain(self) -> str:
        """The text without 'it is', 'we are' at its beginning: the answer to a question for a name."""
        start = 0
        for mention in (x for x in self._said if x.kind == "intro"):
            if mention.start == start:
                start = mention.end
        text = cut(self._text, self._words, start, len(self._words)) if start < len(self._words) else ""
        return text[:LONGEST_NAME]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _nearest(anchor: _Span, first: _Span, spans: Sequence[_Span]) -> str:
    """The value of an anchor: the one behind it, or before it where values stand before what they belong to."""
    if not spans:
        return ""
    inside = [x for x in spans if x.start <= anchor.start < x.end]
    if inside:
        return inside[0].value
    if spans[0].start < first.start:
        return next((x.value for x in reversed(spans) if x.start <= anchor.start), spans[0].value)
    return next((x.value for x in spans if x.start >= anchor.end), spans[-1].value)


def _clear(mentions: Sequence[Mention]) -> list[Mention]:
    """Without the field in an occupation's name and the occupation inside a kind of service."""
    kept = []
    for mention in mentions:
        if not any(_covers(x, mention) for x in mentions if x.kind in ("modality", "role", "host")):
            kept.append(mention)
    first: dict[tuple[int, int, str], Mention] = {}
    for mention in kept:
        first.setdefault((mention.start, mention.end, mention.kind), mention)
    return list(first.values())


def _covers(one: Mention, other: Mention) -> bool:
    """Whether the words of ``other`` belong to ``one``; of equal extent a field gives way."""
    inside = one.start <= other.start and other.end <= one.end
    longer = one.end - one.start > other.end - other.start
    return inside and (longer or (other.kind == "field" and one.kind != "field"))

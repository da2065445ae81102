"""What happens in a working day: who wrote what and when, and whether the store and every screen agree with it.

Every text that is written bears a mark, ``V07n2`` for the second message of visitor 07 and ``S07n1`` for the first
answer of staff to that visitor, so that one that is lost, doubled, out of order or on a foreign screen is found.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"\b([VS])(\d\d)n(\d+)\b")
PEOPLE = ("visitor", "staff")
# How a request may stand when the day is over.
SETTLED = "solved"


@dataclass(frozen=True)
class Said:
    """One message as the store or a screen has it; ``author`` is visitor, staff, assistant or system."""

    author: str
    text: str


@dataclass
class Visit:
    """One visitor: who they are, what they and staff wrote, in order, and what their screen and staff's showed."""

    key: str
    language: str
    scene: str
    in_browser: bool
    conversation: str = ""
    written: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    screen: list[Said] = field(default_factory=list)
    seen_by_staff: list[str] = field(default_factory=list)
    step: str = "not there yet"

    def sign(self, text: str) -> str:
        """``text`` with the visitor's next mark, noted as written."""
        self.written.append(f"{text} V{self.key}n{len(self.written) + 1}")
        return self.written[-1]

    def sign_answer(self, text: str) -> str:
        """``text`` with the next mark of staff, noted as written."""
        self.answers.append(f"{text} S{self.key}n{len(self.answers) + 1}")
        return self.answers[-1]

    def press(self, title: str) -> None:
        """A button was pressed: the words on it become a message."""
        self.written.append(title)


class Day:
    """What visitors, staff and the restart share: visits by key, moments, waiting times, and what was wrong."""

    def __init__(self, visits: Iterable[Visit]) -> None:
        self.visits = {visit.key: visit for visit in visits}
        self.over = asyncio.Event()
        self.may_restart = asyncio.Event()
        self.down = asyncio.Event()
        self.back = asyncio.Event()
        self.put_off: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.wrong: list[str] = []
        self.gave_up = False
        self.counts: Counter[str] = Counter()
        self.seconds: defaultdict[str, list[float]] = defaultdict(list)
        self._began: dict[tuple[str, str], float] = {}

    @property
    def is_down(self) -> bool:
        """Whether the desk has been killed and is not back yet."""
        return self.down.is_set() and not self.back.is_set()

    def begins(self, what: str, about: str) -> None:
        """Something that will be visible elsewhere was done now: ``what`` is measured, ``about`` a mark or key."""
        self._began[what, about] = time.monotonic()

    def ends(self, what: str, about: str) -> None:
        """It is visible now. Counted once; what never began is not counted."""
        began = self._began.pop((what, about), None)
        if began is not None:
            self.seconds[what].append(time.monotonic() - began)

    def blame(self, words: str) -> None:
        """Something went wrong."""
        self.wrong.append(words)


def marks(texts: Iterable[str]) -> list[str]:
    """The marks in ``texts``, in order."""
    return [match[0] for text in texts for match in MARK.finditer(text)]


def stored(path: Path) -> dict[str, list[Said]]:
    """Every conversation of a SQLite store, by its id, in the order of ``seq``. Gaps and doubles raise ValueError."""
    found: defaultdict[str, list[Said]] = defaultdict(list)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = "SELECT conversation_id, seq, author, text FROM messages ORDER BY conversation_id, seq"
        for conversation, seq, author, text in database.execute(rows):
            found[conversation].append(Said(author, text))
            if seq != len(found[conversation]):
                raise ValueError(
                    f"conversation {conversation}: message {seq} stands at place {len(found[conversation])}"
                )
    return found


def unsettled(path: Path) -> list[str]:
    """The requests of a store that still wait or are in work when the day is over."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = database.execute('SELECT "case", state, reason FROM tickets WHERE state != ?', (SETTLED,))
        return [f"request {case} ({reason}) is still {state}" for case, state, reason in rows]


def judge(visit: Visit, said: Sequence[Said], others: Iterable[str]) -> list[str]:
    """What is wrong with one visit: ``said`` is its conversation in the store, ``others`` the texts of all others."""
    found = []
    for author, wanted in (("visitor", visit.written), ("staff", visit.answers)):
        found += _differences(f"the store, by {author}", wanted, [each.text for each in said if each.author == author])
        shown = [each.text for each in visit.screen if each.author == author]
        found += _differences(f"the visitor's screen, by {author}", marks(wanted), marks(shown))
    order = marks(each.text for each in said if each.author in PEOPLE)
    shown = marks(each.text for each in visit.screen if each.author in PEOPLE)
    if sorted(order) == sorted(shown) and order != shown:
        found.append(f"the visitor's screen: order is {shown}, in the store {order}")
    if visit.seen_by_staff != order[: len(visit.seen_by_staff)]:
        found.append(f"staff's screen: {visit.seen_by_staff}, in the store {order}")
    if visit.answers and not visit.seen_by_staff:
        found.append("staff's screen: nothing was read from it")
    mine = set(marks([*visit.written, *visit.answers]))
    found += [f"{mark} stands in another conversation" for mark in marks(others) if mark in mine]
    return [f"visitor {visit.key} ({visit.language}, {visit.scene}): {each}" for each in found]


def _differences(where: str, wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    lost, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    wrong = [f"{where}: lost {text!r}" for text in lost.elements()]
    wrong += [f"{where}: {'doubled' if text in wanted else 'unknown'} {text!r}" for text in more.elements()]
    if not wrong and list(wanted) != list(found):
        wrong.append(f"{where}: order is {list(found)}, written as {list(wanted)}")
    return wrong


def table(day: Day) -> str:
    """What happened, as lines: counts, then waiting times in milliseconds."""
    visits = day.visits.values()
    counts = {
        "visitors": len(day.visits), "  of them in a browser": sum(visit.in_browser for visit in visits),
        "messages of visitors": sum(len(visit.written) for visit in visits),
        "answers of staff": sum(len(visit.answers) for visit in visits), **day.counts,
    }  # fmt: skip
    lines = [f"{name:<38}{count:>8}" for name, count in counts.items()]
    lines += ["", f"{'milliseconds':<38}{'number':>8}{'p50':>8}{'p95':>8}{'longest':>9}"]
    for what, seconds in day.seconds.items():
        p50, p95 = statistics.median(seconds), percentile(seconds, 95)
        lines.append(f"{what:<38}{len(seconds):>8}{p50 * 1000:>8.0f}{p95 * 1000:>8.0f}{max(seconds) * 1000:>9.0f}")
    return "\n".join(lines)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest of ``values`` that at least ``percent`` of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * percent // 100) - 1]

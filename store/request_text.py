"""A message as words, before it is read as a request: its vocabulary, dates of digits, where commas stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from store import models as m
from store.datafile import read_csv
from store.load import SHARED
from store.names import Gazetteer, Mention
from store.rows import WordRow
from texts.folding import fold, tokens
from texts.language import SUPPORTED

_DATES = (
    (re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), (1, 2, 3)),
    (re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)(?!\d)"), (3, 2, 1)),
    (re.compile(r"(?<!\d)(20\d\d)[-/](\d{1,2})(?!\d)"), (1, 2, 0)),
    (re.compile(r"(?<!\d)(\d{1,2})[-/.](20\d\d)(?!\d)"), (2, 1, 0)),
)
DATE_WORD = re.compile(r"start(20\d\d)(\d\d)(\d\d)")
_BREAK = re.compile(r"[,;.!?:\n،؛，。；！？：、]")
# Languages whose short words count only as they are written.
WRITTEN, SHORT_WORD = ("en", "fr", "es"), 4


@cache
def _names(language: str) -> tuple[m.Name, ...]:
    """The words of requests, and numbers."""
    lines = [
        *read_csv(SHARED / "request_words.csv", WordRow, SUPPORTED, names_required=False),
        *(
            each
            for name, kind in (("fact_words.csv", "number"), ("words.csv", "amount"))
            for each in read_csv(SHARED / name, WordRow, SUPPORTED, names_required=False)
            if each.row.kind == kind
        ),
    ]
    return tuple(
            m.Name(
                kind="number" if line.row.kind == "amount" else line.row.kind, key=line.row.key, language=language,
                position=position, text=name.text, exact=False,
            )
            for line in lines
            for position, name in enumerate(line.names[language])
    )  # fmt: skip


@cache
def _vocabulary(language: str) -> Gazetteer:
    return Gazetteer(_names(language), [language])


@cache
def _spellings(language: str) -> frozenset[tuple[str, str, str]]:
    return frozenset((name.kind, name.key, " ".join(tokens(fold(name.text)))) for name in _names(language))


def words_said(text: str, language: str) -> list[Mention]:
    """The words of requests in a text. Short ones and numbers count only as they are written, where stems collide.

    'Dès' is no 'de' and 'non' no 'nonante' in French; Russian and Arabic have too many forms to be listed.
    """
    found = _vocabulary(language).find(text, language)
    if language not in WRITTEN:
        return found
    known = _spellings(language)

    def is_meant(mention: Mention) -> bool:
        words = " ".join(tokens(fold(mention.text)))
        short = len(words) <= SHORT_WORD or mention.kind == "number"
        return not short or (mention.kind, mention.key, words) in known

    return [mention for mention in found if is_meant(mention)]


def with_dates(text: str) -> str:
    """The text with dates of digits as one word each."""
    for pattern, (year, month, day) in _DATES:

        def word(match: re.Match[str], year: int = year, month: int = month, day: int = day) -> str:
            found = int(match[month]), int(match[day]) if day else 0
            return f" start{match[year]}{found[0]:02d}{found[1]:02d} " if 1 <= found[0] <= 12 else match[0]

        text = pattern.sub(word, text)
    return text


def with_duals(text: str, names: Gazetteer) -> str:
    """Arabic has a form for two: 'ممرضتين' are two nurses."""

    def two(match: re.Match[str]) -> str:
        one = f"{match[1]}ة"
        return f"2 {one}" if names.find(one, "ar", {"role"}) else match[0]

    return re.sub(r"(?<!\w)(\w{3,})(?:تين|تان)(?!\w)", two, text)


def _positions(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where each word stands in the text."""
    found, at = [], 0
    for word in words:
        start = text.find(word, at)
        start = at if start < 0 else start
        at = start + len(word)
        found.append((start, at))
    return found


def breaks(text: str, words: Sequence[str]) -> set[int]:
    """The words that a comma or a full stop stands before."""
    places = _positions(text, words)
    return {n for n in range(1, len(words)) if _BREAK.search(text[places[n - 1][1] : places[n][0]])}


def cut(text: str, words: Sequence[str], start: int, end: int) -> str:
    """The words ``start`` to ``end`` as they are written."""
    places = _positions(text, words)
    return text[places[start][0] : places[end - 1][1]].strip()

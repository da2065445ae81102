"""Cuts text into the terms of full-text search: the same for what is searched and for what is searched for.

Words are folded and stemmed by their script: Russian, Arabic, and English for all Latin letters, since the language of
a title is not known. Han characters become overlapping pairs (护士长: 护士, 士长), which finds words without knowing
where they begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from texts.folding import fold, stem, tokens

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def terms(text: str) -> list[str]:
    """The terms of ``text`` in its order: letters and digits only, safe in any query syntax."""
    return [term for han, run in groupby(tokens(fold(text)), is_han) for term in (_pairs(run) if han else _stems(run))]


def is_han(token: str) -> bool:
    """Whether a token (or character) is a Han character."""
    return bool(_HAN.match(token))


def _pairs(characters: Iterator[str]) -> list[str]:
    run = list(characters)
    return ["".join(pair) for pair in pairwise(run)] or run


def _stems(words: Iterator[str]) -> list[str]:
    return [stem(word, _language(word)) for word in words]


def _language(word: str) -> str:
    if _ARABIC.match(word):
        return "ar"
    return "ru" if _CYRILLIC.match(word) else "en"

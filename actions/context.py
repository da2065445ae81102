"""Follow-ups that leave words out: 'and in 2018?', 'what about women?', 'et pour les jeunes ?', '那儿童基金会呢？'.

Such a message is understood as the question before it with the new words in place of those of the same kind: a year for
a year, an entity for an entity. It is then answered like any other question.

After a search a message that says nothing but wishes ('only in French', 'longer than six months') refines that search;
its words are not merged but its wishes (``store.wishes``).
"""

from __future__ import annotations

import re

from store.names import Gazetteer
from store.wish_words import Reading
from texts.folding import fold, tokens, words_of

# How a follow-up begins (or ends, in Chinese), folded. The Arabic 'and' is written on the next word.
BEGINS = re.compile(
    r"^(?:(?:and|or|but|what about|how about|same for|only|et|mais|qu en est il|seulement|y|e|pero|que hay de|"
    r"que pasa con|solo|и|а|но|только|ماذا عن|طيب|بس|فقط)\b|و(?!ين|ش\b|قت|احد)|那|还有|只要)"
)
ENDS = re.compile(r"呢\W*$")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Kinds that say which people are meant: one takes the place of another ('and women?', 'and those under 30?').
PEOPLE = ("gender", "age", "disability", "origin")
# What a question names, besides what it asks for.
THINGS = ("host", "country", "region", "modality", *PEOPLE)
# Words that ask for something by themselves.
OWN_QUESTION = {("operation", "howmany"), ("measure", "share")}
# In words; in Chinese every character is one.
LONGEST, LONGEST_CHINESE = 7, 12


def is_follow_up(text: str, language: str) -> bool:
    """Whether the message is short and begins or ends as one that goes on with the question before."""
    folded = " ".join(tokens(fold(text))) if language != "zh" else fold(text).strip()
    length = len(tokens(folded))
    short = length <= (LONGEST_CHINESE if language == "zh" else LONGEST)
    return short and bool(BEGINS.search(folded) or ENDS.search(folded))


def in_context(asked: str, text: str, language: str, gazetteer: Gazetteer) -> str:
    """The question before, ``asked``, with the words of ``text`` in place of those of the same kind.

    Where ``text`` asks for a number of its own ('and how many countries?') only what the question before named goes
    over into it.
    """
    said = gazetteer.find(text, language)
    kinds = {mention.kind for mention in said}
    if kinds & set(PEOPLE):
        kinds |= set(PEOPLE)
    before = [mention for mention in gazetteer.find(asked, language) if mention.kind not in kinds]
    words = words_of(asked)
    dated = bool(YEAR.search(fold(text)))
    if any((mention.kind, mention.key) in OWN_QUESTION for mention in said):
        named = {p for mention in before if mention.kind in THINGS for p in range(mention.start, mention.end)}
        kept = [word for p, word in enumerate(words) if p in named or (YEAR.fullmatch(fold(word)) and not dated)]
    else:
        replaced = {
            p for m in gazetteer.find(asked, language) if m.kind in kinds for p in range(m.start, m.end)
        }  # fmt: skip
        kept = [w for p, w in enumerate(words) if p not in replaced and not (dated and YEAR.fullmatch(fold(w)))]
    return ("" if language == "zh" else " ").join([*kept, text])


def refines(reading: Reading, text: str, language: str, sought: bool) -> bool:
    """Whether a message after a search goes on with it; ``sought``: the classifier takes it for a search.

    It says nothing but wishes; or it goes on by its words ('only', 'the ones', 'and') and is taken for a search. Who
    speaks of jobs or searching in a sentence of their own begins a new one.
    """
    marked = reading.refines or is_follow_up(text, language)
    if reading.asks and not marked and not reading.again:
        return False
    return (bool(reading) and not reading.rest) or (sought and marked)

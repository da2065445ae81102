"""Follow-ups that leave words out: 'and in 2018?', 'what about women?', 'et pour les jeunes ?', '那儿童基金会呢？'.

Such a message is understood as the question before it with the new words in place of those of the same kind: a year for
a year, an entity for an entity. It is then answered like any other question.

After a search a message that says nothing but wishes ('only in French', 'longer than six months') refines that search;
its words are not merged but its wishes (``store.wishes``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from store.facts import answer_to, facts_in, steers
from store.figure_questions import years_of
from store.names import Gazetteer, Mention
from store.wish_words import Reading
from texts.folding import fold, tokens, words_of

# How a follow-up begins (or ends, in Chinese), folded. The Arabic 'and' is written on the next word.
BEGINS = re.compile(
    r"^(?:(?:and|or|but|what about|how about|same for|only|et|mais|qu en est il|seulement|y|e|pero|que hay de|"
    r"que pasa con|solo|и|а|но|только|ماذا عن|طيب|بس|فقط)\b|و(?!ين|ش\b|قت|احد)|那|还有|只要|其中|比上一年|比前一年)"
)
ENDS = re.compile(r"呢\W*$")
# Kinds that say which people are meant: one takes the place of another ('and women?', 'and those under 30?').
PEOPLE = ("gender", "age", "disability", "origin")
# What a question names, besides what it asks for.
THINGS = ("host", "country", "region", "modality", "category", *PEOPLE)
# Kinds of which one takes the place of the other.
ALIKE: tuple[tuple[str, ...], ...] = (PEOPLE, ("modality", "category"))
# What only says how figures are to be shown: 'as a chart', 'by region', 'as a percentage'.
MANNER = {("operation", "chart"), ("operation", "series"), ("operation", "each"), ("measure", "share")}
# Words that ask for something by themselves, and words that name a year by the one before.
OWN_QUESTION = {("operation", "howmany"), ("measure", "share")}
YEARS_ON = {("operation", "previous"): -1, ("operation", "next"): 1}
# In words; in Chinese every character is one.
LONGEST, LONGEST_CHINESE = 7, 12


def is_follow_up(text: str, language: str, gazetteer: Gazetteer) -> bool:
    """Whether the message is short and begins or ends as one that goes on with the question before.

    Or says nothing but another year, or how it wants the figures: 'as a chart'.
    """
    folded = " ".join(tokens(fold(text))) if language != "zh" else fold(text).strip()
    if len(tokens(folded)) > (LONGEST_CHINESE if language == "zh" else LONGEST):
        return False
    if BEGINS.search(folded) or ENDS.search(folded):
        return True
    found = gazetteer.find(text, language)
    said = {(mention.kind, mention.key) for mention in found}
    bare = not years_of(text) and all(mention.kind in ("operation", "measure", "dimension") for mention in found)
    return bool(said & YEARS_ON.keys()) or (bare and bool(said & MANNER) and ("operation", "howmany") not in said)


def tells_more(asked: str, text: str, language: str, gazetteer: Gazetteer, today: dt.date) -> bool:
    """Whether the message answers our question for the fact ``asked``, leaves it out or ends the questions.

    After the last question a follow-up may still add a fact or another kind of service ('and as a youth volunteer?').
    """
    if asked and (steers(text, language) or answer_to(asked, text, language, gazetteer, today) is not None):
        return True
    if not is_follow_up(text, language, gazetteer):
        return False
    return bool(gazetteer.find(text, language, {"modality"}) or facts_in(text, language, gazetteer, today))


def in_context(asked: str, text: str, language: str, gazetteer: Gazetteer) -> str:
    """The question before, ``asked``, with the words of ``text`` in place of those of the same kind.

    Where ``text`` asks for a number of something else ('and how many countries?') only what the question before named
    goes over into it.
    """
    said = {(mention.kind, mention.key) for mention in gazetteer.find(text, language)}
    kinds = {kind for kind, _ in said} - {"unit"}
    for alike in ALIKE:
        kinds |= set(alike) if kinds & set(alike) else set()
    years = _years(asked, text, said)
    before = _outermost(gazetteer.find(asked, language))
    own = bool(said & OWN_QUESTION) or "%" in text
    if own and kinds - {"operation", "measure"}:
        kept = _positions(mention for mention in before if mention.kind in THINGS and mention.kind not in kinds)
        words = [word for place, word in enumerate(words_of(asked)) if place in kept]
    else:
        replaced = _positions(mention for mention in before if mention.kind in kinds)
        words = [word for place, word in enumerate(words_of(asked)) if place not in replaced and not years_of(word)]
    return ("" if language == "zh" else " ").join([*words, *years, text])


def _years(asked: str, text: str, said: set[tuple[str, str]]) -> list[str]:
    """The years that go over: those of ``asked``, moved by 'the year after'; none when ``text`` has its own."""
    years = [] if years_of(text) else years_of(asked)
    moved = sum(YEARS_ON[word] for word in said & YEARS_ON.keys())
    return [f"{year + moved}" for year in years]


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """The mentions without those inside a longer one: no women in UN Women."""
    return [
        mention
        for mention in mentions
        if not any(
            other.start <= mention.start
            and mention.end <= other.end
            and other.end - other.start > mention.end - mention.start
            for other in mentions
        )
    ]


def _positions(mentions: Iterable[Mention]) -> set[int]:
    return {place for mention in mentions for place in range(mention.start, mention.end)}


def refines(reading: Reading, text: str, language: str, gazetteer: Gazetteer, sought: bool) -> bool:
    """Whether a message after a search goes on with it; ``sought``: the classifier takes it for a search.

    It says nothing but wishes; or it goes on by its words ('only', 'the ones', 'and') and is taken for a search. Who
    speaks of jobs or searching in a sentence of their own begins a new one.
    """
    marked = reading.refines or is_follow_up(text, language, gazetteer)
    if reading.asks and not marked and not reading.again:
        return False
    return (bool(reading) and not reading.rest) or (sought and marked)

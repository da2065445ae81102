"""Follow-ups that leave words out: 'and in 2018?', 'what about women?', 'et pour les jeunes ?', '那儿童基金会呢？'.

Such a message is understood as the question before it with the new words in place of those of the same kind: a year for
a year, an entity for an entity. It is then answered like any other question.

After a search a message that says nothing but wishes ('only in French', 'longer than six months') refines that search;
its words are not merged but its wishes (``store.wishes``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from store.facts import answer_to, facts_in, steers
from store.names import Gazetteer, Mention
from store.wish_words import Reading
from store.years import years_of
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
# Kinds of which one takes the place of the other; of all of them where the question before has none of its own group.
ALIKE: tuple[tuple[str, ...], ...] = (PEOPLE, ("modality", "category"))
WHO = frozenset(kind for alike in ALIKE for kind in alike)
# What a ranking is along, and the kind of thing that takes its place: 'which mission has most? - and MINUSCA?'
ALONG = {
    "host": "host", "mission": "host", "country": "country", "region": "region", "donor": "country",
    "nationality": "country",
}  # fmt: skip
# What makes a ranking of a question.
RANKING = {("operation", "most"), ("operation", "least"), ("operation", "each"), ("operation", "list")}
COMPARES = ("operation", "difference")
# What only says how figures are to be shown: 'as a chart', 'by region', 'as a percentage'.
MANNER = {("operation", "chart"), ("operation", "series"), ("operation", "each"), ("measure", "share")}
# Kinds of words that say what is to be done.
STEERING = ("operation", "measure", "dimension")
# Words that ask for something by themselves, and words that name a year by the one before.
OWN_QUESTION = {("operation", "howmany"), ("measure", "share")}
YEARS_ON = {("operation", "previous"): -1, ("operation", "next"): 1}
# In words; in Chinese every character is one.
LONGEST, LONGEST_CHINESE = 7, 12


def is_follow_up(text: str, language: str, gazetteer: Gazetteer) -> bool:
    """Whether the message is short and begins or ends as one that goes on with the question before.

    Or says nothing but another year, one thing to compare with ('compared with 2018'), or how it wants the figures:
    'as a chart'.
    """
    folded = " ".join(tokens(fold(text))) if language != "zh" else fold(text).strip()
    if len(tokens(folded)) > (LONGEST_CHINESE if language == "zh" else LONGEST):
        return False
    if BEGINS.search(folded) or ENDS.search(folded):
        return True
    found = gazetteer.find(text, language)
    said = {(mention.kind, mention.key) for mention in found}
    if said & YEARS_ON.keys():
        return True
    steering = [mention for mention in found if mention.kind in STEERING]
    # A word that steers may be an occupation's too ('gráfico', 'par rapport à').
    named = {x.text for x in found if not any(word.start <= x.start and x.end <= word.end for word in steering)}
    named |= {f"{year}" for year in years_of(text)}
    if ("operation", "howmany") in said:
        return False
    return len(named) == 1 if COMPARES in said else not named and bool(said & MANNER)


def names_something(text: str, language: str, gazetteer: Gazetteer) -> bool:
    """Whether the message names a thing or a year that may stand in a question about figures."""
    found = gazetteer.find(text, language)
    return any(x.kind in THINGS or (x.kind, x.key) in YEARS_ON for x in found) or bool(years_of(text))


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
    before = _outermost(gazetteer.find(asked, language))
    kinds = {kind for kind, _ in said} - {"unit"}
    if COMPARES in said:
        kinds &= {"operation"}
    for alike in ALIKE:
        if kinds & set(alike):
            kinds |= set(alike) if any(mention.kind in alike for mention in before) else WHO
    years = _years(asked, text, said)
    ranking = _ranking(before, kinds, said)
    own = bool(said & OWN_QUESTION) or "%" in text
    if own and kinds - {"operation", "measure"}:
        kept = _positions(mention for mention in before if mention.kind in THINGS and mention.kind not in kinds)
        words = [word for place, word in enumerate(words_of(asked)) if place in kept]
    else:
        replaced = _positions(mention for mention in before if mention.kind in kinds or mention in ranking)
        words = [word for place, word in enumerate(words_of(asked)) if place not in replaced and not years_of(word)]
    return ("" if language == "zh" else " ").join([*words, *years, text])


def _years(asked: str, text: str, said: set[tuple[str, str]]) -> list[str]:
    """The years that go over: those of ``asked``, moved by 'the year after'.

    None when ``text`` has its own; of a year to compare with, both.
    """
    own = len(years_of(text))
    years = years_of(asked) if not own or (own == 1 and COMPARES in said) else ()
    moved = sum(YEARS_ON[word] for word in said & YEARS_ON.keys())
    return [f"{year + moved}" for year in years]


def _ranking(before: Sequence[Mention], kinds: set[str], said: set[tuple[str, str]]) -> list[Mention]:
    """What made a ranking of the question before, where the message names one of those that were ranked."""
    nouns = {ALONG[mention.key] for mention in before if mention.kind == "dimension" and mention.key in ALONG}
    if not nouns & kinds or said & RANKING:
        return []
    return [x for x in before if (x.kind, x.key) in RANKING or x.kind in ("dimension", "count")]


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

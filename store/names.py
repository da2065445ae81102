"""Finds the things that a message names: countries, entities, occupations, modalities, metrics, in six languages.

Names are rows of the store, so a new one is recognised at once, without training. They are compared folded and stemmed
(``texts.folding``), longest first; Chinese is matched by characters. Acronyms work in every language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from texts.folding import fold, readings, stem, tokens, words_of

# Kinds whose names are proper names: they are recognised in whatever language the rest of the message is.
PROPER = frozenset({"host", "country", "region", "city", "indicator"})
PLACES = frozenset({"country", "city"})
# Groups of kinds of which one name hides another inside it.
GROUPS = (
    frozenset({"host", "country", "region", "city"}),
    frozenset({"modality", "role", "field"}),
    frozenset({"host", "role"}),  # the human rights officer is not of the human rights office
    frozenset({"region", "language"}),  # nor the Arab States a language
)
# Words that only mean something in a search ('not', 'longer than', 'please'); ``store.wish_words`` looks for them.
WISH_KINDS = ("wish", "amount")
# Words whose stem is that of a proper name and that never mean it: 'así' (Asia), 'мало' (Mali), 'seul' (Seoul).
EVERYDAY = "everyday"
# A misspelt proper name must be this similar (percent) and this long to count.
FUZZY_SCORE = 88
FUZZY_LENGTH = 5
# In Arabic, which writes no short vowels, one letter makes another word of a short one.
FUZZY_LENGTH_ARABIC = 7
# In so many example questions a word stands that is an ordinary one.
ORDINARY = 3
# In so many one says nothing of what somebody is looking for ('what', 'right', 'current').
COMMON = 15
# In words; in Chinese every character is one.
LONGEST_NAME = 24


@dataclass(frozen=True)
class Mention:
    """A thing named in a message: tokens ``start`` to ``end`` (not included), which ``text`` they are."""

    kind: str
    key: str
    start: int
    end: int
    text: str
    fuzzy: bool = False

    def overlaps(self, other: Mention) -> bool:
        """Whether both have a word in common."""
        return self.start < other.end and other.start < self.end


@dataclass
class _Index:
    """Names of one language by their stems, and as they are written."""

    by_stems: dict[tuple[str, ...], list[m.Name]] = field(default_factory=lambda: defaultdict(list))
    by_words: dict[tuple[str, ...], list[m.Name]] = field(default_factory=lambda: defaultdict(list))
    # How many words the longest name has that begins with a word or stem: most words begin none.
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, name: m.Name, words: list[str]) -> None:
        """Put in a name of these folded words."""
        stems = tuple(stem(word, name.language) for word in words)
        self.by_stems[stems].append(name)
        self.by_words[tuple(words)].append(name)
        for first in (words[0], stems[0]):
            self.longest[first] = max(len(words), self.longest.get(first, 0))


class Gazetteer:
    """Every name of the store, ready for look-up. Build it anew when the store's revision has moved."""

    def __init__(self, names: Iterable[m.Name], languages: Collection[str]) -> None:
        self._indexes: dict[str, _Index] = {language: _Index() for language in languages}
        self._shown: dict[tuple[str, str, str], str] = {}
        self._keys: dict[str, set[str]] = defaultdict(set)
        self._texts: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._vocabulary: set[str] = set()
        self._everyday: dict[str, set[str]] = defaultdict(set)
        self.common: frozenset[str] = frozenset()
        self.cities: frozenset[str] = frozenset()
        self._spellings: dict[str, dict[str, tuple[str, str]]] = {language: {} for language in languages}
        for name in names:
            self._add(name)

    @classmethod
    def load(cls, session: Session, languages: Collection[str], kinds: Collection[str] = ()) -> Gazetteer:
        """The gazetteer of everything in the store but the words of wishes, or of ``kinds`` alone."""
        wanted = m.Name.kind.in_(kinds) if kinds else m.Name.kind.not_in(WISH_KINDS)
        spoken = m.Name.language.in_(languages)
        gazetteer = cls(session.scalars(select(m.Name).where(spoken, wanted).order_by(m.Name.position)), languages)
        if kinds:
            return gazetteer
        gazetteer.add_cities(other_cities(session))
        questions = [text for some in session.scalars(select(m.ArticleText.questions)) for text in some]
        questions += session.scalars(select(m.ExampleQuestion.text))
        counts = Counter(word for text in questions for word in set(tokens(fold(text))))
        # A word of ordinary questions is no misspelt name ('самой' no Samoa).
        gazetteer._vocabulary.update(word for word, count in counts.items() if count >= ORDINARY)
        gazetteer.common = frozenset(word for word, count in counts.items() if count >= COMMON)
        return gazetteer

    def add_cities(self, cities: Collection[str]) -> None:
        """Cities that assignments are in and that have no names: known as they are written, never taken for others.

        Short ones must be written with the same capitals: they may be words ('Of', 'Man').
        """
        self.cities = frozenset(cities)
        for city in cities:
            for language in self._indexes:
                self._add(m.Name(
                    kind="city", key=city, language=language, position=0, text=city, exact=len(city) < FUZZY_LENGTH
                ))  # fmt: skip

    def _add(self, name: m.Name) -> None:
        if name.position == 0:
            self._shown[name.kind, name.key, name.language] = name.text
            self._keys[name.kind].add(name.key)
        # Word by word, as messages are read: of a whole text 線上 becomes 在线.
        words = [fold(word) for word in words_of(name.text)]
        if not words or len(words) > LONGEST_NAME:
            return
        if name.kind == EVERYDAY:
            self._everyday[name.language].update(words)
            return
        if name.kind in PLACES:
            self._texts[name.kind, name.key].add(name.text.casefold())
        self._indexes[name.language].add(name, words)
        self._vocabulary.update(words)
        if name.kind in PROPER and not name.exact and len(" ".join(words)) >= FUZZY_LENGTH and name.language != "zh":
            self._spellings[name.language].setdefault(" ".join(words), (name.kind, name.key))

    def shown(self, kind: str, key: str, language: str) -> str:
        """The name to show for a thing, donors and nationalities by their country's; its key where it has none."""
        found = self._shown.get((kind, key, language))
        return found or self._shown.get(("country", key, language), key)

    @property
    def languages(self) -> list[str]:
        """The languages whose names are known."""
        return list(self._indexes)

    def keys(self, kind: str) -> list[str]:
        """All keys of a kind."""
        return sorted(self._keys.get(kind, ()))

    def find(self, text: str, language: str, kinds: Collection[str] | None = None) -> list[Mention]:
        """Everything named in ``text``, in its order, longest names first, none overlapping another of its kind.

        ``language`` is the message's; proper names are found in all languages, other names in it and in English.
        """
        raw = words_of(text)
        words = [fold(word) for word in raw]
        found = [
            mention
            for spoken, index in self._indexes.items()
            for mention in self._exact(raw, words, spoken, language, index)
            if kinds is None or mention.kind in kinds
        ]
        found = _without_overlaps(self._just_so(found, text.casefold()))
        found += self._fuzzy(words, language, found, kinds)
        return sorted(found, key=lambda mention: (mention.start, mention.end))

    def _exact(self, raw: list[str], words: list[str], spoken: str, language: str, index: _Index) -> Iterable[Mention]:
        """Names of the language ``spoken``: by stems if the message is in it, else as they are written.

        Stems collide between languages ('islands' in English, 'Islande' in French) and within one (Guyana and Guyane in
        French); a name that is written just so is meant.
        """
        own = spoken == language
        rest = [stem(word, spoken) for word in words] if own else []
        for start, word in enumerate(words):
            firsts = readings(word, spoken) if own else ()
            longest = max(index.longest.get(first, 0) for first in (word, *firsts))
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                names = index.by_words.get(tuple(words[start:end]), [])
                if own and not any(name.kind in PROPER for name in names):
                    everyday = end == start + 1 and word in self._everyday[spoken]
                    for first in firsts:
                        stemmed = index.by_stems.get((first, *rest[start + 1 : end]), [])
                        names = names + [name for name in stemmed if not (everyday and name.kind in PROPER)]
                written = " ".join(raw[start:end])
                for name in names:
                    foreign = spoken not in (language, "en") and name.kind not in PROPER
                    exact = name.exact or self._is_a_word(name, words[start:end], language)
                    if not foreign and (not exact or written == name.text):
                        yield Mention(name.kind, name.key, start, end, written)

    def _just_so(self, found: list[Mention], text: str) -> list[Mention]:
        """Of a city and a country of one spelling (Amman and Oman in Arabic) the one that is written just so."""
        exact = {x for x in found if x.kind in PLACES and any(name in text for name in self._texts[x.kind, x.key])}
        spans = {(mention.start, mention.end) for mention in exact}
        return [x for x in found if x in exact or x.kind not in PLACES or (x.start, x.end) not in spans]

    def _is_a_word(self, name: m.Name, words: list[str], language: str) -> bool:
        """Whether a name is a word in the language of the message: 'unido' in Spanish, 'who' in English."""
        own = self._indexes.get(language, _Index()).by_words.get(tuple(words), [])
        return any(other.exact and (other.kind, other.key) == (name.kind, name.key) for other in own)

    def _fuzzy(
        self, words: list[str], language: str, found: list[Mention], kinds: Collection[str] | None
    ) -> list[Mention]:
        """Misspelt proper names among the words that nothing was found for."""
        taken = {position for mention in found for position in range(mention.start, mention.end)}
        named = {p for mention in found if mention.kind in PROPER for p in range(mention.start, mention.end)}
        spellings = self._spellings.get(language, {})
        shortest = FUZZY_LENGTH_ARABIC if language == "ar" else FUZZY_LENGTH
        mentions = []
        for position, word in enumerate(words):
            if position in taken or word in self._vocabulary:
                continue
            # With the words beside it ('costa rrica'), then alone.
            for start, end in ((position - 1, position + 1), (position, position + 2), (position, position + 1)):
                if start < 0 or end > len(words) or named & set(range(start, end)):
                    continue
                written = " ".join(words[start:end])
                best = process.extractOne(written, spellings.keys(), scorer=fuzz.ratio, score_cutoff=FUZZY_SCORE)
                if len(written) < shortest or best is None or best[0][0] != written[0]:
                    continue
                kind, key = spellings[best[0]]
                if kinds is None or kind in kinds:
                    mentions.append(Mention(kind, key, start, end, written, fuzzy=True))
                    taken |= set(range(start, end))
                    named |= set(range(start, end))
                    break
        return mentions


def other_cities(session: Session) -> frozenset[str]:
    """Cities of assignments that the store has no names for."""
    named = select(m.Name.key).where(m.Name.kind == "city")
    found = select(m.AssignmentSearch.city).where(m.AssignmentSearch.city != "", m.AssignmentSearch.city.not_in(named))
    return frozenset(session.scalars(found.distinct()))


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """Within a group of kinds the longest mention wins over those it covers or crosses.

    The Sudan in 'South Sudan', the Congo in a mission's name, the youth (a field) in 'youth volunteer' are not meant.
    Names of equal extent all stay.
    """
    kept: list[Mention] = []
    for mention in sorted(set(found), key=lambda x: (x.start - x.end, x.start, x.kind, x.key)):
        if not any(_same_group(mention, other) and _hides(other, mention) for other in kept):
            kept.append(mention)
    return kept


def _same_group(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or any(one.kind in group and other.kind in group for group in GROUPS)


def _hides(longer: Mention, shorter: Mention) -> bool:
    overlap = longer.start < shorter.end and shorter.start < longer.end
    # 'The number of new countries': of names of figures that cross each other both may be meant.
    crossing = longer.kind == "metric" and not (longer.start <= shorter.start and shorter.end <= longer.end)
    return overlap and not crossing and (longer.start, longer.end) != (shorter.start, shorter.end)

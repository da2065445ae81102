"""Languages: which the service speaks, how they are written, and in which one a message is.

The script decides first (Arabic, Cyrillic, Han). Latin text changes the language of a conversation only when it has at
least three words and the detector is 0.8 sure: the detector alone takes 'hello' and 'merci' for Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from babel import Locale
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

SUPPORTED = ("en", "fr", "es", "ar", "zh", "ru")
LATIN_CONFIDENCE = 0.8
LATIN_WORDS = 3
# A language that the service does not speak: so sure the small detector must be, and so unlikely all spoken ones
# together; where it is written with Latin letters, so sure a second look with large models must be.
OTHER_CONFIDENCE = 0.5
SPOKEN_AT_MOST = 0.1
SECOND_LOOK = 0.85
# The most spoken languages beside the six, as far as the detector knows them; texts/other_languages.ftl answers them.
OTHERS = (
    "bn", "de", "el", "fa", "gu", "he", "hi", "id", "it", "ja", "ko", "mr", "ms", "nl",
    "pa", "pl", "pt", "ro", "so", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi",
)  # fmt: skip

# Plain Russian looks Ukrainian to the small models; without one of the letters that only Ukrainian has, the large ones
# must be so sure.
UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
SECOND_LOOK_CYRILLIC = 0.6

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.FRENCH, Language.SPANISH).build()


@cache
def _wide_detector() -> LanguageDetector:
    """Of spoken and other languages. The small models are enough for sentences and take 90 MB, the large ones 1 GB."""
    codes = {code.upper() for code in (*SUPPORTED, *OTHERS)}
    known = [language for language in Language.all() if language.iso_code_639_1.name in codes]
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()


def other_language(text: str) -> str:
    """The code of the language of ``text`` if it is surely one of ``OTHERS``, else an empty text.

    Two Latin words are too few to tell; a script of its own (Thai, Korean, Tamil) tells at once.
    """
    words = _WORD.findall(text)
    if len(words) < LATIN_WORDS and all(char.isascii() for char in text):
        return ""
    values = {
        value.language.iso_code_639_1.name.lower(): value.value
        for value in _wide_detector().compute_language_confidence_values(text)
    }
    best = max(values, key=values.__getitem__)
    spoken = sum(values[code] for code in SUPPORTED)
    if best not in OTHERS or values[best] < OTHER_CONFIDENCE or spoken > SPOKEN_AT_MOST:
        return ""
    if best == "uk":
        own = UKRAINIAN.search(text) is not None
        return best if own or _confidence(best, text, Language.RUSSIAN) >= SECOND_LOOK_CYRILLIC else ""
    # 'any openings for nurses in Kenya?' looks Indonesian at the first look.
    latin = (Language.ENGLISH, Language.FRENCH, Language.SPANISH)
    return best if not _LATIN.search(text) or _confidence(best, text, *latin) >= SECOND_LOOK else ""


def _confidence(code: str, text: str, *others: Language) -> float:
    """How sure the large models are (0 to 1) that ``text`` is in the language and not in one of ``others``."""
    language = Language.from_iso_code_639_1(IsoCode639_1.from_str(code))
    detector = LanguageDetectorBuilder.from_languages(language, *others).build()
    return detector.compute_language_confidence(text, language)


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by CLDR."""
    return "rtl" if Locale.parse(language).character_order == "right-to-left" else "ltr"


def native_name(language: str) -> str:
    """The language's name in itself, by CLDR, with a capital where its script has them."""
    name = Locale.parse(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def language_of(text: str, current: str) -> str:
    """The language of a message in a conversation whose language so far is ``current``.

    A script other than Latin decides when it makes up at least a third of the letters (a Chinese sentence that names
    UNICEF stays Chinese; an English one that quotes one Chinese word stays English). Short Latin text, numbers and
    acronyms keep ``current``, unless ``current`` is written in another script and the text is longer than that.
    """
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPTS}
    # One Han character carries about as much as three letters.
    counts["zh"] *= 3
    latin = len(_LATIN.findall(text))
    code, letters = max(counts.items(), key=lambda item: item[1])
    if letters and letters * 3 >= letters + latin:
        return code
    words = _WORD.findall(text)
    if len(words) < LATIN_WORDS:
        return current
    best = _detector().compute_language_confidence_values(text)[0]
    if best.value < LATIN_CONFIDENCE or other_language(text):
        return current
    return best.language.iso_code_639_1.name.lower()


def preferred(header: str, available: Collection[str]) -> str:
    """The best of ``available`` for an Accept-Language header (RFC 9110), or an empty text when none of it is there."""
    wishes = []
    for position, part in enumerate(header.split(",")):
        tag, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        try:
            wishes.append((-float(quality), position, tag.replace("_", "-").split("-")[0]))
        except ValueError:
            continue  # a wish that says nothing counts for nothing
    return next((tag for quality, _, tag in sorted(wishes) if quality < 0 and tag in available), "")

"""Folds text for comparison: case, accents, Arabic spelling, traditional Chinese, and the stems of words.

People type without accents and hamza and in either Chinese script; names in the store are folded the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer
from opencc import OpenCC

_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
_ARABIC = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
# A Han character is a token of its own, also right behind a digit (2019年).
TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3400-\u4dbf\u4e00-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# Arabic: the article and what is written on it, and the commonest endings (Light10: Larkey, Ballesteros, Connell 2007).
_ARABIC_ARTICLE = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال))(?=...)")
_ARABIC_ENDING = re.compile(r"(?<=...)(?:ها|ان|ات|ون|ين|يه|ه|ي)$")
# 'and', 'so', 'in', 'for', 'like' stand on the word that follows; whether the letter is such a word is not to be seen.
_ARABIC_CONJUNCTION = re.compile(r"^[وف](?=...)")
_ARABIC_PREPOSITION = re.compile(r"^[بلك](?=...)")
# After a number and 'how many' a noun ends in this letter: كم متطوعا.
_ARABIC_ACCUSATIVE = re.compile(r"(?<=....)ا$")
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_DIGIT_OF_ANOTHER_SCRIPT = re.compile(r"(?![0-9])\d")
# Everything that is written on a letter, but the breve: й is no и.
_MARKS = {c: None for c in range(0x10000) if unicodedata.category(chr(c)) == "Mn" and c != 0x306}


# Words of volunteering and computing that Taiwan and Hong Kong have of their own, and a slip, in simplified script.
_WORDS_OF_THE_MAINLAND = {
    "志工": "志愿者", "义工": "志愿者", "自愿者": "志愿者", "线上": "在线", "网路": "网络",
    "资讯": "信息", "软体": "软件",
}  # fmt: skip


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _stemmer(language: str) -> snowballstemmer.basestemmer.BaseStemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])  # type: ignore[no-any-return] # untyped library


def simplified(text: str) -> str:
    """Chinese in simplified script, with the mainland's words for volunteers; other text as it is."""
    if not _HAN.search(text):
        return text
    text = _to_simplified().convert(text)
    for word, ours in _WORDS_OF_THE_MAINLAND.items():
        text = text.replace(word, ours)
    return text


def fold(text: str) -> str:
    """Lower case without accents, hamza, vowel signs; simplified Chinese; digits 0-9; ё as е."""
    if text.isascii():
        return text.lower()
    text = simplified(unicodedata.normalize("NFKC", text))
    text = _ARABIC_MARKS.sub("", text).translate(_ARABIC).casefold()
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_MARKS)).replace("ё", "е")
    return _DIGIT_OF_ANOTHER_SCRIPT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)


def words_of(text: str) -> list[str]:
    """The words of a text as they are written, without vowel signs, which would split them."""
    return TOKEN.findall(_ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", text)))


def tokens(folded: str) -> list[str]:
    """Words of folded text; every Han character is a word of its own."""
    return TOKEN.findall(folded)


@lru_cache(maxsize=100_000)
def stem(token: str, language: str) -> str:
    """The stem of a folded word: Snowball for Latin and Cyrillic, Light10 for Arabic, nothing for Chinese.

    A word in another script than the language's stays as it is.
    """
    if _ARABIC_LETTER.match(token):
        return _ARABIC_ENDING.sub("", _ARABIC_ARTICLE.sub("", token)) if language == "ar" else token
    if language in ("ar", "zh") or token.isdigit() or bool(_CYRILLIC.match(token)) != (language == "ru"):
        return token
    return str(_stemmer(language).stemWord(token))  # type: ignore[no-untyped-call] # untyped library


def readings(token: str, language: str) -> tuple[str, ...]:
    """The stems a word of a message may have: in Arabic also those without the particles that may be on its front.

    And without the ending of the accusative.
    """
    plain = stem(token, language)
    if language != "ar":
        return (plain,)
    fronts = [token]
    for particle in (_ARABIC_CONJUNCTION, _ARABIC_PREPOSITION):
        fronts += [particle.sub("", word) for word in fronts]
    found = [form for word in fronts for form in (word, _ARABIC_ACCUSATIVE.sub("", word))]
    return tuple(dict.fromkeys(stem(form, language) for form in found))

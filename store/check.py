"""Checks a profile's articles: ``desk knowledge check``. It reads the files alone and finds everything at once.

Numbers are compared after what languages do differently has been taken away: digits, separators by CLDR, scales
('4.5 million', '450 万'), months of dates ('5 月'). A number may be a word (``store/data/number_words.csv``).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from babel.numbers import get_decimal_symbol, get_group_symbol
from pydantic import BaseModel

from store.articles import Key, Words, past_review
from store.datafile import DataError, read_csv, read_markdown
from store.exchange import article_path
from store.load import SHARED, DataFiles
from store.rows import ArticleFile, ArticleTranslationFile, NumberWordRow
from texts.catalogue import locale_of
from texts.language import SUPPORTED

FEWEST_QUESTIONS = 12
ADDRESS = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'*+;=%]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
LINK = re.compile(r"\]\(([^)]*)\)")
HELP_PAGE = re.compile(r"/help/([^/]+)(?:/([^/?#]+))?")
# Words after a number that multiply it; English ones are used in brackets in other languages too.
SCALES = {
    "en": {"thousand": 1e3, "million": 1e6, "billion": 1e9},
    "fr": {"mille": 1e3, "million": 1e6, "milliard": 1e9},
    "es": {"mil millones": 1e9, "mil": 1e3, "millones": 1e6, "millón": 1e6},
    "ar": {"ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9},
    "zh": {"万": 1e4, "亿": 1e8},
    "ru": {"тыс": 1e3, "миллион": 1e6, "млн": 1e6, "миллиард": 1e9, "млрд": 1e9},
}
# Languages whose words change their endings or take prefixes; Chinese has no spaces.
INFLECTED, WITHIN = ("ru",), ("ar", "zh")


@dataclass(frozen=True)
class Fault:
    """Something wrong with an article; a ``warning`` does not fail the check."""

    path: Path
    line: int
    value: str
    problem: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{kind}{self.path}, line {self.line}, value {self.value!r}: {self.problem}"


def check(files: DataFiles, today: dt.date) -> list[Fault]:
    """Every fault of the profile's articles and check questions. ``today`` decides which reviews are overdue."""
    profile = files.profile
    first, *others = profile.languages
    words, faults = _read(files)
    ids = {key[0] for key in words if key[1] == first}
    for key, found in sorted(words.items()):
        path = article_path(profile, key)
        if key[0] not in ids:
            faults.append(Fault(path, 2, key[0], f"there is no such article in {first}, the first language"))
        faults += _questions(path, found)
        faults += _references(path, found, words)
        if found.facts is not None:
            faults += _review(path, found.facts["review"], today)
    for article_id in sorted(ids):
        original = words[article_id, first]
        for language in others:
            path = article_path(profile, (article_id, language))
            translation = words.get((article_id, language))
            if translation is not None:
                faults += _compared(files, path, original, translation, language)
            elif not path.exists():
                faults.append(Fault(path, 1, article_id, f"the translation into {language} is missing"))
    return [*faults, *_asked_twice(files, words), *_check_questions(files, words)]


def _read(files: DataFiles) -> tuple[dict[Key, Words], list[Fault]]:
    """All articles that can be read, and what is wrong with the others."""
    profile = files.profile
    words: dict[Key, Words] = {}
    faults = []
    for language in profile.languages:
        model: type[BaseModel] = ArticleFile if language == profile.default_language else ArticleTranslationFile
        for path in sorted((profile.folder / "knowledge" / language).glob("*.md")):
            try:
                article = read_markdown(path, model)
                assert isinstance(article, ArticleTranslationFile)
                if article.id != path.stem:
                    raise DataError(path, 2, "id", article.id, f"must be the file's name, {path.stem!r}")
                words[article.id, language] = Words.of_file(article)
            except DataError as error:
                problem = f"{error.column}: {error.problem}" if error.column else error.problem
                faults.append(Fault(path, error.line, str(error.value), problem))
    return words, faults


def _line(path: Path, value: str) -> int:
    """The first line that holds ``value``, or 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, text in enumerate(lines, 1) if value in text), 1)


def _number_line(path: Path, number: float, language: str) -> int:
    """The last line with ``number`` in it (the questions above the text may hold it too), or 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return max((n for n, text in enumerate(lines, 1) if number in numbers(text, language)), default=1)


def _questions(path: Path, words: Words) -> Iterator[Fault]:
    count = len(words.questions)
    if count < FEWEST_QUESTIONS:
        problem = f"so few example questions; there should be {FEWEST_QUESTIONS} or more"
        yield Fault(path, _line(path, "questions:"), str(count), problem)


def _review(path: Path, review: str, today: dt.date) -> Iterator[Fault]:
    if past_review(review, today):
        yield Fault(path, _line(path, "review:"), review, "the article should have been reviewed by then", warning=True)


def _references(path: Path, words: Words, all_words: Mapping[Key, Words]) -> Iterator[Fault]:
    """Sources without a title, addresses that are none, links to help pages that do not exist."""
    for source in words.facts["sources"] if words.facts else []:
        if not source["title"].strip():
            yield Fault(path, _line(path, "sources:"), source["url"], "a source without a title")
        if source["url"] and not _is_address(source["url"]):
            yield Fault(path, _line(path, source["url"]), source["url"], "not a web address")
    for target in (match.strip() for match in LINK.findall(words.body)):
        page = HELP_PAGE.fullmatch(urlsplit(target).path) if _may_be_ours(target) else None
        if page is not None:
            if not _is_page(page[1], page[2], all_words):
                yield Fault(path, _line(path, target), target, "there is no such help page")
        elif not (target.startswith("mailto:") or _is_address(target)):
            yield Fault(path, _line(path, target), target, "not a web address")


def _may_be_ours(target: str) -> bool:
    """Whether a link stays on this site."""
    return target.startswith("/") and not target.startswith("//")


def _is_page(language: str, article_id: str | None, words: Mapping[Key, Words]) -> bool:
    return any(key[1] == language and article_id in (None, key[0]) for key in words)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    named = re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) is not None
    return parts.scheme in ("http", "https") and named and not re.search(r"\s", text)


def _compared(files: DataFiles, path: Path, original: Words, translation: Words, language: str) -> Iterator[Fault]:
    """What the original says and the translation does not, or the other way round: numbers, addresses, entities."""
    first = files.profile.default_language
    ours, theirs = f"{translation.title}\n{translation.body}", f"{original.title}\n{original.body}"
    sides = (
        (theirs, first, ours, language, "of the original that does not stand here"),
        (ours, language, theirs, first, "of this translation that does not stand in the original"),
    )
    for text, code, other, other_code, problem in sides:
        for number in sorted(numbers(text, code) - numbers(other, other_code)):
            if not _as_word(number, other, other_code):
                shown = f"{number:.4f}".rstrip("0").rstrip(".")
                yield Fault(path, _number_line(path, number, language), shown, f"a number {problem}")
        for address in sorted(_addresses(text) - _addresses(other)):
            yield Fault(path, _line(path, address), address, f"an address {problem}")
    yield from _hosts(files, path, theirs, ours, language)


def _addresses(text: str) -> set[str]:
    return {address.rstrip(".,;:!?)]*_") for address in ADDRESS.findall(text)}


def _hosts(files: DataFiles, path: Path, theirs: str, ours: str, language: str) -> Iterator[Fault]:
    """Entities that the original names by their acronym must be named in the translation, and the other way round."""
    first = files.profile.default_language
    for line in files.hosts:
        names = {code: [name.text for name in line.names[code]] for code in (first, language)}
        sides = (
            (theirs, first, ours, "an entity of the original that is not named here"),
            (ours, language, theirs, "an entity of this translation that the original does not name"),
        )
        for text, code, other, problem in sides:
            named = [name for name in names[code] if _is_acronym(name) and _stands(name, text, code)]
            if named and not any(_stands(name, other, each) for each in names for name in names[each]):
                yield Fault(path, _line(path, named[0]), named[0], problem)


def _is_acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper() and " " not in name


def _stands(name: str, text: str, language: str) -> bool:
    if language == "ar":
        return name.removeprefix("ال") in text
    if language == "zh":
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def numbers(text: str, language: str) -> set[float]:
    """The values that stand in ``text`` in digits, without those in addresses."""
    text = ADDRESS.sub(" ", text)
    text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    text = text.replace("\u066c", "").replace("\u066b", ".")  # the separators that go with Arabic digits
    if language == "zh":
        text = re.sub(r"\d{1,2}\s*月", " ", text)  # a month of a date; other languages write it as a word
    locale = locale_of(language)
    group, decimal = get_group_symbol(locale), get_decimal_symbol(locale)
    text = re.sub(rf"(?<=\d)[{re.escape(group)}\u00a0\u202f\u2009 ](?=\d{{3}}(?!\d))", "", text)
    scales = {**SCALES["en"], **SCALES.get(language, {})}
    words = "|".join(sorted(map(re.escape, scales), key=len, reverse=True))
    found = re.finditer(rf"(\d+(?:[{re.escape(decimal)}.]\d+)?)(?:\s*({words}))?", text)
    return {round(float(match[1].replace(decimal, ".")) * scales.get(match[2], 1), 4) for match in found}


@cache
def _number_words() -> dict[float, dict[str, list[str]]]:
    lines = read_csv(SHARED / "number_words.csv", NumberWordRow, SUPPORTED, names_required=False)
    return {line.row.number: {code: [name.text for name in line.names[code]] for code in SUPPORTED} for line in lines}


def _as_word(number: float, text: str, language: str) -> bool:
    words = _number_words().get(number, {}).get(language, [])
    if language in WITHIN:
        return any(word in text for word in words)
    ending = r"\w*" if language in INFLECTED else r"s?\b"
    return any(re.search(rf"\b{re.escape(word)}{ending}", text, re.IGNORECASE) for word in words)


def _asked_twice(files: DataFiles, words: Mapping[Key, Words]) -> Iterator[Fault]:
    """An example question of two articles says nothing of either."""
    seen: dict[tuple[str, str], str] = {}
    for (article_id, language), found in sorted(words.items()):
        for question in found.questions:
            other = seen.setdefault((language, question.casefold()), article_id)
            if other != article_id:
                path = article_path(files.profile, (article_id, language))
                yield Fault(path, _line(path, question), question, f"an example question of {other} too")


def _check_questions(files: DataFiles, words: Mapping[Key, Words]) -> Iterator[Fault]:
    """Check questions must ask for an article that exists, and not in the words of an example."""
    try:
        lines = files.check_questions
    except DataError as error:
        yield Fault(Path(error.path), error.line, str(error.value), f"{error.column}: {error.problem}")
        return
    examples = {_bare(text) for found in words.values() for text in (found.title, *found.questions)}
    for line in lines:
        if (line.row.article, files.profile.default_language) not in words:
            yield Fault(line.path, line.line, line.row.article, "there is no such article")
        if line.row.language not in files.profile.languages:
            yield Fault(line.path, line.line, line.row.language, "not a language of the profile")
        if _bare(line.row.text) in examples:
            yield Fault(line.path, line.line, line.row.text, "an example question of an article; it checks nothing")


def _bare(text: str) -> str:
    """A text without what does not make another question of it."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def errors(faults: Iterable[Fault]) -> list[Fault]:
    """Those that are no mere warnings."""
    return [fault for fault in faults if not fault.warning]

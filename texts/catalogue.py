"""Looks a text up by its id in a language: ``texts/LANGUAGE/*.ftl`` (Project Fluent), a profile's files on top.

Fluent is used because plurals of six languages (Arabic has six forms) belong to the translator, not to the code.
A missing text is an error here, never a silent fall-back to English: a test proves that the languages are complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Resource, VariableReference
from fluent.syntax.ast import Message as FluentMessage
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parent
# The locale by which numbers, dates and names are written. Official Arabic is written with the digits 0-9, as
# CLDR has it for ar_AE; English as the United Nations write it (23 November 2026, US$); Chinese is simplified.
LOCALES = {"en": "en_GB", "ar": "ar_AE", "zh": "zh_Hans"}


class TextError(LookupError):
    """A text is missing or cannot be formatted."""


def files_of(language: str, *folders: Path) -> list[Path]:
    """The catalogue files of a language, the service's own first, then those of ``folders`` (a profile's ``texts``)."""
    return [path for folder in (FOLDER, *folders) for path in sorted((folder / language).glob("*.ftl"))]


@cache
def _parse(path: Path) -> Resource:
    resource = FluentResource(path.read_text(encoding="utf-8"))
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise TextError(f"{path}: not understood: {entry.content!r}")
    return resource


@cache
def _variables_in(path: Path) -> Mapping[str, frozenset[str]]:
    """Names of the variables in each message of a file, by the message's id."""
    return {entry.id.name: variables_of(entry) for entry in _parse(path).body if isinstance(entry, FluentMessage)}


@cache
def _other_languages() -> FluentBundle:
    """What is said to those who write in a language that the service does not speak: texts by ISO code."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(_parse(FOLDER / "other_languages.ftl"))
    return bundle


def not_spoken(language: str) -> str:
    """In ``language`` (a code of ``texts.language.OTHERS``): that it is not spoken, and to choose another."""
    pattern = _other_languages().get_message(language).value
    if pattern is None:
        raise TextError(f"text {language!r} in {FOLDER / 'other_languages.ftl'} is empty")
    return str(_other_languages().format_pattern(pattern, {})[0])


class Catalogue:
    """The texts of some languages. ``extra`` are folders whose files replace or add texts (a profile's)."""

    def __init__(self, languages: tuple[str, ...], *extra: Path) -> None:
        self.languages = languages
        self._bundles = {language: self._bundle(language, extra) for language in languages}
        self._variables = {
            language: {key: names for path in files_of(language, *extra) for key, names in _variables_in(path).items()}
            for language in languages
        }

    @staticmethod
    def _bundle(language: str, extra: tuple[Path, ...]) -> FluentBundle:
        locale = LOCALES.get(language, language).replace("_", "-")
        # Isolation marks would be shown by mail readers and compared by tests; the widget isolates by itself.
        bundle = FluentBundle([locale], use_isolating=False)
        for path in files_of(language, *extra):
            bundle.add_resource(_parse(path), allow_overrides=True)
        return bundle

    def __call__(self, language: str, key: str, /, **arguments: object) -> str:
        """The text ``key`` in ``language``. Raises ``TextError`` when it is missing or an argument is."""
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(key):
            raise TextError(f"no text {key!r} in {language!r}; add it to texts/{language}/")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise TextError(f"text {key!r} in {language!r} is empty")
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise TextError(f"text {key!r} in {language!r}: {errors[0]!r} with {arguments!r}")
        return str(text)

    def has(self, language: str, key: str) -> bool:
        """Whether the text exists."""
        bundle = self._bundles.get(language)
        return bundle is not None and bundle.has_message(key)

    def raw(self, language: str, prefix: str) -> Mapping[str, str]:
        """Texts whose id begins with ``prefix``, with their ``{$name}`` left in: what a browser fills in itself."""
        return {
            key: self(language, key, **{name: f"{{${name}}}" for name in variables})
            for key, variables in sorted(self._variables[language].items())
            if key.startswith(prefix)
        }


class _VariableNames(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def variables_of(message: FluentMessage) -> frozenset[str]:
    """Names of the variables in a Fluent message."""
    visitor = _VariableNames()
    visitor.visit(message)
    return frozenset(visitor.names)


def message_ids(path: Path) -> dict[str, FluentMessage]:
    """Every message of one file, for the completeness test."""
    return {entry.id.name: entry for entry in _parse(path).body if isinstance(entry, FluentMessage)}


def locale_of(language: str) -> Locale:
    """The CLDR locale by which numbers, dates and names are written."""
    return Locale.parse(LOCALES.get(language, language))

"""The widget uses nothing that is newer than what Chrome 106 knows, nor does the page without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rcssmin import cssmin
from rjsmin import jsmin

ROOT = Path(__file__).parent.parent
NEWER = json.loads((Path(__file__).parent / "data" / "newer_than_chrome_106.json").read_text(encoding="utf-8"))
SCRIPTS = sorted((ROOT / "widget").glob("*.js"))
STYLES = [ROOT / "widget" / "styles.css", ROOT / "desk" / "static" / "chat.css"]
TEXT = re.compile(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"")
# Syntax that came later: the flag v, names that stand twice in a pattern, modifiers in it, import attributes, using.
LATER = {
    "the flag v of a pattern": r"/[a-z]*v[a-z]*[.,;)]",
    "modifiers in a pattern": r"\(\?[ims]*-?[ims]+:",
    "import attributes": r"\bimport\b[^;]*\bwith\s*\{",
    "using": r"\b(?:await\s+)?using\s+\w+\s*=",
}
# Rules in rules, and units of windows that grow and shrink.
LATER_STYLES = {"nesting": r"\{[^{}@]*&", "a unit": r"\b\d+(?:[dsl]v(?:h|w|i|b|min|max)|rlh|rcap|rex|ric|rch)\b"}


# What the widget itself names so: declared, a member of a class, the key of an object, a shape in types.d.ts.
OWN = re.compile(
    r"\b(?:function|class|const|let|get|set|async|static) #?(\w+)|^ +#?(\w+)(?: = |;|\(.*\) \{$|\()"
    r"|\b(\w+)\??: |[{,] ?(\w+)(?=[,} ])",
    re.MULTILINE,
)
OWN_NAMES = {
    name
    for path in [*SCRIPTS, ROOT / "widget" / "types.d.ts"]
    for found in OWN.findall(path.read_text(encoding="utf-8"))
    for name in found
}


def words_of(script: str) -> set[str]:
    """Names that may be the platform's: members, what is called, what begins with a capital."""
    code = TEXT.sub("''", str(jsmin(script)))
    return set(re.findall(r"(?<=\.)[a-zA-Z]\w*|\b[a-zA-Z]\w*(?=\()|\b[A-Z]\w+", code))


def too_new(script: str) -> list[str]:
    """What Chrome 106 does not know in a script."""
    found = sorted(words_of(script) & set(NEWER["script"]) - OWN_NAMES)
    return found + [what for what, form in LATER.items() if re.search(form, TEXT.sub("''", script), re.MULTILINE)]


def too_new_style(sheet: str) -> list[str]:
    """The same in a style sheet."""
    return sorted(_found_in_style(str(cssmin(sheet))))


def _found_in_style(sheet: str) -> Iterator[str]:
    forms = {
        "property": r"[;{]([a-z-]+):", "selector": r":([a-z-]+)(?=[^;}]*\{)", "at-rule": r"@([a-z-]+)",
        "function": r"([a-z-]+)\(",
    }  # fmt: skip
    for kind, form in forms.items():
        yield from (name for name in re.findall(form, sheet) if name in NEWER[kind])
    for name, value in re.findall(r"[;{]([a-z-]+):([^;{}]*)", sheet):
        yield from (f"{name}: {word}" for word in value.split() if f"{name}: {word}" in NEWER["value"])
    yield from (what for what, form in LATER_STYLES.items() if re.search(form, sheet))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts(path: Path) -> None:
    assert too_new(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles(path: Path) -> None:
    assert too_new_style(path.read_text(encoding="utf-8")) == []


def test_styles_in_scripts() -> None:
    """The button's style sheet is in its module."""
    (sheet,) = re.findall(r"replaceSync\(`(.*?)`\)", (ROOT / "widget" / "volunteer-chat.js").read_text(), re.DOTALL)
    assert too_new_style(sheet) == []


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("list.toSorted()", ["toSorted"]),
        ("Object.groupBy(a, b)", ["groupBy"]),
        ("element.togglePopover()", ["togglePopover"]),
        ("const { promise } = Promise.withResolvers();", ["withResolvers"]),
        ("new Set(a).union(b)", ["union"]),
        ("element.setHTMLUnsafe(x)", ["setHTMLUnsafe"]),
        ("const a = /[a--b]/v;", ["the flag v of a pattern"]),
        ("import a from './a.json' with { type: 'json' };", ["import attributes"]),
        ("class A { #b = 1; static { this.c ??= a?.b.at(-1); } }", []),
        ("'list.toSorted()'", []),
    ],
)
def test_what_is_newer_in_scripts_would_be_found(script: str, found: list[str]) -> None:
    assert [name for name in too_new(script) if name in found] == found
    assert found or too_new(script) == []


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("a { block-size: 100dvh; }", ["a unit"]),
        ("a { & b { color: red; } }", ["nesting"]),
        ("a { text-wrap: balance; }", ["text-wrap"]),
        ("a { color: color-mix(in srgb, red, blue); }", ["color-mix"]),
        ("@starting-style { a { color: red; } }", ["starting-style"]),
        ("a:popover-open { color: red; }", ["popover-open"]),
        ("a { field-sizing: content; }", ["field-sizing"]),
        ("a:focus-visible { inset: 0; display: grid; }", []),
    ],
)
def test_what_is_newer_in_styles_would_be_found(sheet: str, found: list[str]) -> None:
    assert [name for name in too_new_style(sheet) if name in found] == found
    assert found or too_new_style(sheet) == []

"""Writes figures as CLDR says for the language: numbers, percentages, amounts of money, with unit and qualifier."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent, get_currency_name

from texts.catalogue import Catalogue, locale_of
from texts.folding import fold

PER_CENT = "percent"
# Amounts from a million on are written with the word ('221.3 million US dollars').
MILLION = 1_000_000
# What 'de' loses its own before, in French.
VOWELS = frozenset("aeiou")


def number(value: float, language: str) -> str:
    """A number with the language's separators, without needless decimals."""
    return format_decimal(round(value, 4), locale=locale_of(language), decimal_quantization=False)


def amount(value: float, unit: str, language: str, texts: Catalogue) -> str:
    """``value`` with its unit: 8,282 people, 51%, 221.3 million US dollars."""
    locale = locale_of(language)
    if unit == PER_CENT:
        return format_percent(round(value / 100, 6), locale=locale, decimal_quantization=False)
    if len(unit) == 3 and unit.isupper():
        return _money(value, unit, language, texts)
    key = f"unit-{unit}"
    if texts.has(language, key):
        return texts(language, key, count=value, value=number(value, language))
    return number(value, language)


def _money(value: float, currency: str, language: str, texts: Catalogue) -> str:
    """221.3 million US dollars, 221,3 millions de dollars des États-Unis, 950 euros: no cents of whole sums."""
    locale = locale_of(language)
    # Without trailing zeros, which count for the plural in Russian ('200,0 миллиона', '200 миллионов').
    exact = Decimal(f"{Decimal(str(value)).normalize():f}")
    if abs(value) < MILLION:
        return format_currency(
            exact, currency, locale=locale, format_type="name", currency_digits=False, decimal_quantization=False
        )
    # CLDR has no long form for Chinese, whose short one (2.213亿) is the word.
    form: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
    written = format_compact_decimal(exact, locale=locale, format_type=form, fraction_digits=3)
    # After 'million' a currency stands as it does after a whole million, whatever the number before it.
    name = get_currency_name(currency, MILLION, locale)
    key = "money-millions-vowel" if fold(name)[:1] in VOWELS else "money-millions"
    return texts(language, key, number=written, currency=name)


def written_year(year: int, language: str) -> str:
    """A year as it stands by itself: 2019, 2019年."""
    return format_skeleton("y", dt.date(year, 1, 1), locale=locale_of(language))


def qualified(figure: str, qualifier: str, language: str, texts: Catalogue) -> str:
    """'about 1,921': the figure with what its source says of its exactness."""
    return texts(language, f"qualifier-{qualifier}", figure=figure) if qualifier else figure


def paragraphs(places: str) -> str:
    """Where a figure stands, for people: ``19;31;table-2.1.2.a`` -> ``19, 31``; a table alone by its number."""
    parts = [place.strip() for place in places.split(";") if place.strip()]
    numbered = [place.replace("fn", "fn. ") for place in parts if not place.startswith("table-")]
    return ", ".join(numbered or [place.removeprefix("table-") for place in parts])

"""Writes figures as CLDR says for the language: numbers, percentages, amounts of money, with unit and qualifier."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent

from texts.catalogue import Catalogue, locale_of

PER_CENT = "percent"
# Amounts from a million on are written with the word ('US$221.3 million').
MILLION = 1_000_000
# The number in a pattern of CLDR.
NUMBER = re.compile(r"[#0,.]+")


def number(value: float, language: str) -> str:
    """A number with the language's separators, without needless decimals."""
    return format_decimal(round(value, 4), locale=locale_of(language), decimal_quantization=False)


def amount(value: float, unit: str, language: str, texts: Catalogue) -> str:
    """``value`` with its unit: 8,282 people, 51%, US$221.3 million."""
    locale = locale_of(language)
    if unit == PER_CENT:
        return format_percent(round(value / 100, 6), locale=locale, decimal_quantization=False)
    if len(unit) == 3 and unit.isupper():
        return _money(value, unit, locale)
    key = f"unit-{unit}"
    if texts.has(language, key):
        return texts(language, key, count=value, value=number(value, language))
    return number(value, language)


def _money(value: float, currency: str, locale: Locale) -> str:
    """$950, $221.3 million, 221,3 millions $US: the sign stands where the language puts it, no cents of whole sums."""
    # Without trailing zeros, which count for the plural in Russian ('200,0 миллиона', '200 миллионов').
    exact = Decimal(f"{Decimal(str(value)).normalize():f}")
    written = format_decimal(exact, locale=locale, decimal_quantization=False)
    if abs(value) >= MILLION:
        # CLDR has no long form for Chinese, whose short one (2.213亿) is the word.
        form: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
        written = format_compact_decimal(exact, locale=locale, format_type=form, fraction_digits=3)
    pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
    sign = format_currency(0, currency, locale=locale, format=NUMBER.sub("#", pattern), currency_digits=False)
    return sign.replace("0", written, 1)


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

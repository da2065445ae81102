"""Amounts of money and numbers as they are read in each language, to the letter."""

from __future__ import annotations

import pytest

from texts.catalogue import Catalogue
from texts.figures import amount
from texts.language import SUPPORTED

NARROW, NO_BREAK, RIGHT_TO_LEFT = "\u202f", "\u00a0", "\u200f"


@pytest.mark.parametrize(
    ("language", "value", "unit", "expected"),
    [
        ("en", 221_300_000, "USD", "$221.3 million"),
        ("fr", 221_300_000, "USD", f"221,3 millions{NO_BREAK}$US"),
        ("es", 221_300_000, "USD", f"221,3 millones{NO_BREAK}US$"),
        ("ar", 221_300_000, "USD", f"{RIGHT_TO_LEFT}221.3 مليون{NO_BREAK}US$"),
        ("zh", 221_300_000, "USD", "US$2.213亿"),
        ("ru", 221_300_000, "USD", f"221,3 миллиона{NO_BREAK}$"),
        ("ru", 200_000_000.0, "USD", f"200 миллионов{NO_BREAK}$"),
        ("en", 1_000_000, "USD", "$1 million"),
        ("en", 999_999, "USD", "$999,999"),
        ("fr", 999_999, "USD", f"999{NARROW}999{NO_BREAK}$US"),
        ("en", 17.5, "percent", "17.5%"),
        ("fr", 17.5, "percent", f"17,5{NARROW}%"),
    ],
)
def test_an_amount_is_written_once_and_as_the_language_writes_it(
    language: str, value: float, unit: str, expected: str
) -> None:
    """The number once, the sign where the language puts it, the form of the word that goes with the number."""
    written = amount(value, unit, language, Catalogue(SUPPORTED))
    assert written.replace(f"{NO_BREAK}%", f"{NARROW}%") == expected

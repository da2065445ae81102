"""Amounts of money and numbers as they are read in each language, to the letter."""

from __future__ import annotations

import pytest

from bench.outcomes import digits
from texts.catalogue import Catalogue
from texts.figures import amount
from texts.language import SUPPORTED

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "value", "unit", "expected"),
    [
        ("en", 221_300_000, "USD", "221.3 million US dollars"),
        ("fr", 221_300_000, "USD", "221,3 millions de dollars des États-Unis"),
        ("es", 221_300_000, "USD", "221,3 millones de dólares estadounidenses"),
        ("ar", 221_300_000, "USD", "221.3 مليون دولار أمريكي"),
        ("zh", 221_300_000, "USD", "2.213亿美元"),
        ("ru", 221_300_000, "USD", "221,3 миллиона долларов США"),
        ("ru", 200_000_000.0, "USD", "200 миллионов долларов США"),
        ("fr", 8_600_000, "EUR", "8,6 millions d’euros"),
        ("es", 1_000_000, "EUR", "1 millón de euros"),
        ("en", 1_000_000, "USD", "1 million US dollars"),
        ("en", 999_999, "USD", "999,999 US dollars"),
        ("fr", 999_999, "USD", f"999{NARROW}999 dollars des États-Unis"),
        ("zh", 2_000, "USD", "2,000美元"),
        ("ru", 2_000, "USD", f"2{NO_BREAK}000 долларов США"),
        ("en", 17.5, "percent", "17.5%"),
        ("fr", 17.5, "percent", f"17,5{NARROW}%"),
    ],
)
def test_an_amount_is_written_once_and_as_the_language_writes_it(
    language: str, value: float, unit: str, expected: str
) -> None:
    """The number once, the currency by its name, the form of the word that goes with the number."""
    written = amount(value, unit, language, Catalogue(SUPPORTED))
    assert written.replace(f"{NO_BREAK}%", f"{NARROW}%") == expected


@pytest.mark.parametrize("language", SUPPORTED)
@pytest.mark.parametrize("value", [1_000_000, 4_000_000, 8_600_000, 38_000_000, 221_300_000])
def test_amounts_can_be_read_back(language: str, value: int) -> None:
    """The comparison with an expected sum finds the number that is meant in what is written."""
    assert str(value) in digits(amount(value, "USD", language, Catalogue(SUPPORTED)))

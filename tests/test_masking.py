"""Personal values are taken out of what visitors type; figures, dates and references are not."""

from __future__ import annotations

import re

import pytest
from cryptography.fernet import Fernet, InvalidToken
from hypothesis import given
from hypothesis import strategies as st

from desk.masking import Vault, mask


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("write to anna.smith+un@example.org please", "anna.smith+un@example.org", "email"),
        ("Contact: ANNA_SMITH@Example.CO.UK.", "ANNA_SMITH@Example.CO.UK", "email"),
        ("пишите на иван@почта.рф", "иван@почта.рф", "email"),
        ("بريدي amal@example.org شكرا", "amal@example.org", "email"),
        ("我的邮箱是wang@example.cn", "wang@example.cn", "email"),
        ("mailto:josé@example.es", "josé@example.es", "email"),
        ("call +254 712 345678 today", "+254 712 345678", "phone"),
        ("call +1 (202) 555-0143", "+1 (202) 555-0143", "phone"),
        ("my number is 0712 345 678", "0712 345 678", "phone"),
        ("tel. 0228 815 2000 thanks", "0228 815 2000", "phone"),
        ("mon numéro : 06 12 34 56 78", "06 12 34 56 78", "phone"),
        ("mi teléfono es 612 34 56 78", "612 34 56 78", "phone"),
        ("телефон 8 (916) 123-45-67", "8 (916) 123-45-67", "phone"),
        ("电话 13912345678", "13912345678", "phone"),
        ("我的手机13912345678，请联系", "13912345678", "phone"),
        ("هاتفي ٠٧١٢٣٤٥٦٧٨", "٠٧١٢٣٤٥٦٧٨", "phone"),
        ("00254712345678", "00254712345678", "phone"),
        ("my passport is A12345678", "A12345678", "passport"),
        ("passport number: 512345678", "512345678", "passport"),
        ("mon passeport 12AB34567", "12AB34567", "passport"),
        ("pasaporte AAB123456", "AAB123456", "passport"),
        ("паспорт 4510 123456", "4510 123456", "passport"),
        ("номер паспорта 751234567", "751234567", "passport"),
        ("رقم جواز سفري A09876543", "A09876543", "passport"),
        ("护照号码是E12345678", "E12345678", "passport"),
        ("我的护照E12345678", "E12345678", "passport"),
        ("passeport n° 19FV06740", "19FV06740", "passport"),
        ("my application APP-7K3M-9QX2 please", "APP-7K3M-9QX2", "application"),
        ("申请编号是app7k3m9qx2", "app7k3m9qx2", "application"),
    ],
)
def test_a_personal_value_is_masked(text: str, value: str, kind: str) -> None:
    """Addresses, telephone numbers and passport numbers do not remain, whole or in part."""
    masked = mask(text)
    assert value not in masked.text
    assert not re.search(r"\d{4}", masked.text), masked.text
    assert [found for found, _ in masked.values.values()] == [kind]
    (placeholder,) = masked.values
    assert placeholder in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "How many volunteers served in 2019?",
        "in 2018 and 2019",
        "between 2018-2019",
        "the years 2018, 2019, 2020",
        "493,811 volunteers",
        "2 055 people",
        "493 811 volontaires",
        "463.140 voluntarios",
        "US$ 221.3 million",
        "221 300 000 dollars",
        "22.400.000 dólares",
        "on 22 November 2026",
        "2026-11-22",
        "22.11.2026",
        "11/22/2026",
        "SDG 16 and SDG 5",
        "indicator 2.1.2.a",
        "DP/2020/10",
        "A/RES/70/129",
        "reference DEMO-00001",
        "the app data base",
        "case GQ6J-VNRQ",
        "2019年有8282名志愿人员",
        "в 2019 году 8 282 добровольца",
        "من 53194 شهرا إلى 65014",
        "UNV 2018-2021",
        "from 7.6 to 7.9 months",
        "12-18 months",
        "48 % and 45 %",
        "at 14:30 on Monday",
    ],
)
def test_figures_dates_and_references_stay(text: str) -> None:
    """What people ask about must reach the assistant as it is."""
    assert mask(text).text == text


def test_several_values_are_numbered_on() -> None:
    """Each value has a placeholder of its own, counted on through the conversation."""
    masked = mask("a@example.org or b@example.org, +254 712 345678", known=2)
    assert list(masked.values) == ["[e-mail 3]", "[e-mail 4]", "[tel 5]"]
    assert masked.text == "[e-mail 3] or [e-mail 4], [tel 5]"
    assert masked.values["[e-mail 4]"] == ("email", "b@example.org")


_WORDS = st.text(alphabet="abc xyz ,.!?\n0123456789é中я", max_size=30)
_NAMES = st.from_regex(r"[a-z][a-z0-9]{0,10}(\.[a-z0-9]{1,8})?", fullmatch=True)


@given(before=_WORDS, after=_WORDS, name=_NAMES, domain=st.from_regex(r"[a-z]{1,10}\.(org|com|co\.ke)", fullmatch=True))
def test_no_address_survives(before: str, after: str, name: str, domain: str) -> None:
    """Wherever an e-mail address stands, it is gone; with its value put back the text is the old one."""
    text = f"{before} {name}@{domain} {after}"
    masked = mask(text)
    assert f"@{domain}" not in masked.text
    restored = masked.text
    for placeholder, (_, value) in masked.values.items():
        restored = restored.replace(placeholder, value, 1)
    assert restored == text


@given(st.text(max_size=80))
def test_masking_loses_nothing_else(text: str) -> None:
    """For any text: what was not taken out stays as it was, and masking again changes nothing."""
    masked = mask(text)
    restored = masked.text
    for placeholder, (_, value) in masked.values.items():
        restored = restored.replace(placeholder, value, 1)
    assert restored == text
    assert mask(masked.text).text == masked.text


@given(st.integers(min_value=0, max_value=9_999_999))
def test_no_figure_below_ten_million_is_masked(number: int) -> None:
    """A plain or grouped number of up to seven digits is a figure, not a telephone number."""
    for shown in (str(number), f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "\u202f")):
        assert mask(f"are there {shown} of them?").text == f"are there {shown} of them?"


def test_the_vault_keeps_values_secret() -> None:
    """A masked value can be read with this installation's key only."""
    vault = Vault(Fernet.generate_key())
    locked = vault.lock("anna@example.org")
    assert "anna" not in locked
    assert vault.unlock(locked) == "anna@example.org"
    with pytest.raises(InvalidToken):
        Vault(Fernet.generate_key()).unlock(locked)

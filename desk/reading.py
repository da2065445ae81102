"""What a visitor's message is while the desk waits for something: the value, a cancellation, or something else.

Only the form is looked at. What is neither value nor cancellation is a question, and goes to the assistant as usual.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Literal

import phonenumbers

from desk.masking import EMAIL
from store.applications import plain_reference
from store.volunteer_requests import plain_number
from texts.folding import fold, words_of

CODE_DIGITS = 6
# Six digits in any script, perhaps as three and three; not part of a longer number, of a word, or of a figure.
CODE = re.compile(r"(?<![A-Za-z\d+])(?<!\d[.,\s-])(\d{3})[\s\u2010-\u2015-]?(\d{3})(?![A-Za-z\d])(?![.,\s-]\d)")
CODE_PLACEHOLDER = "[code]"
_FEWEST_PHONE_DIGITS = 5


@dataclass(frozen=True)
class Reading:
    """``text`` is the message without a code; ``value`` is set where ``kind`` is value."""

    kind: Literal["value", "cancel", "malformed", "other"]
    text: str
    value: str = ""


def read(step: str, text: str, cancellations: Collection[str]) -> Reading:
    """What ``text`` is while ``step`` is waited for; ``cancellations`` are folded."""
    masked = CODE.sub(CODE_PLACEHOLDER, text) if step in ("code", "email-code") else text
    if " ".join(words_of(fold(text))) in cancellations:
        return Reading("cancel", masked)
    value = _VALUES[step](text)
    if value:
        return Reading("value", masked, value)
    return Reading("malformed" if _is_attempt(step, text) else "other", masked)


def _identity(text: str) -> str:
    return plain_number(text) or plain_reference(text) or _email(text)


def _email(text: str) -> str:
    found = EMAIL.search(text)
    return found[0].strip(".'`").lower() if found else ""


def _new_email(text: str) -> str:
    """An address that mail can be sent to."""
    address = _email(text)
    try:
        return Address(addr_spec=address).addr_spec if address else ""
    except (ValueError, HeaderParseError):
        return ""  # such as a..b@example.org


def _code(text: str) -> str:
    found = CODE.search(text)
    return "".join(str(unicodedata.digit(digit)) for digit in found[1] + found[2]) if found else ""


def _phone(text: str) -> str:
    for match in phonenumbers.PhoneNumberMatcher(text, None):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return ""


_VALUES = {
    "identity": _identity, "code": _code, "email": _new_email, "email-code": _code, "phone": _phone,
    "alert": _new_email,
}  # fmt: skip


def _is_attempt(step: str, text: str) -> bool:
    """Whether this was meant as a value and has not its form, so that the assistant could do nothing with it."""
    digits = sum(character.isdigit() for character in text)
    if step == "phone":
        return digits >= _FEWEST_PHONE_DIGITS and not any(character.isalpha() for character in text)
    if step in ("code", "email-code"):
        return digits > 0 and all(character.isdigit() or not character.isalnum() for character in text)
    return "@" in text or (step == "identity" and digits > 0 and len(text.split()) == 1)

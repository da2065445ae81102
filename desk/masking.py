"""Takes personal values out of what visitors type, before it is stored in clear, logged or sent to the assistant.

E-mail addresses, telephone numbers (Google's ``phonenumbers``), passport numbers, references of applications,
numbers of requests for volunteers. Each becomes a placeholder such as ``[e-mail 1]``; the value is kept
encrypted for a short time, for the flow that needs it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from cryptography.fernet import Fernet

from store.applications import REFERENCE
from store.volunteer_requests import NUMBER

EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
# Letters and digits as passports have them: one to three letters and six to nine digits, or after the word 'passport'.
PASSPORT = re.compile(r"(?<![A-Z0-9])[A-Z]{1,3}\s?\d{6,9}(?![A-Z0-9])", re.IGNORECASE)
_PASSPORT_WORDS = r"passport|passeport|pasaporte|паспорт\w*|جواز\w*|护照|護照"
NAMED_PASSPORT = re.compile(
    rf"(?:{_PASSPORT_WORDS})\D{{0,24}}?(?<![A-Z0-9])([A-Z0-9]*\d[A-Z0-9 ]{{5,12}}\d)(?![A-Z0-9])", re.IGNORECASE
)
# A telephone number has at least this many digits; fewer are years, amounts and figures of reports.
PHONE_DIGITS = 8
# Not \b: a Han character beside a number is no part of it.
_LOOSE_PHONE = re.compile(r"(?<![A-Za-z0-9.,])\+?\d[\d\s().-]{7,18}\d(?![A-Za-z0-9])")
_DATE = re.compile(
    r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:19|20)\d\d\s?-\s?(?:19|20)\d\d)$"
)
_GROUPED_FIGURE = re.compile(r"^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+$")


@dataclass(frozen=True)
class Masked:
    """A text without personal values, and the values by placeholder: ``{"[e-mail 1]": ("email", "a@b.org")}``."""

    text: str
    values: dict[str, tuple[str, str]]


def mask(text: str, known: int = 0) -> Masked:
    """Replace personal values in ``text``; placeholders are numbered on from ``known``."""
    spans = sorted(_spans(text))
    values: dict[str, tuple[str, str]] = {}
    parts, end = [], 0
    for start, stop, kind in spans:
        if start < end:
            continue
        placeholder = f"[{_LABELS[kind]} {known + len(values) + 1}]"
        values[placeholder] = (kind, text[start:stop])
        parts += [text[end:start], placeholder]
        end = stop
    return Masked("".join([*parts, text[end:]]), values)


_LABELS = {
    "email": "e-mail",
    "phone": "tel",
    "passport": "passport",
    "application": "application",
    "request": "request",
}


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    for match in EMAIL.finditer(text):
        yield match.start(), match.end(), "email"
    for match in REFERENCE.finditer(text):
        yield match.start(), match.end(), "application"
    for match in NUMBER.finditer(text):
        yield match.start(), match.end(), "request"
    for match in NAMED_PASSPORT.finditer(text):
        yield match.start(1), match.end(1), "passport"
    for match in PASSPORT.finditer(text):
        yield match.start(), match.end(), "passport"
    for number in phonenumbers.PhoneNumberMatcher(text, None):
        yield number.start, number.end, "phone"
    for match in _LOOSE_PHONE.finditer(text):
        digits = sum(c.isdigit() for c in match.group())
        if digits >= PHONE_DIGITS and not _GROUPED_FIGURE.match(match.group()) and not _DATE.match(match.group()):
            yield match.start(), match.end(), "phone"


class Vault:
    """Encrypts and decrypts masked values with the key of this installation."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._fernet = Fernet(key)

    def lock(self, value: str) -> str:
        """``value``, encrypted."""
        return self._fernet.encrypt(value.encode()).decode()

    def unlock(self, ciphertext: str) -> str:
        """The value again. Raises ``cryptography.fernet.InvalidToken`` when the key is another one."""
        return self._fernet.decrypt(ciphertext.encode()).decode()

    def digest(self, value: str) -> str:
        """A digest of ``value`` that nobody can try out without the key: for values that are few, such as codes."""
        return hmac.new(self._key, value.encode(), hashlib.sha256).hexdigest()

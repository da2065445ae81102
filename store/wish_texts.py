"""A wish in the words of the reader, as chips, headlines and mails show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Name
from store.wishes import Wish
from texts.catalogue import Catalogue, locale_of
from texts.figures import number

# Kinds of wishes whose value is a duration, a day, nothing.
DURATIONS = ("over", "least", "under", "most", "lasting")
DAYS = ("from", "until")
FLAGS = ("onsite", "family", "disability")

type NameOf = Callable[[str, str], str]


def in_words(wish: Wish, texts: Catalogue, language: str, name: NameOf) -> str:
    """``wish`` in ``language``; ``name`` gives the name of a kind and a key."""
    words = _wished(wish, texts, language, name)
    return texts(language, "wish-not", wish=words) if wish.excluded else words


def _wished(wish: Wish, texts: Catalogue, language: str, name: NameOf) -> str:
    if wish.kind in DURATIONS:
        count, unit = wish.value.split()
        duration = texts(language, f"unit-{unit}s", count=int(count), value=number(int(count), language))
        return texts(language, f"wish-{wish.kind}", duration=duration)
    if wish.kind in DAYS:
        day = format_date(dt.date.fromisoformat(wish.value), "medium", locale=locale_of(language))
        return texts(language, f"wish-{wish.kind}", date=day)
    if wish.kind in FLAGS:
        return texts(language, f"wish-{wish.kind}")
    if wish.kind == "words":
        return texts(language, "wish-words", words=wish.value)
    if wish.kind == "near":
        return texts(language, "wish-near", place=name("country", wish.value))
    return name(wish.kind, wish.value)


def name_of(session: Session, kind: str, key: str, language: str) -> str:
    """The name to show for a thing, read from the store; its key where it has none."""
    wanted = (Name.kind == kind, Name.key == key, Name.language == language, Name.position == 0)
    return session.scalar(select(Name.text).where(*wanted)) or key

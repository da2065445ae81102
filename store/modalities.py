"""What a kind of volunteer service is and who is eligible for it, as far as the sources say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m

# How the note of a rule begins that was superseded.
OLDER = "older"


@dataclass(frozen=True)
class ModalityAnswer:
    """A modality with its summary in a language (``language`` says in which it is) and its rules."""

    modality: m.Modality
    language: str
    summary: str
    rules: list[m.ModalityRule]


def describe(session: Session, key: str, languages: Sequence[str]) -> ModalityAnswer | None:
    """The modality ``key`` in the first of ``languages`` that it is described in; None when it is unknown."""
    modality = session.get(m.Modality, key)
    if modality is None:
        return None
    for language in languages:
        summary = session.get(m.ModalitySummary, (key, language))
        if summary is not None:
            return ModalityAnswer(modality, language, summary.text, rules_of(session, key))
    return None


def is_older(rule: m.ModalityRule) -> bool:
    """Whether the rule was superseded by others that the sources do not give."""
    return rule.note.startswith(OLDER)


def rules_of(session: Session, key: str) -> list[m.ModalityRule]:
    """The rules of a modality, in the order of the profile's file."""
    found = select(m.ModalityRule).where(m.ModalityRule.modality == key).order_by(m.ModalityRule.position)
    return list(session.scalars(found))


def all_keys(session: Session) -> list[str]:
    """Every modality, in the order of the profile's file."""
    return list(session.scalars(select(m.Modality.key).order_by(m.Modality.position)))

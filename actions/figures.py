"""Figures in the visitor's language, for the answers (``texts.figures`` writes them)."""

from __future__ import annotations

from actions.base import Desk
from texts import figures
from texts.figures import paragraphs

__all__ = ["amount", "number", "paragraphs", "qualified"]


def number(value: float, desk: Desk) -> str:
    """A number with the language's separators, without needless decimals."""
    return figures.number(value, desk.language)


def amount(value: float, unit: str, desk: Desk) -> str:
    """``value`` with its unit: 8,282 people, 51%, US$221.3 million."""
    return figures.amount(value, unit, desk.language, desk.texts)


def qualified(figure: str, qualifier: str, desk: Desk) -> str:
    """'about 1,921': the figure with what its source says of its exactness."""
    return figures.qualified(figure, qualifier, desk.language, desk.texts)

"""Markdown as the desk's pages show it: what an author wrote as HTML is text, never markup."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup

_READER = MarkdownIt("js-default", {"html": False})


def render(text: str) -> Markup:
    """``text`` as safe HTML."""
    return Markup(_READER.render(text))  # noqa: S704 - rendered without HTML

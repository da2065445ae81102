"""The words of HTML that somebody wrote in a mail program or a text field, as plain text."""

from __future__ import annotations

import re

from markupsafe import Markup

_QUOTED = re.compile(r"<(blockquote|style|head)\b.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL)
_NEW_LINE = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", re.IGNORECASE)


def words(text: str) -> str:
    """``text`` without tags and without what it quotes, line by line."""
    lines = _NEW_LINE.sub("\n", _QUOTED.sub("", text)).split("\n")
    plain = (str(Markup(line).striptags()) for line in lines)  # noqa: S704 - tags are taken out of it
    return "\n".join(plain).strip()

"""What changed between two texts, word by word, as HTML that is read aloud rightly too."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

# Chinese is written without spaces: each sign is a word of its own.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")


def marked(before: str, after: str, removed: str, added: str) -> Markup:
    """``after`` with what is new in ``<ins>`` and what is gone in ``<del>``; the words say so to a screen reader."""
    old, new = WORD.findall(before), WORD.findall(after)
    parts: list[Markup] = []
    for kind, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(escape("".join(new[k:n])))
            continue
        for tag, name, text in (("del", removed, "".join(old[i:j])), ("ins", added, "".join(new[k:n]))):
            if text:
                html = Markup('<{0}><span class="unseen">{1} </span>{2}</{0}>')
                parts.append(html.format(Markup(tag), name, text))  # noqa: S704 - a tag's name, not a reader's words
    return Markup("").join(parts)

"""What a request shows at a glance: what the assistant understood and answered last, and from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.models import Message


@dataclass(frozen=True)
class Glance:
    """``query`` is what was looked up; ``origin`` the article with its version, or the titles of the sources."""

    intent: str
    score: str
    query: object
    origin: str
    answered: bool


def glance(messages: Sequence[Message]) -> Glance | None:
    """The last answer of the assistant to a question; None where it gave none."""
    answers = [message for message in messages if message.author == "assistant" and message.understood]
    told = [message for message in answers if (message.understood or {}).get("rateable")] or answers
    if not told:
        return None
    last = told[-1]
    understood = last.understood or {}
    titles = "; ".join(str(source.get("title", "")) for source in last.sources)
    article = f"{understood['article']} v{understood.get('version', '?')}" if understood.get("article") else ""
    return Glance(
        str(understood.get("intent", "")), str(understood.get("score", "")), understood.get("query"),
        article or titles, understood.get("answered") is not False,
    )  # fmt: skip

"""The visitor's own copy of a conversation as plain text, as the widget's copy.js writes it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from babel.dates import format_datetime

from desk.context import Context
from texts.catalogue import locale_of


def readable(context: Context, copy: dict[str, Any], language: str) -> str:
    """Who said what and when, with what came with it; ``copy`` as ``conversations.export`` gives it."""
    return "\n\n".join(_message(context, message, language) for message in copy["messages"]) + "\n"


def _message(context: Context, message: dict[str, Any], language: str) -> str:
    texts = context.texts
    moment = format_datetime(dt.datetime.fromisoformat(message["at"]), "long", locale=locale_of(language))
    speaker = message.get("name") or texts(language, f"widget-author-{message['author']}")
    source = texts(language, "widget-source")
    return "\n".join(
        [
            f"{moment} · {speaker}",
            message["text"],
            *(line for each in message.get("attachments", []) for line in _attachment(each)),
            *(
                " ".join(filter(None, (f"{source}:", each["title"], each.get("url"))))
                for each in message.get("sources", [])
            ),
        ]
    )


def _attachment(attachment: dict[str, Any]) -> list[str]:
    """A table row by row, a card with its fields, an address."""
    data = attachment.get("data") or attachment
    table = attachment.get("table") or {"head": data.get("columns", []), "rows": data.get("rows", [])}
    lines = [
        attachment.get("title") or attachment.get("alt"),
        *("\t".join(map(str, row)) for row in [table["head"], *table["rows"]]),
        *(f"{field['label']}: {field['value']}" for field in data.get("fields", [])),
        *(line for card in data.get("cards", []) for line in _attachment(card)),
        data.get("link") or attachment.get("url"),
    ]
    return [line for line in lines if line]

"""Articles that may answer the visitor's last question, by the finder that 'try a question' uses."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.context import Context
from desk.trial import Trial
from store import models as m

SHOWN = 3
# How many of the visitor's messages are looked through, the newest first, for one that is near any article.
LOOKED_AT = 4


@dataclass(frozen=True)
class Suggestion:
    """An article in the visitor's language (or the one it has), and its title and text in the reader's."""

    id: str
    title: str
    text: str
    language: str
    own_title: str
    own_text: str
    own_language: str


def suggest(
    context: Context, session: Session, trial: Trial, conversation: m.Conversation, reader: str
) -> tuple[str, list[Suggestion]]:
    """The question and the articles nearest to it; none where the visitor's last messages are near none."""
    wanted = (m.Message.conversation_id == conversation.id, m.Message.author == "visitor")
    newest = select(m.Message.text).where(*wanted).order_by(m.Message.seq.desc()).limit(LOOKED_AT)
    for question in session.scalars(newest):
        ranking = trial.find(session, question)
        if ranking.outcome != "none":
            keys = [found.key for found in ranking.best[:SHOWN]]
            return question, [_suggestion(context, session, key, conversation.language, reader) for key in keys]
    return "", []


def _suggestion(context: Context, session: Session, key: str, language: str, reader: str) -> Suggestion:
    article = session.get_one(m.Article, key)
    by_language = {text.language: text for text in article.texts}
    default = by_language[context.profile.default_language]
    theirs, own = by_language.get(language, default), by_language.get(reader, default)
    return Suggestion(key, theirs.title, theirs.body, theirs.language, own.title, own.body, own.language)

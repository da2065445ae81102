"""The words of articles: what is published, by which version, and which translations the original has left behind.

``article_texts`` holds the published words, which the actions read; ``article_versions`` holds every wording there was
or is meant to be. Files and console both end here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from store import models as m
from store.rows import ArticleFile, ArticleTranslationFile

# What an article says of itself in all languages; it stands in the file of the original.
FACTS = ("topic", "audience", "sources", "as_of", "review", "confidence", "answered")
# States of a version that somebody is still working on; a language of an article has at most one.
OPEN = ("draft", "proposed", "approved")

type Key = tuple[str, str]  # an article's id and a language


@dataclass(frozen=True)
class Words:
    """An article in one language; ``facts`` with the original only."""

    title: str
    body: str
    questions: list[str]
    facts: dict[str, Any] | None = None

    @property
    def digest(self) -> str:
        """The same for the same words, however the file is written."""
        content = [self.title, self.body, self.questions, self.facts]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @classmethod
    def of_file(cls, file: ArticleTranslationFile) -> Words:
        """What a file says."""
        facts = None
        if isinstance(file, ArticleFile):
            sources = [source.model_dump() for source in file.sources]
            facts = {**{name: getattr(file, name) for name in FACTS}, "sources": sources}
        return cls(file.title, file.body, file.questions, facts)

    @classmethod
    def of_version(cls, version: m.ArticleVersion) -> Words:
        """What a version says."""
        return cls(version.title, version.body, version.questions, version.facts)


def facts_of(article: m.Article) -> dict[str, Any]:
    """What holds for all languages of a published article."""
    return {name: getattr(article, name) for name in FACTS}


def published_words(session: Session, original: str) -> dict[Key, Words]:
    """Everything that answers now. ``original`` is the language that articles are written in first."""
    found = {}
    for article in session.scalars(select(m.Article).where(m.Article.status == "published")):
        for text in article.texts:
            facts = facts_of(article) if text.language == original else None
            found[article.id, text.language] = Words(text.title, text.body, text.questions, facts)
    return found


def live_versions(session: Session, article_id: str | None = None) -> dict[Key, m.ArticleVersion]:
    """The published version of every language, of one article or of all."""
    wanted = select(m.ArticleVersion).where(m.ArticleVersion.state == "published")
    if article_id is not None:
        wanted = wanted.where(m.ArticleVersion.article_id == article_id)
    return {(version.article_id, version.language): version for version in session.scalars(wanted)}


def last_numbers(session: Session, article_id: str | None = None) -> dict[Key, int]:
    """The highest version number of every language, of one article or of all."""
    version = m.ArticleVersion
    wanted = select(version.article_id, version.language, func.max(version.number))
    if article_id is not None:
        wanted = wanted.where(version.article_id == article_id)
    grouped = wanted.group_by(version.article_id, version.language)
    return {(row[0], row[1]): row[2] for row in session.execute(grouped)}


def make_live(session: Session, version: m.ArticleVersion, before: m.ArticleVersion | None) -> None:
    """Let ``version`` answer in the place of ``before``; facts, if it has them, hold for every language at once."""
    article = session.get(m.Article, version.article_id)
    text = session.get(m.ArticleText, (version.article_id, version.language))
    publish(session, version, before, article, text)


def publish(
    session: Session, version: m.ArticleVersion, before: m.ArticleVersion | None, article: m.Article | None,
    text: m.ArticleText | None,
) -> tuple[m.Article | None, m.ArticleText]:  # fmt: skip
    """The same where ``article`` and ``text`` are at hand, as far as they exist; returns them as they are now."""
    if before is not None:
        before.state = "replaced"
    version.state = "published"
    if version.facts is not None:
        if article is None:
            article = m.Article(id=version.article_id)
            session.add(article)
        for name, value in version.facts.items():
            setattr(article, name, value)
        article.status = "published"
    if text is None:
        if article in session.new:
            session.flush()  # the article comes before its texts
        text = m.ArticleText(article_id=version.article_id, language=version.language)
        session.add(text)
    text.title, text.body, text.questions = version.title, version.body, version.questions
    text.version = version.number
    return article, text


def outdated(session: Session, original: str) -> set[Key]:
    """Published translations whose original's title or text has changed since they were made."""
    translation, made_from, now = (aliased(m.ArticleVersion) for _ in range(3))
    wanted = (
        select(translation.article_id, translation.language)
        .join(now, (now.article_id == translation.article_id) & (now.language == original))
        .join(
            made_from,
            (made_from.article_id == translation.article_id)
            & (made_from.language == original)
            & (made_from.number == translation.of_original),
        )
        .where(translation.state == "published", translation.language != original, now.state == "published")
        .where(now.number > made_from.number, or_(now.title != made_from.title, now.body != made_from.body))
    )
    return {(row[0], row[1]) for row in session.execute(wanted)}


def past_review(review: str, today: dt.date) -> bool:
    """Whether the day, month or year until which somebody should have looked again is over."""
    return today.isoformat()[: len(review)] > review


def digests(words: Mapping[Key, Words]) -> dict[Key, str]:
    """The digest of each."""
    return {key: found.digest for key, found in words.items()}


def in_order(keys: Iterable[Key], original: str) -> list[Key]:
    """Originals first, because translations name their versions."""
    return sorted(keys, key=lambda key: (key[1] != original, key))

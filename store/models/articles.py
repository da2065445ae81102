"""Articles, their wordings and their history."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, String, Text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base, now


class Article(Base):
    """An approved answer to one question people ask. Its words are in ``article_texts``, one row a language.

    ``status`` is published, withdrawn or draft (never published yet); ``confidence`` high, medium or low, as the
    sources deserve. ``answered`` is false where the text says that nothing confirmed is known of exactly this, and
    where to look.
    """

    __tablename__ = "articles"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    topic: Mapped[str] = mapped_column(String(40))
    audience: Mapped[list[str]]
    sources: Mapped[list[Any]]
    as_of: Mapped[str] = mapped_column(String(10))
    review: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[str] = mapped_column(String(10))
    answered: Mapped[bool] = mapped_column(default=True, server_default=true())
    status: Mapped[str] = mapped_column(String(20), default="published")
    texts: Mapped[list[ArticleText]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class ArticleText(Base):
    """An article in one language: title, body (safe Markdown) and the questions people type for it."""

    __tablename__ = "article_texts"
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    questions: Mapped[list[str]]
    version: Mapped[int] = mapped_column(default=1)


class ArticleVersion(Base):
    """One wording of an article in one language, and who wrote and approved it: the article's history.

    ``state`` is draft, proposed, approved, published (at most one of a language), replaced, withdrawn or discarded.
    ``facts`` is what holds for all languages (``store.articles.FACTS``), with the original; None for a translation.
    ``of_original`` is the original's version that a translation was made from, ``base`` the published version that a
    draft began from. ``edit`` counts changes, so that two editors cannot overwrite each other.
    """

    __tablename__ = "article_versions"
    article_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(10), index=True)
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    questions: Mapped[list[str]]
    facts: Mapped[dict[str, Any] | None]
    of_original: Mapped[int | None]
    base: Mapped[int] = mapped_column(default=0)
    edit: Mapped[int] = mapped_column(default=0)
    authors: Mapped[list[str]]
    approver: Mapped[str | None] = mapped_column(String(80))
    at: Mapped[dt.datetime] = mapped_column(default=now)


class ArticleFile(Base):
    """What an article's file said when it was last loaded or written, as a digest: tells which side has changed."""

    __tablename__ = "article_files"
    article_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))

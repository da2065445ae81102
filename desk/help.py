"""The public page of every article: ``/help/LANGUAGE`` lists them, ``/help/LANGUAGE/ID`` is one, plain HTML."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import markdown
from desk.api import Desk
from desk.errors import DeskError
from desk.site import page
from store import models as m

router = APIRouter()


@router.get("/help/{language}", include_in_schema=False)
async def index(request: Request, desk: Desk, language: str) -> HTMLResponse:
    """Every article that exists in the language, by title."""
    _spoken(desk, language)
    titles = await desk.read(lambda session: _titles(session, language))
    return page(request, desk, language, "help_index.html", lambda code: f"/help/{code}", titles=titles)


@router.get("/help/{language}/{article_id}", include_in_schema=False)
async def article(request: Request, desk: Desk, language: str, article_id: str) -> HTMLResponse:
    """One article; 404 when it is not published or does not exist in the language."""
    _spoken(desk, language)
    found = await desk.read(lambda session: _article(session, article_id, language))
    if found is None:
        raise DeskError(404, "not-found")
    words, entry = found
    return page(
        request, desk, language, "help_article.html", lambda code: f"/help/{code}/{article_id}",
        {text.language for text in entry.texts}, words=words, entry=entry,
        body=markdown.render(words.body),
    )  # fmt: skip


def _spoken(desk: Desk, language: str) -> None:
    if language not in desk.profile.languages:
        raise DeskError(404, "not-found")


def _titles(session: Session, language: str) -> list[tuple[str, str]]:
    found = session.execute(
        select(m.ArticleText.article_id, m.ArticleText.title)
        .join(m.Article, m.Article.id == m.ArticleText.article_id)
        .where(m.ArticleText.language == language, m.Article.status == "published")
    )
    return sorted(((row.article_id, row.title) for row in found), key=lambda row: row[1].casefold())


def _article(session: Session, article_id: str, language: str) -> tuple[m.ArticleText, m.Article] | None:
    entry = session.get(m.Article, article_id)
    words = session.get(m.ArticleText, (article_id, language))
    return (words, entry) if entry is not None and words is not None and entry.status == "published" else None

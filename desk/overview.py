"""The list of articles in the console: where each stands in each language, searched and filtered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.articles import OPEN, outdated, past_review
from store.profile import Profile

FILTERS = ("all", "outdated", "drafts", "to-approve", "missing", "past-review", "withdrawn")


@dataclass(frozen=True)
class Entry:
    """One article: its title, and its state by language."""

    id: str
    title: str
    review: str
    past: bool
    states: dict[str, list[str]]

    def fits(self, wanted: str) -> bool:
        """Whether the filter ``wanted`` shows it."""
        states = {state for each in self.states.values() for state in each}
        return {
            "outdated": "outdated" in states, "drafts": bool(states.intersection(OPEN)),
            "to-approve": "proposed" in states, "missing": "missing" in states, "past-review": self.past,
            "withdrawn": "withdrawn" in states,
        }.get(wanted, True)  # fmt: skip


def entries(session: Session, profile: Profile, language: str, words: str, wanted: str, today: dt.date) -> list[Entry]:
    """The articles that have ``words`` in their name, titles or questions and that the filter ``wanted`` shows."""
    behind = outdated(session, profile.default_language)
    version = m.ArticleVersion
    versions: dict[str, list[m.ArticleVersion]] = {}
    for each in session.scalars(select(version).where(version.state.in_(("published", *OPEN)))):
        versions.setdefault(each.article_id, []).append(each)
    found = []
    for article in session.scalars(select(m.Article).order_by(m.Article.id)):
        ours = versions.get(article.id, [])
        if not _contains(article.id, ours, words):
            continue
        states = {code: _states(article, code, ours, (article.id, code) in behind) for code in profile.languages}
        titles = {each.language: each.title for each in sorted(ours, key=lambda each: each.number)}
        title = titles.get(language) or titles.get(profile.default_language) or article.id
        past = article.status == "published" and past_review(article.review, today)
        entry = Entry(article.id, title, article.review, past, states)
        if entry.fits(wanted):
            found.append(entry)
    return found


def _contains(article_id: str, versions: list[m.ArticleVersion], words: str) -> bool:
    texts = (article_id, *(text for each in versions for text in (each.title, *each.questions)))
    return any(words.casefold() in text.casefold() for text in texts)


def _states(article: m.Article, language: str, versions: list[m.ArticleVersion], behind: bool) -> list[str]:
    ours = [each.state for each in versions if each.language == language]
    working = [state for state in ours if state in OPEN]
    if article.status == "withdrawn":
        return ["withdrawn", *working]
    if "published" in ours:
        return ["outdated" if behind else "published", *working]
    return working or ["missing"]

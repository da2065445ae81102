"""Answers from approved articles, found by meaning in whatever language they are asked for."""

from __future__ import annotations

from babel import Locale

from actions.answer import Answer, Choice, Source, payload
from actions.base import Desk, DeskAction, Question
from store import models as m
from store.articles import CERTAIN, CLOSE, POSSIBLE
from texts.catalogue import locale_of

MOST_CHOICES = 3
# Beyond this score (cosine and shared words) a second article that is close does not matter.
BEYOND_DOUBT = 0.8


class ActionArticle(DeskAction):
    """Every question about volunteering that is not about figures, assignments or kinds of service."""

    action_name = "action_article"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if "article" in question.given:
            return show_article(str(question.given["article"]), 1.0, desk)
        return ask_article(question, desk)


def ask_article(question: Question, desk: Desk, unsure: bool = False) -> Answer:
    """The article that answers, or a choice between close ones, or a plain 'I do not know this'."""
    found = desk.knowledge.articles.find(question.text, question.language)
    best = found[0] if found else None
    if best is not None and best.score >= CERTAIN:
        close = [other for other in found[1:MOST_CHOICES] if best.score - other.score < CLOSE]
        if not close or best.score >= BEYOND_DOUBT:
            return show_article(best.article, best.score, desk)
    near = [other for other in found[:MOST_CHOICES] if other.score >= POSSIBLE]
    score = round(best.score, 4) if best else 0.0
    if near and not unsure:
        choices = [Choice(_title(desk, other.article), payload("ask_article", article=other.article)) for other in near]
        understood = {"article_score": score, "offered": [other.article for other in near]}
        return Answer(
            desk.say("choose-article"), choices=[*choices, _none_of_these(desk)], understood=understood,
        )  # fmt: skip
    return not_known(desk, "not-understood" if unsure else "unknown", score)


def certain_article(question: Question, desk: Desk) -> Answer | None:
    """The article that answers beyond doubt, or None."""
    found = desk.knowledge.articles.find(question.text, question.language, limit=1)
    if found and found[0].score >= BEYOND_DOUBT:
        return show_article(found[0].article, found[0].score, desk)
    return None


def not_known(desk: Desk, key: str, score: float = 0.0) -> Answer:
    """Says that there is no answer, and offers a person."""
    return Answer(
        desk.say(key),
        choices=[desk.call_person()],
        understood={"answered": False, "article_score": score},
        slots={"offered": "human"},
    )


def show_article(article_id: str, score: float, desk: Desk) -> Answer:
    """An article in the visitor's language, or in the one that it exists in, which is then said."""
    article = desk.session.get(m.Article, article_id)
    if article is None or article.status != "published":
        return not_known(desk, "unknown")
    words = _words(article, desk)
    parts = [words.body]
    if words.language != desk.language:
        name = Locale.parse(words.language).get_display_name(locale_of(desk.language)) or words.language
        parts.insert(0, desk.say("article-other-language", language=name))
    if article.confidence != "high":
        parts.append(desk.say(f"article-confidence-{article.confidence}"))
    return Answer(
        "\n\n".join(parts),
        sources=[_source(source, article) for source in article.sources],
        understood={"article": article.id, "version": words.version, "article_score": round(score, 4)},
        slots={"article": article.id, "offered": None},
        rateable=True,
    )


def _words(article: m.Article, desk: Desk) -> m.ArticleText:
    texts = {words.language: words for words in article.texts}
    return texts.get(desk.language) or texts.get(desk.profile.default_language) or article.texts[0]


def _title(desk: Desk, article_id: str) -> str:
    article = desk.session.get_one(m.Article, article_id)
    return _words(article, desk).title


def _source(source: dict[str, str], article: m.Article) -> Source:
    return Source(source["title"], source.get("url", ""), source.get("paragraph", ""), article.as_of)


def _none_of_these(desk: Desk) -> Choice:
    return Choice(desk.say("button-other"), payload("not_helpful"))

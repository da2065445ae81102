"""Answers from approved articles, found by meaning in whatever language they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from actions.answer import Answer, Choice, Source, payload
from actions.base import Desk, DeskAction, Question
from store import models as m
from store.subjects import POSSIBLE, Found, is_clear
from texts.catalogue import locale_of

MOST_CHOICES = 3


# Below this confidence nobody can say that a question is outside the field.
SURELY_OUTSIDE = 0.82


class ActionOutOfScope(DeskAction):
    """A short refusal that says what the assistant can do.

    Where the classifier was in doubt the assistant does not know, says so, and offers a person.
    """

    action_name = "action_out_of_scope"
    intent = "out_of_scope"

    def answer(self, question: Question, desk: Desk) -> Answer:
        if question.score < SURELY_OUTSIDE:
            return not_known(desk, "unknown")
        return Answer(desk.say("out-of-scope"))


def ask_article(question: Question, desk: Desk) -> Answer:
    """The article that answers, or a choice between close ones, or a plain 'I do not know this'."""
    found = question.articles
    if is_clear(found):
        return show_article(found[0].key, found[0].score, desk)
    near = [other for other in found[:MOST_CHOICES] if other.score >= POSSIBLE]
    if near:
        return _choice(near, desk)
    return not_known(desk, "unknown", found[0].score if found else 0.0)


def article_choice(article_id: str, desk: Desk) -> Choice:
    """A button with an article's title that shows it."""
    return Choice(_title(desk, article_id), payload("ask_article", article=article_id))


def _choice(near: Sequence[Found], desk: Desk) -> Answer:
    """Close articles, by their titles."""
    choices = [article_choice(other.key, desk) for other in near]
    return Answer(
        desk.say("choose-article"),
        choices=[*choices, Choice(desk.say("button-other"), payload("not_helpful"))],
        understood={"article_score": round(near[0].score, 4), "offered": [other.key for other in near]},
    )


def not_known(desk: Desk, key: str, score: float = 0.0) -> Answer:
    """Says that there is no answer, and offers a person."""
    return Answer(
        desk.say(key),
        choices=[desk.call_person()],
        understood={"answered": False, "article_score": round(score, 4)},
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
    if article.answered and article.confidence != "high":
        parts.append(desk.say(f"article-confidence-{article.confidence}"))
    return Answer(
        "\n\n".join(parts),
        sources=[_source(source, article) for source in article.sources],
        choices=[] if article.answered else [desk.call_person()],
        understood={
            "article": article.id,
            "version": words.version,
            "article_language": words.language,
            "article_score": round(score, 4),
            "answered": article.answered,
        },
        slots={"article": article.id, "offered": None if article.answered else "human"},
        rateable=True,
    )


def is_answered(article_id: str, desk: Desk) -> bool:
    """Whether an article says more than that nothing is confirmed."""
    article = desk.session.get(m.Article, article_id)
    return article is not None and article.answered


def _words(article: m.Article, desk: Desk) -> m.ArticleText:
    texts = {words.language: words for words in article.texts}
    return texts.get(desk.language) or texts.get(desk.profile.default_language) or article.texts[0]


def _title(desk: Desk, article_id: str) -> str:
    article = desk.session.get_one(m.Article, article_id)
    return _words(article, desk).title


def _source(source: dict[str, str], article: m.Article) -> Source:
    return Source(source["title"], source.get("url", ""), source.get("paragraph", ""), article.as_of)

"""Editing articles: draft, a second person's approval, publication, withdrawal, and back to an earlier version.

A version moves draft -> proposed -> approved -> published; saving makes it a draft again. Who wrote any of it cannot
approve it. Every deed names the ``stamp`` of the page it was decided on and is refused with 409 when that has passed:
two editors, or an editor and a load of files, cannot overwrite each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk import audit
from desk.errors import DeskError
from store import articles, rows
from store import models as m
from store.articles import OPEN, Words
from store.load import AREA
from store.models import Staff, now
from store.profile import Profile
from store.sync import move_revision

# Deeds that change a version's state alone: from which states, to which.
STEPS = {
    "propose": (("draft",), "proposed"),
    "approve": (("proposed",), "approved"),
    "send-back": (("proposed", "approved"), "draft"),
    "discard": (OPEN, "discarded"),
}
# What was once published can be published again.
ONCE_PUBLISHED = ("replaced", "withdrawn")


@dataclass(frozen=True)
class Standing:
    """Where an article stands in one language: what is published, what is being worked on, what there was."""

    article: m.Article
    language: str
    versions: list[m.ArticleVersion]  # newest first
    original: m.ArticleVersion | None  # the published original; the same as ``live`` in the first language
    made_from: m.ArticleVersion | None  # the original as it was when the published translation was made

    @property
    def live(self) -> m.ArticleVersion | None:
        """The published version."""
        return next((version for version in self.versions if version.state == "published"), None)

    @property
    def open(self) -> m.ArticleVersion | None:
        """The version that somebody is working on."""
        return next((version for version in self.versions if version.state in OPEN), None)

    @property
    def previous(self) -> m.ArticleVersion | None:
        """What undoing the last publication or withdrawal publishes again."""
        return next((version for version in self.versions if version.state in ONCE_PUBLISHED), None)

    @property
    def moved(self) -> bool:
        """Whether something else was published since the open version was last saved."""
        return self.open is not None and self.open.base != _number(self.live)

    @property
    def outdated(self) -> bool:
        """Whether the original's title or text has changed since this translation was made."""
        then, today = self.made_from, self.original
        return then is not None and today is not None and (then.title, then.body) != (today.title, today.body)

    @property
    def stamp(self) -> str:
        """Names exactly this standing; a deed decided on another one is refused."""
        state = (_number(self.live), _number(self.original), _number(self.open), self.open.edit if self.open else 0)
        return ".".join(map(str, state))


def _number(version: m.ArticleVersion | None) -> int:
    return version.number if version else 0


def standing(session: Session, profile: Profile, article_id: str, language: str, lock: bool = False) -> Standing:
    """Where an article stands in ``language``. Raises ``DeskError`` 404."""
    article = session.get(m.Article, article_id, with_for_update=lock)
    if article is None or language not in profile.languages:
        raise DeskError(404, "not-found")
    version, first = m.ArticleVersion, profile.default_language
    ours = (version.article_id == article_id, version.language.in_((language, first)))
    found = list(session.scalars(select(version).where(*ours).order_by(version.number.desc())))
    versions = [each for each in found if each.language == language]
    originals = [each for each in found if each.language == first]
    live = next((each for each in versions if each.state == "published"), None)
    return Standing(
        article, language, versions, next((each for each in originals if each.state == "published"), None),
        next((each for each in originals if live and each.number == live.of_original), None),
    )  # fmt: skip


def _decided(session: Session, profile: Profile, article_id: str, language: str, stamp: str) -> Standing:
    """The standing, locked, if it is still the one that was decided on. Raises ``DeskError`` 404 or 409."""
    found = standing(session, profile, article_id, language, lock=True)
    if found.stamp != stamp:
        raise DeskError(409, "article-changed")
    return found


def checked(article_id: str, values: Mapping[str, Any], original: bool) -> Words:
    """Words as the files' rules want them. Raises ``DeskError`` 422 ``article-FIELD`` for the first wrong one."""
    model = rows.ArticleFile if original else rows.ArticleTranslationFile
    try:
        return Words.of_file(model.model_validate({"id": article_id, **values}))
    except ValidationError as error:
        raise DeskError(422, f"article-{error.errors()[0]['loc'][0]}") from error


def create(session: Session, profile: Profile, staff: Staff, article_id: str, values: Mapping[str, Any]) -> None:
    """Begin a new article in the first language. Raises ``DeskError`` 409 when the id is taken, 422."""
    words = checked(article_id, values, original=True)
    assert words.facts is not None  # an original has them
    session.add(m.Article(id=article_id, status="draft", **words.facts))
    try:
        session.flush()
    except IntegrityError as error:
        raise DeskError(409, "article-exists", id=article_id) from error
    _save(session, standing(session, profile, article_id, profile.default_language), staff, words)


def save(
    session: Session, profile: Profile, staff: Staff, article_id: str, language: str, values: Mapping[str, Any],
    stamp: str,
) -> None:  # fmt: skip
    """Keep ``values`` as the draft, beginning one where there is none. Raises ``DeskError`` 404, 409, 422."""
    words = checked(article_id, values, language == profile.default_language)
    _save(session, _decided(session, profile, article_id, language, stamp), staff, words)


def add_question(
    session: Session, profile: Profile, staff: Staff, article_id: str, language: str, question: str
) -> None:
    """Add an example question to the draft, beginning one where there is none; nothing happens when it is there.

    Raises ``DeskError`` 404, and 409 where the article has no text in ``language``.
    """
    found = standing(session, profile, article_id, language, lock=True)
    version = found.open or found.live
    if version is None:
        raise DeskError(409, "article-changed")
    words = Words.of_version(version)
    if question not in words.questions:
        _save(session, found, staff, replace(words, questions=[*words.questions, question]))


def _save(session: Session, found: Standing, staff: Staff, words: Words) -> None:
    version = found.open
    before = _written(version or found.live)
    last = found.versions[0].number if found.versions else 0
    if version is None:
        version = m.ArticleVersion(
            article_id=found.article.id, language=found.language, number=last + 1, edit=0, authors=[]
        )
        session.add(version)
    elif _number(found.live) > version.number:
        version.number = last + 1  # what is published later has the higher number
    version.state, version.approver = "draft", None
    version.title, version.body, version.questions = words.title, words.body, words.questions
    version.facts = words.facts
    version.base = _number(found.live)
    version.of_original = found.original.number if found.original and words.facts is None else None
    version.authors = sorted({*version.authors, staff.login})
    _touch(version)
    _record(session, staff, "article.saved", version, before, _written(version))


def step(
    session: Session, profile: Profile, staff: Staff, article_id: str, language: str, deed: str, stamp: str
) -> None:
    """Propose, approve, send back or discard (``STEPS``) the open version.

    Raises ``DeskError`` 403 when the approver wrote it, 404, 409 when it is not in the state for that.
    """
    found = _decided(session, profile, article_id, language, stamp)
    states, after = STEPS[deed]
    version = found.open
    if version is None or version.state not in states:
        raise DeskError(409, "article-changed")
    before = _state(version)
    if deed == "approve":
        _may_be_published(profile, found)
        if staff.login in version.authors:
            raise DeskError(403, "article-own")
    version.state, version.approver = after, staff.login if deed == "approve" else None
    _touch(version)
    _record(session, staff, f"article.{deed.replace('-', '_')}", version, before, _state(version))
    if deed == "discard" and found.article.status == "draft" and language == profile.default_language:
        _drop(session, found.article)


def _drop(session: Session, article: m.Article) -> None:
    """Take away an article that was never published, with the drafts of its translations."""
    version = m.ArticleVersion
    for each in session.scalars(select(version).where(version.article_id == article.id, version.state.in_(OPEN))):
        each.state = "discarded"
    session.delete(article)
    session.flush()


def _may_be_published(profile: Profile, found: Standing) -> None:
    if found.moved:
        raise DeskError(409, "article-moved")
    if found.language != profile.default_language and found.article.status != "published":
        raise DeskError(409, "article-original-first")


def publish(session: Session, profile: Profile, staff: Staff, article_id: str, language: str, stamp: str) -> None:
    """Let the approved version answer from the next question on. Raises ``DeskError`` 404, 409."""
    found = _decided(session, profile, article_id, language, stamp)
    version = found.open
    if version is None or version.state != "approved":
        raise DeskError(409, "article-not-approved")
    _may_be_published(profile, found)
    _go_live(session, staff, "article.published", version, found.live)


def republish(
    session: Session, profile: Profile, staff: Staff, article_id: str, language: str, stamp: str, number: int
) -> None:
    """Publish the words of an earlier version again, as a new version; so a mistake is undone at once.

    Raises ``DeskError`` 404 when there was no such published version, 409.
    """
    found = _decided(session, profile, article_id, language, stamp)
    old = next((each for each in found.versions if each.number == number and each.state in ONCE_PUBLISHED), None)
    if old is None:
        raise DeskError(404, "not-found")
    if language != profile.default_language and found.article.status != "published":
        raise DeskError(409, "article-original-first")
    version = m.ArticleVersion(
        article_id=article_id, language=language, number=found.versions[0].number + 1, state="published",
        title=old.title, body=old.body, questions=old.questions, facts=old.facts, of_original=old.of_original,
        base=_number(found.live), edit=0, authors=old.authors, approver=old.approver,
    )  # fmt: skip
    session.add(version)
    _go_live(session, staff, "article.republished", version, found.live)


def _go_live(
    session: Session, staff: Staff, action: str, version: m.ArticleVersion, before: m.ArticleVersion | None
) -> None:
    written = _written(before)
    articles.make_live(session, version, before)
    _touch(version)
    move_revision(session, AREA)
    _record(session, staff, action, version, written, _written(version))


def withdraw(session: Session, profile: Profile, staff: Staff, article_id: str, language: str, stamp: str) -> None:
    """Stop answering with it, at once. Without its original an article answers in no language.

    Raises ``DeskError`` 404, 409.
    """
    found = _decided(session, profile, article_id, language, stamp)
    version = found.live
    if version is None:
        raise DeskError(409, "article-changed")
    before = _state(version)
    version.state = "withdrawn"
    _touch(version)
    if language == profile.default_language:
        found.article.status = "withdrawn"
    else:
        session.delete(session.get_one(m.ArticleText, (article_id, language)))
    move_revision(session, AREA)
    _record(session, staff, "article.withdrawn", version, before, _state(version))


def confirm(session: Session, profile: Profile, staff: Staff, article_id: str, language: str, stamp: str) -> None:
    """Say that a translation still holds although its original has changed. Raises ``DeskError`` 404, 409."""
    found = _decided(session, profile, article_id, language, stamp)
    if found.live is None or found.original is None or not found.outdated:
        raise DeskError(409, "article-changed")
    before = {"of_original": found.live.of_original}
    found.live.of_original = found.original.number
    _record(session, staff, "article.confirmed", found.live, before, {"of_original": found.live.of_original})


def _touch(version: m.ArticleVersion) -> None:
    version.edit += 1
    version.at = now()


def _state(version: m.ArticleVersion) -> dict[str, Any]:
    return {"version": version.number, "state": version.state}


def _written(version: m.ArticleVersion | None) -> dict[str, Any] | None:
    if version is None:
        return None
    words = {"title": version.title, "body": version.body, "questions": version.questions, "facts": version.facts}
    return {**_state(version), **words}


def _record(
    session: Session, staff: Staff, action: str, version: m.ArticleVersion,
    before: dict[str, Any] | None, after: dict[str, Any] | None,
) -> None:  # fmt: skip
    audit.record(session, staff.login, action, f"{version.article_id[:70]}/{version.language}", before, after)

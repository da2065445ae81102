"""Carries articles between a profile's files and the store, both ways, without overwriting what somebody wrote.

For each article and language there are three digests: of the file, of the published words, and of the file as it was
last loaded or written. Whichever side still equals the last one has not changed and gives way to the other; where both
have changed it is a conflict, which is reported and left as it is until somebody says which side holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.articles import (
    Key,
    Words,
    digests,
    in_order,
    last_numbers,
    live_versions,
    publish,
    published_words,
)
from store.profile import Profile
from store.sync import Change

# Who wrote what came from files, in the history.
FILES = "files"

type Side = Literal["files", "store"]


@dataclass(frozen=True)
class Conflict:
    """An article that was changed both in its file and in the console."""

    article_id: str
    language: str
    path: Path

    def __str__(self) -> str:
        return f"{self.article_id} ({self.language}): changed in {self.path} and in the console"


@dataclass(frozen=True)
class Exchange:
    """What was carried over, and what could not be: ``conflicts`` and (exports only) files that are ``newer``."""

    added: list[Key]
    changed: list[Key]
    removed: list[Key]
    conflicts: list[Conflict]
    newer: list[Key]

    @property
    def carried(self) -> list[Key]:
        """Everything that was added, changed or removed."""
        return [*self.added, *self.changed, *self.removed]


def article_path(profile: Profile, key: Key) -> Path:
    """The file of an article in a language."""
    return profile.folder / "knowledge" / key[1] / f"{key[0]}.md"


def _remembered(session: Session) -> dict[Key, m.ArticleFile]:
    """What is known of the files' last words. Who holds the rows reads them once: a session forgets them."""
    return {(row.article_id, row.language): row for row in session.scalars(select(m.ArticleFile))}


def _digests(rows: Mapping[Key, m.ArticleFile]) -> dict[Key, str]:
    return {key: row.digest for key, row in rows.items()}


def _remember(session: Session, key: Key, row: m.ArticleFile | None, digest: str | None) -> None:
    """Keep ``digest`` in the ``row`` of ``key``, or take the row away."""
    if row is None:
        if digest is not None:
            session.add(m.ArticleFile(article_id=key[0], language=key[1], digest=digest))
    elif digest is None:
        session.delete(row)
    else:
        row.digest = digest


def import_files(
    session: Session, profile: Profile, files: Mapping[Key, Words], prefer: Side | None = None
) -> tuple[Exchange, list[Change]]:
    """Bring the store to what ``files`` say, where the store has not been edited since.

    ``prefer`` decides conflicts: ``files`` overwrites the store, ``store`` keeps it and counts the files as seen.
    Returns what was done, and how many rows of which table.
    """
    original = profile.default_language
    # The console locks the article that it changes: nobody publishes between the comparison and what follows from it.
    session.execute(select(m.Article.id).order_by(m.Article.id).with_for_update()).all()
    stored = digests(published_words(session, original))
    wanted, rows = digests(files), _remembered(session)
    last = _digests(rows)
    done = Exchange([], [], [], [], [])
    importer = _Importer(session, original)
    for key in in_order({*wanted, *stored, *last}, original):
        file, store, known = wanted.get(key), stored.get(key), last.get(key)
        if file not in (store, known):
            clash = store != known or (file is None and _edited_translations(key, original, stored, last))
            if clash and prefer is None:
                done.conflicts.append(Conflict(*key, article_path(profile, key)))
                continue
            if not clash or prefer == "files":
                kind = done.removed if file is None else done.changed if store is not None else done.added
                kind.append(key)
                importer.take(key, files.get(key))
        if file != known:
            _remember(session, key, rows.get(key), file)
    session.flush()
    return done, importer.changes(done)


def _edited_translations(key: Key, original: str, stored: Mapping[Key, str], last: Mapping[Key, str]) -> bool:
    """Whether taking the original away would take translations away that were edited in the console."""
    return key[1] == original and any(
        digest != last.get(other) for other, digest in stored.items() if other[0] == key[0] and other != key
    )


class _Importer:
    """Writes what files say into the store, as versions of their own."""

    def __init__(self, session: Session, original: str) -> None:
        self._session, self._original = session, original
        self._live, self._numbers = live_versions(session), last_numbers(session)
        # Read once and not row by row: a session forgets rows that nobody holds, and asks again for what is not there.
        self._articles = {article.id: article for article in session.scalars(select(m.Article))}
        self._texts = {(a.id, text.language): text for a in self._articles.values() for text in a.texts}
        self._gone: set[str] = set()
        self._added_articles = self._changed_articles = 0

    def take(self, key: Key, words: Words | None) -> None:
        """Publish ``words``, or take away what is published where they are None."""
        if words is None:
            self._remove(key)
            return
        before = self._live.get(key)
        original = self._live.get((key[0], self._original))
        version = m.ArticleVersion(
            article_id=key[0], language=key[1], number=self._numbers.get(key, 0) + 1, state="published",
            title=words.title, body=words.body, questions=words.questions, facts=words.facts,
            of_original=original.number if key[1] != self._original and original else None,
            base=before.number if before else 0, authors=[FILES],
        )  # fmt: skip
        self._session.add(version)
        if words.facts is not None:
            self._count(key[0], words.facts)
        article, text = publish(self._session, version, before, self._articles.get(key[0]), self._texts.get(key))
        if article is not None:
            self._articles[key[0]] = article
        self._texts[key] = text
        self._live[key] = version

    def _count(self, article_id: str, facts: dict[str, Any]) -> None:
        article = self._articles.get(article_id)
        if article is None:
            self._added_articles += 1
        elif any(getattr(article, name) != value for name, value in facts.items()):
            self._changed_articles += 1

    def _remove(self, key: Key) -> None:
        before = self._live.pop(key, None)
        if before is not None:
            before.state = "withdrawn"
        row: m.Article | m.ArticleText | None
        text = self._texts.pop(key, None)
        if key[1] == self._original:
            row = self._articles.pop(key[0], None)
            self._gone.add(key[0])
        else:
            row = None if key[0] in self._gone else text
        if row is not None:
            self._session.delete(row)

    def changes(self, done: Exchange) -> list[Change]:
        """What readers of the store notice."""
        texts = Change("article_texts", len(done.added), len(done.changed), len(done.removed))
        return [Change("articles", self._added_articles, self._changed_articles, len(self._gone)), texts]


def export_files(session: Session, profile: Profile, files: Mapping[Key, Words]) -> Exchange:
    """Write the published words into the profile's files, where these have not been changed since they were loaded.

    A file whose words are the same stays as it is, byte for byte. What was withdrawn in the console goes away.
    """
    original = profile.default_language
    words = published_words(session, original)
    stored, found, rows = digests(words), digests(files), _remembered(session)
    last = _digests(rows)
    done = Exchange([], [], [], [], [])
    for key in in_order({*stored, *found, *last}, original):
        file, store, known = found.get(key), stored.get(key), last.get(key)
        path = article_path(profile, key)
        if file == store:
            if known != file:
                _remember(session, key, rows.get(key), file)
        elif file != known:
            if store == known:
                done.newer.append(key)
            else:
                done.conflicts.append(Conflict(*key, path))
        else:
            kind = done.removed if store is None else done.changed if file is not None else done.added
            kind.append(key)
            _write(path, key[0], words.get(key))
            _remember(session, key, rows.get(key), store)
    return done


def _write(path: Path, article_id: str, words: Words | None) -> None:
    if words is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(article_id, words), encoding="utf-8")


class _Inline(list[str]):
    """A list that is written on one line."""


class _FrontMatter(yaml.SafeDumper):
    """YAML as people write front matter: items of lists are indented, lines are not broken."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent items of lists too."""
        del indentless
        super().increase_indent(flow, False)


_FrontMatter.add_representer(
    _Inline, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)


def render(article_id: str, words: Words) -> str:
    """An article's file."""
    front: dict[str, Any] = {"id": article_id}
    facts = words.facts
    if facts is not None:
        front |= {"topic": facts["topic"], "audience": _Inline(facts["audience"])}
    front |= {"title": words.title, "questions": words.questions}
    if facts is not None:
        sources = [{name: value for name, value in source.items() if value} for source in facts["sources"]]
        front |= {"sources": sources, "as_of": _date(facts["as_of"]), "review": _date(facts["review"])}
        front |= {"confidence": facts["confidence"]}
        if not facts["answered"]:
            front["answered"] = False
    head = yaml.dump(front, Dumper=_FrontMatter, allow_unicode=True, sort_keys=False, width=10**9)
    return f"---\n{head}---\n{words.body}\n"


def _date(text: str) -> str | dt.date:
    """A whole date is written without quotation marks, as people write it."""
    return dt.date.fromisoformat(text) if len(text) == len("2026-01-31") else text

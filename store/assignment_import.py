"""Brings the assignments of one source to what its file or feed lists: new, changed, withdrawn; all or nothing.

A source has its own rows; those of other sources and of the demonstration are never touched. What a row refers to
(role, host, modality, country, languages) may be written as key, as code, or as any name in any language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pycountry
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import models as m
from store.arrivals import finish
from store.database import Database
from store.datafile import DataError
from store.feed import Limits, Seen, fetch
from store.full_text import search_row
from store.importfile import ImportErrors, nearest, read_table
from store.postings import Given, read_page
from store.rows import AssignmentRow
from store.sync import Change, Sync
from texts.folding import fold, tokens

# The demonstration's references; a real assignment must not look like one.
DEMONSTRATION = "DEMO-"
LONGEST_ORIGIN = 200
KINDS = ("role", "host", "modality", "country", "language")


class ShrinkError(Exception):
    """A source lists so few assignments that it is probably broken."""


@dataclass(frozen=True)
class Plan:
    """What an import does: the rows of ``origin`` as they will be, each with its ``languages``, and the difference."""

    origin: str
    rows: tuple[dict[str, Any], ...]
    added: int
    changed: int
    withdrawn: int

    @property
    def unchanged(self) -> int:
        """How many of the listed ones stay as they are."""
        return len(self.rows) - self.added - self.changed


def import_file(
    database: Database, path: Path, origin: str, *, dry_run: bool = False, allow_shrink: bool = False
) -> Plan:
    """Make the assignments of ``origin`` those of a CSV, XLSX or JSON file.

    Raises ``ImportErrors`` when anything is wrong with it, ``ShrinkError``; then nothing has changed.
    """
    given, errors = read_file(path)
    return _apply(database, origin, given, errors, (), dry_run, allow_shrink)


def sync_feed(
    database: Database, url: str, origin: str, *, dry_run: bool = False, allow_shrink: bool = False,
    limits: Limits | None = None,
) -> Plan | None:  # fmt: skip
    """Make the assignments of ``origin`` those of a feed; None when the feed has not changed since the last time.

    Everything is fetched before the transaction begins. Raises ``FeedError``, ``ImportErrors``, ``ShrinkError``; then
    nothing has changed.
    """
    with database.read() as session:
        pages = session.scalars(
            select(m.FeedPage).where(m.FeedPage.origin == origin).order_by(m.FeedPage.position)
        )  # fmt: skip
        known = [Seen(page.url, page.etag, page.last_modified) for page in pages]
    fetched = fetch(url, known, limits or Limits())
    if fetched is None:
        return None
    read, seen = fetched
    given = [each for page in read for each in page.given]
    errors = [error for page in read for error in page.errors]
    return _apply(database, origin, given, errors, seen, dry_run, allow_shrink)


def read_file(path: Path) -> tuple[list[Given], list[DataError]]:
    """What a file lists, and what is wrong with the rest of it. Raises ``ImportErrors`` for a file of another form."""
    if path.suffix.lower() != ".json":
        lines, errors = read_table(path, AssignmentRow)
        return [Given(path, line, row) for line, row in lines], errors
    try:
        page = read_page(path.read_text(encoding="utf-8-sig"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise ImportErrors([DataError(path, 1, "", path.name, f"not readable as JSON in UTF-8: {error}")]) from error
    if page.next:
        raise ImportErrors([DataError(path, 1, "next", page.next, "a file has no further pages; sync the feed itself")])
    return page.given, page.errors


def _apply(
    database: Database, origin: str, given: Sequence[Given], errors: Sequence[DataError], seen: Sequence[Seen],
    dry_run: bool, allow_shrink: bool,
) -> Plan:  # fmt: skip
    with database.read() if dry_run else database.write() as session:
        planned = plan(session, origin, given, errors, allow_shrink)
        if not dry_run:
            carry_out(session, planned, seen)
    return planned


def plan(
    session: Session, origin: str, given: Sequence[Given], errors: Iterable[DataError] = (), allow_shrink: bool = False
) -> Plan:
    """What importing ``given`` as all that ``origin`` has would do; nothing is written.

    Raises ``ImportErrors`` with ``errors`` and everything else that is wrong, ``ShrinkError``.
    """
    found = list(errors)
    references = _References(session)
    owners = {x.reference: x.origin for x in session.execute(select(m.Assignment.reference, m.Assignment.origin))}
    wanted: dict[str, dict[str, Any]] = {}
    for each in given:
        row, problems = references.resolve(each, origin)
        found += problems
        found += _taken(each, origin, owners, wanted)
        wanted[each.row.reference] = row
    if found:
        raise ImportErrors(sorted(found, key=lambda error: (str(error.path), error.line)))
    there = _present(session, origin)
    if not allow_shrink and (not wanted or 2 * len(wanted) < len(there)):
        raise ShrinkError(f"{origin} lists {len(wanted)} assignments, the store has {len(there)} of it")
    added = len(wanted.keys() - there.keys())
    changed = sum(there[key] != row for key, row in wanted.items() if key in there)
    return Plan(origin, tuple(wanted.values()), added, changed, len(there.keys() - wanted.keys()))


def carry_out(session: Session, planned: Plan, seen: Sequence[Seen] = ()) -> list[Change]:
    """Do what ``planned`` says, in the session's transaction. ``seen`` are the feed's pages that it was read from."""
    ours = m.Assignment.origin == planned.origin
    rows = [{name: value for name, value in row.items() if name != "languages"} for row in planned.rows]
    spoken = [{"reference": row["reference"], "language": code} for row in planned.rows for code in row["languages"]]
    pages = [
        {"origin": planned.origin, "position": n, "url": x.url, "etag": x.etag, "last_modified": x.last_modified}
        for n, x in enumerate(seen)
    ]
    sync = Sync(session)
    sync.table(m.Assignment, rows, [ours])
    of_ours = m.AssignmentLanguage.reference.in_(select(m.Assignment.reference).where(ours))
    sync.table(m.AssignmentLanguage, spoken, [of_ours])
    searched = [search_row(row, row["languages"]) for row in planned.rows]
    mine = m.AssignmentSearch.reference.in_(select(m.Assignment.reference).where(ours))
    sync.table(m.AssignmentSearch, searched, [mine])
    sync.table(m.FeedPage, pages, [m.FeedPage.origin == planned.origin])
    return finish(sync)


def remove(session: Session, origin: str) -> int:
    """Take everything of a source out; how many assignments that were."""
    there = len(_present(session, origin))
    carry_out(session, Plan(origin, (), 0, 0, there))
    return there


def origins(session: Session) -> list[str]:
    """Every source that assignments were imported from."""
    return list(session.scalars(select(m.Assignment.origin).where(m.Assignment.origin != "").distinct()))


def _taken(
    each: Given, origin: str, owners: Mapping[str, str], wanted: Mapping[str, dict[str, Any]]
) -> list[DataError]:  # fmt: skip
    """What is wrong with the reference itself: it must belong to this source and stand there once."""
    reference = each.row.reference
    if reference.upper().startswith(DEMONSTRATION):
        return [each.error("reference", reference, f"{DEMONSTRATION} is for demonstration data")]
    if reference in wanted:
        return [each.error("reference", reference, "the same reference stands there before")]
    if owners.get(reference, origin) != origin:
        return [each.error("reference", reference, f"this assignment is of the source {owners[reference]!r}")]
    return []


def _present(session: Session, origin: str) -> dict[str, dict[str, Any]]:
    """The assignments of a source as rows, by reference."""
    table = m.Assignment.__table__
    rows = session.execute(select(*table.c).where(m.Assignment.origin == origin)).mappings()
    found = {row["reference"]: {**row, "languages": []} for row in rows}
    spoken = select(m.AssignmentLanguage).join(m.Assignment).where(m.Assignment.origin == origin)
    for each in session.scalars(spoken.order_by(m.AssignmentLanguage.language)):
        found[each.reference]["languages"].append(each.language)
    return found


@lru_cache(maxsize=65_536)
def _plain(name: str) -> str:
    """A name as it is compared: without case, accents and signs."""
    return " ".join(tokens(fold(name)))


class _References:
    """What the rows may refer to, by every name."""

    def __init__(self, session: Session) -> None:
        self._keys: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in (*KINDS, "city")}
        names = session.execute(select(m.Name.kind, m.Name.key, m.Name.text).where(m.Name.kind.in_(self._keys)))
        for kind, key, text in names:
            self._keys[kind][_plain(text)].add(key)
            self._keys[kind][_plain(key)].add(key)
        for country in session.scalars(select(m.Country.key)):
            record = pycountry.countries.get(alpha_2=country)
            self._keys["country"][_plain(record.alpha_3 if record else country)].add(country)
        self._fields = {x.key: x.field for x in session.execute(select(m.Role.key, m.Role.field))}
        self._modalities = {modality.key: modality for modality in session.scalars(select(m.Modality))}
        self._exist = {
            "role": set(self._fields), "modality": set(self._modalities),
            "host": set(session.scalars(select(m.Host.key))), "country": set(session.scalars(select(m.Country.key))),
        }  # fmt: skip

    def resolve(self, each: Given, origin: str) -> tuple[dict[str, Any], list[DataError]]:
        """The assignment as a row of the store, with everything that it names and that does not exist."""
        row, errors = each.row, list[DataError]()

        def key(kind: str, column: str, value: str) -> str:
            found = self._find(kind, value)
            if len(found) != 1:
                errors.append(each.error(column, value, self._problem(kind, value, found)))
            return found[0] if found else ""

        role, host, modality = (key(kind, kind, getattr(row, kind)) for kind in ("role", "host", "modality"))
        online = modality in self._modalities and self._modalities[modality].place == "online"
        country = key("country", "country", row.country) if row.country else ""
        if not country and not online and not row.country:
            errors.append(each.error("country", "", "an assignment that is not online is in a country"))
        languages = sorted({key("language", "languages", value) for value in row.languages})
        scope, problem = self._scope(row, modality, online)
        errors += [each.error("scope", row.scope, problem)] if problem else []
        return {
            **row.model_dump(), "role": role, "host": host, "modality": modality, "country": country,
            "city": self._city(row.city), "languages": languages, "scope": scope, "online": online,
            "field": self._fields.get(role, ""), "demonstration": False, "origin": origin,
        }, errors  # fmt: skip

    def _find(self, kind: str, value: str) -> list[str]:
        """The keys that ``value`` may stand for; a key stands for itself."""
        exist = self._exist.get(kind)
        if exist and value in exist:
            return [value]
        found = self._keys[kind].get(_plain(value), set())
        return sorted(found & exist if exist is not None else found)

    def _problem(self, kind: str, value: str, found: Sequence[str]) -> str:
        if found:
            return f"{value!r} may be any of these; write the key: {', '.join(found)}"
        names = self._keys[kind]
        near = [key for name in nearest(_plain(value), names) for key in sorted(names[name])]
        return f"unknown {kind} {value!r}" + (f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else "")

    def _scope(self, row: AssignmentRow, modality: str, online: bool) -> tuple[str, str]:
        """Whether people serve in their own country, and what is wrong with what the row says of it."""
        known = self._modalities.get(modality)
        if known is None or online:
            return "", ""
        if known.scope == "both":
            return row.scope, "" if row.scope else f"{modality} is national or international; say which"
        wrong = row.scope not in ("", known.scope)
        return known.scope, f"{modality} is always {known.scope}" if wrong else ""

    def _city(self, name: str) -> str:
        """The city as it is known, in whatever language it is written; one that is not known as it is written."""
        found = self._keys["city"].get(_plain(name), set())
        return next(iter(found)) if len(found) == 1 else name

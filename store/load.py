"""Fills the store from the data files of the service (``store/data``) and of a profile, all or nothing.

Every row is checked, and every reference resolved, before the first one is written; loading twice changes nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pycountry
from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from store import models as m
from store import rows as r
from store.articles import Key, Words
from store.datafile import DataError, Line, NameText, Row, read_csv, read_markdown
from store.exchange import Conflict, Exchange, Side, import_files
from store.figures import COUNTRIES
from store.profile import Profile
from store.sync import Change, Sync, move_revision
from texts.catalogue import locale_of

SHARED = Path(__file__).parent / "data"
AREA = "knowledge"
# Origins of figures.
PROFILE, IMPORT = "profile", "import"
STILL_NEEDED = "imported figures need it; keep it, or take them out first: desk import remove"
ASSIGNMENTS_NEED = "imported assignments need it; keep it, or take their source out first: desk import withdraw"

type Names = Mapping[str, list[NameText]]


@dataclass(frozen=True)
class DataFiles:
    """The validated rows of every data file that a profile sees. Reading a wrong one raises ``DataError``."""

    profile: Profile

    def _own[R: Row](self, name: str, model: type[R], named: bool = False) -> list[Line[R]]:
        return read_csv(self.profile.folder / "data" / name, model, self.profile.languages if named else ())

    def _shared[R: Row](self, name: str, model: type[R]) -> list[Line[R]]:
        return read_csv(SHARED / name, model, self.profile.languages, names_required=False)

    @cached_property
    def countries(self) -> list[Line[r.CountryRow]]:
        return self._shared("countries.csv", r.CountryRow)

    @cached_property
    def regions(self) -> list[Line[r.RegionRow]]:
        return self._shared("subregions.csv", r.RegionRow)

    @cached_property
    def region_members(self) -> list[Line[r.RegionMemberRow]]:
        return read_csv(SHARED / "region_members.csv", r.RegionMemberRow)

    @cached_property
    def languages(self) -> list[Line[r.KeyRow]]:
        return self._shared("languages.csv", r.KeyRow)

    @cached_property
    def words(self) -> list[Line[r.WordRow]]:
        return self._shared("words.csv", r.WordRow)

    @cached_property
    def sources(self) -> list[Line[r.SourceRow]]:
        return self._own("sources.csv", r.SourceRow)

    @cached_property
    def hosts(self) -> list[Line[r.HostRow]]:
        return self._own("hosts.csv", r.HostRow, named=True)

    @cached_property
    def cities(self) -> list[Line[r.CityRow]]:
        return self._own("cities.csv", r.CityRow, named=True)

    @cached_property
    def fields(self) -> list[Line[r.KeyRow]]:
        return self._own("fields.csv", r.KeyRow, named=True)

    @cached_property
    def roles(self) -> list[Line[r.RoleRow]]:
        return self._own("roles.csv", r.RoleRow, named=True)

    @cached_property
    def modalities(self) -> list[Line[r.ModalityRow]]:
        return self._own("modalities.csv", r.ModalityRow, named=True)

    @cached_property
    def modality_summaries(self) -> list[Line[r.ModalitySummaryRow]]:
        return self._own("modality_summaries.csv", r.ModalitySummaryRow)

    @cached_property
    def modality_rules(self) -> list[Line[r.ModalityRuleRow]]:
        return self._own("modality_rules.csv", r.ModalityRuleRow)

    @cached_property
    def metrics(self) -> list[Line[r.MetricRow]]:
        return self._own("metrics.csv", r.MetricRow, named=True)

    @cached_property
    def questions(self) -> list[Line[r.ExampleQuestionRow]]:
        return self._own("questions.csv", r.ExampleQuestionRow)

    @cached_property
    def check_questions(self) -> list[Line[r.CheckQuestionRow]]:
        return self._own("check_questions.csv", r.CheckQuestionRow)

    @cached_property
    def dimensions(self) -> list[Line[r.DimensionRow]]:
        return self._own("dimensions.csv", r.DimensionRow, named=True)

    @cached_property
    def parts(self) -> list[Line[r.PartRow]]:
        return self._own("parts.csv", r.PartRow)

    @cached_property
    def statistics(self) -> list[Line[r.StatisticRow]]:
        return self._own("statistics.csv", r.StatisticRow)

    @cached_property
    def indicators(self) -> list[Line[r.IndicatorRow]]:
        return self._own("indicators.csv", r.IndicatorRow, named=True)

    @cached_property
    def list_names(self) -> list[Line[r.ListNameRow]]:
        return self._own("list_names.csv", r.ListNameRow, named=True)

    @cached_property
    def lists(self) -> list[Line[r.ListRow]]:
        return self._own("lists.csv", r.ListRow)

    @cached_property
    def articles(self) -> list[tuple[Path, r.ArticleFile]]:
        folder = self.profile.folder / "knowledge" / self.profile.default_language
        found = [(path, read_markdown(path, r.ArticleFile)) for path in sorted(folder.glob("*.md"))]
        for path, article in found:
            if article.id != path.stem:
                raise DataError(path, 2, "id", article.id, f"must be the file's name, {path.stem!r}")
        return found

    @cached_property
    def translations(self) -> list[tuple[str, r.ArticleTranslationFile]]:
        known = {article.id for _, article in self.articles}
        found = []
        for language in self.profile.languages[1:]:
            for path in sorted((self.profile.folder / "knowledge" / language).glob("*.md")):
                text = read_markdown(path, r.ArticleTranslationFile)
                if text.id != path.stem or text.id not in known:
                    problem = f"must be the file's name and an article in {self.profile.default_language}"
                    raise DataError(path, 2, "id", text.id, problem)
                found.append((language, text))
        return found

    def members(self) -> dict[str, set[str]]:
        """Every dimension with the keys it may have."""
        known: dict[str, set[str]] = {
            "host": {line.row.key for line in self.hosts},
            "modality": {line.row.key for line in self.modalities},
            "region": {line.row.key for line in self.regions},
            "indicator": {line.row.key for line in self.indicators},
        }
        for dimension in COUNTRIES:
            known[dimension] = {line.row.key for line in self.countries}
        for line in self.dimensions:
            known.setdefault(line.row.dimension, set()).add(line.row.key)
        return known


def check_references(files: DataFiles) -> None:
    """Raise ``DataError`` for the first row that names something that does not exist, or exists twice."""
    _unique(files)
    keys = {
        name: {line.row.key for line in getattr(files, name)}
        for name in ("sources", "hosts", "fields", "modalities", "metrics", "countries", "regions")
    }
    subjects = {
        "metric": keys["metrics"], "modality": keys["modalities"],
        "indicator": {line.row.key for line in files.indicators}, "list": {line.row.list for line in files.list_names},
    }  # fmt: skip
    for question in files.questions:
        if question.row.key not in subjects[question.row.kind]:
            raise question.error("key", question.row.key, f"no such {question.row.kind}")
    members = files.members()
    lists = {line.row.list for line in files.list_names}
    wanted: list[tuple[Iterable[Line[Any]], str, set[str]]] = [
        (files.countries, "subregion", keys["regions"]),
        (files.region_members, "region", keys["regions"]),
        (files.region_members, "country", keys["countries"]),
        (files.cities, "country", keys["countries"]),
        (files.roles, "field", keys["fields"]),
        (files.modality_summaries, "modality", keys["modalities"]),
        (files.modality_summaries, "language", set(files.profile.languages)),
        (files.modality_rules, "modality", keys["modalities"]),
        (files.questions, "language", set(files.profile.languages)),
        (files.statistics, "metric", keys["metrics"]),
        (files.statistics, "source", keys["sources"]),
        (files.indicators, "source", keys["sources"]),
        (files.lists, "list", lists),
        (files.lists, "source", keys["sources"]),
    ]
    for lines, column, known in wanted:
        for line in lines:
            value = getattr(line.row, column)
            if value not in known:
                raise line.error(column, value, "no such key")
    for line in files.statistics:
        for dimension, member in line.row.members.items():
            if member not in members.get(dimension, ()):
                raise line.error("members", f"{dimension}={member}", "no such member")
    for part in files.parts:
        if part.row.member not in members.get(part.row.dimension, ()):
            raise part.error("member", f"{part.row.dimension}={part.row.member}", "no such member")
    for entry in files.lists:
        if entry.row.member not in members.get(entry.row.dimension, ()):
            raise entry.error("member", f"{entry.row.dimension}={entry.row.member}", "no such member")


# What names a row of each file: it may stand there once.
KEYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            "countries",
            "regions",
            "languages",
            "sources",
            "hosts",
            "fields",
            "roles",
            "modalities",
            "metrics",
            "indicators",
        ),
        ("key",),
    ),
    "region_members": ("region", "country"),
    "cities": ("key", "country"),
    "modality_summaries": ("modality", "language"),
    "dimensions": ("dimension", "key"),
    "words": ("kind", "key"),
    "parts": ("dimension", "member"),
    "list_names": ("list",),
    "questions": ("kind", "key", "language", "text"),
    "check_questions": ("language", "text"),
    "lists": ("list", "year", "dimension", "member"),
}


def _unique(files: DataFiles) -> None:
    for name, columns in KEYS.items():
        seen: set[tuple[Any, ...]] = set()
        for line in getattr(files, name):
            key = tuple(getattr(line.row, column) for column in columns)
            if key in seen:
                raise line.error(columns[-1], "/".join(map(str, key)), "stands in an earlier line too")
            seen.add(key)


def load(session: Session, profile: Profile) -> list[Change]:
    """The same as ``load_files`` for who only wants to know what changed."""
    return load_files(session, DataFiles(profile))[0]


def load_files(session: Session, files: DataFiles) -> tuple[list[Change], list[Conflict]]:
    """Bring the store to what the files say, inside the session's transaction.

    Returns what changed, table by table, and the articles that were changed in the console as well: they stay as they
    are. Raises ``DataError`` before anything is written when a file is wrong.
    """
    check_references(files)
    check_imported(session, files)
    names = list(_all_names(files))
    articles = article_words(files)
    sync = Sync(session)
    sync.table(m.Country, ({"key": x.row.key, "subregion": x.row.subregion} for x in files.countries))
    sync.table(m.Region, ({"key": x.row.key, "parent": x.row.region} for x in files.regions))
    sync.table(m.RegionMember, (x.row.model_dump() for x in files.region_members))
    sync.table(m.Source, (x.row.model_dump() for x in files.sources))
    sync.table(m.Host, (x.row.model_dump() for x in files.hosts))
    sync.table(m.Field, (x.row.model_dump() for x in files.fields))
    sync.table(m.Role, (x.row.model_dump(include={"key", "field"}) for x in files.roles))
    sync.table(m.Modality, ({**x.row.model_dump(), "position": n} for n, x in enumerate(files.modalities)))
    sync.table(m.ModalitySummary, (x.row.model_dump() for x in files.modality_summaries))
    sync.table(
        m.ModalityRule,
        (
            {"id": stable_id(x.row.model_dump()), **x.row.model_dump(), "position": n}
            for n, x in enumerate(files.modality_rules)
        ),
    )
    sync.table(m.Metric, (
        {"key": x.row.key, "unit": x.row.unit, "grouping": x.row.group, "position": n}
        for n, x in enumerate(files.metrics)
    ))  # fmt: skip
    sync_statistics(sync, session, [line.row for line in files.statistics], PROFILE)
    sync.table(m.Part, (x.row.model_dump() for x in files.parts))
    sync.table(m.Indicator, (x.row.model_dump() for x in files.indicators))
    counted = {x.row.list: x.row.metric for x in files.list_names}
    sync.table(m.ListEntry, (
        {**x.row.model_dump(), "position": n, "metric": counted[x.row.list]} for n, x in enumerate(files.lists)
    ))  # fmt: skip
    sync.table(m.Name, names)
    sync.table(m.ExampleQuestion, _question_rows(files))
    exchange, changes = import_files(session, files.profile, articles)
    sync.changes += changes
    return sync.finish(AREA), exchange.conflicts


def check_imported(session: Session, files: DataFiles) -> None:
    """Raise ``DataError`` when an imported figure or assignment needs something that the files no longer have."""
    imported = m.Statistic.origin == IMPORT
    folder = files.profile.folder / "data"
    for column, name, known in (
        (m.Statistic.metric, "metrics.csv", {line.row.key for line in files.metrics}),
        (m.Statistic.source, "sources.csv", {line.row.key for line in files.sources}),
    ):
        for key in session.scalars(select(column).where(imported).distinct()):
            if key not in known:
                raise DataError(folder / name, 1, "key", key, STILL_NEEDED)
    members = files.members()
    pairs = select(m.StatisticMember.dimension, m.StatisticMember.member).join(m.Statistic).where(imported).distinct()
    for dimension, member in session.execute(pairs):
        if member not in members.get(dimension, ()):
            raise DataError(folder / "dimensions.csv", 1, "key", f"{dimension}={member}", STILL_NEEDED)
    for needed, name, there in (
        (m.Assignment.role, "roles.csv", {line.row.key for line in files.roles}),
        (m.Assignment.host, "hosts.csv", {line.row.key for line in files.hosts}),
        (m.Assignment.modality, "modalities.csv", {line.row.key for line in files.modalities}),
    ):
        for key in session.scalars(select(needed).where(m.Assignment.origin != "").distinct()):
            if key not in there:
                raise DataError(folder / name, 1, "key", key, ASSIGNMENTS_NEED)


def sync_statistics(sync: Sync, session: Session, rows: Sequence[r.StatisticRow], origin: str) -> None:
    """Make the figures of one origin equal to ``rows``. One that the other origin has too becomes this one's."""
    wanted = {statistic_id(row): row for row in rows}
    others = session.scalars(select(m.Statistic.id).where(m.Statistic.origin != origin))
    taken = [{"taken": key} for key in others if key in wanted]
    if taken:
        own = update(m.Statistic).where(m.Statistic.id == bindparam("taken")).values(origin=origin)
        session.connection().execute(own, taken)
    sync.table(
        m.Statistic, ({**statistic_row(row), "origin": origin} for row in wanted.values()),
        [m.Statistic.origin == origin],
    )  # fmt: skip
    ours = select(m.Statistic.id).where(m.Statistic.origin == origin)
    sync.table(
        m.StatisticMember, (each for row in wanted.values() for each in member_rows(row)),
        [m.StatisticMember.statistic_id.in_(ours)],
    )  # fmt: skip


def stable_id(values: Mapping[str, Any]) -> int:
    """A positive 63-bit key made of a row's own values: the same row has the same key on every machine."""
    text = repr(sorted((name, str(value)) for name, value in values.items()))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1


def statistic_id(row: r.StatisticRow) -> int:
    """The key of a figure, in whatever order its members are written."""
    return stable_id({**row.model_dump(), "members": dict(sorted(row.members.items()))})


def statistic_row(row: r.StatisticRow) -> dict[str, Any]:
    """A figure as a row of ``statistics``."""
    return {"id": statistic_id(row), **row.model_dump(exclude={"members"})}


def member_rows(row: r.StatisticRow) -> list[dict[str, Any]]:
    """The rows of ``statistic_members`` of a figure."""
    key = statistic_id(row)
    return [{"statistic_id": key, "dimension": d, "member": k} for d, k in row.members.items()]


def _all_names(files: DataFiles) -> Iterator[dict[str, Any]]:
    """Rows of ``names``. Several files may name the same thing; the first file's first name is the one shown."""
    languages = files.profile.languages
    merged: dict[tuple[str, str, str], list[NameText]] = {}
    for kind, key, names in _named(files):
        for language in languages:
            merged.setdefault((kind, key, language), []).extend(names.get(language, []))
    for (kind, key, language), found in merged.items():
        unique = list({name.text: name for name in found}.values())
        for position, name in enumerate(unique):
            yield {
                "kind": kind, "key": key, "language": language, "position": position,
                "text": name.text, "exact": name.exact,
            }  # fmt: skip


def _named(files: DataFiles) -> Iterator[tuple[str, str, Names]]:
    languages = files.profile.languages
    for line in files.dimensions:
        yield line.row.dimension, line.row.key, line.names
    for kind, lines in (
        ("host", files.hosts), ("city", files.cities), ("field", files.fields), ("role", files.roles),
        ("modality", files.modalities), ("metric", files.metrics), ("indicator", files.indicators),
        ("region", files.regions),
    ):  # fmt: skip
        for named in lines:
            yield kind, named.row.key, named.names
    for word in files.words:
        yield word.row.kind, word.row.key, word.names
    for named_list in files.list_names:
        yield "list", named_list.row.list, named_list.names
    for country in files.countries:
        yield "country", country.row.key, {lang: _country_names(country.row.key, lang) for lang in languages}
        yield "country", country.row.key, country.names
    for spoken in files.languages:
        yield "language", spoken.row.key, {lang: _language_names(spoken.row.key, lang) for lang in languages}
        yield "language", spoken.row.key, spoken.names


def _country_names(code: str, language: str) -> list[NameText]:
    """CLDR's name of a country, and in English the ISO names too."""
    names = [locale_of(language).territories.get(code, code)]
    record = pycountry.countries.get(alpha_2=code)
    if language == "en" and record is not None:
        names += [getattr(record, part) for part in ("common_name", "name", "official_name") if hasattr(record, part)]
    return [NameText(name, exact=False) for name in dict.fromkeys(names)]


def _language_names(code: str, language: str) -> list[NameText]:
    return [NameText(locale_of(language).languages.get(code, code), exact=False)]


def _question_rows(files: DataFiles) -> Iterator[dict[str, Any]]:
    """Rows of ``example_questions``, numbered within their subject and language."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for line in files.questions:
        group = line.row.kind, line.row.key, line.row.language
        yield {**line.row.model_dump(), "position": counts[group]}
        counts[group] += 1


def article_words(files: DataFiles) -> dict[Key, Words]:
    """What the article files say."""
    first = files.profile.default_language
    return {
        **{(article.id, first): Words.of_file(article) for _, article in files.articles},
        **{(text.id, language): Words.of_file(text) for language, text in files.translations},
    }


def import_articles(session: Session, files: DataFiles, prefer: Side | None = None) -> Exchange:
    """Load the article files alone; ``prefer`` decides where the console changed the same articles."""
    exchange, changes = import_files(session, files.profile, article_words(files), prefer)
    if any(changes):
        move_revision(session, AREA)
    return exchange

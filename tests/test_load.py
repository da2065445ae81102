"""Loading the data files into the store, on SQLite and PostgreSQL: all or nothing, and nothing twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select
from support import TODAY, dump
from typer.testing import CliRunner

from desk.commands import app
from store import demonstration, load
from store import models as m
from store.database import Database
from store.datafile import DataError, read_csv
from store.full_text import is_of_the_database
from store.load import DataFiles
from store.profile import Profile, load_profile
from store.rows import PlaceRow
from store.sync import revision

type Untouched = tuple[Database, dict[str, frozenset[str]]]


def _is_ours(_item: object, name: str | None, *_more: object) -> bool:
    return not is_of_the_database(name)


def test_the_migrations_make_the_tables_of_the_models(store: Database) -> None:
    """What Alembic made is what the code expects, on both databases."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": _is_ours})
        assert compare_metadata(context, m.Base.metadata) == []


def test_loading_twice_changes_nothing(store: Database, profile: Profile) -> None:
    """The second load finds every row as it should be, and readers keep their indexes."""
    before = dump(store)
    with store.write() as session:
        changes = [*load.load(session, profile), *demonstration.load(session, profile, TODAY)]
    assert [change for change in changes if change] == []
    assert dump(store) == before


@pytest.fixture(scope="module")
def untouched(make_database: Callable[..., str]) -> Iterator[Untouched]:
    """A filled store that wrong files leave as it is, and all its rows."""
    database = Database(make_database("sqlite", loaded=True))
    yield database, dump(database)
    database.close()


def _spoil(path: Path, old: str, new: str) -> int:
    """Replace the first ``old`` in a file; the number of its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


# File, what is spoilt, by what, the column that is named, the value that is named.
SPOILT = [
    ("data/statistics.csv", "level,8282,persons,,19", "level,82x82,persons,,19", "value", "82x82"),
    (
        "data/statistics.csv",
        "un_volunteers,2019,,,level,8282",
        "un_volunters,2019,,,level,8282",
        "metric",
        "un_volunters",
    ),
    ("data/statistics.csv", "un_volunteers,2019,,,level,8282", "un_volunteers,20190,,,level,8282", "year", "20190"),
    ("data/statistics.csv", "host=unicef,level,641", "host=unicorn,level,641", "members", "host=unicorn"),
    ("data/statistics.csv", "host=unicef,level,641", "unicef,level,641", "members", "unicef"),
    ("data/statistics.csv", ",26,report-2019", ",26,no-report", "source", "no-report"),
    ("data/indicators.csv", ",yellow,", ",amber,", "colour", "amber"),
    ("data/roles.csv", ",health,", ",helth,", "field", "helth"),
    ("data/modalities.csv", ",onsite,", ",on site,", "place", "on site"),
    ("data/sources.csv", "https://", "ftp://", "url", None),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "column", "value"), SPOILT, ids=[f"{x[0]}-{x[3]}-{x[4]}" for x in SPOILT]
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(
    untouched: Untouched, copied_profile: Profile, name: str, old: str, new: str, column: str, value: str | None
) -> None:
    """File, line, column and value are told; the store is as it was."""
    path = copied_profile.folder / name
    line = _spoil(path, old, new)
    _refused(untouched, copied_profile, path, line, column, value)


def _refused(untouched: Untouched, profile: Profile, path: Path, line: int, column: str, value: str | None) -> None:
    store, before = untouched
    with pytest.raises(DataError) as caught, store.write() as session:
        load.load(session, profile)
    error = caught.value
    assert (error.path, error.line, error.column) == (path, line, column)
    assert value is None or error.value == value
    for part in (str(path), f"line {line}", repr(column)):
        assert part in str(error)
    assert dump(store) == before


def test_a_missing_column_is_named(untouched: Untouched, copied_profile: Profile) -> None:
    """A file without a column that it must have."""
    path = copied_profile.folder / "data" / "statistics.csv"
    _spoil(path, "measure,value,unit", "measure,value,units")
    _refused(untouched, copied_profile, path, 1, "unit", None)


def test_a_row_with_too_few_cells_is_named(untouched: Untouched, copied_profile: Profile) -> None:
    """A cell that was forgotten does not move the others to the left."""
    path = copied_profile.folder / "data" / "statistics.csv"
    line = _spoil(path, "un_volunteers,2019,,,level,8282", "un_volunteers,2019,,level,8282")
    _refused(untouched, copied_profile, path, line, "", None)


def test_a_key_that_stands_twice_is_named(untouched: Untouched, copied_profile: Profile) -> None:
    """Two entities cannot have one key."""
    path = copied_profile.folder / "data" / "hosts.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")
    _refused(untouched, copied_profile, path, len(lines) + 1, "key", lines[1].split(",")[0])


def test_a_language_without_a_name_is_named(untouched: Untouched, copied_profile: Profile) -> None:
    """Every thing has a name in every language of the profile."""
    path = copied_profile.folder / "data" / "fields.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[3].split(",")
    cells[lines[0].split(",").index("ru")] = ""
    path.write_text("\n".join([*lines[:3], ",".join(cells), *lines[4:]]) + "\n", encoding="utf-8")
    _refused(untouched, copied_profile, path, 4, "ru", "")


def test_a_summary_that_stands_twice_is_named(untouched: Untouched, copied_profile: Profile) -> None:
    """Of two summaries of one kind of service in one language neither wins silently."""
    path = copied_profile.folder / "data" / "modality_summaries.csv"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\nnational,en,Something that contradicts the line far above it.\n", encoding="utf-8")
    _refused(untouched, copied_profile, path, text.count("\n") + 2, "language", None)


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("questions:\n", "questions: [\n", None, ""),
        ("review: ", "review: soon ", 0, "review"),
        ("confidence: medium", "confidence: very", 0, "confidence"),
        ("topic: ", "topik: ", 1, "topic"),
        ("id: living-allowance-amount", "id: another", 0, "id"),
        ("  - title: ", "  - titel: ", None, "sources.0.title"),
    ],
)
def test_a_wrong_article_is_named(
    untouched: Untouched, copied_profile: Profile, old: str, new: str, line: int | None, column: str
) -> None:
    """Broken front matter, a wrong value, a missing one: file and place are told, nothing is loaded."""
    path = copied_profile.folder / "knowledge" / "en" / "living-allowance-amount.md"
    spoilt = _spoil(path, old, new)
    store, before = untouched
    with pytest.raises(DataError) as caught, store.write() as session:
        load.load(session, copied_profile)
    assert caught.value.path == path
    assert caught.value.column == column
    if line == 0:
        assert caught.value.line == spoilt
    assert dump(store) == before


def test_a_removed_row_is_removed(store: Database, copied_profile: Profile) -> None:
    """What is taken out of the files goes out of the store, with its translations; the rest stays."""
    with store.read() as session:
        figures, texts = session.query(m.Statistic).count(), session.query(m.ArticleText).count()
    path = copied_profile.folder / "data" / "statistics.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if "host=unicef,level,641" not in line) + "\n", encoding="utf-8")
    files = list(copied_profile.folder.glob("knowledge/*/living-allowance-amount.md"))
    for file in files:
        file.unlink()
    with store.write() as session:
        changes = {change.table: change for change in load.load(session, copied_profile) if change}
    assert {name: (c.added, c.changed, c.removed) for name, c in changes.items()} == {
        "statistics": (0, 0, 1), "statistic_members": (0, 0, 1), "articles": (0, 0, 1),
        "article_texts": (0, 0, len(files)),
    }  # fmt: skip
    with store.read() as session:
        assert session.get(m.Article, "living-allowance-amount") is None
        assert session.query(m.Statistic).count() == figures - 1
        assert session.query(m.ArticleText).count() == texts - len(files)


def test_a_changed_article_gets_a_new_version(sqlite_store: Database, copied_profile: Profile) -> None:
    """Each answer names the version it came from; only the language whose words changed moves on."""
    path = copied_profile.folder / "knowledge" / "en" / "living-allowance-amount.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n\nOne more sentence.\n", encoding="utf-8")
    with sqlite_store.read() as session:
        number = revision(session, load.AREA)
    with sqlite_store.write() as session:
        load.load(session, copied_profile)
    with sqlite_store.read() as session:
        versions = {text.language: text.version for text in session.get_one(m.Article, path.stem).texts}
        assert versions.pop("en") == 2
        assert set(versions.values()) <= {1}
        assert revision(session, load.AREA) == number + 1


def test_another_profile_replaces_the_first(sqlite_store: Database) -> None:
    """Changing the organisation leaves nothing of the other one behind."""
    food = load_profile("foodbank")
    with sqlite_store.write() as session:
        demonstration.remove(session)
        load.load(session, food)
    with sqlite_store.read() as session:
        assert session.query(m.Statistic).count() == 0
        assert {x.id for x in session.scalars(select(m.Article))} == {a.id for _, a in DataFiles(food).articles}
        assert set(session.scalars(select(m.Name.language).distinct())) == {"en", "es"}


def test_demonstration_assignments_are_plausible(profile: Profile) -> None:
    """2000, invented from data: a role's entity, at a place where it is; none closed; all marked."""
    files = DataFiles(profile)
    employs = {line.row.key: set(line.row.hosts) for line in files.roles}
    places = read_csv(profile.folder / "data" / "demo_places.csv", PlaceRow)
    present = {(line.row.country, line.row.city): set(line.row.hosts) for line in places}
    rows = demonstration.assignments(profile, TODAY)
    assert len(rows) == 2000
    assert len({row["reference"] for row in rows}) == 2000
    for row in rows:
        assert row["demonstration"] is True
        assert row["reference"].startswith("DEMO-")
        assert row["host"] in employs[row["role"]], row
        assert row["online"] or row["host"] in present[row["country"], row["city"]], row
        assert row["closes"] >= dt.date(2026, 11, 30), "closed before its month is over"
        assert row["start"] > row["closes"]
        assert row["languages"]
    assert len({row["country"] for row in rows}) > 60
    assert len({row["role"] for row in rows}) > 60


def test_the_same_seed_gives_the_same_assignments(profile: Profile) -> None:
    """The same in the same month, others with another seed, and new dates in the next month."""
    rows = demonstration.assignments(profile, TODAY, count=50)
    assert demonstration.assignments(profile, dt.date(2026, 11, 1), count=50) == rows
    assert demonstration.assignments(profile, TODAY, count=50, seed=7) != rows
    later = demonstration.assignments(profile, dt.date(2026, 12, 1), count=50)
    assert [row["role"] for row in later] == [row["role"] for row in rows]
    assert [row["closes"] for row in later] != [row["closes"] for row in rows]


def test_demonstration_data_can_be_removed(make_database: Callable[..., str], tmp_path: Path) -> None:
    """``desk demo remove`` takes every invented row out, real ones stay, and none comes back by itself."""
    url = make_database("sqlite", loaded=True)
    database = Database(url)
    with database.write() as session:
        invented = session.scalars(select(m.Assignment)).first()
        assert invented is not None
        values = {column.name: getattr(invented, column.name) for column in m.Assignment.__table__.columns}
        real = m.Assignment(**{**values, "reference": "REAL-1", "demonstration": False})
        real.languages = [m.AssignmentLanguage(language="fr")]
        session.add(real)
    run = CliRunner().invoke(app, ["demo", "remove"], env={"DATABASE_URL": url, "VAR": str(tmp_path)})
    assert run.exit_code == 0, run.output
    assert "rows removed" in run.output
    with database.read() as session:
        assert list(session.scalars(select(m.Assignment.reference))) == ["REAL-1"]
        assert session.query(m.AssignmentLanguage).count() == 1
        assert session.query(m.Article).count() > 100
    database.close()


def test_demonstration_data_names_what_is_wrong(copied_profile: Profile) -> None:
    """A place with an entity that does not exist."""
    path = copied_profile.folder / "data" / "demo_places.csv"
    line = _spoil(path, "undp", "undq")
    with pytest.raises(DataError) as caught:
        demonstration.assignments(copied_profile, TODAY, count=1)
    assert (caught.value.path, caught.value.line, caught.value.column) == (path, line, "hosts")

"""``desk import statistics``: figures from a CSV or XLSX file, all or nothing, and they stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select
from support import dump
from typer.testing import CliRunner, Result

from desk.commands import app
from store import importing, load
from store import models as m
from store.database import Database
from store.datafile import DataError
from store.profile import Profile, load_profile
from store.sync import revision

HEADER = "metric,year,base_year,members,measure,value,unit,qualifier,paragraph,source,note"
GOOD = (
    "un_volunteers,1999,,host=unicef,level,77,persons,about,5,report-2019,",
    "un_volunteers,1999,,host=undp; gender=women,level,12.5,persons,,6,report-2019,a note",
)
# A line, the column that is named, the value that is named, what is said.
WRONG = [
    ("un_volunters,1999,,,level,1,persons,,,report-2019,", "metric", "un_volunters", "did you mean un_volunteers"),
    ("un_volunteers,99,,,level,1,persons,,,report-2019,", "year", "99", "greater than or equal to 1900"),
    ("un_volunteers,1999,,host=unisef,level,1,persons,,,report-2019,", "members", "host=unisef", "or unicef"),
    ("un_volunteers,1999,,hots=unicef,level,1,persons,,,report-2019,", "members", "hots=unicef", "did you mean host"),
    ("un_volunteers,1999,,unicef,level,1,persons,,,report-2019,", "members", "unicef", "dimension=key"),
    ("un_volunteers,1999,,,much,1,persons,,,report-2019,", "measure", "much", "'level', 'share' or 'change'"),
    ("un_volunteers,1999,,,level,1 000,persons,,,report-2019,", "value", "1 000", "number"),
    ("un_volunteers,1999,,,level,1,persons,,,report-2091,", "source", "report-2091", "did you mean report-2019"),
    ("un_volunteers,1999,,,level,1,persons,,,report-2019", "", "10 cells", "the header has 11"),
]


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: Database) -> Callable[..., Result]:
    """The command line on a filled store, on both databases."""
    monkeypatch.setenv("DATABASE_URL", store.url)
    monkeypatch.setenv("VAR", str(tmp_path / "var"))
    monkeypatch.setenv("PROFILE", "unv")
    return lambda *words: CliRunner().invoke(app, ["import", *map(str, words)])


def imported(store: Database) -> dict[float, set[tuple[str, str]]]:
    """The values that were imported, and of whom they are."""
    with store.read() as session:
        rows = session.scalars(select(m.Statistic).where(m.Statistic.origin == "import"))
        return {row.value: {(each.dimension, each.member) for each in row.members} for row in rows}


def test_figures_are_imported_and_stay(
    run: Callable[..., Result], store: Database, profile: Profile, tmp_path: Path
) -> None:
    """Readers learn of them, the next load of the profile leaves them alone, and importing twice changes nothing."""
    with store.read() as session:
        before = revision(session, load.AREA)
    result = run("statistics", write(tmp_path / "new.csv", *GOOD))
    assert result.exit_code == 0, result.output
    assert "2 added, 0 changed, 0 unchanged" in result.output
    expected = {77.0: {("host", "unicef")}, 12.5: {("host", "undp"), ("gender", "women")}}
    assert imported(store) == expected
    with store.write() as session:
        assert revision(session, load.AREA) == before + 1
        assert [change for change in load.load(session, profile) if change] == []
    assert imported(store) == expected
    whole = dump(store)
    assert "0 added, 0 changed, 2 unchanged" in run("statistics", tmp_path / "new.csv").output
    assert dump(store) == whole


def test_another_value_replaces_the_earlier_import(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    run("statistics", write(tmp_path / "first.csv", *GOOD))
    result = run("statistics", write(tmp_path / "second.csv", GOOD[0].replace(",77,", ",78,")))
    assert "0 added, 1 changed, 0 unchanged" in result.output
    assert imported(store).keys() == {78.0, 12.5}


def test_a_dry_run_writes_nothing(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    whole = dump(store)
    result = run("statistics", write(tmp_path / "new.csv", *GOOD), "--dry-run")
    assert "2 would be added" in result.output
    assert dump(store) == whole


def test_imports_can_be_taken_out(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    """And only they."""
    with store.read() as session:
        before = session.scalar(select(func.count()).select_from(m.Statistic))
    run("statistics", write(tmp_path / "new.csv", *GOOD))
    assert "2 removed" in run("remove").output
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(m.Statistic)) == before


def test_all_errors_are_named_at_once(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    """Each with its line, column and value; nothing is imported, not even the good lines."""
    whole = dump(store)
    path = write(tmp_path / "wrong.csv", *(line for line, *_ in WRONG), *GOOD)
    result = run("statistics", path)
    assert result.exit_code == 2
    assert f"{len(WRONG)} errors" in result.output
    for number, (_, column, value, said) in enumerate(WRONG, start=2):
        line = next(each for each in result.output.splitlines() if f"line {number}," in each)
        assert f"column {column!r}" in line
        assert value in line
        assert said in line
    assert dump(store) == whole


def test_so_many_errors_are_named(run: Callable[..., Result], tmp_path: Path) -> None:
    """The first fifty, and how many there are."""
    result = run("statistics", write(tmp_path / "wrong.csv", *["x,1999,,,level,1,persons,,,report-2019,"] * 80))
    assert "errors, the first 50" in result.output
    assert result.output.count("unknown metric") <= 50


def test_a_figure_stands_once(run: Callable[..., Result], tmp_path: Path) -> None:
    """Neither twice in the file nor against what the profile says."""
    result = run("statistics", write(tmp_path / "twice.csv", GOOD[0], GOOD[0].replace(",77,", ",78,")))
    assert "the same figure stands in line 2" in result.output
    own = "un_volunteers,2019,,,level,8283,persons,,19,report-2019,"
    result = run("statistics", write(tmp_path / "own.csv", own))
    assert "the profile has this figure as 8282" in result.output


@pytest.mark.parametrize(
    "wrong", ["", "metric,year\n", HEADER + ",more\n", HEADER.replace("value,", "") + "\n", "\0\1\xff"]
)
def test_a_file_of_another_form_is_refused(run: Callable[..., Result], tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(wrong.encode("latin-1"))
    result = run("statistics", path)
    assert result.exit_code == 2
    assert "nothing was imported" in result.output
    assert "wrong.csv" in result.output


def test_a_missing_file_is_named(run: Callable[..., Result], tmp_path: Path) -> None:
    assert "there is no such file" in run("statistics", tmp_path / "none.csv").output


def test_a_spreadsheet_is_read(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    """The first sheet, numbers as numbers; an error names the line as the spreadsheet counts it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER.split(","))
    sheet.append([])
    sheet.append(
        ["un_volunteers", 1999, None, "host=unicef", "level", 77, "persons", "about", 5, "report-2019", None, ""]
    )
    book.save(tmp_path / "new.xlsx")
    result = run("statistics", tmp_path / "new.xlsx")
    assert "1 added" in result.output, result.output
    assert imported(store) == {77.0: {("host", "unicef")}}
    sheet["D3"] = "host=xyz"
    book.save(tmp_path / "new.xlsx")
    assert "line 3, column 'members', value 'host=xyz'" in run("statistics", tmp_path / "new.xlsx").output
    (tmp_path / "none.xlsx").write_bytes(b"PK no spreadsheet")
    assert "neither CSV in UTF-8 nor XLSX" in run("statistics", tmp_path / "none.xlsx").output


def test_a_figure_that_the_profile_takes_over(store: Database, profile: Profile, tmp_path: Path) -> None:
    """The same row in an import and later in the profile is one row, the profile's."""
    with store.read() as session:
        row = session.scalars(select(m.Statistic).where(m.Statistic.year == 2019).limit(1)).one()
    with store.write() as session:
        session.get_one(m.Statistic, row.id).origin = "import"
    with store.write() as session:
        load.load(session, profile)
    assert imported(store) == {}
    with store.read() as session:
        assert session.get_one(m.Statistic, row.id).origin == "profile"


def test_what_imports_need_cannot_go(store: Database, profile: Profile, tmp_path: Path) -> None:
    """A profile without the metric of an imported figure is not loaded; the error says what to do."""
    path = write(tmp_path / "new.csv", "youngest_volunteer_age,1999,,,level,21,ages,,,report-2019,")
    with store.write() as session:
        importing.carry_out(session, importing.plan(session, profile, path))
    folder = tmp_path / "unv"
    folder.mkdir()
    for name in ("profile.yml", "texts", "knowledge", "data"):
        (folder / name).symlink_to(profile.folder / name)
    (folder / "data").unlink()
    (folder / "data").mkdir()
    for each in (profile.folder / "data").iterdir():
        lines = each.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "youngest_volunteer_age" not in line]
        (folder / "data" / each.name).write_text("".join(kept), encoding="utf-8")
    with (
        pytest.raises(DataError, match=r"metrics\.csv.*youngest_volunteer_age.*desk import remove"),
        store.write() as s,
    ):
        load.load(s, load_profile(str(folder)))

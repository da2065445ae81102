"""Assignments from files and feeds: all or nothing, each source apart, and a feed that misbehaves does no harm."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from feed_server import FeedServer, Reply
from openpyxl import Workbook
from sqlalchemy import func, select
from support import CANDIDATES, TODAY, dump
from typer.testing import CliRunner, Result

from desk.commands import app
from store import assignment_import, demonstration, load
from store import models as m
from store.assignment_import import ShrinkError, import_file, sync_feed
from store.database import Database
from store.datafile import DataError
from store.feed import FeedError, Limits
from store.importfile import ImportErrors
from store.profile import Profile, load_profile

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "assignments.json"
# The store's own, but a test does not wait.
QUICK = Limits(connect=2.0, read=0.3, page_time=1.5, page_size=200_000, pages=4, attempts=3, pause=0.01)
COLUMNS = (
    "reference,title,role,host,modality,scope,country,city,duration_months,start,closes,languages,family_duty_station"
)
GOOD = "X-1,A nurse,nurse,unicef,specialist,national,KE,Nairobi,12,2027-06-01,2027-03-31,en;fr,yes"


def posting(number: int, **changes: Any) -> dict[str, Any]:
    """An assignment of a feed."""
    return {
        "identifier": f"F-{number}", "title": "Nurse", "occupationalCategory": "nurse", "hiringOrganization": "unicef",
        "employmentType": "national", "jobLocation": {"address": {"addressCountry": "KE", "addressLocality": "Kisumu"}},
        "duration": "P12M", "jobStartDate": "2027-06-01", "validThrough": "2027-03-31", "languages": ["en"], **changes,
    }  # fmt: skip


@pytest.fixture
def feed() -> Iterator[FeedServer]:
    server = FeedServer()
    yield server
    server.stop()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: Database) -> Callable[..., Result]:
    """The command line on a filled store, on both databases."""
    monkeypatch.setenv("DATABASE_URL", store.url)
    monkeypatch.setenv("VAR", str(tmp_path / "var"))
    monkeypatch.setenv("PROFILE", "unv")
    return lambda *words: CliRunner().invoke(app, [*map(str, words)])


def rows(store: Database, origin: str) -> dict[str, m.Assignment]:
    with store.read() as session:
        return {x.reference: x for x in session.scalars(select(m.Assignment).where(m.Assignment.origin == origin))}


def table(path: Path, *lines: str, columns: str = COLUMNS) -> Path:
    path.write_text("\n".join([columns, *lines]) + "\n", encoding="utf-8")
    return path


def demo(store: Database) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).where(m.Assignment.demonstration)) or 0


# --- files ------------------------------------------------------------------------------------------------------------


def test_the_example_of_the_page_is_imported(run: Callable[..., Result], store: Database) -> None:
    """Names of any language become keys; what the occupation and the modality say is filled in."""
    result = run("import", "assignments", EXAMPLE)
    assert result.exit_code == 0, result.output
    assert "assignments of file: 2 new, 0 changed, 0 withdrawn, 0 unchanged" in result.output
    found = rows(store, "file")
    first, second = found["A-2027-0001"], found["A-2027-0002"]
    assert (first.role, first.host, first.modality, first.scope) == ("nurse", "unicef", "specialist", "international")
    assert (first.country, first.city, first.field, first.online) == ("KE", "Nairobi", "health", False)
    assert [x.language for x in first.languages] == ["en", "sw"]
    assert (first.education, first.experience_years, first.duration_months) == ("bachelor", 2, 12)
    assert (first.start, first.closes) == (dt.date(2027, 6, 1), dt.date(2027, 3, 31))
    assert (first.sdg, first.family_duty_station, first.open_to_disability) == (3, True, True)
    assert first.tasks == ["Care for the patients of two wards", "Train the night shift"]
    assert first.apply_url == "https://www.example.org/assignments/A-2027-0001"
    assert (second.role, second.host, second.modality, second.scope) == ("nurse", "undp", "national", "national")
    assert (second.country, [x.language for x in second.languages]) == ("SN", ["fr"])
    assert not first.demonstration
    again = run("import", "assignments", EXAMPLE)
    assert "0 new, 0 changed, 0 withdrawn, 2 unchanged" in again.output


def test_csv_and_spreadsheet_say_the_same(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    """A date that a spreadsheet keeps as a date, and numbers that it keeps as numbers."""
    result = run("import", "assignments", table(tmp_path / "a.csv", GOOD), "--source", "hr")
    assert "1 new" in result.output, result.output
    book = Workbook()
    sheet = book.worksheets[0]
    for line in csv.reader([COLUMNS, GOOD]):
        sheet.append(line)
    sheet["I2"], sheet["J2"] = 12, dt.datetime(2027, 6, 1)  # noqa: DTZ001 - spreadsheets know no zone
    sheet["M2"] = True
    book.save(tmp_path / "a.xlsx")
    result = run("import", "assignments", tmp_path / "a.xlsx", "--source", "hr")
    assert "0 new, 0 changed, 0 withdrawn, 1 unchanged" in result.output, result.output
    assert rows(store, "hr")["X-1"].family_duty_station


def test_what_is_new_changed_and_withdrawn_is_counted(
    run: Callable[..., Result], store: Database, tmp_path: Path
) -> None:
    """Also when only the languages change; other sources and the demonstration stay as they are."""
    lines = [GOOD.replace("X-1", f"X-{n}") for n in range(1, 5)]
    run("import", "assignments", table(tmp_path / "a.csv", *lines), "--source", "hr")
    run("import", "assignments", EXAMPLE)
    before = demo(store)
    lines = [
        lines[0],
        lines[1].replace("en;fr", "en;es"),
        lines[2].replace("A nurse", "Nurse"),
        GOOD.replace("X-1", "N"),
    ]
    path = table(tmp_path / "b.csv", *lines)
    whole = dump(store)
    planned = run("import", "assignments", path, "--source", "hr", "--dry-run")
    assert "assignments of hr, dry run: 1 new, 2 changed, 1 withdrawn, 1 unchanged" in planned.output, planned.output
    assert dump(store) == whole
    assert "1 new, 2 changed, 1 withdrawn, 1 unchanged" in run("import", "assignments", path, "--source", "hr").output
    found = rows(store, "hr")
    assert found.keys() == {"X-1", "X-2", "X-3", "N"}
    assert [x.language for x in found["X-2"].languages] == ["en", "es"]
    assert rows(store, "file").keys() == {"A-2027-0001", "A-2027-0002"}
    assert demo(store) == before


# A line, the column that is named, the value, what is said.
WRONG = [
    (GOOD.replace("nurse,unicef", "nurce,unicef"), "role", "nurce", "did you mean nurse"),
    (GOOD.replace("unicef", "UNISEF"), "host", "UNISEF", "unicef"),
    (GOOD.replace("specialist", "specalist"), "modality", "specalist", "specialist"),
    (GOOD.replace("KE", "Atlantis"), "country", "Atlantis", "unknown country"),
    (GOOD.replace("KE", ""), "country", "", "is in a country"),
    (GOOD.replace("en;fr", "en;klingon"), "languages", "klingon", "unknown language"),
    (GOOD.replace("national,KE", ",KE"), "scope", "", "national or international; say which"),
    (GOOD.replace("2027-03-31", "31.3.2027"), "closes", "31.3.2027", "isoformat"),
    (GOOD.replace(",12,", ",0,"), "duration_months", "0", "greater than or equal to 1"),
    (GOOD.replace("X-1", "DEMO-00001"), "reference", "DEMO-00001", "demonstration"),
    (GOOD, "reference", "X-1", "stands there before"),
    (GOOD + ",more", "", "14 cells", "the header has 13"),
]


def test_all_errors_are_named_at_once(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    """With line, column and value; the good line among them is not imported either."""
    whole = dump(store)
    lines = [line.replace("X-1", f"X-{n}") for n, (line, *_) in enumerate(WRONG[:-2], start=2)]
    lines += [line for line, *_ in WRONG[-2:]]
    result = run("import", "assignments", table(tmp_path / "w.csv", GOOD, *lines))
    assert result.exit_code == 2
    assert f"nothing was imported; {len(WRONG)} errors" in result.output, result.output
    for number, (_, column, value, said) in enumerate(WRONG, start=3):
        line = next(each for each in result.output.splitlines() if f"line {number}," in each)
        assert f"column {column!r}" in line
        assert value in line
        assert said in line
    assert dump(store) == whole


def test_json_is_named_by_line_and_place(tmp_path: Path, sqlite_store: Database) -> None:
    """The line of the property, and where in the document it is."""
    path = tmp_path / "a.json"
    text = json.dumps([posting(1), posting(2, validThrough="soon", languages=[]), "three"], indent=1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportErrors) as wrong:
        import_file(sqlite_store, path, "file")
    lines = text.splitlines()
    by_column = {error.column: error for error in wrong.value.errors}
    assert by_column.keys() == {
        "itemListElement[1].validThrough", "itemListElement[1].languages", "itemListElement[2]",
    }  # fmt: skip
    assert "soon" in lines[by_column["itemListElement[1].validThrough"].line - 1]
    assert "three" in lines[by_column["itemListElement[2]"].line - 1]
    path.write_text('[\n {"identifier": "1",}\n]', encoding="utf-8")
    with pytest.raises(ImportErrors, match=r"line 2.*not JSON"):
        import_file(sqlite_store, path, "file")
    for other in ("{}", "7", '{"itemListElement": {}}', '{"itemListElement": [], "next": 3}'):
        path.write_text(other, encoding="utf-8")
        with pytest.raises(ImportErrors, match="expected a list of postings"):
            import_file(sqlite_store, path, "file")
    path.write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(ImportErrors):
        import_file(sqlite_store, path, "file")


def test_fifty_errors_are_named(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("import", "assignments", table(tmp_path / "w.csv", *[GOOD.replace("KE", "Atlantis")] * 80))
    assert "159 errors, the first 50" in result.output
    assert len([line for line in result.output.splitlines() if "line " in line]) == 50


def test_a_reference_belongs_to_one_source(run: Callable[..., Result], store: Database, tmp_path: Path) -> None:
    run("import", "assignments", table(tmp_path / "a.csv", GOOD), "--source", "one")
    result = run("import", "assignments", table(tmp_path / "a.csv", GOOD), "--source", "two")
    assert "this assignment is of the source 'one'" in result.output
    assert rows(store, "two") == {}


def test_a_name_of_several_things_is_asked_back(sqlite_store: Database, tmp_path: Path) -> None:
    with sqlite_store.write() as session:
        for key in ("unicef", "undp"):
            session.add(m.Name(kind="host", key=key, language="en", position=90, text="The Agency"))
    with pytest.raises(ImportErrors, match="write the key: undp, unicef"):
        import_file(sqlite_store, table(tmp_path / "a.csv", GOOD.replace("unicef", "the agency")), "hr")


def test_a_source_is_taken_out(run: Callable[..., Result], store: Database) -> None:
    """And nothing else; that they were there once is known, for the alerts."""
    whole = dump(store)
    run("import", "assignments", EXAMPLE, "--source", "hr")
    assert "there are those of: hr" in run("import", "withdraw", "other").output
    assert "2 removed" in run("import", "withdraw", "hr").output
    after = dump(store)
    assert {name for name in whole if whole[name] != after[name]} == {"revisions", "assignment_arrivals"}


def test_demonstration_and_imports_leave_each_other_alone(store: Database, profile: Profile) -> None:
    import_file(store, EXAMPLE, "hr")
    before = demo(store)
    with store.write() as session:
        demonstration.remove(session)
    assert (demo(store), len(rows(store, "hr"))) == (0, 2)
    with store.write() as session:
        demonstration.load(session, profile, TODAY, candidates=CANDIDATES)
    assert (demo(store), len(rows(store, "hr"))) == (before, 2)


def test_what_assignments_need_cannot_go(store: Database, profile: Profile, tmp_path: Path) -> None:
    """A profile without the host of an imported assignment is not loaded; the error says what to do."""
    with store.write() as session:
        demonstration.remove(session)
    import_file(store, table(tmp_path / "a.csv", GOOD.replace("unicef", "wfp")), "hr")
    folder = tmp_path / "unv"
    folder.mkdir()
    for name in ("profile.yml", "texts", "knowledge"):
        (folder / name).symlink_to(profile.folder / name)
    (folder / "data").mkdir()
    for path in (profile.folder / "data").iterdir():
        text = path.read_text(encoding="utf-8")
        if path.name == "modalities.csv":
            text = "".join(x for x in text.splitlines(keepends=True) if not x.startswith("specialist,"))
        elif "specialist" in text and path.name != "roles.csv":
            text = "".join(x for x in text.splitlines(keepends=True) if "specialist" not in x)
        (folder / "data" / path.name).write_text(text, encoding="utf-8")
    whole = dump(store)
    with pytest.raises(DataError, match=r"modalities\.csv.*desk import withdraw"), store.write() as session:
        load.load(session, load_profile(str(folder)))
    assert dump(store) == whole


@pytest.mark.parametrize("lines", [[], [GOOD]])
def test_a_list_that_shrank_is_refused(
    run: Callable[..., Result], store: Database, tmp_path: Path, lines: list[str]
) -> None:
    """Empty, or less than half; with --allow-shrink it is believed."""
    full = [GOOD.replace("X-1", f"X-{n}") for n in range(1, 4)]
    run("import", "assignments", table(tmp_path / "a.csv", *full))
    path = table(tmp_path / "b.csv", *lines)
    result = run("import", "assignments", path)
    assert result.exit_code == 2
    assert f"file lists {len(lines)} assignments, the store has 3 of it" in result.output
    assert "--allow-shrink" in result.output
    assert len(rows(store, "file")) == 3
    assert run("import", "assignments", path, "--allow-shrink").exit_code == 0
    assert len(rows(store, "file")) == len(lines)


# --- feeds ------------------------------------------------------------------------------------------------------------


def test_a_feed_is_synchronised(run: Callable[..., Result], feed: FeedServer, store: Database) -> None:
    """Page after page, by the body's link or the header's; the source is the address, without name and password."""
    feed.serve_postings([posting(1), posting(2)], following="/feed?page=2")
    body = json.dumps([posting(3)]).encode()
    feed.serve("/feed?page=2", Reply(body, headers={"Link": f'<{feed.url("/third")}>; rel="next"'}))
    feed.serve_postings([posting(4)], "/third")
    result = run("sync", "assignments", feed.url().replace("http://", "http://name:pass%20word@"))
    assert result.exit_code == 0, result.output
    assert f"assignments of {feed.url()}: 4 new, 0 changed, 0 withdrawn, 0 unchanged" in result.output
    assert "pass" not in result.output
    assert rows(store, feed.url()).keys() == {"F-1", "F-2", "F-3", "F-4"}
    expected = "Basic " + base64.b64encode(b"name:pass word").decode()
    assert [headers.get("Authorization") for _, headers in feed.asked] == [expected] * 3
    assert all("pass" not in row for row in dump(store)["feed_pages"])


def test_an_unchanged_feed_is_not_read_again(feed: FeedServer, store: Database) -> None:
    """Every page answers 304; when one has changed, all are read."""
    feed.serve_postings([posting(1)], following="/two", etag='"a"')
    feed.serve_postings([posting(2)], "/two", etag='"b"')
    assert sync_feed(store, feed.url(), "f", limits=QUICK)
    feed.asked.clear()
    assert sync_feed(store, feed.url(), "f", limits=QUICK) is None
    assert [headers["If-None-Match"] for _, headers in feed.asked] == ['"a"', '"b"']
    feed.serve_postings([posting(3)], "/two", etag='"c"')
    planned = sync_feed(store, feed.url(), "f", limits=QUICK)
    assert planned is not None
    assert (planned.added, planned.withdrawn, planned.unchanged) == (1, 1, 1)
    # A dry run keeps nothing, not even what the pages are recognised by.
    feed.serve_postings([posting(1), posting(9)], following="/two", etag='"d"')
    for _ in range(2):
        planned = sync_feed(store, feed.url(), "f", dry_run=True, limits=QUICK)
        assert planned is not None
        assert planned.added == 1
    # What was put there by a file since is not what the feed said.
    import_file(store, EXAMPLE, "f", allow_shrink=True)
    assert sync_feed(store, feed.url(), "f", limits=QUICK) is not None


def test_a_page_that_is_gone(run: Callable[..., Result], feed: FeedServer, store: Database) -> None:
    """Then the feed is read anew; and the command says when nothing has changed."""
    feed.serve_postings([posting(1)], following="/two", etag='"a"')
    feed.serve_postings([posting(2)], "/two", etag='"b"')
    run("sync", "assignments", feed.url())
    assert "the feed has not changed" in run("sync", "assignments", feed.url()).output
    body = json.dumps([posting(1)]).encode()
    feed.replies["/feed"] = lambda headers: Reply(status=304) if "If-None-Match" in headers else Reply(body)
    del feed.replies["/two"]
    assert "0 new, 0 changed, 1 withdrawn, 1 unchanged" in run("sync", "assignments", feed.url()).output


def test_a_feed_without_etag_by_its_date(feed: FeedServer, sqlite_store: Database) -> None:
    moment = "Sun, 22 Nov 2026 10:00:00 GMT"
    body = json.dumps([posting(1)]).encode()
    feed.replies["/feed"] = lambda headers: (
        Reply(status=304) if headers.get("If-Modified-Since") == moment
        else Reply(body, headers={"Last-Modified": moment})
    )  # fmt: skip
    assert sync_feed(sqlite_store, feed.url(), "f", limits=QUICK)
    assert sync_feed(sqlite_store, feed.url(), "f", limits=QUICK) is None


def test_passing_failures_are_tried_again(feed: FeedServer, store: Database) -> None:
    """Two failures, a cut connection or a stall, then success."""
    good = Reply(json.dumps([posting(1)]).encode())
    for number, bad in enumerate((Reply(status=503), Reply(good.body, cut=20), Reply(good.body, stall=0.6))):
        feed.serve("/feed", bad, bad, good)
        planned = sync_feed(store, feed.url(), f"f{number}", limits=QUICK, dry_run=True)
        assert planned is not None
        assert planned.added == 1
    asked = len(feed.asked)
    feed.serve("/feed", Reply(status=503))
    with pytest.raises(FeedError, match="HTTP 503"):
        sync_feed(store, feed.url(), "f", limits=QUICK)
    assert len(feed.asked) == asked + QUICK.attempts


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=404), "HTTP 404"),
        (Reply(status=304), "304"),
        (Reply(b"[" + b" " * 300_000 + b"]"), "more than 200000 bytes"),
        (Reply(gzip.compress(b" " * 3_000_000), headers={"Content-Encoding": "gzip"}), "more than 200000 bytes"),
        (Reply(b"[]", stall=2.0), "timed out"),
        (Reply(b"\xff\xfe"), "not UTF-8"),
        (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "file:"),
        (Reply(status=302, headers={"Location": "/feed"}), "redirects"),
        (Reply(json.dumps({"itemListElement": [], "next": "http://127.0.0.1:9/"}).encode()), "at another place"),
        (Reply(json.dumps({"itemListElement": [], "next": "file:///etc/passwd"}).encode()), "no address of a feed"),
        (Reply(json.dumps({"itemListElement": [], "next": "/feed"}).encode()), "was read before"),
    ],
)  # fmt: skip
def test_a_bad_feed_does_no_harm(feed: FeedServer, sqlite_store: Database, reply: Reply, said: str) -> None:
    """It is named, and the assignments of before stay."""
    feed.serve_postings([posting(1)])
    sync_feed(sqlite_store, feed.url(), "f", limits=QUICK)
    whole = dump(sqlite_store)
    feed.serve("/feed", reply)
    with pytest.raises(FeedError, match=said):
        sync_feed(sqlite_store, feed.url(), "f", limits=QUICK)
    assert dump(sqlite_store) == whole


def test_pages_without_end(feed: FeedServer, sqlite_store: Database) -> None:
    for number in range(QUICK.pages + 1):
        feed.serve_postings([], f"/p{number}", following=f"/p{number + 1}")
    with pytest.raises(FeedError, match="more than 4 pages"):
        sync_feed(sqlite_store, feed.url("/p0"), "f", limits=QUICK)


def test_nothing_is_half_done(run: Callable[..., Result], feed: FeedServer, store: Database) -> None:
    """Broken JSON, or a wrong posting, on the second page: the first one is not imported either."""
    feed.serve_postings([posting(n) for n in range(1, 4)])
    run("sync", "assignments", feed.url(), "--source", "f")
    whole = dump(store)
    feed.serve_postings([posting(1, title="changed"), posting(7)], following="/two", etag='"x"')
    feed.serve("/two", Reply(b'[\n{"identifier": "F-8",\n'))
    result = run("sync", "assignments", feed.url(), "--source", "f")
    assert result.exit_code == 2
    assert f"{feed.url('/two')}, line 3" in result.output
    assert dump(store) == whole
    feed.serve_postings([posting(8, occupationalCategory="nurce")], "/two")
    result = run("sync", "assignments", feed.url(), "--source", "f")
    assert "occupationalCategory" in result.output
    assert "did you mean nurse" in result.output
    assert dump(store) == whole


def test_a_failure_while_writing_leaves_everything(
    feed: FeedServer, store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction is rolled back when the last step fails."""
    feed.serve_postings([posting(1), posting(2)], etag='"a"')
    whole = dump(store)
    with monkeypatch.context() as patch:
        patch.setattr(assignment_import.Sync, "finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            sync_feed(store, feed.url(), "f", limits=QUICK)
    assert dump(store) == whole
    assert sync_feed(store, feed.url(), "f", limits=QUICK)


def test_a_feed_that_shrank_is_refused(feed: FeedServer, sqlite_store: Database) -> None:
    feed.serve_postings([posting(n) for n in range(5)])
    sync_feed(sqlite_store, feed.url(), "f", limits=QUICK)
    feed.serve_postings([])
    with pytest.raises(ShrinkError, match="f lists 0 assignments, the store has 5"):
        sync_feed(sqlite_store, feed.url(), "f", limits=QUICK)
    planned = sync_feed(sqlite_store, feed.url(), "f", limits=QUICK, allow_shrink=True)
    assert planned is not None
    assert planned.withdrawn == 5


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "example.org", "http://", "http://a:b/"])
def test_only_http_is_spoken(run: Callable[..., Result], url: str) -> None:
    result = run("sync", "assignments", url)
    assert result.exit_code == 2
    assert "no address" in result.output

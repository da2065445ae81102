"""Articles as files: the check finds each kind of fault, and files and console carry changes both ways."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select
from typer.testing import CliRunner, Result

from desk.commands import app
from store import check, exchange, load
from store import models as m
from store.articles import Key, Words, live_versions, make_live
from store.check import Fault, numbers
from store.database import Database
from store.load import DataFiles, article_words
from store.profile import Profile, load_profile

# The check's own day, so that the test does not fail by the calendar.
DAY = dt.date(2026, 11, 22)
ARTICLE = "living-allowance-amount"
OTHER = "family-joining-you"


@pytest.mark.parametrize("name", ["unv", "foodbank"])
def test_the_profiles_articles_are_right(name: str) -> None:
    """The same check as `desk knowledge check`; nothing is overdue on the day it was written for either."""
    assert [str(fault) for fault in check.check(DataFiles(load_profile(name)), DAY)] == []


@pytest.fixture
def few(profile: Profile, tmp_path: Path) -> Profile:
    """A copy of the profile with four of its articles, to be spoilt; all of them would take long to read each time."""
    folder = tmp_path / "few"
    shutil.copytree(profile.folder / "texts", folder / "texts")
    (folder / "data").mkdir()
    for name in ("profile.yml", "data/hosts.csv", "data/check_questions.csv"):
        shutil.copyfile(profile.folder / name, folder / name)
    for language in profile.languages:
        (folder / "knowledge" / language).mkdir(parents=True)
        for article_id in (ARTICLE, OTHER, "when-to-start-extension", "forgot-password"):
            name = f"knowledge/{language}/{article_id}.md"
            shutil.copyfile(profile.folder / name, folder / name)
    questions = folder / "data" / "check_questions.csv"
    lines = questions.read_text(encoding="utf-8").splitlines(keepends=True)
    questions.write_text(
        "".join(x for x in lines if x.endswith((",article\n", ",forgot-password\n"))), encoding="utf-8"
    )
    return load_profile(str(folder))


def _path(profile: Profile, language: str, article_id: str = ARTICLE) -> Path:
    return profile.folder / "knowledge" / language / f"{article_id}.md"


def _spoil(path: Path, old: str, new: str) -> int:
    """Replace the last ``old`` of a file; the number of its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    start = text.rindex(old)
    path.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
    return text[:start].count("\n") + 1


def _faults(profile: Profile, day: dt.date = DAY) -> list[Fault]:
    return check.check(DataFiles(profile), day)


# Language whose file is spoilt, what, by what, the value that is named, a word of the problem.
SPOILT = [
    ("fr", "2012", "2013", "2012", "a number of the original that does not stand here"),
    ("es", "2012", "2013", "2013", "a number of this translation that does not stand in the original"),
    ("es", "support@unv.org", "soporte@unv.org", "support@unv.org", "an address of the original"),
    ("ru", "support@unv.org", "support@unv.example", "support@unv.example", "an address of this translation"),
    ("en", "support@unv.org", "[us](https//unv.org)", "https//unv.org", "not a web address"),
    ("en", "support@unv.org", "[us](https://nowhere)", "https://nowhere", "not a web address"),
    ("zh", "support@unv.org", "[x](/help/zh/no-such-article)", "/help/zh/no-such-article", "no such help page"),
    ("zh", "support@unv.org", "[x](/help/de)", "/help/de", "no such help page"),
    ("en", "https://toolkit.purposea.app", "https://toolkit purposea.app", None, "not a web address"),
    ("en", "title: UN career session hosted by UNV, 7 May 2026 (participant notes)", "title: ' '", None, "title"),
    ("en", "title: Conditions of Service", "titel: Conditions of Service", None, "sources"),
    ("en", "confidence: medium", "confidence: very", "very", "confidence"),
    ("ar", "id: living-allowance-amount", "id: another", "another", "must be the file's name"),
]


@pytest.mark.parametrize(("language", "old", "new", "value", "problem"), SPOILT, ids=[x[2] for x in SPOILT])
def test_a_fault_is_found(few: Profile, language: str, old: str, new: str, value: str | None, problem: str) -> None:
    """With its file and its value."""
    path = _path(few, language)
    _spoil(path, old, new)
    found = [f for f in _faults(few) if f.path == path or language == "en"]
    assert any(problem in fault.problem and value in (None, fault.value) for fault in found), found


def test_a_wrong_number_is_found_on_its_line(few: Profile) -> None:
    """Also one that is not there in the original; an article's other languages are not blamed."""
    path = _path(few, "ar")
    line = _spoil(path, "4,000", "5,000")
    found = {(fault.path, fault.value): fault.line for fault in _faults(few)}
    assert found.keys() == {(path, "4000"), (path, "5000")}
    assert found[path, "5000"] == line


def test_a_missing_translation(few: Profile) -> None:
    """An article that is not there in a language of the profile, or only there."""
    _path(few, "ru").unlink()
    _path(few, "en", OTHER).unlink()
    found = {(fault.path, fault.problem) for fault in _faults(few)}
    assert (_path(few, "ru"), "the translation into ru is missing") in found
    orphans = [path for path, problem in found if "no such article in en" in problem]
    assert sorted(path.parent.name for path in orphans) == ["ar", "es", "fr", "ru", "zh"]


def test_an_entity_that_is_not_named(few: Profile) -> None:
    """The original's acronym must be named in the translation, by any of its names there."""
    path = _path(few, "ru", "when-to-start-extension")
    assert "УВКБ" in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("УВКБ", "Одно учреждение"), encoding="utf-8")
    (fault,) = _faults(few)
    assert (fault.path, fault.value) == (path, "UNHCR")


def test_too_few_questions(few: Profile) -> None:
    """Fewer than twelve in any language."""
    path = _path(few, "zh")
    lines = path.read_text(encoding="utf-8").splitlines()
    questions = [n for n, line in enumerate(lines) if line.startswith("  - ")]
    path.write_text("\n".join(x for n, x in enumerate(lines) if n not in questions[11:]) + "\n", encoding="utf-8")
    (fault,) = _faults(few)
    assert (fault.path, fault.value, fault.line) == (path, "11", 4)


def test_a_question_of_two_articles(few: Profile) -> None:
    """It would say nothing of either."""
    taken = article_words(DataFiles(few))[OTHER, "en"].questions[0]
    _spoil(_path(few, "en"), "questions:\n", f"questions:\n  - {taken!r}\n")
    (fault,) = _faults(few)
    assert (fault.value, fault.problem) == (taken, f"an example question of {OTHER} too")


def test_a_review_that_is_overdue_is_a_warning(few: Profile) -> None:
    """It is told from the day after; the check does not fail by it."""
    _spoil(_path(few, "en"), "review: 2027-06-30", "review: 2026-12-31")
    assert _faults(few, dt.date(2026, 12, 31)) == []
    (fault,) = _faults(few, dt.date(2027, 1, 1))
    assert fault.warning
    assert str(fault).startswith("warning: ")
    assert check.errors([fault]) == []


def test_check_questions_check_something(few: Profile) -> None:
    """An article that exists, a language of the profile, and not the words of an example."""
    example = article_words(DataFiles(few))[OTHER, "en"].questions[0]
    path = few.folder / "data" / "check_questions.csv"
    before = path.read_text(encoding="utf-8")
    rows = f'en,something new,no-such-article\nde,etwas Neues,{OTHER}\nen,"{example.upper()}!",{OTHER}\n'
    path.write_text(before + rows, encoding="utf-8")
    line = before.count("\n") + 1
    found = [(fault.line, fault.problem) for fault in _faults(few)]
    assert [number for number, _ in found] == [line, line + 1, line + 2]
    assert "no such article" in found[0][1]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "1,000 to 2,500 dollars, 4.5 million, 18 to 27", {1000, 2500, 4_500_000, 18, 27}),
        ("fr", "1 000 à 2\u202f500 dollars, 4,5 millions, 18 à 27", {1000, 2500, 4_500_000, 18, 27}),
        ("es", "1.000 a 2 500 dólares, 4,5 millones, 18 a 27", {1000, 2500, 4_500_000, 18, 27}),
        ("ar", "١٬٠٠٠ إلى ٢,٥٠٠ دولار، 4.5 مليون، ١٨ إلى ٢٧", {1000, 2500, 4_500_000, 18, 27}),
        ("zh", "1,000至2,500美元，450 万，2021 年 10 月 1 日，18至27", {1000, 2500, 4_500_000, 2021, 1, 18, 27}),
        ("ru", "1\u00a0000–2\u00a0500 долларов, 4,5 млн, от 18 до 27", {1000, 2500, 4_500_000, 18, 27}),
        ("en", "write to team7@example.org or https://example.org/2024/31", set()),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(language: str, text: str, values: set[float]) -> None:
    """Separators, digits and scales of each; nothing in addresses counts."""
    assert numbers(text, language) == values


# --- import and export ------------------------------------------------------------------------------------------------


@pytest.fixture
def stocked(make_database: Callable[..., str], few: Profile) -> Iterator[Database]:
    """A store filled with the few articles."""
    database = Database(make_database("sqlite"))
    with database.write() as session:
        load.load(session, few)
    yield database
    database.close()


def _run(store: Database, profile: Profile, tmp_path: Path, *arguments: str) -> Result:
    environment = {"DATABASE_URL": store.url, "VAR": str(tmp_path), "PROFILE": str(profile.folder)}
    return CliRunner().invoke(app, list(arguments), env=environment)


def _edit(store: Database, key: Key, words: Words) -> None:
    """Publish ``words`` as the console does."""
    with store.write() as session:
        before = live_versions(session, key[0]).get(key)
        version = m.ArticleVersion(
            article_id=key[0], language=key[1], number=(before.number if before else 0) + 1, state="approved",
            title=words.title, body=words.body, questions=words.questions, facts=words.facts,
            of_original=1 if words.facts is None else None, authors=["anna"], approver="ben",
        )  # fmt: skip
        session.add(version)
        make_live(session, version, before)


def _with(words: Words, **changes: object) -> Words:
    values = {"title": words.title, "body": words.body, "questions": words.questions, "facts": words.facts}
    return Words(**{**values, **changes})  # type: ignore[arg-type] # as they are


def _stored(store: Database, key: Key) -> str:
    with store.read() as session:
        return session.get_one(m.ArticleText, key).body


def _bytes(profile: Profile) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((profile.folder / "knowledge").glob("*/*.md"))}


def test_export_right_after_load_changes_no_byte(
    sqlite_store: Database, copied_profile: Profile, tmp_path: Path
) -> None:
    """However the files are written."""
    before = _bytes(copied_profile)
    run = _run(sqlite_store, copied_profile, tmp_path, "knowledge", "export")
    assert (run.exit_code, "articles: 0 exported" in run.output) == (0, True), run.output
    assert _bytes(copied_profile) == before


def test_every_article_can_be_written_and_read_again(profile: Profile, tmp_path: Path) -> None:
    """The exporter's form says what the file said, for every article of the profile."""
    from store.datafile import read_markdown
    from store.rows import ArticleFile, ArticleTranslationFile

    for (article_id, language), words in article_words(DataFiles(profile)).items():
        path = tmp_path / f"{article_id}.md"
        path.write_text(exchange.render(article_id, words), encoding="utf-8")
        model = ArticleFile if language == profile.default_language else ArticleTranslationFile
        assert Words.of_file(read_markdown(path, model)) == words, (article_id, language)


def test_a_change_in_the_console_is_exported(stocked: Database, few: Profile, tmp_path: Path) -> None:
    """Only its file changes; loading it again is no change; what was withdrawn goes."""
    before = _bytes(few)
    words = article_words(DataFiles(few))
    facts = {**(words[ARTICLE, "en"].facts or {}), "review": "2029-01-31"}
    _edit(stocked, (ARTICLE, "en"), _with(words[ARTICLE, "en"], body="A new answer, with a colon: here.", facts=facts))
    _edit(stocked, ("brand-new", "en"), _with(words[ARTICLE, "en"], title="New?"))
    with stocked.write() as session:
        live_versions(session, OTHER)[OTHER, "ru"].state = "withdrawn"
        session.delete(session.get_one(m.ArticleText, (OTHER, "ru")))
    run = _run(stocked, few, tmp_path, "knowledge", "export")
    assert run.exit_code == 0, run.output
    for line in (f"* {ARTICLE} (en)", "+ brand-new (en)", f"- {OTHER} (ru)", "articles: 3 exported"):
        assert line in run.output
    after = _bytes(few)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {
        _path(few, "en"), _path(few, "en", "brand-new"), _path(few, "ru", OTHER)
    }  # fmt: skip
    read = article_words(DataFiles(few))
    assert read[ARTICLE, "en"].body == "A new answer, with a colon: here."
    assert (read[ARTICLE, "en"].facts or {})["review"] == "2029-01-31"
    assert "review: 2029-01-31\n" in _path(few, "en").read_text(encoding="utf-8")
    for again in ("import", "export"):
        assert "articles: 0 " in _run(stocked, few, tmp_path, "knowledge", again).output


def test_a_changed_file_is_imported(stocked: Database, few: Profile, tmp_path: Path) -> None:
    """Where the console has not touched the article; an export does not write over it meanwhile."""
    path = _path(few, "fr")
    _spoil(path, "support@unv.org", "support@unv.org (toujours)")
    text = path.read_text(encoding="utf-8")
    run = _run(stocked, few, tmp_path, "knowledge", "export")
    assert "changed in the files only" in run.output
    assert path.read_text(encoding="utf-8") == text
    run = _run(stocked, few, tmp_path, "knowledge", "import")
    assert (run.exit_code, f"* {ARTICLE} (fr)" in run.output) == (0, True), run.output
    assert "(toujours)" in _stored(stocked, (ARTICLE, "fr"))
    with stocked.read() as session:
        versions = session.scalars(
            select(m.ArticleVersion).where(m.ArticleVersion.article_id == ARTICLE, m.ArticleVersion.language == "fr")
        )
        assert {v.number: (v.state, v.authors) for v in versions} == {
            1: ("replaced", ["files"]), 2: ("published", ["files"])
        }  # fmt: skip


@pytest.fixture
def conflict(stocked: Database, few: Profile) -> tuple[Database, Profile]:
    """The same article changed in its file and in the console, another one in its file only."""
    words = article_words(DataFiles(few))
    _edit(stocked, (ARTICLE, "fr"), _with(words[ARTICLE, "fr"], body="Réponse venue de la console du personnel."))
    _spoil(_path(few, "fr"), "support@unv.org", "support@unv.org (du fichier)")
    path = _path(few, "fr", OTHER)
    path.write_text(path.read_text(encoding="utf-8") + "\n\nDu fichier seul.\n", encoding="utf-8")
    return stocked, few


def test_a_conflict_is_told_and_nothing_is_overwritten(conflict: tuple[Database, Profile], tmp_path: Path) -> None:
    """By load (which goes on: the service must start), import and export; what is clear is carried over."""
    store, profile = conflict
    text = _path(profile, "fr").read_text(encoding="utf-8")
    for arguments, status in ((("load",), 0), (("knowledge", "import"), 1), (("knowledge", "export"), 1)):
        run = _run(store, profile, tmp_path, *arguments)
        assert run.exit_code == status, run.output
        assert f"conflict: article {ARTICLE} (fr)" in run.output
        assert str(_path(profile, "fr")) in run.output
        assert "--take-files" in run.output
        assert "console" in _stored(store, (ARTICLE, "fr"))
        assert _path(profile, "fr").read_text(encoding="utf-8") == text
    assert "Du fichier seul." in _stored(store, (OTHER, "fr"))


def test_a_conflict_is_decided_for_the_files(conflict: tuple[Database, Profile], tmp_path: Path) -> None:
    """The console's words stay in the history."""
    store, profile = conflict
    run = _run(store, profile, tmp_path, "knowledge", "import", "--take-files")
    assert run.exit_code == 0, run.output
    assert "(du fichier)" in _stored(store, (ARTICLE, "fr"))
    with store.read() as session:
        states = session.scalars(
            select(m.ArticleVersion.state)
            .where(m.ArticleVersion.article_id == ARTICLE, m.ArticleVersion.language == "fr")
            .order_by(m.ArticleVersion.number)
        )
        assert list(states) == ["replaced", "replaced", "published"]
    assert "conflict" not in _run(store, profile, tmp_path, "load").output


def test_a_conflict_is_decided_for_the_console(conflict: tuple[Database, Profile], tmp_path: Path) -> None:
    """Then the export may write it."""
    store, profile = conflict
    run = _run(store, profile, tmp_path, "knowledge", "import", "--keep-store")
    assert run.exit_code == 0, run.output
    assert "console" in _stored(store, (ARTICLE, "fr"))
    assert _run(store, profile, tmp_path, "knowledge", "export").exit_code == 0
    assert "console" in _path(profile, "fr").read_text(encoding="utf-8")
    assert "conflict" not in _run(store, profile, tmp_path, "load").output
    both = _run(store, profile, tmp_path, "knowledge", "import", "--keep-store", "--take-files")
    assert both.exit_code == 2


def test_an_import_waits_for_an_editor(make_database: Callable[..., str], few: Profile) -> None:
    """With PostgreSQL, where two can write at once: what is published during an import is a conflict, not lost."""
    store, key = Database(make_database("postgresql")), (ARTICLE, "fr")
    with store.write() as session:
        load.load(session, few)
    words = article_words(DataFiles(few))[key]
    _spoil(_path(few, "fr"), "support@unv.org", "support@unv.org (du fichier)")
    with ThreadPoolExecutor(1) as other:
        with store.write() as session:
            session.get(m.Article, ARTICLE, with_for_update=True)
            imported = other.submit(_imported, store, few)
            with pytest.raises(TimeoutError):
                imported.result(2)
            before = live_versions(session, ARTICLE)[key]
            version = m.ArticleVersion(
                article_id=ARTICLE, language="fr", number=2, state="approved", title=words.title,
                questions=words.questions, body="Réponse venue de la console du personnel.",
                of_original=1, authors=["anna"], approver="ben",
            )  # fmt: skip
            session.add(version)
            make_live(session, version, before)
        assert [conflict.article_id for conflict in imported.result(30).conflicts] == [ARTICLE]
    assert "console" in _stored(store, key)
    store.close()


def _imported(store: Database, profile: Profile) -> exchange.Exchange:
    with store.write() as session:
        return load.import_articles(session, DataFiles(profile))


def test_a_deleted_original_does_not_take_an_edited_translation(
    stocked: Database, few: Profile, tmp_path: Path
) -> None:
    """Deleting an article in the files is a conflict while the console has changed one of its translations."""
    words = article_words(DataFiles(few))
    _edit(stocked, (ARTICLE, "fr"), _with(words[ARTICLE, "fr"], body="Réponse venue de la console du personnel."))
    for language in few.languages:
        _path(few, language).unlink()
    run = _run(stocked, few, tmp_path, "knowledge", "import")
    assert run.exit_code == 1
    assert f"conflict: article {ARTICLE} (en)" in run.output
    assert "console" in _stored(stocked, (ARTICLE, "fr"))
    assert _run(stocked, few, tmp_path, "knowledge", "import", "--take-files").exit_code == 0
    with stocked.read() as session:
        assert session.get(m.Article, ARTICLE) is None


def test_the_check_at_the_command_line(few: Profile, stocked: Database, tmp_path: Path) -> None:
    """Exit status 1 with file, line and value; 0 when all is right."""
    run = _run(stocked, few, tmp_path, "knowledge", "check")
    assert (run.exit_code, "articles: 0 errors" in run.output) == (0, True), run.output
    path = _path(few, "es")
    _spoil(path, "support@unv.org", "soporte@unv.org")
    run = _run(stocked, few, tmp_path, "knowledge", "check")
    assert run.exit_code == 1
    assert f"{path}, line " in run.output
    assert "'soporte@unv.org'" in run.output


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_a_store_of_the_last_version_is_carried_over(
    make_database: Callable[..., str], few: Profile, backend: str
) -> None:
    """What it published becomes the first version; files that changed with the update are no conflict."""
    store = Database(make_database(backend))
    try:
        with store.write() as session:
            load.load(session, few)
        command.downgrade(store._alembic(), "0002")
        store.migrate()
        with store.write() as session:
            changes, conflicts = load.load_files(session, DataFiles(few))
            assert (any(changes), conflicts) == (False, [])
        _spoil(_path(few, "en"), "support@unv.org", "support@unv.org, as before")
        with store.write() as session:
            _, conflicts = load.load_files(session, DataFiles(few))
            assert conflicts == []
            versions = live_versions(session, ARTICLE)
            assert {key[1]: version.number for key, version in versions.items() if key[1] in ("en", "fr")} == {
                "en": 2, "fr": 1
            }  # fmt: skip
            assert versions[ARTICLE, "fr"].of_original == 1
    finally:
        store.close()

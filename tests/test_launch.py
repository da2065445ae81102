"""What a person at the command line meets: loading, starting, mistakes in settings, a new profile, the model's name."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desk import launch, starter
from desk.commands import app
from desk.model import ROOT, fingerprint, model_path
from desk.settings import Settings
from store import load
from store import models as m
from store.database import Database
from store.profile import Profile, ProfileError, load_profile
from texts.catalogue import FOLDER, message_ids
from texts.language import SUPPORTED


def _environment(var: Path, **more: str) -> dict[str, str]:
    """The environment of a command: everything it writes goes below ``var``."""
    kept = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "PROFILE", "PORT")}
    return {**kept, "VAR": str(var), **more}


def _desk(*arguments: str, var: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """``desk ...`` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desk", *arguments], cwd=ROOT, env=_environment(var, **more), capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_loading_twice(tmp_path: Path) -> None:
    """``desk load`` makes the store; the second time there is nothing to do."""
    first = CliRunner().invoke(app, ["load"], env=_environment(tmp_path))
    assert first.exit_code == 0, first.output
    assert "rows brought up to date" in first.output
    assert (tmp_path / "desk.db").exists()
    second = _desk("load", var=tmp_path)  # a process of its own: no other test's desk writes into its output
    assert (second.returncode, second.stdout) == (0, "desk: store: up to date\n"), second.stderr


def test_a_wrong_data_file_is_told_without_a_traceback(copied_profile: Profile, tmp_path: Path) -> None:
    """File, line, column and value, that nothing has changed, and exit status 2."""
    path = copied_profile.folder / "data" / "roles.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",health,", ",helth,", 1), encoding="utf-8")
    run = CliRunner().invoke(app, ["load"], env=_environment(tmp_path / "var", PROFILE=str(copied_profile.folder)))
    assert run.exit_code == 2
    for part in (str(path), "line ", "'field'", "'helth'", "the store is as it was"):
        assert part in run.output.replace("\n", " ")
    assert "Traceback" not in run.output


def test_a_taken_port(tmp_path: Path, taken: int) -> None:
    """``desk run`` says which port, that another program has it, and what to do; nothing was started."""
    run = _desk("run", var=tmp_path, PORT=str(taken))
    assert run.returncode == 2
    assert f"port {taken}" in run.stderr
    assert "another program has it" in run.stderr
    assert f"make run PORT={taken + 100}" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", ["ASSISTANT_PORT", "ACTIONS_PORT"])
def test_a_taken_port_of_another_part(
    tmp_path: Path, taken: int, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each port is named by its own setting."""
    ports = {"port": _free(), "assistant_port": _free(), "actions_port": _free(), name.lower(): taken}
    with pytest.raises(Exception) as caught:
        launch.check_ports(Settings(var=tmp_path, _env_file=None, **ports))
    assert getattr(caught.value, "exit_code", None) == 2
    assert f"make run {name}={taken + 100}" in capsys.readouterr().err


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("name", "value", "command"),
    [
        ("PORT", "99999", "load"),
        ("PORT", "http", "load"),
        ("ENGINE_TIMEOUT", "0", "load"),
        ("MESSAGE_LENGTH", "5", "load"),
        ("ALLOWED_SITES", "https://example.org", "load"),
        ("MESSAGE_RATE", "often", "load"),
        ("PROFILE", "nothing-like-it", "load"),
        ("PROFILE", "nothing-like-it", "train"),
        ("DATABASE_URL", "nonsense", "load"),
        ("DATABASE_URL", "mysql+nosuch://x/y", "load"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, command: str) -> None:
    """Which setting, which value, exit status 2; never a traceback."""
    run = CliRunner().invoke(app, [command], env=_environment(tmp_path, **{name: value}))
    assert run.exit_code == 2, run.output or repr(run.exception)
    assert name in run.output.upper() or value in run.output
    assert "Traceback" not in run.output


def test_a_store_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    """A database server that is down is no traceback either."""
    url = f"postgresql+psycopg://desk@127.0.0.1:{_free()}/desk"
    run = CliRunner().invoke(app, ["load"], env=_environment(tmp_path, DATABASE_URL=url))
    assert run.exit_code == 2, repr(run.exception)
    assert "Traceback" not in run.output


def test_a_profile_that_cannot_be_used_is_explained(tmp_path: Path) -> None:
    """Which file, what is wrong with it, which profiles there are."""
    with pytest.raises(ProfileError, match=r"no profile 'none'.*foodbank, unv.*desk init"):
        load_profile("none")
    folder = starter.write("mine", tmp_path)
    for old, new, told in (
        ("timezone: UTC", "timezone: Mars/Base", "hours.timezone"),
        ("retention_days: 365", "retention_days: long", "retention_days"),
        ("    monday:", "    mondag:", "mondag"),
        ("queues: [general, ", "queues: [", "general"),
        ("languages: [en,", "languages: [de,", "de"),
        ("demonstration: false", "demonstration: [", "profile.yml"),
    ):
        good = starter.PROFILE
        (folder / "profile.yml").write_text(good.replace(old, new), encoding="utf-8")
        with pytest.raises(ProfileError, match=r"profile\.yml") as caught:
            load_profile(str(folder))
        assert told in str(caught.value)


def test_a_new_profile_starts(tmp_path: Path, empty: Database) -> None:
    """``desk init`` writes a profile that loads, with every text that a profile has to have, in every language."""
    folder = starter.write("meals-on-wheels", tmp_path)
    profile = load_profile(str(folder))
    assert profile.languages == SUPPORTED
    texts = profile.catalogue()
    needed = set(message_ids(FOLDER / "starter" / "en.ftl"))
    own = message_ids(load_profile("foodbank").folder / "texts" / "en" / "profile.ftl")
    assert needed >= {key for key in own if not key.startswith("site-")}
    for language in SUPPORTED:
        assert all(texts.has(language, key) for key in needed)
        assert texts(language, "organisation") == "meals-on-wheels"
    with empty.write() as session:
        load.load(session, profile)
        assert session.query(m.Article).count() == 0
        assert session.query(m.Country).count() > 240


def test_a_new_profile_needs_a_good_name() -> None:
    """Nothing is overwritten, nothing is written outside the folder of profiles."""
    before = sorted(path.name for path in (ROOT / "profiles").iterdir())
    wrong = {"unv": "there already", "Bad Name": "lower-case", "../evil": "lower-case", "1st": "letter"}
    for name, told in wrong.items():
        run = CliRunner().invoke(app, ["init", name])
        assert run.exit_code == 2
        assert told in run.output
    assert sorted(path.name for path in (ROOT / "profiles").iterdir()) == before


def test_the_first_administrator(make_settings: Callable[..., Settings], make_desk: Callable[..., object]) -> None:
    """Made once; the password is in a file that only the owner reads, and has to be changed."""
    settings = make_settings()
    launch.first_administrator(settings)
    path = settings.var / launch.FIRST_LOGIN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert text.startswith("name: admin\npassword: ")
    launch.first_administrator(settings)
    assert path.read_text(encoding="utf-8") == text
    database = Database(settings.store_url)
    with database.read() as session:
        (admin,) = session.query(m.Staff).all()
        assert (admin.role, admin.must_change_password) == ("administrator", True)
    database.close()


def test_secrets_are_readable_by_their_owner_only(make_settings: Callable[..., Settings]) -> None:
    """The token between the parts: made once, kept, not for others."""
    settings = make_settings(engine_token="")
    token = settings.token()
    assert len(token) >= 32
    assert settings.token() == token
    assert stat.S_IMODE((settings.var / "engine.token").stat().st_mode) == 0o600


# --- the model's name -------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> tuple[Path, Profile]:
    """A copy of what a model is trained from, with a small profile."""
    root = tmp_path / "project"
    root.mkdir()
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, root / name)
    (root / "store").mkdir()
    shutil.copy(ROOT / "store" / "encoder.py", root / "store" / "encoder.py")
    for name in ("data", "assistant", "profiles/foodbank"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".venv", "__pycache__"))
    return root, load_profile(str(root / "profiles" / "foodbank"))


INPUTS = (
    "config.yml", "domain.yml", "data/rules.yml", "data/nlu/en.yml", "assistant/channel.py", "assistant/uv.lock",
    "store/encoder.py",
)  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_the_models_name_changes_with_each_input(project: tuple[Path, Profile], name: str) -> None:
    """A changed input means a new model; changing it back finds the old one."""
    root, profile = project
    before, path = fingerprint(profile, root), root / name
    old = path.read_bytes()
    path.write_bytes(old + b"\n# changed\n")
    assert fingerprint(profile, root) != before
    path.write_bytes(old)
    assert fingerprint(profile, root) == before


def test_the_models_name_changes_with_files_that_come_and_go(project: tuple[Path, Profile]) -> None:
    """A new, a renamed, a removed file of training data."""
    root, profile = project
    names = {fingerprint(profile, root)}
    new = root / "data" / "nlu" / "more.yml"
    shutil.copy(root / "data" / "nlu" / "en.yml", new)
    names.add(fingerprint(profile, root))
    new.rename(new.with_name("other.yml"))
    names.add(fingerprint(profile, root))
    (root / "data" / "nlu" / "fr.yml").unlink()
    names.add(fingerprint(profile, root))
    assert len(names) == 4


def test_the_models_name_changes_with_the_questions_of_articles(project: tuple[Path, Profile]) -> None:
    """Questions are training data; what an article says is not, and neither is a date of a file or a text."""
    root, profile = project
    before = fingerprint(profile, root)
    article = profile.folder / "knowledge" / "en" / "minimum-age.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text + "\nOne more sentence.\n", encoding="utf-8")
    assert fingerprint(profile, root) == before
    os.utime(root / "config.yml", (0, 0))
    for path in (root / "README.md", root / "data" / "notes.txt", profile.folder / "texts" / "en" / "profile.ftl"):
        path.write_text("changed = yes\n", encoding="utf-8")
    assert fingerprint(profile, root) == before
    asked = text.replace("questions:\n", "questions:\n  - Is there one more way to ask?\n", 1)
    article.write_text(asked, encoding="utf-8")
    assert fingerprint(profile, root) != before


def test_the_model_is_kept_by_its_name(project: tuple[Path, Profile]) -> None:
    """Two states of the project keep two models side by side."""
    root, profile = project
    path = model_path(profile, root)
    assert path == root / "models" / f"{fingerprint(profile, root)}.tar.gz"

"""Fixtures: stores with and without data on SQLite and PostgreSQL, a desk with an assistant that obeys, staff."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from cluster import Cluster
from support import CANDIDATES, PLENTY, TODAY, Assistant, Desk
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

from desk.model import model_path
from desk.settings import Settings
from store import demonstration, load
from store.database import Database
from store.names import Gazetteer
from store.profile import Profile, load_profile

# The store's indexes are many small objects that stay; looking through them for garbage takes a fifth of the time.
gc.set_threshold(100_000, 50, 50)
BACKENDS = ("sqlite", "postgresql")
# Tests that start or train an assistant of their own: one after the other, beside the tests of the running service.
TRAINING = ("tests/live/test_profiles.py", "tests/test_adapt.py", "tests/test_rasa.py")

# Tests that find subjects by their sentence vectors, which the training computes and keeps.
VECTORS = ("tests/test_deeds.py", "tests/test_editing.py", "tests/test_eligibility.py")
# Files whose names come before this one take two processes about as long as the training takes.
FIRST_AFTER_TRAINING = "tests/test_s"


class Shared(LoadScopeScheduling):
    """Shares the tests between processes (``pytest -n 2``) so that each slow fixture is made once."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        if path in TRAINING:
            return "training"
        return "live" if path.startswith("tests/live/") else path


@cache
def _is_trained() -> bool:
    return model_path(load_profile("unv")).exists()


def pytest_configure_node(node: WorkerController) -> None:
    """The plugin's hook: the processes must agree on the order, also when the training ends in this very moment."""
    node.workerinput["is_trained"] = _is_trained()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The plugin's hook: begin with files that need no model, about as long as it may still be trained beside them.

    Where it is there already, begin with what takes longest, the tests of the running service.
    """
    is_trained = getattr(config, "workerinput", {}).get("is_trained", False)
    items.sort(key=lambda item: _turn(item.nodeid.partition("::")[0], is_trained))


def _turn(path: str, is_trained: bool) -> int:
    if path in TRAINING or path.startswith("tests/live/"):
        return 0 if is_trained else 2
    return 1 if path < FIRST_AFTER_TRAINING and path not in VECTORS else 3


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Shared:
    """The plugin's hook."""
    return Shared(config, log)


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Make new passwords' hashes cheap: argon2 is slow on purpose, and the tests log in a hundred times."""
    cheap, hashed = PasswordHasher.from_parameters(CHEAPEST), PasswordHasher.hash
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PasswordHasher, "hash", lambda _self, password, **more: hashed(cheap, password, **more))
        yield


@pytest.fixture(scope="session")
def profile() -> Profile:
    """The demonstration profile."""
    return load_profile("unv")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of our own."""
    server = Cluster()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def make_database(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest, profile: Profile
) -> Iterator[Callable[..., str]]:
    """Gives URLs of fresh stores: ``make_database("sqlite", loaded=True)``. Each is a copy of one made once."""
    templates: dict[tuple[str, bool], str] = {}
    broken: dict[tuple[str, bool], str] = {}
    folder = tmp_path_factory.mktemp("stores")
    made = 0

    def fill(url: str, loaded: bool) -> None:
        database = Database(url)
        try:
            database.migrate()
            if loaded:
                with database.write() as session:
                    load.load(session, profile)
                    demonstration.load(session, profile, TODAY, candidates=CANDIDATES)
        finally:
            database.close()

    def template(backend: str, loaded: bool) -> str:
        """The path or name of the store that copies are made of; when it cannot be made, that is found out once."""
        kind = (backend, loaded)
        if kind in broken:
            pytest.fail(broken[kind])
        if kind not in templates:
            name = str(folder / f"template-{made}.db") if backend == "sqlite" else cluster().create()
            try:
                fill(f"sqlite:///{name}" if backend == "sqlite" else cluster().url(name), loaded)
            except Exception as error:
                broken[kind] = f"the {backend} store cannot be filled: {str(error)[:300]}"
                raise
            templates[kind] = name
        return templates[kind]

    def cluster() -> Cluster:
        found: Cluster = request.getfixturevalue("cluster")
        return found

    def make(backend: str, loaded: bool = False) -> str:
        nonlocal made
        made += 1
        original = template(backend, loaded)
        if backend == "sqlite":
            copy = folder / f"store-{made}.db"
            shutil.copyfile(original, copy)
            return f"sqlite:///{copy}"
        return cluster().url(cluster().create(original))

    return make


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, make_database: Callable[..., str]) -> Iterator[Database]:
    """A store filled with the profile's data and demonstration data of TODAY, once on each database."""
    database = Database(make_database(request.param, loaded=True))
    yield database
    database.close()


@pytest.fixture
def sqlite_store(make_database: Callable[..., str]) -> Iterator[Database]:
    """The same on SQLite alone, for what does not depend on the database."""
    database = Database(make_database("sqlite", loaded=True))
    yield database
    database.close()


@pytest.fixture(scope="session", params=BACKENDS)
def any_loaded(request: pytest.FixtureRequest, make_database: Callable[..., str]) -> Iterator[Database]:
    """A filled store that nobody changes, once on each database."""
    database = Database(make_database(request.param, loaded=True))
    yield database
    database.close()


@pytest.fixture(scope="session")
def loaded(make_database: Callable[..., str]) -> Iterator[Database]:
    """A filled store that nobody changes."""
    database = Database(make_database("sqlite", loaded=True))
    yield database
    database.close()


@pytest.fixture
def empty(make_database: Callable[..., str]) -> Iterator[Database]:
    """A store with tables and nothing in them."""
    database = Database(make_database("sqlite"))
    yield database
    database.close()


@pytest.fixture(scope="session")
def gazetteer(loaded: Database, profile: Profile) -> Gazetteer:
    """Every name of the store."""
    with loaded.read() as session:
        return Gazetteer.load(session, profile.languages)


@pytest.fixture(scope="session")
def _assistant() -> Iterator[Assistant]:
    server = Assistant()
    yield server
    server.goes_on()
    server.down()


@pytest.fixture
def assistant(_assistant: Assistant) -> Iterator[Assistant]:
    """The assistant behind the desk: a small real server that repeats what it is told, unless told otherwise."""
    _assistant.reset()
    yield _assistant
    _assistant.goes_on()


@pytest.fixture(scope="session")
def make_settings(
    tmp_path_factory: pytest.TempPathFactory, make_database: Callable[..., str], _assistant: Assistant
) -> Callable[..., Settings]:
    """Settings of a desk with a var folder and a store of its own."""

    def make(backend: str = "sqlite", **values: Any) -> Settings:
        ours: dict[str, Any] = {
            "var": tmp_path_factory.mktemp("var"), "profile": "unv", "database_url": make_database(backend),
            "assistant_port": _assistant.port, "actions_port": _assistant.port, "engine_token": _assistant.token,
            "engine_timeout": 5.0, "message_rate": PLENTY, "conversation_rate": PLENTY, "login_rate": PLENTY,
            "case_rate": PLENTY, "offer_minutes": 0,
        }  # fmt: skip
        return Settings(**{**ours, **values}, _env_file=None)

    return make


@pytest.fixture
def make_desk(make_settings: Callable[..., Settings], assistant: Assistant) -> Iterator[Callable[..., Desk]]:
    """Starts a desk of the test's own: ``make_desk(message_rate="2/minute")``."""
    desks: list[Desk] = []

    def make(profile: Profile | None = None, **values: Any) -> Desk:
        desk = Desk(make_settings(**values), profile)
        desk.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
        desks.append(desk)
        return desk

    yield make
    assistant.goes_on()
    for desk in desks:
        desk.stop()


@pytest.fixture(scope="session")
def _desks(make_settings: Callable[..., Settings]) -> Iterator[Callable[[str], Desk]]:
    desks: dict[str, Desk] = {}

    def running(backend: str) -> Desk:
        if backend not in desks:
            desks[backend] = Desk(make_settings(backend))
        return desks[backend]

    yield running
    for desk in desks.values():
        desk.stop()


@pytest.fixture
def desk(_desks: Callable[[str], Desk], assistant: Assistant) -> Desk:
    """A desk (SQLite) that is always open, without any conversation."""
    return _ready(_desks("sqlite"), assistant)


@pytest.fixture(params=BACKENDS)
def any_desk(request: pytest.FixtureRequest, _desks: Callable[[str], Desk], assistant: Assistant) -> Desk:
    """The same, once on each database."""
    return _ready(_desks(request.param), assistant)


def _ready(desk: Desk, assistant: Assistant) -> Desk:
    desk.forget()
    desk.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
    return desk


@pytest.fixture(scope="session")
def _copy(tmp_path_factory: pytest.TempPathFactory, profile: Profile) -> Path:
    folder = tmp_path_factory.mktemp("profiles") / "unv"
    shutil.copytree(profile.folder, folder)
    return folder


@pytest.fixture
def copied_profile(_copy: Path, profile: Profile) -> Iterator[Profile]:
    """A copy of the demonstration profile whose files a test may spoil; afterwards they are put right."""
    before = {path: path.stat().st_mtime_ns for path in _copy.rglob("*") if path.is_file()}
    yield load_profile(str(_copy))
    for path in {path for path in _copy.rglob("*") if path.is_file()} | before.keys():
        if path not in before:
            path.unlink()
        elif not path.exists() or path.stat().st_mtime_ns != before[path]:
            shutil.copyfile(profile.folder / path.relative_to(_copy), path)

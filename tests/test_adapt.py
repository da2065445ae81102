"""Carries out docs/adapt.md on a copy of the repository. A failure here means that the page is wrong.

Blocks with ``file=`` change that file, blocks marked ``sh run`` are run. Then the action server and the assistant are
started from the copy, and the new question is asked in two languages through the desk's channel. This is a test of the
page, not of understanding: of the articles only some are copied, the ones nearest to the new questions among them, and
of the examples those of the languages that are asked in, so that training takes seconds instead of a minute. Vectors
that this checkout has are used, and what the page trains is kept in ``var/test``: as everywhere, nothing is made twice
from the same inputs.
"""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from markdown_it import MarkdownIt
from support import in_a_thread

from desk.engine import Engine, EngineAnswer
from desk.model import model_path
from store.encoder import KEPT
from store.profile import load_profile

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "adapt.md"
# Articles that the copy has: contact-support and working-from-home speak of hours too.
ARTICLES = ("c", "w")
LANGUAGES = ("en", "zh")
MODELS = ROOT / "var" / "test" / "adapt"
TOKEN = "a-token-for-this-test-only"
START_SECONDS = 180.0
WRONG = "docs/adapt.md is wrong: "


def apply(block: str, folder: Path, target: str, mode: str, match: str = "") -> None:
    """Do to a file of ``folder`` what a block of the page says."""
    path = folder / target
    if mode == "create":
        assert not path.exists(), f"{WRONG}it creates {target}, which is there already"
        path.write_text(block, encoding="utf-8")
        return
    assert path.is_file(), f"{WRONG}it changes {target}, which does not exist"
    text = path.read_text(encoding="utf-8")
    if mode == "append":
        assert text.endswith("\n"), f"{target} does not end with a line end, so nothing can be appended to it"
        path.write_text(text + block, encoding="utf-8")
        return
    assert mode == "insert-after", f"{WRONG}unknown mode {mode!r}"
    lines = text.splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if line.rstrip("\n") == match]
    assert len(places) == 1, f"{WRONG}the line {match!r} stands {len(places)} times in {target}, not once"
    lines.insert(places[0] + 1, block)
    path.write_text("".join(lines), encoding="utf-8")


def follow(folder: Path, environment: dict[str, str]) -> None:
    """Carry out the page, block by block."""
    for token in MarkdownIt().parse(PAGE.read_text(encoding="utf-8")):
        if token.type != "fence":
            continue
        language, *marks = shlex.split(token.info)
        settings = dict(mark.split("=", 1) for mark in marks if "=" in mark)
        if "file" in settings:
            apply(token.content, folder, settings["file"], settings["mode"], settings.get("match", ""))
        elif "run" in marks:
            assert language == "sh", f"{WRONG}a block of {language} cannot be run"
            done = subprocess.run(
                ["sh", "-ec", token.content], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, (
                f"{WRONG}this ended with {done.returncode}:\n{token.content}{done.stdout}{done.stderr}"
            )


def copy(folder: Path) -> None:
    """The repository as it is now, with few articles, and the environments of this checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        source, target = ROOT / name, folder / name
        left_out = "knowledge" in source.parts and not source.name.startswith(ARTICLES)
        if name and source.is_file() and not left_out:
            target.parent.mkdir(parents=True, exist_ok=True)
            content = source.read_bytes()
            if source.parent.name == "nlu" and source.stem not in LANGUAGES:
                content = content[: content.index(b"- intent:")]
            target.write_bytes(content)
            target.chmod(source.stat().st_mode)
    for name in (".venv", "assistant/.venv"):
        (folder / name).symlink_to(ROOT / name)
    MODELS.mkdir(parents=True, exist_ok=True)
    (folder / "models").symlink_to(MODELS)
    vectors = MODELS / KEPT.name
    if not vectors.is_symlink():
        vectors.unlink(missing_ok=True)
        vectors.symlink_to(KEPT)


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses now, different from each other."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def wait(ready: Callable[[], bool], processes: list[subprocess.Popen[bytes]], log: Path) -> None:
    """Wait until ``ready``; fail with the log when a process ends or time is up."""
    end = time.monotonic() + START_SECONDS
    while not ready():
        ended = [process.args for process in processes if process.poll() is not None]
        if ended or time.monotonic() > end:
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-40:])
            pytest.fail(f"{WRONG}what it adds does not start: {ended or 'not ready in time'}\n{tail}")
        time.sleep(0.2)


def answers(url: str) -> bool:
    """Whether something at ``url`` says 200."""
    try:
        return httpx.get(url, timeout=2, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def engine_urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The assistant and the action server of a copy in which the page was carried out."""
    folder = tmp_path_factory.mktemp("adapt") / "copy"
    copy(folder)
    # `make train` syncs the environments first. They are this checkout's, and a real uv would make them the copy's:
    # a stub takes its place, and should it be passed by, the real one would find another folder.
    stub = folder.parent / "bin" / "uv"
    stub.parent.mkdir()
    stub.write_text("#!/bin/sh\nexit 0\n")
    stub.chmod(0o755)
    assistant_port, actions_port = free_ports(2)
    outside = ("DATABASE_URL", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "RASA_DB")
    environment = {
        **{name: value for name, value in os.environ.items() if name not in outside},
        "PATH": f"{stub.parent}:{os.environ['PATH']}", "PYTHONPATH": str(folder), "RASA_TELEMETRY_ENABLED": "false",
        "UV_PROJECT_ENVIRONMENT": str(folder.parent / "unused"),
        "PROFILE": "unv", "VAR": str(folder / "var"), "RASA_DB": str(folder / "var" / "rasa.db"),
        "ACTIONS_PORT": str(actions_port), "ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
        "ENGINE_TOKEN": TOKEN, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }  # fmt: skip
    follow(folder, environment)
    model = model_path(load_profile(str(folder / "profiles" / "unv")), folder)
    assert model.is_file(), f"{WRONG}after training there is no {model.name} but {list(model.parent.iterdir())}"
    for other in model.parent.glob("*.tar.gz"):
        if other.name != model.name:
            other.unlink()
    commands = (
        [".venv/bin/python", "-m", "actions"],
        ["assistant/.venv/bin/rasa", "run", "--interface", "127.0.0.1", "--port", str(assistant_port), "--model",
         str(model), "--endpoints", "deploy/endpoints.yml", "--credentials", "credentials.yml"],
    )  # fmt: skip
    log = folder.parent / "parts.log"
    processes: list[subprocess.Popen[bytes]] = []
    try:
        with log.open("wb") as out:
            for command in commands:
                executable = str(folder / command[0])
                own = (
                    {k: v for k, v in environment.items() if k != "PYTHONPATH"} if "rasa" in executable else environment
                )
                processes.append(
                    subprocess.Popen([executable, *command[1:]], cwd=folder, env=own, stdout=out, stderr=out)
                )
        urls = f"http://127.0.0.1:{assistant_port}", f"http://127.0.0.1:{actions_port}"
        wait(lambda: answers(f"{urls[0]}/webhooks/desk/") and answers(f"{urls[1]}/health"), processes, log)
        yield urls
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("en", "When are you open?", ("Monday: 08:00", "16:00", "Friday", "Central European")),
        ("zh", "你们几点上班？", ("星期一：08:00至18:00", "星期五：08:00至16:00", "中欧")),
    ],
)
def test_the_new_question_is_answered(
    engine_urls: tuple[str, str], language: str, question: str, said: tuple[str, ...]
) -> None:
    async def ask() -> list[EngineAnswer]:
        engine = Engine(*engine_urls, TOKEN, 30.0)
        try:
            return await engine.ask(f"adapt-{language}", question, language)
        finally:
            await engine.close()

    (answer,) = in_a_thread(ask)
    assert answer.understood["intent"] == "ask_opening_hours", (
        f"{WRONG}{question!r} was understood as {answer.understood}"
    )
    missing = [words for words in said if words not in answer.text]
    assert not missing, f"{WRONG}{missing} not in the answer to {question!r}:\n{answer.text}"

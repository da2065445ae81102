"""The assistant's model: named by a digest of what it is trained from, so that an unchanged input trains nothing."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import frontmatter
from filelock import FileLock

from store.profile import Profile

ROOT = Path(__file__).parent.parent
RASA = ROOT / "assistant" / ".venv" / "bin" / "rasa"
# Everything that the model depends on, besides the profile's languages, its articles' titles and questions, and its
# questions.csv.
INPUTS = (
    "config.yml", "domain.yml", "data/**/*.yml", "assistant/*.py", "assistant/disclosures/*.csv", "assistant/uv.lock",
    "store/encoder.py",
)  # fmt: skip
LAST_LINES = 20
# How many models are kept: the one in use, those of other profiles, and the ones to go back to.
KEPT = 4


class TrainingError(RuntimeError):
    """Rasa could not train; the text holds what it printed last and where the rest is."""


def fingerprint(profile: Profile, root: Path = ROOT) -> str:
    """A digest of the names and contents of all inputs."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in INPUTS for path in root.glob(pattern)}):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update(repr(profile.languages).encode())
    for path in sorted(profile.folder.glob("knowledge/*/*.md")):
        article = frontmatter.load(str(path))
        digest.update(repr((article.get("title"), article.get("questions"))).encode())
    others = profile.folder / "data" / "questions.csv"
    if others.is_file():
        digest.update(hashlib.sha256(others.read_bytes()).digest())
    return digest.hexdigest()[:16]


def model_path(profile: Profile, root: Path = ROOT) -> Path:
    """Where the model of the present inputs is, or will be."""
    return root / "models" / f"{fingerprint(profile, root)}.tar.gz"


def rasa_environment(**extra: str) -> dict[str, str]:
    """The environment of every Rasa command: no calls home, no Python of the desk's environment."""
    kept = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")}
    # numpy's threads gain nothing on short sentences and take the cores from everybody else.
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}
    # What has not changed is not trained at all; Rasa's cache of every step would only be written.
    return {**kept, **threads, **quiet, "RASA_MAX_CACHE_SIZE": "0", **extra}


def train(profile: Profile, log: Path, root: Path = ROOT) -> tuple[Path, bool]:
    """The model of the present inputs, and whether it had to be trained. Only one process trains at a time.

    Raises ``TrainingError``.
    """
    path = model_path(profile, root)
    if path.exists():
        return path, False
    path.parent.mkdir(exist_ok=True)
    with FileLock(path.parent / "training.lock"):
        if path.exists():
            return path, False
        log.parent.mkdir(parents=True, exist_ok=True)
        # Trained under another name first: a model that is there is a whole one.
        unfinished = f"unfinished-{path.name.removesuffix('.tar.gz')}"
        # Validation takes 20 s and belongs to `make test`; without force Rasa first looks what its cache may hold.
        command = [str(RASA), "train", "--skip-validation", "--force", "--fixed-model-name", unfinished]
        command += ["--out", str(path.parent)]
        environment = rasa_environment(PROFILE=profile.name)
        with log.open("wb") as out, _encoding(profile, root, out):
            done = subprocess.run(  # noqa: S603 - our own command
                command, cwd=root, env=environment, stdout=out, stderr=out, check=False
            )
        trained = path.parent / f"{unfinished}.tar.gz"
        if done.returncode or not trained.exists():
            last = "\n".join(log.read_text(errors="replace").splitlines()[-LAST_LINES:])
            raise TrainingError(f"rasa train ended with {done.returncode}; the last lines of {log}:\n{last}")
        trained.rename(path)
        _remove_old(path.parent)
        return path, True


@contextmanager
def _encoding(profile: Profile, root: Path, out: IO[bytes]) -> Iterator[None]:
    """Meanwhile, compute the example questions' vectors in another process: most of a first training's time."""
    command = [sys.executable, "-m", "store.example_vectors"]
    environment = {**os.environ, "PROFILE": profile.name, "PYTHONPATH": str(root)}
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=root, env=environment, stdout=out, stderr=out
    )
    try:
        yield
    finally:
        process.terminate()  # the training needs them all: it has none left to compute
        process.wait()


def _remove_old(folder: Path) -> None:
    """Remove all models but the newest ``KEPT``."""
    for path in sorted(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        path.unlink()

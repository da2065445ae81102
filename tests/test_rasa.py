"""The assistant is a Rasa project that works by itself: `rasa data validate`, `rasa test`, training when needed.

Both commands take a minute of processor time. Like the model they are made once for an input: a stamp in var/test,
named by a digest of all that they read, says that they have passed.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.model import RASA, ROOT, fingerprint, rasa_environment, train
from store.profile import load_profile

PROFILE = load_profile("unv")
STORIES = ROOT / "tests" / "test_stories.yml"
STAMPS = ROOT / "var" / "test" / "passed"


def rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Rasa command in the repository."""
    return subprocess.run(
        [str(RASA), *arguments],
        cwd=ROOT,
        env=rasa_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )


@contextmanager
def once(check: str, *read: Path) -> Iterator[bool]:
    """Whether ``check`` is still to be made for the model's inputs and the files ``read``; stamped if it passes."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in read:
        digest.update(path.read_bytes())
    stamp = STAMPS / f"{check}-{fingerprint(PROFILE)}-{digest.hexdigest()[:16]}"
    yield not stamp.exists()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.touch()


def test_training_data_is_valid_without_warnings() -> None:
    """No example has two intents, no intent lacks a rule, nothing is unused."""
    with once("validated") as wanted:
        if wanted:
            done = rasa("data", "validate", "--fail-on-warnings")
            assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_stories_lead_to_their_actions(tmp_path: Path) -> None:
    """`rasa test` on tests/test_stories.yml with the present model; an unchanged input trains nothing."""
    model, _ = train(PROFILE, tmp_path / "training.log")
    assert model.name.startswith(fingerprint(PROFILE))
    again, trained = train(PROFILE, tmp_path / "again.log")
    assert (again, trained) == (model, False)
    assert not (tmp_path / "again.log").exists()
    with once("stories", STORIES) as wanted:
        if wanted:
            done = rasa(
                "test", "core", "--model", str(model), "--stories", str(STORIES), "--out", str(tmp_path),
                "--fail-on-prediction-errors", "--no-plot",
            )  # fmt: skip
            assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]

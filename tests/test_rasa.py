"""The assistant is a Rasa project that works by itself: `rasa data validate`, `rasa test`, training when needed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from desk.model import RASA, ROOT, fingerprint, rasa_environment, train
from store.profile import load_profile

PROFILE = load_profile("unv")


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


def test_training_data_is_valid_without_warnings() -> None:
    """No example has two intents, no intent lacks a rule, nothing is unused."""
    done = rasa("data", "validate", "--fail-on-warnings")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_stories_lead_to_their_actions(tmp_path: Path) -> None:
    """`rasa test` on tests/test_stories.yml with the present model; an unchanged input trains nothing."""
    model, _ = train(PROFILE, tmp_path / "training.log")
    assert model.name.startswith(fingerprint(PROFILE))
    again, trained = train(PROFILE, tmp_path / "again.log")
    assert (again, trained) == (model, False)
    assert not (tmp_path / "again.log").exists()
    done = rasa(
        "test", "core", "--model", str(model), "--stories", "tests", "--out", str(tmp_path),
        "--fail-on-prediction-errors", "--no-plot",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]

"""How much of what people ask is answered rightly; the whole measurement is ``make evaluate``."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter

import pytest
from service import ROOT, Service

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
# Every so manyth question is asked here; of these at least so many must be right, and at most so many wrong (shares),
# and so many disclosures recognised, most of which are as near to questions about rules as can be. An odd number: the
# pairs alternate.
EVERY = 11
RIGHT, WRONG, RECOGNISED = 0.72, 0.25, 0.8


@pytest.fixture(scope="module")
def results(running: Service) -> list[dict[str, str]]:
    """What came of the questions: language, kind, text, expect, outcome."""
    command = [sys.executable, "-m", "bench.evaluate", "--every", str(EVERY)]
    done = subprocess.run(
        command, cwd=ROOT, env=running.environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    with (running.var / "evaluation" / "results.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_are_answered_rightly(results: list[dict[str, str]], language: str) -> None:
    """In every language; what is not known may be offered or said to be unknown, but rarely be answered wrongly."""
    counts = Counter(row["outcome"] for row in results if row["language"] == language)
    assert counts["right"] / counts.total() >= RIGHT, counts
    assert counts["wrong"] / counts.total() <= WRONG, counts


def test_sensitive_matters_are_recognised(results: list[dict[str, str]]) -> None:
    """They go to staff with priority."""
    told = [row for row in results if row["kind"] == "sensitive"]
    missed = [row["text"] for row in told if row["outcome"] != "right"]
    assert len(told) > 15
    assert len(missed) <= (1 - RECOGNISED) * len(told), missed

"""How much of what people ask is answered rightly; the whole measurement is ``make evaluate``."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from service import ROOT, Service

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
DATA = ROOT / "tests" / "data"
# Two sets of everyday questions. Every so manyth is asked here; of these at least so many must be right, and at most so
# many wrong (shares).
EVERYDAY, EVERY = (DATA / "questions", DATA / "more_questions"), 4
RIGHT, WRONG = 0.80, 0.18
# Harder ones: a third set by other writers, figures, and pairs of a question about rules and a disclosure in nearly the
# same words. An odd step: the pairs alternate.
HARDER, EVERY_HARDER = (DATA / "third_questions", DATA / "pairs", DATA / "figures"), 11
RIGHT_HARDER, WRONG_HARDER, RECOGNISED = 0.65, 0.3, 0.8

type Results = list[dict[str, str]]


def ask(running: Service, folders: Sequence[Path], every: int) -> Results:
    """What came of the questions: language, kind, text, expect, outcome."""
    command = [sys.executable, "-m", "bench.evaluate", "--every", str(every), "--questions", *map(str, folders)]
    done = subprocess.run(
        command, cwd=ROOT, env=running.environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    with (running.var / "evaluation" / "results.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def everyday(running: Service) -> Results:
    """Questions as most people ask them."""
    return ask(running, EVERYDAY, EVERY)


@pytest.fixture(scope="module")
def harder(running: Service) -> Results:
    """The other sets."""
    return ask(running, HARDER, EVERY_HARDER)


def counted(results: Results, language: str) -> Counter[str]:
    """How often each outcome came in a language."""
    return Counter(row["outcome"] for row in results if row["language"] == language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_are_answered_rightly(everyday: Results, language: str) -> None:
    """In every language; what is not known may be offered or said to be unknown, but rarely be answered wrongly."""
    counts = counted(everyday, language)
    assert counts["right"] / counts.total() >= RIGHT, counts
    assert counts["wrong"] / counts.total() <= WRONG, counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_harder_questions_are_answered_rightly(harder: Results, language: str) -> None:
    """The floor that holds what is reached; the aim is far above it."""
    counts = counted(harder, language)
    assert counts["right"] / counts.total() >= RIGHT_HARDER, counts
    assert counts["wrong"] / counts.total() <= WRONG_HARDER, counts


def test_every_sensitive_matter_is_recognised(everyday: Results) -> None:
    """Each goes to staff with priority."""
    missed = [row for row in everyday if row["kind"] == "sensitive" and row["outcome"] != "right"]
    assert missed == []


def test_most_disclosures_are_told_from_questions_about_rules(harder: Results) -> None:
    """Where the two share nearly all words."""
    told = [row for row in harder if row["kind"] == "sensitive"]
    missed = [row["text"] for row in told if row["outcome"] != "right"]
    assert len(told) > 15
    assert len(missed) <= (1 - RECOGNISED) * len(told), missed

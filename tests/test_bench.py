"""The benchmarks' own logic; nothing is trained and no service is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench import understanding
from bench.confusion import draw, matrix
from bench.day_record import Said, Visit, judge, percentile
from bench.evaluate import CHOICE, answered_as
from bench.understanding import OURS, OUT_OF_SCOPE, RASAS, BenchmarkError, DataSet, Result
from desk.engine import EngineAnswer
from desk.model import RASA

ROOT = Path(__file__).parent.parent
EXPECTED = ["card", "card", "loan", "loan", OUT_OF_SCOPE, OUT_OF_SCOPE]
GOT = ["card", "card", "nlu_fallback", "loan", OUT_OF_SCOPE, "card"]


def result(**changes: object) -> Result:
    values = {
        "benchmark": "CLINC150", "each": None, "pipeline": OURS, "accuracy": 95.04, "recall": 61.0, "precision": 90.5,
        "p50": 5.0, "p95": 8.0, "training_seconds": 61.0, "megabytes": 9.1, "cores": 1,
    }  # fmt: skip
    return Result(**{**values, **changes})  # type: ignore[arg-type]


def write_sets(folder: Path) -> None:
    for part in ("train", "test"):
        (folder / f"banking77_{part}.csv").write_text('text,category\n"My card, please?",card\n', encoding="utf-8")
    parts = {"train": [["pay", "loan"]], "oos_train": [["sing", "oos"]], "test": [["owe", "loan"]], "oos_test": []}
    (folder / "clinc150_full.json").write_text(json.dumps(parts), encoding="utf-8")


def test_accuracy_counts_questions_in_scope_and_a_fallback_as_an_error() -> None:
    assert understanding.accuracy(EXPECTED, GOT) == 75


def test_out_of_scope_is_the_intent_or_the_fallback() -> None:
    assert understanding.out_of_scope(EXPECTED, GOT) == (50, 50)


def test_a_set_without_questions_out_of_scope_has_no_recall() -> None:
    assert understanding.out_of_scope(["card"], ["nlu_fallback"]) == (None, None)


def test_nothing_taken_for_out_of_scope_has_no_precision() -> None:
    assert understanding.out_of_scope([OUT_OF_SCOPE], ["card"]) == (0, None)


def test_sets_are_read_and_questions_beyond_the_subject_have_our_intent(tmp_path: Path) -> None:
    write_sets(tmp_path)
    banking, clinc = understanding.load(tmp_path)
    assert banking.train == [("My card, please?", "card")]
    assert clinc.train == [("pay", "loan"), ("sing", OUT_OF_SCOPE)]
    assert clinc.test == [("owe", "loan")]


def test_few_keeps_the_first_examples_of_each_intent_and_all_questions() -> None:
    data = DataSet("X", [("a", "card"), ("b", "card"), ("c", "loan"), ("d", "card")], [("e", "card")])
    assert data.few(2).train == [("a", "card"), ("b", "card"), ("c", "loan")]
    assert data.few(2).test == data.test


def test_the_project_has_our_configuration_byte_for_byte_and_only_the_examples(tmp_path: Path) -> None:
    understanding.write_project(tmp_path, OURS, [("pay [the] card:\n now", "card"), ("sing", OUT_OF_SCOPE)])
    assert (tmp_path / "config.yml").read_bytes() == (ROOT / "config.yml").read_bytes()
    nlu = yaml.safe_load((tmp_path / "nlu.yml").read_text(encoding="utf-8"))["nlu"]
    assert nlu[0] == {"intent": "card", "examples": "- pay (the) card: now\n"}
    assert not list((tmp_path / "profile").iterdir())


def test_what_rasa_proposes_leaves_the_pipeline_to_rasa(tmp_path: Path) -> None:
    understanding.write_project(tmp_path, RASAS, [("pay", "card")])
    assert yaml.safe_load((tmp_path / "config.yml").read_text(encoding="utf-8"))["pipeline"] is None


def test_a_kept_result_is_not_measured_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    monkeypatch.setattr(understanding, "measure", lambda *given: runs.append(given) or result())
    data = DataSet("CLINC150", [], [])
    for _ in range(2):
        assert understanding.measured(data, OURS, tmp_path, 60, again=False) == result()
    assert len(runs) == 1
    understanding.measured(data, OURS, tmp_path, 60, again=True)
    assert len(runs) == 2


def test_a_training_that_takes_too_long_is_told_in_the_table(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="the training had not ended"):
        understanding.run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, "the training", 0.5)
    assert "not measured: too long" in understanding.table("CLINC150", [(RASAS, "too long")])


def test_the_table_shows_what_was_measured_beside_what_was_published() -> None:
    ours, published = (
        next(line for line in understanding.table("CLINC150", [(OURS, result())]).splitlines() if start in line)
        for start in (OURS, "BERT with a threshold")
    )
    assert ours.split()[1:4] == ["95.0", "61.0", "90.5"]
    assert published.split()[-2:] == ["96.2", "52.3"]


def test_without_the_data_it_says_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    environment = {**os.environ, "BENCHMARKS": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bench.understanding"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert str(tmp_path / "banking77_train.csv") in done.stderr
    assert "make bench-understanding BENCHMARKS=FOLDER" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("understood", "do", "expected"),
    [
        ({"intent": "ask_article", "article": "x"}, [], "article"),
        ({"intent": "ask_article", "article": "x", "answered": False}, [], "unknown"),
        ({"intent": "ask_article", "offered": ["x", "y"]}, [], CHOICE),
        ({"intent": "search_assignments"}, [], "search"),
        ({"intent": "greet"}, [], "smalltalk"),
        ({"intent": "out_of_scope", "answered": False}, [], "out_of_scope"),
        ({"intent": "ask_human"}, [{"kind": "hand_over", "reason": "asked"}], "human"),
        ({"intent": "report_sensitive"}, [{"kind": "hand_over", "reason": "sensitive"}], "sensitive"),
    ],
)
def test_the_kind_of_an_answer(understood: dict[str, object], do: list[dict[str, str]], expected: str) -> None:
    assert answered_as(EngineAnswer.model_validate({"text": "x", "understood": understood, "do": do})) == expected


def test_the_matrix_has_what_was_expected_in_rows() -> None:
    pairs = [("article", "article"), ("article", "search"), ("search", "search"), ("article", "search")]
    assert matrix(pairs, ["article", "search"], ["article", "search", CHOICE]) == [[1, 2, 0], [0, 1, 0]]


def test_the_picture_is_written(tmp_path: Path) -> None:
    draw({"all": [("a", "a")], "en": []}, ["a", "b"], ["a", "b", CHOICE], tmp_path / "new" / "confusion.png")
    assert (tmp_path / "new" / "confusion.png").read_bytes().startswith(b"\x89PNG")


def test_ngrams_of_one_message_weigh_what_they_weigh_in_training() -> None:
    code = """
from assistant.ngrams import Ngrams
texts = ["Where is my card, my card?", "Où est ma carte", "我的卡在哪里", "card", ""]
for kind, sizes in (("char_wb", (2, 4)), ("word", (1, 2))):
    ngrams = Ngrams(kind, sizes)
    rows = ngrams.fit(texts)
    again = Ngrams(kind, sizes).restore(ngrams.kept())
    for row, text in zip(rows, texts):
        columns, weights = again.of(text)
        found, expected = dict(zip(columns, weights)), dict(zip(row.indices, row.data))
        assert found.keys() == expected.keys(), (text, found, expected)
        assert all(abs(found[column] - expected[column]) < 1e-5 for column in expected), (text, found, expected)
    assert len(again.of("никогда")[0]) == 0
"""
    python = RASA.parent / "python"
    done = subprocess.run([python, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def visited(**changes: object) -> Visit:
    """A visit in which everything is right, but for ``changes``."""
    said = [Said("visitor", "Hello V07n1"), Said("assistant", "Yes?"), Said("staff", "Here S07n1")]
    values = {
        "key": "07", "language": "en", "scene": "talk", "in_browser": False, "written": ["Hello V07n1"],
        "answers": ["Here S07n1"], "screen": said, "seen_by_staff": ["V07n1"],
    }  # fmt: skip
    return Visit(**{**values, **changes})  # type: ignore[arg-type]


HELLO, HERE = Said("visitor", "Hello V07n1"), Said("staff", "Here S07n1")


@pytest.mark.parametrize(
    ("changes", "stored", "others", "wrong"),
    [
        ({}, [HELLO, HERE], ["V08n1"], ""),
        ({}, [HERE], [], "the store, by visitor: lost 'Hello V07n1'"),
        ({}, [HELLO, HERE, HERE], [], "the store, by staff: doubled 'Here S07n1'"),
        ({}, [HELLO, HERE, Said("staff", "Who?")], [], "the store, by staff: unknown 'Who?'"),
        ({}, [HELLO, HERE], ["said elsewhere V07n1"], "V07n1 stands in another conversation"),
        ({"screen": [HELLO]}, [HELLO, HERE], [], "the visitor's screen, by staff: lost 'S07n1'"),
        ({"screen": [HELLO, HERE, HERE]}, [HELLO, HERE], [], "the visitor's screen, by staff: doubled 'S07n1'"),
        ({"screen": [HERE, HELLO]}, [HELLO, HERE], [], "the visitor's screen: order is"),
        ({"seen_by_staff": ["S07n1", "V07n1"]}, [HELLO, HERE], [], "staff's screen: ['S07n1', 'V07n1']"),
        ({"seen_by_staff": []}, [HELLO, HERE], [], "staff's screen: nothing was read from it"),
        ({"written": ["a V07n1", "b V07n2"]}, [Said("visitor", "b V07n2"), Said("visitor", "a V07n1")], [], "order is"),
    ],
)
def test_a_working_day_is_judged(
    changes: dict[str, object], stored: list[Said], others: list[str], wrong: str
) -> None:  # fmt: skip
    """Whatever is lost, doubled, out of order or in a foreign conversation, in the store or on a screen, is named."""
    found = judge(visited(**changes), stored, others)
    assert (any(wrong in each for each in found)) if wrong else found == []


def test_the_percentiles_of_a_working_day() -> None:
    """The value that at least so many of a hundred do not exceed."""
    assert (percentile([3, 1, 2], 50), percentile(list(range(1, 101)), 95), percentile([7], 95)) == (2, 95, 7)

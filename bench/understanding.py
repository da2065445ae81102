"""Measures how well the pipeline understands, on public data sets, beside published figures and Rasa's own proposal.

``make bench-understanding``. The pipeline is `config.yml`, byte for byte, trained by ``rasa train nlu`` on a data set
instead of this project's examples, and asked through Rasa's agent (`bench.parse`). Beside it: what Rasa writes into an
empty pipeline, as after ``rasa init``. That takes hours to train on all examples (``--full``), so both are compared on
ten examples of each intent as well. Results are kept in ``VAR/bench`` until what they were measured with changes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from desk.model import RASA, ROOT, rasa_environment
from desk.settings import Settings

DATA = ROOT.parent / "shared" / "benchmarks"
# The name that questions beyond an assistant's subject have in this project, and what Rasa's fallback calls them.
OUT_OF_SCOPE, FALLBACK = "out_of_scope", "nlu_fallback"
OURS, RASAS = "config.yml", "rasa init"
FEW = 10
# Rasa fills in the pipeline that it proposes.
RASA_INIT = "recipe: default.v1\nassistant_id: benchmark\nlanguage: en\npipeline:\npolicies:\n"
PUBLISHED = {
    "BANKING77": (
        ("bge-small and a linear support vector machine", 93.1, None),
        ("USE + ConveRT", 93.4, None),
        ("BERT-base, fine-tuned", 93.7, None),
    ),
    "CLINC150": (
        ("BERT, out-of-scope as a class", 96.9, 40.3),
        ("BERT with a threshold", 96.2, 52.3),
        ("Rasa, 2019", 91.5, 45.3),
    ),
}
Examples = list[tuple[str, str]]


class BenchmarkError(RuntimeError):
    """The benchmark cannot be run; the text says why and what to do."""


@dataclass(frozen=True)
class DataSet:
    """Texts with their intents, as published; those beyond the subject have the intent ``out_of_scope``."""

    name: str
    train: Examples
    test: Examples
    each: int | None = None

    def few(self, each: int) -> DataSet:
        """The same questions after only the first ``each`` examples of each intent."""
        seen: Counter[str] = Counter()
        train = []
        for text, intent in self.train:
            seen[intent] += 1
            if seen[intent] <= each:
                train.append((text, intent))
        return DataSet(self.name, train, self.test, each)


@dataclass(frozen=True)
class Result:
    """What was measured. Shares in percent, ``None`` where a set has no such questions; ``p50`` and ``p95`` in ms."""

    benchmark: str
    each: int | None
    pipeline: str
    accuracy: float
    recall: float | None
    precision: float | None
    p50: float
    p95: float
    training_seconds: float
    megabytes: float
    cores: int


def banking77(folder: Path) -> DataSet:
    """BANKING77: 77 intents of a bank's customers, nothing out of scope."""
    parts = []
    for part in ("train", "test"):
        with (folder / f"banking77_{part}.csv").open(encoding="utf-8", newline="") as file:
            parts.append([(row["text"], row["category"]) for row in csv.DictReader(file)])
    return DataSet("BANKING77", *parts)


def clinc150(folder: Path) -> DataSet:
    """CLINC150, 'full': 150 intents with 100 examples each, out of scope 100 examples and 1,000 questions.

    The validation part is not trained on, as in the published figures.
    """
    parts = json.loads((folder / "clinc150_full.json").read_text(encoding="utf-8"))

    def examples(name: str) -> Examples:
        inside = [(text, intent) for text, intent in parts[name]]
        return inside + [(text, OUT_OF_SCOPE) for text, _ in parts[f"oos_{name}"]]

    return DataSet("CLINC150", examples("train"), examples("test"))


def load(folder: Path) -> list[DataSet]:
    """Both sets. Raises ``BenchmarkError`` where a file is missing."""
    try:
        return [banking77(folder), clinc150(folder)]
    except FileNotFoundError as error:
        raise BenchmarkError(
            f"{error.filename} is missing. Put banking77_train.csv and banking77_test.csv "
            "(github.com/PolyAI-LDN/task-specific-datasets) and clinc150_full.json (github.com/clinc/oos-eval, "
            "data_full.json) into one folder and name it: make bench-understanding BENCHMARKS=FOLDER"
        ) from None


def accuracy(expected: Sequence[str], got: Sequence[str]) -> float:
    """Percent of the questions in scope whose intent was found. A fallback is an error here."""
    inside = [wanted == found for wanted, found in zip(expected, got, strict=True) if wanted != OUT_OF_SCOPE]
    return 100 * sum(inside) / len(inside)


def out_of_scope(expected: Sequence[str], got: Sequence[str]) -> tuple[float | None, float | None]:
    """Recall and precision, percent, of taking a question for out of scope: by that intent or by the fallback.

    ``None`` where there are no such questions, or none was taken for one.
    """
    taken = [found in (OUT_OF_SCOPE, FALLBACK) for found in got]
    real = [wanted == OUT_OF_SCOPE for wanted in expected]
    both = sum(a and b for a, b in zip(taken, real, strict=True))
    if not any(real):
        return None, None
    return 100 * both / sum(real), 100 * both / sum(taken) if any(taken) else None


def config(pipeline: str) -> str:
    """The configuration of a pipeline."""
    return (ROOT / "config.yml").read_text(encoding="utf-8") if pipeline == OURS else RASA_INIT


def digest(pipeline: str) -> str:
    """Changes with whatever a result depends on."""
    parts = [config(pipeline)]
    if pipeline == OURS:
        parts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "assistant").glob("*.py"))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def write_project(folder: Path, pipeline: str, train: Examples) -> None:
    """A Rasa project with nothing but the examples; its profile is empty, so that none of ours are added to them."""
    intents = sorted({intent for _, intent in train})
    examples = {intent: [text for text, its in train if its == intent] for intent in intents}
    nlu = [{"intent": intent, "examples": "".join(f"- {_plain(t)}\n" for t in examples[intent])} for intent in intents]
    (folder / "profile").mkdir()
    (folder / "config.yml").write_text(config(pipeline), encoding="utf-8")
    (folder / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), "utf-8")
    (folder / "domain.yml").write_text(yaml.safe_dump({"version": "3.1", "intents": intents}), "utf-8")


def _plain(text: str) -> str:
    """On one line, without the brackets in which Rasa marks entities."""
    return " ".join(text.translate(str.maketrans("[]{}", "()()")).split())


def run(command: list[str | Path], folder: Path, what: str, limit: float) -> float:
    """Seconds that a command of Rasa's environment took. Raises ``BenchmarkError``."""
    log = folder / "log.txt"
    start = time.perf_counter()
    with log.open("wb") as out:
        try:
            done = subprocess.run(  # noqa: S603 - our own command
                command,
                cwd=folder,
                env=rasa_environment(PROFILE=f"{folder}/profile", PYTHONPATH=str(ROOT)),
                stdout=out,
                stderr=out,
                check=False,
                timeout=limit,
            )
        except subprocess.TimeoutExpired:
            raise BenchmarkError(f"{what} had not ended after {limit / 60:.0f} minutes") from None
    if done.returncode:
        raise BenchmarkError(f"{what} ended with {done.returncode}:\n{log.read_text(errors='replace')[-2000:]}")
    return time.perf_counter() - start


def measure(data: DataSet, pipeline: str, limit: float) -> Result:
    """Train and ask. Raises ``BenchmarkError``, also when training takes longer than ``limit`` seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, pipeline, data.train)
        train = [RASA, "train", "nlu", "--nlu", "nlu.yml", "--domain", "domain.yml", "--fixed-model-name", "model"]
        seconds = run(train, folder, f"training of {pipeline} on {data.name}", limit)
        (folder / "texts.json").write_text(json.dumps([text for text, _ in data.test]), encoding="utf-8")
        model = folder / "models" / "model.tar.gz"
        parse: list[str | Path] = [RASA.parent / "python", "-m", "bench.parse", model, "texts.json", "results.json"]
        run(parse, folder, f"asking {pipeline} on {data.name}", 3600)
        results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
        megabytes = model.stat().st_size / 1e6
    expected, got = [intent for _, intent in data.test], [result["intent"] for result in results]
    recall, precision = out_of_scope(expected, got)
    hundredths = statistics.quantiles((result["ms"] for result in results), n=100)
    return Result(
        data.name,
        data.each,
        pipeline,
        accuracy(expected, got),
        recall,
        precision,
        hundredths[49],
        hundredths[94],
        seconds,
        megabytes,
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
    )


def measured(data: DataSet, pipeline: str, folder: Path, limit: float, again: bool) -> Result | str:
    """The kept result if there is one, else a new one; a text that says why there is none."""
    kept = folder / f"{data.name}-{data.each or 'all'}-{pipeline.replace(' ', '-')}-{digest(pipeline)}.json"
    if kept.exists() and not again:
        return Result(**json.loads(kept.read_text(encoding="utf-8")))
    print(f"training {pipeline} on {data.name}", file=sys.stderr, flush=True)
    try:
        result = measure(data, pipeline, limit)
    except BenchmarkError as error:
        return str(error)
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(asdict(result), indent=1) + "\n", encoding="utf-8")
    return result


HEADER = f"{'':48}{'in scope':>9}{'oos recall':>11}{'precision':>10}{'p50 ms':>8}{'p95 ms':>8}{'train s':>9}{'MB':>6}"


def table(name: str, results: Sequence[tuple[str, Result | str]]) -> str:
    """What was measured on a set, each with its label, above what others published."""
    lines = [name, HEADER]
    for label, result in results:
        if isinstance(result, str):
            lines.append(f"  {label:46}not measured: {result}")
            continue
        times = f"{result.p50:8.1f}{result.p95:8.1f}{result.training_seconds:9.0f}{result.megabytes:6.1f}"
        shares = f"{result.accuracy:9.1f}{_share(result.recall):>11}{_share(result.precision):>10}"
        lines.append(f"  {label:46}{shares}{times}  on {result.cores} core(s)")
    for label, inside, recall in PUBLISHED[name]:
        lines.append(f"  {label + ' (published)':46}{inside:9.1f}{_share(recall):>11}")
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def runs(data: DataSet, full: bool) -> list[tuple[str, DataSet, str]]:
    """What is measured on a set: label, examples, pipeline."""
    few = data.few(FEW)
    chosen = [(OURS, data, OURS)]
    if full:
        chosen.append((RASAS, data, RASAS))
    return chosen + [(f"{pipeline}, {FEW} examples an intent", few, pipeline) for pipeline in (OURS, RASAS)]


def main() -> None:
    """Print a table for each data set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("BENCHMARKS") or DATA), help="the sets' folder"
    )
    parser.add_argument(
        "--full", action="store_true", help="train what `rasa init` proposes on all examples too: hours"
    )
    parser.add_argument("--minutes", type=float, default=25, help="what one training may take")
    parser.add_argument("--again", action="store_true", help="measure anew, whatever is kept")
    chosen = parser.parse_args()
    folder = Settings().var / "bench"
    try:
        for data in load(chosen.data):
            results = [
                (label, measured(examples, pipeline, folder, 60 * chosen.minutes, chosen.again))
                for label, examples, pipeline in runs(data, chosen.full)
            ]
            print(table(data.name, results), flush=True)
    except BenchmarkError as error:
        raise SystemExit(f"bench-understanding: {error}") from None


if __name__ == "__main__":
    main()

"""Asks the running assistant the test questions and tells, per language and kind, how many it got right.

``make evaluate`` while ``make run`` is running. The questions (tests/data/questions) are never used for training.
Right means: an article question is answered by an accepted article; a figure stands in the answer; a search has the
wishes; a disclosure or a wish for a person is handed over; what is outside or unknown is not answered by an article.
Offering the right article among a choice counts as `offered`, not as right. What was answered instead is drawn as a
confusion matrix.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import uuid
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from bench.confusion import draw
from bench.outcomes import KINDS, Judge
from desk.conversations import plain
from desk.engine import Engine, EngineAnswer, EngineError
from desk.settings import Settings
from texts.folding import simplified
from texts.language import SUPPORTED, language_of

DATA = Path(__file__).parent.parent / "tests" / "data"
# Three sets of everyday questions, one of pairs of a question and a disclosure, two of questions about figures, each by
# another writer. The last was written together with the rules for figures.
QUESTIONS = [
    DATA / name for name in ("questions", "more_questions", "third_questions", "pairs", "figures", "more_figures")
]
# What an answer can be besides: a choice between subjects, or none at all.
CHOICE, FAILED = "choice", "failed"
KIND_OF_INTENT = {
    "ask_article": "article",
    "ask_statistic": "statistic",
    "ask_indicator": "indicator",
    "ask_modality": "modality",
    "ask_eligibility": "modality",
    "search_assignments": "search",
    "more_results": "search",
    "ask_details": "search",
    "out_of_scope": "out_of_scope",
}


@dataclass(frozen=True)
class Result:
    """What came of one question: right, offered, silent (not known) or wrong; ``answered`` is the kind of answer."""

    language: str
    kind: str
    text: str
    expect: str
    outcome: str
    answered: str
    got: str


def answered_as(answer: EngineAnswer) -> str:  # noqa: PLR0911 - one for each kind
    """The kind of question that an answer is for; an article on what is not known says that it is ``unknown``."""
    understood = answer.understood
    for deed in answer.do:
        if deed.kind == "hand_over":
            return "sensitive" if deed.reason == "sensitive" else "human"
    if understood.get("other"):
        return "other_language"
    if understood.get("offered"):
        return CHOICE
    if understood.get("intent") == "out_of_scope":
        return "out_of_scope"
    if understood.get("answered") is False:
        return "unknown"
    if "article" in understood:
        return "article"
    return KIND_OF_INTENT.get(str(understood.get("intent")), "smalltalk")


async def ask(engine: Engine, judge: Judge, language: str, row: dict[str, str]) -> Result:
    """Ask one question in a conversation of its own; of several, joined by |||, the last one is judged."""
    text, expect = plain(row["text"]), row.get("expect", "")
    conversation = f"evaluation-{uuid.uuid4()}"
    try:
        for part in text.split("|||"):
            said = language_of(part, language)
            answers = await engine.ask(conversation, simplified(part.strip()) if said == "zh" else part.strip(), said)
    except EngineError as error:
        return Result(language, row["kind"], text, expect, "wrong", FAILED, str(error))
    answer = answers[0]
    got = {k: v for k, v in answer.understood.items() if k not in ("answered", "version", "rows")}
    outcome = judge.outcome(row["kind"], expect, answer, language)
    # What is right is of its kind, also where another kind of answer is as good.
    answered = row["kind"] if outcome == "right" else answered_as(answer)
    return Result(language, row["kind"], text, expect, outcome, answered, str(got))


async def evaluate(languages: list[str], folders: list[Path], every: int = 1) -> list[Result]:
    """The results of every ``every``-th question, in the order of the files LANGUAGE.csv of each folder."""
    settings = Settings()
    engine = Engine(settings.assistant_url, settings.actions_url, settings.token(), 30)
    judge = Judge.of(settings)
    results = []
    for path in (folder / f"{language}.csv" for folder in folders for language in languages):
        with path.open(encoding="utf-8", newline="") as file:
            for row in list(csv.DictReader(file))[::every]:
                results.append(await ask(engine, judge, path.stem, row))
    await engine.close()
    return results


def table(results: list[Result]) -> str:
    """Right answers per kind and language, in percent."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result in results:
        counts[result.kind, result.language][result.outcome] += 1
        counts["all", result.language][result.outcome] += 1
    languages = [language for language in SUPPORTED if ("all", language) in counts]
    lines = ["kind          " + "".join(f"{language:>7}" for language in languages)]
    asked = {result.kind for result in results}
    for kind in (*(kind for kind in KINDS if kind in asked), "all"):
        cells = [counts[kind, language] for language in languages]
        lines.append(f"{kind:14}" + "".join(f"{100 * c['right'] / max(1, c.total()):6.0f}%" for c in cells))
    for outcome in ("offered", "silent", "wrong"):
        cells = [counts["all", language] for language in languages]
        lines.append(f"  {outcome:12}" + "".join(f"{100 * c[outcome] / max(1, c.total()):6.1f}%" for c in cells))
    return "\n".join(lines)


def main() -> None:
    """Print the table, and with ``--wrong`` every question that was not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", nargs="*", default=list(SUPPORTED))
    parser.add_argument("--questions", nargs="*", type=Path, default=QUESTIONS, help="folders of LANGUAGE.csv files")
    parser.add_argument("--every", type=int, default=1, help="ask only every so manyth question")
    parser.add_argument("--wrong", action="store_true", help="list every question that was not right")
    chosen = parser.parse_args()
    results = asyncio.run(evaluate(chosen.languages, chosen.questions, chosen.every))
    if chosen.wrong:
        for r in results:
            if r.outcome != "right":
                print(f"{r.outcome:8}{r.language} {r.kind:12} {r.text!r} expected {r.expect!r} got {r.got}")
    print(table(results))
    print(f"written to {write(results, Settings().var / 'evaluation')}")


def write(results: list[Result], folder: Path) -> Path:
    """Keep the table, every result and the confusion matrix in ``folder``; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "table.txt").write_text(table(results) + "\n", encoding="utf-8")
    with (folder / "results.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Result)])
        writer.writeheader()
        writer.writerows(asdict(result) for result in results)
    languages = [language for language in SUPPORTED if any(result.language == language for result in results)]
    panels = {"all languages": results}
    panels |= {language: [result for result in results if result.language == language] for language in languages}
    pairs = {title: [(result.kind, result.answered) for result in some] for title, some in panels.items()}
    draw(pairs, KINDS, (*KINDS, CHOICE, FAILED), folder / "confusion.png")
    return folder


if __name__ == "__main__":
    main()

"""Asks the running assistant the test questions and tells, per language and kind, how many it got right.

``make evaluate`` while ``make run`` is running. The questions (tests/data/questions) are never used for training.
Right means: an article question is answered by an accepted article; a figure stands in the answer; a search has the
wishes; a disclosure or a wish for a person is handed over; what is outside or unknown is not answered by an article.
Offering the right article among a choice counts as `offered`, not as right.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import re
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from desk.conversations import plain
from desk.engine import Engine, EngineAnswer, EngineError
from desk.settings import Settings
from texts.folding import fold
from texts.language import SUPPORTED, language_of

QUESTIONS = Path(__file__).parent.parent / "tests" / "data" / "questions"
KINDS = (
    "article", "statistic", "indicator", "modality", "search",
    "human", "sensitive", "out_of_scope", "smalltalk", "unknown",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """What came of one question: right, offered, silent (not known) or wrong."""

    language: str
    kind: str
    text: str
    expect: str
    outcome: str
    got: str


def digits(text: str) -> set[str]:
    """All numbers of a text as plain digits, '221.3 million' written out too."""
    folded = fold(text)
    found = set()
    pattern = r"(\d[\d\s.,\u00a0\u202f]*)(\s*(?:million|millones|مليون|млн|миллион|亿|万)\w*)?"
    scale = {"亿": 1e8, "万": 1e4}
    for number, word in re.findall(pattern, folded):
        plain_digits = re.sub(r"[\s,\u00a0\u202f.]", "", number)
        found.add(plain_digits)
        found.add(number.strip().rstrip(".,"))
        if word.strip():
            value = float(re.sub(r"[\s\u00a0\u202f]", "", number).rstrip(".,").replace(",", "."))
            found.add(str(round(value * scale.get(word.strip(), 1e6))))
    return found


def judge(kind: str, expect: str, answer: EngineAnswer) -> str:
    """The outcome of one answer."""
    understood = answer.understood
    deeds = {(deed.kind, deed.reason) for deed in answer.do}
    handed = any(name == "hand_over" for name, _ in deeds)
    silent = understood.get("answered") is False
    wanted = expect.split("|")
    ok = False
    if kind == "article":
        ok = understood.get("article") in wanted
        if not ok and set(understood.get("offered", [])) & set(wanted):
            return "offered"
    elif kind == "statistic":
        ok = expect in digits(answer.text) and not silent
    elif kind == "indicator":
        ok = set(wanted) <= set((understood.get("query") or {}).get("indicators", []))
    elif kind == "modality":
        got = (understood.get("query") or {}).get("modality")
        ok = expect == got or (isinstance(got, list) and expect in got and len(got) < 4)
        # The article on that kind of service says the same.
        ok = ok or expect in str(understood.get("article", "")).split("-")
    elif kind == "search":
        wishes = dict(part.strip().split("=") for part in expect.split(";"))
        ok = wishes == (understood.get("query") or {}).get("search")
    elif kind == "human":
        ok = handed
    elif kind == "sensitive":
        ok = ("hand_over", "sensitive") in deeds
    elif kind == "smalltalk":
        ok = understood.get("intent") == expect
    elif kind == "unknown":
        ok = silent and "rows" not in understood and "offered" not in understood
    elif kind == "out_of_scope":
        ok = "article" not in understood and "rows" not in understood and "offered" not in understood
    if not ok and kind in ("unknown", "out_of_scope") and "offered" in understood:
        return "offered"
    if ok:
        return "right"
    return "silent" if silent or understood.get("intent") == "out_of_scope" else "wrong"


async def ask(engine: Engine, language: str, row: dict[str, str]) -> Result:
    """Ask one question in a conversation of its own."""
    text = plain(row["text"])
    try:
        answers = await engine.ask(f"evaluation-{uuid.uuid4()}", text, language_of(text, language))
    except EngineError as error:
        return Result(language, row["kind"], text, row["expect"], "wrong", str(error))
    answer = answers[0]
    got = {k: v for k, v in answer.understood.items() if k not in ("answered", "version", "rows")}
    return Result(language, row["kind"], text, row["expect"], judge(row["kind"], row["expect"], answer), str(got))


async def evaluate(languages: list[str], folder: Path) -> list[Result]:
    """All results, in the order of the files ``folder``/LANGUAGE.csv."""
    settings = Settings()
    engine = Engine(settings.assistant_url, settings.actions_url, settings.token(), 30)
    results = []
    for language in languages:
        with (folder / f"{language}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                results.append(await ask(engine, language, row))
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
    for kind in (*KINDS, "all"):
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
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="folder of LANGUAGE.csv files")
    parser.add_argument("--wrong", action="store_true", help="list every question that was not right")
    chosen = parser.parse_args()
    results = asyncio.run(evaluate(chosen.languages, chosen.questions))
    if chosen.wrong:
        for r in results:
            if r.outcome != "right":
                print(f"{r.outcome:8}{r.language} {r.kind:12} {r.text!r} expected {r.expect!r} got {r.got}")
    print(table(results))


if __name__ == "__main__":
    main()

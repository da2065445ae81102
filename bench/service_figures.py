"""Measures the page of the service's figures over 1,000,000 messages, on SQLite and PostgreSQL.

``python -m bench.service_figures [--messages N] [--postgresql URL]`` fills a store by bulk insert (two years of
conversations, six languages), counts the enquiries as the desk does, then asks for the figures of the last 30 days, of
a year and of everything, five times each, and prints the slowest in milliseconds. Nothing of the service is touched:
SQLite lies in a temporary folder; ``URL`` is that of an empty database.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, text

from desk import counting, service_figures
from desk.context import Context, make_context
from desk.figures_shown import Shown
from desk.reporting_period import recent
from desk.settings import Settings
from store import models as m

SEED = 7
DAYS = 730
LANGUAGES = ("en", "en", "en", "fr", "fr", "es", "ar", "zh", "ru")
INTENTS = ("ask_article",) * 6 + ("search_assignments", "ask_statistic", "ask_modality", "ask_eligibility", "greet")
ARTICLES = 150
AT_ONCE = 5_000  # conversations


def conversation(number: int, now: dt.datetime, rng: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The rows of one conversation: one to five questions, each answered."""
    key, language = f"{number:036d}", rng.choice(LANGUAGES)
    at = now - dt.timedelta(seconds=rng.randrange(DAYS * 86_400))
    messages, tickets, feedback, seq = [], [], [], 0
    for _ in range(rng.randint(1, 5)):
        at += dt.timedelta(seconds=rng.randint(20, 300))
        intent = rng.choice(INTENTS)
        answered = rng.random() > 0.08
        understood = {"intent": intent, "score": 0.9, "answered": answered, "rateable": True}
        if intent == "ask_article" and answered:
            understood["article"] = f"article-{int(rng.triangular(0, ARTICLES, 0))}"
        for author, meant in (("visitor", None), ("assistant", understood)):
            seq += 1
            messages.append({
                "conversation_id": key, "seq": seq, "author": author, "text": "What is paid, and by whom? " * 3,
                "language": language, "at": at, "epoch": 0, "attachments": [], "sources": [], "understood": meant,
            })  # fmt: skip
        if rng.random() < 0.1:
            feedback.append(
                {"conversation_id": key, "seq": seq, "helpful": rng.random() < 0.8, "comment": "", "at": at}
            )
    if rng.random() < 0.1:
        tickets.append({
            "case": f"{number:09d}", "conversation_id": key, "reason": "asked", "priority": 3, "language": language,
            "queue": rng.choice(("general", "general", "technical", "partnerships")), "summary": "", "state": "solved",
            "opened_at": at, "answered_at": at + dt.timedelta(seconds=rng.randrange(9_000)),
            "solved_at": at + dt.timedelta(seconds=rng.randrange(9_000, 99_000)), "version": 0,
        })  # fmt: skip
    begun = {
        "id": key, "token_hash": "", "language": language, "page": "", "state": "closed", "epoch": 0, "last_seq": seq,
        "misses": 0, "engine_session": 0, "created_at": at, "updated_at": at,
    }  # fmt: skip
    return {"conversations": [begun], "messages": messages, "tickets": tickets, "feedback": feedback}


def batches(messages: int, now: dt.datetime) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """Conversations with so many messages together."""
    rng, first, made = random.Random(SEED), 0, 0  # noqa: S311 - no secrets here
    while made < messages:
        rows: dict[str, list[dict[str, Any]]] = {"conversations": [], "messages": [], "tickets": [], "feedback": []}
        for number in range(first, first + AT_ONCE):
            for name, found in conversation(number, now, rng).items():
                rows[name] += found
        first += AT_ONCE
        made += len(rows["messages"])
        yield rows


def fill(context: Context, messages: int) -> None:
    """A store with so many messages, all of them counted."""
    context.database.migrate()
    begun, now = time.perf_counter(), m.now()
    for rows in batches(messages, now):
        with context.database.write() as session:
            for name, values in rows.items():
                table: Table = m.Base.metadata.tables[name]
                if values:
                    session.execute(insert(table), values)
    print(f"  filled in {time.perf_counter() - begun:.0f} s", flush=True)
    begun = time.perf_counter()
    number = counting.count(context)
    print(f"  {number} conversations counted in {time.perf_counter() - begun:.0f} s", flush=True)
    with context.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if context.database.sqlite else "VACUUM ANALYZE"))


def ask(context: Context, days: int) -> tuple[float, int]:
    """How long figures, words and charts of the last days take, in milliseconds; and how many enquiries there are."""
    begun = time.perf_counter()
    with context.database.read() as session:
        period = recent(m.now().date(), "UTC", days)
        figures = service_figures.figures(session, period, m.now(), sees_sensitive=True)
    Shown(context, "en", {}).tables(figures)
    return (time.perf_counter() - begun) * 1000, figures.total


def measure(url: str, messages: int) -> None:
    """Fill the store at ``url`` and print the times."""
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        context = make_context(Settings(var=var, database_url=url or f"sqlite:///{var}/bench.db", _env_file=None))
        print(f"{context.database.engine.dialect.name}: {messages:,} messages", flush=True)
        fill(context, messages)
        for days in (30, 365, DAYS + 1):
            found = [ask(context, days) for _ in range(5)]
            print(
                f"  {days:4} days, {found[0][1]:7,} enquiries: slowest {max(t for t, _ in found):6.0f} ms", flush=True
            )
        context.database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--postgresql", default="")
    options = parser.parse_args()
    measure("", options.messages)
    if options.postgresql:
        measure(options.postgresql, options.messages)

"""How long a question about figures takes in a store of 100,000 figures: understanding it, and finding the rows.

``python -m bench.figures`` makes a store in a temporary folder from the profile's data and invented further rows, asks
the questions of tests/data/figures, and prints the median and the 95th percentile in milliseconds. What the sentence
encoder takes (the same for every message) is left out.
"""

from __future__ import annotations

import csv
import random
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert, select

from store import load
from store import models as m
from store.database import Database
from store.names import Gazetteer
from store.profile import load_profile
from store.statistics import FigureFinder

ROWS = 100_000
QUESTIONS = Path(__file__).parent.parent / "tests" / "data" / "figures"


def fill(database: Database) -> None:
    """The profile's data, and further figures of its metrics for countries, entities and genders through the years."""
    database.migrate()
    chance = random.Random(1)  # noqa: S311 - invented figures
    with database.write() as session:
        load.load(session, load_profile("unv"))
        source = session.scalars(select(m.Source.key)).first()
        metrics = session.scalars(select(m.Metric.key).order_by(m.Metric.position)).all()[:40]
        members = {
            "country": session.scalars(select(m.Country.key)).all(),
            "host": session.scalars(select(m.Host.key)).all(),
            "gender": ["women"],
        }
        rows, about = [], []
        for number in range(1, ROWS + 1):
            rows.append({
                "id": number, "metric": chance.choice(metrics), "year": chance.randint(1990, 2023), "base_year": None,
                "measure": "level", "value": float(number), "unit": "persons", "source": source,
            })  # fmt: skip
            for dimension in chance.sample(sorted(members), chance.randint(1, 2)):
                key = chance.choice(members[dimension])
                about.append({"statistic_id": number, "dimension": dimension, "member": key})
        session.execute(insert(m.Statistic), rows)
        session.execute(insert(m.StatisticMember), about)


def main() -> None:
    """Fill, ask, print."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/figures.db")
        fill(database)
        with database.read() as session:
            began = time.perf_counter()
            finder = FigureFinder(session, Gazetteer.load(session, load_profile("unv").languages))
            print(f"{ROWS} rows; read into memory in {time.perf_counter() - began:.1f} s")
            took = []
            for path in sorted(QUESTIONS.glob("*.csv")):
                with path.open(encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        began = time.perf_counter()
                        query = finder.query(row["text"], path.stem, {})
                        if query is not None:
                            finder.answer(query)
                        took.append(1000 * (time.perf_counter() - began))
        database.close()
    cuts = statistics.quantiles(took, n=20)
    print(f"{len(took)} questions: median {statistics.median(took):.1f} ms, 95 of 100 under {cuts[18]:.1f} ms")


if __name__ == "__main__":
    main()

"""Measures searches of assignments: 100,000 generated ones, mixed searches, on SQLite and PostgreSQL.

``python -m bench.search [--count N] [--searches N] [--postgresql URL]`` prints p50 and p95 in milliseconds for each
kind of search. Nothing of the service is touched: SQLite lies in a temporary folder; ``URL`` is that of an empty
database.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from store import demonstration, load
from store.assignments import find, wishes_in
from store.database import Database
from store.load import DataFiles
from store.names import Gazetteer
from store.profile import load_profile
from store.wish_words import WishReader
from store.wishes import Wish, Wishes

TODAY = dt.date(2026, 11, 22)
SEED = 7
WORDS = ("nursing", "refugees", "patients", "gardening", "maps", "train teachers", "data", "budget", "water", "report")
MESSAGES = (
    "nursing jobs in Kenya or Uganda, 6 to 12 months, from March", "only in French, not in Africa",
    "ingénieur en Afrique de l'Ouest avec l'UNICEF, plus de six mois", "在肯尼亚的护士岗位，半年以上",
    "вакансии медсестры в Восточной Африке, с сентября", "وظائف ممرضة في كينيا لأكثر من ستة أشهر",
)  # fmt: skip
LANGUAGES = ("en", "en", "fr", "zh", "ru", "ar")


def searches(files: DataFiles, rng: random.Random) -> dict[str, Callable[[], Wishes]]:
    """Kinds of searches, each with a way to make one."""
    countries = [line.row.country for line in files.cities]
    cities = [line.row.key for line in files.cities]
    regions = [line.row.key for line in files.regions]
    roles, hosts = [line.row.key for line in files.roles], [line.row.key for line in files.hosts]
    fields = [line.row.key for line in files.fields]

    def some(kind: str, keys: list[str]) -> Wish:
        return Wish(kind, rng.choice(keys))

    language = lambda: Wish("language", rng.choice(("en", "fr", "es", "ar", "pt")))  # noqa: E731 - short
    months = lambda: Wish(rng.choice(("over", "under")), f"{rng.choice((3, 6, 9, 12))} month")  # noqa: E731 - short
    return {
        "nothing": lambda: (),
        "a country": lambda: (some("country", countries),),
        "a region": lambda: (some("region", regions),),
        "an occupation in a country": lambda: (some("role", roles), some("country", countries)),
        "a field in a region, a language": lambda: (some("field", fields), some("region", regions), language()),
        "an entity, a duration, a language": lambda: (some("host", hosts), months(), language()),
        "a city, a field": lambda: (some("city", cities), some("field", fields)),
        "not a region, not an entity": lambda: (
            Wish("region", rng.choice(regions), True), Wish("host", rng.choice(hosts), True), months(),
        ),
        "needs and a start": lambda: (Wish("family"), Wish("disability"), Wish("from", "2027-03-01"), language()),
        "words": lambda: (Wish("words", rng.choice(WORDS)),),
        "words in a region": lambda: (Wish("words", rng.choice(WORDS)), some("region", regions)),
        "six wishes (most give some up)": lambda: (
            some("role", roles), some("country", countries), some("host", hosts), language(), months(), Wish("family"),
        ),
    }  # fmt: skip


def filled(url: str, count: int) -> Database:
    """A store with so many demonstration assignments."""
    database, profile = Database(url), load_profile("unv")
    database.migrate()
    with database.write() as session:
        load.load(session, profile)
        demonstration.load(session, profile, TODAY, count)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if database.sqlite else "VACUUM ANALYZE"))
    return database


def timed(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def measure(database: Database, number: int) -> dict[str, list[float]]:
    """Times of each kind of search, and of reading messages."""
    rng = random.Random(SEED)  # noqa: S311 - nothing secret
    profile = load_profile("unv")
    found: dict[str, list[float]] = {}
    with database.read() as session:
        for name, make in searches(DataFiles(profile), rng).items():
            wanted = [make() for _ in range(number)]
            found[name] = [timed(lambda wishes=wishes: find(session, wishes, TODAY)) for wishes in wanted]
        found["all kinds"] = [time for times in found.values() for time in times]
        found["understanding a message"] = _reading(session, number)
    return found


def _reading(session: Session, number: int) -> list[float]:
    names = Gazetteer.load(session, load_profile("unv").languages)
    reader = WishReader.load(session, names)
    return [
        timed(lambda message=message, language=language: wishes_in(session, reader.read(message, language, TODAY)))
        for _ in range(max(1, number // len(MESSAGES)))
        for message, language in zip(MESSAGES, LANGUAGES, strict=True)
    ]


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=60, help="of each kind")
    parser.add_argument("--postgresql", default="", help="URL of an empty database")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        urls = {"SQLite": f"sqlite:///{Path(folder) / 'bench.db'}"}
        if given.postgresql:
            urls["PostgreSQL"] = given.postgresql
        for name, url in urls.items():
            database = filled(url, given.count)
            try:
                times = measure(database, given.searches)
            finally:
                database.close()
            print(f"{name}, {given.count} assignments\n{'':40}p50 ms  p95 ms")
            for kind, found in times.items():
                p95 = statistics.quantiles(found, n=20)[-1]
                print(f"{kind:40}{statistics.median(found):6.1f}{p95:8.1f}")


if __name__ == "__main__":
    main()

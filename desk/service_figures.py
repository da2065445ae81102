"""The figures of the service for a period: tables of numbers, by queries over counted enquiries, requests and answers.

What each outcome means is in ``desk.enquiries``. Enquiries of sensitive matters have no subject and are in the counts
of days, hours, languages and outcomes only; their queue is shown to those alone who may read its requests, and tells
nothing under ``FEWEST`` of them.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, func, select
from sqlalchemy.orm import Session

from desk.enquiries import OUTCOMES, SILENCE
from desk.queues import SENSITIVE
from desk.reporting_period import Period
from desk.satisfaction import ANSWERS
from store import models as m

# Fewer requests about sensitive matters than this are not told.
FEWEST = 5
# The share of enquiries that may reach staff, in per cent: the programme's own aim.
LINE = 5.0
# Rows of tables by topic.
MOST_TOPICS = 20


@dataclass(frozen=True)
class Table:
    """Numbers in rows; ``None`` where there is nothing to tell. Columns are named by their keys."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Figures:
    """Everything on the page. ``by_day`` counts enquiries by day and language."""

    period: Period
    total: int
    escalated: int
    reviewed: int
    languages: tuple[str, ...]
    by_day: dict[dt.date, dict[str, int]]
    tables: dict[str, Table]

    @property
    def escalation_rate(self) -> float | None:
        """Escalated enquiries in per cent of all, if there were any."""
        return 100 * self.escalated / self.total if self.total else None


def figures(session: Session, period: Period, moment: dt.datetime, sees_sensitive: bool) -> Figures:
    """The figures of ``period`` as they stand at ``moment``, for somebody who may read reports of harm, or may not."""
    enquiry = m.Enquiry
    inside = enquiry.day.between(period.first, period.last)
    outcome = _outcome(moment).label("outcome")
    keys = (enquiry.day, enquiry.language, outcome)
    verdicts = func.sum(cast(enquiry.verdict != "", Integer))
    by_day: dict[dt.date, dict[str, int]] = {day: defaultdict(int) for day in period.days()}
    by_language: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    reviewed = 0
    wanted = select(*keys, func.count(), verdicts).where(inside).group_by(*keys)
    for day, language, what, number, judged in session.execute(wanted):
        by_day[day][language] += number
        by_language[language][what] += number
        reviewed += judged
    languages = tuple(sorted(by_language))
    tables = (
        Table("days", ("day", *languages, "total"), tuple(_days(by_day, languages))),
        Table("outcomes", ("language", *OUTCOMES, "total", "rate"), tuple(_outcomes(by_language, languages))),
        *_queues(session, period, moment, sees_sensitive),
        _satisfaction(session, period),
        *_times(session, inside),
        *_subjects(session, inside, outcome),
    )
    total = sum(sum(counts.values()) for counts in by_language.values())
    escalated = sum(counts["escalated"] for counts in by_language.values())
    return Figures(period, total, escalated, reviewed, languages, by_day, {table.key: table for table in tables})


def _outcome(moment: dt.datetime) -> ColumnElement[str]:
    """The outcome of an enquiry, as ``desk.enquiries`` defines it."""
    enquiry = m.Enquiry
    return case(
        (enquiry.verdict == "wrong", "wrong"),
        (enquiry.result.in_(("escalated", "confirmed")), enquiry.result),
        (enquiry.last_at > moment - SILENCE, "open"),
        (enquiry.result == "answered", "assumed"),
        else_="abandoned",
    )


def _days(by_day: dict[dt.date, dict[str, int]], languages: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    for day, counts in by_day.items():
        yield day, *(counts[language] for language in languages), sum(counts.values())


def _outcomes(by_language: dict[str, dict[str, int]], languages: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    """A row a language, and one for all (named by the empty text)."""
    everything: dict[str, int] = defaultdict(int)
    for language in languages:
        for what, number in by_language[language].items():
            everything[what] += number
    for name, counts in (*((language, by_language[language]) for language in languages), ("", everything)):
        total = sum(counts.values())
        yield name, *(counts[what] for what in OUTCOMES), total, 100 * counts["escalated"] / total if total else None


def _queues(session: Session, period: Period, moment: dt.datetime, sees_sensitive: bool) -> tuple[Table, Table]:
    """Requests by queue: seconds to the first answer and to the solution (median, ninth decile), and promises kept."""
    ticket = m.Ticket
    start, end = period.moments()
    columns = (
        ticket.queue, func.coalesce(ticket.reopened_at, ticket.opened_at, type_=m.UtcDateTime()).label("since"),
        ticket.answered_at, ticket.answer_due, ticket.solved_at, ticket.solution_due,
    )  # fmt: skip
    requests: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(select(*columns).where(ticket.opened_at >= start, ticket.opened_at < end)):
        requests[row.queue].append(row)
    times: list[tuple[Any, ...]] = []
    promises: list[tuple[Any, ...]] = []
    for queue, opened in sorted(requests.items()):
        if queue == SENSITIVE and not sees_sensitive:
            continue
        if queue == SENSITIVE and len(opened) < FEWEST:
            times.append((queue, None, None, None, None, None))
            promises.append((queue, None, None, None, None, None, None))
            continue
        first = [(row.answered_at - row.since).total_seconds() for row in opened if row.answered_at]
        solved = [(row.solved_at - row.since).total_seconds() for row in opened if row.solved_at]
        times.append((queue, len(opened), *_typical(first), *_typical(solved)))
        # Who withdraws a request before anybody answered it waits for no answer any more.
        answers = [(row.answer_due, row.answered_at) for row in opened if row.answered_at or not row.solved_at]
        solutions = [(row.solution_due, row.solved_at) for row in opened]
        promises.append((queue, *_kept(answers, moment), *_kept(solutions, moment)))
    names = ("queue", "requests", "answer-median", "answer-p90", "solution-median", "solution-p90")
    kept = (
        "queue", "answers-kept", "answers-missed", "share-answers",
        "solutions-kept", "solutions-missed", "share-solutions",
    )  # fmt: skip
    return Table("queues", names, tuple(times)), Table("promises", kept, tuple(promises))


def _kept(
    promises: Iterable[tuple[dt.datetime | None, dt.datetime | None]], moment: dt.datetime
) -> tuple[int, int, float | None]:
    """How many promises (until when, done when) were kept and missed by ``moment``, and the share kept in per cent.

    What may still be done in time is neither.
    """
    kept = missed = 0
    for due, done in promises:
        if due is not None and (done or moment) > due:
            missed += 1
        elif due is not None and done is not None:
            kept += 1
    return kept, missed, 100 * kept / (kept + missed) if kept + missed else None


def _typical(seconds: list[float]) -> tuple[float | None, float | None]:
    """Median and ninth decile."""
    if len(seconds) < 2:
        return (seconds[0], seconds[0]) if seconds else (None, None)
    return statistics.median(seconds), statistics.quantiles(seconds, n=10, method="inclusive")[8]


def _satisfaction(session: Session, period: Period) -> Table:
    """How many were asked in each language, and what they answered."""
    row = m.Satisfaction
    wanted = select(row.language, row.answer, func.count()).where(row.day.between(period.first, period.last))
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for language, answer, number in session.execute(wanted.group_by(row.language, row.answer)):
        for name in (language, ""):
            found[name][answer] += number
    rows = []
    for name in (*sorted(name for name in found if name), *([""] if found else [])):
        counts = found[name]
        answered = sum(counts[answer] for answer in ANSWERS)
        share = 100 * counts["yes"] / answered if answered else None
        rows.append((name, sum(counts.values()), *(counts[answer] for answer in ANSWERS), share))
    return Table("satisfaction", ("language", "asked", *ANSWERS, "share-yes"), tuple(rows))


def _times(session: Session, inside: ColumnElement[bool]) -> tuple[Table, Table]:
    """Enquiries by hour of the day and by day of the week, in the organisation's time."""
    enquiry = m.Enquiry
    keys = (enquiry.weekday, enquiry.hour)
    hours, weekdays = dict.fromkeys(range(24), 0), dict.fromkeys(range(7), 0)
    for weekday, hour, number in session.execute(select(*keys, func.count()).where(inside).group_by(*keys)):
        hours[hour] += number
        weekdays[weekday] += number
    return (
        Table("hours", ("hour", "total"), tuple(hours.items())),
        Table("weekdays", ("weekday", "total"), tuple(weekdays.items())),
    )


def _subjects(session: Session, inside: ColumnElement[bool], outcome: ColumnElement[str]) -> Iterable[Table]:
    """What was asked for most, what was not answered, and what came of the articles: in one look at the store."""
    enquiry = m.Enquiry
    keys = (enquiry.intent, enquiry.article, outcome)
    missed = func.sum(cast(enquiry.misses > 0, Integer))
    wanted = select(*keys, func.count(), missed, func.sum(enquiry.misses)).where(inside, enquiry.intent != "")
    topics: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    articles: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    unanswered: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for intent, article, what, number, enquiries, misses in session.execute(wanted.group_by(*keys)):
        topics[intent][what] += number
        if article:
            articles[article][what] += number
        if misses:
            unanswered[intent, article][0] += enquiries
            unanswered[intent, article][1] += misses
    most = sorted(unanswered.items(), key=lambda item: (-item[1][0], item[0]))[:MOST_TOPICS]
    yield Table("topics", ("intent", "total", *OUTCOMES), tuple(_most(topics)[:MOST_TOPICS]))
    yield Table("unanswered", ("intent", "article", "total", "misses"), tuple((*key, *row) for key, row in most))
    yield Table("articles", ("article", "total", *OUTCOMES), tuple(_most(articles)))


def _most(found: dict[str, dict[str, int]]) -> list[tuple[Any, ...]]:
    """Subjects with their enquiries by outcome, the most asked first."""
    rows = [(name, sum(counts.values()), *(counts[what] for what in OUTCOMES)) for name, counts in found.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def helpful(table: Table, most: int) -> tuple[tuple[Any, ...], ...]:
    """The rows of ``articles`` that were confirmed most."""
    place = table.columns.index("confirmed")
    found = sorted((row for row in table.rows if row[place]), key=lambda row: (-row[place], row[0]))
    return tuple(found[:most])


def unhelpful(table: Table, most: int) -> tuple[tuple[Any, ...], ...]:
    """The rows of ``articles`` that most often left an enquiry abandoned, escalated or wrong."""
    places = [table.columns.index(what) for what in ("abandoned", "escalated", "wrong")]
    found = [(sum(row[place] for place in places), row) for row in table.rows]
    ordered = sorted((each for each in found if each[0]), key=lambda each: (-each[0], each[1][0]))
    return tuple(row for _, row in ordered[:most])

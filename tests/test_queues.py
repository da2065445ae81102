"""Queues: members, requests that nobody else sees, promises and the order of service. On both databases."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import update
from support import ALWAYS_OPEN, NEVER_OPEN, Desk, Visitor, events, utterance

from store import business_hours
from store import models as m
from store.profile import Profile

SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
at = dt.datetime.fromisoformat


def _report(desk: Desk) -> tuple[Visitor, int]:
    """A visitor who reported something in confidence, and the number of the request."""
    visitor = desk.visitor()
    visitor.answered(utterance("Thank you for telling us.", do=[SENSITIVE]), "my supervisor threatens me")
    (ticket,) = desk.rows(m.Ticket, m.Ticket.queue == "sensitive")
    return visitor, ticket.id


def _members(desk: Desk, queue: str) -> list[str]:
    people = {person.id: person.login for person in desk.rows(m.Staff)}
    return sorted(people[row.staff_id] for row in desk.rows(m.QueueMember, m.QueueMember.queue == queue))


# --- who sees what ----------------------------------------------------------------------------------------------------


def test_a_sensitive_request_is_not_there_for_others(any_desk: Desk) -> None:
    """List, filters, page, part and every deed: as if there were no such request, also for an administrator."""
    member = any_desk.staff("anna")
    member.joins("sensitive")
    _, ticket = _report(any_desk)
    member.page(ticket)
    for other in (
        any_desk.staff("boris"),
        any_desk.staff("sue", "supervisor"),
        any_desk.staff("root", "administrator"),
    ):
        for query in ("", "queue=sensitive", "reason=sensitive", "state=open", "language=en"):
            page = other.queue(query)
            assert "threatens" not in page
            assert f"/staff/tickets/{ticket}" not in page
        assert other.http.get(f"/staff/tickets/{ticket}").status_code == 404
        assert other.http.get(f"/staff/tickets/{ticket}/conversation").status_code == 404
        for deed in ("claim", "reply", "close", "hand-back", "release", "solve"):
            assert (
                other.http.post(f"/staff/tickets/{ticket}/{deed}", data={"epoch": "1", "text": "x"}).status_code == 404
            )
    assert [row.state for row in any_desk.rows(m.Ticket)] == ["open"]
    assert "threatens" in member.queue()
    member.does(ticket, "claim")


def test_what_was_said_before_in_a_sensitive_conversation_is_hidden_too(any_desk: Desk) -> None:
    """Another request of the same conversation would show the report; it is hidden with it, and back afterwards."""
    boris, anna = any_desk.staff("boris"), any_desk.staff("anna")
    anna.joins("sensitive")
    visitor = any_desk.visitor()
    earlier = boris.ticket(visitor.ask_person()["queue"]["case"])
    boris.does(earlier, "claim")
    boris.does(earlier, "hand-back")
    assert f"/staff/tickets/{earlier}" in boris.queue()
    visitor.answered(utterance("Thank you.", do=[SENSITIVE]), "he threatens me")
    assert f"/staff/tickets/{earlier}" not in boris.queue()
    assert boris.http.get(f"/staff/tickets/{earlier}").status_code == 404
    assert "threatens" in anna.page(earlier)


def test_no_report_lies_unread(any_desk: Desk) -> None:
    """While nobody is a member administrators see the queue; one member who has left does not count."""
    root, sue = any_desk.staff("root", "administrator"), any_desk.staff("sue", "supervisor")
    _, ticket = _report(any_desk)
    assert "threatens" in root.page(ticket)
    assert sue.http.get(f"/staff/tickets/{ticket}").status_code == 404
    any_desk.staff("anna").joins("sensitive")
    assert root.http.get(f"/staff/tickets/{ticket}").status_code == 404
    with any_desk.context.database.write() as session:
        session.execute(update(m.Staff).where(m.Staff.login == "anna").values(active=False))
    assert "threatens" in root.page(ticket)
    with any_desk.context.database.write() as session:
        session.execute(update(m.Staff).where(m.Staff.login == "anna").values(active=True))


def test_the_console_stream_carries_nothing_of_a_request(any_desk: Desk) -> None:
    """Who may not see it learns that something changed, not what."""
    boris = any_desk.staff("boris")
    any_desk.staff("anna").joins("sensitive")
    with boris.http.stream("GET", "/staff/events") as reply:
        stream = events(reply)
        next(stream)
        _report(any_desk)
        found = next(stream)
    assert set(found.data) == {"online"}


# --- members ----------------------------------------------------------------------------------------------------------


def test_supervisors_say_who_is_a_member(any_desk: Desk) -> None:
    """Ticks are kept, replace what was, and are written down; agents can do neither."""
    sue, anna = any_desk.staff("sue", "supervisor"), any_desk.staff("anna")
    any_desk.staff("boris")
    ids = {person.login: person.id for person in any_desk.rows(m.Staff)}
    for members in (["anna", "boris"], ["boris"], []):
        reply = sue.http.post("/staff/queues/sensitive", data={"member": [ids[login] for login in members]})
        assert reply.status_code == 303, reply.text
        assert _members(any_desk, "sensitive") == members
        ticked = re.findall(r'value="([^"]+)" checked', sue.http.get("/staff/queues").text)
        assert sorted(ticked) == sorted(ids[login] for login in members)
    entries = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "queue.members_changed")
    assert [(e.actor, e.subject, e.before, e.after) for e in entries] == [
        ("sue", "sensitive", {"members": []}, {"members": ["anna", "boris"]}),
        ("sue", "sensitive", {"members": ["anna", "boris"]}, {"members": ["boris"]}),
        ("sue", "sensitive", {"members": ["boris"]}, {"members": []}),
    ]
    assert anna.http.get("/staff/queues").status_code == 403
    assert anna.http.post("/staff/queues/sensitive", data={"member": [ids["anna"]]}).status_code == 403
    assert sue.http.post("/staff/queues/nonsense", data={}).status_code == 404
    assert sue.http.post("/staff/queues/general", data={"member": ["nobody"]}).status_code == 422
    assert any_desk.count(m.QueueMember) == 0


def test_filters_stand_in_the_address(any_desk: Desk) -> None:
    """Queue, state, language, reason, assignee and age narrow the list, alone and together."""
    anna = any_desk.staff("anna")
    anna.joins("technical")
    english, french = any_desk.visitor("en"), any_desk.visitor("fr")
    general = english.ask_person()["queue"]["case"]
    technical = french.answered(utterance("Oui.", do=[{**SENSITIVE, "reason": "failure", "queue": "technical"}]))
    other = technical["queue"]["case"]
    anna.does(anna.ticket(general), "claim")
    with any_desk.context.database.write() as session:
        session.execute(
            update(m.Ticket).where(m.Ticket.case == other).values(opened_at=m.now() - dt.timedelta(hours=5))
        )

    def shown(query: str) -> set[str]:
        return {case for case in (general, other) if case in anna.queue(query)}

    assert shown("") == {general, other}
    for query, wanted in {
        "queue=general": general, "queue=technical": other, "queue=mine": other, "state=claimed": general,
        "state=open": other, "language=en": general, "language=fr": other, "reason=asked": general,
        "assignee=mine": general, "assignee=nobody": other, "age=4": other, "queue=technical&language=fr": other,
    }.items():  # fmt: skip
        assert shown(query) == {wanted}, query
    for query in ("queue=technical&language=en", "state=solved", "age=24", "queue=nonsense", "state=nonsense"):
        assert shown(query) == set(), query
    assert 'hx-get="/staff/queue?queue=technical&amp;age=4"' in anna.queue("age=4&queue=technical")
    assert '<option value="technical" selected>' in anna.queue("queue=technical")


# --- promises ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        ("2026-11-19T10:00+01:00", 60, "2026-11-19T11:00+01:00"),  # within the day
        ("2026-11-19T17:30+01:00", 60, "2026-11-20T08:30+01:00"),  # over night
        ("2026-11-20T15:30+01:00", 60, "2026-11-23T08:30+01:00"),  # a short Friday, and the week-end
        ("2026-11-21T12:00+01:00", 60, "2026-11-23T09:00+01:00"),  # made on a Saturday
        ("2026-11-19T06:00+01:00", 60, "2026-11-19T09:00+01:00"),  # before opening
        ("2026-11-19T17:00+01:00", 60, "2026-11-19T18:00+01:00"),  # to the minute of closing
        ("2026-12-23T17:30+01:00", 60, "2026-12-28T08:30+01:00"),  # holidays and the week-end
        ("2026-10-23T15:00+02:00", 120, "2026-10-26T09:00+01:00"),  # the clocks go back between
        ("2026-11-19T08:00+01:00", 48 * 60, "2026-11-25T18:00+01:00"),  # 10+8+10+10+10 hours
    ],
)
def test_working_time(profile: Profile, start: str, minutes: int, expected: str) -> None:
    """Counted in the profile's opening hours only, with its holidays and its zone's clock; back and forth."""
    hours, working = profile.hours, dt.timedelta(minutes=minutes)
    found = business_hours.after(hours, at(start), working)
    assert found == at(expected)
    assert business_hours.between(hours, at(start), found) == working


def test_working_time_that_never_comes() -> None:
    """Who never opens promises nothing; who is always open counts every minute."""
    start = at("2026-11-19T10:00+00:00")
    assert business_hours.after(NEVER_OPEN, start, dt.timedelta(minutes=1)) is None
    assert business_hours.between(NEVER_OPEN, start, start + dt.timedelta(days=9)) == dt.timedelta()
    found = business_hours.after(ALWAYS_OPEN, start, dt.timedelta(hours=30))
    assert found is not None
    assert abs(found - start - dt.timedelta(hours=30)) < dt.timedelta(seconds=1)


def test_a_promise_for_a_queue_that_is_not_there_is_refused(profile: Profile) -> None:
    """The profile says which, and what there is."""
    values = profile.model_dump(mode="json")
    with pytest.raises(ValidationError, match=r"promises for queues \['phone'\]"):
        Profile.model_validate({**values, "promises": {"phone": {"answer": 1, "solution": 2}}})


def _shift(desk: Desk, case: str, **minutes: int) -> None:
    """Set moments of a request to so many minutes from now."""
    values: dict[str, Any] = {name: m.now() + dt.timedelta(minutes=each) for name, each in minutes.items()}
    with desk.context.database.write() as session:
        session.execute(update(m.Ticket).where(m.Ticket.case == case).values(**values))


def test_a_new_request_has_the_promises_of_its_queue(any_desk: Desk, profile: Profile) -> None:
    """Two hours for an answer in the general queue, less where a report is sensitive."""
    any_desk.visitor().ask_person()
    _report(any_desk)
    for ticket in any_desk.rows(m.Ticket):
        promise = profile.promises[ticket.queue]
        assert ticket.answer_due is not None
        assert ticket.solution_due is not None
        assert abs(ticket.answer_due - ticket.opened_at - dt.timedelta(minutes=promise.answer)).total_seconds() < 1
        assert abs(ticket.solution_due - ticket.opened_at - dt.timedelta(minutes=promise.solution)).total_seconds() < 1


def test_what_is_due_first_is_served_first(any_desk: Desk) -> None:
    """By priority, then by the time left until a promise is missed; visitors see the same places."""
    anna = any_desk.staff("anna")
    visitors = [any_desk.visitor() for _ in range(4)]
    cases = [visitor.ask_person()["queue"]["case"] for visitor in visitors]
    for case, minutes in zip(cases, (90, -60, 12, 40), strict=True):
        _shift(any_desk, case, answer_due=minutes)
    with any_desk.context.database.write() as session:
        session.execute(update(m.Ticket).where(m.Ticket.case == cases[0]).values(priority=1))
        session.execute(update(m.Ticket).where(m.Ticket.case == cases[3]).values(answer_due=None))
    page = anna.queue()
    assert sorted(cases, key=page.index) == [cases[0], cases[1], cases[2], cases[3]]
    assert [visitor.history()["queue"]["place"] for visitor in visitors] == [1, 2, 3, 4]


def test_the_time_left_is_told_in_words(any_desk: Desk) -> None:
    """Until the answer, and once that was given until the solution; in the reader's language."""
    anna = any_desk.staff("anna")
    case = any_desk.visitor().ask_person()["queue"]["case"]
    ticket = anna.ticket(case)

    def told() -> str:
        return re.sub("[\u2068\u2069]", "", unescape(anna.queue()) + anna.page(ticket))

    _shift(any_desk, case, answer_due=13)
    assert told().count("Answer due in 12 min") + told().count("Answer due in 13 min") == 2
    _shift(any_desk, case, answer_due=-70, solution_due=300)
    assert "Answer overdue by 70 min" in told()
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Here it is.")
    assert "Solution due in 5 hr" in told()
    anna.does(ticket, "close")
    assert " due in" not in told()


def test_nothing_is_promised_where_the_profile_promises_nothing(
    make_desk: Callable[..., Desk], profile: Profile
) -> None:
    """A profile without promises keeps the order of arrival and shows no time."""
    desk = make_desk(profile.model_copy(update={"promises": {}}))
    cases = [desk.visitor().ask_person()["queue"]["case"] for _ in range(2)]
    page = desk.staff("anna").queue()
    assert page.index(cases[0]) < page.index(cases[1])
    assert "due in" not in page

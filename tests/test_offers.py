"""A waiting request is offered to one colleague at a time: by language, then by load. Anybody may still take it."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import update
from support import Desk, Staff, Visitor, events, utterance, wait_for

from desk import offers, tickets
from store import models as m

SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}


@pytest.fixture(params=["sqlite", "postgresql"])
def any_offering(request: pytest.FixtureRequest, make_desk: Callable[..., Desk]) -> Desk:
    """A desk that offers, once on each database; it does so when a test says it."""
    return _by_hand(make_desk(backend=request.param))


@pytest.fixture
def offering(make_desk: Callable[..., Desk]) -> Desk:
    """The same on SQLite."""
    return _by_hand(make_desk())


def _by_hand(desk: Desk) -> Desk:
    desk.context.settings.offer_minutes = 3  # its background task has ended: there were none at the start
    return desk


@contextlib.contextmanager
def there(*people: Staff) -> Iterator[None]:
    """Everybody of ``people`` has a console open."""
    with contextlib.ExitStack() as stack:
        streams = [events(stack.enter_context(person.http.stream("GET", "/staff/events"))) for person in people]
        for stream in streams:  # kept: a generator that goes closes its stream
            next(stream)
        yield


def asking(desk: Desk, language: str = "en") -> str:
    return str(desk.visitor(language).ask_person()["queue"]["case"])


def look(desk: Desk) -> None:
    with desk.context.database.write() as session:
        offers.offer_due(desk.context, session)


def offered(desk: Desk) -> dict[str, str]:
    """Whom which case is offered to now."""
    people = {person.id: person.login for person in desk.rows(m.Staff)}
    cases = {ticket.id: ticket.case for ticket in desk.rows(m.Ticket)}
    with desk.context.database.read() as session:
        return {cases[number]: people[to] for number, to in offers.offered(session).items()}


def reads(desk: Desk, login: str, *languages: str) -> Staff:
    person = desk.staff(login)
    person.http.post("/staff/reads", data={"code": list(languages)})
    return person


def pass_by(desk: Desk) -> None:
    """The time of every offer runs out."""
    with desk.context.database.write() as session:
        session.execute(update(m.Offer).values(until=m.now()))


def plain(page: str) -> str:
    return re.sub("[\u2068\u2069]", "", page)


def test_by_language_then_by_load(any_offering: Desk) -> None:
    """Who reads it before who declared nothing; never who reads others; of these who has least to do."""
    desk = any_offering
    anna, boris, clara = reads(desk, "anna", "en", "fr"), reads(desk, "boris", "en"), desk.staff("clara")
    dan = reads(desk, "dan", "ru")
    busy = asking(desk)
    anna.does(anna.ticket(busy), "claim")
    done = boris.ticket(asking(desk))
    boris.does(done, "claim")
    boris.does(done, "hand-back")
    first, second, third, _ = asking(desk), asking(desk), asking(desk, "ar"), asking(desk, "ar")
    with there(anna, boris, clara, dan):
        look(desk)
    assert offered(desk) == {first: "boris", second: "anna", third: "clara"}


def test_among_equals_who_had_nothing_new_for_longest(any_offering: Desk) -> None:
    desk = any_offering
    people = [reads(desk, login, "en") for login in ("anna", "boris", "clara")]
    turns = []
    with there(*people):
        for _ in range(6):
            case = asking(desk)
            look(desk)
            turns.append(offered(desk)[case])
            by = desk.staff(turns[-1])
            ticket = by.ticket(case)
            by.does(ticket, "claim")
            by.does(ticket, "hand-back")
    assert turns == ["anna", "boris", "clara"] * 2


def test_who_does_not_take_it_loses_it_to_the_next(any_offering: Desk) -> None:
    """Each has it once; then it is offered to nobody, until it comes back into the queue."""
    desk = any_offering
    anna, boris = reads(desk, "anna", "en"), reads(desk, "boris", "en")
    case = asking(desk)
    with there(anna, boris):
        turns = []
        for _ in range(3):
            look(desk)
            turns.append(offered(desk))
            look(desk)
            assert offered(desk) == turns[-1]  # it is theirs for these minutes
            pass_by(desk)
        assert turns == [{case: "anna"}, {case: "boris"}, {}]
        ticket = boris.ticket(case)
        boris.does(ticket, "claim")
        boris.does(ticket, "release")
        look(desk)
        assert offered(desk) == {case: "anna"}


def test_anybody_may_take_it_meanwhile(any_offering: Desk) -> None:
    """The offer binds nobody, and ends with it."""
    desk = any_offering
    anna, boris = reads(desk, "anna", "en"), desk.staff("boris")
    visitor = desk.visitor()
    case = visitor.ask_person()["queue"]["case"]
    with there(anna):
        look(desk)
        assert offered(desk) == {case: "anna"}
        assert visitor.history()["state"] == "queued"
        boris.does(boris.ticket(case), "claim")
        assert offered(desk) == {}
        assert anna.do(anna.ticket(case), "claim").status_code == 409


def test_one_offer_at_a_time_and_the_most_urgent_first(offering: Desk) -> None:
    anna = reads(offering, "anna", "en")
    cases = [asking(offering) for _ in range(3)]
    with offering.context.database.write() as session:
        session.execute(update(m.Ticket).where(m.Ticket.case == cases[2]).values(priority=1))
    with there(anna):
        look(offering)
        assert offered(offering) == {cases[2]: "anna"}
        anna.does(anna.ticket(cases[2]), "claim")
        look(offering)
        assert offered(offering) == {cases[0]: "anna"}


def test_members_of_the_queue_get_it_and_who_is_away_does_not(offering: Desk) -> None:
    anna, boris = reads(offering, "anna", "en"), reads(offering, "boris", "en")
    boris.joins("general")
    case = asking(offering)
    with there(anna):
        look(offering)
        assert offered(offering) == {}
        with there(boris):
            look(offering)
            assert offered(offering) == {case: "boris"}


def test_a_report_is_offered_to_members_alone(any_offering: Desk) -> None:
    """Nor is anything else of its conversation; and nobody else sees the offer."""
    desk = any_offering
    anna, ruth = reads(desk, "anna", "en"), desk.staff("ruth")
    ruth.joins("sensitive")
    visitor: Visitor = desk.visitor()
    visitor.answered(utterance("I am sorry.", do=[SENSITIVE]), "I was attacked")
    (ticket,) = desk.rows(m.Ticket)
    with desk.context.database.write() as session:
        tickets.create(desk.context, session, session.get_one(m.Conversation, visitor.id), "asked")
    with there(anna):
        look(desk)
        assert offered(desk) == {}
        with there(ruth):
            look(desk)
    assert offered(desk) == {ticket.case: "ruth"}
    assert "Offered to Ruth" not in plain(anna.queue())
    assert "For you" in plain(ruth.queue())


def test_an_offer_ends_when_its_request_becomes_a_report(offering: Desk) -> None:
    anna = reads(offering, "anna", "en")
    case = asking(offering)
    with there(anna):
        look(offering)
        anna.does(anna.ticket(case), "transfer", queue="sensitive")
    assert offered(offering) == {}


def test_the_queue_and_the_request_show_it(offering: Desk) -> None:
    """To both, and by a filter."""
    anna, boris = reads(offering, "anna", "en"), offering.staff("boris")
    mine, other = asking(offering), asking(offering)
    with there(anna):
        look(offering)
    assert "For you" in plain(anna.queue())
    assert "Offered to Anna" in plain(boris.queue())
    page = anna.queue("assignee=offered")
    assert mine in page
    assert other not in page
    assert mine not in boris.queue("assignee=offered")
    assert "For you" in plain(anna.page(anna.ticket(mine)))
    assert "Offered to" not in plain(anna.page(anna.ticket(other)))


def test_a_running_desk_offers_by_itself(make_desk: Callable[..., Desk]) -> None:
    """At once when somebody asks, and again after a restart; not at all where it is not wanted."""
    desk = make_desk(offer_minutes=3)
    anna = reads(desk, "anna", "en")
    with there(anna):
        case = asking(desk)
        wait_for(lambda: offered(desk) == {case: "anna"}, "the offer", 4)
        (offer,) = desk.rows(m.Offer)
        assert dt.timedelta(minutes=2) < offer.until - m.now() <= dt.timedelta(minutes=3)
    quiet = make_desk()
    with there(quiet.staff("anna")):
        asking(quiet)
        quiet.staff("anna").queue()
    assert quiet.rows(m.Offer) == []

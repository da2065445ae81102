"""What staff do to a request besides answering it, on both databases, through the console."""

from __future__ import annotations

import datetime as dt
import html
import re
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update
from support import Assistant, Desk, Staff, Visitor, at_once, utterance

from desk import service_figures, snooze, tickets
from desk.reporting_period import Period
from store import load
from store import models as m
from store.profile import Profile

SIX_DAYS = dt.timedelta(days=6)


def _waiting(desk: Desk, who: Staff, language: str = "en") -> tuple[Visitor, int]:
    """A visitor who waits, and the number of the request."""
    visitor = desk.visitor(language)
    return visitor, who.ticket(visitor.ask_person()["queue"]["case"])


def _claimed(desk: Desk, who: Staff, language: str = "en") -> tuple[Visitor, int]:
    visitor, ticket = _waiting(desk, who, language)
    who.does(ticket, "claim")
    return visitor, ticket


def _ticket(desk: Desk, number: int) -> m.Ticket:
    (found,) = desk.rows(m.Ticket, m.Ticket.id == number)
    return found


def _id(desk: Desk, login: str) -> str:
    (found,) = desk.rows(m.Staff, m.Staff.login == login)
    return found.id


def _audited(desk: Desk, action: str) -> list[tuple[str, Any, Any]]:
    return [(e.actor, e.before, e.after) for e in desk.rows(m.AuditEntry, m.AuditEntry.action == f"ticket.{action}")]


# --- notes ------------------------------------------------------------------------------------------------------------


def test_a_note_is_for_staff_alone(any_desk: Desk) -> None:
    """On the page in its place, masked; not in the visitor's stream, history or copy; gone with the conversation."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket = _waiting(any_desk, anna)
    before = visitor.history()["messages"][-1]["seq"]
    with visitor.stream(before) as stream:
        next(stream)
        anna.does(ticket, "note", text="Call her <b>back</b> at +41 79 123 45 67")
        visitor.say("I am still here")
        texts = [event.data["text"] for event in (next(stream), next(stream)) if event.name == "message"]
    assert texts[0] == "I am still here"
    page = boris.page(ticket)
    assert "Call her <b>back</b> at [tel 1]" in page
    assert page.index("a person, please") < page.index("Call her") < page.index("I am still here")
    assert "<b>back</b>" not in boris.http.get(f"/staff/tickets/{ticket}").text
    assert "123 45 67" not in page
    everything = visitor.request("GET", "/export").text + str(visitor.history())
    assert "Call her" not in everything
    assert [actor for actor, *_ in _audited(any_desk, "noted")] == ["anna"]
    assert anna.do(ticket, "note", text=" \n ").status_code == 422
    assert anna.do(ticket, "note", text="x" * 4001).status_code == 413
    assert visitor.request("DELETE").status_code == 204
    assert any_desk.count(m.Note) == 0


# --- assigning and transferring ---------------------------------------------------------------------------------------


def test_a_request_is_given_to_a_colleague(any_desk: Desk) -> None:
    """One that waits or one's own; the visitor sees who is there now, and only that colleague writes."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    for claimed in (False, True):
        visitor, ticket = (_claimed if claimed else _waiting)(any_desk, anna)
        anna.does(ticket, "assign", colleague=_id(any_desk, "boris"))
        found = visitor.history()
        assert (found["state"], found["staff"]) == ("staff", {"name": "Boris"})
        assert found["messages"][-1]["text"] == "Boris has joined the conversation."
        assert anna.do(ticket, "reply", text="mine").status_code == 409
        boris.does(ticket, "reply", text="here I am")
    assert _audited(any_desk, "assigned") == [("anna", None, {"assignee": "boris"})] * 2


def test_a_request_is_not_taken_from_a_colleague_or_given_to_nobody(any_desk: Desk) -> None:
    """Neither somebody else's request, nor to one who is not there or may not see it, nor from an old page."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket = _claimed(any_desk, anna)
    epoch = anna.epoch(ticket)
    assert boris.do(ticket, "assign", colleague=_id(any_desk, "boris"), epoch=epoch).status_code == 409
    assert anna.do(ticket, "assign", colleague="nobody").status_code == 422
    anna.does(ticket, "release")
    assert anna.do(ticket, "assign", colleague=_id(any_desk, "boris"), epoch=epoch).status_code == 409
    anna.joins("sensitive")
    anna.does(ticket, "transfer", queue="sensitive")
    assert anna.do(ticket, "assign", colleague=_id(any_desk, "boris")).status_code == 422
    assert visitor.history()["state"] == "queued"


def test_a_request_is_passed_to_another_queue(any_desk: Desk, profile: Profile) -> None:
    """With a note, the promises of that queue, and a word to the visitor, who waits again at the place it has there."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "transfer", queue="partnerships", text="They want to host volunteers.")
    found = _ticket(any_desk, ticket)
    assert (found.queue, found.state, found.assignee) == ("partnerships", "open", None)
    promised = dt.timedelta(minutes=profile.promises["partnerships"].answer)
    assert found.answer_due is not None
    assert abs(found.answer_due - found.opened_at - promised) < dt.timedelta(seconds=1)
    state = visitor.history()
    assert (state["state"], state["queue"]["place"]) == ("queued", 1)
    assert "passed your request on" in state["messages"][-1]["text"]
    assert "They want to host volunteers." in boris.page(ticket)
    assert _audited(any_desk, "transferred") == [("anna", {"queue": "general"}, {"queue": "partnerships"})]
    for queue in ("nonsense", "partnerships", ""):
        assert boris.do(ticket, "transfer", queue=queue).status_code == 422
    boris.does(ticket, "claim")
    assert anna.do(ticket, "transfer", queue="general").status_code == 409


def test_a_sensitive_matter_is_passed_on_and_out_of_sight(any_desk: Desk) -> None:
    """Who passes it on does not see it any more; the visitor is told who reads it; it is urgent."""
    anna, dora = any_desk.staff("anna"), any_desk.staff("dora")
    dora.joins("sensitive")
    visitor, ticket = _claimed(any_desk, anna)
    reply = anna.do(ticket, "transfer", queue="sensitive")
    assert reply.headers["location"] == "/staff"
    assert anna.http.get(f"/staff/tickets/{ticket}").status_code == 404
    assert "Only this team reads the conversation now" in visitor.messages("system")[-1]["text"]
    assert _ticket(any_desk, ticket).priority == 1
    dora.does(ticket, "claim")
    again, other = _claimed(any_desk, anna)
    epoch = anna.epoch(other)
    reply = anna.http.post(
        f"/staff/tickets/{other}/transfer", data={"queue": "sensitive", "epoch": epoch}, headers={"HX-Request": "true"}
    )
    assert reply.headers["hx-redirect"] == "/staff"
    assert again.history()["state"] == "queued"


def test_what_was_passed_on_as_sensitive_is_so_everywhere(any_desk: Desk) -> None:
    """'Leave now' and whom to call in the chat and at /case; the visitor's wish to erase it needs staff."""
    anna, visitor = any_desk.staff("anna"), any_desk.visitor()
    asked = visitor.ask_person()
    ticket = anna.ticket(asked["queue"]["case"])
    assert visitor.history()["sensitive"] is False
    anna.does(ticket, "transfer", queue="sensitive")
    contacts = any_desk.context.texts("en", "emergency-contacts")
    assert visitor.history()["sensitive"] is True
    assert visitor.messages("system")[-1]["text"].endswith(contacts)
    found = re.search(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", asked["messages"][-1]["text"])
    assert found
    page = any_desk.client.post("/case", data={"case": asked["queue"]["case"], "code": found[0]}).text
    assert contacts in html.unescape(page)
    reply = visitor.request("DELETE")
    assert (reply.status_code, reply.json()["code"]) == (409, "erase-sensitive")


def test_nobody_keeps_a_conversation_that_has_gone_out_of_their_sight(any_desk: Desk, assistant: Assistant) -> None:
    """Boris passes a waiting request of Anna's conversation on: those who may see it must be able to answer."""
    anna, boris, dora = any_desk.staff("anna"), any_desk.staff("boris"), any_desk.staff("dora")
    dora.joins("sensitive")
    visitor, ticket, failure = _failed_before(any_desk, anna, assistant)
    anna.does(failure, "claim")
    boris.do(ticket, "transfer", queue="sensitive")
    assert visitor.history()["state"] == "queued"
    dora.does(ticket, "claim")
    assert visitor.history()["staff"] == {"name": "Dora"}


# --- closing, reopening -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["answered", "no_reply", "not_ours", "abuse", "closed"])
def test_a_request_is_closed_with_a_reason(desk: Desk, reason: str) -> None:
    """The reason is kept, and the conversation is closed."""
    anna = desk.staff("anna")
    visitor, ticket = _claimed(desk, anna)
    anna.does(ticket, "close", reason=reason)
    assert (_ticket(desk, ticket).state, _ticket(desk, ticket).resolution) == ("solved", reason)
    assert visitor.history()["state"] == "closed"


def test_a_reason_that_is_none_closes_nothing(any_desk: Desk) -> None:
    """Refused; the request stays."""
    anna = any_desk.staff("anna")
    _, ticket = _claimed(any_desk, anna)
    assert anna.do(ticket, "close", reason="merged").status_code == 422
    assert _ticket(any_desk, ticket).state == "claimed"


def test_who_asks_again_after_the_close_reopens_the_request(any_desk: Desk) -> None:
    """The same case, with its history and new promises from now; after a week it is a new one."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "reply", text="It is done.")
    anna.does(ticket, "close", reason="answered")
    with any_desk.context.database.write() as session:
        for moment in ("opened_at", "claimed_at", "answered_at", "solved_at", "answer_due", "solution_due"):
            session.execute(update(m.Ticket).values({moment: getattr(_ticket(any_desk, ticket), moment) - SIX_DAYS}))
    first = _ticket(any_desk, ticket)
    assert visitor.say("It is not!")["state"] == "assistant"
    again = visitor.ask_person()
    assert again["queue"]["case"] == first.case
    found = _ticket(any_desk, ticket)
    assert (found.state, found.resolution, found.solved_at, found.assignee) == ("open", None, None, None)
    assert (found.opened_at, found.answered_at, found.claimed_at) == (first.opened_at, None, first.claimed_at)
    assert found.answer_due is not None and found.solution_due is not None
    promise = any_desk.context.profile.promises["general"]
    for due, minutes in ((found.answer_due, promise.answer), (found.solution_due, promise.solution)):
        assert abs(due - m.now() - dt.timedelta(minutes=minutes)) < dt.timedelta(seconds=30)
    assert "It is not!" in found.summary
    assert _audited(any_desk, "reopened") == [
        ("visitor", {"state": "solved", "resolution": "answered"}, {"state": "open"})
    ]
    anna.does(ticket, "transfer", queue="technical")
    anna.does(ticket, "transfer", queue="general")
    moved = _ticket(any_desk, ticket).answer_due
    assert moved is not None and abs(moved - found.answer_due) < dt.timedelta(seconds=30), (
        "another queue counts from then"
    )
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Now it is.")
    anna.does(ticket, "close")
    with any_desk.context.database.read() as session:
        today = m.now().date()
        period = Period(today - dt.timedelta(days=30), today + dt.timedelta(days=1), "UTC")
        (times,) = service_figures.figures(session, period, m.now(), "sensitive").tables["queues"].rows
    assert max(times[2:]) < 60, "the days between do not count"
    with any_desk.context.database.write() as session:
        session.execute(update(m.Ticket).values(solved_at=m.now() - dt.timedelta(days=8)))
    visitor.say("hello again")
    assert visitor.ask_person()["queue"]["case"] != first.case


def test_what_was_handed_back_is_not_reopened(any_desk: Desk) -> None:
    """The assistant had it since: another matter, another case."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "hand-back")
    assert visitor.ask_person()["queue"]["case"] != _ticket(any_desk, ticket).case


# --- snoozing ---------------------------------------------------------------------------------------------------------


def test_a_request_rests_until_its_time(any_desk: Desk) -> None:
    """Out of the list of work, listed as snoozed, still one's own; it comes back by itself, or by hand."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "snooze", hours="4")
    found = _ticket(any_desk, ticket)
    assert found.state == "snoozed"
    assert found.snoozed_until is not None
    assert abs(found.snoozed_until - m.now() - dt.timedelta(hours=4)) < dt.timedelta(minutes=1)
    assert found.case in anna.queue("state=snoozed")
    assert found.case not in anna.queue("state=claimed")
    assert visitor.history()["state"] == "staff"
    assert boris.do(ticket, "wake", epoch=anna.epoch(ticket)).status_code == 409
    anna.does(ticket, "wake")
    assert _ticket(any_desk, ticket).state == "claimed"

    anna.does(ticket, "snooze", hours="1")
    with any_desk.context.database.write() as session:
        assert snooze.wake_due(session) == 0
        session.execute(update(m.Ticket).values(snoozed_until=m.now() - dt.timedelta(seconds=1)))
        assert snooze.wake_due(session) == 1
    found = _ticket(any_desk, ticket)
    assert (found.state, found.snoozed_until, found.assignee) == ("claimed", None, _id(any_desk, "anna"))
    assert [actor for actor, *_ in _audited(any_desk, "woken")] == ["anna", "desk"]


def test_the_visitors_word_wakes_a_request(any_desk: Desk, assistant: Assistant) -> None:
    """What is said to somebody who rests is not said into the void, and not to the assistant."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "snooze", hours="24")
    assert visitor.say("I have the document now")["state"] == "staff"
    assert assistant.asked == []
    assert _ticket(any_desk, ticket).state == "claimed"


def test_a_resting_request_can_be_answered_and_ended(any_desk: Desk) -> None:
    """Every deed of one's own works without waking it first; nonsense does not."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    for hours in ("0", "-1", "5"):
        assert anna.do(ticket, "snooze", hours=hours).status_code == 422
    anna.does(ticket, "snooze", hours="72")
    anna.does(ticket, "reply", text="One more thing")
    assert visitor.messages("staff")[-1]["text"] == "One more thing"
    anna.does(ticket, "release")
    found = _ticket(any_desk, ticket)
    assert (found.state, found.snoozed_until) == ("open", None)


# --- merging ----------------------------------------------------------------------------------------------------------


def _prove(desk: Desk, *visitors: Visitor) -> None:
    """Have all of them be the same verified person."""
    with desk.context.database.write() as session:
        if session.get(m.Candidate, "c1") is None:
            session.add(m.Candidate(
                id="c1", name="Ada", email="ada@example.org", phone="", language="en", demonstration=True
            ))  # fmt: skip
            session.flush()
        for visitor in visitors:
            session.add(m.Verification(
                conversation_id=visitor.id, waits_until=m.now(), candidate_id="c1", verified_until=m.now()
            ))  # fmt: skip


def test_a_duplicate_of_the_same_person_is_merged(any_desk: Desk) -> None:
    """From another conversation of the verified person: ended with a word where the answer comes; not left deaf."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    first, ticket = _claimed(any_desk, anna)
    second, other = _waiting(any_desk, anna)
    second.request("POST", "/contact", json={"email": "ada@example.org"})
    assert anna.do(ticket, "merge", other=str(other)).status_code == 422
    _prove(any_desk, first, second)
    assert boris.do(ticket, "merge", other=str(other), epoch=anna.epoch(ticket)).status_code == 409
    anna.does(ticket, "merge", other=str(other))
    kept, gone = _ticket(any_desk, ticket), _ticket(any_desk, other)
    assert (gone.state, gone.resolution, gone.merged_into) == ("solved", "merged", kept.case)
    assert kept.contact is not None
    told = second.history()
    assert told["state"] == "assistant"
    assert re.sub("[\u2068\u2069]", "", told["messages"][-1]["text"]) == (
        f"Your request {gone.case} has been joined with your request {kept.case}. The answer will come there."
    )
    assert second.say("and now?")["messages"][-1]["text"] == "You said: and now?"
    assert first.history()["state"] == "staff"
    assert boris.do(other, "claim").status_code == 409
    assert anna.do(ticket, "merge", other=str(other)).status_code == 409


def test_two_requests_of_one_conversation_are_merged(any_desk: Desk, assistant: Assistant) -> None:
    """A technical failure and the wish for a person; the conversation goes on."""
    anna = any_desk.staff("anna")
    visitor = any_desk.visitor()
    assistant.down()
    visitor.say("hello")
    assistant.up()
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    (failure,) = any_desk.rows(m.Ticket, m.Ticket.reason == "failure")
    anna.does(ticket, "claim")
    anna.does(ticket, "merge", other=str(failure.id))
    assert _ticket(any_desk, failure.id).state == "solved"
    assert visitor.history()["state"] == "staff"
    anna.does(ticket, "reply", text="Here I am")


def test_a_colleagues_request_is_not_merged_away(any_desk: Desk) -> None:
    """What somebody else works on stays theirs."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    first, ticket = _claimed(any_desk, anna)
    second, other = _claimed(any_desk, boris)
    _prove(any_desk, first, second)
    assert anna.do(ticket, "merge", other=str(other)).status_code == 409
    assert second.history()["state"] == "staff"


# --- several at once --------------------------------------------------------------------------------------------------


def test_the_same_for_several(any_desk: Desk) -> None:
    """Claim, close, transfer: each that is possible is done, the others are named."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    people = [_waiting(any_desk, anna) for _ in range(4)]
    tickets = [ticket for _, ticket in people]
    boris.does(tickets[3], "claim")
    taken = _ticket(any_desk, tickets[3]).case

    def do(deed: str, picked: list[int], **more: str) -> str:
        reply = anna.http.post("/staff/tickets/bulk", data={"deed": deed, "pick": [str(x) for x in picked], **more})
        assert reply.status_code == 200, reply.text
        return re.sub("[\u2068\u2069]", "", html.unescape(reply.text))

    page = do("claim", tickets[2:])
    assert "Done for 1 request." in page
    assert f"Not possible (any more): {taken}." in page
    assert "Done for 2 requests." in do("transfer", tickets[:2], to="technical")
    assert [_ticket(any_desk, ticket).queue for ticket in tickets[:3]] == ["technical", "technical", "general"]
    assert "Done for 3 requests." in do("close", tickets[:3])
    assert [visitor.history()["state"] for visitor, _ in people] == ["closed", "closed", "closed", "staff"]
    for form in ({"deed": "burn"}, {"deed": "transfer", "to": "nonsense", "pick": str(tickets[0])}):
        assert anna.http.post("/staff/tickets/bulk", data=form).status_code == 422
    boris.joins("sensitive")
    boris.does(tickets[3], "transfer", queue="sensitive")
    hidden = anna.http.post("/staff/tickets/bulk", data={"deed": "claim", "pick": str(tickets[3])})
    assert "Done for 0 requests." in re.sub("[\u2068\u2069]", "", html.unescape(hidden.text))
    assert _ticket(any_desk, tickets[3]).state == "open"


def _failed_before(desk: Desk, who: Staff, assistant: Assistant) -> tuple[Visitor, int, int]:
    """A visitor whom the assistant failed and who then asked for a person; the numbers of both requests."""
    visitor = desk.visitor()
    assistant.down()
    visitor.say("hello")
    assistant.up()
    ticket = who.ticket(visitor.ask_person()["queue"]["case"])
    (failure,) = desk.rows(m.Ticket, m.Ticket.conversation_id == visitor.id, m.Ticket.reason == "failure")
    return visitor, ticket, failure.id


def test_closing_several_leaves_a_colleagues_chat_alone(any_desk: Desk, assistant: Assistant) -> None:
    """A failure of before is ticked off without a word to the visitor; what needs an answer there is refused."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket, failure = _failed_before(any_desk, anna, assistant)
    anna.does(ticket, "claim")
    said = len(visitor.messages())
    boris.http.post("/staff/tickets/bulk", data={"deed": "close", "pick": [str(failure), str(ticket)]})
    assert (_ticket(any_desk, failure).state, _ticket(any_desk, failure).resolution) == ("solved", "no_answer_needed")
    assert (_ticket(any_desk, ticket).state, _ticket(any_desk, ticket).assignee) == ("claimed", _id(any_desk, "anna"))
    assert (visitor.history()["state"], visitor.history()["staff"]) == ("staff", {"name": "Anna"})
    assert len(visitor.messages()) == said
    anna.does(ticket, "reply", text="I am still here.")


def test_a_conversation_is_not_taken_from_a_colleague(any_desk: Desk, assistant: Assistant) -> None:
    """Neither by claiming another request of it, one by one or several, nor by giving that to somebody."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket, failure = _failed_before(any_desk, anna, assistant)
    anna.does(ticket, "claim")
    refused = boris.do(failure, "claim")
    assert refused.status_code == 409
    assert "Anna is talking with this visitor" in re.sub("[\u2068\u2069]", "", html.unescape(refused.text))
    assert boris.do(failure, "assign", colleague=_id(any_desk, "boris")).status_code == 409
    boris.http.post("/staff/tickets/bulk", data={"deed": "claim", "pick": str(failure)})
    assert visitor.history()["staff"] == {"name": "Anna"}
    assert _ticket(any_desk, failure).state == "open"
    anna.does(failure, "assign", colleague=_id(any_desk, "boris"))
    assert visitor.history()["staff"] == {"name": "Boris"}, "who has it may give it away"


def test_who_claims_does_not_wait_for_who_withdraws(any_desk: Desk) -> None:
    """Both lock the conversation before the request; in another order PostgreSQL would end one with an error."""
    anna = any_desk.staff("anna")
    visitor, ticket = _waiting(any_desk, anna)

    def withdraw() -> None:
        with any_desk.context.database.write() as session:
            conversation = session.get_one(m.Conversation, visitor.id, with_for_update=True)
            held.set()
            time.sleep(0.5)  # the claim is on its way to the same rows
            tickets.withdraw(any_desk.context, session, conversation)

    def claim() -> int:
        held.wait(10)
        return anna.do(ticket, "claim").status_code

    held = threading.Event()
    assert at_once(withdraw, claim) == [None, 409]
    assert _ticket(any_desk, ticket).resolution == "withdrawn"


def test_who_waits_with_another_request_waits_on_after_a_close(any_desk: Desk, assistant: Assistant) -> None:
    """The conversation is not closed over the request that nobody has answered; its place is told."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    visitor, ticket, failure = _failed_before(any_desk, anna, assistant)
    anna.does(failure, "claim")
    anna.does(failure, "close", reason="answered")
    found = visitor.history()
    assert (found["state"], found["queue"]["case"], found["queue"]["place"]) == (
        "queued", _ticket(any_desk, ticket).case, 1
    )  # fmt: skip
    assert found["messages"][-1]["text"].startswith(
        any_desk.context.texts("en", "closed-one", name="Anna", case=_ticket(any_desk, failure).case)
    )
    assert [choice["title"] for choice in found["messages"][-1]["choices"]][1] == "Withdraw the request"
    boris.does(ticket, "claim")
    boris.does(ticket, "close", reason="answered")
    assert visitor.history()["state"] == "closed"


def test_a_failure_is_solved_while_its_visitor_waits_for_something_else(any_desk: Desk, assistant: Assistant) -> None:
    """It needs no answer; the request that is waited for does."""
    anna = any_desk.staff("anna")
    visitor, ticket, failure = _failed_before(any_desk, anna, assistant)
    assert 'id="do-solve"' in anna.page(failure)
    assert 'id="do-solve"' not in anna.page(ticket)
    anna.does(failure, "solve")
    assert anna.do(ticket, "solve").status_code == 409
    assert visitor.history()["state"] == "queued"


def test_a_failure_that_is_waited_for_is_answered(any_desk: Desk, assistant: Assistant) -> None:
    """Once a person had it and gave it back, its visitor waits with it."""
    anna, visitor = any_desk.staff("anna"), any_desk.visitor()
    assistant.down()
    visitor.say("hello")
    assistant.up()
    (failure,) = any_desk.rows(m.Ticket)
    anna.does(failure.id, "claim")
    anna.does(failure.id, "release")
    assert anna.do(failure.id, "solve").status_code == 409


def test_two_claim_the_same_list_at_once(any_desk: Desk) -> None:
    """Each request has one owner in the end, and nothing of the loser stays behind."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    people = [_waiting(any_desk, anna) for _ in range(4)]
    data = {"deed": "claim", "pick": [str(ticket) for _, ticket in people]}
    at_once(*(lambda who=who: who.http.post("/staff/tickets/bulk", data=data) for who in (anna, boris)))
    for visitor, _ in people:
        assert visitor.history()["state"] == "staff"
        assert sum("has joined" in message["text"] for message in visitor.messages("system")) == 1


# --- answering --------------------------------------------------------------------------------------------------------


def test_a_second_answer_is_warned_of(any_desk: Desk) -> None:
    """From a page that does not show the first one it is refused once, and sent when it is sent again."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    seen = re.search(r'name="seen" value="(\d+)"', anna.page(ticket))
    assert seen
    anna.does(ticket, "reply", text="First", seen=seen[1])
    refused = anna.do(ticket, "reply", text="Second", seen=seen[1])
    assert refused.status_code == 409
    assert "An answer has been sent meanwhile" in refused.text
    now_seen = re.search(r'name="seen" value="(\d+)"', refused.text)
    assert now_seen
    assert [message["text"] for message in visitor.messages("staff")] == ["First"]
    visitor.say("Thank you")
    anna.does(ticket, "reply", text="Second", seen=now_seen[1])
    assert [message["text"] for message in visitor.messages("staff")] == ["First", "Second"]


def test_canned_replies_are_in_both_languages(any_desk: Desk) -> None:
    """What is inserted is in the visitor's language, with names filled in; beside it the reader's own."""
    anna = any_desk.staff("anna")
    _, ticket = _waiting(any_desk, anna, "fr")
    page = re.sub("[\u2068\u2069]", "", anna.page(ticket))
    assert 'data-insert="Bonjour, je m’appelle Anna.' in page
    assert "Hello, my name is Anna." in page
    assert f"votre demande porte le numéro {_ticket(any_desk, ticket).case}" in page


def test_articles_are_suggested_for_the_last_question(make_desk: Callable[..., Desk], profile: Profile) -> None:
    """Articles near the visitor's question, to insert in the visitor's language, with one's own beside it."""
    desk = make_desk()
    with desk.context.database.write() as session:
        load.load(session, profile)
    anna, visitor = desk.staff("anna"), desk.visitor("fr")
    visitor.say("Combien gagne un volontaire, quel est le montant de l'allocation ?")
    case = visitor.answered(utterance("Je passe la main.", do=[{"kind": "hand_over", "reason": "asked"}]), "ok")[
        "queue"
    ]["case"]
    reply = anna.http.get(f"/staff/tickets/{anna.ticket(case)}/suggestions")
    page = html.unescape(reply.text)
    with desk.context.database.read() as session:
        texts = {text.language: text for text in session.get_one(m.Article, "living-allowance-amount").texts}
    assert "Combien gagne un volontaire" in page
    assert f'data-insert="{texts["fr"].body}"' in page
    assert texts["en"].title in page
    assert anna.http.get("/staff/tickets/999999/suggestions").status_code == 404

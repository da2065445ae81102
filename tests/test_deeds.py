"""What staff do to a request besides answering it, on both databases, through the console."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update
from support import Assistant, Desk, Staff, Visitor, at_once, utterance

from desk import snooze
from store import load
from store import models as m
from store.profile import Profile


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
    """The same case, with its promises and its history; after a week it is a new one."""
    anna = any_desk.staff("anna")
    visitor, ticket = _claimed(any_desk, anna)
    anna.does(ticket, "reply", text="It is done.")
    anna.does(ticket, "close", reason="answered")
    first = _ticket(any_desk, ticket)
    assert visitor.say("It is not!")["state"] == "assistant"
    again = visitor.ask_person()
    assert again["queue"]["case"] == first.case
    found = _ticket(any_desk, ticket)
    assert (found.state, found.resolution, found.solved_at, found.assignee) == ("open", None, None, None)
    assert (found.opened_at, found.answered_at, found.claimed_at) == (
        first.opened_at, first.answered_at, first.claimed_at
    )  # fmt: skip
    assert "It is not!" in found.summary
    assert _audited(any_desk, "reopened") == [
        ("visitor", {"state": "solved", "resolution": "answered"}, {"state": "open"})
    ]
    anna.does(ticket, "claim")
    anna.does(ticket, "close")
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

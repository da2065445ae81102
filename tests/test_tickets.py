"""Hand-over to staff and everything until it ends, on both databases, through the chat API and the console."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from support import NEVER_OPEN, Assistant, Desk, at_once, utterance, wait_for

from store import models as m
from store.profile import Profile, load_profile


def _case(result: dict[str, Any]) -> str:
    return str(result["queue"]["case"])


def test_hand_over_queues_the_conversation_and_tells_the_visitor(any_desk: Desk) -> None:
    """Asking for a person: state queued, a case number, a place, and two ways on."""
    visitor = any_desk.visitor()
    result = visitor.ask_person()
    assert result["state"] == "queued"
    assert result["queue"]["place"] == 1
    last = result["messages"][-1]
    assert last["author"] == "system"
    assert _case(result) in last["text"]
    assert [choice["title"] for choice in last["choices"]] == ["Go on with the assistant", "Withdraw the request"]


def test_the_ticket_holds_what_staff_need(any_desk: Desk) -> None:
    """Reason, queue, language, page, summary, transcript with what was understood and its source."""
    visitor = any_desk.visitor("fr", page="https://example.org/apply")
    source = {"title": "The handbook", "paragraph": "7", "as_of": "2024"}
    understood = {"intent": "ask_article", "score": 0.8123, "article": "living-allowance", "version": 3}
    visitor.answered(utterance("Voici.", sources=[source], understood=understood), "Combien gagne un volontaire ?")
    case = _case(visitor.ask_person())
    anna = any_desk.staff("anna")
    page = anna.page(anna.ticket(case))
    for shown in (
        "asked for a person", "General", "Français", "https://example.org/apply", "Combien gagne un volontaire ?",
        "Voici.", "The handbook § 7 (2024)", "0.8123", "living-allowance v3",
    ):  # fmt: skip
        assert shown in page
    assert "Combien gagne un volontaire ?" in anna.queue()


def test_places_follow_the_order_of_arrival(any_desk: Desk) -> None:
    """Who came first is served first, and everybody moves up when one is taken."""
    visitors = [any_desk.visitor() for _ in range(3)]
    cases = [_case(visitor.ask_person()) for visitor in visitors]
    assert [visitor.history()["queue"]["place"] for visitor in visitors] == [1, 2, 3]
    anna = any_desk.staff("anna")
    anna.does(anna.ticket(cases[0]), "claim")
    assert [visitor.history()["queue"]["place"] for visitor in visitors[1:]] == [1, 2]


def test_a_sensitive_matter_goes_to_its_own_queue_first(any_desk: Desk) -> None:
    """Sensitive matters have their own queue and priority, and nobody is asked for an address there."""
    any_desk.visitor().ask_person()
    visitor = any_desk.visitor()
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    result = visitor.answered(utterance("Thank you for telling us.", do=[deed]))
    ticket = any_desk.rows(m.Ticket, m.Ticket.case == _case(result))[0]
    assert (ticket.queue, ticket.priority, ticket.reason) == ("sensitive", 1, "sensitive")
    assert result["queue"]["place"] == 1
    assert result["queue"]["offer_email"] is False
    assert result["queue"]["wait_text"].endswith("online at the moment. The answer will appear here.")
    anna = any_desk.staff("anna")
    anna.joins("sensitive")
    first = anna.queue().index(_case(result))
    assert all(first <= anna.queue().index(t.case) for t in any_desk.rows(m.Ticket))


def test_a_waiting_request_that_turns_sensitive_moves(any_desk: Desk) -> None:
    """Who went on with the assistant and then reports something sensitive is not left in the general queue."""
    visitor = any_desk.visitor()
    result = visitor.ask_person()
    visitor.press(result["messages"][-1]["choices"][0])
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    result = visitor.answered(utterance("Thank you for telling us.", do=[deed]))
    assert result["state"] == "queued"
    (ticket,) = any_desk.rows(m.Ticket)
    assert (ticket.queue, ticket.priority) == ("sensitive", 1)


def test_a_queue_the_organisation_does_not_have_is_the_general_one(make_desk: Callable[..., Desk]) -> None:
    """A profile without a queue for partners still receives their requests."""
    desk = make_desk(load_profile("foodbank").model_copy(update={"name": "unv"}))
    visitor = desk.visitor()
    visitor.answered(utterance("Yes.", do=[{"kind": "hand_over", "reason": "asked", "queue": "partnerships"}]))
    assert [ticket.queue for ticket in desk.rows(m.Ticket)] == ["general"]


def test_the_assistant_is_silent_while_queued(any_desk: Desk, assistant: Assistant) -> None:
    """What a waiting visitor writes joins the ticket, which is said once; the assistant says nothing to it."""
    visitor = any_desk.visitor()
    case = _case(visitor.ask_person())
    told = visitor.say("One more thing: I live in Kenya.")["messages"]
    assert [message["author"] for message in told] == ["visitor", "system"]
    assert told[1]["text"] == "Your message has been added to your request."
    assert [message["author"] for message in visitor.say("And I am a nurse.")["messages"]] == ["visitor"]
    anna = any_desk.staff("anna")
    assert "One more thing: I live in Kenya." in anna.page(anna.ticket(case))
    names = {body["sender"] for body in assistant.asked}
    assert len(names) == 2, "each message is read by itself"
    assert all(name.startswith(f"{visitor.id}:aside-") for name in names)


REPORT = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}


def test_harm_that_is_told_while_waiting_is_noticed(any_desk: Desk, assistant: Assistant) -> None:
    """Whom to call, the team for such matters, its place and its alarm; the assistant's own answer is not said."""
    visitor, anna, dora = any_desk.visitor(), any_desk.staff("anna"), any_desk.staff("dora")
    dora.joins("sensitive")
    asked = visitor.ask_person()
    ticket = anna.ticket(_case(asked))
    told = visitor.answered(utterance("The assistant's words.", do=[REPORT]), "My team leader touches me.")
    texts = any_desk.context.texts
    assert [message["author"] for message in told["messages"]] == ["visitor", "system", "system"]
    assert told["messages"][1]["text"] == f"{texts('en', 'sensitive')}\n\n{texts('en', 'emergency-contacts')}"
    assert "Only the team for sensitive matters can read it" in told["messages"][2]["text"]
    assert (told["state"], told["sensitive"], _case(told)) == ("queued", True, _case(asked))
    (found,) = any_desk.rows(m.Ticket)
    assert (found.queue, found.priority, found.reason) == ("sensitive", 1, "sensitive")
    assert found.alarm_at is not None
    assert found.alarm_at <= m.now()
    assert anna.http.get(f"/staff/tickets/{ticket}").status_code == 404
    before = len(assistant.asked)
    visitor.say("He does it every day.")
    assert len(assistant.asked) == before, "it is with the right team"
    dora.does(ticket, "claim")


def test_harm_that_is_told_while_waiting_for_a_failure_is_a_request_of_its_own(any_desk: Desk) -> None:
    """The failure stays with those who mend the assistant."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    any_desk.assistant.down()  # type: ignore[attr-defined] # set by the fixture
    visitor.say("hello")
    any_desk.assistant.up()  # type: ignore[attr-defined]
    (failure,) = any_desk.rows(m.Ticket)
    anna.does(failure.id, "claim")
    anna.does(failure.id, "release")
    assert visitor.answered(utterance("…", do=[REPORT]))["sensitive"] is True
    assert sorted(each.queue for each in any_desk.rows(m.Ticket)) == ["sensitive", "technical"]


def test_who_waits_loses_nothing_while_the_assistant_is_away(any_desk: Desk, assistant: Assistant) -> None:
    """What is written joins the request as ever; no failure is told, nor a ticket made of it."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    case = _case(visitor.ask_person())
    assistant.down()
    told = visitor.say("And I am a nurse.")
    assistant.up()
    assert [message["text"] for message in told["messages"]] == [
        "And I am a nurse.", "Your message has been added to your request."
    ]  # fmt: skip
    assert [each.case for each in any_desk.rows(m.Ticket)] == [case]
    assert "And I am a nurse." in anna.page(anna.ticket(case))


def test_a_colleague_who_comes_meanwhile_reads_it(any_desk: Desk, assistant: Assistant) -> None:
    """Then nothing is moved: whoever talks with the visitor decides."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    assistant.says(utterance("…", do=[REPORT]))
    assistant.stalls()

    def take() -> None:
        wait_for(lambda: assistant.asked, "the assistant to be asked")
        anna.does(ticket, "claim")
        assistant.goes_on()

    reply, failed = at_once(lambda: visitor.send("He touches me."), take)
    assert failed is None
    assert (reply.json()["state"], len(reply.json()["messages"])) == ("staff", 1)
    assert "He touches me." in anna.page(ticket)


def test_claiming_tells_the_visitor_who_joined(any_desk: Desk) -> None:
    """The visitor sees the name of the person who took the request."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    anna.does(anna.ticket(_case(visitor.ask_person())), "claim")
    found = visitor.history()
    assert found["state"] == "staff"
    assert found["staff"] == {"name": "Anna"}
    assert found["messages"][-1]["text"] == "Anna has joined the conversation."


def test_of_two_who_claim_at_once_exactly_one_wins(any_desk: Desk) -> None:
    """The other one is told by whom, and nothing of theirs stays behind."""
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    for _ in range(5):
        visitor = any_desk.visitor()
        ticket = anna.ticket(_case(visitor.ask_person()))
        replies = at_once(lambda t=ticket: anna.do(t, "claim"), lambda t=ticket: boris.do(t, "claim"))
        assert sorted(reply.status_code for reply in replies) == [303, 409]
        winner = "Anna" if replies[0].status_code == 303 else "Boris"
        loser = next(reply for reply in replies if reply.status_code == 409)
        assert f"{winner} has this request now" in loser.text
        assert visitor.history()["staff"] == {"name": winner}
        assert sum("has joined" in message["text"] for message in visitor.messages("system")) == 1


def test_a_reply_reaches_the_visitor(any_desk: Desk) -> None:
    """A member of staff's words arrive under their name."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Hello! How can I help?\n<b>bold</b>")
    last = visitor.messages()[-1]
    assert (last["author"], last["name"]) == ("staff", "Anna")
    assert last["text"] == "Hello! How can I help?\n<b>bold</b>"


def test_only_the_owner_replies(any_desk: Desk) -> None:
    """Neither a colleague nor somebody who has not claimed can write into the conversation."""
    visitor = any_desk.visitor()
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    ticket = anna.ticket(_case(visitor.ask_person()))
    assert anna.do(ticket, "reply", text="too early").status_code == 409
    anna.does(ticket, "claim")
    epoch = anna.epoch(ticket)
    for deed in ("reply", "hand-back", "close", "release"):
        reply = boris.do(ticket, deed, epoch=epoch, text="mine!")
        assert reply.status_code == 409, deed
    assert visitor.history()["state"] == "staff"
    assert visitor.messages("staff") == []


def test_an_outdated_page_changes_nothing(any_desk: Desk) -> None:
    """A form of an earlier state of the conversation is refused, even by the right person."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    anna.does(ticket, "claim")
    old = anna.epoch(ticket)
    anna.does(ticket, "release")
    anna.does(ticket, "claim")
    assert anna.do(ticket, "reply", text="from the old page", epoch=old).status_code == 409
    assert visitor.messages("staff") == []


def test_an_empty_reply_is_refused(any_desk: Desk) -> None:
    """Blanks are not an answer."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    anna.does(ticket, "claim")
    assert anna.do(ticket, "reply", text="  \n ").status_code == 422


def test_hand_back_gives_the_assistant_a_clear_head(any_desk: Desk, assistant: Assistant) -> None:
    """The assistant answers again, in a new session of its own, and the ticket is solved."""
    visitor = any_desk.visitor()
    visitor.say("before")
    before = assistant.asked[-1]["sender"]
    anna = any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    anna.does(ticket, "claim")
    anna.does(ticket, "hand-back")
    found = visitor.history()
    assert (found["state"], found["queue"], found["staff"]) == ("assistant", None, None)
    assert visitor.say("after")["messages"][-1]["text"] == "You said: after"
    after = assistant.asked[-1]["sender"]
    assert before != after
    assert {before.split(":")[0], after.split(":")[0]} == {visitor.id}
    assert [(t.state, t.resolution) for t in any_desk.rows(m.Ticket)] == [("solved", "handed_back")]


def test_writing_after_the_close_reopens(any_desk: Desk) -> None:
    """A closed conversation is no dead end: the visitor writes, and the assistant answers."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    ticket = anna.ticket(_case(visitor.ask_person()))
    anna.does(ticket, "claim")
    anna.does(ticket, "close")
    assert visitor.history()["state"] == "closed"
    result = visitor.say("one more question")
    assert result["state"] == "assistant"
    assert result["messages"][-1]["text"] == "You said: one more question"


def test_release_puts_the_request_back_at_its_old_place(any_desk: Desk) -> None:
    """Who waited longest is still first, and somebody else can take it."""
    first, second = any_desk.visitor(), any_desk.visitor()
    anna, boris = any_desk.staff("anna"), any_desk.staff("boris")
    ticket = anna.ticket(_case(first.ask_person()))
    second.ask_person()
    anna.does(ticket, "claim")
    anna.does(ticket, "release")
    assert (first.history()["state"], first.history()["queue"]["place"]) == ("queued", 1)
    assert second.history()["queue"]["place"] == 2
    boris.does(ticket, "claim")
    assert first.history()["staff"] == {"name": "Boris"}


def test_withdraw_ends_the_request(any_desk: Desk) -> None:
    """The visitor takes the request back; the assistant is there again; nobody can claim it."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    result = visitor.ask_person()
    ticket = anna.ticket(_case(result))
    withdrawn = visitor.press(result["messages"][-1]["choices"][1])
    assert (withdrawn["state"], withdrawn["queue"]) == ("assistant", None)
    assert anna.do(ticket, "claim").status_code == 409
    assert visitor.history()["state"] == "assistant"


def test_going_on_with_the_assistant_keeps_the_place(any_desk: Desk) -> None:
    """The request stays where it was, the assistant answers, and a person who claims it takes over."""
    first, second = any_desk.visitor(), any_desk.visitor()
    result = first.ask_person()
    second.ask_person()
    resumed = first.press(result["messages"][-1]["choices"][0])
    assert (resumed["state"], resumed["queue"]["place"]) == ("assistant", 1)
    assert first.say("meanwhile")["messages"][-1]["text"] == "You said: meanwhile"
    assert second.history()["queue"]["place"] == 2
    anna = any_desk.staff("anna")
    anna.does(anna.ticket(_case(result)), "claim")
    assert first.history()["state"] == "staff"


def test_who_went_on_can_wait_after_all(any_desk: Desk) -> None:
    """The same request, the same place, the visitor waits again."""
    visitor = any_desk.visitor()
    result = visitor.ask_person()
    resumed = visitor.press(result["messages"][-1]["choices"][0])
    waiting = visitor.press(resumed["messages"][-1]["choices"][0])
    assert (waiting["state"], _case(waiting)) == ("queued", _case(result))
    assert any_desk.count(m.Ticket) == 1


def test_asking_twice_opens_one_request(any_desk: Desk) -> None:
    """Who went on with the assistant and asks for a person again keeps the case number."""
    visitor = any_desk.visitor()
    result = visitor.ask_person()
    visitor.press(result["messages"][-1]["choices"][0])
    assert _case(visitor.ask_person()) == _case(result)


def test_a_button_of_an_earlier_state_does_nothing(any_desk: Desk) -> None:
    """Pressing 'withdraw' after a person has come neither withdraws nor fails."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    result = visitor.ask_person()
    resume, withdraw = result["messages"][-1]["choices"]
    anna.does(anna.ticket(_case(result)), "claim")
    for choice in (withdraw, resume):
        pressed = visitor.press(choice)
        assert pressed["state"] == "staff"
        assert pressed["messages"][-1]["text"] == "This button is no longer valid. Please write your question."
    assert [t.state for t in any_desk.rows(m.Ticket)] == ["claimed"]


def test_another_visitors_button_is_refused(any_desk: Desk) -> None:
    """An id of a button works in its own conversation only."""
    theirs = any_desk.visitor().ask_person()["messages"][-1]["choices"][1]
    assert any_desk.visitor().send(choice=theirs["id"]).status_code == 409
    assert [t.state for t in any_desk.rows(m.Ticket)] == ["open"]


def test_a_waiting_time_is_given_only_when_it_is_known(any_desk: Desk) -> None:
    """With fewer than five cases there is no estimate; with five it is their median, if staff are there."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    assert visitor.ask_person()["queue"]["wait_text"].startswith("No colleague is online")

    def taken_after(minutes: int) -> None:
        opened = m.now() - dt.timedelta(days=1)
        with any_desk.context.database.write() as session:
            number = len(session.query(m.Ticket).all())
            session.add(m.Ticket(
                case=f"OLD-{number}", conversation_id=visitor.id, reason="asked", priority=3, queue="general",
                language="en", summary="", state="solved", opened_at=opened,
                claimed_at=opened + dt.timedelta(minutes=minutes),
            ))  # fmt: skip

    with anna.http.stream("GET", "/staff/events") as stream:
        lines = stream.iter_lines()
        next(lines)
        for minutes in (2, 4, 10, 60):
            taken_after(minutes)
            assert visitor.history()["queue"]["wait_text"] == "We cannot say yet how long it will take."
        taken_after(7)
        assert visitor.history()["queue"]["wait_text"] == "It will take about 7 minutes."
    gone = lambda: visitor.history()["queue"]["wait_text"].startswith("No colleague")  # noqa: E731
    wait_for(gone, "the desk to notice that nobody is there")


@pytest.mark.parametrize(
    ("hours", "text"), [(NEVER_OPEN, "Our colleagues are not at work at the moment. You can leave an e-mail address")]
)
def test_outside_hours_the_visitor_is_told_at_once(
    make_desk: Callable[..., Desk], profile: Profile, hours: Any, text: str
) -> None:
    """Nobody waits for people who are not there; an address can be left."""
    desk = make_desk(profile.model_copy(update={"hours": hours}))
    result = desk.visitor().ask_person()
    assert result["queue"]["wait_text"].startswith(text)
    assert result["queue"]["offer_email"] is True
    assert text in result["messages"][-1]["text"]


def test_opening_hours_follow_the_clock_of_their_zone(profile: Profile) -> None:
    """Open from Monday to Friday in Bonn, closed on holidays; the next opening is the next working morning."""
    hours = profile.hours
    at = dt.datetime.fromisoformat
    assert hours.is_open(at("2026-11-20T08:30+01:00"))
    assert not hours.is_open(at("2026-11-20T16:00+01:00"))
    assert hours.is_open(at("2026-07-01T06:30+00:00"))  # half past eight in summer
    assert not hours.is_open(at("2026-11-22T12:00+01:00"))
    assert not hours.is_open(at("2026-12-24T10:00+01:00"))
    assert hours.next_opening(at("2026-12-23T20:00+01:00")) == at("2026-12-28T08:00+01:00")


def test_a_technical_ticket_is_solved_without_a_conversation(any_desk: Desk, assistant: Assistant) -> None:
    """A failure that is over needs no answer; one that somebody waits for cannot be ticked off like that."""
    visitor = any_desk.visitor()
    assistant.down()
    visitor.say("hello")
    assistant.up()
    anna = any_desk.staff("anna")
    (ticket,) = any_desk.rows(m.Ticket)
    anna.does(ticket.id, "solve")
    assert [(t.state, t.resolution) for t in any_desk.rows(m.Ticket)] == [("solved", "no_answer_needed")]
    waiting = anna.ticket(_case(visitor.ask_person()))
    assert anna.do(waiting, "solve").status_code == 409


def test_unknown_tickets_and_deeds_are_404(any_desk: Desk) -> None:
    """There is no ticket 999999 and no such deed."""
    anna = any_desk.staff("anna")
    assert anna.http.get("/staff/tickets/999999").status_code == 404
    assert anna.http.post("/staff/tickets/999999/claim").status_code == 404
    assert anna.http.post("/staff/tickets/1/burn", data={"epoch": "0"}).status_code == 404


def test_every_deed_is_in_the_audit_trail(any_desk: Desk) -> None:
    """Who did what to which request, with what it was before and after."""
    visitor = any_desk.visitor()
    anna = any_desk.staff("anna")
    case = _case(visitor.ask_person())
    ticket = anna.ticket(case)
    for deed in ("claim", "release", "claim", "hand-back"):
        anna.does(ticket, deed)
    entries = [
        (e.actor, e.action, e.before, e.after) for e in any_desk.rows(m.AuditEntry, m.AuditEntry.subject == case)
    ]
    entries = [entry for entry in entries if entry[1] != "ticket.viewed"]
    opened, claimed = {"state": "open"}, {"state": "claimed"}
    assert entries == [
        ("desk", "ticket.opened", None, {"reason": "asked", "queue": "general"}),
        ("anna", "ticket.claimed", opened, claimed),
        ("anna", "ticket.released", claimed, opened),
        ("anna", "ticket.claimed", opened, claimed),
        ("anna", "ticket.solved", claimed, {"state": "solved", "resolution": "handed_back"}),
    ]
    assert any_desk.rows(m.AuditEntry, m.AuditEntry.action == "ticket.viewed", m.AuditEntry.actor == "anna")

"""Requests about the matter of a notice: how they are linked, and one reply to all of them, doubled for nobody."""

from __future__ import annotations

import re
import uuid
from html import unescape

import httpx
import pytest
from support import Desk, Staff, Visitor, at_once, utterance

from store import models as m

HAND_OVER = {"kind": "hand_over", "reason": "asked"}
SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
WORKS = "Signing in works again."


def _published(desk: Desk) -> int:
    """A published notice; its number."""
    with desk.context.database.write() as session:
        text = m.NoticeText(language="en", title="No signing in", body="We work on it.", questions=["x"], keywords=[])
        notice = m.Notice(state="published", texts=[text])
        session.add(notice)
        session.flush()
        return notice.id


def _asks(desk: Desk, notice: int | None, language: str = "en") -> Visitor:
    """A visitor who asked, was given the notice (if any), and wants a person."""
    visitor = desk.visitor(language)
    visitor.answered(utterance("We work on it.", understood={"notice": notice} if notice else {}), "no login")
    visitor.answered(utterance("I call.", understood={"intent": "ask_human"}, do=[HAND_OVER]), "a person")
    return visitor


def _ticket(desk: Desk, visitor: Visitor) -> m.Ticket:
    (found,) = desk.rows(m.Ticket, m.Ticket.conversation_id == visitor.id)
    return found


def _links(desk: Desk) -> dict[int, int]:
    return {row.ticket_id: row.notice_id for row in desk.rows(m.NoticeLink)}


def _send(who: Staff, notice: int, ending: str = "close", reply: str = "", **more: object) -> httpx.Response:
    """The form of the notice's page."""
    form = {"reply": reply or str(uuid.uuid4()), "ending": ending, "text-en": WORKS, **more}
    return who.http.post(f"/staff/notices/{notice}/reply", data=form)


def _told(visitor: Visitor) -> list[str]:
    return [message["text"] for message in visitor.messages("staff")]


# --- linking ----------------------------------------------------------------------------------------------------------


def test_a_request_after_the_notice_is_linked(any_desk: Desk) -> None:
    """By the last question: not by an earlier one, and not where it is a sensitive matter."""
    notice = _published(any_desk)
    linked = _asks(any_desk, notice)
    _asks(any_desk, None)
    moved = any_desk.visitor()
    moved.answered(utterance("We work on it.", understood={"notice": notice}), "no login")
    moved.answered(utterance("20 kg."), "how many bags?")
    moved.ask_person()
    report = any_desk.visitor()
    report.answered(utterance("Thank you.", understood={"notice": notice}, do=[SENSITIVE]), "he threatens me")
    assert _links(any_desk) == {_ticket(any_desk, linked).id: notice}
    (entry,) = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "ticket.linked")
    assert (entry.actor, entry.after) == ("desk", {"notice": notice})


def test_what_becomes_sensitive_is_linked_no_more(desk: Desk) -> None:
    """Whether the visitor tells it or staff pass it on; nor can it be linked by hand."""
    notice, anna = _published(desk), desk.staff("anna")
    anna.joins("sensitive")
    told = _asks(desk, notice)
    passed = _ticket(desk, _asks(desk, notice)).id
    resume = next(c for c in told.messages("system")[-1]["choices"] if c["title"] == "Go on with the assistant")
    told.press(resume)
    told.answered(utterance("Thank you.", do=[SENSITIVE]), "he threatens me")
    anna.does(passed, "transfer", queue="sensitive")
    assert _links(desk) == {}
    assert anna.do(passed, "link", notice=str(notice)).status_code == 422
    bulk = anna.http.post("/staff/tickets/bulk", data={"deed": "link", "pick": [passed], "notice": notice})
    assert "Not possible" in bulk.text
    assert _links(desk) == {}


def test_requests_are_linked_by_hand(any_desk: Desk) -> None:
    """On their page and several in the queue; an agent may; a notice that is none is refused."""
    notice, anna = _published(any_desk), any_desk.staff("anna")
    tickets = [_ticket(any_desk, _asks(any_desk, None)).id for _ in range(3)]
    anna.does(tickets[0], "link", notice=str(notice))
    assert "No signing in" in anna.page(tickets[0])
    reply = anna.http.post("/staff/tickets/bulk", data={"deed": "link", "pick": tickets[:2], "notice": notice})
    assert "Done for 2 requests" in unescape(reply.text)
    assert _links(any_desk) == dict.fromkeys(tickets[:2], notice)
    anna.does(tickets[0], "link", notice="")
    sue = any_desk.staff("sue", "supervisor")
    assert sue.http.post(f"/staff/notices/{notice}/unlink", data={"ticket": tickets[1]}).status_code == 303
    assert _links(any_desk) == {}
    assert anna.do(tickets[2], "link", notice="999999").status_code == 404


def test_the_queue_shows_which_requests_are_linked(any_desk: Desk) -> None:
    """With the notice's title; who may open its page gets the link."""
    notice = _published(any_desk)
    linked, other = _ticket(any_desk, _asks(any_desk, notice)), _ticket(any_desk, _asks(any_desk, None))

    def row(who: Staff, ticket: m.Ticket) -> str:
        (found,) = re.findall(rf'<tr class="priority-\d" id="t{ticket.id}">.*?</tr>', who.queue(), re.DOTALL)
        return str(found)

    sue, anna = any_desk.staff("sue", "supervisor"), any_desk.staff("anna")
    link = f'<a href="/staff/notices/{notice}" id="notice-{linked.id}"><bdi>No signing in</bdi></a>'
    assert link in row(sue, linked)
    assert "<bdi>No signing in</bdi>" in row(anna, linked)
    assert "/staff/notices/" not in row(anna, linked)
    assert "No signing in" not in row(sue, other)


# --- one reply to all -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "state", "resolution"), [("close", "closed", "answered"), ("hand-back", "assistant", "handed_back")]
)
def test_one_reply_to_all(any_desk: Desk, ending: str, state: str, resolution: str) -> None:
    """Each in the own language if it was written, else told which one it is; then all of them end."""
    notice, sue = _published(any_desk), any_desk.staff("sue", "supervisor")
    english, french, spanish = (_asks(any_desk, notice, language) for language in ("en", "fr", "es"))
    other = _asks(any_desk, None)
    sue.does(_ticket(any_desk, french).id, "claim")
    reply = _send(sue, notice, ending, **{"text-fr": "La connexion marche à nouveau."})
    assert "3 visitors have been answered" in unescape(reply.text)
    assert _told(english) == [WORKS]
    assert _told(french) == ["La connexion marche à nouveau."]
    (said,) = _told(spanish)
    assert said.endswith(f"en inglés).\n\n{WORKS}")
    assert _told(other) == []
    for visitor in (english, french, spanish):
        ticket = _ticket(any_desk, visitor)
        assert (ticket.state, ticket.resolution) == ("solved", resolution)
        assert visitor.history()["state"] == state
    assert _ticket(any_desk, other).state == "open"
    assert any_desk.count(m.AuditEntry, m.AuditEntry.action == "notice.answered") == 3


def test_nobody_is_answered_twice(any_desk: Desk) -> None:
    """Sent again, by two at once, or after a visitor has opened the request anew: the same reply comes once."""
    notice, sue, tom = _published(any_desk), any_desk.staff("sue", "supervisor"), any_desk.staff("tom", "supervisor")
    visitors = [_asks(any_desk, notice) for _ in range(3)]
    reply = str(uuid.uuid4())
    at_once(lambda: _send(sue, notice, reply=reply), lambda: _send(tom, notice, reply=reply))
    _send(sue, notice, reply=reply)
    assert [_told(visitor) for visitor in visitors] == [[WORKS]] * 3
    assert [_ticket(any_desk, visitor).state for visitor in visitors] == ["solved"] * 3
    visitors[0].say("it does not work")
    visitors[0].ask_person()
    assert "Not possible" in _send(sue, notice, reply=reply).text
    assert _told(visitors[0]) == [WORKS]
    _send(sue, notice)
    assert _told(visitors[0]) == [WORKS, WORKS]


def test_several_requests_of_one_conversation_get_one_reply(desk: Desk) -> None:
    """All of them end with it; one about something else keeps the conversation with staff."""
    notice, sue = _published(desk), desk.staff("sue", "supervisor")
    visitor = _asks(desk, notice)
    with desk.context.database.write() as session:
        first = session.query(m.Ticket).one()
        second = m.Ticket(
            case="ZZZZ-2222", conversation_id=visitor.id, reason="failure", priority=3, queue="technical",
            language="en", summary="x",
        )  # fmt: skip
        session.add(second)
        session.flush()
        session.add(m.NoticeLink(ticket_id=second.id, notice_id=notice))
    _send(sue, notice)
    assert _told(visitor) == [WORKS]
    assert [ticket.state for ticket in desk.rows(m.Ticket)] == ["solved", "solved"]
    again = _asks(desk, notice)
    ticket = desk.rows(m.Ticket, m.Ticket.conversation_id == again.id)[0].id
    sue.does(ticket, "claim")
    with desk.context.database.write() as session:
        session.add(m.Ticket(
            case="ZZZZ-3333", conversation_id=again.id, reason="asked", priority=3, queue="general", state="claimed",
            language="en", summary="bags", assignee=session.get_one(m.Ticket, ticket).assignee,
        ))  # fmt: skip
    _send(sue, notice)
    assert _told(again) == [WORKS]
    states = {t.case: t.state for t in desk.rows(m.Ticket, m.Ticket.conversation_id == again.id)}
    assert states.pop("ZZZZ-3333") == "claimed"
    assert set(states.values()) == {"solved"}
    assert again.history()["state"] == "staff"
    assert first.case not in states


def test_a_colleague_s_are_named_and_left_alone(any_desk: Desk) -> None:
    """Until it is confirmed, and then only as they were when it was."""
    notice, sue, boris = _published(any_desk), any_desk.staff("sue", "supervisor"), any_desk.staff("boris")
    free, held = _asks(any_desk, notice), _asks(any_desk, notice)
    ticket = _ticket(any_desk, held)
    boris.does(ticket.id, "claim")
    page = unescape(sue.http.get(f"/staff/notices/{notice}").text)
    token = re.search(r'name="confirmed" value="([^"]+)"', page)
    assert token
    reply = unescape(_send(sue, notice).text)
    assert "1 visitor has been answered" in reply
    assert re.search(rf"<li>{ticket.case} · <bdi>Boris</bdi></li>", reply)
    assert (_told(free), _told(held), _ticket(any_desk, held).state) == ([WORKS], [], "claimed")
    boris.does(ticket.id, "release")
    boris.does(ticket.id, "claim")
    _send(sue, notice, confirmed=token[1])
    assert _told(held) == []
    token = re.search(r'name="confirmed" value="([^"]+)"', sue.http.get(f"/staff/notices/{notice}").text)
    assert token
    _send(sue, notice, confirmed=token[1])
    assert _told(held) == [WORKS]
    assert (_ticket(any_desk, held).state, held.history()["state"]) == ("solved", "closed")
    (entry,) = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "ticket.assigned")
    assert (entry.actor, entry.before, entry.after) == ("sue", {"assignee": "boris"}, {"assignee": "sue"})


def test_what_is_no_reply_is_refused(desk: Desk) -> None:
    """Nothing is sent, and what was written stays in the form."""
    notice, sue = _published(desk), desk.staff("sue", "supervisor")
    visitor = _asks(desk, notice)
    for wrong in ({"text-en": " "}, {"ending": "keep"}, {"reply": "x"}, {"text-fr": "x" * 4001}):
        reply = _send(sue, notice, **{"text-ru": "Работает.", **wrong})
        assert reply.status_code == 422, wrong
        assert "Работает." in reply.text
    assert _send(sue, 999999).status_code == 404
    assert _told(visitor) == []


def test_who_may_not_see_a_request_does_not_answer_it(desk: Desk) -> None:
    """A linked request of a conversation that holds a report exists for nobody else."""
    notice, sue = _published(desk), desk.staff("sue", "supervisor")
    desk.staff("dora").joins("sensitive")
    visitor = _asks(desk, notice)
    with desk.context.database.write() as session:
        session.add(m.Ticket(
            case="ZZZZ-4444", conversation_id=visitor.id, reason="sensitive", priority=1, queue="sensitive",
            language="en", summary="x",
        ))  # fmt: skip
    assert "0 visitors have been answered" in _send(sue, notice).text
    assert _told(visitor) == []

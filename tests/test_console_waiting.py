"""What waits for a member of staff on every page, the tone for it, and answers that are sent once more."""

from __future__ import annotations

import re
import uuid

from support import Desk, Staff, utterance

from desk.presence import Presence
from store import models as m


def _waiting(who: Staff) -> list[str]:
    reply = who.http.get("/staff/waiting", headers={"HX-Request": "true"})
    assert reply.status_code == 200, reply.text
    found = re.search(r'data-waiting="([^"]*)"', reply.text)
    assert found, reply.text
    return found[1].split()


def test_what_waits_is_named_to_those_whose_it_is(desk: Desk) -> None:
    """Requests of one's own queues, or all for a member of none; a report only to those who may see it."""
    anna, boris = desk.staff("anna"), desk.staff("boris")
    ticket = anna.ticket(desk.visitor().ask_person()["queue"]["case"])
    assert _waiting(anna) == _waiting(boris) == [str(ticket)]
    boris.joins("sensitive")
    assert _waiting(boris) == []
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    desk.visitor().answered(utterance("Thank you.", do=[deed]))
    report = max(each.id for each in desk.rows(m.Ticket))
    assert (_waiting(anna), _waiting(boris)) == ([str(ticket)], [str(report)])


def test_a_message_in_ones_own_request_waits_until_it_is_answered(desk: Desk) -> None:
    """It has the message's number, so that each new one is news; the queue says so beside the name."""
    anna, boris, visitor = desk.staff("anna"), desk.staff("boris"), desk.visitor()
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text="Good morning")
    assert _waiting(anna) == []
    seq = visitor.say("One more thing")["messages"][0]["seq"]
    assert (_waiting(anna), _waiting(boris)) == ([f"{ticket}:{seq}"], [])
    assert "The visitor has written" in anna.queue()
    anna.does(ticket, "reply", text="Yes?")
    assert _waiting(anna) == []
    assert "The visitor has written" not in anna.queue()


def test_a_tone_only_for_whom_wants_one(desk: Desk) -> None:
    """Off until it is switched on, for oneself alone."""
    anna, boris = desk.staff("anna"), desk.staff("boris")
    heard = lambda who: "data-chime" in who.http.get("/staff/waiting").text  # noqa: E731
    assert not heard(anna)
    assert anna.http.post("/staff/chime", data={"wanted": "true"}).headers["location"] == "/staff/account"
    assert (heard(anna), heard(boris)) == (True, False)
    assert re.search(r'name="wanted" value="true" checked', anna.http.get("/staff/account").text)
    anna.http.post("/staff/chime")
    assert not heard(anna)


def test_an_answer_that_is_sent_once_more_is_said_once(desk: Desk) -> None:
    """The desk was away before its word came back: the same form may be sent again, also after a refresh."""
    anna, visitor = desk.staff("anna"), desk.visitor()
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    page = anna.page(ticket)
    form = {
        name: re.findall(rf'name="{name}"[^>]* value="([^"]+)"', page)[0] for name in ("epoch", "seen", "client_id")
    }
    for _ in range(2):
        assert anna.http.post(f"/staff/tickets/{ticket}/reply", data={**form, "text": "Yes"}).status_code == 303
    assert [each.text for each in desk.rows(m.Message) if each.author == "staff"] == ["Yes"]
    assert f'data-client-id="{form["client_id"]}"' in anna.page(ticket)
    other = {**form, "client_id": str(uuid.uuid4()), "text": "No"}
    assert anna.http.post(f"/staff/tickets/{ticket}/reply", data=other).status_code == 409
    assert all("client_id" not in each for each in visitor.history()["messages"] if each["author"] == "staff")


def test_a_person_with_two_windows_is_one_person(desk: Desk) -> None:
    """The waiting time is reckoned with people, not with windows."""
    anna: Presence = desk.context.presence
    with anna.console("anna", None), anna.console("anna", 7):
        assert "1 console is open" in re.sub("[\u2068\u2069]", "", desk.staff("boris").queue())

"""Requests for volunteers at the desk: stored with a ticket, confirmed by a link, looked up by a code, changed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from support import PLENTY, Assistant, Desk, Visitor, utterance, wait_for
from test_applications import PostOffice
from test_webhooks import SECRET, Receiver

from desk import cases
from desk.settings import Settings
from store import models as m

ADDRESS = "maria.silva@example.org"
NURSES = {
    "number": 2, "profile": "nurse", "modality": "international", "country": "TD", "start": "2027-03",
    "duration": "P6M",
}  # fmt: skip
PILOTS = {"number": 1, "profile": "drone pilot", "modality": "", "country": "ML", "start": "soon", "duration": ""}
ASKED = "we need two nurses in Chad"


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    """A mail server."""
    server = PostOffice()
    yield server
    server.controller.stop()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """The outside system."""
    server = Receiver()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def _desk(make_settings: Callable[..., Settings], office: PostOffice, receiver: Receiver) -> Iterator[Desk]:
    plenty = {"code_rate": PLENTY, "code_network_rate": PLENTY}
    hook = {"webhook_url": receiver.url, "webhook_secret": SECRET}
    running = Desk(
        make_settings("sqlite", smtp_url=office.url, public_url="https://desk.example.org", **hook, **plenty)
    )
    yield running
    running.stop()


@pytest.fixture
def desk(_desk: Desk, assistant: Assistant, office: PostOffice, receiver: Receiver) -> Desk:
    """A desk with nothing in it, that sends mail and events."""
    _desk.forget()
    _desk.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
    office.reset()
    receiver.got.clear()
    with _desk.context.database.write() as session:
        for key, text in (("nurse", "Nurse"), ("midwife", "Midwife")):
            session.merge(m.Name(kind="role", key=key, language="en", position=0, text=text))
        session.merge(m.Name(kind="country", key="TD", language="en", position=0, text="Chad"))
        session.merge(m.Name(kind="host", key="unicef", language="en", position=0, text="UNICEF"))
    return _desk


def wanted(**values: Any) -> dict[str, Any]:
    """What the assistant asks the desk for."""
    request = {
        "key": "0123456789abcdef", "lines": [NURSES, PILOTS], "organisation": "unicef", "contact": "Maria Silva",
        "email": "[e-mail 1]", "funding": "own", "open_points": ["duration"], "changes": "", **values,
    }  # fmt: skip
    return utterance("I am passing it on.", do=[{"kind": "request_volunteers", "request": request}])


def made(desk: Desk, **values: Any) -> tuple[Visitor, str]:
    """Somebody who has made a request, and its number."""
    visitor = desk.visitor()
    visitor.say(f"my address is {ADDRESS}")
    text = visitor.answered(wanted(**values), ASKED)["messages"][-1]["text"]
    return visitor, number_in(text)


def number_in(text: str) -> str:
    found = re.search(r"VR-[A-Z0-9]{4}-[A-Z0-9]{4}", text)
    assert found, text
    return found[0]


def mails(office: PostOffice, subject: str, to: str = ADDRESS, count: int = 1) -> list[EmailMessage]:
    """The mails to ``to`` with words in their subject, once there are ``count`` of them."""

    def found() -> list[EmailMessage]:
        there = [mail for who, mail in office.got if who == to and subject in str(mail["Subject"])]
        return there if len(there) >= count else []

    return wait_for(found, f"{count} mails to {to} with {subject!r}")


def link(office: PostOffice, number: str) -> str:
    """The path of the link in the mail about a request."""
    text = str(mails(office, f"Please confirm your request {number}")[-1].get_content())
    found = re.search(r"https://desk\.example\.org(/requests/confirm/\S+)", text)
    assert found
    return found[1]


def look_up(desk: Desk, visitor: Visitor, office: PostOffice, number: str) -> dict[str, Any]:
    """Ask how a request is doing and show the code that was sent."""
    office.newest(ADDRESS)
    known = [mail for _, mail in office.got]  # one of an earlier test may have come late
    visitor.answered(utterance("I look it up.", do=[{"kind": "verify"}]), f"how is my request {number} doing")
    new = wait_for(lambda: [mail for mail in mails(office, "Your code") if mail not in known], "the code")
    return visitor.say(str(new[-1]["Subject"])[-6:])


def press(visitor: Visitor, result: dict[str, Any], title: str) -> dict[str, Any]:
    choices = [choice for choice in result["messages"][-1]["choices"] if choice["title"] == title]
    assert choices, [choice["title"] for choice in result["messages"][-1]["choices"]]
    return visitor.press(choices[0])


# --- made -------------------------------------------------------------------------------------------------------------


def test_a_request_is_stored_with_its_lines_and_a_ticket(desk: Desk) -> None:
    """In the partnerships queue; the visitor goes on with the assistant and waits for nobody."""
    visitor, number = made(desk)
    (request,) = desk.rows(m.VolunteerRequest)
    assert (request.number, request.organisation, request.funding) == (number, "unicef", "own")
    assert [(x.number, x.profile, x.country, x.start, x.duration) for x in request.lines] == [
        (2, "nurse", "TD", "2027-03", "P6M"), (1, "drone pilot", "ML", "soon", "")
    ]  # fmt: skip
    (ticket,) = desk.rows(m.Ticket)
    assert (ticket.queue, ticket.reason, ticket.state) == ("partnerships", "volunteer_request", "open")
    state = visitor.history()
    assert (state["state"], state["queue"]) == ("assistant", None)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_request_can_be_followed_on_any_device(desk: Desk, language: str) -> None:
    """Its case number and code are told with it, and open it; the store holds no code."""
    visitor = desk.visitor(language)
    visitor.say(f"my address is {ADDRESS}")
    text = visitor.answered(wanted(), ASKED)["messages"][-1]["text"]
    (ticket,) = desk.rows(m.Ticket)
    code = cases.code_of(desk.context, ticket.case)
    assert number_in(text)
    assert ticket.case in text
    assert code in text
    assert all(code not in message.text for message in desk.rows(m.Message))
    page = desk.client.post("/case", data={"case": ticket.case, "code": code})
    assert (page.status_code, ticket.case in page.text) == (200, True)


def test_the_address_reaches_the_contact_and_nobody_else(desk: Desk, office: PostOffice) -> None:
    """It is in no message, not with the assistant, and encrypted in the store."""
    visitor, _ = made(desk)
    assert office.newest(ADDRESS)
    assert ADDRESS not in json.dumps(visitor.history())
    assert ADDRESS not in json.dumps(desk.assistant.asked)  # type: ignore[attr-defined] # set by the fixture
    assert ADDRESS not in desk.rows(m.VolunteerRequest)[0].email


def test_the_same_draft_twice_is_one_request(desk: Desk) -> None:
    """A button that is pressed again sends nothing again."""
    visitor, number = made(desk)
    again = visitor.answered(wanted(), ASKED)["messages"][-1]["text"]
    assert number in again
    assert desk.count(m.VolunteerRequest) == 1
    assert desk.count(m.Ticket) == 1


def test_an_address_that_is_kept_no_more_is_asked_for_again(desk: Desk) -> None:
    visitor = desk.visitor()
    result = visitor.answered(wanted(email="[e-mail 7]"), ASKED)
    assert "again" in result["messages"][-1]["text"]
    assert [choice["title"] for choice in result["messages"][-1]["choices"]] == ["Give the address again"]
    assert desk.count(m.VolunteerRequest) == 0


@pytest.mark.parametrize(
    "wrong", [{"lines": []}, {"lines": [{**NURSES, "number": 0}]}, {"funding": "stolen"}, {"contact": ""}]
)
def test_a_request_of_another_form_is_a_failure(desk: Desk, wrong: dict[str, Any]) -> None:
    visitor = desk.visitor()
    visitor.say(f"my address is {ADDRESS}")
    visitor.answered(wanted(**wrong), ASKED)
    assert desk.count(m.VolunteerRequest) == 0
    assert [ticket.reason for ticket in desk.rows(m.Ticket)] == ["failure"]


def test_nobody_s_mailbox_is_filled(make_desk: Callable[..., Desk], office: PostOffice) -> None:
    """Mails with links are counted like codes; the button sends the request later."""
    desk = make_desk(smtp_url=office.url, code_rate="1/hour")
    made(desk)
    visitor = desk.visitor()
    visitor.say(f"my address is {ADDRESS}")
    result = visitor.answered(wanted(key="fedcba9876543210"), ASKED)
    assert "Too many" in result["messages"][-1]["text"]
    assert [choice["title"] for choice in result["messages"][-1]["choices"]] == ["Send the request"]
    assert desk.count(m.VolunteerRequest) == 1


# --- confirmed --------------------------------------------------------------------------------------------------------


def test_a_request_counts_once_its_contact_pressed_the_button(
    desk: Desk, office: PostOffice, receiver: Receiver
) -> None:
    """Following the link, as programs that look into mail do, confirms nothing."""
    _, number = made(desk)
    path = link(office, number)
    page = desk.client.get(path)
    desk.client.head(path)
    assert (page.status_code, number in page.text, "Confirm the request" in page.text) == (200, True, True)
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "volunteer-chat.js" not in page.text, "the chat would tell the desk this address"
    assert desk.rows(m.VolunteerRequest)[0].confirmed_at is None
    done = desk.client.post(path, follow_redirects=True)
    assert "The request is confirmed" in done.text
    assert desk.rows(m.VolunteerRequest)[0].confirmed_at is not None
    assert mails(office, f"Your request {number} is confirmed")


def test_confirming_twice_is_once(desk: Desk, office: PostOffice, receiver: Receiver) -> None:
    """One mail, one event, one audit entry."""
    _, number = made(desk)
    path = link(office, number)
    desk.client.post(path)
    first = desk.rows(m.VolunteerRequest)[0].confirmed_at
    desk.client.post(path)
    assert desk.rows(m.VolunteerRequest)[0].confirmed_at == first
    assert desk.count(m.AuditEntry, m.AuditEntry.action == "request.confirmed") == 1
    assert len(mails(office, f"Your request {number} is confirmed")) == 1


def test_the_outside_system_hears_of_it_then(desk: Desk, office: PostOffice, receiver: Receiver) -> None:
    """Not before; with the data as fields."""
    _, number = made(desk)
    path = link(office, number)
    assert receiver.got == []
    desk.client.post(path)
    wait_for(lambda: receiver.got, "the event")
    ((headers, sent),) = receiver.got
    event = json.loads(sent)
    assert headers["x-event"] == event["event"] == "request.confirmed"
    data = event["data"]
    assert (data["number"], data["organisation"]) == (number, "UNICEF")
    assert data["contact"] == {"name": "Maria Silva", "email": ADDRESS}
    assert data["lines"] == [NURSES, PILOTS]


def test_a_link_that_never_was_or_has_run_out_confirms_nothing(desk: Desk, office: PostOffice) -> None:
    _, number = made(desk)
    path = link(office, number)
    with desk.context.database.write() as session:
        for request in session.query(m.VolunteerRequest):
            request.token_expires_at = m.now()
    for address in (path, "/requests/confirm/nonsense"):
        desk.client.post(address)
        page = desk.client.get(address)
        assert (page.status_code, "no longer valid" in page.text) == (410, True)
    assert desk.rows(m.VolunteerRequest)[0].confirmed_at is None


def test_staff_see_fields_and_whether_it_is_confirmed(desk: Desk, office: PostOffice) -> None:
    _, number = made(desk)
    anna = desk.staff("anna")
    (ticket,) = desk.rows(m.Ticket)
    page = anna.page(ticket.id)
    assert [part for part in (number, "UNICEF", "Maria Silva", ADDRESS) if part not in page] == []
    assert "2 × Nurse" in page
    assert "only claimed so far" in page
    desk.client.post(link(office, number))
    page = anna.page(ticket.id)
    assert "only claimed" not in page
    assert "yes, by a link" in page


def test_a_person_who_is_called_too_gets_a_ticket_of_their_own(desk: Desk) -> None:
    """The visitor's place in the queue is that ticket's, and withdrawing it leaves the request alone."""
    visitor, _ = made(desk)
    state = visitor.ask_person()
    assert state["state"] == "queued"
    tickets = {ticket.reason: ticket for ticket in desk.rows(m.Ticket)}
    assert set(tickets) == {"volunteer_request", "asked"}
    assert state["queue"]["case"] == tickets["asked"].case


def test_staff_give_a_request_back_and_nobody_is_left_waiting(desk: Desk) -> None:
    visitor, _ = made(desk)
    anna = desk.staff("anna")
    (ticket,) = desk.rows(m.Ticket)
    anna.does(ticket.id, "claim")
    assert visitor.history()["state"] == "staff"
    anna.does(ticket.id, "release")
    assert visitor.history()["state"] == "assistant"
    assert desk.rows(m.Ticket)[0].state == "open"


# --- looked up, changed, withdrawn ------------------------------------------------------------------------------------


def test_progress_is_shown_for_a_code_from_the_contact_s_mail(desk: Desk, office: PostOffice) -> None:
    """To anybody who has number and mail, in another conversation too; the number reaches nobody in clear."""
    _, number = made(desk)
    visitor = desk.visitor()
    result = look_up(desk, visitor, office, number)
    text = result["messages"][-1]["text"]
    assert number in text
    assert "not been confirmed" in text
    assert "2 × Nurse" in text
    assert number not in json.dumps(desk.assistant.asked)  # type: ignore[attr-defined] # set by the fixture
    desk.client.post(link(office, number))
    anna = desk.staff("anna")
    (ticket,) = desk.rows(m.Ticket)
    again = visitor.answered(utterance("I look it up.", do=[{"kind": "verify"}]), f"and {number} now?")
    assert "waiting for a colleague" in again["messages"][-1]["text"]
    anna.does(ticket.id, "solve")
    again = visitor.answered(utterance("I look it up.", do=[{"kind": "verify"}]), f"and {number} now?")
    assert "dealt with" in again["messages"][-1]["text"]
    assert again["messages"][-1]["choices"] == []


def test_a_number_that_nobody_has_is_answered_in_the_same_words(desk: Desk, office: PostOffice) -> None:
    _, number = made(desk)
    office.newest(ADDRESS)
    said = []
    for asked in (number, "VR-ZZZZ-9999"):
        answer = desk.visitor().answered(utterance("I look it up.", do=[{"kind": "verify"}]), f"how is {asked}")
        said.append((answer["messages"][-1]["text"], [x["title"] for x in answer["messages"][-1]["choices"]]))
    assert said[0] == said[1]


def test_a_wrong_code_shows_nothing(desk: Desk, office: PostOffice) -> None:
    _, number = made(desk)
    visitor = desk.visitor()
    visitor.answered(utterance("I look it up.", do=[{"kind": "verify"}]), f"how is {number}")
    right = str(mails(office, "Your code")[-1]["Subject"])[-6:]
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    assert "not right" in visitor.say(wrong)["messages"][-1]["text"]


def test_a_request_is_changed_by_whoever_showed_the_code(desk: Desk, office: PostOffice, receiver: Receiver) -> None:
    """The assistant gets the data without the address; the contact is told, and the outside system."""
    _, number = made(desk)
    desk.client.post(link(office, number))
    visitor = desk.visitor()
    result = press(visitor, look_up(desk, visitor, office, number), "Change the request")
    press(visitor, result, "Change the request")
    payload = desk.assistant.texts[-1]  # type: ignore[attr-defined] # set by the fixture
    draft = json.loads(json.loads(payload.partition("{")[1] + payload.partition("{")[2])["request"])
    assert (draft["changes"], draft["email"]) == (number, "[on file]")
    assert ADDRESS not in payload
    draft["lines"][0]["number"] = 5
    answer = visitor.answered(utterance("Passing on.", do=[{"kind": "request_volunteers", "request": draft}]))
    assert "has been changed" in answer["messages"][-1]["text"]
    (request,) = desk.rows(m.VolunteerRequest)
    assert [line.number for line in request.lines] == [5, 1]
    assert request.confirmed_at is not None
    assert "5 × Nurse" in str(mails(office, f"{number} has been changed")[0].get_content())
    wait_for(lambda: len(receiver.got) == 2, "the second event")
    assert receiver.got[1][0]["x-event"] == "request.changed"


def test_nobody_else_changes_it(desk: Desk) -> None:
    """Whatever the assistant was made to ask for."""
    _, number = made(desk)
    stranger = desk.visitor()
    changed = wanted(changes=number, key="fedcba9876543210", email="[on file]", lines=[{**NURSES, "number": 99}])
    stranger.answered(changed, ASKED)
    assert desk.rows(m.VolunteerRequest)[0].lines[0].number == 2


def test_another_address_has_to_be_confirmed_anew(desk: Desk, office: PostOffice) -> None:
    """From there; the old one is told, and its link is no longer valid."""
    _, number = made(desk)
    old = link(office, number)
    desk.client.post(old)
    visitor = desk.visitor()
    look_up(desk, visitor, office, number)
    visitor.say("use new.contact@example.org from now on")
    (given,) = desk.rows(m.MaskedValue, m.MaskedValue.conversation_id == visitor.id, m.MaskedValue.kind == "email")
    visitor.answered(wanted(changes=number, email=given.placeholder), ASKED)
    assert desk.rows(m.VolunteerRequest)[0].confirmed_at is None
    assert mails(office, "Please confirm", "new.contact@example.org")
    assert mails(office, f"{number} has been changed")
    assert desk.client.get(old).status_code == 410


def test_withdrawing_is_asked_for_twice(desk: Desk, office: PostOffice) -> None:
    """Then the ticket is solved, the contact told, and nothing can be changed any more."""
    _, number = made(desk)
    visitor = desk.visitor()
    result = press(visitor, look_up(desk, visitor, office, number), "Withdraw the request")
    assert desk.rows(m.VolunteerRequest)[0].withdrawn_at is None
    press(visitor, result, "Yes, withdraw it")
    assert desk.rows(m.VolunteerRequest)[0].withdrawn_at is not None
    assert [(ticket.state, ticket.resolution) for ticket in desk.rows(m.Ticket)] == [("solved", "withdrawn")]
    assert mails(office, f"{number} has been withdrawn")
    assert "no longer valid" in html.unescape(press(visitor, result, "Yes, withdraw it")["messages"][-1]["text"])


# --- erased -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("confirmed", "left"), [(False, 0), (True, 1)])
def test_erasing_a_conversation_erases_what_is_only_claimed(
    desk: Desk, office: PostOffice, confirmed: bool, left: int
) -> None:
    """What was confirmed is the organisation's business by then, and stays without the conversation."""
    visitor, number = made(desk)
    if confirmed:
        desk.client.post(link(office, number))
    assert visitor.request("DELETE", "").status_code == 204
    assert desk.count(m.VolunteerRequest) == left
    assert desk.count(m.RequestLine) == left * 2
    assert all(request.conversation_id is None for request in desk.rows(m.VolunteerRequest))

"""What staff write to a visitor who has left goes out by mail, once; its link leads back into the chat."""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import re
import uuid
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import httpx
import pytest
from post import PostOffice
from sqlalchemy import update
from support import Assistant, Desk, Visitor, at_once, utterance, wait_for

from desk import answers
from desk.cases import code_of
from desk.outbox import OUTBOX
from desk.settings import Settings
from store import models as m
from texts.language import SUPPORTED

TO = "amina.otieno@example.org"
LINK = re.compile(r"http\S+/answers/\S+")
LATER = dt.timedelta(minutes=11)


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    """A mail server."""
    server = PostOffice()
    yield server
    server.controller.stop()


@pytest.fixture(scope="module")
def _mailing(make_settings: Callable[..., Settings], office: PostOffice) -> Iterator[Desk]:
    desk = Desk(make_settings(smtp_url=office.url, public_url="https://desk.example.org"))
    yield desk
    desk.stop()


@pytest.fixture
def mailing(_mailing: Desk, office: PostOffice, assistant: Assistant) -> Desk:
    """A desk whose mail goes to the office."""
    _mailing.forget()
    _mailing.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
    office.reset()
    return _mailing


def waiting(desk: Desk, language: str = "en", queue: str = "general", email: str = TO) -> tuple[Visitor, m.Ticket]:
    """A visitor who waits for staff and has left an address."""
    visitor = desk.visitor(language)
    deed = {"kind": "hand_over", "reason": "sensitive" if queue == "sensitive" else "asked", "queue": queue}
    visitor.answered(utterance("I am calling a colleague.", do=[deed]), "a person, please")
    if email:
        assert visitor.request("POST", "/contact", json={"email": email}).status_code == 200
    return visitor, desk.rows(m.Ticket, m.Ticket.conversation_id == visitor.id)[0]


def answered(desk: Desk, ticket: m.Ticket, *texts: str, finish: str = "") -> None:
    """Anna claims the request and answers it; a report is the administrator's."""
    anna = desk.staff("root", "administrator") if ticket.queue == "sensitive" else desk.staff("anna")
    anna.does(ticket.id, "claim")
    for text in texts:
        anna.does(ticket.id, "reply", text=text)
    if finish:
        anna.does(ticket.id, finish)


def pass_time(desk: Desk) -> None:
    """What was written has been written eleven minutes ago."""
    with desk.context.database.write() as session:
        session.execute(update(m.UnseenAnswer).values(at=m.now() - LATER))


def mail_due(desk: Desk) -> int:
    """What the desk does every twenty seconds."""
    with desk.context.database.write() as session:
        written = answers.write_due(desk.context, session)
    desk.context.bus.publish(OUTBOX)
    return written


def mailed(desk: Desk, office: PostOffice, language: str = "en", queue: str = "general", **more: str) -> tuple[
    Visitor, m.Ticket, str
]:  # fmt: skip
    """A visitor who has left, the request, and the text of the mail with the answer."""
    visitor, ticket = waiting(desk, language, queue)
    answered(desk, ticket, "The deadline is 3 May.", **more)
    pass_time(desk)
    assert mail_due(desk) == 1
    return visitor, ticket, words(office.newest(TO))


def words(mail: EmailMessage) -> str:
    """The text of a mail."""
    return str(mail.get_content()).replace("\r\n", "\n")


def follow(desk: Desk, text: str) -> tuple[httpx.Client, str]:
    """A browser that follows the link in a mail and presses the button; the page of the chat."""
    found = LINK.search(text)
    assert found
    path = found[0].removeprefix("https://desk.example.org")
    browser = httpx.Client(base_url=desk.url, trust_env=False, headers={"Sec-Fetch-Site": "same-origin"})
    page = browser.get(path)
    assert page.status_code == 200
    assert "The deadline is 3 May." not in page.text
    reply = browser.post(path)
    assert reply.headers["location"] == "/chat#newest"
    return browser, html.unescape(browser.get("/chat").text)


def test_an_answer_goes_to_who_has_left_once(mailing: Desk, office: PostOffice) -> None:
    """With the words of all answers, in plain text; not before the time, not again, not with two runs at once."""
    _, ticket = waiting(mailing)
    answered(mailing, ticket, "The deadline is 3 May.", "<b>Bring</b> your passport.")
    assert mail_due(mailing) == 0
    pass_time(mailing)
    assert sum(at_once(lambda: mail_due(mailing), lambda: mail_due(mailing))) == 1
    mail = office.newest(TO)
    assert mail.get_content_type() == "text/plain"
    assert ticket.case in str(mail["Subject"])
    text = words(mail)
    assert text.index("The deadline is 3 May.\n– Anna") < text.index("<b>Bring</b> your passport.")
    pass_time(mailing)
    assert mail_due(mailing) == 0
    mailing.staff("anna").does(ticket.id, "reply", text="And a photo.")
    pass_time(mailing)
    assert mail_due(mailing) == 1
    last = words(wait_for(lambda: office.got[1:], "the second mail")[0][1])
    assert "And a photo." in last
    assert "passport" not in last, "what was mailed is not mailed again"


def test_the_reply_to_all_requests_of_a_notice_goes_to_who_has_left(mailing: Desk, office: PostOffice) -> None:
    """In the visitor's language, although the request is closed with it."""
    with mailing.context.database.write() as session:
        texts = [m.NoticeText(language="en", title="No signing in", body="We work on it.", questions=[], keywords=[])]
        notice = m.Notice(state="published", texts=texts)
        session.add(notice)
        session.flush()
        number = notice.id
    _, ticket = waiting(mailing, "fr")
    with mailing.context.database.write() as session:
        session.add(m.NoticeLink(ticket_id=ticket.id, notice_id=number))
    sue = mailing.staff("sue", "supervisor")
    texts_of_form = {"text-en": "It works again.", "text-fr": "Tout marche à nouveau."}
    form = {"reply": str(uuid.uuid4()), "ending": "close", **texts_of_form}
    assert sue.http.post(f"/staff/notices/{number}/reply", data=form).status_code == 200
    assert mailing.rows(m.Ticket)[0].state == "solved"
    pass_time(mailing)
    assert mail_due(mailing) == 1
    text = words(office.newest(TO))
    assert "Tout marche à nouveau." in text
    assert "It works again." not in text


def test_what_is_due_outlives_a_restart(make_desk: Callable[..., Desk], office: PostOffice) -> None:
    """The desk that comes back mails it by itself."""
    office.reset()
    desk = make_desk(smtp_url=office.url)
    _, ticket = waiting(desk)
    answered(desk, ticket, "The deadline is 3 May.")
    desk.crash()
    pass_time(desk)
    desk.start()
    assert "3 May" in words(office.newest(TO))


@pytest.mark.parametrize("how", ["poll", "told", "page", "written"])
def test_what_was_seen_is_not_mailed(mailing: Desk, how: str) -> None:
    """Fetched, said to be on the screen, shown on the page of the request, or answered by the visitor."""
    visitor, ticket = waiting(mailing)
    answered(mailing, ticket, "The deadline is 3 May.")
    if how == "poll":
        assert visitor.messages("staff")
    elif how == "told":
        seq = mailing.rows(m.UnseenAnswer)[0].seq
        assert visitor.request("PUT", "/seen", json={"message": seq - 1}).status_code == 204
        assert mailing.count(m.UnseenAnswer) == 1
        assert visitor.request("PUT", "/seen", json={"message": seq}).status_code == 204
    elif how == "page":
        form = {"case": ticket.case, "code": code_of(mailing.context, ticket.case)}
        assert "3 May" in mailing.client.post("/case", data=form).text
    else:
        visitor.say("Thank you!")
    pass_time(mailing)
    assert mail_due(mailing) == 0
    assert mailing.count(m.UnseenAnswer) == 0


def test_what_only_the_stream_carried_is_mailed(mailing: Desk, office: PostOffice) -> None:
    """It may have gone to a telephone in a tunnel, or to a tab that nobody looks at."""
    visitor, ticket = waiting(mailing)
    with visitor.stream(last_seen=0) as stream:
        answered(mailing, ticket, "The deadline is 3 May.")
        assert next(event for event in stream if event.name == "message" and event.data["author"] == "staff")
    pass_time(mailing)
    assert mail_due(mailing) == 1
    assert office.newest(TO)


def test_without_an_address_nothing_is_mailed_and_nothing_kept(mailing: Desk) -> None:
    """Nor to the contact of a partner's request who has not confirmed it."""
    _, ticket = waiting(mailing, email="")
    answered(mailing, ticket, "The deadline is 3 May.")
    with mailing.context.database.write() as session:
        session.add(m.VolunteerRequest(
            number="VR-2222-2222", draft="1", ticket_id=ticket.id, language="en", organisation="", contact="",
            email="", token_hash="1", token_expires_at=m.now(),
        ))  # fmt: skip
        locked = mailing.context.vault.lock("somebody@example.org")
        session.execute(update(m.Ticket).values(contact=locked))
    pass_time(mailing)
    assert mail_due(mailing) == 0
    assert mailing.count(m.UnseenAnswer) == mailing.count(m.Letter) == 0


@pytest.mark.parametrize("language", SUPPORTED)
def test_mails_speak_the_visitors_language(mailing: Desk, office: PostOffice, language: str) -> None:
    """The words around the answer, and the page behind the link."""
    _, ticket, text = mailed(mailing, office, language)
    subject = mailing.context.texts(language, "mail-answer-subject", case=ticket.case)
    assert str(office.newest(TO)["Subject"]) == subject
    assert f"https://desk.example.org/answers/{language}?" in text
    assert "The deadline is 3 May." in text
    page = mailing.client.get((LINK.search(text) or [""])[0].removeprefix("https://desk.example.org"))
    assert mailing.context.texts(language, "answer-link-button") in html.unescape(page.text)


def test_nothing_of_a_report_is_in_the_mail(mailing: Desk, office: PostOffice) -> None:
    """Only that there is an answer; the link opens nothing without the code that the chat has shown."""
    _, ticket, text = mailed(mailing, office, queue="sensitive")
    assert "3 May" not in text
    assert ticket.case in text
    assert "https://desk.example.org/case\n" in text
    assert not LINK.search(text)


def test_a_link_of_before_it_was_a_report_opens_nothing(mailing: Desk, office: PostOffice) -> None:
    """The request was moved to the confidential queue after the mail."""
    _, ticket, text = mailed(mailing, office)
    mailing.staff("anna").does(ticket.id, "transfer", queue="sensitive")
    path = (LINK.search(text) or [""])[0].removeprefix("https://desk.example.org")
    assert mailing.client.get(path).status_code == 404


def test_the_link_goes_on_with_the_request_in_the_chat(mailing: Desk, office: PostOffice, assistant: Assistant) -> None:
    """On any device, and the visitor's own browser stays where it is; what is written reaches staff."""
    visitor, ticket, text = mailed(mailing, office)
    browser, chat = follow(mailing, text)
    with contextlib.closing(browser):
        assert "The deadline is 3 May." in chat
        form = re.search(r'name="client_id" value="([^"]+)"', chat)
        assert form
        browser.post("/chat", data={"client_id": form[1], "text": "Which year?", "lang": "en"})
    assert visitor.messages("visitor")[-1]["text"] == "Which year?"
    assert "Which year?" in mailing.staff("anna").page(ticket.id)
    assert assistant.asked == []


def test_a_solved_request_is_taken_up_again_with_one_button(mailing: Desk, office: PostOffice) -> None:
    """It is offered once, however often the link is followed, and pressed it waits in its queue."""
    visitor, ticket, text = mailed(mailing, office, finish="hand-back")
    for _ in range(2):
        browser, chat = follow(mailing, text)
        browser.close()
    offer = mailing.context.texts("en", "choice-again")
    assert chat.count(f">{offer}</button>") == 1
    (button,) = [c for message in visitor.messages("system") for c in message["choices"] if c["title"] == offer]
    assert visitor.press(button)["state"] == "queued"
    (waits,) = mailing.rows(m.Ticket)
    assert (waits.case, waits.state) == (ticket.case, "open")
    visitor.press(button)
    assert mailing.count(m.Ticket) == 1


def test_a_link_ends_and_cannot_be_made(mailing: Desk, office: PostOffice) -> None:
    """After seven days, with another number or end, without key: the same words, and the key it gave opens nothing."""
    _, ticket, text = mailed(mailing, office)
    path = (LINK.search(text) or [""])[0].removeprefix("https://desk.example.org")
    _, other, _ = mailed(mailing, office)
    until = (re.search(r"until=(\d+)", path) or ["", ""])[1]
    assert int(until) - m.now().timestamp() < answers.LINK_DAYS * 86400
    past = int(m.now().timestamp()) - 1
    old = f"/answers/en?case={ticket.case}&until={past}&key={answers._key(mailing.context, ticket.case, past)}"
    wrong = [old, path.replace(ticket.case, other.case), path.replace(until, f"{until}0"), path[:-1], "/answers/en"]
    pages = [mailing.client.get(each) for each in wrong] + [mailing.client.post(wrong[0])]
    assert {page.status_code for page in pages} == {404}
    assert all("This link is not valid" in html.unescape(page.text) for page in pages)
    elsewhere = mailing.client.post(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403
    browser, _ = follow(mailing, text)
    with contextlib.closing(browser), mailing.context.database.write() as session:
        session.execute(update(m.ConversationKey).values(expires_at=m.now()))
    assert "3 May" not in httpx.get(f"{mailing.url}/chat", cookies=dict(browser.cookies), trust_env=False).text
    with mailing.context.database.write() as session:
        answers.expire(session)
    assert mailing.count(m.ConversationKey) == 0


def test_an_answer_does_not_take_the_place_of_a_code(mailing: Desk) -> None:
    """A code that is sent anew takes back the old code, not the answer that is still in the outbox."""
    visitor, ticket = waiting(mailing)
    with mailing.context.database.write() as session:
        later = m.now() + dt.timedelta(hours=1)
        for key in ("answer", "code"):
            session.add(m.Letter(
                conversation_id=visitor.id, key=key, ciphertext="", next_at=later, expires_at=later
            ))  # fmt: skip
    visitor.press(visitor.messages("system")[0]["choices"][0])
    visitor.answered(utterance("I can look it up.", do=[{"kind": "verify"}]))
    visitor.say("somebody.else@example.org")
    assert "answer" in {letter.key for letter in mailing.rows(m.Letter)}
    assert [letter.ciphertext for letter in mailing.rows(m.Letter, m.Letter.key == "code")] != [""]
    assert ticket.case

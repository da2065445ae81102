"""A reply to a mail of ours goes on with the request, once; what machines send is passed over, whatever it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest
from mailbox_server import ImapServer
from pydantic import ValidationError
from sqlalchemy import select
from support import Assistant, Desk, Visitor, in_a_thread, utterance, wait_for

from desk import answers, mailed_replies
from desk.imap import imap_mailbox
from desk.settings import Settings
from desk.turns import Turns
from store import models as m

ENGLISH = "On Sun, 22 Nov 2026 at 10:00, Desk <desk@example.org> wrote:\n> Hello,\n>\n> The deadline is 3 May.\n"
RUSSIAN = "вс, 22 нояб. 2026 г., 10:00 Desk <desk@example.org> написал:\n> Здравствуйте!\n"
ARABIC = "في الأحد، 22 نوفمبر 2026 كتب Desk <desk@example.org>:\n> مرحبا\n"
CHINESE = "Desk <desk@example.org> 于2026年11月22日周日 10:00写道：\n> 您好！\n"


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    """The mailbox."""
    imap = ImapServer()
    yield imap
    imap.stop()


@pytest.fixture
def reading(desk: Desk, assistant: Assistant) -> Desk:
    """A desk whose test reads the mailbox by itself."""
    assert assistant is not None
    return desk


def asked(desk: Desk, language: str = "en") -> tuple[Visitor, m.Ticket, str]:
    """A visitor, the request, and the Message-ID of the mail with Anna's answer."""
    visitor = desk.visitor(language)
    deed = {"kind": "hand_over", "reason": "asked", "queue": "general"}
    visitor.answered(utterance("I am calling a colleague.", do=[deed]), "a person, please")
    ticket = desk.rows(m.Ticket, m.Ticket.conversation_id == visitor.id)[0]
    anna = desk.staff("anna")
    anna.does(ticket.id, "claim")
    anna.does(ticket.id, "reply", text="The deadline is 3 May.")
    seq = desk.rows(m.UnseenAnswer)[-1].seq
    return visitor, ticket, answers.message_id(desk.context, ticket.case, seq)


def written(to: str, text: str, headers: dict[str, str] | None = None, subtype: str = "plain") -> EmailMessage:
    """A reply to the mail ``to``."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "amina@example.org", "desk@example.org", "Re: Answer"
    mail["Message-ID"], mail["In-Reply-To"], mail["References"] = "<1@example.org>", to, f"<0@example.org> {to}"
    for name, value in (headers or {}).items():
        del mail[name]
        mail[name] = value
    mail.set_content(text, subtype=subtype)
    return mail


def look(desk: Desk, server: ImapServer) -> int:
    """What the desk does every thirty seconds."""
    return in_a_thread(
        lambda: mailed_replies.look(desk.context, Turns(desk.context), imap_mailbox(server.url))
    )  # fmt: skip


def said(visitor: Visitor) -> list[str]:
    return [message["text"] for message in visitor.messages("visitor")][1:]


def test_a_reply_is_said_in_the_conversation_once(reading: Desk, server: ImapServer, assistant: Assistant) -> None:
    """Also when the mailbox gives it twice; staff see it, the assistant is not asked, nothing counts as seen."""
    visitor, ticket, name = asked(reading)
    mail = written(name, f"Which year?\nAnd where?\n\n{ENGLISH}").as_bytes()
    server.put(mail, mail)
    assert look(reading, server) == 2
    assert reading.count(m.UnseenAnswer) == 1
    assert said(visitor) == ["Which year?\nAnd where?"]
    assert "And where?" in reading.staff("anna").page(ticket.id)
    assert assistant.asked == []
    assert (server.unseen(), look(reading, server)) == (0, 0)


@pytest.mark.parametrize("deed", ["close", "hand-back"])
def test_a_solved_request_is_opened_again(reading: Desk, server: ImapServer, deed: str) -> None:
    """It waits in its queue."""
    visitor, ticket, name = asked(reading)
    reading.staff("anna").does(ticket.id, deed)
    server.put(written(name, "One more thing.").as_bytes())
    look(reading, server)
    assert visitor.history()["state"] == "queued"
    assert [row.state for row in reading.rows(m.Ticket)] == ["open"]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        (f"Which year?\n\n{ENGLISH}", "plain"), (f"Which year?\n\n{RUSSIAN}", "plain"),
        (f"Which year?\n\n{ARABIC}", "plain"), (f"Which year?\n{CHINESE}", "plain"),
        ("> The deadline is 3 May.\n\nWhich year?", "plain"),
        ("<p>Which <b>year</b>?</p><blockquote>The deadline is 3 May.</blockquote>", "html"),
    ],
)  # fmt: skip
def test_what_is_quoted_is_cut_off(reading: Desk, text: str, subtype: str) -> None:
    """In the words of mail programs of several languages, above and below the reply, and in HTML."""
    _, _, name = asked(reading)
    reply = mailed_replies.read(reading.context, written(name, text, subtype=subtype).as_bytes())
    assert reply is not None
    assert reply.text == "Which year?"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"}, {"Auto-Submitted": "auto-generated; x=y"}, {"Precedence": "bulk"},
        {"Return-Path": "<>"}, {"From": "MAILER-DAEMON@example.org"}, {"List-Id": "<a.example.org>"},
        {"From": "Desk <support@example.org>"}, {"X-Autoreply": "yes"},
    ],
    ids=str,
)  # fmt: skip
def test_machines_are_passed_over(reading: Desk, headers: dict[str, str]) -> None:
    """Notes of absence, failed deliveries, lists, and the desk itself: none keeps the other busy."""
    _, _, name = asked(reading)
    assert mailed_replies.read(reading.context, written(name, "I am away.").as_bytes()) is not None
    assert mailed_replies.read(reading.context, written(name, "I am away.", headers).as_bytes()) is None


def test_nobody_can_make_the_name_of_a_mail(reading: Desk, server: ImapServer) -> None:
    """Another case or message, a key of one's own, nothing at all; and what cannot be read stops nothing."""
    visitor, ticket, name = asked(reading)
    other, other_ticket, _ = asked(reading)
    key = name.split(".")[3]
    wrong = [
        name.replace(ticket.case, other_ticket.case), name.replace(key, f"{'0' * 32}@example.org>"),
        name.replace(f".{reading.rows(m.UnseenAnswer)[0].seq}.", ".99."), "",
    ]  # fmt: skip
    strange = (
        b"From: a@example.org\nIn-Reply-To: " + name.encode() + b"\nContent-Type: text/plain; charset=none\n\n\xff"
    )
    server.put(*(written(each, "Let me in.").as_bytes() for each in wrong), strange)
    assert look(reading, server) == 5
    assert said(visitor) == said(other) == []
    assert visitor.request("DELETE").status_code == 204
    server.put(written(name, "Are you there?").as_bytes())
    assert look(reading, server) == 1


def test_attachments_and_what_is_too_long_are_left_out_with_a_word(
    reading: Desk, server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what is larger than the desk reads at all."""
    visitor, _, name = asked(reading)
    mail = written(name, "Here is my passport.")
    mail.add_attachment(b"x" * 100, maintype="image", subtype="png", filename="passport.png")
    long = written(name, "a" * 3000, {"Message-ID": "<2@example.org>"})
    huge = written(name, "b " * 5000, {"Message-ID": "<3@example.org>"})
    monkeypatch.setattr(mailed_replies, "LARGEST_BYTES", 9000)
    server.put(mail.as_bytes(), long.as_bytes(), huge.as_bytes())
    assert look(reading, server) == 3
    assert said(visitor) == ["Here is my passport.", "a" * reading.settings.message_length, "(A mail without text)"]
    notes = [message["text"] for message in visitor.messages("system")]
    assert len([text for text in notes if "only the text was taken" in text]) == 3


def test_the_running_desk_reads_its_mailbox(
    make_desk: Callable[..., Desk], server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its mails say that they can be replied to, and carry the name by which replies are known."""
    monkeypatch.setattr(mailed_replies, "EVERY_SECONDS", 0.1)
    desk = make_desk(imap_url=server.url, answer_mail_minutes=0)
    visitor, _, name = asked(desk)
    with desk.context.database.write() as session:
        session.execute(m.Ticket.__table__.update().values(contact=desk.context.vault.lock("amina@example.org")))
        assert answers.write_due(desk.context, session) == 1
        (letter,) = session.scalars(select(m.Letter)).all()
        text = desk.context.vault.unlock(letter.ciphertext)
    assert name in text
    assert "You can simply reply to this mail" in text
    server.put(written(name, "Which year?").as_bytes())
    wait_for(lambda: said(visitor) == ["Which year?"], "the reply in the conversation")
    wait_for(lambda: server.unseen() == 0, "the mail to be marked")


def test_a_mailbox_that_cannot_be_is_named(make_settings: Callable[..., Settings]) -> None:
    """No mailbox, no user, a password that would travel in clear."""
    for url in ("https://a.org", "imaps://mail.example.org", "imap://user:password@mail.example.org"):
        with pytest.raises(ValidationError, match="imaps://"):
            make_settings(imap_url=url)
    box = imap_mailbox("imaps://desk%40example.org:a%2Fb@mail.example.org/Replies")
    assert (box.user, box.password, box.port, box.folder) == ("desk@example.org", "a/b", 993, "Replies")

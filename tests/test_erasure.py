"""Erasing a conversation leaves nothing of it, anywhere; the end of the time it may be kept does the same."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from support import Desk, Visitor, a_picture, utterance

from desk import counting
from desk.retention import expire
from store import models as m

WORDS = "sesquipedalian"


def _tracker(path: Path, *senders: str) -> None:
    """A tracker store as the assistant writes it (Rasa 3.6's table of events)."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, sender_id VARCHAR(255) NOT NULL, "
            "type_name VARCHAR(255) NOT NULL, timestamp FLOAT, intent_name VARCHAR(255), action_name VARCHAR(255), "
            "data TEXT)"
        )
        connection.executemany(
            "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, 'user', 1.0, ?)",
            [(sender, f'{{"text": "{WORDS} {sender}"}}') for sender in senders],
        )
    connection.close()


def _senders(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT sender_id FROM events ORDER BY id")]
    connection.close()
    return found


def _eventful(desk: Desk) -> tuple[Visitor, str]:
    """A conversation that has left something in every table, and its case."""
    visitor, anna = desk.visitor(page=f"https://example.org/{WORDS}"), desk.staff("anna")
    choice = {"title": "More", "payload": "/more_results"}
    visitor.answered(utterance("An answer.", choices=[choice]), f"{WORDS} me@example.org")
    visitor.request("POST", "/feedback", json={"message": 2, "helpful": False, "comment": WORDS})
    alert = {"title": "Tell me of new ones", "payload": 'alert ["country=KE"]', "target": "desk"}
    found = visitor.answered(utterance("I found 3.", choices=[alert]))
    visitor.press(found["messages"][-1]["choices"][0])
    visitor.say("me@example.org")
    visitor.answered(utterance("I can look it up.", do=[{"kind": "verify"}]))
    visitor.say("me@example.org")
    with desk.context.database.write() as session:  # a mail that could not be sent yet
        later = m.now() + dt.timedelta(days=1)
        session.add(m.Letter(conversation_id=visitor.id, ciphertext=WORDS, next_at=later, expires_at=later))
        session.add(m.ConversationKey(token_hash=visitor.id, conversation_id=visitor.id, expires_at=later))
        if session.get(m.Article, "visa") is None:
            facts = {"topic": "rules", "as_of": "2026", "review": "2027", "confidence": "high"}
            session.add(m.Article(id="visa", audience=[], sources=[], **facts))
            session.flush()
        session.add(m.ProposedExample(
            conversation_id=visitor.id, seq=1, article_id="visa", language="en", text=WORDS
        ))  # fmt: skip
        session.add(m.NoticeReply(reply=visitor.id, conversation_id=visitor.id))
        session.add(m.Correction(conversation_id=visitor.id, seq=2, reason="withdrawn", way="chat"))
        session.add(m.VolunteerRequest(  # that nobody has confirmed
            number=f"VR-{visitor.id[:9]}", draft=visitor.id, conversation_id=visitor.id, language="en",
            organisation=WORDS, contact=WORDS, email=WORDS, token_hash=visitor.id, token_expires_at=later,
            lines=[m.RequestLine(position=0, number=1, profile=WORDS)],
        ))  # fmt: skip
    case = visitor.ask_person()["queue"]["case"]
    visitor.request("POST", "/contact", json={"email": "me@example.org"})
    ticket = anna.ticket(case)
    anna.does(ticket, "claim")
    anna.does(ticket, "reply", text=WORDS)
    anna.does(ticket, "ask-file", text=WORDS)
    file = {"file": (f"{WORDS}.png", a_picture())}
    assert visitor.request("POST", "/files", data={"client_id": visitor.id}, files=file).status_code == 201
    return visitor, case


def _everywhere(desk: Desk) -> dict[str, str]:
    """All that the store holds, table by table, as text."""
    with desk.context.database.read() as session:
        return {
            table.name: repr(session.execute(table.select()).all())
            for table in m.Base.metadata.sorted_tables
        }  # fmt: skip


def test_nothing_of_the_conversation_is_left(any_desk: Desk) -> None:
    """No table holds its id, its words or its case number any more; before, every one of them did."""
    visitor, case = _eventful(any_desk)
    mine = [t.name for t in m.Base.metadata.sorted_tables if "conversation_id" in t.columns]
    proofs = {"verifications", "outbox", "subscriptions", "unseen_answers", "conversation_keys"}
    assert set(mine) == {"messages", "choices", "turns", "masked_values", "feedback", "tickets"} | proofs | {
        "volunteer_requests",
        "enquiries",
        "satisfactions",
        "message_searches",
        "notice_replies",
        "corrections",
        "file_requests",
        "visitor_files",
        "proposed_examples",
    }
    ticket = any_desk.rows(m.Ticket, m.Ticket.conversation_id == visitor.id)[0].id
    any_desk.staff("anna").does(ticket, "hand-back")
    counting.count(any_desk.context)
    on_disk = any_desk.settings.files / any_desk.rows(m.VisitorFile, m.VisitorFile.conversation_id == visitor.id)[0].id
    assert on_disk.is_file()
    before = _everywhere(any_desk)
    assert [name for name in mine if visitor.id not in before[name]] == []
    assert case in before["audit_entries"]
    assert visitor.request("DELETE").status_code == 204
    for name, rows in _everywhere(any_desk).items():
        for trace in (visitor.id, WORDS, case, "me@example.org"):
            assert trace not in rows, name
    assert not on_disk.exists()
    assert visitor.request("GET", "/messages").status_code == 404
    assert visitor.request("DELETE").status_code == 404


def test_that_something_was_erased_is_in_the_audit_trail(any_desk: Desk) -> None:
    """Without whose it was."""
    visitor, _ = _eventful(any_desk)
    visitor.request("DELETE")
    (entry,) = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "conversation.erased")
    assert entry.actor == "visitor"
    assert visitor.id not in repr((entry.subject, entry.before, entry.after))


def test_other_conversations_are_untouched(any_desk: Desk) -> None:
    """Another visitor's words, request and buttons are as they were."""
    (first, _), (second, _) = _eventful(any_desk), _eventful(any_desk)
    before = second.request("GET", "/export").json()
    first.request("DELETE")
    assert second.request("GET", "/export").json() == before


def test_the_assistants_memory_is_erased_too(desk: Desk) -> None:
    """Every session of the conversation in the tracker store; of others nothing."""
    visitor, other = desk.visitor(), desk.visitor()
    path = desk.settings.rasa_db
    path.unlink(missing_ok=True)
    _tracker(path, f"{visitor.id}:0", f"{other.id}:0", f"{visitor.id}:1", visitor.id, f"{visitor.id}x:0")
    assert visitor.request("DELETE").status_code == 204
    assert _senders(path) == [f"{other.id}:0", f"{visitor.id}x:0"]
    assert f"{WORDS} {visitor.id}:0".encode() not in path.read_bytes()
    path.unlink()


def test_without_a_tracker_store_erasing_works(desk: Desk) -> None:
    """The assistant has not written anything yet, or keeps it elsewhere."""
    path = desk.settings.rasa_db
    path.unlink(missing_ok=True)
    assert desk.visitor().request("DELETE").status_code == 204
    sqlite3.connect(path).close()
    assert desk.visitor().request("DELETE").status_code == 204
    path.unlink(missing_ok=True)


def test_a_report_is_not_erased_while_staff_need_it(any_desk: Desk) -> None:
    """An open sensitive matter: refused with a word why; once it is solved, erasing is possible."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    anna.joins("sensitive")
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    ticket = anna.ticket(visitor.answered(utterance("Thank you.", do=[deed]))["queue"]["case"])
    for state in ("open", "claimed"):
        reply = visitor.request("DELETE")
        assert (reply.status_code, reply.json()["code"]) == (409, "erase-sensitive"), state
        if state == "open":
            anna.does(ticket, "claim")
    assert "must confirm" in visitor.messages("system")[1]["text"]
    assert len(visitor.messages()) == 5, "the wish is told once, however often it is said"
    anna.does(ticket, "close")
    assert visitor.request("DELETE").status_code == 204


def test_staff_confirm_that_a_report_is_erased(any_desk: Desk) -> None:
    """The visitor's wish stands on the ticket's page; whoever confirms it, a member, is in the audit trail."""
    visitor, anna, boris = any_desk.visitor(), any_desk.staff("anna"), any_desk.staff("boris")
    anna.joins("sensitive")
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    result = visitor.answered(utterance("Thank you.", do=[deed]))
    assert result["sensitive"] is True
    ticket = anna.ticket(result["queue"]["case"])
    confirm = f"/staff/tickets/{ticket}/erase"
    assert confirm not in anna.page(ticket)
    assert anna.http.post(confirm).status_code == 409, "nobody has asked for it"
    assert visitor.request("DELETE").status_code == 409
    assert confirm in anna.page(ticket)
    assert anna.http.post(confirm, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert boris.http.post(confirm).status_code == 404, "who may not see it cannot erase it"
    assert visitor.request("GET", "/messages").status_code == 200
    reply = anna.http.post(confirm)
    assert (reply.status_code, reply.headers["location"]) == (303, "/staff")
    assert visitor.request("GET", "/messages").status_code == 404
    (entry,) = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "conversation.erased")
    assert entry.actor == "anna"
    assert anna.http.post(confirm).status_code == 404


def test_staff_see_that_a_ticket_is_gone(desk: Desk) -> None:
    """A page that was open says so instead of failing."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    epoch = anna.epoch(ticket)
    visitor.request("DELETE")
    assert anna.http.get(f"/staff/tickets/{ticket}").status_code == 404
    assert anna.do(ticket, "reply", text="hello?", epoch=epoch).status_code == 404
    assert anna.queue()


@pytest.mark.parametrize(("days", "left"), [(364, 2), (366, 1)])
def test_conversations_are_kept_as_long_as_the_privacy_note_says(any_desk: Desk, days: int, left: int) -> None:
    """After the profile's days a conversation is erased like at its visitor's wish."""
    old, _ = _eventful(any_desk)
    _eventful(any_desk)
    assert any_desk.context.profile.retention_days == 365
    _change(any_desk, m.Conversation, m.Conversation.id == old.id, updated_at=m.now() - dt.timedelta(days=days))
    with any_desk.context.database.write() as session:
        assert expire(any_desk.context, session) == 2 - left
    assert any_desk.count(m.Conversation) == left
    assert any_desk.count(m.Message, m.Message.conversation_id == old.id) == (0 if left == 1 else len(old.messages()))


def test_masked_values_are_short_lived(desk: Desk) -> None:
    """What was taken out of a message is forgotten after a day, while the conversation stays."""
    visitor = desk.visitor()
    visitor.say("I am me@example.org")
    (value,) = desk.rows(m.MaskedValue)
    assert dt.timedelta(hours=23) < value.expires_at - m.now() <= dt.timedelta(hours=24)
    _change(desk, m.MaskedValue, expires_at=m.now() - dt.timedelta(seconds=1))
    with desk.context.database.write() as session:
        expire(desk.context, session)
    assert desk.count(m.MaskedValue) == 0
    assert visitor.messages()[0]["text"] == "I am [e-mail 1]"


def _change(desk: Desk, table: type[m.Base], *where: Any, **values: Any) -> None:
    with desk.context.database.write() as session:
        session.execute(update(table).where(*where).values(**values))

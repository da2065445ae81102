"""Corrections: who was given a wrong answer, and that each is told once, in the own language, where it reaches them."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from post import PostOffice
from sqlalchemy import func, select, update
from support import Desk, Staff, Visitor, at_once, utterance, wait_for

from desk import counting
from store import articles
from store import models as m

ARTICLE = "luggage"
BEGUN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SENSITIVE = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    server = PostOffice()
    yield server
    server.controller.stop()


def _publish(desk: Desk, body: str, language: str = "en", of_original: int | None = None) -> int:
    """Publish a new wording of the article; its version."""
    with desk.context.database.write() as session:
        version = m.ArticleVersion
        ours = (version.article_id == ARTICLE, version.language == language)
        number = (session.scalar(select(func.max(version.number)).where(*ours)) or 0) + 1
        facts = {
            "topic": "travel", "audience": ["all"], "sources": [], "as_of": "2026", "review": "2030",
            "confidence": "high", "answered": True,
        }  # fmt: skip
        new = m.ArticleVersion(
            article_id=ARTICLE, language=language, number=number, state="approved", title="Luggage", body=body,
            questions=["a"], facts=facts if language == "en" else None, of_original=of_original, authors=["anna"],
        )  # fmt: skip
        session.add(new)
        before = articles.live_versions(session, ARTICLE).get((ARTICLE, language))
        articles.make_live(session, new, before)
        return number


def _told(desk: Desk, language: str = "en", version: int = 1, **more: object) -> Visitor:
    """A visitor who was given the article as it was in ``version``."""
    visitor = desk.visitor(language)
    understood = {"article": ARTICLE, "version": version, "article_language": language, **more}
    visitor.answered(utterance("20 kg.", understood=understood), "bagages ?")
    return visitor


def _closed(desk: Desk, visitor: Visitor, email: str = "") -> None:
    """A person was called, an address left perhaps, and the conversation closed a while ago."""
    anna = desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    if email:
        assert visitor.request("POST", "/contact", json={"email": email}).status_code == 200
    anna.does(ticket, "claim")
    anna.does(ticket, "close")
    _long_ago(desk, visitor)


def _long_ago(desk: Desk, visitor: Visitor) -> None:
    with desk.context.database.write() as session:
        session.execute(update(m.Conversation).where(m.Conversation.id == visitor.id).values(updated_at=BEGUN))


def _page(who: Staff) -> str:
    reply = who.http.get(f"/staff/corrections/{ARTICLE}")
    assert reply.status_code == 200, reply.text
    return html.unescape(reply.text)


def _send(who: Staff, stamp: str | None = None) -> httpx.Response:
    found = re.search(r'name="stamp" value="([^"]*)"', _page(who))
    return who.http.post(f"/staff/corrections/{ARTICLE}", data={"stamp": stamp or (found[1] if found else "")})


def _counts(who: Staff) -> tuple[int, ...]:
    """How many can be told in the chat, by mail, and not at all."""
    return tuple(map(int, re.findall(r"<dd>(\d+)</dd>", _page(who))))[:3]


def _corrections(visitor: Visitor) -> list[dict[str, object]]:
    return [x for x in visitor.messages() if re.match(r"\*\*(Correction|Rectification|Rectificación)\*\*", x["text"])]


def test_who_was_given_a_wrong_answer_is_told_once(any_desk: Desk) -> None:
    """Not who was given the new wording meanwhile, or an answer that still holds; each in the own language."""
    sue = any_desk.staff("sue", "supervisor")
    _publish(any_desk, "20 kg.")
    _publish(any_desk, "20 kg en soute.", "fr", of_original=1)
    english, french, informed = _told(any_desk), _told(any_desk, "fr"), _told(any_desk)
    any_desk.visitor().answered(utterance("Hello."), "something else")
    assert _counts(sue) == (0, 0, 0)
    _publish(any_desk, "Now 23 kg.")
    _publish(any_desk, "23 kg en soute.", "fr", of_original=2)
    understood = {"article": ARTICLE, "version": 2, "article_language": "en"}
    informed.answered(utterance("23 kg.", understood=understood), "and now?")
    assert _counts(sue) == (2, 0, 0)
    assert f"/staff/corrections/{ARTICLE}" in sue.http.get("/staff/corrections").text
    assert "Sent: 2 in the chat, 0 by e-mail." in html.unescape(_send(sue).text)
    (message,) = _corrections(english)
    assert message["author"] == "assistant"
    assert re.search(r"answer here about “Luggage”.*\n\nNow 23 kg\.$", str(message["text"]), re.DOTALL)
    (message,) = _corrections(french)
    assert str(message["text"]).endswith("23 kg en soute.")
    assert _corrections(informed) == []
    assert _counts(sue) == (0, 0, 0)
    _send(sue)
    assert [len(_corrections(visitor)) for visitor in (english, french, informed)] == [1, 1, 0]
    entries = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "correction.sent")
    assert (entries[0].actor, entries[0].subject) == ("sue", ARTICLE)
    assert entries[0].after == {"chat": 2, "mail": 0, "unreached": 0}


def test_a_correction_can_be_wrong_too(desk: Desk) -> None:
    """Who was told the second wording is told the third."""
    sue = desk.staff("sue", "supervisor")
    _publish(desk, "20 kg.")
    visitor = _told(desk)
    for body in ("23 kg.", "25 kg."):
        _publish(desk, body)
        _send(sue)
    assert [str(message["text"])[-6:] for message in _corrections(visitor)] == ["23 kg.", "25 kg."]


def test_withdrawn_outdated_and_marked_as_wrong(desk: Desk) -> None:
    """An original that has changed makes its translation wrong; a reviewer's mark does; a withdrawal makes all so."""
    sue = desk.staff("sue", "supervisor")
    _publish(desk, "20 kg.")
    _publish(desk, "20 kg en soute.", "fr", of_original=1)
    french = _told(desk, "fr")
    _publish(desk, "Now 23 kg.")
    _send(sue)
    (message,) = _corrections(french)
    assert "le voici en anglais" in str(message["text"])
    assert str(message["text"]).endswith("Now 23 kg.")
    right = _told(desk, version=2)
    counting.count(desk.context)
    with desk.context.database.write() as session:
        session.execute(update(m.Enquiry).where(m.Enquiry.conversation_id == right.id).values(verdict="wrong"))
    _send(sue)
    (message,) = _corrections(right)
    assert "was not the right answer" in str(message["text"])
    with desk.context.database.write() as session:
        session.get_one(m.Article, ARTICLE).status = "withdrawn"
    _send(sue)
    _send(sue)
    assert "does not hold any more. Please do not rely" in str(_corrections(right)[-1]["text"])
    assert [len(_corrections(visitor)) for visitor in (french, right)] == [2, 2]


def test_by_mail_or_not_at_all(make_desk: Callable[..., Desk], office: PostOffice) -> None:
    """Who has gone and left an address gets a mail, one for all conversations; who left none is counted."""
    desk = make_desk(smtp_url=office.url)
    sue = desk.staff("sue", "supervisor")
    _publish(desk, "20 kg.")
    gone, again, nameless, erased = (_told(desk) for _ in range(4))
    _closed(desk, gone, "ana@example.org")
    _closed(desk, again, "Ana@example.org")
    _closed(desk, nameless)
    counting.count(desk.context)
    assert erased.request("DELETE").status_code == 204
    _publish(desk, "Now 23 kg.")
    assert _counts(sue) == (0, 1, 1)
    assert re.search(r"conversation has been deleted</dt><dd>1</dd>", _page(sue))
    page = html.unescape(_send(sue).text)
    assert "Sent: 0 in the chat, 1 by e-mail. 1 person could not be reached." in page
    ((to, mail),) = wait_for(lambda: office.got, "the mail")
    assert to.casefold() == "ana@example.org"
    assert "Now 23 kg." in mail.get_content()
    assert "correction" in str(mail["Subject"])
    _send(sue)
    assert len(office.got) == 1
    assert [_corrections(visitor) for visitor in (gone, again, nameless)] == [[], [], []]


def test_who_waits_or_speaks_with_staff_is_told_by_the_desk(desk: Desk) -> None:
    """The assistant has not the word there; nothing else changes."""
    sue = desk.staff("sue", "supervisor")
    _publish(desk, "20 kg.")
    visitor = _told(desk)
    visitor.ask_person()
    before = visitor.history()
    _publish(desk, "Now 23 kg.")
    _send(sue)
    (message,) = _corrections(visitor)
    assert (message["author"], message["choices"]) == ("system", [])
    after = visitor.history()
    assert (after["state"], after["queue"]["case"]) == ("queued", before["queue"]["case"])


def test_two_who_press_at_once_and_an_old_page(any_desk: Desk) -> None:
    """Nobody is told twice; a page that was decided on another wording sends nothing."""
    sue, tom = any_desk.staff("sue", "supervisor"), any_desk.staff("tom", "supervisor")
    _publish(any_desk, "20 kg.")
    visitors = [_told(any_desk) for _ in range(3)]
    _publish(any_desk, "Now 23 kg.")
    assert _send(sue, "en.1").status_code == 409
    at_once(lambda: _send(sue), lambda: _send(tom))
    assert [len(_corrections(visitor)) for visitor in visitors] == [1, 1, 1]


def test_a_sensitive_conversation_is_told_and_not_shown(desk: Desk) -> None:
    """It is counted, it is in no list, and no mail goes out about it."""
    sue = desk.staff("sue", "supervisor")
    desk.staff("dora").joins("sensitive")
    _publish(desk, "20 kg.")
    visitor = _told(desk)
    visitor.answered(utterance("Thank you.", do=[SENSITIVE]), "he threatens me")
    with desk.context.database.write() as session:
        contact = desk.context.vault.lock("ana@example.org")
        session.execute(update(m.Ticket).values(contact=contact))
    _long_ago(desk, visitor)
    _publish(desk, "Now 23 kg.")
    page = _page(sue)
    assert _counts(sue) == (1, 0, 0)
    assert "<tbody>" not in page
    _send(sue)
    assert len(_corrections(visitor)) == 1
    assert desk.count(m.Letter) == 0


def test_a_request_after_a_correction_belongs_to_the_notice_before_it(desk: Desk) -> None:
    """A correction is no answer to the visitor's last question."""
    _publish(desk, "20 kg.")
    with desk.context.database.write() as session:
        session.add(m.Notice(state="published", texts=[m.NoticeText(language="en", questions=[], keywords=[])]))
        session.flush()
        notice = session.scalars(select(m.Notice.id)).one()
    visitor = _told(desk, notice=notice)
    _publish(desk, "Now 23 kg.")
    _send(desk.staff("sue", "supervisor"))
    visitor.answered(utterance("I call.", understood={"intent": "ask_human"}, do=[{"kind": "hand_over"}]), "a person")
    assert [row.notice_id for row in desk.rows(m.NoticeLink)] == [notice]


def test_a_correction_begins_no_enquiry(desk: Desk) -> None:
    """Also where the visitor spoke with staff last."""
    anna = desk.staff("anna")
    _publish(desk, "20 kg.")
    visitor = _told(desk)
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    visitor.say("it is about my bag")
    anna.does(ticket, "hand-back")
    _publish(desk, "Now 23 kg.")
    _send(desk.staff("sue", "supervisor"))
    assert _corrections(visitor)
    counting.count(desk.context)
    found = desk.rows(m.Enquiry, m.Enquiry.conversation_id == visitor.id)
    assert "correction" not in [row.intent for row in found]


def test_who_may(desk: Desk) -> None:
    """Supervisors and administrators; an article that does not exist is not there."""
    anna, sue = desk.staff("anna"), desk.staff("sue", "supervisor")
    _publish(desk, "20 kg.")
    for path in ("/staff/corrections", f"/staff/corrections/{ARTICLE}"):
        assert (anna.http.get(path).status_code, sue.http.get(path).status_code) == (403, 200)
        assert desk.client.get(path).status_code == 303
    assert anna.http.post(f"/staff/corrections/{ARTICLE}", data={"stamp": ""}).status_code == 403
    assert sue.http.get("/staff/corrections/nothing").status_code == 404
    assert "/staff/corrections/" in sue.http.get(f"/staff/articles/{ARTICLE}/en").text
    assert "/staff/corrections/" not in anna.http.get(f"/staff/articles/{ARTICLE}/en").text

"""Review: verdicts on answers reach the figures; a visitor's choice becomes an example in an article's draft."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, select
from support import Desk, Staff, Visitor, utterance

from desk import counting
from store import models as m

ARTICLE = "living-allowance-amount"
OTHER = "living-conditions"
QUESTION = "how much is it per month"


@pytest.fixture
def lena(any_desk: Desk) -> Staff:
    """A supervisor; nothing has been counted or chosen yet."""
    any_desk.forget()
    with any_desk.context.database.write() as session:
        for table in (m.Enquiry, m.CountedUntil, m.ProposedExample, m.AuditEntry):
            session.execute(delete(table))
    return any_desk.staff("lena", "supervisor")


def shown(staff: Staff, show: str = "unhelpful") -> str:
    reply = staff.http.get("/staff/review", params={"show": show})
    assert reply.status_code == 200, reply.text
    return html.unescape(reply.text)


def enquiry_of(desk: Desk, visitor: Visitor) -> m.Enquiry:
    counting.count(desk.context)
    with desk.context.database.read() as session:
        return session.scalars(select(m.Enquiry).where(m.Enquiry.conversation_id == visitor.id)).one()


def test_a_wrong_answer_is_wrong_in_the_figures(any_desk: Desk, lena: Staff) -> None:
    """Found among those of no use, judged, shown among the wrong ones; the verdict outlives the next count."""
    visitor = any_desk.visitor("fr")
    answer = utterance("Mille euros.", understood={"intent": "ask_article", "article": ARTICLE})
    visitor.answered(answer, "combien par mois ?")
    visitor.request("POST", "/feedback", json={"message": 2, "helpful": False, "comment": "C'est faux."})
    number = enquiry_of(any_desk, visitor).id
    page = shown(lena)
    assert all(words in page for words in ("combien par mois ?", "Mille euros.", "C'est faux."))
    assert "combien par mois" not in shown(lena, "answered")
    assert lena.http.post(f"/staff/review/answers/{number}", data={"verdict": "wrong"}).status_code == 303
    assert "combien par mois" not in shown(lena)
    assert "combien par mois" in shown(lena, "wrong")
    visitor.answered(utterance("De rien.", understood={"intent": "thank"}), "merci")
    assert enquiry_of(any_desk, visitor).verdict == "wrong"
    assert any(entry.action == "enquiry.judged" for entry in any_desk.rows(m.AuditEntry))
    lena.http.post(f"/staff/review/answers/{number}", data={"verdict": "", "show": "wrong"})
    assert enquiry_of(any_desk, visitor).verdict == ""


def test_what_cannot_be_judged(any_desk: Desk, lena: Staff) -> None:
    """Sensitive ones are not there, nor those whose words are gone; agents may not judge at all."""
    sensitive, gone = any_desk.visitor("en"), any_desk.visitor("en")
    sensitive.answered(utterance("Hm.", understood={"intent": "report_sensitive"}), "my supervisor touches me")
    gone.answered(utterance("Yes.", understood={"intent": "ask_article", "article": ARTICLE}), "soon erased")
    numbers = [enquiry_of(any_desk, visitor).id for visitor in (sensitive, gone)]
    assert "soon erased" in shown(lena, "answered")
    assert gone.request("DELETE").status_code == 204
    assert not any(words in shown(lena, "answered") for words in ("my supervisor", "soon erased"))
    for number in numbers:
        assert lena.http.post(f"/staff/review/answers/{number}", data={"verdict": "wrong"}).status_code == 404
    assert lena.http.get("/staff/review?show=everything").status_code == 404
    assert any_desk.staff("anna").http.get("/staff/review").status_code == 403


@pytest.fixture
def offered(
    make_desk: Callable[..., Desk], make_database: Callable[..., str]
) -> tuple[Desk, Visitor, list[dict[str, Any]]]:
    """A visitor to whom two articles were offered, and the buttons."""
    desk = make_desk(database_url=make_database("sqlite", loaded=True))
    visitor = desk.visitor("en")
    buttons = [{"title": key, "payload": f'/ask_article{{"article": "{key}"}}'} for key in (ARTICLE, OTHER)]
    offer = utterance("Which of these?", choices=buttons, understood={"intent": "ask_article", "offered": [ARTICLE]})
    return desk, visitor, visitor.answered(offer, QUESTION)["messages"][-1]["choices"]


def test_a_choice_becomes_an_example(offered: tuple[Desk, Visitor, list[dict[str, Any]]]) -> None:
    """Remembered with its question, taken into the draft by a supervisor, and then no longer asked about."""
    desk, visitor, choices = offered
    lena = desk.staff("lena", "supervisor")
    visitor.press(choices[0])
    assert QUESTION in shown(lena)
    address = f"/staff/review/examples/{visitor.id}/1"
    assert lena.http.post(address, data={"article": OTHER, "deed": "take"}).status_code == 404
    assert lena.http.post(address, data={"article": ARTICLE, "deed": "take"}).status_code == 303
    drafts = [version for version in desk.rows(m.ArticleVersion) if version.state == "draft"]
    assert [(each.article_id, each.language, each.questions[-1]) for each in drafts] == [(ARTICLE, "en", QUESTION)]
    assert QUESTION not in shown(lena)
    assert lena.http.post(address, data={"article": ARTICLE, "deed": "take"}).status_code == 404


def test_what_is_not_remembered(offered: tuple[Desk, Visitor, list[dict[str, Any]]]) -> None:
    """A button that was no offer; what was dismissed; what was erased. No entry of the audit trail keeps the words."""
    desk, visitor, choices = offered
    lena = desk.staff("lena", "supervisor")
    visitor.press(choices[1])
    assert desk.count(m.ProposedExample) == 0
    visitor.press(choices[0])
    address = f"/staff/review/examples/{visitor.id}/1"
    assert lena.http.post(address, data={"article": ARTICLE, "deed": "dismiss"}).status_code == 303
    assert desk.count(m.ProposedExample) == 0
    visitor.press(choices[0])
    assert desk.count(m.ProposedExample) == 1
    assert visitor.request("DELETE").status_code == 204
    assert desk.count(m.ProposedExample) == 0
    assert QUESTION not in repr([(entry.before, entry.after) for entry in desk.rows(m.AuditEntry)])


def test_a_report_hides_the_choice(offered: tuple[Desk, Visitor, list[dict[str, Any]]]) -> None:
    """At once, before anything is counted; a known address opens nothing either."""
    desk, visitor, choices = offered
    lena = desk.staff("lena", "supervisor")
    visitor.press(choices[0])
    assert QUESTION in shown(lena)
    deed = {"kind": "hand_over", "reason": "sensitive", "queue": "sensitive", "priority": 1}
    visitor.answered(utterance("Thank you for telling us.", do=[deed]))
    assert QUESTION not in shown(lena)
    address = f"/staff/review/examples/{visitor.id}/1"
    assert lena.http.post(address, data={"article": ARTICLE, "deed": "take"}).status_code == 404

"""Notices: what finds them, how the assistant says them, and who may write them."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from support import Desk, Staff

from actions import articles, base, person
from actions.answer import Answer
from actions.base import DeskAction, Question
from desk import notices
from store import models as m
from store.database import Database
from store.names import Gazetteer
from store.notices import NoticeIndex
from store.profile import Profile
from store.subjects import ARTICLE, Found
from store.sync import revision

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
FAR, NEAR = (lambda: -1.0), (lambda: 0.95)
TITLE, BODY = "Signing in does not work", "We know about it and are working on it. Your **profile** is safe."
QUESTIONS = ("I cannot sign in", "the login page shows an error", "why does the platform not open")
WORDS = {
    "en": notices.Words(TITLE, BODY, QUESTIONS, ("error 502", "app.unv.org")),
    "fr": notices.Words("La connexion ne marche pas", "Nous y travaillons.", (), ("panne", "page blanche")),
    "zh": notices.Words("", "", (), ("登录失败",)),
    "ar": notices.Words("", "", (), ("العطل",)),
    "ru": notices.Words("", "", (), ("сбой",)),
}


def _published(database: Database, profile: Profile, **changes: Any) -> int:
    """A notice in force; its number."""
    staff = m.Staff(login="sue")
    with database.write() as session:
        number = notices.create(session, profile, staff, notices.Draft(**{"words": WORDS, **changes}))
        notices.step(session, staff, number, "publish", 1)
    return number


def _index(database: Database) -> NoticeIndex:
    with database.read() as session:
        return NoticeIndex.load(session, "en")


# --- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "there is an ERROR 502 all the time", True), ("en", "502 error", False), ("en", "error 5021", False),
        ("fr", "que des pages blanches !", True), ("fr", "la page est toute blanche", False),
        ("fr", "erreur sur App.unv.org depuis hier", True), ("es", "app.unv.org no carga", True),
        ("es", "hay una panne", False), ("zh", "我一直登錄失敗怎么办", True), ("ar", "وبالعطل لا أستطيع الدخول", True),
        ("ru", "опять у вас сбои", True), ("en", "сбой", False),
    ],
)  # fmt: skip
def test_a_keyword_finds_it_in_any_inflection(
    empty: Database, profile: Profile, language: str, text: str, found: bool
) -> None:
    """Side by side, in the question's language or the first one, whatever else is nearer."""
    number = _published(empty, profile)
    assert _index(empty).matching(text, language, lambda: 2.0, NOW) == (number if found else None)


def test_an_example_finds_it_by_meaning(empty: Database, profile: Profile) -> None:
    """In any language; not where something else is nearer by far, and not what is about something else."""
    number = _published(empty, profile)
    index = _index(empty)
    for language, text in (("en", "signing in is impossible since this morning"), ("es", "no puedo iniciar sesión")):
        assert index.matching(text, language, FAR, NOW) == number
        assert index.matching(text, language, NEAR, NOW) is None
    assert index.matching("how much money do volunteers get?", "en", FAR, NOW) is None


def test_it_holds_from_until(empty: Database, profile: Profile) -> None:
    """Published and in its time; its end without any deed."""
    staff = m.Staff(login="sue")
    number = _published(empty, profile, starts_at=NOW, ends_at=NOW + HOUR)
    index = _index(empty)
    moments = {NOW - HOUR: None, NOW: number, NOW + HOUR: None}
    assert {at: index.matching("error 502", "en", FAR, at) for at in moments} == moments
    with empty.write() as session:
        before = revision(session, "notices")
        notices.step(session, staff, number, "end", 2)
        assert revision(session, "notices") == before + 1
    assert _index(empty).matching("error 502", "en", FAR, NOW) is None


# --- the assistant ----------------------------------------------------------------------------------------------------


class Shelf:
    """The library that actions open: one article is near, as far as the test says."""

    def __init__(self, database: Database, profile: Profile, gazetteer: Gazetteer, score: float) -> None:
        self.database, self.profile, self.texts = database, profile, profile.catalogue()
        found = (Found(ARTICLE, "luggage", score),)
        subjects = SimpleNamespace(find=lambda *_: found, closest=lambda _: score)
        self.knowledge = SimpleNamespace(gazetteer=gazetteer, subjects=subjects, wishes=None)

    @contextmanager
    def open(self) -> Iterator[tuple[Any, Any]]:
        with self.database.read() as session:
            yield session, self.knowledge

    def notices(self, session: Any) -> NoticeIndex:
        return NoticeIndex.load(session, "en")


# Importing the actions makes them known by their intents.
assert {articles.ActionOutOfScope, person.ActionHandOver, person.ActionSensitive} <= {*DeskAction.of_intent.values()}


class ActionArticle(DeskAction):
    """An article's answer, as the service's own action gives it."""

    action_name = "action_article_of_this_test"

    def answer(self, question: Question, desk: base.Desk) -> Answer:
        return articles.ask_article(question, desk)


class Asked:
    """A visitor's questions to the actions."""

    def __init__(self, patch: pytest.MonkeyPatch, shelf: Shelf) -> None:
        patch.setattr(base, "library", lambda: shelf)
        patch.setitem(DeskAction.of_intent, "ask_article", ActionArticle)

    def say(self, text: str, intent: str = "ask_article", language: str = "en", **more: Any) -> Answer:
        ranking = ((intent, 0.95), *more.pop("others", ()))
        question = Question(text, language, intent, 0.95, ranking, {}, more.pop("slots", {}), **more)
        return ActionArticle()._answer(question)


@pytest.fixture
def asked(empty: Database, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """An article on luggage that answers everything, and the notice."""
    text = m.ArticleText(language="en", title="Luggage", body="One bag of 20 kg.", questions=["luggage"])
    with empty.write() as session:
        session.add(m.Article(
            id="luggage", topic="travel", audience=["all"], sources=[], as_of="2026", review="2030", confidence="high",
            texts=[text],
        ))  # fmt: skip
    with empty.read() as session:
        names = Gazetteer.load(session, profile.languages)
    return Asked(monkeypatch, Shelf(empty, profile, names, 0.5))


def test_the_notice_comes_first(asked: Asked, empty: Database, profile: Profile) -> None:
    """Live, before the usual answer, with a person offered; other questions are answered as ever."""
    usual = asked.say("what about error 502?")
    assert (usual.text, usual.choices) == ("One bag of 20 kg.", [])
    number = _published(empty, profile)
    answer = asked.say("what about error 502?")
    assert answer.text == f"**{TITLE}**\n\n{BODY}\n\nOne bag of 20 kg."
    assert (answer.understood["notice"], answer.understood["article"]) == (number, "luggage")
    assert [choice.payload for choice in answer.choices] == ["/ask_human"]
    assert answer.rateable
    assert "notice" not in asked.say("how many bags?").understood


def test_what_may_hide_harm_comes_with_a_way_to_tell_it(asked: Asked) -> None:
    """In confidence, to the team for such matters; other questions are answered as ever."""
    answer = asked.say("how heavy may a bag be if he throws it at me", sensitivity=-1.15)
    assert answer.text.startswith("One bag of 20 kg.\n\nIf something has happened")
    assert [choice.payload for choice in answer.choices] == ["/report_sensitive"]
    told = ActionArticle.of_intent["report_sensitive"]()._answer(
        Question("/report_sensitive", "en", "", 1.0, (), {}, {})
    )
    assert told.do[0]["queue"] == "sensitive"
    assert asked.say("how heavy may a bag be", sensitivity=-1.3).choices == []


def test_the_notice_alone(asked: Asked, empty: Database, profile: Profile) -> None:
    """Where it is meant so, and where nothing else is known; it counts as answered."""
    number = _published(empty, profile)
    with empty.write() as session:
        session.get_one(m.Article, "luggage").status = "withdrawn"
    for answer in (asked.say("error 502"), asked.say("error 502", "out_of_scope")):
        assert answer.text.startswith(f"**{TITLE}**")
    with empty.write() as session:
        session.get_one(m.Article, "luggage").status = "published"
        notices.save(session, profile, m.Staff(login="sue"), number, notices.Draft(WORDS, replaces=True), 2)
    answer = asked.say("error 502")
    assert answer.text == f"**{TITLE}**\n\n{BODY}"
    assert answer.understood == {"notice": number, "intent": "ask_article"}
    assert answer.slots["offered"] == "human"
    assert answer.choices


def test_in_the_visitor_s_language_or_the_first(asked: Asked, empty: Database, profile: Profile) -> None:
    """What is missing is said."""
    _published(empty, profile, replaces=True)
    assert asked.say("encore une panne", language="fr").text == "**La connexion ne marche pas**\n\nNous y travaillons."
    other = asked.say("error 502", language="es").text
    assert other == f"(Este texto aún no está traducido a su idioma; aquí lo tiene en inglés).\n\n**{TITLE}**\n\n{BODY}"


def test_it_never_stands_in_the_way(asked: Asked, empty: Database, profile: Profile) -> None:
    """Sensitive matters have none; whoever wants a person gets one, whatever the notice replaces."""
    _published(empty, profile, replaces=True)
    text = "error 502 and my supervisor hit me"
    for told in (
        asked.say(text, "report_sensitive"),
        asked.say(text, sensitivity=0.5),
        asked.say(text, others=(("report_sensitive", 0.15),)),
        asked.say(text, sensitivity=-0.85),
        asked.say(text, "report_sensitive", sensitivity=-2.0),
    ):
        assert TITLE not in told.text
        assert "notice" not in told.understood
    assert asked.say(text, sensitivity=0.5).do[0]["queue"] == "sensitive"
    angry = asked.say("error 502, impossible!", others=(("report_sensitive", 0.28),), sensitivity=-1.6)
    assert angry.text == f"**{TITLE}**\n\n{BODY}"
    near = asked.say("error 502, which rules are there?", sensitivity=-1.0)
    assert near.text.startswith("One bag of 20 kg.")
    person = asked.say("a person please, error 502", "ask_human")
    assert (person.do[0]["kind"], TITLE in person.text, person.choices) == ("hand_over", True, [])


# --- the console ------------------------------------------------------------------------------------------------------


def _form(**fields: str) -> dict[str, str]:
    form = {"title-en": TITLE, "body-en": BODY, "questions-en": "\n".join(QUESTIONS), "keywords-en": "error 502"}
    return form | {name.replace("_", "-"): value for name, value in fields.items()}


def _written(sue: Staff, **fields: str) -> str:
    """A notice written in the console; its address."""
    reply = sue.http.post("/staff/notices/new", data=_form(**fields))
    assert reply.status_code == 303, reply.text
    return str(reply.headers["location"])


def _alert(reply: httpx.Response) -> str:
    found = re.search(r'role="alert">([^<]+)', reply.text)
    assert found, reply.text
    return html.unescape(found[1])


def _edit(sue: Staff, address: str) -> str:
    found = re.search(r'name="edit" value="(\d+)"', sue.http.get(address).text)
    assert found
    return found[1]


def test_a_notice_is_written_published_and_ended(
    any_desk: Desk, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every change moves what the actions read, and is in the audit trail; a stale page changes nothing."""
    monkeypatch.setattr(any_desk.context, "profile", profile)  # with its own time zone
    sue = any_desk.staff("sue", "supervisor")
    address = _written(sue, title_fr="Panne", body_fr="Nous y travaillons.", starts="2026-11-22T10:00", replaces="yes")
    (notice,) = any_desk.rows(m.Notice)
    assert (notice.state, notice.replaces, notice.ends_at) == ("draft", True, None)
    assert notice.starts_at == dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
    assert [text.language for text in any_desk.rows(m.NoticeText)] == ["en", "fr"]
    with any_desk.context.database.read() as session:
        before = revision(session, "notices")
    old = _edit(sue, address)
    assert sue.http.post(f"{address}/publish", data={"edit": old}).status_code == 303
    reply = sue.http.post(f"{address}/end", data={"edit": old})
    assert (reply.status_code, "changed this notice" in _alert(reply)) == (409, True)
    form = _form(title_en="Signing in works again", edit=_edit(sue, address))
    assert sue.http.post(f"{address}/edit", data=form).status_code == 303
    assert [text.language for text in any_desk.rows(m.NoticeText)] == ["en"]
    assert "Signing in works again" in sue.http.get("/staff/notices").text
    assert sue.http.post(f"{address}/end", data={"edit": _edit(sue, address)}).status_code == 303
    with any_desk.context.database.read() as session:
        assert revision(session, "notices") == before + 3
    entries = any_desk.rows(m.AuditEntry, m.AuditEntry.action.startswith("notice."))
    assert [(e.actor, e.action) for e in entries] == [
        ("sue", "notice.saved"), ("sue", "notice.published"), ("sue", "notice.saved"), ("sue", "notice.ended"),
    ]  # fmt: skip
    assert entries[2].before["texts"]["fr"]["title"] == "Panne"


def test_a_draft_is_thrown_away_and_nothing_else(desk: Desk) -> None:
    """What was published stays for the record."""
    sue = desk.staff("sue", "supervisor")
    address = _written(sue)
    assert sue.http.post(f"{address}/end", data={"edit": _edit(sue, address)}).status_code == 409
    assert sue.http.post(f"{address}/discard", data={"edit": _edit(sue, address)}).status_code == 303
    assert sue.http.get(address).status_code == 404
    kept = _written(sue)
    sue.http.post(f"{kept}/publish", data={"edit": _edit(sue, kept)})
    assert sue.http.post(f"{kept}/discard", data={"edit": _edit(sue, kept)}).status_code == 409
    assert desk.count(m.Notice) == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title_en": ""}, "first language"), ({"title_fr": "Panne"}, "both a title and a text"),
        ({"keywords_en": "it"}, "“it” is too short"), ({"keywords_ru": "ит"}, "too short"),
        ({"questions_en": "", "keywords_en": ""}, "at least one example"), ({"title_en": "x" * 201}, "200 characters"),
        ({"starts": "2026-11-22T10:00", "ends": "2026-11-22T10:00"}, "after the beginning"), ({"ends": "x"}, "the end"),
        ({"questions_en": "\n".join(map(str, range(100, 151)))}, "50 lines"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_lost(desk: Desk, fields: dict[str, str], words: str) -> None:
    """By name; the form holds what was written."""
    reply = desk.staff("sue", "supervisor").http.post("/staff/notices/new", data=_form(**fields))
    assert reply.status_code == 422
    assert words.lower() in _alert(reply).lower()
    assert "Your **profile** is safe." in reply.text
    assert desk.count(m.Notice) == 0


def test_a_chinese_keyword_of_two_characters(desk: Desk) -> None:
    _written(desk.staff("sue", "supervisor"), keywords_zh="登录")


def test_who_may(desk: Desk) -> None:
    """Supervisors and administrators; agents do not even see the link, and strangers log in first."""
    anna, sue = desk.staff("anna"), desk.staff("sue", "supervisor")
    address = _written(sue)
    for path in ("/staff/notices", "/staff/notices/new", address, f"{address}/edit"):
        assert (anna.http.get(path).status_code, sue.http.get(path).status_code) == (403, 200)
        assert desk.client.get(path).status_code == 303
    for path in ("/staff/notices/new", f"{address}/publish", f"{address}/reply"):
        assert anna.http.post(path, data=_form(edit="1")).status_code == 403
    assert ("/staff/notices" in sue.queue(), "/staff/notices" in anna.queue()) == (True, False)


def test_a_question_is_tried(desk: Desk) -> None:
    """Also before it is published."""
    sue = desk.staff("sue", "supervisor")
    address = _written(sue)
    for question, said in (("error 502!", "gets the notice"), ("how much money do we get?", "does not get")):
        assert said in sue.http.get(address, params={"question": question, "code": "en"}).text

"""Editing articles in the console, over HTTP: two people, versions, translations, and nobody overwriting anybody."""

from __future__ import annotations

import datetime as dt
import html
import itertools
import re
from collections.abc import Callable

import httpx
import pytest
from support import Desk, Staff, at_once
from typer.testing import CliRunner

from desk.commands import app
from store import load
from store import models as m
from store.database import Database
from store.profile import Profile
from store.sync import revision
from texts.language import SUPPORTED

_numbers = itertools.count(1)
BODY = "You can bring one bag of **20 kg**, free of charge, on every flight that the programme pays for."
ARTICLE = "verification-code-missing"
QUESTIONS = "how many bags may I take\nluggage allowance\nis a suitcase free"


class Editor:
    """A member of staff at the pages of one article."""

    def __init__(self, person: Staff, article_id: str) -> None:
        self.person, self.id = person, article_id

    def page(self, language: str = "en", part: str = "") -> str:
        reply = self.person.http.get(f"/staff/articles/{self.id}/{language}{part}")
        assert reply.status_code == 200, reply.text
        return html.unescape(reply.text)

    def stamp(self, language: str = "en") -> str:
        found = re.search(r'name="stamp" value="([^"]+)"', self.page(language, "/edit"))
        assert found
        return found[1]

    def writes(self, language: str = "en", stamp: str | None = None, **fields: str) -> httpx.Response:
        """Save the form; what is not given is as the form has it for a new article."""
        form = {**_form(language), "stamp": stamp or self.stamp(language), **fields}
        return self.person.http.post(f"/staff/articles/{self.id}/{language}/edit", data=form, files=_multipart())

    def does(self, deed: str, language: str = "en", stamp: str | None = None, **fields: str) -> httpx.Response:
        form = {"stamp": stamp or self.stamp(language), **fields}
        return self.person.http.post(f"/staff/articles/{self.id}/{language}/{deed}", data=form)


def _multipart() -> dict[str, tuple[None, str]]:
    """Makes the client send the form as the page does."""
    return {"unused": (None, "")}


def _form(language: str = "en", **fields: str) -> dict[str, str]:
    words = {"title": "How much luggage may I take?", "body": BODY, "questions": QUESTIONS}
    if language != "en":
        return {**words, **fields}
    facts = {
        "topic": "travel", "audience": "applicant, volunteer", "as_of": "2026-01", "review": "2030-01-31",
        "sources": "Travel rules | https://www.example.org/travel | 4\nA letter", "confidence": "high",
        "answered": "yes",
    }  # fmt: skip
    return {**words, **facts, **fields}


def _begun(desk: Desk) -> tuple[Editor, Editor]:
    """A new article that Anna has drafted; Anna and Ben at it."""
    article_id = f"luggage-{next(_numbers)}"
    anna, ben = desk.staff("anna"), desk.staff("ben")
    reply = anna.http.post("/staff/articles/new", data={**_form(), "id": article_id}, files=_multipart())
    assert reply.headers.get("location") == f"/staff/articles/{article_id}/en", reply.text
    return Editor(anna, article_id), Editor(ben, article_id)


def _published(anna: Editor, ben: Editor, language: str = "en", **fields: str) -> None:
    """What Anna writes, Ben approves."""
    if fields or language != "en":
        assert anna.writes(language, **fields).status_code == 303
    for who, deed in ((anna, "propose"), (ben, "approve"), (anna, "publish")):
        reply = who.does(deed, language)
        assert reply.status_code == 303, reply.text


def _alert(reply: httpx.Response) -> str:
    found = re.search(r'role="alert">([^<]+)', reply.text)
    assert found, reply.text
    return html.unescape(found[1])


def _listed(editor: Editor, show: str) -> bool:
    """Whether the list, filtered so, has the article."""
    page = editor.person.http.get("/staff/articles", params={"show": show, "q": editor.id}).text
    return f'href="/staff/articles/{editor.id}/en"' in page


def _number(desk: Desk) -> int:
    with desk.context.database.read() as session:
        return revision(session, load.AREA)


def test_two_people_publish_an_article(any_desk: Desk) -> None:
    """Draft, approval by the other one, publication: then it is what actions read and has a public page."""
    anna, ben = _begun(any_desk)
    public = f"/help/en/{anna.id}"
    assert any_desk.client.get(public).status_code == 404
    assert anna.does("publish").status_code == 409
    anna.does("propose")
    assert any_desk.client.get(public).status_code == 404
    ben.does("approve")
    before = _number(any_desk)
    assert anna.does("publish").status_code == 303
    assert _number(any_desk) == before + 1
    assert "<strong>20 kg</strong>" in any_desk.client.get(public).text
    (text,) = any_desk.rows(m.ArticleText, m.ArticleText.article_id == anna.id)
    assert (text.language, text.version, text.questions) == ("en", 1, QUESTIONS.split("\n"))
    (article,) = any_desk.rows(m.Article, m.Article.id == anna.id)
    assert (article.status, article.audience) == ("published", ["applicant", "volunteer"])
    assert article.sources == [
        {"title": "Travel rules", "url": "https://www.example.org/travel", "paragraph": "4"},
        {"title": "A letter", "url": "", "paragraph": ""},
    ]


def test_nobody_approves_what_they_wrote(any_desk: Desk) -> None:
    """Neither the first author nor whoever changed a word of the draft, in whatever state it was meanwhile."""
    anna, ben = _begun(any_desk)
    anna.does("propose")
    reply = anna.does("approve")
    assert (reply.status_code, "cannot approve" in _alert(reply)) == (403, True)
    assert "/approve" not in anna.page()
    assert "/approve" in ben.page()
    assert ben.writes(title="How many bags may I take?").status_code == 303  # now Ben wrote it too
    anna.does("propose")
    for editor in (anna, ben):
        assert editor.does("approve").status_code == 403
    edith = Editor(any_desk.staff("edith"), anna.id)
    assert edith.does("approve").status_code == 303
    (version,) = any_desk.rows(m.ArticleVersion, m.ArticleVersion.article_id == anna.id)
    assert (version.state, version.authors, version.approver) == ("approved", ["anna", "ben"], "edith")


def test_a_change_after_the_approval_needs_another_one(any_desk: Desk) -> None:
    """What is published is what was approved."""
    anna, ben = _begun(any_desk)
    anna.does("propose")
    ben.does("approve")
    anna.writes(body=f"{BODY} And a dog.")
    assert anna.does("publish").status_code == 409
    (version,) = any_desk.rows(m.ArticleVersion, m.ArticleVersion.article_id == anna.id)
    assert (version.state, version.approver) == ("draft", None)


def test_two_editors_cannot_overwrite_each_other(any_desk: Desk) -> None:
    """The second one is refused, keeps what they wrote, and sees what the first one wrote."""
    anna, ben = _begun(any_desk)
    seen = ben.stamp()
    assert anna.writes(body=f"{BODY} Anna was here.").status_code == 303
    reply = ben.writes(stamp=seen, body=f"{BODY} Ben was here.")
    assert reply.status_code == 409
    assert "Somebody else has changed" in _alert(reply)
    assert "Ben was here." in reply.text
    assert "Anna was here." in reply.text
    assert "Anna was here." in anna.page()
    for deed in ("propose", "discard", "withdraw"):
        assert ben.does(deed, stamp=seen).status_code == 409


def test_of_two_at_once_one_is_refused(any_desk: Desk) -> None:
    """Also when both press at the same moment, and when both begin the same draft."""
    anna, ben = _begun(any_desk)
    _published(anna, ben)
    stamp = anna.stamp()
    replies = at_once(*(lambda who=who: who.writes(stamp=stamp, title=f"Bags, says {who.id}") for who in (anna, ben)))
    assert sorted(reply.status_code for reply in replies) == [303, 409]
    new = {**_form(), "id": f"luggage-{next(_numbers)}"}
    press = [lambda who=who: who.person.http.post("/staff/articles/new", data=new) for who in (anna, ben)]
    assert sorted(reply.status_code for reply in at_once(*press)) == [303, 409]


def test_undo_publishes_the_words_before(any_desk: Desk) -> None:
    """As a new version, so that answers given meanwhile can still be told apart; twice undone is done again."""
    anna, ben = _begun(any_desk)
    _published(anna, ben)
    _published(anna, ben, body=f"{BODY} A second one costs 30 dollars.")
    public = f"/help/en/{anna.id}"
    assert "30 dollars" in any_desk.client.get(public).text
    assert ben.does("republish", number="1").status_code == 303
    assert "30 dollars" not in any_desk.client.get(public).text
    assert ben.does("republish", number="2").status_code == 303
    assert "30 dollars" in any_desk.client.get(public).text
    versions = any_desk.rows(m.ArticleVersion, m.ArticleVersion.article_id == anna.id)
    assert {each.number: each.state for each in versions} == {
        1: "replaced", 2: "replaced", 3: "replaced", 4: "published"
    }  # fmt: skip
    assert ben.does("republish", number="4").status_code == 404
    assert ben.does("republish", number="9").status_code == 404


def test_withdrawn_is_gone_at_once_and_comes_back(any_desk: Desk) -> None:
    """Without its original an article answers in no language; a translation can go alone."""
    anna, ben = _begun(any_desk)
    _published(anna, ben)
    _published(anna, ben, "fr", title="Combien de bagages ?")
    pages = {language: f"/help/{language}/{anna.id}" for language in ("en", "fr")}
    status = lambda: {code: any_desk.client.get(path).status_code for code, path in pages.items()}  # noqa: E731
    assert status() == {"en": 200, "fr": 200}
    before = _number(any_desk)
    anna.does("withdraw", "fr")
    assert status() == {"en": 200, "fr": 404}
    anna.does("republish", "fr", number="1")
    anna.does("withdraw")
    assert status() == {"en": 404, "fr": 404}
    assert anna.does("withdraw").status_code == 409
    assert "answers in no language" in anna.page()
    assert _listed(ben, "withdrawn")
    anna.does("republish", number="1")
    assert status() == {"en": 200, "fr": 200}
    assert _number(any_desk) == before + 4


def test_a_change_of_the_original_makes_translations_outdated(any_desk: Desk) -> None:
    """Until they are translated again, or somebody says that they still hold."""
    anna, ben = _begun(any_desk)
    _published(anna, ben)
    for language in ("fr", "ru"):
        _published(anna, ben, language)
    listed = lambda: _listed(anna, "outdated")  # noqa: E731
    note = "The original has changed"
    _published(anna, ben, questions=f"{QUESTIONS}\nanother example question")
    assert not listed(), "the words that are translated are the same"
    _published(anna, ben, body=f"{BODY} A second one costs 30 dollars.")
    assert listed()
    assert note in anna.page("fr")
    assert note not in anna.page("en")
    _published(anna, ben, "fr", body=f"{BODY} Le second coûte 30 dollars.")
    assert note not in anna.page("fr")
    assert note in anna.page("ru")
    assert ben.does("confirm", "ru").status_code == 303
    assert not listed()
    assert ben.does("confirm", "ru").status_code == 409


def test_a_translation_waits_for_its_original(any_desk: Desk) -> None:
    """It can be written, not approved."""
    anna, ben = _begun(any_desk)
    assert anna.writes("fr").status_code == 303
    anna.does("propose", "fr")
    reply = ben.does("approve", "fr")
    assert (reply.status_code, _alert(reply)) == (409, "Publish the original first.")


def test_a_draft_is_discarded(any_desk: Desk) -> None:
    """What is published stays; an article that never was published is gone."""
    anna, ben = _begun(any_desk)
    _published(anna, ben)
    anna.writes(title="No, something else")
    assert ben.does("discard").status_code == 303
    assert "No, something else" not in any_desk.client.get(f"/help/en/{anna.id}").text
    other, _ = _begun(any_desk)
    other.writes("fr")
    assert other.does("discard").headers["location"] == "/staff/articles"
    assert other.person.http.get(f"/staff/articles/{other.id}/en").status_code == 404
    assert not any_desk.count(m.Article, m.Article.id == other.id)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": " "}, "title"),
        ({"body": "too short"}, "20 characters"),
        ({"questions": "one\ntwo"}, "at least 3"),
        ({"questions": "one\ntwo\nTWO\nthree"}, "none of them twice"),
        ({"sources": ""}, "at least one source"),
        ({"sources": "Title | ftp://example.org"}, "https://"),
        ({"sources": "| https://example.org"}, "with a title"),
        ({"review": "soon"}, "review date"),
        ({"review": "2026-13-01"}, "review date"),
        ({"as_of": "2026-02-31"}, "date of the source"),
        ({"topic": "x" * 41}, "topic"),
        ({"audience": ""}, "for whom"),
        ({"confidence": "very"}, "how sure"),
    ],
)
def test_what_an_article_needs(desk: Desk, fields: dict[str, str], words: str) -> None:
    """The form says what is missing, keeps what was written, and nothing is saved."""
    anna, _ = _begun(desk)
    reply = anna.writes(**{"title": "Kept in the form", **fields})
    assert reply.status_code == 422
    assert words in _alert(reply)
    assert fields.get("title", "Kept in the form") in reply.text
    assert "Kept in the form" not in anna.page()


@pytest.mark.parametrize("name", ["Big", "a b", "-a", "a--b", "../x", "", "x" * 81])
def test_the_name_of_a_new_article(desk: Desk, name: str) -> None:
    """It becomes a file's name and part of an address."""
    anna = desk.staff("anna")
    reply = anna.http.post("/staff/articles/new", data={**_form(), "id": name})
    assert (reply.status_code, "small letters" in _alert(reply)) == (422, True)


def test_a_name_is_taken_once(desk: Desk) -> None:
    """The words of the second one stay in the form."""
    anna, ben = _begun(desk)
    reply = ben.person.http.post("/staff/articles/new", data={**_form(title="Another one"), "id": anna.id})
    assert (reply.status_code, "Another one" in reply.text) == (409, True)


def test_everything_is_written_down(desk: Desk) -> None:
    """Who did what, with the words before and after."""
    anna, ben = _begun(desk)
    _published(anna, ben)
    _published(anna, ben, body=f"{BODY} Changed.")
    anna.does("withdraw")
    entries = desk.rows(m.AuditEntry, m.AuditEntry.subject == f"{anna.id}/en")
    assert [(entry.actor, entry.action) for entry in entries] == [
        ("anna", "article.saved"), ("anna", "article.propose"), ("ben", "article.approve"),
        ("anna", "article.published"), ("anna", "article.saved"), ("anna", "article.propose"),
        ("ben", "article.approve"), ("anna", "article.published"), ("anna", "article.withdrawn"),
    ]  # fmt: skip
    last = entries[7]
    assert last.before is not None
    assert last.after is not None
    assert (last.before["version"], last.before["body"]) == (1, BODY)
    assert (last.after["version"], last.after["body"]) == (2, f"{BODY} Changed.")


def test_the_difference_is_shown(desk: Desk) -> None:
    """Word by word, in words for those who do not see it, and markup in an article is text."""
    anna, ben = _begun(desk)
    _published(anna, ben)
    evil = "<script>alert(1)</script>"
    anna.writes(title=f"How much luggage may I {evil} send?", body=BODY.replace("one bag", "two bags"))
    page = anna.person.http.get(f"/staff/articles/{anna.id}/en").text
    assert '<del><span class="unseen">removed: </span>one</del>' in page
    assert '<ins><span class="unseen">added: </span>two</ins>' in page
    assert evil not in page
    assert evil not in anna.person.http.get(f"/staff/articles/{anna.id}/en/preview").text


def test_the_preview_is_the_public_page_with_the_draft(desk: Desk) -> None:
    """Sources of the draft too; the public page itself is as it was."""
    anna, ben = _begun(desk)
    _published(anna, ben)
    anna.writes(body=f"{BODY} Only in the draft.", sources="Newer rules | https://www.example.org/new")
    preview = anna.page(part="/preview")
    assert "Only in the draft." in preview
    assert "https://www.example.org/new" in preview
    assert "Only in the draft." not in desk.client.get(f"/help/en/{anna.id}").text


@pytest.mark.parametrize("path", ["", "/new", f"/{ARTICLE}/en", f"/{ARTICLE}/en/edit", f"/{ARTICLE}/en/preview"])
def test_the_pages_are_for_staff(desk: Desk, path: str) -> None:
    """Nobody else sees them, and no other site can press their buttons."""
    assert desk.client.get(f"/staff/articles{path}").status_code == 303
    anna = desk.staff("anna")
    for target in ("/new", "/a/en/edit", "/a/en/publish"):
        reply = anna.http.post(f"/staff/articles{target}", data={}, headers={"Sec-Fetch-Site": "cross-site"})
        assert reply.json()["code"] == "origin"


def test_what_does_not_exist(desk: Desk) -> None:
    """A clear 404."""
    anna, _ = _begun(desk)
    for path in ("/no-such-article/en", f"/{anna.id}/de", f"/{anna.id}/fr/preview"):
        assert anna.person.http.get(f"/staff/articles{path}").status_code == 404
    assert anna.does("explode").status_code == 404


# --- with the demonstration's articles --------------------------------------------------------------------------------


@pytest.fixture
def stocked(make_desk: Callable[..., Desk], sqlite_store: Database) -> Desk:
    """A desk whose store has the demonstration's articles."""
    return make_desk(database_url=sqlite_store.url)


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_pages_in_six_languages(stocked: Desk, language: str) -> None:
    """List, article, form and trial are there in the language of their reader, with its direction."""
    anna = stocked.staff("anna")
    anna.http.post("/staff/language", data={"language": language})
    direction = "rtl" if language == "ar" else "ltr"
    for path in ("", "/new", f"/{ARTICLE}/zh", f"/{ARTICLE}/zh/edit", f"/{ARTICLE}/zh/try"):
        reply = anna.http.get(f"/staff/articles{path}")
        assert reply.status_code == 200
        assert f'<html lang="{language}" dir="{direction}">' in reply.text
        assert stocked.context.texts(language, "editing-articles") in html.unescape(reply.text)


def test_the_list_is_searched_and_filtered(stocked: Desk) -> None:
    """By words in any language; by what has to be done; page by page."""
    anna = stocked.staff("anna")
    listed = lambda query: re.findall(r"<code>([a-z0-9-]+)</code>", anna.http.get(f"/staff/articles?{query}").text)  # noqa: E731
    assert ARTICLE in listed("q=verification+code")
    (title,) = stocked.rows(m.ArticleText, m.ArticleText.article_id == ARTICLE, m.ArticleText.language == "ru")
    assert ARTICLE in listed(f"q={title.title.upper()}")
    assert listed("q=no-such-words-anywhere") == []
    first, second = listed("part=1"), listed("part=2")
    assert len(first) == 50
    assert not set(first) & set(second)
    assert listed("part=99")
    assert listed("show=outdated") == listed("show=to-approve") == listed("show=missing") == []
    with stocked.context.database.write() as session:
        session.get_one(m.Article, ARTICLE).review = (dt.datetime.now(dt.UTC).date() - dt.timedelta(1)).isoformat()
    assert listed("show=past-review&q=verification") == [ARTICLE]


def test_try_a_question(stocked: Desk) -> None:
    """The nearest articles now and with the draft, and which test questions change; nothing is published by it."""
    anna = Editor(stocked.staff("anna"), ARTICLE)
    question = "does my parrot need a permit to come along"
    address, part = f"/staff/articles/{ARTICLE}/en/try", {"HX-Request": "true"}
    ask = lambda: anna.person.http.get(address, params={"question": question}, headers=part).text  # noqa: E731
    now = ask()
    assert now.count('<th scope="row">') == 5
    assert "<html" not in now
    assert 'class="this"' not in now
    examples = ["bring my parrot", "permit for a parrot", "can my parrot come along", "does a parrot need a permit"]
    taken = "am I allowed to take our cat along to Kampala"  # a test question of another article
    assert taken not in now
    examples += [taken, taken.removeprefix("am "), f"{taken}?"]
    assert anna.writes(questions="\n".join(examples)).status_code == 303
    tried = html.unescape(ask())
    best = re.findall(r'<tr( class="this")?><th scope="row">', tried[: tried.index("Test questions")])
    assert len(best) == 10
    assert best[5] == ' class="this"', "the draft comes first"
    assert "With the draft:" in tried
    assert taken in tried, "the test question that the draft would take away is shown"
    assert stocked.count(m.ArticleText, m.ArticleText.article_id == ARTICLE, m.ArticleText.version > 1) == 0


def test_an_edit_survives_the_next_start(stocked: Desk, copied_profile: Profile) -> None:
    """Loading the files again, by a start or by hand, loses nothing that was published in the console."""
    anna, ben = Editor(stocked.staff("anna"), ARTICLE), Editor(stocked.staff("ben"), ARTICLE)
    _published(anna, ben, body=f"{BODY} From the console.")
    environment = {
        "DATABASE_URL": stocked.settings.store_url, "VAR": str(stocked.settings.var),
        "PROFILE": str(copied_profile.folder),
    }  # fmt: skip
    run = CliRunner().invoke(app, ["load"], env=environment)
    assert run.exit_code == 0, run.output
    assert "conflict" not in run.output
    assert "From the console." in stocked.client.get(f"/help/en/{ARTICLE}").text
    # A draft that was approved before a file was loaded must not overwrite what the file brought.
    other = "living-allowance-amount"
    anna, ben = Editor(anna.person, other), Editor(ben.person, other)
    anna.writes("fr", body=f"{BODY} Un brouillon.")
    anna.does("propose", "fr")
    ben.does("approve", "fr")
    path = copied_profile.folder / "knowledge" / "fr" / f"{other}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n\nDu fichier.\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["load"], env=environment).exit_code == 0
    reply = anna.does("publish", "fr")
    assert (reply.status_code, "Another version was published" in _alert(reply)) == (409, True)
    assert "Du fichier." in stocked.client.get(f"/help/fr/{other}").text
    assert anna.writes("fr", body=f"{BODY} Les deux.").status_code == 303
    _published(anna, ben, "fr", body=f"{BODY} Les deux, du fichier.")
    assert "Les deux" in stocked.client.get(f"/help/fr/{other}").text

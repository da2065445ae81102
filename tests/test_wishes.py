"""Wishes: read from messages in six languages, merged with those before, shown as chips and cards."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select

from actions.answer import Answer
from actions.base import SEARCH, Desk, DeskAction, Question, refinement
from actions.context import refines
from actions.knowledge import Knowledge
from store import models as m
from store.assignments import wishes_in
from store.database import Database
from store.names import Gazetteer
from store.profile import Profile
from store.wish_words import WishReader
from store.wishes import merged, wishes_of

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def reader(loaded: Database, gazetteer: Gazetteer) -> WishReader:
    with loaded.read() as session:
        return WishReader.load(session, gazetteer)


READ = [
    # What and where.
    ("en", "nursing jobs in Kenya", ["role=nurse", "country=KE"]),
    ("zh", "在肯尼亚的护士岗位", ["country=KE", "role=nurse"]),
    ("ru", "вакансии медсестры в Кении", ["role=nurse", "country=KE"]),
    ("fr", "postes d'infirmière au Kenya", ["role=nurse", "country=KE"]),
    ("es", "trabajo de enfermera en Kenia", ["role=nurse", "country=KE"]),
    ("ar", "وظائف ممرضة في كينيا", ["role=nurse", "country=KE"]),
    ("en", "something in West Africa with UNICEF", ["region=west-africa", "host=unicef"]),
    ("en", "assignments in French in Chad", ["language=fr", "country=TD"]),
    ("en", "online volunteering for UNDP", ["modality=online", "host=undp"]),
    ("en", "kenyan assignments", ["country=KE"]),
    ("fr", "postes au HCR", ["host=unhcr"]),
    ("zh", "开发署的岗位", ["host=undp"]),
    ("en", "jobs in Zimbabwee", ["country=ZW"]),
    ("en", "Kenya or Uganda", ["country=KE", "country=UG"]),
    ("en", "no, in Kenya", ["country=KE"]),
    ("es", "enfermera en costa rrica", ["role=nurse", "country=CR"]),
    ("zh", "线上的平面设计", ["modality=online", "role=graphic-designer"]),
    ("en", "somewhere near Kenya", ["near=KE"]),
    ("zh", "肯尼亚附近", ["near=KE"]),
    ("ru", "рядом с Кенией", ["near=KE"]),
    ("en", "SDG 3 assignments", ["sdg=3"]),
    ("en", "anything", []),
    # Where somebody comes from is no wish where another place is named; alone it may be one.
    ("en", "I'm from Peru, nursing jobs in Chile?", ["role=nurse", "country=CL"]),
    ("fr", "j'habite au Mali, des postes d'infirmière au Tchad ?", ["role=nurse", "country=TD"]),
    ("es", "vivo en Perú, ¿puestos de enfermera en Chile?", ["role=nurse", "country=CL"]),
    ("ar", "أعيش في المغرب، هل من وظائف ممرضة في تشاد؟", ["role=nurse", "country=TD"]),
    ("zh", "我住在北京，肯尼亚有护士岗位吗", ["country=KE", "role=nurse"]),
    ("ru", "я из Казахстана, вакансии медсестры в Кении", ["role=nurse", "country=KE"]),
    ("en", "I live in Kenya, nursing jobs please", ["country=KE", "role=nurse"]),
    (
        "en",
        "For eleven years I cared for patients on wards in Manila and Riyadh, and then my children left home and my "
        "husband agreed. What do you have for a nurse in Uganda?",
        ["role=nurse", "country=UG"],
    ),
    # Where somebody of an occupation comes from, by a word or by the country's adjective; its name is a place to go to.
    ("en", "a nurse from Lebanon for Poland", ["role=nurse", "country=PL"]),
    ("fr", "infirmière du Togo pour le Tchad", ["role=nurse", "country=TD"]),
    ("es", "enfermera de Bolivia para Chile", ["role=nurse", "country=CL"]),
    ("ar", "ممرضة من بيروت وأريد جيبوتي", ["role=nurse", "country=DJ"]),
    ("ru", "медсестра из Алматы, хочу в Кению", ["role=nurse", "country=KE"]),
    ("ar", "ممرضة جزائرية في بولندا", ["role=nurse", "country=PL"]),
    ("en", "Kenyan nurse for Chad", ["role=nurse", "country=TD"]),
    ("ar", "مراقب انتخابات سابق في ليبيا، هل من مهام في الساحل الأفريقي؟", ["role=electoral-officer", "region=sahel"]),
    ("ru", "работала в Гвинее, вакансии врача в Чаде", ["role=medical-doctor", "country=TD"]),
    ("en", "nurse Kenya Chad", ["role=nurse", "country=KE", "country=TD"]),
    ("en", "I'm from Peru, online volunteering as a translator", ["modality=online", "role=translator"]),
    ("en", "I'm from Peru, any national volunteer post?", ["country=PE", "modality=national"]),
    (
        "en",
        "I taught in Aleppo for ten years, then lived in Mersin, and now I look for a teaching job in Jordan",
        ["role=teacher", "country=JO"],
    ),
    ("ar", "شاب من نواكشوط أريد مهمة شبابية خارج بلدي في إسبانيا", ["modality=youth", "country=ES"]),
    # Languages, which have names in common with nationalities.
    ("en", "only in French", ["language=fr"]),
    ("fr", "seulement en français", ["language=fr"]),
    ("es", "solo en francés", ["language=fr"]),
    ("ar", "فقط بالفرنسية", ["language=fr"]),
    ("zh", "只要法语的", ["language=fr"]),
    ("ru", "только на французском", ["language=fr"]),
    # What is not wanted.
    ("en", "not in Africa", ["-region=africa"]),
    ("fr", "pas en Afrique", ["-region=africa"]),
    ("es", "no en África", ["-region=africa"]),
    ("ar", "ليس في أفريقيا", ["-region=africa"]),
    ("zh", "不要非洲", ["-region=africa"]),
    ("ru", "не в Африке", ["-region=africa"]),
    ("en", "anything except UNICEF and UNHCR", ["-host=unicef", "-host=unhcr"]),
    ("fr", "sauf l'UNICEF et le HCR", ["-host=unicef", "-host=unhcr"]),
    ("ru", "кроме ЮНИСЕФ и УВКБ", ["-host=unicef", "-host=unhcr"]),
    ("zh", "除了肯尼亚和乌干达以外", ["-country=KE", "-country=UG"]),
    ("en", "not in Africa but in Asia", ["-region=africa", "region=asia"]),
    ("en", "in Asia, without nurses", ["region=asia", "-role=nurse"]),
    ("en", "not online", ["-modality=online"]),
    # How long.
    ("en", "longer than six months", ["over=6 month"]),
    ("fr", "plus de six mois", ["over=6 month"]),
    ("es", "más de seis meses", ["over=6 month"]),
    ("ar", "أكثر من ستة أشهر", ["over=6 month"]),
    ("zh", "超过六个月", ["over=6 month"]),
    ("ru", "больше шести месяцев", ["over=6 month"]),
    ("en", "at least 3 months", ["least=3 month"]),
    ("fr", "au moins trois mois", ["least=3 month"]),
    ("es", "al menos tres meses", ["least=3 month"]),
    ("ar", "ثلاثة أشهر على الأقل", ["least=3 month"]),
    ("zh", "至少三个月", ["least=3 month"]),
    ("ru", "не менее трех месяцев", ["least=3 month"]),
    ("en", "less than a year", ["under=1 year"]),
    ("fr", "moins d'un an", ["under=1 year"]),
    ("es", "menos de un año", ["under=1 year"]),
    ("ar", "أقل من سنة", ["under=1 year"]),
    ("zh", "不到一年", ["under=1 year"]),
    ("ru", "меньше года", ["under=1 year"]),
    ("en", "up to 8 weeks", ["most=8 week"]),
    ("fr", "jusqu'à 8 semaines", ["most=8 week"]),
    ("es", "hasta 8 semanas", ["most=8 week"]),
    ("ar", "٨ أسابيع كحد أقصى", ["most=8 week"]),
    ("zh", "8周以内", ["most=8 week"]),
    ("ru", "до 8 недель", ["most=8 week"]),
    ("en", "6 months or more", ["least=6 month"]),
    ("zh", "半年以上", ["least=6 month"]),
    ("ru", "от полугода", ["least=6 month"]),
    ("ar", "أكثر من شهرين", ["over=2 month"]),
    ("en", "6 to 12 months", ["least=6 month", "most=12 month"]),
    ("en", "6-12 months", ["least=6 month", "most=12 month"]),
    ("fr", "entre 6 et 12 mois", ["least=6 month", "most=12 month"]),
    ("zh", "六到十二个月", ["least=6 month", "most=12 month"]),
    ("ru", "от 6 до 12 месяцев", ["least=6 month", "most=12 month"]),
    ("en", "volunteer abroad for six months", ["modality=international", "lasting=6 month"]),
    ("en", "I am a nurse with 8 years of experience", ["role=nurse"]),
    ("en", "I have been a nurse for ten years", ["role=nurse"]),
    # When.
    ("en", "from September", ["from=2027-09-01"]),
    ("fr", "à partir de septembre", ["from=2027-09-01"]),
    ("es", "a partir de septiembre", ["from=2027-09-01"]),
    ("ar", "ابتداء من سبتمبر", ["from=2027-09-01"]),
    ("ar", "ابتداء من أيلول", ["from=2027-09-01"]),
    ("zh", "九月开始", ["from=2027-09-01"]),
    ("ru", "с сентября", ["from=2027-09-01"]),
    ("en", "before March", ["until=2027-02-28"]),
    ("zh", "12月以前", ["until=2026-11-30"]),
    ("ru", "до марта", ["until=2027-02-28"]),
    ("en", "starting in May 2028", ["from=2028-05-01"]),
    ("en", "in December", ["from=2026-12-01", "until=2026-12-31"]),
    ("en", "may I apply", []),
    # What somebody needs.
    ("en", "with my family, suitable for people with disabilities", ["family=", "disability="]),
    ("fr", "famille autorisée, accessible en fauteuil roulant", ["family=", "disability="]),
    ("es", "apto para familias", ["family="]),
    ("ar", "لذوي الإعاقة", ["disability="]),
    ("zh", "可带家属", ["family="]),
    ("ru", "для людей с инвалидностью", ["disability="]),
    ("en", "on-site in Kenya", ["country=KE", "onsite="]),
    ("en", 'with "water harvesting" in the tasks', ["words=water harvesting"]),
    # A part of a longer name is no thing of its own, nor is a word whose stem is that of a name.
    ("ar", "شواغر مع منظمة الصحة العالمية في مصر", ["host=who", "country=EG"]),
    ("zh", "会西班牙语的岗位", ["language=es"]),
    ("zh", "孟加拉国难民署岗位", ["country=BD", "host=unhcr"]),
    ("ru", "данные по Кении", ["field=data", "country=KE"]),
    ("es", "hay algo así en Bolivia", ["country=BO"]),
    ("ru", "вакансии в Киеве", ["city=Kyiv"]),
    ("fr", "des missions en ligne pour traducteurs", ["modality=online", "role=translator"]),
]


@pytest.mark.parametrize(("language", "text", "codes"), READ, ids=[text for _, text, _ in READ])
def test_a_message_becomes_wishes(reader: WishReader, language: str, text: str, codes: list[str]) -> None:
    """What a visitor says is what is looked for, in six languages."""
    assert [wish.code for wish in reader.read(text, language, DAY).wishes] == codes


AGAIN = ["start again", "on recommence", "empezar de nuevo", "ابدأ من جديد", "重新开始", "начать заново"]
ADDING = ["also Uganda", "aussi l'Ouganda", "también Uganda", "أيضا أوغندا", "还有乌干达", "также Уганда"]
LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"]


@pytest.mark.parametrize(("language", "text"), list(zip(LANGUAGES, AGAIN, strict=True)))
def test_starting_again(reader: WishReader, language: str, text: str) -> None:
    """Nothing is left over, so that it can be nothing else."""
    reading = reader.read(text, language, DAY)
    assert (reading.again, reading.rest, reading.wishes) == (True, (), ())


@pytest.mark.parametrize(("language", "text"), list(zip(LANGUAGES, ADDING, strict=True)))
def test_adding(reader: WishReader, gazetteer: Gazetteer, language: str, text: str) -> None:
    """'Also' means besides."""
    reading = reader.read(text, language, DAY)
    assert reading.adds
    assert refines(reading, text, language, gazetteer, sought=False)


@pytest.mark.parametrize(
    ("language", "text", "sought", "expected"),
    [
        ("en", "longer than six months", False, True),
        ("en", "UNICEF", False, True),
        ("en", "any others for UNICEF?", False, True),
        ("en", "and in Uganda?", False, True),
        ("en", "only those where I can speak French", True, True),
        ("en", "what is the living allowance in Kenya", False, False),
        ("en", "how many volunteers are in Kenya?", False, False),
        ("en", "volunteers in Kenya in 2019", False, False),
        ("en", "nursing jobs in Chad", True, False),
        ("en", "I am a nurse and would love to see Asia", True, False),
        ("en", "thanks", False, False),
        ("en", "not in Africa please", False, True),
        ("fr", "et au Kenya ?", False, True),
        ("es", "¿y en Kenia?", False, True),
        ("ar", "وفي كينيا؟", False, True),
        ("zh", "那肯尼亚呢", False, True),
        ("ru", "а в Кении?", False, True),
        ("zh", "肯尼亚的生活津贴是多少", False, False),
        ("ru", "какое пособие в Кении?", False, False),
    ],
)
def test_what_refines_a_search(
    reader: WishReader, gazetteer: Gazetteer, language: str, text: str, sought: bool, expected: bool
) -> None:
    """Nothing but wishes, or words that go on; not a question of its own."""
    assert refines(reader.read(text, language, DAY), text, language, gazetteer, sought) is expected


@pytest.mark.parametrize(
    ("before", "new", "add", "after"),
    [
        ("country=KE role=nurse", "language=fr", False, "country=KE role=nurse language=fr"),
        ("country=KE role=nurse", "country=UG", False, "role=nurse country=UG"),
        ("country=KE role=nurse", "country=UG", True, "country=KE role=nurse country=UG"),
        ("region=africa", "city=Nairobi", False, "city=Nairobi"),
        ("role=nurse", "field=logistics", False, "field=logistics"),
        ("region=africa", "-country=KE", False, "region=africa -country=KE"),
        ("-region=africa", "-region=asia", False, "-region=africa -region=asia"),
        ("-region=africa host=undp", "country=KE", False, "host=undp country=KE"),
        ("-host=undp", "host=undp", False, "host=undp"),
        ("host=undp", "-host=undp", False, "-host=undp"),
        ("-host=undp", "host=unicef", False, "-host=undp host=unicef"),
        ("over=6_month", "least=9_month", False, "least=9_month"),
        ("over=6_month", "most=12_month", False, "over=6_month most=12_month"),
        ("over=6_month most=12_month", "lasting=9_month", False, "lasting=9_month"),
        ("modality=online", "onsite=", False, "onsite="),
        ("country=KE", "country=KE", True, "country=KE"),
    ],
)
def test_wishes_are_merged(before: str, new: str, add: bool, after: str) -> None:
    """A country replaces a country, 'also' adds, what is not wanted is kept, nothing contradicts itself."""

    def codes(text: str) -> list[str]:
        return text.replace("_", " ").split(" ") if "_" not in text else [x.replace("_", " ") for x in text.split()]

    found = merged(wishes_of(codes(before)), wishes_of(codes(new)), add)
    assert [wish.code for wish in found] == codes(after)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("beekeeping in Kenya", ["words=beekeeping"]),  # no assignment has it, and that is to be said
        ("jobs about triage please", ["words=triage"]),
        ("I am Anna from a small village and love mountains and jazz", []),
        ("nurses for triage", []),  # the work is named
    ],
)
def test_other_words_are_looked_for(loaded: Database, reader: WishReader, text: str, words: list[str]) -> None:
    """Where no work is named: the words that assignments have, or the one word that none has."""
    with loaded.read() as session:
        found = wishes_in(session, reader.read(text, "en", DAY))
    assert [wish.code for wish in found if wish.kind == "words"] == words


class Chat:
    """A conversation with the actions about assignments, as Rasa keeps it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.slots = desk, dict[str, Any]()

    def say(self, text: str, intent: str = SEARCH, language: str = "en") -> Answer:
        """A typed message that the classifier takes for ``intent``."""
        question = Question(text, language, intent, 0.9, ((intent, 0.9),), {}, self.slots)
        return self._answer(refinement(question, self.desk.knowledge.wishes, self.desk.knowledge.gazetteer))

    def press(self, answer: Answer, title: str) -> Answer:
        """A button of an answer."""
        pressed = next(choice for choice in answer.choices if title in choice.title)
        intent, brace, entities = pressed.payload.removeprefix("/").partition("{")
        given = json.loads(brace + entities) if brace else {}
        return self._answer(Question(pressed.payload, "en", intent, 1.0, (), given, self.slots))

    def _answer(self, question: Question) -> Answer:
        answer = DeskAction.of_intent[question.intent]().answer(question, self.desk)
        self.slots.update(answer.slots)
        return answer

    @property
    def wishes(self) -> list[str]:
        """What is searched for."""
        found: list[str] = self.slots["search"]["wishes"]
        return found


@pytest.fixture(scope="module")
def knowledge(loaded: Database, profile: Profile) -> Knowledge:
    with loaded.read() as session:
        return Knowledge(session, profile, 0)


@pytest.fixture
def chat(
    loaded: Database, profile: Profile, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Chat]]:
    monkeypatch.setattr("actions.assignments._today", lambda: DAY)
    with loaded.read() as session:
        yield lambda language="en": Chat(Desk(session, knowledge, profile, profile.catalogue(), language))


def chips(answer: Answer) -> list[str]:
    return [choice.title for choice in answer.choices if choice.kind == "chip"]


def test_a_conversation_narrows_widens_and_begins_again(chat: Callable[..., Chat]) -> None:
    """Whatever the classifier takes the refinements for."""
    talk = chat()
    assert chips(talk.say("nursing jobs in Kenya")) == ["✕ Nurse", "✕ Kenya"]
    talk.say("also Uganda", "out_of_scope")
    assert talk.wishes == ["role=nurse", "country=KE", "country=UG"]
    talk.say("somewhere in West Africa", "ask_article")
    assert talk.wishes == ["role=nurse", "region=west-africa"]
    talk.say("longer than six months", "ask_statistic")
    assert talk.wishes == ["role=nurse", "region=west-africa", "over=6 month"]
    answer = talk.say("not in Ghana", "nlu_fallback")
    assert talk.wishes == ["role=nurse", "region=west-africa", "over=6 month", "-country=GH"]
    assert chips(answer) == ["✕ Nurse", "✕ West Africa", "✕ longer than 6 months", "✕ not: Ghana"]
    talk.say("any country", "ask_article")
    assert talk.wishes == ["role=nurse", "over=6 month"]
    talk.say("start again", "deny")
    assert talk.wishes == []


def test_a_search_of_its_own_begins_anew(chat: Callable[..., Chat]) -> None:
    """Who speaks of jobs again asks for something else."""
    talk = chat()
    talk.say("nursing jobs in Kenya")
    talk.say("positions for engineers in Nepal")
    assert "country=NP" in talk.wishes
    assert "role=nurse" not in talk.wishes
    assert "country=KE" not in talk.wishes


def test_after_another_question_nothing_is_refined(chat: Callable[..., Chat]) -> None:
    """'UNICEF' after a question about figures belongs to that."""
    talk = chat()
    talk.say("nursing jobs in Kenya")
    talk.slots["asked"] = {"text": "How many volunteers?", "intent": "ask_statistic"}
    question = Question("UNICEF", "en", "ask_statistic", 0.5, (("ask_statistic", 0.5),), {}, talk.slots)
    assert refinement(question, talk.desk.knowledge.wishes, talk.desk.knowledge.gazetteer) is question


@pytest.mark.parametrize(
    ("text", "ranking"),
    [
        ("in French please", (("change_language", 0.9),)),
        ("not in Kenya", (("ask_article", 0.5), ("report_sensitive", 0.4))),
        ("what is the living allowance in Kenya", (("ask_article", 0.9),)),
    ],
)
def test_what_is_no_refinement(chat: Callable[..., Chat], text: str, ranking: tuple[tuple[str, float], ...]) -> None:
    """Another language of the conversation, a possible disclosure, a question."""
    talk = chat()
    talk.say("nursing jobs in Kenya")
    question = Question(text, "en", ranking[0][0], ranking[0][1], ranking, {}, talk.slots)
    assert refinement(question, talk.desk.knowledge.wishes, talk.desk.knowledge.gazetteer) is question


def test_a_chip_takes_its_wish_away(chat: Callable[..., Chat]) -> None:
    """And the last one all of them."""
    talk = chat()
    answer = talk.say("nursing jobs in Kenya or Uganda")
    answer = talk.press(answer, "✕ Kenya")
    assert talk.wishes == ["role=nurse", "country=UG"]
    answer = talk.press(answer, "✕ Nurse")
    answer = talk.press(answer, "✕ Uganda")
    assert talk.wishes == []
    assert chips(answer) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wish_has_a_chip_in_every_language(chat: Callable[..., Chat], language: str) -> None:
    """With words, not with codes."""
    talk = chat(language)
    codes = [
        "role=nurse", "country=KE", "-region=asia", "near=UG", "over=6 month", "under=2 year", "lasting=8 week",
        "least=1 month", "most=12 month", "from=2027-09-01", "until=2027-12-31", "onsite=", "family=", "disability=",
        "words=water", "sdg=3", "language=fr", "modality=youth", "host=undp", "city=Nairobi", "field=health",
    ]  # fmt: skip
    from actions.assignments import results_of

    for code in codes:
        found = chips(results_of(wishes_of([code]), talk.desk))
        assert len(found) == 1, code
        assert found[0].startswith("✕ ")
        assert "=" not in found[0]
        assert "no text" not in found[0]


def test_nothing_found_says_what_was_dropped(chat: Callable[..., Chat]) -> None:
    """The least important wish goes; the chips show what is searched for now."""
    talk = chat()
    answer = talk.say("assignments in Liechtenstein for UNICEF, not in Europe")
    assert answer.text.startswith("I found nothing for Liechtenstein, UNICEF, not: Europe. Leaving out “Liechtenstein”")
    assert chips(answer) == ["✕ UNICEF", "✕ not: Europe"]
    assert answer.attachments


def test_a_search_offers_to_tell_of_new_ones(chat: Callable[..., Chat]) -> None:
    """Also one that finds nothing, for all that was wished; not for everything there is."""
    talk = chat()
    for text, codes in (
        ("assignments in Kenya for UNICEF", ["host=unicef", "country=KE"]),
        ("assignments in Liechtenstein for UNICEF, not in Europe", ["country=LI", "host=unicef", "-region=europe"]),
        ("beekeeping in Liechtenstein", ["words=beekeeping", "country=LI"]),
        ("all assignments", None),
    ):
        talk.slots.clear()
        found = [choice.payload for choice in talk.say(text).choices if choice.target == "desk"]
        assert len(found) == (codes is not None), text
        for payload in found:
            word, _, wishes = payload.partition(" ")
            assert (word, sorted(json.loads(wishes))) == ("alert", sorted(codes or []))


def test_cards_say_what_matters(chat: Callable[..., Chat]) -> None:
    """Title, place, host, kind, duration, closing date, languages; a button for each, in the order of the cards."""
    talk = chat()
    answer = talk.say("assignments in Kenya")
    cards = answer.attachments[0]["data"]["cards"]
    assert answer.attachments[0]["kind"] == "cards"
    assert [card["title"][:3] for card in cards] == ["1. ", "2. ", "3. ", "4. ", "5. "]
    assert [field["label"] for field in cards[0]["fields"]] == [
        "Place", "Host", "Kind of service", "Duration", "Apply by", "Languages"
    ]  # fmt: skip
    buttons = [choice for choice in answer.choices if choice.kind == "card"]
    assert [choice.title for choice in buttons] == [f"Details: {card['title']}" for card in cards]
    second = talk.press(answer, buttons[1].title)
    assert talk.slots["search"]["shown"][1] in second.text
    assert "link" not in cards[0]  # demonstration assignments cannot be applied for


def test_a_card_links_to_the_application(
    sqlite_store: Database, profile: Profile, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is an address to apply at."""
    monkeypatch.setattr("actions.assignments._today", lambda: DAY)
    with sqlite_store.write() as session:
        for assignment in session.scalars(select(m.Assignment)):
            assignment.apply_url = "https://example.org/apply"
    with sqlite_store.read() as session:
        talk = Chat(Desk(session, knowledge, profile, profile.catalogue(), "en"))
        card = talk.say("assignments in Kenya").attachments[0]["data"]["cards"][0]
        assert (card["link"], card["link_text"]) == ("https://example.org/apply", "How to apply")


def test_results_are_numbered_over_all_pages(chat: Callable[..., Chat]) -> None:
    """'Number 7' stands on the second page; a small number counts from the top of the page that is seen."""
    talk = chat()
    talk.say("health assignments", SEARCH)
    second = talk.say("more", "more_results")
    titles = [card["title"] for card in second.attachments[0]["data"]["cards"]]
    assert [title.split(".")[0] for title in titles] == ["6", "7", "8", "9", "10"]
    seventh = talk.say("number 7", "ask_details").understood
    assert talk.say("the second one", "ask_details").understood == seventh


def test_closed_ones_are_never_shown(chat: Callable[..., Chat], monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as results, not as 'the second one' of results that have closed meanwhile."""
    talk = chat()
    answer = talk.say("assignments in Kenya")
    late = DAY + dt.timedelta(days=400)
    monkeypatch.setattr("actions.assignments._today", lambda: late)
    assert talk.say("the second one", "ask_details").text == "This assignment is not open any more."
    answer = talk.say("assignments in Kenya")
    assert answer.attachments == []
    assert "no open assignment" in answer.text

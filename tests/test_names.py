"""Names of entities and countries are recognised in messages, in six languages, misspelt and inflected."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from store import models as m
from store.database import Database
from store.names import Gazetteer
from texts.catalogue import locale_of
from texts.language import SUPPORTED


def _found(gazetteer: Gazetteer, text: str, language: str) -> set[tuple[str, str]]:
    """Hosts, countries and regions in ``text``."""
    return {(x.kind, x.key) for x in gazetteer.find(text, language, {"host", "country", "region"})}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How many volunteers does WFP have?", "en"),
        ("the World Food Programme", "en"),
        ("Combien de volontaires au PAM ?", "fr"),
        ("¿Cuántos voluntarios tiene el PMA?", "es"),
        ("Сколько добровольцев в ВПП?", "ru"),
        ("粮食署有多少志愿者", "zh"),
        ("世界粮食计划署", "zh"),
        ("كم عدد المتطوعين في برنامج الأغذية العالمي؟", "ar"),
        ("quick question about wfp", "en"),
        ("WFP 有多少志愿人员", "zh"),
        ("Сколько добровольцев в WFP?", "ru"),
    ],
)
def test_an_entity_is_known_by_its_names_in_every_language(gazetteer: Gazetteer, text: str, language: str) -> None:
    """WFP, PAM, PMA, ВПП, 粮食署 are one."""
    assert ("host", "wfp") in _found(gazetteer, text, language)


def test_who_is_not_a_question_word(gazetteer: Gazetteer) -> None:
    """The World Health Organization is meant in capitals only."""
    assert ("host", "who") in _found(gazetteer, "How many volunteers are with WHO?", "en")
    for text in ("who can volunteer?", "Who is eligible?", "and who pays for it"):
        assert ("host", "who") not in _found(gazetteer, text, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nursing jobs in Kenya", "en"),
        ("infirmier au Kenya", "fr"),
        ("enfermeras en Kenia", "es"),
        ("работа медсестры в Кении", "ru"),
        ("Кения", "ru"),
        ("ممرضة بكينيا", "ar"),
        ("وظائف في كينيا", "ar"),
        ("在肯尼亚的护士岗位", "zh"),
        ("肯亞的護士", "zh"),
        ("jobs in Kenia", "en"),
        ("jobs in KENYA!", "en"),
    ],
)
def test_kenya_in_six_languages(gazetteer: Gazetteer, text: str, language: str) -> None:
    """Inflected, with a preposition written on the front, in traditional characters, misspelt."""
    assert _found(gazetteer, text, language) == {("country", "KE")}


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("volunteers in South Sudan", "en", {"SS"}),
        ("volontaires au Soudan du Sud", "fr", {"SS"}),
        ("Sudán del Sur", "es", {"SS"}),
        ("в Южном Судане", "ru", {"SS"}),
        ("جنوب السودان", "ar", {"SS"}),
        ("南苏丹", "zh", {"SS"}),
        ("Sudan", "en", {"SD"}),
        ("South Sudan and Sudan", "en", {"SS", "SD"}),
        ("Papua New Guinea", "en", {"PG"}),
        ("Guinea-Bissau", "en", {"GW"}),
        ("Equatorial Guinea or Guinea", "en", {"GQ", "GN"}),
        ("Central African Republic", "en", {"CF"}),
        ("Dominican Republic", "en", {"DO"}),
        ("Niger", "en", {"NE"}),
        ("Nigeria", "en", {"NG"}),
        ("Zimbabwee", "en", {"ZW"}),
        ("Kirgyzstan", "en", {"KG"}),
    ],
)
def test_a_longer_name_hides_the_shorter_one_in_it(
    gazetteer: Gazetteer, text: str, language: str, countries: set[str]
) -> None:
    """South Sudan is not Sudan; a misspelt name is the nearest one."""
    assert {key for kind, key in _found(gazetteer, text, language) if kind == "country"} == countries


@pytest.mark.parametrize(
    "text", ["I have a question about my allowance", "turkey sandwich recipe please", "what about a rainy day", "hello"]
)
def test_ordinary_words_are_no_entities(gazetteer: Gazetteer, text: str) -> None:
    """A sentence without a name has none (a turkey is a country, sadly: it is spelt the same)."""
    assert _found(gazetteer, text, "en") - {("country", "TR")} == set()


@pytest.mark.parametrize("language", SUPPORTED)
def test_every_country_is_found_by_its_name(loaded: Database, gazetteer: Gazetteer, language: str) -> None:
    """CLDR's name of each country finds that country and no other."""
    with loaded.read() as session:
        keys = list(session.scalars(select(m.Country.key)))
    assert len(keys) > 240
    names = locale_of(language).territories
    wrong = {}
    for key in keys:
        found = {x.key for x in gazetteer.find(f"? {names[key]} ?", language, {"country"})}
        if found != {key}:
            wrong[key] = (names[key], found)
    assert wrong == {}


@pytest.mark.parametrize("language", SUPPORTED)
def test_every_country_has_a_name_to_show(loaded: Database, gazetteer: Gazetteer, language: str) -> None:
    """Answers name a country as CLDR does, never by its code."""
    with loaded.read() as session:
        keys = list(session.scalars(select(m.Country.key)))
    assert [key for key in keys if gazetteer.shown("country", key, language) == key] == []


def test_a_new_name_is_known_at_once(loaded: Database) -> None:
    """Names are data: a row is enough."""
    name = m.Name(kind="host", key="moon-office", language="en", position=0, text="Lunar Office", exact=False)
    known = Gazetteer([name], ["en", "fr"])
    assert [(x.kind, x.key) for x in known.find("volunteers with the lunar office", "en")] == [("host", "moon-office")]
    assert [x.key for x in known.find("avec le Lunar Office", "fr")] == ["moon-office"]
    assert known.shown("host", "moon-office", "en") == "Lunar Office"
    assert known.keys("host") == ["moon-office"]


# --- cities of assignments, acronyms that are words elsewhere ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("وظائف في عمّان", "ar", {("city", "Amman")}),
        ("وظائف في عُمان", "ar", {("country", "OM")}),
        ("jobs in Amman", "en", {("city", "Amman")}),
        ("jobs in oman", "en", {("country", "OM")}),
        ("trabajo en Guatemala", "es", {("country", "GT")}),
    ],
)
def test_of_a_city_and_a_country_the_one_written_so_is_meant(
    gazetteer: Gazetteer, text: str, language: str, expected: set[tuple[str, str]]
) -> None:
    """Amman and Oman differ in Arabic by a mark only, which is folded away."""
    found = {(x.kind, x.key) for x in gazetteer.find(text, language, {"city", "country"})}
    assert found >= expected
    assert not found & ({("city", "Amman"), ("country", "OM")} - expected)


def test_a_city_of_assignments_is_no_misspelt_country(sqlite_store: Database) -> None:
    """Also one that the profile does not name; a short one is only known with its capitals."""
    with sqlite_store.write() as session:
        first, second = session.scalars(select(m.AssignmentSearch).limit(2)).all()
        first.city, second.city = "Kenyo", "Man"
    with sqlite_store.read() as session:
        gazetteer = Gazetteer.load(session, SUPPORTED)
    for text, expected in (
        ("nurses in kenyo", {("city", "Kenyo")}), ("nurses in Man", {("city", "Man")}), ("a man of letters", set()),
        ("nurses in Kenyaa", {("country", "KE")}),
    ):  # fmt: skip
        assert {(x.kind, x.key) for x in gazetteer.find(text, "en", {"city", "country"})} == expected, text


@pytest.mark.parametrize(
    ("text", "language", "known"),
    [
        ("jobs at unido", "en", True),
        ("postes à l'unido", "fr", True),
        ("вакансии unido", "ru", True),
        ("un grupo unido", "es", False),
        ("puestos de UNIDO", "es", True),
        ("who can apply", "en", False),
        ("tell us about un jobs", "en", False),
    ],
)
def test_acronyms_in_small_letters(gazetteer: Gazetteer, text: str, language: str, known: bool) -> None:
    """Where they are no word of the message's language."""
    assert _found(gazetteer, text, language) == ({("host", "unido")} if known else set())

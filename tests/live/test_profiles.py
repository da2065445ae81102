"""Nothing but the profile names the organisation: the same code serves an invented food bank, in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from people import Visitor
from service import Service

# Words that only the first profile may use.
FIRST = re.compile(r"\bUNV?\b|\bUNVs\b|United Nations|Naciones Unidas|UNICEF|UNDP|PNUD|UNHCR|peacekeep|Executive Board")


@pytest.fixture(scope="module")
def food_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service of the food bank, beside the one that the other tests use."""
    service = Service(tmp_path_factory.mktemp("foodbank"), PROFILE="foodbank")
    try:
        service.wait()
        yield service
    finally:
        service.stop()


QUESTIONS = {
    "en": {
        "what should I wear when I come to help": "shoes",
        "how old do I have to be to help out": "16",
        "open shifts for van drivers": "Van driver",
        "what is a regular shift": "regular shift",
        "How many volunteers served in 2019?": "",
        "What's the weather tomorrow": "",
        "I want to talk to a person": "",
    },
    "es": {
        "¿qué ropa tengo que llevar al turno?": "",
        "¿puedo llevar a mi hija pequeña?": "",
        "turnos de conductor de furgoneta": "",
        "quiero hablar con una persona": "",
    },
}


def test_the_chain_for_a_food_bank_without_a_trace_of_the_first_profile(food_bank: Service) -> None:
    """Articles, kinds of service, open roles, not knowing and the hand-over, all from the second profile alone."""
    for language, asked in QUESTIONS.items():
        visitor = Visitor(food_bank.url, language)
        for question, expected in asked.items():
            answer = visitor.say(question)
            said = " ".join(
                [message["text"] for message in answer["messages"][1:]]
                + [choice["title"] for message in answer["messages"] for choice in message["choices"]]
                + [source["title"] for message in answer["messages"] for source in message["sources"]]
            )
            assert said, question
            assert expected.casefold() in said.casefold(), (question, said)
            assert not FIRST.search(said), (question, said)
        assert answer["state"] == "queued"
        visitor.close()


def test_pages_and_texts_of_the_food_bank_name_nobody_else(food_bank: Service) -> None:
    """The site, the widget's texts and the console."""
    pages = [f"/?lang={language}" for language in ("en", "es")]
    pages += [f"/api/widget?language={language}" for language in ("en", "es", "ru")]
    for path in [*pages, "/staff/login"]:
        text = httpx.get(food_bank.url + path, trust_env=False).text
        assert not FIRST.search(text), (path, FIRST.search(text))
    offered = httpx.get(f"{food_bank.url}/api/widget?language=ru", trust_env=False).json()
    assert [language["code"] for language in offered["languages"]] == ["en", "es"]
    assert offered["language"] == "en"

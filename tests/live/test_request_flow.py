"""A partner's request for volunteers through the whole chain: real assistant, real actions, real desk, mail and all."""

from __future__ import annotations

import mailbox
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import httpx
import pytest
from people import Visitor, plain
from service import Service, until

Begin = Callable[[str], Visitor]
LANGUAGES = ("en", "fr", "ru")
# A request in one sentence, with everything but names and address.
AT_ONCE = {
    "en": "We need two nurses and a midwife in Chad, international volunteers from March 2027 for six months, "
    "paid from our own budget",
    "fr": "Nous avons besoin de deux infirmières et d'une sage-femme au Tchad, volontaires internationaux à partir de "
    "mars 2027 pendant six mois, sur notre propre budget",
    "ru": "Нам нужны две медсестры и одна акушерка в Чаде, международные добровольцы с марта 2027 года на шесть "
    "месяцев, за счет нашего бюджета",
}
BEGIN = {
    "en": "our agency would like to request volunteers",
    "fr": "notre agence souhaite demander des volontaires",
    "ru": "наше агентство хотело бы запросить добровольцев",
}
NURSES = {"en": "two nurses", "fr": "deux infirmières", "ru": "две медсестры"}
CORRECTED = {"en": "no, five, not two", "fr": "non, cinq, pas deux", "ru": "нет, пять, а не две"}
GUESSED = {"en": "what about 3 months?", "fr": "et pour 3 mois ?", "ru": "а если 3 месяца?"}
THREE_MONTHS = {"en": "3 months", "fr": "3 mois", "ru": "3 месяца"}
NO = {"en": "no", "fr": "non", "ru": "нет"}
YES = {"en": "yes", "fr": "oui", "ru": "да"}
QUESTION = {
    "en": "How many UN Volunteers served in 2019?",
    "fr": "Combien de Volontaires des Nations Unies ont servi en 2019 ?",
    "ru": "Сколько добровольцев ООН служило в 2019 году?",
}
BACK = {"en": "Back to your request", "fr": "Revenons à votre demande", "ru": "Вернемся к вашему запросу"}
IN_CHAD = {"en": "in Chad", "fr": "au Tchad", "ru": "в Чаде"}
CHAD = {"en": "Chad", "fr": "Tchad", "ru": "Чад"}
LATER = {"en": "later", "fr": "plus tard", "ru": "позже"}
RESUME = {"en": "go on with my request", "fr": "reprendre ma demande", "ru": "продолжить запрос"}
CANCEL = {"en": "cancel the request", "fr": "annulez la demande", "ru": "отмените запрос"}
DROPPED = {"en": "has been dropped", "fr": "a été abandonnée", "ru": "отменен"}
SKIP = {"en": "we don't know yet", "fr": "nous ne savons pas", "ru": "не знаем"}
SEND = {"en": "Send the request", "fr": "Envoyer la demande", "ru": "Отправить запрос"}
ALL_RIGHT = {"en": "Is everything right?", "fr": "Tout est-il exact", "ru": "Всё верно?"}
HARM = {
    "en": "my supervisor keeps touching me and I am afraid",
    "fr": "mon superviseur me touche sans arrêt et j'ai peur",
    "ru": "мой руководитель постоянно трогает меня, и мне страшно",
}
ADDRESS = "maria.silva@example.org"


def say(visitor: Visitor, text: str) -> str:
    """The words of what the assistant answers."""
    return " ".join(plain(m["text"]) for m in visitor.say(text)["messages"] if m["author"] == "assistant")


def mails(running: Service, words: str) -> list[EmailMessage]:
    """Mails with ``words`` in the subject, from the folder that they go to where there is no server."""
    folder = running.var / "mail"
    if not all((folder / part).is_dir() for part in ("tmp", "new", "cur")):
        return []  # the desk makes it with its first mail
    box = mailbox.Maildir(folder, factory=lambda file: BytesParser(policy=default).parse(file), create=False)
    return [mail for mail in box if words in str(mail["Subject"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_in_one_sentence_is_summed_up_sent_and_confirmed(
    visitor: Begin, running: Service, language: str
) -> None:
    """Only names and address are asked for; it counts once the link was followed and its button pressed."""
    partner = visitor(language)
    first = say(partner, AT_ONCE[language])
    assert CHAD[language] in first
    assert "2 ×" in first
    assert "1 ×" in first
    say(partner, "UNICEF")
    say(partner, "Maria Silva")
    summary = partner.ask(ADDRESS)
    assert ALL_RIGHT[language] in plain(summary["text"])
    assert ADDRESS not in str(partner.history())
    said = plain(partner.press(summary, SEND[language])["messages"][-1]["text"])
    number = re.search(r"VR-\w{4}-\w{4}", said)
    assert number, said
    (mail,) = until(lambda: mails(running, number[0]), 20, "the mail with the link")
    assert mail["To"] == ADDRESS
    link = re.search(r"/requests/confirm/\S+", str(mail.get_content()))
    assert link
    assert httpx.get(running.url + link[0], trust_env=False).status_code == 200
    done = httpx.post(running.url + link[0], trust_env=False, follow_redirects=True)
    assert number[0] in done.text
    until(lambda: len(mails(running, number[0])) == 2, 20, "the mail that it is confirmed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_bit_by_bit_with_a_correction_and_questions_in_the_middle(visitor: Begin, language: str) -> None:
    """Each message is an answer, a correction or a question, whatever is asked for at that moment."""
    partner = visitor(language)
    say(partner, BEGIN[language])
    assert "2 ×" in say(partner, NURSES[language])
    assert "5 ×" in say(partner, CORRECTED[language])
    guessed = say(partner, GUESSED[language])
    assert THREE_MONTHS[language] in guessed
    assert "5 ×" in guessed
    assert THREE_MONTHS[language] not in say(partner, NO[language])
    answer = say(partner, QUESTION[language])
    assert "8" in answer
    assert BACK[language] in answer
    there = say(partner, IN_CHAD[language])
    assert CHAD[language] in there
    assert "5 ×" in there
    for _ in ("modality", "start", "duration", "funding"):
        say(partner, SKIP[language])
    say(partner, "UNICEF")
    say(partner, "Maria Silva")
    assert ALL_RIGHT[language] in say(partner, ADDRESS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_is_left_and_gone_on_with(visitor: Begin, language: str) -> None:
    """What was told is still there; meanwhile a bare number is no answer to it."""
    partner = visitor(language)
    say(partner, AT_ONCE[language])
    say(partner, LATER[language])
    assert BACK[language] not in say(partner, QUESTION[language])
    again = say(partner, RESUME[language])
    assert CHAD[language] in again
    assert "2 ×" in again


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_is_dropped_at_once(visitor: Begin, language: str) -> None:
    """Without another question, and nothing of it comes back."""
    partner = visitor(language)
    say(partner, AT_ONCE[language])
    assert DROPPED[language] in say(partner, CANCEL[language])
    assert BACK[language] not in say(partner, QUESTION[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disclosure_comes_before_a_request(visitor: Begin, language: str) -> None:
    """It is never taken for the name of an organisation, and the request does not speak again."""
    partner = visitor(language)
    say(partner, AT_ONCE[language])
    assert partner.say(HARM[language])["state"] == "queued"
    assert BACK[language] not in str(partner.history())


def test_nothing_is_sent_without_a_confirmation(visitor: Begin) -> None:
    """'Yes' is one only where the summary was shown."""
    partner = visitor("en")
    say(partner, AT_ONCE["en"])
    assert not re.search(r"VR-\w{4}", say(partner, YES["en"]))

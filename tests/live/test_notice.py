"""A notice of an outage through the whole chain: from the console into the next answer, without any training."""

from __future__ import annotations

from collections.abc import Callable

from people import Colleague, Visitor, plain
from service import Service

TITLE, BODY = "Signing in does not work", "We know about it and are working on it."
NOTICE = {
    "title-en": TITLE, "body-en": BODY,
    "questions-en": "I cannot sign in\nthe login page shows an error\nwhy does the platform not open",
    "keywords-en": "error 502", "title-fr": "La connexion ne marche pas", "body-fr": "Nous y travaillons.",
    "questions-fr": "je ne peux pas me connecter\nla page de connexion affiche une erreur",
}  # fmt: skip
HARM = "my supervisor keeps touching me and I am afraid, and I get error 502"


def test_a_notice_comes_first_until_it_is_ended(
    running: Service, amina: Colleague, boris: Colleague, visitor: Callable[[str], Visitor]
) -> None:
    """In words of their own and other languages; never before a disclosure; its requests are answered together."""
    del running
    sue = amina.hire("sue", "Sue Hill", "supervisor")
    asks, other = visitor("en"), visitor("fr")
    before = visitor("en").ask("I can't sign in, the login page only shows an error")
    assert TITLE not in before["text"]
    address = sue.write_notice(**NOTICE)
    sue.press_notice(address, "publish")
    answer = asks.ask("I can't sign in, the login page only shows an error")
    assert answer["text"].startswith(f"**{TITLE}**\n\n{BODY}")
    assert other.ask("impossible de me connecter depuis ce matin")["text"].startswith("**La connexion")
    assert TITLE not in asks.ask("How many UN Volunteers served in 2019?")["text"]
    told = visitor("en").say(HARM)
    assert told["sensitive"], told
    assert not any(TITLE in message["text"] for message in told["messages"])
    case = asks.press(asks.ask("error 502"), "Talk to a person")["queue"]["case"]
    assert case in sue.notice(address)
    page = sue.answer_notice(address, "It works again.")
    assert "1 visitor has been answered" in plain(page)
    assert [m["text"] for m in asks.history()["messages"] if m["author"] == "staff"] == ["It works again."]
    sue.press_notice(address, "end")
    assert TITLE not in asks.ask("error 502")["text"]
    assert case not in boris.queue().partition("h-solved")[0]
    sue.close()

"""A part is killed in the middle of a conversation: nothing is lost, everybody is told, and it comes back by itself."""

from __future__ import annotations

import signal
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from people import Colleague, Visitor
from service import Service, until

Begin = Callable[[str], Visitor]
BACK_WITHIN = 120.0
QUESTION = "How do I reset my password?"


@pytest.fixture(autouse=True)
def healthy(running: Service) -> Iterator[None]:
    """Each test begins and ends with every part ready."""
    running.wait(BACK_WITHIN)
    yield
    for part in ("actions", "assistant", "desk"):
        if running.pid(part):
            running.signal(part, signal.SIGCONT)
    running.wait(BACK_WITHIN)


class Sending(threading.Thread):
    """A message that is on its way while something else happens."""

    def __init__(self, person: Visitor, text: str) -> None:
        super().__init__(daemon=True)
        self.client_id = str(uuid.uuid4())
        self._person, self._text = person, text
        self._result: dict[str, Any] | None = None
        self.start()

    def run(self) -> None:
        try:
            self._result = self._person.say(self._text, self.client_id)
        except httpx.HTTPError:
            self._result = None

    def result(self) -> dict[str, Any] | None:
        """What came back; None when the connection broke."""
        self.join(60)
        assert not self.is_alive(), "the visitor never got an answer"
        return self._result


def pending(running: Service, person: Visitor) -> bool:
    """Whether the desk is waiting for the assistant's answer to this visitor."""
    with sqlite3.connect(f"file:{running.var}/desk.db?mode=ro", uri=True) as database:
        found = database.execute(
            "SELECT 1 FROM turns WHERE conversation_id = ? AND status = 'pending'", (person.id,)
        ).fetchone()
    database.close()
    return found is not None


def assert_told(update: dict[str, Any], text: str, language: str) -> None:
    """The message was kept, and a notice in the visitor's language says that it could not be answered."""
    kept, notice = update["messages"][0], update["messages"][-1]
    assert (kept["author"], kept["text"]) == ("visitor", text)
    assert (notice["author"], notice["language"]) == ("system", language)


def test_the_assistant_is_killed_while_it_answers(running: Service, visitor: Begin, amina: Colleague) -> None:
    """The visitor is told, the words are kept, staff can take over meanwhile, and later the assistant answers again."""
    person, other = visitor("fr"), visitor("en")
    person.ask("Bonjour")
    other.ask(QUESTION)
    question = "Comment réinitialiser mon mot de passe ?"

    killed = running.signal("assistant", signal.SIGSTOP)
    sending = Sending(person, question)
    until(lambda: pending(running, person), 10, "the question to be on its way to the assistant")
    running.signal("assistant", signal.SIGKILL)
    update = sending.result()
    assert update is not None
    assert_told(update, question, "fr")
    assert "conserv" in update["messages"][-1]["text"]
    assert update["state"] == "assistant"

    assert httpx.get(f"{running.url}/healthz", trust_env=False).status_code == 200
    status, parts = running.readiness()
    assert status == 503
    assert "assistant" in parts

    second = "Êtes-vous toujours là, s'il vous plaît ?"
    assert_told(person.say(second), second, "fr")
    queue = amina.queue()
    assert queue.count(question) == 1, "one ticket per outage and conversation"
    ticket = amina.ticket_of(question)
    amina.claim(ticket)
    amina.reply(ticket, "Un instant, je regarde.")
    assert person.history()["messages"][-1]["text"] == "Un instant, je regarde."

    running.wait(BACK_WITHIN)
    assert running.pid("assistant") not in (None, killed)
    amina.finish(ticket, "hand-back")
    assert person.ask(question)["sources"]
    assert other.ask(QUESTION)["sources"], "the other conversation goes on too"
    spoken = [message["text"] for message in person.history()["messages"] if message["author"] == "visitor"]
    assert spoken == ["Bonjour", question, second, question]


def test_the_action_server_is_killed(running: Service, visitor: Begin, amina: Colleague) -> None:
    """Rasa then answers 200 with nothing; the visitor is told all the same, and the next question is answered again."""
    person = visitor("es")
    person.ask("Hola")
    killed = running.signal("actions", signal.SIGKILL)
    question = "¿Qué es un voluntario en línea, por favor?"
    assert_told(person.say(question), question, "es")
    assert amina.ticket_of(question)

    running.wait(BACK_WITHIN)
    assert running.pid("actions") not in (None, killed)
    assert person.ask("He olvidado mi contraseña, ¿qué hago?")["sources"]


def test_a_stalled_assistant_is_given_up(running: Service, visitor: Begin) -> None:
    """The visitor does not wait for ever; afterwards the desk asks the assistant again."""
    person = visitor("en")
    running.signal("assistant", signal.SIGSTOP)
    update = person.say(QUESTION)
    running.signal("assistant", signal.SIGCONT)
    assert_told(update, QUESTION, "en")
    running.wait(BACK_WITHIN)
    assert person.ask(QUESTION)["sources"]


def test_the_desk_is_killed_while_a_visitor_waits(running: Service, visitor: Begin, amina: Colleague) -> None:
    """The history is whole, the unanswered question is there with a notice and a ticket, a repeat is not doubled."""
    person = visitor("en")
    person.ask(QUESTION)
    before = person.history()["messages"]
    question = "And how long does the recruitment of a volunteer take?"

    running.signal("assistant", signal.SIGSTOP)
    sending = Sending(person, question)
    until(lambda: pending(running, person), 10, "the question to be on its way to the assistant")
    killed = running.signal("desk", signal.SIGKILL)
    running.signal("assistant", signal.SIGCONT)
    assert sending.result() is None

    running.wait(BACK_WITHIN)
    assert running.pid("desk") not in (None, killed)
    until(lambda: len(person.history()["messages"]) > len(before) + 1, 30, "the notice that it was not answered")
    history = person.history()["messages"]
    assert history[: len(before)] == before
    assert_told({"messages": history[len(before) :]}, question, "en")
    assert amina.ticket_of(question)

    repeated = person.say(question, sending.client_id)
    assert repeated["messages"] == history[len(before) :]
    assert person.history()["messages"] == history
    assert person.ask(QUESTION)["sources"]

"""The people of these tests who need no browser: a visitor at the chat API, a member of staff at the console."""

from __future__ import annotations

import re
import unicodedata
import uuid
from typing import Any

import httpx

# The desk answers within this time even when it has to give the assistant up.
PATIENCE = 30.0
PASSWORD = "a-password-of-my-own"


class Visitor:
    """One conversation at the public chat API."""

    def __init__(self, url: str, language: str = "en") -> None:
        self._client = httpx.Client(base_url=f"{url}/api", timeout=PATIENCE, trust_env=False, verify=False)
        begun = self._client.post("/conversations", json={"language": language, "page": "https://example.org/apply"})
        assert begun.status_code == 201, begun.text
        self.id: str = begun.json()["id"]
        self._client.headers["Authorization"] = f"Bearer {begun.json()['token']}"

    def close(self) -> None:
        """Give back the connection."""
        self._client.close()

    def post(self, body: dict[str, Any]) -> httpx.Response:
        """Send anything as a message."""
        return self._client.post(f"/conversations/{self.id}/messages", json=body)

    def say(self, text: str, client_id: str = "") -> dict[str, Any]:
        """Say something; the visitor's message, the answers and the state."""
        return self._done(self.post({"client_id": client_id or str(uuid.uuid4()), "text": text}))

    def ask(self, text: str) -> dict[str, Any]:
        """Ask the assistant, which answers with one message; that message."""
        answers = [m for m in self.say(text)["messages"] if m["author"] == "assistant"]
        assert len(answers) == 1, f"{text!r}: {answers}"
        return answers[0]

    def press(self, message: dict[str, Any], title: str) -> dict[str, Any]:
        """Press the button of ``message`` whose words hold ``title``."""
        found = [choice["id"] for choice in message["choices"] if title in choice["title"]]
        assert found, f"no button {title!r} among {[choice['title'] for choice in message['choices']]}"
        return self._done(self.post({"client_id": str(uuid.uuid4()), "choice": found[0]}))

    def history(self) -> dict[str, Any]:
        """Everything that was said, and the state."""
        return self._done(self._client.get(f"/conversations/{self.id}/messages"))

    def read(self) -> httpx.Response:
        """The answer to reading the conversation, whatever it is."""
        return self._client.get(f"/conversations/{self.id}/messages")

    def erase(self) -> httpx.Response:
        """Delete the conversation."""
        return self._client.delete(f"/conversations/{self.id}")

    @staticmethod
    def _done(reply: httpx.Response) -> dict[str, Any]:
        assert reply.status_code == 200, f"{reply.status_code} {reply.text}"
        body: dict[str, Any] = reply.json()
        numbers = [message["seq"] for message in body["messages"]]
        assert numbers == sorted(set(numbers)), f"out of order or doubled: {numbers}"
        return body


class Colleague:
    """A member of staff at the console, without a browser."""

    def __init__(self, url: str, login: str, first_password: str) -> None:
        self._client = httpx.Client(
            base_url=f"{url}/staff", timeout=PATIENCE, trust_env=False, verify=False, follow_redirects=True
        )
        page = self._post("/login", login=login, password=first_password)
        if first_password != PASSWORD:
            assert 'name="new"' in page, "the first password has to be changed"
            self._post("/password", old=first_password, new=PASSWORD)

    def close(self) -> None:
        """Give back the connection."""
        self._client.close()

    def queue(self) -> str:
        """The queue as a page."""
        return self._page(self._client.get(""))

    def add(self, login: str, name: str, role: str = "agent") -> str:
        """Add a colleague, who chooses a password by the link; that password."""
        page = self._post("/people", login=login, name=name, role=role)
        found = re.search(r'class="made"[^>]*>(.*?)</p>', page, re.DOTALL)
        assert found, page
        self._post("/welcome/" + plain(found[1]).rpartition("/")[2], new=PASSWORD)
        return PASSWORD

    def hire(self, login: str, name: str, role: str) -> Colleague:
        """Add a colleague, logged in."""
        return Colleague(str(self._client.base_url).removesuffix("/staff/"), login, self.add(login, name, role))

    def write_notice(self, **fields: str) -> str:
        """Write a notice; its path below the console's."""
        reply = self._client.post("/notices/new", data=fields)
        self._page(reply)
        return "/notices/" + reply.url.path.rpartition("/")[2]

    def notice(self, address: str) -> str:
        """A notice as a page."""
        return self._page(self._client.get(address))

    def press_notice(self, address: str, deed: str) -> str:
        """Publish or end it."""
        found = re.search(r'name="edit" value="(\d+)"', self.notice(address))
        assert found
        return self._post(f"{address}/{deed}", edit=found[1])

    def answer_notice(self, address: str, text: str) -> str:
        """One reply to all its requests, which are then handed back; the page after it."""
        return self._post(f"{address}/reply", **{"reply": str(uuid.uuid4()), "ending": "hand-back", "text-en": text})

    def ticket_of(self, words: str) -> int:
        """The number of the ticket in whose row of the queue ``words`` stand: its case, or what the visitor said."""
        row = next((row for row in self.queue().split("<tr") if words in plain(row)), "")
        found = re.search(r"/staff/tickets/(\d+)", row)
        assert found, f"{words!r} is not in the queue"
        return int(found[1])

    def ticket(self, number: int) -> str:
        """A ticket as a page."""
        return self._page(self._client.get(f"/tickets/{number}"))

    def claim(self, number: int) -> str:
        """Take the ticket."""
        return self._post(f"/tickets/{number}/claim")

    def reply(self, number: int, text: str) -> str:
        """Write to the visitor."""
        return self._post(f"/tickets/{number}/reply", text=text, epoch=self._epoch(number))

    def finish(self, number: int, deed: str) -> str:
        """Hand back, close, release."""
        return self._post(f"/tickets/{number}/{deed}", epoch=self._epoch(number))

    def _epoch(self, number: int) -> str:
        found = re.search(r'name="epoch" value="(\d+)"', self.ticket(number))
        assert found, f"ticket {number} cannot be answered"
        return found[1]

    def _post(self, path: str, **fields: str) -> str:
        return self._page(self._client.post(path, data=fields))

    @staticmethod
    def _page(reply: httpx.Response) -> str:
        assert reply.status_code == 200, f"{reply.request.method} {reply.url}: {reply.status_code} {reply.text}"
        return reply.text


def plain(text: str) -> str:
    """A text without tags and without the marks that isolate names and numbers from the direction around them."""
    return re.sub(r"<[^>]*>|[\u2066-\u2069]", " ", text).replace("  ", " ").strip()


def digits(text: str) -> str:
    """A text with Western digits and without what groups them: ``8 282``, ``8,282`` and ``٨٬٢٨٢`` are ``8282``."""
    western = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    return re.sub(r"(?<=\d)[\s.,٬\u00a0\u202f](?=\d{3}(?!\d))", "", western)


def paragraphs(message: dict[str, Any]) -> set[str]:
    """The numbers of the paragraphs that an answer gives as its source."""
    return {number for source in message["sources"] for number in re.findall(r"\d+", source["paragraph"])}

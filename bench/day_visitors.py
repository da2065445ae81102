"""Visitors of a working day: their ways to the desk (the widget in a browser, the API with its stream) and scenes."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import httpx
from playwright.async_api import Locator, Page

from bench.day_record import Day, Said, Visit
from store.profile import load_profile
from texts.catalogue import Catalogue

# Seconds that something may take, the wait in the queue included.
PATIENCE = 200.0
AGAIN = 0.5
LOOK = 0.05
HOME = "gone home"
# What visitors say: a question for the assistant, the wish for a person, a report, what they write to staff.
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "question": "How do I reset my password?", "person": "I want to talk to a person",
        "report": "My supervisor touched me and I am afraid", "more": "One more thing: my account is new",
        "thanks": "Thank you, that is clear",
    },
    "fr": {
        "question": "Comment réinitialiser mon mot de passe ?", "person": "Je voudrais parler à une personne",
        "report": "Mon superviseur m'a agressée", "more": "Encore une chose : mon compte est récent",
        "thanks": "Merci, c'est clair",
    },
    "es": {
        "question": "¿Cómo restablezco mi contraseña?", "person": "Quiero hablar con una persona",
        "report": "Mi supervisor me acosa", "more": "Otra cosa: mi cuenta es nueva", "thanks": "Gracias, está claro",
    },
    "ar": {
        "question": "نسيت كلمة المرور، ماذا أفعل؟", "person": "أريد التحدث مع شخص",
        "report": "مديري يتحرش بي", "more": "شيء آخر: حسابي جديد", "thanks": "شكرا، هذا واضح",
    },
    "zh": {
        "question": "我忘记了密码，怎么办？", "person": "我想和人工客服说话", "report": "我的主管骚扰我",
        "more": "还有一件事：我的账户是新的", "thanks": "谢谢，明白了",
    },
    "ru": {
        "question": "Как сбросить пароль?", "person": "Я хочу поговорить с человеком",
        "report": "Мой руководитель домогается меня", "more": "И ещё: моя учётная запись новая",
        "thanks": "Спасибо, всё ясно",
    },
}  # fmt: skip
TEXTS: Catalogue = load_profile("unv").catalogue()


class Screen(Protocol):
    """A visitor's chat, whatever it is shown by."""

    visit: Visit

    async def say(self, text: str) -> None:
        """Send ``text``; it may arrive later."""
        ...

    async def press(self, title: str) -> None:
        """Press the newest button with these words."""
        ...

    async def until_state(self, *states: str) -> str:
        """Wait until the conversation is in one of ``states``; the one it is in."""
        ...

    async def until_count(self, author: str, count: int) -> None:
        """Wait until ``count`` messages of ``author`` are shown."""
        ...

    async def messages(self) -> list[Said]:
        """What is shown, in order."""
        ...


async def until[T](look: Callable[[], Awaitable[T]], what: str, seconds: float = PATIENCE) -> T:
    """The first true result of ``look``. Raises ``TimeoutError`` that names ``what`` after ``seconds``."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not (found := await look()):
        if loop.time() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        await asyncio.sleep(LOOK)
    return found


class ApiScreen:
    """A chat at the API: a stream that reads on where it broke off, messages that are sent until the desk has them."""

    def __init__(self, day: Day, visit: Visit, url: str) -> None:
        self.visit = visit
        self._day = day
        self._client = httpx.AsyncClient(base_url=f"{url}/api", timeout=30, trust_env=False)
        self._path = ""
        self._state = "assistant"
        self._shown: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._following: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Begin the conversation and follow its stream."""
        begun = (await self._post("/conversations", {"language": self.visit.language})).json()
        self.visit.conversation = begun["id"]
        self._path = f"/conversations/{begun['id']}"
        self._client.headers["Authorization"] = f"Bearer {begun['token']}"
        self._following = asyncio.create_task(self._follow())

    async def close(self) -> None:
        """Leave."""
        if self._following:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)
        await self._client.aclose()

    async def say(self, text: str) -> None:
        await self._post(f"{self._path}/messages", {"client_id": str(uuid.uuid4()), "text": text})

    async def press(self, title: str) -> None:
        found = [choice["id"] for each in self._shown for choice in each["choices"] if choice["title"] == title]
        await self._post(f"{self._path}/messages", {"client_id": str(uuid.uuid4()), "choice": found[-1]})

    async def until_state(self, *states: str) -> str:
        await self._until(lambda: self._state in states, f"the state {' or '.join(states)}, not {self._state}")
        return self._state

    async def until_count(self, author: str, count: int) -> None:
        await self._until(lambda: self._count(author) >= count, f"message {count} of {author}")

    async def messages(self) -> list[Said]:
        return [Said(each["author"], each["text"]) for each in self._shown]

    def _count(self, author: str) -> int:
        return sum(each["author"] == author for each in self._shown)

    async def _until(self, look: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE), self._changed:
                await self._changed.wait_for(look)
        except TimeoutError as error:
            raise TimeoutError(f"waited {PATIENCE:.0f} s for {what}") from error

    async def _post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        """Send it until the desk answers; a repeated message bears the same ``client_id``."""
        while True:
            try:
                reply = await self._client.post(path, json=body)
            except httpx.TransportError:
                self._day.counts["messages sent again"] += 1
                await asyncio.sleep(AGAIN)
                continue
            if reply.status_code >= 400:
                self._day.blame(f"visitor {self.visit.key}: POST {path} was answered {reply.status_code} {reply.text}")
            return reply

    async def _follow(self) -> None:
        while True:
            try:
                await self._listen()
            except httpx.TransportError:
                self._day.counts["streams of the API begun again"] += 1
            await asyncio.sleep(AGAIN)

    async def _listen(self) -> None:
        """Read one stream to its end. Anything but a broken connection is blamed and ends the visit's stream."""
        last = self._shown[-1]["seq"] if self._shown else 0
        headers = {"Last-Event-ID": str(last)}
        async with self._client.stream("GET", f"{self._path}/events", headers=headers, timeout=40) as stream:
            if stream.status_code != 200:
                self._day.blame(f"visitor {self.visit.key}: the stream was answered {stream.status_code}")
            name = ""
            async for line in stream.aiter_lines():
                kind, _, value = line.partition(": ")
                if kind == "event":
                    name = value
                if kind == "data":
                    await self._take(name, json.loads(value))

    async def _take(self, name: str, data: dict[str, Any]) -> None:
        if name == "message":
            self._shown.append(data)
            if data["author"] == "staff":
                self._day.ends("an answer, until the visitor sees it", data["text"])
        elif "state" in data:  # a colleague who is typing is not waited for
            if data["state"] == "staff":
                self._day.ends("a claim, until the visitor sees it", self.visit.key)
            self._state = data["state"]
        async with self._changed:
            self._changed.notify_all()


class WidgetScreen:
    """The widget on the demonstration site."""

    def __init__(self, day: Day, visit: Visit, page: Page, url: str) -> None:
        self.visit = visit
        self.page = page
        self._day = day
        self._url = url
        self._watching: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Open the site and the chat."""
        await self.page.goto(f"{self._url}/?lang={self.visit.language}")
        await self.open()
        self._watching = asyncio.create_task(self._watch())

    async def open(self) -> None:
        """Open the chat."""
        await self.page.locator("volunteer-chat .launcher").click()
        await self.page.locator("volunteer-chat .panel").wait_for()

    async def close(self) -> None:
        """Leave."""
        if self._watching:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await self.page.context.close()

    async def say(self, text: str) -> None:
        field = self.page.locator("volunteer-chat textarea")
        await field.fill(text)
        await field.press("Enter")

    async def press(self, title: str) -> None:
        await self.page.locator("volunteer-chat .choice:not([aria-disabled=true])", has_text=title).last.click()

    async def until_state(self, *states: str) -> str:
        async def look() -> str:
            state = await self.page.locator("volunteer-chat .status").get_attribute("data-state")
            return state if state in states else ""

        return await until(look, f"the widget's state {' or '.join(states)}")

    async def until_count(self, author: str, count: int) -> None:
        async def look() -> bool:
            return await self._of(author).count() >= count

        await until(look, f"message {count} of {author} in the widget")

    async def messages(self) -> list[Said]:
        read = "all => all.map(e => [e.className, (e.querySelector('.bubble') ?? e).innerText])"
        found = await self.page.locator("volunteer-chat .log .message").evaluate_all(read)
        authors = ("visitor", "staff", "assistant", "system")
        return [Said(next(each for each in authors if each in kinds.split()), text) for kinds, text in found]

    async def conversation(self) -> str:
        """The conversation's id, as the browser keeps it."""
        found: str = await self.page.evaluate("JSON.parse(Object.values(localStorage)[0]).id")
        return found

    def _of(self, author: str) -> Locator:
        return self.page.locator(f"volunteer-chat .log .message.{author}")

    async def _watch(self) -> None:
        """Note when a claim and each answer are on the screen; through reloads of the page too."""
        answered = 0
        while True:
            state = "volunteer-chat .status[data-state=staff]"
            if await self.page.locator(state).count():
                self._day.ends("a claim, until the visitor sees it", self.visit.key)
            if await self._of("staff").count() > answered:
                self._day.ends("an answer, until the visitor sees it", self.visit.answers[answered])
                answered += 1
            await asyncio.sleep(LOOK)


class Visitor:
    """Plays one visitor's scene on a screen. Raises ``TimeoutError`` where the desk leaves a visitor waiting."""

    def __init__(self, day: Day, screen: Screen) -> None:
        self._day = day
        self._screen = screen
        self._visit = screen.visit
        self._words = WORDS[screen.visit.language]

    async def play(self) -> None:
        """The whole visit."""
        await self._scene()
        self._visit.step = HOME

    async def _scene(self) -> None:
        if self._visit.scene == "assistant":
            await self._ask()
            await self._day.down.wait()
            await self._ask()
            return
        if self._visit.scene != "sensitive":
            await self._ask()
        await self._wait_for_a_person()
        if self._visit.scene == "withdraw" and await self._withdrawn():
            await self._ask()
            return
        if self._visit.scene == "resume":
            await self._go_on_with_the_assistant()
        await self._talk()
        if await self._screen.until_state("assistant", "closed") == "closed" or self._visit.scene == "talk":
            await self._ask()

    def _say(self, words: str) -> Awaitable[None]:
        text = self._visit.sign(self._words[words])
        self._visit.step = f"says {text}"
        if words in ("more", "thanks"):
            self._day.begins("a message, until staff see it", text)
        return self._screen.say(text)

    async def _press(self, choice: str) -> None:
        title = TEXTS(self._visit.language, f"choice-{choice}")
        self._visit.press(title)
        self._visit.step = f"presses {title}"
        await self._screen.press(title)

    async def _ask(self) -> None:
        """Ask the assistant, and wait for its answer."""
        answers = sum(each.author == "assistant" for each in await self._screen.messages())
        await self._say("question")
        await self._screen.until_count("assistant", answers + 1)

    async def _wait_for_a_person(self) -> None:
        await self._say("report" if self._visit.scene == "sensitive" else "person")
        await self._screen.until_state("queued", "staff")

    async def _withdrawn(self) -> bool:
        """Withdraw the request; whether that came before somebody took it."""
        await self._press("withdraw")
        return await self._screen.until_state("assistant", "staff") == "assistant"

    async def _go_on_with_the_assistant(self) -> None:
        await self._press("resume")
        if await self._screen.until_state("assistant", "staff") == "assistant":
            # Staff may claim before the assistant has answered, which drops the answer.
            await self._say("question")

    async def _talk(self) -> None:
        """Two answers of staff, each of which the visitor answers."""
        self._visit.step = "waits for staff"
        await self._screen.until_state("staff")
        for number, words in enumerate(("more", "thanks"), 1):
            await self._trouble(number)
            self._visit.step = f"waits for answer {number}"
            await self._screen.until_count("staff", number)
            if self._visit.scene == "snooze" and number == 1:
                await self._day.put_off[self._visit.key].wait()
            await self._say(words)
        self._visit.step = "waits for the end"

    async def _trouble(self, number: int) -> None:
        """What disturbs this visitor: reloads the page, loses the network, writes while the desk is down."""
        if self._visit.scene == "restart" and number == 2:
            await self._day.down.wait()
        if not isinstance(self._screen, WidgetScreen):
            return
        page = self._screen.page
        if self._visit.scene == "reload":
            await page.reload()
            await self._screen.open()
        if self._visit.scene == "offline" and number == 1:
            await page.context.set_offline(True)
            await self._say("more")
            await asyncio.sleep(3)
            await page.context.set_offline(False)
            self._day.counts["networks lost"] += 1

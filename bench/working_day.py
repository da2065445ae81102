"""A working day at the service desk in real browsers: is anything lost, doubled, or to be reloaded?

``python -m bench.working_day`` starts a service of its own on free ports with its own folder, plays a day with twenty
visitors in six languages (six with the widget in a browser, the others at the API with its event stream), three members
of staff at the console and two queues with different members, kills the desk in the middle of it, and stops everything.
Then it compares what everybody wrote with the store and with every screen. Prints a table; ends with 1 and the reasons
where something is wrong. Needs Chromium; takes about three minutes.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import shutil
import signal
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Response, async_playwright

from bench.day_record import Day, Said, Visit, judge, stored, table, unsettled
from bench.day_staff import Agent
from bench.day_visitors import HOME, ApiScreen, Visitor, WidgetScreen
from tests.live.service import Service

MANY = "100000/minute"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ARRIVAL = 1.0  # seconds between two visitors
LONGEST = 420.0
PROGRESS = 10
# Language, in a browser, scene. The first is the one whom two members of staff claim at the same moment.
VISITS = (
    ("en", True, "talk"), ("fr", True, "reload"), ("es", True, "offline"), ("ar", True, "resume"),
    ("zh", True, "restart"), ("ru", True, "withdraw"), ("en", False, "transfer"), ("fr", False, "snooze"),
    ("es", False, "close"), ("ar", False, "sensitive"), ("zh", False, "assign"), ("ru", False, "withdraw"),
    ("en", False, "sensitive"), ("fr", False, "talk"), ("es", False, "resume"), ("ar", False, "release"),
    ("zh", False, "close"), ("ru", False, "talk"), ("en", False, "assistant"), ("fr", False, "transfer"),
)  # fmt: skip
STAFF = (("amina", "Amina Diallo", "administrator"), ("boris", "Boris Petrov", "agent"), ("chen", "Chen Wei", "agent"))
MEMBERS = {
    "general": ("Amina Diallo", "Boris Petrov"), "partnerships": ("Chen Wei",), "sensitive": ("Chen Wei",),
    "technical": ("Amina Diallo",),
}  # fmt: skip
REFUSALS = (409,)
# What could not be loaded is judged by its answer, or is the restart or the network that was taken away; htmx writes
# refusals and lost connections into the browser's console.
NO_FAILURE = re.compile(r"^Failed to load resource|^htmx:(afterRequest|sendError)|Response Status Error Code 409")
LOADED = "window.dayLoaded?.(performance.getEntriesByType('navigation')[0]?.type ?? 'navigate')"


class Browsers:
    """Opens browsers of their own and notes what goes wrong in them: scripts that fail, refused requests, reloads."""

    def __init__(self, day: Day, chromium: Browser) -> None:
        self._day = day
        self._chromium = chromium

    async def open(self, who: str, language: str, reloads: bool = False) -> Page:
        """A page for ``who``; whether its reloads belong to the scene."""
        context = await self._chromium.new_context(locale=language, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(30_000)
        context.on("weberror", lambda error: self._day.blame(f"{who}: a script failed: {error.error}"))
        context.on("response", lambda response: self._answered(who, response))
        context.on("console", lambda message: self._written(who, message))
        await self._watch_reloads(context, who, reloads)
        return await context.new_page()

    async def _watch_reloads(self, context: BrowserContext, who: str, expected: bool) -> None:
        def loaded(_source: Any, kind: str) -> None:
            if kind == "reload" and not expected:
                self._day.blame(f"{who}: the page was reloaded")
            self._day.counts["reloads of the scene" if kind == "reload" else "pages loaded"] += 1

        await context.expose_binding("dayLoaded", loaded)
        await context.add_init_script(LOADED)

    def _answered(self, who: str, response: Response) -> None:
        if response.status >= 400 and response.status not in REFUSALS:
            self._day.blame(f"{who}: {response.request.method} {response.url} was answered {response.status}")

    def _written(self, who: str, message: ConsoleMessage) -> None:
        if message.type == "error" and not NO_FAILURE.search(message.text):
            self._day.blame(f"{who}: the browser's console says {message.text}")


async def open_the_desk(day: Day, service: Service, browsers: Browsers) -> list[Agent]:
    """Staff log in, and their administrator says who works in which queue."""
    agents = []
    for login, name, role in STAFF:
        printed = await asyncio.to_thread(service.command, "staff", "add", login, name, "--role", role)
        password = printed.split(" / ")[1].split()[0]
        agents.append(Agent(day, await browsers.open(name, "en-GB"), login, name, service.url))
        await agents[-1].log_in(password)
    page = agents[0].page
    await page.goto(f"{service.url}/staff/queues")
    for queue, names in MEMBERS.items():
        form = page.locator(f"form[action='/staff/queues/{queue}']")
        for name in names:
            await form.get_by_label(name).check()
        await form.get_by_role("button").click()
        await page.wait_for_load_state()
    await page.goto(f"{service.url}/staff")
    for agent, colleague in zip(agents, ("Boris Petrov", "Amina Diallo", "Boris Petrov"), strict=True):
        agent.colleague = colleague
        await agent.show_own_queues()
    return agents


async def visit(day: Day, who: Visit, service: Service, browsers: Browsers) -> None:
    """One visitor comes, plays the scene, and goes; the last look at the screen is kept."""
    screen: ApiScreen | WidgetScreen
    if who.in_browser:
        page = await browsers.open(f"visitor {who.key}", who.language, who.scene == "reload")
        screen = WidgetScreen(day, who, page, service.url)
    else:
        screen = ApiScreen(day, who, service.url)
    await screen.begin()
    try:
        await Visitor(day, screen).play()
        await day.over.wait()
    except TimeoutError as error:
        day.gave_up = True
        day.blame(f"visitor {who.key} ({who.language}, {who.scene}): {error}")
    finally:
        if isinstance(screen, WidgetScreen):
            who.conversation = await screen.conversation()
        who.screen = await screen.messages()
        await screen.close()


async def restart(day: Day, service: Service) -> None:
    """Kill the desk once somebody is in the middle of a talk; the supervisor starts it again."""
    await day.may_restart.wait()
    began = time.monotonic()
    await asyncio.to_thread(service.signal, "desk", signal.SIGKILL)
    day.down.set()
    await asyncio.to_thread(service.wait, 60)
    day.back.set()
    day.seconds["the desk, killed, until it is ready"].append(time.monotonic() - began)


async def until_everybody_is_home(day: Day, agents: list[Agent], tasks: list[asyncio.Task[None]]) -> None:
    """Wait for the last visitor, or for the first who gives up; says now and then how far the day is."""
    for seconds in itertools.count():
        waiting = [each for each in day.visits.values() if each.step != HOME]
        failed = [error for task in tasks if task.done() and (error := task.exception())]
        for error in failed:
            day.blame(f"{type(error).__name__}: {error}")
        if failed or day.gave_up or not waiting:
            return
        if seconds % PROGRESS == 0:
            print(f"{seconds:4} s: {len(day.visits) - len(waiting)} visitors have gone home;", end=" ")
            print("; ".join(f"{agent.name} {agent.step}" for agent in agents), flush=True)
        await asyncio.sleep(1)


async def whole_day(day: Day, service: Service, chromium: Browser) -> None:
    """From the first login to the last visitor's way home."""
    browsers = Browsers(day, chromium)
    agents = await open_the_desk(day, service, browsers)
    both = asyncio.Barrier(2)
    work = [asyncio.create_task(agent.work(both if agent.login != "chen" else None)) for agent in agents]
    work.append(asyncio.create_task(restart(day, service)))
    visits = []
    for who in day.visits.values():
        visits.append(asyncio.create_task(visit(day, who, service, browsers)))
        await asyncio.sleep(ARRIVAL)
    try:
        await asyncio.wait_for(until_everybody_is_home(day, agents, [*work, *visits]), LONGEST)
    except TimeoutError:
        day.blame(f"the day was not over after {LONGEST:.0f} s")
    for each in day.visits.values():
        if each.step != HOME:
            day.blame(f"visitor {each.key} ({each.language}, {each.scene}) {each.step}")
    for agent in agents if day.wrong else ():
        day.blame(f"{agent.name} {agent.step}")
    day.over.set()
    await asyncio.wait([*work, *visits], timeout=20)
    for task in (*work, *visits):
        task.cancel()
    await asyncio.gather(*work, *visits, return_exceptions=True)
    for agent in agents:
        await agent.page.context.close()


def compare(day: Day, store: Path) -> None:
    """Blame for everything in which the store, what was written and what was shown differ."""
    conversations = stored(store)
    for who in day.visits.values():
        others = [said.text for key, messages in conversations.items() if key != who.conversation for said in messages]
        said: list[Said] = conversations.get(who.conversation, [])
        for words in judge(who, said, others):
            day.blame(words)
    for words in unsettled(store):
        day.blame(words)


async def play(day: Day, service: Service) -> None:
    """The day, in Debian's Chromium, else Playwright's own."""
    async with AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())
        path = shutil.which("chromium") or playwright.chromium.executable_path
        chromium = await playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        stack.push_async_callback(chromium.close)
        await whole_day(day, service, chromium)


def main() -> int:
    """Play the day and print what came of it; 1 when something is wrong."""
    day = Day(
        Visit(f"{number:02}", language, scene, in_browser)
        for number, (language, in_browser, scene) in enumerate(VISITS, 1)
    )
    with tempfile.TemporaryDirectory() as folder:
        service = Service(
            Path(folder),
            CONVERSATION_RATE=MANY,
            MESSAGE_RATE=MANY,
            LOGIN_RATE=MANY,
            ENGINE_TIMEOUT="60",
        )
        try:
            service.wait()
            began = time.monotonic()
            asyncio.run(play(day, service))
            day.seconds["the whole day"].append(time.monotonic() - began)
            compare(day, service.var / "desk.db")
            day.wrong += [f"the desk's log: {line}" for line in errors_in(service)]
        finally:
            service.stop()
    print(table(day))
    print(*(["", "wrong:", *day.wrong] if day.wrong else ["", "nothing lost, nothing doubled"]), sep="\n")
    return 1 if day.wrong else 0


def errors_in(service: Service) -> list[str]:
    """The lines of the desk's log that tell of a failure."""
    log = (service.var / "log" / "desk.log").read_text(encoding="utf-8", errors="replace")
    return [line[:300] for line in log.splitlines() if re.search(r'"level": "error"|Traceback| 500 ', line)]


if __name__ == "__main__":
    sys.exit(main())

"""Members of staff of a working day, each in a browser of their own: they take requests, answer, pass on and finish."""

from __future__ import annotations

import asyncio
import random
import re
from dataclasses import dataclass

from playwright.async_api import Error, Locator, Page

from bench.day_record import MARK, Day, Visit, marks
from bench.day_visitors import WORDS, until

PASSWORD = "a-password-of-my-own"  # noqa: S105 - of accounts that are gone with the service
# Pressed again after so many seconds in which nothing came of it: the desk may just be down.
AGAIN = 6.0
ROWS = """() => [...document.querySelectorAll('#queue tbody tr')].map(row => ({
  state: row.closest('section').getAttribute('aria-labelledby').replace('h-', ''),
  path: row.querySelector('th a').getAttribute('href'),
  words: row.innerText,
}))"""
# How each scene's request is ended: the button of a form, and where that is folded, its name.
HAND_BACK, CLOSE = "hand-back", "close"
ENDS = {"close": CLOSE, "offline": CLOSE, "transfer": CLOSE, "sensitive": CLOSE}
# Scenes in which somebody else, or the same person later, goes on after the first answer.
PASSED_ON = ("transfer", "assign", "release", "snooze")


@dataclass(frozen=True)
class Row:
    """A request in the queue."""

    state: str
    path: str
    words: str


class Agent:
    """One member of staff at the console."""

    def __init__(self, day: Day, page: Page, login: str, name: str, url: str) -> None:
        self.login, self.name, self.page = login, name, page
        self.colleague = ""
        self.step = "not there yet"
        self._day = day
        self._url = url
        self._chance = random.Random(login)  # noqa: S311 - which request is taken next

    async def log_in(self, first_password: str) -> None:
        """Log in for the first time, with a new password, and look at one's own queues."""
        await self.page.goto(f"{self._url}/staff")
        await self.page.locator("input[name=login]").fill(self.login)
        await self.page.locator("input[name=password]").fill(first_password)
        await self.page.locator("input[name=password]").press("Enter")
        await self.page.locator("input[name=old]").fill(first_password)
        await self.page.locator("input[name=new]").fill(PASSWORD)
        await self.page.locator("input[name=new]").press("Enter")
        await self.page.locator("#queue").wait_for()

    async def show_own_queues(self) -> None:
        """Narrow the queue to those that one is a member of, and keep that as a view to come back to."""
        await self.page.locator("#filters summary").click()
        await self.page.locator("select[name=queue]").select_option("mine")
        await self.page.locator("form[method=get].filter button").click()
        await self.page.wait_for_url(re.compile("queue=mine"))
        await self.page.locator("form[action^='/staff/views?'] input").fill("Mine")
        await self.page.locator("form[action^='/staff/views?'] button").click()
        await self._view.wait_for()

    async def work(self, both: asyncio.Barrier | None) -> None:
        """Until the day is over; ``both`` is where two meet who claim the first request at the same moment."""
        if both is not None:
            await self._claim_at_once(both)
        while not self._day.over.is_set():
            row = await self._next()
            if row is None:
                await asyncio.sleep(0.2)
            else:
                await self._take(row)

    # The queue

    @property
    def _view(self) -> Locator:
        return self.page.locator(".views a", has_text="Mine")

    async def _rows(self) -> list[Row]:
        rows = [Row(**row) for row in await self.page.evaluate(ROWS)]
        for row in rows:
            for mark in MARK.finditer(row.words):
                if self._day.visits[mark[2]].scene == "sensitive" and self.login != "chen":
                    self._day.blame(f"{self.name} sees the report {mark[0]} in the queue")
        return rows

    async def _next(self) -> Row | None:
        """What to do next: one's own request that needs an answer, else one of the first that wait.

        The one in which the desk will be killed is taken as soon as it is there, so that much comes after it.
        """
        self.step = "looks at the queue"
        rows = await self._rows()
        mine = [row for row in rows if row.state == "claimed" and self.name in row.words]
        waiting = [row for row in rows if row.state == "waiting"]
        early = [row for row in waiting if any(self._scene(mark) == "restart" for mark in marks([row.words]))]
        return mine[0] if mine else self._chance.choice(early or waiting[:2]) if waiting else None

    def _scene(self, mark: str) -> str:
        return self._day.visits[mark[1:3]].scene

    async def _open(self, row: Row) -> Visit | None:
        """Go to a request; whose it is. None if it is hidden or gone."""
        self.step = f"opens {row.path}"
        link = self.page.locator(f"#queue a[href='{row.path}']")
        if not await link.count():
            return None  # somebody else was quicker
        await self._go(link, "#conversation")
        found = marks(await self._transcript())
        return self._day.visits[found[0][1:3]] if found else None

    async def _back(self) -> None:
        """To the queue."""
        await self._go(self.page.locator("header nav a").first, "#queue")
        await self._go(self._view, "#queue")

    async def _go(self, link: Locator, there: str) -> None:
        """Follow a link, not while the console says that the desk cannot be reached."""
        while True:
            await self._connected()
            try:
                if await link.count():  # else the page is on its way already
                    await link.click(timeout=AGAIN * 1000)
                await self.page.locator(there).wait_for(timeout=AGAIN * 1000)
                return
            except Error:
                if self._day.over.is_set():
                    return
                if self.page.url.startswith("chrome-error"):
                    # The desk went between a look at the page and the click on the link.
                    self._day.counts["pages of staff met by the restart"] += 1
                    await self._day.back.wait()
                    await self.page.goto(f"{self._url}/staff")
                    await self._view.click()

    async def _connected(self) -> None:
        async def look() -> bool:
            return await self.page.locator("#connection:not(:empty)").count() == 0

        await until(look, f"{self.name}'s console to be connected")

    # A request

    async def _claim_at_once(self, both: asyncio.Barrier) -> None:
        """Wait for the first request, open it, and claim it in the same moment as a colleague."""

        async def look() -> list[Row]:
            return [row for row in await self._rows() if row.state == "waiting"]

        [row, *_] = await until(look, "the first request")
        visit = await self._open(row)
        await self.page.locator("form[action$='/claim'] button").wait_for()
        await both.wait()
        if visit is None:
            raise ValueError(f"the first request, {row.path}, shows no message of a visitor")
        if await self._claim(visit):
            await self._attend(visit)
        else:
            self._day.counts["claims that came second"] += 1
            typing = self.page.locator("#conversation p[role=status]", has_text=self.colleague)
            await typing.wait_for(timeout=20_000)
            self._day.counts["colleagues seen at work"] += 1
        await self._back()

    async def _take(self, row: Row) -> None:
        visit = await self._open(row)
        if visit is None:
            await self._settle_a_failure()
        elif await self._claim(visit):
            await self._attend(visit)
        await self._back()

    async def _claim(self, visit: Visit) -> bool:
        """Claim the request that is open, unless it is one's own already; whether it is one's own now."""
        self.step = f"claims V{visit.key}"
        button = self.page.locator("form[action$='/claim'] button")
        answer = self.page.locator("#reply-text")
        while await button.count():
            self._day.begins("a claim, until the visitor sees it", visit.key)
            try:
                await button.click(timeout=AGAIN * 1000)
            except Error:
                break  # a colleague has it
            try:
                await answer.or_(self.page.locator("p.error")).first.wait_for(timeout=AGAIN * 1000)
                break
            except Error:
                continue
        mine = bool(await answer.count())
        self._day.counts["claims" if mine else "claims refused"] += 1
        return mine

    async def _settle_a_failure(self) -> None:
        """A request without a message of its own kind: nothing to answer."""
        button = self.page.locator("form[action$='/solve'] button")
        if await button.count():
            await button.click()
            await self.page.locator("form[action$='/solve']").wait_for(state="detached")
            self._day.counts["failures settled"] += 1

    async def _attend(self, visit: Visit) -> None:
        """Answer, listen, and go on as the visitor's scene wants it."""
        first = not visit.answers
        if first:
            await self._answer(visit, "Good morning, I am looking into it.")
            if visit.scene == "snooze":
                await self._put_off(visit)
                return
            await self._hear(visit, "more")
            if visit.scene in PASSED_ON:
                await self._pass_on(visit)
                return
        else:
            await self._hear(visit, "more")
        if visit.scene == "restart":
            self._day.may_restart.set()
            await self._day.down.wait()
        await self._answer(visit, "This is how it works.")
        await self._hear(visit, "thanks")
        await self._finish(visit)

    async def _transcript(self) -> list[str]:
        return await self.page.locator("#transcript li .text, #transcript li .answer").all_inner_texts()

    async def _hear(self, visit: Visit, words: str) -> None:
        """Wait until everything that the visitor wrote, and ``words`` among it, is on the page."""
        self.step = f"waits for V{visit.key}: {words}"
        wanted = WORDS[visit.language][words]

        async def look() -> bool:
            shown = "\n".join(await self._transcript())
            there = [text for text in visit.written if text in shown]
            for text in there:
                self._day.ends("a message, until staff see it", text)
            return any(wanted in text for text in visit.written) and len(there) == len(visit.written)

        await until(look, f"{words!r} of visitor {visit.key} on {self.name}'s page")

    async def _answer(self, visit: Visit, words: str) -> None:
        """Type an answer and send it; again when nothing came of it."""
        text = visit.sign_answer(f"{words} {self.name}")
        self.step = f"answers {text}"
        field = self.page.locator("#reply-text")
        await field.click()
        await self.page.keyboard.type(text, delay=5)
        sent = self.page.locator("#transcript li.staff", has_text=text)
        self._day.begins("an answer, until the visitor sees it", text)
        self._day.begins("an answer, until staff see it themselves", text)
        while True:
            if await field.input_value():
                await self.page.locator("#reply button").click()
            try:
                await sent.wait_for(timeout=AGAIN * 1000)
                break
            except Error:
                self._day.counts["answers sent again"] += 1
        self._day.ends("an answer, until staff see it themselves", text)

        async def empty() -> bool:
            return not await field.input_value()

        await until(empty, f"the field to be empty after {text!r} was sent", 10)

    async def _put_off(self, visit: Visit) -> None:
        self.step = f"puts V{visit.key} off"
        await self._fold("snooze")
        await self.page.locator("form[action$='/wake']").wait_for()
        self._day.counts["requests put off"] += 1
        self._day.put_off[visit.key].set()

    async def _pass_on(self, visit: Visit) -> None:
        self.step = f"passes V{visit.key} on"
        if visit.scene == "transfer":
            note = self.page.locator("#note-text")
            await note.fill("The visitor is a partner of ours.")
            await self.page.locator("form.note button").click()
            await self.page.locator("#transcript li.note").wait_for()
            await self._fold("transfer", "#deed-queue", "partnerships")
        if visit.scene == "assign":
            await self._fold("assign", "#deed-colleague", self.colleague, by_label=True)
        if visit.scene == "release":
            await self.page.locator("form[action$='/release'] button").click()
        await self.page.locator("#reply-text").wait_for(state="detached")
        self._day.counts[f"requests passed on: {visit.scene}"] += 1

    async def _finish(self, visit: Visit) -> None:
        """Note what is on the page, and end the request."""
        self.step = f"finishes V{visit.key}"
        visit.seen_by_staff = marks(await self._transcript())
        deed = ENDS.get(visit.scene, HAND_BACK)
        if deed == CLOSE:
            await self._fold("close", "#deed-reason", "answered")
        else:
            await self.page.locator(f"form[action$='/{deed}'] button").click()
        await self.page.locator("#reply-text").wait_for(state="detached")
        self._day.counts[f"requests ended: {deed}"] += 1

    async def _fold(self, name: str, field: str = "", value: str = "", by_label: bool = False) -> None:
        """Unfold a deed, choose in its ``field``, and do it."""
        await self.page.locator(f"#deed-{name} summary").click()
        if field and by_label:
            await self.page.locator(field).select_option(label=value)
        elif field:
            await self.page.locator(field).select_option(value)
        await self.page.locator(f"#deed-{name} form button").click()

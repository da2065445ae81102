"""One running service for all tests of this folder, a real browser, and people to use them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from other_site import OtherSite
from people import Colleague, Visitor
from playwright.sync_api import Browser, Page, expect, sync_playwright
from screens import Chat
from service import ROOT, Service
from support import Assistant, Desk

from desk.settings import Settings

MANY = "100000/minute"
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Milliseconds that something on a page may take: longer than the desk waits for the assistant.
PATIENCE = 15_000
NO_CHROMIUM = "There is no Chromium for the browser tests. Install one: apt-get install chromium"


@pytest.fixture(scope="session")
def other_site() -> Iterator[OtherSite]:
    """A page of another origin that embeds the widget."""
    site = OtherSite()
    yield site
    site.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, other_site: OtherSite) -> Iterator[Service]:
    """The whole service. When it has been stopped, none of its processes may be left."""
    service = Service(
        tmp_path_factory.mktemp("service"), ALLOWED_SITES=json.dumps([other_site.allowed]),
        CONVERSATION_RATE=MANY, MESSAGE_RATE=MANY, LOGIN_RATE=MANY,
    )  # fmt: skip
    other_site.desk = service.url
    try:
        service.wait()
        yield service
    finally:
        left = service.stop()
    assert left == {}, "processes were left behind"
    assert service.process.returncode == 0


@pytest.fixture
def visitor(running: Service) -> Iterator[Callable[[str], Visitor]]:
    """Begins conversations at the chat API: ``visitor("ar")``."""
    begun: list[Visitor] = []

    def begin(language: str = "en") -> Visitor:
        begun.append(Visitor(running.url, language))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


@pytest.fixture(scope="session")
def amina(running: Service) -> Iterator[Colleague]:
    """An administrator who was added on the command line."""
    printed = running.command("staff", "add", "amina", "Amina Diallo", "--role", "administrator")
    colleague = Colleague(running.url, "amina", printed.split(" / ")[1].split()[0])
    yield colleague
    colleague.close()


@pytest.fixture(scope="session")
def boris(running: Service, amina: Colleague) -> Iterator[Colleague]:
    """An agent whom Amina added."""
    colleague = Colleague(running.url, "boris", amina.add("boris", "Boris Petrov"))
    yield colleague
    colleague.close()


# Ends with this folder: while Playwright's loop is there, no other test can run a loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or playwright.chromium.executable_path
        if not Path(path).exists():
            pytest.fail(NO_CHROMIUM)
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens windows, each of a browser of its own (``window(color_scheme="dark")``). No script may fail in any."""
    contexts, failures = [], []

    def open_window(**options: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: failures.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()
    assert failures == []


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Takes screenshots into docs/screenshots if SCREENSHOTS=1; nothing looks at them otherwise."""
    folder = ROOT / "docs" / "screenshots"

    def take(page: Page, name: str) -> None:
        if os.environ.get("SCREENSHOTS") == "1":
            page.screenshot(path=folder / f"{name}.png", animations="disabled")

    return take


@pytest.fixture(scope="session")
def _embedding() -> Iterator[OtherSite]:
    site = OtherSite()
    yield site
    site.close()


@pytest.fixture(scope="session")
def _light(make_settings: Callable[..., Settings], _embedding: OtherSite) -> Iterator[Desk]:
    desk = Desk(make_settings(allowed_sites=[_embedding.allowed]))
    _embedding.desk = desk.url
    yield desk
    desk.stop()


@pytest.fixture
def light(_light: Desk, assistant: Assistant) -> Desk:
    """A desk without any conversation whose assistant obeys the test: for what the widget does by itself."""
    _light.forget()
    _light.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
    return _light


@pytest.fixture
def embedding(_embedding: OtherSite, light: Desk) -> OtherSite:
    """A page of another origin that embeds the widget of ``light``."""
    return _embedding


@pytest.fixture
def chat(window: Callable[..., Page], embedding: OtherSite) -> Chat:
    """The closed widget on that page."""
    page = window()
    page.goto(embedding.allowed)
    return Chat(page)

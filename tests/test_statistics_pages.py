"""The public page of figures and its downloads, in every language, and for a profile that has none."""

from __future__ import annotations

import csv
import io
import shutil
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select
from support import Desk, utterance

from desk.settings import Settings
from desk.statistics import FIGURE_COLUMNS, MOST_ROWS
from store import load
from store import models as m
from store.database import Database
from store.profile import load_profile
from store.sync import Sync
from texts.language import SUPPORTED, direction


@pytest.fixture
def site(make_desk: Callable[..., Desk], any_loaded: Database) -> httpx.Client:
    """A browser's view of a desk with the demonstration's figures, on both databases."""
    return make_desk(database_url=any_loaded.url).client


@pytest.fixture
def foodbank(make_settings: Callable[..., Settings], empty: Database) -> Iterator[httpx.Client]:
    """A desk whose profile has no figures."""
    with empty.write() as session:
        load.load(session, load_profile("foodbank"))
    desk = Desk(make_settings(database_url=empty.url, profile="foodbank"))
    yield desk.client
    desk.stop()


@pytest.mark.parametrize("language", SUPPORTED)
def test_the_page_shows_figures_in_the_language(site: httpx.Client, language: str) -> None:
    """Indicators with sign and word, charts with the title as alternative, tables with anchors for the chat."""
    reply = site.get(f"/statistics/{language}")
    assert reply.status_code == 200
    assert f'<html lang="{language}" dir="{direction(language)}">' in reply.text
    assert 'id="un_volunteers"' in reply.text
    assert 'id="indicators"' in reply.text
    assert "▲" in reply.text
    assert f'src="/charts/{language}/bar/' in reply.text
    assert f'src="/charts/{language}/line/' in reply.text
    assert 'alt=""' not in reply.text
    assert f"/statistics/un_volunteers.csv?lang={language}" in reply.text
    figure = {"fr": "8\u202f282 personnes", "es": "8.282 personas", "ru": "8\xa0282 человека", "zh": "8,282人"}.get(
        language, "8,282"
    )
    assert figure in reply.text


def test_every_chart_of_the_page_can_be_drawn(site: httpx.Client) -> None:
    addresses = {part.split('"')[0] for part in site.get("/statistics/es").text.split('src="')[1:]}
    charts = [address for address in addresses if address.startswith("/charts/")]
    assert len(charts) > 15
    assert {site.get(address).status_code for address in charts} == {200}


@pytest.mark.parametrize(("wish", "language"), [("ar;q=0.9, de", "ar"), ("zh-CN", "zh"), ("de", "en"), ("", "en")])
def test_the_reader_gets_their_language(site: httpx.Client, wish: str, language: str) -> None:
    reply = site.get("/statistics", headers={"Accept-Language": wish})
    assert reply.headers["location"] == f"/statistics/{language}"
    assert "Accept-Language" in reply.headers["vary"]


@pytest.mark.parametrize("path", ["de", "no_metric.csv", "un_volunteers.xml", "un_volunteers.csv.csv", "..%2fsecret"])
def test_what_does_not_exist_is_not_found(site: httpx.Client, path: str) -> None:
    assert site.get(f"/statistics/{path}").status_code == 404


def test_the_site_links_it(site: httpx.Client) -> None:
    assert 'href="/statistics/fr"' in site.get("/?lang=fr").text


def test_without_figures_there_is_a_sentence_and_no_link(foodbank: httpx.Client) -> None:
    reply = foodbank.get("/statistics/es")
    assert reply.status_code == 200
    assert "Todavía no hay cifras aquí" in reply.text
    assert "/statistics/" not in foodbank.get("/?lang=es").text


def rows(reply: httpx.Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))


def test_all_figures_can_be_downloaded(site: httpx.Client, any_loaded: Database) -> None:
    """As CSV and as JSON, the same rows, with names of the language and numbers for machines."""
    reply = site.get("/statistics/un_volunteers.csv?lang=fr")
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="un_volunteers-fr.csv"' in reply.headers["content-disposition"]
    found = rows(reply)
    assert tuple(found[0]) == FIGURE_COLUMNS
    with any_loaded.read() as session:
        stored = session.scalars(select(m.Statistic).where(m.Statistic.metric == "un_volunteers")).all()
    assert len(found) == len(stored) > MOST_ROWS
    total = ("Volontaires des Nations Unies", "2019", "", "8282", "persons", "19;31;table-2.1.2.a")
    columns = ("metric", "year", "members", "value", "unit", "paragraph")
    assert total in {tuple(row[column] for column in columns) for row in found}
    assert any(row["members"] == "PNUD" for row in found)
    assert not any(row["members"] == "IT" for row in found)
    same = site.get("/statistics/un_volunteers.json?lang=fr").json()
    assert [(each["year"], each["value"]) for each in same] == [
        (int(row["year"]), float(row["value"])) for row in found
    ]


def test_indicators_can_be_downloaded(site: httpx.Client) -> None:
    found = rows(site.get("/statistics/indicators.csv"))
    assert ("1.1", "45", "green") in {(row["indicator"], row["target"], row["colour"]) for row in found}
    assert len(site.get("/statistics/indicators.json").json()) == len(found)


def test_no_cell_is_a_formula(make_desk: Callable[..., Desk], sqlite_store: Database) -> None:
    """A text that begins like one is made harmless; a negative number stays a number."""
    with sqlite_store.write() as session:
        name = session.get_one(m.Name, ("metric", "average_age", "en", 0))
        name.text = "=HYPERLINK(1)"
        row = session.scalars(select(m.Statistic).where(m.Statistic.metric == "average_age").limit(1)).one()
        row.value, row.paragraph = -5.5, "@1"
    found = rows(make_desk(database_url=sqlite_store.url).client.get("/statistics/average_age.csv?lang=en"))
    assert {row["metric"] for row in found} == {"'=HYPERLINK(1)"}
    assert ("-5.5", "'@1") in {(row["value"], row["paragraph"]) for row in found}


def test_many_figures_stay_light(make_desk: Callable[..., Desk], sqlite_store: Database) -> None:
    """A table is cut and says so, the download has all; the page is quick when nothing has changed since."""
    with sqlite_store.write() as session:
        for number in range(5000):
            session.add(m.Statistic(
                id=number, metric="average_age", year=1950 + number % 60, measure="level", value=number, unit="ages",
                source="report-2019", origin="import",
            ))  # fmt: skip
        sync = Sync(session)
        sync.table(m.Revision, [{"area": load.AREA, "number": 77}], [m.Revision.area == load.AREA])
    client = make_desk(database_url=sqlite_store.url).client
    page = client.get("/statistics/en").text
    assert "Shown here: 40 of 5,003, the newest first." in page
    began = time.perf_counter()
    client.get("/statistics/en")
    assert time.perf_counter() - began < 0.2
    assert len(rows(client.get("/statistics/average_age.csv"))) == 5003


def test_the_page_follows_the_store(make_desk: Callable[..., Desk], sqlite_store: Database) -> None:
    """What is kept is not older than the last load."""
    client = make_desk(database_url=sqlite_store.url).client
    assert "A new name" not in client.get("/statistics/en").text
    with sqlite_store.write() as session:
        session.get_one(m.Name, ("metric", "average_age", "en", 0)).text = "A new name"
        session.get_one(m.Revision, load.AREA).number += 1
    assert "A new name" in client.get("/statistics/en").text


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browse() -> Iterator[Callable[..., Page]]:
    """Opens windows: ``browse(width=320, scheme="dark")``."""
    with sync_playwright() as play:
        chromium = shutil.which("chromium") or play.chromium.executable_path
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])

        def window(width: int = 1200, scheme: str = "light") -> Page:
            return browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]

        yield window
        browser.close()


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("ar", 320, "light"), ("zh", 320, "dark"), ("en", 1200, "dark")]
)
def test_the_page_in_a_browser(
    browse: Callable[..., Page],
    make_desk: Callable[..., Desk],
    loaded: Database,
    language: str,
    width: int,
    scheme: str,
) -> None:
    """Nothing sticks out, every chart is a picture, its policy is kept, and there is nothing that axe minds."""
    page = browse(width, scheme)
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text))
    page.goto(f"{make_desk(database_url=loaded.url).url}/statistics/{language}")
    page.evaluate("for (const each of document.images) each.loading = 'eager'")
    page.wait_for_function("() => [...document.images].every((each) => each.complete)")
    assert page.evaluate("[...document.images].filter((each) => !each.naturalWidth).length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken == []
    assert Axe().run(page).response["violations"] == []
    page.close()


CHAT = [{
    "type": "chart", "url": "", "title": "Volunteers by host entity",
    "table": {"head": ["Entity", "Figure"], "rows": [["UNDP", "2,671"], ["UNICEF", "641"]]},
}]  # fmt: skip


def chart_in_chat(page: Page, desk: Desk, url: str) -> None:
    """Ask a question whose answer has a chart."""
    desk.assistant.says(utterance("Here.", attachments=[{**CHAT[0], "url": url}]))  # type: ignore[attr-defined]
    page.goto(f"{desk.url}/?lang=en")
    page.locator("volunteer-chat .launcher").click()
    page.locator("volunteer-chat textarea").fill("Compare the hosts")
    page.keyboard.press("Enter")
    page.locator("volunteer-chat details.sources").wait_for()


def test_a_chart_in_the_chat(browse: Callable[..., Page], make_desk: Callable[..., Desk], loaded: Database) -> None:
    """A picture that opens large by Enter; Escape closes it and not the chat, and the focus goes back."""
    desk, page = make_desk(database_url=loaded.url), browse(320)
    with loaded.read() as session:
        key = session.scalars(select(m.Statistic.id).where(m.Statistic.metric == "average_age").limit(1)).one()
    chart_in_chat(page, desk, f"/charts/en/bar/{key}.svg")
    small = page.locator("volunteer-chat .chart > button")
    page.wait_for_function(
        "() => document.querySelector('volunteer-chat').shadowRoot.querySelector('.chart img')?.naturalWidth"
    )
    assert page.locator(f"volunteer-chat .chart img[alt='{CHAT[0]['title']}']").count() == 1
    assert page.locator("volunteer-chat details.sources").first.evaluate("each => each.open") is False
    small.focus()
    page.keyboard.press("Enter")
    large = page.locator("volunteer-chat dialog.large")
    large.wait_for()
    page.keyboard.press("Escape")
    large.wait_for(state="detached")
    assert page.locator("volunteer-chat .panel").is_visible()
    assert page.evaluate("document.querySelector('volunteer-chat').shadowRoot.activeElement.matches('.chart > button')")
    page.close()


def test_without_the_picture_there_is_the_table(
    browse: Callable[..., Page], make_desk: Callable[..., Desk], loaded: Database
) -> None:
    """A figure that was corrected since has another address: the table is open and says the same."""
    desk, page = make_desk(database_url=loaded.url), browse(320)
    chart_in_chat(page, desk, f"/charts/en/bar/{quote('1-2')}.svg")
    page.locator("volunteer-chat details.sources[open]").wait_for()
    assert page.locator("volunteer-chat .chart > button").is_hidden()
    assert "2,671" in page.locator("volunteer-chat details.sources table").inner_text()
    page.close()

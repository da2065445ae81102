"""Charts: one SVG of real text for every language, drawn from rows of the store, and passed on to the visitor."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from xml.etree import ElementTree

import httpx
import pytest
from sqlalchemy import select
from support import Desk, utterance

from desk.drawing import LABEL, WIDTH, Chart, Point, draw, height_of, width_of, wrapped
from store import models as m
from store.database import Database
from texts.language import SUPPORTED, direction

SVG = "{http://www.w3.org/2000/svg}"
HOSTS = (Point("UNDP", 2671, "2,671 people"), Point("UN missions", 2055, "2,055 people"), Point("UNICEF", 641, "641"))
LONG = "Office of the United Nations High Commissioner for Refugees and everybody who works with it in the field"


def tree(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(draw(chart))


def bars(root: ElementTree.Element) -> list[dict[str, float]]:
    found = [node for node in root.iter(f"{SVG}rect") if node.get("class") != "paper"]
    return [{name: float(node.get(name, 0)) for name in ("x", "y", "width")} for node in found]


def texts(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def test_bars_are_as_long_as_their_values() -> None:
    """From zero, from one line, in the order given, each with its label and figure."""
    root = tree(Chart("bar", "Volunteers", HOSTS, "en"))
    first, second, third = bars(root)
    assert second["width"] / first["width"] == pytest.approx(2055 / 2671, abs=0.005)
    assert third["width"] / first["width"] == pytest.approx(641 / 2671, abs=0.005)
    assert first["x"] == second["x"] == third["x"]
    assert first["y"] < second["y"] < third["y"]
    assert texts(root) == ["Volunteers", "UNDP", "2,671 people", "UN missions", "2,055 people", "UNICEF", "641"]


def test_losses_go_to_the_other_side() -> None:
    """A negative value does not look like a positive one."""
    gain, loss = bars(tree(Chart("bar", "Change", (Point("a", 20, "20%"), Point("b", -10, "-10%")), "en")))
    assert loss["x"] + loss["width"] == pytest.approx(gain["x"], abs=0.1)
    assert loss["width"] == pytest.approx(gain["width"] / 2, rel=0.01)


def test_a_line_has_its_years_at_their_distance() -> None:
    """A gap of ten years is ten times as wide as one of a year; years may come in any order."""
    points = (Point("2020", 9, "nine"), Point("2009", 5, "five"), Point("2019", 8, "eight"))
    root = tree(Chart("line", "Volunteers", points, "en"))
    x = [float(node.get("cx", 0)) for node in root.iter(f"{SVG}circle")]
    assert (x[1] - x[0]) / (x[2] - x[1]) == pytest.approx(10, rel=0.01)
    assert {"2009", "five", "2020", "nine"} <= set(texts(root))


@pytest.mark.parametrize("language", SUPPORTED)
@pytest.mark.parametrize("kind", ["bar", "line"])
def test_a_picture_stands_for_itself(kind: str, language: str) -> None:
    """No script, no address, nothing of anybody's; words for those who do not see it; the language's direction."""
    points = (Point("2018", 7201, "<7201>"), Point("2019", 8282, "8282 & more"))
    svg = draw(Chart(kind, "Title <&>", points, language))  # type: ignore[arg-type]
    root = ElementTree.fromstring(svg)
    assert root.get("direction") == direction(language)
    assert root.findtext(f"{SVG}title") == "Title <&>"
    assert root.findtext(f"{SVG}desc") == "2018: <7201>; 2019: 8282 & more"
    assert "prefers-color-scheme" in svg
    assert "script" not in svg
    assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert root.get("height") == str(height_of(Chart(kind, "Title <&>", points, language)))  # type: ignore[arg-type]


def test_arabic_is_mirrored() -> None:
    """Bars begin at the right, and so do labels."""
    root = tree(Chart("bar", "المتطوعون", (Point("اليونيسف", 641, "641"),), "ar"))
    assert "scale(-1 1)" in next(node.get("transform", "") for node in root.iter(f"{SVG}g"))
    label = next(node for node in root.iter(f"{SVG}text") if node.text == "اليونيسف")
    assert float(label.get("x", 0)) > WIDTH * 0.9


@pytest.mark.parametrize(
    "text", [LONG, "联合国难民事务高级专员公署和其他有关的联合国系统各机构以及伙伴组织的驻地办事处" * 2, "w" * 90]
)
def test_long_labels_are_wrapped_and_cut(text: str) -> None:
    """In two lines that fit, with an ellipsis at the end."""
    lines = wrapped(text, LABEL, 290, 2)
    assert all(width_of(line, LABEL) <= 290 for line in lines)
    assert lines[-1].endswith("…")
    assert len(lines) <= 2


def test_no_text_is_too_small() -> None:
    """At 300 px none is below 11 px."""
    sizes = [float(node.get("font-size", 0)) for node in tree(Chart("bar", LONG, HOSTS, "en")).iter(f"{SVG}text")]
    assert min(sizes) * 300 / WIDTH >= 11


def test_drawing_is_quick() -> None:
    """Fifteen bars well below 150 ms."""
    points = tuple(Point(f"{LONG} {number}", number, str(number)) for number in range(15))
    draw(Chart("bar", "warm", points, "en"))
    began = time.perf_counter()
    draw(Chart("bar", str(uuid.uuid4()), points, "en"))
    assert time.perf_counter() - began < 0.15


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="without points: 'Volunteers'"):
        draw(Chart("bar", "Volunteers", (), "en"))


# --- /charts ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def client(make_desk: Callable[..., Desk], any_loaded: Database) -> httpx.Client:
    """A browser's view of a desk with the demonstration's figures, on both databases."""
    return make_desk(database_url=any_loaded.url).client


def ids(store: Database, *where: object) -> list[int]:
    """The ids of figures of 2019 by host, or of others that fulfil ``where``."""
    own = m.Statistic.members.any(m.StatisticMember.dimension == "host")
    alone = ~m.Statistic.members.any(m.StatisticMember.dimension != "host")
    usual = (
        m.Statistic.metric == "un_volunteers",
        m.Statistic.year == 2019,
        m.Statistic.measure == "level",
        own,
        alone,
    )
    with store.read() as session:
        return list(session.scalars(select(m.Statistic.id).where(*(where or usual)).order_by(m.Statistic.id)))  # type: ignore[arg-type]


def address(rows: list[int], language: str = "fr", kind: str = "bar") -> str:
    return f"/charts/{language}/{kind}/{'-'.join(map(str, rows))}.svg"


def test_rows_become_a_picture(client: httpx.Client, any_loaded: Database) -> None:
    """With the names and numbers of the language; other sites may show it, and it may be kept."""
    reply = client.get(address(ids(any_loaded)))
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "image/svg+xml"
    assert "Volontaires des Nations Unies, 2019, par entité hôte" in reply.text
    assert "PNUD" in reply.text
    assert "2\u202f671 personnes" in reply.text
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "max-age" in reply.headers["cache-control"]
    assert "script-src" not in reply.headers["content-security-policy"]
    again = client.get(address(ids(any_loaded)), headers={"If-None-Match": reply.headers["etag"]})
    assert again.status_code == 304


def test_a_line_of_years(client: httpx.Client, any_loaded: Database) -> None:
    """Figures that differ in nothing but the year; anything else is no line."""
    totals = ids(
        any_loaded, m.Statistic.metric == "average_age", m.Statistic.measure == "level", ~m.Statistic.members.any()
    )
    assert client.get(address(totals, "en", "line")).status_code == 200
    refused = client.get(address(ids(any_loaded), "en", "line"))
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")


def test_people_and_money_are_not_compared(client: httpx.Client, any_loaded: Database) -> None:
    """Two units have no common scale."""
    money = ids(any_loaded, m.Statistic.metric == "financial_value", m.Statistic.measure == "level")
    assert client.get(address([*ids(any_loaded)[:1], *money[:1]])).status_code == 422


@pytest.mark.parametrize("rows", ["1", "0", str(2**63), "9" * 19, "1-", "-1", "x", "1.5", "-".join(["1"] * 41)])
def test_what_is_not_in_the_store_is_not_drawn(client: httpx.Client, rows: str) -> None:
    assert client.get(f"/charts/fr/bar/{rows}.svg").status_code == 404


@pytest.mark.parametrize("path", ["/charts/de/bar/{}.svg", "/charts/fr/pie/{}.svg", "/charts/fr/bar/{}.png"])
def test_other_addresses_do_not_exist(client: httpx.Client, any_loaded: Database, path: str) -> None:
    assert client.get(path.format(ids(any_loaded)[0])).status_code == 404


# --- the chart of an answer -------------------------------------------------------------------------------------------

CHART = {
    "type": "chart", "url": "/charts/en/bar/1-2.svg", "title": "Volunteers by host entity",
    "table": {"head": ["Entity", "Figure"], "rows": [["UNDP", "2,671"], ["UNICEF", "641"]]},
}  # fmt: skip


def test_a_chart_reaches_the_visitor(make_desk: Callable[..., Desk]) -> None:
    """In the answer and in the history, beside attachments of other kinds."""
    visitor = make_desk().visitor()
    answered = visitor.answered(utterance("Here.", attachments=[CHART, {"kind": "link", "alt": "x"}]))
    assert answered["messages"][-1]["attachments"] == [CHART, {"kind": "link", "alt": "x"}]
    assert visitor.messages("assistant")[-1]["attachments"][0] == CHART


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "https://elsewhere.example/charts/en/bar/1.svg"},
        {"url": "/charts/en/bar/1.svg?x"},
        {"url": "//elsewhere.example/charts/en/bar/1.svg"},
        {"title": ""},
        {"table": {"head": ["Entity", "Figure"], "rows": [["UNDP"]]}},
        {"table": None},
    ],
)
def test_a_chart_of_another_form_is_a_failure(make_desk: Callable[..., Desk], wrong: dict[str, object]) -> None:
    """As any answer is that the contract does not know: the visitor is told, nothing half right is shown."""
    desk = make_desk()
    answered = desk.visitor().answered(utterance("Here.", attachments=[{**CHART, **wrong}]))
    assert answered["messages"][-1]["author"] == "system"
    assert desk.count(m.Ticket, m.Ticket.reason == "failure") == 1

"""The pictures of docs/widget-gallery.md. ``SCREENSHOTS=1`` writes them there; without it this looks at less."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from io import BytesIO
from itertools import product

import pytest
from people import Colleague
from PIL import Image
from playwright.sync_api import Page, expect
from screens import Chat
from service import ROOT, Service

Window = Callable[..., Page]

TAKING = os.environ.get("SCREENSHOTS") == "1"
NARROW = 480
FOLDER = ROOT / "docs" / "screenshots" / "widget"
# What is asked in each language: assignments (cards), a figure (chart), a person, and what is told in confidence.
SAID = {
    "en": ("Assignments in Kenya", "UN Volunteers by year", "I want to talk to a person", "My supervisor hit me"),
    "fr": ("Affectations au Kenya", "Volontaires de l’ONU par année", "Je veux parler à une personne",
           "Mon responsable m’a frappée"),
    "es": ("Asignaciones en Kenia", "Voluntarios de la ONU por año", "Quiero hablar con una persona",
           "Mi supervisor me golpeó"),
    "ar": ("مهام في كينيا", "عدد متطوعي الأمم المتحدة حسب السنة", "أريد التحدث إلى شخص", "ضربني مشرفي"),
    "zh": ("肯尼亚的任务", "联合国志愿人员每年的人数", "我想和真人交谈", "我的主管打了我"),
    "ru": ("Назначения в Кении", "Добровольцы ООН по годам", "Хочу поговорить с человеком", "Начальник ударил меня"),
}  # fmt: skip
REPLIES = {
    "en": "Hello, I have found case UNV-2026/118. Please send me your certificate.",
    "fr": "Bonjour, j’ai trouvé le dossier UNV-2026/118. Envoyez-moi votre certificat, s’il vous plaît.",
    "es": "Hola, he encontrado el expediente UNV-2026/118. Envíeme su certificado, por favor.",
    "ar": "مرحبا، وجدت الملف UNV-2026/118. أرسل لي شهادتك من فضلك (قبل 15:30).",
    "zh": "您好，我找到了 UNV-2026/118 号档案。请把您的证书发给我。",
    "ru": "Здравствуйте, я нашла дело UNV-2026/118. Пришлите, пожалуйста, ваше свидетельство.",
}
# Language by language, so that each width and each scheme meets both directions and wide and narrow writing.
SCREENS = {
    "en": (390, "light"), "fr": (320, "dark"), "es": (1024, "light"),
    "ar": (320, "light"), "zh": (390, "dark"), "ru": (1024, "dark"),
}  # fmt: skip
STICKING_OUT = """() => [...document.querySelector('volunteer-chat').shadowRoot.querySelectorAll('.panel *')]
  .filter((element) => {
    const box = element.getBoundingClientRect(), { clipPath, position } = getComputedStyle(element);
    return box.width > 1 && clipPath === 'none' && position !== 'absolute' && !element.closest('.table')
      && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((element) => element.outerHTML.slice(0, 120))"""


TO_THE_TOP = """each => {
  const scroller = each.closest('.scroller');
  scroller.scrollTop += each.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
}"""


class Gallery:
    """Pictures of one window, and what must hold on each."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name

    def take(self, what: str) -> None:
        """Nothing sticks out of the window; with SCREENSHOTS=1 a small picture is kept."""
        self.page.wait_for_timeout(400)  # pictures of charts are there, what moves has come to rest
        assert self.page.evaluate(STICKING_OUT) == [], f"{self.name} {what}"
        if not TAKING:
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{what}-{self.name}.png"
        wide = self.page.viewport_size["width"] > NARROW
        clip = {"x": 592, "y": 68, "width": 432, "height": 692} if wide else None
        self.page.screenshot(path=path, animations="disabled", clip=clip)
        with Image.open(path) as shot:
            small = shot.convert("RGB").quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.save(path, optimize=True)


@pytest.mark.parametrize("language", list(SCREENS) if TAKING else ["ar"])
def test_the_gallery(running: Service, amina: Colleague, window: Window, language: str) -> None:
    """A visitor's way: the beginning, cards, a chart, choices, the place in the queue, staff's answer, a report."""
    width, scheme = SCREENS[language]
    search, figure, person, report = SAID[language]
    page = window(
        viewport={"width": width, "height": 760 if width > NARROW else 700}, color_scheme=scheme, locale=language,
        has_touch=width <= NARROW,
    )  # fmt: skip
    page.goto(f"{running.url}/?lang={language}")
    gallery = Gallery(page, f"{language}-{width}-{scheme}")
    chat = Chat(page).open()
    gallery.take("begin")
    chat.ask(search)
    expect(chat.panel.locator(".cards").last).to_be_visible()
    gallery.take("cards")
    chat.ask(figure)
    expect(chat.panel.locator(".chart").last).to_be_visible()
    chat.panel.locator(".chart").last.evaluate(TO_THE_TOP)
    gallery.take("chart")
    chat.say(person)
    expect(chat.messages("system").last).to_be_visible()
    gallery.take("queue")
    case = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", chat.messages("system").last.inner_text())
    assert case
    ticket = amina.ticket_of(case[0])
    amina.claim(ticket)
    amina.reply(ticket, REPLIES[language])
    amina.finish(ticket, "ask-file")
    expect(chat.messages("staff")).to_have_count(1)
    expect(chat.panel.locator("input[type=file]")).to_be_visible()
    gallery.take("staff")
    amina.finish(ticket, "hand-back")
    chat.say(report)
    expect(chat.panel.locator(".leave")).to_be_visible()
    gallery.take("sensitive")


@pytest.mark.parametrize("language", SAID if TAKING else ["zh"])
def test_every_width_and_scheme(running: Service, window: Window, language: str) -> None:
    """One answer with its chart on a telephone and on a wide window, by day and by night; side by side in a picture."""
    shots = []
    for width, scheme in product((320, 1024), ("light", "dark")):
        page = window(viewport={"width": width, "height": 692}, color_scheme=scheme, locale=language)
        page.goto(f"{running.url}/?lang={language}")
        chat = Chat(page).open()
        chat.ask(SAID[language][1])
        expect(chat.panel.locator(".chart").last).to_be_visible()
        page.wait_for_timeout(400)
        assert page.evaluate(STICKING_OUT) == [], f"{language} {width} {scheme}"
        corner = 0 if language == "ar" else 592
        clip = {"x": corner, "y": 0, "width": 432, "height": 692} if width > NARROW else None
        shots.append(page.screenshot(animations="disabled", clip=clip))
        page.close()
    if TAKING:
        side_by_side(shots).save(FOLDER / f"all-{language}.png", optimize=True)


def side_by_side(shots: list[bytes]) -> Image.Image:
    """Pictures of one height in a row, in few colours."""
    pictures = [Image.open(BytesIO(shot)).convert("RGB") for shot in shots]
    row = Image.new("RGB", (sum(each.width for each in pictures), pictures[0].height))
    left = 0
    for each in pictures:
        row.paste(each, (left, 0))
        left += each.width
    return row.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)

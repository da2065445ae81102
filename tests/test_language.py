"""In which language a message is, and how languages are written and called."""

from __future__ import annotations

import pytest

from texts.catalogue import not_spoken
from texts.folding import fold, simplified
from texts.language import OTHERS, SUPPORTED, direction, language_of, native_name, other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("كم عدد المتطوعين؟", "ar"),
        ("مرحبا", "ar"),
        ("Сколько добровольцев?", "ru"),
        ("да", "ru"),
        ("有多少志愿者？", "zh"),
        ("好", "zh"),
        ("護士職位", "zh"),
    ],
)
@pytest.mark.parametrize("current", SUPPORTED)
def test_the_script_decides(text: str, language: str, current: str) -> None:
    """Arabic, Cyrillic and Han letters are enough, whatever was spoken before, even in one word."""
    assert language_of(text, current) == language


@pytest.mark.parametrize("current", ["en", "fr", "es", "ru"])
@pytest.mark.parametrize(
    "text", ["hello", "merci", "ok", "UNICEF", "gracias amigo", "2019", "8,282", "?", "👍", "", "   "]
)
def test_short_latin_text_keeps_the_language(text: str, current: str) -> None:
    """One or two Latin words say too little: 'hello' and 'merci' are taken for Spanish by detectors."""
    assert language_of(text, current) == current


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How many volunteers served in South Sudan last year?", "en"),
        ("Combien de volontaires ont servi au Soudan du Sud l'année dernière ?", "fr"),
        ("¿Cuántos voluntarios prestaron servicio en Sudán del Sur el año pasado?", "es"),
    ],
)
@pytest.mark.parametrize("current", SUPPORTED)
def test_a_whole_sentence_changes_the_language(text: str, language: str, current: str) -> None:
    """A clear sentence of at least three words in Latin letters decides."""
    assert language_of(text, current) == language


@pytest.mark.parametrize(
    ("text", "current", "language"),
    [
        ("UNICEF 有多少志愿人员", "en", "zh"),
        ("WHO UNICEF UNFPA志愿者", "en", "zh"),
        ("متطوع UNICEF", "en", "ar"),
        ("Сколько добровольцев в UNICEF и WFP?", "en", "ru"),
        ("كم متطوعًا في UNICEF عام 2019؟", "en", "ar"),
        ("What does 志愿 mean in the name of the programme in Beijing?", "zh", "en"),
        ("Is Добро a platform that I can use for online volunteering?", "en", "en"),
    ],
)
def test_mixed_scripts(text: str, current: str, language: str) -> None:
    """A name in other letters does not change the language of the sentence around it."""
    assert language_of(text, current) == language


def test_directions() -> None:
    """Arabic is written from right to left, the others are not."""
    assert {language: direction(language) for language in SUPPORTED} == {
        "en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "zh": "ltr", "ru": "ltr",
    }  # fmt: skip


def test_native_names() -> None:
    """Every language is called what its speakers call it."""
    assert [native_name(language) for language in SUPPORTED] == [
        "English", "Français", "Español", "العربية", "中文", "Русский",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wie kann ich mich als Freiwilliger bewerben?", "de"), ("quais são as vagas abertas", "pt"),
        ("Ninawezaje kuwa mtu wa kujitolea?", "sw"), ("میں رضاکار کیسے بن سکتا ہوں؟", "ur"), ("สวัสดี", "th"),
        ("Як стати волонтером ООН?", "uk"), ("ボランティアになるにはどうすればいいですか", "ja"),
        ("any openings for nurses in Kenya?", ""), ("offres unicef madagascar", ""), ("nursing jobs kenya", ""),
        ("волонтер оон это сотрудник или нет", ""), ("менеджер проектов, Белград", ""),
        ("Сколько волонтеров приняла МИНУСКА в 2019 г.?", ""), ("كم عدد المتطوعين", ""), ("hola", ""), ("", ""),
    ],
)  # fmt: skip
def test_other_languages_are_recognised_and_spoken_ones_are_not_taken_for_them(text: str, code: str) -> None:
    """Short questions with names of places look like anything to a detector."""
    assert other_language(text) == code


def test_every_other_language_is_answered_in_itself() -> None:
    """Each has a text, and the detector takes it for that language or none it speaks."""
    for code in OTHERS:
        assert other_language(not_spoken(code)) in (code, "ms" if code == "id" else "id" if code == "ms" else code)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("聯合國社區志工是做什麼的", "联合国社区志愿者是做什么的"),
        ("線上義工", "在线志愿者"),
        ("青年自愿者", "青年志愿者"),
        ("超額最多的那項指標", "超额最多的那项指标"),
        ("Quel âge ?", "Quel âge ?"),
    ],
)
def test_chinese_is_read_in_one_script(typed: str, read: str) -> None:
    """Traditional script, Taiwan's words for volunteers and a common slip; words that mean the same there stay."""
    assert simplified(typed) == read


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ärzte", "arzte"),
        ("أحمد", "احمد"),
        ("٢٠١٩", "2019"),
        ("ещё", "еще"),
        ("й", "й"),
        ("ＵＮＶ", "unv"),
        ("ÇA", "ca"),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    """Case, accents, hamza, digits of other scripts and full width go; the breve of й stays."""
    assert fold(typed) == folded

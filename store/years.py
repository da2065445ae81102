"""The years that a text names, in any of the languages and scripts."""

from __future__ import annotations

import re

from texts.folding import fold

YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d)")
# 'Year 18' in Chinese, at the beginning or after a word of time; 'for ten years' is written in the same way.
SHORT_YEAR = re.compile(r"(?<![^在到从和与比那，,。\s])([0-2]\d)年(?!前|内|来|间|以|后|多|了|工作|经验|服务)")
CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
# From one year to another one, in any of the languages (folded).
SPAN = re.compile(
    r"(?:19|20)\d\d\s*年?\s*(?:-|–|—|to|until|till|through|a|au|hasta|до|по|至|到|الي|حتي)\s*(?:19|20)\d\d"
    r"|\b(?:from|between|depuis|entre|desde|de|с|между|من|بين)\s+(?:19|20)\d\d\D{1,12}(?:19|20)\d\d"
)


def years_of(text: str) -> tuple[int, ...]:
    """The years that a text names, each once: 2019, ٢٠١٩, 二〇一九年, and in Chinese 19年 too."""
    folded = fold(text).translate(CHINESE_DIGITS)
    short = (f"20{year}" for year in SHORT_YEAR.findall(folded))
    return tuple(dict.fromkeys(int(year) for year in (*YEAR.findall(folded), *short)))


def is_span(text: str) -> bool:
    """Whether a text goes from one year to another: 'from 2014 to 2020'."""
    return bool(SPAN.search(fold(text).translate(CHINESE_DIGITS)))


def without_years(text: str) -> str:
    """The folded text with a blank in place of each year."""
    return YEAR.sub(" ", fold(text))

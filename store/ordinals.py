"""Reads which of several numbered things a message means: 'the second one', '第三个', 'последнюю'."""

from __future__ import annotations

import re

from texts.folding import fold

_WORDS = {
    0: ("first", "1st", "premier", "premiere", "1er", "1ere", "primero", "primera", "primer", "1o", "1a", "первое", "первую", "первый", "первая", "первом", "первой", "اول", "الاول", "الاولي", "اولي", "第一", "头一"),
    1: ("second", "2nd", "deuxieme", "second", "seconde", "2e", "2eme", "segundo", "segunda", "второе", "вторую", "второй", "вторая", "втором", "ثاني", "الثاني", "الثانيه", "ثانيه", "第二"),
    2: ("third", "3rd", "troisieme", "3e", "3eme", "tercero", "tercera", "tercer", "третье", "третью", "третий", "третья", "третьем", "третьей", "ثالث", "الثالث", "الثالثه", "第三"),
    3: ("fourth", "4th", "quatrieme", "4e", "cuarto", "cuarta", "четвертое", "четвертую", "четвертый", "четвертая", "четвертом", "رابع", "الرابع", "الرابعه", "第四"),
    4: ("fifth", "5th", "cinquieme", "5e", "quinto", "quinta", "пятое", "пятую", "пятый", "пятая", "пятом", "пятой", "خامس", "الخامس", "الخامسه", "第五"),
    -1: ("last", "dernier", "derniere", "ultimo", "ultima", "последнее", "последнюю", "последний", "последняя", "последнем", "اخير", "الاخير", "الاخيره", "最后"),
}  # fmt: skip
_PLACES = {word: place for place, words in _WORDS.items() for word in words}
_HAN = re.compile("|".join(word for word in _PLACES if re.match(r"[\u4e00-\u9fff]", word)))
_NUMBER = re.compile(r"(?<!\d)([1-9]\d?)(?!\d)")


def ordinal_of(text: str) -> int | None:
    """The place meant, counted from 0 (-1 is the last one), or None when the message names none."""
    folded = fold(text)
    for word in re.findall(r"\w+", folded):
        if word in _PLACES:
            return _PLACES[word]
    han = _HAN.search(folded)
    if han:
        return _PLACES[han.group()]
    number = _NUMBER.search(folded)
    return int(number.group(1)) - 1 if number else None

"""What counts as a right answer of the assistant to a test question, by the kind of the question.

An article question is answered by an accepted article; a figure stands in the answer; a search has the wishes; a
disclosure or a wish for a person is handed over; what is outside or unknown is not answered by an article. Offering the
right article among a choice counts as `offered`, not as right. A question about figures names what must stand in the
answer: numbers (8282, 51%, 221.3M) and things (country:KE, host:UNICEF, sdg:3, indicator:2.1, colour:yellow); where an
order is asked for, in that order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.engine import EngineAnswer
from desk.settings import Settings
from store.database import Database
from store.names import Gazetteer
from store.profile import load_profile
from texts.catalogue import Catalogue
from texts.folding import fold

FIGURES = ("value", "change", "order", "arithmetic", "series", "list", "follow_up", "missing")
KINDS = (
    "article", "statistic", "indicator", "modality", "search", "human", "sensitive", "policy", "out_of_scope",
    "smalltalk", "unknown", "other_language", *FIGURES,
)  # fmt: skip
NUMBER = re.compile(r"^([\d.]+)(%|M)?$")
SCALES = {"亿": 1e8, "万": 1e4}
SCALED = re.compile(r"(\d[\d\s.,٫٬\u00a0\u202f]*)(\s*(?:million|millon|مليون|ملايين|млн|миллион|亿|万)\w*)?")


@dataclass(frozen=True)
class Judge:
    """Judges answers; ``gazetteer`` and ``texts`` give the names that things have in each language."""

    gazetteer: Gazetteer
    texts: Catalogue

    @classmethod
    def of(cls, settings: Settings) -> Judge:
        """The judge for the store and profile of a service."""
        profile = load_profile(settings.profile)
        database = Database(settings.store_url)
        with database.read() as session:
            gazetteer = Gazetteer.load(session, profile.languages)
        database.close()
        return cls(gazetteer, profile.catalogue())

    def outcome(self, kind: str, expect: str, answer: EngineAnswer, language: str) -> str:
        """right, offered, silent (not known) or wrong."""
        understood = answer.understood
        silent = understood.get("answered") is False
        wanted = expect.split("|")
        offered = set(understood.get("offered", []))
        if kind in FIGURES or (kind == "indicator" and not re.fullmatch(r"\d\.[\d.ab|]+", expect)):
            right = self._figures(kind, expect, answer, language)
        else:
            right = _is_right(kind, wanted, answer, silent)
        if right:
            return "right"
        if offered & set(wanted) or (offered and kind in ("unknown", "out_of_scope", "policy")):
            return "offered"
        return "silent" if silent or understood.get("intent") == "out_of_scope" else "wrong"

    def _figures(self, kind: str, expect: str, answer: EngineAnswer, language: str) -> bool:
        understood = answer.understood
        if kind == "missing":
            return understood.get("answered") is False or understood.get("exact") is False
        if understood.get("exact") is False:
            return False
        text = fold(answer.text + " " + str([a.get("data") for a in answer.attachments]))
        places = [self._place(token, text, answer, language) for token in expect.split(";")]
        return -1 not in places and (kind != "order" or places == sorted(places))

    def _place(self, token: str, text: str, answer: EngineAnswer, language: str) -> int:
        """Where one of the alternatives of a token stands in the answer; -1 nowhere."""
        return max((self._find(choice, text, answer, language) for choice in token.split("|")), default=-1)

    def _find(self, token: str, text: str, answer: EngineAnswer, language: str) -> int:
        if match := NUMBER.match(token):
            number, unit = match.groups()
            value = str(round(float(number) * 1_000_000)) if unit == "M" else number
            return 0 if {value, value.replace(".", ","), value.replace(".", "٫")} & digits(text) else -1
        kind, _, key = token.partition(":")
        if kind == "indicator":
            return 0 if key in str(answer.understood.get("query")) or key in text else -1
        if kind == "colour":
            return text.find(fold(self.texts(language, f"colour-{key}")).split()[0])
        keys = {key} if kind in ("country", "sdg") else {m.key for m in self.gazetteer.find(key, "en", {kind})}
        shown = [fold(self.gazetteer.shown(kind, each, language)) for each in keys]
        return max((text.find(name) for name in shown), default=-1)


def digits(text: str) -> set[str]:
    """All numbers of a text as plain digits, '221.3 million' written out too."""
    found = set()
    for number, word in SCALED.findall(fold(text)):
        found.add(re.sub(r"[\s,٬\u00a0\u202f.]", "", number))
        found.add(number.strip().rstrip(".,"))
        if word.strip():
            value = float(re.sub(r"[\s\u00a0\u202f]", "", number).rstrip(".,").replace(",", ".").replace("٫", "."))
            found.add(str(round(value * SCALES.get(word.strip()[0], 1e6))))  # 亿美元 is 亿
    return found


def _is_right(  # noqa: PLR0911 - one for each kind
    kind: str, wanted: list[str], answer: EngineAnswer, silent: bool
) -> bool:
    understood = answer.understood
    query = understood.get("query") or {}
    article = str(understood.get("article", ""))
    handed_over = {deed.reason for deed in answer.do if deed.kind == "hand_over"}
    match kind:
        case "article":
            return article in wanted
        case "statistic":
            # A fall is told in words, a decimal with the sign of the language.
            number = wanted[0].lstrip("-")
            return (
                bool({number, number.replace(".", ","), number.replace(".", "٫")} & digits(answer.text)) and not silent
            )
        case "indicator":
            return set(wanted) <= set(query.get("indicators", []))
        case "modality":
            got = query.get("modality")
            several = isinstance(got, list) and wanted[0] in got and len(got) < 4
            # The article on that kind of service says the same.
            return wanted[0] == got or several or wanted[0] in article.split("-")
        case "search":
            wishes = dict(part.strip().split("=") for part in wanted[0].split(";") if part)
            return "search" in query and (not wishes or wishes == query["search"])
        case "human":
            return bool(handed_over)
        case "sensitive":
            return "sensitive" in handed_over
        case "policy":
            return bool(article) and not handed_over
        case "smalltalk":
            return understood.get("intent") == wanted[0]
        case "unknown":
            return silent and "rows" not in understood and "offered" not in understood
        case "out_of_scope":
            return not {"article", "rows", "offered"} & understood.keys()
        case "other_language":
            return understood.get("other") == wanted[0]
    raise ValueError(f"unknown kind of question: {kind!r}; one of {KINDS}")

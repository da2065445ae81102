"""Understands what people tell of themselves: age, education, experience, languages, countries, status, time.

'I am 24, from Nepal, with a bachelor's degree' becomes ``Facts``, in six languages. Numbers may be digits or words.
What is not said, or not clearly, stays unknown. Countries, languages and kinds of service are found by the gazetteer,
other words stand in ``store/data/fact_words.csv``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from typing import Any

from store.datafile import read_csv
from store.load import SHARED
from store.names import Gazetteer, Mention
from store.rows import WordRow
from texts.folding import fold, tokens, words_of
from texts.language import SUPPORTED

# Levels of education, lowest first.
LEVELS = ("none", "secondary", "technical", "bachelor", "master", "doctorate")
WEEKS_A_MONTH = 52 / 12
YOUNGEST, OLDEST = 10, 100
# An answer to a question of ours is short: in words; in Chinese every character is one.
SHORT, SHORT_CHINESE = 8, 16
SKIP, STOP, YES, NO = "skip", "stop", "yes", "no"
# A country that stands alone, without a word before it that says what of it.
BARE = "bare"


@dataclass(frozen=True)
class Facts:
    """What is known of somebody; None, empty texts and empty tuples are not known.

    ``ages`` is the youngest and the oldest that they may be (of somebody born in a year, two), ``experience`` is in
    years, ``weeks`` how long they would serve. ``country`` is where they would serve; countries are ISO codes.
    ``all_languages``: they speak no others than ``languages``. ``refugee`` includes those who seek asylum.
    """

    ages: tuple[int, int] | None = None
    education: str = ""
    experience: float | None = None
    languages: tuple[str, ...] = ()
    all_languages: bool = False
    nationality: str = ""
    residence: str = ""
    country: str = ""
    student: bool | None = None
    refugee: bool | None = None
    stateless: bool | None = None
    weeks: float | None = None

    def known(self) -> dict[str, Any]:
        """Only what is known, as it can be kept in a slot."""
        known = {name: value for name, value in asdict(self).items() if value not in (None, "", ())}
        return known if self.all_languages else {name: known[name] for name in known if name != "all_languages"}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Facts:
        """What was kept."""
        names = {field.name for field in fields(cls)}
        values: dict[str, Any] = {name: v for name, v in kept.items() if name in names}
        values |= {name: tuple(v) for name, v in values.items() if isinstance(v, list)}
        return cls(**values)

    def with_more(self, other: Facts) -> Facts:
        """These facts with the newer ones of ``other`` in their place."""
        return replace(self, **{name: getattr(other, name) for name in other.known()})

    def __bool__(self) -> bool:
        return bool(self.known())


def facts_in(text: str, language: str, gazetteer: Gazetteer, today: dt.date) -> Facts:
    """Everything that a message tells."""
    mentions = gazetteer.find(text, language, {"country", "language", "modality"})
    plain = _without([x for x in mentions if x.kind == "modality"], text, language)
    plain = _plain_units(_numbered(plain, language), language)
    status = _words_in("status", plain, language)
    places = _countries(text, language, mentions, gazetteer)
    student = False if "not_student" in status else True if "student" in status else None
    refugee = True if status & {"refugee", "asylum_seeker"} and "not_refugee" not in status else None
    told = Facts(
        ages=_ages(plain, language, today),
        education=_education(plain, language, studying=student is True),
        experience=_experience(plain, language),
        languages=_languages(text, language, mentions),
        student=student,
        refugee=False if "not_refugee" in status else refugee,
        stateless=True if "stateless" in status else None,
        weeks=_weeks(plain, language),
        residence=places.get("residence", ""),
        country=places.get("country", ""),
    )
    # A country without a word that says what of it is their nationality where they speak of themselves.
    bare = places.get(BARE, "") if told else ""
    return replace(told, nationality=places.get("nationality", bare))


def answer_to(asked: str, text: str, language: str, gazetteer: Gazetteer, today: dt.date) -> Facts | None:
    """What a short message tells as the answer to our question for one fact; None when it is no answer to it."""
    told = facts_in(text, language, gazetteer, today)
    if not is_short(text, language):
        return told if asked in told.known() else None
    mentions = gazetteer.find(text, language, {"country", "language"})
    countries = [x.key for x in mentions if x.kind == "country" and not _denied(text, x, language)]
    plain = _numbered(fold(text), language)
    said = _says(fold(text), language)
    number = re.search(r"(?<![\d.,])\d{1,4}(?![\d.,])", plain)
    value: Any = None
    if asked in ("nationality", "residence", "country") and countries:
        told = replace(told, nationality="", residence="", country="")
        value = countries[0]
    elif asked == "languages":
        spoken = tuple(
            dict.fromkeys(x.key for x in mentions if x.kind == "language" and not _denied(text, x, language))
        )
        if spoken or said == NO:
            return replace(told, languages=spoken, all_languages=True, nationality="")
    elif asked in ("student", "refugee") and said and getattr(told, asked) is None:
        value = said == YES
    elif asked == "ages" and told.ages is None and number:
        value = _ages_of(int(number[0]), today)
    elif asked == "experience" and told.experience is None:
        value = float(number[0]) if number and int(number[0]) <= 60 else 0.0 if said == NO else None
    elif asked == "weeks" and told.weeks is None:
        years = re.search(r"(\d{1,2})\s*(?:years?|ans?|anos?|год|лет|سنوات|سنه|سنين|عام|年)", plain)
        months = float(years[1]) * 12 if years else float(number[0]) if number else None
        value = None if months is None else months * WEEKS_A_MONTH
    elif asked == "education" and not told.education and said == NO:
        value = LEVELS[0]
    if value is not None:
        return replace(told, **{asked: value})
    return told if asked in told.known() else None


def steers(text: str, language: str) -> str:
    """``skip`` for a short message that leaves a question out, ``stop`` for one that ends them all, else empty."""
    if not is_short(text, language):
        return ""
    keys = [key for _, key in _vocabulary(language)["answer"]]
    said = {keys[x.lastindex - 1] for x in _pattern("answer", language).finditer(fold(text)) if x.lastindex}
    return STOP if STOP in said else SKIP if SKIP in said else ""


def is_short(text: str, language: str) -> bool:
    """Whether a message is as short as an answer is."""
    return len(tokens(fold(text))) <= (SHORT_CHINESE if language == "zh" else SHORT)


# --- words ------------------------------------------------------------------------------------------------------------


@cache
def _vocabulary(language: str) -> dict[str, list[tuple[str, str]]]:
    """By kind, patterns of folded words and the keys that they mean; longest words first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in read_csv(SHARED / "fact_words.csv", WordRow, SUPPORTED, names_required=False):
        for name in line.names[language]:
            words = r"\W{1,3}".join(re.escape(part) for part in tokens(fold(name.text)))
            if language == "zh":
                words = r"\s*".join(re.escape(part) for part in tokens(fold(name.text)))
            found.setdefault(line.row.kind, []).append(
                (words + (r"\w*" if name.text.endswith("*") else ""), line.row.key)
            )
    return {kind: sorted(pairs, key=lambda pair: -len(pair[0])) for kind, pairs in found.items()}


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    """Any word of a kind, the longest first; each is a group of its own."""
    pairs = _vocabulary(language).get(kind, [])
    any_word = "|".join(f"({words})" for words, _ in pairs)
    if language == "zh":
        return re.compile(any_word)
    front = r"(?:و|ب|ال|بال|لل|ل|ك|وال)?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){front}(?:{any_word})(?!\w)")


def _words_in(kind: str, folded: str, language: str) -> set[str]:
    """The keys of the words of a kind that stand in a text and are not denied, none inside a longer one."""
    keys = [key for _, key in _vocabulary(language).get(kind, [])]
    return {
        keys[match.lastindex - 1]
        for match in _pattern(kind, language).finditer(folded)
        if match.lastindex and not _negated(folded[: match.start()], language)
    }


def _says(folded: str, language: str) -> str:
    """``yes`` or ``no`` where a message says just that, or begins with it; else empty: 'I am a nurse' is no yes."""
    pattern, keys = _pattern("answer", language), [key for _, key in _vocabulary(language)["answer"]]
    first = pattern.match(folded.strip())
    if first is None or first.lastindex is None:
        return ""
    rest = folded.strip()[first.end() :].strip()
    alone = not re.search(r"\w", pattern.sub("", rest))
    key = keys[first.lastindex - 1]
    return key if key in (YES, NO) and (alone or re.match(_CLAUSE, rest)) else ""


def _without(mentions: Sequence[Mention], text: str, language: str) -> str:
    """The folded text without some mentions ('can a student volunteer ...' tells of no student)."""
    folded = fold(text)
    for mention in mentions:
        folded = re.sub(_spelling(mention, language), " ", folded, count=1)
    return folded


def _spelling(mention: Mention, language: str) -> str:
    """A pattern of a mention as it stands in the folded text."""
    joint = r"\s*" if language == "zh" else r"\W+"
    return joint.join(re.escape(part) for part in tokens(fold(mention.text)))


@cache
def _number_pattern(language: str) -> re.Pattern[str]:
    pairs = _vocabulary(language)["number"]
    word = "|".join(words for words, _ in pairs)
    joint = {"fr": r"(?:\s+et\s+|[\s-])", "es": r"\s+y\s+", "ar": r"\s*و\s*"}.get(language, r"(?:\s+and\s+|[\s-])")
    return re.compile(rf"(?<!\w)({word})(?:({joint})({word}))?(?!\w)")


@cache
def _and_number() -> re.Pattern[str]:
    """The Arabic 'and' where it is written on a number."""
    word = "|".join(words for words, _ in _vocabulary("ar")["number"])
    return re.compile(rf"(?<!\w)و(?=(?:{word})(?!\w)|\d)")


_HAN_NUMBER = re.compile(
    r"([二三四五六七八九])?十([一二三四五六七八九])?|([一二两三四五六七八九])(?=\s*(?:年|岁|个月|周|个星期))"
)
_HAN = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}


def _numbered(folded: str, language: str) -> str:
    """The text with digits for the words that stand for numbers up to 99."""
    if language == "zh":
        return _HAN_NUMBER.sub(
            lambda x: str(_HAN[x[3]] if x[3] else 10 * _HAN.get(x[1] or "一", 1) + _HAN.get(x[2] or "零", 0)), folded
        )
    values = [(re.compile(words), int(key)) for words, key in _vocabulary(language)["number"]]

    def value(word: str) -> int:
        return next(number for pattern, number in values if pattern.fullmatch(word))

    def digits(match: re.Match[str]) -> str:
        first, joint, second = match[1], match[2], match[3]
        if second is None:
            return str(value(first))
        tens, ones = sorted((value(first), value(second)), reverse=True)
        # Sixty-fourteen and eighty-seventeen are French.
        if tens >= 20 and tens % 10 == 0 and (ones < 10 or (tens in (60, 80) and ones < 20)):
            return str(tens + ones)
        return f"{value(first)}{joint}{value(second)}"

    if language == "ar":
        folded = _and_number().sub(r"و ", folded)
    return _number_pattern(language).sub(digits, folded)


# --- numbers and what they count --------------------------------------------------------------------------------------

# What turns years into experience when it follows them, and before them; folded.
_WORK_AFTER = {
    "en": r"['’]?\s*(?:of\s+(?!age\b)|in\s+|as\s+|work|working|experience|exp\b|behind me|on the job|teaching|practi)",
    "fr": r"\s*(?:d['’ ]\s*exp|de (?:metier|pratique|travail|carriere|service|boulot)|dans |comme |en tant que)",
    "es": r"\s*(?:de (?:\w+ )?(?:exp|trabajo|practica|profesion|carrera|oficio)|como |trabajando|en el )",
    "ar": r"\s*(?:من )?(?:ال)?(?:خبره|عمل|شغل)",
    "zh": r"\s*(?:以上|多)?(?:的|左右)?\w{0,6}(?:经验|工龄|从业|工作)",
    "ru": r"\s*(?:\w+\s+)?(?:опыт|стаж|практик|работ|в профессии)",
}
_WORK_BEFORE = {
    "en": r"(?:experience|worked|working|work)\b[^.,;]{0,30}$",
    "fr": r"(?:experience|travaill\w*)\b[^.,;]{0,30}$",
    "es": r"(?:experiencia|trabaj\w*|llevo)\b[^.,;]{0,30}$",
    "ar": r"(?:خبره|خبرتي|عملت|اعمل|اشتغلت|بشتغل)\b[^.,;،]{0,30}$",
    "zh": r"(?:经验|工作|工龄|从业)[^,.;，。]{0,6}$",
    "ru": r"(?:опыт\w*|стаж\w*|работа\w*)\b[^.,;]{0,30}$",
}
_YEARS = {
    "en": r"\+?\s*-?(?:years?|yrs?)\b", "fr": r"\s*(?:ans?|annees?)\b", "es": r"\s*anos?\b",
    "ar": r"\s*(?:سنوات|سنه|سنين|سنة|عاما|عام|اعوام)", "zh": r"\s*年", "ru": r"\s*-?\s*(?:лет|год\w*)\b",
}  # fmt: skip
_AGE = {
    "en": (
        r"(?:\bi\s?['’]?\s?m|\bam|\bi was|\bi were|\bage[d]?(?: is| of|:)?|\bturn(?:ed|ing)|\bmy age is|\bis|\bat)\s+"
        r"(?:now |only |just |already )?{n}"
        r"(?!\s*(?:%|months?|weeks?|days?|hours?|km|{years}(?!\s*-?old)))",
        r"{n}\s*-?\s*(?:years?|yrs?)?\s*-?\s*(?:olds?\b|y\s?/?\s?o\b|of age\b)",
    ),
    "fr": (r"{n}\s*ans\b(?!{work})", r"\bagee?s?\s+de\s+{n}\b", r"\bage\s*:?\s*{n}\b"),
    "es": (r"\b(?:tengo|tiene|cumpli|con)\s+{n}\s*(?=[,.;?!]|$|y\b|en\b|para\b)",
        r"{n}\s*anos\b(?!{work})",
        r"\bedad\s*(?:es|de|:)?\s*(?:de )?{n}\b"),
    "ar": (
        r"(?:عمري|سني|عمره|عمرها|ابلغ|بالغ|العمر|عمر)\s*(?:الان |من العمر |هو )?{n}",
        r"(?:عندي|لدي)\s*{n}{years}(?!{work})",
        r"{n}{years}\s*(?:من العمر)",
    ),
    "zh": (r"{n}\s*周?岁", r"(?:年龄|年纪)\s*(?:是|为|:|：)?\s*{n}", r"我(?:今年)?\s*{n}(?=$|[,，。.\s])"),
    "ru": (
        r"\b(?:мне|ему|ей|возраст|исполнилось|дочери|сыну|брату|сестре|мужу|жене|другу|подруге)\s*"
        r"(?:сейчас |уже |только |всего |исполнилось |:|-|—)?\s*{n}\b",
        r"{n}\s*-?\s*летн\w+", r"{n}{years}(?!{work})",
    ),
}  # fmt: skip
_BORN = {
    "en": r"\b(?:born(?: in)?|b\.|year of birth:?|birth year:?)\s*(?:\w+\s+)?{y}",
    "fr": r"\b(?:nee?(?:\s*\(e\))?(?: en| le)?|annee de naissance:?)\s*(?:\d+ )?(?:\w+\s+)?{y}",
    "es": r"\b(?:naci(?:do|da)?(?: en| el)?|ano de nacimiento:?)\s*(?:\w+\s+)?{y}",
    "ar": r"(?:مواليد|ولدت|مولود|مولوده|ميلادي|تاريخ ميلادي)\s*(?:في |سنه |عام |سنه )*{y}",
    "zh": r"{y}\s*年?\s*(?:出)?生|(?:生于|出生于|出生年份)\s*(?:是|为|:|：)?\s*{y2}",
    "ru": r"\b(?:родил\w+|рожден\w*)\s*(?:в\s+)?(?:\w+\s+)?{y}|{y2}\s*(?:года?|г\.?)?\s*рожд",
}
_MONTHS = {
    "en": r"months?\b", "fr": r"mois\b", "es": r"mes(?:es)?\b", "ar": r"(?:اشهر|شهرا|شهور|شهر)", "zh": r"个月",
    "ru": r"мес(?:\.|яц\w*)",
}  # fmt: skip
_WEEKS = {
    "en": r"weeks?\b", "fr": r"semaines?\b", "es": r"semanas?\b", "ar": r"(?:اسابيع|اسبوعا|اسبوع)",
    "zh": r"(?:周(?!岁)|个?星期)", "ru": r"недел\w*",
}  # fmt: skip
# Words that are a number and its unit at once.
_DUALS = {
    "ar": ((r"(?:سنتين|سنتان|عامين|عامان)", "2 سنوات"), (r"(?:شهرين|شهران)", "2 اشهر"), (r"نصف (?:سنه|عام)", "6 اشهر")),
    "ru": ((r"\bполгода\b", "6 месяцев"), (r"\bполтора года\b", "18 месяцев")),
    "en": ((r"\bhalf a year\b", "6 months"), (r"\ba year and a half\b", "18 months")),
    "fr": ((r"\b(?:une )?demi-?\s?annee\b", "6 mois"),),
    "es": ((r"\bmedio ano\b", "6 meses"),),
    "zh": ((r"半年", "6个月"), (r"一年半", "18个月")),
}
_CLAUSE = r"[.,;:!?،；，。？！]"
_BUT = {"en": r"\bbut\b", "fr": r"\bmais\b", "es": r"\bpero\b", "ar": r"لكن", "zh": r"但", "ru": r"\bно\b"}
_NOT = {
    "en": r"\b(?:not|cannot|no|never|without|neither|nor|under|almost|nearly|less than)\b"
    r"|\b(?:do|does|did|ca|wo|have|has|is|are|was)n['’ ]?t\b",
    "fr": r"\b(?:ne|pas|aucune?|sans|jamais|ni|moins de|presque)\b|\bn['’ ]",
    "es": r"\b(?:no|sin|ni|nunca|tampoco|menos de|casi)\b",
    "ar": r"(?:\bلا\b|\bما\b|\bمش\b|\bليس|\bلست\b|\bلم\b|بدون|دون|اقل من|تقريبا|معنديش)",
    "zh": r"(?:不|没|无|未|将近|快要|接近)",
    "ru": r"\b(?:не|нет|без|ни|меньше|менее|почти)\b",
}
# A number between commas, as in 'a nurse, 31, from Kenya'.
_ALONE = r"(?:^|[,;:،，]\s*){n}\s*(?=[,;،，]|$)"
_N, _Y = r"(?<![\d-])(?<!\d[.,])(?P<n>\d{1,2})(?!\d|[.,]\d)", r"(?P<y>(?:19|20)\d\d)(?!\d)"


@cache
def _compiled(pattern: str, language: str) -> re.Pattern[str]:
    filled = pattern.replace("{n}", _N).replace("{years}", _YEARS[language]).replace("{work}", _WORK_AFTER[language])
    return re.compile(filled.replace("{y2}", _Y.replace("<y>", "<y2>")).replace("{y}", _Y))


def _plain_units(text: str, language: str) -> str:
    for words, said in _DUALS[language]:
        text = re.sub(words, said, text)
    return text


def _ages(text: str, language: str, today: dt.date) -> tuple[int, int] | None:
    born = _compiled(_BORN[language], language).search(text)
    if born:
        found = born.groupdict()
        return _ages_of(int(found.get("y") or found["y2"]), today)
    for pattern in (*_AGE[language], _ALONE):
        for match in _compiled(pattern, language).finditer(text):
            at = int(match["n"])
            before = text[: match.start("n")]
            # 'He has worked for 12 years' is not how old he is.
            if YOUNGEST <= at <= OLDEST and not _works(before, language) and not _negated(before, language):
                return at, at
    return None


def _works(before: str, language: str) -> bool:
    """Whether a word of work stands before a number, and belongs to no other number in front of it."""
    found = re.search(_WORK_BEFORE[language], before)
    return found is not None and not re.search(r"\d", re.split(_CLAUSE, before[: found.start()])[-1])


def _negated(before: str, language: str) -> bool:
    """Whether what follows is denied, or not reached: 'I have no', 'less than'."""
    clause = re.split(_CLAUSE, before)[-1]
    return bool(re.search(_NOT[language], re.split(_BUT[language], clause)[-1][-40:]))


def _ages_of(number: int, today: dt.date) -> tuple[int, int] | None:
    """The ages that somebody may have who gives an age or the year of birth."""
    if YOUNGEST <= number <= OLDEST:
        return number, number
    oldest = today.year - number
    return (oldest - 1, oldest) if YOUNGEST < oldest <= OLDEST else None


def _experience(text: str, language: str) -> float | None:
    """Years of work; the longest that is named."""
    found = []
    for unit, months in ((_YEARS[language], 12), (r"\s*" + _MONTHS[language], 1)):
        for match in _compiled(r"{n}" + unit, language).finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            worked = re.match(_WORK_AFTER[language], after) or _works(before, language)
            if worked and not _negated(before, language):
                found.append(int(match["n"]) * months / 12)
    if found:
        return max(found)
    return 0.0 if _words_in("experience", text, language) else None


def _weeks(text: str, language: str) -> float | None:
    """How long somebody would serve: months or weeks that are not experience."""
    for unit, weeks in ((_MONTHS[language], WEEKS_A_MONTH), (_WEEKS[language], 1.0)):
        for match in _compiled(r"{n}\s*-?\s*" + unit, language).finditer(text):
            worked = re.match(_WORK_AFTER[language], text[match.end() :])
            if not worked and not _works(text[: match.start()], language):
                return int(match["n"]) * weeks
    return None


def _education(text: str, language: str, studying: bool) -> str:
    """The highest level that is named; of somebody who still studies the one below, which is there already."""
    found = [LEVELS.index(key) for key in _words_in("education", text, language)]
    if not found:
        return ""
    level = max(found)
    if not studying:
        return LEVELS[level]
    return {"doctorate": "master", "master": "bachelor", "bachelor": "secondary"}.get(LEVELS[level], LEVELS[level])


# --- countries and languages ------------------------------------------------------------------------------------------

# What stands before a country that somebody lives in, comes from, would serve in; folded words with single blanks.
_LIVES = {
    "en": r"\b(?:liv(?:e|es|ing)|based|resid\w+|settled|stay(?:ing)?|camp|refugees?|exile)(?: \w+){0,3} "
    r"(?:in|of)(?: the)?$",
    "fr": r"\b(?:habit\w+|vi[st]|vivant|resid\w+|demeur\w+|install\w+|refugie\w*|domicili\w+)"
    r"(?: (?!viens|suis|est|originaire)\w+){0,3} "
    r"(?:au|aux|en|a|dans|du|de|des|d)(?: l| le| la)?$",
    "es": r"\b(?:viv\w+|resid\w+|radic\w+|refugiad\w+|establecid\w+)"
    r"(?: (?!soy|vengo|es)\w+){0,4} (?:en|de|del)(?: el| la| los)?$",
    "ar": r"(?:مقيم|مقيمه|اقيم|اعيش|عايش|عايشه|ساكن|ساكنه|اسكن|لاجي|لاجيه|لاجيا)(?: \w+){0,2} في$",
    "zh": r"(?:住在|居住在|居住于|生活在|定居|在)$",
    "ru": r"\b(?:жив\w+|прожива\w+|нахожусь|беженец|беженка)(?: \w+){0,2} (?:в|на)$",
}
_COMES = {
    "en": r"\b(?:from|citizens?(?:hip)? of|nationals? of|nationality(?: is)?|passport(?: of)?|hail from)(?: the)?$"
    r"|\b(?:am|m|im|being)(?: an?)?$",
    "fr": r"\b(?:viens|vient|venant|originaire|ressortissante?|citoyenn?e?|nationalite|passeport|suis)"
    r"(?: (?:de|du|des|d|est))?(?: la| l)?$",
    "es": r"\b(?:soy|es|vengo|viene|originari[oa]|ciudadan[oa]|nacional|nacionalidad|pasaporte)"
    r"(?: (?:de|del|es))?(?: la| el| los)?$",
    "ar": r"(?:من|جنسيتي|جنسيه|مواطن|مواطنه|جواز|جوازي|انا|اني)$",
    "zh": r"(?:来自|国籍是|国籍|我是|本人是|从|持有?)$",
    "ru": r"\b(?:из|гражданин|гражданка|гражданство|паспорт|родом из|приехал\w* из|я)$",
}
_SERVES = {
    "en": r"\b(?:in|to|for|at|inside)(?: the)?$", "fr": r"\b(?:au|aux|en|a|vers|dans|pour)(?: l| le| la)?$",
    "es": r"\b(?:en|a|para|hacia|al)(?: el| la| los)?$", "ar": r"(?:في|الي|ب|ل|داخل|لدي)$",
    "zh": r"(?:去|到|赴|前往|想在)$", "ru": r"\b(?:в|на|для)$",
}  # fmt: skip
_HAN_LIVES = re.compile(r"^(?:居住|生活|定居|住|工作和生活)")
_HAN_COMES = re.compile(r"^(?:人|籍|国籍|公民|国民|护照)")
# Arabic writes 'in' on the country itself.
_ARABIC_IN = re.compile(r"^[وف]?[بل](?=\w{3})")
_SPEAKS = {
    "en": r"\b(?:sp[eo]\w*k\w*|fluent|know|languages?|bilingual|understand|write|read|proficient|tongue|native)\b",
    "fr": r"\b(?:parl\w*|langues?|maitris\w*|ecri\w*|bilingue|couramment|comprends|pratique)\b",
    "es": r"\b(?:habl\w*|idiomas?|domin\w*|fluid\w*|bilingue|entiendo|escribo|manejo)\b",
    "ar": r"(?:[ايت]تكلم\w*|[ايت]تحدث\w*|بتكلم|بحكي|احكي|اجيد|اتقن|لغه|لغات|لغتي|اللغه)",
    "zh": r"(?:会|说|讲|懂|语言|流利|精通|掌握|母语)",
    "ru": r"(?:говор\w*|влад\w*|язык\w*|знаю|свободно|родной|понимаю)",
}


# What says that somebody is French, and not that they speak it.
_AM = re.compile(r"(?:\bam|\bm|\bsuis|\bsoy|\bis|\best|\bes|انا)$")


def _around(text: str, mention: Mention, language: str) -> tuple[str, str]:
    """The folded words before and after a mention."""
    words = [fold(word) for word in words_of(text)]
    joint = "" if language == "zh" else " "
    return joint.join(words[: mention.start]), joint.join(words[mention.end :])


def _countries(text: str, language: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, str]:
    """Nationality, residence and the country of service, by the words around each country; the first of each counts."""
    found: dict[str, str] = {}
    spoken = [x for x in mentions if x.kind == "language" and is_spoken(text, x, language)]
    for mention in mentions:
        if (
            mention.kind == "country"
            and not _denied(text, mention, language)
            and not any(x.start < mention.end and mention.start < x.end for x in spoken)
        ):
            found.setdefault(_role(text, mention, language, gazetteer), mention.key)
    return found


def _role(text: str, mention: Mention, language: str, gazetteer: Gazetteer) -> str:
    """Which fact a country tells."""
    before, after = _around(text, mention, language)
    inside = language == "ar" and _has_particle(mention, gazetteer)
    if inside:
        before += " في"
    if language == "zh" and _HAN_COMES.search(after):
        return "nationality"
    if re.search(_LIVES[language], before):
        # 在 alone does not say that somebody lives there.
        bare = language == "zh" and not re.search(r"(?:住|住在|居住于|生活在|定居)$", before)
        return "country" if bare and not _HAN_LIVES.search(after) else "residence"
    if re.search(_COMES[language], before):
        return "nationality"
    return "country" if re.search(_SERVES[language], before) else BARE


def _has_particle(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether an Arabic 'in' or 'to' is written on the name: it is known without it too (Lebanon is not)."""
    word = _ARABIC_IN.sub("", fold(mention.text))
    same = gazetteer.find(word, "ar", {"country"}) if word != fold(mention.text) else []
    return any(x.key == mention.key and not x.fuzzy for x in same)


def _languages(text: str, language: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    keys = (x.key for x in mentions if x.kind == "language" and is_spoken(text, x, language))
    return tuple(dict.fromkeys(keys))


def _denied(text: str, mention: Mention, language: str) -> bool:
    """Whether a thing is named only to be denied: 'I do not speak French'."""
    folded = fold(text)
    found = re.search(_spelling(mention, language), folded)
    return found is not None and _negated(folded[: found.start()], language)


def is_spoken(text: str, mention: Mention, language: str) -> bool:
    """Whether a word of speaking stands near a language: 'I am French' tells of none."""
    before, after = _around(text, mention, language)
    if _AM.search(before) or _denied(text, mention, language):
        return False
    speaks = re.compile(_SPEAKS[language])
    return bool(speaks.search(before[-60:]) or speaks.search(fold(mention.text)) or speaks.match(after))

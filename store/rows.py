"""What each data file holds, line by line; docs/profiles.md shows the files with examples."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from store.datafile import Row


def _semicolons(value: object) -> object:
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


def _members(value: object) -> object:
    if not isinstance(value, str):
        return value
    pairs = [part.split("=", 1) for part in value.split(";") if part.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("expected 'dimension=key' pairs joined by '; '")
    return {dimension.strip(): key.strip() for dimension, key in pairs}


Keys = Annotated[list[str], BeforeValidator(_semicolons)]
Members = Annotated[dict[str, str], BeforeValidator(_members)]
Confidence = Literal["high", "medium", "low"]


class CountryRow(Row):
    """countries.csv: ISO 3166-1 alpha-2 ``key``, its ``subregion``; the languages' cells hold other names only."""

    key: str = Field(pattern="^[A-Z]{2}$")
    subregion: str


class RegionRow(Row):
    """subregions.csv: ``key`` and the ``region`` it is part of."""

    key: str
    region: str = ""


class RegionMemberRow(Row):
    """region_members.csv: a ``country`` of a ``region`` that cuts across subregions."""

    region: str
    country: str


class KeyRow(Row):
    """languages.csv, fields.csv: a ``key`` and names."""

    key: str


class NumberWordRow(Row):
    """number_words.csv: a ``number``; the languages' cells hold words that may stand for it."""

    number: float


class SourceRow(Row):
    """sources.csv: a document or page. ``as_of`` is its date or year."""

    key: str
    title: str = Field(min_length=1)
    url: str = Field("", pattern="^(https?://.*)?$")
    as_of: str = ""
    language: str = ""
    note: str = ""


class HostRow(Row):
    """hosts.csv: an entity; ``paragraph`` lists where the main report names it."""

    key: str
    kind: str
    paragraph: str = ""


class CityRow(Row):
    """cities.csv: a duty station as assignments write it, the ``country`` it is in, and its names."""

    key: str
    country: str


class RoleRow(Row):
    """roles.csv: an occupation. All but ``key`` and ``field`` tell the demonstration generator what is plausible."""

    key: str
    field: str
    education: Literal["", "secondary", "technical", "bachelor", "master"] = ""
    experience_years: int = Field(0, ge=0, le=40)
    modalities: Keys = []
    hosts: Keys = []
    sdg: int | None = Field(None, ge=1, le=17)
    skills: Keys = []
    common: Literal["", "yes"] = ""


class ModalityRow(Row):
    """modalities.csv: a kind of volunteer service."""

    key: str
    parent: str = ""
    place: Literal["onsite", "online"]
    scope: Literal["national", "international", "both"]


class ExampleQuestionRow(Row):
    """questions.csv: a question as people type it, and the metric, list, indicator or modality that it is about."""

    kind: Literal["metric", "list", "indicator", "modality"]
    key: str
    language: str
    text: str = Field(min_length=2)


class CheckQuestionRow(Row):
    """check_questions.csv: a question as people type it and the article that should answer it; no example of any."""

    language: str
    text: str = Field(min_length=2)
    article: str


class ModalitySummaryRow(Row):
    """modality_summaries.csv: what it is and for whom, in one language."""

    modality: str
    language: str
    text: str = Field(min_length=20)


class ModalityRuleRow(Row):
    """modality_rules.csv: one condition, its date and how sure the source is."""

    modality: str
    rule: str
    value: str = Field(min_length=1)
    unit: str = ""
    as_of: str = Field(min_length=1, max_length=10)
    confidence: Confidence
    source_title: str
    source_url: str = ""
    note: str = ""


class WordRow(Row):
    """words.csv, fact_words.csv: a word that steers a question (colour/green), or tells a fact (status/student)."""

    kind: str
    key: str


class MetricRow(Row):
    """metrics.csv: something that is counted, in ``unit``."""

    key: str
    unit: str
    group: str = ""


class DimensionRow(Row):
    """dimensions.csv: a member of a dimension (gender/women)."""

    dimension: str
    key: str


class PartRow(Row):
    """parts.csv: a ``member`` of a dimension that is part of a ``whole``; only parts of the same whole are compared.

    The whole is another member, or a name for a division of its own (kinds of volunteers, beside their origin).
    """

    dimension: str
    member: str
    whole: str = Field(min_length=1)


class StatisticRow(Row):
    """statistics.csv: one figure. ``members`` such as ``host=unicef; gender=women``; empty means the total.

    ``parts_sum``: what the parts that the source gives add up to, where that is another number.
    """

    metric: str
    year: int = Field(ge=1900, le=2100)
    base_year: int | None = Field(None, ge=1900, le=2100)
    members: Members = {}
    measure: Literal["level", "share", "change"]
    value: float
    unit: str
    qualifier: Literal[
        "",
        "about",
        "more_than",
        "less_than",
        "nearly",
        "at_least",
        "rough",
        "rounded",
        "interim",
        "announced",
        "agreed",
    ] = ""
    paragraph: str = ""
    source: str
    parts_sum: float | None = None
    note: str = ""


class IndicatorRow(Row):
    """indicators.csv: a line of a results table; ``score`` in percent."""

    key: str
    level: Literal["outcome", "output"]
    year: int
    target: float
    result: float
    unit: str
    score: int
    colour: Literal["green", "yellow", "red", "grey"]
    paragraph: str
    source: str


class ListNameRow(Row):
    """list_names.csv: an enumeration and the metric that counts it."""

    list: str
    metric: str = ""


class ListRow(Row):
    """lists.csv: one member of an enumeration."""

    list: str
    year: int
    dimension: str
    member: str
    paragraph: str = ""
    source: str


class PlaceRow(Row):
    """demo_places.csv: a duty station the generator may use, with the entities plausible there."""

    country: str
    city: str
    family: Literal["yes", "no"]
    hosts: Keys
    regions: str = ""


class TermRow(Row):
    """demo_terms.csv: the months that assignments of a modality last, and whether they ask for experience."""

    modality: str
    months: Keys = []
    experience: Literal["yes", "no"] = "yes"


class TaskRow(Row):
    """demo_tasks.csv: typical tasks of a role, joined by '|'."""

    role: str
    en: str


class PersonRow(Row):
    """demo_people.csv: a given name and a family name, which are put together at random."""

    given: str
    family: str


def _day(value: object) -> object:
    """An ISO date; of a moment, its day."""
    return dt.date.fromisoformat(value.partition("T")[0].strip()) if isinstance(value, str) else value


def _bars(value: object) -> object:
    return [part.strip() for part in value.split("|") if part.strip()] if isinstance(value, str) else value


Day = Annotated[dt.date, BeforeValidator(_day)]
Sentences = Annotated[list[str], BeforeValidator(_bars)]


class AssignmentRow(Row):
    """A published assignment as it is imported; role, host, modality, country and languages by key or by name."""

    reference: str = Field(pattern=r"^\S+$", max_length=40)
    title: str = Field(min_length=1, max_length=200)
    role: str = Field(min_length=1)
    host: str = Field(min_length=1)
    modality: str = Field(min_length=1)
    scope: Literal["", "national", "international"] = ""
    country: str = ""
    city: str = Field("", max_length=80)
    duration_months: int = Field(ge=1, le=120)
    start: Day
    closes: Day
    languages: Keys = Field(min_length=1)
    family_duty_station: bool = False
    open_to_disability: bool = False
    sdg: int | None = Field(None, ge=1, le=17)
    education: Literal["", "secondary", "technical", "bachelor", "master"] = ""
    experience_years: int = Field(0, ge=0, le=40)
    skills: Keys = []
    tasks: Sentences = []
    apply_url: str = Field("", pattern=r"^(https?://\S+)?$", max_length=300)


class ArticleSource(BaseModel):
    """Where an article's facts were seen. ``paragraph`` where the source numbers them."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(min_length=1)
    url: str = Field("", pattern="^(https?://.*)?$")
    paragraph: str = ""


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _date(value: str) -> str:
    dt.date.fromisoformat(f"{value}-01-01"[: len("2026-01-31")])
    return value


DateText = Annotated[str, BeforeValidator(_text), Field(pattern=r"^\d{4}(-\d\d)?(-\d\d)?$"), AfterValidator(_date)]


class ArticleTranslationFile(BaseModel):
    """knowledge/LANGUAGE/ID.md: an article's words in one language."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    title: str = Field(min_length=2, max_length=300)
    questions: list[str] = Field(min_length=3)
    body: str = Field(min_length=20)

    @field_validator("questions")
    @classmethod
    def _different(cls, value: list[str]) -> list[str]:
        folded = [question.casefold() for question in value]
        twice = sorted({question for question in folded if folded.count(question) > 1})
        if twice:
            raise ValueError(f"the same question twice: {twice}")
        return value


class ArticleFile(ArticleTranslationFile):
    """The same in the profile's first language, with what holds for all languages."""

    topic: str = Field(min_length=1, max_length=40)
    audience: list[str] = Field(min_length=1)
    sources: list[ArticleSource] = Field(min_length=1)
    as_of: DateText
    review: DateText
    confidence: Confidence
    # False: the article says that nothing confirmed is known of exactly this, and where to look.
    answered: bool = True

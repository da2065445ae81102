"""A profile: everything that names one organisation, in one folder (``profiles/NAME/``).

``profile.yml`` holds what is neither text nor table: languages, contacts, opening hours, queues. Texts are in
``texts/LANGUAGE/*.ftl``, tables in ``data/*.csv``, articles in ``knowledge/LANGUAGE/*.md``. The code knows none of it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from texts.catalogue import Catalogue
from texts.language import SUPPORTED, preferred

ROOT = Path(__file__).parent.parent / "profiles"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class ProfileError(ValueError):
    """A profile cannot be used: which file, what is wrong with it, what to do."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contacts(_Strict):
    """Where people reach the organisation outside the chat."""

    website: str
    support: str
    privacy: str


def _clock(value: object) -> object:
    return dt.time.fromisoformat(value) if isinstance(value, str) else value


Clock = Annotated[dt.time, BeforeValidator(_clock)]


class Hours(_Strict):
    """When staff answer: per weekday from and to, in ``timezone``; never on ``holidays``."""

    timezone: str
    open: dict[str, tuple[Clock, Clock]]
    holidays: list[dt.date] = []

    @field_validator("open")
    @classmethod
    def _weekdays(cls, value: dict[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(value) - set(WEEKDAYS))
        if unknown:
            raise ValueError(f"not a weekday: {unknown}; weekdays are {', '.join(WEEKDAYS)}")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError(f"there is no time zone {value!r}; it is written like Europe/Berlin") from error
        return value

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether staff answer at ``moment`` (with zone)."""
        local = moment.astimezone(ZoneInfo(self.timezone))
        if local.date() in self.holidays:
            return False
        span = self.open.get(WEEKDAYS[local.weekday()])
        return span is not None and span[0] <= local.time() < span[1]

    def next_opening(self, moment: dt.datetime) -> dt.datetime | None:
        """The next moment at which staff begin to answer, or None when there is none within a month."""
        zone = ZoneInfo(self.timezone)
        local = moment.astimezone(zone)
        for ahead in range(32):
            day = local.date() + dt.timedelta(days=ahead)
            span = self.open.get(WEEKDAYS[day.weekday()])
            if span is None or day in self.holidays:
                continue
            opening = dt.datetime.combine(day, span[0], zone)
            if opening > local:
                return opening
        return None


class Promise(_Strict):
    """Until when a request of a queue is answered first, and solved: minutes of opening hours."""

    answer: int = Field(gt=0)
    solution: int = Field(gt=0)


class Alarm(_Strict):
    """When a queue is told outside the console that nobody has claimed a request: minutes of opening hours.

    For reports of harm they are minutes of the clock. ``after`` this time the queue's members are told, or its address
    ``email``; ``supervisors`` minutes later supervisors too; and then ``again`` at this interval.
    """

    after: int = Field(0, ge=0)
    email: str = Field("", pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")
    supervisors: int | None = Field(None, gt=0)
    again: int | None = Field(None, gt=0)


class Profile(_Strict):
    """One organisation's settings. ``languages`` begins with the one its texts are written in first."""

    name: str
    languages: tuple[str, ...]
    demonstration: bool
    contacts: Contacts
    hours: Hours
    queues: tuple[str, ...]
    promises: dict[str, Promise] = {}
    alarms: dict[str, Alarm] = {}
    retention_days: int

    @field_validator("languages")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [language for language in value if language not in SUPPORTED]
        if unknown or not value:
            raise ValueError(f"languages {unknown or value} are not among {', '.join(SUPPORTED)}")
        return value

    @field_validator("queues")
    @classmethod
    def _general(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if "general" not in value:
            raise ValueError("there must be a queue 'general': it takes what has no queue of its own")
        return value

    @model_validator(mode="after")
    def _promised(self) -> Profile:
        for line, names in (("promises", set(self.promises)), ("alarms", set(self.alarms))):
            unknown = sorted(names - set(self.queues))
            if unknown:
                raise ValueError(f"{line} for queues {unknown} that are not among {', '.join(self.queues)}")
        return self

    @property
    def folder(self) -> Path:
        """Where the profile's files are."""
        return ROOT / self.name if "/" not in self.name else Path(self.name)

    @property
    def has_figures(self) -> bool:
        """Whether anything is counted here; else no page of figures is offered."""
        return (self.folder / "data" / "metrics.csv").is_file()

    @property
    def default_language(self) -> str:
        """The language the organisation writes first."""
        return self.languages[0]

    def queue(self, wanted: str) -> str:
        """The queue ``wanted``, or ``general`` where the organisation has none of that name."""
        return wanted if wanted in self.queues else "general"

    def language(self, wanted: str | None) -> str:
        """The profile's language for ``wanted``: a tag such as ``fr-CA`` or a whole Accept-Language header."""
        return preferred(wanted or "", self.languages) or self.default_language

    def catalogue(self) -> Catalogue:
        """The texts of the service with the profile's own on top."""
        return Catalogue(self.languages, self.folder / "texts")


def load_profile(name: str) -> Profile:
    """Read ``profiles/NAME/profile.yml`` (or a folder given as a path). Raises ``ProfileError``."""
    folder = Path(name) if "/" in name else ROOT / name
    path = folder / "profile.yml"
    if not path.is_file():
        known = ", ".join(sorted(p.parent.name for p in ROOT.glob("*/profile.yml")))
        raise ProfileError(f"no profile {name!r}: {path} is missing (there are: {known}; `desk init NAME` writes one)")
    try:
        return Profile.model_validate({**yaml.safe_load(path.read_text(encoding="utf-8")), "name": name})
    except (ValidationError, yaml.YAMLError) as error:
        raise ProfileError(f"{path}: {error}") from error

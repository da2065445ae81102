"""Published assignments and what they are searched by."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base


class Field(Base):
    """A field of work (health, logistics). Its names are rows of ``names`` (kind field)."""

    __tablename__ = "fields"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)


class Role(Base):
    """An occupation assignments are published for. Its titles are rows of ``names`` (kind role)."""

    __tablename__ = "roles"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    field: Mapped[str] = mapped_column(ForeignKey("fields.key"))


class Assignment(Base):
    """A published place for a volunteer. ``origin`` is the source it was imported from, empty for demonstration.

    Whoever writes it writes its row of ``assignment_searches`` too.
    """

    __tablename__ = "assignments"
    reference: Mapped[str] = mapped_column(String(40), primary_key=True)
    role: Mapped[str] = mapped_column(ForeignKey("roles.key"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    field: Mapped[str] = mapped_column(String(40), index=True)
    host: Mapped[str] = mapped_column(ForeignKey("hosts.key"), index=True)
    modality: Mapped[str] = mapped_column(ForeignKey("modalities.key"), index=True)
    scope: Mapped[str] = mapped_column(String(20))
    country: Mapped[str] = mapped_column(String(2), default="", index=True)
    city: Mapped[str] = mapped_column(String(80), default="")
    online: Mapped[bool] = mapped_column(default=False)
    duration_months: Mapped[int]
    start: Mapped[dt.date]
    closes: Mapped[dt.date] = mapped_column(index=True)
    family_duty_station: Mapped[bool] = mapped_column(default=False)
    open_to_disability: Mapped[bool] = mapped_column(default=False)
    sdg: Mapped[int | None]
    education: Mapped[str] = mapped_column(String(20), default="")
    experience_years: Mapped[int] = mapped_column(default=0)
    skills: Mapped[list[str]]
    tasks: Mapped[list[str]]
    apply_url: Mapped[str] = mapped_column(String(300), default="")
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)
    origin: Mapped[str] = mapped_column(String(200), default="", server_default="", index=True)
    languages: Mapped[list[AssignmentLanguage]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class AssignmentLanguage(Base):
    """A working language an assignment asks for (ISO 639-1)."""

    __tablename__ = "assignment_languages"
    reference: Mapped[str] = mapped_column(ForeignKey("assignments.reference"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True, index=True)


class FeedPage(Base):
    """A page of a feed of assignments as it was last read, for conditional requests; ``position`` counts from 0."""

    __tablename__ = "feed_pages"
    origin: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    etag: Mapped[str] = mapped_column(Text, default="")
    last_modified: Mapped[str] = mapped_column(Text, default="")


# What a search asks for besides the place it begins at, in the order of the indexes.
_SEARCHED = (
    "closes", "reference", "country", "role", "field", "host", "modality", "scope", "city", "online", "duration_months",
    "start", "family_duty_station", "open_to_disability", "sdg", "spoken",
)  # fmt: skip


class AssignmentSearch(Base):
    """What an assignment is searched by, on one row (``store.full_text.search_row`` makes it).

    ``title`` and ``body`` are the terms (``texts.terms``) of its title and of its tasks and skills, which the databases
    index by themselves (``store.full_text``); ``spoken`` its languages with a blank around each. ``id`` is a stable
    number made of the reference. Every index holds all that is searched by, so that one of them answers alone.
    """

    __tablename__ = "assignment_searches"
    __table_args__ = (
        Index("ix_assignment_searches_closes", *_SEARCHED),
        *(
            Index(f"ix_assignment_searches_{first}", first, *(name for name in _SEARCHED if name != first))
            for first in ("country", "role", "host", "city")
        ),
    )
    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )  # fmt: skip
    reference: Mapped[str] = mapped_column(ForeignKey("assignments.reference"), unique=True)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(80))
    field: Mapped[str] = mapped_column(String(40))
    host: Mapped[str] = mapped_column(String(80))
    modality: Mapped[str] = mapped_column(String(40))
    scope: Mapped[str] = mapped_column(String(20))
    country: Mapped[str] = mapped_column(String(2))
    city: Mapped[str] = mapped_column(String(80))
    online: Mapped[bool]
    duration_months: Mapped[int]
    start: Mapped[dt.date]
    closes: Mapped[dt.date]
    family_duty_station: Mapped[bool]
    open_to_disability: Mapped[bool]
    sdg: Mapped[int | None]
    spoken: Mapped[str] = mapped_column(String(80))

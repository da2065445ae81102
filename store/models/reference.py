"""What is loaded from a profile's files and named everywhere: names, sources, hosts, countries, kinds of service."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Name(Base):
    """A name by which something is shown (position 0) or recognised (all), in one language.

    ``kind`` and ``key`` say what is named: ``host``/``wfp``, ``country``/``KE``, ``metric``/``un_volunteers``.
    ``exact`` names match only in their own capitals (WHO, because of the word 'who').
    """

    __tablename__ = "names"
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(300))
    exact: Mapped[bool] = mapped_column(default=False)


class ExampleQuestion(Base):
    """A question as people type it, and what it is about: ``kind`` metric, indicator or modality, and its ``key``.

    Articles have their own (``article_texts``).
    """

    __tablename__ = "example_questions"
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class Source(Base):
    """A document or page that figures come from."""

    __tablename__ = "sources"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str] = mapped_column(String(500), default="")
    as_of: Mapped[str] = mapped_column(String(10), default="")
    language: Mapped[str] = mapped_column(String(8), default="")
    note: Mapped[str] = mapped_column(String(500), default="")


class Host(Base):
    """An entity that hosts volunteers. ``paragraph`` lists the paragraphs of the profile's main report that name it."""

    __tablename__ = "hosts"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    paragraph: Mapped[str] = mapped_column(String(80), default="")


class Country(Base):
    """A country by ISO 3166-1 alpha-2 code, with the subregion it lies in. Display names come from CLDR."""

    __tablename__ = "countries"
    key: Mapped[str] = mapped_column(String(2), primary_key=True)
    subregion: Mapped[str] = mapped_column(String(40))


class Region(Base):
    """A region or subregion; ``parent`` is the region it belongs to, empty for the widest."""

    __tablename__ = "regions"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    parent: Mapped[str] = mapped_column(String(40), default="")


class RegionMember(Base):
    """Membership of a country in a region that cuts across subregions (Sahel, Arab States)."""

    __tablename__ = "region_members"
    region: Mapped[str] = mapped_column(String(40), primary_key=True)
    country: Mapped[str] = mapped_column(String(2), primary_key=True)


class Modality(Base):
    """A kind of volunteer service. ``place`` is onsite or online; ``scope`` national, international or both."""

    __tablename__ = "modalities"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    parent: Mapped[str] = mapped_column(String(40), default="")
    place: Mapped[str] = mapped_column(String(10))
    scope: Mapped[str] = mapped_column(String(20))
    position: Mapped[int] = mapped_column(default=0)


class ModalitySummary(Base):
    """What a modality is and for whom, in one language."""

    __tablename__ = "modality_summaries"
    modality: Mapped[str] = mapped_column(ForeignKey("modalities.key"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class ModalityRule(Base):
    """One condition of eligibility or duration (``rule`` such as min_age), with its source and date."""

    __tablename__ = "modality_rules"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    modality: Mapped[str] = mapped_column(ForeignKey("modalities.key"), index=True)
    rule: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(40), default="")
    as_of: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[str] = mapped_column(String(10))
    source_title: Mapped[str] = mapped_column(String(300))
    source_url: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(String(300), default="")
    position: Mapped[int] = mapped_column(default=0)

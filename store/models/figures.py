"""Figures, indicators and lists, with where they stand in their source."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.base import Base


class Metric(Base):
    """Something that is counted: volunteers, months, dollars. Its names are rows of ``names`` (kind metric).

    The one at position 0 is the headline: what a question means that names no metric.
    """

    __tablename__ = "metrics"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    unit: Mapped[str] = mapped_column(String(40))
    grouping: Mapped[str] = mapped_column(String(40), default="")
    position: Mapped[int] = mapped_column(default=0)


class Statistic(Base):
    """One figure: a metric in a year for some members, with its unit, qualifier and the paragraph it stands in.

    ``measure`` is level, share (percent of the metric's total) or change (against ``base_year``). ``parts_sum`` is what
    the parts that the source gives add up to, where that is another number. ``origin`` is profile (its files) or import
    (``store.importing``); a load of the one leaves the rows of the other alone.
    """

    __tablename__ = "statistics"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    metric: Mapped[str] = mapped_column(ForeignKey("metrics.key"), index=True)
    year: Mapped[int]
    base_year: Mapped[int | None]
    measure: Mapped[str] = mapped_column(String(10))
    value: Mapped[float]
    unit: Mapped[str] = mapped_column(String(40))
    qualifier: Mapped[str] = mapped_column(String(60), default="")
    paragraph: Mapped[str] = mapped_column(String(60), default="")
    source: Mapped[str] = mapped_column(ForeignKey("sources.key"))
    parts_sum: Mapped[float | None]
    note: Mapped[str] = mapped_column(String(500), default="")
    origin: Mapped[str] = mapped_column(String(10), default="profile", server_default="profile")
    members: Mapped[list[StatisticMember]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class StatisticMember(Base):
    """What a figure is about along one dimension: host=unicef, country=SS, gender=women."""

    __tablename__ = "statistic_members"
    statistic_id: Mapped[int] = mapped_column(ForeignKey("statistics.id"), primary_key=True)
    dimension: Mapped[str] = mapped_column(String(40), primary_key=True)
    member: Mapped[str] = mapped_column(String(80), index=True)


class Part(Base):
    """A member that is part of another one (a mission, of the missions; community volunteers, of national ones)."""

    __tablename__ = "parts"
    dimension: Mapped[str] = mapped_column(String(40), primary_key=True)
    member: Mapped[str] = mapped_column(String(80), primary_key=True)
    whole: Mapped[str] = mapped_column(String(80))


class Indicator(Base):
    """An indicator of a results framework: target, result, score in percent and traffic-light colour."""

    __tablename__ = "indicators"
    key: Mapped[str] = mapped_column(String(20), primary_key=True)
    level: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    target: Mapped[float]
    result: Mapped[float]
    unit: Mapped[str] = mapped_column(String(40))
    score: Mapped[int]
    colour: Mapped[str] = mapped_column(String(10))
    paragraph: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(ForeignKey("sources.key"))


class ListEntry(Base):
    """A member of an enumeration in a source: the countries that were new in 2019, the donors of a fund.

    ``position`` is its place there, from 0.
    """

    __tablename__ = "list_entries"
    list: Mapped[str] = mapped_column(String(80), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    dimension: Mapped[str] = mapped_column(String(40), primary_key=True)
    member: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    metric: Mapped[str] = mapped_column(String(80), default="")
    paragraph: Mapped[str] = mapped_column(String(60), default="")
    source: Mapped[str] = mapped_column(ForeignKey("sources.key"))

"""Tables of the store.

Everything a person can read and correct comes from a profile's data files (``profiles/NAME/``) and is loaded by
``store.load``; articles are edited in the console too; conversations, tickets and staff are written by the desk alone.
Texts in several languages are rows, not columns, so that another language is data.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, ForeignKeyConstraint, Index, Integer, String, Text, true
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import DateTime, TypeDecorator


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002 - fixed
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002 - fixed
        return None if value is None else value.replace(tzinfo=dt.UTC)


def now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)


class Base(DeclarativeBase):
    """Common base: how Python types become column types."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dt.datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        list[str]: JSON,
    }


# --- what is loaded from data files -----------------------------------------------------------------------------------


class Revision(Base):
    """A counter that moves whenever a body of data changes; readers compare it to keep their indexes fresh."""

    __tablename__ = "revisions"
    area: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


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


class Article(Base):
    """An approved answer to one question people ask. Its words are in ``article_texts``, one row a language.

    ``status`` is published, withdrawn or draft (never published yet); ``confidence`` high, medium or low, as the
    sources deserve. ``answered`` is false where the text says that nothing confirmed is known of exactly this, and
    where to look.
    """

    __tablename__ = "articles"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    topic: Mapped[str] = mapped_column(String(40))
    audience: Mapped[list[str]]
    sources: Mapped[list[Any]]
    as_of: Mapped[str] = mapped_column(String(10))
    review: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[str] = mapped_column(String(10))
    answered: Mapped[bool] = mapped_column(default=True, server_default=true())
    status: Mapped[str] = mapped_column(String(20), default="published")
    texts: Mapped[list[ArticleText]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class ArticleText(Base):
    """An article in one language: title, body (safe Markdown) and the questions people type for it."""

    __tablename__ = "article_texts"
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    questions: Mapped[list[str]]
    version: Mapped[int] = mapped_column(default=1)


class ArticleVersion(Base):
    """One wording of an article in one language, and who wrote and approved it: the article's history.

    ``state`` is draft, proposed, approved, published (at most one of a language), replaced, withdrawn or discarded.
    ``facts`` is what holds for all languages (``store.articles.FACTS``), with the original; None for a translation.
    ``of_original`` is the original's version that a translation was made from, ``base`` the published version that a
    draft began from. ``edit`` counts changes, so that two editors cannot overwrite each other.
    """

    __tablename__ = "article_versions"
    article_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(10), index=True)
    title: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    questions: Mapped[list[str]]
    facts: Mapped[dict[str, Any] | None]
    of_original: Mapped[int | None]
    base: Mapped[int] = mapped_column(default=0)
    edit: Mapped[int] = mapped_column(default=0)
    authors: Mapped[list[str]]
    approver: Mapped[str | None] = mapped_column(String(80))
    at: Mapped[dt.datetime] = mapped_column(default=now)


class ArticleFile(Base):
    """What an article's file said when it was last loaded or written, as a digest: tells which side has changed."""

    __tablename__ = "article_files"
    article_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))


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


class Candidate(Base):
    """Somebody who has applied. ``email`` is in lower case: who reads what is sent there proves to be this person."""

    __tablename__ = "candidates"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    phone: Mapped[str] = mapped_column(String(20), default="")
    language: Mapped[str] = mapped_column(String(8))
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)


class Application(Base):
    """A candidate's application for one assignment; what it is for stays known when the assignment is gone.

    ``status`` is one of ``store.applications.STATUSES``, the last of its ``steps``.
    """

    __tablename__ = "applications"
    reference: Mapped[str] = mapped_column(String(20), primary_key=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    assignment: Mapped[str] = mapped_column(String(40), default="")
    role: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    country: Mapped[str] = mapped_column(String(2), default="")
    status: Mapped[str] = mapped_column(String(20))
    steps: Mapped[list[ApplicationStep]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="ApplicationStep.position", passive_deletes=True
    )


class ApplicationStep(Base):
    """One status in an application's history; ``left_at`` is None for the present one."""

    __tablename__ = "application_steps"
    __table_args__ = (Index("ix_application_steps_left", "status", "left_at"),)
    reference: Mapped[str] = mapped_column(ForeignKey("applications.reference", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(String(20))
    entered_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]


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


# --- what the desk writes ---------------------------------------------------------------------------------------------


class Conversation(Base):
    """A visitor's conversation. ``state`` says who owns it and is written by ``desk.ownership`` alone.

    ``epoch`` counts changes of owner; ``engine_session`` counts the assistant's fresh starts in this conversation.
    """

    __tablename__ = "conversations"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    page: Mapped[str] = mapped_column(String(500), default="")
    state: Mapped[str] = mapped_column(String(20), default="assistant")
    epoch: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    last_seq: Mapped[int] = mapped_column(default=0)
    misses: Mapped[int] = mapped_column(default=0)
    engine_session: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    updated_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)


class Message(Base):
    """One message. ``seq`` counts from 1 without gaps in its conversation; ``epoch`` is the one it was written under.

    ``understood`` is what the assistant understood and from what it answered; staff see it, visitors do not.
    """

    __tablename__ = "messages"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str | None] = mapped_column(String(36))
    author: Mapped[str] = mapped_column(String(20))
    name: Mapped[str | None] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    at: Mapped[dt.datetime] = mapped_column(default=now)
    epoch: Mapped[int]
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    sources: Mapped[list[Any]] = mapped_column(default=list)
    understood: Mapped[dict[str, Any] | None]
    choices: Mapped[list[Choice]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="Choice.position", passive_deletes=True
    )


class Choice(Base):
    """A button of a message. The visitor's browser sees the opaque id; what it stands for stays here.

    ``target`` is assistant (the payload goes to the assistant) or desk (the desk does it itself). ``kind`` says how it
    is shown: empty, a button; chip, a wish that it takes away; card, on the card of that place.
    """

    __tablename__ = "choices"
    __table_args__ = (
        Index("ix_choices_message", "conversation_id", "seq"),
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"], ondelete="CASCADE"
        ),
    )
    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10), default="", server_default="")
    target: Mapped[str] = mapped_column(String(20))
    payload: Mapped[str] = mapped_column(Text)


class Turn(Base):
    """One send of a visitor and what came of it: pending, answered, failed or refused (the owner had changed).

    Unique by the client's id, which makes a repeated send harmless. ``first_seq`` to ``last_seq`` are its messages.
    """

    __tablename__ = "turns"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    status: Mapped[str] = mapped_column(String(10), index=True)
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    epoch: Mapped[int]
    started_at: Mapped[dt.datetime] = mapped_column(default=now)


class MaskedValue(Base):
    """A personal value taken out of a message: encrypted, and gone after ``expires_at``."""

    __tablename__ = "masked_values"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    placeholder: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    ciphertext: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)


class Feedback(Base):
    """What a visitor said of one answer."""

    __tablename__ = "feedback"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    helpful: Mapped[bool]
    comment: Mapped[str] = mapped_column(String(1000), default="")
    at: Mapped[dt.datetime] = mapped_column(default=now)


class Verification(Base):
    """How far a visitor has come in proving who they are, one row a conversation.

    ``step`` is what the desk waits for until ``waits_until``: identity (an address or a reference), code, email (a new
    address), email_code, phone, or nothing (empty). ``code_hash`` is keyed and empty once the code is of no use any
    more. ``candidate_id`` is None where nobody fits what the visitor gave; ``verified_until`` is set once the proof has
    succeeded; ``new_email`` is encrypted; ``application`` is the reference that was asked for.
    """

    __tablename__ = "verifications"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[str] = mapped_column(String(10), default="")
    waits_until: Mapped[dt.datetime]
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    application: Mapped[str | None] = mapped_column(String(20))
    code_hash: Mapped[str] = mapped_column(String(64), default="")
    tries: Mapped[int] = mapped_column(default=0)
    new_email: Mapped[str | None] = mapped_column(Text)
    verified_until: Mapped[dt.datetime | None]


class Letter(Base):
    """A mail that is still to be sent; it is deleted once it has been.

    ``ciphertext`` holds address, subject and text. It is tried at ``next_at`` and given up at ``expires_at``.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    ciphertext: Mapped[str] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    expires_at: Mapped[dt.datetime]


class Ticket(Base):
    """A request for staff. Its life (open, claimed, solved) is separate from who owns the conversation.

    ``version`` makes every change a compare-and-set; ``contact`` is an encrypted e-mail address.
    """

    __tablename__ = "tickets"
    id: Mapped[int] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(String(12), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str] = mapped_column(String(40))
    priority: Mapped[int]
    queue: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8))
    summary: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(10), default="open", index=True)
    assignee: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    contact: Mapped[str | None] = mapped_column(Text)
    resolution: Mapped[str | None] = mapped_column(String(40))
    opened_at: Mapped[dt.datetime] = mapped_column(default=now)
    claimed_at: Mapped[dt.datetime | None]
    answered_at: Mapped[dt.datetime | None]
    solved_at: Mapped[dt.datetime | None]
    version: Mapped[int] = mapped_column(default=0)


class Staff(Base):
    """A member of staff. ``role`` is agent, supervisor or administrator."""

    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(8), default="en")
    active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=True)
    demonstration: Mapped[bool] = mapped_column(default=False)


class StaffSession(Base):
    """A login of a member of staff; the cookie holds the token, the store only its hash."""

    __tablename__ = "staff_sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[dt.datetime]


class AuditEntry(Base):
    """A change of state or a look at personal data: who (``actor``), what (a stable dotted name), before and after."""

    __tablename__ = "audit_entries"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
    actor: Mapped[str] = mapped_column(String(80))
    action: Mapped[str] = mapped_column(String(60), index=True)
    subject: Mapped[str] = mapped_column(String(80), index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]

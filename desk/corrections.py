"""Corrections: who was given an answer from an article that has been changed or withdrawn since, and telling them.

What counts is the newest answer from the article in a conversation. It is wrong when

* the article is withdrawn,
* its words in that language are others now, or the original has changed since they were translated,
* or a reviewer has marked it as wrong.

The answer keeps the article's id and version, so this is read out of what is stored. A correction in the chat carries
them too: it is the newest answer then, and can be corrected itself. One person, known by the e-mail address that was
left, gets one correction, wherever they asked; ``Correction`` is written in the transaction that sends it.

An address that was left with a conversation that holds a sensitive matter is not written to: somebody else may read
that mail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_date
from sqlalchemy import func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk import audit, outbox, queues
from desk.context import Context
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.messages import ASSISTANT, Button, append
from desk.outbox import OUTBOX
from store import models as m
from store.articles import live_versions, outdated
from texts.catalogue import locale_of

INTENT = "correction"
WITHDRAWN, WRONG = "withdrawn", "wrong"
CHAT, MAIL = "chat", "mail"
# Who has written, or has been written to, within this time may still be there.
PRESENT = dt.timedelta(days=1)
# How long a mail is tried to be delivered.
TRIED = dt.timedelta(days=2)


@dataclass(frozen=True)
class Wrong:
    """An answer that was wrong: ``language`` and ``version`` are the article's, ``reason`` what holds instead."""

    conversation: m.Conversation
    seq: int
    at: dt.datetime
    language: str
    version: int
    reason: str


@dataclass(frozen=True)
class Person:
    """Somebody who was given wrong answers, the newest first. ``way`` is chat, mail, or empty: cannot be reached."""

    answers: Sequence[Wrong]
    address: str
    way: str
    hidden: bool

    @property
    def language(self) -> str:
        """The person's language."""
        return self.answers[0].conversation.language


@dataclass(frozen=True)
class Affected:
    """Who was given a wrong answer. ``erased`` counts enquiries whose conversations do not exist any more.

    ``stamp`` names the article's state that this was read from.
    """

    people: Sequence[Person]
    erased: int
    stamp: str

    def count(self, way: str) -> int:
        """How many can be reached in this way."""
        return sum(person.way == way for person in self.people)


@dataclass
class Outcome:
    """How many got it in the chat and by mail, how many could not be reached, and how many failed."""

    chat: int = 0
    mail: int = 0
    unreached: int = 0
    failed: int = 0


class Judge:
    """Says which answers from one article are wrong now."""

    def __init__(self, session: Session, article: m.Article, first: str) -> None:
        self._withdrawn = article.status != "published"
        self._first = first
        self._live = {language: version for (_, language), version in live_versions(session, article.id).items()}
        self._outdated = {language for key, language in outdated(session, first) if key == article.id}
        versions = session.scalars(select(m.ArticleVersion).where(m.ArticleVersion.article_id == article.id))
        self._all = {(version.language, version.number): version for version in versions}
        asked = select(m.Enquiry).where(m.Enquiry.article == article.id, m.Enquiry.conversation_id.is_not(None))
        self._enquiries: dict[str | None, list[m.Enquiry]] = {}
        for enquiry in session.scalars(asked.order_by(m.Enquiry.first_seq)):
            self._enquiries.setdefault(enquiry.conversation_id, []).append(enquiry)

    @property
    def stamp(self) -> str:
        """The state of the article."""
        live = ",".join(f"{language}.{version.number}" for language, version in sorted(self._live.items()))
        return f"{WITHDRAWN if self._withdrawn else live} {','.join(sorted(self._outdated))}".strip()

    def language_of(self, answer: m.Message) -> str:
        """The language of the article that an answer was taken from."""
        told = (answer.understood or {}).get("article_language") or answer.language
        return str(told) if any(language == told for language, _ in self._all) else self._first

    def reason(self, answer: m.Message) -> str:
        """What holds instead of ``answer``; empty where it holds."""
        if self._withdrawn:
            return WITHDRAWN
        language = self.language_of(answer)
        given = self._all.get((language, int((answer.understood or {}).get("version") or 0)))
        live = self._live.get(language)
        if live is None or language in self._outdated:
            live = self._live.get(self._first)
            if live is None:
                return ""
        elif given is None or (given.title, given.body) == (live.title, live.body):
            return WRONG if self._is_marked(answer) else ""
        return f"{live.language}.{live.number}"

    def _is_marked(self, answer: m.Message) -> bool:
        """Whether a reviewer found the enquiry wrong in which it was given; a correction belongs to none."""
        if INTENT in (answer.understood or {}):
            return False
        before = [each for each in self._enquiries.get(answer.conversation_id, []) if each.first_seq <= answer.seq]
        return bool(before) and before[-1].verdict == WRONG


def affected(context: Context, session: Session, staff: m.Staff, article_id: str) -> Affected:
    """Who was given a wrong answer from the article and has not been told. Raises ``DeskError`` 404."""
    article = session.get(m.Article, article_id)
    if article is None:
        raise DeskError(404, "not-found")
    judge = Judge(session, article, context.profile.default_language)
    found = [wrong for answer in _newest(session, article_id) if (wrong := _judged(session, judge, answer)) is not None]
    gone = (m.Enquiry.article == article_id, m.Enquiry.conversation_id.is_(None))
    erased = session.scalar(select(func.count()).select_from(m.Enquiry).where(*gone)) or 0
    return Affected(_people(context, session, staff, found), erased, judge.stamp)


def _newest(session: Session, article_id: str) -> Sequence[m.Message]:
    """The newest answer from the article in each conversation."""
    last = (
        select(m.Message.conversation_id, func.max(m.Message.seq).label("seq"))
        .where(m.Message.article == article_id).group_by(m.Message.conversation_id).subquery()
    )  # fmt: skip
    here = (m.Message.conversation_id == last.c.conversation_id) & (m.Message.seq == last.c.seq)
    return session.scalars(select(m.Message).join(last, here)).all()


def _judged(session: Session, judge: Judge, answer: m.Message) -> Wrong | None:
    reason = judge.reason(answer)
    told = (answer.understood or {}).get(INTENT) == reason
    if not reason or told or session.get(m.Correction, (answer.conversation_id, answer.seq, reason)) is not None:
        return None
    conversation = session.get_one(m.Conversation, answer.conversation_id)
    version = int((answer.understood or {}).get("version") or 0)
    return Wrong(conversation, answer.seq, answer.at, judge.language_of(answer), version, reason)


def _people(context: Context, session: Session, staff: m.Staff, found: Sequence[Wrong]) -> list[Person]:
    """``found`` by person: those who left the same address are one."""
    private = set(session.scalars(select(m.Ticket.conversation_id).where(queues.reports())))
    hides = queues.SENSITIVE in context.profile.queues and not queues.sees_sensitive(session, staff)
    grouped: dict[str, list[Wrong]] = {}
    addresses: dict[str, str] = {}
    for wrong in found:
        conversation_id = wrong.conversation.id
        address = "" if conversation_id in private else _address(context, session, conversation_id)
        key = context.vault.digest(f"contact {address.casefold()}") if address else conversation_id
        grouped.setdefault(key, []).append(wrong)
        addresses[key] = address
    people = []
    for key, answers in grouped.items():
        newest = sorted(answers, key=lambda wrong: wrong.at, reverse=True)
        hidden = hides and any(wrong.conversation.id in private for wrong in newest)
        people.append(Person(newest, addresses[key], _way(context, newest, addresses[key]), hidden))
    return sorted(people, key=lambda person: person.answers[0].at, reverse=True)


def _address(context: Context, session: Session, conversation_id: str) -> str:
    """The address that was left last with a conversation's requests."""
    wanted = (m.Ticket.conversation_id == conversation_id, m.Ticket.contact.is_not(None))
    contact = session.scalar(select(m.Ticket.contact).where(*wanted).order_by(m.Ticket.id.desc()).limit(1))
    return context.vault.unlock(contact) if contact else ""


def _way(context: Context, answers: Sequence[Wrong], address: str) -> str:
    """The chat for who may still be there; else mail; else the chat for who may come back."""
    if any(_is_present(context, wrong.conversation) for wrong in answers):
        return CHAT
    if address:
        return MAIL
    return CHAT if any(wrong.conversation.state != "closed" for wrong in answers) else ""


def _is_present(context: Context, conversation: m.Conversation) -> bool:
    listens = context.bus.listeners(conversation.id) > 0
    return listens or (conversation.state != "closed" and conversation.updated_at > m.now() - PRESENT)


def outstanding(context: Context, session: Session, staff: m.Staff) -> dict[str, int]:
    """How many people have been given a wrong answer, for each article of which there are any."""
    told = select(m.Message.article).where(m.Message.article.is_not(None)).distinct()
    changed = select(m.ArticleVersion.article_id).where(m.ArticleVersion.state.in_(("replaced", "withdrawn")))
    marked = select(m.Enquiry.article).where(m.Enquiry.verdict == WRONG)
    moved = or_(m.Article.id.in_(changed), m.Article.id.in_(marked), m.Article.status == WITHDRAWN)
    ids = session.scalars(select(m.Article.id).where(m.Article.id.in_(told), moved).order_by(m.Article.id)).all()
    counts = {article_id: len(affected(context, session, staff, article_id).people) for article_id in ids}
    return {article_id: count for article_id, count in counts.items() if count}


def send(context: Context, staff: m.Staff, article_id: str, stamp: str) -> Outcome:
    """Send the correction to everybody who can be reached, each once and in a transaction of their own.

    Raises ``DeskError`` 404, or 409 where the article has changed since the page with ``stamp`` was shown.
    """
    with context.database.read() as session:
        found = affected(context, session, staff, article_id)
    if found.stamp != stamp:
        raise DeskError(409, "article-changed")
    outcome = Outcome(unreached=found.count(""))
    for person in found.people:
        if person.way:
            try:
                with context.database.write() as session:
                    _correct(context, session, person, article_id)
            except (IntegrityError, DeskError):
                outcome.failed += 1  # a colleague was quicker, or the conversation has been erased meanwhile
                continue
            outcome.chat += person.way == CHAT
            outcome.mail += person.way == MAIL
            context.bus.publish(CONSOLE, OUTBOX, *(wrong.conversation.id for wrong in person.answers))
    with context.database.write() as session:
        counts = {"chat": outcome.chat, "mail": outcome.mail, "unreached": outcome.unreached}
        audit.record(session, staff.login, "correction.sent", article_id, None, counts)
    return outcome


def _correct(context: Context, session: Session, person: Person, article_id: str) -> None:
    """Tell one person, in the conversation where it is seen first. Raises ``DeskError`` 404, IntegrityError."""
    wanted = m.Conversation.id.in_([wrong.conversation.id for wrong in person.answers])
    held = {c.id: c for c in session.scalars(select(m.Conversation).where(wanted).with_for_update())}
    answers = [wrong for wrong in person.answers if wrong.conversation.id in held]
    if not answers:
        raise DeskError(404, "conversation-unknown")
    for wrong in answers:
        session.add(m.Correction(
            conversation_id=wrong.conversation.id, seq=wrong.seq, reason=wrong.reason, way=person.way
        ))  # fmt: skip
    session.flush()

    def presence(wrong: Wrong) -> tuple[bool, bool]:
        conversation = held[wrong.conversation.id]
        return _is_present(context, conversation), conversation.state != "closed"

    wrong = max(answers, key=presence)  # of equal ones the newest
    conversation = held[wrong.conversation.id]
    if person.way == MAIL:
        text = _text(context, session, wrong, article_id, conversation.language)
        until = m.now() + TRIED
        outbox.add(
            context, session, person.address, "correction", conversation.language, until, conversation, text=text
        )
        return
    _say(context, session, conversation, wrong, article_id)


def _say(context: Context, session: Session, conversation: m.Conversation, wrong: Wrong, article_id: str) -> None:
    """The correction in the chat, from the assistant, or from the desk itself while somebody else has the word."""
    language = conversation.language
    text = _text(context, session, wrong, article_id, language)
    told: dict[str, object] = {"intent": INTENT, "answered": True, "article": article_id, INTENT: wrong.reason}
    if wrong.reason not in (WITHDRAWN, WRONG):
        article_language, _, version = wrong.reason.partition(".")
        told |= {"article_language": article_language, "version": int(version)}
    speaks = conversation.state == "assistant"
    person = Button(context.texts(language, "button-human"), ASSISTANT, "/ask_human")
    append(
        session, conversation, "assistant" if speaks else "system",
        f"**{context.texts(language, 'correction')}**\n\n{text}", buttons=[person] if speaks else [], understood=told,
    )  # fmt: skip


def _text(context: Context, session: Session, wrong: Wrong, article_id: str, language: str) -> str:
    """What was wrong, and what holds now."""
    date = format_date(wrong.at, "long", locale=locale_of(language))
    then = session.get(m.ArticleVersion, (article_id, wrong.language, wrong.version))
    kind = wrong.reason if wrong.reason in (WITHDRAWN, WRONG) else "changed"
    intro = context.texts(language, f"correction-{kind}", date=date, title=then.title if then else article_id)
    if kind != "changed":
        return intro
    article_language, _, version = wrong.reason.partition(".")
    now = session.get_one(m.ArticleVersion, (article_id, article_language, int(version)))
    parts = [intro, now.body]
    if article_language != language:
        name = Locale.parse(article_language).get_display_name(locale_of(language)) or article_language
        parts.insert(1, context.texts(language, "article-other-language", language=name))
    return "\n\n".join(parts)


def cases(context: Context, session: Session, staff: m.Staff, people: Sequence[Person]) -> Mapping[str, m.Ticket]:
    """The newest request that ``staff`` may see of each conversation."""
    ids = [wrong.conversation.id for person in people for wrong in person.answers]
    wanted = (m.Ticket.conversation_id.in_(ids), queues.seen_by(context, session, staff))
    found = session.scalars(select(m.Ticket).where(*wanted).order_by(m.Ticket.id))
    return {ticket.conversation_id: ticket for ticket in found}

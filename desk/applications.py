"""What candidates who have proved who they are can see and do: status, withdrawing, correct contact data.

Each look and each change is an audit entry. Whoever has the old address is told of every change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from babel.dates import format_date
from babel.units import format_unit
from sqlalchemy.orm import Session

from desk import audit, outbox
from desk.context import Context
from desk.errors import DeskError
from desk.messages import DESK, Button, append
from store.applications import OPEN, NotOpen, applications_of, title, usual_days, withdraw
from store.models import Application, Candidate, Conversation, now
from texts.catalogue import locale_of

MOST_SHOWN = 8
# How long a notice of a change is tried to be delivered.
NOTICE = dt.timedelta(days=2)


def say(
    context: Context, session: Session, conversation: Conversation, key: str, buttons: Sequence[Button] = (),
    **arguments: object,
) -> None:  # fmt: skip
    """A message of the desk in the assistant's place."""
    text = context.texts(conversation.language, key, **arguments)
    append(session, conversation, "assistant", text, buttons=buttons)


def button(context: Context, conversation: Conversation, word: str, reference: str = "") -> Button:
    """The button that does ``word``, to an application where ``reference`` is given."""
    payload = f"{word} {reference}".strip()
    return Button(context.texts(conversation.language, f"choice-{word}"), DESK, payload)


def show_all(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, reference: str = ""
) -> None:  # fmt: skip
    """The candidate's applications, the newest first; a single one with all that is known."""
    del reference
    found = applications_of(session, candidate.id)
    if len(found) == 1:
        show(context, session, conversation, candidate, found[0].reference)
        return
    for each in found:
        audit.record(session, "visitor", "application.seen", each.reference)
    lines = [_line(context, session, conversation, each) for each in found[:MOST_SHOWN]]
    texts, language = context.texts, conversation.language
    text = "\n".join([texts(language, "application-list", count=len(found)), "", *lines])
    if candidate.demonstration:
        text = f"{text}\n\n{texts(language, 'application-demonstration')}"
    buttons = [Button(each.reference, DESK, f"application {each.reference}") for each in found[:MOST_SHOWN]]
    append(session, conversation, "assistant", text, buttons=[*buttons, *_contact_buttons(context, conversation)])


def show(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, reference: str
) -> None:  # fmt: skip
    """Where an application stands in plain words, what comes next, and how long that usually takes."""
    application = _own(session, candidate, reference)
    audit.record(session, "visitor", "application.seen", reference)
    say_so, language = context.texts, conversation.language
    since = format_date(application.steps[-1].entered_at.date(), "long", locale=locale_of(language))
    status = say_so(language, f"application-status-{application.status}")
    parts = [
        f"**{_name(context, session, conversation, application)}** ({reference})",
        say_so(language, "application-since", status=status, date=since),
        say_so(language, f"application-next-{application.status}"),
    ]
    if application.status in OPEN:
        parts.append(_usual(context, session, application.status, language))
    if candidate.demonstration:
        parts.append(say_so(language, "application-demonstration"))
    buttons = [button(context, conversation, "withdraw-application", reference)] if application.status in OPEN else []
    if len(applications_of(session, candidate.id)) > 1:
        buttons.append(button(context, conversation, "applications"))
    buttons += _contact_buttons(context, conversation)
    append(session, conversation, "assistant", "\n\n".join(parts), buttons=buttons)


def _usual(context: Context, session: Session, status: str, language: str) -> str:
    days = usual_days(session, status)
    if days is None:
        return context.texts(language, "application-usual-unknown")
    half, most = (format_unit(number, "duration-day", "long", locale=locale_of(language)) for number in days)
    return context.texts(language, "application-usual", half=half, most=most)


def _name(context: Context, session: Session, conversation: Conversation, application: Application) -> str:
    """What it is for and where, in the language of the conversation."""
    language = conversation.language
    country = locale_of(language).territories.get(application.country, "")
    found = (title(session, application, language), country)
    return context.texts(language, "list-separator").join(part for part in found if part)


def _line(context: Context, session: Session, conversation: Conversation, application: Application) -> str:
    name = _name(context, session, conversation, application)
    status = context.texts(conversation.language, f"application-status-{application.status}")
    return f"- **{name}** ({application.reference}): {status}"


def _contact_buttons(context: Context, conversation: Conversation) -> list[Button]:
    return [button(context, conversation, word) for word in ("email", "phone")]


def _own(session: Session, candidate: Candidate, reference: str) -> Application:
    """The candidate's application. Raises ``DeskError`` 409 for anybody else's."""
    application = session.get(Application, reference, with_for_update=True)
    if application is None or application.candidate_id != candidate.id:
        raise DeskError(409, "invalid")
    return application


def ask_to_withdraw(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, reference: str
) -> None:  # fmt: skip
    """Withdrawing cannot be undone: ask whether it is meant."""
    application = _own(session, candidate, reference)
    if application.status not in OPEN:
        raise DeskError(409, "invalid")
    name = _name(context, session, conversation, application)
    words = ("withdraw-sure", "withdraw-keep")
    buttons = [button(context, conversation, word, reference) for word in words]
    say(context, session, conversation, "application-sure", buttons, name=name, reference=reference)


def withdraw_it(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, reference: str
) -> None:  # fmt: skip
    """End the application, confirm it in the chat and by mail."""
    application = _own(session, candidate, reference)
    try:
        before = withdraw(session, application)
    except NotOpen as error:
        raise DeskError(409, "invalid") from error
    audit.record(session, "visitor", "application.withdrawn", reference, {"status": before}, {"status": "withdrawn"})
    name = _name(context, session, conversation, application)
    _notify(context, session, conversation, candidate.email, "withdrawn", name=name, reference=reference)
    say(context, session, conversation, "application-withdrawn", name=name, reference=reference)


def keep_it(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, reference: str
) -> None:  # fmt: skip
    """The visitor has thought better of withdrawing."""
    del candidate
    say(context, session, conversation, "application-kept", reference=reference)


type Deed = Callable[[Context, Session, Conversation, Candidate, str], None]
# What the buttons stand for.
DEEDS: dict[str, Deed] = {
    "applications": show_all, "application": show, "withdraw-application": ask_to_withdraw,
    "withdraw-sure": withdraw_it, "withdraw-keep": keep_it,
}  # fmt: skip


def change_phone(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, phone: str
) -> None:  # fmt: skip
    """A new telephone number, in international form."""
    candidate.phone = phone
    audit.record(session, "visitor", "candidate.phone_changed", candidate.id)
    _notify(context, session, conversation, candidate.email, "phone-changed")
    say(context, session, conversation, "contact-phone-changed")


def change_email(
    context: Context, session: Session, conversation: Conversation, candidate: Candidate, email: str
) -> None:  # fmt: skip
    """A new address, to which a code was sent and came back; the old one is told."""
    before, candidate.email = candidate.email, email
    audit.record(session, "visitor", "candidate.email_changed", candidate.id)
    _notify(context, session, conversation, before, "email-changed")
    say(context, session, conversation, "contact-email-changed")


def _notify(
    context: Context, session: Session, conversation: Conversation, to: str, key: str, **arguments: object
) -> None:  # fmt: skip
    outbox.add(context, session, to, key, conversation.language, now() + NOTICE, None, **arguments)

"""Partners' requests for volunteers: stored with a ticket, confirmed by a link, shown, changed and withdrawn.

A request is only claimed until its contact has confirmed it by the link that was sent to them; staff see both. Each
change is an audit entry and a mail to the contact, and goes to the outside system once the request is confirmed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Callable
from typing import Any

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import audit, cases, outbox, tickets, webhooks
from desk.applications import NOTICE, say
from desk.context import Context
from desk.engine import EngineRequest
from desk.errors import DeskError
from desk.messages import ASSISTANT, DESK, Button, append
from store.models import Conversation, MaskedValue, Name, RequestLine, Ticket, VolunteerRequest, now
from store.request_lines import NameOf, line_text
from store.volunteer_requests import new_number
from texts.catalogue import locale_of

LINK_DAYS = 14
QUEUE = "partnerships"
# What stands for the address in a request that is being changed: the one that is there.
ON_FILE = "[on file]"
INTENT = "request_volunteers"


def take(
    context: Context, session: Session, conversation: Conversation, wanted: EngineRequest, network: str, proved: str
) -> None:  # fmt: skip
    """Store what the partner confirmed in the chat, and write to the contact; the same draft twice is one request.

    ``proved`` is the number of the request whose contact the visitor has proved to be: only that may be changed.
    """
    if wanted.changes:
        _change(context, session, conversation, wanted, network, proved)
        return
    before = session.scalar(select(VolunteerRequest).where(VolunteerRequest.draft == wanted.key))
    if before is not None:
        say(context, session, conversation, "request-received-before", number=before.number)
        return
    email = _address(context, session, conversation, wanted.email)
    if email and _may_write(context, session, conversation, email, network):
        _store(context, session, conversation, wanted, email)


def _store(
    context: Context, session: Session, conversation: Conversation, wanted: EngineRequest, email: str
) -> None:  # fmt: skip
    ticket = tickets.create(context, session, conversation, tickets.VOLUNTEER_REQUEST, QUEUE)
    ticket.contact = context.vault.lock(email)
    request = VolunteerRequest(
        number=_free_number(session), draft=wanted.key, conversation_id=conversation.id, ticket_id=ticket.id,
        language=conversation.language, organisation=wanted.organisation, contact=wanted.contact,
        email=ticket.contact, funding=wanted.funding, lines=_lines(wanted), created_at=now(), token_hash="",
        token_expires_at=now(),
    )  # fmt: skip
    session.add(request)
    _ask_to_confirm(context, session, request, email)
    audit.record(session, "visitor", "request.made", request.number)
    received = context.texts(conversation.language, "request-received", number=request.number)
    code = cases.told(context, ticket, conversation.language)
    # Of the desk, not the assistant: only in its own messages a code is shown.
    append(session, conversation, "system", f"{received}\n\n{code}")


def _lines(wanted: EngineRequest) -> list[RequestLine]:
    return [RequestLine(position=n, **line.model_dump()) for n, line in enumerate(wanted.lines)]


def _free_number(session: Session) -> str:
    while session.get(VolunteerRequest, number := new_number()) is not None:
        continue
    return number


def _address(context: Context, session: Session, conversation: Conversation, placeholder: str) -> str:
    """The address that a placeholder stands for; where it is kept no more, the visitor is asked again."""
    kept = session.get(MaskedValue, (conversation.id, placeholder))
    if kept is not None and kept.kind == "email":
        return context.vault.unlock(kept.ciphertext).strip(".'`").lower()
    text = context.texts(conversation.language, "request-address-gone")
    append(session, conversation, "assistant", text, buttons=[_step(context, conversation, "email")])
    return ""


def _may_write(context: Context, session: Session, conversation: Conversation, email: str, network: str) -> bool:
    """Count a mail to an address that anybody may have named; where there were too many, say so."""
    limits = context.rates
    seconds = limits.wait("code_network", network) or limits.wait("code", conversation.id, context.vault.digest(email))
    if seconds:
        text = context.texts(conversation.language, "request-too-many", minutes=-(-seconds // 60))
        append(session, conversation, "assistant", text, buttons=[_step(context, conversation, "send")])
    return not seconds


def _step(context: Context, conversation: Conversation, step: str) -> Button:
    """A button that goes on with the request in the assistant."""
    title = context.texts(conversation.language, f"request-choice-{step}")
    return Button(title, ASSISTANT, f"/{INTENT}{json.dumps({'step': step})}")


# --- the link ---------------------------------------------------------------------------------------------------------


def _ask_to_confirm(context: Context, session: Session, request: VolunteerRequest, email: str) -> None:
    """A new link, to the contact's address; an earlier one holds no more."""
    token = secrets.token_urlsafe(24)
    request.token_hash = _hashed(token)
    request.token_expires_at = now() + dt.timedelta(days=LINK_DAYS)
    request.confirmed_at = None
    session.flush()
    settings = context.settings
    address = settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
    _write(
        context, session, request, "confirm", email, link=f"{address}/requests/confirm/{token}", days=LINK_DAYS
    )  # fmt: skip


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(session: Session, token: str, lock: bool = False) -> VolunteerRequest | None:
    """The request of a link, unless the link has run out or the request was withdrawn."""
    wanted = select(VolunteerRequest).where(VolunteerRequest.token_hash == _hashed(token))
    request = session.scalar(wanted.with_for_update() if lock else wanted)
    if request is None or request.withdrawn_at is not None:
        return None
    return request if request.confirmed_at is not None or request.token_expires_at > now() else None


def confirm(context: Context, session: Session, token: str) -> VolunteerRequest | None:
    """The contact confirms the request; a second time changes nothing. None for a link that holds no more."""
    request = by_token(session, token, lock=True)
    if request is None or request.confirmed_at is not None:
        return request
    request.confirmed_at = now()
    audit.record(session, "contact", "request.confirmed", request.number)
    _write(context, session, request, "confirmed", context.vault.unlock(request.email))
    _publish(context, session, request, "confirmed")
    return request


def _write(
    context: Context, session: Session, request: VolunteerRequest, key: str, to: str, **more: object
) -> None:  # fmt: skip
    expires = dt.timedelta(days=LINK_DAYS) if key == "confirm" else NOTICE
    outbox.add(
        context, session, to, f"request-{key}", request.language, now() + expires, None, number=request.number,
        contact=request.contact, summary=summary(context, session, request, request.language), **more,
    )  # fmt: skip


def _publish(context: Context, session: Session, request: VolunteerRequest, what: str) -> None:
    """Tell the outside system, which hears of confirmed requests only."""
    webhooks.add(context, session, f"request.{what}", {
        "number": request.number, "language": request.language,
        "organisation": name_of(session, request.language)("host", request.organisation),
        "contact": {"name": request.contact, "email": context.vault.unlock(request.email)},
        "funding": request.funding, "created_at": _iso(request.created_at), "confirmed_at": _iso(request.confirmed_at),
        "withdrawn_at": _iso(request.withdrawn_at),
        "lines": [
            {name: getattr(line, name) for name in ("number", "profile", "modality", "country", "start", "duration")}
            for line in request.lines
        ],
    })  # fmt: skip


def _iso(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


# --- in words ---------------------------------------------------------------------------------------------------------


def name_of(session: Session, language: str) -> NameOf:
    """Names of things in a language; what has none is words already."""

    def name(kind: str, key: str) -> str:
        return session.scalar(select(Name.text).filter_by(kind=kind, key=key, language=language, position=0)) or key

    return name


def facts(context: Context, session: Session, request: VolunteerRequest, language: str) -> list[tuple[str, str]]:
    """The data of a request besides its lines, as labels and values."""
    texts, name = context.texts, name_of(session, language)
    funding = texts(language, f"request-funding-{request.funding}" if request.funding else "request-open")
    values = {"organisation": name("host", request.organisation), "contact": request.contact, "funding": funding}
    return [(texts(language, f"request-field-{key}"), value) for key, value in values.items()]


def lines(context: Context, session: Session, request: VolunteerRequest, language: str) -> list[str]:
    """The lines of a request in words."""
    return [line_text(line, context.texts, language, name_of(session, language)) for line in request.lines]


def summary(context: Context, session: Session, request: VolunteerRequest, language: str) -> str:
    """Lines and data, one below the other."""
    fact = [
        context.texts(language, "request-fact", label=label, value=value)
        for label, value in facts(context, session, request, language)
    ]
    return "\n".join(f"- {text}" for text in [*lines(context, session, request, language), *fact])


def state(session: Session, request: VolunteerRequest) -> str:
    """How far it is: claimed, confirmed, working, done or withdrawn."""
    if request.withdrawn_at is not None:
        return "withdrawn"
    if request.confirmed_at is None:
        return "claimed"
    ticket = session.get(Ticket, request.ticket_id) if request.ticket_id else None
    return {"open": "confirmed", "claimed": "working"}.get(ticket.state if ticket else "", "done")


def of_ticket(session: Session, ticket: Ticket) -> VolunteerRequest | None:
    """The request that a ticket is about, if any."""
    return session.scalar(select(VolunteerRequest).where(VolunteerRequest.ticket_id == ticket.id))


# --- for the contact who has proved who they are ----------------------------------------------------------------------


def show(context: Context, session: Session, conversation: Conversation, number: str) -> None:
    """How a request is doing, and what can be done with it."""
    request, language = _own(session, number), conversation.language
    audit.record(session, "visitor", "request.seen", number)
    how = state(session, request)
    made = format_date(request.created_at.date(), "long", locale=locale_of(language))
    organisation = name_of(session, language)("host", request.organisation)
    head = context.texts(language, "request-progress", number=number, organisation=organisation, date=made)
    body = summary(context, session, request, language)
    text = "\n\n".join([head, context.texts(language, f"request-state-{how}"), body])
    words = () if how in ("done", "withdrawn") else ("request-change", "request-withdraw")
    append(session, conversation, "assistant", text, buttons=[_button(context, conversation, x, number) for x in words])


def _button(context: Context, conversation: Conversation, word: str, number: str) -> Button:
    return Button(context.texts(conversation.language, f"choice-{word}"), DESK, f"{word} {number}")


def _own(session: Session, number: str) -> VolunteerRequest:
    """A request, locked. Raises ``DeskError`` 409 when there is none of this number."""
    request = session.get(VolunteerRequest, number, with_for_update=True)
    if request is None:
        raise DeskError(409, "invalid")
    return request


def _open(session: Session, number: str) -> VolunteerRequest:
    """A request that can still be changed. Raises ``DeskError`` 409."""
    request = _own(session, number)
    if state(session, request) in ("done", "withdrawn"):
        raise DeskError(409, "invalid")
    return request


def begin_change(context: Context, session: Session, conversation: Conversation, number: str) -> None:
    """Give the request back to the assistant, where it is changed as it was made."""
    request = _open(session, number)
    draft = {
        "lines": [
            {name: getattr(line, name) for name in ("number", "profile", "modality", "country", "start", "duration")}
            for line in request.lines
        ],
        "organisation": request.organisation, "contact": request.contact, "funding": request.funding,
        "email": ON_FILE, "changes": number, "key": secrets.token_hex(8),
        "open_points": ["modality", "start", "duration", *([] if request.funding else ["funding"])],
    }  # fmt: skip
    title = context.texts(conversation.language, "choice-request-change")
    payload = f"/{INTENT}{json.dumps({'request': json.dumps(draft)})}"
    text = summary(context, session, request, conversation.language)
    append(session, conversation, "assistant", text, buttons=[Button(title, ASSISTANT, payload)])


def _change(
    context: Context, session: Session, conversation: Conversation, wanted: EngineRequest, network: str, proved: str
) -> None:  # fmt: skip
    """Change a request as its contact wishes. With another address it has to be confirmed anew, from there."""
    if proved != wanted.changes:
        say(context, session, conversation, "verify-over")
        return
    request = _open(session, wanted.changes)
    old = context.vault.unlock(request.email)
    email = old if wanted.email == ON_FILE else _address(context, session, conversation, wanted.email)
    if not email or (email != old and not _may_write(context, session, conversation, email, network)):
        return
    before = lines(context, session, request, "en")
    request.lines.clear()
    session.flush()
    request.lines = _lines(wanted)
    request.organisation, request.contact, request.funding = wanted.organisation, wanted.contact, wanted.funding
    session.flush()
    after = lines(context, session, request, "en")
    audit.record(session, "visitor", "request.changed", request.number, {"lines": before}, {"lines": after})
    _write(context, session, request, "changed", old)
    if email != old:
        request.email = context.vault.lock(email)
        _ask_to_confirm(context, session, request, email)
    elif request.confirmed_at is not None:
        _publish(context, session, request, "changed")
    say(context, session, conversation, "request-changed", number=request.number)


def ask_to_withdraw(context: Context, session: Session, conversation: Conversation, number: str) -> None:
    """Withdrawing cannot be undone: ask whether it is meant."""
    _open(session, number)
    words = ("request-withdraw-sure", "request-keep")
    buttons = [_button(context, conversation, word, number) for word in words]
    say(context, session, conversation, "request-sure", buttons, number=number)


def withdraw(context: Context, session: Session, conversation: Conversation, number: str) -> None:
    """End the request; its ticket is solved unless a colleague works on it."""
    request = _open(session, number)
    request.withdrawn_at = now()
    ticket = session.get(Ticket, request.ticket_id) if request.ticket_id else None
    if ticket is not None and ticket.state == "open":
        tickets.solve_withdrawn(session, ticket)
    audit.record(session, "visitor", "request.withdrawn", number)
    _write(context, session, request, "withdrawn", context.vault.unlock(request.email))
    if request.confirmed_at is not None:
        _publish(context, session, request, "withdrawn")
    say(context, session, conversation, "request-withdrawn", number=number)


def keep(context: Context, session: Session, conversation: Conversation, number: str) -> None:
    """The contact has thought better of withdrawing."""
    say(context, session, conversation, "request-kept", number=number)


type Deed = Callable[[Context, Session, Conversation, str], None]
# What the buttons stand for.
DEEDS: dict[str, Deed] = {
    "request-change": begin_change, "request-withdraw": ask_to_withdraw, "request-withdraw-sure": withdraw,
    "request-keep": keep,
}  # fmt: skip


def shown_to_staff(context: Context, session: Session, ticket: Ticket, language: str) -> dict[str, Any] | None:
    """The request of a ticket as fields for the console, in the reader's language."""
    request = of_ticket(session, ticket)
    if request is None:
        return None
    return {
        "number": request.number, "lines": lines(context, session, request, language),
        "facts": facts(context, session, request, language), "confirmed_at": request.confirmed_at,
        "withdrawn_at": request.withdrawn_at,
    }  # fmt: skip

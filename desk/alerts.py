"""Alerts of new assignments by mail: asked for after a search, confirmed by a link, stopped by another.

Nobody gets an alert who has not opened the link in a mail to that address (double opt-in). The links carry the
subscription's id and a keyed digest of it; nothing else opens or stops one.
"""

from __future__ import annotations

import datetime as dt
import hmac
import json
import uuid
from urllib.parse import urlencode

from babel.dates import format_timedelta
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from desk import audit, outbox
from desk.applications import say
from desk.context import Context
from desk.errors import DeskError
from store.arrivals import newest
from store.models import Conversation, Subscription, now
from store.wish_texts import in_words, name_of
from store.wishes import wishes_of
from texts.catalogue import locale_of

CONFIRM_DAYS = 7


def begin(session: Session, conversation: Conversation, codes: str) -> None:
    """Note what a visitor wants to hear of, ``codes`` of wishes as JSON; the address comes next.

    What is there already is no news: the visitor has just seen it.
    """
    session.execute(delete(Subscription).where(*_begun(conversation)))
    wishes = [wish.code for wish in wishes_of(json.loads(codes))]
    session.add(Subscription(
        id=str(uuid.uuid4()), conversation_id=conversation.id, wishes=wishes, language=conversation.language,
        seen=newest(session),
    ))  # fmt: skip


def take(context: Context, session: Session, conversation: Conversation, email: str, network: str) -> None:
    """The address has come: send the link that confirms it, unless too many were sent."""
    subscription = session.scalars(select(Subscription).where(*_begun(conversation))).one()
    digest = context.vault.digest(f"alert {email}")
    rates = context.rates
    seconds = rates.wait("alert_network", network) or rates.wait("alert", conversation.id, digest)
    if seconds:
        session.delete(subscription)
        locale = locale_of(conversation.language)
        when = format_timedelta(dt.timedelta(seconds=seconds), add_direction=True, locale=locale)
        say(context, session, conversation, "alert-wait", when=when)
        return
    subscription.email, subscription.email_digest = context.vault.lock(email), digest
    subscription.asked_at, subscription.language = now(), conversation.language
    audit.record(session, "visitor", "alert.asked", subscription.id)
    outbox.add(
        context, session, email, "alert-confirm", subscription.language, _confirm_until(subscription),
        subscription, wishes=described(context, session, subscription), days=CONFIRM_DAYS,
        link=link(context, subscription, "confirm"),
    )  # fmt: skip
    say(context, session, conversation, "alert-sent", days=CONFIRM_DAYS)


def _begun(conversation: Conversation) -> tuple[ColumnElement[bool], ...]:
    return Subscription.conversation_id == conversation.id, Subscription.email == ""


def _confirm_until(subscription: Subscription) -> dt.datetime:
    return subscription.asked_at + dt.timedelta(days=CONFIRM_DAYS)


def described(context: Context, session: Session, subscription: Subscription) -> str:
    """What somebody wants to hear of, in their language."""
    language = context.profile.language(subscription.language)
    words = (
        in_words(wish, context.texts, language, lambda kind, key: name_of(session, kind, key, language))
        for wish in wishes_of(subscription.wishes)
    )
    return context.texts(language, "list-separator").join(words)


# --- links ------------------------------------------------------------------------------------------------------------


def link(context: Context, subscription: Subscription, deed: str) -> str:
    """The address of the page that does ``deed`` (confirm, stop); what is secret stands where no site keeps it."""
    query = urlencode({"id": subscription.id, "key": _key(context, deed, subscription.id)})
    return f"{context.settings.address}/alerts/{context.profile.language(subscription.language)}/{deed}?{query}"


def _key(context: Context, deed: str, subscription_id: str) -> str:
    return context.vault.digest(f"alert {deed} {subscription_id}")[:32]


def check(context: Context, deed: str, subscription_id: str, key: str) -> None:
    """Raises ``DeskError`` 404 for a link that is not one of ours."""
    if not hmac.compare_digest(_key(context, deed, subscription_id).encode(), key.encode()):
        raise DeskError(404, "alert-link")


def find(
    context: Context, session: Session, subscription_id: str, key: str, lock: bool = False
) -> Subscription:  # fmt: skip
    """The subscription that a link of confirmation is for. With ``lock`` it is held for this transaction.

    Raises ``DeskError`` 404 when it is too late, or it is gone.
    """
    check(context, "confirm", subscription_id, key)
    subscription = session.get(Subscription, subscription_id, with_for_update=lock or None)
    if subscription is None or (subscription.confirmed_at is None and _confirm_until(subscription) < now()):
        raise DeskError(404, "alert-link")
    return subscription


def confirm(context: Context, session: Session, subscription_id: str, key: str) -> Subscription:
    """Alerts go to this address from now on, in place of those for the same wishes. Raises ``DeskError`` 404.

    The subscription leaves the conversation: erasing that does not end it, the link in every mail does.
    """
    subscription = find(context, session, subscription_id, key, lock=True)
    if subscription.confirmed_at is None:
        subscription.confirmed_at, subscription.conversation_id = now(), None
        others = (Subscription.email_digest == subscription.email_digest, Subscription.id != subscription.id)
        for other in session.scalars(select(Subscription).where(*others, Subscription.confirmed_at.is_not(None))):
            if set(other.wishes) == set(subscription.wishes):
                session.delete(other)
        audit.record(session, "visitor", "alert.confirmed", subscription.id)
    return subscription


def stop(context: Context, session: Session, subscription_id: str, key: str) -> None:
    """No more mail, also when that was said before. Raises ``DeskError`` 404 for a link that is not one of ours."""
    check(context, "stop", subscription_id, key)
    subscription = session.get(Subscription, subscription_id, with_for_update=True)
    if subscription is not None:
        session.delete(subscription)
        audit.record(session, "visitor", "alert.stopped", subscription.id)


def expire(session: Session) -> None:
    """Forget what nobody has confirmed in time."""
    oldest = now() - dt.timedelta(days=CONFIRM_DAYS)
    session.execute(
        delete(Subscription).where(Subscription.confirmed_at.is_(None), Subscription.asked_at < oldest)
    )  # fmt: skip

"""``desk alerts``: writes one mail for each subscription that new assignments fit; the running desk sends them.

A mail and the mark up to which it tells of everything are written in one transaction that holds the subscription. So
nothing is told twice, whether the command is killed in the middle or runs twice at once.
"""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import outbox
from desk.alerts import described, link
from desk.context import Context
from store.arrivals import newest
from store.assignments import SearchResult, newly_published
from store.models import Assignment, Subscription, now
from store.wish_texts import name_of
from store.wishes import wishes_of
from texts.catalogue import locale_of
from texts.figures import number

MOST_LISTED = 10
AT_ONCE = 1000
# How long a mail is tried to be delivered; what it tells of may soon be closed.
TRIED = dt.timedelta(days=2)


def write_all(context: Context) -> int:
    """Write the mails of all subscriptions; how many that were."""
    written, last = 0, ""
    while True:
        with context.database.read() as session:
            waiting = (Subscription.confirmed_at.is_not(None), Subscription.seen < newest(session))
            some = select(Subscription.id).where(*waiting, Subscription.id > last).order_by(Subscription.id)
            found = list(session.scalars(some.limit(AT_ONCE)))
        if not found:
            return written
        for subscription_id in found:
            with context.database.write() as session:
                written += write(context, session, subscription_id)
        last = found[-1]


def write(context: Context, session: Session, subscription_id: str) -> bool:
    """Write the mail of one subscription, if there is anything to tell, in the session's transaction."""
    subscription = session.get(Subscription, subscription_id, with_for_update=True)
    if subscription is None:
        return False  # stopped meanwhile
    until = newest(session)
    result = newly_published(
        session, wishes_of(subscription.wishes), now().date(), subscription.seen, until, MOST_LISTED
    )  # fmt: skip
    subscription.seen = max(until, subscription.seen)
    if not result.page:
        return False
    _write(context, session, subscription, result)
    return True


def _write(context: Context, session: Session, subscription: Subscription, result: SearchResult) -> None:
    language, texts = context.profile.language(subscription.language), context.texts
    parts = [_lines(context, session, assignment, language) for assignment in result.page]
    rest = result.total - len(result.page)
    if rest:
        value = number(rest, language)
        parts.append(texts(language, "alert-rest", count=rest, value=value, link=f"{context.settings.address}/"))
    stop = link(context, subscription, "stop")
    # One click in the mail program itself (RFC 2369, RFC 8058).
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    outbox.add(
        context, session, context.vault.unlock(subscription.email), "alert", language, now() + TRIED, subscription,
        headers, count=result.total, value=number(result.total, language), link=stop,
        wishes=described(context, session, subscription), assignments="\n\n".join(parts),
    )  # fmt: skip


def _lines(context: Context, session: Session, assignment: Assignment, language: str) -> str:
    """An assignment in a mail: what, where, with whom, how long, until when, and how to apply."""
    texts = context.texts

    def name(kind: str, key: str) -> str:
        return name_of(session, kind, key, language)

    months = assignment.duration_months
    place = [part for part in (assignment.city, assignment.country and name("country", assignment.country)) if part]
    online = texts(language, "assignment-online")
    fields = {
        "assignment-place": online if assignment.online else texts(language, "list-separator").join(place),
        "assignment-host": name("host", assignment.host),
        "assignment-duration": texts(language, "unit-months", count=months, value=number(months, language)),
        "assignment-closes": format_date(assignment.closes, "long", locale=locale_of(language)),
        "assignment-reference": assignment.reference,
    }
    if assignment.apply_url:
        fields["assignment-apply"] = assignment.apply_url
    lines = [name("role", assignment.role)]
    lines += [f"{texts(language, key)}{texts(language, 'colon')}{value}" for key, value in fields.items()]
    if assignment.demonstration:
        lines.append(texts(language, "assignment-demonstration"))
    return "\n".join(lines)

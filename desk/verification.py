"""Proving who a visitor is: an address or a reference, then a one-time code that goes to the address on file.

The desk leads this dialogue, not the assistant: neither address nor code reaches it. What the visitor is told, and the
work that is done, are the same whether or not anybody fits what was given: where nobody does, a letter that nobody
gets is written, and no code is right.

The address for alerts (``desk.alerts``) is asked for here too: the desk waits for one thing at a time.
"""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
from functools import cache

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desk import alerts, applications, audit, outbox, volunteer_requests
from desk.applications import button, say
from desk.context import Context
from desk.errors import DeskError
from desk.messages import Button
from desk.reading import CODE_DIGITS, Reading
from desk.reading import read as read_value
from store.applications import applications_of, by_email, candidate_of, plain_reference
from store.models import Candidate, Conversation, MaskedValue, Message, Verification, VolunteerRequest, now
from store.volunteer_requests import plain_number
from texts.catalogue import Catalogue
from texts.folding import fold, words_of

CODE_MINUTES, OTHER_MINUTES, VERIFIED_MINUTES = 10, 30, 30
TRIES = 5
CODES = ("code", "email-code")
# The letters that carry a code.
CODE_LETTERS = (*CODES, "request-code")
ALERT = "alert"
# A late code is still read as one for so long, and answered with what to do.
LATE = dt.timedelta(hours=1)


def read(context: Context, session: Session, conversation: Conversation, text: str) -> Reading:
    """What a message is to the dialogue; ``other`` where nothing is waited for.

    While staff have the conversation only codes are read: anything else is for them.
    """
    proof = session.get(Verification, conversation.id)
    if proof is None or not proof.step or now() > proof.waits_until + (LATE if proof.step in CODES else dt.timedelta()):
        return Reading("other", text)
    reading = read_value(proof.step, text, _cancellations(context.texts))
    if conversation.state in ("assistant", "closed") or (proof.step in CODES and reading.kind == "value"):
        return reading
    return Reading("other", reading.text)


@cache
def _cancellations(texts: Catalogue) -> frozenset[str]:
    """'Never mind' in every language of the profile, folded."""
    phrases = (texts(language, "verify-cancel-words") for language in texts.languages)
    return frozenset(" ".join(words_of(fold(phrase))) for each in phrases for phrase in each.split("|"))


def begin(context: Context, session: Session, conversation: Conversation, network: str) -> None:
    """The visitor asks for their application, or a request for volunteers: show it, or find out first who asks."""
    candidate, given = verified(session, conversation), _given(context, session, conversation)
    number = plain_number(given)
    if number and proved_request(session, conversation) == number:
        volunteer_requests.show(context, session, conversation, number)
    elif number:
        _identify(context, session, conversation, number, network)
    elif candidate is not None:
        applications.show_all(context, session, conversation, candidate)
    elif (proof := _waits(session, conversation)) and proof.step != ALERT:
        remind(context, session, conversation)
    elif given:
        _identify(context, session, conversation, given, network)
    else:
        _ask(context, session, conversation, "identity", "verify-who")


def respond(context: Context, session: Session, conversation: Conversation, reading: Reading, network: str) -> None:
    """Go on with what the visitor wrote; ``reading`` is not ``other``."""
    proof = session.get_one(Verification, conversation.id)
    if reading.kind == "cancel":
        _cancel(context, session, conversation)
    elif reading.kind == "malformed":
        say(context, session, conversation, f"verify-form-{proof.step}", [button(context, conversation, "cancel")])
    elif proof.step == ALERT:
        proof.step = ""
        alerts.take(context, session, conversation, reading.value, network)
    elif proof.step == "identity":
        _identify(context, session, conversation, reading.value, network)
    elif proof.step in CODES:
        _try(context, session, conversation, proof, reading.value)
    else:
        _new_contact(context, session, conversation, proof, reading.value, network)


def press(context: Context, session: Session, conversation: Conversation, payload: str, network: str) -> None:
    """Do what a button of this dialogue, or of an application, stands for: a word, and perhaps a reference or wishes.

    Raises ``DeskError`` 409 for a button of an earlier state.
    """
    word, _, reference = payload.partition(" ")
    if word == "cancel":
        _cancel(context, session, conversation)
    elif word == "new-code":
        _again(context, session, conversation, network)
    elif word in volunteer_requests.DEEDS:
        _request_deed(context, session, conversation, word, reference)
    elif word == ALERT:
        _ask_for_alert(context, session, conversation, reference)
    elif (candidate := verified(session, conversation)) is None:
        say(context, session, conversation, "verify-over")
        _ask(context, session, conversation, "identity", "verify-who")
    elif word in ("email", "phone"):
        _ask(context, session, conversation, word, f"contact-new-{word}")
    else:
        applications.DEEDS[word](context, session, conversation, candidate, reference)


def _request_deed(
    context: Context, session: Session, conversation: Conversation, word: str, number: str
) -> None:  # fmt: skip
    if proved_request(session, conversation) != number:
        say(context, session, conversation, "verify-over")
        return
    volunteer_requests.DEEDS[word](context, session, conversation, number)


def remind(context: Context, session: Session, conversation: Conversation) -> None:
    """Say shortly what is still waited for, if anything is."""
    proof = _waits(session, conversation)
    if proof is not None:
        say(context, session, conversation, f"verify-remind-{proof.step}", _buttons(context, conversation, proof.step))


def verified(session: Session, conversation: Conversation) -> Candidate | None:
    """Who the visitor has proved to be, as long as that holds."""
    proof = session.get(Verification, conversation.id)
    if proof is None or proof.candidate_id is None or proof.verified_until is None or proof.verified_until <= now():
        return None
    return session.get(Candidate, proof.candidate_id)


def proved_request(session: Session, conversation: Conversation) -> str:
    """The number of the request for volunteers whose contact the visitor has proved to be, as long as that holds."""
    proof = session.get(Verification, conversation.id)
    if proof is None or proof.verified_until is None or proof.verified_until <= now():
        return ""
    return plain_number(proof.application or "")


def shown_to_staff(session: Session, conversation: Conversation) -> list[str]:
    """References of the candidate that the visitor has proved to be, at any time in this conversation."""
    proof = session.get(Verification, conversation.id)
    if proof is None or proof.verified_until is None:
        return []
    if proof.application:
        return [proof.application]
    if proof.candidate_id is None:
        return []
    return [each.reference for each in applications_of(session, proof.candidate_id)]


def expire(session: Session) -> None:
    """Forget codes and new addresses that are of no use any more."""
    gone = Verification.waits_until < now() - LATE
    session.execute(update(Verification).where(gone).values(step="", code_hash="", new_email=None))


# --- one step after the other -----------------------------------------------------------------------------------------


def _waits(session: Session, conversation: Conversation) -> Verification | None:
    """The dialogue, while it waits for something."""
    proof = session.get(Verification, conversation.id)
    return proof if proof is not None and proof.step and proof.waits_until > now() else None


def _ask(context: Context, session: Session, conversation: Conversation, step: str, key: str) -> None:
    proof = _wait_for(session, conversation, step, OTHER_MINUTES)
    say(context, session, conversation, key, _buttons(context, conversation, proof.step))


def _ask_for_alert(context: Context, session: Session, conversation: Conversation, wishes: str) -> None:
    """Ask where to send what is new; while a code is waited for, that comes first."""
    if conversation.state != "assistant":
        raise DeskError(409, "invalid")  # what is written now is for staff
    proof = _waits(session, conversation)
    if proof is not None and proof.step in CODES:
        remind(context, session, conversation)
        return
    alerts.begin(session, conversation, wishes)
    _ask(context, session, conversation, ALERT, "alert-where")


def _wait_for(session: Session, conversation: Conversation, step: str, minutes: int) -> Verification:
    proof = session.get(Verification, conversation.id)
    if proof is None:
        proof = Verification(conversation_id=conversation.id)
        session.add(proof)
    proof.step, proof.waits_until = step, now() + dt.timedelta(minutes=minutes)
    proof.code_hash, proof.tries = "", 0
    return proof


def _buttons(context: Context, conversation: Conversation, step: str) -> list[Button]:
    words = ("new-code", "cancel") if step in CODES else ("cancel",)
    return [button(context, conversation, word) for word in words]


def _given(context: Context, session: Session, conversation: Conversation) -> str:
    """The reference or address that the visitor's question held already."""
    asked = select(Message.text).where(Message.conversation_id == conversation.id, Message.author == "visitor")
    text = session.scalars(asked.order_by(Message.seq.desc())).first() or ""
    kinds = MaskedValue.kind.in_(_GIVEN)
    values = session.scalars(select(MaskedValue).where(MaskedValue.conversation_id == conversation.id, kinds))
    found = sorted((_GIVEN.index(value.kind), value.ciphertext) for value in values if value.placeholder in text)
    return context.vault.unlock(found[0][1]) if found else ""


# What a question may hold that says who asks, the most telling first.
_GIVEN = ("request", "application", "email")


def _identify(context: Context, session: Session, conversation: Conversation, given: str, network: str) -> None:
    """Send a code to whom ``given`` belongs to, and say the same if that is nobody."""
    reference = plain_number(given) or plain_reference(given)
    name = context.vault.digest((reference or given).lower())
    if not _may_send(context, session, conversation, network, name):
        return
    candidate = None if plain_number(given) else candidate_of(session, given)
    proof = _wait_for(session, conversation, "code", CODE_MINUTES)
    proof.candidate_id = candidate.id if candidate else None
    proof.application, proof.verified_until = reference or None, None
    _send_first(context, session, conversation, proof)


def _send_first(context: Context, session: Session, conversation: Conversation, proof: Verification) -> None:
    """A code to the address on file of the candidate, or of the request's contact."""
    of_request = bool(plain_number(proof.application or ""))
    _send_code(
        context, session, conversation, proof, _on_file(context, session, proof),
        "request-code" if of_request else "code",
    )  # fmt: skip
    said = "request-code-sent" if of_request else "verify-sent"
    say(context, session, conversation, said, _buttons(context, conversation, "code"), minutes=CODE_MINUTES)


def _on_file(context: Context, session: Session, proof: Verification) -> str:
    """Where the code goes: nowhere if that address has had its number of codes, whatever it was asked for by.

    It is counted apart from what visitors give, and silently: a limit that shows would tell that the address is known.
    """
    candidate = session.get(Candidate, proof.candidate_id) if proof.candidate_id else None
    request = session.get(VolunteerRequest, plain_number(proof.application or ""))
    email = candidate.email if candidate else context.vault.unlock(request.email) if request else ""
    if not email or context.rates.wait("code", f"on file {context.vault.digest(email)}"):
        return ""
    return email


def _may_send(
    context: Context, session: Session, conversation: Conversation, network: str, *names: str
) -> bool:  # fmt: skip
    """Count a code; where there were too many, say so. An address that nobody has is counted like any other."""
    seconds = context.rates.wait("code_network", network) or context.rates.wait("code", conversation.id, *names)
    if seconds:
        say(context, session, conversation, "verify-wait", minutes=-(-seconds // 60))
    return not seconds


def _send_code(
    context: Context, session: Session, conversation: Conversation, proof: Verification, to: str, key: str
) -> None:  # fmt: skip
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    proof.code_hash = _hashed(context, conversation, code)
    outbox.discard(session, conversation, *CODE_LETTERS)
    outbox.add(
        context, session, to, key, conversation.language, proof.waits_until, conversation, code=code,
        minutes=CODE_MINUTES,
    )  # fmt: skip


def _hashed(context: Context, conversation: Conversation, code: str) -> str:
    return context.vault.digest(f"{conversation.id} {code}")


def _again(context: Context, session: Session, conversation: Conversation, network: str) -> None:
    """A new code, to the same address."""
    proof = session.get(Verification, conversation.id)
    if proof is None or proof.step not in CODES:
        raise DeskError(409, "invalid")
    if not _may_send(context, session, conversation, network):
        return
    step = proof.step
    proof = _wait_for(session, conversation, step, CODE_MINUTES)
    if step == "code":
        _send_first(context, session, conversation, proof)
        return
    to = _free(session, context.vault.unlock(proof.new_email or ""))
    _send_code(context, session, conversation, proof, to, step)
    buttons = _buttons(context, conversation, step)
    say(context, session, conversation, "contact-code-sent", buttons, minutes=CODE_MINUTES)


def _try(context: Context, session: Session, conversation: Conversation, proof: Verification, code: str) -> None:
    buttons = _buttons(context, conversation, proof.step)
    if proof.waits_until <= now() or proof.tries >= TRIES:
        say(context, session, conversation, "verify-expired", buttons)
        return
    proof.tries += 1
    same = hmac.compare_digest(proof.code_hash, _hashed(context, conversation, code))
    candidate = session.get(Candidate, proof.candidate_id) if proof.candidate_id else None
    request = session.get(VolunteerRequest, plain_number(proof.application or ""))
    if same and request is not None:
        _right_request(session, proof)
        volunteer_requests.show(context, session, conversation, request.number)
    elif same and candidate is not None:
        _right(context, session, conversation, proof, candidate)
    elif proof.tries < TRIES:
        say(context, session, conversation, "verify-wrong", buttons, left=TRIES - proof.tries)
    else:
        proof.code_hash = ""
        outbox.discard(session, conversation, *CODE_LETTERS)
        audit.record(session, "visitor", "candidate.refused", proof.candidate_id or "nobody", after={"tries": TRIES})
        say(context, session, conversation, "verify-no-tries", buttons)


def _right_request(session: Session, proof: Verification) -> None:
    proof.step, proof.code_hash = "", ""
    proof.verified_until = now() + dt.timedelta(minutes=VERIFIED_MINUTES)
    audit.record(session, "visitor", "request.verified", proof.application or "")


def _right(
    context: Context, session: Session, conversation: Conversation, proof: Verification, candidate: Candidate
) -> None:  # fmt: skip
    step, proof.step, proof.code_hash = proof.step, "", ""
    if step == "email-code":
        _take_email(context, session, conversation, proof, candidate)
        return
    proof.verified_until = now() + dt.timedelta(minutes=VERIFIED_MINUTES)
    audit.record(session, "visitor", "candidate.verified", candidate.id)
    say(context, session, conversation, "verify-done")
    if proof.application:
        applications.show(context, session, conversation, candidate, proof.application)
    else:
        applications.show_all(context, session, conversation, candidate)


def _cancel(context: Context, session: Session, conversation: Conversation) -> None:
    proof = _waits(session, conversation)
    key = "alert-cancelled" if proof is not None and proof.step == ALERT else "verify-cancelled"
    _wait_for(session, conversation, "", 0).new_email = None
    outbox.discard(session, conversation, *CODE_LETTERS)
    say(context, session, conversation, key)


# --- correct contact data ---------------------------------------------------------------------------------------------


def _new_contact(
    context: Context, session: Session, conversation: Conversation, proof: Verification, value: str, network: str
) -> None:  # fmt: skip
    candidate = verified(session, conversation)
    if candidate is None:
        say(context, session, conversation, "verify-over")
        _ask(context, session, conversation, "identity", "verify-who")
    elif proof.step == "phone":
        proof.step = ""
        applications.change_phone(context, session, conversation, candidate, value)
    elif _may_send(context, session, conversation, network, context.vault.digest(value)):
        proof = _wait_for(session, conversation, "email-code", CODE_MINUTES)
        proof.new_email = context.vault.lock(value)
        _send_code(context, session, conversation, proof, _free(session, value), "email-code")
        buttons = _buttons(context, conversation, "email-code")
        say(context, session, conversation, "contact-code-sent", buttons, minutes=CODE_MINUTES)


def _free(session: Session, email: str) -> str:
    """``email`` if no candidate has it; whether one does, is not told."""
    return "" if by_email(session, email) else email


def _take_email(
    context: Context, session: Session, conversation: Conversation, proof: Verification, candidate: Candidate
) -> None:  # fmt: skip
    email, proof.new_email = context.vault.unlock(proof.new_email or ""), None
    if by_email(session, email) is not None:  # somebody else's by now
        say(context, session, conversation, "verify-expired")
        return
    applications.change_email(context, session, conversation, candidate, email)

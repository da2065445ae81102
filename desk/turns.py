"""One turn: the visitor's message is stored, the assistant answers, the answer is stored with what it asks for.

One turn at a time per conversation; a message that comes meanwhile waits. A send repeated with the same ``client_id``
gets the same result. An answer that comes after the owner has changed is dropped.

What somebody says who waits for staff is for staff: of the assistant's answer to it only that counts whether harm was
disclosed, so that nobody in danger stays in a general queue. The assistant reads each such message by itself, under a
name of its own, and nothing of its dialogue goes on.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import (
    answers,
    conversations,
    ownership,
    queues,
    review,
    satisfaction,
    snooze,
    tickets,
    verification,
    volunteer_requests,
)
from desk.context import Context
from desk.engine import EngineAnswer, EngineError
from desk.errors import DeskError
from desk.events import CONSOLE
from desk.masking import mask
from desk.messages import ASSISTANT, Button, append, between, visible
from desk.outbox import OUTBOX
from desk.reading import Reading
from desk.touched import touch
from store.models import Choice, Conversation, MaskedValue, Message, Ticket, Turn, now
from texts.folding import simplified
from texts.language import language_of

log = structlog.get_logger()
MASKED_HOURS = 24


@dataclass(frozen=True)
class Send:
    """What the visitor sends: ``text``, or the id of a ``choice``. ``network`` is the address it comes from.

    With a ``case`` it goes on with that request, to staff. With ``email`` staff answer the text there: it was written
    while the desk was down, and the visitor may be gone. ``mailed`` is a reply by mail, which may be taken ``partly``.
    """

    client_id: str
    text: str = ""
    choice: str = ""
    network: str = ""
    case: str = ""
    email: str = ""
    mailed: bool = False
    partly: bool = False


class Access(Protocol):
    """Opens the visitor's conversation by what the visitor has: its token, or the code of a case.

    Raises ``DeskError`` when it does not open it. With ``lock`` the conversation is held for the transaction.
    """

    def __call__(self, session: Session, lock: bool = False) -> Conversation:
        """The conversation."""
        ...


def by_token(conversation_id: str, token: str) -> Access:
    """Access of who began the conversation."""

    def access(session: Session, lock: bool = False) -> Conversation:
        return conversations.access_conversation(session, conversation_id, token, lock)

    return access


@dataclass(frozen=True)
class _Asked:
    """What goes to the assistant, and under which epoch; ``aside`` while the visitor waits for staff."""

    sender: str
    text: str
    language: str
    epoch: int
    aside: bool = False


class Turns:
    """Runs turns; holds one lock per conversation that is being spoken in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()
        self._running: set[asyncio.Task[dict[str, Any]]] = set()

    def lock(self, conversation_id: str) -> asyncio.Lock:
        """The lock of a conversation."""
        return self._locks.setdefault(conversation_id, asyncio.Lock())

    async def send(self, conversation_id: str, access: Access, sent: Send) -> dict[str, Any]:
        """Run one turn and return its messages and the state.

        The turn goes on when the visitor's connection breaks: the answer is there when the send is repeated.
        """
        task = asyncio.create_task(self._send(conversation_id, access, sent))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _send(self, conversation_id: str, access: Access, sent: Send) -> dict[str, Any]:
        context = self._context
        lock = self.lock(conversation_id)
        async with lock:
            asked = await context.write(lambda session: self._begin(session, access, sent))
            context.bus.publish(conversation_id, CONSOLE, OUTBOX)
            if asked is not None:
                await self._answer(conversation_id, sent, asked)
                context.bus.publish(conversation_id, CONSOLE, OUTBOX)
            return await context.read(lambda session: self._result(session, access, sent))

    async def _answer(self, conversation_id: str, sent: Send, asked: _Asked) -> None:
        context = self._context
        try:
            answers = await self._ask(asked)
        except EngineError as error:
            log.warning("assistant failed", conversation=conversation_id, error=str(error))
            work = _added if asked.aside else _fail
            await context.write(_finishing(context, conversation_id, sent.client_id, asked, work))
            return
        if asked.aside:
            work = _disclosed if _tells_of_harm(answers) else _added
            await context.write(_finishing(context, conversation_id, sent.client_id, asked, work))
            return

        def store(context: Context, session: Session, conversation: Conversation, _turn: Turn) -> None:
            _store(context, session, conversation, answers, sent.network)

        await context.write(_finishing(context, conversation_id, sent.client_id, asked, store))

    async def _ask(self, asked: _Asked) -> list[EngineAnswer]:
        """The assistant's answer, within the time that ``desk.interrupted`` reckons with. Raises ``EngineError``."""
        # The assistant learned from simplified Chinese; the store keeps what was typed.
        text = simplified(asked.text) if asked.language == "zh" else asked.text
        try:
            async with asyncio.timeout(self._context.settings.engine_timeout):
                return await self._context.engine.ask(asked.sender, text, asked.language)
        except TimeoutError as error:
            raise EngineError("no answer from the assistant in time") from error

    def _begin(self, session: Session, access: Access, sent: Send) -> _Asked | None:
        """Store what was sent. Returns what to ask the assistant, or None when nobody is asked."""
        context = self._context
        conversation = access(session, lock=True)
        if session.get(Turn, (conversation.id, sent.client_id)) is not None:
            return None
        if not (sent.email or sent.mailed):
            answers.see(session, conversation.id, conversation.last_seq)
        if sent.choice:
            return self._choose(session, conversation, sent)
        text = conversations.plain(sent.text)
        if not text:
            raise DeskError(422, "empty")
        if sent.case:
            ticket = session.scalars(select(Ticket).where(Ticket.case == sent.case)).one()
            tickets.go_on(context, session, conversation, ticket)
        reading = Reading("other", text) if sent.email else verification.read(context, session, conversation, text)
        masked = mask(reading.text, known=_masked_so_far(session, conversation))
        conversation.language = context.profile.language(language_of(masked.text, conversation.language))
        for placeholder, (kind, value) in masked.values.items():
            session.add(MaskedValue(
                conversation_id=conversation.id, placeholder=placeholder, kind=kind,
                ciphertext=context.vault.lock(value), expires_at=_soon(),
            ))  # fmt: skip
        self._reopen(session, conversation)
        message = append(session, conversation, "visitor", masked.text, client_id=sent.client_id)
        if sent.partly:
            length = context.settings.message_length
            append(session, conversation, "system", context.texts(conversation.language, "mail-partly", length=length))
        if sent.email:
            turn = _open_turn(session, conversation, sent.client_id, message, "answered")
            conversations.answer_by_mail(context, session, conversation, sent.email)
            turn.last_seq = conversation.last_seq
            return None
        if reading.kind == "other":
            return self._turn(session, conversation, sent, message, masked.text)
        turn = _open_turn(session, conversation, sent.client_id, message, "answered")
        verification.respond(context, session, conversation, reading, sent.network)
        turn.last_seq = conversation.last_seq
        return None

    def _choose(self, session: Session, conversation: Conversation, sent: Send) -> _Asked | None:
        context = self._context
        choice = session.get(Choice, sent.choice)
        if choice is None or choice.conversation_id != conversation.id:
            raise DeskError(409, "invalid")
        if satisfaction.is_answer(choice.payload):
            message = append(session, conversation, "visitor", choice.title, client_id=sent.client_id)
            turn = _open_turn(session, conversation, sent.client_id, message, "answered")
            satisfaction.answer(context, session, conversation, choice.payload)
            turn.last_seq = conversation.last_seq
            return None
        self._reopen(session, conversation)
        message = append(session, conversation, "visitor", choice.title, client_id=sent.client_id)
        if choice.target == ASSISTANT:
            review.remember(session, conversation, choice)
            return self._turn(session, conversation, sent, message, choice.payload)
        turn = _open_turn(session, conversation, sent.client_id, message, "answered")
        deed = {"resume": tickets.resume, "withdraw": tickets.withdraw, "wait": tickets.wait}.get(choice.payload)
        try:
            # The same rules as for any change of owner: a button of an earlier state does nothing.
            word, _, case = choice.payload.partition(" ")
            if deed is not None:
                deed(context, session, conversation)
            elif word == tickets.AGAIN:
                tickets.go_on_again(context, session, conversation, case)
            else:
                verification.press(context, session, conversation, choice.payload, sent.network)
        except (ownership.OwnershipError, DeskError):
            append(session, conversation, "system", context.texts(conversation.language, "choice-gone"))
        turn.last_seq = conversation.last_seq
        return None

    def _reopen(self, session: Session, conversation: Conversation) -> None:
        if conversation.state == "closed":
            ownership.change(session, conversation, "assistant", conversation.epoch)

    def _turn(
        self, session: Session, conversation: Conversation, sent: Send, message: Message, text: str
    ) -> _Asked | None:
        if conversation.state != "assistant":
            snooze.wake_by_visitor(session, conversation)
            if conversation.state == "queued" and sent.text and not queues.is_confided(session, conversation.id):
                turn = _open_turn(session, conversation, sent.client_id, message, "pending")
                sender = conversations.sender_aside(conversation, message.seq)
                return _Asked(sender, text, conversation.language, conversation.epoch, aside=True)
            turn = _open_turn(session, conversation, sent.client_id, message, "answered")
            _added(self._context, session, conversation, turn)
            turn.last_seq = conversation.last_seq
            return None
        _open_turn(session, conversation, sent.client_id, message, "pending")
        sender = conversations.sender_of(conversation)
        return _Asked(sender, text, conversation.language, conversation.epoch)

    def _result(self, session: Session, access: Access, sent: Send) -> dict[str, Any]:
        context = self._context
        conversation = access(session)
        turn = session.get_one(Turn, (conversation.id, sent.client_id))
        found = between(session, conversation.id, turn.first_seq, turn.last_seq)
        return {"messages": [visible(context, m) for m in found], **tickets.view(context, session, conversation)}


def _open_turn(session: Session, conversation: Conversation, client_id: str, message: Message, status: str) -> Turn:
    turn = Turn(
        conversation_id=conversation.id, client_id=client_id, status=status, first_seq=message.seq,
        last_seq=message.seq, epoch=conversation.epoch,
    )  # fmt: skip
    session.add(turn)
    session.flush()
    return turn


def _finishing(
    context: Context, conversation_id: str, client_id: str, asked: _Asked,
    work: Callable[[Context, Session, Conversation, Turn], None],
) -> Callable[[Session], None]:  # fmt: skip
    """``work`` in the transaction that ends a turn, unless the owner has changed since it began: then nothing.

    Nothing either where the turn was given up meanwhile, because it took too long. What somebody disclosed while
    waiting counts as long as no member of staff has come, who reads it.
    """

    def finish(session: Session) -> None:
        conversation = session.get(Conversation, conversation_id, with_for_update=True)
        if conversation is None:
            return  # erased meanwhile
        turn = session.get_one(Turn, (conversation_id, client_id))
        if turn.status != "pending":
            log.info("answer dropped that came after its turn was given up", conversation=conversation_id)
            return
        touch(session, conversation_id)
        if conversation.state == "staff" or (not asked.aside and conversation.epoch != asked.epoch):
            turn.status = "refused"
            log.info("stale answer dropped", conversation=conversation_id, epoch=asked.epoch, now=conversation.epoch)
            return
        work(context, session, conversation, turn)
        turn.status = "failed" if work is _fail else "answered"
        turn.last_seq = conversation.last_seq

    return finish


def _fail(context: Context, session: Session, conversation: Conversation, _turn: Turn) -> None:
    tickets.failure(context, session, conversation, "failure-assistant")


def _tells_of_harm(answers: list[EngineAnswer]) -> bool:
    """Whether the assistant took the message for a disclosure."""
    return any(deed.kind == "hand_over" and deed.reason == "sensitive" for answer in answers for deed in answer.do)


def _added(context: Context, session: Session, conversation: Conversation, turn: Turn) -> None:
    """Tell a waiting visitor once that what they add reaches the colleague."""
    before = session.get(Message, (conversation.id, turn.first_seq - 1))
    if conversation.state == "queued" and before is not None and before.author == "system" and before.choices:
        append(session, conversation, "system", context.texts(conversation.language, "added-to-request"))


def _disclosed(context: Context, session: Session, conversation: Conversation, _turn: Turn) -> None:
    """Who waited for something else is told whom to call, and waits for the team for such matters from now on."""
    language = conversation.language
    words = f"{context.texts(language, 'sensitive')}\n\n{context.texts(language, 'emergency-contacts')}"
    append(session, conversation, "system", words)
    tickets.hand_over(context, session, conversation, "sensitive", queues.SENSITIVE, tickets.URGENT)


def _store(
    context: Context, session: Session, conversation: Conversation, answers: list[EngineAnswer], network: str
) -> None:
    """Store the assistant's answers and do what they ask for, in this one transaction."""
    for answer in answers:
        for deed in answer.do:
            if deed.kind == "set_language":
                conversation.language = context.profile.language(deed.language)
        append(
            session, conversation, "assistant", answer.text,
            buttons=[Button(choice.title, choice.target, choice.payload, choice.kind) for choice in answer.choices],
            attachments=answer.attachments, sources=[source.model_dump() for source in answer.sources],
            understood={**answer.understood, "rateable": answer.rateable},
        )  # fmt: skip
    handed = [deed for answer in answers for deed in answer.do if deed.kind == "hand_over"]
    if handed:
        wish = handed[0]
        tickets.hand_over(context, session, conversation, wish.reason, wish.queue, wish.priority)
    elif any(answer.understood.get("answered") is False for answer in answers):
        conversations.count_miss(context, session, conversation)
    elif not conversations.was_unhelpful(session, conversation):
        conversation.misses = 0
    for wanted in (deed.request for answer in answers for deed in answer.do if deed.kind == "request_volunteers"):
        if wanted is not None:
            proved = verification.proved_request(session, conversation)
            volunteer_requests.take(context, session, conversation, wanted, network, proved)
    if any(deed.kind == "verify" for answer in answers for deed in answer.do):
        verification.begin(context, session, conversation, network)
    elif conversation.state == "assistant":
        verification.remind(context, session, conversation)


def _masked_so_far(session: Session, conversation: Conversation) -> int:
    wanted = MaskedValue.conversation_id == conversation.id
    return session.scalar(select(func.count()).select_from(MaskedValue).where(wanted)) or 0


def _soon() -> dt.datetime:
    return now() + dt.timedelta(hours=MASKED_HOURS)

"""The assistant never talks while a person owns the conversation, and talks again after: over arbitrary interleavings.

A visitor in the chat and at /case, who may tell of harm at any time, an assistant that may be slow or fail, two members
of staff, buttons and pages of earlier states, repeated sends, several requests closed at once, time-outs and restarts
of the desk, over HTTP on both databases. After each step the store is looked at.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import httpx
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support import Assistant, Desk, utterance, wait_for

from desk import cases, ownership
from desk.settings import Settings
from store import models as m

PEOPLE = ("anna", "boris")
DEEDS = ("reply", "hand-back", "close", "release", "snooze", "wake", "solve", "transfer", "assign")
FORMS = {"snooze": {"hours": "1"}, "close": {"reason": "answered"}}
# What the assistant takes a message for, mostly nothing that needs a person.
WISHES = ("", "", "", "asked", "asked", "sensitive")
# Seconds after which the desk of these tests gives the assistant up.
PATIENCE = 0.4
# A restart takes a second; one an example is enough to find it in every place.
RESTARTS = 1


class Story(RuleBasedStateMachine):
    """One conversation and everybody who can do something to it."""

    desk: ClassVar[Desk]
    assistant: ClassVar[Assistant]
    # Who had the conversation at which epoch: written by every change, whoever made it.
    states: ClassVar[dict[tuple[str, int], str]]

    @initialize(failed=st.booleans())
    def begin(self, failed: bool) -> None:
        """Somebody opens the chat; perhaps the assistant fails at first, and a person is asked for: two requests."""
        self.assistant.reset()
        self.desk.forget()
        for who in PEOPLE:
            self.desk.staff(who).joins("sensitive")
        self.visitor = self.desk.visitor()
        self.states[self.visitor.id, 0] = "assistant"
        self.sent: list[tuple[str, str]] = []
        self.written: list[str] = []
        self.buttons: list[str] = []
        self.restarts = 0
        self.slow: threading.Thread | None = None
        if failed:
            self.the_assistant_fails()
            self.say(False, "asked")

    # --- the visitor ---

    @rule(slow=st.booleans(), wish=st.sampled_from(WISHES))
    def say(self, slow: bool, wish: str) -> None:
        """Says something; the assistant answers at once or later, and perhaps calls a person or hears of harm."""
        self._settle()
        text = f"visitor {len(self.sent)}"
        self.sent.append((str(uuid.uuid4()), text))
        queue, priority = ("sensitive", 1) if wish == "sensitive" else ("general", 3)
        do = [{"kind": "hand_over", "reason": wish, "queue": queue, "priority": priority}] if wish else []
        self.assistant.says(utterance(f"answer to {text}", do=do))
        if not slow:
            self._send(*self.sent[-1])
            return
        self.assistant.stalls()
        before = len(self.assistant.asked)
        self.slow = threading.Thread(target=self._send, args=self.sent[-1])
        self.slow.start()
        wait_for(lambda: len(self.assistant.asked) > before or not self.slow.is_alive(), "the assistant to be asked")  # type: ignore[union-attr] # just set

    @precondition(lambda self: self.slow is not None)
    @rule(late=st.booleans())
    def answer_comes(self, late: bool) -> None:
        """The assistant answers in the end, or too late."""
        if not late:
            self.assistant.goes_on()
        assert self.slow is not None
        self.slow.join(20)
        assert not self.slow.is_alive()
        self.slow = None
        self.assistant.goes_on()

    @rule()
    def the_assistant_fails(self) -> None:
        """Says something while the assistant is broken."""
        self._settle()
        self.sent.append((str(uuid.uuid4()), f"visitor {len(self.sent)}"))
        self.assistant.sends(b"", 500)
        self._send(*self.sent[-1])
        self.assistant.reset()

    @precondition(lambda self: self.sent)
    @rule()
    def repeat(self) -> None:
        """Sends the last message again, as a widget does that heard nothing."""
        self._settle()
        self._send(*self.sent[-1])

    @precondition(lambda self: self.buttons)
    @rule(data=st.data())
    def press(self, data: st.DataObject) -> None:
        """Presses any button that was ever offered by the desk."""
        self._settle()
        self.visitor.send(choice=data.draw(st.sampled_from(self.buttons)))

    @rule(number=st.integers(0, 2))
    def reply_at_case(self, number: int) -> None:
        """Writes to staff by the number and code of one of the requests, on another device."""
        self._settle()
        ticket = self._ticket(number)
        if ticket is None:
            return
        self.sent.append((str(uuid.uuid4()), f"visitor {len(self.sent)}"))
        client_id, text = self.sent[-1]
        code = cases.code_of(self.desk.context, ticket.case)
        form = {"case": ticket.case, "code": code, "client_id": client_id, "text": text}
        assert self.desk.client.post("/case/reply", data=form).status_code == 200

    # --- staff ---

    @rule(who=st.sampled_from(PEOPLE), number=st.integers(0, 2))
    def claim(self, who: str, number: int) -> None:
        """Claims one of the conversation's requests, whatever its state."""
        ticket = self._ticket(number)
        if ticket is not None:
            with self._nobody_elses_is_taken(who):
                self._done(self.desk.staff(who).http.post(f"/staff/tickets/{ticket.id}/claim"))

    @rule(number=st.integers(0, 2))
    def close(self, number: int) -> None:
        """Whoever has a request closes it."""
        ticket = self._ticket(number)
        holder = next((each for each in self.desk.rows(m.Staff) if ticket and each.id == ticket.assignee), None)
        if ticket is not None and holder is not None:
            (conversation,) = self.desk.rows(m.Conversation)
            form = {"epoch": str(conversation.epoch), **FORMS["close"]}
            self._done(self.desk.staff(holder.login).http.post(f"/staff/tickets/{ticket.id}/close", data=form))

    @rule(
        who=st.sampled_from(PEOPLE),
        number=st.integers(0, 2),
        deed=st.sampled_from(DEEDS),
        behind=st.sampled_from((0, 0, 0, 1)),
    )
    def work(self, who: str, number: int, deed: str, behind: int) -> None:
        """Does anything to any of the requests, sometimes from an old page."""
        ticket = self._ticket(number)
        if ticket is None:
            return
        (conversation,) = self.desk.rows(m.Conversation)
        form: dict[str, str] = {"epoch": str(conversation.epoch - behind), **FORMS.get(deed, {})}
        if deed == "reply":
            form["text"] = f"staff {len(self.written)}"
        if deed == "transfer":
            form["queue"] = "technical" if ticket.queue == "general" else "general"
        if deed == "assign":
            other = next(name for name in PEOPLE if name != who)
            self.desk.staff(other)
            form["colleague"] = next(each.id for each in self.desk.rows(m.Staff) if each.login == other)
        reply = self.desk.staff(who).http.post(f"/staff/tickets/{ticket.id}/{deed}", data=form)
        if self._done(reply) and deed == "reply":
            self.written.append(form["text"])

    @rule(who=st.sampled_from(PEOPLE), numbers=st.sets(st.integers(0, 2), min_size=1))
    def close_several(self, who: str, numbers: set[int]) -> None:
        """Ticks several requests of the list, whosever they are, and closes them."""
        picked = [str(ticket.id) for ticket in map(self._ticket, numbers) if ticket is not None]
        with self._nobody_elses_is_taken(who):
            reply = self.desk.staff(who).http.post("/staff/tickets/bulk", data={"deed": "close", "pick": picked})
        assert reply.status_code == 200, reply.text

    # --- the machine ---

    @precondition(lambda self: self.restarts < RESTARTS)
    @rule()
    def restart(self) -> None:
        """The desk is killed in the middle of whatever goes on, and started again."""
        self.restarts += 1
        self.desk.crash()
        self._settle()
        self.desk.start()

    # --- what always holds ---

    @invariant()
    def one_owner(self) -> None:
        """A conversation with staff has one owner, who has its requests; one that waits has a request to be claimed."""
        (conversation,) = self.desk.rows(m.Conversation)
        tickets = self.desk.rows(m.Ticket)
        working = {ticket.assignee for ticket in tickets if ticket.state in ("claimed", "snoozed")}
        assert (conversation.owner is not None) == (conversation.state == "staff")
        assert working == ({conversation.owner} if conversation.state == "staff" else set())
        if conversation.state == "queued":
            assert any(ticket.state == "open" for ticket in tickets), "nobody can answer"
        if conversation.state == "closed":
            assert not any(t.state == "open" and t.reason != "failure" for t in tickets), "closed over who waits"

    @invariant()
    def every_message_once_and_in_order(self) -> None:
        """Numbers without gaps; what was taken is there once, in the order in which it was said."""
        said = self.desk.rows(m.Message)
        assert [message.seq for message in said] == list(range(1, len(said) + 1))
        words = [
            message.text for message in said if message.author == "visitor" and message.text.startswith("visitor ")
        ]
        wanted = [text for _, text in self.sent]
        assert words == [text for text in wanted if text in words]
        if self.slow is None:
            assert set(wanted) - set(words) <= {text for _, text in self.sent[-1:]}
        assert [message.text for message in said if message.author == "staff"] == self.written
        answers = [message.text for message in said if message.author == "assistant"]
        assert len(answers) == len(set(answers))
        self.buttons = [choice.id for message in said for choice in message.choices if choice.target == "desk"]

    @invariant()
    def each_speaks_in_turn(self) -> None:
        """The assistant only while it owned the conversation, staff only while they did."""
        for message in self.desk.rows(m.Message):
            owner = self.states[message.conversation_id, message.epoch]
            if message.author in ("assistant", "staff"):
                assert owner == message.author, (message.text, owner)

    def teardown(self) -> None:
        """In the end whoever has it hands it back or it is withdrawn, and the assistant answers."""
        if not hasattr(self, "visitor"):
            return
        self._settle()
        self.assistant.reset()
        for ticket in self.desk.rows(m.Ticket):
            anna = self.desk.staff("anna")
            anna.http.post(f"/staff/tickets/{ticket.id}/claim")
            for who in PEOPLE:
                (conversation,) = self.desk.rows(m.Conversation)
                self.desk.staff(who).http.post(
                    f"/staff/tickets/{ticket.id}/hand-back", data={"epoch": str(conversation.epoch)}
                )
        assert self.visitor.say("and now?")["messages"][-1]["text"] == "You said: and now?"

    # --- how ---

    def _send(self, client_id: str, text: str) -> None:
        try:
            reply = self.visitor.send(text, client_id=client_id)
        except httpx.HTTPError:
            return  # the desk was killed; the widget sends again
        assert reply.status_code == 200, reply.text

    def _settle(self) -> None:
        if self.slow is not None:
            self.assistant.goes_on()
            self.slow.join(20)
            assert not self.slow.is_alive()
            self.slow = None

    @contextlib.contextmanager
    def _nobody_elses_is_taken(self, who: str) -> Iterator[None]:
        """Whatever ``who`` does here, a colleague who has the conversation still has it after."""
        self.desk.staff(who)
        (before,) = self.desk.rows(m.Conversation)
        yield
        (after,) = self.desk.rows(m.Conversation)
        (me,) = (each.id for each in self.desk.rows(m.Staff) if each.login == who)
        assert before.owner in (None, me) or after.owner == before.owner, "taken from a colleague"

    def _ticket(self, number: int) -> m.Ticket | None:
        tickets = self.desk.rows(m.Ticket)
        return tickets[number % len(tickets)] if tickets else None

    @staticmethod
    def _done(reply: httpx.Response) -> bool:
        assert reply.status_code in (303, 409, 422), reply.text
        return reply.status_code == 303


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_no_interleaving_gives_a_conversation_two_owners(
    make_settings: Callable[..., Settings], assistant: Assistant, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two owners, nothing lost, doubled or out of order, and no deaf conversation."""
    change, states = ownership.change, {}

    def noted(
        session: Any, conversation: m.Conversation, to: ownership.Owner, epoch: int, owner: str | None = None
    ) -> None:
        change(session, conversation, to, epoch, owner)
        states[conversation.id, epoch + 1] = to

    monkeypatch.setattr(ownership, "change", noted)
    desk = Desk(make_settings(backend, engine_timeout=PATIENCE))
    desk.assistant = assistant  # type: ignore[attr-defined] # a visitor's helper uses it
    Story.desk, Story.assistant, Story.states = desk, assistant, states
    try:
        run_state_machine_as_test(
            Story,
            settings=settings(
                max_examples=15, stateful_step_count=25, deadline=None, derandomize=True, database=None,
                suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
            ),
        )  # fmt: skip
    finally:
        assistant.goes_on()
        desk.stop()

"""The state machine of a conversation's owner."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from desk import ownership
from store import models as m
from store.database import Database

STATES = ("assistant", "queued", "staff", "closed")
# From, to: every change there is. A person can take over from a colleague; nothing else leads to where it came from.
POSSIBLE = {
    ("assistant", "queued"), ("assistant", "staff"), ("assistant", "closed"),
    ("queued", "assistant"), ("queued", "staff"), ("queued", "closed"),
    ("staff", "assistant"), ("staff", "queued"), ("staff", "staff"), ("staff", "closed"),
    ("closed", "assistant"), ("closed", "queued"),
}  # fmt: skip


@pytest.fixture(scope="module")
def database(make_database: Callable[..., str]) -> Iterator[Database]:
    """An empty store with two members of staff."""
    found = Database(make_database("sqlite"))
    with found.write() as session:
        for key in ("anna", "boris"):
            session.add(m.Staff(id=key, login=key, name=key, password_hash="", role="agent"))
    yield found
    found.close()


def _conversation(database: Database, state: str) -> str:
    with database.write() as session:
        number = session.query(m.Conversation).count()
        owner = "anna" if state == "staff" else None
        conversation = m.Conversation(id=f"c{number}", token_hash="", language="en", state=state, epoch=7, owner=owner)
        session.add(conversation)
    return conversation.id


def _facts(database: Database, key: str) -> tuple[str, int, str | None]:
    with database.read() as session:
        found = session.get_one(m.Conversation, key)
        return found.state, found.epoch, found.owner


@pytest.mark.parametrize(("before", "after"), list(itertools.product(STATES, STATES)))
def test_only_these_changes_are_possible(database: Database, before: str, after: str) -> None:
    """Each change in the table moves the epoch on by one; every other one is refused and changes nothing."""
    key, owner = _conversation(database, before), "boris" if after == "staff" else None
    facts = _facts(database, key)
    with database.write() as session:
        conversation = session.get_one(m.Conversation, key)
        if (before, after) in POSSIBLE:
            ownership.change(session, conversation, after, 7, owner)  # type: ignore[arg-type] # all four are owners
            facts = (after, 8, owner)
        else:
            with pytest.raises(ownership.IllegalTransition, match=f"{before} -> {after} is not possible"):
                ownership.change(session, conversation, after, 7, owner)  # type: ignore[arg-type]
    assert _facts(database, key) == facts


@pytest.mark.parametrize(("before", "after"), sorted(POSSIBLE))
@pytest.mark.parametrize("epoch", [6, 8])
def test_another_epoch_is_refused(database: Database, before: str, after: str, epoch: int) -> None:
    """Whoever acts on what is no longer so comes too late, and nothing changes."""
    key = _conversation(database, before)
    facts = _facts(database, key)
    with database.write() as session:
        conversation = session.get_one(m.Conversation, key)
        owner = "boris" if after == "staff" else None
        with pytest.raises(ownership.StaleEpoch, match=rf"epoch {epoch}, found {before} at 7"):
            ownership.change(session, conversation, after, epoch, owner)  # type: ignore[arg-type]
    assert _facts(database, key) == facts


def test_staff_means_somebody(database: Database) -> None:
    """No conversation is with staff without a name, and no other owner has one."""
    with database.write() as session:
        queued = session.get_one(m.Conversation, _conversation_in(session, "queued"))
        with pytest.raises(ownership.IllegalTransition, match="staff with owner None"):
            ownership.change(session, queued, "staff", 7)
        with pytest.raises(ownership.IllegalTransition, match="assistant with owner 'anna'"):
            ownership.change(session, queued, "assistant", 7, "anna")


def _conversation_in(session: object, state: str) -> str:
    key = f"in-{state}"
    session.add(m.Conversation(id=key, token_hash="", language="en", state=state, epoch=7))  # type: ignore[attr-defined]
    session.flush()  # type: ignore[attr-defined]
    return key


def test_of_two_changes_at_one_epoch_the_first_counts(database: Database) -> None:
    """Two people who saw the same state: the second one is refused, also in a session that read it before."""
    key = _conversation(database, "queued")
    with database.read() as seen:
        old = seen.get_one(m.Conversation, key)
        with database.write() as session:
            ownership.change(session, session.get_one(m.Conversation, key), "staff", 7, "anna")
    with database.write() as session:
        conversation = session.get_one(m.Conversation, key)
        with pytest.raises(ownership.OwnershipError):
            ownership.change(session, conversation, "staff", old.epoch, "boris")
    assert _facts(database, key) == ("staff", 8, "anna")

"""Who owns a conversation: an explicit state machine, and the only place that writes ``Conversation.state``.

``assistant`` answers by itself; ``queued`` waits for staff, the assistant is silent; ``staff`` has it; ``closed`` ends
it until the visitor writes again. Each change is a compare-and-set on the epoch: whoever comes second is refused, and
whatever was written under an older epoch (an answer that took too long) is dropped.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import update
from sqlalchemy.orm import Session

from store.models import Conversation, now

type Owner = Literal["assistant", "queued", "staff", "closed"]

# From which state which states can be reached, and by what.
TRANSITIONS: dict[str, frozenset[str]] = {
    "assistant": frozenset({"queued", "staff", "closed"}),  # hand-over; a person claims the kept ticket; end
    "queued": frozenset({"assistant", "staff", "closed"}),  # resume or withdraw; claim; end
    "staff": frozenset({"assistant", "queued", "staff", "closed"}),  # hand back; release; take-over by a colleague; end
    "closed": frozenset({"assistant", "queued"}),  # the visitor writes again
}


class OwnershipError(Exception):
    """A change of owner that is not possible: it names the state, the wanted one, and the epochs."""


class IllegalTransition(OwnershipError):
    """The life cycle has no such step."""


class StaleEpoch(OwnershipError):
    """Somebody else changed the owner meanwhile."""


def change(session: Session, conversation: Conversation, to: Owner, epoch: int, owner: str | None = None) -> None:
    """Give ``conversation`` to ``to`` if its epoch is still ``epoch``; ``owner`` is the member of staff for ``staff``.

    Raises ``IllegalTransition`` or ``StaleEpoch``; then nothing is changed.
    """
    state = conversation.state
    if to not in TRANSITIONS[state]:
        raise IllegalTransition(f"conversation {conversation.id}: {state} -> {to} is not possible; from {state}: "
                                f"{', '.join(sorted(TRANSITIONS[state]))}")  # fmt: skip
    if (to == "staff") != (owner is not None):
        raise IllegalTransition(f"conversation {conversation.id}: {to} with owner {owner!r}")
    changed = session.execute(
        update(Conversation)
        .where(Conversation.id == conversation.id, Conversation.epoch == epoch, Conversation.state == state)
        .values(state=to, epoch=epoch + 1, owner=owner, updated_at=now())
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined] # SQLAlchemy types the common base of results
        session.refresh(conversation)
        raise StaleEpoch(f"conversation {conversation.id}: wanted {state} at epoch {epoch}, "
                         f"found {conversation.state} at {conversation.epoch}")  # fmt: skip
    session.refresh(conversation)

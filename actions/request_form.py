"""The request for volunteers that is being filled in: kept in the slot ``volunteer_request`` between messages.

While it is open each message goes through one interpreter first (``store.request_reading``), which decides whether it
is an answer, a correction, a step or a question. Only a question, and what nothing explains, goes on to other actions.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from store.names import Gazetteer
from store.request_reading import Turn, interpreted
from store.request_words import heard
from store.volunteer_requests import Draft, Wanted
from texts.folding import fold, tokens

SLOT = "volunteer_request"
# What the classifier may be sure of although a message could be a name that we asked for.
NO_NAMES = (
    "report_sensitive", "ask_human", "change_language", "not_helpful", "bot_challenge", "greet", "goodbye", "thank",
    "ask_capabilities",
)  # fmt: skip
# What it takes bare answers for, so that being sure of it means nothing here.
SAYS_LITTLE = ("request_volunteers", "affirm", "deny", "out_of_scope", "nlu_fallback", "search_assignments")
# From this confidence on the classifier has recognised something.
SURE = 0.6
# A message of so few words that reads as an answer discloses nothing, nor does one of which every word is understood.
BARE = 2


@dataclass(frozen=True)
class Dialogue:
    """What the slot holds: the request so far, what is waited for, a guess that is to be confirmed.

    ``open``: messages are read as answers; ``sent``: it has been passed on.
    """

    draft: Draft = field(default_factory=Draft)
    wanted: Wanted | None = None
    guess: Draft | None = None
    open: bool = True
    sent: bool = False

    @classmethod
    def of(cls, slot: dict[str, Any] | None) -> Dialogue | None:
        """The dialogue that the slot remembers, if any."""
        if not slot:
            return None
        wanted = Wanted(**slot["wanted"]) if slot["wanted"] else None
        guess = Draft.of(slot["guess"]) if slot["guess"] else None
        return cls(Draft.of(slot["draft"]), wanted, guess, slot["open"], slot["sent"])

    def slot(self) -> dict[str, Any]:
        """The dialogue as the slot remembers it."""
        return {
            "draft": self.draft.kept(), "wanted": asdict(self.wanted) if self.wanted else None,
            "guess": self.guess.kept() if self.guess else None, "open": self.open, "sent": self.sent,
        }  # fmt: skip


def turn_of(dialogue: Dialogue | None, text: str, language: str, names: Gazetteer) -> Turn | None:
    """What a typed message is to the request; None where it is about something else.

    Of a request that was left only 'go on with my request' is heard.
    """
    if dialogue is None or dialogue.sent:
        return None
    today = dt.datetime.now(dt.UTC).date()
    turn = interpreted(heard(text, language, names, today), dialogue.draft, dialogue.wanted, language, today)
    return turn if dialogue.open or turn.kind == "resume" else None


def is_for_us(turn: Turn | None, text: str, intent: str, score: float, perhaps_disclosed: bool) -> bool:
    """Whether the request takes the message, whatever the classifier takes it for; a disclosure it leaves alone."""
    if turn is None or turn.kind == "other" or (turn.kind == "question" and turn.guess is None):
        return False
    if perhaps_disclosed and not turn.explained and len(tokens(fold(text))) > BARE:
        return False
    if turn.explained or score < SURE:
        return True
    # 'A person' is a number of volunteers too.
    says_more = intent in NO_NAMES if turn.kind == "value" or not turn.loose else intent not in SAYS_LITTLE
    return not says_more


def paused(slot: dict[str, Any] | None) -> dict[str, Any] | None:
    """The slot with the request left for later."""
    dialogue = Dialogue.of(slot)
    return replace(dialogue, open=False).slot() if dialogue else None

"""What an action answers: text and one custom object, as the desk expects them (docs/architecture.md, contracts)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Source:
    """Where an answer comes from; shown below it."""

    title: str
    url: str = ""
    paragraph: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Choice:
    """A button: its words and what is sent to ``target`` when it is pressed, the assistant or the desk itself.

    ``kind`` is empty, ``chip`` (takes away what it names) or ``card`` (stands on the card of the same place).
    """

    title: str
    payload: str
    kind: str = ""
    target: str = "assistant"


@dataclass
class Answer:
    """One message of the assistant.

    ``understood`` is kept for staff and reports: what the question was taken for (``article``, ``query``, ``version``)
    and whether it was ``answered``. ``do`` asks the desk for something: ``hand_over``,
    ``set_language``, ``verify``. ``slots`` are remembered until the next message.
    """

    text: str
    sources: list[Source] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    understood: dict[str, Any] = field(default_factory=dict)
    do: list[dict[str, Any]] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)
    rateable: bool = False

    def custom(self, intent: str, score: float) -> dict[str, Any]:
        """The custom object that travels with the text."""
        return {
            "sources": [asdict(source) for source in self.sources],
            "choices": [asdict(choice) for choice in self.choices],
            "attachments": self.attachments,
            "understood": {"intent": intent, "score": round(score, 4), "answered": True, **self.understood},
            "do": self.do,
            "rateable": self.rateable,
        }


def payload(intent: str, **entities: Any) -> str:
    """What a button sends: an intent with its entities, which the assistant obeys without guessing."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"

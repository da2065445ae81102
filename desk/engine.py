"""The engine boundary: the only module that knows there is a Rasa. Another engine would replace this file.

An answer that is late, empty or not of the contract's form is a failure; the desk tells the visitor.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import httpx
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from store.volunteer_requests import LONGEST_NAME, MOST_LINES, MOST_VOLUNTEERS

HEALTH_TIMEOUT = 2.0


class EngineError(Exception):
    """The assistant gave no usable answer; the text says why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore")


class EngineSource(_Strict):
    """Where an answer comes from."""

    title: str
    url: str = ""
    paragraph: str = ""
    as_of: str = ""


class EngineChoice(_Strict):
    """A button and what it sends; a chip takes a wish away, a card's button stands on the card of the same place.

    Of what the desk does itself (``target``) an answer can offer alerts only.
    """

    title: str
    payload: str
    kind: Literal["", "chip", "card"] = ""
    target: Literal["assistant", "desk"] = "assistant"

    @model_validator(mode="after")
    def _offers_alerts_only(self) -> EngineChoice:
        if self.target == "desk" and not self.payload.startswith("alert "):
            raise ValueError(f"not for an answer to offer: {self.payload!r}")
        return self


class EngineRequestLine(_Strict):
    """Volunteers of one kind (``store.volunteer_requests.Line``)."""

    number: int = Field(ge=1, le=MOST_VOLUNTEERS)
    profile: str = Field(min_length=1, max_length=LONGEST_NAME)
    modality: str = Field("", max_length=40)
    country: str = Field("", pattern=r"^([A-Z]{2})?$")
    start: str = Field("", pattern=r"^(soon|\d{4}(-\d\d){0,2})?$")
    duration: str = Field("", pattern=r"^(P\d{1,3}[WM])?$")


class EngineRequest(_Strict):
    """A request for volunteers that its partner has confirmed in the chat (``store.volunteer_requests.Draft``).

    ``email`` is the placeholder of an address in this conversation; ``changes`` the number of a request to change.
    """

    key: str = Field(min_length=8, max_length=36)
    lines: list[EngineRequestLine] = Field(min_length=1, max_length=MOST_LINES)
    organisation: str = Field(min_length=1, max_length=LONGEST_NAME)
    contact: str = Field(min_length=1, max_length=LONGEST_NAME)
    email: str = Field(min_length=1, max_length=40)
    funding: Literal["", "own", "donor", "shared", "none"] = ""
    changes: str = Field("", max_length=12)


class EngineDeed(_Strict):
    """Something the desk is asked to do: ``hand_over``, ``set_language``, ``verify`` or ``request_volunteers``.

    ``hand_over`` has a reason, a queue and a priority, 1 to 3; ``request_volunteers`` a request.
    """

    kind: Literal["hand_over", "set_language", "verify", "request_volunteers"]
    reason: str = "asked"
    queue: str = "general"
    priority: int = Field(3, ge=1, le=3)
    language: str = ""
    request: EngineRequest | None = None


class ChartTable(_Strict):
    """The figures of a chart for those who do not see it."""

    head: list[str] = Field(min_length=1)
    rows: list[list[str]]

    @field_validator("rows")
    @classmethod
    def _as_wide_as_the_head(cls, rows: list[list[str]], info: ValidationInfo) -> list[list[str]]:
        width = len(info.data.get("head", []))
        if any(len(row) != width for row in rows):
            raise ValueError(f"a row has another number of cells than the head, {width}")
        return rows


class EngineChart(_Strict):
    """An attachment that the desk draws (``desk.charts``): its address names the rows of the store."""

    type: Literal["chart"]
    url: str = Field(pattern=r"^/charts/[a-z]{2}/(bar|line)/[0-9]+(-[0-9]+)*\.svg$")
    title: str = Field(min_length=1)
    table: ChartTable


def _attachment(value: Any) -> Any:
    """A chart as ``EngineChart`` has it, anything else as it is."""
    if isinstance(value, dict) and value.get("type") == "chart":
        return EngineChart.model_validate(value).model_dump()
    return value


class EngineAnswer(_Strict):
    """One utterance of the assistant (docs/architecture.md, 'What an action answers')."""

    text: str = Field(min_length=1)
    sources: list[EngineSource] = []
    choices: list[EngineChoice] = []
    attachments: list[Annotated[dict[str, Any], BeforeValidator(_attachment)]] = []
    understood: dict[str, Any] = {}
    do: list[EngineDeed] = []
    rateable: bool = False


class Engine:
    """The assistant behind its channel."""

    def __init__(self, url: str, actions_url: str, token: str, timeout: float) -> None:
        self._url, self._actions_url = url, actions_url
        # On the loopback, without encryption: there are no authorities' certificates to read.
        self._client = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {token}"}, timeout=timeout, trust_env=False,
            verify=any(address.startswith("https:") for address in (url, actions_url)),
        )  # fmt: skip

    async def ask(self, sender: str, text: str, language: str) -> list[EngineAnswer]:
        """The assistant's answer to one message. Raises ``EngineError``."""
        body = {"sender": sender, "message": text, "metadata": {"language": language}}
        try:
            reply = await self._client.post(f"{self._url}/webhooks/desk/webhook", json=body)
            reply.raise_for_status()
            utterances = reply.json()
        except (httpx.HTTPError, ValueError) as error:  # not JSON, not UTF-8
            raise EngineError(f"no answer from the assistant: {error!r}") from error
        # Rasa answers 200 with an empty list when its action server is down.
        if not isinstance(utterances, list) or not utterances:
            raise EngineError(f"an empty answer from the assistant: {utterances!r}")
        try:
            return [
                EngineAnswer.model_validate({**(u.get("custom") or {}), "text": u.get("text") or ""})
                for u in utterances
            ]
        except (ValidationError, AttributeError, TypeError) as error:
            raise EngineError(f"a malformed answer from the assistant: {error}") from error

    async def health(self) -> dict[str, str]:
        """Which part is ready: ``{"assistant": "ok" | why not, "actions": ...}``."""
        return {
            "assistant": await self._probe(f"{self._url}/webhooks/desk/"),
            "actions": await self._probe(f"{self._actions_url}/health"),
        }

    async def _probe(self, url: str) -> str:
        try:
            reply = await self._client.get(url, timeout=HEALTH_TIMEOUT)
        except httpx.HTTPError as error:
            return type(error).__name__
        return "ok" if reply.status_code == 200 else f"status {reply.status_code}"

    async def close(self) -> None:
        """Give back the connections."""
        await self._client.aclose()

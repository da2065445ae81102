"""The only channel of the assistant: the desk's, over loopback, with a bearer token.

Rasa's own ``rest`` channel takes no token and splits an utterance into parts; this one passes each utterance whole
(text and custom data together). The text is an ordinary Rasa text, so ``rasa shell`` shows the same answers.
"""

import hmac
import logging
import secrets
from typing import Any, Awaitable, Callable, Dict, Optional, Text

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

logger = logging.getLogger(__name__)
SHORTEST_TOKEN = 16


class WholeUtterances(CollectingOutputChannel):
    """Collects utterances as the actions made them."""

    @classmethod
    def name(cls) -> Text:
        """The channel's name in the tracker."""
        return "desk"

    async def send_response(self, recipient_id: Text, message: Dict[Text, Any]) -> None:
        """Keep text and custom data of one utterance together."""
        self.messages.append({"text": message.get("text"), "custom": message.get("custom")})


class DeskChannel(InputChannel):
    """``POST /webhooks/desk/webhook`` ``{sender, message, metadata}`` -> ``[{text, custom}]``."""

    def __init__(self, token: Text) -> None:
        self._token = token

    @classmethod
    def name(cls) -> Text:
        """The name in the URL."""
        return "desk"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> InputChannel:
        """Reads ``token`` of ``credentials.yml``. Without one (``rasa shell``) nobody can use this channel."""
        token = str((credentials or {}).get("token") or "")
        if len(token) < SHORTEST_TOKEN or token.startswith("$"):
            logger.warning("The desk's channel is closed: ENGINE_TOKEN is not set (16 characters or more).")
            token = secrets.token_urlsafe(32)
        return cls(token)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """The routes of the channel."""
        routes = Blueprint("desk_webhook", "assistant.channel")

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not hmac.compare_digest(request.headers.get("Authorization", ""), f"Bearer {self._token}"):
                return response.json({"status": "wrong or missing bearer token"}, status=401)
            body = request.json or {}
            collected = WholeUtterances()
            message = UserMessage(
                text=body["message"],
                output_channel=collected,
                sender_id=body["sender"],
                input_channel=self.name(),
                metadata=body.get("metadata") or {},
            )
            await on_new_message(message)
            return response.json(collected.messages)

        return routes

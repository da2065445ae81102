"""ASGI middleware in front of everything: refuses bodies that are too large, adds the security headers.

It is plain ASGI, because wrapping responses in Starlette's ``BaseHTTPMiddleware`` holds event streams back.
"""

from __future__ import annotations

import re

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.errors import DeskError, error_response
from desk.file_check import LARGEST, too_large

LARGEST_BODY = 64 * 1024
# Where files of visitors arrive. What is a little too large is let in as far as the page that says so.
UPLOADS = re.compile(r"/api/conversations/[^/]+/files|/chat/file")
LARGEST_UPLOAD = 4 * LARGEST
# What an outside desk tells of an answer holds the whole ticket.
REPLIES = "/api/outside/replies"
LARGEST_REPLY = 1024 * 1024
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": POLICY,
}
# The widget's files are loaded by other sites' pages; which of them may talk to the API is decided by CORS.
WIDGET_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "max-age=300",
}


class Guard:
    """Wraps the app."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        largest = _largest(scope["path"])
        body = _Body(receive, largest)

        async def sending(message: Message) -> None:
            if body.too_large:
                return  # the refusal below takes the answer's place
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        request = Request(scope)
        if int(request.headers.get("content-length") or 0) <= largest:
            await self._app(scope, body.receive, sending)
            if not body.too_large:
                return
        body.too_large = False
        refusal = too_large() if largest == LARGEST_UPLOAD else DeskError(413, "body-too-large")
        await error_response(request, refusal.status, refusal.key, refusal.arguments)(scope, receive, sending)


def _largest(path: str) -> int:
    """How many bytes a request to ``path`` may have."""
    if UPLOADS.fullmatch(path):
        return LARGEST_UPLOAD
    return LARGEST_REPLY if path == REPLIES else LARGEST_BODY


class _Body:
    """A request's body on its way in; it ends early when it grows too large."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive = receive
        self._largest = largest
        self._size = 0
        self.too_large = False

    async def receive(self) -> Message:
        """The next part."""
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > self._largest:
            self.too_large = True
            return {"type": "http.disconnect"}
        return message


def _add_headers(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if path.startswith("/widget/"):
        for name, value in WIDGET_HEADERS.items():
            headers[name] = value
    if path.startswith(("/api/conversations", "/staff")):
        headers.setdefault("Cache-Control", "no-store")

"""ASGI middleware in front of everything: refuses bodies that are too large, adds the security headers.

It is plain ASGI, because wrapping responses in Starlette's ``BaseHTTPMiddleware`` holds event streams back.
"""

from __future__ import annotations

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.errors import DeskError, error_response

LARGEST_BODY = 64 * 1024
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
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        try:
            await self._app(scope, _limited(receive), sending)
        except DeskError as error:
            if started:
                raise
            request = Request(scope, receive)
            response = error_response(request, error.status, error.key, error.arguments)
            await response(scope, receive, sending)


def _limited(receive: Receive) -> Receive:
    size = 0

    async def receiving() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise DeskError(413, "body-too-large")
        return message

    return receiving


def _add_headers(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if path.startswith("/widget/"):
        for name, value in WIDGET_HEADERS.items():
            headers[name] = value
    if path.startswith(("/api/conversations", "/staff")):
        headers.setdefault("Cache-Control", "no-store")

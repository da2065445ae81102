"""ASGI middleware in front of everything: refuses bodies that are too large, adds the security headers.

It is plain ASGI, because wrapping responses in Starlette's ``BaseHTTPMiddleware`` holds event streams back.
"""

from __future__ import annotations

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.errors import error_response

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
        body = _Body(receive)

        async def sending(message: Message) -> None:
            if body.too_large:
                return  # the refusal below takes the answer's place
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        request = Request(scope)
        if int(request.headers.get("content-length") or 0) <= LARGEST_BODY:
            await self._app(scope, body.receive, sending)
            if not body.too_large:
                return
        body.too_large = False
        await error_response(request, 413, "body-too-large")(scope, receive, sending)


class _Body:
    """A request's body on its way in; it ends early when it grows too large."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0
        self.too_large = False

    async def receive(self) -> Message:
        """The next part."""
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > LARGEST_BODY:
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

"""A real HTTP server with a feed that stalls, fails, pages and forgets, as a test tells it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from support import free_port


@dataclass
class Reply:
    """What the server answers at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    # Seconds of silence before the answer.
    stall: float = 0.0
    # So many bytes of the body are sent, then the connection is cut.
    cut: int = 0


class FeedServer:
    """Answers each path as told; ``asked`` are the requests that came, with their headers."""

    def __init__(self) -> None:
        self.port = free_port()
        self.replies: dict[str, Callable[[Mapping[str, str]], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner.asked.append((self.path, dict(self.headers)))
                reply = owner.replies.get(self.path, lambda _: Reply(status=404))(self.headers)  # type: ignore[arg-type]
                owner.over.wait(reply.stall)
                try:
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    if reply.status != 304:
                        self.send_header("Content-Length", str(len(reply.body)))
                    self.end_headers()
                    self.wfile.write(reply.body[: reply.cut or None])
                except OSError:
                    pass  # the client has gone, as it should
                self.close_connection = True

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def url(self, path: str = "/feed") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def stop(self) -> None:
        """End the server and every stalled answer."""
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def serve(self, path: str, *replies: Reply) -> None:
        """Answer with one reply after the other; the last one goes on."""
        rest = list(replies)
        self.replies[path] = lambda _: rest.pop(0) if len(rest) > 1 else rest[0]

    def serve_postings(
        self, postings: list[dict[str, Any]], path: str = "/feed", following: str | None = None, etag: str = ""
    ) -> None:
        """A page that answers 304 to who has its ``etag`` already."""
        body = json.dumps({"itemListElement": postings, "next": following}, ensure_ascii=False, indent=1).encode()

        def reply(headers: Mapping[str, str]) -> Reply:
            if etag and headers.get("If-None-Match") == etag:
                return Reply(status=304)
            return Reply(body, headers={"ETag": etag} if etag else {})

        self.replies[path] = reply

"""An outside system for tests that look at the events it is sent."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from support import free_port


class Receiver:
    """A real HTTP server that keeps what it is sent and answers as told: statuses in turn, the last one for ever."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.statuses = [200]
        self.moves_to = ""
        self.gate = threading.Event()
        self.gate.set()
        self.port = free_port()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                owner.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
                owner.gate.wait(10)
                status = owner.statuses.pop(0) if len(owner.statuses) > 1 else owner.statuses[0]
                with contextlib.suppress(OSError):  # the desk did not want to wait any longer
                    self.send_response(status)
                    if owner.moves_to:
                        self.send_header("Location", owner.moves_to)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/events"

    @property
    def ids(self) -> list[str]:
        """The id of each event, in the order in which they came."""
        return [headers["x-event-id"] for headers, _ in self.got]

    def stop(self) -> None:
        """Refuse connections."""
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()

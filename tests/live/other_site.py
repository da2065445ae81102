"""A page of somebody else's: another origin, a strict policy, and a style sheet that spares nothing."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

STYLE = """
html { font-size: 4px; }
* { color: red !important; background: lime !important; display: inline-block !important; position: static !important;
  font: 9px serif !important; letter-spacing: 4px !important; text-transform: uppercase !important;
  animation: none !important; width: 30px !important; direction: rtl !important; }
volunteer-chat { display: none !important; visibility: hidden !important; opacity: 0 !important;
  transform: scale(.1) !important; pointer-events: none !important; filter: blur(9px) !important; }
"""
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Another site</title><link rel="stylesheet" href="/style.css">
<script type="module" src="{desk}/widget/volunteer-chat.js"{settings}></script></head>
<body><h1>Another site</h1><p>It has <a href="#more">a link</a>.</p></body></html>
"""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src {desk}; connect-src {desk}; img-src {desk}; "
    "require-trusted-types-for 'script'"
)


class OtherSite:
    """Serves the page until it is closed. ``?language=ar`` in its address sets ``data-language`` of the script tag."""

    def __init__(self) -> None:
        site = self
        self.desk = ""

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        port = self._server.server_address[1]
        # The same page at two origins, of which the desk is told one.
        self.allowed, self.unknown = f"http://localhost:{port}", f"http://127.0.0.1:{port}"

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        address = urlsplit(request.path)
        pages = {"/style.css": ("text/css", STYLE), "/": ("text/html", self._page(address.query))}
        kind, text = pages.get(address.path, ("text/plain", ""))
        request.send_response(200 if text else 404)
        request.send_header("Content-Type", f"{kind}; charset=utf-8")
        request.send_header("Content-Security-Policy", POLICY.format(desk=self.desk))
        request.end_headers()
        request.wfile.write(text.encode())

    def _page(self, query: str) -> str:
        settings = "".join(f' data-{name}="{value}"' for name, value in parse_qsl(query))
        return PAGE.format(desk=self.desk, settings=settings)

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

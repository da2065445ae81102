"""Serves the widget's files: without comments and needless spaces, compressed, with an ETag.

The files in ``widget/`` are what developers read; they are shortened once at start (rjsmin, rcssmin): no build step.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response
from rcssmin import cssmin
from rjsmin import jsmin

from desk.errors import DeskError

FOLDER = Path(__file__).parent.parent / "widget"
SHORTENERS = {".js": (jsmin, "text/javascript"), ".css": (cssmin, "text/css")}


@dataclass(frozen=True)
class WidgetFile:
    """A file as it is sent."""

    body: bytes
    compressed: bytes
    media_type: str
    etag: str


def widget_files(folder: Path = FOLDER) -> dict[str, WidgetFile]:
    """Every module and style sheet of the widget by name."""
    files = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in SHORTENERS:
            continue
        shorten, media_type = SHORTENERS[path.suffix]
        body = str(shorten(path.read_text(encoding="utf-8"))).encode()
        etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        files[path.name] = WidgetFile(body, gzip.compress(body, 9, mtime=0), f"{media_type}; charset=utf-8", etag)
    return files


def widget_router() -> APIRouter:
    """``GET /widget/NAME``."""
    router = APIRouter(include_in_schema=False)
    files = widget_files()

    @router.get("/widget/{name}")
    def widget_file(name: str, request: Request) -> Response:
        file = files.get(name)
        if file is None:
            raise DeskError(404, "not-found")
        headers = {"ETag": file.etag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == file.etag:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(
                file.compressed, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"}
            )
        return Response(file.body, media_type=file.media_type, headers=headers)

    return router

"""Serves the widget's files: joined, without comments and needless spaces, compressed, with an ETag.

The files in ``widget/`` are what developers read. They are put together once (rjsmin, rcssmin, Zopfli): no build step.
A module is sent together with those that it imports: on a slow network each round of requests costs a second. A module
that another imports is therefore not served by itself; those that are imported when they are needed are.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import zopfli.gzip
from fastapi import APIRouter, Request, Response
from rcssmin import cssmin
from rjsmin import jsmin

from desk.errors import DeskError

FOLDER = Path(__file__).parent.parent / "widget"
# The forms of import and export that the widget's modules use.
IMPORT = re.compile(r"^import \{([^}]*)\} from '\./([\w-]+\.js)';\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
SHEET = re.compile(r"(replaceSync\(`)([^`]*)(`\))")
OTHER_FORM = re.compile(r"^(?:import|export) .*", re.MULTILINE)


@dataclass(frozen=True)
class WidgetFile:
    """A file as it is sent."""

    body: bytes
    media_type: str
    etag: str

    @property
    def compressed(self) -> bytes:
        """Gzipped when it is first asked for: Zopfli takes a third of a second for a twentieth fewer bytes."""
        return _compressed(self.body)


@cache
def _compressed(body: bytes) -> bytes:
    return bytes(zopfli.gzip.compress(body))


def widget_files(folder: Path = FOLDER) -> dict[str, WidgetFile]:
    """What is served, by name. Raises ``ValueError`` for a module that cannot be joined."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}
    imported = {name for source in modules.values() for _, name in IMPORT.findall(source)}
    files = {name: _file(_small(_joined(name, modules)), "text/javascript") for name in modules if name not in imported}
    for path in sorted(folder.glob("*.css")):
        files[path.name] = _file(str(cssmin(path.read_text(encoding="utf-8"))), "text/css")
    return files


def _small(source: str) -> str:
    """A script without comments and needless spaces, also in the style sheet that it holds."""
    return str(jsmin(SHEET.sub(lambda found: f"{found[1]}{cssmin(found[2])}{found[3]}", source)))


def _file(text: str, media_type: str) -> WidgetFile:
    body = text.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return WidgetFile(body, f"{media_type}; charset=utf-8", etag)


def _joined(name: str, modules: dict[str, str]) -> str:
    """A module after all that it imports, each in a function of its own, so that no names meet."""
    parts = [_wrapped(each, modules[each]) for each in _in_order(name, modules)[:-1]]
    return "".join(parts) + _with_constants(name, modules[name])


def _in_order(name: str, modules: dict[str, str], above: tuple[str, ...] = ()) -> list[str]:
    """What a module needs, and itself: each once, after what it needs itself."""
    if name in above:
        raise ValueError(f"widget/{name} imports itself by way of {', '.join(above)}")
    needed = [each for _, below in IMPORT.findall(modules[name]) for each in _in_order(below, modules, (*above, name))]
    return list(dict.fromkeys([*needed, name]))


def _wrapped(name: str, source: str) -> str:
    exported = ", ".join(EXPORT.findall(source))
    body = _with_constants(name, EXPORT.sub("", source))
    return f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def _with_constants(name: str, source: str) -> str:
    """The module with its imports as constants."""
    source = IMPORT.sub(lambda found: f"const {{{found[1]}}} = {_variable(found[2])};\n", source)
    other = OTHER_FORM.search(EXPORT.sub("", source))
    if other:
        raise ValueError(f"widget/{name}: this form of import or export cannot be joined: {other[0]}")
    return source


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


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

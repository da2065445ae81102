"""The one shape of every error: ``{code, message, fields?}``, in the reader's language, with the right status."""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

log = structlog.get_logger()


class DeskError(Exception):
    """Something the reader did or should know. ``key`` is the text's id without ``error-``; it is the ``code`` too."""

    def __init__(self, status: int, key: str, headers: dict[str, str] | None = None, **arguments: object) -> None:
        super().__init__(f"{status} {key} {arguments}")
        self.status, self.key, self.headers, self.arguments = status, key, headers, arguments


def language_of_request(request: Request) -> str:
    """The language in which to speak to whoever sent ``request``."""
    profile = request.app.state.profile
    wanted = request.query_params.get("language") or request.headers.get("accept-language")
    return str(profile.language(wanted))


def error_response(
    request: Request, status: int, key: str, arguments: dict[str, object] | None = None,
    fields: dict[str, Any] | None = None, headers: dict[str, str] | None = None,
) -> JSONResponse:  # fmt: skip
    """An error in its shape."""
    language = getattr(request.state, "language", None) or language_of_request(request)
    body: dict[str, Any] = {
        "code": key,
        "message": request.app.state.texts(language, f"error-{key}", **(arguments or {})),
    }
    if fields:
        body["fields"] = fields
    return JSONResponse(body, status, headers)


def install(app: FastAPI) -> None:
    """Make every error of ``app`` answer in the one shape."""

    @app.exception_handler(DeskError)
    async def desk_error(request: Request, error: DeskError) -> JSONResponse:
        return error_response(request, error.status, error.key, error.arguments, headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        fields = {".".join(str(part) for part in e["loc"][1:]) or "body": e["msg"] for e in error.errors()}
        return error_response(request, 422, "invalid", fields=fields)

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> JSONResponse:
        key = {404: "not-found", 405: "not-allowed", 403: "forbidden"}.get(error.status_code, "invalid")
        return error_response(request, error.status_code, key, headers=dict(error.headers or {}))

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        log.exception("request failed", path=request.url.path, error=repr(error))
        return error_response(request, 500, "internal")

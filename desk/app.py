"""The web app of the desk: routes, errors, headers, what happens at start and end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from desk import (
    alert_pages,
    answer_pages,
    api,
    case_pages,
    charts,
    chat_page,
    console,
    console_account,
    console_articles,
    console_audit,
    console_corrections,
    console_deeds,
    console_erasure,
    console_figures,
    console_files,
    console_notices,
    console_openid,
    console_people,
    console_presence,
    console_queues,
    console_review,
    console_views,
    console_waiting,
    errors,
    help,
    outside,
    outside_api,
    request_pages,
    site,
    statistics,
    webhooks,
    widget_examples,
)
from desk.alarms import keep_alarming
from desk.answers import keep_mailing
from desk.context import Context, make_context
from desk.counting import keep_counting
from desk.guard import Guard
from desk.indexing import index_all
from desk.interrupted import fail_interrupted, keep_failing
from desk.mailed_replies import keep_reading
from desk.offers import keep_offering
from desk.outbox import OUTBOX, keep_sending
from desk.retention import keep_expiring
from desk.settings import Settings
from desk.snooze import keep_waking
from desk.trial import Trial
from desk.turns import Turns
from desk.widget import widget_router

log = structlog.get_logger()


# Everything that has addresses, in the order in which they are looked through.
ROUTED = (
    api, outside_api, site, widget_examples, help, chat_page, request_pages, alert_pages, answer_pages, case_pages,
    statistics, charts,
    console_queues, console_erasure, console_deeds, console_presence, console_views, console_notices,
    console_corrections, console_waiting, console_files, console, console_articles, console_review, console_figures,
    console_account, console_people, console_openid, console_audit,
)  # fmt: skip


@asynccontextmanager
async def _beside(context: Context, turns: Turns) -> AsyncIterator[None]:
    """What goes on beside the answers to requests. What is just being sent is sent before this ends."""
    stopping = asyncio.Event()
    senders = [
        asyncio.create_task(keep_sending(context, stopping)),
        asyncio.create_task(webhooks.keep_sending(context, stopping, webhooks.EVENTS)),
        asyncio.create_task(webhooks.keep_sending(context, stopping, outside.MIRROR)),
    ]
    works = (
        keep_expiring, keep_counting, index_all, keep_waking, keep_mailing, keep_alarming, keep_offering, keep_failing,
    )  # fmt: skip
    others = [asyncio.create_task(work(context)) for work in works]
    others.append(asyncio.create_task(keep_reading(context, turns)))
    try:
        yield
    finally:
        stopping.set()
        context.bus.publish(OUTBOX, webhooks.WEBHOOKS)
        await asyncio.gather(*senders)
        for task in others:
            task.cancel()


def create_app(settings: Settings | None = None, context: Context | None = None) -> FastAPI:
    """The desk as an ASGI app. Raises ``ProfileError`` when its profile cannot be used."""
    context = context or make_context(settings or Settings())
    settings = context.settings
    outside.check(settings, context.profile)
    context.database.before_commit = partial(outside.follow, context)

    turns = Turns(context)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        del app
        context.bus.bind()
        interrupted = fail_interrupted(context)
        log.info("desk ready", profile=context.profile.name, interrupted_turns=interrupted)
        async with _beside(context, turns):
            yield
        await context.engine.close()
        context.database.close()

    app = FastAPI(
        title="Volunteer Service Desk", version="0.1.0", lifespan=life,
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
    )  # fmt: skip
    app.state.context = context
    app.state.profile = context.profile
    app.state.texts = context.texts
    app.state.turns = turns
    app.state.statistics = {}  # the contents of the page of figures, by language
    app.state.trial = Trial(context.profile)
    app.state.rates = context.rates
    errors.install(app)
    _console_redirects(app)
    for module in ROUTED:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.include_router(widget_router())
    _middleware(app, settings)
    return app


def _console_redirects(app: FastAPI) -> None:
    @app.exception_handler(console.NotSignedIn)
    async def not_signed_in(request: Request, error: console.NotSignedIn) -> Response:
        if request.headers.get("hx-request") or error.path == console.EVENTS:
            return errors.error_response(request, 401, "forbidden")
        return RedirectResponse(f"/staff/login?next={error.path}", 303)

    @app.exception_handler(console.MustChangePassword)
    async def must_change(request: Request, error: console.MustChangePassword) -> Response:
        del request, error
        return RedirectResponse("/staff/password", 303)


def _middleware(app: FastAPI, settings: Settings) -> None:
    app.add_middleware(
        CORSMiddleware, allow_origins=settings.allowed_sites, allow_methods=["GET", "POST", "PUT", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Accept-Language", "Last-Event-ID"],
        expose_headers=["Retry-After"], max_age=600,
    )  # fmt: skip
    # Event streams are left alone; what is compressed already is, too.
    app.add_middleware(GZipMiddleware, minimum_size=500, compresslevel=6)
    app.add_middleware(Guard)

"""Two desks on one PostgreSQL store, each a process of its own: of all who claim a request exactly one gets it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from support import PLENTY, Assistant, Staff, Visitor, at_once, free_port, wait_for

from store import models as m
from store.database import Database

ROOT = Path(__file__).parent.parent
REQUESTS = 15


@pytest.fixture
def database(make_database: Callable[..., str]) -> Iterator[Database]:
    """The store of both."""
    made = Database(make_database("postgresql"))
    yield made
    made.close()


@pytest.fixture
def desks(database: Database, assistant: Assistant, tmp_path: Path) -> Iterator[list[Any]]:
    """Both, serving."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(_served(database, assistant, tmp_path)) for _ in range(2)]


@contextlib.contextmanager
def _served(database: Database, assistant: Assistant, var: Path) -> Iterator[Any]:
    """``desk serve`` as a process of its own, with what ``Staff`` and ``Visitor`` need of a desk."""
    port = free_port()
    settings = {
        "DATABASE_URL": database.url, "VAR": str(var), "PROFILE": "unv", "PORT": str(port), "OFFER_MINUTES": "0",
        "ASSISTANT_PORT": str(assistant.port), "ACTIONS_PORT": str(assistant.port), "ENGINE_TOKEN": assistant.token,
        "LOGIN_RATE": PLENTY, "MESSAGE_RATE": PLENTY, "CONVERSATION_RATE": PLENTY,
    }  # fmt: skip
    with (var / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "desk", "serve"], cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log
        )
    url = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(base_url=url, timeout=20, trust_env=False) as client:
            wait_for(lambda: process.poll() is not None or _answers(client), "a desk to start", 60)
            assert process.poll() is None, (var / f"{port}.log").read_text(encoding="utf-8")
            yield SimpleNamespace(
                url=url, client=client, assistant=assistant, context=SimpleNamespace(database=database)
            )
    finally:
        process.terminate()
        process.wait(20)


def _answers(client: httpx.Client) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return client.get("/healthz").status_code == 200
    return False


def test_of_all_who_claim_a_request_exactly_one_gets_it(desks: list[Any], database: Database) -> None:
    """Four people in two processes press at the same moment, again and again; the visitor is told of one."""
    logins = ("anna", "boris", "clara", "dan")
    people = {login: Staff.hired(desks[number % 2], login) for number, login in enumerate(logins)}
    visitors = [Visitor(desks[number % 2], "en") for number in range(REQUESTS)]
    for visitor in visitors:
        visitor.ask_person()
    winners = {_claimed_by_one(visitor, people, database) for visitor in visitors}
    for person in people.values():
        person.http.close()
    assert len(winners) > 1  # else they did not press at the same moment


def _claimed_by_one(visitor: Visitor, people: dict[str, Staff], database: Database) -> str:
    """All claim the visitor's request at once; who got it, in every respect."""
    with database.read() as session:
        ticket = session.scalars(select(m.Ticket).where(m.Ticket.conversation_id == visitor.id)).one()
    path = f"/staff/tickets/{ticket.id}/claim"
    statuses = [reply.status_code for reply in at_once(*[partial(who.http.post, path) for who in people.values()])]
    assert sorted(statuses) == [303, 409, 409, 409]
    winner = list(people)[statuses.index(303)]
    with database.read() as session:
        claimed, conversation = session.get_one(m.Ticket, ticket.id), session.get_one(m.Conversation, visitor.id)
        holder = session.scalars(select(m.Staff.id).where(m.Staff.login == winner)).one()
        entries = (m.AuditEntry.action == "ticket.claimed", m.AuditEntry.subject == claimed.case)
        assert (claimed.state, claimed.assignee) == ("claimed", holder)
        assert (conversation.state, conversation.owner) == ("staff", holder)
        assert session.scalars(select(m.AuditEntry.actor).where(*entries)).all() == [winner]
    (joined,) = [each["text"] for each in visitor.messages("system") if "has joined" in each["text"]]
    assert winner.title() in joined
    return winner

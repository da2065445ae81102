"""The administrators' page of staff: adding with a one-time link, roles, letting in and shutting out. Routes only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import accounts, permissions, second_factor
from desk.access import ManagesPeople
from desk.api import Desk
from desk.console import Protected, page
from desk.console_account import said
from desk.context import Context
from desk.errors import DeskError
from store.models import Staff

router = APIRouter(prefix="/staff/people", include_in_schema=False)


@router.get("")
def people_page(request: Request, desk: Desk, staff: ManagesPeople) -> HTMLResponse:
    """Who works here."""
    return _people(request, desk, staff)


def _people(request: Request, desk: Context, staff: Staff, status: int = 200, **values: Any) -> HTMLResponse:
    with desk.database.read() as session:
        found = session.scalars(select(Staff).order_by(Staff.login)).all()
    shown = {"error": "", "made": None, **values}
    return page(
        request, "people", staff, status, people=found, roles=permissions.ROLES, hours=accounts.LINK_HOURS, **shown
    )


def _link(request: Request, desk: Context, token: str) -> str:
    """The address of a one-time link."""
    base = desk.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}/staff/welcome/{token}"


@router.post("", dependencies=Protected)
def add_person(
    request: Request, desk: Desk, staff: ManagesPeople, login: Annotated[str, Form()], name: Annotated[str, Form()],
    role: Annotated[str, Form()],
) -> HTMLResponse:  # fmt: skip
    """Add a member of staff; the link by which they choose a password is shown once."""
    try:
        with desk.database.write() as session:
            added, _ = accounts.add(session, login, name, role, staff.login, staff.language)
            token = accounts.invite(session, added, staff.login)
    except DeskError as error:
        return _people(request, desk, staff, error.status, error=said(desk, staff, error))
    return _people(request, desk, staff, made={"login": added.login, "link": _link(request, desk, token)})


@router.post("/{login}/link", dependencies=Protected)
def new_link(request: Request, desk: Desk, staff: ManagesPeople, login: str) -> HTMLResponse:
    """Another one-time link, for somebody who has forgotten the password."""
    with desk.database.write() as session:
        person = accounts.named(session, login)
        token = accounts.invite(session, person, staff.login)
    return _people(request, desk, staff, made={"login": person.login, "link": _link(request, desk, token)})


@router.post("/{login}/{deed}", dependencies=Protected)
def act(
    request: Request, desk: Desk, staff: ManagesPeople, login: str, deed: str, role: Annotated[str, Form()] = "",
    email: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Change role or address, deactivate, activate, or take the second factor away."""
    deeds: dict[str, Callable[[Session], None]] = {
        "role": lambda session: accounts.set_role(session, login, role, staff.login),
        "email": lambda session: accounts.set_email(session, login, email, staff.login),
        "deactivate": lambda session: accounts.set_active(session, login, False, staff.login),
        "activate": lambda session: accounts.set_active(session, login, True, staff.login),
        "second-factor": lambda session: second_factor.remove(session, accounts.named(session, login), staff.login),
    }
    if deed not in deeds:
        raise DeskError(404, "not-found")
    try:
        with desk.database.write() as session:
            deeds[deed](session)
    except DeskError as error:
        if error.status == 404:
            raise
        return _people(request, desk, staff, error.status, error=said(desk, staff, error))
    return RedirectResponse("/staff/people", 303)

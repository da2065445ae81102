"""``desk run``: prepares everything (store, data, model), then becomes supervisord, which keeps the three parts up."""

from __future__ import annotations

import datetime as dt
import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import typer
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from desk import accounts, outside
from desk.model import RASA, ROOT, TrainingError, rasa_environment, train
from desk.settings import Settings
from store import demo_applications, demonstration, load
from store.database import Database
from store.datafile import DataError
from store.exchange import Conflict
from store.profile import ProfileError, load_profile

READY_WITHIN = 300.0
FIRST_LOGIN = "first-login.txt"


def say(text: str) -> None:
    """Tell the person at the terminal what is going on."""
    typer.echo(f"desk: {text}")


def warn(text: str) -> None:
    """Tell of something that somebody should look after."""
    typer.secho(f"desk: {text}", err=True, fg=typer.colors.YELLOW)


def stop(text: str) -> typer.Exit:
    """Say what is wrong, and leave."""
    typer.secho(f"desk: {text}", err=True, fg=typer.colors.RED)
    return typer.Exit(2)


def check_ports(settings: Settings) -> None:
    """Raise ``typer.Exit`` when another program has one of the ports."""
    wanted = {"PORT": settings.port, "ASSISTANT_PORT": settings.assistant_port, "ACTIONS_PORT": settings.actions_port}
    for name, port in wanted.items():
        host = settings.host if name == "PORT" else "127.0.0.1"
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise stop(
                    f"port {port} on {host} cannot be used ({error.strerror}): another program has it. "
                    f"Stop that program, or choose another port: make run {name}={port + 100}"
                ) from error


def unusable(settings: Settings, error: OperationalError) -> typer.Exit:
    """Say that the store cannot be reached, and why."""
    address = make_url(settings.store_url).render_as_string(hide_password=True)
    return stop(f"the store {address} cannot be used: {error.orig}")


def fill_store(settings: Settings, demo: bool) -> None:
    """Migrate and fill the store. Raises ``typer.Exit`` when a data file is wrong; then nothing has changed."""
    try:
        profile = load_profile(settings.profile)
    except ProfileError as error:
        raise stop(str(error)) from error
    database = Database(settings.store_url)
    try:
        database.migrate()
        with database.write() as session:
            changes, conflicts = load.load_files(session, load.DataFiles(profile))
            if demo and profile.demonstration:
                changes += demonstration.load(session, profile, dt.datetime.now(dt.UTC).date())
    except OperationalError as error:
        raise unusable(settings, error) from error
    except DataError as error:
        raise stop(f"a data file is wrong, the store is as it was. {error}") from error
    finally:
        database.close()
    rows = sum(change.added + change.changed + change.removed for change in changes)
    say(f"store: {rows} rows brought up to date" if rows else "store: up to date")
    tell_conflicts(conflicts)


def tell_conflicts(conflicts: Sequence[Conflict]) -> None:
    """Name the articles that were changed on both sides, and say how to decide."""
    for conflict in conflicts:
        warn(f"conflict: article {conflict}")
    if conflicts:
        warn(
            f"{len(conflicts)} articles stay as they were in the console. To decide: `desk knowledge import "
            "--take-files` takes the files' words, `--keep-store` the console's (docs/editors.md)"
        )


def first_administrator(settings: Settings) -> None:
    """Make an administrator when there is none; the password is in VAR/first-login.txt until it has been changed."""
    database = Database(settings.store_url)
    path = settings.var / FIRST_LOGIN
    with database.write() as session:
        if not accounts.has_administrator(session):
            _, password = accounts.add(session, "admin", "Administrator", "administrator", "desk")
            path.touch(mode=0o600)
            path.write_text(f"name: admin\npassword: {password}\n", encoding="utf-8")
    database.close()


def run(settings: Settings, demo: bool = True) -> None:
    """Prepare everything, then replace this process by supervisord. Raises ``typer.Exit`` on what cannot be."""
    if not RASA.exists():
        raise stop(f"the assistant's environment is missing ({RASA}); run: uv sync --locked --project assistant")
    settings.var.mkdir(parents=True, exist_ok=True)
    (settings.var / "log").mkdir(exist_ok=True)
    check_ports(settings)
    try:
        profile = load_profile(settings.profile)
        outside.check(settings, profile)
        say(f"profile {settings.profile}; store {settings.store_url.split('@')[-1]}")
        fill_store(settings, demo)
        first_administrator(settings)
        say("model: looking whether its inputs have changed (training takes two to three minutes)")
        path, trained = train(profile, settings.var / "log" / "training.log")
    except (ProfileError, TrainingError) as error:
        raise stop(str(error)) from error
    say(f"model: {path.name} {'trained' if trained else 'is up to date'}")
    say("starting the parts; the assistant takes about 20 seconds")
    sys.stdout.flush()
    command = [str(Path(sys.executable).parent / "supervisord"), "-c", str(ROOT / "deploy" / "supervisord.conf")]
    os.execve(command[0], command, environment(settings, path))  # noqa: S606 - becomes supervisord: signals reach it


def environment(settings: Settings, model: Path) -> dict[str, str]:
    """What deploy/supervisord.conf and the parts read."""
    profile = str(Path(settings.profile).resolve()) if "/" in settings.profile else settings.profile
    return rasa_environment(
        ROOT=str(ROOT), VAR=str(settings.var.resolve()), PYTHON=sys.executable, RASA=str(RASA), MODEL=str(model),
        PROFILE=profile, DATABASE_URL=settings.store_url, HOST=settings.host, PORT=str(settings.port),
        ASSISTANT_PORT=str(settings.assistant_port), ACTIONS_PORT=str(settings.actions_port),
        ACTIONS_URL=f"{settings.actions_url}/webhook", RASA_DB=str(settings.rasa_db), ENGINE_TOKEN=settings.token(),
        PYTHONUNBUFFERED="1",
    )  # fmt: skip


def announce(settings: Settings) -> None:
    """Wait until every part is ready, then print where to go and how to log in."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    address = settings.address
    began, parts = time.monotonic(), "nothing answers yet"
    with httpx.Client(timeout=3, trust_env=False) as client:
        while time.monotonic() - began < READY_WITHIN:
            try:
                reply = client.get(f"http://{host}:{settings.port}/readyz")
                parts = reply.text
                if reply.status_code == 200:
                    break
            except httpx.HTTPError as error:
                parts = repr(error)
            time.sleep(0.5)
        else:
            say(f"not ready after {READY_WITHIN:.0f} s: {parts}; look into {settings.var}/log")
            return
    lines = [
        "ready",
        f"  the demonstration site with the chat   {address}/",
        f"  the staff console                      {address}/staff",
        *_login_lines(settings),
        *_mail_lines(settings),
        f"  logs                                   {settings.var}/log",
        "  Ctrl-C stops everything",
    ]
    for line in lines:
        say(line)


def _mail_lines(settings: Settings) -> list[str]:
    """Where mail goes that is not sent, and an application to ask for."""
    database = Database(settings.store_url)
    with database.read() as session:
        reference = demo_applications.example(session)
    database.close()
    lines = [] if settings.smtp_url else [f"  mail (SMTP_URL is not set)             {settings.maildir}/new"]
    return [*lines, f"  an invented application to ask for     {reference}"] if reference else lines


def _login_lines(settings: Settings) -> list[str]:
    path = settings.var / FIRST_LOGIN
    if not path.exists():
        return []
    database = Database(settings.store_url)
    with database.read() as session:
        waiting = accounts.must_change(session, "admin")
    database.close()
    if not waiting:
        path.unlink()
        return []
    name, password = (line.split(": ", 1)[1] for line in path.read_text(encoding="utf-8").splitlines())
    return [f"  the first login                        {name} / {password} (to be changed at once)"]

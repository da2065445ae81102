"""The command line: ``desk COMMAND``. Each command does one thing that a person who runs the service needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import structlog
import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desk import accounts, alert_mail, launch, permissions, second_factor, starter
from desk.context import make_context
from desk.errors import DeskError
from desk.model import TrainingError, train
from desk.settings import Settings
from store import assignment_import, check, demonstration, exchange, importing
from store import load as loading
from store.database import Database
from store.datafile import DataError
from store.feed import FeedError, without_login
from store.importfile import ImportErrors
from store.profile import Profile, ProfileError, load_profile

app = typer.Typer(help="The Volunteer Service Desk.", no_args_is_help=True, pretty_exceptions_enable=False)
staff_app = typer.Typer(help="Accounts of staff.", no_args_is_help=True)
demo_app = typer.Typer(help="Demonstration data.", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
knowledge_app = typer.Typer(
    help="Articles: the check of the files, and what the console changed.", no_args_is_help=True
)
app.add_typer(demo_app, name="demo")
import_app = typer.Typer(help="Data from outside the profile.", no_args_is_help=True)
app.add_typer(import_app, name="import")
sync_app = typer.Typer(help="Data from feeds.", no_args_is_help=True)
app.add_typer(sync_app, name="sync")
app.add_typer(knowledge_app, name="knowledge")


def settings() -> Settings:
    """The settings of this start; a bad value is named, and the command ends."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "?"
        raise launch.stop(f"setting {name}={first['input']!r}: {first['msg']} (docs/settings.md)") from error
    except SettingsError as error:
        raise launch.stop(f"a setting is not the JSON it must be: {error} (docs/settings.md)") from error


@app.command()
def init(name: str) -> None:
    """Write an empty profile, profiles/NAME, that starts."""
    try:
        folder = starter.write(name)
    except (FileExistsError, ValueError) as error:
        raise launch.stop(str(error)) from error
    launch.say(f"{folder} written; fill it, then: make run PROFILE={name}")


@app.command()
def load(demo: Annotated[bool, typer.Option(help="Load the demonstration data too.")] = False) -> None:
    """Migrate the store and fill it from the data files; all or nothing."""
    launch.fill_store(settings(), demo)


@app.command("alerts")
def write_alerts() -> None:
    """Write the mails about new assignments; the running desk sends them. For cron."""
    chosen = settings()
    try:
        context = make_context(chosen)
    except ProfileError as error:
        raise launch.stop(str(error)) from error
    try:
        context.database.migrate()
        written = alert_mail.write_all(context)
    except OperationalError as error:
        raise launch.unusable(chosen, error) from error
    finally:
        context.database.close()
    launch.say(f"alerts: {written} mails written")


@app.command("train")
def train_model() -> None:
    """Train the assistant's model if what it is made from has changed."""
    chosen = settings()
    try:
        path, trained = train(load_profile(chosen.profile), chosen.var / "log" / "training.log")
    except (ProfileError, TrainingError) as error:
        raise launch.stop(str(error)) from error
    launch.say(f"model: {path} {'trained' if trained else 'is up to date'}")


@app.command()
def run(demo: Annotated[bool, typer.Option(help="Load the demonstration data.")] = True) -> None:
    """Prepare everything and start actions, assistant and desk under supervisor."""
    launch.run(settings(), demo)


@app.command()
def serve() -> None:
    """Start the desk alone (supervisor does this)."""
    # Every other command starts in three quarters of the time without the pages.
    import uvicorn  # noqa: PLC0415

    from desk.app import create_app  # noqa: PLC0415

    chosen = settings()
    structlog.configure(processors=[
        structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False),
    ])  # fmt: skip
    try:
        served = create_app(chosen)
    except ProfileError as error:
        raise launch.stop(str(error)) from error
    uvicorn.run(
        served, host=chosen.host, port=chosen.port, access_log=False, log_level="warning",
        forwarded_allow_ips=chosen.trusted_proxies or None, proxy_headers=bool(chosen.trusted_proxies),
        timeout_graceful_shutdown=3,
    )  # fmt: skip


@app.command(hidden=True)
def announce() -> None:
    """Print the addresses once everything is ready (supervisor does this)."""
    launch.announce(settings())


@staff_app.command("add")
def staff_add(
    login: str, name: str, role: Annotated[str, typer.Option(help="agent, supervisor or administrator")] = "agent"
) -> None:
    """Add a member of staff and print the first password."""
    database = Database(settings().store_url)
    try:
        with database.write() as session:
            staff, password = accounts.add(session, login, name, role, "command line")
    except DeskError as error:
        raise launch.stop(
            f"{login!r} ({role!r}) cannot be added: {error}; roles are {', '.join(permissions.ROLES)}"
        ) from error
    launch.say(f"{staff.login} / {password} (to be changed at the first login)")


@staff_app.command("password")
def staff_password(login: str) -> None:
    """Give somebody a new first password and end all their logins."""
    database = Database(settings().store_url)
    try:
        with database.write() as session:
            password = accounts.new_password(session, login, "command line")
    except DeskError as error:
        raise launch.stop(f"there is nobody called {login!r}") from error
    launch.say(f"{login} / {password} (to be changed at the first login)")


@staff_app.command("email")
def staff_email(login: str, email: str) -> None:
    """Set the address to which alarms of unclaimed requests go for somebody."""
    database = Database(settings().store_url)
    try:
        with database.write() as session:
            accounts.set_email(session, login, email, "command line")
    except DeskError as error:
        wrong = f"there is nobody called {login!r}" if error.status == 404 else f"{email!r} is not an e-mail address"
        raise launch.stop(wrong) from error
    finally:
        database.close()
    launch.say(f"alarms for {login} go to {email}")


@staff_app.command("second-factor")
def staff_second_factor(login: str) -> None:
    """Take somebody's second factor away, and end all their logins."""
    database = Database(settings().store_url)
    try:
        with database.write() as session:
            second_factor.remove(session, accounts.named(session, login), "command line")
    except DeskError as error:
        raise launch.stop(f"there is nobody called {login!r} with a second factor") from error
    finally:
        database.close()
    launch.say(f"{login} logs in with the password alone until a second factor is set up again")


@demo_app.command("remove")
def demo_remove() -> None:
    """Take all demonstration data out of the store."""
    database = Database(settings().store_url)
    with database.write() as session:
        changes = demonstration.remove(session)
    launch.say(f"demonstration data: {sum(change.removed for change in changes)} rows removed")


DRY_RUN = typer.Option(help="Only say what would be done.")
ALLOW_SHRINK = typer.Option("--allow-shrink", help="Even if nothing is listed, or less than half of before.")


@contextmanager
def _importing() -> Iterator[tuple[Database, Profile]]:
    """The store and the profile for an import; whatever is wrong is said, and the command ends."""
    chosen = settings()
    database = Database(chosen.store_url)
    try:
        profile = load_profile(chosen.profile)
        database.migrate()
        yield database, profile
    except ImportErrors as error:
        count = f"{error.total} errors" + (
            f", the first {len(error.errors)}" if error.total > len(error.errors) else ""
        )
        raise launch.stop(f"nothing was imported; {count}:\n{error}") from error
    except assignment_import.ShrinkError as error:
        raise launch.stop(f"nothing was imported; {error}. If that is right, import it with --allow-shrink") from error
    except FeedError as error:
        raise launch.stop(f"nothing was imported; {error}") from error
    except (ProfileError, DataError) as error:
        raise launch.stop(str(error)) from error
    except OperationalError as error:
        raise launch.unusable(chosen, error) from error
    finally:
        database.close()


@import_app.command("statistics")
def import_statistics(file: Path, dry_run: Annotated[bool, DRY_RUN] = False) -> None:
    """Import figures from a CSV or XLSX file with the columns of statistics.csv; all or nothing."""
    with _importing() as (database, profile):  # noqa: SIM117 - the transaction ends before it is spoken of
        with database.read() if dry_run else database.write() as session:
            planned = importing.plan(session, profile, file)
            if not dry_run:
                importing.carry_out(session, planned)
    done = "would be added" if dry_run else "added"
    launch.say(f"figures: {planned.added} {done}, {planned.changed} changed, {planned.unchanged} unchanged")


@import_app.command("assignments")
def import_assignments(
    file: Path,
    source: Annotated[str, typer.Option(help="The source whose assignments these are, all of them.")] = "file",
    dry_run: Annotated[bool, DRY_RUN] = False,
    allow_shrink: Annotated[bool, ALLOW_SHRINK] = False,
) -> None:
    """Make the assignments of a source those of a CSV, XLSX or JSON file; all or nothing."""
    with _importing() as (database, _):
        origin = _origin(source)
        planned = assignment_import.import_file(database, file, origin, dry_run=dry_run, allow_shrink=allow_shrink)
    _tell(planned, dry_run)


@import_app.command("withdraw")
def import_withdraw(source: str) -> None:
    """Take all assignments of a source out of the store."""
    with _importing() as (database, _), database.write() as session:
        known = assignment_import.origins(session)
        if source not in known:
            raise launch.stop(f"there are no assignments of {source!r}; there are those of: {', '.join(known) or '-'}")
        removed = assignment_import.remove(session, source)
    launch.say(f"assignments of {source}: {removed} removed")


@import_app.command("remove")
def import_remove() -> None:
    """Take all imported figures out of the store."""
    database = Database(settings().store_url)
    with database.write() as session:
        changes = importing.remove(session)
    database.close()
    launch.say(f"imported figures: {changes[0].removed} removed")


@sync_app.command("assignments")
def sync_assignments(
    url: str,
    source: Annotated[str, typer.Option(help="The source whose assignments these are; by default the address.")] = "",
    dry_run: Annotated[bool, DRY_RUN] = False,
    allow_shrink: Annotated[bool, ALLOW_SHRINK] = False,
) -> None:
    """Make the assignments of a source those of a JSON feed over HTTP; all or nothing."""
    with _importing() as (database, _):
        origin = _origin(source or without_login(url))
        planned = assignment_import.sync_feed(database, url, origin, dry_run=dry_run, allow_shrink=allow_shrink)
    if planned is None:
        launch.say(f"assignments of {origin}: the feed has not changed")
        return
    _tell(planned, dry_run)


def _origin(source: str) -> str:
    """The name of a source, if it can be one."""
    if 0 < len(source) <= assignment_import.LONGEST_ORIGIN:
        return source
    raise launch.stop(f"--source {source!r}: give a name of 1 to {assignment_import.LONGEST_ORIGIN} characters")


def _tell(planned: assignment_import.Plan, dry_run: bool) -> None:
    """Say what an import of assignments did, or would do."""
    launch.say(
        f"assignments of {planned.origin}{', dry run' if dry_run else ''}: {planned.added} new, "
        f"{planned.changed} changed, {planned.withdrawn} withdrawn, {planned.unchanged} unchanged"
    )


@knowledge_app.command("check")
def knowledge_check() -> None:
    """Look through the profile's article files; exit status 1 when something is wrong."""
    try:
        faults = check.check(loading.DataFiles(load_profile(settings().profile)), dt.datetime.now(dt.UTC).date())
    except (ProfileError, DataError) as error:
        raise launch.stop(str(error)) from error
    for fault in faults:
        typer.echo(str(fault))
    errors = len(check.errors(faults))
    launch.say(f"articles: {errors} errors, {len(faults) - errors} warnings")
    if errors:
        raise typer.Exit(1)


@knowledge_app.command("import")
def knowledge_import(
    take_files: Annotated[bool, typer.Option("--take-files", help="Conflicts: the files' words hold.")] = False,
    keep_store: Annotated[bool, typer.Option("--keep-store", help="Conflicts: the console's words hold.")] = False,
) -> None:
    """Load changed article files; exit status 1 when the console changed the same articles."""
    if take_files and keep_store:
        raise launch.stop("--take-files and --keep-store exclude each other")
    prefer: exchange.Side | None = "files" if take_files else "store" if keep_store else None
    _carry(lambda session, files: loading.import_articles(session, files, prefer), "imported")


@knowledge_app.command("export")
def knowledge_export() -> None:
    """Write what the console changed into the article files; exit status 1 when these were changed too."""
    _carry(
        lambda session, files: exchange.export_files(session, files.profile, loading.article_words(files)), "exported"
    )


def _carry(work: Callable[[Session, loading.DataFiles], exchange.Exchange], done: str) -> None:
    chosen = settings()
    database = Database(chosen.store_url)
    try:
        database.migrate()
        files = loading.DataFiles(load_profile(chosen.profile))
        with database.write() as session:
            result = work(session, files)
    except (ProfileError, DataError, OSError) as error:
        raise launch.stop(str(error)) from error
    finally:
        database.close()
    for sign, keys in (("+", result.added), ("*", result.changed), ("-", result.removed)):
        for article_id, language in keys:
            typer.echo(f"{sign} {article_id} ({language})")
    launch.say(f"articles: {len(result.carried)} {done}")
    if result.newer:
        names = ", ".join(f"{article_id} ({language})" for article_id, language in result.newer)
        launch.warn(f"changed in the files only, not loaded yet: {names}; load them: desk knowledge import")
    launch.tell_conflicts(result.conflicts)
    if result.conflicts:
        raise typer.Exit(1)

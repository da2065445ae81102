"""What every service of the desk works with: settings, profile, texts, store, bus, assistant, vault, limits, post."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from desk.engine import Engine
from desk.events import Bus
from desk.mail import Maildir, Post, smtp_server
from desk.masking import Vault
from desk.presence import Presence
from desk.rates import Rates
from desk.settings import Settings
from store.database import Database
from store.profile import Profile, load_profile
from texts.catalogue import Catalogue


@dataclass
class Context:
    """One desk. Services take it as their first argument; nothing is global."""

    settings: Settings
    profile: Profile
    texts: Catalogue
    database: Database
    engine: Engine
    vault: Vault
    rates: Rates
    post: Post
    bus: Bus = field(default_factory=Bus)
    presence: Presence = field(default_factory=Presence)

    async def write[T](self, work: Callable[[Session], T]) -> T:
        """Run ``work`` with a writing session in a thread."""

        def run() -> T:
            with self.database.write() as session:
                return work(session)

        return await asyncio.to_thread(run)

    async def read[T](self, work: Callable[[Session], T]) -> T:
        """Run ``work`` with a reading session in a thread."""

        def run() -> T:
            with self.database.read() as session:
                return work(session)

        return await asyncio.to_thread(run)


def make_context(settings: Settings) -> Context:
    """The desk that ``settings`` describe. Raises ``ProfileError`` for a profile that cannot be used."""
    profile = load_profile(settings.profile)
    engine = Engine(settings.assistant_url, settings.actions_url, settings.token(), settings.engine_timeout)
    vault = Vault(vault_key(settings))
    database = Database(settings.store_url)
    rates = Rates(
        conversation=settings.conversation_rate, message=settings.message_rate, login=settings.login_rate,
        code=settings.code_rate, code_network=settings.code_network_rate, alert=settings.alert_rate,
        alert_network=settings.alert_network_rate, case=settings.case_rate,
    )  # fmt: skip
    post: Post = smtp_server(settings.smtp_url) if settings.smtp_url else Maildir(settings.maildir)
    return Context(settings, profile, profile.catalogue(), database, engine, vault, rates, post)


def vault_key(settings: Settings) -> bytes:
    """The key of this installation in VAR/vault.key, made at the first start. Losing it loses masked values only."""
    path = settings.var / "vault.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(Fernet.generate_key())
    return path.read_bytes().strip()

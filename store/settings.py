"""Settings that every part shares, from the environment (``DATABASE_URL``, ``PROFILE``, ``VAR``)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class StoreSettings(BaseSettings):
    """Where the store is and whose it is. A bad value is named at start."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    profile: str = Field("unv", description="Folder of `profiles/` (or a path) that names the organisation.")
    var: Path = Field(Path("var"), description="Folder for all that the service writes: the store, keys, logs.")
    database_url: str = Field("", description="SQLAlchemy URL of the store; empty means SQLite in VAR/desk.db.")

    @property
    def store_url(self) -> str:
        """The URL of the store."""
        return self.database_url or f"sqlite:///{(self.var / 'desk.db').resolve()}"

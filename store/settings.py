"""Settings that every part shares, from the environment (``DATABASE_URL``, ``PROFILE``, ``VAR``)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


class StoreSettings(BaseSettings):
    """Where the store is and whose it is. A bad value is named at start."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    profile: str = Field("unv", description="Folder of `profiles/` (or a path) that names the organisation.")
    var: Path = Field(Path("var"), description="Folder for all that the service writes: the store, keys, logs.")
    database_url: str = Field("", description="SQLAlchemy URL of the store; empty means SQLite in VAR/desk.db.")

    @field_validator("database_url")
    @classmethod
    def _url(cls, value: str) -> str:
        try:
            if value:
                make_url(value).get_dialect()
        except ArgumentError as error:
            raise ValueError("not a database URL; write it like postgresql+psycopg://user@host/name") from error
        return value

    @property
    def store_url(self) -> str:
        """The URL of the store."""
        return self.database_url or f"sqlite:///{(self.var / 'desk.db').resolve()}"

"""All settings of the desk, from the environment over ``.env`` over the defaults; docs/settings.md lists them."""

from __future__ import annotations

import secrets
from email.errors import HeaderParseError
from email.headerregistry import Address
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from limits import parse
from pydantic import Field, field_validator, model_validator

from desk.imap import imap_mailbox
from desk.mail import HERE, smtp_server
from desk.permissions import ROLES
from store.profile import Profile
from store.settings import StoreSettings

WEBHOOK_SECRET_LENGTH = 16


class Settings(StoreSettings):
    """Settings of the desk. A bad value is named at start."""

    host: str = Field("127.0.0.1", description="Address the desk listens on.")
    port: int = Field(8000, ge=1, le=65535, description="Port of the desk.")
    assistant_port: int = Field(5005, ge=1, le=65535, description="Loopback port of the assistant (Rasa).")
    actions_port: int = Field(5055, ge=1, le=65535, description="Loopback port of the action server.")
    engine_token: str = Field("", description="Token between desk and assistant; empty: made in VAR/engine.token.")
    engine_timeout: float = Field(8.0, gt=0, description="Seconds the assistant may take for an answer.")
    public_url: str = Field("", description="Address visitors use, such as https://desk.example.org; for links.")
    allowed_sites: list[str] = Field(
        [], description='Origins whose pages may embed the widget, JSON: ["https://a.org"].'
    )
    message_length: int = Field(2000, ge=100, description="Longest message of a visitor, characters.")
    message_rate: str = Field("60/minute", description="Messages a conversation may send (`limits` notation).")
    conversation_rate: str = Field("120/minute", description="Conversations one address may begin.")
    login_rate: str = Field("10/15 minutes", description="Attempts to log in from one address.")
    code_rate: str = Field("5/hour", description="One-time codes for a conversation, and for an address or reference.")
    code_network_rate: str = Field("30/hour", description="One-time codes asked for from one network address.")
    alert_rate: str = Field("3/day", description="Mails that confirm an alert, for a conversation and for an address.")
    alert_network_rate: str = Field("30/day", description="Mails that confirm an alert, from one network address.")
    case_rate: str = Field("30/15 minutes", description="Looks at cases by number and code, from one network address.")
    session_hours: int = Field(12, ge=1, description="Hours a login of staff lasts.")
    session_idle_minutes: int = Field(120, ge=1, description="Minutes without use after which a login of staff ends.")
    oidc_issuer: str = Field("", description="OpenID provider for staff, such as https://id.example.org; empty: none.")
    oidc_client_id: str = Field("", description="What the provider calls the desk.")
    oidc_client_secret: str = Field("", description="The desk's secret at the provider.")
    oidc_role_claim: str = Field("groups", description="Claim of the provider that decides the role.")
    oidc_roles: dict[str, str] = Field(
        {}, description='Role by value of the claim, JSON: {"desk-admins": "administrator"}.'
    )
    offer_minutes: int = Field(
        3, ge=0, description="Minutes for which a waiting request is offered to one member of staff; 0: not at all."
    )
    smtp_url: str = Field(
        "", description="Mail server, such as smtp+starttls://user:password@host:587; empty: mail goes to VAR/mail."
    )
    mail_from: str = Field("", description="Sender of mails; empty: the profile's support address.")
    answer_mail_minutes: int = Field(
        10, ge=0, description="Minutes after which an answer that its visitor has not seen is mailed."
    )
    imap_url: str = Field(
        "", description="Mailbox that replies come to, such as imaps://user:password@host/INBOX; empty: none is read."
    )
    webhook_url: str = Field("", description="Outside system that events are posted to; empty: none.")
    webhook_secret: str = Field("", description="Secret that signs them, 16 characters or more.")
    outside_desk: Literal["", "webhook", "zammad"] = Field(
        "", description="Outside desk that requests are mirrored to: webhook or zammad; empty: none."
    )
    outside_desk_url: str = Field("", description="Its address; of a Zammad such as https://zammad.example.org.")
    outside_desk_token: str = Field("", description="Token of the desk's user at Zammad.")
    outside_desk_secret: str = Field("", description="Secret that signs what goes there and what comes back.")
    outside_desk_queues: dict[str, str] = Field(
        {}, description='Queues that are mirrored, with their group at Zammad, JSON: {"general": "Volunteers"}.'
    )
    secure_cookies: bool = Field(False, description="Send the staff cookie over https only; set it behind https.")
    trusted_proxies: str = Field("", description="Addresses of proxies whose X-Forwarded-For counts, comma-separated.")

    @field_validator(
        "message_rate", "conversation_rate", "login_rate", "code_rate", "code_network_rate", "alert_rate",
        "alert_network_rate", "case_rate",
    )  # fmt: skip
    @classmethod
    def _rate(cls, value: str) -> str:
        parse(value)
        return value

    @field_validator("oidc_roles")
    @classmethod
    def _roles(cls, value: dict[str, str]) -> dict[str, str]:
        unknown = sorted(set(value.values()) - set(ROLES))
        if unknown:
            raise ValueError(f"not a role: {', '.join(unknown)}; roles are {', '.join(ROLES)}")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _server(cls, value: str) -> str:
        if value:
            smtp_server(value)
        return value

    @field_validator("imap_url")
    @classmethod
    def _mailbox(cls, value: str) -> str:
        if value:
            imap_mailbox(value)
        return value

    @field_validator("webhook_url", "outside_desk_url")
    @classmethod
    def _outside(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("not an address; write it like https://system.example.org/events")
        if parts.scheme == "http" and parts.hostname not in HERE:
            raise ValueError("people's data would be sent unencrypted; use https://")
        return value

    @field_validator("outside_desk_queues")
    @classmethod
    def _mirrored(cls, value: dict[str, str]) -> dict[str, str]:
        if "sensitive" in value:
            raise ValueError("the queue sensitive is never mirrored")
        return value

    @model_validator(mode="after")
    def _signed(self) -> Self:
        if self.webhook_url and len(self.webhook_secret) < WEBHOOK_SECRET_LENGTH:
            raise ValueError(f"WEBHOOK_URL needs a WEBHOOK_SECRET of {WEBHOOK_SECRET_LENGTH} characters or more")
        return self

    @model_validator(mode="after")
    def _mirrorable(self) -> Self:
        if not self.outside_desk:
            return self
        if not self.outside_desk_url:
            raise ValueError("OUTSIDE_DESK needs an OUTSIDE_DESK_URL")
        if len(self.outside_desk_secret) < WEBHOOK_SECRET_LENGTH:
            raise ValueError(f"OUTSIDE_DESK needs an OUTSIDE_DESK_SECRET of {WEBHOOK_SECRET_LENGTH} characters or more")
        if self.outside_desk == "zammad" and not self.outside_desk_token:
            raise ValueError("OUTSIDE_DESK=zammad needs an OUTSIDE_DESK_TOKEN")
        return self

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, value: str) -> str:
        try:
            return Address(addr_spec=value).addr_spec if value else ""
        except HeaderParseError as error:
            raise ValueError("not an e-mail address; write it like desk@example.org") from error

    @property
    def address(self) -> str:
        """Where people reach the desk, without a slash at the end; for links."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")

    def sender(self, profile: Profile) -> str:
        """The address that mails come from, and replies go to."""
        return self.mail_from or profile.contacts.support

    @property
    def maildir(self) -> Path:
        """Where mail goes that no server is there for."""
        return self.var / "mail"

    @property
    def files(self) -> Path:
        """Where files from visitors lie."""
        return self.var / "files"

    @property
    def assistant_url(self) -> str:
        """Where the assistant listens."""
        return f"http://127.0.0.1:{self.assistant_port}"

    @property
    def actions_url(self) -> str:
        """Where the action server listens."""
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def rasa_db(self) -> Path:
        """The assistant's tracker store."""
        return (self.var / "rasa.db").resolve()

    def token(self) -> str:
        """The bearer token between desk and assistant, made once if none is set."""
        return self.engine_token or secret(self.var / "engine.token", 32)


def secret(path: Path, size: int) -> str:
    """A random text kept in ``path``, readable by its owner only; made when it is not there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(size), encoding="ascii")
    return path.read_text(encoding="ascii").strip()

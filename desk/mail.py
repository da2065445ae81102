"""How mail leaves the desk: by SMTP, or into a maildir where no server is set.

``smtps://`` is encrypted from the first byte, ``smtp+starttls://`` insists on STARTTLS, ``smtp://`` is not encrypted;
a password is sent unencrypted to this machine only. Certificates are checked against the system's (``SSL_CERT_FILE``).
"""

from __future__ import annotations

import contextlib
import mailbox
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
HERE = ("localhost", "127.0.0.1", "::1")
TIMEOUT_SECONDS = 5.0

type Post = Callable[[EmailMessage], None]


class _AddressHeader(UnstructuredHeader, BaseHeader):
    """A header that holds an address of the web: Python would encode a long one, and mail programs read no such."""

    def fold(self, *, policy: Policy[Any]) -> str:
        """The header on one line; RFC 5322 allows 998 characters."""
        return f"{self.name}: {self}{policy.linesep}"


_headers = HeaderRegistry()
_headers.map_to_type("list-unsubscribe", _AddressHeader)
# How the desk's mails are written.
POLICY = EmailPolicy(header_factory=_headers)


@dataclass(frozen=True)
class SmtpServer:
    """A mail server and how to speak to it."""

    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)

    def __call__(self, message: EmailMessage) -> None:
        """Hand ``message`` over. Raises ``OSError`` or ``smtplib.SMTPException`` when the server did not take it."""
        smtp = (
            smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
            if self.scheme == "smtps"
            else smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
        )
        try:
            if self.scheme == "smtp+starttls":
                smtp.starttls(context=ssl.create_default_context())
            if self.user:
                smtp.login(self.user, self.password)
            smtp.send_message(message)
            # The server has it: however the farewell goes, the mail must not be sent again.
            with contextlib.suppress(smtplib.SMTPException):
                smtp.quit()
        finally:
            smtp.close()


def smtp_server(url: str) -> SmtpServer:
    """The server of ``smtp+starttls://user:password@host:587``. Raises ``ValueError`` for what is no such address."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"not a mail server; write it like smtp+starttls://user@host:587 ({', '.join(PORTS)})")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if user and parts.scheme == "smtp" and parts.hostname not in HERE:
        raise ValueError("a password would be sent unencrypted; use smtps:// or smtp+starttls://")
    return SmtpServer(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], user, password)


@dataclass(frozen=True)
class Maildir:
    """A folder that mail programs can read; nothing is sent."""

    folder: Path

    def __call__(self, message: EmailMessage) -> None:
        """Put ``message`` into the folder. Raises ``OSError``."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(mailbox.Maildir(self.folder)) as folder:
            folder.add(message)


def is_final(error: Exception) -> bool:
    """Whether trying again would be in vain: the server does not want this mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500


def reason(error: Exception) -> str:
    """What went wrong, without what the server said, which may hold the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"recipient refused: {sorted({code for code, _ in error.recipients.values()})}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{type(error).__name__}: {error.smtp_code}"
    return type(error).__name__ if isinstance(error, smtplib.SMTPException) else repr(error)

"""How mail reaches the desk: unseen mails of an IMAP mailbox, which are marked as seen once they have been dealt with.

``imaps://`` is encrypted from the first byte, ``imap+starttls://`` insists on STARTTLS, ``imap://`` is not encrypted; a
password is sent unencrypted to this machine only. Certificates are checked against the system's (``SSL_CERT_FILE``).
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from imap_tools import AND, BaseMailBox, ImapToolsError, MailBox, MailBoxStartTls, MailBoxUnencrypted, MailMessageFlags

from desk.mail import HERE

PORTS = {"imap": 143, "imaps": 993, "imap+starttls": 143}
TIMEOUT_SECONDS = 10.0
AT_ONCE = 5
# What can go wrong between the desk and the server.
ERRORS = (OSError, imaplib.IMAP4.error, ImapToolsError)


@dataclass(frozen=True)
class ImapMailbox:
    """A folder of a mail server and how to get at it."""

    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"

    def _open(self) -> BaseMailBox:
        encryption = ssl.create_default_context()
        if self.scheme == "imaps":
            box: BaseMailBox = MailBox(self.host, self.port, timeout=TIMEOUT_SECONDS, ssl_context=encryption)
        elif self.scheme == "imap+starttls":
            box = MailBoxStartTls(self.host, self.port, timeout=TIMEOUT_SECONDS, ssl_context=encryption)
        else:
            box = MailBoxUnencrypted(self.host, self.port, timeout=TIMEOUT_SECONDS)
        return box.login(self.user, self.password, self.folder)

    def unseen(self, largest: int) -> dict[str, bytes]:
        """The oldest unseen mails by uid; of one larger than ``largest`` bytes the headers. Raises ``ERRORS``."""
        with self._open() as box:
            small = AND(seen=False, size_lt=largest + 1)
            large = AND(seen=False, size_gt=largest)
            found = [
                message
                for criteria, headers in ((small, False), (large, True))
                for message in box.fetch(criteria, limit=AT_ONCE, mark_seen=False, headers_only=headers)
            ]
            return {message.uid: message.obj.as_bytes() for message in found if message.uid}

    def mark(self, uids: Collection[str]) -> None:
        """Mark mails as seen. Raises ``ERRORS``."""
        with self._open() as box:
            box.flag(list(uids), MailMessageFlags.SEEN, True)


def imap_mailbox(url: str) -> ImapMailbox:
    """The mailbox of ``imaps://user:password@host:993/INBOX``. Raises ``ValueError`` for what is no such address."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or not parts.username:
        raise ValueError(f"not a mailbox; write it like imaps://user:password@host/INBOX ({', '.join(PORTS)})")
    if parts.scheme == "imap" and parts.hostname not in HERE:
        raise ValueError("a password would be sent unencrypted; use imaps:// or imap+starttls://")
    user, password = unquote(parts.username), unquote(parts.password or "")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    return ImapMailbox(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], user, password, folder)

"""A mail server for tests that look at what is sent."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from support import free_port, wait_for


class PostOffice:
    """A real SMTP server that keeps what it is given, or refuses it."""

    def __init__(self) -> None:
        self.got: list[tuple[str, EmailMessage]] = []
        self.answer = "250 OK"
        self.farewell = "221 Bye"
        self.users: list[str] = []
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())
        self.controller.start()
        self.url = f"smtp://127.0.0.1:{self.controller.port}"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """The protocol's hook."""
        if self.answer.startswith("250"):
            message = email.message_from_bytes(envelope.content, policy=default)
            assert isinstance(message, EmailMessage)
            self.got += [(to, message) for to in envelope.rcpt_tos]
        return self.answer

    async def handle_QUIT(self, _server: Any, _session: Any, _envelope: Any) -> str:
        """The protocol's hook."""
        return self.farewell

    def newest(self, to: str, after: int = 0) -> EmailMessage:
        """The newest mail to ``to``, once it is there."""
        return wait_for(lambda: [mail for who, mail in self.got[after:] if who == to], f"a mail to {to}")[-1]

    def code(self, to: str, after: int = 0) -> str:
        """The code in the newest mail."""
        found = re.search(r"\d{6}", str(self.newest(to, after)["Subject"]))
        assert found
        return found[0]

    def reset(self) -> None:
        """Forget everything."""
        self.got.clear()
        self.answer, self.farewell = "250 OK", "221 Bye"

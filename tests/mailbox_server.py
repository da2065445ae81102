"""An IMAP server for tests that read a mailbox."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

from imap_tools import AND, MailBoxUnencrypted
from support import free_port, wait_for


class ImapServer:
    """A real IMAP server (pymap) with one mailbox in memory."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"imap://demouser:demopass@127.0.0.1:{self.port}/INBOX"
        command = [sys.executable, "-c", "from pymap.main import main; main()", "--host", "127.0.0.1"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port), "dict"], cwd=Path(__file__).parent,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_for(self._answers, "the IMAP server to start", 20)

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), self._open():
            return True
        return False

    def _open(self) -> MailBoxUnencrypted:
        return MailBoxUnencrypted("127.0.0.1", self.port, timeout=5).login("demouser", "demopass")

    def put(self, *mails: bytes) -> None:
        """Deliver mails."""
        with self._open() as box:
            for mail in mails:
                box.append(mail, "INBOX")

    def unseen(self) -> int:
        """How many mails nobody has looked at."""
        with self._open() as box:
            return len(box.uids(AND(seen=False)))

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(10)

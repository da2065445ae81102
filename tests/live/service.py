"""The whole service as people start it: ``desk run``, with a folder and ports of its own, and what can happen to it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
DESK = Path(sys.executable).parent / "desk"
# What the command line of each part holds.
PARTS = {"actions": "-m actions", "assistant": "rasa run", "desk": "-m desk serve"}
START_SECONDS = 240.0
STOP_SECONDS = 30.0
NOT_INHERITED = ("DATABASE_URL", "RASA_DB", "VIRTUAL_ENV")


def until[T](look: Callable[[], T], seconds: float, what: str) -> T:
    """The first true result of ``look``. Fails, saying ``what`` was waited for, after ``seconds``."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s for {what}; last look: {found!r}")
        time.sleep(0.2)


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses now, different from each other."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


class Service:
    """A running service. ``url`` is the desk's address, ``var`` its folder, ``process`` the supervisor."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.var = folder / "var"
        port, assistant, actions = free_ports(3)
        self.url = f"http://127.0.0.1:{port}"
        self.terminal = folder / "terminal.log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in NOT_INHERITED},
            "VAR": str(self.var), "PROFILE": "unv", "HOST": "127.0.0.1", "PORT": str(port),
            "ASSISTANT_PORT": str(assistant), "ACTIONS_PORT": str(actions), **settings,
        }  # fmt: skip
        self._client = httpx.Client(timeout=5, trust_env=False)
        with self.terminal.open("wb") as out:
            self.process = subprocess.Popen([DESK, "run"], cwd=ROOT, env=self.environment, stdout=out, stderr=out)

    def wait(self, seconds: float = START_SECONDS) -> None:
        """Wait until every part is ready. Fails with what /readyz says, after printing the ends of the logs."""
        try:
            until(self._is_ready, seconds, "every part to be ready")
        except AssertionError as error:
            print(self.logs(20))
            raise AssertionError(f"{error}; /readyz: {self.readiness()}") from None

    def _is_ready(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"desk run ended with {self.process.returncode}")
        return self.readiness()[0] == 200

    def readiness(self) -> tuple[int, str]:
        """What /readyz says; status 0 when the desk does not answer."""
        try:
            reply = self._client.get(f"{self.url}/readyz")
        except httpx.HTTPError as error:
            return 0, repr(error)
        return reply.status_code, reply.text

    def log_files(self) -> list[Path]:
        """Everything that the service has written for people to read."""
        return [self.terminal, *sorted((self.var / "log").glob("*"))]

    def logs(self, lines: int) -> str:
        """The last lines of every log."""
        tails = [(path.name, path.read_text(errors="replace").splitlines()[-lines:]) for path in self.log_files()]
        return "\n".join(f"--- {name}\n" + "\n".join(tail) for name, tail in tails)

    def pid(self, part: str) -> int | None:
        """The process of a part that the supervisor has started, if it runs."""
        for pid in _processes():
            if _parent(pid) == self.process.pid and PARTS[part] in _command(pid):
                return pid
        return None

    def signal(self, part: str, number: signal.Signals) -> int:
        """Send a signal to a part; returns its process id."""
        pid = self.pid(part)
        assert pid is not None, f"{part} does not run"
        os.kill(pid, number)
        return pid

    def processes(self) -> dict[int, str]:
        """Every process that was started with this service's folder, whoever its parent is now."""
        mark = f"VAR={self.var}".encode()
        return {pid: _command(pid) for pid in _processes() if mark in _read(pid, "environ").split(b"\0")}

    def stop(self) -> dict[int, str]:
        """End it as Ctrl-C or an operating system would; returns the processes that are left, which it kills."""
        self._client.close()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        left = self.processes()
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return left

    def command(self, *arguments: str) -> str:
        """The output of ``desk ARGUMENTS`` with this service's settings."""
        done = subprocess.run(
            [DESK, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, f"desk {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def first_login(self) -> tuple[str, str]:
        """Name and first password of the administrator, as they were printed."""
        found = re.search(r"the first login +(\S+) / (\S+)", self.terminal.read_text())
        assert found, f"no first login was printed:\n{self.terminal.read_text()}"
        return found[1], found[2]


def _processes() -> Iterator[int]:
    return (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""  # it has ended, or is another user's


def _command(pid: int) -> str:
    return _read(pid, "cmdline").replace(b"\0", b" ").decode(errors="replace").strip()


def _parent(pid: int) -> int:
    # The second field is the name in brackets, which may hold spaces.
    fields = _read(pid, "stat").rpartition(b")")[2].split()
    return int(fields[1]) if fields else 0

"""A PostgreSQL server for the tests, in a temporary folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import Any

import psycopg
import pytest
from support import free_port, wait_for

# Ends the server when the tests end, however they end: then the shell's input does.
KEEPER = '"$1" -D "$2/data" -p "$3" $4 & server=$!; cat; kill -QUIT $server; wait $server; rm -rf "$2/data"'


class Cluster:
    """A PostgreSQL server of the tests' own, in a temporary folder, on a free port."""

    def __init__(self) -> None:
        programs = _postgresql()
        # PostgreSQL refuses to be run by root.
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        self._folder = Path(tempfile.mkdtemp(prefix="desk-postgresql-"))
        if user:
            shutil.chown(self._folder, "postgres", "postgres")
        self._port = free_port()
        made = [*user, str(programs / "initdb"), "-D", str(self._folder / "data"), "-U", "desk", "-A", "trust"]
        subprocess.run(
            [*made, "-E", "UTF8", "--locale=C", "--no-sync"], cwd=self._folder, capture_output=True, check=True
        )
        options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        with (self._folder / "log").open("wb") as log:
            self._keeper = subprocess.Popen(
                [*user, "sh", "-c", KEEPER, "sh", programs / "postgres", self._folder, str(self._port), options],
                cwd=self._folder, stdin=subprocess.PIPE, stdout=log, stderr=log,
            )  # fmt: skip
        wait_for(self._answers, f"PostgreSQL to start ({self._folder}/log)", 30)

    def _connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(f"host=127.0.0.1 port={self._port} user=desk dbname=postgres", autocommit=True)

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError), contextlib.closing(self._connect()):
            return True
        return False

    def url(self, name: str) -> str:
        """The SQLAlchemy URL of a database."""
        return f"postgresql+psycopg://desk@127.0.0.1:{self._port}/{name}"

    def create(self, template: str = "template1") -> str:
        """A new database, a copy of ``template``; its name."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        with contextlib.closing(self._connect()) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def stop(self) -> None:
        """Stop the server and remove its files."""
        assert self._keeper.stdin is not None
        self._keeper.stdin.close()
        self._keeper.wait(30)
        shutil.rmtree(self._folder, ignore_errors=True)


def _postgresql() -> Path:
    """The folder of PostgreSQL's programs; where there is none the test fails and says how to get it."""
    found = [Path(path) for path in sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
    on_path = shutil.which("initdb")
    if on_path:
        found.insert(0, Path(on_path).resolve().parent)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    pytest.fail("PostgreSQL is needed for the tests of the store: apt-get install postgresql")

"""A private PostgreSQL cluster for the tests: an ordinary user's, in a folder of its own, reached by a socket
in that folder only. Never skipped: where the server's programs are missing, the tests fail and say so.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from boot.machine import find_tool

from meeting_app.storage.store import Store

MISSING = (
    "PostgreSQL's `{tool}` is not on this machine; install Debian's package `postgresql` (the tests need it)."
)
# Nothing here has to survive a loss of power; a small server is a quick one.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "autovacuum": "off",
}


def _tool(name: str) -> str:
    found = find_tool(name)
    if found is None:
        pytest.fail(MISSING.format(tool=name), pytrace=False)
    return found


def _ordinary_user() -> dict[str, Any]:
    """The server refuses root: as root it is run as `nobody`, else as who we are."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


WIPE = """DO $$ DECLARE name text; BEGIN SET CONSTRAINTS ALL DEFERRED;
FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'
LOOP EXECUTE 'DELETE FROM ' || quote_ident(name); END LOOP; END $$"""


@dataclass
class Cluster:
    """A running server."""

    folder: Path
    as_user: dict[str, Any]
    numbers: Iterator[int] = field(default_factory=count)

    def _run(self, *command: str) -> None:
        surroundings = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(self.folder)}
        done = subprocess.run(
            command, env=surroundings, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, check=False, **self.as_user,
        )  # fmt: skip
        log = self.folder / "log"
        told = log.read_text("utf-8", "replace")[-2000:] if log.exists() else ""
        assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}{told}"

    def start(self) -> None:
        """Make the cluster and start it."""
        if self.as_user:
            os.chown(self.folder, self.as_user["user"], self.as_user["group"])
        data = str(self.folder / "data")
        self._run(
            _tool("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"
        )
        options = " ".join(f"-c {name}={value!r}" for name, value in OPTIONS.items())
        self._run(
            _tool("pg_ctl"), "start", "-w", "-D", data, "-l", str(self.folder / "log"),
            "-o", f"-k {self.folder} {options}",
        )  # fmt: skip
        self.sql("CREATE DATABASE tables")
        Store.open_url(self.url("tables")).close()

    def stop(self) -> None:
        """Stop it and remove its folder."""
        self._run(_tool("pg_ctl"), "stop", "-m", "immediate", "-w", "-D", str(self.folder / "data"))
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def sql(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement as the owner of the cluster, past the product."""
        with psycopg.connect(
            f"host={self.folder} user=postgres dbname={database}", autocommit=True
        ) as server:
            cursor = server.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def fresh(self) -> str:
        """The address of a database with all tables and nothing in them; the same one for every test."""
        self.sql(WIPE, "tables")
        return self.url("tables")

    def empty(self) -> str:
        """The address of a new database without tables."""
        name = f"empty{next(self.numbers)}"
        self.sql(f"CREATE DATABASE {name}")
        return self.url(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The cluster of this process of pytest."""
    cluster = Cluster(Path(tempfile.mkdtemp(prefix="yst-pg-")), _ordinary_user())
    cluster.start()
    yield cluster
    cluster.stop()

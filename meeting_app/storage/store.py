"""Opening a community's records, in a file or on PostgreSQL; handing out its one writer and its readers."""

import errno
import glob
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from meeting_app import resources
from meeting_app.domain.clock import Instant
from meeting_app.storage import backup, engines, schema
from meeting_app.storage.engines import (
    APPLICATION_ID,
    file_url,
    is_sqlite,
    reader_engine,
    schema_engine,
    writer_engine,
)
from meeting_app.storage.faults import StorageFault, faults_told
from meeting_app.storage.feed import FeedTail
from meeting_app.storage.proof import Proof
from meeting_app.storage.work import URNS, Work

# What a reading session has found already; valid for as long as its one consistent view lasts.
LOOK = "look"
PATIENCE_S = engines.BUSY_TIMEOUT_MS / 1000
_MAGIC = b"SQLite format 3\x00"


def _check_file(path: Path) -> None:
    """Tell a missing, foreign or damaged file before anything opens it for writing."""
    if not resources.found(path):
        raise StorageFault("file_missing", path=str(path))
    try:
        with path.open("rb") as handle:
            head = handle.read(16)
    except OSError as error:
        raise StorageFault("cannot_open", path=str(path)) from error
    if head != _MAGIC:
        raise StorageFault("not_a_community", path=str(path))


def _check_identity(path: Path) -> None:
    """Refuse another program's database."""
    with faults_told(), closing(sqlite3.connect(path, timeout=PATIENCE_S)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageFault("not_a_community", path=str(path))


def _check_writable(path: Path) -> None:
    """A file in WAL mode cannot even be read where nothing may be written: say so, and offer a copy
    elsewhere. A file that is not there yet only needs the place.
    """
    probe = path.with_name(path.name + ".probe")
    try:
        probe.write_bytes(b"")
        probe.unlink()
        if path.exists():
            path.open("rb+").close()
    except OSError as error:
        code = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "read_only_place"
        raise StorageFault(code, path=str(path)) from error


def _make_file(path: Path) -> None:
    """A file with our mark and all tables, folded together; it gets its name when it is whole."""
    with faults_told():
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        engine = schema_engine(file_url(path))
        try:
            schema.create(engine)
        finally:
            engine.dispose()
        _fold(path)


def _fold(path: Path) -> None:
    """Write the log into the file and make sure that it was: closing tries, and on a full disk gives up
    silently.
    """
    with closing(sqlite3.connect(path)) as connection:
        busy, _pages, _folded = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageFault("disk_full", path=str(path))


def _urns_of(file: Path) -> Path:
    """Where the ballot boxes of a file lie: beside the file itself, by whatever link it was opened."""
    real = file.resolve()
    return real.with_name(real.stem + ".urns")


def _place_of(file: Path) -> tuple[int, int]:
    """What tells a file from another of its name: its device, its number there."""
    try:
        facts = file.stat()
    except OSError as error:
        raise StorageFault("file_gone", path=str(file)) from error
    return facts.st_dev, facts.st_ino


class Store:
    """A community's records. `file` is the path when they are in a file, `urns` the folder in which this
    station keeps the ballot boxes of open secret votes (None: it cannot open any).
    """

    def __init__(self, url: URL, file: Path | None, urns: Path | None = None) -> None:
        self.url = url
        self.file = file
        self.urns = _urns_of(file) if file else urns
        self._proof: Proof | None = None
        self._where = _place_of(file) if file else None
        self._writer = writer_engine(url, self._lose)
        self._reader = reader_engine(url, self._lose)

    @classmethod
    def create_file(cls, path: Path) -> "Store":
        """A new, empty community file. Refuses to touch one that is there."""
        if path.exists():
            raise StorageFault("file_exists", path=str(path))
        if not path.parent.is_dir():
            raise StorageFault("folder_missing", folder=str(path.parent))
        _check_writable(path)
        partial = path.with_name(path.name + ".new")
        try:
            _make_file(partial)
            partial.rename(path)
        finally:
            for leftover in path.parent.glob(glob.escape(partial.name) + "*"):
                leftover.unlink()
        return cls(file_url(path), path)

    @classmethod
    def open_file(cls, path: Path, now: Instant, *, prove_later: bool = False) -> "Store":
        """An existing file, migrated when it is older (after a backup). Raises StorageFault with what is
        wrong. With `prove_later` the file may be read already, and nothing is written before `prove` said
        that its pages are whole.
        """
        _check_file(path)
        _check_writable(path)
        _check_identity(path)
        proof = Proof(path, PATIENCE_S)
        engine = schema_engine(file_url(path))
        try:
            with proof, faults_told():
                with engine.connect() as connection:
                    older = schema.needs_migration(connection)
                if older:
                    proof.wait()
                    backup.back_up(path, backup.folder_beside(path), "migration", now.wall_ms)
                    schema.migrate(engine)
        finally:
            engine.dispose()
        if not prove_later:
            proof.wait()
        store = cls(file_url(path), path)
        store._proof = proof
        return store

    def prove(self) -> None:
        """Wait until every page was read. Raises StorageFault `file_damaged`."""
        if self._proof is not None:
            self._proof.wait()

    @classmethod
    def open_url(cls, url: str, urns: Path | None = None) -> "Store":
        """Records on a database server; tables are made when there are none. `urns` is a folder on this
        laptop.
        """
        try:
            server = make_url(url)
        except ArgumentError as error:
            raise StorageFault("not_a_server") from error
        if is_sqlite(server):
            raise StorageFault("not_a_server")
        engine = schema_engine(server)
        try:
            with faults_told():
                schema.create_or_migrate(engine)
        finally:
            engine.dispose()
        return cls(server, None, urns)

    def begin(self, now: Instant, station: str, operator: str) -> Work:
        """A unit of work; only the desk's writer thread calls this. Nothing is written to a damaged file, nor
        to one that is not at its place any more: it would be lost with the program's end.
        """
        self.prove()
        self._follow_file()
        return Work(self._writer, now, station, operator, self.urns)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that can only read, over one consistent view of the records."""
        with (
            faults_told(),
            Session(self._reader, autoflush=False, info={LOOK: {}, URNS: self.urns}) as session,
        ):
            yield session

    def _lose(self) -> None:
        """The file could not be read or written: its handles are of no use any more."""
        self._where = None

    def _follow_file(self) -> None:
        """Open the file anew when another lies at its place, as after a stick was pulled and put back: one
        handle that stayed open would keep the dead ones alive. Raises StorageFault `file_gone`.
        """
        if self.file is None:
            return
        here = _place_of(self.file)
        if here != self._where:
            self._writer.dispose()
            self._reader.dispose()
            self._where = here

    def tail(self, after: int | None = None) -> FeedTail:
        """A follower of the change feed with a connection of its own."""
        return FeedTail(self.url, after)

    def integrity(self) -> str:
        """`ok`, or what SQLite's integrity check found; a server looks after itself."""
        if self.file is None:
            return "ok"
        with self.read() as session:
            return str(session.scalar(text("PRAGMA integrity_check")))

    def close(self) -> None:
        """Close all connections; the log of a file is folded into it."""
        self._writer.dispose()
        self._reader.dispose()

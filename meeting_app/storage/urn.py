"""The ballot box of one secret vote: a SQLite file of its own, in which slips and ballots lie unlinked.

Why it is built so (research/tally_methods.md 4.1 and 4.2, decisions.md 1-3, 6, 8): a random key alone does
not hide in which order people voted, because a page of SQLite fills in the order of the inserts. So every
change writes the whole table again in the order of its keys, freed bytes are overwritten, and no log is kept
beside the file. A slip is spent and its ballot put in by one transaction of this one file. What identifies a
slip is kept only as a digest under a key that is destroyed with the file.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from meeting_app.domain.refusal import Refusal
from meeting_app.storage.faults import faults_told

SUFFIX = ".urn"
# Another process of this station may be casting: it holds the file for some ms at a time.
BUSY_S = 5.0
KEY_BYTES = 16
DIGEST_BYTES = 16
_TABLES = (
    "CREATE TABLE urn (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE slip (digest BLOB PRIMARY KEY, long BLOB NOT NULL, request BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE ballot (key BLOB PRIMARY KEY, channel TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entry (serial TEXT PRIMARY KEY, first TEXT, second TEXT) WITHOUT ROWID",
    "CREATE TABLE counted (digest BLOB PRIMARY KEY) WITHOUT ROWID",
)
# As long as a digest: spending a slip then overwrites it in its place, and no page shows which was last.
_UNSPENT = bytes(DIGEST_BYTES)
_SLIPS = "SELECT count(*), coalesce(sum(request <> zeroblob(16)), 0) FROM slip"
_FIND_SLIP = "SELECT digest, request FROM slip WHERE digest = ? OR long = ?"
_CHANNELS = "SELECT channel, count(*) FROM ballot GROUP BY channel ORDER BY channel"


class Entry(StrEnum):
    """How far a typed paper is: waits for its second typing, the typings differ, or it is a ballot now."""

    WAITING = "waiting"
    DIFFERENT = "different"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class SlipCode:
    """What is printed on a slip: 8 characters to type (40 bits), 128 bits in its code (decisions.md 8)."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper that is typed and not yet a ballot; `different` = both typings are there and do not agree."""

    serial: str
    different: bool


@dataclass(frozen=True, slots=True)
class UrnCount:
    """What may be told of an open urn: numbers, never choices. By channel: how many ballots."""

    slips: int
    spent: int
    ballots: int
    by_channel: tuple[tuple[str, int], ...]
    papers: tuple[OpenPaper, ...]


@dataclass(frozen=True, slots=True)
class SealedBallot:
    """A ballot as it is sealed: a key that came from chance, its channel, its content as canonical JSON."""

    key: str
    channel: str
    content: str


def urn_file(folder: Path, poll_id: str) -> Path:
    """Where the urn of a vote lies."""
    return folder / f"{poll_id}{SUFFIX}"


def open_urns(folder: Path | None) -> tuple[str, ...]:
    """The votes whose urns lie in the folder: they are in no backup of the records."""
    if folder is None or not folder.is_dir():
        return ()
    return tuple(sorted(path.stem for path in folder.glob(f"*{SUFFIX}")))


class Urn:
    """An urn's file; every call opens it for one transaction and closes it, so that processes take turns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def create(cls, path: Path, poll_id: str) -> "Urn":
        """A new, empty urn with a key of its own. Raises Refusal `urn_exists`, StorageFault."""
        if path.exists():
            raise Refusal("urn_exists")
        path.parent.mkdir(exist_ok=True)
        partial = path.with_name(path.name + ".new")
        partial.unlink(missing_ok=True)
        with faults_told(), contextlib.closing(sqlite3.connect(partial)) as connection:
            for table in _TABLES:
                connection.execute(table)
            values = [("poll", poll_id.encode()), ("key", secrets.token_bytes(32))]
            connection.executemany("INSERT INTO urn VALUES (?, ?)", values)
            connection.commit()
        partial.rename(path)
        return cls(path)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        if not self.path.is_file():
            raise Refusal("urn_missing")
        with faults_told():
            connection = sqlite3.connect(self.path, timeout=BUSY_S, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode=DELETE")
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("PRAGMA synchronous=FULL")
                yield connection
            finally:
                connection.close()

    @contextmanager
    def _writing(self) -> Iterator["_Writer"]:
        """One transaction; a refusal or a fault leaves the urn as it was."""
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield _Writer(connection)  # what raises here never commits, and closing takes it back
            connection.execute("COMMIT")

    def add_slips(self, codes: Iterable[SlipCode]) -> None:
        """Make these slips good for one ballot each."""
        with self._writing() as writer:
            rows = [(writer.digest(code.short), writer.digest(code.long), _UNSPENT) for code in codes]
            writer.rewrite("slip", [*writer.rows("slip"), *rows])

    def cast(self, code: str, request: str, channel: str, content: str) -> bool:
        """Spend a slip for a ballot. True when it is in now, False when this very request had put it in
        before (the answer was lost on its way). Refuses an unknown slip and one that was spent.
        """
        with self._writing() as writer:
            if not writer.spend(code, request):
                return False
            writer.put(channel, content)
        return True

    def exchange(self, code: str, request: str) -> bool:
        """Spend a slip for a paper that is handed out; the paper is typed later. As `cast`."""
        with self._writing() as writer:
            return writer.spend(code, request)

    def type_paper(self, serial: str, typing: int, content: str, papers: int) -> Entry:
        """Keep the first or second typing of a paper; when both agree it becomes a ballot and the typings
        are erased. Refuses a paper that was counted, and one more than the `papers` that were handed out.
        """
        with self._writing() as writer:
            mark = writer.digest(serial)
            counted = writer.rows("counted")
            if (mark,) in counted:
                raise Refusal("paper_counted", serial=serial)
            entries = {row[0]: (row[1], row[2]) for row in writer.rows("entry")}
            if serial not in entries and len(counted) + len(entries) >= papers:
                raise Refusal("more_papers_than_issued", papers=papers)
            kept = entries.get(serial, (None, None))
            first, second = (content, kept[1]) if typing == 1 else (kept[0], content)
            if first is None or second is None or first != second:
                entries[serial] = (first, second)
                writer.rewrite("entry", [(name, *pair) for name, pair in entries.items()])
                return Entry.WAITING if first is None or second is None else Entry.DIFFERENT
            entries.pop(serial, None)
            writer.rewrite("entry", [(name, *pair) for name, pair in entries.items()])
            writer.rewrite("counted", [*counted, (mark,)])
            writer.put("paper", content)
        return Entry.COUNTED

    def drop_paper(self, serial: str) -> None:
        """Erase the typings of a paper that is not counted yet: it was the wrong number."""
        with self._writing() as writer:
            writer.rewrite("entry", [row for row in writer.rows("entry") if row[0] != serial])

    def count(self) -> UrnCount:
        """How many slips and ballots there are."""
        with self._connected() as connection:
            connection.execute("BEGIN")
            slips, spent = connection.execute(_SLIPS).fetchone()
            channels = connection.execute(_CHANNELS)
            by_channel = tuple((str(name), int(count)) for name, count in channels)
            entries = connection.execute("SELECT serial, first, second FROM entry ORDER BY serial").fetchall()
        papers = tuple(OpenPaper(serial, bool(first and second)) for serial, first, second in entries)
        return UrnCount(slips, spent, sum(count for _name, count in by_channel), by_channel, papers)

    def ballots(self) -> tuple[SealedBallot, ...]:
        """What is sealed at the close: the ballots in the order of their keys."""
        with self._connected() as connection:
            rows = connection.execute("SELECT key, channel, content FROM ballot ORDER BY key").fetchall()
        return tuple(SealedBallot(key.hex(), channel, content) for key, channel, content in rows)

    def destroy(self) -> None:
        """Overwrite the file and delete it; the key by which slips could be known dies with it."""
        with contextlib.suppress(FileNotFoundError):
            with self.path.open("rb+") as handle:
                handle.write(bytes(self.path.stat().st_size))
                handle.flush()
                os.fsync(handle.fileno())
            self.path.unlink()


class _Writer:
    """Inside one transaction of an urn. What is inserted is written again in the order of its keys; a slip
    is overwritten in its place.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        row = connection.execute("SELECT value FROM urn WHERE name = 'key'").fetchone()
        self._key: bytes = row[0]

    def digest(self, text: str) -> bytes:
        """What is kept of a slip's code, a request, a serial."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).digest()[:DIGEST_BYTES]

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """All rows of a table."""
        return self._connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608

    def rewrite(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Write a table again in the order of its keys, so that no page shows which row came last."""
        self._connection.execute(f"DELETE FROM {table}")  # noqa: S608
        if not rows:
            return
        marks = ", ".join("?" * len(rows[0]))
        ordered = sorted(rows, key=lambda row: row[0])
        self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", ordered)  # noqa: S608

    def spend(self, code: str, request: str) -> bool:
        """Mark a slip as spent by this request; False when it was spent by the same one."""
        mark, asked = self.digest(code), self.digest(request)
        found = self._connection.execute(_FIND_SLIP, (mark, mark)).fetchone()
        if found is None:
            raise Refusal("slip_unknown")
        digest, before = found
        if before == asked:
            return False
        if before != _UNSPENT:
            raise Refusal("slip_spent")
        self._connection.execute("UPDATE slip SET request = ? WHERE digest = ?", (asked, digest))
        return True

    def put(self, channel: str, content: str) -> None:
        """Put a ballot in under a key from chance."""
        ballot = (secrets.token_bytes(KEY_BYTES), channel, content)
        self.rewrite("ballot", [*self.rows("ballot"), ballot])

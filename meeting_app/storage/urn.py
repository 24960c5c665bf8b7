"""The ballot box of one secret vote: a SQLite file of its own, in which slips and ballots lie unlinked.

Why it is built so (research/tally_methods.md 4.1 and 4.2, decisions.md 1-3, 6, 8): a random key alone does
not hide in which order people voted, because a page of SQLite fills in the order of the inserts. So every
change writes the whole table again in the order of its keys, freed bytes are overwritten, and no log is kept
beside the file. A slip is spent and its ballot put in by one transaction of this one file. What identifies a
slip is kept only as a digest under a key that is destroyed with the file.

The papers of a vote are slips too: their codes follow from the urn's own secret, so that the same papers can
be printed again while the urn is there and never after it (storage/urn_writer.py). A typed paper spends its
slip; a code that voted by phone cannot be typed, nor the other way round.
"""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from meeting_app.domain.refusal import Refusal
from meeting_app.storage.faults import faults_told
from meeting_app.storage.urn_writer import UNSPENT, SlipCode, UrnWriter

SUFFIX = ".urn"
# Another process of this station may be casting: it holds the file for some ms at a time.
BUSY_S = 5.0
_TABLES = (
    "CREATE TABLE urn (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE slip (digest BLOB PRIMARY KEY, long BLOB NOT NULL, request BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE ballot (key BLOB PRIMARY KEY, channel TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entry (serial TEXT PRIMARY KEY, first TEXT, second TEXT) WITHOUT ROWID",
    "CREATE TABLE counted (digest BLOB PRIMARY KEY) WITHOUT ROWID",
)
_SLIPS = "SELECT count(*), coalesce(sum(request <> zeroblob(16)), 0) FROM slip"
_CHANNELS = "SELECT channel, count(*) FROM ballot GROUP BY channel ORDER BY channel"


class Entry(StrEnum):
    """How far a typed paper is: waits for its second typing, the typings differ, or it is a ballot now."""

    WAITING = "waiting"
    DIFFERENT = "different"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper that is typed and not yet a ballot; `different` = both typings are there and do not agree."""

    serial: str
    different: bool


@dataclass(frozen=True, slots=True)
class UrnCount:
    """What may be told of an open urn: numbers, never choices. By channel: how many ballots. `printed` papers
    carry codes of this urn, `replaced` of them were spoilt and exchanged.
    """

    slips: int
    spent: int
    ballots: int
    by_channel: tuple[tuple[str, int], ...]
    papers: tuple[OpenPaper, ...]
    printed: int = 0
    replaced: int = 0


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
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
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
    def _writing(self) -> Iterator[UrnWriter]:
        """One transaction; a refusal or a fault leaves the urn as it was."""
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield UrnWriter(connection)  # what raises here never commits, and closing takes it back
            connection.execute("COMMIT")

    def add_slips(self, codes: Iterable[SlipCode]) -> None:
        """Make these slips good for one ballot each."""
        with self._writing() as writer:
            rows = [(writer.digest(code.short), writer.digest(code.long), UNSPENT) for code in codes]
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

    def paper_slips(self, count: int) -> None:
        """Make the codes of so many papers good for one ballot each; those made before stay."""
        with self._writing() as writer:
            before, after = writer.printed(), writer.paper_codes(count)
            rows = [(writer.digest(code.short), writer.digest(code.long), UNSPENT) for code in after[before:]]
            writer.rewrite("slip", [*writer.rows("slip"), *rows])
            writer.set_printed(max(before, count))

    def paper_codes(self) -> tuple[SlipCode, ...]:
        """What stands on the papers that were made good; in an order that says nothing of printing."""
        with self._connected() as connection:
            reader = UrnWriter(connection)
            return tuple(sorted(reader.paper_codes(reader.printed())))

    def counted_codes(self) -> tuple[str, ...]:
        """The codes of the papers that became ballots, sorted: people find there that theirs was counted."""
        with self._connected() as connection:
            return tuple(sorted(UrnWriter(connection).counted_codes()))

    def type_paper(self, serial: str, typing: int, content: str, papers: int) -> Entry:
        """Keep the first or second typing of a paper; when both agree it becomes a ballot and the typings
        are erased. Refuses a paper that was counted or replaced, a code that no paper of this vote has, and
        one more than the `papers` that were handed out. Papers without codes are told apart by the numbers
        that the tellers give them.
        """
        with self._writing() as writer:
            name = writer.paper_name(serial)
            writer.check_open(name)
            entries = {row[0]: (row[1], row[2]) for row in writer.rows("entry")}
            if name not in entries and writer.counted_papers() + len(entries) >= papers:
                raise Refusal("more_papers_than_issued", papers=papers)
            kept = entries.get(name, (None, None))
            first, second = (content, kept[1]) if typing == 1 else (kept[0], content)
            agreed = first is not None and first == second
            entries[name] = (first, second)
            if agreed:
                del entries[name]
            writer.rewrite("entry", [(one, *pair) for one, pair in entries.items()])
            if not agreed:
                return Entry.WAITING if first is None or second is None else Entry.DIFFERENT
            writer.mark_counted(name)
            writer.put("paper", content)
        return Entry.COUNTED

    def drop_paper(self, serial: str) -> None:
        """Erase the typings of a paper that is not counted yet: it was the wrong number."""
        with self._writing() as writer:
            name = writer.paper_name(serial)
            writer.rewrite("entry", [row for row in writer.rows("entry") if row[0] != name])

    def replace_paper(self, serial: str) -> None:
        """A spoilt paper came back before it was counted: its code is good for nothing any more. Refuses one
        without a code, and one that was counted or replaced.
        """
        with self._writing() as writer:
            if not writer.printed():
                raise Refusal("papers_without_codes")
            name = writer.paper_name(serial)
            writer.check_open(name)
            writer.rewrite("entry", [row for row in writer.rows("entry") if row[0] != name])
            writer.mark_replaced(name)

    def count(self) -> UrnCount:
        """How many slips and ballots there are."""
        with self._connected() as connection:
            connection.execute("BEGIN")
            slips, spent = connection.execute(_SLIPS).fetchone()
            channels = connection.execute(_CHANNELS)
            by_channel = tuple((str(name), int(count)) for name, count in channels)
            entries = connection.execute("SELECT serial, first, second FROM entry ORDER BY serial").fetchall()
            writer = UrnWriter(connection)
            printed, replaced = writer.printed(), writer.replaced_papers()
        papers = tuple(OpenPaper(serial, bool(first and second)) for serial, first, second in entries)
        ballots = sum(count for _name, count in by_channel)
        return UrnCount(slips, spent, ballots, by_channel, papers, printed, replaced)

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

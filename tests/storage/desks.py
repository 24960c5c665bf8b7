"""A desk over records, with a clock that the test winds: what tests of writing stand on."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ParamSpec, TypeVar

from meeting_app.actions.desk import Action, Desk, Seat
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.records import Query, Records
from meeting_app.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE_S = 20
# 28 November 2026, 19:00 in Shanghai.
EVENING_MS = 1_795_863_600_000


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: rules are tested here, not the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@dataclass
class Time:
    """A clock that moves on by 10 ms whenever it is read, and by hand."""

    wall_ms: int = EVENING_MS
    mono_ms: int = 1_000_000
    boot: str = "boot1"

    def __call__(self) -> Instant:
        self.pass_by(10)
        return Instant(self.wall_ms, self.mono_ms, self.boot)

    def pass_by(self, ms: int) -> None:
        """Let time pass."""
        self.wall_ms += ms
        self.mono_ms += ms

    def reboot(self, boot: str, wall_by_ms: int = 60_000) -> None:
        """The machine was started again."""
        self.boot, self.mono_ms, self.wall_ms = boot, 0, self.wall_ms + wall_by_ms


@dataclass
class Room:
    """One station with its desk and its eyes."""

    store: Store
    station: str = "s1"
    time: Time = field(default_factory=Time)

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, Seat(self.station, "op"), self.time)
        self.records = Records(self.store)

    def do(self, action: "Action[P, T]", *args: P.args, **arguments: P.kwargs) -> T:
        """Run an action and wait for its result."""
        future: Future[T] = self.desk.do(action, *args, **arguments)
        return future.result(PATIENCE_S)

    def refused(self, action: Callable[..., Any], **arguments: Any) -> Refusal:
        """Run an action that must be refused, and make sure that it wrote nothing."""
        before = self.rows_written()
        problem = self.desk.do(action, **arguments).exception(PATIENCE_S)
        assert isinstance(problem, Refusal), problem
        assert self.rows_written() == before
        return problem

    def ask(self, query: "Query[P, T]", *args: P.args, **arguments: P.kwargs) -> T:
        """Ask a query."""
        return self.records.ask(query, *args, **arguments)

    def rows_written(self) -> tuple[int, int]:
        """(journal rows, feed rows)."""
        from sqlalchemy import func, select

        from meeting_app.storage.tables import ChangeRow, JournalRow

        with self.store.read() as session:
            journal = session.scalar(select(func.count()).select_from(JournalRow)) or 0
            return journal, session.scalar(select(func.count()).select_from(ChangeRow)) or 0

    def close(self) -> None:
        """Stop the writer."""
        self.desk.close()

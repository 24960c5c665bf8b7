"""The unit of work of one action: one transaction, one journal row, one feed row (architecture.md, the write
path).
"""

import contextlib
import json
import uuid
from collections.abc import Callable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.digest import canonical, digest
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.base import Record
from meeting_app.storage.capture import DELETE, Capture, Touched
from meeting_app.storage.tables import load_all
from meeting_app.storage.tables.journal import ChangeRow, JournalRow, UndoImage

R = TypeVar("R", bound=Record)
NO_HASH = "0" * 64
# Where a session finds the urns of this station, to count what is in them.
URNS = "urns"


def new_id() -> str:
    """A fresh identity: 32 hexadecimal characters."""
    return uuid.uuid4().hex


def journal_arguments(arguments: dict[str, Any]) -> str:
    """What of an action's arguments the journal may keep: identities, numbers, marks, dates; no names and no
    texts.
    """
    kept = {
        name: value
        for name, value in arguments.items()
        if value is None or isinstance(value, (bool, int, Enum, date)) or name.endswith("_id")
    }
    return canonical(kept).decode()


def row_hash(row: JournalRow) -> str:
    """The hash that the next row is chained to."""
    fields = (
        row.number, row.wall_ms, row.mono_ms, row.boot, row.station, row.operator,
        row.verb, row.arguments, row.meeting_id, row.digest, row.previous,
    )  # fmt: skip
    return digest(fields)


# The newest numbers of journal and feed and the hash to chain to, in one question: every action asks it.
_ENDS = select(
    select(func.max(JournalRow.number)).scalar_subquery(),
    select(JournalRow.hash).order_by(JournalRow.number.desc()).limit(1).scalar_subquery(),
    select(func.max(ChangeRow.number)).scalar_subquery(),
)


def last_row(session: Session) -> JournalRow | None:
    """The newest row of the journal; None in new records."""
    return session.scalars(select(JournalRow).order_by(JournalRow.number.desc()).limit(1)).first()


class Work:
    """What an action writes with. `session` holds its rows, `now` is its instant, `urns` is the folder of
    this station's urns.
    """

    def __init__(
        self, engine: Engine, now: Instant, station: str, operator: str, urns: Path | None = None
    ) -> None:
        load_all()  # a flush follows the foreign keys to tables that nobody may have asked for yet
        self.session = Session(engine, expire_on_commit=False, autoflush=True, info={URNS: urns})
        self.now = now
        self.station = station
        self.operator = operator
        self.meeting_id: str | None = None
        self.takes_back: int | None = None
        self.urns = urns
        self.fresh_id: Callable[[], str] = new_id  # the demonstration has its own, which repeat
        self._told: dict[str, list[str]] = {}
        self._after: list[Callable[[], None]] = []
        self._final = False
        self.capture = Capture()
        event.listen(self.session, "before_flush", self.capture.before_flush)
        event.listen(self.session, "before_flush", self._flushing)
        event.listen(self.session, "after_flush", self.capture.after_flush)
        event.listen(self.session, "after_flush_postexec", self._flushed)

    def _flushing(self, session: Session, *_rest: Any) -> None:
        session.connection().info["flushing"] = True

    def _flushed(self, session: Session, *_rest: Any) -> None:
        session.connection().info["flushing"] = False

    def get(self, kind: type[R], row_id: str | None) -> R:
        """The row with that identity; refuses when there is none."""
        row = self.session.get(kind, row_id) if row_id else None
        if row is None:
            raise Refusal("gone", kind=kind.__tablename__)
        return row

    def add(self, row: R) -> R:
        """A new row; it is given an identity when it has none."""
        if not row.id:
            row.id = self.fresh_id()
        self.session.add(row)
        return row

    def all(self, kind: type[R], *conditions: Any, order: Any = None) -> list[R]:
        """The rows that fulfil the conditions; `order` is a column or a tuple of columns."""
        query = select(kind).where(*conditions)
        if order is not None:
            query = query.order_by(*order) if isinstance(order, tuple) else query.order_by(order)
        return list(self.session.scalars(query))

    def one(self, kind: type[R], *conditions: Any) -> R | None:
        """The first row that fulfils the conditions."""
        return self.session.scalars(select(kind).where(*conditions).limit(1)).first()

    def highest(self, column: Any, *conditions: Any) -> int:
        """The highest value of a column, 0 when there is no row."""
        return self.session.scalar(select(func.max(column)).where(*conditions)) or 0

    def tell(self, kind: str, row_id: str) -> None:
        """Let the feed say that something outside the records changed: an urn. No journal row is written."""
        self._told.setdefault(kind, []).append(row_id)

    def after(self, done: Callable[[], None]) -> None:
        """Do this once the commit has succeeded; it must be safe to be done again at the next start, where it
        is when the disk does not let it be done now: what was committed is no failure.
        """
        self._after.append(done)

    def not_to_be_taken_back(self) -> None:
        """What this action does outside the records (an urn destroyed) cannot be restored, so that it leaves
        no images.
        """
        self._final = True

    def finish(self, verb: str, arguments: dict[str, Any], *, undoable: bool) -> int | None:
        """Write journal, images and feed, then commit. The feed's number, or None when nothing changed."""
        self.session.flush()
        if not self.capture.touched:
            return self._finish_told()
        last, previous, told = self.session.execute(_ENDS).one()
        journal = self._journal_row(verb, arguments, (last or 0) + 1, previous or NO_HASH)
        self.session.add(journal)
        if undoable and not self._final and not self.capture.lost:
            self.session.add_all(
                self._image(journal.number, place, touched)
                for place, touched in enumerate(self.capture.touched.values())
            )
        number = (told or 0) + 1
        self.session.add(ChangeRow(number=number, rows=self.capture.feed_rows()))
        self.session.flush()
        self.session.commit()
        for done in self._after:
            with contextlib.suppress(OSError):
                done()
        return number

    def _finish_told(self) -> int | None:
        """Only what was told: no record changed, so there is nothing for the journal."""
        if not self._told:
            self.session.rollback()
            return None
        number = self.highest(ChangeRow.number) + 1
        self.session.add(ChangeRow(number=number, rows=json.dumps(self._told)))
        self.session.flush()
        self.session.commit()
        return number

    def _journal_row(self, verb: str, arguments: dict[str, Any], number: int, previous: str) -> JournalRow:
        if self.takes_back is not None:
            arguments = {**arguments, "takes_back": self.takes_back}
        row = JournalRow(
            number=number,
            wall_ms=self.now.wall_ms,
            mono_ms=self.now.mono_ms,
            boot=self.now.boot,
            station=self.station,
            operator=self.operator,
            verb=verb,
            arguments=journal_arguments(arguments),
            meeting_id=self.meeting_id or arguments.get("meeting_id"),
            digest=digest(self.capture.summary()),
            previous=previous,
        )
        row.hash = row_hash(row)
        return row

    def _image(self, number: int, place: int, touched: Touched) -> UndoImage:
        return UndoImage(
            journal_number=number,
            place=place,
            kind=touched.row.__tablename__,
            row_id=touched.row.id,
            operation=touched.operation,
            before=json.dumps(touched.before, ensure_ascii=False, separators=(",", ":")),
            revision_before=self.capture.revision_before(touched),
            revision_after=0 if touched.operation == DELETE else touched.row.revision,
        )

    def close(self) -> None:
        """Give the connection back; what was not committed is rolled back."""
        self.session.rollback()
        self.session.close()

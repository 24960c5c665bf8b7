"""What an action changed, collected over all its flushes: the source of the journal's digest, the undo images
and the feed.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from meeting_app.storage.base import Record

INSERT, UPDATE, DELETE = "insert", "update", "delete"


@dataclass(slots=True)
class Touched:
    """One row: what happened to it, the old values of the changed columns, the new ones; `lost`: a private
    value is gone that no image keeps.
    """

    row: Record
    operation: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    lost: bool = False


def plain(value: Any) -> Any:
    """A value as JSON keeps it; bytes only by their length, they never enter an image."""
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, bytes):
        return {"bytes": len(value)}
    return value


def unplain(value: Any) -> Any:
    """The inverse of `plain` for what an image may hold."""
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value


def columns_of(row: Record) -> list[str]:
    """Attribute names of a row's columns, without its identity, its revision and what is private."""
    aside = {"id", "revision", *row.private}
    return [p.key for p in inspect(type(row)).column_attrs if p.key not in aside]


def _overwrites(row: Record) -> bool:
    """Whether something private in the row is replaced by something else."""
    state = inspect(row)
    return any(state.attrs[name].history.has_changes() for name in row.private)


class Capture:
    """Listens to one session's flushes."""

    def __init__(self) -> None:
        self.touched: dict[tuple[str, str], Touched] = {}
        self._revisions: dict[tuple[str, str], int] = {}

    def before_flush(self, session: Session, *_rest: Any) -> None:
        """Note the revisions before the action's first change of a row."""
        for row in (*session.dirty, *session.deleted):
            if isinstance(row, Record):
                self._revisions.setdefault((row.__tablename__, row.id), row.revision)

    def revision_before(self, touched: Touched) -> int:
        """The row's revision before the action; 0 for a new row."""
        if touched.operation == INSERT:
            return 0
        return self._revisions[touched.row.__tablename__, touched.row.id]

    def after_flush(self, session: Session, _context: Any) -> None:
        """Note what this flush wrote; the session still knows old and new values here."""
        for row in session.new:
            if isinstance(row, Record):
                values = {name: plain(getattr(row, name)) for name in columns_of(row)}
                self._note(row, INSERT, {}, values)
        for row in session.deleted:
            if isinstance(row, Record):
                self._note(row, DELETE, {name: plain(getattr(row, name)) for name in columns_of(row)}, {})
                self._lose(row, bool(row.private))
        for row in session.dirty:
            if isinstance(row, Record) and session.is_modified(row):
                self._note(row, UPDATE, *self._changes(row))
                self._lose(row, _overwrites(row))

    def _lose(self, row: Record, private: bool) -> None:
        """What an action itself has made is not lost with it."""
        known = self.touched.get((row.__tablename__, row.id))
        if known is not None and known.operation != INSERT:
            known.lost = known.lost or private

    @property
    def lost(self) -> bool:
        """Whether the action cannot be taken back because something private is gone."""
        return any(touched.lost for touched in self.touched.values())

    @staticmethod
    def _changes(row: Record) -> tuple[dict[str, Any], dict[str, Any]]:
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        state = inspect(row)
        for name in columns_of(row):
            history = state.attrs[name].history
            if history.has_changes():
                before[name] = plain(history.deleted[0]) if history.deleted else None
                after[name] = plain(history.added[0]) if history.added else None
        return before, after

    def _note(self, row: Record, operation: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        key = (row.__tablename__, row.id)
        known = self.touched.get(key)
        if known is None:
            self.touched[key] = Touched(row, operation, before, after)
        elif operation == DELETE and known.operation == INSERT:
            del self.touched[key]
        elif operation == INSERT:  # deleted and put back under its own identity
            known.operation, known.after = UPDATE, after
        elif operation == DELETE:
            known.operation, known.before, known.after = DELETE, {**before, **known.before}, {}
        else:
            known.before = {**before, **known.before} if known.operation == UPDATE else known.before
            known.after.update(after)

    def summary(self) -> list[list[Any]]:
        """Kind, id, operation and new values of every row, in a stable order: what the journal's digest is
        made of.
        """
        return [[kind, row_id, t.operation, t.after] for (kind, row_id), t in sorted(self.touched.items())]

    def feed_rows(self, most: int = 200) -> str:
        """Kinds and ids as JSON; a kind with very many rows is told as a whole by `*`."""
        kinds: dict[str, list[str]] = {}
        for kind, row_id in sorted(self.touched):
            kinds.setdefault(kind, []).append(row_id)
        return json.dumps(
            {kind: ids if len(ids) <= most else ["*"] for kind, ids in kinds.items()}, separators=(",", ":")
        )

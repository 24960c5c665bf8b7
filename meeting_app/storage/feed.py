"""The change feed's reader: polled, the same on both databases (decisions.md 16)."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import make_url

from meeting_app.storage.engines import is_sqlite, reader_engine
from meeting_app.storage.faults import faults_told


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed: ids by kind; `*` stands for very many."""

    number: int
    rows: dict[str, tuple[str, ...]]


class FeedTail:
    """Follows the feed from where it is now (or from `after`). Not shared between threads.

    It reads on a raw connection outside any transaction: an open transaction would pin the picture of its start.
    """

    def __init__(self, url: str, after: int | None = None) -> None:
        self._engine = reader_engine(url)
        self._sqlite = is_sqlite(make_url(url))
        self._mark = "?" if self._sqlite else "%s"
        with faults_told():
            self._connection = self._engine.raw_connection()
            if not self._sqlite:
                self._connection.driver_connection.autocommit = True  # type: ignore[union-attr]
            self._version = -1
            self.seen = (
                self._rows("SELECT coalesce(max(number), 0) FROM change")[0][0] if after is None else after
            )

    def _rows(self, statement: str, *arguments: int) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(statement, arguments)
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def _may_be_news(self) -> bool:
        """SQLite says by `data_version` whether another connection committed; PostgreSQL has to be asked."""
        if not self._sqlite:
            return True
        known, self._version = self._version, self._rows("PRAGMA data_version")[0][0]
        return bool(self._version != known)

    def poll(self) -> tuple[Change, ...]:
        """The changes since the last poll, oldest first."""
        with faults_told():
            if not self._may_be_news():
                return ()
            rows = self._rows(
                f"SELECT number, rows FROM change WHERE number > {self._mark} ORDER BY number",  # noqa: S608
                self.seen,
            )
        changes = tuple(
            Change(number, {kind: tuple(ids) for kind, ids in json.loads(content).items()})
            for number, content in rows
        )
        if changes:
            self.seen = changes[-1].number
        return changes

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()
        self._engine.dispose()

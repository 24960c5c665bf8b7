"""The change feed's reader: polled, the same on both databases (decisions.md 16)."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import PoolProxiedConnection
from sqlalchemy.engine import URL, make_url

from meeting_app.storage.engines import is_sqlite, reader_engine
from meeting_app.storage.faults import StorageFault, faults_told


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction changed: ids by kind; `*` stands for very many."""

    number: int
    rows: dict[str, tuple[str, ...]]


class FeedTail:
    """Follows the feed from where it is now (or from `after`). Not shared between threads.

    It reads on a raw connection outside any transaction: an open transaction would pin the picture of its
    start. After a fault the next poll takes a fresh connection and goes on where the last one stood.
    """

    def __init__(self, url: str | URL, after: int | None = None) -> None:
        self._engine = reader_engine(url)
        self._sqlite = is_sqlite(make_url(url))
        self._mark = "?" if self._sqlite else "%s"
        self._version = -1
        self._connection: PoolProxiedConnection | None = None
        with faults_told():
            newest = self._rows("SELECT coalesce(max(number), 0) FROM change")[0][0]
        self.seen = newest if after is None else after

    def _connected(self) -> PoolProxiedConnection:
        if self._connection is None:
            self._connection = self._engine.raw_connection()
            driver: Any = self._connection.driver_connection
            if not self._sqlite:
                driver.autocommit = True
        return self._connection

    def _rows(self, statement: str, *arguments: int) -> list[tuple[Any, ...]]:
        cursor = self._connected().cursor()
        try:
            cursor.execute(statement, arguments)
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def _version_now(self) -> int:
        """SQLite says by `data_version` whether another connection committed; PostgreSQL has to be asked."""
        return int(self._rows("PRAGMA data_version")[0][0]) if self._sqlite else self._version - 1

    def _news(self) -> list[tuple[Any, ...]]:
        version = self._version_now()
        if version == self._version:
            return []
        query = f"SELECT number, rows FROM change WHERE number > {self._mark} ORDER BY number"  # noqa: S608
        rows = self._rows(query, self.seen)
        self._version = version  # only now: a read that failed is read again
        return rows

    def poll(self) -> tuple[Change, ...]:
        """The changes since the last poll, oldest first. Raises StorageFault when they cannot be read."""
        try:
            with faults_told():
                rows = self._news()
        except StorageFault:
            self._drop()
            raise
        changes = tuple(Change(number, _by_kind(content)) for number, content in rows)
        if changes:
            self.seen = changes[-1].number
        return changes

    def _drop(self) -> None:
        """Throw a connection away that failed."""
        if self._connection is not None:
            self._connection.invalidate()
        self._connection, self._version = None, -1

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()


def _by_kind(content: str) -> dict[str, tuple[str, ...]]:
    return {kind: tuple(ids) for kind, ids in json.loads(content).items()}

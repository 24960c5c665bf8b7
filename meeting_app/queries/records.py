"""The handle by which everything that shows something reads the records."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from meeting_app.storage.feed import Change, FeedTail
from meeting_app.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")
Query = Callable[Concatenate[Session, P], T]

__all__ = ["Change", "FeedTail", "Query", "Records"]


class Records:
    """Asks queries over query-only connections; safe on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looking = threading.local()

    @property
    def file(self) -> Path | None:
        """The file that the records are in; None when they are on a server."""
        return self._store.file

    @contextmanager
    def look(self) -> Iterator[None]:
        """Everything this thread asks inside the block is of one and the same view of the records, and what
        several pictures need is found once. For showing only: inside it nothing that is done meanwhile is
        seen.
        """
        if getattr(self._looking, "session", None) is not None:
            yield
            return
        with self._store.read() as session:
            self._looking.session = session
            try:
                yield
            finally:
                self._looking.session = None

    def ask(self, query: Query[P, T], /, *args: P.args, **arguments: P.kwargs) -> T:
        """The picture that the query makes of the records as they are now. Raises StorageFault when they
        cannot be read.
        """
        shared: Session | None = getattr(self._looking, "session", None)
        if shared is not None:
            return query(shared, *args, **arguments)
        with self._store.read() as session:
            return query(session, *args, **arguments)

    def tail(self, after: int | None = None) -> FeedTail:
        """A follower of the change feed; for one thread."""
        return self._store.tail(after)

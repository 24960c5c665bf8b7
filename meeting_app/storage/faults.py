"""Known failures of the store, told by SQLite's own error names, never by text (research/platform.md section
4).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from meeting_app.domain.refusal import Refusal

_BY_NAME = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_NOTADB": "not_a_community",
    "SQLITE_CORRUPT": "file_damaged",
    "SQLITE_READONLY": "read_only_place",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_BUSY": "store_busy",
    "SQLITE_LOCKED": "store_busy",
    "SQLITE_IOERR": "disk_error",
}


class StorageFault(Refusal):
    """The store could not do it: nothing was written, what was acknowledged before is kept. `code` as in the
    table above.
    """


def code_of(error: BaseException) -> str | None:
    """The code of a known failure; None for a bug. Extended names (SQLITE_IOERR_WRITE) count by their primary
    name.
    """
    name = getattr(error, "sqlite_errorname", None)
    if isinstance(name, str):
        return _BY_NAME.get(name) or _BY_NAME.get("_".join(name.split("_")[:2]))
    if isinstance(error, sqlite3.DatabaseError) and "closed" in str(error):
        return None
    return "database_gone" if type(error).__name__ in ("OperationalError", "AdminShutdown") else None


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn known driver errors into StorageFault; let bugs pass."""
    try:
        yield
    except DBAPIError as error:
        code = code_of(error.orig) if error.orig is not None else None
        if code is None:
            raise
        raise StorageFault(code) from error
    except sqlite3.Error as error:
        code = code_of(error)
        if code is None:
            raise
        raise StorageFault(code) from error

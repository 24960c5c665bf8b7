"""Known failures of the store, told by SQLite's error names and PostgreSQL's states, never by text
(research/platform.md section 4).
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from meeting_app.domain.refusal import NotKept

_BY_NAME = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_NOTADB": "not_a_community",
    "SQLITE_CORRUPT": "file_damaged",
    "SQLITE_READONLY": "read_only_place",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_BUSY": "store_busy",
    "SQLITE_LOCKED": "store_busy",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "used_elsewhere",  # as when a second laptop went on from what is undone
}
# States of a server that is there and says no; a server that is gone gives none, or one of class 08 or 57.
_BY_STATE = {
    "53100": "disk_full",
    "25006": "read_only_place",
    "40P01": "store_busy",
    "55P03": "store_busy",
    "58030": "disk_error",
    "23503": "used_elsewhere",
}
_GONE = ("08", "57")


class StorageFault(NotKept):
    """The store could not do it: nothing was written, what was acknowledged before is kept. `code` as in the
    tables above.
    """


def _code_of_server(error: BaseException) -> str | None:
    """The code of an error of psycopg, which names a state; a lost connection has none."""
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return "database_gone" if state.startswith(_GONE) else _BY_STATE.get(state)
    return "database_gone" if type(error).__name__ == "OperationalError" else None


def code_of(error: BaseException) -> str | None:
    """The code of a known failure; None for a bug. Extended names (SQLITE_IOERR_WRITE) count by their primary
    name.
    """
    if not isinstance(error, sqlite3.Error):
        return _code_of_server(error)
    name: str = getattr(error, "sqlite_errorname", "")
    return _BY_NAME.get(name) or _BY_NAME.get("_".join(name.split("_")[:2]))


def _driver_errors() -> tuple[type[BaseException], ...]:
    """The errors of the drivers that are loaded; raw connections raise them without SQLAlchemy's coat."""
    psycopg = sys.modules.get("psycopg")
    return (sqlite3.Error,) if psycopg is None else (sqlite3.Error, psycopg.Error)


def code_of_cause(error: BaseException) -> str | None:
    """The same for an error that may wear SQLAlchemy's coat."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    return code_of(inner) if inner is not None else None


def _told(error: BaseException) -> BaseException:
    """The failure in our own terms; a bug stays what it is."""
    code = code_of_cause(error)
    return error if code is None else StorageFault(code)


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn known driver errors into StorageFault; let bugs pass."""
    try:
        yield
    except DBAPIError as error:
        told = _told(error)
        if told is error:
            raise
        raise told from error
    except _driver_errors() as error:
        told = _told(error)
        if told is error:
            raise
        raise told from error

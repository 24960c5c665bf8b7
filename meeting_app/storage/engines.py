"""Engines for one writer and many readers, on SQLite and on PostgreSQL (decisions.md 13, 16;
research/platform.md section 4).
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, text
from sqlalchemy.engine import URL, make_url

# Errors never quote what was written (`hide_parameters`): names and texts do not belong in a report.
BUSY_TIMEOUT_MS = 5_000
APPLICATION_ID = 0x59535431
WRITER_LOCK = 0x5953_5454
_DML = re.compile(
    r"\s*(WITH\b.*\b)?(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\b", re.I | re.S
)

_DROPPED_IMAGES = re.compile(r"\s*DELETE\s+FROM\s+undo_image\b", re.I)


_LOST = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY_DBMOVED")


class UnflushedWrite(RuntimeError):
    """A bug: a statement that changes rows was sent past the unit of work, so that no journal would know of
    it.
    """


def file_url(path: Path) -> URL:
    """The URL of a community file."""
    return URL.create("sqlite", database=str(path))


def file_uri(path: Path, how: str) -> str:
    """How SQLite is asked to open a file in a certain way. Python's own URI of a file on a network share
    names the server where SQLite takes none.
    """
    plain = path.absolute().as_posix()
    return f"file://{'' if plain.startswith('/') else '/'}{quote(plain, safe='/:')}?{how}"


def is_sqlite(url: URL) -> bool:
    """Whether the records are in a file."""
    return url.get_backend_name() == "sqlite"


def _tune_sqlite(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(dbapi: Any, _record: Any) -> None:
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        else:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _nothing() -> None:
    """Nobody wants to know that a file was lost."""


def _follow_the_file(engine: Engine, lost: Callable[[], None]) -> None:
    """A file on a stick may go away and come back. One that is gone is never made anew, empty; and what
    failed to read or write is closed, so that the next try opens the file that is there then.
    """

    @event.listens_for(engine, "do_connect")
    def on_open(_dialect: Any, _record: Any, arguments: list[Any], named: dict[str, Any]) -> None:
        arguments[0] = file_uri(Path(arguments[0]), "mode=rw")
        named["uri"] = True

    @event.listens_for(engine, "handle_error")
    def on_error(context: ExceptionContext) -> None:
        name: str = getattr(context.original_exception, "sqlite_errorname", "")
        if name.startswith(_LOST):
            context.is_disconnect = True
            lost()


def _lock_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})


def _guard(engine: Engine) -> None:
    """Refuse rows changed outside a flush: bulk and Core statements are seen by no session hook. Images for
    undo may be dropped so: they are no records.
    """

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.info["flushing"] = False

    @event.listens_for(engine, "before_cursor_execute")
    def on_statement(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        free = connection.info.get("flushing") or _DROPPED_IMAGES.match(statement)
        if not free and _DML.match(statement):
            raise UnflushedWrite(statement.split("(", maxsplit=1)[0].strip())


def writer_engine(url: str | URL, lost: Callable[[], None] = _nothing) -> Engine:
    """One connection that writes; every transaction holds the writers' lock from its start. `lost` is called
    when a file could not be read or written any more.
    """
    url = make_url(url)
    engine = create_engine(
        url, pool_size=1, max_overflow=0, pool_pre_ping=not is_sqlite(url), hide_parameters=True
    )
    if is_sqlite(url):
        _tune_sqlite(engine, read_only=False)
        _follow_the_file(engine, lost)
    else:
        _lock_postgresql(engine)
    _guard(engine)
    return engine


def reader_engine(url: str | URL, lost: Callable[[], None] = _nothing) -> Engine:
    """Connections that can only read, each transaction one consistent picture. `lost` as for the writer."""
    url = make_url(url)
    if is_sqlite(url):
        engine = create_engine(url, pool_size=4, hide_parameters=True)
        _tune_sqlite(engine, read_only=True)
        _follow_the_file(engine, lost)
        return engine
    only_reading = {"options": "-c default_transaction_read_only=on"}
    return create_engine(
        url, pool_size=4, pool_pre_ping=True, isolation_level="REPEATABLE READ", connect_args=only_reading,
        hide_parameters=True,
    )  # fmt: skip


def schema_engine(url: str | URL) -> Engine:
    """An engine for creating and migrating tables: transactional on SQLite too, without the guard. Two
    laptops that open an empty database at once take turns.
    """
    url = make_url(url)
    engine = create_engine(url, pool_size=1, max_overflow=0, hide_parameters=True)
    if is_sqlite(url):
        _tune_sqlite(engine, read_only=False)
    else:
        _lock_postgresql(engine)
    return engine

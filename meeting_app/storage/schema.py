"""Creating and migrating the tables: atomic on SQLite too, after a copy; newer files are refused
(research/platform.md section 4).
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from meeting_app.storage.base import Base
from meeting_app.storage.faults import StorageFault, code_of_cause

HEAD = "0007"
SCRIPTS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision that a database says it has; None when it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return str(found) if found is not None else None


def known_revisions() -> tuple[str, ...]:
    """The revisions this program can read, oldest first; by file name, so that Alembic need not be imported
    at start.
    """
    return tuple(sorted(path.name.split("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*_*.py")))


def create(engine: Engine) -> None:
    """All tables of the newest revision in one transaction. The migration scripts give the same (a test
    compares).
    """
    with engine.begin() as connection:
        _create_in(connection)


def _create_in(connection: Connection) -> None:
    from meeting_app.storage.tables import load_all

    load_all()
    Base.metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def create_or_migrate(engine: Engine) -> None:
    """Make the tables in an empty database of a server, or bring older ones up to date."""
    with engine.begin() as connection:
        if revision_of(connection) is None:
            _create_in(connection)
            return
        older = needs_migration(connection)
    if older:
        migrate(engine)


def needs_migration(connection: Connection) -> bool:
    """Whether an older file must be migrated. Raises StorageFault for a newer or a foreign one."""
    revision = revision_of(connection)
    if revision is None:
        raise StorageFault("not_a_community")
    if revision not in known_revisions():
        raise StorageFault("file_newer", revision=revision)
    return revision != HEAD


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision in one transaction; a failure leaves them as they were."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
    except Exception as error:  # an outer edge: whatever broke, the tables stand as they were
        raise StorageFault(code_of_cause(error) or "migration_failed") from error

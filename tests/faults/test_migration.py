"""An older file is brought up to date after a copy; a script that breaks leaves everything as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meeting_app.storage import backup, schema
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from tests.faults.conftest import Told
from tests.storage.desks import Room, Time

SCRIPT = '''
"""A later step."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0999", "{before}", None, None


def upgrade():
    """Bring the tables to this revision."""
    with op.batch_alter_table("topic") as topic:
        topic.add_column(sa.Column("colour", sa.String(8), nullable=False, server_default="red"))
    op.execute("UPDATE topic SET colour = 'green'")
    {then}
'''


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is one revision further on; the folder of its scripts."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = schema.HEAD
    monkeypatch.setattr(schema, "SCRIPTS", folder)
    monkeypatch.setattr(schema, "HEAD", "0999")
    write(folder, "raise OSError('the power went')", before)
    return folder


def write(folder: Path, then: str, before: str = schema.HEAD) -> None:
    """Write the later step."""
    (folder / "versions" / "0999_later.py").write_text(SCRIPT.format(then=then, before=before), "utf-8")


def columns(file: Path) -> set[str]:
    """The columns of the topics, as the file itself says."""
    with closing(sqlite3.connect(file)) as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert not any(name.startswith("_alembic_tmp") for name in tables)
        return {row[1] for row in database.execute("PRAGMA table_info(topic)")}


def test_a_script_that_breaks_half_way(file: Path, scripts: Path, told: Told) -> None:
    with pytest.raises(StorageFault) as fault:
        Store.open_file(file, Time()())
    english, _chinese = told(fault.value, "migration_failed")
    assert "It stands as it was" in english
    assert "colour" not in columns(file)
    copies = backup.backups_of(file, backup.folder_beside(file))
    assert [path.name.split("-")[-1] for path in copies] == ["migration.yst"]

    write(scripts, "pass")  # the mended program
    room = Room(Store.open_file(file, Time()()))
    assert room.rows_written() == (40, 40)
    assert room.store.integrity() == "ok"
    room.close()
    room.store.close()
    assert "colour" in columns(file)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT DISTINCT colour FROM topic").fetchall() == [("green",)]


def test_an_older_file_is_copied_first(file: Path, scripts: Path) -> None:
    write(scripts, "pass")
    Store.open_file(file, Time()()).close()
    copies = backup.backups_of(file, backup.folder_beside(file))
    assert len(copies) == 1
    assert "colour" not in columns(copies[0])
    Store.open_file(file, Time()()).close()  # up to date: not copied again
    assert backup.backups_of(file, backup.folder_beside(file)) == copies


def test_no_place_for_the_copy_is_no_migration(file: Path, scripts: Path, told: Told) -> None:
    write(scripts, "pass")
    backup.folder_beside(file).write_bytes(b"in the way")
    with pytest.raises(StorageFault) as fault:
        Store.open_file(file, Time()())
    told(fault.value, "backup_failed")
    assert "colour" not in columns(file)

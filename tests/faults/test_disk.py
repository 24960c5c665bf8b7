"""No room left: what was acknowledged stays, what was not is not there, and it goes on when there is room."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting_app.actions import topics
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import broken_link
from meeting_app.storage import backup
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Topic
from meeting_app.ui.qt.instance import FileLock
from tests import disks
from tests.faults.conftest import Told
from tests.storage.desks import Room, Time

ROOT = Path(__file__).resolve().parents[2]


def assert_whole(file: Path, acknowledged: list[str], before: int) -> None:
    """Every acknowledged topic is there, and nothing else; the file and its journal are in order."""
    room = Room(Store.open_file(file, Time()()))
    with room.store.read() as session:
        there = set(session.scalars(select(Topic.id)))
    assert set(acknowledged) <= there
    assert len(there) == before + len(acknowledged)
    assert room.store.integrity() == "ok"
    assert room.ask(broken_link) is None
    room.close()
    room.store.close()


def test_a_file_that_may_not_grow(file: Path, told: Told) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.small_disk_child", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    answer = json.loads(done.stdout)
    assert answer["code"] in ("disk_full", "disk_error")
    assert answer["rows"] == 40 + len(answer["acknowledged"]) - 1
    english, chinese = told(StorageFault(answer["code"]), answer["code"])
    assert "What was shown as done is kept" in english
    assert "存好" in chinese or "已存" in chinese
    assert_whole(file, answer["acknowledged"], before=40)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB, where this user may mount one; elsewhere the test before has shown the same."""
    with disks.small_disk(tmp_path / "disk", 4) as place:
        yield place


def test_a_full_disk(small_disk: Path, told: Told) -> None:
    file = small_disk / "community.yst"
    (small_disk / "photos").write_bytes(b"x" * 200_000)
    room = Room(Store.create_file(file))
    acknowledged: list[str] = []
    refused: Refusal | None = None
    while refused is None:
        try:
            acknowledged.append(room.do(topics.add_topic, title="满", summary="字" * 3000))
        except Refusal as fault:
            refused = fault
    english, _chinese = told(refused, "disk_full")
    assert "Free some space" in english
    assert room.rows_written()[0] == len(acknowledged)
    with pytest.raises(StorageFault) as no_backup:
        backup.back_up(file, small_disk / "backups", "stage", 0)
    told(no_backup.value, "backup_failed")
    assert not list((small_disk / "backups").iterdir())
    (small_disk / "photos").unlink()
    acknowledged.append(room.do(topics.add_topic, title="又有地方了"))
    room.close()
    room.store.close()
    assert_whole(file, acknowledged, before=0)


def test_no_room_for_a_new_file_leaves_none_behind(small_disk: Path, told: Told) -> None:
    (small_disk / "photos").write_bytes(b"x" * 3_600_000)
    with pytest.raises(StorageFault) as refused:
        Store.create_file(small_disk / "new.yst")
    told(refused.value, refused.value.code)
    assert refused.value.code in ("disk_full", "disk_error")
    assert [path.name for path in small_disk.iterdir()] == ["photos"]


KILLED = """import os, sys; from pathlib import Path; from meeting_app.ui.qt.instance import FileLock
lock = FileLock(Path(sys.argv[1])); os.kill(os.getpid(), 9)"""


def test_what_a_killed_program_left_on_a_full_disk_is_no_other_window(small_disk: Path, told: Told) -> None:
    file = small_disk / "community.yst"
    subprocess.run([sys.executable, "-c", KILLED, str(file)], cwd=ROOT, check=False)
    assert (small_disk / "community.yst.lock").exists()
    disks.fill(small_disk / "photos")
    with pytest.raises(Refusal) as full:
        FileLock(file)
    told(full.value, "disk_full")
    (small_disk / "photos").unlink()
    FileLock(file).release()
    assert not list(small_disk.iterdir())

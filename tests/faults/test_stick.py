"""A stick that is pulled while its file is open: told, nothing made anew in its place, and it goes on when it
is back.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from meeting_app.actions import topics
from meeting_app.queries.journal import broken_link
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from tests.faults.conftest import Told
from tests.storage.desks import Room, Time


@pytest.fixture
def room(file: Path) -> Iterator[Room]:
    """A desk over the file."""
    made = Room(Store.open_file(file, Time()()))
    yield made
    made.close()
    made.store.close()


def pull(file: Path) -> None:
    """Every open handle of the file answers as a device that is gone: reading and writing fail."""
    nowhere = os.open(file.parent, os.O_RDONLY)
    for handle in Path("/proc/self/fd").iterdir():
        if handle.is_symlink() and os.path.realpath(handle) in (str(file), f"{file}-wal"):
            os.dup2(nowhere, int(handle.name))
    os.close(nowhere)


def goes_on(room: Room) -> int:
    """Do it again until it is done and can be read, as a person does; how often it was done. A dead handle of
    the same file may be met once more while another of them is still closing.
    """
    done = 0
    for _again in range(5):
        gc.collect()  # the program does it by its timer
        with suppress(StorageFault):
            room.do(topics.add_topic, title="after")
            done += 1
            room.rows_written()
            return done
    raise AssertionError("it never went on")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="handles are listed there on Linux only")
def test_a_stick_that_was_pulled_and_is_back(room: Room, file: Path, told: Told) -> None:
    room.do(topics.add_topic, title="before")
    pull(file)
    english, _chinese = told(room.desk.do(topics.add_topic, title="lost").exception(20), "disk_error")
    assert "Check the plug" in english
    kept = 41 + goes_on(room)
    assert room.rows_written() == (kept, kept)
    assert room.store.integrity() == "ok"
    assert room.ask(broken_link) is None


def test_a_stick_that_answers_with_an_error_is_not_there(told: Told) -> None:
    unreachable = Path("/" + "x" * 300) / "community.yst"  # like a dead device: looking at it fails
    with pytest.raises(OSError, match="too long"):
        unreachable.is_file()
    with pytest.raises(StorageFault) as fault:
        Store.open_file(unreachable, Time()())
    told(fault.value, "file_missing")


def test_a_file_that_is_gone_from_its_place(room: Room, file: Path, told: Told) -> None:
    room.do(topics.add_topic, title="before")
    stick = file.parent.rename(file.parent.with_name("stick"))
    file.parent.mkdir()  # where the stick was
    english, _chinese = told(room.desk.do(topics.add_topic, title="lost").exception(20), "file_gone")
    assert "do it again" in english
    with pytest.raises(StorageFault) as unread:
        room.rows_written()
    told(unread.value, "cannot_open")
    assert list(file.parent.iterdir()) == []  # no empty file stands in its place
    file.parent.rmdir()
    stick.rename(file.parent)
    room.do(topics.add_topic, title="after")
    assert room.rows_written() == (42, 42)
    assert room.ask(broken_link) is None
